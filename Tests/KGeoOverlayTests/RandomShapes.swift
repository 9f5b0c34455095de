// Random surfaces of the kinds on which overlays fail.

import KGeoCore
import SystemC

/// Makes stars, neighbours with corners on common lines, copies a bit apart, spikes, slits, holes and lattices, around
/// places where doubles are fine, coarse or change their size, from a millionth of a degree to half the world.
struct RandomShapes {
    private var random: Seeded
    private var centre: (Double, Double)
    private var size: Double
    /// Decimals of all corners; nil for all digits.
    private var decimals: Int?

    init(seed: UInt64) {
        random = Seeded(state: seed)
        let centres = [
            (0.0, 0.0), (179.7, 66), (-179.6, -17), (35.2, 51.3), (5, 2), (20, 87.5), (0.3, 51.4),
            (100, -0.1),
        ]
        centre = centres[Int.random(in: 0..<centres.count, using: &random)]
        size = [1e-6, 1e-3, 0.01, 0.3, 1, 3, 10, 60, 180][Int.random(in: 0..<9, using: &random)]
        decimals = [nil, nil, 7, 12, 2][Int.random(in: 0..<5, using: &random)]
    }

    private mutating func number(_ low: Double, _ high: Double) -> Double {
        Double.random(in: low..<high, using: &random)
    }

    private mutating func one(of count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    private func place(_ x: Double, _ y: Double) -> (Double, Double) {
        guard let decimals else { return (x, y) }
        let scale = pow(10, Double(decimals))
        return ((x * scale).rounded() / scale, (y * scale).rounded() / scale)
    }

    private mutating func star(_ centre: (Double, Double), _ size: Double) -> [(Double, Double)] {
        let count = 3 + one(of: 12)
        return (0..<count).map { i in
            let angle = (Double(i) + number(0, 0.9)) / Double(count) * 2 * .pi
            let reach = size * number(0.2, 1)
            return place(centre.0 + reach * cos(angle), centre.1 + reach * sin(angle))
        }
    }

    private mutating func other() -> [(Double, Double)] {
        let near = (centre.0 + size * number(-1, 1), centre.1 + size * number(-1, 1))
        return star(near, size * number(0.2, 1.2))
    }

    /// Along part of an outline with corners set on its edges, and back outside or inside.
    private mutating func neighbour(of star: [(Double, Double)]) -> [(Double, Double)] {
        let start = one(of: star.count)
        var line: [(Double, Double)] = []
        for i in start...start + one(of: max(1, star.count / 2)) {
            let (a, b) = (star[i % star.count], star[(i + 1) % star.count])
            line.append(a)
            for t in (0..<one(of: 3)).map({ _ in number(0, 1) }).sorted() {
                line.append(place(a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1)))
            }
            line.append(b)
        }
        let factor = one(of: 2) == 0 ? 1.3 : 0.5
        return line
            + line.reversed().map {
                (
                    centre.0 + factor * ($0.0 - centre.0) + size * number(-0.05, 0.05),
                    centre.1 + factor * ($0.1 - centre.1) + size * number(-0.05, 0.05)
                )
            }
    }

    private mutating func turned(_ places: [(Double, Double)]) -> Ring {
        let start = one(of: places.count)
        let walk = Array(places[start...] + places[..<start])
        return ring(one(of: 2) == 0 ? walk : walk.reversed())
    }

    mutating func layers() -> [[Polygon]] {
        let own = star(centre, size)
        func polygon(_ ring: Ring) -> Polygon { Polygon(shell: ring) }
        switch one(of: 8) {
        case 0: return [[polygon(turned(own))], [polygon(turned(other()))]]
        case 1, 2: return [[polygon(turned(own))], [polygon(turned(neighbour(of: own)))]]
        case 3:
            let nudged = own.map { place in
                (
                    one(of: 3) == 0 ? place.0.nextUp : place.0,
                    one(of: 3) == 0 ? place.1.nextDown : place.1
                )
            }
            return [[polygon(turned(own))], [polygon(turned(nudged))]]
        case 4:
            let at = one(of: own.count)
            var spiked = own
            spiked.insert(contentsOf: [other()[0], own[at]], at: at + 1)
            return [[polygon(turned(spiked))], [polygon(turned(other()))]]
        case 5:
            let lake = star(centre, size * 0.15)
            return [
                [Polygon(shell: turned(own), holes: [turned(lake)])],
                [polygon(turned(other())), polygon(turned(lake))],
            ]
        case 6:
            let lake = star(centre, size * 0.15)
            let slit = own + [own[0]] + lake.reversed() + [lake[lake.count - 1]]
            return [[polygon(ring(slit))], [polygon(turned(other()))]]
        default:
            return (0..<3 + one(of: 3)).map { _ in
                [polygon(turned(one(of: 3) == 0 ? neighbour(of: own) : other())), polygon(turned(other()))]
            }
        }
    }

    /// Whether what the rings of a polygon enclose by parity is what they enclose by winding: they do not cross.
    static func isFair(_ polygon: Polygon) -> Bool {
        let drawn = polygon.rings.map { ring in
            let alone = Polygon(shell: ring)
            let area = abs(ringArea([alone]))
            let slabs = slabAreas([[alone]])
            return abs((slabs[[1]] ?? 0) - area) <= 1e-3 * tolerance([[alone]], slabs)
        }
        guard drawn.allSatisfy(\.self) else { return false }
        let all = slabAreas([[polygon]])
        return all.allSatisfy {
            [[0], [1]].contains($0.key) || $0.value <= 1e-3 * tolerance([[polygon]], all)
        }
    }

    /// A polygon as a file with so many digits gives it back: 7 decimals, else significant digits.
    static func rounded(_ polygon: Polygon, _ digits: Int) -> Polygon {
        func rounded(_ x: Double) -> Double {
            guard x != 0, digits < 17 else { return x }
            let scale = pow(10, digits == 7 ? 7 : Double(digits) - 1 - log10(abs(x)).rounded(.down))
            return (x * scale).rounded() / scale
        }
        return Polygon(
            rings: polygon.rings.map { ring in
                Ring(ring.coordinates.map { Coordinate(rounded($0.longitude), rounded($0.latitude)) })
            })
    }
}
