// The claims of one scenario, checked one after another.

package import KGeoControl
package import KGeoCore
package import KGeoScenario
package import KGeoVerdict

/// Checks the claims of one scenario. Belongs to one task.
package final class Checker {
    private let checker: ClaimChecker

    /// A checker for a scenario.
    package init(_ scenario: Scenario, settings: CheckSettings = CheckSettings()) {
        checker = ClaimChecker(scenario, settings: settings)
    }

    /// The kinds of claim that speak of an area.
    package static let areaKinds: Set<ClaimKind> = [.area, .share]

    /// What the scenario's maps say of a claim.
    ///
    /// - Throws: a problem when GEOS fails on the map; a claim that cannot be checked is a finding.
    package func check(_ claim: Claim) throws(Problem) -> Finding { try checker.check(claim) }

    /// The ground behind a measured value: its dissolved outline as it was measured, of what was gained or lost
    /// that ground; nil for a value over several maps or of nothing that has a surface.
    ///
    /// - Throws: a problem when GEOS fails on the map, which it did not when the value was measured.
    package func ground(of value: MeasuredValue, for claim: Claim) throws(Problem) -> ControlAreaMeasurement?
    {
        try checker.ground(of: value, for: claim)
    }

    /// The grounds of the two maps between which a change was measured; nil for other values.
    ///
    /// - Throws: a problem when GEOS fails on a map, which it did not when the value was measured.
    func ends(
        of value: MeasuredValue
    ) throws(Problem) -> (old: ControlAreaMeasurement, new: ControlAreaMeasurement)? {
        try checker.ends(of: value)
    }

    /// The areas of the map: a row per date, holder and status.
    package func areas(asOf: CalendarDate? = nil) throws(Problem) -> [StatusArea] {
        try checker.statusTable(asOf: asOf)
    }

    /// The ground of each holder and status on one day, as it is measured.
    ///
    /// - Throws: a problem when GEOS fails on the map.
    package func grounds(on date: CalendarDate?) throws(Problem) -> [StatusGround] {
        try checker.statusGrounds(on: date)
    }

    /// Warnings about the map that came up so far.
    package var warnings: [Notice] { checker.measurer.warnings }
}
