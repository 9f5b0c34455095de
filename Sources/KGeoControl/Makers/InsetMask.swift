// Which places lie in a region, farther than some way from its outline: away from borders and coasts.

internal import KGeoCore
internal import KGeoSurface
internal import SystemC

/// A region without the ground along its outline.
struct InsetMask {
    private struct Edge {
        var a, b: PlanePoint

        /// Where it passes a northing; nil where it does not.
        func easting(at y: Double) -> Double? {
            (a.y > y) != (b.y > y) ? a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) : nil
        }

        /// The square of the distance of a place, in m².
        func squaredDistance(_ p: PlanePoint) -> Double {
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            let length = dx * dx + dy * dy
            let t = length > 0 ? min(1, max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length)) : 0
            let (x, y) = (p.x - a.x - t * dx, p.y - a.y - t * dy)
            return x * x + y * y
        }
    }

    private enum State: UInt8 { case outside, inside, near }

    private let inset: Double
    private let edges: [Edge]
    private let grid: PlaneGrid
    /// The edges that pass through each row of squares.
    private let rows: [[Int32]]
    private var states: [State] = []

    /// The width of a square, in m.
    private static let size = 2_000.0

    /// The ground of a region farther than `inset` metres from its outline.
    init(_ region: [Polygon], inset: Double, in plane: EqualAreaPlane) {
        self.inset = inset
        edges = plane.rings(of: region).flatMap { ring in
            ring.indices.map { Edge(a: ring[$0], b: ring[($0 + 1) % ring.count]) }
        }
        grid = PlaneGrid(size: Self.size, boxes: edges.compactMap { PlaneGrid.Box([$0.a, $0.b]) })
        var rows = [[Int32]](repeating: [], count: grid.rows)
        for (number, edge) in edges.enumerated() {
            let (low, high) = (grid.square(edge.a).row, grid.square(edge.b).row)
            for row in min(low, high)...max(low, high) where rows.indices.contains(row) {
                rows[row].append(Int32(number))
            }
        }
        self.rows = rows
        // A square that no edge reaches, its own width included, is inside or outside as a whole.
        let reach = Int((inset / grid.size).rounded(.up)) + 1
        states = grid.steps().map { $0 <= reach ? .near : .outside }
        for row in 0..<grid.rows {
            let crossings = self.crossings(row, at: grid.middle(0, row).y).sorted()
            var passed = 0
            for column in 0..<grid.columns {
                let x = grid.middle(column, row).x
                while passed < crossings.count, crossings[passed] < x { passed += 1 }
                let square = row * grid.columns + column
                if states[square] != .near, !passed.isMultiple(of: 2) { states[square] = .inside }
            }
        }
    }

    /// Whether a place lies in the region, farther from its outline than the inset.
    func contains(_ place: PlanePoint) -> Bool {
        let (column, row) = grid.square(place)
        guard grid.has(column, row) else { return false }
        switch states[row * grid.columns + column] {
        case .outside: return false
        case .inside: return true
        case .near: break
        }
        let limit = inset * inset
        let reach = Int((inset / grid.size).rounded(.up))
        for y in max(0, row - reach)...min(grid.rows - 1, row + reach) {
            for x in max(0, column - reach)...min(grid.columns - 1, column + reach) {
                for edge in grid.things(x, y) where edges[Int(edge)].squaredDistance(place) < limit {
                    return false
                }
            }
        }
        return isInside(place)
    }

    /// By parity along a line to the east.
    private func isInside(_ place: PlanePoint) -> Bool {
        let row = grid.square(place).row
        guard rows.indices.contains(row) else { return false }
        return rows[row].reduce(into: false) { isInside, number in
            if let x = edges[Int(number)].easting(at: place.y), x > place.x { isInside.toggle() }
        }
    }

    /// Where the edges of a row of squares pass a northing, by their eastings.
    private func crossings(_ row: Int, at y: Double) -> [Double] {
        rows[row].compactMap { edges[Int($0)].easting(at: y) }
    }
}
