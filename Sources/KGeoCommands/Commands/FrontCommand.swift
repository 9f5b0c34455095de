// kgeo front: the contact line of two sides, its length per ruler, its dimension, and the ruler of a claim.

internal import ArgumentParser
internal import KGeo
internal import KGeoControl
internal import KGeoCore
internal import KGeoMeasure
internal import KGeoReport
internal import KGeoScenario
internal import KGeoVerdict

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
            "Divide the line by the areas of FILE (or FILE#NAME) or by the regions of Ukraine, Donbas …; left out: by the regions of the ground, if it has several.",
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
    @OptionGroup(title: "Error of drawn lines") var errorArguments: ErrorArguments
    @Option(
        name: .long,
        help: ArgumentHelp("The folder that holds GeoData.", valueName: "folder"))
    var geodata: String?
    @OptionGroup(title: "Property mapping") var mappingArguments: MappingArguments
    @OptionGroup(title: "Input") var input: InputArguments
    @OptionGroup(title: "Output") var output: MapOutputOptions

    var format: OutputFormat { output.format }

    func run() throws {
        let references = minus == ["none"] ? [] : minus
        try Arguments.readOnce(([file, by].compactMap(\.self) + references).map(NamedFeatures.path))
        let options = try FrontOptions(self)
        let log = InputLog(takesDigests: output.isJSON)
        let loaded = try log.read(file, isMain: true) {
            try ScenarioLoader.load($0, mapping: mappingArguments.mapping(), input: input.options)
        }
        try Messages.stop(on: loaded.problems, format: format)
        let gaps = loaded.scenario.gaps(counting: options.counting)
        let days = Set(loaded.scenario.features.filter { $0.role == .control }.map(\.date))
        let shown: Set<CalendarDate?> = options.check.asOf.map { [$0] } ?? days
        if shown.count == 1, let gap = gaps.first(where: { shown.contains($0.date) }) {
            throw gap.notice(file).problem
        }
        let less = try FrontReferences(
            minus, scenario: loaded.scenario, geodata: geodata, ownSide: ownSide, input: input, log: log)
        let areas = try areaNames.areas(by, "--by", input, log)
        let inputs = ([file, by].compactMap(\.self) + references).map(NamedFeatures.path) + less.files
        let out = try output.file.open(inputs: inputs)
        try output.file.apart("--export", export, hint: "send one of them elsewhere")
        if export == "-", output.file.output == nil {
            throw Problem(
                .usage, "--export and the report would both go to -", hint: "send one of them elsewhere")
        }
        let copy = try export.map { try Output(path: $0, force: output.file.force, inputs: inputs) }
        let measurer = FrontMeasurer(loaded.scenario, settings: options.check)
        let settings = options.contact
        let front = try measurer.front(
            asOf: options.check.asOf, between: options.between, counting: options.counting,
            less: less.borders.references, settings: settings)
        try checkRulers(options.rulers, on: front.line)
        let sectors =
            try areas.map { areas throws(Problem) in
                try front.line.sectors(
                    areas.areas.map { FrontRegion(name: $0.name, polygons: $0.polygons) })
            } ?? front.sectorsOfGround
        let report = FrontReport(
            scenario: loaded.scenario, front: front, less: less.borders, sectors: sectors, by: by,
            lengths: FrontLengths(front.line, rulers: options.rulers),
            claims: options.claims, settings: settings)
        let notices =
            gaps.map { $0.notice(file) } + loaded.notices + measurer.warnings + less.notices
            + (areas?.notices ?? [])
            + VerdictNote.notices(hasClaims: !options.claims.isEmpty, in: output.chosen)
        try output.write(
            report, report.geojson, to: out, notices: notices,
            before: {
                try mappingArguments.save(beside: [file], force: output.file.force)
                try copy?.write(report.geojson)
                try copy?.finish()
            },
            envelope: {
                Envelope(
                    command: "front",
                    tool: .current(database: try ToolVersions.database(input.options, notices)),
                    inputs: log.records, settings: record(options, settings, front.line), notices: notices)
            })
    }
}

extension FrontCommand {
    /// Refuses rulers that would walk a line in too many steps.
    fileprivate func checkRulers(_ rulers: [Double], on line: ContactLine) throws {
        guard let finest = line.finestRuler(of: rulers) else { return }
        let (metres, kilometres) = (Figures.plain(finest.rounded(.up)), Figures.short(line.metres / 1e3))
        throw Problem(
            .usage, "--ruler \(ruler ?? "") is too fine for a line of \(kilometres) km",
            hint: "its walks take more than 20 million steps; a finest ruler of \(metres) m fits")
    }

    /// What the line and its lengths depend on.
    fileprivate func record(
        _ options: FrontOptions, _ settings: ContactSettings, _ line: ContactLine
    ) -> JSONObject {
        [
            "between": .text(between), "counting": .string(options.counting.label),
            "tolerance_m": .number(settings.tolerance),
            "minus": .array(minus.map { .string($0) }),
            "minus_tolerance_m": .number(settings.referenceTolerance), "own_side": .bool(ownSide),
            "ruler_m": .array(options.rulers.map { .number($0) }),
            "claim": .array(claim.map { .string($0) }), "by": .text(by),
            "name_property": .text(areaNames.nameProperty),
            "as_of": .text(asOf), "window_days": .count(windowDays),
            "boundary_error_m": .number(errorArguments.boundaryError),
            "error_class": .text(errorArguments.errorClass),
            "correlation_length_m": .number(line.correlationLength), "geodata": .text(geodata),
        ] + mappingArguments.record + input.record
    }
}
