// Areas by cover in another way: the plane cut into slabs between all corners and crossings.

import KGeoCore

/// Square degrees by how often each layer covers the ground, for a few hundred edges.
///
/// Between two heights at which nothing begins, ends or crosses, widths grow evenly, so the middle of each slab says all.
/// Edges that are told apart wrongly there differ by rounding alone. Rings count by parity, not by winding.
func slabAreas(_ layers: [[Polygon]]) -> [[Int]: Double] {
    struct Edge { var x0, y0, x1, y1: Double, ring: Int }
    var edges: [Edge] = []
    var roles: [(layer: Int, step: Int)] = []
    // Near the first corner differences are exact.
    let origin = layers.joined().first?.rings.first?.coordinates.first ?? Coordinate(0, 0)
    for (layer, polygons) in layers.enumerated() {
        for polygon in polygons {
            for (role, ring) in polygon.rings.enumerated() {
                let places = ring.coordinates.map {
                    Coordinate($0.longitude - origin.longitude, $0.latitude - origin.latitude)
                }
                for (a, b) in zip(places, places.dropFirst()) where a.latitude != b.latitude {
                    let (low, high) = a.latitude < b.latitude ? (a, b) : (b, a)
                    edges.append(
                        Edge(
                            x0: low.longitude, y0: low.latitude, x1: high.longitude, y1: high.latitude,
                            ring: roles.count))
                }
                roles.append((layer, role == 0 ? 1 : -1))
            }
        }
    }
    func x(_ e: Edge, at y: Double) -> Double { e.x0 + (y - e.y0) / (e.y1 - e.y0) * (e.x1 - e.x0) }
    var heights = edges.flatMap { [$0.y0, $0.y1] }
    for (i, e) in edges.enumerated() {
        for f in edges[(i + 1)...] {
            let (low, high) = (max(e.y0, f.y0), min(e.y1, f.y1))
            guard low < high else { continue }
            let (before, after) = (x(e, at: low) - x(f, at: low), x(e, at: high) - x(f, at: high))
            if before * after < 0 { heights.append(low + (high - low) * before / (before - after)) }
        }
    }
    heights.sort()
    var result: [[Int]: Double] = [:]
    for (low, high) in zip(heights, heights.dropFirst()) where low < high {
        let middle = (low + high) / 2
        let row = edges.filter { $0.y0 < middle && middle < $0.y1 }.map { (x($0, at: middle), $0.ring) }
            .sorted { $0.0 < $1.0 }
        var isIn = [Bool](repeating: false, count: roles.count)
        var counts = [Int](repeating: 0, count: layers.count)
        for (left, right) in zip(row, row.dropFirst()) {
            isIn[left.1].toggle()
            counts[roles[left.1].layer] += (isIn[left.1] ? 1 : -1) * roles[left.1].step
            result[counts, default: 0] += (right.0 - left.0) * (high - low)
        }
    }
    return result
}

/// What a result may be off by, in square degrees: a billionth of the ground and a micrometre along all edges.
func tolerance(_ layers: [[Polygon]], _ areas: [[Int]: Double]) -> Double {
    var length = 0.0
    for ring in layers.joined().flatMap(\.rings) {
        for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
            length += abs(a.longitude - b.longitude) + abs(a.latitude - b.latitude)
        }
    }
    return 1e-9 * areas.values.reduce(0, +) + 9e-12 * length
}

/// The area of polygons by their rings, in square degrees.
func ringArea(_ polygons: [Polygon]) -> Double {
    var sum = 0.0
    for ring in polygons.flatMap(\.rings) {
        let places = ring.coordinates
        guard let first = places.first else { continue }
        for (a, b) in zip(places, places.dropFirst()) {
            let (ax, ay) = (a.longitude - first.longitude, a.latitude - first.latitude)
            let (bx, by) = (b.longitude - first.longitude, b.latitude - first.latitude)
            sum += (ax * by - bx * ay) / 2
        }
    }
    return sum
}
