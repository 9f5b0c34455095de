// The convex hull of places of a plane.

package import KGeoCore

package enum ConvexHull {
    /// The corners of the convex hull, anticlockwise (Andrew's monotone chain).
    package static func corners(_ places: [Coordinate]) -> [Coordinate] {
        let sorted = Array(Set(places)).sorted { ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude) }
        guard sorted.count > 2 else { return sorted }
        func half(_ places: some Sequence<Coordinate>) -> [Coordinate] {
            var chain: [Coordinate] = []
            for p in places {
                while chain.count > 1 {
                    let (a, b) = (chain[chain.count - 2], chain[chain.count - 1])
                    let cross =
                        (b.longitude - a.longitude) * (p.latitude - a.latitude)
                        - (b.latitude - a.latitude) * (p.longitude - a.longitude)
                    guard cross <= 0 else { break }
                    chain.removeLast()
                }
                chain.append(p)
            }
            return chain.dropLast()
        }
        return half(sorted) + half(sorted.reversed())
    }
}
