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

    /// Ground as thin as a hair beside an edge that both have, which a change does not see: a hair cut off a ground, a hair of its
    /// own inside the neighbour, and hairs among much that both have.
    static let besideCommonEdges = [
        (
            [
                surface([
                    (6.5833635, 4.3310933), (7.8626898, 2.0703552), (6.8640587, -0.0493391),
                    (5.0620457, -0.7058522), (2.9497281, 0.2198414), (2.5601867, 1.1243742),
                    (2.2050582, 1.9489986), (2.1706453, 2.028907), (3.3407339, 4.4559206),
                ])
            ],
            [
                surface([
                    (2.1706453, 2.028907), (2.2050582, 1.9489986), (2.5601867, 1.1243742),
                    (2.9497281, 0.2198414),
                ])
            ]
        ),
        (
            [
                square(0.1, 51, 0.9, 52),
                surface([(0.0264676, 50.5003842), (0.5079484, 50.5766316), (0.5706395, 50.5865594)]),
            ],
            [
                surface([
                    (0.7683152, 50.6178633), (0.5706395, 50.5865594), (0.5079484, 50.5766316),
                    (0.0264676, 50.5003842), (-0.2823447, 50.6831948), (0.1, 51), (0.9, 51),
                ])
            ]
        ),
        (
            [
                surface([
                    (34.6455084, 50.4154832), (36.1476067, 49.937128), (36.6475991, 50.412372),
                    (36.9146497, 52.3512144), (35.544858, 51.8374946), (34.7374765, 53.4195884),
                    (33.1591301, 51.4455231),
                ])
            ],
            [
                surface([(34.6455084, 50.4154832), (36.1476067, 49.937128), (35.3965576, 50.1763056)]),
                surface([
                    (36.1476067, 49.937128), (36.6475991, 50.412372), (36.9146497, 52.3512144),
                    (35.544858, 51.8374946), (34.7374765, 53.4195884), (33.1591301, 51.4455231),
                    (34.59940634425, 50.991428938719), (35.518516455871, 50.562727187157),
                ]),
                surface([(33.1591301, 51.4455231), (34.6455084, 50.4154832), (33.9023193, 50.9305032)]),
            ]
        ),
    ]

    @Test(arguments: besideCommonEdges.indices)
    func shareAndChangeSayTheSame(_ number: Int) throws {
        let (a, b) = Self.besideCommonEdges[number]
        for (first, second) in [(a, b), (b, a)] {
            let share = try ControlAreaMeasurer().share(of: Self.part(first), in: Self.part(second))
            let change = try #require(try GroundChange(from: first, to: second))
            let (covered, outside) = (share.covered.area, share.outside.area)
            let all = max(
                share.part.area.geodesicSquareMetres, share.whole.area.geodesicSquareMetres)
            func same(_ x: Double, _ y: Double) { #expect(abs(x - y) <= 1e-9 * all, "\(x) and \(y)") }
            same(change.unchangedGeodesic, covered.geodesicSquareMetres)
            same(change.lostArea.geodesicSquareMetres, outside.geodesicSquareMetres)
            same(
                covered.geodesicSquareMetres + outside.geodesicSquareMetres,
                share.part.area.geodesicSquareMetres)
            // Geodesics make no ground of the hair that is all that both have, unless one of them is no more than that.
            if number < 2, share.part.area.lonlatSquareMetres > 1e6 {
                #expect(covered.geodesicSquareMetres <= 1.6 * covered.lonlatSquareMetres)
            }
        }
    }

    /// What regions and mapmakers make of them is what the change says.
    @Test(arguments: besideCommonEdges.indices)
    func regionsAndMakersSayTheSame(_ number: Int) throws {
        let (a, b) = Self.besideCommonEdges[number]
        for (first, second) in [(a, b), (b, a)] {
            let (old, new) = (try map("2024-01-01", first, sigma: 0), try map("2024-01-02", second, sigma: 0))
            let change = try MapChange(from: old, to: new, settings: ChangeSettings())
            let all = max(
                old.ground.area.geodesicSquareMetres, new.ground.area.geodesicSquareMetres)
            func same(_ x: Double, _ y: Double) { #expect(abs(x - y) <= 1e-9 * all, "\(x) and \(y)") }
            let regions = try GroundRegions([("second", second)])
            let rows = try change.by(regions, settings: ChangeSettings())
            same(rows.reduce(0) { $0 + $1.old }, old.ground.area.geodesicSquareMetres)
            same(rows.reduce(0) { $0 + $1.new }, new.ground.area.geodesicSquareMetres)
            same(rows.reduce(0) { $0 + $1.gained.value }, change.gained.value)
            same(rows.reduce(0) { $0 + $1.lost.value }, change.lost.value)
            for map in [old, new] {
                let parts = try regions.maps(of: map).map(\.ground.area.geodesicSquareMetres)
                same(parts.reduce(0, +), map.ground.area.geodesicSquareMetres)
            }
            let two = try Agreement(of: [first, second])
            same(two.both(0, 1).geodesicSquareMetres, change.ground.unchangedGeodesic)
            same(two.area(of: 0, without: 1).geodesicSquareMetres, change.lost.value)
            same(two.area(of: 1, without: 0).geodesicSquareMetres, change.gained.value)
            // A third one, which lies across both.
            let box = BoundingBox((first + second).flatMap(\.rings).flatMap(\.coordinates))
            let third = [square(box.west, box.south, (box.west + box.east) / 2, box.north)]
            let three = try Agreement(of: [third, first, second])
            same(three.both(1, 2).geodesicSquareMetres, change.ground.unchangedGeodesic)
            same(three.area(of: 1, without: 2).geodesicSquareMetres, change.lost.value)
            same(three.area(of: 2, without: 1).geodesicSquareMetres, change.gained.value)
            for (maker, other) in [(0, 1), (1, 0), (0, 2), (2, 0)] {
                let grounds = [third, first, second]
                let pair = try #require(try GroundChange(from: grounds[maker], to: grounds[other]))
                same(three.both(maker, other).geodesicSquareMetres, pair.unchangedGeodesic)
                same(
                    three.both(maker, other).geodesicSquareMetres
                        + three.area(of: maker, without: other).geodesicSquareMetres,
                    pair.oldArea.geodesicSquareMetres)
            }
        }
    }

    /// Half a metre of geodesic beside 12 km and 17 nm of straight edges.
    @Test func aGroundAsThinAsAHairIsItsPieces() throws {
        let hair = surface([
            (34.049411985102, 52.071088071655), (34.012603217585, 51.959111541361),
            (34.031007601344, 52.015099806508),
        ])
        let area = Measuring.area(of: [hair])
        #expect(area.geodesicSquareMetres > 1e4 && area.lonlatSquareMetres < 1)
        // South and north of a line that cuts it.
        let (south, north) = (square(33, 51, 35, 52.03), square(33, 52.03, 35, 53))
        var (sum, whole) = (0.0, 0.0)
        for part in [south, north] {
            let share = try ControlAreaMeasurer().share(of: Self.part([hair]), in: Self.part([part]))
            let change = try #require(try GroundChange(from: [hair], to: [part]))
            #expect(abs(change.unchangedGeodesic - share.covered.area.geodesicSquareMetres) < 1e-3)
            #expect(change.gainedArea.geodesicSquareMetres <= share.whole.area.geodesicSquareMetres + 1e-3)
            sum += share.covered.area.geodesicSquareMetres
            whole = share.part.area.geodesicSquareMetres
        }
        // Geodesics make another ground of it, so that it is measured with straight edges.
        #expect(whole == area.lonlatSquareMetres && abs(sum - whole) < 1e-3)
    }

    /// A hair that a map draws inside of another's ground takes none away, and gives none.
    @Test func gainedGroundIsNoMoreThanTheGround() throws {
        let hair = surface([
            (-179.544505165738, -17.066070870445), (-179.547276710138, -17.121087895077),
            (-179.543464135232, -17.045405713137),
        ])
        let ground = surface([
            (-179.708088616113, -16.931180233876), (-179.625531924755, -17.157079544517),
            (-179.547276710138, -17.121087895077), (-179.544505165738, -17.066070870445),
            (-179.543464135232, -17.045405713137), (-179.539651560325, -16.969723531196),
        ])
        let change = try #require(try GroundChange(from: [hair], to: [ground]))
        #expect(
            abs(change.gainedArea.geodesicSquareMetres - change.newArea.geodesicSquareMetres) < 1)
    }

    /// Geodesics make half a square metre of it, so that it is measured with straight edges, as nothing.
    @Test func aGroundThinnerThanPlacesAreApartIsItsPieces() throws {
        let line = surface([
            (35.19917720256136, 51.30973099648442), (35.19411274830372, 51.306396779540876),
            (35.1938584093281, 51.30622933379475),
        ])
        let alone = Measuring.area(of: [line])
        #expect(PieceAreas.isThin(alone) && alone.geodesicSquareMetres > 0.3)
        let all = Measuring.ground(of: [line])
        #expect(all.turnsOverAt != nil && all.geodesicSquareMetres < 1e-3)
        // It lies in the first and beside the second.
        for (other, isIn) in [(square(35, 51.2, 35.3, 51.4), true), (square(36, 51.2, 36.3, 51.4), false)] {
            let share = try ControlAreaMeasurer().share(of: Self.part([line]), in: Self.part([other]))
            let change = try #require(try GroundChange(from: [line], to: [other]))
            let (covered, outside) = (share.covered.area, share.outside.area)
            #expect(
                abs((isIn ? covered : outside).geodesicSquareMetres - all.geodesicSquareMetres) < 1e-3)
            #expect((isIn ? outside : covered).geodesicSquareMetres < 1e-6)
            #expect(abs(change.unchangedGeodesic - covered.geodesicSquareMetres) < 1e-6)
            #expect(abs(change.lostArea.geodesicSquareMetres - outside.geodesicSquareMetres) < 1e-6)
        }
    }

    /// Rings of some nanometres, which places in space do not resolve, are walked to an end.
    @Test(.timeLimit(.minutes(10)))
    func hairsOfNanometresHaveAnOutline() throws {
        let first = surface([
            (35.199999999999996, 51.3), (35.209999999999994, 51.3),
            (35.209999999999994, 51.29999999999999), (35.2, 51.300000000000004),
            (35.2, 51.300000000000004), (35.199999999999996, 51.31),
            (35.2, 51.31000000000001), (35.19, 51.3),
            (35.190000000000005, 51.29999999999999), (35.190000000000005, 51.3),
            (35.20000000000001, 51.300000000000004), (35.199999999999996, 51.29999999999999),
            (35.20000000000001, 51.300000000000004), (35.199999999999996, 51.290000000000006),
        ])
        let second = surface([
            (35.2, 51.3), (35.2, 51.3),
            (35.19, 51.3), (35.19, 51.3),
            (35.19, 51.3), (35.2, 51.31),
            (35.2, 51.31), (35.2, 51.3),
            (35.2, 51.3), (35.21, 51.3),
            (35.21, 51.3), (35.2, 51.3),
            (35.2, 51.29), (35.2, 51.3),
        ])
        let share = try ControlAreaMeasurer().share(of: Self.part([first]), in: Self.part([second]))
        #expect(share.outside.area.lonlatSquareMetres < 1e-3)
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
