// How far a ground reaches past a border: its farthest place, on which side, and how far on the other.

public import KGeoCore
internal import KGeoMeasure
internal import SystemC

/// A border as lines that all run the same way: what lies left of one lies left of all that belong together.
public struct BorderLine: Sendable {
    fileprivate let index: EdgeIndex
    /// For each edge the edges before and after it on the same line.
    fileprivate let before, after: [Int?]

    /// A border from a reference feature: its lines, or else the outline of its surface.
    ///
    /// - Throws: a problem when GEOS cannot join its lines.
    public init(_ geometry: Geometry) throws(Problem) {
        var lines = geometry.lines.isEmpty ? [] : try LineCut(union: geometry.lines).lines.map(\.coordinates)
        if lines.isEmpty {
            for polygon in geometry.polygons {
                for (i, ring) in polygon.rings.enumerated() {
                    lines.append(
                        Self.hasGroundLeft(ring, isShell: i == 0)
                            ? ring.coordinates : ring.coordinates.reversed())
                }
            }
        }
        var edges: [EdgeIndex.Edge] = []
        var before: [Int?] = []
        var after: [Int?] = []
        for line in lines {
            let first = edges.count
            for (a, b) in zip(line, line.dropFirst()) where a != b {
                before.append(edges.count > first ? edges.count - 1 : nil)
                after.append(edges.count + 1)
                edges.append(EdgeIndex.Edge(start: a, end: b, owner: 0))
            }
            guard edges.count > first else { continue }
            let isClosed = line.first == line.last
            after[edges.count - 1] = isClosed ? first : nil
            if isClosed { before[first] = edges.count - 1 }
        }
        index = EdgeIndex(edges)
        self.before = before
        self.after = after
    }

    /// Whether ground lies left of a ring: inside a shell that runs anticlockwise, and outside a hole that does not.
    static func hasGroundLeft(_ ring: Ring, isShell: Bool) -> Bool { (turn(ring.coordinates) > 0) == isShell }

    /// Whether it has any edge.
    public var isEmpty: Bool { index.edges.isEmpty }

    /// Twice the signed area of a ring in degrees, to tell its winding.
    private static func turn(_ ring: [Coordinate]) -> Double {
        guard let first = ring.first else { return 0 }
        var (sum, previous) = (0.0, Coordinate(0, 0))
        for (a, b) in zip(ring, ring.dropFirst()) {
            let next = Coordinate(
                previous.longitude + Longitude.step(a.longitude, b.longitude), b.latitude - first.latitude)
            sum += previous.longitude * next.latitude - next.longitude * previous.latitude
            previous = next
        }
        return sum
    }

    /// A place beside the border.
    fileprivate struct Beside {
        var place: Coordinate
        var metres: Double
        var foot: Coordinate
        var isLeft: Bool
    }

    fileprivate func beside(_ place: Coordinate) -> Beside? {
        guard let hit = index.nearest(to: place) else { return nil }
        let edge = index.edges[hit.edge]
        let east = cos(hit.foot.latitude * .pi / 180)
        func way(_ a: Coordinate, _ b: Coordinate) -> (x: Double, y: Double) {
            (Longitude.step(a.longitude, b.longitude) * east, b.latitude - a.latitude)
        }
        var along = way(edge.start, edge.end)
        // At a corner the two edges decide together. The foot is computed, so it is near the corner, not on it.
        func isAt(_ corner: Coordinate) -> Bool {
            let off = way(corner, hit.foot)
            return abs(off.x) < 1e-8 && abs(off.y) < 1e-8
        }
        let neighbour = isAt(edge.start) ? before[hit.edge] : isAt(edge.end) ? after[hit.edge] : nil
        if let neighbour {
            let other = index.edges[neighbour]
            let next = way(other.start, other.end)
            let (a, b) = (
                (along.x * along.x + along.y * along.y).squareRoot(),
                (next.x * next.x + next.y * next.y).squareRoot()
            )
            if a > 0, b > 0 { along = (along.x / a + next.x / b, along.y / a + next.y / b) }
        }
        let off = way(hit.foot, place)
        return Beside(
            place: place, metres: hit.distance, foot: hit.foot,
            isLeft: along.x * off.y - along.y * off.x > 0)
    }
}

/// How far a ground reaches past a border.
public struct GroundDepth: Hashable, Sendable {
    /// Edges of the ground's outline are looked at in pieces of this length, in m.
    public static let step = 100.0

    /// The greatest distance of the ground's outline from the border, in m.
    public var metres: Double
    /// The place of the border, and the farthest place of the ground.
    public var foot: MeasuredValue.Foot
    /// How far the ground reaches on the other side of the border, in m.
    public var otherMetres: Double

    /// The depth of a ground; nil when ground or border is empty.
    ///
    /// - Parameter tolerance: what is nearer to the border than that, in m, need not be measured closely: its corners alone are
    ///   looked at.
    public init?(of polygons: [Polygon], past border: BorderLine, tolerance: Double) {
        var best: (left: BorderLine.Beside?, right: BorderLine.Beside?) = (nil, nil)
        func look(_ place: Coordinate) -> BorderLine.Beside? {
            guard let found = border.beside(place) else { return nil }
            if found.isLeft {
                if found.metres > best.left?.metres ?? -1 { best.left = found }
            } else if found.metres > best.right?.metres ?? -1 {
                best.right = found
            }
            return found
        }
        var edges: [(a: BorderLine.Beside, b: BorderLine.Beside)] = []
        for ring in polygons.flatMap(\.rings) {
            let found = ring.coordinates.compactMap { look($0) }
            edges += zip(found, found.dropFirst()).map { ($0, $1) }
        }
        // A distance grows by no more than the way along the edge: most edges need no closer look.
        while let (a, b) = edges.popLast() {
            let length = Measuring.distance(a.place, b.place)
            guard length > Self.step else { continue }
            let bound = (a.metres + b.metres + length) / 2
            let staysOnSide = a.isLeft == b.isLeft && a.metres + b.metres > length
            let known =
                staysOnSide
                ? (a.isLeft ? best.left : best.right)?.metres ?? 0
                : min(best.left?.metres ?? 0, best.right?.metres ?? 0)
            guard bound > max(known, tolerance) else { continue }
            let middle = Coordinate(
                a.place.longitude + Longitude.step(a.place.longitude, b.place.longitude) / 2,
                (a.place.latitude + b.place.latitude) / 2)
            guard let m = look(middle) else { continue }
            edges += [(a, m), (m, b)]
        }
        let sides = [best.left, best.right].compactMap(\.self).sorted { $0.metres > $1.metres }
        guard let far = sides.first else { return nil }
        metres = far.metres
        foot = MeasuredValue.Foot(from: far.foot, to: far.place)
        otherMetres = sides.count > 1 ? sides[1].metres : 0
    }
}
