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
        oldIndex = Self.index(before.filter { !later.contains(UndirectedEdge($0.start, $0.end)) })
        newIndex = Self.index(after.filter { !own.contains(UndirectedEdge($0.start, $0.end)) })
        (oldEdges, newEdges) = (own, later)
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
