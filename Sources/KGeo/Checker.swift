// The handful of calls that another package needs.

public import KGeoControl
public import KGeoCore
internal import KGeoJSON
internal import KGeoMeasure
public import KGeoScenario
public import KGeoVerdict

/// Checks the claims of one scenario. Belongs to one task.
public final class Checker {
    private let checker: ClaimChecker

    /// A checker for a scenario.
    public init(_ scenario: Scenario, settings: CheckSettings = CheckSettings()) {
        checker = ClaimChecker(scenario, settings: settings)
    }

    /// The kinds of claim that speak of an area.
    public static let areaKinds: Set<ClaimKind> = [.area, .share]

    /// What the scenario's maps say of a claim.
    ///
    /// - Throws: a problem when GEOS fails on the map; a claim that cannot be checked is a finding.
    public func check(_ claim: Claim) throws(Problem) -> Finding { try checker.check(claim) }

    /// The ground behind a measured value: its dissolved outline as it was measured, of what was gained or lost
    /// that ground; nil for a value over several maps or of nothing that has a surface.
    ///
    /// - Throws: a problem when GEOS fails on the map, which it did not when the value was measured.
    public func ground(of value: MeasuredValue, for claim: Claim) throws(Problem) -> ControlAreaMeasurement? {
        try checker.ground(of: value, for: claim)
    }

    /// The areas of the map: a row per date, holder and status.
    public func areas(asOf: CalendarDate? = nil) throws(Problem) -> [StatusArea] {
        try checker.statusTable(asOf: asOf)
    }

    /// Warnings about the map that came up so far.
    public var warnings: [Notice] { checker.measurer.warnings }
}

/// Areas and perimeters of each feature of a GeoJSON text, in order.
///
/// - Throws: the first problem, with its place.
public func areas(of geojson: String) throws(Problem) -> [AreaMeasurement] {
    var reader = GeoJSONReader(ByteSource(text: geojson))
    let sink = AreaSink()
    var result: [AreaMeasurement] = []
    while try reader.nextFeature(into: sink) != nil { result.append(sink.take()) }
    return result
}
