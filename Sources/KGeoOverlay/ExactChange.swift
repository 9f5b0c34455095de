// What one surface has and another has not, exactly: edges that both have are dropped first.

public import KGeoCore

/// The ground by which two surfaces differ, edges straight in longitude and latitude.
public struct ExactChange: Hashable, Sendable {
    /// What the later surface has and the earlier one has not: valid polygons that do not overlap.
    public let gained: [Polygon]
    /// What the earlier surface has and the later one has not.
    public let lost: [Polygon]
    /// What cutting the earlier surface's edges where others meet them adds to its area: rings whose signed areas
    /// (positive where they run anticlockwise) are added. Nothing with straight edges but rounding, since a cut leaves
    /// an edge where it was; on the ellipsoid the geodesics of the pieces are other lines.
    public let slivers: [Ring]

    /// The difference of two surfaces both ways.
    ///
    /// Day to day nearly all edges are the same to the bit; they cancel, and the cost is that of what changed, beside one
    /// look at every edge. Where that leaves ground that is gained or lost twice, since polygons of one surface overlap,
    /// all edges are laid over each other.
    ///
    /// - Parameters: surfaces whose polygons are valid and do not overlap, longitudes continuous. Where polygons of a
    ///   surface do overlap, changes below an overlap may be missed; dissolve them first.
    /// - Throws: as `ExactArrangement` does; layer 0 is the earlier surface.
    public init(from old: [Polygon], to new: [Polygon]) throws(Problem) {
        let input = try InputSurfaces([old, new], purpose: .difference)
        let rounding = try SnapRounding(input.store, keepsDetours: true)
        let graph = try ExactArrangement.graph(input, rounding)
        var counts: Set<Int64> = []
        for face in graph.faces { counts.insert(face.cover) }
        guard counts.allSatisfy({ abs($0) <= 1 }) else {
            let arrangement = try ExactArrangement(layers: [old, new])
            let kinds = try arrangement.classes { cover in
                switch (cover.has(0), cover.has(1)) {
                case (false, true): 0
                case (true, false): 1
                default: nil
                }
            }
            gained = kinds.first ?? []
            lost = kinds.count > 1 ? kinds[1] : []
            slivers = []
            return
        }
        let kinds = ContiguousArray(graph.faces.map { $0.cover == 1 ? Int32(0) : $0.cover == -1 ? 1 : -1 })
        var (gained, lost): ([Polygon], [Polygon]) = ([], [])
        for outline in try FaceTracing(graph, kinds: kinds).outlines {
            if outline.kind == 0 { gained.append(outline.polygon) } else { lost.append(outline.polygon) }
        }
        (self.gained, self.lost) = (gained, lost)
        var slivers: [Ring] = []
        for number in 0..<rounding.detours.count {
            let (weight, route) = rounding.detours[number]
            let (earlier, _) = CoverTable.halves(weight)
            guard earlier != 0 else { continue }
            var places: [Coordinate] = []
            places.reserveCapacity(route.count + 1)
            for place in route { places.append(rounding.store.original(Int(place))) }
            // With the inside of the earlier surface on the left.
            if earlier < 0 { places.reverse() }
            places.append(places[0])
            slivers.append(contentsOf: repeatElement(Ring(places), count: Int(abs(earlier))))
        }
        self.slivers = slivers
    }
}
