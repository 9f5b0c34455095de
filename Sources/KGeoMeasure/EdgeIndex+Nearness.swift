// What is near a place, told by bounds of distances: geodesics are walked only where those do not decide.

package import KGeoCore
internal import SystemC

extension EdgeIndex {
    /// Between what the distance from a place to the nearest edge lies, in m; nil without an edge. The bounds are as near
    /// to each other as the edges are to their chords.
    package func nearness(to place: Coordinate) -> ClosedRange<Double>? {
        guard !edges.isEmpty else { return nil }
        var (least, most) = (Double.infinity, Double.infinity)
        walk(to: place, within: .infinity) { chord, point, _ in
            let straight = chords[chord].distance(to: point)
            least = min(least, max(0, straight - chords[chord].bulge))
            most = min(most, straight + chords[chord].bulge)
            // Nothing that is farther away straight through the Earth changes either.
            return most
        }
        return least...max(least, Self.onGround(most))
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
        walk(to: place, within: Self.straight(within: limit)) { chord, point, _ in
            let owner = edges[edge(of: chord)].owner
            let (least, most) = (
                chords[chord].leastDistance(to: point), chords[chord].mostDistance(to: point)
            )
            guard least <= reaches[owner] else { return Self.straight(within: nearest) }
            if let i = found.firstIndex(where: { $0.owner == owner }) {
                let known = found[i].distances
                found[i].distances = min(known.lowerBound, least)...min(known.upperBound, most)
            } else {
                found.append((owner, least...most))
            }
            if most <= reaches[owner] { nearest = min(nearest, most) }
            return Self.straight(within: nearest)
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

// MARK: On the ground and straight through the Earth

extension EdgeIndex {
    /// Up to here, in m, the ground is nearly as straight as the way through the Earth.
    private static let longWay = 1.5e6
    private static let smallAxis = Ellipsoid.b2.squareRoot()
    /// Places at one angle seen from the middle of the Earth, one of them higher, are farther apart by less than this factor.
    private static let heights = 1.000_02

    /// How far apart, straight through the Earth, two places may be that are no farther apart on the ground than some metres. From
    /// the middle of the Earth they are no farther apart than along a ball inside of it, to which every way is shorter.
    static func straight(within metres: Double) -> Double {
        guard metres > longWay else { return metres }
        let half = metres / (2 * smallAxis)
        return min(metres, 2 * Ellipsoid.a * heights * (half < .pi / 2 ? sin(half) : 1))
    }

    /// How far apart on the ground, in m, two places are at most that are so far apart straight through the Earth.
    static func onGround(_ straight: Double) -> Double {
        let share = straight / Ellipsoid.smallestRadius
        guard share >= 1 else { return straight * (1 + share * share / 20) }
        // Along the equator's circle by the angle between them seen from the middle of the Earth.
        let half = straight / (2 * smallAxis)
        return 2 * Ellipsoid.a * heights * (half < 1 ? asin(half) : .pi / 2)
    }
}
