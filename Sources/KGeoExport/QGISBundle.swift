// What goes into a bundle for QGIS, and the files that come out: measured values in, texts out.

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

/// A file of a bundle, ready to be written.
public struct BundleFile: Hashable, Sendable {
    /// Its name, without a folder.
    public let name: String
    /// Its text.
    public let text: String
    /// Features in it; nil for a file that holds none (a style, the README).
    public let featureCount: Int?
}

/// A folder for QGIS: a GeoJSON file per map and kind of geometry, a style beside each, and a README.
public struct QGISBundle: Hashable, Sendable {
    /// The maps.
    public var maps: [BundleMap]
    /// The program that measured, with its version.
    public var tool: String
    /// How the values of findings were measured, as a clause: "geodesic edges, correlation length 5 km".
    public var method: String

    /// A bundle of maps.
    public init(maps: [BundleMap], tool: String, method: String) {
        self.maps = maps
        self.tool = tool
        self.method = method
    }

    /// The files, in a stable order: for each map its layers, each followed by its style; then the README.
    ///
    /// - Throws: a problem with code `coordinate` when a position is no finite number.
    public func files() throws(Problem) -> [BundleFile] {
        var files: [BundleFile] = []
        var layers: [[BundleLayer]] = []
        for map in maps {
            let own = try BundleLayer.layers(of: map)
            layers.append(own)
            for layer in own {
                files.append(
                    BundleFile(
                        name: layer.name + ".geojson", text: layer.text, featureCount: layer.features.count))
                files.append(
                    BundleFile(
                        name: layer.name + ".qml", text: QGISStyle.text(layer.style), featureCount: nil))
            }
        }
        let readme = BundleReadme(bundle: self, layers: layers).text
        return files + [BundleFile(name: "README.md", text: readme, featureCount: nil)]
    }
}
