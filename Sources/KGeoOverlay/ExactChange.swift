// What one surface has and another has not, exactly: edges that both have are dropped first.

public import KGeoCore

/// The ground by which two surfaces differ, edges straight in longitude and latitude.
public struct ExactChange: Hashable, Sendable {
    /// What the later surface has and the earlier one has not: valid polygons that do not overlap.
    public let gained: [Polygon]
    /// What the earlier surface has and the later one has not.
    public let lost: [Polygon]
    /// What cutting a surface's edges where others meet them adds to its area: rings whose signed areas
    /// (positive where they run anticlockwise) are added. Nothing with straight edges but rounding, since a cut leaves
    /// an edge where it was; on the ellipsoid the geodesics of the pieces are other lines.
    public struct Slivers: Hashable, Sendable {
        /// Of the edges of the earlier and of the later surface.
        public internal(set) var old: [Ring] = [], new: [Ring] = []
    }
    /// What cutting edges adds.
    public let slivers: Slivers
    /// Ground that both have, narrow between an edge of the one and an edge of the other that may be other lines on the
    /// ellipsoid.
    public let hairs: [Polygon]

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
            (slivers, hairs) = (Slivers(), [])
            return
        }
        var kinds = ContiguousArray(graph.faces.map { $0.cover == 1 ? Int32(0) : $0.cover == -1 ? 1 : -1 })
        for face in NarrowFaces(graph, rounding.store).faces { kinds[face] = 2 }
        var (gained, lost, hairs): ([Polygon], [Polygon], [Polygon]) = ([], [], [])
        for outline in try FaceTracing(graph, kinds: kinds).outlines {
            switch outline.kind {
            case 0: gained.append(outline.polygon)
            case 1: lost.append(outline.polygon)
            default: hairs.append(outline.polygon)
            }
        }
        (self.gained, self.lost, self.hairs) = (gained, lost, hairs)
        slivers = Self.slivers(rounding)
    }

    private static func slivers(_ rounding: SnapRounding) -> Slivers {
        var slivers = Slivers()
        for number in 0..<rounding.detours.count {
            let (weight, route) = rounding.detours[number]
            let (earlier, later) = CoverTable.halves(weight)
            var places: [Coordinate] = []
            places.reserveCapacity(route.count + 1)
            for place in route { places.append(rounding.store.original(Int(place))) }
            places.append(places[0])
            /// With the inside of the surface on the left.
            func rings(_ weight: Int32) -> Repeated<Ring> {
                repeatElement(Ring(weight < 0 ? places.reversed() : places), count: Int(abs(weight)))
            }
            if earlier != 0 { slivers.old += rings(earlier) }
            if later != 0 { slivers.new += rings(later) }
        }
        return slivers
    }
}

/// Faces of a difference that both surfaces cover and that are narrow for the length of their edges.
private struct NarrowFaces {
    private(set) var faces: [Int] = []

    init(_ graph: FaceGraph, _ store: EdgeStore) {
        // Of each face that both cover how much ground its edges could bend over at most, in m².
        var bends = ContiguousArray<Double>(repeating: 0, count: graph.faces.count)
        var number = 0
        for edge in 0..<store.edges.count where store.isAlive(edge) {
            defer { number += 1 }
            let (earlier, later) = CoverTable.halves(store.edges[edge].weight)
            let (left, right) = (graph.faceOf[2 * number], graph.faceOf[2 * number + 1])
            for (face, isInside) in [(left, earlier > 0 || later > 0), (right, earlier < 0 || later < 0)]
            where isInside && face != 0 && graph.faces[Int(face)].cover == 0 {
                bends[Int(face)] += Self.bend(graph, number)
            }
        }
        for (face, bend) in bends.enumerated()
        where bend > 0
            && graph.scale.squareDegrees(twice: graph.faces[face].twice) * Self.squareMetres < bend
        {
            faces.append(face)
        }
    }

    /// Fewer m² than a square degree has below 89°.
    private static let squareMetres = 2e8

    /// More than what lies between a geodesic and the straight edge, in m²: Δλ·(r²Δλ² + 3M²Δφ²)·sin φ/12.
    private static func bend(_ graph: FaceGraph, _ edge: Int) -> Double {
        let a = graph.scale.coordinate(graph.points[Int(graph.origin[2 * edge])])
        let b = graph.scale.coordinate(graph.points[Int(graph.origin[2 * edge + 1])])
        let (x, y) = ((b.longitude - a.longitude) * .pi / 180, (b.latitude - a.latitude) * .pi / 180)
        return 6.4e6 * 6.4e6 * abs(x) * (x * x + 3 * y * y)
    }
}
