// Squares of a plane and what lies in each of them, to find near things fast.

internal import KGeoSurface
internal import SystemC

/// Things sorted into the squares that their boxes touch.
struct PlaneGrid {
    /// A box of the plane, in m.
    struct Box {
        var west, south, east, north: Double

        /// The box of places; nil for none.
        init?(_ points: some Sequence<PlanePoint>) {
            (west, south, east, north) = (.infinity, .infinity, -.infinity, -.infinity)
            for point in points {
                (west, east) = (min(west, point.x), max(east, point.x))
                (south, north) = (min(south, point.y), max(north, point.y))
            }
            guard west <= east, west.isFinite, east.isFinite, south.isFinite, north.isFinite else {
                return nil
            }
        }
    }

    /// The width of a square, in m.
    let size: Double
    let columns, rows: Int
    private let west, south: Double
    private var first: [Int32]
    private var things: [Int32]

    /// The most squares of a grid; wider ones are taken where there would be more.
    private static let most = 4_000_000.0

    /// Sorts things by their boxes.
    ///
    /// - Parameter size: the width of a square in m.
    init(size wanted: Double, boxes: [Box]) {
        let west = boxes.map(\.west).min() ?? 0
        let south = boxes.map(\.south).min() ?? 0
        let width = (boxes.map(\.east).max() ?? 0) - west
        let height = (boxes.map(\.north).max() ?? 0) - south
        let size = max(wanted, (width * height / Self.most).squareRoot(), max(width, height) / Self.most)
        (self.west, self.south, self.size) = (west, south, size)
        let (columns, rows) = (Int(width / size) + 1, Int(height / size) + 1)
        (self.columns, self.rows) = (columns, rows)
        func squares(_ box: Box, _ body: (Int) -> Void) {
            let (from, to) = (Int((box.west - west) / size), Int((box.east - west) / size))
            for row in Int((box.south - south) / size)...Int((box.north - south) / size) {
                for column in from...to { body(row * columns + column) }
            }
        }
        var counts = [Int32](repeating: 0, count: columns * rows + 1)
        for box in boxes { squares(box) { counts[$0 + 1] += 1 } }
        for i in counts.indices.dropFirst() { counts[i] += counts[i - 1] }
        first = counts
        things = [Int32](repeating: 0, count: Int(counts.last ?? 0))
        var next = counts
        for (number, box) in boxes.enumerated() {
            squares(box) { square in
                things[Int(next[square])] = Int32(number)
                next[square] += 1
            }
        }
    }

    /// The column and row in which a place lies; they may lie outside the grid.
    func square(_ point: PlanePoint) -> (column: Int, row: Int) {
        (Int(((point.x - west) / size).rounded(.down)), Int(((point.y - south) / size).rounded(.down)))
    }

    /// Whether a square is one of the grid.
    func has(_ column: Int, _ row: Int) -> Bool {
        column >= 0 && row >= 0 && column < columns && row < rows
    }

    /// The things of a square of the grid.
    func things(_ column: Int, _ row: Int) -> ArraySlice<Int32> {
        let square = row * columns + column
        return things[Int(first[square])..<Int(first[square + 1])]
    }

    /// The middle of a square.
    func middle(_ column: Int, _ row: Int) -> PlanePoint {
        PlanePoint(x: west + (Double(column) + 0.5) * size, y: south + (Double(row) + 0.5) * size)
    }

    /// For each square, row by row, how many squares away, by rows and columns, the nearest one is that holds something.
    func steps() -> [Int] {
        var steps = (0..<columns * rows).map { first[$0] < first[$0 + 1] ? 0 : columns + rows }
        /// The least of a square and of the neighbours that have been passed.
        func take(_ column: Int, _ row: Int, _ sign: Int) {
            let square = row * columns + column
            for (x, y) in [(-1, 0), (-1, -1), (0, -1), (1, -1)] where has(column + sign * x, row + sign * y) {
                steps[square] = min(steps[square], steps[square + sign * (y * columns + x)] + 1)
            }
        }
        for row in 0..<rows { for column in 0..<columns { take(column, row, 1) } }
        for row in (0..<rows).reversed() { for column in (0..<columns).reversed() { take(column, row, -1) } }
        return steps
    }
}
