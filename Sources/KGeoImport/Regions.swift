// The regions that cut a map, the border among them, and how well their outlines are known.

internal import KGeoControl
public import KGeoCore
public import KGeoJSON
internal import KGeoMeasure
internal import KGeoScenario
internal import KGeoSurface

/// The regions of a file.
public struct Regions: Sendable {
    /// One region.
    public struct Region: Sendable {
        /// Its name, as it stands in the property `region` of what lies in it.
        public var name: String
        var polygons: [Polygon]
        /// σ of its outline in m, where the file says it.
        var boundaryError: Double?
        /// The edges of its outline that are not those of the border.
        var otherEdges: [(a: Coordinate, b: Coordinate)] = []
    }
    /// The file's path.
    public var file: String
    /// What was said of their names.
    public private(set) var notices: [Notice] = []
    /// The regions in the order of the file.
    public var regions: [Region] = []
    /// Its licence, where the file names it.
    public var licence: String?
    /// Lines that parts of the outlines are better known along, as features of role `reference`.
    public var border: [Feature] = []
    /// The border's licence and σ in m, where its file says them.
    var borderLicence: String?
    var borderError: Double?
    private(set) var borderVertices: Set<Coordinate> = []

    /// Reads the regions of a file: its surfaces, each with its name (`NamedAreas`).
    ///
    /// - Parameter nameProperty: the property that names them.
    /// - Throws: a problem when the file cannot be read, holds no surface, or no surface has that property.
    public init(reading source: ByteSource, nameProperty: String? = nil) throws(Problem) {
        try self.init(GeoJSONDocument(reading: source), file: source.name, nameProperty: nameProperty)
    }

    /// The regions of a document.
    ///
    /// - Parameters:
    ///   - file: what it is called.
    ///   - nameProperty: the property that names them.
    /// - Throws: a problem when it holds no surface, or no surface has that property.
    public init(_ document: GeoJSONDocument, file: String, nameProperty: String? = nil) throws(Problem) {
        self.file = file
        licence = Self.licence(document)
        try AreaName.check(nameProperty, of: document.features, file: file)
        let named = try NamedAreas(document.features, property: nameProperty, file: file)
        notices = named.notices
        regions = named.areas.map { area in
            Region(
                name: area.name, polygons: area.polygons,
                boundaryError: area.feature.record.properties?["boundary_error_m"]?.double)
        }
    }

    /// Adds the lines of a border that the outlines share their vertices with.
    ///
    /// - Throws: a problem when the file cannot be read or has no line.
    public mutating func add(border source: ByteSource) throws(Problem) {
        let document = try GeoJSONDocument(reading: source)
        guard document.features.contains(where: { !($0.geometry?.lines.isEmpty ?? true) }) else {
            throw Problem(.scenario, "there is no line in this file").inFile(source.name)
        }
        add(border: document)
    }

    /// Adds the lines of a document that the outlines share their vertices with; none is none.
    public mutating func add(border document: GeoJSONDocument) {
        border = document.features.filter { !($0.geometry?.lines.isEmpty ?? true) }
        borderLicence = Self.licence(document)
        borderError = border.compactMap { $0.record.properties?["boundary_error_m"]?.double }.max()
        borderVertices = Set(border.flatMap { $0.geometry?.lines ?? [] }.flatMap(\.coordinates))
        for i in regions.indices {
            for ring in regions[i].polygons.flatMap(\.rings) {
                for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst())
                where !borderVertices.contains(a) || !borderVertices.contains(b) {
                    regions[i].otherEdges.append((a, b))
                }
            }
        }
    }

    /// The licences of the outlines, each once.
    var licences: [String] {
        [licence, borderLicence].compactMap(\.self).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func licence(_ document: GeoJSONDocument) -> String? {
        document.collection.foreign["kgeo"]?.object?["licence"]?.string
            ?? document.features.lazy.compactMap { $0.record.properties?["licence"]?.string }.first
    }

    /// Whether a stretch of a region's outline is one of the border. Where a drawn line crosses the outline, an end
    /// is a vertex of neither.
    func runsAlongBorder(_ a: Coordinate, _ b: Coordinate, of region: Region) -> Bool {
        guard !borderVertices.isEmpty else { return false }
        if borderVertices.contains(a), borderVertices.contains(b) { return true }
        let middle = Coordinate((a.longitude + b.longitude) / 2, (a.latitude + b.latitude) / 2)
        // A tenth of a millimetre: a crossing is rounded to the last bit of its ordinates.
        let tolerance = 1e-9
        return !region.otherEdges.contains { edge in
            let (x, y) = (
                edge.b.longitude - edge.a.longitude, edge.b.latitude - edge.a.latitude
            )
            let (px, py) = (middle.longitude - edge.a.longitude, middle.latitude - edge.a.latitude)
            let square = x * x + y * y
            let t = square > 0 ? min(1, max(0, (px * x + py * y) / square)) : 0
            let (dx, dy) = (px - t * x, py - t * y)
            return dx * dx + dy * dy <= tolerance * tolerance
        }
    }

    /// The border's lines near a box, as reference features.
    func border(near box: BoundingBox) throws(Problem) -> [Feature] {
        var result: [Feature] = []
        for feature in border {
            guard let lines = feature.geometry?.lines else { continue }
            let inside = try BorderedRegion.clip(lines, to: box)
            guard !inside.isEmpty else { continue }
            var properties = feature.record.properties ?? JSONObject()
            properties["role"] = .string(Role.reference.rawValue)
            result.append(
                Feature(
                    id: feature.record.label,
                    geometry: inside.count == 1 ? .lineString(inside[0]) : .multiLineString(inside),
                    properties: properties))
        }
        return result
    }
}

/// A cut along the outline of a region: how long it is and how far it may be off.
public struct CutError: Hashable, Sendable {
    /// Length along the border, in m, and its σ in m; nil when nobody says it.
    public var borderMetres = 0.0
    /// σ of the border there, in m; nil without such a part.
    public var borderSigma: Double?
    /// Length along the other sides, in m, and their σ in m; nil when nobody says it.
    public var otherMetres = 0.0
    /// σ of the other sides there, in m; nil without such a part.
    public var otherSigma: Double?
    /// Variances of the area from the two kinds of line, in m⁴.
    var borderVariance = 0.0, otherVariance = 0.0

    /// No cut yet.
    public init() {}

    /// The whole length, in m.
    public var metres: Double { borderMetres + otherMetres }
    /// Standard error of the area in m², as far as σ is known.
    public var u: Double { (borderVariance + otherVariance).squareRoot() }
    /// The same from the other sides alone, which nothing else in a scenario shows.
    public var otherU: Double { otherVariance.squareRoot() }

    /// Adds the cut lines of one region.
    mutating func add(_ lines: [LineString], of region: Regions.Region, in regions: Regions) {
        borderSigma = regions.borderError
        otherSigma = region.boundaryError
        for line in lines {
            var stretches: [(isBorder: Bool, metres: Double)] = []
            for (a, b) in zip(line.coordinates, line.coordinates.dropFirst()) {
                let isBorder = regions.runsAlongBorder(a, b, of: region)
                let metres = Measuring.distance(a, b)
                if let last = stretches.last, last.isBorder == isBorder {
                    stretches[stretches.count - 1].metres += metres
                } else {
                    stretches.append((isBorder, metres))
                }
            }
            for stretch in stretches {
                let sigma = stretch.isBorder ? borderSigma : otherSigma
                let u = OutlineError.arcError(
                    [(stretch.metres, sigma ?? 0)],
                    correlationLength: ErrorSettings.defaultCorrelationLength)
                if stretch.isBorder {
                    borderMetres += stretch.metres
                    borderVariance += u * u
                } else {
                    otherMetres += stretch.metres
                    otherVariance += u * u
                }
            }
        }
    }
}
