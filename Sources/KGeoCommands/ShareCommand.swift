// kgeo share: how much of one ground another covers, over the denominators in use.

internal import ArgumentParser
internal import KGeo

struct ShareCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "share",
        abstract: "What percentage of a whole a part covers, with its denominators.",
        discussion: """
            A share is as good as its denominator: the whole as drawn, an official area, with or without what lies \
            outside. Each is a row with its own percentage. What of the part lies outside the whole is said and does \
            not count, but in the row that divides the two areas as they are.

            Examples:
              kgeo share daily.geojson --of GeoData/ukraine.geojson
              kgeo share scenario.geojson#held --of GeoData/oblasts.geojson#kursk-oblast --claim "about 3 %"
              kgeo share daily.geojson --of UA
            """)
    @Argument(help: ArgumentHelp("The part: FILE or FILE#NAME; - is standard input.", valueName: "part"))
    var part: String
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The whole: FILE or FILE#NAME, or the code of an official area, such as UA.", valueName: "whole"))
    var of: String
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Also divide by the official areas of a code; left out: by those whose name the whole has.",
            valueName: "code"))
    var official: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A share to check, such as \"about 20 %\"; may be given several times.", valueName: "figure"))
    var claim: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Standard deviation of the part's lines that give none of their own; the default is 250.",
            valueName: "metres"))
    var boundaryError: Double?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Standard deviation of the whole's outline where it gives none of its own; the default is 0.",
            valueName: "metres"))
    var wholeError: Double?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Correlation length of a line's displacement; the default is 5000.", valueName: "metres"))
    var correlationLength: Double?
    @Option(name: .long, help: "Edges of the printed areas: geodesic or lonlat.")
    var edges: EdgeChoice = .geodesic
    @OptionGroup var areaNames: AreaNameArguments
    @OptionGroup var input: InputArguments
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    func run() throws {
        let code = OfficialAreas.areas(of) == nil ? nil : of
        try Arguments.readOnce(([part] + (code == nil ? [of] : [])).map(NamedFeatures.path))
        try Arguments.check(correlationLength: correlationLength)
        let wholeSigma = try Arguments.number(wholeError, "--whole-error")
        let settings = ErrorSettings(
            boundaryError: try Arguments.number(boundaryError, "--boundary-error"),
            correlationLength: correlationLength ?? ErrorSettings.defaultCorrelationLength,
            edges: edges.model)
        let claims = try claim.map { text in try Self.claim(text) }
        let log = InputLog(takesDigests: output.format == .json)
        let numerator = try ShareGround(part, input, names: areaNames, lendsDay: true, log)
        guard code == nil else {
            try areaNames.check([numerator.named])
            try write(
                ShareReport(
                    part: numerator, whole: nil, share: nil,
                    area: try located(numerator) { () throws(Problem) in
                        try ControlAreaMeasurer(fronts: numerator.fronts, settings: settings).measure(
                            numerator.parts(nil))
                    },
                    officials: try officials([of] + official), claims: claims), log)
            return
        }
        let whole: ShareGround
        do {
            whole = try ShareGround(of, input, names: areaNames, log)
        } catch let problem as Problem where problem.code == .input && !of.contains(".") {
            throw Problem(
                .usage, "--of \(of) is no file, and no official area is known by that code",
                hint: "official areas: " + OfficialAreas.codes.joined(separator: ", "))
        }
        try areaNames.check([whole.named, numerator.named])
        let borders = whole.features.compactMap { feature in
            feature.geometry.map {
                KnownLine(geometry: $0, boundaryError: feature.sigma ?? wholeSigma ?? 0)
            }
        }
        let control = ControlAreaMeasurer(borders: borders, fronts: numerator.fronts, settings: settings)
        let share = try located(numerator) { () throws(Problem) in
            try control.share(of: numerator.parts(nil), in: whole.parts(wholeSigma ?? 0))
        }
        let codes = official.isEmpty ? whole.officialCodes : official
        try write(
            ShareReport(
                part: numerator, whole: whole, share: share, area: share.part,
                officials: try officials(codes), claims: claims), log)
    }

    private func located<Value>(_ ground: ShareGround, _ body: () throws(Problem) -> Value) throws -> Value {
        do throws(Problem) { return try body() } catch { throw error.inFile(ground.path) }
    }

    private func write(_ report: ShareReport, _ log: InputLog) throws {
        let out = try output.open(inputs: log.records.map(\.path))
        switch output.format {
        case .table: try report.table(to: out)
        case .json:
            let answer = Envelope(
                command: "share",
                tool: .current(database: try ToolVersions.database(input.options, report.notices)),
                inputs: log.records, settings: record, members: report.members, notices: report.notices)
            try out.write(answer.text)
        case .csv: try report.csv(to: out)
        }
        try out.finish()
        if output.format != .json { Messages.notices(report.notices, quiet: output.quiet) }
    }

    /// What the shares depend on.
    private var record: JSONObject {
        [
            "of": .string(of), "official": .array(official.map { .string($0) }),
            "claim": .array(claim.map { .string($0) }), "boundary_error_m": .number(boundaryError),
            "assumed_boundary_error_m": .number(ErrorSettings.assumedBoundaryError),
            "whole_error_m": .number(wholeError),
            "correlation_length_m": .number(correlationLength ?? ErrorSettings.defaultCorrelationLength),
            "edges": .string(edges.rawValue),
        ] + input.record
    }

    private func officials(_ codes: [String]) throws -> [DenominatorUsed] {
        var result: [DenominatorUsed] = []
        for code in codes {
            guard let areas = OfficialAreas.areas(code) else {
                throw Problem(
                    .usage, "--official \(code) is unknown",
                    hint: "official areas: " + OfficialAreas.codes.joined(separator: ", "))
            }
            for area in areas where !result.contains(area) { result.append(area) }
        }
        return result
    }

    private static func claim(_ text: String) throws -> Claim {
        let figure: PrintedFigure
        do {
            figure = try FigureReader.english.figure(text)
        } catch {
            throw Problem(.usage, "--claim: \(error.message)", remedy: error.remedy)
        }
        guard figure.unit.dimension == .ratio else {
            throw Problem(
                .usage, "--claim: \"\(text)\" is no share", hint: "write it like \"about 20 %\"")
        }
        var claim = Claim(
            id: text, kind: .share, numbers: figure.numbers, unit: figure.unit, qualifier: figure.qualifier)
        claim.quote = text
        return claim
    }
}

/// One side of a share: the surfaces of a file or of one of its features.
struct ShareGround {
    let text: String
    let named: NamedFeatures
    var path: String { named.path }
    let features: [(geometry: Geometry?, sigma: Double?, names: [String])]
    /// Stretches of front of the same day, each with its σ.
    let fronts: [KnownLine]
    let credit: String?
    var notices: [Notice] = []

    /// - Parameter lendsDay: whether the file's name may say its day; a whole is of no day unless it says so.
    init(
        _ text: String, _ input: InputArguments, names: AreaNameArguments, lendsDay: Bool = false,
        _ log: InputLog
    ) throws {
        let named = try NamedFeatures(
            text, input, names: names.nameProperty, log: log, isMain: true)
        self.text = text
        self.named = named
        let surfaces = named.features.filter { !($0.geometry?.polygons.isEmpty ?? true) }
        guard !surfaces.isEmpty else {
            throw Problem(
                .geojson, "it holds no surface", hint: "a share is one of polygons"
            ).inFile(named.path)
        }
        var found: [Notice] = []
        features = try surfaces.map { feature in
            let properties = feature.record.properties
            let sigma = properties?["boundary_error_m"].flatMap { $0.isNull ? nil : $0 }
            let place = Problem.Place(feature: feature.record.index, id: feature.record.label)
            if let sigma, sigma.double.map({ $0 < 0 }) ?? true {
                var place = place
                place.property = "boundary_error_m"
                throw Problem(.scenario, "must be a number of metres, 0 or more", at: place)
                    .inFile(named.path)
            }
            for notice in try ScenarioLoader.topology(
                feature.geometry?.polygons ?? [], place, file: named.path)
            {
                if notice.severity == .error { throw notice.problem }
                found.append(notice)
            }
            return (
                feature.geometry, sigma?.double,
                [feature.record.label].compactMap(\.self)
                    + AreaName.names(of: feature, property: names.nameProperty)
            )
        }
        let scenario = try Self.scenario(named, surfaces)
        let days = scenario.features.filter { $0.role != .front }.compactMap(\.date)
        let dates = Set(days).sorted()
        if dates.count > 1 {
            throw Problem(
                .scenario, "the areas are of \(dates.count) dates (\(dates[0]) to \(dates[dates.count - 1]))",
                hint: "name one with FILE#ID: ground of several days is no part of anything"
            ).inFile(named.path)
        }
        let dated = Dictionary(
            scenario.features.map { ($0.index, $0.date) }, uniquingKeysWith: { first, _ in first })
        fronts = named.fronts.filter { feature in
            guard let date = dated[feature.record.index] ?? nil, let own = dates.first else { return true }
            return date == own
        }.compactMap { feature in
            feature.geometry.map {
                KnownLine(
                    geometry: $0, boundaryError: feature.record.properties?["boundary_error_m"]?.double)
            }
        }
        let isOpen = surfaces.contains {
            $0.record.properties?["licence"]?.string?.hasPrefix("ODbL") ?? false
        }
        credit = isOpen ? "© OpenStreetMap contributors" : nil
        notices = found + (lendsDay ? scenario.dayNotices : [])
    }

    /// Its surfaces and stretches of front as a map has them, with their days.
    ///
    /// - Throws: a problem when a day is none.
    private static func scenario(_ named: NamedFeatures, _ surfaces: [Feature]) throws -> Scenario {
        let own = Set(surfaces.map(\.record.index))
        var reader = ScenarioReader()
        let scenario = reader.scenario(
            GeoJSONDocument(
                collection: named.collection,
                features: surfaces + named.fronts.filter { !own.contains($0.record.index) }),
            file: named.path)
        if let wrong = reader.problems.first(where: { $0.place.property == "date" }) { throw wrong }
        return scenario
    }

    /// Its features for measuring.
    ///
    /// - Parameter sigma: σ of features that give none; nil leaves it to the settings.
    func parts(_ sigma: Double?) -> [ControlPart] {
        features.map { ControlPart(polygons: $0.geometry?.polygons ?? [], boundaryError: $0.sigma ?? sigma) }
    }

    /// The codes of official areas that have the name of its one feature.
    var officialCodes: [String] {
        guard features.count == 1, let names = features.first?.names.map({ $0.lowercased() }) else {
            return []
        }
        return OfficialAreas.codes.filter { code in
            guard let official = OfficialAreas.areas(code)?.first?.name.lowercased() else { return false }
            return names.contains { official.hasPrefix($0 + ",") }
        }
    }
}
