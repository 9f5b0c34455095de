// An ellipsoid, and shortest lines on it, by the algorithms of C. F. F. Karney.

internal import CPROJ
public import KGeoCore

/// An ellipsoid of revolution, and the shortest lines (geodesics) on it.
///
/// After C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 43–55 (2013),
/// doi:10.1007/s00190-012-0578-z, as implemented in PROJ's `geodesic.h`; distances on the Earth are good to
/// about 15 nanometres.
/// Angles are in degrees, distances in metres, azimuths clockwise from north in −180…180. A place whose
/// latitude is outside −90…90, or that has an ordinate that is no finite number, gives NaN. It is a plain
/// value: it crosses tasks, opens no database and never fails.
public struct Geodesic: Sendable {
    /// The ellipsoid as C has it, with its series worked out.
    let raw: geod_geodesic

    /// The ellipsoid of WGS84 (NIMA TR8350.2): a = 6 378 137 m, 1/f = 298.257 223 563.
    public static let wgs84 = Geodesic(unchecked: 6_378_137, 1 / 298.257223563)

    private init(unchecked a: Double, _ f: Double) {
        var raw = geod_geodesic()
        geod_init(&raw, a, f)
        self.raw = raw
    }

    /// An ellipsoid from its equatorial radius in metres and its flattening. Stands for `geod_init`.
    /// - Throws: a problem `crs` for a radius that is not a finite number greater than 0, or a flattening
    ///   outside −0.02…0.02, where the series are not accurate.
    public init(equatorialRadius: Double, flattening: Double) throws(Problem) {
        guard equatorialRadius.isFinite, equatorialRadius > 0 else {
            throw Problem(
                .crs, "an ellipsoid's equatorial radius must be greater than 0, not \(equatorialRadius)")
        }
        guard abs(flattening) <= 0.02 else {
            throw Problem(.crs, "an ellipsoid's flattening must be between −0.02 and 0.02, not \(flattening)")
        }
        self.init(unchecked: equatorialRadius, flattening)
    }

    /// The equatorial radius, in metres.
    public var equatorialRadius: Double { raw.a }
    /// The flattening, (a − b)/a: 0 for a sphere.
    public var flattening: Double { raw.f }
    /// The area of the whole ellipsoid, in square metres: 4π times the square of the authalic radius.
    public var surfaceArea: Double { 4 * .pi * raw.c2 }
}

extension Geodesic: Hashable {
    public static func == (a: Geodesic, b: Geodesic) -> Bool { a.raw.a == b.raw.a && a.raw.f == b.raw.f }
    public func hash(into hasher: inout Hasher) {
        hasher.combine(raw.a)
        hasher.combine(raw.f)
    }
}
