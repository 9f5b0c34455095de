// Finds the edge nearest to a place among many, anywhere on the globe.

public import KGeoCore
internal import PROJKit
internal import SystemC

/// A tree of boxes over edges (or single places), in earth-centred coordinates: no pole and no antimeridian
/// is special there, and a chord never exceeds the geodesic, so every bound is a true one.
public struct EdgeIndex: Sendable {
    /// One edge; a single place is an edge from itself to itself.
    public struct Edge: Hashable, Sendable {
        /// Its ends, in degrees.
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
    /// The chords of the edges: of a long one several, each of a part of it.
    let chords: [Chord]
    /// Of which edge each chord is; empty where each edge has one.
    private let owners: [Int]
    private(set) var boxes: [Box] = []
    /// Where each level of the tree begins in `boxes`; leaves first. A node covers `fanOut` of the level below.
    private(set) var levels: [Range<Int>] = []
    static let fanOut = 8

    /// The chord of an edge that is longer than this, in m, says little of where the edge runs.
    private static let longestChord = 20_000.0

    /// An index over edges. Edges that follow each other along a line make a tight tree.
    public init(_ edges: [Edge]) {
        self.edges = edges
        var chords: [Chord] = []
        chords.reserveCapacity(edges.count)
        var owners: [Int] = []
        for (i, edge) in edges.enumerated() {
            // Most edges begin where the one before ends.
            let start =
                i > 0 && edges[i - 1].end == edge.start
                ? chords[chords.count - 1].end : Vector(edge.start)
            let chord = Chord(from: start, to: edge.start == edge.end ? start : Vector(edge.end))
            guard chord.start.chord(to: chord.end) > Self.longestChord else {
                chords.append(chord)
                if !owners.isEmpty { owners.append(i) }
                continue
            }
            if owners.isEmpty { owners = Array(0..<i) }
            let parts = Self.parts(of: edge, chord)
            chords += parts
            owners += [Int](repeating: i, count: parts.count)
        }
        self.chords = chords
        self.owners = owners
        boxes = chords.map { Box(around: $0) }
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

    /// The chords of the parts of a long edge.
    private static func parts(of edge: Edge, _ whole: Chord) -> [Chord] {
        let line = Geodesic.wgs84.line(from: edge.start, to: edge.end)
        let count = max(1, Int((line.length / longestChord).rounded(.up)))
        var parts: [Chord] = []
        var start = whole.start
        for k in 1...count {
            let end =
                k == count
                ? whole.end
                : Vector(line.position(atDistance: Double(k) / Double(count) * line.length).coordinate)
            parts.append(Chord(from: start, to: end))
            start = end
        }
        return parts
    }

    /// The number of the edge of which a chord is.
    @inline(__always)
    func edge(of chord: Int) -> Int { owners.isEmpty ? chord : owners[chord] }

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
        var best: Hit?
        var bound = limit
        var looked = LookedAt()
        walk(to: place, within: Self.straight(within: limit)) { chord, _, reach in
            let edge = edge(of: chord)
            guard accepts(edge), owners.isEmpty || looked.isNew(edge),
                look(at: edge, from: place, within: &bound, &best)
            else { return reach }
            return Self.straight(within: bound)
        }
        return best
    }

    /// Edges that a walk has come to by one of their chords.
    private struct LookedAt {
        private var edges: [Int] = []

        mutating func isNew(_ edge: Int) -> Bool {
            guard !edges.contains(edge) else { return false }
            edges.append(edge)
            return true
        }
    }

    /// Measures the way to an edge; whether it is the nearest so far, which bounds all others.
    @inline(__always)
    private func look(at edge: Int, from place: Coordinate, within bound: inout Double, _ best: inout Hit?)
        -> Bool
    {
        let (distance, foot) = PointToEdge.nearest(place, edges[edge].start, edges[edge].end)
        guard distance < bound || (distance == bound && best.map { edge < $0.edge } ?? true) else {
            return false
        }
        best = Hit(distance: distance, foot: foot, edge: edge)
        bound = distance
        return true
    }

    /// What is known of how far a place lies from the nearest edge.
    public enum Reach: Hashable, Sendable {
        /// No farther than this, in m.
        case atMost(Double)
        /// Exactly: the nearest edge.
        case at(Hit)
    }

    /// The edge nearest to a place that lies farther than some metres from all of them; of others only that they do not.
    /// Nil without an edge.
    public func reach(of place: Coordinate, beyond known: Double) -> Reach? {
        var best: Hit?
        var least: Double?
        var bound = Double.infinity
        var looked = LookedAt()
        walk(to: place, within: .infinity) { chord, point, reach in
            let most = chords[chord].mostDistance(to: point)
            guard most > known else {
                least = most
                return nil
            }
            let edge = edge(of: chord)
            guard owners.isEmpty || looked.isNew(edge), look(at: edge, from: place, within: &bound, &best)
            else { return reach }
            return bound > known ? Self.straight(within: bound) : nil
        }
        return least.map { .atMost($0) } ?? best.map { .at($0) }
    }

    /// Whether an edge lies within some metres of a place.
    public func comes(within limit: Double, of place: Coordinate) -> Bool {
        var isNear = false
        walk(to: place, within: Self.straight(within: limit)) { chord, point, reach in
            let edge = edge(of: chord)
            isNear =
                chords[chord].mostDistance(to: point) <= limit
                || PointToEdge.nearest(place, edges[edge].start, edges[edge].end).0 <= limit
            return isNear ? nil : reach
        }
        return isNear
    }

    /// Hands over the chords of edges that may lie within reach of a place, in m straight through the Earth, nearer ones mostly
    /// first.
    ///
    /// - Parameter body: gets a chord, the place and the reach; gives the reach from there on, nil when no more are wanted.
    @inline(__always)
    func walk(to place: Coordinate, within limit: Double, _ body: (Int, Vector, Double) -> Double?) {
        guard !edges.isEmpty else { return }
        let point = Vector(place)
        var reach = limit
        var stack: [(level: Int, node: Int, gap: Double)] = []
        stack.reserveCapacity(Self.fanOut * levels.count)
        stack.append((levels.count - 1, levels[levels.count - 1].lowerBound, 0))
        while let (level, node, gap) = stack.popLast() {
            guard gap <= reach else { continue }
            if level == 0 {
                guard let closer = body(node, point, reach) else { return }
                reach = closer
                continue
            }
            let below = levels[level - 1]
            let first = below.lowerBound + (node - levels[level].lowerBound) * Self.fanOut
            // The nearest child is looked at first: it stands last on the stack. Of an edge the chord says more
            // than the box.
            let begin = stack.count
            for child in first..<min(first + Self.fanOut, below.upperBound) {
                let gap =
                    level == 1 ? chords[child].leastDistance(to: point) : boxes[child].distance(to: point)
                guard gap <= reach else { continue }
                stack.append((level - 1, child, gap))
                var i = stack.count - 1
                while i > begin, stack[i - 1].gap < gap {
                    stack.swapAt(i - 1, i)
                    i -= 1
                }
            }
        }
    }

    /// What the edges within some metres of a place belong to, each once, lowest first.
    public func owners(within limit: Double, of place: Coordinate) -> [Int] {
        guard !edges.isEmpty else { return [] }
        let point = Vector(place)
        var found: Set<Int> = []
        var stack = [(level: levels.count - 1, node: levels[levels.count - 1].lowerBound)]
        while let (level, node) = stack.popLast() {
            guard level > 0 else {
                let edge = edges[edge(of: node)]
                guard !found.contains(edge.owner), chords[node].leastDistance(to: point) <= limit,
                    PointToEdge.nearest(place, edge.start, edge.end).0 <= limit
                else { continue }
                found.insert(edge.owner)
                continue
            }
            guard boxes[node].distance(to: point) <= limit else { continue }
            let below = levels[level - 1]
            let first = below.lowerBound + (node - levels[level].lowerBound) * Self.fanOut
            for child in first..<min(first + Self.fanOut, below.upperBound) {
                stack.append((level - 1, child))
            }
        }
        return found.sorted()
    }

    /// The numbers of all edges whose box comes within `margin` metres of that of the given edge.
    public func candidates(near edge: Edge, margin: Double = 0) -> [Int] {
        guard !edges.isEmpty else { return [] }
        let wanted = Box(around: Chord(from: Vector(edge.start), to: Vector(edge.end)))
        var found: [Int] = []
        var stack = [(level: levels.count - 1, node: levels[levels.count - 1].lowerBound)]
        while let (level, node) = stack.popLast() {
            guard boxes[node].gap(to: wanted) <= margin else { continue }
            if level == 0 {
                found.append(self.edge(of: node))
                continue
            }
            let below = levels[level - 1]
            let first = below.lowerBound + (node - levels[level].lowerBound) * Self.fanOut
            for child in first..<min(first + Self.fanOut, below.upperBound) {
                stack.append((level - 1, child))
            }
        }
        return owners.isEmpty ? found.sorted() : Set(found).sorted()
    }

    /// Earth-centred coordinates in m.
    package struct Vector: Hashable, Sendable {
        package var x, y, z: Double
        package init(x: Double, y: Double, z: Double) {
            self.x = x
            self.y = y
            self.z = z
        }
        package init(_ place: Coordinate) {
            let (lon, lat) = (place.longitude * .pi / 180, place.latitude * .pi / 180)
            let s = sin(lat)
            let n = Ellipsoid.a / (1 - Ellipsoid.e2 * s * s).squareRoot()
            x = n * cos(lat) * cos(lon)
            y = n * cos(lat) * sin(lon)
            z = n * (1 - Ellipsoid.e2) * s
        }
        /// How far along the line from one end to the other this lies, from 0 to 1.
        func share(from start: Vector, to end: Vector) -> Double {
            let (dx, dy, dz) = (end.x - start.x, end.y - start.y, end.z - start.z)
            let square = dx * dx + dy * dy + dz * dz
            guard square > 0 else { return 0 }
            return min(max(((x - start.x) * dx + (y - start.y) * dy + (z - start.z) * dz) / square, 0), 1)
        }
        /// The straight distance to another place, in m.
        package func chord(to other: Vector) -> Double {
            let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
            return (dx * dx + dy * dy + dz * dz).squareRoot()
        }
    }

    /// An edge as a straight line through the Earth, and how far at most the geodesic stays from it.
    struct Chord: Sendable {
        /// More than the rounding of a bulge can be, in m.
        private static let rounding = 1e-6

        let start, end: Vector
        let bulge: Double

        init(from start: Vector, to end: Vector) {
            (self.start, self.end) = (start, end)
            let chord = start.chord(to: end)
            bulge = chord * chord / (4 * Ellipsoid.smallestRadius) + Self.rounding
        }

        /// What no place of the edge is nearer than, in m: nothing on the ground is shorter than straight through
        /// the Earth.
        func leastDistance(to p: Vector) -> Double { max(0, distance(to: p) - bulge) }

        /// Some place of the edge is no farther than this, in m: a line on the ground bends no more than a circle of the
        /// smallest radius, for which 2R·asin(s/2R) < s·(1 + s²/20R²) as long as s < R (Schur).
        func mostDistance(to p: Vector) -> Double { EdgeIndex.onGround(distance(to: p) + bulge) }

        /// The straight way from a place to the chord, in m.
        @inline(__always)
        func distance(to p: Vector) -> Double {
            let t = p.share(from: start, to: end)
            let (dx, dy, dz) = (
                start.x + t * (end.x - start.x) - p.x, start.y + t * (end.y - start.y) - p.y,
                start.z + t * (end.z - start.z) - p.z
            )
            return (dx * dx + dy * dy + dz * dz).squareRoot()
        }
    }

    struct Box: Sendable {
        var low, high: (x: Double, y: Double, z: Double)

        /// The box around an edge, with room for the bulge of the geodesic above its chord.
        init(around chord: Chord) {
            let (a, b, bulge) = (chord.start, chord.end, chord.bulge)
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
