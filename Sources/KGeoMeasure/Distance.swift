// The distance between shapes of any kind, with the points between which it runs.

public import KGeoCore
internal import PROJKit

/// A distance and its two ends.
public struct DistanceMeasurement: Hashable, Sendable {
    /// Geodesic distance in m; 0 when the shapes touch, cross or contain one another.
    public var metres: Double
    /// The nearest point of the first and of the second shape.
    public var from, to: Coordinate
    /// Azimuth at `from` towards `to`, in degrees clockwise from north; nil at distance 0.
    public var azimuth: Double?
    /// Whether one lies in the other, or they touch or cross.
    public var touches: Bool
    /// The edge on which each end lies; nil for the inside of a surface.
    public var fromEdge, toEdge: ShapeEdge?
    /// The shape in which an end lies, by its number, when it lies on no edge of it.
    public var fromShape, toShape: Int
}

/// An edge or single place of one of several shapes.
public struct ShapeEdge: Hashable, Sendable {
    /// The shape's number in its list, from 0.
    public var shape: Int
    /// The number, from 0, of the polygon, line or place among those of the shape.
    public var part: Int
    /// The ring of a polygon, the shell being 0; nil for lines and places.
    public var ring: Int?
    /// The number of the edge, from 0: that of the position where it begins. Nil for a place.
    public var edge: Int?
    /// An edge by its numbers.
    public init(shape: Int, part: Int, ring: Int? = nil, edge: Int? = nil) {
        self.shape = shape
        self.part = part
        self.ring = ring
        self.edge = edge
    }
}

extension Measuring {
    /// The shortest geodesic distance between two geometries; nil when one of them is empty.
    ///
    /// Edges are geodesics, for what lies inside a polygon as well; polygons are filled, so what lies inside is
    /// at distance 0. Places within 0.01 mm of each other touch.
    public static func distance(_ a: Geometry, _ b: Geometry) -> DistanceMeasurement? { distance([a], [b]) }

    /// The same between two lists of shapes, each list taken as one.
    public static func distance(_ a: [Geometry], _ b: [Geometry]) -> DistanceMeasurement? {
        let (first, second) = (DistanceSide(a), DistanceSide(b))
        guard !first.edges.isEmpty, !second.edges.isEmpty else { return nil }
        if let meeting = first.meeting(second) { return meeting }
        if let (place, edge, shape) = first.place(inside: second) {
            return DistanceMeasurement(
                metres: 0, from: place, to: place, touches: true, fromEdge: edge, fromShape: edge.shape,
                toShape: shape)
        }
        if let (place, edge, shape) = second.place(inside: first) {
            return DistanceMeasurement(
                metres: 0, from: place, to: place, touches: true, toEdge: edge, fromShape: shape,
                toShape: edge.shape)
        }
        // Edges that do not cross are nearest at an end of one of them. Of equally near ones the first counts.
        var best: (metres: Double, from: Coordinate, to: Coordinate, edges: (Int, Int))?
        for (place, edge) in first.ends {
            guard let hit = second.index.nearest(to: place, within: best?.metres ?? .infinity),
                hit.distance < best?.metres ?? .infinity
            else { continue }
            best = (hit.distance, place, hit.foot, (edge, hit.edge))
        }
        for (place, edge) in second.ends {
            guard let hit = first.index.nearest(to: place, within: best?.metres ?? .infinity),
                hit.distance < best?.metres ?? .infinity
            else { continue }
            best = (hit.distance, hit.foot, place, (hit.edge, edge))
        }
        guard let best else { return nil }
        let (from, to) = (first.named(best.edges.0), second.named(best.edges.1))
        guard best.metres > GeodesicCrossing.same else {
            return DistanceMeasurement(
                metres: 0, from: best.from, to: best.from, touches: true, fromEdge: from, toEdge: to,
                fromShape: from.shape, toShape: to.shape)
        }
        return DistanceMeasurement(
            metres: best.metres, from: best.from, to: best.to,
            azimuth: Geodesic.wgs84.inverse(from: best.from, to: best.to).azimuth1, touches: false,
            fromEdge: from, toEdge: to, fromShape: from.shape, toShape: to.shape)
    }
}

/// One side of a distance: its edges, none too long for a plane, and its surfaces.
private struct DistanceSide {
    let index: EdgeIndex
    private let names: [ShapeEdge]
    private let polygons: [(shape: Int, polygon: Polygon)]
    /// The first edge of every place, line and shell: what crosses nothing lies inside with any of its places.
    private let firsts: [Int]

    var edges: [EdgeIndex.Edge] { index.edges }

    init(_ shapes: [Geometry]) {
        var edges: [EdgeIndex.Edge] = []
        var names: [ShapeEdge] = []
        var firsts: [Int] = []
        func add(_ places: [Coordinate], _ name: ShapeEdge) {
            var name = name
            for (i, (a, b)) in zip(places, places.dropFirst()).enumerated() {
                name.edge = i
                names.append(name)
                for (start, end) in Self.pieces(a, b) {
                    edges.append(EdgeIndex.Edge(start: start, end: end, owner: names.count - 1))
                }
            }
        }
        func single(_ place: Coordinate, _ name: ShapeEdge) {
            firsts.append(edges.count)
            names.append(name)
            edges.append(EdgeIndex.Edge(start: place, end: place, owner: names.count - 1))
        }
        for (shape, geometry) in shapes.enumerated() {
            for (part, polygon) in geometry.polygons.enumerated() {
                firsts.append(edges.count)
                for (ring, positions) in polygon.rings.enumerated() {
                    add(positions.coordinates, ShapeEdge(shape: shape, part: part, ring: ring))
                }
            }
            for (part, line) in geometry.lines.enumerated() {
                guard line.coordinates.count > 1 else {
                    if let only = line.coordinates.first { single(only, ShapeEdge(shape: shape, part: part)) }
                    continue
                }
                firsts.append(edges.count)
                add(line.coordinates, ShapeEdge(shape: shape, part: part))
            }
            for (part, place) in geometry.points.enumerated() {
                single(place, ShapeEdge(shape: shape, part: part))
            }
        }
        index = EdgeIndex(edges)
        self.names = names
        self.firsts = firsts.filter { $0 < edges.count }
        polygons = shapes.enumerated().flatMap { shape, geometry in geometry.polygons.map { (shape, $0) } }
    }

    /// An edge, or a long one in pieces along its geodesic.
    private static func pieces(_ a: Coordinate, _ b: Coordinate) -> [(Coordinate, Coordinate)] {
        guard abs(a.latitude - b.latitude) > 1 || abs(a.longitude - b.longitude) > 1 else { return [(a, b)] }
        let line = Geodesic.wgs84.line(from: a, to: b)
        guard line.length > GeodesicCrossing.longest else { return [(a, b)] }
        let count = (line.length / GeodesicCrossing.longest).rounded(.up)
        let inner = (1..<Int(count)).map {
            line.position(atDistance: line.length * Double($0) / count).coordinate
        }
        let places = [a] + inner + [b]
        return Array(zip(places, places.dropFirst()))
    }

    /// The name of an edge.
    func named(_ edge: Int) -> ShapeEdge { names[index.edges[edge].owner] }

    /// The ends of edges in their order, each once where edges follow each other, with an edge they belong to.
    var ends: [(place: Coordinate, edge: Int)] {
        var places: [(place: Coordinate, edge: Int)] = []
        for (i, edge) in edges.enumerated() {
            if places.last?.place != edge.start { places.append((edge.start, i)) }
            if edge.end != edge.start { places.append((edge.end, i)) }
        }
        return places
    }

    /// Where the outlines or lines of two sides meet: at a position both have, or at a crossing.
    func meeting(_ other: DistanceSide) -> DistanceMeasurement? {
        func found(_ place: Coordinate, _ mine: Int, _ theirs: Int) -> DistanceMeasurement {
            let (from, to) = (named(mine), other.named(theirs))
            return DistanceMeasurement(
                metres: 0, from: place, to: place, touches: true, fromEdge: from, toEdge: to,
                fromShape: from.shape, toShape: to.shape)
        }
        var theirs: [Coordinate: Int] = [:]
        for (place, edge) in other.ends where theirs[place] == nil { theirs[place] = edge }
        for (place, edge) in ends {
            if let their = theirs[place] { return found(place, edge, their) }
        }
        for (mine, edge) in edges.enumerated() where edge.start != edge.end {
            for their in other.index.candidates(near: edge) {
                let across = other.edges[their]
                if let place = GeodesicCrossing.place(edge.start, edge.end, across.start, across.end) {
                    return found(place, mine, their)
                }
            }
        }
        return nil
    }

    /// A place of this side inside a surface of the other, which no edge of this side crosses.
    func place(inside other: DistanceSide) -> (place: Coordinate, edge: ShapeEdge, shape: Int)? {
        guard !other.polygons.isEmpty else { return nil }
        for first in firsts {
            let place = edges[first].start
            if let (shape, _) = other.polygons.first(where: {
                GeodesicContainment.contains($0.polygon, place)
            }) {
                return (place, named(first), shape)
            }
        }
        return nil
    }
}
