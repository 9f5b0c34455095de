// kgeo distance: between two geometries of any kind, with the points between which it runs.

internal import ArgumentParser
internal import KGeo

struct DistanceCommand: ParsableCommand, FormattedCommand {
    static let configuration = CommandConfiguration(
        commandName: "distance",
        abstract: "Shortest distance between two places, lines or areas, on the ellipsoid.",
        discussion: """
            Each end is a place as longitude,latitude, a GeoJSON file, or FILE#ID for one feature of a file. What \
            touches or lies inside is at distance 0.

            Examples:
              kgeo distance 35.27,51.19 -- 36.19,51.73
              kgeo distance scenario.geojson#border scenario.geojson#village
              kgeo distance --format json held.geojson 35.1,51.2
            """)
    @Argument(help: ArgumentHelp("The first end: lon,lat, FILE or FILE#ID.", valueName: "from"))
    var from: String
    @Argument(help: ArgumentHelp("The second end.", valueName: "to"))
    var to: String
    @OptionGroup var input: InputArguments
    @OptionGroup var output: OutputOptions
    var format: OutputFormat { output.format }

    func run() throws {
        try Arguments.readOnce([from, to].map(Self.path))
        let (a, b) = (try end(from), try end(to))
        guard let measured = Measuring.distance(a, b) else {
            let empty = a.allCoordinates.isEmpty ? from : to
            var place = Problem.Place()
            place.file = Self.path(empty)
            place.id = Self.id(empty)
            throw Problem(
                .geojson, "this end has no geometry, so there is no distance", at: place,
                hint: "FILE#ID names a feature that has one")
        }
        let out = try output.open()
        func pair(_ place: Coordinate) -> String { "\(degrees(place.longitude)), \(degrees(place.latitude))" }
        switch output.format {
        case .table:
            try out.line("distance  \(Figures.fixed(measured.metres / 1e3, 3)) km")
            if measured.touches {
                try out.line("they touch, cross or lie inside each other, at \(pair(measured.from))")
            } else {
                try out.line("from      \(pair(measured.from))")
                try out.line("to        \(pair(measured.to))")
                if let azimuth = measured.azimuth {
                    try out.line("azimuth   \(Figures.fixed(azimuth < 0 ? azimuth + 360 : azimuth, 1))°")
                }
            }
            try out.line("WGS84 ellipsoid, geodesic")
        case .csv:
            try out.line("from,to,distance_m,from_lon,from_lat,to_lon,to_lat")
            try out.line(
                "\(SafeText.csvCell(from)),\(SafeText.csvCell(to)),\(StreamRun.text(measured.metres)),"
                    + [
                        measured.from.longitude, measured.from.latitude, measured.to.longitude,
                        measured.to.latitude,
                    ].map(StreamRun.text).joined(separator: ","))
        case .json:
            try out.write(
                JSONWriter.pretty(
                    .object([
                        "schema_version": .number(JSONNumber(1)), "command": .string("distance"),
                        "tool": ToolRecord.json(),
                        "from": .string(from), "to": .string(to), "distance_m": .number(measured.metres),
                        "touches": .bool(measured.touches), "azimuth": .number(measured.azimuth),
                        "foot_from": .array([
                            .number(measured.from.longitude), .number(measured.from.latitude),
                        ]),
                        "foot_to": .array([.number(measured.to.longitude), .number(measured.to.latitude)]),
                    ])))
        }
        try out.finish()
    }

    private func degrees(_ value: Double) -> String { JSONNumber((value * 1e7).rounded() / 1e7).text }

    /// The file of an end that is FILE or FILE#ID, and the id.
    private static func path(_ end: String) -> String {
        end.lastIndex(of: "#").map { String(end[..<$0]) } ?? end
    }
    private static func id(_ end: String) -> String? {
        end.lastIndex(of: "#").map { String(end[end.index(after: $0)...]) }
    }

    /// The geometry of an end.
    private func end(_ text: String) throws -> Geometry {
        let parts = text.split(separator: ",").map { Double($0.drop { $0 == " " }) }
        if parts.count == 2, let x = parts[0], let y = parts[1] {
            var places = [Coordinate(x, y)]
            let options = try input.options.readerOptions()
            if options.swapsXY { places[0] = Coordinate(y, x) }
            try places.withUnsafeMutableBufferPointer { buffer throws(Problem) in
                try options.transform?(buffer)
            }
            guard abs(places[0].longitude) <= 360, abs(places[0].latitude) <= 90 else {
                throw Problem(
                    .usage, "\(text) is no longitude,latitude in degrees",
                    hint: abs(x) <= 90 && abs(y) <= 180
                        ? "longitude comes first: \(degrees(y)),\(degrees(x))?"
                        : "longitude comes first, then latitude, such as 30.52,50.45")
            }
            return .point(Positions(places))
        }
        return try NamedFeatures(
            text, input, hint: "an end is a place such as 30.52,50.45, a GeoJSON file, or FILE#ID"
        ).geometry
    }
}
