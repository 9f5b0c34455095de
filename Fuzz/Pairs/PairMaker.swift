// Pairs of surfaces of the kinds on which overlays fail, the same for the same seed.

import GEOSKit
import KGeoCore
import KGeoOverlay
import SystemC

/// A generator with a seed, so that a pair comes again.
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

/// Two surfaces.
struct Pair {
    /// What kind it is, by a word.
    var kind: String
    /// As they are written in a file: longitudes from −180 to 180 where the surfaces go over the antimeridian.
    var first, second: [Polygon]
    /// The same in one plane, when that is another way to write them: the second as often as it may reach into the first.
    var unwrapped: (first: [Polygon], second: [Polygon], copies: Int)?

    /// Where areas are those of the plane.
    var plain: [[Polygon]] { unwrapped.map { [$0.first, $0.second] } ?? [first, second] }
    var vertices: Int {
        [first, second].map { $0.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.positions.count - 1 } } }.max()
            ?? 0
    }
    /// Whether all of it lies on the globe, and no edge spans more than half a turn: a file's reader takes such an edge the
    /// other way round, and the surface is another one.
    var isOnGlobe: Bool {
        (first + second).flatMap(\.rings).flatMap(\.coordinates).allSatisfy {
            abs($0.longitude) <= 180 && abs($0.latitude) <= 90
        }
            && plain.joined().flatMap(\.rings).map(\.coordinates).allSatisfy { places in
                zip(places, places.dropFirst()).allSatisfy { abs($0.longitude - $1.longitude) <= 180 }
            }
    }
}

private typealias Place = (x: Double, y: Double)

/// Makes pairs: around places where doubles are fine, coarse or change their size, from a millionth of a degree to the
/// whole world.
struct PairMaker {
    static let kinds = [
        "stars", "T outside", "T inside", "T exact", "one ulp apart", "spikes", "holes", "slits",
        "touching itself",
        "several", "lattice", "fed back", "fed back by GEOS", "wide",
    ]
    private static let centres: [Place] = [
        (0, 0), (179.7, 66), (-179.6, -17), (35.2, 51.3), (5, 2), (20, 87.5), (0.3, 51.4), (100, -0.1),
        (35, 51.5),
    ]
    private static let sizes = [1e-6, 1e-3, 0.01, 0.3, 1, 1, 3, 10, 60, 180]

    private var random: Seeded
    private let centre: Place
    private let size: Double
    /// Decimals of all corners; nil for all digits.
    private let decimals: Int?
    private let most: Int

    /// - Parameter vertices: the most corners of a ring.
    init(seed: UInt64, vertices: Int) {
        var random = Seeded(state: seed)
        let centre = Self.centres[Int.random(in: 0..<Self.centres.count, using: &random)]
        size = Self.sizes[Int.random(in: 0..<Self.sizes.count, using: &random)]
        decimals = [nil, nil, 7, 12, 2][Int.random(in: 0..<5, using: &random)]
        self.centre =
            Bool.random(using: &random)
            ? centre
            : (
                centre.x + size * Double.random(in: -0.2..<0.2, using: &random),
                centre.y + size * Double.random(in: -0.2..<0.2, using: &random)
            )
        self.random = random
        most = max(4, vertices)
    }

    private mutating func number(_ low: Double, _ high: Double) -> Double {
        Double.random(in: low..<high, using: &random)
    }
    private mutating func one(of count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    private func place(_ x: Double, _ y: Double) -> Place {
        guard let decimals else { return (x, y) }
        let scale = pow(10, Double(decimals))
        return ((x * scale).rounded() / scale, (y * scale).rounded() / scale)
    }

    private mutating func star(_ centre: Place, _ size: Double, _ most: Int) -> [Place] {
        let count = 3 + one(of: max(1, most - 2))
        let inner = one(of: 4) == 0 ? 0.9 : 0.2
        return (0..<count).map { i in
            let angle = (Double(i) + number(0, 0.9)) / Double(count) * 2 * .pi
            let reach = size * number(inner, 1)
            return place(centre.x + reach * cos(angle), centre.y + reach * sin(angle))
        }
    }

    private mutating func other() -> [Place] {
        let near = (centre.x + size * number(-1, 1), centre.y + size * number(-1, 1))
        return star(near, size * number(0.2, 1.2), most)
    }

    /// Along part of an outline with corners set on its edges, and back outside or inside.
    private mutating func neighbour(of star: [Place], isOutside: Bool) -> [Place] {
        let start = one(of: star.count)
        var line: [Place] = []
        for i in start...start + one(of: max(1, star.count / 2)) where line.count < most / 2 {
            let (a, b) = (star[i % star.count], star[(i + 1) % star.count])
            if line.isEmpty || one(of: 2) == 0 { line.append(a) }
            for t in (0..<one(of: 3)).map({ _ in one(of: 2) == 0 ? 0.5 : number(0, 1) }).sorted() {
                line.append(place(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)))
            }
            line.append(b)
        }
        let factor = isOutside ? 1.3 : 0.5
        return line
            + line.reversed().map {
                (
                    centre.x + factor * ($0.x - centre.x) + size * number(-0.05, 0.05),
                    centre.y + factor * ($0.y - centre.y) + size * number(-0.05, 0.05)
                )
            }
    }

    private func ring(_ places: [Place]) -> Ring {
        let corners = places.map { Coordinate($0.x, $0.y) }
        return Ring(corners + corners.prefix(1))
    }

    private mutating func turned(_ places: [Place]) -> Ring {
        let start = one(of: places.count)
        let walk = Array(places[start...] + places[..<start])
        return ring(one(of: 2) == 0 ? walk : walk.reversed())
    }

    private mutating func surface(_ places: [Place]) -> [Polygon] { [Polygon(shell: turned(places))] }

    /// The pair of this seed.
    mutating func pair() -> Pair {
        let kind = Self.kinds[one(of: Self.kinds.count)]
        var pair: Pair
        switch kind {
        case "fed back", "fed back by GEOS": pair = fedBack(byGEOS: kind.hasSuffix("GEOS"))
        case "wide": pair = wide()
        default: pair = plain(kind)
        }
        pair.kind = kind
        if pair.unwrapped == nil, one(of: 2) == 0 {
            (pair.first, pair.second) = (pair.second, pair.first)
        }
        return pair
    }

    private mutating func plain(_ kind: String) -> Pair {
        let own = star(centre, size, most)
        func pair(_ first: [Polygon], _ second: [Polygon]) -> Pair {
            Pair(kind: kind, first: first, second: second)
        }
        switch kind {
        case "T outside": return pair(surface(own), surface(neighbour(of: own, isOutside: true)))
        case "T inside": return pair(surface(own), surface(neighbour(of: own, isOutside: false)))
        case "T exact": return exact()
        case "one ulp apart":
            return pair(surface(own), surface(own.map { (nudged($0.x), nudged($0.y)) }))
        case "spikes":
            let at = one(of: own.count)
            var spiked = own
            spiked.insert(contentsOf: [other()[0], own[at]], at: at + 1)
            return pair(surface(spiked), surface(other()))
        case "holes":
            let lake = star(centre, size * 0.15, most / 2)
            return pair(
                [Polygon(shell: turned(own), holes: [turned(lake)])], surface(other()) + surface(lake))
        case "slits":
            let lake = star(centre, size * 0.15, most / 2)
            return pair(
                [Polygon(shell: ring(own + [own[0]] + lake.reversed() + [lake[lake.count - 1]]))],
                surface(other()))
        case "touching itself": return pair(surface(pinched(own)), surface(other()))
        case "several":
            func several(_ maker: inout Self) -> [Polygon] {
                (0..<1 + maker.one(of: 3)).flatMap { _ in
                    maker.surface(
                        maker.one(of: 3) == 0
                            ? maker.neighbour(of: own, isOutside: maker.one(of: 2) == 0) : maker.other())
                }
            }
            return pair(several(&self), several(&self))
        case "lattice": return pair(lattice(), lattice())
        default: return pair(surface(own), surface(other()))
        }
    }

    private mutating func nudged(_ number: Double) -> Double {
        switch one(of: 4) {
        case 0: number.nextUp
        case 1: number.nextDown
        default: number
        }
    }

    /// A star and another that share one corner, drawn as one ring.
    private mutating func pinched(_ own: [Place]) -> [Place] {
        let at = one(of: own.count)
        let corner = own[at]
        let (dx, dy) = (corner.x - centre.x, corner.y - centre.y)
        // Beyond the corner, away from the centre, within a narrow angle.
        let beyond = [
            place(corner.x + 0.2 * dx - 0.01 * dy, corner.y + 0.2 * dy + 0.01 * dx),
            place(corner.x + 0.2 * dx + 0.01 * dy, corner.y + 0.2 * dy - 0.01 * dx),
        ]
        return Array(own[...at]) + (one(of: 2) == 0 ? beyond : beyond.reversed()) + Array(own[at...])
    }

    /// Corners of one surface exactly on edges of another: all are multiples of a power of two.
    private mutating func exact() -> Pair {
        let step = Double(sign: .plus, exponent: (size / 32).exponent, significand: 1)
        let origin = (
            (centre.x / step / 64).rounded() * step * 64, (centre.y / step / 64).rounded() * step * 64
        )
        let own = star((0, 0), 30, most).map { (($0.x / 4).rounded() * 4, ($0.y / 4).rounded() * 4) }
        let start = one(of: own.count)
        var line: [Place] = []
        for i in start...start + one(of: max(1, own.count / 2)) where line.count < most / 2 {
            let (a, b) = (own[i % own.count], own[(i + 1) % own.count])
            line.append(a)
            for quarter in 1...3 where one(of: 2) == 0 {
                let t = Double(quarter) / 4
                line.append((a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1)))
            }
            line.append(b)
        }
        let factor = one(of: 2) == 0 ? 1.5 : 0.5
        let back = line.reversed().map { ($0.x * factor, $0.y * factor) }
        func laid(_ places: [Place]) -> [Place] {
            places.map { (origin.0 + step * $0.x, origin.1 + step * $0.y) }
        }
        return Pair(
            kind: "", first: surface(laid(own.map { ($0.0, $0.1) })), second: surface(laid(line + back)))
    }

    /// Boxes and triangles on a lattice, where everything touches.
    private mutating func lattice() -> [Polygon] {
        (0..<2).flatMap { _ in
            let (x, y) = (one(of: 4), one(of: 4))
            let (east, north) = (x + 1 + one(of: 4), y + 1 + one(of: 4))
            let corners = [(x, y), (east, y), (east, north), (x, north)].map {
                place(centre.x + Double($0.0) * size / 7, centre.y + Double($0.1) * size / 7)
            }
            return surface(one(of: 2) == 0 ? corners : [corners[0], corners[2], corners[3]])
        }
    }

    /// Results of an overlay, written with some digits, against what they came from.
    private mutating func fedBack(byGEOS: Bool) -> Pair {
        var kinds = Self.kinds.filter { !$0.hasPrefix("fed") && $0 != "wide" }
        if byGEOS { kinds.removeAll { ["slits", "spikes", "touching itself"].contains($0) } }
        let source = plain(kinds[one(of: kinds.count)])
        let digits = [7, 12, 15, 17][one(of: 4)]
        let results = byGEOS ? Self.geos(source) : Self.own(source)
        func rounded(_ polygons: [Polygon]) -> [Polygon] { polygons.map { Self.rounded($0, digits) } }
        let (first, second) = (rounded(results.0), rounded(results.1))
        switch one(of: 3) {
        case 0: return Pair(kind: "", first: first, second: second)
        case 1: return Pair(kind: "", first: first, second: source.first)
        default: return Pair(kind: "", first: first + second, second: source.second)
        }
    }

    private static func own(_ pair: Pair) -> ([Polygon], [Polygon]) {
        let parts = try? ExactOverlay.comparison(of: pair.first, and: pair.second)
        return (parts?.first ?? [], parts?.both ?? [])
    }

    private static func geos(_ pair: Pair) -> ([Polygon], [Polygon]) {
        do throws(Problem) {
            let context = try Context()
            let first = try Shape(polygons: pair.first, in: context)
            let second = try Shape(polygons: pair.second, in: context)
            return (
                try first.difference(second).shape.polygons(), try first.intersection(second).shape.polygons()
            )
        } catch { return ([], []) }
    }

    /// As a file with so many digits gives it back: 7 or 12 decimals, else significant digits.
    private static func rounded(_ polygon: Polygon, _ digits: Int) -> Polygon {
        func rounded(_ x: Double) -> Double {
            guard x != 0, digits < 17 else { return x }
            let decimals = digits < 15 ? digits : digits - 1 - Int(log10(abs(x)).rounded(.down))
            guard abs(decimals) < 300 else { return x }
            let scale = pow(10, Double(decimals))
            return (x * scale).rounded() / scale
        }
        return Polygon(
            rings: polygon.rings.map { ring in
                Ring(ring.coordinates.map { Coordinate(rounded($0.longitude), rounded($0.latitude)) })
            })
    }

    /// A band of 1 to 360 degrees of longitude and a surface beside it, both written from −180 to 180.
    private mutating func wide() -> Pair {
        let width = [1, 20, 90, 179, 180, 181, 200, 270, 359, 360.0][one(of: 10)]
        let west = one(of: 3) == 0 ? -180 : Double(one(of: 360) - 180)
        let (south, north) = (-20 - Double(one(of: 70)), 20 + Double(one(of: 71)))
        let count = max(2, Int((width / 90).rounded(.up)))
        let steps = (0...count).map { west + width * Double($0) / Double(count) }
        let band = steps.map { ($0, south) } + steps.reversed().map { ($0, north) }
        let own = star(
            (west + number(-0.2, 1.2) * width, number(-20, 20)), [0.01, 1, 20, 80][one(of: 4)], most / 2
        ).map { place($0.x, min(90, max(-90, $0.y))) }
        // Each corner by itself: edges of less than half a turn are taken over the antimeridian.
        func written(_ places: [Place]) -> [Place] {
            places.map { place in
                let turns = 360 * ((place.x + 180) / 360).rounded(.down)
                return (place.x - turns, place.y)
            }
        }
        // A band of a whole turn ends where it begins: it is written from −180 to 180.
        let isTurn = width == 360
        let shift = isTurn ? -180 - west : 0
        let laid = band.map { ($0.0 + shift, $0.1) }
        func drawn(_ places: [Place]) -> [Polygon] { [Polygon(shell: ring(places))] }
        return Pair(
            kind: "", first: drawn(isTurn ? laid : written(laid)), second: drawn(written(own)),
            unwrapped: (
                drawn(laid),
                [-720, -360, 0, 360, 720].flatMap { turn in drawn(own.map { ($0.x + turn, $0.y) }) }, 5
            ))
    }
}
