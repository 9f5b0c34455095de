// Ground shared out among the places of a line: each small piece goes to the place nearest to it.

internal import KGeoCore
internal import KGeoSurface

/// Goes over ground in rows.
enum GroundScan {
    /// Pieces under this area, in m², are traces of rounding.
    private static let smallestPiece = 1_000.0
    /// Rows are so far apart, in m; closer on a piece under `small` m².
    private static let step = 125.0
    private static let closeStep = 40.0
    private static let small = 4e6

    /// A piece of ground: its rings in the plane.
    struct Piece {
        let rings: [[PlanePoint]]
        /// In m².
        let area: Double

        init(_ polygon: Polygon, in plane: EqualAreaPlane) {
            rings = plane.rings(of: [polygon])
            let areas = rings.map { abs($0.doubleArea) / 2 }
            area = max(0, (areas.first ?? 0) - areas.dropFirst().reduce(0, +))
        }
    }

    /// Hands over the small pieces of polygons: a place and the area that it stands for, in m².
    static func cells(
        of polygons: [Polygon], in plane: EqualAreaPlane, _ body: (PlanePoint, Double) -> Void
    ) {
        for polygon in polygons {
            let piece = Piece(polygon, in: plane)
            guard piece.area >= smallestPiece, let corner = piece.rings.first?.first else { continue }
            let cells = self.cells(of: piece)
            let sum = cells.reduce(0) { $0 + $1.weight }
            // Between two rows: all of it is where its outline is.
            guard sum > 0 else {
                body(corner, piece.area)
                continue
            }
            for cell in cells { body(cell.point, cell.weight * piece.area / sum) }
        }
    }

    private static func cells(of piece: Piece) -> [(point: PlanePoint, weight: Double)] {
        guard let box = PlaneGrid.Box(piece.rings[0]) else { return [] }
        let step = piece.area < small ? closeStep : self.step
        let count = Int((box.north - box.south) / step) + 1
        var crossings = [[Double]](repeating: [], count: count)
        for ring in piece.rings {
            for (i, a) in ring.enumerated() {
                let b = ring[(i + 1) % ring.count]
                let (low, high) = a.y < b.y ? (a, b) : (b, a)
                guard low.y < high.y else { continue }
                // Rows lie half a step above the multiples of a step.
                var row = max(0, Int(((low.y - box.south) / step - 0.5).rounded(.up)))
                while row < count {
                    let y = box.south + (Double(row) + 0.5) * step
                    if y >= high.y { break }
                    if y >= low.y {
                        crossings[row].append(low.x + (y - low.y) / (high.y - low.y) * (high.x - low.x))
                    }
                    row += 1
                }
            }
        }
        var cells: [(point: PlanePoint, weight: Double)] = []
        for row in crossings.indices {
            let x = crossings[row].sorted()
            let y = box.south + (Double(row) + 0.5) * step
            for k in stride(from: 0, to: x.count - 1, by: 2) {
                let width = x[k + 1] - x[k]
                let parts = max(1, Int((width / step).rounded()))
                let each = width / Double(parts)
                for part in 0..<parts {
                    cells.append(
                        (PlanePoint(x: x[k] + (Double(part) + 0.5) * each, y: y), each * step))
                }
            }
        }
        return cells
    }
}
