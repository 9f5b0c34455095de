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

    /// Claims checked against several maps, with the verdict over them.
    var acrossSources:
        [(claim: String, overall: OverallVerdict, verdicts: [(file: String, verdict: Verdict)])]
    {
        guard files.count > 1 else { return [] }
        var order: [String] = []
        var verdicts: [String: [(file: String, verdict: Verdict)]] = [:]
        for file in files {
            for finding in file.findings {
                if verdicts[finding.claim.id] == nil { order.append(finding.claim.id) }
                verdicts[finding.claim.id, default: []].append(
                    (file.scenario.file, finding.verdictAsWorded ?? finding.verdict))
            }
        }
        return order.compactMap { id in
            guard let list = verdicts[id], list.count > 1 else { return nil }
            return (id, OverallVerdict(list.map(\.verdict), otherwise: .dependsOnSource), list)
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
