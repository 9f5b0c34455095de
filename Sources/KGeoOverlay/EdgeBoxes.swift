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
        var west, south, east, north: Int32

        /// Bounds that meet nothing.
        static let none = Box(west: 1 << 30, south: 1 << 30, east: -1, north: -1)

        @inline(__always)
        mutating func add(_ other: Box) {
            west = min(west, other.west)
            south = min(south, other.south)
            east = max(east, other.east)
            north = max(north, other.north)
        }
    }

    /// The boxes of the children of all nodes, eight to a node: eight western bounds, then southern, eastern and northern
    /// ones. All are between −1 and 2³⁰, so that differences tell which is larger.
    private struct Nodes {
        let lanes: UnsafePointer<Int32>

        @inline(__always)
        func box(_ node: Int, _ child: Int) -> Box {
            let at = lanes + (32 &* node &+ child)
            return Box(west: at[0], south: at[8], east: at[16], north: at[24])
        }

        /// The children whose boxes meet one, a bit each.
        @inline(__always)
        func meeting(_ node: Int, _ box: Box) -> UInt32 {
            let at = UnsafeRawPointer(lanes + 32 &* node)
            let west = at.loadUnaligned(as: SIMD8<Int32>.self)
            let south = at.loadUnaligned(fromByteOffset: 32, as: SIMD8<Int32>.self)
            let east = at.loadUnaligned(fromByteOffset: 64, as: SIMD8<Int32>.self)
            let north = at.loadUnaligned(fromByteOffset: 96, as: SIMD8<Int32>.self)
            // A negative difference: apart.
            let apart =
                ((SIMD8(repeating: box.east) &- west) | (east &- SIMD8(repeating: box.west)))
                | ((SIMD8(repeating: box.north) &- south) | (north &- SIMD8(repeating: box.south)))
            let bits = ~(apart &>> SIMD8(repeating: 31)) & SIMD8<Int32>(1, 2, 4, 8, 16, 32, 64, 128)
            let four = bits.lowHalf | bits.highHalf
            let two = four.lowHalf | four.highHalf
            return UInt32(bitPattern: two[0] | two[1])
        }
    }

    let coarse: CoarseGrid
    private var lanes = ContiguousArray<Int32>()
    /// The bounds of each node, leaves first.
    private var bounds = ContiguousArray<Box>()
    /// Where each level begins among the nodes.
    private var levels: [Int] = []
    /// The edges, eight to a leaf, where they are kept; what is missing has the number −1.
    private(set) var segments = ContiguousArray<GridSegment>()
    private(set) var numbers = ContiguousArray<Int32>()

    /// A tree over some edges of a store.
    init(_ edges: ContiguousArray<Int32>, of store: EdgeStore, _ coarse: CoarseGrid) {
        func hangTogether(_ a: Int32, _ b: Int32) -> Bool {
            let (a, b) = (store.edges[Int(a)], store.edges[Int(b)])
            return b.from == a.to || b.to == a.from || b.to == a.to || b.from == a.from
        }
        self.init(
            edges, coarse, segment: { store.segment(Int($0)) }, hangTogether: hangTogether,
            keepsSegments: true)
    }

    /// A tree over numbered edges.
    ///
    /// - Parameters:
    ///   - hangTogether: whether an edge shares an end with the one before it in the list.
    ///   - keepsSegments: whether edges are kept by slot, for whom they are far to seek.
    @inline(__always)
    init(
        _ edges: ContiguousArray<Int32>, _ coarse: CoarseGrid, segment: (Int32) -> GridSegment,
        hangTogether: (Int32, Int32) -> Bool, keepsSegments: Bool
    ) {
        self.coarse = coarse
        let runs = Self.runs(edges, coarse, segment, hangTogether)
        guard !runs.isEmpty else { return }
        let leaves = runs.count
        lanes.reserveCapacity(32 * (leaves + leaves / 7 + 8))
        bounds.reserveCapacity(leaves + leaves / 7 + 8)
        if keepsSegments { segments.reserveCapacity(8 * leaves) }
        numbers.reserveCapacity(8 * leaves)
        let missing = GridSegment(GridPoint(0, 0), GridPoint(0, 0))
        for run in runs {
            startNode()
            for i in 0..<8 {
                guard i < Int(run.count) else {
                    if keepsSegments { segments.append(missing) }
                    numbers.append(-1)
                    continue
                }
                let edge = edges[Int(run.first) + i]
                let segment = segment(edge)
                if keepsSegments { segments.append(segment) }
                numbers.append(edge)
                set(i, box(of: segment))
            }
        }
        levels = [0]
        var first = 0
        while bounds.count - first > 1 {
            let end = bounds.count
            levels.append(end)
            for i in stride(from: first, to: end, by: 8) {
                startNode()
                for child in 0..<min(8, end - i) { set(child, bounds[i + child]) }
            }
            first = end
        }
    }

    private mutating func startNode() {
        let none = Box.none
        lanes.append(contentsOf: repeatElement(none.west, count: 16))
        lanes.append(contentsOf: repeatElement(none.east, count: 16))
        bounds.append(none)
    }

    /// Sets a child of the last node.
    @inline(__always)
    private mutating func set(_ child: Int, _ box: Box) {
        let at = lanes.count - 32 + child
        lanes[at] = box.west
        lanes[at + 8] = box.south
        lanes[at + 16] = box.east
        lanes[at + 24] = box.north
        bounds[bounds.count - 1].add(box)
    }

    /// Edges that lie together in a list, and where they stand on a Hilbert curve.
    struct Run {
        var key: UInt32
        var first: Int32
        var count: Int32
    }

    /// Up to eight edges that hang together, in the order of a Hilbert curve.
    @inline(__always)
    private static func runs(
        _ edges: ContiguousArray<Int32>, _ coarse: CoarseGrid, _ segment: (Int32) -> GridSegment,
        _ hangTogether: (Int32, Int32) -> Bool
    ) -> ContiguousArray<Run> {
        var runs = ContiguousArray<Run>()
        runs.reserveCapacity(edges.count / 6 + 8)
        var start = 0
        while start < edges.count {
            var end = start + 1
            while end < edges.count, end - start < 8, hangTogether(edges[end - 1], edges[end]) { end += 1 }
            let key = key(of: segment(edges[start + (end - start) / 2]).a, coarse)
            runs.append(Run(key: key, first: Int32(start), count: Int32(end - start)))
            start = end
        }
        return sorted(runs)
    }

    /// How far along a Hilbert curve a place lies.
    @inline(__always)
    static func key(of place: GridPoint, _ coarse: CoarseGrid) -> UInt32 {
        // 30 bits are there, 16 of them count.
        hilbert(UInt32(coarse.x(place.x)) >> 14, UInt32(coarse.y(place.y)) >> 14)
    }

    /// By key, in four passes of eight bits.
    static func sorted(_ runs: ContiguousArray<Run>) -> ContiguousArray<Run> {
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

    private var top: Int { bounds.count - 1 }

    /// The first child of a node; at level 0 the first slot of an edge.
    @inline(__always)
    private func child(_ level: Int, _ node: Int) -> Int {
        level == 0 ? 8 * node : levels[level - 1] + 8 * (node - levels[level])
    }

    @inline(__always)
    private func withNodes(_ body: (Nodes) -> Void) {
        lanes.withUnsafeBufferPointer { buffer in
            if let lanes = buffer.baseAddress, !bounds.isEmpty { body(Nodes(lanes: lanes)) }
        }
    }

    // MARK: Questions

    /// Hands over the slots of every two edges whose boxes meet, once, as long as more are wanted.
    @inline(__always)
    func forEachPair(while isWanted: () -> Bool = { true }, _ body: (Int, Int) -> Void) {
        withNodes { nodes in
            var stack: [(level: Int, a: Int, b: Int)] = [(levels.count - 1, top, top)]
            while isWanted(), let (level, a, b) = stack.popLast() {
                let (firstA, firstB) = (child(level, a), child(level, b))
                var own = nodes.meeting(a, bounds[b])
                while own != 0 {
                    let i = own.trailingZeroBitCount
                    own &= own &- 1
                    var meeting = nodes.meeting(b, nodes.box(a, i))
                    // A node with itself: each pair once, and below the leaves each child with itself too.
                    if a == b { meeting &= ~UInt32(0) &<< UInt32(level == 0 ? i + 1 : i) }
                    while meeting != 0 {
                        let j = meeting.trailingZeroBitCount
                        meeting &= meeting &- 1
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
        withNodes { nodes in
            other.withNodes { others in
                var stack: [(levelA: Int, a: Int, levelB: Int, b: Int)] = [
                    (levels.count - 1, top, other.levels.count - 1, other.top)
                ]
                while let (levelA, a, levelB, b) = stack.popLast() {
                    // The higher one goes down to the level of the other, then both.
                    if levelA > levelB {
                        let first = child(levelA, a)
                        var meeting = nodes.meeting(a, other.bounds[b])
                        while meeting != 0 {
                            stack.append((levelA - 1, first + meeting.trailingZeroBitCount, levelB, b))
                            meeting &= meeting &- 1
                        }
                        continue
                    }
                    if levelB > levelA {
                        let first = other.child(levelB, b)
                        var meeting = others.meeting(b, bounds[a])
                        while meeting != 0 {
                            stack.append((levelA, a, levelB - 1, first + meeting.trailingZeroBitCount))
                            meeting &= meeting &- 1
                        }
                        continue
                    }
                    let (firstA, firstB) = (child(levelA, a), other.child(levelB, b))
                    var own = nodes.meeting(a, other.bounds[b])
                    while own != 0 {
                        let i = own.trailingZeroBitCount
                        own &= own &- 1
                        var meeting = others.meeting(b, nodes.box(a, i))
                        while meeting != 0 {
                            let j = meeting.trailingZeroBitCount
                            meeting &= meeting &- 1
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
        let (x, y) = (coarse.x(place.x), coarse.y(place.y))
        let box = Box(west: x, south: y, east: x, north: y)
        withNodes { nodes in
            var stack: [(level: Int, node: Int)] = [(levels.count - 1, top)]
            while let (level, node) = stack.popLast() {
                let first = child(level, node)
                var meeting = nodes.meeting(node, box)
                while meeting != 0 {
                    let i = meeting.trailingZeroBitCount
                    meeting &= meeting &- 1
                    if level == 0 { body(first + i) } else { stack.append((level - 1, first + i)) }
                }
            }
        }
    }

    /// Hands over the slots of edges whose boxes meet the ray from a place westwards, those farther east first; `bound`
    /// says west of which coarse longitude nothing matters any more.
    @inline(__always)
    func forEach(westOf place: GridPoint, bound: () -> Int32, body: (Int) -> Void) {
        guard let entry = coarse.entry(ofRayFrom: place) else { return }
        let height = coarse.y(entry.y)
        let ray = Box(west: 0, south: height, east: coarse.x(entry.x), north: height)
        withNodes { nodes in
            var stack = [(level: levels.count - 1, node: top, east: Int32.max)]
            stack.reserveCapacity(8 * levels.count)
            while let (level, node, east) = stack.popLast() {
                if east < bound() { continue }
                let first = child(level, node)
                var meeting = nodes.meeting(node, ray)
                let begin = stack.count
                while meeting != 0 {
                    let i = meeting.trailingZeroBitCount
                    meeting &= meeting &- 1
                    let reach = min(nodes.box(node, i).east, ray.east)
                    if reach < bound() { continue }
                    if level == 0 {
                        body(first + i)
                        continue
                    }
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
