// kgeo diff: what was gained and lost between two maps.

internal import ArgumentParser
internal import KGeo
internal import KGeoControl
internal import KGeoCore
internal import KGeoReport

struct DiffCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Ground gained and lost between two maps, with an error.",
        discussion: """
            Edges that both maps share are dropped, the rest is laid over each other; that new − old is gained − lost \
            is checked. The error is that of the outline that changed. Pieces that are nowhere thicker than two \
            drawings of one line may differ are listed apart as noise; nothing is deleted. Dates come from the features, \
            or else from the names of the files.

            Examples:
              kgeo diff map_20250501.geojson map_20250731.geojson
              kgeo diff scenario.geojson --from 2024-08-21 --to 2025-03-07 --holder Ukraine
              kgeo diff old.geojson new.geojson --by Ukraine --advances 20 --export pieces.csv
            """)
    @Argument(
        help: ArgumentHelp(
            "Two maps, the earlier first; or one scenario with several dates.", valueName: "file"))
    var files: [String]
    @Option(name: .long, help: ArgumentHelp("The date of the earlier map.", valueName: "date"))
    var from: String?
    @Option(name: .long, help: ArgumentHelp("The date of the later map.", valueName: "date"))
    var to: String?
    @OptionGroup(title: "Ground") var ground: GroundArguments
    @OptionGroup(title: "Pieces") var pieceArguments: PieceArguments
    @OptionGroup(title: "Output") var output: MapOutputOptions

    var format: OutputFormat { output.format }

    func run() throws {
        try Arguments.readOnce(files)
        guard (1...2).contains(files.count) else {
            throw Problem(
                .usage, "diff takes two maps, or one scenario with several dates, not \(files.count) files",
                hint: "kgeo series takes many")
        }
        let days = (try Arguments.date(from, "--from"), try Arguments.date(to, "--to"))
        var reader = try ground.reader()
        reader.keepsDigests = output.isJSON
        let log = InputLog(takesDigests: output.isJSON)
        var maps: [[GroundMap]] = []
        for path in files {
            maps.append(try reader.maps(InputFile.source(path)))
            if maps.last?.isEmpty ?? true,
                let gap = reader.allNotices.last(where: { $0.problem.code == .gap })
            {
                throw gap.problem
            }
        }
        try reader.checkCounting()
        let (old, new) = try pair(maps, days)
        let settings = try ground.settings(reader)
        let change = try MapChange(from: old, to: new, settings: settings)
        let by = try ground.regions(log)
        let regions = try by.map { try change.by($0.areas, settings: settings) }
        for read in reader.digests { log.add(read.path, read.sha256, isMain: true) }
        let listed = try pieceArguments.pieces(change, by: by?.areas, output)
        let report = DiffReport(
            change: change, regions: regions, settings: settings, choice: reader.choice,
            givenSigma: ground.errorArguments.boundaryError,
            listed: listed.listed, pieces: listed.all)
        let notices = report.notices + reader.allNotices + (by?.notices ?? [])
        let inputs = files + [ground.by.map(NamedFeatures.path)].compactMap(\.self)
        try output.file.apart("--export", pieceArguments.export)
        let out = try output.file.open(inputs: inputs)
        let pieces = try pieceArguments.export.map {
            try Output(path: $0, force: output.file.force, inputs: inputs)
        }
        try output.write(
            report, report.geojson, to: out, notices: notices,
            before: {
                try ground.mapping.save(beside: files, force: output.file.force)
                try pieceArguments.write({ report.geojson }, { report.pieceRows }, to: pieces)
            },
            envelope: {
                Envelope(
                    command: "diff",
                    tool: .current(
                        database: try ToolVersions.database(ground.input.options, reader.allNotices)),
                    inputs: log.records,
                    settings: [
                        "from": .text(days.0?.description), "to": .text(days.1?.description),
                        "advances": .count(pieceArguments.advances),
                    ] + ground.record(settings), notices: notices)
            })
    }

    /// The two maps that are meant.
    private func pair(
        _ files: [[GroundMap]], _ days: (CalendarDate?, CalendarDate?)
    ) throws -> (GroundMap, GroundMap) {
        func pick(_ maps: [GroundMap], _ day: CalendarDate?, _ option: String, last: Bool) throws -> GroundMap
        {
            let file = maps.first?.file ?? ""
            let known = maps.compactMap { $0.date?.description }
            let hint = known.isEmpty ? "the map carries no date" : "dates: " + known.joined(separator: ", ")
            if let day {
                guard let map = maps.first(where: { $0.date == day }) else {
                    throw Problem(.scenario, "there is no map of \(day)", hint: hint).inFile(file)
                }
                return map
            }
            guard let map = last ? maps.last : maps.first else {
                throw Problem(.scenario, "this file has no map").inFile(file)
            }
            guard maps.count == 1 || files.count == 1 else {
                throw Problem(
                    .scenario, "this file has maps of several dates",
                    hint: "say which with \(option); \(hint)"
                ).inFile(file)
            }
            return map
        }
        if files.count == 2 {
            return (
                try pick(files[0], days.0, "--from", last: false),
                try pick(files[1], days.1, "--to", last: true)
            )
        }
        guard files[0].count > 1 else {
            throw Problem(
                .scenario, "there is one map in this file, and a change needs two",
                hint: "name a second file, or a scenario with several dates"
            ).inFile(files[0].first?.file ?? "")
        }
        return (
            try pick(files[0], days.0, "--from", last: false), try pick(files[0], days.1, "--to", last: true)
        )
    }
}
