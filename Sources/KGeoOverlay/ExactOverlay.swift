// The overlays that are asked for most, each from one arrangement.

public import KGeoCore

/// Surfaces united, cut and shared out, edges straight in longitude and latitude.
///
/// What holds for the polygons of `ExactArrangement`'s layers holds here: valid each on its own, overlaps allowed,
/// longitudes taken as they are. All results are valid polygons that do not overlap.
public enum ExactOverlay {
    /// A union of polygons.
    public struct Union: Hashable, Sendable {
        /// The ground that any of them covers.
        public let polygons: [Polygon]
        /// How much is covered more than once, each time over.
        public let overlapSquareDegrees: Double
        /// Where more than two edges meet: rings of the union touch nowhere else.
        public let touching: Set<Coordinate>
    }

    /// The union of polygons.
    ///
    /// - Parameter followsDrawing: whether shells run clockwise, and rings begin where the first drawn stretch that they
    ///   follow begins or, when it was drawn anticlockwise, ends.
    /// - Throws: as `ExactArrangement` does.
    public static func union(
        _ polygons: [Polygon], followsDrawing: Bool = false
    ) throws(Problem) -> Union {
        let arrangement = try ExactArrangement(layers: [polygons])
        var overlap = 0.0
        for area in arrangement.areas where area.cover[0] > 1 {
            overlap += Double(area.cover[0] - 1) * area.squareDegrees
        }
        return Union(
            polygons: try arrangement.union(followsDrawing: followsDrawing), overlapSquareDegrees: overlap,
            touching: arrangement.forks)
    }

    /// What two surfaces have in common, and what each has alone.
    public struct Comparison: Hashable, Sendable {
        /// The ground of both, of the first alone and of the second alone.
        public let both, first, second: [Polygon]
    }

    /// Two surfaces held against each other.
    ///
    /// - Throws: as `ExactArrangement` does; the first is layer 0.
    public static func comparison(of first: [Polygon], and second: [Polygon]) throws(Problem) -> Comparison {
        let kinds = try ExactArrangement(layers: [first, second]).classes { cover in
            cover.has(0) ? (cover.has(1) ? 0 : 1) : 2
        }
        func polygons(_ kind: Int) -> [Polygon] { kind < kinds.count ? kinds[kind] : [] }
        return Comparison(both: polygons(0), first: polygons(1), second: polygons(2))
    }

    /// A surface cut by regions.
    public struct RegionPieces: Hashable, Sendable {
        /// For each region the ground of the surface in it; where regions overlap, the first has it.
        public let regions: [[Polygon]]
        /// The ground in no region.
        public let outside: [Polygon]
        /// For each region the stretches of its outline along which the surface is cut: those with ground of the surface
        /// on both sides.
        public let cuts: [[LineString]]
    }

    /// Cuts a surface by regions, all at once.
    ///
    /// - Throws: as `ExactArrangement` does; the surface is layer 0, the regions follow.
    public static func pieces(
        of surface: [Polygon], in regions: [[Polygon]]
    ) throws(Problem) -> RegionPieces {
        let arrangement = try ExactArrangement(layers: [surface] + regions)
        /// From 1; 0 for none. Counts stand in the order of layers.
        func region(_ cover: Cover) -> Int { cover.counts.first { $0.layer > 0 }?.layer ?? 0 }
        var kinds = try arrangement.classes { $0.has(0) ? region($0) : nil }
        while kinds.count <= regions.count { kinds.append([]) }
        let cuts = arrangement.lines { (a: Cover, b: Cover) -> [Int] in
            guard a.has(0), b.has(0) else { return [] }
            let (first, second) = (region(a), region(b))
            return first == second ? [] : [first - 1, second - 1].filter { $0 >= 0 }
        }
        return RegionPieces(
            regions: Array(kinds.dropFirst()), outside: kinds[0],
            cuts: regions.indices.map { cuts[$0] ?? [] })
    }
}
