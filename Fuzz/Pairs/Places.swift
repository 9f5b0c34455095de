// Whether places lie in surfaces, asked in another way than kgeo's: by crossings, away from every edge.

import KGeoCore

/// Surfaces that are asked about places.
struct PlaceOracle {
    private struct Edge { var x0, y0, x1, y1: Wide, ring: Int }
    private var edges: [Edge] = []
    /// The polygon of each ring, and whether it is a hole.
    private var rings: [(polygon: Int, isHole: Bool)] = []
    private let polygonCount: Int

    init(_ polygons: [Polygon]) {
        polygonCount = polygons.count
        for (number, polygon) in polygons.enumerated() {
            for (role, ring) in polygon.rings.enumerated() {
                let places = ring.coordinates
                for (a, b) in zip(places, places.dropFirst()) {
                    edges.append(
                        Edge(
                            x0: Wide(a.longitude), y0: Wide(a.latitude), x1: Wide(b.longitude),
                            y1: Wide(b.latitude), ring: rings.count))
                }
                rings.append((number, role > 0))
            }
        }
    }

    /// How many polygons hold a place; nil when an edge is nearer than a margin, in degrees.
    func count(at place: Coordinate, margin: Wide) -> Int? {
        let (x, y) = (Wide(place.longitude), Wide(place.latitude))
        var isIn = [Bool](repeating: false, count: rings.count)
        for edge in edges {
            guard min(edge.y0, edge.y1) - margin <= y, y <= max(edge.y0, edge.y1) + margin,
                x <= max(edge.x0, edge.x1) + margin
            else { continue }
            let (dx, dy) = (edge.x1 - edge.x0, edge.y1 - edge.y0)
            let cross = dx * (y - edge.y0) - dy * (x - edge.x0)
            if min(edge.x0, edge.x1) - margin <= x, abs(cross) <= margin * (abs(dx) + abs(dy)) { return nil }
            if (edge.y0 > y) != (edge.y1 > y), (cross > 0) == (dy > 0) { isIn[edge.ring].toggle() }
        }
        var holds = [Int](repeating: 0, count: polygonCount)
        for (ring, isInside) in zip(rings, isIn) where isInside {
            holds[ring.polygon] += ring.isHole ? -1 : 1
        }
        return holds.count { $0 > 0 }
    }
}
