// How wide a ground is, and how far it reaches around a place.

public import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface
internal import PROJKit
internal import SystemC

/// An extent of a ground, with the places between which it runs.
public struct GroundExtent: Hashable, Sendable {
    /// The geodesic distance of the two places, in m.
    public var metres: Double
    /// The two places, in degrees.
    public var foot: MeasuredValue.Foot

    /// Beyond this reach from its middle, in m, a ground is too large for one plane: distances there would be
    /// off by more than one per cent.
    static let farthest = 1_500_000.0

    /// The width of the narrowest strip between two parallel lines that holds the ground; nil for one without
    /// surface or too large for a plane.
    ///
    /// The strip is found in the local plane, where one of its lines runs along an edge of the convex hull; its
    /// width is then measured by a geodesic from the corner opposite to its foot on that edge.
    public static func width(of polygons: [Polygon]) -> GroundExtent? {
        let places = outline(polygons)
        guard let plane = plane(places) else { return nil }
        let hull = ConvexHull.corners(places.map(plane.plane))
        guard hull.count > 2 else { return nil }
        var best: (width: Double, corner: PlanePoint, foot: PlanePoint)?
        for (i, a) in hull.enumerated() {
            let b = hull[(i + 1) % hull.count]
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            let length = (dx * dx + dy * dy).squareRoot()
            var farthest: (width: Double, corner: PlanePoint, along: Double) = (0, a, 0)
            for corner in hull {
                let (px, py) = (corner.x - a.x, corner.y - a.y)
                let width = (dx * py - dy * px) / length
                if width > farthest.width { farthest = (width, corner, (dx * px + dy * py) / length) }
            }
            guard farthest.width < best?.width ?? .infinity else { continue }
            let t = farthest.along / length
            best = (farthest.width, farthest.corner, PlanePoint(x: a.x + t * dx, y: a.y + t * dy))
        }
        guard let best else { return nil }
        return GroundExtent(from: plane.globe(best.corner), to: plane.globe(best.foot))
    }

    /// The greatest distance of a ground from a place; nil for an empty one.
    public static func reach(of polygons: [Polygon], from place: Coordinate) -> GroundExtent? {
        // From a place to a geodesic edge it is farthest to one of the edge's ends.
        let far = outline(polygons).map { ($0, Measuring.distance(place, $0)) }.max { $0.1 < $1.1 }
        return far.map { GroundExtent(from: place, to: $0.0) }
    }

    /// The greatest distance between two places of a ground; nil for an empty one or one too large for a plane.
    ///
    /// The two are corners of the outline: looked for among those of the convex hull in the plane, then, from each of the
    /// two in turn, among all, until neither has one farther away, since a plane is not true.
    public static func greatest(of polygons: [Polygon]) -> GroundExtent? {
        let places = outline(polygons)
        guard let plane = plane(places) else { return nil }
        var corners: [PlanePoint: Coordinate] = [:]
        for place in places { corners[plane.plane(place)] = place }
        let hull = ConvexHull.corners(Array(corners.keys)).compactMap { corners[$0] }
        let vectors = hull.map { EdgeIndex.Vector($0) }
        var pair = (0, 0, chord: -1.0)
        for i in vectors.indices {
            for k in i..<vectors.count {
                let chord = vectors[i].chord(to: vectors[k])
                if chord > pair.chord { pair = (i, k, chord) }
            }
        }
        guard pair.chord >= 0 else { return nil }
        var best: GroundExtent? = GroundExtent(from: hull[pair.0], to: hull[pair.1])
        while let way = best {
            let farther = [way.foot.to, way.foot.from].compactMap { reach(of: polygons, from: $0) }
                .max { $0.metres < $1.metres }
            guard let farther, farther.metres > way.metres + 1e-6 else { break }
            best = farther
        }
        return best
    }

    /// The radius of the smallest circle that holds the ground, from its centre to a place it touches; nil for
    /// an empty one or one too large for a plane.
    public static func radius(of polygons: [Polygon]) -> GroundExtent? {
        let places = outline(polygons)
        guard var plane = plane(places) else { return nil }
        var centre = plane.centre
        // Distances from the centre of the plane are true: once that is the circle's, so is its radius.
        for _ in 0..<8 {
            let circle = smallestCircle(ConvexHull.corners(places.map(plane.plane)))
            centre = plane.globe(circle)
            guard Measuring.distance(centre, plane.centre) > 1e-4 else { break }
            plane = LocalPlane(centre: centre)
        }
        return reach(of: polygons, from: centre)
    }

    private init(from: Coordinate, to: Coordinate) {
        metres = Measuring.distance(from, to)
        foot = MeasuredValue.Foot(from: from, to: to)
    }

    private static func outline(_ polygons: [Polygon]) -> [Coordinate] {
        polygons.compactMap(\.shell).flatMap(\.coordinates)
    }

    /// The plane around the middle of some places; nil when it would have to hold too much.
    private static func plane(_ places: [Coordinate]) -> LocalPlane? {
        guard !places.isEmpty else { return nil }
        let vectors = places.map { EdgeIndex.Vector($0) }
        let (x, y, z) = vectors.reduce((0.0, 0.0, 0.0)) { ($0.0 + $1.x, $0.1 + $1.y, $0.2 + $1.z) }
        let middle = Coordinate(
            atan2(y, x) * 180 / .pi, atan2(z, (x * x + y * y).squareRoot()) * 180 / .pi)
        let fits = places.allSatisfy { Measuring.distance(middle, $0) <= farthest }
        return fits ? LocalPlane(centre: middle) : nil
    }

    /// The centre of the smallest circle around places of the plane (Welzl 1991, without recursion): of a
    /// circle that leaves out a place, that place lies on the circle sought.
    private static func smallestCircle(_ places: [PlanePoint]) -> PlanePoint {
        guard var circle = places.first.map({ Circle(centre: $0, square: 0) }) else {
            return PlanePoint(x: 0, y: 0)
        }
        for (i, p) in places.enumerated() where !circle.holds(p) {
            circle = Circle(centre: p, square: 0)
            for (j, q) in places[..<i].enumerated() where !circle.holds(q) {
                circle = Circle(p, q)
                for r in places[..<j] where !circle.holds(r) { circle = Circle(p, q, r) ?? circle }
            }
        }
        return circle.centre
    }

    private struct Circle {
        var centre: PlanePoint
        var square: Double

        init(centre: PlanePoint, square: Double) {
            self.centre = centre
            self.square = square
        }

        init(_ p: PlanePoint, _ q: PlanePoint) {
            centre = PlanePoint(x: (p.x + q.x) / 2, y: (p.y + q.y) / 2)
            square = Self.square(centre, p)
        }

        /// The circle through three places; nil when they lie on a line.
        init?(_ p: PlanePoint, _ q: PlanePoint, _ r: PlanePoint) {
            let (ax, ay) = (q.x - p.x, q.y - p.y)
            let (bx, by) = (r.x - p.x, r.y - p.y)
            let d = 2 * (ax * by - ay * bx)
            guard d != 0 else { return nil }
            let (a, b) = (ax * ax + ay * ay, bx * bx + by * by)
            centre = PlanePoint(x: p.x + (by * a - ay * b) / d, y: p.y + (ax * b - bx * a) / d)
            square = Self.square(centre, p)
        }

        /// A place on the circle counts as in it, rounding and all.
        func holds(_ p: PlanePoint) -> Bool { Self.square(centre, p) <= square * (1 + 1e-12) + 1e-12 }

        private static func square(_ a: PlanePoint, _ b: PlanePoint) -> Double {
            let (x, y) = (a.x - b.x, a.y - b.y)
            return x * x + y * y
        }
    }
}
