// Surfaces laid over each other exactly: one arrangement, from which every overlay is read.

public import KGeoCore

/// How often each layer covers some ground.
public struct Cover: Hashable, Sendable {
    /// The layers that cover it, lowest first, with how often.
    public let counts: [Count]

    /// A layer and how often it covers the ground.
    public struct Count: Hashable, Sendable {
        /// The layer's number.
        public let layer: Int
        /// At least 1.
        public let times: Int
    }

    /// A number below 1 is a fold as thin as rounding: not covered.
    init(_ counts: [CoverTable.Count]) {
        self.counts = counts.filter { $0.count > 0 }.map { Count(layer: Int($0.layer), times: Int($0.count)) }
    }

    /// How often a layer covers it.
    public subscript(layer: Int) -> Int { counts.first { $0.layer == layer }?.times ?? 0 }

    /// Whether a layer covers it.
    public func has(_ layer: Int) -> Bool { self[layer] > 0 }

    /// Whether no layer covers it.
    public var isEmpty: Bool { counts.isEmpty }
}

/// Several surfaces laid over each other in the plane of longitude and latitude, edges straight.
///
/// Coordinates are taken to a grid of 2⁻⁴⁸ degree, on which every double of size 16 and more lies; nearer 0 one is
/// rounded by less than 0.2 nm. All edges are cut where they meet, with exact signs, so that the faces between them are
/// those of a true drawing. Each face is labelled by how often each layer covers it: inside its shell and outside its
/// holes a polygon counts once, whichever way its rings are drawn. Union, intersection, difference and the cut by many
/// regions are read from one arrangement.
///
/// Polygons must be valid each on its own, as far as rounding lets one tell; polygons of one layer may overlap, share
/// edges and touch. Longitudes are taken as they are: unwrap them first.
public struct ExactArrangement: Sendable {
    private let graph: FaceGraph
    /// The number of layers.
    public let layerCount: Int

    /// Lays surfaces over each other, each layer of any number of polygons, and holds the faces against what came in:
    /// areas by rings against areas by faces, and some places by exact containment.
    ///
    /// - Throws: `coordinate` for a place that is no number or more than 1,440 degrees from 0, and `topology` for a ring
    ///   that crosses itself, both naming the layer as `feature`; `topology` with the place when a check fails.
    public init(layers: [[Polygon]]) throws(Problem) {
        let input = try InputSurfaces(layers, purpose: .cover)
        layerCount = layers.count
        graph = try Self.graph(input, try SnapRounding(input.store, apart: input.apart))
        try ArrangementCheck.signs(graph, input)
    }

    static func graph(_ input: InputSurfaces, _ rounding: SnapRounding) throws(Problem) -> FaceGraph {
        let graph = try FaceGraph(rounding)
        try ArrangementCheck.areas(graph, input)
        try ArrangementCheck.containment(graph, input, rounding.trees) { graph.number(of: $0) }
        return graph
    }

    /// The ground that is wanted, asked once for each way in which ground is covered: valid polygons that do not overlap.
    ///
    /// - Throws: `topology` when their area is not that of their faces.
    public func polygons(where isWanted: (Cover) -> Bool) throws(Problem) -> [Polygon] {
        try FaceTracing(graph, kinds: kinds { isWanted($0) ? 0 : nil }).outlines.map(\.polygon)
    }

    /// All that any layer covers.
    func union(followsDrawing: Bool) throws(Problem) -> [Polygon] {
        try FaceTracing(graph, kinds: kinds { _ in 0 }, followsDrawing: followsDrawing)
            .outlines.map(\.polygon)
    }

    /// Where more than two edges meet.
    var forks: Set<Coordinate> {
        var degrees = ContiguousArray<UInt8>(repeating: 0, count: graph.points.count)
        var forks: Set<Coordinate> = []
        for vertex in graph.origin where degrees[Int(vertex)] < 3 {
            degrees[Int(vertex)] += 1
            if degrees[Int(vertex)] == 3 { forks.insert(graph.original(vertex)) }
        }
        return forks
    }

    /// The ground by class, asked once for each way in which ground is covered; nil for what is wanted in none.
    ///
    /// - Parameter kind: from 0; ground of one class is put together.
    /// - Returns: for each class from 0 its polygons.
    /// - Throws: `topology` when their area is not that of their faces.
    public func classes(by kind: (Cover) -> Int?) throws(Problem) -> [[Polygon]] {
        let kinds = kinds(kind)
        var result = [[Polygon]](repeating: [], count: Int(kinds.max() ?? -1) + 1)
        for outline in try FaceTracing(graph, kinds: kinds).outlines {
            result[Int(outline.kind)].append(outline.polygon)
        }
        return result
    }

    /// The lines along which ground of one kind lies beside ground of another, by class, from fork to fork.
    ///
    /// - Parameter kinds: the classes of a line between two covers, either way round; empty for what is no line.
    public func lines(by kinds: (Cover, Cover) -> [Int]) -> [Int: [LineString]] {
        let covers = numbered()
        var known: [UInt64: [Int]] = [:]
        var edges: [Int: ContiguousArray<Int32>] = [:]
        for edge in 0..<graph.edgeCount {
            let a = covers.of[Int(graph.faceOf[2 * edge])]
            let b = covers.of[Int(graph.faceOf[2 * edge + 1])]
            if a == b { continue }
            let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
            let answer =
                known[key] ?? kinds(covers.list[Int(min(a, b))], covers.list[Int(max(a, b))])
            known[key] = answer
            for kind in answer { edges[kind, default: []].append(Int32(edge)) }
        }
        return edges.mapValues { LineTracing.lines(graph, along: $0) }
    }

    /// The ways in which ground is covered, each with its area in square degrees; the open is left out.
    public var areas: [(cover: Cover, squareDegrees: Double)] {
        let covers = numbered()
        var sums = covers.list.map { _ in CompensatedSum() }
        for (face, number) in covers.of.enumerated().dropFirst() {
            sums[Int(number)].add(graph.scale.squareDegrees(twice: graph.faces[face].twice))
        }
        return zip(covers.list, sums).map { ($0, $1.value) }.filter { !$0.0.isEmpty }
    }

    /// The class of each face, from 0; −1 for none. Nothing drawn is never wanted.
    private func kinds(_ kind: (Cover) -> Int?) -> ContiguousArray<Int32> {
        let covers = numbered()
        let kinds = covers.list.map { $0.isEmpty ? -1 : Int32(kind($0) ?? -1) }
        return ContiguousArray(covers.of.map { kinds[Int($0)] })
    }

    /// The covers that there are, and for each face the number of its own.
    private func numbered() -> (list: [Cover], of: ContiguousArray<Int32>) {
        var list: [Cover] = []
        var numbers: [Int64: Int32] = [:]
        var of = ContiguousArray<Int32>()
        of.reserveCapacity(graph.faces.count)
        var (last, number): (Int64?, Int32) = (nil, 0)
        for face in graph.faces {
            if face.cover != last {
                last = face.cover
                if let known = numbers[face.cover] {
                    number = known
                } else {
                    number = Int32(list.count)
                    numbers[face.cover] = number
                    list.append(Cover(graph.covers.counts(of: face.cover)))
                }
            }
            of.append(number)
        }
        return (list, of)
    }
}

extension FaceTracing.Outline {
    var polygon: Polygon { Polygon(shell: Ring(shell), holes: holes) }
}
