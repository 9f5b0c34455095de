// Values at the nodes of a square grid in a plane.

package import KGeoSurface
internal import SystemC

/// Values at the nodes of a square grid in a plane.
package struct GridField: Sendable {
    /// The south-western node, in m.
    package var origin: PlanePoint
    /// Between neighbouring nodes, in m.
    package var step: Double
    /// Nodes from west to east, and from south to north.
    package var columns, rows: Int
    /// A value a node, row by row from the south.
    package var values: [Double]

    /// A grid from its parts.
    package init(origin: PlanePoint, step: Double, columns: Int, rows: Int, values: [Double]) {
        self.origin = origin
        self.step = step
        self.columns = columns
        self.rows = rows
        self.values = values
    }

    /// The place of a node.
    package func place(_ column: Int, _ row: Int) -> PlanePoint {
        PlanePoint(x: origin.x + Double(column) * step, y: origin.y + Double(row) * step)
    }

    /// The nodes of `count` between two distances from the first, in m.
    func nodes(from low: Double, to high: Double, of count: Int) -> Range<Int> {
        let first = Int(max(0, min(Double(count), (low / step).rounded(.up))))
        let end = Int(max(0, min(Double(count), (high / step).rounded(.down) + 1)))
        return first..<max(first, end)
    }

    /// How fast the field changes at a place, a metre: the slope of the plane through the nodes around it.
    package func slope(at place: PlanePoint) -> Double {
        let column = min(columns - 2, max(0, Int((place.x - origin.x) / step)))
        let row = min(rows - 2, max(0, Int((place.y - origin.y) / step)))
        guard columns > 1, rows > 1 else { return 0 }
        let south = row * columns + column
        let north = south + columns
        let east = (values[south + 1] - values[south] + values[north + 1] - values[north]) / (2 * step)
        let up = (values[north] - values[south] + values[north + 1] - values[south + 1]) / (2 * step)
        return (east * east + up * up).squareRoot()
    }
}
