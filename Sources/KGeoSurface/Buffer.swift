// The ground within a distance of a shape, on the ellipsoid, and a check of what was made.

public import KGeoCore
internal import KGeoMeasure

/// A buffer and how well it keeps its distance.
public struct Buffered: Hashable, Sendable {
    /// The ground within the distance (or, for a negative one, at least so far inside), longitudes in
    /// −180…180, cut at the antimeridian; empty when a surface was shrunk to nothing.
    public var polygons: [Polygon]
    /// Its area.
    public var area: AreaMeasurement
    /// How far its outline is from the distance asked for.
    public var check: BufferCheck
    /// The tolerance that held, in m.
    public var toleranceMetres: Double
}

/// Makes buffers on the ellipsoid.
///
/// Edges are geodesics. Short pieces of the shape are projected to an azimuthal equidistant plane in their
/// midst, the hull of each is widened there, and the union of all goes back to longitude and latitude. The
/// outline is then measured against the shape itself, by geodesics; what fails is made again, finer.
public enum Buffering {
    /// The distances that can be asked for, in m, without their sign.
    public static let distances = 1.0...1_000_000.0
    /// The finest tolerance in m, and as a part of the distance.
    package static let finest = (metres: 0.01, part: 1e-6)
    /// How often a buffer is made again, and by what each time is finer.
    static let attempts = [1, 0.4, 0.16]

    /// The tolerance if none is asked for: a ten thousandth of the distance, but not below 0.1 m, nor below a
    /// hundredth of a distance under 10 m.
    public static func defaultTolerance(metres distance: Double) -> Double {
        max(1e-4 * abs(distance), min(0.1, abs(distance) / 100))
    }

    /// The buffer of a shape of any kind.
    ///
    /// - Parameters:
    ///   - distance: in m, 1 to 1,000,000; a negative one shrinks surfaces.
    ///   - tolerance: the greatest deviation in m that is accepted, at least 0.01 m and a millionth of the
    ///     distance, at most a tenth of it; nil for the default.
    ///   - samples: the most places of the outline that are measured.
    /// - Throws: `usage` for a distance or tolerance out of range, or a negative distance for a shape that
    ///   is no surface; `topology` for a surface that crosses itself or a buffer that reaches a pole or all
    ///   round the globe; `geojson` for an empty shape; `geos` when the tolerance cannot be met.
    public static func buffer(
        _ geometry: Geometry, metres distance: Double, tolerance: Double? = nil, samples: Int = 20_000
    ) throws(Problem) -> Buffered {
        try buffer(geometry, metres: distance, tolerance: tolerance, samples: samples) {
            (ground) throws(Problem) in try BufferPieces(ground).buffer()
        }
    }

    /// The same with another way to make it, so that tests can have a bad one refused.
    package static func buffer(
        _ geometry: Geometry, metres distance: Double, tolerance: Double?, samples: Int,
        by make: (BufferGround) throws(Problem) -> [Polygon]
    ) throws(Problem) -> Buffered {
        let tolerance = tolerance ?? defaultTolerance(metres: distance)
        try check(metres: distance, tolerance: tolerance)
        guard !geometry.allCoordinates.isEmpty else {
            throw Problem(.geojson, "an empty shape has no buffer")
        }
        guard distance > 0 || (geometry.lines.isEmpty && geometry.points.isEmpty) else {
            throw Problem(
                .usage, "a negative distance shrinks surfaces, and this is a line or a point",
                hint: "ask for a distance above 0")
        }
        var last: BufferCheck?
        for fineness in attempts {
            let ground = try BufferGround(geometry, metres: distance, error: tolerance * fineness)
            let drawn = try make(ground)
            let check = try BufferCheck(
                of: drawn, ground: ground, tolerance: tolerance, samples: samples)
            last = check
            guard abs(check.worstMetres) <= tolerance else { continue }
            let polygons = try Antimeridian.cut(drawn)
            return Buffered(
                polygons: polygons, area: Measuring.area(of: polygons), check: check,
                toleranceMetres: tolerance)
        }
        var place = Problem.Place()
        place.coordinate = last?.place
        throw Problem(
            .geos,
            "the outline of the buffer is off by \(words(last?.worstMetres ?? .infinity)), more than the tolerance of \(words(tolerance))",
            at: place, remedy: "allow a larger tolerance, or look at the shape with \(.validate)")
    }

    /// Metres to the millimetre.
    private static func words(_ metres: Double) -> String {
        metres.isFinite ? JSONNumber((metres * 1e3).rounded() / 1e3).text + " m" : "any number of metres"
    }

    /// Refuses what no buffer can be asked for.
    ///
    /// - Throws: `usage` for a distance or tolerance out of range.
    public static func check(metres distance: Double, tolerance: Double? = nil) throws(Problem) {
        guard distances.contains(abs(distance)) else {
            throw Problem(
                .usage, "a buffer of \(words(distance)) cannot be made",
                hint: "from 1 m to 1,000 km can be asked for, below 0 to shrink areas")
        }
        guard let tolerance else { return }
        let least = max(finest.metres, finest.part * abs(distance))
        guard tolerance >= least, tolerance <= abs(distance) / 10 else {
            throw Problem(
                .usage, "a tolerance of \(words(tolerance)) does not suit a buffer of \(words(distance))",
                hint: "it may be \(words(least)) to \(words(abs(distance) / 10))")
        }
    }
}
