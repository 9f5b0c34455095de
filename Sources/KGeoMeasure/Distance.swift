// The distance between two geometries of any kind, with the points between which it runs.

public import KGeoCore
internal import PROJKit

/// A distance and its two ends.
public struct DistanceMeasurement: Hashable, Sendable {
    /// Geodesic distance in m; 0 when the geometries touch, cross or contain one another.
    public var metres: Double
    /// The nearest point of the first and of the second geometry.
    public var from, to: Coordinate
    /// Azimuth at `from` towards `to`, in degrees clockwise from north; nil at distance 0.
    public var azimuth: Double?
    /// Whether one lies in the other, or they cross.
    public var touches: Bool
}

extension Measuring {
    /// The shortest geodesic distance between two geometries; nil when one of them is empty.
    ///
    /// Edges are geodesics; polygons are filled, so what lies inside is at distance 0 (inside is decided with
    /// edges straight in longitude and latitude, as RFC 7946 draws them).
    public static func distance(_ a: Geometry, _ b: Geometry) -> DistanceMeasurement? {
        let edgesA = EdgeIndex.edges(of: a, owner: 0)
        let edgesB = EdgeIndex.edges(of: b, owner: 1)
        guard !edgesA.isEmpty, !edgesB.isEmpty else { return nil }
        if let place = containedPlace(edgesA, in: b) ?? containedPlace(edgesB, in: a) {
            return DistanceMeasurement(metres: 0, from: place, to: place, azimuth: nil, touches: true)
        }
        let (indexA, indexB) = (EdgeIndex(edgesA), EdgeIndex(edgesB))
        for edge in edgesA where edge.start != edge.end {
            for other in indexB.candidates(near: edge) {
                guard
                    let place = PlanarGeometry.crossing(
                        edge.start, edge.end, edgesB[other].start, edgesB[other].end)
                else { continue }
                return DistanceMeasurement(metres: 0, from: place, to: place, azimuth: nil, touches: true)
            }
        }
        // Edges that do not cross are nearest at an end of one of them. Of equally near ones the first counts.
        var best: (metres: Double, from: Coordinate, to: Coordinate)?
        for place in ends(edgesA) {
            let hit = indexB.nearest(to: place, within: best?.metres ?? .infinity)
            if let hit, hit.distance < best?.metres ?? .infinity { best = (hit.distance, place, hit.foot) }
        }
        for place in ends(edgesB) {
            let hit = indexA.nearest(to: place, within: best?.metres ?? .infinity)
            if let hit, hit.distance < best?.metres ?? .infinity { best = (hit.distance, hit.foot, place) }
        }
        guard let best else { return nil }
        return DistanceMeasurement(
            metres: best.metres, from: best.from, to: best.to,
            azimuth: best.metres > 0 ? Geodesic.wgs84.inverse(from: best.from, to: best.to).azimuth1 : nil,
            touches: best.metres == 0)
    }

    /// The ends of edges in their order, each once where edges follow each other.
    private static func ends(_ edges: [EdgeIndex.Edge]) -> [Coordinate] {
        var places: [Coordinate] = []
        for edge in edges {
            if places.last != edge.start { places.append(edge.start) }
            if edge.end != edge.start { places.append(edge.end) }
        }
        return places
    }

    private static func containedPlace(_ edges: [EdgeIndex.Edge], in geometry: Geometry) -> Coordinate? {
        let polygons = geometry.polygons
        guard !polygons.isEmpty else { return nil }
        for edge in edges {
            if polygons.contains(where: { PlanarGeometry.contains($0, edge.start) }) { return edge.start }
        }
        return nil
    }
}
