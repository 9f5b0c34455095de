// What is near a place, told by bounds of distances: geodesics are walked only where those do not decide.

package import KGeoCore

extension EdgeIndex {
    /// Whether an edge lies within some metres of a place.
    package func isAny(within limit: Double, of place: Coordinate) -> Bool {
        var isFound = false
        var unsure: [Int] = []
        visit(Vector(place), within: limit) { edge, distances in
            guard distances.upperBound <= limit else {
                unsure.append(edge)
                return limit
            }
            isFound = true
            return nil
        }
        return isFound
            || unsure.contains { PointToEdge.nearest(place, edges[$0].start, edges[$0].end).0 <= limit }
    }

    /// Whose edge is the nearest to a place among those that lie within the reach of their owner; of equally near ones
    /// the first. Nil where none does.
    ///
    /// - Parameter reaches: of each owner, in m; owners count from 0.
    package func nearestOwner(to place: Coordinate, within reaches: [Double]) -> Int? {
        guard let limit = reaches.max() else { return nil }
        // What is known of the distance of each owner that may be the nearest.
        var found: [(owner: Int, distances: ClosedRange<Double>)] = []
        var bound = limit
        visit(Vector(place), within: limit) { edge, distances in
            let owner = edges[edge].owner
            guard distances.lowerBound <= reaches[owner] else { return bound }
            if let i = found.firstIndex(where: { $0.owner == owner }) {
                let known = found[i].distances
                found[i].distances =
                    min(
                        known.lowerBound, distances.lowerBound)...min(
                        known.upperBound, distances.upperBound)
            } else {
                found.append((owner, distances))
            }
            if distances.upperBound <= reaches[owner] { bound = min(bound, distances.upperBound) }
            return bound
        }
        found.removeAll { $0.distances.lowerBound > bound }
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

    /// More than a geodesic distance as it is measured may be off, in m.
    private static let slack = 1e-5
    /// Up to here, in m, an arc of radius r is less than s³/23r² longer than its chord s.
    private static let longestChord = 1e6

    /// Goes over the edges that may lie within some metres of a place, the nearest part of the tree first, with the least
    /// and the greatest distance that each can have.
    ///
    /// - Parameter take: gives the metres within which edges are wanted from there on; nil: no more.
    private func visit(
        _ point: Vector, within limit: Double, _ take: (Int, ClosedRange<Double>) -> Double?
    ) {
        guard !edges.isEmpty else { return }
        var bound = limit
        var stack: [(level: Int, node: Int, gap: Double)] = []
        stack.reserveCapacity(Self.fanOut * levels.count)
        let top = levels.count - 1
        stack.append((top, levels[top].lowerBound, boxes[levels[top].lowerBound].distance(to: point)))
        while let (level, node, gap) = stack.popLast() {
            guard gap <= bound + Self.slack else { continue }
            guard level > 0 else {
                let chord = chords[node]
                let straight = chord.distance(to: point)
                let least = max(0, straight - chord.bulge - Self.slack)
                guard least <= bound else { continue }
                let most = straight + chord.bulge
                let arc = most * most * most / (23 * Ellipsoid.smallestRadius * Ellipsoid.smallestRadius)
                let greatest = most < Self.longestChord ? most + arc + Self.slack : .infinity
                guard let next = take(node, least...greatest) else { return }
                bound = next
                continue
            }
            let below = levels[level - 1]
            let first = below.lowerBound + (node - levels[level].lowerBound) * Self.fanOut
            let begin = stack.count
            for child in first..<min(first + Self.fanOut, below.upperBound) {
                let gap = boxes[child].distance(to: point)
                guard gap <= bound + Self.slack else { continue }
                stack.append((level - 1, child, gap))
                var i = stack.count - 1
                while i > begin, stack[i - 1].gap < gap {
                    stack.swapAt(i - 1, i)
                    i -= 1
                }
            }
        }
    }
}
