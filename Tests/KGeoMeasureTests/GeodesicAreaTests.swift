// Area and perimeter with geodesic edges: what must not change them, and what holes do.

import KGeoCore
import KGeoMeasure
import Testing

@Suite struct GeodesicAreaTests {
    /// PROJ rounds each edge's area below the equator to about 1e-16 of it.
    static let same = 1e-12

    private static let shapes = [crooked, wide]

    @Test(arguments: shapes.indices)
    func orientationAndStart(shape: Int) {
        let drawn = Self.shapes[shape]
        let wanted = measured(drawn)
        #expect(wanted.isAnticlockwise)
        #expect(!measured(drawn.reversed()).isAnticlockwise)
        for start in drawn.indices {
            let turned = Array(drawn[start...] + drawn[..<start])
            for pairs in [turned, turned.reversed()] {
                let measure = measured(pairs)
                #expect(offBy(measure.geodesicSquareMetres, from: wanted.geodesicSquareMetres) < Self.same)
                #expect(offBy(measure.perimeterMetres, from: wanted.perimeterMetres) < Self.same)
                #expect(measure.vertexCount == drawn.count)
            }
        }
    }

    @Test(arguments: [-720.0, -360, 360, 720])
    func wholeTurns(shift: Double) {
        for drawn in Self.shapes {
            let wanted = measured(drawn)
            let moved = measured(drawn.map { ($0.0 + shift, $0.1) })
            #expect(offBy(moved.geodesicSquareMetres, from: wanted.geodesicSquareMetres) < Self.same)
            #expect(offBy(moved.perimeterMetres, from: wanted.perimeterMetres) < Self.same)
            #expect(moved.notes.isEmpty)
        }
    }

    /// A vertex added on the geodesic between two others changes nothing; measured at a place on the equator,
    /// which is one, and on a meridian.
    @Test func verticesOnTheGeodesic() {
        let few = measured([(10, 0), (40, 0), (40, 35)])
        let more = measured([(10, 0), (17, 0), (40, 0), (40, 11), (40, 35)])
        #expect(offBy(more.geodesicSquareMetres, from: few.geodesicSquareMetres) < Self.same)
        #expect(offBy(more.perimeterMetres, from: few.perimeterMetres) < Self.same)
    }

    /// The place in the list makes a hole, never the winding; the perimeter includes it.
    @Test func holesByRole() {
        let shell = box(0, 0, 4, 4)
        let hole = box(1, 1, 2, 2)
        let (whole, cut) = (Measuring.ring(shell), Measuring.ring(hole))
        for outer in [shell, Ring(shell.positions.reversed())] {
            for inner in [hole, Ring(hole.positions.reversed())] {
                let area = Measuring.area(of: Polygon(shell: outer, holes: [inner]))
                let wanted = whole.geodesicSquareMetres - cut.geodesicSquareMetres
                #expect(offBy(area.geodesicSquareMetres, from: wanted) < Self.same)
                let lonlat = whole.lonlatSquareMetres - cut.lonlatSquareMetres
                #expect(offBy(area.lonlatSquareMetres, from: lonlat) < Self.same)
                #expect(
                    offBy(area.perimeterMetres, from: whole.perimeterMetres + cut.perimeterMetres) < Self.same
                )
                #expect(area.vertexCount == 8)
            }
        }
    }

    /// Two edge models: an east–west edge of length d encloses d³·tan φ/(12R) between them, 0.016 km² at
    /// 10 km and 15.6 km² at 100 km (50° N).
    @Test(arguments: [(10.0, 0.0156), (100, 15.6)])
    func edgeEffectOfAnEastWestEdge(kilometres: Double, wanted: Double) {
        let degrees = kilometres / 71.6957  // a degree of longitude at 50° N, in km
        let measure = measured([(20, 50), (20 + degrees, 50), (20 + degrees / 2, 49)])
        // The two slanted edges have effects of their own; they are taken away by measuring them alone.
        let all = measure.geodesicSquareMetres - measure.lonlatSquareMetres
        let flat = (all - slantedEffect(degrees)) / 1e6
        // The formula is the first term of a series; the figure has three digits.
        #expect(offBy(flat, from: wanted) < 0.005)
    }

    /// The effect of the two slanted edges alone: the triangle's top split into pieces of 100 m, which have
    /// none to speak of.
    private func slantedEffect(_ degrees: Double) -> Double {
        let count = 1_000
        let top = (0..<count).map { (20 + degrees * Double($0) / Double(count), 50.0) }
        let measure = measured(top + [(20 + degrees, 50), (20 + degrees / 2, 49)])
        return measure.geodesicSquareMetres - measure.lonlatSquareMetres
    }
}
