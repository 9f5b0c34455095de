// With how many decimals coordinates are written, and how small an area their rounding may have made.

public import KGeoCore

/// The decimals of some positions in degrees: the least number that holds them all.
public struct CoordinateDigits: Hashable, Sendable {
    /// Positions of fewer decimals are taken as exact places, not as rounded ones: a drawn square of whole degrees is
    /// no rounding. Five decimals are a metre.
    public static let fewest = 5
    /// Doubles hold no more behind three digits of degrees.
    public static let most = 13
    /// A degree of latitude on a sphere as large as the ellipsoid, in m.
    private static let degreeMetres = 111_195.0

    /// From `fewest` to `most`.
    public private(set) var decimals = CoordinateDigits.fewest
    private var scale = 1e5

    /// Of no positions yet.
    public init() {}

    /// Of the positions of some polygons.
    public init(of polygons: [Polygon]) {
        for ring in polygons.lazy.flatMap(\.rings) {
            for place in ring.coordinates {
                add(place)
                if decimals == Self.most { return }
            }
        }
    }

    /// Takes in a position.
    @inlinable public mutating func add(_ place: Coordinate) {
        while decimals < Self.most, !holds(place.longitude) || !holds(place.latitude) { grow() }
    }

    @usableFromInline func holds(_ degrees: Double) -> Bool {
        let units = degrees * scale
        // A few units of the last place of the double.
        return abs(units - units.rounded()) <= 1e-15 * abs(units) + 1e-9
    }

    @usableFromInline mutating func grow() {
        decimals += 1
        scale *= 10
    }

    /// The area that rounding every position by half a unit of its last decimal may feign around such an outline, in
    /// m²: half a unit times the perimeter.
    ///
    /// - Parameter perimeter: in m.
    public func resolution(perimeter: Double) -> Double { Self.degreeMetres / scale / 2 * perimeter }

    /// The same with geodesic edges, in m²: where edges straight in longitude and latitude enclose no more than rounding may
    /// feign, all that their geodesics enclose more is feigned too.
    public func resolution(of area: AreaMeasurement) -> Double {
        let straight = resolution(perimeter: area.perimeterMetres)
        guard area.lonlatSquareMetres < straight else { return straight }
        return straight + max(0, area.geodesicSquareMetres - area.lonlatSquareMetres)
    }

    /// What a reader must know of an area that rounding may have made; nil for any other.
    public func note(_ area: AreaMeasurement) -> String? {
        guard Self.mayFeign(area), area.geodesicSquareMetres < resolution(of: area) else { return nil }
        return
            "its area is below what the \(decimals) decimals of its coordinates resolve; it may be nothing but rounding"
    }

    /// Whether an area is so small beside its perimeter that the rounding of its coordinates may have made it. To be
    /// asked before the positions are gone through.
    public static func mayFeign(_ area: AreaMeasurement) -> Bool {
        min(area.lonlatSquareMetres, area.geodesicSquareMetres)
            < area.perimeterMetres * degreeMetres / 1e5 / 2
            && area.geodesicSquareMetres > 0
    }
}
