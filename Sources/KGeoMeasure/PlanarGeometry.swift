// Points and edges where edges are straight in longitude and latitude.

public import KGeoCore

/// Points and edges in longitude and latitude, each edge taken the short way round.
public enum PlanarGeometry {
    /// Whether a place lies inside a polygon or on its outline. A ring around a pole contains that pole.
    public static func contains(_ polygon: Polygon, _ place: Coordinate) -> Bool {
        guard let shell = polygon.shell, side(of: place, shell) != .outside else { return false }
        return !polygon.holes.contains { side(of: place, $0) == .inside }
    }

    /// On which side of a ring a place lies.
    package enum Side { case inside, outside, on }

    /// On which side of a ring a place lies: a ray eastwards from it crosses the ring an odd number of times
    /// from inside.
    package static func side(of place: Coordinate, _ ring: Ring) -> Side {
        let corners = unwrapped(ring, from: place)
        guard let first = corners.first, let last = corners.last else { return .outside }
        var ray = EastwardRay()
        for (a, b) in zip(corners, corners.dropFirst()) {
            if ray.isOn(a, b) { return .on }
            ray.cross(a, b)
        }
        if abs(last.longitude - first.longitude) > 180 {
            // Round a pole: closed there, the way a plate carrée draws a cap.
            let mean = corners.reduce(0) { $0 + $1.latitude } / Double(corners.count) + place.latitude
            let pole = (mean < 0 ? -90 : 90) - place.latitude
            if pole == 0 { return .inside }
            ray.cross(last, Coordinate(last.longitude, pole))
            ray.cross(Coordinate(first.longitude, pole), first)
        }
        return ray.isInside ? .inside : .outside
    }

    /// The corners of a ring, in degrees relative to a place, longitudes unwrapped along the ring by whole
    /// turns, so that a corner on the place is at zero exactly.
    private static func unwrapped(_ ring: Ring, from place: Coordinate) -> [Coordinate] {
        var corners: [Coordinate] = []
        corners.reserveCapacity(ring.positions.count)
        var raw = place
        for next in ring.coordinates {
            let wanted = (corners.last?.longitude ?? 0) + Longitude.step(raw.longitude, next.longitude)
            let drawn = next.longitude - place.longitude
            let longitude = drawn + 360 * ((wanted - drawn) / 360).rounded()
            corners.append(Coordinate(longitude, next.latitude - place.latitude))
            raw = next
        }
        return corners
    }

    /// Where two edges cross or touch; nil when they do not.
    package static func crossing(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate)
        -> Coordinate?
    {
        let (bx, by) = (Longitude.step(a.longitude, b.longitude), b.latitude - a.latitude)
        let (cx, cy) = (Longitude.step(a.longitude, c.longitude), c.latitude - a.latitude)
        let (ex, ey) = (Longitude.step(c.longitude, d.longitude), d.latitude - c.latitude)
        let determinant = bx * ey - by * ex
        if determinant == 0 {
            // Parallel: they touch when an end of the second lies on the first.
            for (x, y) in [(cx, cy), (cx + ex, cy + ey)] where bx * y - by * x == 0 {
                let t = bx != 0 ? x / bx : (by != 0 ? y / by : (x == 0 && y == 0 ? 0 : 2))
                if (0...1).contains(t) { return Coordinate(a.longitude + x, a.latitude + y) }
            }
            return nil
        }
        let t = (cx * ey - cy * ex) / determinant
        let s = (cx * by - cy * bx) / determinant
        guard (0...1).contains(t), (0...1).contains(s) else { return nil }
        return Coordinate(a.longitude + t * bx, a.latitude + t * by)
    }
}

/// A ray from the origin to the east, and how often the edges of a ring cross it.
struct EastwardRay {
    // A ring wider than half the globe may pass the place a whole turn further on.
    private var odd = (false, false, false)

    /// Whether the origin lies inside the ring whose edges have all been looked at.
    var isInside: Bool { odd.0 || odd.1 || odd.2 }

    mutating func cross(_ a: Coordinate, _ b: Coordinate) {
        guard (a.latitude > 0) != (b.latitude > 0) else { return }
        let x = a.longitude - a.latitude / (b.latitude - a.latitude) * (b.longitude - a.longitude)
        if x > -360 { odd.0.toggle() }
        if x > 0 { odd.1.toggle() }
        if x > 360 { odd.2.toggle() }
    }

    /// Whether the origin, or a place whole turns from it, lies on an edge.
    func isOn(_ a: Coordinate, _ b: Coordinate) -> Bool {
        for turn in [-360.0, 0, 360] {
            let (ax, bx) = (a.longitude - turn, b.longitude - turn)
            if ax * b.latitude == bx * a.latitude && ax * bx + a.latitude * b.latitude <= 0 { return true }
        }
        return false
    }
}
