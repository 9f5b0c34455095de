// Whether a circle of some size fits into a surface.

internal import SystemC

/// How thick a surface is at its thickest.
public enum Thickness {
    /// Sizes within this share of the limit are not told apart.
    public static let tolerance = 0.01

    /// Whether no circle of a radius fits into a polygon of a plane.
    ///
    /// Squares are halved from the bounding box down. The middle of a square is at most half a diagonal from any place in
    /// it, so a square whose middle is too near the outline by more than that holds no such centre; each square keeps
    /// only the edges that can be nearest to a place in it (the quadtree of Garcia-Castellanos and Lombardo, *Poles of
    /// inaccessibility*, Scottish Geographical Journal 123, 2007, that ends with the first circle found).
    ///
    /// - Parameter rings: the shell and the holes, each closed.
    public static func isThinner(_ rings: [[PlanePoint]], thanRadius radius: Double) -> Bool {
        guard radius > 0 else { return false }
        let edges = rings.flatMap { ring in
            zip(ring, ring.dropFirst()).filter { $0 != $1 }.map { Edge(a: $0, b: $1) }
        }
        guard !edges.isEmpty else { return true }
        var (west, south, east, north) = (
            Double.infinity, Double.infinity, -Double.infinity, -Double.infinity
        )
        for point in rings.joined() {
            (west, east) = (min(west, point.x), max(east, point.x))
            (south, north) = (min(south, point.y), max(north, point.y))
        }
        // Off the middle of the box, on which corners of regular shapes like to lie: no way from square to square should
        // run through a corner.
        let half = max(east - west, north - south) * 0.531_7
        let middle = PlanePoint(
            x: (west + east) / 2 + 0.013_7 * half, y: (south + north) / 2 + 0.027_1 * half)
        // From outside all of it a way to the middle crosses the outline as often as inside and outside change.
        let outside = PlanePoint(x: west - half - 1, y: middle.y)
        var stack = [
            Square(
                middle, half: half, from: outside, wasInside: false, edges, edges.indices.map { Int32($0) })
        ]
        while let square = stack.popLast() {
            if square.depth >= radius { return false }
            let reach = square.half * 2.0.squareRoot()
            guard square.depth + reach >= radius, reach > tolerance * radius else { continue }
            var children: [Square] = []
            for (dx, dy) in [(-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)] {
                children.append(
                    Square(
                        PlanePoint(
                            x: square.middle.x + dx * square.half, y: square.middle.y + dy * square.half),
                        half: square.half / 2, from: square.middle, wasInside: square.depth > 0, edges,
                        square.near))
            }
            // The deepest is looked at first.
            stack += children.sorted { $0.depth < $1.depth }
        }
        return true
    }

    private struct Edge {
        var a, b: PlanePoint

        func distance(to p: PlanePoint) -> Double {
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            let square = dx * dx + dy * dy
            let t =
                square > 0
                ? min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0), 1)
                : 0
            let (x, y) = (a.x + t * dx - p.x, a.y + t * dy - p.y)
            return (x * x + y * y).squareRoot()
        }

        /// Whether it crosses the way from one place to another; ends count on one side only.
        func crosses(_ p: PlanePoint, _ q: PlanePoint) -> Bool {
            func side(_ u: PlanePoint, _ v: PlanePoint, _ w: PlanePoint) -> Bool {
                (v.x - u.x) * (w.y - u.y)
                    - (v.y - u.y) * (w.x - u.x) > 0
            }
            return side(p, q, a) != side(p, q, b) && side(a, b, p) != side(a, b, q)
        }
    }

    private struct Square {
        var middle: PlanePoint
        var half: Double
        /// Distance of the middle from the outline, negative outside.
        var depth: Double
        /// The edges that can be nearest to a place in it.
        var near: [Int32]

        init(
            _ middle: PlanePoint, half: Double, from known: PlanePoint, wasInside: Bool, _ edges: [Edge],
            _ candidates: [Int32]
        ) {
            self.middle = middle
            self.half = half
            var (nearest, crossings) = (Double.infinity, 0)
            var distances: [Double] = []
            distances.reserveCapacity(candidates.count)
            for i in candidates {
                let edge = edges[Int(i)]
                let distance = edge.distance(to: middle)
                distances.append(distance)
                nearest = min(nearest, distance)
                if edge.crosses(known, middle) { crossings += 1 }
            }
            depth = (crossings % 2 == 1) != wasInside ? nearest : -nearest
            // A place in the square is within half a diagonal of the middle, and so are the ways to its quarters.
            let reach = nearest + 2 * half * 2.0.squareRoot()
            near = zip(candidates, distances).filter { $0.1 <= reach }.map(\.0)
        }
    }
}
