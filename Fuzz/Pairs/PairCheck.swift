// What must hold for a pair, by two routes: areas by slabs, and places by crossings.

import KGeoCore
import KGeoOverlay
import KGeoSurface

/// Whether the overlays of a pair are right.
struct PairCheck {
    /// What is wrong; nil when nothing is.
    private(set) var fault: String?
    /// Whether kgeo refused a valid pair.
    private(set) var isRefused = false
    /// How far areas were off, in parts of what they may be.
    private(set) var worst = 0.0
    /// Which area was off by that.
    private(set) var worstOf = ""
    /// How many places were asked about.
    private(set) var places = 0
    /// The areas found in square degrees: of both, of the first alone, of the second alone.
    private(set) var areas: [Double] = []

    private let pair: Pair
    private let slack: Double

    /// - Parameter random: which places are asked about.
    init(_ pair: Pair, _ random: inout Seeded) {
        self.pair = pair
        let slabs = slabAreas(pair.plain)
        let long = length(pair.plain)
        let largest = [0, 1].map { i in slabs.reduce(0) { $0 + ($1.key[i] > 0 ? $1.value : 0) } }.max() ?? 0
        slack = 1e-9 * largest + 9e-12 * long
        do throws(Problem) {
            let layers =
                pair.unwrapped == nil
                ? [pair.first, pair.second] : try PlanarLayers([pair.first, pair.second]).layers
            let parts = try ExactOverlay.comparison(of: layers[0], and: layers[1])
            checkAreas(slabs, parts)
            if pair.unwrapped == nil { try checkCovers(slabs, layers, parts) }
            checkPlaces(parts, &random)
        } catch {
            isRefused = true
            fault = "refused: \(error)"
        }
    }

    private mutating func hold(_ found: Double, _ expected: Double, _ what: String) {
        if slack > 0, abs(found - expected) / slack > worst {
            worst = abs(found - expected) / slack
            worstOf = "\(what): \(found) where \(expected) is right"
        }
        if !(abs(found - expected) <= slack), fault == nil {
            fault = "\(what): \(found) square degrees where \(expected) is right"
        }
    }

    /// Areas of what both have and of what each has alone.
    private mutating func checkAreas(_ slabs: [[Int]: Double], _ parts: ExactOverlay.Comparison) {
        func sum(_ isIn: (Bool, Bool) -> Bool) -> Double {
            slabs.reduce(0) { isIn($1.key[0] > 0, $1.key[1] > 0) ? $0 + $1.value : $0 }
        }
        areas = [parts.both, parts.first, parts.second].map(ringArea)
        hold(areas[0], sum { $0 && $1 }, "both")
        hold(areas[1], sum { $0 && !$1 }, "the first alone")
        if let unwrapped = pair.unwrapped {
            hold(areas[2], sum { $1 } / Double(unwrapped.copies) - sum { $0 && $1 }, "the second alone")
        } else {
            hold(areas[2], sum { !$0 && $1 }, "the second alone")
        }
    }

    /// How often each is covered, the union of each, and the change from the first to the second.
    private mutating func checkCovers(
        _ slabs: [[Int]: Double], _ layers: [[Polygon]], _ parts: ExactOverlay.Comparison
    ) throws(Problem) {
        var found: [[Int]: Double] = [:]
        for (cover, area) in try ExactArrangement(layers: layers).areas {
            found[[cover[0], cover[1]], default: 0] += area
        }
        // Places covered less than not at all are rounding.
        var expected: [[Int]: Double] = [:]
        for (counts, area) in slabs { expected[counts.map { max(0, $0) }, default: 0] += area }
        for counts in Set(expected.keys).union(found.keys) where counts != [0, 0] {
            hold(found[counts] ?? 0, expected[counts] ?? 0, "covered \(counts) times")
        }
        for layer in [0, 1] {
            hold(
                ringArea(try ExactOverlay.union(layers[layer]).polygons),
                expected.reduce(0) { $1.key[layer] > 0 ? $0 + $1.value : $0 }, "union")
        }
        // Below an overlap of a surface's own polygons a change is not seen; that is said where it is made.
        guard expected.allSatisfy({ $0.key.allSatisfy { $0 <= 1 } || $0.value <= 1e-3 * slack }) else {
            return
        }
        let change = try ExactChange(from: layers[0], to: layers[1])
        hold(ringArea(change.gained), expected[[0, 1]] ?? 0, "gained")
        hold(ringArea(change.lost), expected[[1, 0]] ?? 0, "lost")
    }

    /// Places around corners, beside the middles of edges, and anywhere: in the results where they should be.
    private mutating func checkPlaces(_ parts: ExactOverlay.Comparison, _ random: inout Seeded) {
        let given = pair.plain.map { PlaceOracle($0) }
        let results = [parts.both, parts.first, parts.second].map { PlaceOracle($0) }
        let corners = pair.plain.joined().flatMap(\.rings).flatMap(\.coordinates)
        let box = BoundingBox(corners)
        guard !box.isEmpty else { return }
        let span = max(box.east - box.west, box.north - box.south)
        // What rounding may move an edge by.
        let margin = Wide(4e-14 + 1e-15 * max(abs(box.east), abs(box.west), abs(box.north), abs(box.south)))
        for number in 0..<40 {
            let (a, b) = (
                corners[Int.random(in: 0..<corners.count, using: &random)],
                corners.randomElement(using: &random)
            )
            let near = span * [1e-9, 1e-6, 1e-3, 0.1][number % 4]
            var place = Coordinate(
                a.longitude + near * Double.random(in: -1...1, using: &random),
                a.latitude + near * Double.random(in: -1...1, using: &random))
            if number % 3 == 0, let b {
                place = Coordinate(
                    (a.longitude + b.longitude) / 2 + near * Double.random(in: -1...1, using: &random),
                    (a.latitude + b.latitude) / 2 + near * Double.random(in: -1...1, using: &random))
            }
            let isIn = given.map { $0.count(at: place, margin: margin).map { $0 > 0 } }
            guard let first = isIn[0], let second = isIn[1] else { continue }
            guard pair.unwrapped == nil || first else { continue }
            let turns = pair.unwrapped == nil ? [0.0] : [-720, -360, 0, 360, 720]
            let found = results.map { result in
                turns.reduce(0 as Int?) { sum, turn in
                    let there = Coordinate(place.longitude + turn, place.latitude)
                    guard let sum, let count = result.count(at: there, margin: margin) else { return nil }
                    return sum + count
                }
            }
            guard let both = found[0], let one = found[1], let other = found[2] else { continue }
            places += 1
            let right = [first && second ? 1 : 0, first && !second ? 1 : 0, second && !first ? 1 : 0]
            if [both, one, other] != right, fault == nil {
                fault =
                    "\(place.longitude) \(place.latitude) lies in \([both, one, other]) where \(right) is right"
            }
        }
    }
}
