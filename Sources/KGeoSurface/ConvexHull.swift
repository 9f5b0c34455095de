// The convex hull of places of a plane.

package enum ConvexHull {
    /// The corners of the convex hull, anticlockwise (Andrew's monotone chain).
    package static func corners(_ places: [PlanePoint]) -> [PlanePoint] {
        let sorted = Array(Set(places)).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        guard sorted.count > 2 else { return sorted }
        func half(_ places: some Sequence<PlanePoint>) -> [PlanePoint] {
            var chain: [PlanePoint] = []
            for p in places {
                while chain.count > 1 {
                    let (a, b) = (chain[chain.count - 2], chain[chain.count - 1])
                    let cross =
                        (b.x - a.x) * (p.y - a.y)
                        - (b.y - a.y) * (p.x - a.x)
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
