// Published figures held against a series, as check holds them against a scenario.

package import KGeoControl
package import KGeoCore
internal import KGeoJSON
internal import KGeoMeasure
package import KGeoScenario
package import KGeoVerdict

package struct SeriesCheck: Sendable {
    /// The series as a scenario.
    package let scenario: Scenario
    /// How it was checked.
    package let settings: CheckSettings
    /// What was found of each claim, in order.
    package private(set) var findings: [Finding] = []
    package let warnings: [Notice]

    /// Holds claims against the maps of a series.
    ///
    /// - Parameter words: the words of the program for settings that a reason names.
    /// - Throws: a problem when a map cannot be measured.
    package init(
        _ series: MapSeries, _ claims: [Claim], _ settings: ChangeSettings, _ choice: GroundChoice,
        lines: GroundReader, words: Vocabulary = .neutral
    ) throws(Problem) {
        var scenario = Scenario(file: series.rows.count == 1 ? series.rows[0].map.file : "the series")
        for (i, row) in series.rows.enumerated() {
            // Of several maps of one day the last is checked: as one they would be another map.
            if i + 1 < series.rows.count, series.rows[i + 1].days == 0 { continue }
            let end = Self.end(of: row.map, before: series.rows[(i + 1)...].first?.map)
            for part in row.map.ground.parts {
                var feature = ScenarioFeature(index: scenario.features.count, role: .control)
                // The ground chosen is what is counted, whatever statuses it was chosen by.
                (feature.status, feature.statusText) = (.controlled, choice.counting.label)
                feature.holder = choice.holder
                if let region = choice.region { feature.regions = [region] }
                (feature.date, feature.dateEnd) = (row.map.date, end)
                feature.boundaryError = part.boundaryError
                feature.geometry = .multiPolygon(MultiPolygon(part.polygons))
                scenario.features.append(feature)
            }
            guard row.map.ground.parts.isEmpty else { continue }
            // A day on which nothing is held is a map too.
            var feature = ScenarioFeature(index: scenario.features.count, role: .control)
            (feature.status, feature.statusText) = (.controlled, choice.counting.label)
            (feature.date, feature.dateEnd) = (row.map.date, end)
            feature.holder = choice.holder
            feature.geometry = .multiPolygon(MultiPolygon([]))
            scenario.features.append(feature)
        }
        scenario.words = choice.words
        for (role, known) in [(Role.reference, lines.borders), (.front, lines.fronts)] {
            for line in known {
                var feature = ScenarioFeature(index: scenario.features.count, role: role)
                feature.id = "\(role.rawValue)-\(feature.index)"
                (feature.geometry, feature.boundaryError) = (line.geometry, line.boundaryError)
                scenario.features.append(feature)
            }
        }
        scenario.claims = claims
        if lines.daysEarlier > 0 { scenario.defaults.daysEarlier = lines.daysEarlier }
        try scenario.spellRegions(lines.spelling)
        let check = CheckSettings(
            boundaryError: settings.errors.boundaryError,
            correlationLength: settings.errors.correlationLength, errorClass: settings.errors.errorClass,
            classes: settings.errors.classes, edges: settings.errors.edges)
        let checker = Checker(scenario, settings: check)
        for var claim in claims {
            // Features of a series know no holder or region but the ones chosen.
            if claim.subject.holder != choice.holder, choice.holder == nil { claim.subject.holder = nil }
            if choice.region == nil { claim.subject.region = nil }
            findings.append(try checker.check(claim).worded(in: words))
        }
        warnings = checker.warnings
        self.scenario = scenario
        self.settings = check
    }

    /// The last day of which a map is, where it is of more than its date: the day before the next map, at most.
    private static func end(of map: GroundMap, before next: GroundMap?) -> CalendarDate? {
        guard let date = map.date, var last = map.lastDay else { return nil }
        if let day = next?.date { last = min(last, CalendarDate(dayNumber: day.dayNumber - 1)) }
        return last > date ? last : nil
    }
}
