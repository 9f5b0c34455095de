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
    /// ±180 stays as drawn, since both ways are equally short, and so does ±360.
    @inlinable
    public static func step(_ from: Double, _ to: Double) -> Double {
        let raw = to - from
        if abs(raw) <= 180 || abs(raw) == 360 { return raw }
        return raw - 360 * (raw / 360).rounded()
    }

    /// Whether an edge as drawn goes the long way round and its short way is still more than a quarter of the globe: a
    /// drawing across the antimeridian spans less, so that the long way may have been meant.
    public static func isLongWayRound(_ from: Double, _ to: Double) -> Bool {
        let (raw, step) = (to - from, step(from, to))
        return step != raw && abs(step) > 90
    }

    /// The step along an edge of a ring or line, in degrees: as `step` between its ends, and for one of ±360 as drawn or
    /// nothing at all.
    ///
    /// - Parameters:
    ///   - edge: the number of the place at which the edge begins.
    ///   - places: of a ring with the closing one.
    public static func step(at edge: Int, in places: [Coordinate]) -> Double {
        let step = step(places[edge].longitude, places[edge + 1].longitude)
        return abs(step) == 360 && !isDrawnTurn(at: edge, in: places) ? 0 : step
    }

    /// Whether an edge of exactly ±360° is a whole turn: where the edges before and after it run along the meridian, as
    /// around the world drawn as a box. Elsewhere it leads from one name of the antimeridian to the other, and is nothing.
    public static func isDrawnTurn(at edge: Int, in places: [Coordinate]) -> Bool {
        guard abs(places[edge + 1].longitude - places[edge].longitude) == 360, let first = places.first,
            let last = places.last
        else { return false }
        let isClosed = first == last && places.count > 3
        let before = edge > 0 ? places[edge - 1] : isClosed ? places[places.count - 2] : nil
        let after = edge + 2 < places.count ? places[edge + 2] : isClosed ? places[1] : nil
        return before?.longitude == places[edge].longitude && after?.longitude == places[edge + 1].longitude
    }
}
