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
            inspect: asDrawn ? nil : try mixedGround(),
            meter: { AreaMeter(checksTopology: checksTopology) }
        ).run()
    }

    /// Refuses a file that is no sum of its areas, by its number among the inputs, before anything of it is measured.
    ///
    /// Of the files of a folder, which mostly are of one kind, the first and the last are looked at in whole, of the others
    /// and of standard input the first part.
    private func mixedGround() throws -> @Sendable (ByteSource, Int) throws -> Void {
        let options = stream.input.options
        let looksAtHead = try stream.paths.flatMap { path -> [Bool] in
            guard path != "-" else { return [true] }
            let files = try MapFolder.files(path)
            return files.indices.map { $0 > 0 && $0 < files.count - 1 }
        }
        return { source, number in
            guard source.size.map({ $0 <= MixedGround.largest }) ?? true else { return }
            try MixedGround.refuse(
                source, reader: try options.readerOptions(keepsProperties: true),
                looksAtHead: looksAtHead[number])
        }
    }

    /// What other methods would print.
    private func comparison() throws {
        let files = try stream.files()
        if !asDrawn {
            let inspect = try mixedGround()
            for (number, file) in files.enumerated() where file != "-" {
                try inspect(InputFile.source(file), number)
            }
        }
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
