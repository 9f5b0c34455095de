// Whether edges of rings meet, told by a sweep from west to east: for long edges that lie in each other's boxes.

internal import KGeoCore

/// A sweep over all edges of some rings (Shamos and Hoey, *Geometric intersection problems*, 1976).
///
/// A line sweeps from west to east, on one meridian from south to north, and the edges it meets are kept in the order in
/// which it does. Two edges that meet are neighbours there before they do, so that neighbours alone are held against each
/// other. The sweep ends with the first meeting, while the order is still right. Signs are exact.
struct EdgeSweep {
    private let runs: RunLeaves
    private let corners: UnsafeBufferPointer<Coordinate>
    /// The ring of each edge; edges have the numbers of the corners where they begin.
    private var ringOf = ContiguousArray<Int32>()
    private var order: SweepOrder
    private var meeting: QuickLook.Outcome?

    static func outcome(
        _ runs: RunLeaves, _ corners: UnsafeBufferPointer<Coordinate>
    ) -> QuickLook.Outcome {
        var sweep = EdgeSweep(runs, corners)
        return sweep.run()
    }

    private init(_ runs: RunLeaves, _ corners: UnsafeBufferPointer<Coordinate>) {
        self.runs = runs
        self.corners = corners
        ringOf.reserveCapacity(corners.count)
        for (ring, ends) in runs.rings.enumerated() {
            ringOf.append(contentsOf: repeatElement(Int32(ring), count: ends.last - ends.first + 1))
        }
        order = SweepOrder(capacity: corners.count)
    }

    /// An edge from west to east.
    @inline(__always)
    private func ends(_ edge: Int32) -> (west: Coordinate, east: Coordinate) {
        let (a, b) = (corners[Int(edge)], corners[Int(edge) + 1])
        return Self.isBefore(a, b) ? (a, b) : (b, a)
    }

    @inline(__always)
    private static func isBefore(_ a: Coordinate, _ b: Coordinate) -> Bool {
        a.longitude < b.longitude || (a.longitude == b.longitude && a.latitude < b.latitude)
    }

    private mutating func run() -> QuickLook.Outcome {
        // The corners from west to east, but for those that close rings.
        var events = ContiguousArray<Int32>()
        events.reserveCapacity(corners.count)
        for ends in runs.rings { events.append(contentsOf: Int32(ends.first)..<Int32(ends.last)) }
        events.sort { Self.isBefore(corners[Int($0)], corners[Int($1)]) }
        var around = ContiguousArray<Int32>(repeating: Nesting.unknown, count: runs.rings.count)
        var beside = around
        // Whether the inside of a ring lies north of an edge of it that goes east.
        var turns = [Bool?](repeating: nil, count: runs.rings.count)
        for (i, after) in events.enumerated() {
            let place = corners[Int(after)]
            // Two rings, or one twice, in one place.
            if i > 0, corners[Int(events[i - 1])] == place { return .unclear }
            let ring = Int(ringOf[Int(after)])
            let before = Int(after) == runs.rings[ring].first ? Int32(runs.rings[ring].last - 1) : after - 1
            let isAfterWest = ends(after).west == place
            let isBeforeWest = ends(before).west == place
            if isAfterWest != isBeforeWest {
                let (ending, starting) = isAfterWest ? (before, after) : (after, before)
                order.replace(ending, by: starting)
                hold(order.below(starting), starting)
                hold(starting, order.above(starting))
            } else if isAfterWest {
                guard let below = begin(place, before, after) else { return meeting ?? .unclear }
                guard turns[ring] == nil else { continue }
                // The westernmost corner: of its two edges the lower one goes east in an anticlockwise ring.
                let lower = order.below(before) == after ? after : before
                turns[ring] = lower == after
                note(ring, below, turns, &around, &beside)
            } else {
                guard order.above(before) == after || order.below(before) == after else { return .unclear }
                let lower = order.above(before) == after ? before : after
                let upper = lower == before ? after : before
                let (below, above) = (order.below(lower), order.above(upper))
                order.remove(lower)
                order.remove(upper)
                hold(below, above)
            }
            if let meeting { return meeting }
        }
        return runs.rings.count == 1 || Nesting(around, beside).isRight(runs.parts) ? .clean : .unclear
    }

    /// In which ring one lies, told by the edge next south of its westernmost corner.
    private func note(
        _ ring: Int, _ below: Int32, _ turns: [Bool?], _ around: inout ContiguousArray<Int32>,
        _ beside: inout ContiguousArray<Int32>
    ) {
        guard below >= 0 else {
            around[ring] = Nesting.nothing
            return
        }
        let other = ringOf[Int(below)]
        let isEastward = Self.isBefore(corners[Int(below)], corners[Int(below) + 1])
        if isEastward == turns[Int(other)] { around[ring] = other } else { beside[ring] = other }
    }

    /// Puts two edges that begin in one place into the order; gives the edge below them, −1 for none, and nil where the
    /// place lies on an edge or one of the two on the other.
    private mutating func begin(_ place: Coordinate, _ a: Int32, _ b: Int32) -> Int32? {
        let turn = QuickLook.side(place, ends(a).east, ends(b).east)
        guard turn != 0 else { return nil }
        let (lower, upper) = turn > 0 ? (a, b) : (b, a)
        var isOn = false
        let below = order.lastBelow { edge in
            let (west, east) = ends(edge)
            let side = QuickLook.side(west, east, place)
            if side == 0 { isOn = true }
            return side > 0
        }
        guard !isOn else { return nil }
        order.insert(lower, above: below)
        order.insert(upper, above: lower)
        hold(below, lower)
        hold(upper, order.above(upper))
        return meeting == nil ? below : nil
    }

    /// Holds two neighbours against each other.
    private mutating func hold(_ a: Int32, _ b: Int32) {
        guard a >= 0, b >= 0, meeting == nil else { return }
        let (ringA, ringB) = (Int(ringOf[Int(a)]), Int(ringOf[Int(b)]))
        switch EdgeTouch.of(corners, Int(a), Int(b), ring: ringA == ringB ? runs.rings[ringA] : nil) {
        case .apart: break
        case .touching: meeting = .unclear
        case .crossing:
            let part = runs.parts[ringA].part
            guard part == runs.parts[ringB].part else {
                meeting = .unclear
                return
            }
            meeting = .crossing(
                EdgeTouch.crossing(corners, Int(a), Int(b)), part: Int(part), rings: (ringA, ringB))
        }
    }
}

/// Edges in the order in which a line meets them, from south to north: a list, and over it a tree that is balanced by
/// chance (Seidel and Aragon, *Randomized search trees*, 1996).
struct SweepOrder {
    private struct Node {
        var left: Int32 = -1
        var right: Int32 = -1
        var parent: Int32 = -1
        var below: Int32 = -1
        var above: Int32 = -1
        var weight: UInt32 = 0
        var edge: Int32 = -1
    }

    private var nodes: ContiguousArray<Node> = []
    /// The node of each edge.
    private var nodeOf: ContiguousArray<Int32>
    private var free: [Int32] = []
    private var root: Int32 = -1
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// An empty order for edges numbered from 0.
    init(capacity: Int) { nodeOf = ContiguousArray(repeating: -1, count: capacity) }

    /// The edge next below, and next above; −1 for none.
    func below(_ edge: Int32) -> Int32 { edgeOf(nodes[Int(nodeOf[Int(edge)])].below) }
    func above(_ edge: Int32) -> Int32 { edgeOf(nodes[Int(nodeOf[Int(edge)])].above) }
    private func edgeOf(_ node: Int32) -> Int32 { node < 0 ? -1 : nodes[Int(node)].edge }

    /// The last edge for which something holds that holds for all below it; −1 for none.
    func lastBelow(where isBelow: (Int32) -> Bool) -> Int32 {
        var (node, best) = (root, Int32(-1))
        while node >= 0 {
            if isBelow(nodes[Int(node)].edge) {
                best = nodes[Int(node)].edge
                node = nodes[Int(node)].right
            } else {
                node = nodes[Int(node)].left
            }
        }
        return best
    }

    /// Puts an edge in the place of another.
    mutating func replace(_ edge: Int32, by other: Int32) {
        let node = nodeOf[Int(edge)]
        nodes[Int(node)].edge = other
        nodeOf[Int(other)] = node
        nodeOf[Int(edge)] = -1
    }

    /// Puts an edge next above another one, or lowest of all above −1.
    mutating func insert(_ edge: Int32, above lower: Int32) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let node = free.popLast() ?? Int32(nodes.count)
        if Int(node) == nodes.count { nodes.append(Node()) }
        nodes[Int(node)] = Node(weight: UInt32(truncatingIfNeeded: state >> 32), edge: edge)
        nodeOf[Int(edge)] = node
        guard root >= 0 else {
            root = node
            return
        }
        var parent: Int32
        if lower < 0 {
            parent = root
            while nodes[Int(parent)].left >= 0 { parent = nodes[Int(parent)].left }
            nodes[Int(parent)].left = node
            link(below: -1, node, above: parent)
        } else {
            parent = nodeOf[Int(lower)]
            link(below: parent, node, above: nodes[Int(parent)].above)
            if nodes[Int(parent)].right < 0 {
                nodes[Int(parent)].right = node
            } else {
                parent = nodes[Int(parent)].right
                while nodes[Int(parent)].left >= 0 { parent = nodes[Int(parent)].left }
                nodes[Int(parent)].left = node
            }
        }
        nodes[Int(node)].parent = parent
        while nodes[Int(node)].parent >= 0,
            nodes[Int(nodes[Int(node)].parent)].weight < nodes[Int(node)].weight
        { lift(node) }
    }

    private mutating func link(below: Int32, _ node: Int32, above: Int32) {
        nodes[Int(node)].below = below
        nodes[Int(node)].above = above
        if below >= 0 { nodes[Int(below)].above = node }
        if above >= 0 { nodes[Int(above)].below = node }
    }

    mutating func remove(_ edge: Int32) {
        let node = nodeOf[Int(edge)]
        nodeOf[Int(edge)] = -1
        let (below, above) = (nodes[Int(node)].below, nodes[Int(node)].above)
        if below >= 0 { nodes[Int(below)].above = above }
        if above >= 0 { nodes[Int(above)].below = below }
        // Down to a place with no more than one child.
        while nodes[Int(node)].left >= 0, nodes[Int(node)].right >= 0 {
            let (left, right) = (nodes[Int(node)].left, nodes[Int(node)].right)
            lift(nodes[Int(left)].weight > nodes[Int(right)].weight ? left : right)
        }
        let child = max(nodes[Int(node)].left, nodes[Int(node)].right)
        let parent = nodes[Int(node)].parent
        if child >= 0 { nodes[Int(child)].parent = parent }
        put(child, under: parent, insteadOf: node)
        free.append(node)
    }

    private mutating func put(_ child: Int32, under parent: Int32, insteadOf old: Int32) {
        if parent < 0 {
            root = child
        } else if nodes[Int(parent)].left == old {
            nodes[Int(parent)].left = child
        } else {
            nodes[Int(parent)].right = child
        }
    }

    /// Turns a node and its parent about, so that the node comes above it.
    private mutating func lift(_ node: Int32) {
        let parent = nodes[Int(node)].parent
        let top = nodes[Int(parent)].parent
        let moved: Int32
        if nodes[Int(parent)].left == node {
            moved = nodes[Int(node)].right
            nodes[Int(parent)].left = moved
            nodes[Int(node)].right = parent
        } else {
            moved = nodes[Int(node)].left
            nodes[Int(parent)].right = moved
            nodes[Int(node)].left = parent
        }
        if moved >= 0 { nodes[Int(moved)].parent = parent }
        nodes[Int(parent)].parent = node
        nodes[Int(node)].parent = top
        put(node, under: top, insteadOf: parent)
    }
}
