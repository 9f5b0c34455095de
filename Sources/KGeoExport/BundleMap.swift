// What goes into a bundle for QGIS: the features of a map and its findings, as they were measured.

public import KGeoCore

/// A feature's shape of one kind, with what was measured of exactly this shape.
public enum MeasuredShape: Hashable, Sendable {
    /// Surfaces with their area and perimeter.
    case surfaces([Polygon], AreaMeasurement)
    /// Lines with their length, in m.
    case lines([LineString], metres: Double)
    /// Single places.
    case places([Coordinate])
}

/// A feature of a map as it is exported: what it says of itself, and its shapes as measured.
public struct BundleFeature: Hashable, Sendable {
    /// Its number in the map's file, from 0.
    public var index: Int
    /// Its id, as a text; nil when it has none.
    public var id: String?
    /// What it is.
    public var role: Role
    /// The status as kgeo counts it, else as the map words it.
    public var status: String?
    /// Who holds it.
    public var holder: String?
    /// Where it is.
    public var regions: [String] = []
    /// Its day, or the first of them.
    public var date: CalendarDate?
    /// The last of its days; nil where it has one alone.
    public var dateEnd: CalendarDate?
    /// σ of its line in m, where it gives one.
    public var boundaryError: Double?
    /// Who drew it, as the map says.
    public var source: String?
    /// Where that stands, as the map says; not checked to be an address.
    public var sourceURL: String?
    /// Under which licence it may be used, as the map says.
    public var licence: String?
    /// Anything else that the map says of it.
    public var note: String?
    /// Of a place: its name, the kind of evidence of its status, and the day that speaks of it.
    public var name, evidenceClass, reported: String?
    /// Of a place: by how much its position may be off, in m, 0 or more.
    public var coordinateError: Double?
    /// Of a place: who gives the position.
    public var coordinateSource: String?
    /// Its shapes, at most one of each kind; none for a feature without geometry.
    public var shapes: [MeasuredShape] = []

    /// A feature of which only number and role are known.
    public init(index: Int, role: Role) {
        self.index = index
        self.role = role
    }
}

/// One row of a finding: a claim under one definition, with the ground it was measured on.
public struct BundleFinding: Hashable, Sendable {
    /// The finding.
    public var finding: Finding
    /// The row of it.
    public var row: DefinitionFinding
    /// The dissolved ground as measured; empty when nothing was, or for a mean over several maps.
    public var polygons: [Polygon]
    /// Area and perimeter of exactly that ground; nil without ground.
    public var area: AreaMeasurement?

    /// A row with its ground.
    public init(finding: Finding, row: DefinitionFinding, polygons: [Polygon], area: AreaMeasurement?) {
        self.finding = finding
        self.row = row
        self.polygons = polygons
        self.area = area
    }
}

/// One map of a bundle.
public struct BundleMap: Hashable, Sendable {
    /// What the names of its files begin with; it must be fit for a file name (`BundleName`).
    public var name: String
    /// The file it came from, and the SHA-256 of that file's bytes in hexadecimal.
    public var file, sha256: String
    /// What the map is called.
    public var title: String?
    /// What it shows, in a few sentences.
    public var summary: String?
    /// Under which licence it may be used.
    public var licence: String?
    /// Its features, in the order of the file.
    public var features: [BundleFeature] = []
    /// What was found of its claims, a row per definition.
    public var findings: [BundleFinding] = []

    /// A map without features.
    public init(name: String, file: String, sha256: String) {
        self.name = name
        self.file = file
        self.sha256 = sha256
    }
}
