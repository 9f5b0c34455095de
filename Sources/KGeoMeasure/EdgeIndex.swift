// Finds the edge nearest to a place among many, anywhere on the globe.

public import KGeoCore
internal import PROJKit

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A tree of boxes over edges (or single places), in earth-centred coordinates: no pole and no antimeridian
/// is special there, and a chord never exceeds the geodesic, so every bound is a true one.
public struct EdgeIndex: Sendable {
    /// One edge; a single place is an edge from itself to itself.
    public struct Edge: Hashable, Sendable {
        public var start, end: Coordinate
        /// What the edge belongs to: a number of the caller's.
        public var owner: Int
        /// An edge from its parts.
        public init(start: Coordinate, end: Coordinate, owner: Int) {
            self.start = start
            self.end = end
            self.owner = owner
        }
    }

    /// The nearest point found.
    public struct Hit: Hashable, Sendable {
        /// Geodesic distance in m.
        public var distance: Double
        /// The point on the edge.
        public var foot: Coordinate
        /// The number of the edge.
        public var edge: Int
    }

    /// The edges in the order given.
    public let edges: [Edge]
    private var boxes: [Box] = []
    /// Where each level of the tree begins in `boxes`; leaves first. A node covers `fanOut` of the level below.
    private var levels: [Range<Int>] = []
    private static let fanOut = 8

    /// An index over edges. Edges that follow each other along a line make a tight tree.
    public init(_ edges: [Edge]) {
        self.edges = edges
        boxes = edges.map { Box(around: $0) }
        levels = [0..<boxes.count]
        while let last = levels.last, last.count > 1 {
            let begin = boxes.count
            for i in stride(from: last.lowerBound, to: last.upperBound, by: Self.fanOut) {
                var box = boxes[i]
                for j in i + 1..<min(i + Self.fanOut, last.upperBound) where j > i { box.formUnion(boxes[j]) }
                boxes.append(box)
            }
            levels.append(begin..<boxes.count)
        }
    }

    /// The edges of lines, the rings of polygons and single places of a geometry, all with one owner.
    public static func edges(of geometry: Geometry, owner: Int) -> [Edge] {
        var edges: [Edge] = []
        func add(_ places: [Coordinate]) {
            for (a, b) in zip(places, places.dropFirst()) {
                edges.append(Edge(start: a, end: b, owner: owner))
            }
        }
        for polygon in geometry.polygons { for ring in polygon.rings { add(ring.coordinates) } }
        for line in geometry.lines { add(line.coordinates) }
        for place in geometry.points { edges.append(Edge(start: place, end: place, owner: owner)) }
        return edges
    }

    /// The edge nearest to a place, if one lies within `limit` metres and is accepted; of equally near edges the
    /// first.
    public func nearest(
        to place: Coordinate, within limit: Double = .infinity, where accepts: (Int) -> Bool = { _ in true }
    ) -> Hit? {
        guard !edges.isEmpty else { return nil }
        let point = Vector(place)
        var best: Hit?
        var bound = limit
        var stack = [(level: levels.count - 1, node: levels[levels.count - 1].lowerBound, gap: 0.0)]
        while let (level, node, gap) = stack.popLast() {
            guard gap <= bound else { continue }
            if level == 0 {
                guard accepts(node) else { continue }
                let (distance, foot) = PointToEdge.nearest(place, edges[node].start, edges[node].end)
                if distance < bound || (distance == bound && best.map { node < $0.edge } ?? true) {
                    bound = distance
                    best = Hit(distance: distance, foot: foot, edge: node)
                }
                continue
            }
            let below = levels[level - 1]
            let first = below.lowerBound + (node - levels[level].lowerBound) * Self.fanOut
            let children = (first..<min(first + Self.fanOut, below.upperBound)).map {
                (level: level - 1, node: $0, gap: boxes[$0].distance(to: point))
            }
            // The nearest child is looked at first: it stands last on the stack.
            stack += children.sorted { $0.gap > $1.gap }
        }
        return best
    }

    /// The numbers of all edges whose box comes within `margin` metres of that of the given edge.
    public func candidates(near edge: Edge, margin: Double = 0) -> [Int] {
        guard !edges.isEmpty else { return [] }
        let wanted = Box(around: edge)
        var found: [Int] = []
        var stack = [(level: levels.count - 1, node: levels[levels.count - 1].lowerBound)]
        while let (level, node) = stack.popLast() {
            guard boxes[node].gap(to: wanted) <= margin else { continue }
            if level == 0 {
                found.append(node)
                continue
            }
            let below = levels[level - 1]
            let first = below.lowerBound + (node - levels[level].lowerBound) * Self.fanOut
            for child in first..<min(first + Self.fanOut, below.upperBound) {
                stack.append((level - 1, child))
            }
        }
        return found.sorted()
    }

    /// Earth-centred coordinates in m.
    package struct Vector: Sendable {
        package var x, y, z: Double
        package init(_ place: Coordinate) {
            let (lon, lat) = (place.longitude * .pi / 180, place.latitude * .pi / 180)
            let s = sin(lat)
            let n = Ellipsoid.a / (1 - Ellipsoid.e2 * s * s).squareRoot()
            x = n * cos(lat) * cos(lon)
            y = n * cos(lat) * sin(lon)
            z = n * (1 - Ellipsoid.e2) * s
        }
        func chord(to other: Vector) -> Double {
            let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
            return (dx * dx + dy * dy + dz * dz).squareRoot()
        }
    }

    private struct Box: Sendable {
        var low, high: (x: Double, y: Double, z: Double)

        /// The box around an edge, with room for the bulge of the geodesic above its chord.
        init(around edge: Edge) {
            let (a, b) = (Vector(edge.start), Vector(edge.end))
            let chord = a.chord(to: b)
            let bulge = chord * chord / (4 * Ellipsoid.smallestRadius) + 1e-6
            low = (min(a.x, b.x) - bulge, min(a.y, b.y) - bulge, min(a.z, b.z) - bulge)
            high = (max(a.x, b.x) + bulge, max(a.y, b.y) + bulge, max(a.z, b.z) + bulge)
        }

        mutating func formUnion(_ other: Box) {
            low = (min(low.x, other.low.x), min(low.y, other.low.y), min(low.z, other.low.z))
            high = (max(high.x, other.high.x), max(high.y, other.high.y), max(high.z, other.high.z))
        }

        func distance(to p: Vector) -> Double {
            let dx = max(0, low.x - p.x, p.x - high.x)
            let dy = max(0, low.y - p.y, p.y - high.y)
            let dz = max(0, low.z - p.z, p.z - high.z)
            return (dx * dx + dy * dy + dz * dz).squareRoot()
        }

        func gap(to other: Box) -> Double {
            let dx = max(0, low.x - other.high.x, other.low.x - high.x)
            let dy = max(0, low.y - other.high.y, other.low.y - high.y)
            let dz = max(0, low.z - other.high.z, other.low.z - high.z)
            return (dx * dx + dy * dy + dz * dz).squareRoot()
        }
    }
}
