// check and check-area for machines: the contract of the command line, schema_version 1.

internal import KGeo

enum CheckJSON {
    static func value(_ report: CheckReport) -> JSONValue {
        var inputs: [JSONValue] = []
        var results: [JSONValue] = []
        var warnings: [JSONValue] = []
        var areas: [JSONValue] = []
        var leftOut: [JSONValue] = []
        for file in report.files {
            let path = file.loaded.scenario.file
            inputs.append(.object(["path": .string(path), "sha256": .string(file.loaded.sha256)]))
            results += file.findings.map { finding($0, file: path) }
            areas += file.areas.map { area($0, file: path) }
            warnings += file.warnings.map { notice in
                var object = Messages.json(notice.problem).object ?? JSONObject()
                object.members.insert(.init("severity", .string(notice.severity.rawValue)), at: 0)
                return .object(object)
            }
            leftOut += file.leftOut.map {
                .object(["file": .string(path), "claim": .string($0.id), "kind": .string($0.kind.rawValue)])
            }
        }
        inputs += report.lines.map {
            .object(["path": .string($0.file), "sha256": .string($0.sha256)])
        }
        let across = report.acrossSources.map { row -> JSONValue in
            .object([
                "claim": .string(row.claim), "verdict": .string(row.overall.verdict.rawValue),
                "robust": .bool(row.overall.isRobust),
                "sources": .array(
                    row.verdicts.map {
                        .object(["path": .string($0.file), "verdict": .string($0.verdict.rawValue)])
                    }),
            ])
        }
        var object = JSONObject([
            .init("schema_version", .number(JSONNumber(1))),
            .init("tool", ToolRecord.json(database: report.database)),
            .init("inputs", .array(inputs)),
            .init("settings", settings(report)),
            .init("results", .array(results)),
            .init("summary", summary(report)),
            .init("warnings", .array(warnings)),
        ])
        if !areas.isEmpty { object["areas"] = .array(areas) }
        if !leftOut.isEmpty { object["left_out"] = .array(leftOut) }
        if !across.isEmpty { object["across_sources"] = .array(across) }
        return .object(object)
    }

    private static func settings(_ report: CheckReport) -> JSONValue {
        let errors = report.files.first.map { report.settings.errorSettings($0.loaded.scenario) }
        return .object([
            "ellipsoid": .string("WGS84"), "edges": .string(report.settings.edges.rawValue),
            "boundary_error_m": .number(errors?.boundaryError),
            "assumed_boundary_error_m": .number(ErrorSettings.assumedBoundaryError),
            "correlation_length_m": .number(errors?.correlationLength),
            "ruler_m": .number(errors.map { $0.correlationLength / 2 }),
            "as_of": .text(report.settings.asOf?.description),
            "window_days": .number(
                JSONNumber(
                    report.settings.windowDays ?? report.files.first?.loaded.scenario.defaults.windowDays
                        ?? CheckSettings.defaultWindowDays)),
        ])
    }

    private static func summary(_ report: CheckReport) -> JSONValue {
        var object = JSONObject([
            .init("claims", .number(JSONNumber(report.files.reduce(0) { $0 + $1.findings.count })))
        ])
        for verdict in Verdict.allCases where verdict != .dependsOnSource {
            object[verdict.rawValue] = .number(
                JSONNumber(report.counts.first { $0.verdict == verdict }?.count ?? 0))
        }
        return .object(object)
    }

    static func finding(_ finding: Finding, file: String) -> JSONValue {
        let claim = finding.claim
        return .object([
            "claim": .string(claim.id), "file": .string(file), "kind": .string(claim.kind.rawValue),
            "measure": .string(claim.measure.rawValue), "as_of": .text(claim.asOf?.description),
            "period": claim.period.map {
                .array([.string($0.lowerBound.description), .string($0.upperBound.description)])
            } ?? .null,
            "quote": .text(claim.quote),
            "said": .object([
                "low": .number(finding.said.low), "high": .number(finding.said.high),
                "unit": .string(claim.unit.name),
                "low_si": .number(finding.saidSI.low), "high_si": .number(finding.saidSI.high),
                "qualifier": .string(claim.qualifier.rawValue), "resolution": .number(finding.resolution),
                "resolution_inferred": .bool(finding.resolutionInferred),
            ]),
            "definitions": .array(finding.definitions.map(definition)),
            "verdict_as_worded": .text(finding.verdictAsWorded?.rawValue),
            "verdict": .string(finding.verdict.rawValue),
            "robust": .bool(finding.isRobust), "partly_inconclusive": .bool(finding.isPartlyInconclusive),
            "because": .string(finding.because), "source": source(claim.source),
        ])
    }

    private static func source(_ source: ClaimSource?) -> JSONValue {
        guard let source else { return .null }
        return .object(JSONObject(source.members.map { .init($0.name, .string($0.value)) }))
    }

    private static func definition(_ row: DefinitionFinding) -> JSONValue {
        .object([
            "counting": .array(row.counting.statuses.map { .string($0.rawValue) }),
            "as_worded": .bool(row.asWorded),
            "denominator": row.denominator.map { used in
                .object([
                    "name": .string(used.name), "area_m2": .number(used.squareMetres),
                    "source": .string(used.source),
                ])
            } ?? .null,
            "measured": row.measured.map(measured) ?? .null,
            "ratio": .number(row.ratio), "zeta": .number(row.zeta), "strength": .text(row.strength?.rawValue),
            "fit": .text(row.fit?.rawValue), "depth_equivalent_m": .number(row.depthEquivalentMetres),
            "sigma_flip_m": .number(row.sigmaFlipMetres), "sigma_holds_low_m": .number(row.sigmaHolds?.low),
            "sigma_holds_high_m": .number(row.sigmaHolds?.high), "verdict": .string(row.verdict.rawValue),
            "because": .text(row.because),
        ])
    }

    private static func measured(_ value: MeasuredValue) -> JSONValue {
        var object = JSONObject([
            .init("value_si", .number(value.value)), .init("u_si", .number(value.u)),
            .init("low95_si", .number(value.interval95.low)),
            .init("high95_si", .number(value.interval95.high)),
            .init("edge_effect_si", .number(value.edgeEffect)),
            .init("date", .text(value.date?.description)), .init("window_low_si", .number(value.windowLow)),
            .init("window_high_si", .number(value.windowHigh)),
            .init("boundary_error_assumed", .bool(value.boundaryErrorAssumed)),
            .init("boundary_error_m", .number(value.boundaryErrorMetres)),
            .init("u_boundary_si", .number(value.boundaryU)),
            .init("u_stated_si", .number(value.statedU)),
            .init("u_boundary_unsmoothed_si", .number(value.boundaryUDrawn)),
            .init("outline_m", .number(value.outlineMetres)),
            .init("outline_unsmoothed_m", .number(value.outlineDrawnMetres)),
        ])
        // What only some kinds have.
        if let from = value.fromDate, let to = value.toDate {
            object["from_date"] = .string(from.description)
            object["to_date"] = .string(to.description)
        }
        if let bound = value.bound { object["bound"] = .string(bound.rawValue) }
        if let foot = value.foot {
            func pair(_ place: Coordinate) -> JSONValue {
                .array([.number(place.longitude), .number(place.latitude)])
            }
            object["foot_from"] = pair(foot.from)
            object["foot_to"] = pair(foot.to)
        }
        return .object(object)
    }

    private static func area(_ row: StatusArea, file: String) -> JSONValue {
        .object([
            "file": .string(file), "date": .text(row.date?.description), "holder": .text(row.holder),
            "status": .string(row.status), "features": .number(JSONNumber(row.featureCount)),
            "area_m2": .number(row.area.geodesicSquareMetres),
            "area_lonlat_m2": .number(row.area.lonlatSquareMetres),
            "perimeter_m": .number(row.area.perimeterMetres), "u_m2": .number(row.value.u),
            "low95_m2": .number(row.value.interval95.low), "high95_m2": .number(row.value.interval95.high),
            "boundary_error_assumed": .bool(row.value.boundaryErrorAssumed),
        ])
    }
}
