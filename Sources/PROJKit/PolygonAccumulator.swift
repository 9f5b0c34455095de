// Area and perimeter of a ring, and length of a line, from positions that arrive in blocks.

internal import CPROJ
public import KGeoCore

/// Area and perimeter of a ring on the ellipsoid, its edges being shortest lines.
public struct GeodesicPolygon: Hashable, Sendable {
    /// Square metres; positive for a ring that runs anticlockwise, and no more in size than half the
    /// ellipsoid: what is larger is counted as its complement, with the other sign.
    public let signedArea: Double
    /// Metres, the closing edge included.
    public let perimeter: Double
}

/// Measures a ring whose positions arrive block by block. Stands for `geod_polygon_addpoint` and
/// `geod_polygon_compute`.
///
/// The ring may be given closed or open: when its last position repeats its first, that one is dropped. A
/// ring may surround a pole or cross the antimeridian. Sums are kept to twice the precision of a double, so
/// the result does not depend on how the positions are cut into blocks. A position with a latitude outside
/// −90…90 or an ordinate that is no finite number makes the result NaN.
public struct PolygonAccumulator: Sendable {
    private var path: Path
    /// The ellipsoid measured on.
    public let geodesic: Geodesic

    /// A ring without positions yet.
    public init(on geodesic: Geodesic = .wgs84) {
        self.geodesic = geodesic
        path = Path(isLine: false)
    }

    /// The number of positions taken in, a closing one included.
    public var count: Int { path.count }

    /// Takes in the next positions.
    public mutating func add(_ block: Span<Coordinate>) { path.add(block, on: geodesic) }

    /// Takes in the next positions.
    public mutating func add(_ block: [Coordinate]) { block.withSpan { add($0) } }

    /// Forgets all positions, ready for another ring.
    public mutating func reset() { path = Path(isLine: false) }

    /// Area and perimeter of the ring so far, as if it were closed here; zero for fewer than two positions.
    public func polygon() -> GeodesicPolygon {
        let (area, length) = path.result(on: geodesic)
        return GeodesicPolygon(signedArea: area, perimeter: length)
    }
}

/// Measures a line whose positions arrive block by block. Stands for `geod_polygon_addpoint` and
/// `geod_polygon_compute` in polyline mode.
public struct PolylineAccumulator: Sendable {
    private var path: Path
    /// The ellipsoid measured on.
    public let geodesic: Geodesic

    /// A line without positions yet.
    public init(on geodesic: Geodesic = .wgs84) {
        self.geodesic = geodesic
        path = Path(isLine: true)
    }

    /// The number of positions taken in.
    public var count: Int { path.count }

    /// Takes in the next positions.
    public mutating func add(_ block: Span<Coordinate>) { path.add(block, on: geodesic) }

    /// Takes in the next positions.
    public mutating func add(_ block: [Coordinate]) { block.withSpan { add($0) } }

    /// Forgets all positions, ready for another line.
    public mutating func reset() { path = Path(isLine: true) }

    /// The length of the line so far, in metres; zero for fewer than two positions, NaN for a position with
    /// a latitude outside −90…90 or an ordinate that is no finite number.
    public var length: Double { path.result(on: geodesic).length }
}

extension Geodesic {
    /// Area and perimeter of a ring, given closed or open; see `PolygonAccumulator`.
    public func polygon(_ ring: Span<Coordinate>) -> GeodesicPolygon {
        var accumulator = PolygonAccumulator(on: self)
        accumulator.add(ring)
        return accumulator.polygon()
    }

    /// Area and perimeter of a ring, given closed or open; see `PolygonAccumulator`.
    public func polygon(_ ring: [Coordinate]) -> GeodesicPolygon { ring.withSpan { polygon($0) } }

    /// The length of a line, in metres; see `PolylineAccumulator`.
    public func length(_ line: Span<Coordinate>) -> Double {
        var accumulator = PolylineAccumulator(on: self)
        accumulator.add(line)
        return accumulator.length
    }

    /// The length of a line, in metres; see `PolylineAccumulator`.
    public func length(_ line: [Coordinate]) -> Double { line.withSpan { length($0) } }
}
