// Option groups: one vocabulary of flags in all commands.

internal import ArgumentParser
internal import KGeo
internal import SystemC

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

enum EdgeChoice: String, ExpressibleByArgument, CaseIterable {
    case geodesic, lonlat
    var model: EdgeModel { self == .geodesic ? .geodesic : .lonlat }
}

struct OutputOptions: ParsableArguments {
    @Option(name: .long, help: "How to print: table, json or csv.")
    var format: OutputFormat = .table
    @Option(
        name: [.long, .short],
        help: ArgumentHelp(
            "Write to FILE instead of standard output, whole or not at all.", valueName: "file"))
    var output: String?
    @Flag(name: .long, help: "Replace the output file if it exists.")
    var force = false
    @Option(name: .long, help: "Colour: auto (on a terminal, unless NO_COLOR is set), always or never.")
    var color: ColorChoice = .auto
    @Flag(name: [.long, .short], help: "No notes and warnings.")
    var quiet = false

    func open(inputs: [String] = []) throws -> Output {
        try Output(path: output, force: force, inputs: inputs)
    }

    /// Whether to colour.
    var hasColor: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: output == nil && getenv("NO_COLOR") == nil && isatty(1) == 1
        }
    }
}

struct InputArguments: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The coordinate reference system of the input, as EPSG:n or a PROJ string; overrides what the file says.",
            valueName: "crs"))
    var crs: String?
    @Flag(name: .customLong("swap-xy"), help: "Read latitude before longitude.")
    var swapXY = false

    var options: InputOptions { InputOptions(crs: crs, swapsXY: swapXY) }
}

struct MappingArguments: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The property that holds the status.", valueName: "name"))
    var statusProperty: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Values of the status that mean firmly held; several with commas.", valueName: "values"))
    var controlled: String?
    @Option(
        name: .long, help: ArgumentHelp("Values that mean contested, the grey zone.", valueName: "values"))
    var contested: String?
    @Option(name: .long, help: ArgumentHelp("Values that mean claimed only.", valueName: "values"))
    var claimed: String?
    @Option(name: .long, help: ArgumentHelp("Values to leave out.", valueName: "values"))
    var ignored: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The property that holds the date; without a date the day in the file's name counts.",
            valueName: "name"))
    var dateProperty: String?
    @Option(
        name: .long,
        help: ArgumentHelp("The time zone in which a unix time becomes a date.", valueName: "zone"))
    var timeZone: String?
    @Option(name: .long, help: ArgumentHelp("The property that names the holder.", valueName: "name"))
    var holderProperty: String?
    @Option(name: .long, help: ArgumentHelp("The property that names the region.", valueName: "name"))
    var regionProperty: String?
    @Option(name: .long, help: ArgumentHelp("The property that holds the id.", valueName: "name"))
    var idProperty: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Set a property on every feature, such as holder=Ukraine.", valueName: "name=value"))
    var set: [String] = []

    func mapping() throws -> PropertyMapping {
        func list(_ text: String?) -> [String] { text?.split(separator: ",").map(String.init) ?? [] }
        var mapping = PropertyMapping()
        mapping.statusProperty = statusProperty
        mapping.controlled = list(controlled)
        mapping.contested = list(contested)
        mapping.claimed = list(claimed)
        mapping.ignored = list(ignored)
        mapping.dateProperty = dateProperty
        mapping.holderProperty = holderProperty
        mapping.regionProperty = regionProperty
        mapping.idProperty = idProperty
        if let timeZone {
            guard let zone = MapTimeZone(timeZone) else {
                throw Problem(
                    .usage, "the time zone \"\(timeZone)\" is unknown", hint: "known: " + MapTimeZone.known)
            }
            mapping.timeZone = zone
        }
        let words = mapping.controlled + mapping.contested + mapping.claimed + mapping.ignored
        if let twice = words.first(where: { word in words.count { $0 == word } > 1 }) {
            throw Problem(
                .usage, "the status \"\(twice)\" is given two meanings",
                hint: "name each value once among --controlled, --contested, --claimed and --ignored")
        }
        for pair in set {
            guard let equals = pair.firstIndex(of: "="),
                PropertyMapping.settable.contains(String(pair[..<equals]))
            else {
                throw Problem(
                    .usage, "--set \(pair) cannot be used",
                    hint: "write --set name=value with one of "
                        + PropertyMapping.settable.joined(separator: ", "))
            }
            mapping.set.append((String(pair[..<equals]), String(pair[pair.index(after: equals)...])))
        }
        return mapping
    }
}

enum Arguments {
    /// Standard input can be read once.
    static func readOnce(_ paths: [String]) throws {
        guard paths.count(where: { $0 == "-" }) > 1 else { return }
        throw Problem(
            .usage, "- is given more than once, and standard input can be read only once",
            hint: "name a file for the others")
    }

    /// What is written and the report must not go to one place.
    static func apart(write: String?, _ output: String?, _ what: String) throws {
        guard let write, write == output ?? "-" else { return }
        throw Problem(
            .usage, "--write and the report would both go to \(write == "-" ? "standard output" : write)",
            hint: "send one of them elsewhere: --write FILE for \(what), --output FILE for the report")
    }

    /// A length with its unit as written on the command line, in m.
    ///
    /// - Throws: a problem (64) for a length without unit, or in a unit that is none of length.
    static func length(_ text: String, _ option: String) throws -> Double {
        let sign: Double = text.first == "-" || text.first == "\u{2212}" ? -1 : 1
        let rest = String(sign < 0 ? text.dropFirst() : text[...])
        if let value = Double(rest), value.isFinite {
            throw Problem(
                .usage, "\(option) \(text) has no unit",
                hint: "write it with one: \"\(text) m\" or \"\(text) km\"")
        }
        // The point of an option's number is always before decimals, as in any option.
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let plain = Double(digits).flatMap { value in
            FigureReader.english.unit(String(rest[digits.endIndex...])).map {
                PrintedFigure(numbers: [PrintedNumber(value: value, step: 1)], unit: $0, qualifier: .exact)
            }
        }
        guard let figure = plain ?? (try? FigureReader.english.figure(rest)), figure.numbers.count == 1,
            figure.qualifier == .exact, figure.equivalent == nil
        else {
            throw Problem(
                .usage, "\(option) \"\(text)\" is no length",
                hint: "write digits and a unit, like \"20 km\" or 300m")
        }
        guard figure.unit.dimension == .length else {
            throw Problem(
                .usage, "\(option) \"\(text)\": \(figure.unit.name) is no unit of length",
                hint: "units of length are "
                    + MeasureUnit.table.filter { $0.dimension == .length }.map(\.name).joined(separator: ", ")
            )
        }
        return sign * figure.unit.si(figure.numbers[0].value)
    }

    /// A correlation length that means something on a map.
    static func check(correlationLength: Double?) throws {
        guard let correlationLength, !ScenarioDefaults.correlationLengths.contains(correlationLength) else {
            return
        }
        throw Problem(.usage, "--correlation-length must be between 100 and 10000000 metres")
    }

    /// Two claims of one id cannot be told apart in the results.
    static func rejectTwins(_ claims: [Claim], hint: String) throws {
        var seen: Set<String> = []
        for claim in claims where !seen.insert(claim.id).inserted {
            var place = Problem.Place()
            place.claim = claim.id
            place.property = "id"
            throw Problem(.claim, "another claim has the same id", at: place, hint: hint)
        }
    }

    /// A day written on the command line.
    static func date(_ text: String?, _ option: String) throws -> CalendarDate? {
        guard let text else { return nil }
        guard let date = CalendarDate(iso: text) else {
            throw Problem(
                .usage, "\(option) \(text) is no day of the calendar",
                hint: "write it in full, like 2024-08-21")
        }
        return date
    }

    /// A number that must not be negative (or must be positive).
    static func number(_ value: Double?, _ option: String, positive: Bool = false) throws -> Double? {
        guard let value else { return nil }
        guard value.isFinite, positive ? value > 0 : value >= 0 else {
            throw Problem(
                .usage, "\(option) must be a number of metres, \(positive ? "above 0" : "0 or more")")
        }
        return value
    }
}
