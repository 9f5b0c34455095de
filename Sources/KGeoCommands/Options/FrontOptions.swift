// The options of kgeo front, understood: sides, tolerances, rulers and figures.

internal import ArgumentParser
internal import KGeo
internal import KGeoClaims
internal import KGeoControl
internal import KGeoCore
internal import KGeoExtract
internal import KGeoMeasure
internal import KGeoVerdict

/// The options of kgeo front, understood.
struct FrontOptions {
    var between: [String] = []
    var counting: Counting
    var contact = ContactSettings()
    var rulers: [Double]
    var claims: [FrontClaim]
    var check: CheckSettings

    static let defaultRulers = [500.0, 1_000, 2_000, 5_000, 10_000, 20_000]
    /// The rulers that can be asked for, in m, and how many.
    static let rulers = (range: 0.01...1_000_000.0, count: 100)

    init(_ command: FrontCommand) throws {
        if let between = command.between {
            self.between = between.split(separator: ",").map { String($0.drop { $0 == " " }) }
            guard (1...2).contains(self.between.count), Set(self.between).count == self.between.count else {
                throw Problem(
                    .usage, "--between \(between) does not name one or two sides",
                    hint: "write two holders, statuses or ids with a comma, like Russia,Ukraine")
            }
        }
        counting = try command.held.counting()
        func length(_ text: String?, _ option: String) throws -> Double {
            guard let text else { return ContactSettings.defaultTolerance }
            let metres = try Arguments.length(text, option)
            guard ContactSettings.tolerances.contains(metres) else {
                throw Problem(.usage, "\(option) \(text) must be 1 mm to 100 km")
            }
            return metres
        }
        contact.tolerance = try length(command.tolerance, "--tolerance")
        contact.referenceTolerance = try length(command.minusTolerance, "--minus-tolerance")
        let rulers = try command.ruler?.split(separator: ",").map {
            try Arguments.length(String($0.drop { $0 == " " }), "--ruler")
        }
        if let rulers {
            guard (1...Self.rulers.count).contains(rulers.count), Set(rulers).count == rulers.count,
                rulers.allSatisfy(Self.rulers.range.contains)
            else {
                throw Problem(
                    .usage, "--ruler \(command.ruler ?? "") does not name rulers",
                    hint: "up to 100 different ones from 1 cm to 1,000 km, like 1km,2km,5km")
            }
        }
        self.rulers = (rulers ?? Self.defaultRulers).sorted()
        claims = try command.claim.map { try FrontClaim(option: $0) }
        if let days = command.windowDays, !(0...Claim.longestWindow).contains(days) {
            throw Problem(.usage, "--window-days must be 0 to \(Claim.longestWindow)")
        }
        let errors = try command.errorArguments.settings(edges: .geodesic, geodata: command.geodata)
        check = CheckSettings(
            boundaryError: errors.boundaryError, correlationLength: errors.correlationLength,
            errorClass: errors.errorClass, classes: errors.classes,
            asOf: try Arguments.date(command.asOf, "--as-of"), windowDays: command.windowDays)
    }
}

extension FrontClaim {
    /// A figure of --claim.
    ///
    /// - Throws: a problem (64) when it is no length.
    init(option text: String) throws {
        let figure: PrintedFigure
        do {
            figure = try FigureReader.english.figure(text)
        } catch {
            throw Problem(.usage, "--claim: \(error.message)", remedy: error.remedy)
        }
        guard figure.unit.dimension == .length else {
            throw Problem(
                .usage, "--claim: \"\(text)\" is no length", hint: "write it like \"about 1,200 km\"")
        }
        var claim = Claim(
            id: "claim", kind: .length, numbers: figure.numbers, unit: figure.unit,
            qualifier: figure.qualifier)
        claim.equivalent = figure.equivalent
        self.init(text, claim)
    }
}
