// What was gained and lost between grounds whose vertices lie on each other's edges up to rounding.

import KGeoControl
import KGeoCore
import KGeoMeasure
import TestShapes
import Testing

@Suite struct GroundChangeTests {
    /// A star, and one of which two corners lie on its edges as an overlay rounds them: each cuts a strip off the other.
    static let star = surface([(34.64, 51.66), (34.52, 51.57), (34.62, 51.56), (34.6, 51.29)])
    static let touching = surface([
        (34.612148997134675, 51.4023782234957), (34.60926315789474, 51.37568421052632), (34.69, 51.46),
        (34.63, 51.3), (34.56, 51.25), (34.60602739726028, 51.371369863013705),
    ])

    /// Areas in fractions, lonlat.
    @Test(arguments: [false, true])
    func cornersOnEdgesUpToRounding(isBackwards: Bool) throws {
        let maps = isBackwards ? [Self.touching, Self.star] : [Self.star, Self.touching]
        let change = try #require(try GroundChange(from: [maps[0]], to: [maps[1]]))
        let (gained, lost) =
            isBackwards ? (51_245_742.96204, 54_843_338.81985) : (54_843_338.81985, 51_245_742.96204)
        #expect(offBy(change.gainedArea.lonlatSquareMetres, from: gained) < 1e-9)
        #expect(offBy(change.lostArea.lonlatSquareMetres, from: lost) < 1e-9)
        #expect(offBy(change.unchangedLonlat, from: 1_205_980.66911) < 1e-7)
    }

    /// What was gained and what was lost lie where they should: each part is asked by the ground itself.
    @Test func insideAndOutsideKeepTheirPlaces() throws {
        let (a, b) = (square(35, 51, 37, 53), square(36, 52, 38, 54))
        let change = try #require(try GroundChange(from: [a], to: [b]))
        let both = lonlatArea([square(36, 52, 37, 53)])
        #expect(offBy(change.gainedArea.lonlatSquareMetres, from: lonlatArea([b]) - both) < 1e-12)
        #expect(offBy(change.lostArea.lonlatSquareMetres, from: lonlatArea([a]) - both) < 1e-12)
        #expect(change.gained.flatMap(\.rings).flatMap(\.coordinates).contains(Coordinate(38, 54)))
        #expect(change.lost.flatMap(\.rings).flatMap(\.coordinates).contains(Coordinate(35, 51)))
    }
}
