// kgeo area and kgeo length: a row per feature, streamed.

internal import ArgumentParser
internal import KGeo

struct StreamArguments: ParsableArguments {
    @Argument(help: MapFolder.argumentHelp)
    var paths: [String]
    @OptionGroup var output: OutputOptions
    @OptionGroup var input: InputArguments
    @Flag(
        name: .long,
        help: "Write a row with empty numbers for a bad feature and go on; the exit code is 65 all the same.")
    var keepGoing = false
    @Option(
        name: .long,
        help: ArgumentHelp(
            "How many threads measure; as many as there are processors, unless said otherwise. The output is the same.",
            valueName: "n"))
    var threads: Int?

    /// The files, those in folders too.
    ///
    /// - Throws: a problem when a folder cannot be read or holds no map, or standard input is named twice.
    func files() throws -> [String] {
        try Arguments.readOnce(paths)
        return try paths.flatMap { try MapFolder.files($0) }
    }

    /// How many threads measure.
    ///
    /// - Throws: a problem (64) for a number that is none of threads.
    func threadCount() throws -> Int {
        guard let threads else { return WorkerThread.processors }
        guard (1...256).contains(threads) else {
            throw Problem(
                .usage, "--threads \(threads) cannot be used",
                hint: "write a number from 1 to 256, or leave it out for as many as there are processors")
        }
        return threads
    }
}

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
    @Flag(name: .long, help: "Show what other methods would print for the same file, and why.")
    var compare = false

    var format: OutputFormat { stream.output.format }

    func run() throws {
        if compare { return try CompareReport(stream).run() }
        let checksTopology = checkTopology
        try StreamRun(
            stream, command: "area",
            columns: [
                ("area_m2", "area km²"), ("perimeter_m", "perimeter km"),
                ("area_lonlat_m2", "area lonlat km²"),
            ],
            shown: { values in
                [
                    Figures.fixed(values[0] / 1e6, 3), Figures.fixed(values[1] / 1e3, 3),
                    Figures.fixed(values[2] / 1e6, 3),
                ]
            },
            foot:
                "WGS84 ellipsoid; area with geodesic edges, lonlat with edges straight in longitude and latitude",
            settings: ["check_topology": .bool(checkTopology)],
            meter: { AreaMeter(checksTopology: checksTopology) }
        ).run()
    }
}

struct LengthCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "length", abstract: "Length of every line, on the ellipsoid.",
        discussion: """
            Lengths are geodesic, in m on WGS84. A polygon has a perimeter (kgeo area), not a length: it is 0, like points.

            Example:
              kgeo length --format csv roads.geojson
            """)
    @OptionGroup var stream: StreamArguments
    var format: OutputFormat { stream.output.format }

    func run() throws {
        try StreamRun(
            stream, command: "length", columns: [("length_m", "length km")],
            shown: { [Figures.fixed($0[0] / 1e3, 3)] }, foot: "WGS84 ellipsoid, geodesic edges",
            meter: { LengthMeter() }
        ).run()
    }
}
