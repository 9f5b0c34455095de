// kgeo area and kgeo length: a row per feature, streamed.

internal import ArgumentParser
internal import KGeo

struct StreamArguments: ParsableArguments {
    @Argument(help: ArgumentHelp("GeoJSON or GeoJSONSeq files; - is standard input.", valueName: "file"))
    var files: [String]
    @OptionGroup var output: OutputOptions
    @OptionGroup var input: InputArguments
    @Flag(
        name: .long,
        help: "Write a row with empty numbers for a bad feature and go on; the exit code is 65 all the same.")
    var keepGoing = false
}

struct AreaCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "area", abstract: "Area and perimeter of every feature, on the ellipsoid.",
        discussion: """
            Areas are on WGS84, in m² in CSV and JSON and in km² in the table, with geodesic edges (what PROJ, PostGIS geography and QGIS print) and with edges \
            straight in longitude and latitude (RFC 7946). Holes are subtracted; lines and points are 0.

            Examples:
              kgeo area map.geojson
              kgeo area --format csv maps/*.geojson > areas.csv
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
        let sink = AreaSink()
        var total = AreaMeasurement()
        let run = StreamRun(
            stream, command: "area", columns: ["area_m2", "perimeter_m", "area_lonlat_m2"],
            needsShapes: checkTopology, sink: sink)
        try run.run { record, geometry in
            let area = sink.take()
            total += area
            for note in sink.takeNotes() { run.note(note.text, record) }
            if checkTopology, let geometry { try run.checkTopology(geometry, record) }
            return [area.geodesicSquareMetres, area.perimeterMetres, area.lonlatSquareMetres]
        } shown: { values in
            [
                Figures.fixed(values[0] / 1e6, 3), Figures.fixed(values[1] / 1e3, 3),
                Figures.fixed(values[2] / 1e6, 3),
            ]
        } header: {
            ["area km²", "perimeter km", "area lonlat km²"]
        } total: {
            [total.geodesicSquareMetres, total.perimeterMetres, total.lonlatSquareMetres]
        } foot: {
            "WGS84 ellipsoid; area with geodesic edges, lonlat with edges straight in longitude and latitude"
        }
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
        let sink = LengthSink()
        var total = 0.0
        let run = StreamRun(stream, command: "length", columns: ["length_m"], needsShapes: false, sink: sink)
        try run.run { _, _ in
            let length = sink.take().metres
            total += length
            return [length]
        } shown: { values in
            [Figures.fixed(values[0] / 1e3, 3)]
        } header: {
            ["length km"]
        } total: {
            [total]
        } foot: {
            "WGS84 ellipsoid, geodesic edges"
        }
    }
}
