// Whether a place lies in a polygon: holes, the outline itself, the antimeridian, wide rings and the poles.

import KGeoCore
import KGeoMeasure
import Testing

@Suite struct PlanarGeometryTests {
    private func contains(_ polygon: Polygon, _ x: Double, _ y: Double) -> Bool {
        PlanarGeometry.contains(polygon, Coordinate(x, y))
    }

    @Test func holes() {
        let polygon = Polygon(shell: box(0, 0, 4, 4), holes: [box(1, 1, 2, 2), box(2, 2, 3, 3)])
        #expect(contains(polygon, 0.5, 0.5))
        #expect(contains(polygon, 2.5, 1.5))
        #expect(!contains(polygon, 1.5, 1.5))
        #expect(!contains(polygon, 2.5, 2.5))
        #expect(!contains(polygon, 5, 1))
        #expect(!contains(polygon, -1, 1))
        #expect(!contains(polygon, 1, 5))
        #expect(!contains(Polygon(rings: []), 0, 0))
    }

    /// The outline belongs to the polygon, that of a hole too.
    @Test func outline() {
        let polygon = Polygon(shell: box(0, 0, 4, 4), holes: [box(1, 1, 2, 2)])
        for (x, y) in [(0.0, 0.0), (4, 4), (2, 0), (4, 1.5), (0, 3), (1, 1), (1.5, 1), (2, 1.25)] {
            #expect(contains(polygon, x, y))
        }
        let odd = Polygon(shell: ring(crooked))
        for (x, y) in crooked { #expect(contains(odd, x, y)) }
        // Corners that are no multiples of anything.
        let decimal = [(35.1769683, 51.0987167), (35.1696857, 51.1031999), (35.1684795, 51.1006101)]
        for (x, y) in decimal { #expect(contains(Polygon(shell: ring(decimal)), x, y)) }
    }

    /// At the height of a corner the ray meets two edges at once.
    @Test func heightOfACorner() {
        let diamond = Polygon(shell: ring([(0, 0), (2, 1), (0, 2), (-2, 1)]))
        #expect(contains(diamond, 0, 1))
        #expect(!contains(diamond, -3, 1))
        #expect(!contains(diamond, -1, 0))
        #expect(!contains(diamond, -1, 2))
        let comb = Polygon(
            shell: ring([(0, 0), (6, 0), (6, 2), (5, 1), (4, 2), (3, 1), (2, 2), (1, 1), (0, 2)]))
        #expect(contains(comb, 0.5, 1))
        #expect(!contains(comb, -1, 1))
        #expect(!contains(comb, -1, 2))
        #expect(!contains(comb, 3, 1.5))
    }

    @Test(arguments: [(170.0, 190.0), (170, -170), (-190, -170)])
    func antimeridian(west: Double, east: Double) {
        let polygon = Polygon(shell: box(west, -10, east, 10), holes: [box(178, -2, -178, 2)])
        for x in [175.0, -175, 185, -185, 177.5] { #expect(contains(polygon, x, 5)) }
        for x in [180.0, -180, 179, -179, 181] { #expect(!contains(polygon, x, 0)) }
        for x in [180.0, -180] { #expect(contains(polygon, x, 5)) }
        for x in [165.0, -165, 0, 195] { #expect(!contains(polygon, x, 5)) }
    }

    /// A ring wider than half the globe: places far from its first corner are inside all the same.
    @Test func wideRing() {
        let corners = [
            (-100.0, -10.0), (-30, -10), (40, -10), (100, -10), (100, 10), (40, 10), (-30, 10), (-100, 10),
        ]
        for turn in [0.0, 360, -360] {
            for start in corners.indices {
                let turned = Array(corners[start...] + corners[..<start]).map { ($0.0 + turn, $0.1) }
                let polygon = Polygon(shell: ring(turned))
                for x in [-99.0, -40, 0, 90, 99, 275] { #expect(contains(polygon, x, 3), "\(x)") }
                for x in [-101.0, 101, 180, -180, 170] { #expect(!contains(polygon, x, 3), "\(x)") }
            }
        }
    }

    @Test func wholeWorld() {
        let world = Polygon(shell: box(-180, -90, 180, 90), holes: [box(20, 40, 40, 50)])
        for (x, y) in [(0.0, 0.0), (179, 89), (-179, -89), (180, 0), (-180, 0), (0, 90)] {
            #expect(contains(world, x, y))
        }
        #expect(!contains(world, 30, 45))
        #expect(!contains(world, 390, 45))
    }

    @Test(arguments: [1.0, -1])
    func polarRings(sign: Double) {
        let around = (0..<36).map { (Double($0) * 10 - 180, sign * 70.0) }
        for start in [0, 7, 18, 30] {
            let turned = Array(around[start...] + around[..<start])
            for corners in [turned, turned.reversed()] {
                let cap = Polygon(shell: ring(corners))
                for x in stride(from: -180.0, through: 180, by: 22.5) {
                    #expect(contains(cap, x, sign * 80))
                    #expect(contains(cap, x, sign * 90))
                    #expect(!contains(cap, x, sign * 60))
                    #expect(!contains(cap, x, 0))
                    #expect(!contains(cap, x, sign * -80))
                    #expect(!contains(cap, x, sign * -90))
                }
                let belt = Polygon(shell: ring(corners), holes: [ring(around.map { ($0.0, sign * 80) })])
                #expect(contains(belt, 33, sign * 75))
                #expect(!contains(belt, 33, sign * 85))
                #expect(!contains(belt, 33, sign * 90))
            }
        }
    }
}
