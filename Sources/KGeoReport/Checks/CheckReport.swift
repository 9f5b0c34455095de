// What check and check-area found, before it is printed in one form or another.

package import KGeoCore
package import KGeoScenario
package import KGeoVerdict

package struct CheckReport {
    package struct File {
        package var scenario: Scenario
        package var findings: [Finding] = []
        /// Areas of the map, when it came without claims.
        package var areas: [StatusArea] = []
        /// Claims of kinds that are not checked here.
        package var leftOut: [Claim] = []
        package var warnings: [Notice] = []

        /// A map of which nothing was found yet.
        package init(_ scenario: Scenario, findings: [Finding] = []) {
            self.scenario = scenario
            self.findings = findings
        }
    }
    package var files: [File]
    package var settings: CheckSettings
    /// Version of the EPSG data in proj.db, when it was used.
    package var database: String?
    package var color: Bool

    /// What was found of some maps.
    package init(
        files: [File], settings: CheckSettings, database: String? = nil, color: Bool = false
    ) {
        self.files = files
        self.settings = settings
        self.database = database
        self.color = color
    }

    /// What a reader must know of the maps.
    package var notices: [Notice] { files.flatMap(\.warnings) }

    /// A claim checked against several maps, with the verdict over them.
    package struct AcrossSources {
        package var claim: String
        package var overall: OverallVerdict
        package var verdicts: [(file: String, verdict: Verdict)]
        /// Of how many combinations of map, definition and day something was measured, and in how many it fits.
        package var combinations, fitting: Int
    }

    /// Claims checked against several maps.
    package var acrossSources: [AcrossSources] {
        guard files.count > 1 else { return [] }
        var order: [String] = []
        var findings: [String: [(file: String, finding: Finding)]] = [:]
        for file in files {
            for finding in file.findings {
                if findings[finding.claim.id] == nil { order.append(finding.claim.id) }
                findings[finding.claim.id, default: []].append((file.scenario.file, finding))
            }
        }
        return order.compactMap { id in
            guard let list = findings[id], list.count > 1 else { return nil }
            let verdicts = list.map {
                (file: $0.file, verdict: $0.finding.verdictAsWorded ?? $0.finding.verdict)
            }
            return AcrossSources(
                claim: id, overall: OverallVerdict(verdicts.map(\.verdict), otherwise: .dependsOnSource),
                verdicts: verdicts, combinations: list.reduce(0) { $0 + $1.finding.combinations },
                fitting: list.reduce(0) { $0 + $1.finding.fitting })
        }
    }

    /// How often each verdict was given.
    var counts: [(verdict: Verdict, count: Int)] {
        let findings = files.flatMap(\.findings)
        return Verdict.allCases.compactMap { verdict in
            let count = findings.count { $0.verdict == verdict }
            return count > 0 ? (verdict, count) : nil
        }
    }
}
