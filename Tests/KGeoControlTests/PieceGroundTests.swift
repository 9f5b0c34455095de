// Geodesic areas of pieces: together they are the ground, and where there is no ground there is no area.

import KGeoControl
import KGeoCore
import KGeoMeasure
import KGeoSurface
import TestShapes
import Testing

@Suite("Geodesic areas of pieces of ground")
struct PieceGroundTests {
    static func part(_ polygons: [Polygon]) -> [ControlPart] {
        [ControlPart(polygons: polygons, boundaryError: 0)]
    }

    /// South and north of one line of 30°, which the north draws with a corner on it, off by rounding either way or not at
    /// all.
    static let neighbours = [-1e-13, 0, 1e-13, 1e-7, -1e-7].map { off in
        (
            south: surface([(0, 40), (30, 40), (30, 55), (0, 50)]),
            north: surface([(0, 50), (14, 50 + 14.0 / 6 + off), (30, 55), (30, 60), (0, 60)])
        )
    }

    @Test(arguments: neighbours.indices)
    func hairsBesideLongEdgesHaveNoGround(_ number: Int) throws {
        let (south, north) = Self.neighbours[number]
        let share = try ControlAreaMeasurer().share(of: Self.part([south]), in: Self.part([north]))
        let (covered, outside) = (share.covered.area, share.outside.area)
        let all = share.part.area.geodesicSquareMetres
        #expect(covered.geodesicSquareMetres <= 1.6 * covered.lonlatSquareMetres + 4)
        #expect(
            abs(covered.geodesicSquareMetres + outside.geodesicSquareMetres - all) <= 1e-9 * all)
        #expect(share.covered.value.edgeEffect <= covered.lonlatSquareMetres + 4)
        #expect(try #require(share.share).value < 1e-6)
        let change = try #require(try GroundChange(from: [south], to: [north]))
        #expect(abs(change.unchangedGeodesic - covered.geodesicSquareMetres) <= 1e-9 * all)
        #expect(abs(change.lostArea.geodesicSquareMetres - outside.geodesicSquareMetres) <= 1e-9 * all)
        #expect(
            abs(change.gainedArea.geodesicSquareMetres - share.whole.area.geodesicSquareMetres)
                <= 1e-9 * all + 2 * covered.lonlatSquareMetres)
    }

    /// Grounds that long edges turn over, and the world, against others: pieces make up their ground, nothing is lost that was not
    /// there, and shares are those of what is drawn.
    @Test(arguments: [
        (
            surface([(-50, 40), (50, 40), (0, 50)]),
            surface([(-20, 42), (-10, 42), (10, 42), (20, 42), (20, 47), (-20, 47)])
        ),
        (surface([(-60, 10), (90, 20), (20, 60)]), surface([(-30, 0), (40, 0), (40, 50), (-30, 50)])),
        (surface([(-25, 50), (25, 50), (0, 52)]), surface([(-5, 50.5), (5, 50.5), (5, 51.5), (-5, 51.5)])),
        (
            surface([(-180, -90), (180, -90), (180, 90), (-180, 90)]),
            surface([(-5, 50.5), (5, 50.5), (5, 51.5), (-5, 51.5)])
        ),
    ])
    func groundThatTurnsOver(_ turning: Polygon, _ other: Polygon) throws {
        let share = try ControlAreaMeasurer().share(of: Self.part([other]), in: Self.part([turning]))
        #expect(share.whole.area.turnsOverAt != nil)
        let (covered, outside) = (share.covered.area, share.outside.area)
        let all = share.part.area.geodesicSquareMetres
        #expect(abs(covered.geodesicSquareMetres + outside.geodesicSquareMetres - all) <= 1e-9 * all)
        let drawn = share.covered.area.lonlatSquareMetres / share.whole.area.lonlatSquareMetres
        #expect(abs(try #require(share.share).value - drawn) <= 1e-9 * drawn)
        let change = try #require(try GroundChange(from: [turning], to: [other]))
        #expect(change.lostArea.geodesicSquareMetres <= change.oldArea.geodesicSquareMetres * (1 + 1e-12))
        #expect(change.lostArea.geodesicSquareMetres == change.lostArea.lonlatSquareMetres)
        let regions = try GroundRegions([("other", [other])])
        let map = GroundMap(file: "a", date: nil, ground: try DissolvedGround(Self.part([turning])))
        let cut = try regions.maps(of: map).map(\.ground.area.geodesicSquareMetres)
        let whole = map.ground.area.geodesicSquareMetres
        #expect(abs(cut[0] + cut[1] - whole) <= 1e-12 * whole)
        #expect(abs(cut[0] - change.unchangedGeodesic) <= 1e-9 * whole)
    }

    /// A ground whose long edges others cut is the sum of what they make of it.
    @Test func piecesOfLongEdgesAddUp() throws {
        let ground = surface([(10, 45), (60, 50), (55, 65), (15, 60)])
        let west = surface([(0, 30), (32, 30), (30, 75), (0, 75)])
        let share = try ControlAreaMeasurer().share(of: Self.part([ground]), in: Self.part([west]))
        let all = share.part.area.geodesicSquareMetres
        let (covered, outside) = (share.covered.area, share.outside.area)
        #expect(
            abs(covered.geodesicSquareMetres + outside.geodesicSquareMetres - all) <= 1e-12 * all)
        // The ground itself has a twelfth.
        #expect(covered.edgeEffectSquareMetres < 0.15 * covered.lonlatSquareMetres)
        let change = try #require(try GroundChange(from: [ground], to: [west]))
        #expect(abs(change.unchangedGeodesic - covered.geodesicSquareMetres) <= 1e-9 * all)
        // A whole that is covered throughout is 100 %, whatever corners the part has on its edges.
        let drawn = surface([(10, 45), (35, 47.5), (60, 50), (55, 65), (15, 60)])
        let full = try ControlAreaMeasurer().share(of: Self.part([drawn]), in: Self.part([ground]))
        #expect(abs(try #require(full.share).value - 1) < 1e-12)
        let regions = try GroundRegions([("west", [west])])
        let map = GroundMap(file: "a", date: nil, ground: try DissolvedGround(Self.part([ground])))
        let cut = try regions.maps(of: map).map(\.ground.area.geodesicSquareMetres)
        #expect(abs(cut[0] + cut[1] - all) <= 1e-12 * all)
        #expect(abs(cut[0] - covered.geodesicSquareMetres) <= 1e-9 * all)
    }

    /// Regions share a change out, with geodesic edges too.
    @Test func aChangeByRegionsAddsUp() throws {
        let old = try map("2024-01-01", [surface([(10, 45), (60, 50), (55, 65), (15, 60)])], sigma: 0)
        let new = try map("2024-01-02", [surface([(12, 44), (50, 50), (65, 66), (15, 58)])], sigma: 0)
        let settings = ChangeSettings()
        let change = try MapChange(from: old, to: new, settings: settings)
        let regions = try GroundRegions([
            ("west", [surface([(0, 30), (32, 30), (30, 75), (0, 75)])]),
            ("east", [surface([(32, 30), (70, 30), (70, 75), (30, 75)])]),
        ])
        let rows = try change.by(regions, settings: settings)
        let all = old.ground.area.geodesicSquareMetres
        func same(_ x: Double, _ y: Double) { #expect(abs(x - y) <= 1e-9 * all, "\(x) and \(y)") }
        same(rows.reduce(0) { $0 + $1.old }, all)
        same(rows.reduce(0) { $0 + $1.new }, new.ground.area.geodesicSquareMetres)
        same(rows.reduce(0) { $0 + $1.gained.value }, change.gained.value)
        same(rows.reduce(0) { $0 + $1.lost.value }, change.lost.value)
        same(all, change.ground.unchangedGeodesic + change.lost.value)
    }
}
