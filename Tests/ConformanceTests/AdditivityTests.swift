// Parts add up: what two surfaces share, and what only one of them has, make the whole. Exactly so with edges
// straight in longitude and latitude, the model in which GEOS overlays.

import GEOSKit
import KGeoCore
import KGeoMeasure
import TestSupport
import Testing

@Suite struct AdditivityTests {
    /// What `gained`, `lost` and every other part must add up to, relative to the whole (METHODS, section 1).
    static let tolerance = 1e-9

    private struct Pair {
        let shared, onlyFirst, onlySecond, first, second: Double

        init(_ x: [Polygon], _ y: [Polygon]) throws {
            let context = try Context()
            let (a, b) = (try Shape(polygons: x, in: context), try Shape(polygons: y, in: context))
            try #require(try a.validity().isValid && b.validity().isValid)
            func area(_ overlay: Overlay) throws -> Double {
                Measuring.area(of: try overlay.shape.polygons()).lonlatSquareMetres
            }
            shared = try area(a.intersection(b))
            onlyFirst = try area(a.difference(b))
            onlySecond = try area(b.difference(a))
            first = Measuring.area(of: x).lonlatSquareMetres
            second = Measuring.area(of: y).lonlatSquareMetres
        }

        /// By how much the parts miss the wholes, relative to the larger whole.
        var miss: Double {
            let whole = max(first, second)
            return max(
                abs(shared + onlyFirst - first), abs(shared + onlySecond - second),
                // new − old = gained − lost
                abs((second - first) - (onlySecond - onlyFirst))) / whole
        }
    }

    /// A star of many corners around a place: valid, since its corners go round in order.
    private func star(_ x: Double, _ y: Double, radius: Double, corners: Int, dice: inout Dice) -> Polygon {
        var places: [Coordinate] = []
        for i in 0..<corners {
            // Once round a square, so that no trigonometry is needed.
            let t = 4 * Double(i) / Double(corners)
            let (side, along) = (Int(t), 2 * (t - Double(Int(t))) - 1)
            let (dx, dy) = [(1.0, along), (-along, 1.0), (-1.0, -along), (along, -1.0)][side]
            let r = radius * dice.number(0.2, 1)
            places.append(Coordinate(x + r * dx, y + r * dy * 0.6))
        }
        return Polygon(shell: Ring(places + [places[0]]))
    }

    @Test(arguments: [0.001, 0.3, 8])
    func randomPolygons(radius: Double) throws {
        var dice = Dice(seed: 17)
        for _ in 0..<60 {
            let (x, y) = (dice.number(-150, 150), dice.number(-60, 60))
            let a = star(x, y, radius: radius, corners: 40, dice: &dice)
            let b = star(
                x + dice.number(-0.5, 0.5) * radius, y + dice.number(-0.5, 0.5) * radius, radius: radius,
                corners: 55,
                dice: &dice)
            let pair = try Pair([a], [b])
            #expect(pair.shared > 0)
            #expect(pair.miss < Self.tolerance)
        }
    }

    /// Every sixth day from May to July 2025, and the first and the last map of all.
    @Test(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
    func dailyMaps() throws {
        let names = SharedFolder.files(in: "maps/occupied").compactMap {
            $0.split(separator: "/").last.map(String.init)
        }
        let daily = names.filter {
            $0.contains("_202505") || $0.contains("_202506") || $0.contains("_202507")
        }
        #expect(daily.count > 80)
        var pairs = stride(from: 0, to: daily.count - 1, by: 6).map { (daily[$0], daily[$0 + 1]) }
        pairs.append((daily[0], daily[daily.count - 1]))
        pairs.append((try #require(names.first), try #require(names.last)))
        for (older, newer) in pairs {
            let pair = try Pair(
                try ReferenceFiles.polygons("maps/occupied/" + older),
                try ReferenceFiles.polygons("maps/occupied/" + newer))
            #expect(pair.miss < Self.tolerance, "\(older) and \(newer)")
        }
    }

    /// Random numbers that are the same on every run.
    struct Dice {
        private var state: UInt64
        init(seed: UInt64) { state = seed }
        mutating func number(_ low: Double, _ high: Double) -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return low + (high - low) * Double(state >> 32) / Double(1 << 32)
        }
    }
}
