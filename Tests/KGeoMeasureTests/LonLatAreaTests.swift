// What must not change the area between edges straight in longitude and latitude, and how parts add up.

import KGeoCore
import KGeoMeasure
import Testing

@Suite struct LonLatAreaTests {
    /// Rounding, and the quadrature cut into other pieces; far below the 1e-12 to which parts must add up.
    static let same = 1e-13
    /// To this, relative to the whole, parts add up.
    static let addsUp = 1e-12

    static let shapes = [crooked, wide]

    private func area(_ pairs: [(Double, Double)]) -> Double { measured(pairs).lonlatSquareMetres }

    /// The place halfway along an edge; exact for the shapes used here.
    private func middle(_ a: (Double, Double), _ b: (Double, Double)) -> (Double, Double) {
        ((a.0 + b.0) / 2, (a.1 + b.1) / 2)
    }

    @Test(arguments: shapes.indices)
    func verticesAddedOnEdges(shape: Int) {
        let drawn = Self.shapes[shape]
        var dense = drawn
        for _ in 0..<4 {
            dense = dense.indices.flatMap { [dense[$0], middle(dense[$0], dense[($0 + 1) % dense.count])] }
        }
        #expect(dense.count == 16 * drawn.count)
        #expect(offBy(area(dense), from: area(drawn)) < Self.same)
    }

    @Test(arguments: shapes.indices)
    func startAndOrientation(shape: Int) {
        let drawn = Self.shapes[shape]
        let wanted = area(drawn)
        for start in drawn.indices {
            let turned = Array(drawn[start...] + drawn[..<start])
            #expect(offBy(area(turned), from: wanted) < Self.same)
            #expect(offBy(area(turned.reversed()), from: wanted) < Self.same)
        }
    }

    @Test(arguments: shapes.indices)
    func movedEastOrWest(shape: Int) {
        let drawn = Self.shapes[shape]
        let wanted = area(drawn)
        for shift in [-360.0, 360, 0.0009765625, 17.25, -100.5, 145, 160] {
            #expect(offBy(area(drawn.map { ($0.0 + shift, $0.1) }), from: wanted) < Self.same, "by \(shift)")
        }
    }

    @Test(arguments: shapes.indices)
    func mirroredAtTheEquator(shape: Int) {
        let drawn = Self.shapes[shape]
        #expect(offBy(area(drawn.map { ($0.0, -$0.1) }), from: area(drawn)) < Self.same)
    }

    /// Cut along a line between two corners.
    @Test(arguments: shapes.indices)
    func cutInTwo(shape: Int) {
        let drawn = Self.shapes[shape]
        // The signed sum closes whatever diagonal is taken; areas are compared where the diagonal lies inside.
        let inner = shape == 0 ? [(0, 2), (0, 3), (2, 8), (0, 8)] : [(0, 2), (1, 3), (3, 5), (2, 7)]
        for (i, j) in inner {
            let parts = [Array(drawn[i...j]), Array(drawn[j...] + drawn[...i])]
            let sum = area(parts[0]) + area(parts[1])
            #expect(offBy(sum, from: area(drawn)) < Self.addsUp, "diagonal \(i)–\(j)")
        }
    }

    /// Cut into strips along meridians, at places that are no corners of the shape.
    @Test func cutIntoStrips() {
        let triangle = [(10.0, -20.0), (74.0, -4.0), (10.0, 60.0)]
        func south(_ x: Double) -> Double { -20 + (x - 10) / 4 }
        func north(_ x: Double) -> Double { 60 - (x - 10) }
        var sum = 0.0
        for x in stride(from: 10.0, to: 74, by: 4) {
            sum += area([(x, south(x)), (x + 4, south(x + 4)), (x + 4, north(x + 4)), (x, north(x))])
        }
        #expect(offBy(sum, from: area(triangle)) < Self.addsUp)
    }
}
