// Which of two maps has drawn an edge of the ground between them.

public import KGeoCore
internal import KGeoMeasure

/// The outlines of two maps. Belongs to one task.
public final class ChangeSides {
    /// Who has drawn an edge.
    enum Side { case old, new, neither }

    private let old, new: [Polygon]
    private let oldEdges, newEdges: DrawnEdges
    /// What tells of edges that are no edges of either map and no piece of one, as a cut by a region leaves them.
    private lazy var oldIndex = Self.index(old, but: newEdges)
    private lazy var newIndex = Self.index(new, but: oldEdges)
    /// Farther from both outlines, in m, an edge is of neither: ground cut by a region.
    private static let tolerance = 1.0

    /// The outlines of the earlier and the later ground of a change.
    public init(of change: GroundChange, old: [Polygon], new: [Polygon]) {
        (self.old, self.new) = (old, new)
        oldEdges = DrawnEdges(of: [old.flatMap(\.rings), change.oldCuts])
        newEdges = DrawnEdges(of: [new.flatMap(\.rings), change.newCuts])
    }

    /// An index of the edges of a map but those that both have, which are no part of a change.
    private static func index(_ polygons: [Polygon], but common: DrawnEdges) -> EdgeIndex {
        index(
            EdgeIndex.edges(of: .multiPolygon(MultiPolygon(polygons)), owner: 0).filter {
                !common.hold($0.start, $0.end)
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

    func side(_ a: Coordinate, _ b: Coordinate) -> Side {
        if newEdges.hold(a, b) { return .new }
        if oldEdges.hold(a, b) { return .old }
        let middle = Coordinate(
            a.longitude + Longitude.step(a.longitude, b.longitude) / 2, (a.latitude + b.latitude) / 2)
        let after = newIndex.nearest(to: middle, within: Self.tolerance)?.distance
        let before = oldIndex.nearest(to: middle, within: after ?? Self.tolerance)?.distance
        if let before, before < after ?? .infinity { return .old }
        return after == nil ? .neither : .new
    }

    /// The sign of an edge of ground that was gained (or lost): +1 where that ground grows as the map's own grows.
    func sign(_ a: Coordinate, _ b: Coordinate, isGain: Bool) -> Double {
        switch side(a, b) {
        case .new: isGain ? 1 : -1
        case .old: isGain ? -1 : 1
        case .neither: 0
        }
    }
}
