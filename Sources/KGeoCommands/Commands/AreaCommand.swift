// kgeo area: a row per feature, streamed; or what other methods would print.

internal import ArgumentParser
internal import KGeo
internal import KGeoAtlas
internal import KGeoCore
internal import KGeoJSON
internal import KGeoReport
internal import KGeoVerdict

struct AreaCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "area", abstract: "Area and perimeter of every feature, on the ellipsoid.",
        discussion: """
            Areas are on WGS84, in m² in CSV and JSON and in km² in the table, with geodesic edges (what PROJ, PostGIS geography and QGIS print) and with edges \
            straight in longitude and latitude (RFC 7946). Holes are subtracted; lines and points are 0.

            Examples:
              kgeo area map.geojson
              kgeo area --format csv maps/ > areas.csv
              kgeo area map.geojson --compare
            """)
    @OptionGroup var stream: StreamArguments
    @Flag(name: .long, help: "Test the topology of each feature too; a crossing ring is an error.")
    var checkTopology = false
    @Flag(
        name: .long,
        help:
            "Measure every area of a mapmaker's file, also where some are held, some contested and some neither."
    )
    var asDrawn = false
    @Flag(name: .long, help: "Show what other methods would print for the same file, and why.")
    var compare = false

    var format: OutputFormat { stream.output.format }

    func run() throws {
        let standardInput = asDrawn ? nil : try refuseMixedGround()
        if compare { return try comparison() }
        let checksTopology = checkTopology
        try StreamRun(
            stream, command: "area",
            columns: [
                ("area_m2", "area km²"), ("perimeter_m", "perimeter km"),
                ("area_lonlat_m2", "area lonlat km²"),
            ],
            shown: { values in
                [
                    Figures.cell(values[0] / 1e6, 3), Figures.cell(values[1] / 1e3, 3),
                    Figures.cell(values[2] / 1e6, 3),
                ]
            },
            foot:
                "WGS84 ellipsoid; area with geodesic edges, lonlat with edges straight in longitude and latitude",
            settings: ["check_topology": .bool(checkTopology), "as_drawn": .bool(asDrawn)],
            standardInput: standardInput,
            meter: { AreaMeter(checksTopology: checksTopology) }
        ).run()
    }

    /// A file of a known maker is no sum of its areas. Of the files of a folder, which mostly are of one kind, the first
    /// and the last are looked at in whole, of the others and of standard input the first part.
    ///
    /// - Returns: standard input, of which a part has been looked at; nil when it is not read.
    private func refuseMixedGround() throws -> ByteSource? {
        let reader = try stream.input.options.readerOptions(keepsProperties: true)
        var standardInput: ByteSource?
        for path in stream.paths {
            if path == "-" {
                if compare { continue }
                let source = try InputFile.source(path)
                try MixedGround.refuse(source, reader: reader, looksAtHead: true)
                standardInput = source
                continue
            }
            let files = FileStatus.isFolder(path) ? try MapFolder.files(path) : [path]
            for (number, file) in files.enumerated() {
                guard let size = FileStatus.sizeOfFile(InputFile.find(file).path), size <= MixedGround.largest
                else { continue }
                try MixedGround.refuse(
                    InputFile.source(file), reader: reader,
                    looksAtHead: number > 0 && number < files.count - 1)
            }
        }
        return standardInput
    }

    /// What other methods would print.
    private func comparison() throws {
        let files = try stream.files()
        let out = try stream.output.open(inputs: files)
        let log = InputLog(takesDigests: stream.output.format == .json)
        let options = try stream.input.options.readerOptions()
        let results = try files.map { path in
            try log.read(path, isMain: true) { try MethodComparison.read($0, options: options) }
        }
        try stream.output.write(CompareReport(results), to: out) {
            // Methods are projections of PROJ's database.
            Envelope(
                command: "area --compare", tool: .current(database: try Libraries.database().epsgVersion),
                inputs: log.records, settings: stream.input.record, notices: [])
        }
    }
}
