// What holds for a geometry in whatever form it is written.

internal import KGeoCore

/// Rules of all readers of geometries.
enum GeometryRules {
    /// How deep collections may stand in collections. RFC 7946 §3.1.8 advises against doing it at all; each
    /// level takes stack, and a thread may have little.
    static let deepestCollection = 32

    /// Whether a place lies in the range that is accepted, in degrees.
    @inline(__always)
    static func isOnGlobe(_ place: Coordinate) -> Bool {
        abs(place.longitude) <= 360 && abs(place.latitude) <= 90
    }

    /// What a type that is not read is called, and what to do with it.
    static func otherType(_ name: String, _ code: Problem.Code, _ place: Problem.Place) -> Problem {
        Problem(
            code, "the geometry type \(name) is not read", at: place,
            hint:
                "curves and patches must be made straight before: ST_CurveToLine in PostGIS, or ogr2ogr -nlt CONVERT_TO_LINEAR"
        )
    }
}
