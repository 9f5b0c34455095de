// The claims of one scenario, checked one after another.

package import KGeoControl
package import KGeoCore
package import KGeoScenario
package import KGeoVerdict

/// Checks the claims of one scenario. Belongs to one task.
package final class Checker {
    private let checker: ClaimChecker
    private let (scenario, settings): (Scenario, CheckSettings)
    /// Regions by the names that claims give them, of which the map says nothing itself.
    private let regions: [String: CuttingRegion]
    /// The checkers of the ground in them.
    private var inside: [String: ClaimChecker] = [:]

    /// A checker for a scenario.
    ///
    /// - Parameter regions: regions by the names that claims give them: such a claim speaks of the ground in the region.
    package init(
        _ scenario: Scenario, settings: CheckSettings = CheckSettings(),
        regions: [String: CuttingRegion] = [:]
    ) {
        checker = ClaimChecker(scenario, settings: settings)
        (self.scenario, self.settings, self.regions) = (scenario, settings, regions)
    }

    /// What checks a claim, and the claim as that is to take it.
    private func checker(for claim: Claim) throws(Problem) -> (ClaimChecker, Claim) {
        guard let name = claim.subject.region, let region = regions[name] else { return (checker, claim) }
        var own = claim
        own.subject.region = nil
        if let known = inside[name] { return (known, own) }
        let made = ClaimChecker(try scenario.cut(by: region), settings: settings)
        inside[name] = made
        return (made, own)
    }

    /// The kinds of claim that speak of an area.
    package static let areaKinds: Set<ClaimKind> = [.area, .share]

    /// What the scenario's maps say of a claim.
    ///
    /// - Throws: a problem when GEOS fails on the map; a claim that cannot be checked is a finding.
    package func check(_ claim: Claim) throws(Problem) -> Finding {
        let (checker, own) = try checker(for: claim)
        var finding = try checker.check(own)
        finding.claim = claim
        return finding
    }

    /// The ground behind a measured value: its dissolved outline as it was measured, of what was gained or lost
    /// that ground; nil for a value over several maps or of nothing that has a surface.
    ///
    /// - Throws: a problem when GEOS fails on the map, which it did not when the value was measured.
    package func ground(of value: MeasuredValue, for claim: Claim) throws(Problem) -> ControlAreaMeasurement?
    {
        let (checker, own) = try checker(for: claim)
        return try checker.ground(of: value, for: own)
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
    package var warnings: [Notice] {
        checker.measurer.warnings
            + inside.sorted { $0.key < $1.key }.flatMap { $0.value.measurer.warnings }
    }
}
