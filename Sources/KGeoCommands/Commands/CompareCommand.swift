// kgeo compare: several mapmakers' maps of one day, or over a period.

internal import ArgumentParser
internal import KGeo
internal import KGeoAtlas
internal import KGeoControl
internal import KGeoCore
internal import KGeoExtract
internal import KGeoJSON
internal import KGeoReport
internal import KGeoScenario

struct CompareCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Several mapmakers on one day, or over a period: what differs, and by how much.",
        discussion: """
            Takes maps or folders of maps of at least two mapmakers. On a day (--as-of), or on every day of the first \
            maker on which another has a map: areas, which ground all, some or one of them counts, how far one line lies \
            from another place by place, σ and ℓ of a drawn line, and which maker's map a figure fits (--claim). Over \
            several days the differences are pooled, and whether a ± fitted to the other days holds is counted. With \
            --period, the net change of each near the front. GeoJSON has the ground by how many makers count it.

            Examples:
              kgeo compare deepstate/ isw/ --as-of 2023-06-01 --counting isw=controlled+contested
              kgeo compare deepstate/ isw/ liveuamap/ --as-of 2023-06-01 --claim "about 108,000 km2"
              kgeo compare deepstate/ isw/ --format csv
              kgeo compare deepstate/ liveuamap/ --period 2024-10-02..2024-11-01
            """)
    @Argument(
        help: ArgumentHelp(
            "Maps or folders of maps; NAME=PATH calls their maker NAME.", valueName: "file|folder"))
    var files: [String]
    @Option(name: .long, help: ArgumentHelp("Compare on this day, like 2023-06-01.", valueName: "date"))
    var asOf: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Net change from the end of the day before the first day to that of the last, like 2024-10-02..2024-11-01.",
            valueName: "first..last"))
    var period: String?
    @Option(
        name: .long,
        help: ArgumentHelp("How far a map may lie from a day; the default is 3.", valueName: "days"))
    var windowDays: Int?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The statuses that count as held, on every map or, as NAME=STATUSES, on those of one maker; may be given several times.",
            valueName: "statuses"))
    var counting: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp("Whose ground, where a map shows several sides.", valueName: "name"))
    var holder: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A figure to hold against each map, such as \"about 108,000 km2\"; may be given several times.",
            valueName: "figure"))
    var claim: [String] = []
    @Option(
        name: .customLong("in"),
        help: ArgumentHelp(
            "Where outlines are front: a region of GeoData or the areas of FILE; the default is Ukraine, none takes outlines everywhere.",
            valueName: "region|file"))
    var region: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Compare fronts farther than this from the outline of that region; the default is 6 km. Ground counts from half of it.",
            valueName: "length"))
    var inset: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Compare fronts in this box alone: west, south, east and north in degrees.", valueName: "w,s,e,n")
    )
    var box: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Also write the ground by how many makers count it, and the displacement along the fronts, as GeoJSON.",
            valueName: "file"))
    var export: String?
    @Option(name: .long, help: ArgumentHelp("The folder that holds GeoData.", valueName: "folder"))
    var geodata: String?
    @OptionGroup(title: "Property mapping") var mapping: MappingArguments
    @OptionGroup(title: "Input") var input: InputArguments
    @OptionGroup(title: "Output") var output: MapOutputOptions

    var format: OutputFormat { output.format }

    func run() throws {
        let options = try CompareOptions(self)
        let log = InputLog(takesDigests: output.isJSON)
        let region = try CompareRegion(self, options.question.displacement, log)
        let shelf = try shelf(options, log)
        var question = options.question
        question.displacement.region = region.polygons
        let report = MakersReport(try shelf.answer(question), region: region.words)
        let notices = shelf.reader.allNotices + region.notices
        let inputs = options.paths.map(\.path) + region.files
        try output.file.apart("--export", export)
        let out = try output.file.open(inputs: inputs)
        let map = try export.map { try Output(path: $0, force: output.file.force, inputs: inputs) }
        try output.write(
            report, report.geojson, to: out, notices: notices,
            before: {
                try map?.write(report.geojson)
                try map?.finish()
            },
            envelope: {
                Envelope(
                    command: "compare",
                    tool: .current(database: try ToolVersions.database(input.options, notices)),
                    inputs: log.records, settings: record(options), notices: notices)
            })
    }
}

extension CompareCommand {
    /// The maps by their makers.
    private func shelf(_ options: CompareOptions, _ log: InputLog) throws -> MakerShelf {
        let reader = GroundReader(
            GroundChoice(holder: holder), mapping: try mapping.mapping(), input: input.options)
        var shelf = MakerShelf(reader, counting: options.counting, ofMakers: options.ofMakers)
        let meaning = try mapping.mapping()
        for group in options.groups {
            // Files of one day may each carry a part of one map.
            for day in MapSet.byDay(group.paths, timeZone: meaning.timeZone) {
                let sources = try day.map { try InputFile.source($0) }
                let maps = try ScenarioLoader.load(
                    sources, mapping: meaning, input: input.options, keepsDigest: output.isJSON)
                for source in sources { log.add(source, isMain: true) }
                for loaded in maps {
                    try Messages.stop(on: loaded.problems, format: format)
                    try shelf.add(loaded, named: group.name)
                }
            }
        }
        if let unknown = options.ofMakers.keys.sorted().first(where: { name in
            !shelf.makers.contains { $0.name == name }
        }) {
            throw Problem(
                .usage, "--counting: no map is of a maker \"\(unknown)\"",
                hint: "the makers are "
                    + shelf.makers.map { SafeText.escaped($0.name) }.joined(separator: ", "))
        }
        guard shelf.makers.count > 1 else {
            throw Problem(
                .scenario,
                "all maps are of one maker, \(SafeText.escaped(shelf.makers.first?.name ?? "of nobody"))",
                hint:
                    "NAME=PATH calls the maker of a map or folder NAME; kgeo series compares maps of one maker"
            )
        }
        return shelf
    }

    private func record(_ options: CompareOptions) -> JSONObject {
        let settings = options.question.displacement
        return [
            "as_of": .text(asOf), "period": .text(period), "window_days": .count(options.question.window),
            "counting": .array(counting.map { .string($0) }), "holder": .text(holder),
            "claim": .array(claim.map { .string($0) }), "in": .text(region),
            "inset_m": .number(settings.lineInset), "ground_inset_m": .number(settings.groundInset),
            "box": .text(box), "shortest_m": .number(settings.shortest),
            "spacing_m": .number(DisplacementSettings.spacing),
            "reach_m": .number(DisplacementSettings.reach), "geodata": .text(geodata),
        ] + mapping.record + input.record
    }
}
