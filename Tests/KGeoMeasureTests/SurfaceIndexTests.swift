// Which of many surfaces hold a place, against asking each.

import KGeoCore
import KGeoMeasure
import SystemC
import Testing

@Suite struct SurfaceIndexTests {
    /// A ring around a place, of any size, with its longitudes in any turn.
    private func ring(_ dice: inout Dice) -> Ring {
        let (x, y) = (dice.number(-400...400), dice.number(-80...80))
        let (size, corners) = (exp(dice.number(-3...5)), Int(dice.number(3...40)))
        let places = (0..<corners).map { i -> Coordinate in
            let turn = 2 * Double.pi * Double(i) / Double(corners)
            let r = size * dice.number(0.5...1)
            let longitude = x + r * cos(turn)
            let drawn = dice.number(0...1) < 0.5 ? longitude : longitude - 360 * (longitude / 360).rounded()
            return Coordinate(drawn, min(max(y + r * sin(turn), -90), 90))
        }
        return Ring(places + places.prefix(1))
    }

    @Test func sameAsAskingEach() {
        var dice = Dice(5)
        for _ in 0..<40 {
            let surfaces = (0..<30).map { i in
                let holes = (0..<Int(dice.number(0...3))).map { _ in ring(&dice) }
                return (polygon: Polygon(shell: ring(&dice), holes: holes), owner: i / 2)
            }
            // A cap around a pole, and a box whose sides places may lie on.
            let cap = Ring((0...36).map { Coordinate(Double($0) * 10 - 180, 70) })
            let more = [
                (polygon: Polygon(shell: cap), owner: 90),
                (polygon: Polygon(shell: box(170, -10, -170, 10)), owner: 91),
                (polygon: Polygon(rings: []), owner: 92),
            ]
            let index = SurfaceIndex(surfaces + more)
            let corners = surfaces.flatMap { $0.polygon.rings.flatMap(\.coordinates) }
            let places =
                (0..<60).map { _ in Coordinate(dice.number(-400...400), dice.number(-90...90)) }
                + corners.prefix(60) + [
                    Coordinate(180, 10), Coordinate(-180, 0), Coordinate(0, 90), Coordinate(3, 75),
                ]
            for place in places {
                let expected = Set(
                    (surfaces + more).filter { PlanarGeometry.contains($0.polygon, place) }.map(\.owner))
                #expect(index.owners(around: place) == expected.sorted(), "\(place)")
            }
        }
    }
}
