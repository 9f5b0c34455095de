// A place of a plane in metres, so that no metre is ever taken for a degree.

package import KGeoCore

/// A place of a plane, in metres.
public struct PlanePoint: Hashable, Sendable {
    /// Metres east (x) and north (y) of the origin of the plane.
    public var x, y: Double

    /// A place from its metres east and north.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// What GEOS gives, which knows x and y alone.
    package init(planar: Coordinate) { self.init(x: planar.longitude, y: planar.latitude) }

    /// What GEOS takes.
    package var planar: Coordinate { Coordinate(x, y) }

    /// The distance to another place of the plane, in m.
    public func distance(to other: PlanePoint) -> Double {
        let (dx, dy) = (x - other.x, y - other.y)
        return (dx * dx + dy * dy).squareRoot()
    }
}
