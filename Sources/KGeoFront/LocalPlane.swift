// A plane in metres around a place, for what has to be drawn with straight edges and circles.

internal import KGeoCore
internal import PROJKit

/// The azimuthal equidistant projection around a place: distances and directions from there are true, others
/// within (d/6371 km)²/6 at a distance d, 40 ppm at 100 km. A `Coordinate` of the plane carries metres east and
/// north.
struct LocalPlane: ~Copyable {
    private let transformation: Transformation

    init(around centre: Coordinate) throws(Problem) {
        let text =
            "+proj=aeqd +lat_0=\(centre.latitude) +lon_0=\(centre.longitude) +datum=WGS84 +units=m +no_defs +type=crs"
        transformation = try Transformation(from: .crs84, to: .projString(text))
    }

    func toPlane(_ place: Coordinate) throws(Problem) -> Coordinate { try transformation.transform(place) }

    func toPlane(_ places: [Coordinate]) throws(Problem) -> [Coordinate] {
        var places = places
        try transformation.transform(&places)
        return places
    }

    func toPlane(_ polygons: [Polygon]) throws(Problem) -> [Polygon] { try turned(polygons, .forward) }

    func toGlobe(_ places: [Coordinate]) throws(Problem) -> [Coordinate] {
        var places = places
        try transformation.transform(&places, .inverse)
        return places
    }

    func toGlobe(_ polygons: [Polygon]) throws(Problem) -> [Polygon] { try turned(polygons, .inverse) }

    private func turned(
        _ polygons: [Polygon], _ direction: Transformation.Direction
    ) throws(Problem) -> [Polygon] {
        var result: [Polygon] = []
        for polygon in polygons {
            var rings: [Ring] = []
            for ring in polygon.rings {
                var places = ring.coordinates
                try transformation.transform(&places, direction)
                rings.append(Ring(places))
            }
            result.append(Polygon(rings: rings))
        }
        return result
    }
}
