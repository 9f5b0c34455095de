// What one surface has and another has not, held against GEOS and against what must hold.

import GEOSKit
import KGeoCore
import KGeoMeasure
import KGeoOverlay
import Testing

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
}

func ring(_ places: [(Double, Double)]) -> Ring {
    let corners = places.map { Coordinate($0.0, $0.1) }
    return Ring(corners + corners.prefix(1))
}

func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Polygon {
    Polygon(shell: ring([(west, south), (east, south), (east, north), (west, north)]))
}

func planarArea(_ polygons: [Polygon]) -> Double {
    func area(_ ring: Ring) -> Double {
        var sum = 0.0
        for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
            sum +=
                (a.longitude - 35) * (b.latitude - 50) - (b.longitude - 35) * (a.latitude - 50)
        }
        return abs(sum) / 2
    }
    return polygons.reduce(0) {
        $0 + $1.rings.enumerated().reduce(0) { $0 + ($1.0 == 0 ? 1 : -1) * area($1.1) }
    }
}

@Suite("Change between surfaces")
struct ExactChangeTests {
    /// Both ways by GEOS.
    static func geos(_ old: [Polygon], _ new: [Polygon]) throws -> (gained: [Polygon], lost: [Polygon]) {
        let context = try Context()
        let a = try Shape(polygons: old, in: context).unaryUnion().shape
        let b = try Shape(polygons: new, in: context).unaryUnion().shape
        return (try b.difference(a).shape.polygons(), try a.difference(b).shape.polygons())
    }

    static func expectEqual(
        _ old: [Polygon], _ new: [Polygon], _ note: Comment, isValid: Bool = true
    ) throws {
        let change = try ExactChange(from: old, to: new)
        let other = try geos(old, new)
        #expect(abs(planarArea(change.gained) - planarArea(other.gained)) < 1e-12, note)
        #expect(abs(planarArea(change.lost) - planarArea(other.lost)) < 1e-12, note)
        #expect(
            abs(planarArea(new) - planarArea(old) - planarArea(change.gained) + planarArea(change.lost))
                < 1e-12,
            note)
        let context = try Context()
        for polygons in isValid ? [change.gained, change.lost] : [] {
            #expect(try Shape(polygons: polygons, in: context).validity().isValid, note)
        }
    }

    @Test("Boxes that are equal, apart, one in the other, side by side, across each other")
    func boxes() throws {
        let a = box(35, 50, 36, 51)
        #expect(try ExactChange(from: [a], to: [a]) == ExactChange(from: [], to: []))
        #expect(try ExactChange(from: [], to: [a]).gained.count == 1)
        #expect(try ExactChange(from: [a], to: []).lost.count == 1)
        for b in [
            box(37, 50, 38, 51), box(35.2, 50.2, 35.8, 50.8), box(36, 50, 37, 51), box(36, 50.2, 37, 50.8),
            box(35.5, 50.5, 36.5, 51.5), box(35.5, 50, 36.5, 51), box(35, 50.5, 36, 51), box(36, 51, 37, 52),
            box(35.5, 49, 35.6, 52), box(34, 49, 37, 52), box(35, 50, 36, 50.5),
        ] {
            try Self.expectEqual([a], [b], "\(b)")
            try Self.expectEqual([b], [a], "\(b)")
        }
    }

    @Test("Holes: gained inside, lost inside, an island that becomes land")
    func holes() throws {
        let land = ring([(35, 50), (36, 50), (36, 51), (35, 51)])
        let lake = ring([(35.2, 50.2), (35.8, 50.2), (35.8, 50.8), (35.2, 50.8)])
        let holed = Polygon(shell: land, holes: [lake])
        let island = box(35.4, 50.4, 35.6, 50.6)
        try Self.expectEqual([holed], [Polygon(shell: land)], "the lake is filled")
        try Self.expectEqual([holed], [holed, island], "an island")
        try Self.expectEqual([holed, island], [box(35.3, 50.3, 37, 50.7)], "across all of it")
        let change = try ExactChange(from: [holed, island], to: [Polygon(shell: land)])
        #expect(change.gained.count == 1 && change.gained[0].holes.count == 1)
        // A hole that touches the outline at one place.
        let touching = ring([(35, 50.5), (35.5, 50.2), (35.5, 50.8)])
        try Self.expectEqual([Polygon(shell: land, holes: [touching])], [holed], "a hole that touches")
        // Parts that share an edge are one ground.
        try Self.expectEqual([box(35, 50, 35.5, 51), box(35.5, 50, 36, 51)], [holed], "two halves")
    }

    /// A star-shaped ring around a place, positions rounded to some digits.
    static func star(
        _ x: Double, _ y: Double, _ radius: Double, _ n: Int, _ step: Double, _ random: inout Seeded
    )
        -> Polygon
    {
        var places: [Coordinate] = []
        for i in 0..<n {
            let angle = (Double(i) + Double.random(in: 0..<0.8, using: &random)) * 2 * .pi / Double(n)
            let r = radius * Double.random(in: 0.4...1, using: &random)
            let (c, s) = (ExactChangeTests.cosine(angle), ExactChangeTests.cosine(angle - .pi / 2))
            places.append(
                Coordinate(((x + r * c) / step).rounded() * step, ((y + r * s) / step).rounded() * step))
        }
        return Polygon(shell: Ring(places + places.prefix(1)))
    }

    /// Good enough to draw a star with.
    static func cosine(_ angle: Double) -> Double {
        var x = angle - 2 * .pi * (angle / (2 * .pi)).rounded()
        var sign = 1.0
        if abs(x) > .pi / 2 {
            x = .pi - abs(x)
            sign = -1
        }
        let s = x * x
        return sign * (1 - s / 2 * (1 - s / 12 * (1 - s / 30 * (1 - s / 56 * (1 - s / 90)))))
    }

    static func valid(_ polygon: Polygon, _ context: Context) throws -> [Polygon] {
        let shape = try Shape(polygon: polygon, in: context)
        return try shape.validity().isValid ? [polygon] : shape.makeValid(.linework).polygons()
    }

    @Test("Random stars on a fine, a middling and a coarse grid", arguments: [1e-9, 1e-3, 0.05, 0.125])
    func stars(step: Double) throws {
        var random = Seeded(state: 20_260_711)
        let context = try Context()
        for round in 0..<150 {
            let n = Int.random(in: 3...40, using: &random)
            let a = Self.star(35, 50, 1, n, step, &random)
            let (dx, dy) = (
                Double.random(in: -0.5...0.5, using: &random), Double.random(in: -0.5...0.5, using: &random)
            )
            let b = Self.star(
                35 + dx, 50 + dy, Double.random(in: 0.2...1.2, using: &random), n, step, &random)
            // On a decimal grid edges pass a hair's breadth beside corners: a crossing, once rounded, may fall onto one,
            // and a ring touch itself there.
            try Self.expectEqual(
                try Self.valid(a, context), try Self.valid(b, context), "round \(round)",
                isValid: step != 0.05)
        }
    }

    @Test("A ring with a few arcs moved: the rest does not count")
    func arcs() throws {
        var random = Seeded(state: 7)
        for round in 0..<40 {
            let a = Self.star(35, 50, 1, 400, 1e-6, &random)
            var places = a.rings[0].coordinates
            let begin = Int.random(in: 1..<300, using: &random)
            for i in begin..<begin + 60 {
                places[i].longitude = 35 + (places[i].longitude - 35) * 1.01
                places[i].latitude = 50 + (places[i].latitude - 50) * 1.01
            }
            try Self.expectEqual([a], [Polygon(shell: Ring(places))], "round \(round)")
        }
    }

    @Test(
        "Edges moved by less than a crossing can be rounded to",
        arguments: [1e-12, 1e-14])
    func belowRounding(size: Double) throws {
        var random = Seeded(state: 11)
        for _ in 0..<20 {
            let a = Self.star(35, 50, 1, 300, 1e-7, &random)
            var places = a.rings[0].coordinates.map {
                Coordinate(
                    $0.longitude + Double.random(in: -size...size, using: &random),
                    $0.latitude + Double.random(in: -size...size, using: &random))
            }
            places[places.count - 1] = places[0]
            let change = try ExactChange(from: [a], to: [Polygon(shell: Ring(places))])
            #expect(planarArea(change.gained) < 1e-10 && planarArea(change.lost) < 1e-10)
        }
    }

    @Test(
        "Every vertex jittered: thousands of crossings, also of almost parallel edges",
        arguments: [1e-4, 1e-7, 1e-9])
    func jitter(size: Double) throws {
        var random = Seeded(state: 3)
        let a = Self.star(35, 50, 1, 2_000, 1e-7, &random)
        var places = a.rings[0].coordinates.map {
            Coordinate(
                $0.longitude + Double.random(in: -size...size, using: &random),
                $0.latitude + Double.random(in: -size...size, using: &random))
        }
        places[places.count - 1] = places[0]
        let found = try ExactChange(from: [a], to: [Polygon(shell: Ring(places))])
        let net = planarArea([Polygon(shell: Ring(places))]) - planarArea([a])
        #expect(abs(planarArea(found.gained) - planarArea(found.lost) - net) < 1e-12)
    }
}
