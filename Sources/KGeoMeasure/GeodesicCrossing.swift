// Where two geodesic edges cross.

internal import KGeoCore
internal import PROJKit
internal import SystemC

enum GeodesicCrossing {
    /// Places nearer to each other than this, in m, are the same: computed places are good to a micrometre.
    static let same = 1e-5
    /// Edges must not be longer than this, in m, so that one gnomonic plane holds two that may cross.
    static let longest = 1_000_000.0

    /// The place where two edges cross; nil when they do not, or run along each other.
    ///
    /// The ellipsoidal gnomonic projection draws geodesics through its centre straight, and others nearly so
    /// (Karney 2013, section 8): the crossing of the straight lines becomes the next centre, until it stays.
    static func place(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate, _ d: Coordinate) -> Coordinate? {
        guard a != b, c != d else { return nil }
        var centre = middle([a, b, c, d])
        for round in 0..<12 {
            guard let p = plane(a, centre), let q = plane(b, centre), let r = plane(c, centre),
                let s = plane(d, centre)
            else { return nil }
            let (u, v) = ((x: q.x - p.x, y: q.y - p.y), (x: s.x - r.x, y: s.y - r.y))
            let (lu, lv) = (hypot(u.x, u.y), hypot(v.x, v.y))
            let determinant = u.x * v.y - u.y * v.x
            // Lines that hardly turn from each other meet, if at all, at an end, which is looked at elsewhere.
            guard abs(determinant) > 1e-12 * lu * lv else { return nil }
            let (wx, wy) = (r.x - p.x, r.y - p.y)
            let t = (wx * v.y - wy * v.x) / determinant
            let w = (wx * u.y - wy * u.x) / determinant
            let (x, y) = (p.x + t * u.x, p.y + t * u.y)
            let moved = hypot(x, y)
            // Far from its centre the plane is bent a little: what lies clearly beyond an end stays there.
            let slack = max(same, 1e-3 * [p, q, r, s].reduce(moved) { max($0, hypot($1.x, $1.y)) })
            let isLast = moved < 1e-7 || round == 11
            let room = isLast ? same : slack
            guard t * lu >= -room, (t - 1) * lu <= room, w * lv >= -room, (w - 1) * lv <= room else {
                return nil
            }
            guard moved > 0 else { return centre }
            let reach = radius * atan(moved / radius)
            centre =
                Geodesic.wgs84.direct(from: centre, azimuth: atan2(x, y) * 180 / .pi, distance: reach)
                .coordinate
            if isLast { return centre }
        }
        return nil
    }

    private static let radius = 6_371_008.8

    /// A place in the gnomonic plane around a centre, in m; nil when it lies beyond its horizon.
    private static func plane(_ place: Coordinate, _ centre: Coordinate) -> (x: Double, y: Double)? {
        let way = Geodesic.wgs84.detailedInverse(from: centre, to: place)
        guard way.scale > 0.1 else { return nil }
        let rho = way.reducedLength / way.scale
        let azimuth = way.azimuth1 * .pi / 180
        return (rho * sin(azimuth), rho * cos(azimuth))
    }

    /// The place under the mean of some places.
    private static func middle(_ places: [Coordinate]) -> Coordinate {
        let (x, y, z) = places.map { EdgeIndex.Vector($0) }.reduce((0.0, 0.0, 0.0)) {
            ($0.0 + $1.x, $0.1 + $1.y, $0.2 + $1.z)
        }
        return Coordinate(atan2(y, x) * 180 / .pi, atan2(z, hypot(x, y)) * 180 / .pi)
    }
}
