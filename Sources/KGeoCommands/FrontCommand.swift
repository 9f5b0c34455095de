// kgeo front: the contact line of two sides, its length per ruler, its dimension, and the ruler of a claim.

internal import ArgumentParser
internal import KGeo

enum FrontFormat: String, ExpressibleByArgument, CaseIterable { case table, json, csv, geojson }

struct FrontCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "front",
        abstract: "The contact line of two sides, and how its length depends on the ruler.",
        discussion: """
            The line is the part of one side's outline within --tolerance of the other's, or, where only one side is \
            drawn, its whole outline; less what runs along borders and coasts: the reference features of the \
            scenario, else the outline of Ukraine in GeoData, else what --minus names. A front has no length of its \
            own: the finer the ruler, the longer the line. Lengths at several rulers, the divider dimension D, and \
            the ruler that a claimed length implies are printed.

            Examples:
              kgeo front scenario.geojson --as-of 2025-05-31
              kgeo front daily.geojson --set holder=Russia --claim "about 1,200 km" --export front.geojson
              kgeo front kursk.geojson --status-property status --controlled ukrainian_controlled \\
                --contested unknown_grey --date-property date --as-of 2024-08-21 --between controlled,contested
            """)
    @Argument(help: ArgumentHelp("A scenario or any map in GeoJSON; - is standard input.", valueName: "file"))
    var file: String
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The sides: one or two holders, statuses or ids. Left out: the two holders that are in contact, or the only one.",
            valueName: "A,B"))
    var between: String?
    @OptionGroup var held: CountingArguments
    @Option(
        name: .long,
        help: ArgumentHelp(
            "How far apart two outlines in contact may lie; the default is 200 m.", valueName: "length"))
    var tolerance: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A file of borders or coasts that are no front (or FILE#NAME); may be given several times. none: nothing is left out.",
            valueName: "file"))
    var minus: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp(
            "What lies within this distance of a border or coast is left out; the default is 200 m.",
            valueName: "length"))
    var minusTolerance: String?
    @Flag(
        name: .long,
        help: "Leave out what lies across the outline of a surface of --minus from most of the ground.")
    var ownSide = false
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Rulers, several with commas; the default is 0.5km,1km,2km,5km,10km,20km.", valueName: "lengths"))
    var ruler: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A published length, such as \"1,200 km\": which ruler gives it?", valueName: "figure"))
    var claim: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Divide the line by the areas of FILE (or FILE#NAME); left out: by the regions of the ground, if it has several.",
            valueName: "file"))
    var by: String?
    @OptionGroup var areaNames: AreaNameArguments
    @Option(
        name: .long,
        help: ArgumentHelp("Also write the line as GeoJSON, a feature per stretch.", valueName: "file"))
    var export: String?
    @Option(name: .long, help: ArgumentHelp("The day of the map, like 2024-08-21.", valueName: "date"))
    var asOf: String?
    @Option(
        name: .long,
        help: ArgumentHelp("How far a map may lie from that day; the default is 3.", valueName: "days"))
    var windowDays: Int?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Standard deviation of drawn lines that give none of their own; the default is 250.",
            valueName: "metres"))
    var boundaryError: Double?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Correlation length of a line's displacement; the default is 5000.", valueName: "metres"))
    var correlationLength: Double?
    @Option(
        name: .long,
        help: ArgumentHelp("The folder that holds GeoData.", valueName: "folder"))
    var geodata: String?
    @OptionGroup(title: "Property mapping") var mappingArguments: MappingArguments
    @OptionGroup(title: "Input") var input: InputArguments
    @Option(name: .customLong("format"), help: "How to print: table, json, csv or geojson.")
    var wantedFormat: FrontFormat = .table
    @Option(
        name: [.long, .short],
        help: ArgumentHelp(
            "Write to FILE instead of standard output, whole or not at all.", valueName: "file"))
    var output: String?
    @Flag(name: .long, help: "Replace output files that exist.")
    var force = false
    @Flag(name: [.long, .short], help: "No notes and warnings.")
    var quiet = false

    var format: OutputFormat { wantedFormat == .json ? .json : .table }

    func run() throws {
        let references = minus == ["none"] ? [] : minus
        try Arguments.readOnce(([file, by].compactMap(\.self) + references).map(NamedFeatures.path))
        let options = try FrontOptions(self)
        let log = InputLog(takesDigests: wantedFormat == .json)
        let loaded = try log.read(file, isMain: true) {
            try ScenarioLoader.load($0, mapping: mappingArguments.mapping(), input: input.options)
        }
        try Messages.stop(on: loaded.problems, format: format)
        let less = try FrontReferences(
            minus, scenario: loaded.scenario, geodata: geodata, ownSide: ownSide, input: input, log: log)
        let areas = try areaNames.areas(by, "--by", input, log)
        let inputs = ([file, by].compactMap(\.self) + references).map(NamedFeatures.path) + less.files
        let out = try Output(path: output, force: force, inputs: inputs)
        let copy = try export.map { path in
            guard path != output ?? "-" else {
                throw Problem(
                    .usage, "--export and the report would both go to \(path)",
                    hint: "send one of them elsewhere")
            }
            return try Output(path: path, force: force, inputs: inputs)
        }
        let measurer = FrontMeasurer(loaded.scenario, settings: options.check)
        var settings = options.contact
        settings.correlationLength = measurer.correlationLength
        let front = try measurer.front(
            asOf: options.check.asOf, between: options.between, counting: options.counting,
            less: less.references, settings: settings)
        let sectors =
            try areas.map { areas throws(Problem) in
                try front.line.sectors(
                    areas.areas.map { FrontRegion(name: $0.name, polygons: $0.polygons) })
            } ?? FrontRegions.ofGround(front)
        let report = FrontReport(
            loaded: loaded, front: front, less: less, sectors: sectors, by: by, options: options,
            settings: settings)
        switch wantedFormat {
        case .table: try report.table(to: out)
        case .json:
            let notices =
                loaded.notices + measurer.warnings + less.notices + (areas?.notices ?? [])
            let answer = Envelope(
                command: "front",
                tool: .current(database: try ToolVersions.database(input.options, notices)),
                inputs: log.records, settings: record(options, settings), members: report.members,
                notices: notices)
            try out.write(answer.text)
        case .csv: try report.csv(to: out)
        case .geojson: try out.write(report.geojson())
        }
        try copy?.write(report.geojson())
        try copy?.finish()
        try out.finish()
        guard wantedFormat != .json else { return }
        Messages.notices(
            loaded.notices + measurer.warnings + less.notices + (areas?.notices ?? []), quiet: quiet)
    }
}

extension FrontCommand {
    /// What the line and its lengths depend on.
    fileprivate func record(_ options: FrontOptions, _ settings: ContactSettings) -> JSONObject {
        [
            "between": .text(between), "counting": .string(options.counting.label),
            "tolerance_m": .number(settings.tolerance),
            "minus": .array(minus.map { .string($0) }),
            "minus_tolerance_m": .number(settings.referenceTolerance), "own_side": .bool(ownSide),
            "ruler_m": .array(options.rulers.map { .number($0) }),
            "claim": .array(claim.map { .string($0) }), "by": .text(by),
            "name_property": .text(areaNames.nameProperty),
            "as_of": .text(asOf), "window_days": .count(windowDays),
            "boundary_error_m": .number(boundaryError),
            "assumed_boundary_error_m": .number(ErrorSettings.assumedBoundaryError),
            "correlation_length_m": .number(settings.correlationLength), "geodata": .text(geodata),
        ] + mappingArguments.record + input.record
    }
}

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
        claims = try command.claim.map(FrontClaim.init)
        if let days = command.windowDays, !(0...3_660).contains(days) {
            throw Problem(.usage, "--window-days must be 0 to 3660")
        }
        try Arguments.check(correlationLength: command.correlationLength)
        check = CheckSettings(
            boundaryError: try Arguments.number(command.boundaryError, "--boundary-error"),
            correlationLength: command.correlationLength,
            asOf: try Arguments.date(command.asOf, "--as-of"), windowDays: command.windowDays)
    }
}

/// A published length, as an interval.
struct FrontClaim {
    var text: String
    var claim: Claim
    /// In m; the high end may be infinite.
    var interval: Interval

    init(_ text: String) throws {
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
        self.text = text
        claim = Claim(
            id: "claim", kind: .length, numbers: figure.numbers, unit: figure.unit,
            qualifier: figure.qualifier)
        claim.equivalent = figure.equivalent
        interval = claim.checkedInterval.si
    }
}
