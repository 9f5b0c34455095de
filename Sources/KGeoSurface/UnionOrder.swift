// In which order polygons are united: where the rings of the union begin depends on it, and on that the error of an outline.

internal import KGeoCore
internal import KGeoOverlay

/// The order, and the way round, in which a union two by two takes polygons.
///
/// An outline is walked with a divider, and how long it is found depends a little on where the walk begins. Rings of a union
/// begin as they do where polygons are united two by two, halves of halves, from south to north in slices from west to
/// east (the order of an STR tree, in which GEOS unites them), so that figures stay what they were.
enum UnionOrder {
    /// How many polygons a slice has leaves of.
    private static let leaf = 10.0

    static func ordered(_ polygons: [Polygon]) -> [Polygon] {
        let boxes = polygons.map { BoundingBox($0.rings[0].coordinates) }
        var order = polygons.indices.sorted {
            boxes[$0].west + boxes[$0].east < boxes[$1].west + boxes[$1].east
        }
        let leaves = (Double(order.count) / leaf).rounded(.up)
        let size = Int((Double(order.count) / leaves.squareRoot().rounded(.up)).rounded(.up))
        for start in stride(from: 0, to: order.count, by: max(1, size)) {
            order[start..<min(start + size, order.count)].sort {
                boxes[$0].south + boxes[$0].north < boxes[$1].south + boxes[$1].north
            }
        }
        let result = order.map { polygons[$0] }
        // Of very many polygons hardly one meets nothing.
        let isLarge = polygons.count > 1_000
        return result.indices.map { i in
            let (others, depth) = partners(of: i, in: result.indices)
            let isMet = others.contains {
                boxes[order[$0]].intersects(boxes[order[i]]) && (isLarge || doTouch(result[$0], result[i]))
            }
            return isMet ? result[i] : turned(result[i], by: depth)
        }
    }

    /// Those with which a polygon is united first, and in how many unions it takes part.
    private static func partners(of i: Int, in range: Range<Int>) -> (Range<Int>, depth: Int) {
        var (range, depth) = (range, 0)
        while true {
            depth += 1
            let middle = (range.lowerBound + range.upperBound) / 2
            let (own, other) =
                i < middle
                ? (range.lowerBound..<middle, middle..<range.upperBound)
                : (middle..<range.upperBound, range.lowerBound..<middle)
            if own.count <= 1 { return (other, depth) }
            range = own
        }
    }

    private static func doTouch(_ a: Polygon, _ b: Polygon) -> Bool {
        // What cannot be told is taken to touch: it only says where a ring begins.
        (try? SurfaceValidity.areApart([a, b])) != true
    }

    /// What meets nothing comes out of a union clockwise, its first place the one after.
    private static func turned(_ polygon: Polygon, by places: Int) -> Polygon {
        Polygon(
            rings: polygon.rings.enumerated().map { role, ring in
                var corners = ring.coordinates
                if (PlanarTurn.twice(corners) > 0) == (role == 0) { corners.reverse() }
                guard corners.count > 1, corners.first == corners.last else { return ring }
                corners.removeLast()
                let first = places % corners.count
                return Ring(Array(corners[first...]) + Array(corners[...first]))
            })
    }
}
