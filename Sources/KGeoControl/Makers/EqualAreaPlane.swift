// A plane in metres in which areas are true, for what is summed over ground of several hundred kilometres.

internal import KGeoCore
internal import KGeoSurface
internal import PROJKit
internal import SystemC

/// Lambert's azimuthal equal-area plane around a place, on the ellipsoid (Snyder, *Map Projections*, USGS 1987, 24-2 to
/// 24-20). Areas are true; lengths are off by (r/6371 km)²/8 at r from the centre, 0.3 % at 1,000 km.
struct EqualAreaPlane {
    private static let a = Geodesic.wgs84.equatorialRadius
    private static let e2 = Geodesic.wgs84.flattening * (2 - Geodesic.wgs84.flattening)
    private static let e = e2.squareRoot()
    private static let qPole = q(sine: 1)

    private let longitude: Double
    private let sinCentre, cosCentre, radius, stretch: Double

    /// The plane around a place that is no pole.
    init(centre: Coordinate) {
        longitude = centre.longitude
        let latitude = min(max(centre.latitude, -89), 89) * .pi / 180
        let sine = sin(latitude)
        let authalic = asin(Self.q(sine: sine) / Self.qPole)
        (sinCentre, cosCentre) = (sin(authalic), cos(authalic))
        radius = Self.a * (Self.qPole / 2).squareRoot()
        stretch =
            Self.a * cos(latitude) / (1 - Self.e2 * sine * sine).squareRoot() / (radius * cosCentre)
    }

    /// The plane around the middle of some ground.
    init(around polygons: [Polygon]) {
        var box = BoundingBox()
        for polygon in polygons { box.formUnion(BoundingBox(polygon.shell?.coordinates ?? [])) }
        self.init(
            centre: box.isEmpty
                ? Coordinate(0, 0) : Coordinate((box.west + box.east) / 2, (box.south + box.north) / 2))
    }

    private static func q(sine: Double) -> Double {
        (1 - e2)
            * (sine / (1 - e2 * sine * sine) - log((1 - e * sine) / (1 + e * sine)) / (2 * e))
    }

    /// A place of the globe in the plane.
    func plane(_ place: Coordinate) -> PlanePoint {
        let across = Longitude.step(longitude, place.longitude) * .pi / 180
        let sinAuthalic = Self.q(sine: sin(place.latitude * .pi / 180)) / Self.qPole
        let cosAuthalic = max(0, 1 - sinAuthalic * sinAuthalic).squareRoot()
        let cosAcross = cos(across)
        let b =
            radius
            * (2 / max(1e-12, 1 + sinCentre * sinAuthalic + cosCentre * cosAuthalic * cosAcross)).squareRoot()
        return PlanePoint(
            x: b * stretch * cosAuthalic * sin(across),
            y: b / stretch * (cosCentre * sinAuthalic - sinCentre * cosAuthalic * cosAcross))
    }

    /// The rings of polygons in the plane, each without the repetition of its first place.
    func rings(of polygons: [Polygon]) -> [[PlanePoint]] {
        polygons.flatMap(\.rings).map { $0.coordinates.dropLast().map(plane) }
    }
}

extension [PlanePoint] {
    /// Twice the signed area of a ring whose first place is not repeated, in m².
    var doubleArea: Double {
        guard let first, let last else { return 0 }
        var sum = 0.0
        var before = PlanePoint(x: last.x - first.x, y: last.y - first.y)
        for point in self {
            let here = PlanePoint(x: point.x - first.x, y: point.y - first.y)
            sum += before.x * here.y - here.x * before.y
            before = here
        }
        return sum
    }
}
