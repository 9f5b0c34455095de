// kgeo series: dated maps one after the other, a row each.

internal import ArgumentParser
internal import KGeo
internal import KGeoControl
internal import KGeoCore
internal import KGeoReport

struct SeriesCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "series", abstract: "Area, ground gained and lost over dated maps, a row for each.",
        discussion: """
            Takes files, folders of files, or a scenario with several dates. Dates come from the features, or else from \
            the names of the files (20250501, 2025-05-01, or a unix time). Days without a map, a map that is the one \
            before once more, the first change after such a one, and changes far above the usual are flagged; nothing \
            is patched. GeoJSON carries date_start and date_end for QGIS's temporal controller.

            Examples:
              kgeo series maps/ --format csv > series.csv
              kgeo series maps/ --from 2025-05-01 --to 2025-07-31 --chart series.svg
              kgeo series maps/ --monthly --by Ukraine --advances 10 --format markdown > months.md
              kgeo series maps/ --claims figures.csv
              kgeo series scenario.geojson --holder Ukraine --by districts.geojson
            """)
    @Argument(
        help: ArgumentHelp(
            "Maps, folders of maps, or scenarios with several dates.", valueName: "file|folder"))
    var files: [String]
    @Option(name: .long, help: ArgumentHelp("Leave out maps before this day.", valueName: "date"))
    var from: String?
    @Option(name: .long, help: ArgumentHelp("Leave out maps after this day.", valueName: "date"))
    var to: String?
    @Flag(exclusivity: .exclusive, help: "A row for each week or month instead of each map.")
    var division: DivisionChoice?
    @OptionGroup(title: "Ground") var ground: GroundArguments
    @OptionGroup(title: "Pieces") var pieceArguments: PieceArguments
    @OptionGroup(title: "Claims") var claimArguments: ClaimArguments
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Also draw the area over time, with the figures of --claims as points with their intervals, and below it what was gained and lost, as SVG.",
            valueName: "file"))
    var chart: String?
    @OptionGroup(title: "Output") var output: MapOutputOptions

    var format: OutputFormat { output.format }

    func run() throws {
        try Arguments.readOnce(files + claimArguments.claims)
        let span = (try Arguments.date(from, "--from"), try Arguments.date(to, "--to"))
        let log = InputLog(takesDigests: output.isJSON)
        var problems: [Problem] = []
        let claims = try claimArguments.claims(problems: &problems, takesRates: true, log: log)
        try Messages.stop(on: problems, format: format, allBy: nil)
        let paths = try files.flatMap { try MapFolder.files($0) }
        var reader = try ground.reader()
        reader.keepsDigests = output.isJSON
        let series = try MapSeries(try maps(&reader, paths, span))
        let settings = try ground.settings(reader)
        let by = try ground.regions(log)
        let regions = try by.map { try RegionSeries(series, by: $0.areas) }
        for read in reader.digests { log.add(read.path, read.sha256, isMain: true) }
        try Arguments.rejectTwins(claims, hint: "give each claim an id of its own")
        let check =
            try claims.isEmpty
            ? nil : SeriesCheck(series, claims, settings, reader.choice, lines: reader, words: .commandLine)
        let divided = try division.map {
            try DividedSeries(
                series, by: $0.division, regions: regions, areas: by?.areas, settings: settings)
        }
        let change = try whole(series, settings)
        let pieces = try change.map { try pieceArguments.pieces($0, series: series, by: by?.areas, output) }
        let report = SeriesReport(
            series: series, regions: regions, settings: settings, choice: reader.choice,
            whole: output.listsPieces ? change : nil,
            check: check.map {
                CheckReport(files: [.init($0.scenario, findings: $0.findings)], settings: $0.settings)
            }, divided: divided, listed: pieces?.listed ?? [], pieces: pieces?.all ?? [])
        let notices =
            reader.allNotices + (by?.notices ?? []) + (check?.warnings ?? [])
            + VerdictNote.notices(hasClaims: check != nil, in: output.chosen)
        let inputs = paths + claimArguments.claims + [ground.by.map(NamedFeatures.path)].compactMap(\.self)
        try output.file.apart("--chart", chart)
        try output.file.apart("--export", pieceArguments.export)
        let out = try output.file.open(inputs: inputs)
        let export = try pieceArguments.export.map {
            try Output(path: $0, force: output.file.force, inputs: inputs)
        }
        let drawing = try chart.map { try Output(path: $0, force: output.file.force, inputs: inputs) }
        try output.write(
            report, report.geojson, to: out, notices: notices,
            before: {
                try ground.mapping.save(beside: paths, force: output.file.force)
                try drawing?.write(
                    SeriesChart(
                        series, settings, findings: check?.findings ?? [], divided: divided,
                        words: reader.choice.words
                    ).svg)
                try drawing?.finish()
                try pieceArguments.write({ report.pieceMap }, { report.pieceRows }, to: export)
            },
            envelope: {
                Envelope(
                    command: "series",
                    tool: .current(
                        database: try ToolVersions.database(ground.input.options, reader.allNotices)),
                    inputs: log.records,
                    settings: [
                        "from": .text(span.0?.description), "to": .text(span.1?.description),
                        "division": .text(division?.division.rawValue),
                        "advances": .count(pieceArguments.advances),
                    ] + ground.record(settings) + claimArguments.record, notices: notices)
            })
    }

    /// The maps between the two days.
    private func maps(
        _ reader: inout GroundReader, _ paths: [String], _ span: (CalendarDate?, CalendarDate?)
    ) throws -> [GroundMap] {
        var maps = try reader.maps(paths) { path throws(Problem) in try InputFile.source(path) }
        try reader.checkCounting()
        let found = maps.count
        maps.removeAll { map in
            guard let date = map.date else { return false }
            return span.0.map { date < $0 } ?? false || span.1.map { date > $0 } ?? false
        }
        guard maps.isEmpty else { return maps }
        if found == 0, let gap = reader.allNotices.first(where: { $0.problem.code == .gap }) {
            throw gap.problem
        }
        throw Problem(
            .scenario,
            found == 1
                ? "the one map does not lie between --from and --to"
                : "none of the \(found) maps lies between --from and --to")
    }

    /// The whole way in one step, which has an error and noise of its own; rows have not, so CSV need not wait for it.
    private func whole(_ series: MapSeries, _ settings: ChangeSettings) throws -> MapChange? {
        guard output.listsPieces || pieceArguments.export != nil, series.rows.count > 1 else { return nil }
        return try MapChange(
            from: series.rows[0].map, to: series.rows[series.rows.count - 1].map, settings: settings)
    }
}

/// How rows of a series are put together.
enum DivisionChoice: String, EnumerableFlag {
    case weekly, monthly

    var division: SeriesDivision { self == .weekly ? .week : .month }
}
