// Faces of one class put together: their outlines as polygons.

internal import KGeoCore

/// Polygons around faces of one class each: shells anticlockwise, holes clockwise, rings that touch neither themselves
/// nor each other but in single places, and an inside that hangs together.
struct FaceTracing {
    struct Outline {
        var kind: Int32
        var shell: [Coordinate]
        var holes: [Ring] = []
    }

    private(set) var outlines: [Outline] = []

    /// - Parameters:
    ///   - graph: the faces.
    ///   - kinds: the class of each face; negative for what is wanted in none.
    ///   - followsDrawing: whether shells run clockwise, and rings begin where the first drawn stretch that they follow
    ///     begins or, when it was drawn anticlockwise, ends.
    /// - Throws: `topology` when outlines do not enclose the area of their faces to the last step.
    init(
        _ graph: FaceGraph, kinds: ContiguousArray<Int32>, followsDrawing: Bool = false
    ) throws(Problem) {
        let stretches = followsDrawing ? DrawnStretches(graph) : nil
        let roots = Self.regions(graph, kinds)
        let count = graph.next.count
        var isDone = ContiguousArray<Bool>(repeating: false, count: count)
        var position = ContiguousArray<Int32>(repeating: -1, count: graph.points.count)
        var outlineOf = ContiguousArray<Int32>(repeating: -1, count: kinds.count)
        var holes: [(root: Int32, ring: Ring)] = []
        var enclosed: Int128 = 0
        var path: [Int32] = []
        // The half-edges that leave the places of the path.
        var leaving: [Int32] = []
        for start in 0..<count where !isDone[start] {
            let kind = kinds[Int(graph.faceOf[start])]
            guard kind >= 0, kind != kinds[Int(graph.faceOf[start ^ 1])] else { continue }
            let root = roots[Int(graph.faceOf[start])]
            var half = start
            var isClosed = false
            while true {
                let vertex = graph.origin[half]
                // A walk that comes through a place twice is two rings that touch there.
                let seen = position[Int(vertex)]
                if seen >= 0 {
                    let loop = path[Int(seen)...]
                    let twice = Self.twice(loop, graph)
                    enclosed &+= twice
                    let places = Self.places(
                        loop, from: stretches?.beginning(of: leaving[Int(seen)...]), graph)
                    for corner in loop { position[Int(corner)] = -1 }
                    path.removeSubrange(Int(seen)...)
                    leaving.removeSubrange(Int(seen)...)
                    if twice > 0, outlineOf[Int(root)] < 0 {
                        outlineOf[Int(root)] = Int32(outlines.count)
                        outlines.append(Outline(kind: kind, shell: places))
                    } else if twice < 0 {
                        holes.append((root, Ring(places)))
                    } else {
                        throw Self.fault(places[0])
                    }
                }
                if isClosed { break }
                position[Int(vertex)] = Int32(path.count)
                path.append(vertex)
                leaving.append(Int32(half))
                isDone[half] = true
                half = Int(graph.next[half])
                // Through faces of the same class.
                while kinds[Int(graph.faceOf[half ^ 1])] == kind { half = Int(graph.next[half ^ 1]) }
                isClosed = half == start
            }
        }
        for (root, ring) in holes { try add(hole: ring, to: outlineOf[Int(root)]) }
        var expected: Int128 = 0
        for (face, kind) in kinds.enumerated() where kind >= 0 { expected &+= graph.faces[face].twice }
        guard enclosed == expected else { throw Self.fault(outlines.first?.shell.first) }
    }

    /// For each face a face of the region it belongs to, one for all of them.
    static func regions(
        _ graph: FaceGraph, _ kinds: ContiguousArray<Int32>
    ) -> ContiguousArray<Int32> {
        var parent = ContiguousArray(0..<Int32(kinds.count))
        func root(_ face: Int32) -> Int32 {
            var here = face
            while parent[Int(here)] != here {
                parent[Int(here)] = parent[Int(parent[Int(here)])]
                here = parent[Int(here)]
            }
            return here
        }
        for edge in 0..<graph.edgeCount {
            let (left, right) = (graph.faceOf[2 * edge], graph.faceOf[2 * edge + 1])
            guard kinds[Int(left)] >= 0, kinds[Int(left)] == kinds[Int(right)], left != right else {
                continue
            }
            let (a, b) = (root(left), root(right))
            if a != b { parent[Int(max(a, b))] = min(a, b) }
        }
        for face in parent.indices { parent[face] = root(Int32(face)) }
        return parent
    }

    private mutating func add(hole ring: Ring, to outline: Int32) throws(Problem) {
        guard outline >= 0 else { throw Self.fault(ring.coordinates[0]) }
        outlines[Int(outline)].holes.append(ring)
    }

    /// The places of a closed walk, the first again at the end; backwards from a place on where one is given.
    private static func places(
        _ loop: ArraySlice<Int32>, from first: Int?, _ graph: FaceGraph
    ) -> [Coordinate] {
        var places: [Coordinate] = []
        places.reserveCapacity(loop.count + 1)
        if let first {
            for corner in loop[...(loop.startIndex + first)].reversed() {
                places.append(graph.original(corner))
            }
            for corner in loop[(loop.startIndex + first + 1)...].reversed() {
                places.append(graph.original(corner))
            }
        } else {
            for corner in loop { places.append(graph.original(corner)) }
        }
        places.append(places[0])
        return places
    }

    private static func twice(_ loop: ArraySlice<Int32>, _ graph: FaceGraph) -> Int128 {
        guard let first = loop.first else { return 0 }
        let anchor = graph.points[Int(first)]
        var previous = anchor
        var twice: Int128 = 0
        for corner in loop {
            let point = graph.points[Int(corner)]
            twice &+= Grid.side(anchor, previous, point)
            previous = point
        }
        return twice
    }

    private static func fault(_ place: Coordinate?) -> Problem {
        var spot = Problem.Place()
        spot.coordinate = place
        return Problem(
            .topology, "the outline of an overlay does not enclose its faces", at: spot,
            hint: "this is a fault of kgeo: please report it with the file")
    }
}

/// Where drawn stretches begin and end: edges have the order in which they were drawn.
private struct DrawnStretches {
    private let graph: FaceGraph
    /// For each vertex how many edges meet there.
    private var degrees: ContiguousArray<Int32>

    init(_ graph: FaceGraph) {
        self.graph = graph
        degrees = ContiguousArray(repeating: 0, count: graph.points.count)
        for vertex in graph.origin { degrees[Int(vertex)] += 1 }
    }

    /// Which place of a ring comes first, by the half-edges that leave its places.
    func beginning(of halves: ArraySlice<Int32>) -> Int {
        let count = halves.count
        guard let first = halves.first, first & 1 == 0 else { return 1 % count }
        var i = halves.startIndex
        while i + 1 < halves.endIndex, degrees[Int(graph.origin[Int(halves[i + 1])])] == 2 {
            let step = halves[i + 1] - halves[i]
            // The edge that closes a drawn ring leads from the higher number back to the lower.
            guard step == 2 || step == 3 else { break }
            i += 1
            if step == 3 { break }
        }
        // The place where the stretch ends is left to the one before.
        return i - halves.startIndex
    }
}

/// Edges put together to lines.
enum LineTracing {
    /// The lines along some edges, each from one fork or end to the next, or closed.
    static func lines(_ graph: FaceGraph, along edges: ContiguousArray<Int32>) -> [LineString] {
        // Of each vertex how many of the edges there are, and the last two half-edges that leave it.
        var leaving: [Int32: (count: Int32, last: Int32, other: Int32)] = [:]
        for edge in edges {
            for half in [2 * edge, 2 * edge + 1] {
                let known = leaving[graph.origin[Int(half)]] ?? (0, -1, -1)
                leaving[graph.origin[Int(half)]] = (known.count + 1, half, known.last)
            }
        }
        var isDone: Set<Int32> = []
        var lines: [LineString] = []
        func walk(_ start: Int32) {
            var half = start
            var places = [graph.original(graph.origin[Int(half)])]
            while isDone.insert(half >> 1).inserted {
                let end = graph.origin[Int(half ^ 1)]
                places.append(graph.original(end))
                guard let fork = leaving[end], fork.count == 2 else { break }
                half = fork.last == half ^ 1 ? fork.other : fork.last
            }
            lines.append(LineString(places))
        }
        for edge in edges {
            for half in [2 * edge, 2 * edge + 1] where !isDone.contains(edge) {
                if leaving[graph.origin[Int(half)]]?.count != 2 { walk(half) }
            }
        }
        for edge in edges where !isDone.contains(edge) { walk(2 * edge) }
        return lines
    }
}
