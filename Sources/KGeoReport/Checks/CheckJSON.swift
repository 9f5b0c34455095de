// check and check-area for machines: JSON, and CSV of the same columns.

internal import KGeoControl
package import KGeoCore
internal import KGeoMeasure
internal import KGeoScenario
internal import KGeoVerdict

extension CheckReport: Report {
    /// The findings, each with the file of its map.
    private var findingRows: [FindingRow] {
        files.flatMap { file in
            file.findings.map { FindingRow(file: file.scenario.file, finding: $0) }
        }
    }

    private var areaRows: [AreaRow] {
        files.flatMap { file in file.areas.map { .init(file: file.scenario.file, area: $0) } }
    }

    /// A block per claim, or a row per area of a map without claims.
    package func table(on page: inout Page) { CheckTable(self).write(&page) }

    /// A row per claim and definition, or per date, status and holder of a map without claims.
    package var rows: Rows {
        guard files.contains(where: { !$0.findings.isEmpty }) else {
            return Rows(AreaRow.columns, areaRows)
        }
        return Rows(
            FindingColumns.rows,
            findingRows.flatMap { row in row.finding.definitions.map { DefinitionRow(row, $0) } })
    }

    /// What an answer says of the maps.
    package var members: JSONObject {
        var members: JSONObject = [
            "results": .array(findingRows.map { .object(FindingColumns.object($0)) }), "summary": summary,
        ]
        if !areaRows.isEmpty { members["areas"] = AreaRow.columns.array(areaRows) }
        let leftOut = files.flatMap { file in
            file.leftOut.map { claim -> JSONValue in
                .object([
                    "file": .string(file.scenario.file), "claim": .string(claim.id),
                    "kind": .string(claim.kind.rawValue),
                ])
            }
        }
        if !leftOut.isEmpty { members["left_out"] = .array(leftOut) }
        let across = acrossSources.map { row -> JSONValue in
            .object([
                "claim": .string(row.claim), "verdict": .string(row.overall.verdict.rawValue),
                "robust": .bool(row.overall.isRobust), "combinations": .count(row.combinations),
                "fits_share": row.combinations > 0
                    ? .number(Double(row.fitting) / Double(row.combinations)) : .null,
                "sources": .array(
                    row.verdicts.map {
                        .object(["path": .string($0.file), "verdict": .string($0.verdict.rawValue)])
                    }),
            ])
        }
        if !across.isEmpty { members["across_sources"] = .array(across) }
        return members
    }

    /// What the check depends on, as an answer records it.
    package var record: JSONObject {
        let errors = files.first.map { settings.errorSettings($0.scenario) }
        return [
            "ellipsoid": .string("WGS84"), "edges": .string(settings.edges.rawValue),
            "boundary_error_m": .number(errors?.boundaryError),
            "assumed_boundary_error_m": .number(errors?.assumedClass.sigma),
            "correlation_length_m": .number(errors?.correlationLength),
            "error_class": .text(settings.errorClass?.name), "simulate": .count(settings.simulatedFields),
            "ruler_m": .number(OutlineError.longestRuler),
            "as_of": .text(settings.asOf?.description),
            "window_days": .count(
                settings.windowDays ?? files.first?.scenario.defaults.windowDays
                    ?? CheckSettings.defaultWindowDays),
        ]
    }

    private var summary: JSONValue {
        var object: JSONObject = ["claims": .count(files.reduce(0) { $0 + $1.findings.count })]
        for verdict in Verdict.allCases where verdict != .dependsOnSource {
            object[verdict.rawValue] = .count(counts.first { $0.verdict == verdict }?.count ?? 0)
        }
        return .object(object)
    }
}
