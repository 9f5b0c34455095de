// kgeo distance: between two geometries of any kind, with the points between which it runs.

internal import ArgumentParser
internal import KGeo
internal import KGeoCore
internal import KGeoReport

struct DistanceCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "distance",
        abstract: "Shortest distance between two places, lines or areas, on the ellipsoid.",
        discussion: """
            Each end is a place as longitude,latitude, a GeoJSON file, or FILE#NAME for one feature of a file, by its id or its name. What \
            touches or lies inside is at distance 0. Edges are geodesics. Where each end lies is printed: feature, \
            edge and position. The error comes from what the features say of their drawing (boundary_error_m, or \
            half of coord_error_m of a place), else from --boundary-error.

            Examples:
              kgeo distance 35.27,51.19 -- 36.19,51.73
              kgeo distance scenario.geojson#border scenario.geojson#village
              kgeo distance Sudzha Ukraine
              kgeo distance --format json held.geojson 35.1,51.2
              kgeo distance held.geojson town.geojson --format geojson --output shortest.geojson
            """)
    @Argument(help: ArgumentHelp("The first end: lon,lat, FILE or FILE#NAME.", valueName: "from"))
    var from: String
    @Argument(help: ArgumentHelp("The second end.", valueName: "to"))
    var to: String
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Standard deviation of lines and areas that give none of their own; without it 250 for control areas, else 0.",
            valueName: "metres"))
    var boundaryError: Double?
    @OptionGroup var areaNames: AreaNameArguments
    @OptionGroup var input: InputArguments
    @OptionGroup(title: "Output") var output: MapOutputOptions

    var format: OutputFormat { output.format }

    func run() throws {
        try Arguments.readOnce([from, to].map(NamedFeatures.path))
        let boundaryError = try Arguments.number(boundaryError, "--boundary-error")
        let log = InputLog(takesDigests: output.isJSON)
        let (a, first) = try DistanceEnd.read(from, input, boundaryError, names: areaNames, log)
        let (b, second) = try DistanceEnd.read(to, input, boundaryError, names: areaNames, log)
        let files = [first, second].compactMap(\.self)
        guard !files.isEmpty || areaNames.nameProperty == nil else {
            throw Problem(.usage, "--name-property speaks of a file, and none is given")
        }
        try areaNames.check(files)
        guard let found = DistanceFinding(from: a, to: b) else {
            let empty = a.isEmpty ? from : to
            var place = Problem.Place()
            place.file = NamedFeatures.path(empty)
            place.id = empty.lastIndex(of: "#").map { String(empty[empty.index(after: $0)...]) }
            throw Problem(
                .geojson, "this end has no geometry, so there is no distance", at: place,
                hint: "FILE#NAME takes a feature that has one")
        }
        let report = DistanceReport(found)
        let out = try output.file.open(inputs: [a, b].compactMap(\.path))
        let notices = files.flatMap(\.notices) + a.notices + b.notices
        try output.write(report, report.geojson, to: out, notices: notices) {
            Envelope(
                command: "distance",
                tool: .current(database: try ToolVersions.database(input.options, notices)),
                inputs: log.records,
                settings: ["boundary_error_m": .number(boundaryError)] + input.record, notices: notices)
        }
    }
}
