// Which of two maps has drawn an edge of the ground between them.

public import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// The outlines of two maps.
public struct ChangeSides {
    /// Who has drawn an edge.
    enum Side { case old, new, neither }

    private let oldEdges, newEdges: Set<UndirectedEdge>
    private let oldIndex, newIndex: EdgeIndex
    /// Farther from both outlines, in m, an edge is of neither: ground cut by a region.
    private static let tolerance = 1.0

    /// The outlines of the earlier and the later ground.
    public init(old: [Polygon], new: [Polygon]) {
        func edges(_ polygons: [Polygon]) -> [EdgeIndex.Edge] {
            EdgeIndex.edges(of: .multiPolygon(MultiPolygon(polygons)), owner: 0)
        }
        let before = edges(old)
        let after = edges(new)
        let own = Set(before.map { UndirectedEdge($0.start, $0.end) })
        let later = Set(after.map { UndirectedEdge($0.start, $0.end) })
        // Edges that both have are no part of a change.
        oldIndex = EdgeIndex(before.filter { !later.contains(UndirectedEdge($0.start, $0.end)) })
        newIndex = EdgeIndex(after.filter { !own.contains(UndirectedEdge($0.start, $0.end)) })
        (oldEdges, newEdges) = (own, later)
    }

    func side(_ a: Coordinate, _ b: Coordinate) -> Side {
        let edge = UndirectedEdge(a, b)
        if newEdges.contains(edge) { return .new }
        if oldEdges.contains(edge) { return .old }
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
