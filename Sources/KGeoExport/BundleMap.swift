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
    public var id: String?
    public var role: Role
    /// The status as kgeo counts it, else as the map words it.
    public var status: String?
    public var holder: String?
    public var regions: [String] = []
    public var date: CalendarDate?
    public var dateEnd: CalendarDate?
    /// σ of its line in m, where it gives one.
    public var boundaryError: Double?
    public var source: String?
    public var sourceURL: String?
    public var licence: String?
    public var note: String?
    /// Of a place: its name, the kind of evidence of its status, the day that speaks of it, by how much its
    /// position may be off (m), and who gives the position.
    public var name, evidenceClass, reported: String?
    public var coordinateError: Double?
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
    public var title: String?
    public var summary: String?
    public var licence: String?
    public var features: [BundleFeature] = []
    public var findings: [BundleFinding] = []

    /// A map without features.
    public init(name: String, file: String, sha256: String) {
        self.name = name
        self.file = file
        self.sha256 = sha256
    }
}
