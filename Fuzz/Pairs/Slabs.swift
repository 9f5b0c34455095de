// Areas by cover in another way than kgeo's: the plane cut into slabs between all corners and crossings.

import KGeoCore

// Wide numbers where the processor has them; elsewhere rounding shows in the tenth digit of tiny shapes.
#if arch(x86_64) && !os(Windows)
    typealias Wide = Float80
#else
    typealias Wide = Double
#endif

/// Square degrees by how often each layer covers the ground.
///
/// Between two heights at which nothing begins, ends or crosses widths grow evenly, so the middle of each slab says all.
/// Rings count by parity, not by winding.
func slabAreas(_ layers: [[Polygon]]) -> [[Int]: Double] {
    struct Edge { var x0, y0, slope, y1, west, east: Wide, ring: Int }
    var edges: [Edge] = []
    var roles: [(layer: Int, step: Int)] = []
    for (layer, polygons) in layers.enumerated() {
        for polygon in polygons {
            for (role, ring) in polygon.rings.enumerated() {
                let places = ring.coordinates
                for (a, b) in zip(places, places.dropFirst()) where a.latitude != b.latitude {
                    let (low, high) = a.latitude < b.latitude ? (a, b) : (b, a)
                    let (x0, y0) = (Wide(low.longitude), Wide(low.latitude))
                    let (x1, y1) = (Wide(high.longitude), Wide(high.latitude))
                    edges.append(
                        Edge(
                            x0: x0, y0: y0, slope: (x1 - x0) / (y1 - y0), y1: y1, west: min(x0, x1),
                            east: max(x0, x1), ring: roles.count))
                }
                roles.append((layer, role == 0 ? 1 : -1))
            }
        }
    }
    func x(_ e: Edge, at y: Wide) -> Wide { e.x0 + (y - e.y0) * e.slope }
    var heights = edges.flatMap { [$0.y0, $0.y1] }
    for (i, e) in edges.enumerated() {
        for f in edges[(i + 1)...] where e.west <= f.east && f.west <= e.east {
            let (low, high) = (max(e.y0, f.y0), min(e.y1, f.y1))
            guard low < high else { continue }
            let (before, after) = (x(e, at: low) - x(f, at: low), x(e, at: high) - x(f, at: high))
            if before < 0 && after > 0 || before > 0 && after < 0 {
                heights.append(low + (high - low) * before / (before - after))
            }
        }
    }
    heights.sort()
    var result: [[Int]: Wide] = [:]
    for (low, high) in zip(heights, heights.dropFirst()) where low < high {
        let middle = (low + high) / 2
        var row: [(x: Wide, ring: Int)] = []
        for edge in edges where edge.y0 < middle && middle < edge.y1 {
            row.append((x(edge, at: middle), edge.ring))
        }
        row.sort { $0.x < $1.x }
        var isIn = [Bool](repeating: false, count: roles.count)
        var counts = [Int](repeating: 0, count: layers.count)
        for (left, right) in zip(row, row.dropFirst()) {
            isIn[left.ring].toggle()
            counts[roles[left.ring].layer] += (isIn[left.ring] ? 1 : -1) * roles[left.ring].step
            if left.x < right.x { result[counts, default: 0] += (right.x - left.x) * (high - low) }
        }
    }
    return result.mapValues { Double($0) }
}

/// The area of polygons by their rings, in square degrees.
func ringArea(_ polygons: [Polygon]) -> Double {
    var sum: Wide = 0
    for ring in polygons.flatMap(\.rings) {
        let places = ring.coordinates
        guard let first = places.first else { continue }
        let (ox, oy) = (Wide(first.longitude), Wide(first.latitude))
        for (a, b) in zip(places, places.dropFirst()) {
            let (ax, ay) = (Wide(a.longitude) - ox, Wide(a.latitude) - oy)
            let (bx, by) = (Wide(b.longitude) - ox, Wide(b.latitude) - oy)
            sum += (ax * by - bx * ay) / 2
        }
    }
    return Double(sum)
}

/// The way along all edges, width and height added, in degrees.
func length(_ layers: [[Polygon]]) -> Double {
    layers.joined().flatMap(\.rings).reduce(0) { sum, ring in
        zip(ring.coordinates, ring.coordinates.dropFirst()).reduce(sum) {
            $0 + abs($1.0.longitude - $1.1.longitude) + abs($1.0.latitude - $1.1.latitude)
        }
    }
}

/// Whether what the rings of a polygon enclose by parity is what they enclose by winding: they cross neither themselves nor
/// each other, and holes lie in their shell.
func isValid(_ polygon: Polygon) -> Bool {
    func isSmall(_ area: Double, _ rings: [Ring], _ whole: Double) -> Bool {
        abs(area) <= 1e-13 * whole + 1e-14 * length([[Polygon(rings: rings)]])
    }
    var areas: [Double] = []
    for ring in polygon.rings {
        let alone = Polygon(shell: ring)
        let area = abs(ringArea([alone]))
        // One that goes back on itself all along encloses nothing in any slab; the sum along it may be rounding.
        guard area > 0, let enclosed = slabAreas([[alone]])[[1]], enclosed > 0,
            Set(ring.coordinates).count > 2, isSmall(enclosed - area, [ring], area)
        else { return false }
        areas.append(area)
    }
    guard polygon.rings.count > 1 else { return true }
    return slabAreas([[polygon]]).allSatisfy {
        [[0], [1]].contains($0.key) || isSmall($0.value, polygon.rings, areas[0])
    }
}
