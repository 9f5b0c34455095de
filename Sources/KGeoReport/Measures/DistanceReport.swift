// What kgeo distance prints: the distance, its error and its ends, or the shortest line itself.

package import KGeo
package import KGeoCore
internal import KGeoJSON
internal import KGeoMeasure
internal import KGeoVerdict

package struct DistanceReport: Report {
    private let found: DistanceFinding
    private var from: DistanceEnd { found.from }
    private var to: DistanceEnd { found.to }
    private var measured: DistanceMeasurement { found.measured }
    private var value: MeasuredValue { found.value }
    private var isAssumed: Bool { found.isAssumed }

    /// The distance between two ends.
    package init(_ found: DistanceFinding) { self.found = found }

    private func pair(_ place: Coordinate) -> String {
        "\(DistanceEnd.degrees(place.longitude)), \(DistanceEnd.degrees(place.latitude))"
    }

    private var azimuth: Double? { measured.azimuth.map { $0 < 0 ? $0 + 360 : $0 } }

    /// Where an end lies, in words; empty for a typed place.
    private func place(_ end: DistanceEnd, _ shape: Int, _ edge: ShapeEdge?) -> String {
        guard let name = end.name(shape) else { return "" }
        guard let edge else { return "  inside \(SafeText.escaped(name))" }
        return "  on \(SafeText.escaped(name))" + (end.words(edge).map { ", \($0)" } ?? "")
    }

    package func table(on out: inout Page) {
        var first = "distance  \(Figures.fixed(measured.metres / 1e3, 3)) km"
        if value.u > 0 {
            let interval = value.interval95
            let (low, high) = (Figures.fixed(interval.low / 1e3, 3), Figures.fixed(interval.high / 1e3, 3))
            first += " ± \(Figures.fixed(value.u / 1e3, 3)), 95 %: \(low) to \(high) km"
        }
        out.line(first)
        let (a, b) = (
            place(from, measured.fromShape, measured.fromEdge), place(to, measured.toShape, measured.toEdge)
        )
        if measured.touches {
            out.line("they touch, cross or lie inside each other, at \(pair(measured.from))")
            if !a.isEmpty { out.line("from    \(a)") }
            if !b.isEmpty { out.line("to      \(b)") }
        } else {
            out.line("from      \(pair(measured.from))\(a)")
            out.line("to        \(pair(measured.to))\(b)")
            if let azimuth { out.line("azimuth   \(Figures.fixed(azimuth, 1))°") }
            if measured.metres < 1 {
                out.line(
                    "nearer than a metre: edges drawn straight in longitude and latitude may touch here")
            }
        }
        let sigmas = [(from, measured.fromShape), (to, measured.toShape)].map { end, shape in
            Figures.plain(end.sigma(shape).metres) + " m" + (end.sigma(shape).isAssumed ? " (assumed)" : "")
        }
        out.line(
            "WGS84 ellipsoid, geodesic"
                + (value.u > 0 ? "; ± from σ = \(sigmas[0]) at one end and \(sigmas[1]) at the other" : ""))
    }

    private static let columns = Columns<DistanceReport>([
        Column("from") { .string($0.from.text) }, Column("to") { .string($0.to.text) },
        Column("distance_m") { .number($0.measured.metres) },
        .cell("from_lon") { .number($0.measured.from.longitude) },
        .cell("from_lat") { .number($0.measured.from.latitude) },
        .cell("to_lon") { .number($0.measured.to.longitude) },
        .cell("to_lat") { .number($0.measured.to.latitude) },
        Column("u_m") { .number($0.value.u) },
        .cell("from_feature") { .text($0.from.name($0.measured.fromShape)) },
        .cell("from_edge") { .text($0.measured.fromEdge.flatMap($0.from.words)) },
        .cell("to_feature") { .text($0.to.name($0.measured.toShape)) },
        .cell("to_edge") { .text($0.measured.toEdge.flatMap($0.to.words)) },
        Column("low95_m") { .number($0.value.interval95.low) },
        Column("high95_m") { .number($0.value.interval95.high) },
        Column("boundary_error_assumed") { .bool($0.isAssumed) },
        Column("touches") { .bool($0.measured.touches) }, Column("azimuth") { .number($0.measured.azimuth) },
        .member("foot_from") { .position($0.measured.from) },
        .member("foot_to") { .position($0.measured.to) },
        .member("end_from") { end($0.from, $0.measured.fromShape, $0.measured.fromEdge) },
        .member("end_to") { end($0.to, $0.measured.toShape, $0.measured.toEdge) },
    ])

    private static func end(_ end: DistanceEnd, _ shape: Int, _ edge: ShapeEdge?) -> JSONValue {
        .object([
            "feature": .count(end.feature(shape)?.number), "id": .text(end.feature(shape)?.id),
            "name": .text(end.feature(shape)?.name),
            "part": .count(edge?.part), "ring": .count(edge?.ring),
            "edge": .count(edge?.edge), "inside": .bool(edge == nil),
            "boundary_error_m": .number(end.sigma(shape).metres),
            "boundary_error_assumed": .bool(end.sigma(shape).isAssumed),
        ])
    }

    /// The one row.
    package var rows: Rows { Rows(Self.columns, [self]) }

    /// What an answer says of the distance.
    package var members: JSONObject { Self.columns.object(self) }

    /// The shortest line with positions every 10 km, cut at the antimeridian; a point where the ends touch.
    package var geojson: String {
        let geometry: Geometry
        if measured.touches {
            geometry = .point(Positions([measured.from]))
        } else {
            let parts = Measuring.geodesic(from: measured.from, to: measured.to, spacing: 10_000)
            geometry =
                parts.count == 1 ? .lineString(parts[0]) : .multiLineString(parts)
        }
        let properties = JSONObject([
            .init("from", .string(from.text)), .init("to", .string(to.text)),
            .init("distance_m", .number(measured.metres)),
            .init("distance_km", .number(measured.metres / 1e3)), .init("u_m", .number(value.u)),
            .init("azimuth", .number(azimuth)), .init("touches", .bool(measured.touches)),
            .init("from_feature", .text(from.name(measured.fromShape))),
            .init("to_feature", .text(to.name(measured.toShape))),
        ])
        return GeoJSONWriter(options: WriterOptions(precision: 9)).text(
            GeoJSONDocument(features: [Feature(geometry: geometry, properties: properties)]))
    }
}
