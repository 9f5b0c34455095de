// The union of surfaces: what overlaps counts once, inner lines go, and nothing is lost.

import KGeoCore
import KGeoMeasure
import KGeoSurface
import TestShapes
import Testing

@Suite struct DissolveTests {
    /// Crossings are rounded to a double: a billionth of a square of a degree is far above that.
    static let rounding = 1e-12

    private func expect(
        _ polygons: [Polygon], area: Double, overlap: Double, parts: Int, vertices: Int? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let dissolved = try Dissolve.union(polygons)
        let whole = lonlatArea(polygons)
        #expect(
            abs(lonlatArea(dissolved.polygons) - area) < Self.rounding * whole, sourceLocation: sourceLocation
        )
        #expect(
            abs(dissolved.overlapSquareMetres - overlap) < Self.rounding * whole,
            sourceLocation: sourceLocation)
        #expect(dissolved.polygons.count == parts, sourceLocation: sourceLocation)
        #expect(!dissolved.isLeftApart, sourceLocation: sourceLocation)
        if let vertices {
            #expect(
                Measuring.area(of: dissolved.polygons).vertexCount == vertices, sourceLocation: sourceLocation
            )
        }
    }

    @Test func overlapping() throws {
        let both = [square(0, 0, 2, 2), square(1, 1, 3, 3)]
        let shared = lonlatArea([square(1, 1, 2, 2)])
        try expect(both, area: lonlatArea(both) - shared, overlap: shared, parts: 1, vertices: 8)
    }

    @Test func identical() throws {
        let one = square(35, 51, 36, 52)
        let area = lonlatArea([one])
        try expect([one, one, one], area: area, overlap: 2 * area, parts: 1, vertices: 4)
    }

    @Test func disjoint() throws {
        let both = [square(0, 0, 1, 1), square(2, 0, 3, 1)]
        try expect(both, area: lonlatArea(both), overlap: 0, parts: 2, vertices: 8)
    }

    @Test func touching() throws {
        let edge = [square(0, 0, 1, 1), square(1, 0, 2, 1)]
        // The ends of the line between them stay as vertices, the line goes.
        try expect(edge, area: lonlatArea(edge), overlap: 0, parts: 1, vertices: 6)
        let corner = [square(0, 0, 1, 1), square(1, 1, 2, 2)]
        try expect(corner, area: lonlatArea(corner), overlap: 0, parts: 2, vertices: 8)
        let island = [Polygon(shell: box(0, 0, 3, 3), holes: [box(1, 1, 2, 2)]), square(1, 1, 2, 2)]
        try expect(island, area: lonlatArea([square(0, 0, 3, 3)]), overlap: 0, parts: 1, vertices: 4)
    }

    @Test func noneAndOne() throws {
        #expect(try Dissolve.union([]).polygons.isEmpty)
        #expect(try Dissolve.union([Polygon(rings: [])]).polygons.isEmpty)
        let one = square(0, 0, 1, 1)
        #expect(try Dissolve.union([one]).polygons == [one])
    }

    /// Parts on either side of the antimeridian are joined, in whatever notation each is written.
    @Test func antimeridian() throws {
        for west in [square(170, -10, 180, 10), square(-190, -10, -180, 10)] {
            for east in [square(-180, -10, -170, 10), square(180, -10, 190, 10)] {
                try expect([west, east], area: lonlatArea([west, east]), overlap: 0, parts: 1, vertices: 6)
            }
        }
        let (short, beyond) = (square(170, -10, -170, 10), square(175, -5, 185, 5))
        try expect(
            [short, beyond], area: lonlatArea([short]), overlap: lonlatArea([beyond]), parts: 1, vertices: 4)
        let moved = square(-185, -5, -175, 5)
        try expect(
            [beyond, moved], area: lonlatArea([beyond]), overlap: lonlatArea([beyond]), parts: 1, vertices: 4)
    }

    /// A shared line whose places are no round numbers vanishes when one side is written beyond 180°.
    @Test func sharedPlacesStayShared() throws {
        let line = [
            (179.9871234567, -0.3), (-179.98123456789, 0.1), (179.9612345, 0.37), (-179.9999991, 0.81),
        ]
        let west = surface(line + [(179.1, 0.81), (179.1, -0.3)])
        let east = surface(line.reversed() + [(-179.3, -0.3), (180.65, 0.81)])
        let dissolved = try Dissolve.union([west, east])
        #expect(dissolved.polygons.count == 1)
        #expect(dissolved.polygons.first?.holes.isEmpty == true)
        #expect(dissolved.overlapSquareMetres < 1e-3)
        #expect(offBy(lonlatArea(dissolved.polygons), from: lonlatArea([west, east])) < Self.rounding)
    }

    /// What a union covers is no more than its parts and no less than the largest of them.
    @Test func conservation() throws {
        var seed: UInt64 = 1
        func number(_ low: Double, _ high: Double) -> Double {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return low + (high - low) * Double(seed >> 40) / Double(1 << 24)
        }
        for _ in 0..<30 {
            let parts = (0..<12).map { _ in
                let (x, y) = (number(34, 36), number(50, 52))
                return surface((0..<5).map { _ in (x + number(-0.4, 0.4), y + number(-0.3, 0.3)) })
            }
            let dissolved = try Dissolve.union(parts)
            let united = lonlatArea(dissolved.polygons)
            // Random rings cross themselves; what each covers is found by uniting it alone with itself.
            let each = try parts.map { lonlatArea(try Dissolve.union([$0, $0]).polygons) }
            let sum = each.reduce(0, +)
            #expect(united <= sum * (1 + Self.rounding))
            #expect(united >= (each.max() ?? 0) * (1 - Self.rounding))
            #expect(abs(sum - united - dissolved.overlapSquareMetres) < 1e-10 * sum)
            #expect(try Topology.check(dissolved.polygons).allSatisfy { !$0.isError })
        }
    }

    /// Shapes around a pole are not dissolved, and the result says so.
    @Test func polarParts() throws {
        let cap = surface(stride(from: -180, to: 180, by: 10).map { (Double($0), 80) })
        let dissolved = try Dissolve.union([cap, square(0, 70, 10, 75)])
        #expect(dissolved.isLeftApart)
        #expect(dissolved.polygons.count == 2)
    }
}
