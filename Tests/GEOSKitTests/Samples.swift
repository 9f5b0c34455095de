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

    /// A surface, a line and a point together, of which GEOS knows no outline.
    static func mixed(in context: Context) throws(Problem) -> Shape {
        // Two squares share a surface, an edge and a corner.
        let comb = Polygon(
            shell: Ring([
                Coordinate(0, 0), Coordinate(6, 0), Coordinate(6, 1), Coordinate(4, 1), Coordinate(4, 2),
                Coordinate(3, 2), Coordinate(3, 0.5), Coordinate(2, 0.5), Coordinate(1, 1),
                Coordinate(0, 0.5),
                Coordinate(0, 0),
            ]))
        let a = try Shape(polygon: comb, in: context)
        let b = try Shape(
            polygon: Polygon(
                shell: Ring([
                    Coordinate(0, 1), Coordinate(6, 1), Coordinate(6, 3), Coordinate(0, 3), Coordinate(0, 1),
                ])), in: context)
        return try a.intersection(b).shape
    }

    /// Whether two shapes are of the same places, however they are written.
    static func areSame(_ a: Shape, _ b: Shape) throws(Problem) -> Bool {
        guard try a.covers(b) else { return false }
        return try b.covers(a)
    }
}

/// The problem that a call throws, or nil.
func problem(_ body: () throws(Problem) -> Void) -> Problem? {
    do { try body() } catch { return error }
    return nil
}
