// The shapes that travel between rooms: plain values, no handle of a C library among them.

/// A list of positions: two ordinates each, and whatever further ordinates (height, measure) came with
/// them. The further ordinates are never measured; they are kept so that a file can be written again.
public struct Positions: Hashable, Sendable {
    /// The positions, in the order of the file.
    public var coordinates: [Coordinate]
    /// For each position the ordinates after the second, or empty when no position has any.
    public var furtherOrdinates: [[Double]]

    /// Positions with or without further ordinates; when given, there must be one list per position.
    public init(_ coordinates: [Coordinate], furtherOrdinates: [[Double]] = []) {
        precondition(furtherOrdinates.isEmpty || furtherOrdinates.count == coordinates.count)
        self.coordinates = coordinates
        self.furtherOrdinates = furtherOrdinates
    }

    /// The number of positions.
    public var count: Int { coordinates.count }

    /// The same positions from the last to the first.
    public func reversed() -> Positions {
        Positions(coordinates.reversed(), furtherOrdinates: furtherOrdinates.reversed())
    }
}

/// A closed line: its last position repeats its first, as in GeoJSON.
public struct Ring: Hashable, Sendable {
    /// The positions, the closing one included.
    public var positions: Positions
    /// The places alone.
    public var coordinates: [Coordinate] { positions.coordinates }

    /// A ring from positions of which the last repeats the first; nothing is checked here.
    public init(_ positions: Positions) { self.positions = positions }
    /// A ring from places of which the last repeats the first; nothing is checked here.
    public init(_ coordinates: [Coordinate]) { self.init(Positions(coordinates)) }
}

/// A line of at least two positions.
public struct LineString: Hashable, Sendable {
    /// The positions from one end to the other.
    public var positions: Positions
    /// The places alone.
    public var coordinates: [Coordinate] { positions.coordinates }

    /// A line from its positions; nothing is checked here.
    public init(_ positions: Positions) { self.positions = positions }
    /// A line from its places; nothing is checked here.
    public init(_ coordinates: [Coordinate]) { self.init(Positions(coordinates)) }
}

/// A surface: a shell and the holes in it. Which ring is which is said by its place, never by its winding.
public struct Polygon: Hashable, Sendable {
    /// The shell first, then the holes; empty for an empty polygon.
    public var rings: [Ring]

    /// A polygon from its rings, the shell first.
    public init(rings: [Ring]) { self.rings = rings }
    /// A polygon from a shell and holes.
    public init(shell: Ring, holes: [Ring] = []) { rings = [shell] + holes }

    /// The outer ring, or nil for an empty polygon.
    public var shell: Ring? { rings.first }
    /// The rings cut out of the shell.
    public var holes: ArraySlice<Ring> { rings.dropFirst() }
}

/// Several surfaces that count as one.
public struct MultiPolygon: Hashable, Sendable {
    /// The parts.
    public var polygons: [Polygon]

    /// A surface of several parts.
    public init(_ polygons: [Polygon]) { self.polygons = polygons }

    /// The number of positions in all rings.
    public var vertexCount: Int {
        polygons.reduce(0) { $0 + $1.rings.reduce(0) { $0 + $1.positions.count } }
    }
}

/// The names of GeoJSON's geometry types.
public enum GeometryType: String, CaseIterable, Hashable, Sendable {
    case point = "Point"
    case multiPoint = "MultiPoint"
    case lineString = "LineString"
    case multiLineString = "MultiLineString"
    case polygon = "Polygon"
    case multiPolygon = "MultiPolygon"
    case geometryCollection = "GeometryCollection"

    /// How deep the arrays of `coordinates` are nested; 0 for a collection, which has none.
    public var depth: Int {
        switch self {
        case .geometryCollection: 0
        case .point: 1
        case .multiPoint, .lineString: 2
        case .multiLineString, .polygon: 3
        case .multiPolygon: 4
        }
    }
}

/// One geometry of any of GeoJSON's types.
public enum Geometry: Hashable, Sendable {
    /// One place; without a position it is an empty point.
    case point(Positions)
    case multiPoint(Positions)
    case lineString(LineString)
    case multiLineString([LineString])
    case polygon(Polygon)
    case multiPolygon(MultiPolygon)
    case collection([Geometry])

    /// The type's name in GeoJSON.
    public var type: GeometryType {
        switch self {
        case .point: .point
        case .multiPoint: .multiPoint
        case .lineString: .lineString
        case .multiLineString: .multiLineString
        case .polygon: .polygon
        case .multiPolygon: .multiPolygon
        case .collection: .geometryCollection
        }
    }

    /// All surfaces in it, those of nested collections too.
    public var polygons: [Polygon] {
        switch self {
        case .polygon(let polygon): polygon.rings.isEmpty ? [] : [polygon]
        case .multiPolygon(let multi): multi.polygons.filter { !$0.rings.isEmpty }
        case .collection(let members): members.flatMap(\.polygons)
        default: []
        }
    }

    /// All lines in it, those of nested collections too; rings of polygons are not lines.
    public var lines: [LineString] {
        switch self {
        case .lineString(let line): line.positions.count == 0 ? [] : [line]
        case .multiLineString(let lines): lines.filter { $0.positions.count > 0 }
        case .collection(let members): members.flatMap(\.lines)
        default: []
        }
    }

    /// All single places in it, those of nested collections too.
    public var points: [Coordinate] {
        switch self {
        case .point(let positions), .multiPoint(let positions): positions.coordinates
        case .collection(let members): members.flatMap(\.points)
        default: []
        }
    }

    /// Every position in it, in order.
    public var allCoordinates: [Coordinate] {
        switch self {
        case .point(let positions), .multiPoint(let positions): positions.coordinates
        case .lineString(let line): line.coordinates
        case .multiLineString(let lines): lines.flatMap(\.coordinates)
        case .polygon(let polygon): polygon.rings.flatMap(\.coordinates)
        case .multiPolygon(let multi): multi.polygons.flatMap { $0.rings.flatMap(\.coordinates) }
        case .collection(let members): members.flatMap(\.allCoordinates)
        }
    }
}
