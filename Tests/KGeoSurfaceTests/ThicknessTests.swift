// The greatest circle that fits: shapes of known size, and one against a dense search.

import KGeoCore
import KGeoSurface
import TestShapes
import Testing

@Suite("Thickness")
struct ThicknessTests {
    func polygon(_ places: [(Double, Double)], holes: [[(Double, Double)]] = []) -> [[PlanePoint]] {
        ([places] + holes).map { ring in
            let corners = ring.map { PlanePoint(x: $0.0, y: $0.1) }
            return corners + corners.prefix(1)
        }
    }

    func expect(_ polygon: [[PlanePoint]], radius: Double) {
        #expect(!Thickness.isThinner(polygon, thanRadius: 0.985 * radius))
        #expect(Thickness.isThinner(polygon, thanRadius: 1.015 * radius))
    }

    @Test("A strip, a square, a triangle, a frame around a hole")
    func shapes() {
        expect(polygon([(0, 0), (60_000, 0), (60_000, 500), (0, 500)]), radius: 250)
        expect(polygon([(-500, -500), (500, -500), (500, 500), (-500, 500)]), radius: 500)
        // 3-4-5: the inscribed circle has radius 1.
        expect(polygon([(0, 0), (4_000, 0), (0, 3_000)]), radius: 1_000)
        expect(
            polygon(
                [(0, 0), (10_000, 0), (10_000, 10_000), (0, 10_000)],
                holes: [[(200, 200), (9_800, 200), (9_800, 9_800), (200, 9_800)]]),
            // In a corner of the frame: √2·r + r reaches from the outer corner to the inner one.
            radius: 200 * 2.0.squareRoot() / (1 + 2.0.squareRoot()))
    }

    @Test("A thin strip that ends in a blob is as thick as the blob, wherever it is")
    func blob() {
        for x in [0.0, 12_345, 48_000] {
            let strip = polygon([
                (0, 0), (x, 0), (x, -900), (x + 1_000, -900), (x + 1_000, 0), (50_000, 0), (50_000, 100),
                (0, 100),
            ])
            expect(strip, radius: 500)
        }
    }

    @Test("Nothing fits into nothing, and anything into a radius of 0")
    func limits() {
        #expect(Thickness.isThinner([], thanRadius: 1))
        #expect(Thickness.isThinner(polygon([(0, 0), (1, 1), (2, 2)]), thanRadius: 1))
        #expect(!Thickness.isThinner(polygon([(0, 0), (1, 0), (0, 1)]), thanRadius: 0))
    }
}
