// How much of a ground each node of a grid stands for.

package import KGeoCore
internal import KGeoSurface
internal import SystemC

/// The area of the square around each node of a grid that lies in some polygons, in m² of the plane.
///
/// Each square is cut by eight lines from west to east; along each the polygons' part is exact.
package struct NodeAreas: Sendable {
    private static let lines = 8

    /// A value a node, row by row from the south.
    package let squareMetres: [Double]

    /// The areas around the nodes of a grid, in polygons of the plane.
    package init(_ field: GridField, in polygons: [Polygon]) {
        let (columns, count) = (field.columns, field.rows * Self.lines)
        let gap = field.step / Double(Self.lines)
        let (west, south) = (field.origin.x - field.step / 2, field.origin.y - field.step / 2 + gap / 2)
        var crossings = [[Double]](repeating: [], count: count)
        for ring in polygons.lazy.flatMap(\.rings) {
            let places = ring.coordinates.map { PlanePoint(planar: $0) }
            for (a, b) in zip(places, places.dropFirst()) where a.y != b.y {
                let (low, high) = (min(a.y, b.y), max(a.y, b.y))
                let first = max(0, Int(((low - south) / gap).rounded(.up).clamped(to: -1...Double(count))))
                let last = Int(((high - south) / gap).rounded(.up).clamped(to: -1...Double(count)))
                // A line at the height of a corner belongs to the edge that rises from there.
                for line in first..<max(first, last) {
                    let y = south + Double(line) * gap
                    crossings[line].append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
                }
            }
        }
        var squareMetres = [Double](repeating: 0, count: columns * field.rows)
        for (line, xs) in crossings.enumerated() {
            let row = line / Self.lines
            let sorted = xs.sorted()
            for k in stride(from: 0, to: sorted.count - 1, by: 2) {
                let from = (sorted[k] - west) / field.step
                let to = (sorted[k + 1] - west) / field.step
                let first = Int(from.clamped(to: 0...Double(columns)))
                let end = min(columns, Int(to.rounded(.up).clamped(to: 0...Double(columns))))
                for column in first..<max(first, end) {
                    let part = min(to, Double(column + 1)) - max(from, Double(column))
                    squareMetres[row * columns + column] += max(0, part) * field.step * gap
                }
            }
        }
        self.squareMetres = squareMetres
    }
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
