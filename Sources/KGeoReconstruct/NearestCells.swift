// The ground nearer to each of some places than to any other, as far as their reach: convex cells in a plane.

internal import KGeoCore
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

    let places: [Coordinate]
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
    ///   - frame: what the cells without reach fill.
    init(_ places: [Coordinate], reach: Double?, frame: BoundingBox) {
        var frame = frame
        frame.formUnion(BoundingBox(places))
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

    private func square(of place: Coordinate) -> (column: Int, row: Int) {
        (
            min(columns - 1, max(0, Int((place.longitude - frame.west) / side))),
            min(rows - 1, max(0, Int((place.latitude - frame.south) / side)))
        )
    }

    /// The corners of a place's cell, anticlockwise and open; empty when nothing is nearer to it.
    func cell(_ index: Int) -> [Coordinate] {
        let centre = places[index]
        var cell: [Coordinate]
        if let reach {
            cell = [(-reach, -reach), (reach, -reach), (reach, reach), (-reach, reach)].map {
                Coordinate(centre.longitude + $0.0, centre.latitude + $0.1)
            }
        } else {
            cell = [
                Coordinate(frame.west, frame.south), Coordinate(frame.east, frame.south),
                Coordinate(frame.east, frame.north), Coordinate(frame.west, frame.north),
            ]
        }
        var farthest = Self.farthest(cell, from: centre)
        let home = square(of: centre)
        // What lies in no square up to this ring is at least so many sides away.
        var ring = 0
        while ring <= max(columns, rows), Double(ring - 1) * side < 2 * farthest {
            for other in around(home, ring) where other != index {
                let place = places[other]
                guard place != centre, Self.distance(place, centre) < 2 * farthest else { continue }
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

    private func disc(_ centre: Coordinate, _ reach: Double, within cell: [Coordinate]) -> [Coordinate] {
        var disc = Self.circle.map {
            Coordinate(centre.longitude + reach * $0.x, centre.latitude + reach * $0.y)
        }
        for (a, b) in zip(cell, cell.dropFirst() + cell.prefix(1)) {
            let (dx, dy) = (b.longitude - a.longitude, b.latitude - a.latitude)
            disc = Self.cut(disc) { dx * ($0.latitude - a.latitude) - dy * ($0.longitude - a.longitude) }
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

    private static func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
        let (x, y) = (a.longitude - b.longitude, a.latitude - b.latitude)
        return (x * x + y * y).squareRoot()
    }

    private static func farthest(_ cell: [Coordinate], from centre: Coordinate) -> Double {
        cell.reduce(0) { max($0, distance($1, centre)) }
    }

    private static func cut(
        _ cell: [Coordinate], nearerTo centre: Coordinate, than other: Coordinate
    ) -> [Coordinate] {
        let (x, y) = (other.longitude - centre.longitude, other.latitude - centre.latitude)
        let (mx, my) = (
            (other.longitude + centre.longitude) / 2, (other.latitude + centre.latitude) / 2
        )
        return cut(cell) { (mx - $0.longitude) * x + (my - $0.latitude) * y }
    }

    /// The part of a convex polygon on which a linear function is not negative (Sutherland and Hodgman 1974).
    private static func cut(_ cell: [Coordinate], _ inside: (Coordinate) -> Double) -> [Coordinate] {
        guard var last = cell.last else { return [] }
        var lastValue = inside(last)
        var result: [Coordinate] = []
        result.reserveCapacity(cell.count + 1)
        for corner in cell {
            let value = inside(corner)
            if (value < 0) != (lastValue < 0) {
                let t = lastValue / (lastValue - value)
                result.append(
                    Coordinate(
                        last.longitude + t * (corner.longitude - last.longitude),
                        last.latitude + t * (corner.latitude - last.latitude)))
            }
            if value >= 0 { result.append(corner) }
            (last, lastValue) = (corner, value)
        }
        return result
    }

    /// The area of a polygon given by its corners, in m².
    static func area(_ corners: [Coordinate]) -> Double {
        guard let origin = corners.first else { return 0 }
        var sum = 0.0
        for (a, b) in zip(corners, corners.dropFirst()) {
            sum +=
                (a.longitude - origin.longitude) * (b.latitude - origin.latitude)
                - (b.longitude - origin.longitude) * (a.latitude - origin.latitude)
        }
        return abs(sum) / 2
    }
}
