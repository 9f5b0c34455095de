// A quick look that finds most surfaces valid.

public import KGeoCore

/// Surfaces whose rings touch neither each other nor themselves.
public enum CleanSurface {
    /// Whether polygons are certainly valid and apart from each other, longitudes continuous: no two edges meet but
    /// where one follows the other, each hole lies in its own shell and in no other ring, and no shell lies in another
    /// polygon. False says nothing: rings may touch and still be valid.
    public static func isClean(_ polygons: [Polygon]) -> Bool {
        var edges: [PlanarEdge] = []
        var rings: [(polygon: Int, isHole: Bool, edges: Range<Int>)] = []
        for (number, polygon) in polygons.enumerated() {
            for (i, ring) in polygon.rings.enumerated() {
                let places = ring.coordinates
                let first = edges.count
                let own: Int32 = (PlanarArea.of(places) > 0) == (i == 0) ? 1 : -1
                for (a, b) in zip(places, places.dropFirst()) where a != b {
                    edges.append(PlanarEdge(a, b, weight: own))
                }
                guard edges.count - first > 2 else { return false }
                rings.append((number, i > 0, first..<edges.count))
            }
        }
        // For the last edge of a ring the first one, which follows it; for all others, which the next one follows, −1.
        var follower = [Int32](repeating: -1, count: edges.count)
        for ring in rings { follower[ring.edges.upperBound - 1] = Int32(ring.edges.lowerBound) }
        let tree = BoxTree(edges)
        var isClean = true
        tree.forEachPair { i, j in
            let (e, f) = (edges[i], edges[j])
            if j == i + 1, follower[i] < 0 {
                isClean = Orientation.of(e.a, e.b, f.b) != 0 || !isBack(e.a, e.b, f.b)
            } else if Int(follower[j]) == i {
                isClean = Orientation.of(f.a, f.b, e.b) != 0 || !isBack(f.a, f.b, e.b)
            } else if case .apart = Meeting.of(e, f) {
                // Nothing in common.
            } else if !areApart(e, f) {
                isClean = false
            }
            return isClean
        }
        guard isClean else { return false }
        return rings.count == 1 || rings.allSatisfy { nests($0, rings, edges, tree) }
    }

    /// Whether the way from b to c goes back along the line it came.
    private static func isBack(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Bool {
        (b.longitude - a.longitude) * (c.longitude - b.longitude)
            + (b.latitude - a.latitude) * (c.latitude - b.latitude) < 0
    }

    /// Edges on one line that have no place in common.
    private static func areApart(_ e: PlanarEdge, _ f: PlanarEdge) -> Bool {
        guard case .touching(false, false, false, false) = Meeting.of(e, f) else { return false }
        return e.a != f.a && e.a != f.b && e.b != f.a && e.b != f.b
    }

    /// Whether a ring lies where its role says: counted are the surfaces around its westernmost place.
    private static func nests(
        _ ring: (polygon: Int, isHole: Bool, edges: Range<Int>),
        _ rings: [(polygon: Int, isHole: Bool, edges: Range<Int>)], _ edges: [PlanarEdge], _ tree: BoxTree
    ) -> Bool {
        guard
            let place = edges[ring.edges].lazy.map(\.a).min(by: {
                ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude)
            })
        else { return false }
        var (all, own) = (0, 0)
        tree.forEach(westOf: place) { number in
            let edge = edges[number]
            guard let (_, _, isUp) = edge.passage(westOf: place) else { return }
            // West of the place the way south has the place on its left.
            let turn = Int(edge.weight) * (isUp ? -1 : 1)
            all += turn
            let owner = rings.partitioningIndex { $0.edges.upperBound > number }
            if rings[owner].polygon == ring.polygon { own += turn }
        }
        return ring.isHole ? all == 1 && own == 1 : all == 0 && own == 0
    }
}

extension Array {
    /// The first index of elements in order of which a condition holds.
    fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
