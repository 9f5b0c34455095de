// One pair of surfaces through everything that unites, cuts, shares and compares: the answers are parts of one another.

import KGeoControl
import KGeoCore
import KGeoMeasure
import KGeoSurface
import SystemC
import TestShapes
import Testing

@Suite("One ground, however it is asked")
struct OneGroundTests {
    /// A generator with a seed, so that a failure comes again.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
        mutating func number(_ low: Double, _ high: Double) -> Double {
            .random(in: low...high, using: &self)
        }
    }

    /// A place of the globe and how far shapes reach around it.
    struct Site: Sendable, CustomTestStringConvertible {
        var longitude, latitude, reach: Double
        var testDescription: String { "\(longitude), \(latitude)" }
    }

    static let sites = [
        Site(longitude: 0, latitude: 0, reach: 2), Site(longitude: 0.3, latitude: 51, reach: 0.5),
        Site(longitude: 35, latitude: 51, reach: 0.1), Site(longitude: 179.7, latitude: 10, reach: 1),
        Site(longitude: -179.9, latitude: -40, reach: 3), Site(longitude: 30, latitude: 87, reach: 2),
        Site(longitude: 4, latitude: 3, reach: 1e-3), Site(longitude: -150, latitude: 1, reach: 8),
    ]

    static func star(_ site: Site, _ random: inout Seeded) -> Polygon {
        let n = Int.random(in: 3...12, using: &random)
        let (x, y) = (
            site.longitude + random.number(-0.4, 0.4) * site.reach,
            site.latitude + random.number(-0.3, 0.3) * site.reach
        )
        var corners: [(Double, Double)] = []
        for i in 0..<n {
            let angle = (Double(i) + random.number(0, 0.8)) * 2 * .pi / Double(n)
            let r = site.reach * random.number(0.4, 1)
            corners.append((x + r * cos(angle), y + r * sin(angle)))
        }
        return surface(corners)
    }

    /// A shape with corners of another one, and corners that lie on its edges up to rounding.
    static func neighbour(of drawn: Polygon, _ site: Site, _ random: inout Seeded) -> Polygon {
        let ring = drawn.rings[0].coordinates
        let i = Int.random(in: 0..<ring.count - 1, using: &random)
        let (a, b) = (ring[i], ring[i + 1])
        let t = random.number(0.2, 0.8)
        let on = (
            a.longitude + t * (b.longitude - a.longitude), a.latitude + t * (b.latitude - a.latitude)
        )
        let side = Bool.random(using: &random) ? 1.0 : -1
        let away = (
            on.0 + side * (b.latitude - a.latitude), on.1 - side * (b.longitude - a.longitude) * 0.7
        )
        return surface([(a.longitude, a.latitude), away, on])
    }

    /// Written with so many decimals.
    static func rounded(_ polygons: [Polygon], _ decimals: Int) -> [Polygon] {
        let scale = pow(10, Double(decimals))
        return polygons.map { polygon in
            Polygon(
                rings: polygon.rings.map { ring in
                    Ring(
                        ring.coordinates.map {
                            decimals > 16
                                ? $0
                                : Coordinate(
                                    ($0.longitude * scale).rounded() / scale,
                                    ($0.latitude * scale).rounded() / scale)
                        })
                })
        }
    }

    static func isFair(_ polygons: [Polygon]) throws -> Bool {
        guard !polygons.isEmpty else { return false }
        return try Topology.check(polygons).isEmpty && polygons.allSatisfy { lonlatArea([$0]) > 0 }
    }

    /// Everything that is asked of a pair must say the same to a billionth; the lonlat areas of what both have and of what
    /// each has alone.
    @discardableResult
    static func agree(
        _ first: [Polygon], _ second: [Polygon], _ note: Comment
    ) throws -> (both: [Polygon], first: [Polygon], second: [Polygon]) {
        func part(_ polygons: [Polygon]) -> [ControlPart] {
            [ControlPart(polygons: polygons, boundaryError: 0)]
        }
        let (a, b) = (lonlatArea(first), lonlatArea(second))
        let metres = Measuring.area(of: first + second).perimeterMetres
        let slack = 1e-9 * max(a, b) + 1e-6 * metres
        func same(_ x: Double, _ y: Double, _ what: String) {
            #expect(abs(x - y) <= slack, "\(what): \(x) and \(y) of \(a) and \(b); \(note)")
        }
        // The error is not looked at: with a long correlation it costs little.
        let control = ControlAreaMeasurer(settings: ErrorSettings(correlationLength: 1e6))
        let share = try control.share(of: part(first), in: part(second))
        let other = try control.share(of: part(second), in: part(first))
        let both = share.covered.area.lonlatSquareMetres
        same(both, other.covered.area.lonlatSquareMetres, "covered both ways")
        same(both + share.outside.area.lonlatSquareMetres, a, "the part")
        same(both + other.outside.area.lonlatSquareMetres, b, "the whole")
        let change = try #require(try GroundChange(from: first, to: second), note)
        same(change.gainedArea.lonlatSquareMetres, other.outside.area.lonlatSquareMetres, "gained")
        same(change.lostArea.lonlatSquareMetres, share.outside.area.lonlatSquareMetres, "lost")
        same(change.unchangedLonlat, both, "unchanged")
        // With geodesic edges too the pieces of a ground are the ground.
        let (inside, outside) = (share.covered.area, share.outside.area)
        same(
            inside.geodesicSquareMetres + outside.geodesicSquareMetres,
            share.part.area.geodesicSquareMetres, "the part, geodesic")
        same(change.lostArea.geodesicSquareMetres, outside.geodesicSquareMetres, "lost, geodesic")
        same(change.unchangedGeodesic, inside.geodesicSquareMetres, "unchanged, geodesic")
        same(
            change.gainedArea.geodesicSquareMetres, other.outside.area.geodesicSquareMetres,
            "gained, geodesic")
        let union = try Dissolve.union(first + second)
        same(lonlatArea(union.polygons), a + b - both, "united")
        same(union.overlapSquareMetres, both, "overlap")
        #expect(try !Topology.check(union.polygons).contains(where: \.isError), note)
        // What both have and what each has alone, put together again.
        let again = try Dissolve.union(share.covered.polygons + share.outside.polygons + change.gained)
        same(lonlatArea(again.polygons), a + b - both, "put together")
        let isPlain = (first + second).flatMap(\.rings).map(\.coordinates).allSatisfy { places in
            places.allSatisfy { abs($0.longitude) <= 180 }
                && zip(places, places.dropFirst()).allSatisfy { abs($0.longitude - $1.longitude) <= 180 }
        }
        if isPlain {
            let cut = try RegionCutter([second]).cut(first)
            let inside = cut.pieces.first { $0.region == 0 }?.polygons ?? []
            let outside = cut.pieces.first { $0.region == nil }?.polygons ?? []
            // Pieces of less than a square metre go to their neighbours, or are counted apart.
            let slivers = cut.sliverSquareMetres + 24 * RegionCutter.sliver
            #expect(abs(lonlatArea(inside) - both) <= slack + slivers, "in the region, \(note)")
            #expect(abs(lonlatArea(outside) - (a - both)) <= slack + slivers, "in none, \(note)")
        }
        return (share.covered.polygons, share.outside.polygons, change.gained)
    }

    @Test(
        "Shapes across each other, with corners on edges up to rounding, and results fed back",
        arguments: sites)
    func pairs(_ site: Site) throws {
        var random = Seeded(state: UInt64(bitPattern: Int64(site.longitude * 1e3)))
        for round in 0..<25 {
            let first = Self.star(site, &random)
            let second =
                round % 2 == 0 ? Self.star(site, &random) : Self.neighbour(of: first, site, &random)
            guard try Self.isFair([first]), try Self.isFair([second]) else { continue }
            let pieces = try Self.agree([first], [second], "round \(round)")
            for decimals in [7, 12, 15, 17] {
                let all = [pieces.both, pieces.first, pieces.second].map { Self.rounded($0, decimals) }
                for (x, y) in [(0, 1), (0, 2), (1, 2)] {
                    guard try Self.isFair(all[x]), try Self.isFair(all[y]) else { continue }
                    try Self.agree(
                        all[x], all[y], "round \(round), pieces \(x) and \(y), \(decimals) decimals")
                }
                guard try Self.isFair(all[0]) else { continue }
                try Self.agree([first], all[0], "round \(round), what both have, \(decimals) decimals")
            }
        }
    }

    // MARK: Around the globe

    static let world = [square(-180, -90, 180, 90)]
    static let halves = [
        surface([(-180, -85), (-90, -85), (0, -85), (0, 85), (-90, 85), (-180, 85)]),
        surface([(0, -85), (90, -85), (180, -85), (180, 85), (90, 85), (0, 85)]),
    ]
    static let mask = [
        Polygon(
            shell: ring([
                (-180, -85), (-90, -85), (0, -85), (90, -85), (180, -85), (180, 85), (90, 85), (0, 85),
                (-90, 85),
                (-180, 85),
            ]), holes: [box(30, 45, 40, 52)])
    ]
    /// Down to the south pole along the antimeridian, as continents there are drawn.
    static let slit = [
        surface([
            (-180, -90), (-180, -70), (-100, -75), (-20, -72), (60, -66), (140, -67), (180, -70), (180, -90),
        ])
    ]

    @Test("A part lies in a whole that is wider than half the globe, wherever either is cut")
    func wholes() throws {
        let parts: [[Polygon]] = [
            [square(10, 65, 20, 70)], [square(176, 46, 184, 47)], [square(-184, 46, -176, 47)],
            [square(176, 46, 180, 47), square(-180, 46, -176, 47)],
            [surface([(177, 46), (-177, 46), (-176, 47), (176, 47)])], [square(-50, -40, 60, 20)],
        ]
        for part in parts {
            for whole in [Self.world, Self.halves, Self.mask] {
                let share = try ControlAreaMeasurer().share(
                    of: [ControlPart(polygons: part, boundaryError: 0)],
                    in: [ControlPart(polygons: whole, boundaryError: 0)])
                let area = lonlatArea(part)
                #expect(
                    offBy(share.covered.area.lonlatSquareMetres, from: area) < 1e-9, "\(part) in \(whole)")
                #expect(share.outside.area.lonlatSquareMetres < 1e-9 * area)
                let change = try #require(try GroundChange(from: part, to: whole))
                #expect(offBy(change.gainedArea.lonlatSquareMetres, from: lonlatArea(whole) - area) < 1e-9)
                #expect(change.lostArea.lonlatSquareMetres < 1e-9 * area)
            }
        }
        // Half inside: along the hole, and along the coast down to the pole.
        try Self.agree([square(35, 46, 45, 48)], Self.mask, "across a hole")
        try Self.agree([square(170, -80, 190, -60)], Self.slit, "across the coast and the antimeridian")
        try Self.agree([square(-20, -88, 20, -60)], Self.slit, "across the coast")
        try Self.agree(Self.slit, Self.world, "a continent in the world")
        try Self.agree(Self.mask, Self.slit, "two that go round the globe")
    }

    /// Its geodesics have more than half the globe, so that the other side is measured: 159 million km², where 306 are drawn.
    @Test("What is lost of a belt around the world is no less than nothing")
    func belt() throws {
        let belt = surface([
            (-180, -36), (-90, -36), (0, -36), (90, -36), (180, -36), (180, 38), (90, 38), (0, 38), (-90, 38),
            (-180, 38),
        ])
        let left = surface([
            (45.391_240_997_941_566, -6.403_196_897_085_591), (28.514_256_785_539_74, -12.515_760_863_051_88),
            (31.528_248_755_751_214, -15.310_069_139_284_428),
        ])
        let change = try #require(try GroundChange(from: [belt], to: [left]))
        let share = try ControlAreaMeasurer().share(
            of: [ControlPart(polygons: [belt], boundaryError: 0)],
            in: [ControlPart(polygons: [left], boundaryError: 0)])
        #expect(change.lostArea.geodesicSquareMetres > 0)
        #expect(
            offBy(
                change.lostArea.geodesicSquareMetres, from: share.outside.area.geodesicSquareMetres) < 1e-9)
        // Nearly the whole globe, of which less is left over than the hole has.
        let ground = try #require(try GroundChange(from: Self.mask, to: [square(-50, -40, 60, 20)]))
        #expect(ground.lostArea.geodesicSquareMetres > 0 && ground.gainedArea.geodesicSquareMetres >= 0)
    }

    @Test("A step from −180 to 180 is nothing, and the ring is the same without it")
    func stepOverTheAntimeridian() throws {
        let stepped = surface([
            (-177, -5), (-180, -6), (180, -6), (174, -8), (170, -9), (172, -18), (177, -17), (180, -16),
            (-180, -16), (-174, -15),
        ])
        let plain = surface([
            (183, -5), (180, -6), (174, -8), (170, -9), (172, -18), (177, -17), (180, -16), (186, -15),
        ])
        let area = lonlatArea([plain])
        #expect(offBy(lonlatArea([stepped]), from: area) < 1e-13)
        #expect(try Topology.check([stepped]).isEmpty)
        let share = try Self.agree([stepped], [plain], "two notations")
        #expect(offBy(lonlatArea(share.both), from: area) < 1e-9)
        try Self.agree([stepped], [square(175, -20, 185, -10)], "across it")
        // The world is a box that such steps close: it stays whole.
        #expect(offBy(lonlatArea(Self.world), from: 5.100656217e14) < 1e-9)
    }
}
