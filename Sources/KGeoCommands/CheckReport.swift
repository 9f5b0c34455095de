// What check and check-area found, before it is printed in one form or another.

internal import KGeo

struct CheckReport {
    struct File {
        var loaded: LoadedScenario
        /// What checked it, which remembers the ground it measured.
        var checker: Checker
        var findings: [Finding] = []
        /// Areas of the map, when it came without claims.
        var areas: [StatusArea] = []
        /// Claims of kinds that are not checked here.
        var leftOut: [Claim] = []
        var warnings: [Notice] = []
    }
    var files: [File]
    /// Lines that were added to each of them.
    var lines: [LineFile] = []
    var settings: CheckSettings
    /// Version of the EPSG data in proj.db, when it was used.
    var database: String?
    var color: Bool

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
                    (file.loaded.scenario.file, finding.verdictAsWorded ?? finding.verdict))
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
