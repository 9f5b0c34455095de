// The closed forms for short edges: against 34 digits over azimuth, against PROJ everywhere, and where they end.

import KGeoCore
import KGeoMeasure
import PROJKit
import Testing

@Suite struct ShortEdgeTests {
    /// Bounds, relative, by latitude: area of a triangle of 10 km edges in the two models, and its perimeter.
    static let bounds: [(latitude: Double, geodesic: Double, lonlat: Double, perimeter: Double)] = [
        (0, 1e-13, 1e-13, 1e-14), (20, 1e-13, 1e-13, 2e-14), (45, 1e-13, 1e-13, 4e-14),
        (60, 1e-13, 1e-13, 6e-14), (70, 1e-13, 1e-13, 6e-14), (74.9, 2e-13, 2e-13, 3e-13),
        // Beyond 75° lengths are PROJ's.
        (84.8, 1e-11, 5e-12, 1e-13),
    ]
    /// The same for triangles of 16 km edges, below 60°.
    static let wideBounds: [(latitude: Double, geodesic: Double, lonlat: Double, perimeter: Double)] = [
        (0, 1e-13, 1e-13, 3e-14), (20, 3e-13, 1e-13, 5e-14), (45, 3e-13, 1e-13, 2e-13),
        (59.8, 3e-13, 1e-13, 3e-13),
    ]
    /// Of triangles of 100 m nothing is left but rounding; PROJ's lengths beyond 75° are good to nanometres.
    static let rounding = 2e-14
    static let nanometres = 3e-9

    @Test(arguments: ReferenceTriangles.all.indices)
    func overAzimuth(index: Int) throws {
        let (side, latitude, triangles) = ReferenceTriangles.all[index]
        #expect(triangles.count == 24)
        let bounds = side > 10_000 ? Self.wideBounds : Self.bounds
        var bound = try #require(bounds.first { $0.latitude == latitude })
        if side == 100 {
            bound = (latitude, Self.rounding, Self.rounding, Self.rounding)
        }
        for (turn, numbers) in triangles.enumerated() {
            let corners = [(numbers[0], numbers[1]), (numbers[2], numbers[3]), (numbers[4], numbers[5])]
            for start in 0..<3 {
                let measure = measured(Array(corners[start...] + corners[..<start]))
                #expect(
                    offBy(measure.geodesicSquareMetres, from: numbers[6]) < bound.geodesic, "\(turn * 5)°")
                #expect(offBy(measure.lonlatSquareMetres, from: numbers[7]) < bound.lonlat)
                #expect(
                    abs(measure.perimeterMetres - numbers[8])
                        < max(bound.perimeter * numbers[8], latitude > 75 ? Self.nanometres : 0))
            }
        }
    }

    /// Rings of every kind against PROJ's own sums: short and long edges mixed, over the antimeridian, around a
    /// pole, on both sides of the equator, wound either way.
    @Test(arguments: 0..<60)
    func mixedRings(seed: UInt64) {
        var dice = Dice(seed)
        let centre = (dice.number(-180...180), dice.number(-90...90))
        let radius = [0.02, 0.3, 2, 20, 60][Int(seed % 5)]
        let count = 5 + Int(seed) * 3
        var ring: [Coordinate] = []
        for i in 0..<count {
            let turn = (Double(i) + dice.number(0...0.8)) / Double(count) * 2 * .pi
            let reach = radius * dice.number(0.3...1) * 111_000
            // Now and then a row of small steps.
            let place = Geodesic.wgs84.direct(
                from: Coordinate(centre.0, centre.1), azimuth: turn * 180 / .pi, distance: reach
            ).coordinate
            ring.append(place)
            if dice.number(0...1) < 0.3 {
                for _ in 0..<Int(dice.number(1...9)) {
                    let last = ring[ring.count - 1]
                    ring.append(
                        Geodesic.wgs84.direct(
                            from: last, azimuth: dice.number(-180...180), distance: dice.number(0...12_000)
                        ).coordinate)
                }
            }
        }
        if seed % 2 == 1 { ring.reverse() }
        ring.append(ring[0])
        let ours = Measuring.ring(Ring(ring))
        let theirs = Geodesic.wgs84.polygon(ring)
        // PROJ takes every edge down to the equator, which costs 0.02 m² an edge at worst.
        let grain = 0.02 * Double(ring.count) + 2e-15 * Geodesic.wgs84.surfaceArea
        #expect(abs(ours.geodesicSquareMetres - abs(theirs.signedArea)) < grain)
        #expect(ours.isAnticlockwise == (theirs.signedArea >= 0))
        #expect(offBy(ours.perimeterMetres, from: theirs.perimeter) < 1e-11)
        #expect(offBy(Measuring.length(of: ring), from: theirs.perimeter) < 1e-11)
    }

    /// Edges of just under and just over 10 and 16 km, and at the latitudes where the closed forms end.
    @Test func whereTheClosedFormsEnd() {
        for latitude in [0.0, 45, 59.95, 60.05, 74.95, 75.05, 80, 84.99, 85.01, 89] {
            for metres in [9_999.0, 10_001, 5_000, 15_999, 16_001, 20_000] {
                for azimuth in stride(from: -180.0, to: 180, by: 5) {
                    let a = Coordinate(20, latitude)
                    let b = Geodesic.wgs84.direct(from: a, azimuth: azimuth, distance: metres).coordinate
                    let exact = Geodesic.wgs84.distance(from: a, to: b)
                    #expect(abs(Measuring.distance(a, b) - exact) < 1e-8)
                    #expect(abs(Measuring.length(of: [a, b]) - exact) < 1e-8)
                }
            }
        }
    }

    /// A position that is no number gives no number, and no crash.
    @Test func notANumber() {
        for bad in [
            Coordinate(.nan, 50), Coordinate(30, .nan), Coordinate(.infinity, 50), Coordinate(30, 91),
        ] {
            let ring = Ring([Coordinate(30, 50), Coordinate(30.1, 50), bad, Coordinate(30, 50)])
            #expect(Measuring.ring(ring).geodesicSquareMetres.isNaN)
            #expect(Measuring.distance(Coordinate(30, 50), bad).isNaN)
            #expect(Measuring.length(of: ring.coordinates).isNaN)
        }
    }
}
