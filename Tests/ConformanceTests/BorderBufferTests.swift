// The 20 km beside the border: the outline is measured here once more, by its own samples.

import KGeo
import KGeoCore
import KGeoMeasure
import KGeoScenario
import KGeoSurface
import TestSupport
import Testing

struct BorderBufferTests {
    static let metres = 20_000.0

    /// The border, or the part of it that is the outline of Sumy Oblast; and the bounds of its length in km.
    @Test(arguments: [(nil, 675.0, 677.0), ("sumy-oblast", 450, 620)])
    func theOutlineIsAtTwentyKilometres(oblast: String?, from: Double, to: Double) throws {
        var border = try #require(
            try GeoDataFolder.features("border-ukraine-russia.geojson")["border-ukraine-russia"]?.geometry)
        if let oblast {
            let polygons = try #require(try GeoDataFolder.features("oblasts.geojson")[oblast]?.geometry)
                .polygons
            border = try #require(try Clipping.part(of: border, in: polygons))
        }
        let kilometres = border.lines.reduce(0) { $0 + Measuring.length(of: $1) } / 1_000
        #expect(from...to ~= kilometres, "\(kilometres) km")
        let made = try Buffering.buffer(border, metres: Self.metres)
        #expect(abs(made.check.worstMetres) < 2 && made.check.worstMetres != 0)
        #expect(made.check.outlineSamples > 1_000 && made.check.groundSamples > 1_000)

        // Thirds of edges, which the check of the buffer does not look at.
        let index = EdgeIndex(EdgeIndex.edges(of: border, owner: 0))
        var worst = 0.0
        let edges = made.polygons.flatMap(\.rings).flatMap { zip($0.coordinates, $0.coordinates.dropFirst()) }
        for i in stride(from: 0, to: edges.count, by: 7) {
            let (a, b) = edges[i]
            let place = Coordinate(
                (2 * a.longitude + b.longitude) / 3, (2 * a.latitude + b.latitude) / 3)
            let distance = try #require(index.nearest(to: place)).distance
            worst = max(worst, abs(distance - Self.metres))
        }
        #expect(edges.count > 2_000 && worst < 2, "\(worst) m")
    }
}
