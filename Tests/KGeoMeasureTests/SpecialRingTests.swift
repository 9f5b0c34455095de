// Rings over the antimeridian and around the poles, and what is noted of odd ones.

import KGeoCore
import KGeoMeasure
import Testing

@Suite struct SpecialRingTests {
    static let same = 1e-13
    /// An eighth of the ellipsoid, in m² (mpmath, 50 digits).
    static let octant = 63_758_202_715_511.0637

    private func expectSame(_ a: RingMeasurement, _ b: RingMeasurement) {
        #expect(offBy(a.geodesicSquareMetres, from: b.geodesicSquareMetres) < Self.same)
        #expect(offBy(a.lonlatSquareMetres, from: b.lonlatSquareMetres) < Self.same)
        #expect(offBy(a.perimeterMetres, from: b.perimeterMetres) < Self.same)
    }

    @Test func antimeridianInEveryNotation() {
        let beyond = Measuring.ring(box(170, -10, 190, 10))
        expectSame(Measuring.ring(box(170, -10, -170, 10)), beyond)
        expectSame(Measuring.ring(box(-190, -10, -170, 10)), beyond)
        expectSame(Measuring.ring(box(530, -10, 550, 10)), beyond)
        expectSame(Measuring.ring(box(20, -10, 40, 10)), beyond)
        #expect(beyond.notes.isEmpty)
    }

    /// Cut as RFC 7946 has it, the lonlat area is the same; the geodesic one is not, since the added vertices
    /// lie off the geodesics.
    @Test func antimeridianCut() {
        let whole = Measuring.ring(box(170, -10, 190, 10))
        let parts = [box(170, -10, 180, 10), box(-180, -10, -170, 10)].map { Measuring.ring($0) }
        let lonlat = parts[0].lonlatSquareMetres + parts[1].lonlatSquareMetres
        #expect(offBy(lonlat, from: whole.lonlatSquareMetres) < Self.same)
        let geodesic = parts[0].geodesicSquareMetres + parts[1].geodesicSquareMetres
        #expect(offBy(geodesic, from: whole.geodesicSquareMetres) > 0.007)
    }

    /// The same cap, as a ring that closes over the antimeridian, with longitudes that run on, and cut.
    @Test(arguments: [80.0, -60])
    func polesInEveryNotation(latitude: Double) {
        let pole = latitude > 0 ? 90.0 : -90
        let steps = (0...72).map { Double($0) * 5 - 180 }
        let closing = measured(steps.dropLast().map { ($0, latitude) })
        #expect(closing.notes == [.longEdge(vertex: 71), .encirclesPole])
        // Drawn on to 180, the last vertex is the first one by another name.
        let runningOn = Measuring.ring(Ring(places(steps.map { ($0, latitude) })))
        #expect(runningOn.notes == [.encirclesPole])
        let cut = measured([(-180, pole)] + steps.map { ($0, latitude) } + [(180, pole)])
        #expect(cut.notes.isEmpty)
        for other in [runningOn, cut] {
            #expect(offBy(other.geodesicSquareMetres, from: closing.geodesicSquareMetres) < Self.same)
            #expect(offBy(other.lonlatSquareMetres, from: closing.lonlatSquareMetres) < Self.same)
        }
        #expect(closing.lonlatSquareMetres > 0)
    }

    @Test func polarRingWithAHole() {
        let shell = ring((0..<72).map { (Double($0) * 5 - 180, 70) })
        let hole = ring((0..<72).map { (Double($0) * 5 - 180, 80) })
        let belt = Measuring.area(of: Polygon(shell: shell, holes: [hole]))
        let drawn = measured([(-180, 70), (180, 70), (180, 80), (-180, 80)])
        #expect(offBy(belt.lonlatSquareMetres, from: drawn.lonlatSquareMetres) < 1e-12)
    }

    @Test func octants() {
        for corners in [
            [(0.0, 0.0), (90, 0), (90, 90), (0, 90)], [(0, 0), (90, 0), (0, 90)],
            [(0, 0), (90, 0), (45, 90)],
            [(0, 0), (0, -90), (-90, 0)],
        ] {
            #expect(offBy(measured(corners).geodesicSquareMetres, from: Self.octant) < Self.same)
        }
        // With edges straight in longitude and latitude the pole is a whole edge of the map.
        let square = measured([(0, 0), (90, 0), (90, 90), (0, 90)])
        #expect(offBy(square.lonlatSquareMetres, from: Self.octant) < Self.same)
    }

    @Test func halfTurns() {
        let measure = measured([(0, 10), (90, 40), (180, 10)])
        #expect(measure.notes == [.halfTurnEdge(vertex: 2)])
        #expect(measure.lonlatSquareMetres > 0)
        // The whole world as a plate carrée: 360° stay as drawn, where a geodesic sees nothing, and that is said.
        let world = measured([(-180, -90), (180, -90), (180, 90), (-180, 90)])
        #expect(world.notes == [.fullTurnEdge(vertex: 0)])
        #expect(world.geodesicSquareMetres == 0)
    }

    @Test func longEdges() {
        #expect(
            Measuring.ring(box(170, -10, -170, 10)).notes == [.longEdge(vertex: 0), .longEdge(vertex: 2)])
        #expect(measured([(0, 0), (181, 0), (90, 45)]).notes.contains(.longEdge(vertex: 0)))
        #expect(!measured([(0, 0), (179, 0), (90, 45)]).notes.contains(.longEdge(vertex: 0)))
    }

    @Test func ringsThatCancel() {
        #expect(measured([(0, 0), (1, 1), (1, 0), (0, 1)]).notes == [.cancels])
        #expect(measured([(30, 50), (30.5, 50.25), (31, 50.5), (30.5, 50.25)]).notes == [.cancels])
        #expect(measured([(30, 50), (30, 50), (30, 50)]).notes == [.cancels])
        // A figure-eight whose halves differ encloses what is left; topology is what finds it out.
        #expect(measured([(0, 0), (2, 2), (2, 0), (0, 1)]).notes.isEmpty)
        // Thin is not nothing: a sliver of a millimetre, and one of a tenth of that.
        #expect(measured([(35, 48), (35.1, 48), (35.1, 48.00000001), (35, 48.00000001)]).notes.isEmpty)
        #expect(measured([(35, 48), (35.01, 48), (35.01, 48.000000001), (35, 48.000000001)]).notes.isEmpty)
    }
}
