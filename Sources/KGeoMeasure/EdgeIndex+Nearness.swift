// What is near a place, told by bounds of distances: geodesics are walked only where those do not decide.

package import KGeoCore

extension EdgeIndex {
    /// Between what the distance from a place to the nearest edge lies, in m; nil without an edge. The bounds are as near
    /// to each other as the edges are to their chords.
    package func nearness(to place: Coordinate) -> ClosedRange<Double>? {
        guard !edges.isEmpty else { return nil }
        var (least, most) = (Double.infinity, Double.infinity)
        walk(to: place, within: .infinity) { edge, point, bound in
            least = min(least, chords[edge].leastDistance(to: point))
            most = min(most, chords[edge].mostDistance(to: point))
            return min(bound, most)
        }
        return least...max(least, most)
    }

    /// Whose edge is the nearest to a place among those that lie within the reach of their owner; of equally near ones
    /// the first. Nil where none does.
    ///
    /// - Parameter reaches: of each owner, in m; owners count from 0.
    package func nearestOwner(to place: Coordinate, within reaches: [Double]) -> Int? {
        guard let limit = reaches.max() else { return nil }
        // What is known of the distance of each owner that may be the nearest.
        var found: [(owner: Int, distances: ClosedRange<Double>)] = []
        var nearest = limit
        walk(to: place, within: limit) { edge, point, _ in
            let owner = edges[edge].owner
            let (least, most) = (
                chords[edge].leastDistance(to: point), chords[edge].mostDistance(to: point)
            )
            guard least <= reaches[owner] else { return nearest }
            if let i = found.firstIndex(where: { $0.owner == owner }) {
                let known = found[i].distances
                found[i].distances = min(known.lowerBound, least)...min(known.upperBound, most)
            } else {
                found.append((owner, least...most))
            }
            if most <= reaches[owner] { nearest = min(nearest, most) }
            return nearest
        }
        found.removeAll { $0.distances.lowerBound > nearest }
        guard let only = found.first else { return nil }
        if found.count == 1, only.distances.upperBound <= reaches[only.owner] { return only.owner }
        return measuredOwner(to: place, within: reaches, limit)
    }

    /// The same by geodesics.
    private func measuredOwner(to place: Coordinate, within reaches: [Double], _ limit: Double) -> Int? {
        var tooFar: Set<Int> = []
        while let hit = nearest(
            to: place, within: limit, where: { tooFar.isEmpty || !tooFar.contains(edges[$0].owner) })
        {
            let owner = edges[hit.edge].owner
            if hit.distance <= reaches[owner] { return owner }
            tooFar.insert(owner)
        }
        return nil
    }
}
