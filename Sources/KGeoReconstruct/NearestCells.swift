// The ground nearer to each of some places than to any other, as far as their reach: convex cells in a plane.

internal import KGeoCore
internal import KGeoSurface
internal import SystemC

/// Voronoi cells cut at a reach, each made from its neighbours alone: a square is cut by the lines halfway to
/// the places around, nearest first, until none can cut it any more. So a thousand cells cost what a thousand
/// times one cell does.
struct NearestCells {
    /// The corners of the polygon that stands for a circle, as in GEOS with 90 segments per quarter.
    private static let circle = (0..<360).map { degree in
        let angle = Double(degree) * .pi / 180
        return (x: cos(angle), y: sin(angle))
    }

    let places: [PlanePoint]
    private let reach: Double?
    private let frame: BoundingBox
    /// The places by square of a grid, about one in each.
    private var squares: [[Int]]
    private let side: Double
    private let columns, rows: Int

    /// Cells of places in a plane.
    ///
    /// - Parameters:
    ///   - reach: how far a cell goes, in m; nil for no end but the frame.
    ///   - frame: what the cells without reach fill, in m of the plane.
    init(_ places: [PlanePoint], reach: Double?, frame: BoundingBox) {
        var frame = frame
        for place in places { frame.insert(place.planar) }
        let (width, height) = (frame.east - frame.west, frame.north - frame.south)
        // At least 1 m: places that coincide have a frame without size.
        let side = max(
            1, (width * height / Double(max(1, places.count))).squareRoot(), max(width, height) / 4_096)
        self.places = places
        self.reach = reach
        self.frame = frame
        self.side = side
        columns = Int(width / side) + 1
        rows = Int(height / side) + 1
        squares = Array(repeating: [], count: columns * rows)
        for (i, place) in places.enumerated() {
            let (column, row) = square(of: place)
            squares[row * columns + column].append(i)
        }
    }

    private func square(of place: PlanePoint) -> (column: Int, row: Int) {
        (
            min(columns - 1, max(0, Int((place.x - frame.west) / side))),
            min(rows - 1, max(0, Int((place.y - frame.south) / side)))
        )
    }

    /// The corners of a place's cell, anticlockwise and open; empty when nothing is nearer to it.
    func cell(_ index: Int) -> [PlanePoint] {
        let centre = places[index]
        var cell: [PlanePoint]
        if let reach {
            cell = [(-reach, -reach), (reach, -reach), (reach, reach), (-reach, reach)].map {
                PlanePoint(x: centre.x + $0.0, y: centre.y + $0.1)
            }
        } else {
            cell = [
                PlanePoint(x: frame.west, y: frame.south), PlanePoint(x: frame.east, y: frame.south),
                PlanePoint(x: frame.east, y: frame.north), PlanePoint(x: frame.west, y: frame.north),
            ]
        }
        var farthest = Self.farthest(cell, from: centre)
        let home = square(of: centre)
        // What lies in no square up to this ring is at least so many sides away.
        var ring = 0
        while ring <= max(columns, rows), Double(ring - 1) * side < 2 * farthest {
            for other in around(home, ring) where other != index {
                let place = places[other]
                guard place != centre, place.distance(to: centre) < 2 * farthest else { continue }
                cell = Self.cut(cell, nearerTo: centre, than: place)
                farthest = Self.farthest(cell, from: centre)
            }
            ring += 1
        }
        guard let reach, farthest > reach * Self.inscribed else { return cell }
        return disc(centre, reach, within: cell)
    }

    /// The largest part of the radius at which a place is surely inside the polygon of a circle.
    private static let inscribed = cos(Double.pi / 360)

    private func disc(_ centre: PlanePoint, _ reach: Double, within cell: [PlanePoint]) -> [PlanePoint] {
        var disc = Self.circle.map {
            PlanePoint(x: centre.x + reach * $0.x, y: centre.y + reach * $0.y)
        }
        for (a, b) in zip(cell, cell.dropFirst() + cell.prefix(1)) {
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            disc = Self.cut(disc) { dx * ($0.y - a.y) - dy * ($0.x - a.x) }
        }
        return disc
    }

    /// The places in the squares at a distance of so many squares.
    private func around(_ home: (column: Int, row: Int), _ ring: Int) -> [Int] {
        var found: [Int] = []
        for row in max(0, home.row - ring)...min(rows - 1, home.row + ring) {
            let isWhole = abs(row - home.row) == ring
            let step = isWhole || ring == 0 ? 1 : 2 * ring
            for column in stride(from: home.column - ring, through: home.column + ring, by: step)
            where column >= 0 && column < columns {
                found += squares[row * columns + column]
            }
        }
        return found
    }

    private static func farthest(_ cell: [PlanePoint], from centre: PlanePoint) -> Double {
        cell.reduce(0) { max($0, $1.distance(to: centre)) }
    }

    private static func cut(
        _ cell: [PlanePoint], nearerTo centre: PlanePoint, than other: PlanePoint
    ) -> [PlanePoint] {
        let (x, y) = (other.x - centre.x, other.y - centre.y)
        let (mx, my) = (
            (other.x + centre.x) / 2, (other.y + centre.y) / 2
        )
        return cut(cell) { (mx - $0.x) * x + (my - $0.y) * y }
    }

    /// The part of a convex polygon on which a linear function is not negative (Sutherland and Hodgman 1974).
    private static func cut(_ cell: [PlanePoint], _ inside: (PlanePoint) -> Double) -> [PlanePoint] {
        guard var last = cell.last else { return [] }
        var lastValue = inside(last)
        var result: [PlanePoint] = []
        result.reserveCapacity(cell.count + 1)
        for corner in cell {
            let value = inside(corner)
            if (value < 0) != (lastValue < 0) {
                let t = lastValue / (lastValue - value)
                result.append(
                    PlanePoint(x: last.x + t * (corner.x - last.x), y: last.y + t * (corner.y - last.y)))
            }
            if value >= 0 { result.append(corner) }
            (last, lastValue) = (corner, value)
        }
        return result
    }

    /// The area of a polygon given by its corners, in m².
    static func area(_ corners: [PlanePoint]) -> Double {
        guard let origin = corners.first else { return 0 }
        var sum = 0.0
        for (a, b) in zip(corners, corners.dropFirst()) {
            sum +=
                (a.x - origin.x) * (b.y - origin.y)
                - (b.x - origin.x) * (a.y - origin.y)
        }
        return abs(sum) / 2
    }
}
