// A tree of boxes over edges: which edges may meet, which may pass a place, and which lies next west of one.

/// Bounds in coarse whole numbers, so that eight boxes are compared at once. What meets on the grid meets here.
struct CoarseGrid {
    private let west, south, east, north: Int64
    private let shiftX, shiftY: Int64

    /// - Parameter points: all ends of the edges; no place beyond their bounds has coarse numbers.
    init(_ points: ContiguousArray<GridPoint>) {
        var (west, south, east, north) = (Int64.max, Int64.max, Int64.min, Int64.min)
        for point in points {
            west = min(west, point.x)
            east = max(east, point.x)
            south = min(south, point.y)
            north = max(north, point.y)
        }
        if points.isEmpty { (west, south, east, north) = (0, 0, 0, 0) }
        (self.west, self.south, self.east, self.north) = (west, south, east, north)
        shiftX = Self.shift(east - west)
        shiftY = Self.shift(north - south)
    }

    /// Leaves 30 bits.
    private static func shift(_ extent: Int64) -> Int64 { max(0, Int64(34 - extent.leadingZeroBitCount)) }

    @inline(__always)
    func x(_ x: Int64) -> Int32 { Int32(truncatingIfNeeded: (x &- west) &>> shiftX) }
    @inline(__always)
    func y(_ y: Int64) -> Int32 { Int32(truncatingIfNeeded: (y &- south) &>> shiftY) }

    /// Where the ray from a place westwards enters the bounds; nil where it does not.
    func entry(ofRayFrom place: GridPoint) -> GridPoint? {
        guard place.y >= south, place.y <= north, place.x >= west else { return nil }
        return GridPoint(min(place.x, east), place.y)
    }

    /// A longitude known roughly, or somewhat farther west.
    func x(about x: Double) -> Int32 {
        let steps = (x - Double(west)) / Double(Int64(1) << shiftX) - 2
        return steps <= 0 ? 0 : steps >= 1_073_741_823 ? 1_073_741_823 : Int32(steps)
    }
}

/// Boxes over edges, eight to a node. Edges that follow each other along a line share a leaf, and leaves lie in the
/// order of a Hilbert curve.
struct EdgeBoxes {
    struct Box {
        var west = Int32.max
        var south = Int32.max
        var east = Int32.min
        var north = Int32.min

        @inline(__always)
        mutating func add(_ other: Box) {
            west = min(west, other.west)
            south = min(south, other.south)
            east = max(east, other.east)
            north = max(north, other.north)
        }
    }

    /// The boxes of up to eight children; those that are missing meet nothing.
    struct Node {
        var west = SIMD8<Int32>(repeating: .max)
        var south = SIMD8<Int32>(repeating: .max)
        var east = SIMD8<Int32>(repeating: .min)
        var north = SIMD8<Int32>(repeating: .min)

        @inline(__always)
        func box(_ child: Int) -> Box {
            Box(west: west[child], south: south[child], east: east[child], north: north[child])
        }

        @inline(__always)
        mutating func set(_ child: Int, _ box: Box) {
            west[child] = box.west
            south[child] = box.south
            east[child] = box.east
            north[child] = box.north
        }

        var whole: Box {
            Box(west: west.min(), south: south.min(), east: east.max(), north: north.max())
        }

        /// The children whose boxes meet one, a bit each.
        @inline(__always)
        func meeting(_ box: Box) -> UInt32 {
            let apart =
                (west .> box.east) .| (east .< box.west) .| (south .> box.north) .| (north .< box.south)
            return Self.bits(apart)
        }

        /// The children not marked, a bit each.
        @inline(__always)
        private static func bits(_ mask: SIMDMask<SIMD8<Int32>>) -> UInt32 {
            let bits = SIMD8<Int32>(1, 2, 4, 8, 16, 32, 64, 128).replacing(with: 0, where: mask)
            let four = bits.lowHalf | bits.highHalf
            let two = four.lowHalf | four.highHalf
            return UInt32(bitPattern: two.x | two.y)
        }
    }

    let coarse: CoarseGrid
    /// All nodes, leaves first.
    private(set) var nodes = ContiguousArray<Node>()
    /// Where each level begins in `nodes`.
    private(set) var levels: [Int] = []
    /// The edges, eight to a leaf; what is missing has the number −1.
    private(set) var segments = ContiguousArray<GridSegment>()
    private(set) var numbers = ContiguousArray<Int32>()

    /// A tree over some edges of a store.
    init(_ edges: ContiguousArray<Int32>, of store: EdgeStore, _ coarse: CoarseGrid) {
        self.coarse = coarse
        let runs = Self.runs(edges, store, coarse)
        guard !runs.isEmpty else { return }
        let leaves = runs.count
        nodes.reserveCapacity(leaves + leaves / 7 + 8)
        segments = ContiguousArray(
            repeating: GridSegment(GridPoint(0, 0), GridPoint(0, 0)), count: 8 * leaves)
        numbers = ContiguousArray(repeating: -1, count: 8 * leaves)
        for (leaf, run) in runs.enumerated() {
            var node = Node()
            for i in 0..<Int(run.count) {
                let edge = edges[Int(run.first) + i]
                let segment = store.segment(Int(edge))
                segments[8 * leaf + i] = segment
                numbers[8 * leaf + i] = edge
                node.set(i, box(of: segment))
            }
            nodes.append(node)
        }
        levels = [0]
        var first = 0
        while nodes.count - first > 1 {
            let end = nodes.count
            levels.append(end)
            for i in stride(from: first, to: end, by: 8) {
                var node = Node()
                for child in 0..<min(8, end - i) { node.set(child, nodes[i + child].whole) }
                nodes.append(node)
            }
            first = end
        }
    }

    private struct Run {
        var key: UInt32
        var first: Int32
        var count: Int32
    }

    /// Up to eight edges that hang together, in the order of a Hilbert curve.
    private static func runs(
        _ edges: ContiguousArray<Int32>, _ store: EdgeStore, _ coarse: CoarseGrid
    ) -> ContiguousArray<Run> {
        var runs = ContiguousArray<Run>()
        runs.reserveCapacity(edges.count / 6 + 8)
        var start = 0
        while start < edges.count {
            var end = start + 1
            var previous = store.edges[Int(edges[start])]
            while end < edges.count, end - start < 8 {
                let next = store.edges[Int(edges[end])]
                guard
                    next.from == previous.to || next.to == previous.from || next.to == previous.to
                        || next.from == previous.from
                else { break }
                previous = next
                end += 1
            }
            let middle = store.points[Int(store.edges[Int(edges[(start + end) / 2])].from)]
            // 30 bits are there, 16 of them count.
            let key = hilbert(UInt32(coarse.x(middle.x)) >> 14, UInt32(coarse.y(middle.y)) >> 14)
            runs.append(Run(key: key, first: Int32(start), count: Int32(end - start)))
            start = end
        }
        return sorted(runs)
    }

    /// By key, in four passes of eight bits.
    private static func sorted(_ runs: ContiguousArray<Run>) -> ContiguousArray<Run> {
        guard runs.count > 64 else { return ContiguousArray(runs.sorted { $0.key < $1.key }) }
        var (from, to) = (runs, runs)
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            var starts = ContiguousArray<Int>(repeating: 0, count: 257)
            for run in from { starts[Int((run.key >> shift) & 255) + 1] += 1 }
            for i in 0..<256 { starts[i + 1] += starts[i] }
            for run in from {
                let digit = Int((run.key >> shift) & 255)
                to[starts[digit]] = run
                starts[digit] += 1
            }
            swap(&from, &to)
        }
        return from
    }

    /// The distance along a Hilbert curve of order 16.
    private static func hilbert(_ x: UInt32, _ y: UInt32) -> UInt32 {
        var (x, y, key) = (x, y, UInt32(0))
        var s: UInt32 = 1 << 15
        while s > 0 {
            let (rx, ry): (UInt32, UInt32) = (x & s != 0 ? 1 : 0, y & s != 0 ? 1 : 0)
            key += s &* s &* ((3 * rx) ^ ry)
            if ry == 0 {
                if rx == 1 { (x, y) = (65535 - x, 65535 - y) }
                swap(&x, &y)
            }
            s >>= 1
        }
        return key
    }

    @inline(__always)
    func box(of segment: GridSegment) -> Box {
        Box(
            west: coarse.x(segment.a.x), south: coarse.y(segment.south), east: coarse.x(segment.b.x),
            north: coarse.y(segment.north))
    }

    private var top: Int { nodes.count - 1 }

    /// The first child of a node; at level 0 the first slot of an edge.
    @inline(__always)
    private func child(_ level: Int, _ node: Int) -> Int {
        level == 0 ? 8 * node : levels[level - 1] + 8 * (node - levels[level])
    }

    // MARK: Questions

    /// Hands over the slots of every two edges whose boxes meet, once.
    @inline(__always)
    func forEachPair(_ body: (Int, Int) -> Void) {
        guard !nodes.isEmpty else { return }
        nodes.withUnsafeBufferPointer { nodes in
            var stack: [(level: Int, a: Int, b: Int)] = [(levels.count - 1, top, top)]
            while let (level, a, b) = stack.popLast() {
                let (firstA, firstB) = (child(level, a), child(level, b))
                let nodeB = nodes[b]
                var own = nodes[a].meeting(nodeB.whole)
                while own != 0 {
                    let i = own.trailingZeroBitCount
                    own &= own - 1
                    var meeting = nodeB.meeting(nodes[a].box(i))
                    // A node with itself: each pair once, and below the leaves each child with itself too.
                    if a == b {
                        meeting &= level == 0 ? ~UInt32(0) << UInt32(i + 1) : ~UInt32(0) << UInt32(i)
                    }
                    while meeting != 0 {
                        let j = meeting.trailingZeroBitCount
                        meeting &= meeting - 1
                        if level == 0 {
                            body(firstA + i, firstB + j)
                        } else {
                            stack.append((level - 1, firstA + i, firstB + j))
                        }
                    }
                }
            }
        }
    }

    /// Hands over the slots of every two edges whose boxes meet, one of this tree and one of another over the same coarse
    /// grid.
    @inline(__always)
    func forEachPair(with other: EdgeBoxes, _ body: (Int, Int) -> Void) {
        guard !nodes.isEmpty, !other.nodes.isEmpty else { return }
        nodes.withUnsafeBufferPointer { nodes in
            other.nodes.withUnsafeBufferPointer { others in
                var stack: [(levelA: Int, a: Int, levelB: Int, b: Int)] = [
                    (levels.count - 1, top, other.levels.count - 1, other.top)
                ]
                while let (levelA, a, levelB, b) = stack.popLast() {
                    // The higher one goes down to the level of the other, then both.
                    if levelA > levelB {
                        let first = child(levelA, a)
                        var meeting = nodes[a].meeting(others[b].whole)
                        while meeting != 0 {
                            stack.append((levelA - 1, first + meeting.trailingZeroBitCount, levelB, b))
                            meeting &= meeting - 1
                        }
                        continue
                    }
                    if levelB > levelA {
                        let first = other.child(levelB, b)
                        var meeting = others[b].meeting(nodes[a].whole)
                        while meeting != 0 {
                            stack.append((levelA, a, levelB - 1, first + meeting.trailingZeroBitCount))
                            meeting &= meeting - 1
                        }
                        continue
                    }
                    let (firstA, firstB) = (child(levelA, a), other.child(levelB, b))
                    var own = nodes[a].meeting(others[b].whole)
                    while own != 0 {
                        let i = own.trailingZeroBitCount
                        own &= own - 1
                        var meeting = others[b].meeting(nodes[a].box(i))
                        while meeting != 0 {
                            let j = meeting.trailingZeroBitCount
                            meeting &= meeting - 1
                            if levelA == 0 {
                                body(firstA + i, firstB + j)
                            } else {
                                stack.append((levelA - 1, firstA + i, levelB - 1, firstB + j))
                            }
                        }
                    }
                }
            }
        }
    }

    /// Hands over the slots of every edge whose box holds a place.
    func forEach(around place: GridPoint, _ body: (Int) -> Void) {
        guard !nodes.isEmpty else { return }
        let (x, y) = (coarse.x(place.x), coarse.y(place.y))
        let box = Box(west: x, south: y, east: x, north: y)
        var stack: [(level: Int, node: Int)] = [(levels.count - 1, top)]
        while let (level, node) = stack.popLast() {
            let first = child(level, node)
            var meeting = nodes[node].meeting(box)
            while meeting != 0 {
                let i = meeting.trailingZeroBitCount
                meeting &= meeting - 1
                if level == 0 { body(first + i) } else { stack.append((level - 1, first + i)) }
            }
        }
    }

    /// Hands over the slots of edges whose boxes meet the ray from a place westwards, those farther east first; `bound`
    /// says west of which coarse longitude nothing matters any more.
    @inline(__always)
    func forEach(westOf place: GridPoint, bound: () -> Int32, body: (Int) -> Void) {
        guard !nodes.isEmpty, let entry = coarse.entry(ofRayFrom: place) else { return }
        let height = coarse.y(entry.y)
        let ray = Box(west: .min, south: height, east: coarse.x(entry.x), north: height)
        nodes.withUnsafeBufferPointer { nodes in
            var stack: [(level: Int, node: Int, east: Int32)] = [(levels.count - 1, top, .max)]
            while let (level, node, east) = stack.popLast() {
                if east < bound() { continue }
                let first = child(level, node)
                let own = nodes[node]
                var meeting = own.meeting(ray)
                let begin = stack.count
                while meeting != 0 {
                    let i = meeting.trailingZeroBitCount
                    meeting &= meeting - 1
                    let reach = min(own.east[i], ray.east)
                    if reach < bound() { continue }
                    if level == 0 {
                        body(first + i)
                    } else {
                        // The one that reaches farthest east comes to lie on top.
                        var at = stack.count
                        stack.append((level - 1, first + i, reach))
                        while at > begin, stack[at - 1].east > reach {
                            stack.swapAt(at, at - 1)
                            at -= 1
                        }
                    }
                }
            }
        }
    }
}
