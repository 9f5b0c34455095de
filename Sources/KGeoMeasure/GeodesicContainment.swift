// Whether a place lies in a polygon whose edges are geodesics.

internal import KGeoCore
internal import PROJKit

enum GeodesicContainment {
    /// Whether a place lies inside a polygon; of a place within a micrometre of its outline either may be said.
    /// A ring around a pole contains that pole, as in `PlanarGeometry`.
    static func contains(_ polygon: Polygon, _ place: Coordinate) -> Bool {
        guard let shell = polygon.shell, isInside(place, shell) else { return false }
        return !polygon.holes.contains { isInside(place, $0) }
    }

    /// A meridian from the place to the north pole crosses the ring an odd number of times from inside, or an even
    /// number when the ring holds the pole.
    private static func isInside(_ place: Coordinate, _ ring: Ring) -> Bool {
        let corners = ring.coordinates
        guard let first = corners.first else { return false }
        var x = first.longitude - place.longitude
        x -= 360 * (x / 360).rounded()
        let begin = x
        var isOdd = false
        var latitudes = 0.0
        for (a, b) in zip(corners, corners.dropFirst()) {
            let wanted = x + Longitude.step(a.longitude, b.longitude)
            // Whole turns alone, so that a corner on the meridian is at zero exactly.
            let drawn = b.longitude - place.longitude
            let next = drawn + 360 * ((wanted - drawn) / 360).rounded()
            for turn in [-360.0, 0, 360] where (x > turn) != (next > turn) {
                let share = (turn - x) / (next - x)
                if passesNorth(of: place, a, b, width: next - x, share: share) { isOdd.toggle() }
            }
            latitudes += b.latitude
            x = next
        }
        let holdsPole = abs(x - begin) > 180
        return holdsPole && latitudes >= 0 ? !isOdd : isOdd
    }

    /// Whether an edge that crosses the meridian of a place does so north of it.
    ///
    /// - Parameters:
    ///   - width: the edge's longitudes from end to end, in degrees.
    ///   - share: where between them the meridian is, from 0 to 1.
    private static func passesNorth(
        of place: Coordinate, _ a: Coordinate, _ b: Coordinate, width: Double, share: Double
    ) -> Bool {
        // Over the pole itself.
        if abs(width) >= 180 { return a.latitude + b.latitude >= 0 }
        let straight = a.latitude + share * (b.latitude - a.latitude)
        // A geodesic leaves the straight line in longitude and latitude by less than Δλ²/8 (in radians).
        let bulge = abs(width) < 20 ? width * width * .pi / 180 / 8 + 1e-9 : 180
        if straight - bulge > place.latitude { return true }
        if straight + bulge < place.latitude { return false }
        let line = Geodesic.wgs84.line(from: a, to: b)
        var (low, high) = (0.0, line.length)
        for _ in 0..<60 where high - low > 1e-9 {
            let middle = (low + high) / 2
            let gone = abs(
                Longitude.step(a.longitude, line.position(atDistance: middle).coordinate.longitude))
            if gone < share * abs(width) { low = middle } else { high = middle }
        }
        return line.position(atDistance: (low + high) / 2).coordinate.latitude > place.latitude
    }
}
