// The faces into which edges cut the plane, and how often each is covered.

internal import KGeoCore

/// Faces between edges that meet at their ends only.
///
/// Half-edge 2·e runs along edge e, 2·e + 1 back; the face of a half-edge lies on its left.
struct FaceGraph {
    /// A closed walk with one face on its left.
    struct Cycle {
        /// Any of its half-edges.
        var first: Int32
        /// The group of edges that hang together.
        var component: Int32 = -1
        /// The face on its left; 0 is the open around everything.
        var face: Int32 = -1
        /// Twice the signed area in square steps: positive for the outline of a face, else the walk around a component.
        var twice: Int128 = 0
    }

    struct Face {
        /// How often it is covered, as a number of the cover table.
        var cover: Int64
        /// Twice its area in square steps, what lies inside it taken off.
        var twice: Int128
    }

    private(set) var covers: CoverTable
    /// The places of vertices.
    private(set) var points = ContiguousArray<GridPoint>()
    /// As they were first seen; empty as long as all lie on the grid.
    private var originals = ContiguousArray<Coordinate>()
    let scale: GridScale
    /// For each half-edge the vertex it leaves.
    private(set) var origin = ContiguousArray<Int32>()
    /// For each half-edge the one that follows it around its face.
    private(set) var next = ContiguousArray<Int32>()
    private(set) var faceOf = ContiguousArray<Int32>()
    private(set) var faces = ContiguousArray<Face>()
    private var weights = ContiguousArray<Int64>()
    /// For each stored edge its number here; −1 where it does not matter.
    private var numberOf: ContiguousArray<Int32>

    /// - Throws: `topology` when the edges are no drawing of a plane, with a place.
    init(_ rounding: SnapRounding) throws(Problem) {
        let store = rounding.store
        covers = store.covers
        scale = store.scale
        var alive = 0
        for edge in 0..<store.edges.count where store.isAlive(edge) { alive += 1 }
        points.reserveCapacity(min(store.points.count, alive + alive / 8 + 8))
        weights.reserveCapacity(alive)
        origin.reserveCapacity(2 * alive)
        numberOf = ContiguousArray(repeating: -1, count: store.edges.count)
        var vertexOf = ContiguousArray<Int32>(repeating: -1, count: store.points.count)
        for edge in 0..<store.edges.count where store.isAlive(edge) {
            let stored = store.edges[edge]
            numberOf[edge] = Int32(weights.count)
            weights.append(Self.weight(of: stored, in: store))
            for place in [stored.from, stored.to] {
                if vertexOf[Int(place)] < 0 {
                    vertexOf[Int(place)] = Int32(points.count)
                    points.append(store.points[Int(place)])
                    if !store.isOnGrid { originals.append(store.original(Int(place))) }
                }
                origin.append(vertexOf[Int(place)])
            }
        }
        turn()
        var cycles = trace()
        let components = try label(&cycles, rounding.trees)
        // Euler: of each component V − E + F = 2.
        guard points.count - weights.count + cycles.walks.count == 2 * components else {
            throw fault("the edges of an overlay are no drawing of a plane", at: 0)
        }
        faceOf = ContiguousArray(unsafeUninitializedCapacity: origin.count) { buffer, count in
            for half in 0..<origin.count { buffer[half] = cycles.walks[Int(cycles.of[half])].face }
            count = origin.count
        }
        for edge in weights.indices {
            let (left, right) = (faces[Int(faceOf[2 * edge])].cover, faces[Int(faceOf[2 * edge + 1])].cover)
            guard covers.sum(right, weights[edge]) == left else {
                throw fault("an edge of an overlay does not part what it should", at: origin[2 * edge])
            }
        }
    }

    /// A vertex as its place was first seen, to the bit.
    @inline(__always)
    func original(_ vertex: Int32) -> Coordinate {
        originals.isEmpty ? scale.coordinate(points[Int(vertex)]) : originals[Int(vertex)]
    }

    /// Of a difference the later layer counts 1, the earlier −1.
    private static func weight(of edge: StoredEdge, in store: EdgeStore) -> Int64 {
        guard store.purpose == .difference else { return edge.weight }
        let (earlier, later) = CoverTable.halves(edge.weight)
        return Int64(later) - Int64(earlier)
    }

    private func fault(_ message: String, at vertex: Int32) -> Problem {
        var place = Problem.Place()
        if Int(vertex) < points.count { place.coordinate = original(vertex) }
        return Problem(
            .topology, message, at: place, hint: "this is a fault of kgeo: please report it with the file")
    }

    // MARK: Turning

    /// Links every half-edge to the one that follows it: at its end the next clockwise from where it came.
    private mutating func turn() {
        let count = origin.count
        var start = ContiguousArray<Int32>(repeating: 0, count: points.count + 1)
        for vertex in origin { start[Int(vertex) + 1] += 1 }
        for i in 1..<max(1, start.count) { start[i] += start[i - 1] }
        var leaving = ContiguousArray<Int32>(repeating: 0, count: count)
        var fill = start
        for half in 0..<count {
            let vertex = Int(origin[half])
            leaving[Int(fill[vertex])] = Int32(half)
            fill[vertex] += 1
        }
        next = ContiguousArray(repeating: -1, count: count)
        for vertex in points.indices {
            let (low, high) = (Int(start[vertex]), Int(start[vertex + 1]))
            if high - low > 2 { sort(&leaving, low, high, around: points[vertex]) }
            var before = leaving[high - 1]
            for i in low..<high {
                next[Int(leaving[i] ^ 1)] = before
                before = leaving[i]
            }
        }
    }

    /// Anticlockwise, from south on.
    private func sort(
        _ leaving: inout ContiguousArray<Int32>, _ low: Int, _ high: Int, around place: GridPoint
    ) {
        func isBefore(_ a: Int32, _ b: Int32) -> Bool {
            let (p, q) = (points[Int(origin[Int(a ^ 1)])], points[Int(origin[Int(b ^ 1)])])
            let (first, second) = (place < p, place < q)
            if first != second { return first }
            return Grid.side(place, p, q) > 0
        }
        if high - low > 12 {
            leaving[low..<high].sort(by: isBefore)
            return
        }
        for i in low + 1..<high {
            let half = leaving[i]
            var j = i
            while j > low, isBefore(half, leaving[j - 1]) {
                leaving[j] = leaving[j - 1]
                j -= 1
            }
            leaving[j] = half
        }
    }

    // MARK: Walks

    private struct Walks {
        var walks = ContiguousArray<Cycle>()
        var of: ContiguousArray<Int32>
    }

    private func trace() -> Walks {
        let count = next.count
        var result = Walks(of: ContiguousArray(repeating: -1, count: count))
        for start in 0..<count where result.of[start] < 0 {
            let number = Int32(result.walks.count)
            let anchor = points[Int(origin[start])]
            var half = start
            var twice: Int128 = 0
            var previous = anchor
            repeat {
                result.of[half] = number
                half = Int(next[half])
                let point = points[Int(origin[half])]
                twice &+= Grid.side(anchor, previous, point)
                previous = point
            } while half != start
            result.walks.append(Cycle(first: Int32(start), twice: twice))
        }
        return result
    }

    // MARK: Labels

    /// The walk around a component, and its westernmost vertex.
    private typealias Component = (walk: Int32, extreme: Int32)

    /// Tells which walks belong together.
    private func components(of cycles: inout Walks) throws(Problem) -> [Component] {
        var around: [Component] = []
        var stack: [Int32] = []
        for start in cycles.walks.indices where cycles.walks[start].component < 0 {
            let component = Int32(around.count)
            around.append((-1, origin[Int(cycles.walks[start].first)]))
            cycles.walks[start].component = component
            stack.append(Int32(start))
            while let walk = stack.popLast() {
                if cycles.walks[Int(walk)].twice <= 0 {
                    guard around[Int(component)].walk < 0 else {
                        throw fault(
                            "the edges of an overlay cross", at: origin[Int(cycles.walks[Int(walk)].first)])
                    }
                    around[Int(component)].walk = walk
                }
                let first = Int(cycles.walks[Int(walk)].first)
                var half = first
                repeat {
                    let vertex = origin[half]
                    if points[Int(vertex)] < points[Int(around[Int(component)].extreme)] {
                        around[Int(component)].extreme = vertex
                    }
                    let other = cycles.of[half ^ 1]
                    if cycles.walks[Int(other)].component < 0 {
                        cycles.walks[Int(other)].component = component
                        stack.append(other)
                    }
                    half = Int(next[half])
                } while half != first
            }
            guard around[Int(component)].walk >= 0 else {
                throw fault("the edges of an overlay cross", at: around[Int(component)].extreme)
            }
        }
        return around
    }

    /// Finds the face of every walk and how often it is covered; the number of components.
    private mutating func label(
        _ cycles: inout Walks, _ trees: [EdgeBoxes]
    ) throws(Problem) -> Int {
        let around = try components(of: &cycles)
        faces.reserveCapacity(cycles.walks.count - around.count + 1)
        faces.append(Face(cover: 0, twice: 0))
        for walk in cycles.walks.indices where cycles.walks[walk].twice > 0 {
            cycles.walks[walk].face = Int32(faces.count)
            faces.append(Face(cover: 0, twice: cycles.walks[walk].twice))
        }
        var isLabelled = ContiguousArray<Bool>(repeating: false, count: cycles.walks.count)
        // West to east: what lies around a component begins farther west.
        let order =
            around.count == 1
            ? [0]
            : around.indices.sorted {
                points[Int(around[$0].extreme)] < points[Int(around[$1].extreme)]
            }
        for component in order {
            let (walk, extreme) = around[component]
            let face = around.count > 1 ? try faceWest(of: extreme, cycles, trees) : 0
            cycles.walks[Int(walk)].face = face
            faces[Int(face)].twice &+= cycles.walks[Int(walk)].twice
            spread(from: walk, cycles, &isLabelled)
        }
        return around.count
    }

    /// The face in which a component lies: that to the west of its westernmost vertex.
    private func faceWest(
        of extreme: Int32, _ cycles: Walks, _ trees: [EdgeBoxes]
    ) throws(Problem) -> Int32 {
        guard let half = neighbour(west: points[Int(extreme)], trees, { numberOf[Int($0)] }) else { return 0 }
        let face = cycles.walks[Int(cycles.of[Int(half)])].face
        guard face >= 0 else { throw fault("the edges of an overlay cross", at: extreme) }
        return face
    }

    /// Covers of the faces of a component, from its outer walk on: each edge adds its weight.
    private mutating func spread(from walk: Int32, _ cycles: Walks, _ isLabelled: inout ContiguousArray<Bool>)
    {
        isLabelled[Int(walk)] = true
        var stack = [walk]
        while let walk = stack.popLast() {
            let cover = faces[Int(cycles.walks[Int(walk)].face)].cover
            let first = Int(cycles.walks[Int(walk)].first)
            var half = first
            repeat {
                let other = cycles.of[half ^ 1]
                if !isLabelled[Int(other)] {
                    isLabelled[Int(other)] = true
                    let weight = weights[half >> 1]
                    faces[Int(cycles.walks[Int(other)].face)].cover = covers.sum(
                        cover, half & 1 == 0 ? -weight : weight)
                    stack.append(other)
                }
                half = Int(next[half])
            } while half != first
        }
    }

    /// The half-edge nearest to the west of a place that has the place's face on its left; nil when there is none. The
    /// ray runs a hair's breadth north of the place, so that it meets no end of an edge.
    func neighbour(west place: GridPoint, _ trees: [EdgeBoxes], _ edge: (Int32) -> Int32) -> Int32? {
        var best: (segment: GridSegment, edge: Int32)?
        var bound = Int32.min
        for tree in trees {
            func take(_ slot: Int) {
                let segment = tree.segments[slot]
                guard segment.south <= place.y, place.y < segment.north else { return }
                let side = segment.side(of: place)
                guard segment.a.y < segment.b.y ? side < 0 : side > 0 else { return }
                let number = edge(tree.numbers[slot])
                guard number >= 0, number != best?.edge else { return }
                if let best, !Self.isEast(segment, of: best.segment) { return }
                best = (segment, number)
                let part = Double(place.y - segment.a.y) / Double(segment.b.y - segment.a.y)
                bound = tree.coarse.x(
                    about: Double(segment.a.x) + part * Double(segment.b.x - segment.a.x))
            }
            tree.forEach(westOf: place, bound: { bound }, body: take)
        }
        guard let best else { return nil }
        let start = points[Int(origin[Int(2 * best.edge)])]
        // Left of the way south lies the east.
        return start.y < points[Int(origin[Int(2 * best.edge + 1)])].y ? 2 * best.edge + 1 : 2 * best.edge
    }

    /// Whether of two edges that do not cross and that one ray meets the first lies farther east.
    private static func isEast(_ e: GridSegment, of f: GridSegment) -> Bool {
        let (eLow, eHigh) = e.a.y < e.b.y ? (e.a, e.b) : (e.b, e.a)
        let (fLow, fHigh) = f.a.y < f.b.y ? (f.a, f.b) : (f.b, f.a)
        // Right of the way north lies the east.
        if eLow == fLow { return Grid.side(eLow, fHigh, eHigh) < 0 }
        if eLow.y >= fLow.y {
            let side = Grid.side(fLow, fHigh, eLow)
            return side < 0
        }
        return Grid.side(eLow, eHigh, fLow) > 0
    }

    // MARK: What edges part

    /// The number of edges.
    var edgeCount: Int { weights.count }

    /// The number here of a stored edge; −1 where it does not matter.
    @inline(__always)
    func number(of edge: Int32) -> Int32 { numberOf[Int(edge)] }
}
