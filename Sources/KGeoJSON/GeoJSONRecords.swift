// What a reader tells of a feature and of the collection around it, geometry aside.

public import KGeoCore

/// A feature's id: GeoJSON allows a text or a number.
public enum FeatureID: Hashable, Sendable {
    case text(String)
    case number(JSONNumber)

    /// The id as text, as it stands in tables and messages.
    public var label: String {
        switch self {
        case .text(let text): text
        case .number(let number): number.text
        }
    }
}

/// A feature without its geometry, which went to the sink.
public struct FeatureRecord: Hashable, Sendable {
    /// Its number in the file, from 0.
    public var index: Int
    /// Its `id` member.
    public var id: FeatureID?
    /// `properties.id` when it is a text or number: a scenario's other place for an id.
    public var propertyID: FeatureID?
    /// Whether there is a geometry; false for a null geometry.
    public var hasGeometry = false
    /// Its properties when they were asked for; nil also when they are null.
    public var properties: JSONObject?
    /// Its foreign members, when they were asked for.
    public var foreign = JSONObject()
    /// Its bounding box as given.
    public var bbox: [Double]?
    /// The foreign members (and the bounding box) of its geometries, one entry per geometry in the order of
    /// the file; empty when none has any.
    public var geometryForeign: [JSONObject] = []
    /// The line on which it begins.
    public var line = 1

    /// A record of which only the number is known.
    public init(index: Int) { self.index = index }

    /// The id for tables and messages: the feature's own, else that of its properties.
    public var label: String? { (id ?? propertyID)?.label }
}

/// What the text as a whole was.
public enum DocumentKind: String, Hashable, Sendable {
    case featureCollection, feature, geometry, sequence
}

/// The collection around the features; complete when the reader has come to the end.
public struct CollectionRecord: Hashable, Sendable {
    /// What the text was: a collection, one feature, one bare geometry, or a sequence.
    public var kind: DocumentKind = .featureCollection
    /// The bounding box as given.
    public var bbox: [Double]?
    /// The foreign members in order, when they were asked for. `crs` is not among them.
    public var foreign = JSONObject()
    /// The name in the legacy `crs` member (GeoJSON 2008), if there was one.
    public var crsName: String?

    /// A collection of which nothing is known yet.
    public init() {}
}

/// Converts positions in place to WGS84 longitude and latitude.
///
/// - Throws: a problem whose place names the vertex within the block that could not be converted.
public typealias PositionTransform = (UnsafeMutableBufferPointer<Coordinate>) throws(Problem) -> Void

/// What a reader keeps and how it treats what it reads.
public struct ReaderOptions {
    /// Keep properties and foreign members.
    public var keepsProperties: Bool
    /// How rings that are not closed, rings and lines that are too short, and positions of more than three
    /// numbers are treated: as errors, or as notices while reading on.
    public var reportsStructure: Bool
    /// Swap the first two ordinates of each position.
    public var swapsXY: Bool
    /// The column of a table that holds the geometries, in well-known binary or text; nil where its name says so.
    public var geometryColumn: String?
    /// The column of a table that holds the ids of the features; nil for the one called id.
    public var idColumn: String?
    /// A conversion asked for by the user; it overrides a `crs` member.
    public var transform: PositionTransform?
    /// Gives the conversion for a `crs` member's name; nil for WGS84.
    ///
    /// - Throws: a problem when the name is no CRS that is supported.
    public var resolveCRS: (String) throws(Problem) -> PositionTransform?

    /// Options for measuring: properties are checked and dropped, structure is enforced.
    public init(
        keepsProperties: Bool = false, reportsStructure: Bool = false, swapsXY: Bool = false,
        transform: PositionTransform? = nil,
        resolveCRS: @escaping (String) throws(Problem) -> PositionTransform? = ReaderOptions.onlyWGS84
    ) {
        self.keepsProperties = keepsProperties
        self.reportsStructure = reportsStructure
        self.swapsXY = swapsXY
        self.transform = transform
        self.resolveCRS = resolveCRS
    }

    /// Accepts the names of WGS84 and refuses every other.
    public static let onlyWGS84: @Sendable (String) throws(Problem) -> PositionTransform? = {
        name throws(Problem) in
        if isWGS84(name) { return nil }
        throw Problem(.crs, "the coordinate reference system \"\(name)\" is not WGS84")
    }

    /// Whether a `crs` name means WGS84 longitude and latitude.
    public static func isWGS84(_ name: String) -> Bool {
        [
            "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "OGC:CRS84", "CRS84",
            "urn:ogc:def:crs:EPSG::4326", "EPSG:4326",
        ].contains(name)
    }
}
