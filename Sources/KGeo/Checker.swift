// The handful of calls that another package needs.

public import KGeoCore
public import KGeoFront
internal import KGeoJSON
internal import KGeoMeasure
public import KGeoScenario
public import KGeoVerdict

/// Checks the claims of one scenario. Belongs to one task.
public final class Checker {
    private let checker: AreaChecker

    /// A checker for a scenario.
    public init(_ scenario: Scenario, settings: CheckSettings = CheckSettings()) {
        checker = AreaChecker(scenario, settings: settings)
    }

    /// The kinds of claim that can be checked.
    public static let kinds: Set<ClaimKind> = [.area, .share]

    /// What the scenario's maps say of a claim.
    ///
    /// - Throws: a problem when GEOS fails on the map, or the claim is of another kind than `kinds`.
    public func check(_ claim: Claim) throws(Problem) -> Finding {
        guard Self.kinds.contains(claim.kind) else {
            var place = Problem.Place()
            place.claim = claim.id
            throw Problem(.claim, "claims of kind \(claim.kind.rawValue) are not checked here", at: place)
        }
        return try checker.check(claim)
    }

    /// The ground behind a measured value: its dissolved outline as it was measured; nil for a value over
    /// several maps or of nothing drawn.
    ///
    /// - Throws: a problem when GEOS fails on the map, which it did not when the value was measured.
    public func ground(of value: MeasuredValue) throws(Problem) -> ControlAreaMeasurement? {
        let numbers = Set(value.features)
        let features = checker.scenario.features.filter { numbers.contains($0.index) }
        guard !features.isEmpty else { return nil }
        return try checker.measurer.measure(features, on: value.date)
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
