// Steps from −180 to 180: nothing where a ring crosses the antimeridian, a whole turn around the world.

import KGeoCore
import KGeoMeasure
import Testing

@Suite struct FullTurnTests {
    /// An area over the antimeridian that names both of its longitudes, with many corners between.
    private static let places: [(Double, Double)] = {
        var places: [(Double, Double)] = []
        let corners = [
            (-177.0, -5.0), (-180, -6), (180, -6), (174, -8), (172, -18), (180, -16), (-180, -16),
            (-174, -15),
        ]
        for (i, corner) in corners.enumerated() {
            let next = corners[(i + 1) % corners.count]
            places.append(corner)
            guard abs(next.0 - corner.0) < 180 else { continue }
            for k in 1..<20 {
                let t = Double(k) / 20
                places.append((corner.0 + t * (next.0 - corner.0), corner.1 + t * (next.1 - corner.1)))
            }
        }
        return places
    }()

    @Test("A crossing is nothing, wherever the ring begins and the blocks end")
    func crossing() {
        let plain = Self.places.filter { $0.0 != -180 }.map { ($0.0 < 0 ? $0.0 + 360 : $0.0, $0.1) }
        let wanted = measured(plain).lonlatSquareMetres
        for start in Self.places.indices {
            let turned = Array(Self.places[start...] + Self.places[..<start])
            for drawn in [turned, Array(turned.reversed())] {
                let found = measured(drawn)
                #expect(offBy(found.lonlatSquareMetres, from: wanted) < 1e-12, "from \(start)")
                #expect(found.notes.isEmpty, "from \(start): \(found.notes)")
            }
        }
    }

    @Test("Around the world it is a turn: a box, a band, a box that is cut below")
    func turns() {
        func area(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Double {
            Measuring.ring(box(west, south, east, north)).lonlatSquareMetres
        }
        let globe = 5.100656217240886e14
        #expect(offBy(area(-180, -90, 180, 90), from: globe) < 1e-12)
        #expect(offBy(area(-180, 0, 180, 90), from: globe / 2) < 1e-12)
        let below = measured([(-180, -90), (-60, -90), (60, -90), (180, -90), (180, 90), (-180, 90)])
        #expect(offBy(below.lonlatSquareMetres, from: globe) < 1e-12)
        let band = area(-180, 20, -60, 40)
        #expect(offBy(area(-180, 20, 180, 40), from: 3 * band) < 1e-12)
    }

    @Test("Which edges are turns")
    func edges() {
        let box = ring([(-180, -90), (180, -90), (180, 90), (-180, 90)]).coordinates
        #expect(Longitude.isDrawnTurn(at: 0, in: box) && Longitude.isDrawnTurn(at: 2, in: box))
        #expect(!Longitude.isDrawnTurn(at: 1, in: box))
        #expect(Longitude.step(at: 0, in: box) == 360 && Longitude.step(at: 2, in: box) == -360)
        let crossing = ring([(-177, -5), (-180, -6), (180, -6), (174, -8)]).coordinates
        #expect(Longitude.step(at: 1, in: crossing) == 0 && Longitude.step(at: 3, in: crossing) == 9)
        // Of a line nothing comes before its beginning.
        #expect(Longitude.step(at: 0, in: [Coordinate(-180, 1), Coordinate(180, 1)]) == 0)
    }

    @Test("The long way round that may have been meant")
    func longWays() {
        #expect(Longitude.isLongWayRound(-100, 100) && Longitude.isLongWayRound(130, -130))
        #expect(!Longitude.isLongWayRound(170, -170) && !Longitude.isLongWayRound(-80, 80))
    }
}
