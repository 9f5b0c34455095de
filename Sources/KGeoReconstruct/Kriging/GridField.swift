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

    /// The value at a place, linear between the nodes around it both ways, and how fast it changes, a metre east and north;
    /// nil beyond the grid.
    package func sample(at place: PlanePoint) -> (value: Double, east: Double, north: Double)? {
        let (x, y) = ((place.x - origin.x) / step, (place.y - origin.y) / step)
        guard columns > 1, rows > 1, x >= 0, y >= 0, x <= Double(columns - 1), y <= Double(rows - 1) else {
            return nil
        }
        let (column, row) = (min(columns - 2, Int(x)), min(rows - 2, Int(y)))
        let (s, t) = (x - Double(column), y - Double(row))
        let south = row * columns + column
        let (sw, se) = (values[south], values[south + 1])
        let (nw, ne) = (values[south + columns], values[south + columns + 1])
        let (low, high) = (sw + s * (se - sw), nw + s * (ne - nw))
        let east = (se - sw + t * (ne - nw - se + sw)) / step
        return (low + t * (high - low), east, (high - low) / step)
    }

    /// How far from a place the field has changed by an amount, in m: the mean of the ways straight up and straight down, of
    /// those on which it does within `most`; `most` where it does on neither.
    package func reach(of change: Double, from place: PlanePoint, most: Double) -> Double {
        guard let start = sample(at: place) else { return most }
        let slope = (start.east * start.east + start.north * start.north).squareRoot()
        guard slope > 0 else { return most }
        var ways: [Double] = []
        for way in [1.0, -1] {
            let (dx, dy) = (way * start.east / slope, way * start.north / slope)
            var (before, last) = (0.0, 0.0)
            for k in 1...max(1, Int((4 * most / step).rounded(.up))) {
                let distance = min(most, Double(k) * step / 4)
                guard
                    let here = sample(at: PlanePoint(x: place.x + distance * dx, y: place.y + distance * dy))
                else { break }
                let risen = way * (here.value - start.value)
                if risen >= change {
                    ways.append(last + (distance - last) * (change - before) / (risen - before))
                    break
                }
                (before, last) = (risen, distance)
            }
        }
        return ways.isEmpty ? most : ways.reduce(0, +) / Double(ways.count)
    }
}
