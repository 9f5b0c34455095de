// The line along which a field on a square grid has a value, and the ground inside it.

package import KGeoCore
internal import KGeoSurface

extension GridField {
    /// The ground where the field exceeds a value, in m of the plane.
    ///
    /// The line crosses an edge of the grid where the values on it, taken as linear, reach the level; in a square whose
    /// corners lie across, the mean of the four decides which are joined (marching squares; Lorensen and Cline,
    /// Computer Graphics 21, 1987, in two dimensions). Ground ends half a step outside the outermost nodes.
    package func ground(above level: Double) -> [Polygon] {
        Contour(self, level: level).polygons()
    }
}

/// The rings of one level. Beyond the grid nothing exceeds it, so that every ring is closed.
private struct Contour {
    let field: GridField
    let level: Double
    /// A node more on every side.
    let columns, rows: Int
    /// Of each edge on which a piece of line begins: the edge on which it ends.
    private var next: [Int: Int] = [:]

    init(_ field: GridField, level: Double) {
        self.field = field
        self.level = level
        columns = field.columns + 2
        rows = field.rows + 2
        for row in 0..<rows - 1 { for column in 0..<columns - 1 { cross(column, row) } }
    }

    /// How far a node is above the level.
    private func excess(_ column: Int, _ row: Int) -> Double {
        guard column > 0, row > 0, column < columns - 1, row < rows - 1 else { return -1 }
        return field.values[(row - 1) * field.columns + column - 1] - level
    }

    /// The pieces of line in a square, ground on the left.
    private mutating func cross(_ column: Int, _ row: Int) {
        let corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
        let heights = corners.map { excess($0.0, $0.1) }
        let inside = heights.map { $0 > 0 }
        guard inside.contains(true), inside.contains(false) else { return }
        // Edges anticlockwise from the southern: where ground is left, and where it is entered.
        let edges = [
            edge(column, row, isVertical: false), edge(column + 1, row, isVertical: true),
            edge(column, row + 1, isVertical: false), edge(column, row, isVertical: true),
        ]
        let left = (0..<4).filter { inside[$0] && !inside[($0 + 1) % 4] }
        for exit in left {
            // The next entrance, or the one before where the ground of two corners is not joined.
            let isJoined = left.count == 1 || heights.reduce(0, +) > 0
            let turn = isJoined ? 1 : 3
            var other = (exit + turn) % 4
            while inside[other] || !inside[(other + 1) % 4] { other = (other + turn) % 4 }
            next[edges[exit]] = edges[other]
        }
    }

    private func edge(_ column: Int, _ row: Int, isVertical: Bool) -> Int {
        2 * (row * columns + column) + (isVertical ? 1 : 0)
    }

    /// Where the line crosses an edge, in m.
    private func place(_ edge: Int) -> PlanePoint {
        let (node, isVertical) = (edge / 2, edge % 2 == 1)
        let (column, row) = (node % columns, node / columns)
        let (a, b) = (
            excess(column, row), isVertical ? excess(column, row + 1) : excess(column + 1, row)
        )
        // Half way to a node beyond the grid, which has no value.
        let isOutermost =
            isVertical ? row == 0 || row == rows - 2 : column == 0 || column == columns - 2
        let share = isOutermost ? 0.5 : a / (a - b)
        let from = field.place(column - 1, row - 1)
        return isVertical
            ? PlanePoint(x: from.x, y: from.y + share * field.step)
            : PlanePoint(x: from.x + share * field.step, y: from.y)
    }

    /// The rings, each once, in the order of their first edge.
    private func rings() -> [[PlanePoint]] {
        var rings: [[PlanePoint]] = []
        var seen: Set<Int> = []
        for first in next.keys.sorted() where !seen.contains(first) {
            var ring: [PlanePoint] = []
            var edge = first
            while seen.insert(edge).inserted, let following = next[edge] {
                let spot = place(edge)
                if ring.last != spot { ring.append(spot) }
                edge = following
            }
            if ring.count > 1, ring.first == ring.last { ring.removeLast() }
            if ring.count > 2, Self.signedArea(ring) != 0 { rings.append(ring) }
        }
        return rings
    }

    /// The ground: what is drawn anticlockwise is a shell, and each hole lies in the smallest shell around it.
    func polygons() -> [Polygon] {
        let all = rings().map { (ring: $0, area: Self.signedArea($0)) }
        var shells = all.filter { $0.area > 0 }.map { (rings: [$0.ring], area: $0.area) }
        shells.sort { $0.area < $1.area }
        for hole in all where hole.area < 0 {
            let around = shells.firstIndex { $0.area > -hole.area && Self.holds($0.rings[0], hole.ring) }
            if let around { shells[around].rings.append(hole.ring) }
        }
        return shells.map { shell in
            Polygon(rings: shell.rings.map { Ring(($0 + [$0[0]]).map(\.planar)) })
        }
    }

    private static func signedArea(_ ring: [PlanePoint]) -> Double {
        let origin = ring[0]
        return zip(ring, ring.dropFirst() + ring.prefix(1)).reduce(0) { sum, edge in
            sum + (edge.0.x - origin.x) * (edge.1.y - origin.y) - (edge.1.x - origin.x)
                * (edge.0.y - origin.y)
        } / 2
    }

    /// Whether a ring lies in another, which it does not cross: most of its corners do.
    private static func holds(_ shell: [PlanePoint], _ ring: [PlanePoint]) -> Bool {
        // A corner may lie on the shell where the two touch in a node; not all of them do.
        let spots = [ring[0], ring[ring.count / 3], ring[2 * ring.count / 3]]
        return spots.count { contains(shell, $0) } >= 2
    }

    private static func contains(_ ring: [PlanePoint], _ spot: PlanePoint) -> Bool {
        var isInside = false
        for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) where (a.y > spot.y) != (b.y > spot.y) {
            if spot.x < a.x + (spot.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
        }
        return isInside
    }
}
