// Small shapes that the tests share.

import GEOSKit
import KGeoCore

enum Samples {
    /// The square from (x, y) to (x + size, y + size), anticlockwise.
    static func square(_ x: Double, _ y: Double, size: Double = 1) -> Ring {
        Ring([
            Coordinate(x, y), Coordinate(x + size, y), Coordinate(x + size, y + size),
            Coordinate(x, y + size),
            Coordinate(x, y),
        ])
    }

    /// That square as a polygon.
    static func box(_ x: Double, _ y: Double, size: Double = 1) -> Polygon {
        Polygon(shell: square(x, y, size: size))
    }

    /// A ring that crosses itself at (0.5, 0.5).
    static let bowtie = Polygon(
        shell: Ring([
            Coordinate(0, 0), Coordinate(1, 1), Coordinate(1, 0), Coordinate(0, 1), Coordinate(0, 0),
        ]))

    /// A square of 10 with a hole of 4 that sticks out by half: 2 by 4 inside, 2 by 4 outside.
    static let holeOverTheEdge = Polygon(
        shell: square(0, 0, size: 10),
        holes: [square(8, 3, size: 4)])

    /// A line through the places.
    static func line(_ places: (Double, Double)...) -> LineString {
        LineString(places.map { Coordinate($0.0, $0.1) })
    }
}

/// The problem that a call throws, or nil.
func problem(_ body: () throws(Problem) -> Void) -> Problem? {
    do { try body() } catch { return error }
    return nil
}
