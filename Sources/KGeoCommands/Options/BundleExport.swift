// From what a check found to a bundle for QGIS: each feature's shapes measured, each finding with its ground.

internal import KGeo
internal import KGeoControl
internal import KGeoCore
internal import KGeoExport
internal import KGeoMeasure
internal import KGeoReport
internal import KGeoScenario
internal import KGeoVerdict

enum BundleExport {
    /// The files of the bundle for a report.
    ///
    /// - Throws: a problem when a map cannot be measured or written.
    static func files(_ checked: CheckedMaps) throws(Problem) -> [BundleFile] {
        let report = checked.report
        let names = BundleName.unique(for: checked.maps.map(\.loaded.scenario.file))
        var maps: [BundleMap] = []
        for (i, name) in names.enumerated() {
            let (loaded, checker) = checked.maps[i]
            let sigma = report.settings.errorSettings(loaded.scenario).boundaryError
            maps.append(try map(loaded, checker, report.files[i].findings, name, sigma: sigma))
        }
        let length = report.files.first.flatMap {
            report.settings.errorSettings($0.scenario).correlationLength
        }
        let edges =
            report.settings.edges == .geodesic
            ? "geodesic edges on WGS84" : "edges straight in longitude and latitude on WGS84"
        let correlation = length.map {
            ", correlation length of the line's error \(Figures.plain($0 / 1e3)) km"
        }
        return try QGISBundle(maps: maps, tool: Versions.line, method: edges + (correlation ?? "")).files()
    }

    private static func map(
        _ loaded: LoadedScenario, _ checker: Checker, _ findings: [Finding], _ name: String,
        sigma: Double?
    ) throws(Problem) -> BundleMap {
        let scenario = loaded.scenario
        let path = scenario.file == "-" ? "standard input" : scenario.file
        // The folder may be passed on: where the map lay on this machine is nobody's business.
        var map = BundleMap(
            name: name, file: path.split(separator: "/").last.map(String.init) ?? path,
            sha256: loaded.sha256)
        map.title = scenario.title
        map.summary = scenario.summary
        map.licence = scenario.licence
        map.features = scenario.features.map { feature($0, sigma: sigma) }
        for finding in findings {
            for row in finding.definitions {
                let ground = try row.measured.flatMap { value throws(Problem) in
                    try checker.ground(of: value, for: finding.claim)
                }
                map.findings.append(
                    BundleFinding(
                        finding: finding, row: row, polygons: ground?.polygons ?? [], area: ground?.area))
            }
        }
        return map
    }

    /// - Parameter sigma: σ of control lines that state none, which the layer would not say otherwise.
    private static func feature(_ feature: ScenarioFeature, sigma: Double?) -> BundleFeature {
        var result = BundleFeature(index: feature.index, role: feature.role)
        result.id = feature.id
        result.status = feature.status?.rawValue ?? feature.statusText
        result.holder = feature.holder
        result.regions = feature.regions
        result.date = feature.date
        result.dateEnd = feature.dateEnd
        result.boundaryError = feature.boundaryError ?? (feature.role == .control ? sigma : nil)
        result.source = feature.source
        result.sourceURL = feature.sourceURL
        result.licence = feature.licence
        result.note = feature.note
        result.name = feature.name
        result.evidenceClass = feature.evidenceClass
        result.reported = feature.reported
        result.coordinateError = feature.coordinateError
        result.coordinateSource = feature.coordinateSource
        guard let geometry = feature.geometry else { return result }
        let (polygons, lines, points) = (geometry.polygons, geometry.lines, geometry.points)
        if !polygons.isEmpty { result.shapes.append(.surfaces(polygons, Measuring.area(of: polygons))) }
        if !lines.isEmpty {
            result.shapes.append(
                .lines(lines, metres: lines.reduce(0) { $0 + Measuring.length(of: $1) }))
        }
        if !points.isEmpty { result.shapes.append(.places(points)) }
        return result
    }
}
