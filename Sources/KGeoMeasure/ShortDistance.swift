// The distance of two places near each other.

internal import KGeoCore
internal import SystemC

extension ShortEdge {
    /// The geodesic distance in m by the closed form; nil where that does not reach.
    static func distance(_ a: Coordinate, _ b: Coordinate) -> Double? {
        let latitudeStep = b.latitude - a.latitude
        let longitudeStep = b.longitude - a.longitude
        guard abs(latitudeStep) <= widest.latitude, abs(longitudeStep) <= widest.longitude,
            abs(a.latitude) <= highestLatitudeForLength, abs(b.latitude) <= highestLatitudeForLength
        else { return nil }
        let middle = (a.latitude + latitudeStep / 2) * Ellipsoid.radiansPerDegree
        let (sine, cosine) = (sin(middle), cos(middle))
        let plane = Plane(
            latitudeStep: SIMD2(repeating: latitudeStep), longitudeStep: SIMD2(repeating: longitudeStep)
        ) { _ in (SIMD2(repeating: sine), SIMD2(repeating: cosine)) }
        let metres = plane.length[0]
        let reach = reach(Pair(repeating: a.latitude), Pair(repeating: b.latitude))[0]
        return metres <= reach ? metres : nil
    }
}
