// A place on the ellipsoid, and the box around many of them.

/// A place in WGS84 longitude and latitude.
///
/// - Units: degrees. Longitude is usually in −180…180 but may run on beyond it (a shape across the
///   antimeridian may be written 170…190); latitude is in −90…90.
public struct Coordinate: Hashable, Sendable {
    /// Degrees east of Greenwich.
    public var longitude: Double
    /// Degrees north of the equator.
    public var latitude: Double

    /// A place from its longitude and latitude, in degrees; nothing is checked here.
    @inlinable
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// The same, in the order of GeoJSON.
    @inlinable
    public init(_ longitude: Double, _ latitude: Double) {
        self.init(longitude: longitude, latitude: latitude)
    }
}

/// The smallest box of longitudes and latitudes around some places, in degrees, as drawn: a box never
/// wraps at the antimeridian.
public struct BoundingBox: Hashable, Sendable {
    /// Western, southern, eastern and northern bound, in degrees.
    public var west, south, east, north: Double

    /// The empty box, which contains nothing.
    @inlinable
    public init() {
        west = .infinity
        south = .infinity
        east = -.infinity
        north = -.infinity
    }

    /// The box around the given places.
    @inlinable
    public init(_ coordinates: some Sequence<Coordinate>) {
        self.init()
        for coordinate in coordinates { insert(coordinate) }
    }

    /// Whether the box contains no place at all.
    public var isEmpty: Bool { west > east }

    /// Grows the box by one place.
    @inlinable
    public mutating func insert(_ place: Coordinate) {
        west = min(west, place.longitude)
        east = max(east, place.longitude)
        south = min(south, place.latitude)
        north = max(north, place.latitude)
    }

    /// Grows the box by another box.
    public mutating func formUnion(_ other: BoundingBox) {
        west = min(west, other.west)
        east = max(east, other.east)
        south = min(south, other.south)
        north = max(north, other.north)
    }

    /// Whether the two boxes share at least a point.
    public func intersects(_ other: BoundingBox) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }
}

/// Differences of longitude.
public enum Longitude {
    /// What a longitude beyond ±180° is, and how many whole turns it is off: those of a map that was scrolled round the
    /// globe while it was drawn. Nil for one within, and for more than ten turns: that is no longitude.
    private static func turns(in degrees: Double) -> (degrees: Double, turns: Int)? {
        guard abs(degrees) > 180, abs(degrees) <= 3_600 else { return nil }
        let turns = (degrees / 360).rounded()
        return turns == 0 ? nil : (degrees - 360 * turns, Int(turns))
    }

    /// The same in words, for a hint.
    public static func turnsInWords(of degrees: Double) -> String? {
        guard let (rest, turns) = turns(in: degrees) else { return nil }
        let count = abs(turns) == 1 ? "one whole turn" : "\(abs(turns)) whole turns"
        // To a tenth of a millimetre, without the last bits of the difference.
        let place = JSONNumber((rest * 1e9).rounded() / 1e9).text
        let (more, mend) =
            turns > 0 ? ("more", "subtract \(360 * turns) from") : ("less", "add \(-360 * turns) to")
        return
            "this is longitude \(place) and \(count) \(more), as of a map that was scrolled round the globe: \(mend) every longitude of the drawing"
    }

    /// The difference from one longitude to another, in degrees, the short way round: in −180…180. Exactly
    /// ±180 and ±360 stay as drawn: both ways are equally short, or the whole turn is meant.
    @inlinable
    public static func step(_ from: Double, _ to: Double) -> Double {
        let raw = to - from
        if abs(raw) <= 180 || abs(raw) == 360 { return raw }
        return raw - 360 * (raw / 360).rounded()
    }
}
