// A plane in metres around a place, for what has to be drawn with straight edges and circles.

package import KGeoCore
internal import PROJKit
internal import SystemC

/// The azimuthal equidistant plane around a place: distances and directions from there are true, others within
/// (r/6371 km)²/6 at r from it, 40 ppm at 100 km. A `Coordinate` of the plane carries metres east and north.
package struct LocalPlane {
    package let centre: Coordinate

    /// The plane around a centre.
    package init(centre: Coordinate) { self.centre = centre }

    /// A place of the globe in the plane, easting first.
    package func plane(_ place: Coordinate) -> Coordinate {
        let way = Geodesic.wgs84.inverse(from: centre, to: place)
        let azimuth = way.azimuth1 * .pi / 180
        return Coordinate(way.distance * sin(azimuth), way.distance * cos(azimuth))
    }

    /// A place of the plane on the globe.
    package func globe(_ planar: Coordinate) -> Coordinate {
        let (x, y) = (planar.longitude, planar.latitude)
        return Geodesic.wgs84.direct(
            from: centre, azimuth: atan2(x, y) * 180 / .pi, distance: (x * x + y * y).squareRoot()
        ).coordinate
    }

    /// Polygons of the globe in the plane.
    package func plane(_ polygons: [Polygon]) -> [Polygon] { polygons.map { turned($0, plane) } }

    /// Polygons of the plane on the globe.
    package func globe(_ polygons: [Polygon]) -> [Polygon] { polygons.map { turned($0, globe) } }

    private func turned(_ polygon: Polygon, _ turn: (Coordinate) -> Coordinate) -> Polygon {
        Polygon(rings: polygon.rings.map { Ring($0.coordinates.map(turn)) })
    }
}
