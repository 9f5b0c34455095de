// Which of two maps has drawn an edge of the ground between them.

public import KGeoCore
internal import KGeoMeasure

/// The outlines of two maps. Belongs to one task.
public final class ChangeSides {
    /// Who has drawn an edge.
    private enum Side { case old, new, neither }

    private let old, new: [Polygon]
    private let drawn: DrawnEdges
    /// What tells of edges that are no edges of either map and no piece of one, as a cut by a region leaves them.
    private lazy var oldIndex = Self.index(old, of: drawn)
    private lazy var newIndex = Self.index(new, of: drawn)
    /// Farther from both outlines, in m, an edge is of neither: ground cut by a region.
    private static let tolerance = 1.0

    /// The outlines of the earlier and the later ground of a change.
    public init(of change: GroundChange, old: [Polygon], new: [Polygon]) {
        (self.old, self.new) = (old, new)
        drawn = DrawnEdges(
            later: [new.flatMap(\.rings), change.newCuts], earlier: [old.flatMap(\.rings), change.oldCuts])
    }

    /// An index of the edges of a map but those that both have, which are no part of a change.
    private static func index(_ polygons: [Polygon], of drawn: DrawnEdges) -> EdgeIndex {
        index(
            EdgeIndex.edges(of: .multiPolygon(MultiPolygon(polygons)), owner: 0).filter {
                !drawn.isInBoth($0.start, $0.end)
            })
    }

    /// An index of edges, long ones in pieces: they are straight in longitude and latitude, and as geodesics would run as
    /// much as L² tan φ/8R beside themselves.
    private static func index(_ edges: [EdgeIndex.Edge]) -> EdgeIndex {
        EdgeIndex(
            edges.flatMap { edge -> [EdgeIndex.Edge] in
                let metres = Measuring.distance(edge.start, edge.end)
                guard metres > longestPiece else { return [edge] }
                let count = Int((metres / longestPiece).rounded(.up))
                let step = Longitude.step(edge.start.longitude, edge.end.longitude)
                let places = (0...count).map { k -> Coordinate in
                    let t = Double(k) / Double(count)
                    return k == count
                        ? edge.end
                        : Coordinate(
                            edge.start.longitude + t * step,
                            edge.start.latitude + t * (edge.end.latitude - edge.start.latitude))
                }
                return zip(places, places.dropFirst()).map {
                    EdgeIndex.Edge(start: $0, end: $1, owner: edge.owner)
                }
            })
    }

    /// A piece of 2 km, in m, runs less than half a metre beside itself up to 80° of latitude.
    private static let longestPiece = 2_000.0

    /// The signs of the edges of ground that was gained (or lost), ring by ring: +1 where that ground grows as the map's own grows.
    func signs(of polygons: [Polygon], isGain: Bool) -> [Double] {
        let rings = polygons.lazy.flatMap(\.rings)
        var signs: [Double] = []
        let maps = drawn.maps(along: rings)
        signs.reserveCapacity(maps.count)
        for ring in rings {
            for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
                let side = maps[signs.count].map { $0 == .later ? Side.new : .old } ?? near(a, b)
                switch side {
                case .new: signs.append(isGain ? 1 : -1)
                case .old: signs.append(isGain ? -1 : 1)
                case .neither: signs.append(0)
                }
            }
        }
        return signs
    }

    /// Beside whose outline an edge lies that is none of either map.
    private func near(_ a: Coordinate, _ b: Coordinate) -> Side {
        let middle = Coordinate(
            a.longitude + Longitude.step(a.longitude, b.longitude) / 2, (a.latitude + b.latitude) / 2)
        let after = newIndex.nearest(to: middle, within: Self.tolerance)?.distance
        let before = oldIndex.nearest(to: middle, within: after ?? Self.tolerance)?.distance
        if let before, before < after ?? .infinity { return .old }
        return after == nil ? .neither : .new
    }
}
