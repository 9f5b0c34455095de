// What other methods would print for the same shape, so that an analyst can say where a wrong figure comes
// from (METHODS: which method gives the printed number).

public import KGeoCore
internal import PROJKit
internal import SystemC

/// Areas by methods that are common and differ from the geodesic one.
public enum OtherMethod: String, CaseIterable, Hashable, Sendable {
    case sphereMean = "sphere R = 6371008.8 m"
    case sphereEquatorial = "sphere R = 6378137 m"
    case webMercator = "Web Mercator, EPSG:3857"
    case equalAreaCylindrical = "EASE-Grid 2.0, EPSG:6933"
    case equalAreaEurope = "LAEA Europe, EPSG:3035"
    case utm = "UTM"

    /// What it is, in words.
    public var explanation: String {
        switch self {
        case .sphereMean: "a sphere of the earth's mean radius instead of the ellipsoid"
        case .sphereEquatorial: "a sphere of the equatorial radius (many web libraries)"
        case .webMercator: "planar area in the projection of web maps: wrong everywhere but at the equator"
        case .equalAreaCylindrical: "planar area in a global equal-area projection"
        case .equalAreaEurope: "planar area in Europe's equal-area projection"
        case .utm: "planar area in the UTM zone of the shape's middle"
        }
    }
}

/// Computes areas by other methods; keeps its projections, so one belongs to one worker.
public final class OtherMethods {
    private let cache = TransformationCache()

    /// A worker of its own.
    public init() {}

    /// The UTM zone's EPSG code for a place: 326nn in the north, 327nn in the south.
    public static func utmCode(for place: Coordinate) -> Int {
        let wrapped = place.longitude - 360 * ((place.longitude + 180) / 360).rounded(.down)
        let zone = min(60, Int((wrapped + 180) / 6) + 1)
        return (place.latitude < 0 ? 32_700 : 32_600) + zone
    }

    /// Area in m² of polygons by a method; nil where the method does not reach (a pole in Web Mercator).
    ///
    /// - Throws: a problem when PROJ has no such projection.
    public func area(of polygons: [Polygon], by method: OtherMethod, middle: Coordinate) throws(Problem)
        -> Double?
    {
        switch method {
        case .sphereMean: return sphere(polygons, radius: 6_371_008.8)
        case .sphereEquatorial: return sphere(polygons, radius: 6_378_137)
        case .webMercator:
            // The projection ends at 85.06°; PROJ goes on to numbers without meaning.
            let reach = polygons.allSatisfy {
                $0.rings.allSatisfy { $0.coordinates.allSatisfy { abs($0.latitude) <= 85.06 } }
            }
            return reach ? try planar(polygons, .epsg(3857)) : nil
        case .equalAreaCylindrical: return try planar(polygons, .epsg(6933))
        case .equalAreaEurope: return try planar(polygons, .epsg(3035))
        case .utm: return try planar(polygons, .epsg(Self.utmCode(for: middle)))
        }
    }

    private func planar(_ polygons: [Polygon], _ crs: CRS) throws(Problem) -> Double? {
        var total = 0.0
        for polygon in polygons {
            for (i, ring) in polygon.rings.enumerated() {
                guard let places = try projected(ring, crs) else { return nil }
                guard let origin = places.first else { continue }
                var doubled = 0.0
                for (a, b) in zip(places, places.dropFirst()) {
                    doubled +=
                        (a.longitude - origin.longitude) * (b.latitude - origin.latitude)
                        - (b.longitude - origin.longitude) * (a.latitude - origin.latitude)
                }
                total += (i == 0 ? 1 : -1) * abs(doubled) / 2
            }
        }
        return total.isFinite ? total : nil
    }

    /// The ring in a projection; nil where the projection does not reach.
    private func projected(_ ring: Ring, _ crs: CRS) throws(Problem) -> [Coordinate]? {
        try cache.withTransformation(from: .crs84, to: crs) {
            transformation throws(Problem) -> [Coordinate]? in
            var places: [Coordinate] = []
            for place in ring.coordinates {
                do throws(Problem) {
                    places.append(try transformation.transform(place))
                } catch {
                    return nil
                }
            }
            return places
        }
    }

    /// Great-circle edges on a sphere: what web libraries print, or come close to with edges of a few km.
    private func sphere(_ polygons: [Polygon], radius: Double) -> Double {
        var total = 0.0
        for polygon in polygons {
            for (i, ring) in polygon.rings.enumerated() {
                total += (i == 0 ? 1 : -1) * Self.excess(ring) * radius * radius
            }
        }
        return total
    }

    /// The area of a ring on the unit sphere, never negative; around a pole that of the cap.
    private static func excess(_ ring: Ring) -> Double {
        var sum = CompensatedSum()
        var turn = 0.0
        for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
            let step = Longitude.step(a.longitude, b.longitude)
            turn += step
            // Exact spherical excess of the quadrangle between a great-circle edge and the equator; along a
            // meridian there is none, be it from pole to pole.
            guard step != 0 else { continue }
            let t1 = tan(a.latitude * .pi / 360)
            let t2 = tan(b.latitude * .pi / 360)
            sum.add(2 * atan(tan(step * .pi / 360) * (t1 + t2) / (1 + t1 * t2)))
        }
        return abs(turn) > 180 ? 2 * .pi - abs(sum.value) : abs(sum.value)
    }
}
