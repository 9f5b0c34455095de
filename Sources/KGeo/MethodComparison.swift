// One file measured by several methods: the geodesic area, and what others would print.

package import KGeoCore
package import KGeoJSON
internal import KGeoMeasure

/// What the methods give for a file.
package struct MethodComparison: Sendable {
    /// One method.
    package struct Row: Sendable {
        package let name: String
        /// nil where the method cannot reach.
        package let squareMetres: Double?
        package let explanation: String
    }
    package let file: String
    package let features: Int
    package let rows: [Row]

    /// The area that the others are compared with, in m².
    package var geodesic: Double { rows.first?.squareMetres ?? 0 }

    /// Reads a file and measures it by every method.
    ///
    /// - Throws: a problem when it cannot be read, or PROJ fails.
    package static func read(_ source: ByteSource, options: ReaderOptions) throws(Problem) -> MethodComparison
    {
        var reader = GeoJSONReader(source, options: options)
        let sink = AreaSink()
        let builder = GeometryBuilder()
        let both = TwoSinks(sink, builder)
        let methods = OtherMethods()
        var total = AreaMeasurement()
        var others: [OtherMethod: Double?] = [:]
        for method in OtherMethod.allCases { others[method] = .some(0) }
        var count = 0
        var zones: Set<Int> = []
        while try reader.nextFeature(into: both) != nil {
            count += 1
            total += sink.take()
            let polygons = builder.take()?.polygons ?? []
            guard !polygons.isEmpty else { continue }
            let box = BoundingBox(polygons.flatMap { $0.rings.flatMap(\.coordinates) })
            // Longitudes the short way round from the first: a shape across the antimeridian has its middle there.
            let places = polygons.flatMap { $0.rings.flatMap(\.coordinates) }
            let start = places.first?.longitude ?? 0
            let drift =
                places.reduce(0) { $0 + Longitude.step(start, $1.longitude) } / Double(max(1, places.count))
            let middle = Coordinate(start + drift, (box.south + box.north) / 2)
            zones.insert(OtherMethods.utmCode(for: middle))
            for method in OtherMethod.allCases {
                guard case .some(.some(let sum)) = others[method] else { continue }
                others[method] = .some(
                    try methods.area(of: polygons, by: method, middle: middle).map { sum + $0 })
            }
        }
        return MethodComparison(
            file: source.name, features: count, rows: rows(total, others, zones: zones))
    }

    private static func rows(
        _ total: AreaMeasurement, _ others: [OtherMethod: Double?], zones: Set<Int>
    ) -> [Row] {
        var rows = [
            Row(
                name: "geodesic (kgeo)", squareMetres: total.geodesicSquareMetres,
                explanation: "the ellipsoid, shortest lines: PROJ, PostGIS geography, QGIS"),
            Row(
                name: "lonlat edges (kgeo)", squareMetres: total.lonlatSquareMetres,
                explanation: "the ellipsoid, edges as RFC 7946 draws them"),
        ]
        for method in OtherMethod.allCases {
            var name = method.rawValue
            if method == .utm {
                name += zones.count == 1 ? ", EPSG:\(zones.first ?? 0)" : ", \(zones.count) zones"
            }
            rows.append(
                Row(name: name, squareMetres: others[method].flatMap(\.self), explanation: method.explanation)
            )
        }
        return rows
    }
}
