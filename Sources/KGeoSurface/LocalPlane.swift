// A plane in metres around a place, for what has to be drawn with straight edges and circles.

package import KGeoCore
internal import PROJKit
internal import SystemC

/// The azimuthal equidistant plane around a place: distances and directions from there are true, others within
/// (r/6371 km)²/6 at r from it, 40 ppm at 100 km.
package struct LocalPlane {
    package let centre: Coordinate

    /// The plane around a centre.
    package init(centre: Coordinate) { self.centre = centre }

    /// A place of the globe in the plane.
    package func plane(_ place: Coordinate) -> PlanePoint {
        let way = Geodesic.wgs84.inverse(from: centre, to: place)
        let azimuth = way.azimuth1 * .pi / 180
        return PlanePoint(x: way.distance * sin(azimuth), y: way.distance * cos(azimuth))
    }

    /// A place of the plane on the globe.
    package func globe(_ point: PlanePoint) -> Coordinate {
        let (x, y) = (point.x, point.y)
        return Geodesic.wgs84.direct(
            from: centre, azimuth: atan2(x, y) * 180 / .pi, distance: (x * x + y * y).squareRoot()
        ).coordinate
    }

    /// The rings of a polygon of the globe in the plane.
    package func rings(of polygon: Polygon) -> [[PlanePoint]] {
        polygon.rings.map { $0.coordinates.map(plane) }
    }

    /// Polygons of the globe in the plane, as GEOS takes them.
    package func planar(_ polygons: [Polygon]) -> [Polygon] {
        polygons.map { turned($0) { plane($0).planar } }
    }

    /// Polygons of the plane, as GEOS gives them, on the globe.
    package func globe(planar polygons: [Polygon]) -> [Polygon] {
        polygons.map { turned($0) { globe(PlanePoint(planar: $0)) } }
    }

    private func turned(_ polygon: Polygon, _ turn: (Coordinate) -> Coordinate) -> Polygon {
        Polygon(rings: polygon.rings.map { Ring($0.coordinates.map(turn)) })
    }
}
