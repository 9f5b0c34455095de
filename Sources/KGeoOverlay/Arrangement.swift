// The faces into which edges cut the plane, and the label of each.

internal import KGeoCore

/// Faces between edges that meet at their ends only. Crossing an edge from right to left adds its weight to the
/// label; far away the label is 0.
struct Arrangement {
    /// A closed walk with one face on its left.
    struct Cycle {
        /// Any of its half-edges.
        var first: Int32
        /// The group of connected edges it belongs to.
        var component: Int32
        var label: Int32 = 0
        /// Whether its face is the one around its component.
        var isOuter = false
    }

    let noding: Noding
    /// Half-edge 2·e runs along edge e, 2·e + 1 back.
    private var next: [Int32] = []
    private(set) var cycles: [Cycle] = []
    private var cycleOf: [Int32] = []
    /// For each component the cycle around which it lies in another one's face; −1 out in the open.
    private(set) var surrounding: [Int32] = []

    /// Nil when rounding has left the edges in a state that is no drawing of a plane, or the weights do not close.
    init?(_ noding: Noding) {
        self.noding = noding
        guard let fan = Fan(noding) else { return nil }
        trace(fan)
        guard let components = label(fan) else { return nil }
        // Euler: of each component V − E + F = 2.
        guard noding.places.count - noding.edges.count + cycles.count == 2 * components,
            edgesAgree()
        else { return nil }
    }

    private static func origin(_ half: Int32, _ noding: Noding) -> Int32 {
        let edge = noding.edges[Int(half >> 1)]
        return half & 1 == 0 ? edge.from : edge.to
    }

    private func weight(_ half: Int32) -> Int32 {
        let weight = noding.edges[Int(half >> 1)].weight
        return half & 1 == 0 ? weight : -weight
    }

    /// The places of a cycle, the first not repeated.
    func places(of cycle: Cycle) -> [Int32] {
        var result: [Int32] = []
        var half = cycle.first
        repeat {
            result.append(Self.origin(half, noding))
            half = next[Int(half)]
        } while half != cycle.first
        return result
    }

    // MARK: Walks

    private mutating func trace(_ fan: Fan) {
        let count = 2 * noding.edges.count
        next = [Int32](repeating: -1, count: count)
        for half in 0..<Int32(count) { next[Int(half)] = fan.clockwise(from: half ^ 1) }
        cycleOf = [Int32](repeating: -1, count: count)
        for start in 0..<Int32(count) where cycleOf[Int(start)] < 0 {
            let number = Int32(cycles.count)
            var half = start
            repeat {
                cycleOf[Int(half)] = number
                half = next[Int(half)]
            } while half != start
            cycles.append(Cycle(first: start, component: -1))
        }
    }

    // MARK: Labels

    /// Labels every cycle; the number of components, or nil when no consistent labels are found.
    private mutating func label(_ fan: Fan) -> Int? {
        let groups = Groups(noding)
        for i in cycles.indices {
            cycles[i].component = groups.number[Int(Self.origin(cycles[i].first, noding))]
        }
        surrounding = [Int32](repeating: -1, count: groups.count)
        // West to east: what lies around a component begins farther west.
        let order = (0..<groups.count).sorted {
            Self.isBefore(noding.places[Int(groups.extreme[$0])], noding.places[Int(groups.extreme[$1])])
        }
        let drawn = groups.count > 1 ? noding.edges.map { planar($0) } : []
        let tree = groups.count > 1 ? BoxTree(drawn) : nil
        var isLabelled = [Bool](repeating: false, count: cycles.count)
        for component in order {
            let extreme = groups.extreme[component]
            let outer = cycleOf[Int(fan.last(at: extreme))]
            var base: Int32 = 0
            if let tree, let half = neighbour(west: noding.places[Int(extreme)], tree, drawn) {
                let cycle = cycleOf[Int(half)]
                guard isLabelled[Int(cycle)] else { return nil }
                base = cycles[Int(cycle)].label
                let own = cycles[Int(cycle)]
                surrounding[component] = own.isOuter ? surrounding[Int(own.component)] : cycle
            }
            cycles[Int(outer)].isOuter = true
            cycles[Int(outer)].label = base
            spread(from: outer, &isLabelled)
        }
        return isLabelled.allSatisfy(\.self) ? groups.count : nil
    }

    /// Labels all cycles of a component from one of them.
    private mutating func spread(from first: Int32, _ isLabelled: inout [Bool]) {
        isLabelled[Int(first)] = true
        var stack = [first]
        while let cycle = stack.popLast() {
            let label = cycles[Int(cycle)].label
            let start = cycles[Int(cycle)].first
            var half = start
            repeat {
                let other = cycleOf[Int(half ^ 1)]
                if !isLabelled[Int(other)] {
                    isLabelled[Int(other)] = true
                    cycles[Int(other)].label = label - weight(half)
                    stack.append(other)
                }
                half = next[Int(half)]
            } while half != start
        }
    }

    /// Whether every edge parts two labels by its weight.
    private func edgesAgree() -> Bool {
        noding.edges.indices.allSatisfy { edge in
            let (left, right) = (cycleOf[2 * edge], cycleOf[2 * edge + 1])
            return cycles[Int(left)].label - cycles[Int(right)].label == noding.edges[edge].weight
        }
    }

    private func planar(_ edge: Noding.Edge) -> PlanarEdge {
        PlanarEdge(noding.places[Int(edge.from)], noding.places[Int(edge.to)])
    }

    private static func isBefore(_ a: Coordinate, _ b: Coordinate) -> Bool {
        (a.longitude, a.latitude) < (b.longitude, b.latitude)
    }

    /// The half-edge nearest to the west of a place that has the place's face on its left; nil when there is none.
    /// The ray runs a hair's breadth north of the place, so that it meets no end of an edge.
    private func neighbour(west place: Coordinate, _ tree: BoxTree, _ drawn: [PlanarEdge]) -> Int32? {
        var best: (low: Coordinate, high: Coordinate, longitude: Double, half: Int32)?
        tree.forEach(westOf: place) { number in
            let edge = drawn[number]
            guard let (low, high, isUp) = edge.passage(westOf: place) else { return }
            let t = (place.latitude - low.latitude) / (high.latitude - low.latitude)
            let longitude = low.longitude + t * (high.longitude - low.longitude)
            if let best {
                // Edges that share an end are told apart there, where their crossings with the ray may be one.
                let isEast =
                    low == best.low
                    ? Orientation.of(low, best.high, high) < 0
                    : high == best.high
                        ? Orientation.of(best.low, high, low) < 0 : longitude > best.longitude
                guard isEast else { return }
            }
            // Left of the way south lies the east.
            best = (low, high, longitude, Int32(2 * number) | (isUp ? 1 : 0))
        }
        return best?.half
    }
}

/// The half-edges that leave each place, anticlockwise from south (itself excluded) onwards.
private struct Fan {
    private var start: [Int32]
    private var leaving: [Int32]
    /// Where each half-edge stands in `leaving`.
    private var position: [Int32]
    private let noding: Noding

    /// Nil when the weights around a place do not add up to 0.
    init?(_ noding: Noding) {
        self.noding = noding
        let edges = noding.edges
        start = [Int32](repeating: 0, count: noding.places.count + 1)
        for edge in edges {
            start[Int(edge.from) + 1] += 1
            start[Int(edge.to) + 1] += 1
        }
        for i in 1..<max(1, start.count) { start[i] += start[i - 1] }
        leaving = [Int32](repeating: 0, count: 2 * edges.count)
        position = [Int32](repeating: 0, count: 2 * edges.count)
        var fill = start
        var sums = [Int32](repeating: 0, count: noding.places.count)
        for (i, edge) in edges.enumerated() {
            leaving[Int(fill[Int(edge.from)])] = Int32(2 * i)
            fill[Int(edge.from)] += 1
            leaving[Int(fill[Int(edge.to)])] = Int32(2 * i + 1)
            fill[Int(edge.to)] += 1
            sums[Int(edge.from)] += edge.weight
            sums[Int(edge.to)] -= edge.weight
        }
        guard sums.allSatisfy({ $0 == 0 }) else { return nil }
        for place in noding.places.indices {
            let range = Int(start[place])..<Int(start[place + 1])
            let origin = noding.places[place]
            if range.count == 2 {
                if Self.isBefore(
                    leaving[range.lowerBound + 1], leaving[range.lowerBound], around: origin, noding)
                {
                    leaving.swapAt(range.lowerBound, range.lowerBound + 1)
                }
            } else if range.count > 2 {
                leaving[range].sort { Self.isBefore($0, $1, around: origin, noding) }
            }
            for i in range { position[Int(leaving[i])] = Int32(i) }
        }
    }

    private static func end(_ half: Int32, _ noding: Noding) -> Coordinate {
        let edge = noding.edges[Int(half >> 1)]
        return noding.places[Int(half & 1 == 0 ? edge.to : edge.from)]
    }

    private func origin(_ half: Int32) -> Int {
        let edge = noding.edges[Int(half >> 1)]
        return Int(half & 1 == 0 ? edge.from : edge.to)
    }

    /// Whether one way out of a place comes before another, anticlockwise from south.
    private static func isBefore(
        _ a: Int32, _ b: Int32, around place: Coordinate, _ noding: Noding
    ) -> Bool {
        let (p, q) = (end(a, noding), end(b, noding))
        func isEastern(_ c: Coordinate) -> Bool {
            c.longitude > place.longitude || (c.longitude == place.longitude && c.latitude > place.latitude)
        }
        let (first, second) = (isEastern(p), isEastern(q))
        if first != second { return first }
        return Orientation.of(place, p, q) > 0
    }

    /// The half-edge next clockwise around the place that one leaves.
    func clockwise(from half: Int32) -> Int32 {
        let place = origin(half)
        let (low, high) = (start[place], start[place + 1])
        let own = position[Int(half)]
        return leaving[Int(own == low ? high - 1 : own - 1)]
    }

    /// The last half-edge in order that leaves a place: of the westernmost place of a component the one with the
    /// open on its left.
    func last(at place: Int32) -> Int32 { leaving[Int(start[Int(place) + 1]) - 1] }
}

/// Which places hang together, and the westernmost place of each group (of several the southernmost).
private struct Groups {
    private(set) var number: [Int32]
    private(set) var extreme: [Int32] = []
    var count: Int { extreme.count }

    init(_ noding: Noding) {
        var parent = noding.places.indices.map { Int32($0) }
        func root(_ place: Int32) -> Int32 {
            var here = place
            while parent[Int(here)] != here {
                parent[Int(here)] = parent[Int(parent[Int(here)])]
                here = parent[Int(here)]
            }
            return here
        }
        for edge in noding.edges {
            let (a, b) = (root(edge.from), root(edge.to))
            if a != b { parent[Int(max(a, b))] = min(a, b) }
        }
        number = [Int32](repeating: -1, count: parent.count)
        for place in parent.indices {
            let group = Int(root(Int32(place)))
            if number[group] < 0 {
                number[group] = Int32(extreme.count)
                extreme.append(Int32(place))
            }
            let own = Int(number[group])
            number[place] = Int32(own)
            let (here, known) = (noding.places[place], noding.places[Int(extreme[own])])
            if (here.longitude, here.latitude) < (known.longitude, known.latitude) {
                extreme[own] = Int32(place)
            }
        }
    }
}
