// The columns of a finding and of a definition in it: one list for the cells of CSV, the members of JSON and the
// attributes of the layer of findings.

package import KGeoCore

/// What a claim comes to on one map.
package struct FindingRow: Sendable {
    package var file: String
    package var finding: Finding

    package init(file: String, finding: Finding) {
        self.file = file
        self.finding = finding
    }
}

/// One definition of a finding, with the finding it belongs to.
package struct DefinitionRow: Sendable {
    package var row: FindingRow
    package var definition: DefinitionFinding

    package init(_ row: FindingRow, _ definition: DefinitionFinding) {
        self.row = row
        self.definition = definition
    }
}

/// What is printed, written and drawn of a finding.
package enum FindingColumns {
    // MARK: A finding

    /// What was said.
    private static let said = Columns<FindingRow>([
        Column(cell: nil, member: ["claim"]) { .string($0.finding.claim.id) },
        Column("file") { .string($0.file) },
        Column(cell: "claim", member: nil) { .string($0.finding.claim.id) }.inLayer(),
        Column("kind") { .string($0.finding.claim.kind.rawValue) }.inLayer(),
        Column("measure") { .string($0.finding.claim.measure.rawValue) }.inLayer(),
        .member("as_of") { .text($0.finding.claim.asOf?.description) },
        .member("period") { row in
            row.finding.claim.period.map {
                .array([.string($0.lowerBound.description), .string($0.upperBound.description)])
            } ?? .null
        },
        .attribute("said") { .string(Figures.said($0.finding.claim)) },
        .member("quote") { .text($0.finding.claim.quote) }.inLayer(),
        Column(cell: "said_low", member: ["said", "low"]) { .number($0.finding.said.low) }.inLayer(),
        Column(cell: "said_high", member: ["said", "high"]) { .number($0.finding.said.high) }.inLayer(),
        Column(cell: "unit", member: ["said", "unit"]) { .string($0.finding.claim.unit.name) }.inLayer(),
        Column(cell: "said_low_si", member: ["said", "low_si"]) { .number($0.finding.saidSI.low) }.inLayer(),
        Column(cell: "said_high_si", member: ["said", "high_si"]) { .number($0.finding.saidSI.high) }
            .inLayer(),
        Column(cell: nil, member: ["said", "qualifier"]) { .string($0.finding.claim.qualifier.rawValue) }
            .inLayer(),
        Column(cell: nil, member: ["said", "resolution"]) { .number($0.finding.resolution) },
        Column(cell: nil, member: ["said", "resolution_inferred"]) { .bool($0.finding.resolutionInferred) },
        .member("definitions") { definition.array($0.finding.definitions) },
    ])

    /// What comes of all definitions together.
    private static let overall = Columns<FindingRow>([
        Column("verdict_as_worded") { .text($0.finding.verdictAsWorded?.rawValue) },
        .attribute("source") { .text($0.finding.claim.source.flatMap { $0.label.isEmpty ? nil : $0.label }) },
        .attribute("source_url") { .text($0.finding.claim.source?["url"]) },
        .attribute("source_archived") { .text($0.finding.claim.source?["archived"]) },
        Column(cell: "verdict_overall", member: ["verdict"]) { .string($0.finding.verdict.rawValue) }
            .inLayer(),
        .member("robust") { .bool($0.finding.isRobust) },
        .member("partly_inconclusive") { .bool($0.finding.isPartlyInconclusive) },
        .member("edge") { .bool($0.finding.isEdge) },
        .member("borderline") { .bool($0.finding.isBorderline) },
        .member("combinations") { .count($0.finding.combinations) },
        .member("fits_share") { row in
            let all = row.finding.combinations
            return all > 0 ? .number(Double(row.finding.fitting) / Double(all)) : .null
        },
        .member("benchmark_low_m") { .number($0.finding.benchmark?.low) },
        .member("benchmark_high_m") { .number($0.finding.benchmark?.high) },
        .member("because") { .string($0.finding.because) }.inLayer(),
        .member("source") { row in
            row.finding.claim.source.map {
                .object(JSONObject($0.members.map { .init($0.name, .string($0.value)) }))
            } ?? .null
        },
    ])

    /// A finding as an object.
    package static func object(_ row: FindingRow) -> JSONObject { said.object(row) + overall.object(row) }

    /// Findings in rows, one per claim and definition.
    package static let rows = Columns<DefinitionRow>(
        said.flat(\.row) + definition.flat(\.definition) + overall.flat(\.row)
            + onlySome.flat(\.definition.measured) + appended)

    /// Columns that came later, at the end.
    private static let appended: [Column<DefinitionRow>] = [
        .cell("edge") { .bool($0.definition.isEdge) },
        .cell("borderline") { .bool($0.definition.isBorderline) },
        .cell("fits_share") { row in
            let all = row.row.finding.combinations
            return all > 0 ? .number(Double(row.row.finding.fitting) / Double(all)) : .null
        },
        .cell("sigma_words") { .text($0.definition.sigmaWords) },
        .cell("counting_words") { .string($0.row.finding.words.label($0.definition.counting)) }.inLayer(),
    ]

    // MARK: A definition

    private static let definition = Columns<DefinitionFinding>(
        [
            .cell("counting") { .string($0.counting.label) }.inLayer(),
            .member("counting") { .array($0.counting.statuses.map { .string($0.rawValue) }) },
            Column("as_worded") { .bool($0.asWorded) }.inLayer(),
            .attribute("of") { .text($0.denominator?.name) },
            .attribute("of_km2") { .number($0.denominator.map { $0.squareMetres / 1e6 }) },
            .attribute("of_source") { .text($0.denominator?.source) },
            .cell("denominator_m2") { .number($0.denominator?.squareMetres) },
            .member("denominator") { row in
                row.denominator.map { used in
                    .object([
                        "name": .string(used.name), "area_m2": .number(used.squareMetres),
                        "source": .string(used.source),
                    ])
                } ?? .null
            },
        ] + measured.flat(\.measured) + [
            .member("measured") { row in
                row.measured.map { .object(measured.object($0) + onlySome.object($0)) } ?? .null
            },
            Column("ratio") { .number($0.ratio) }.inLayer(), Column("zeta") { .number($0.zeta) },
            .member("strength") { .text($0.strength?.rawValue) }, .member("fit") { .text($0.fit?.rawValue) },
            Column("depth_equivalent_m") { .number($0.depthEquivalentMetres) },
            Column("sigma_flip_m") { .number($0.sigmaFlipMetres) },
            .member("sigma_holds_low_m") { .number($0.sigmaHolds?.low) },
            .member("sigma_holds_high_m") { .number($0.sigmaHolds?.high) },
            .member("sigma_words") { .text($0.sigmaWords) },
            .member("edge") { .bool($0.isEdge) }, .member("borderline") { .bool($0.isBorderline) },
            .member("days") { row in
                row.days.count > 1 ? .array(row.days.map { .object(day.object($0)) }) : .null
            },
            .attribute("verdict_text") { .string($0.verdict.words) },
            Column("verdict") { .string($0.verdict.rawValue) }.inLayer(),
            .member("because") { .text($0.because) },
        ])

    /// What one of the maps that bracket a day says.
    private static let day = Columns<DayVerdict>([
        Column("date") { .text($0.date?.description) },
        Column("from_date", omitsNull: true) { .text($0.fromDate?.description) },
        Column("value_si") { .number($0.value) },
        Column("low95_si") { .number($0.interval95.low) },
        Column("high95_si") { .number($0.interval95.high) },
        Column("verdict") { .string($0.verdict.rawValue) },
    ])

    private static let measured = Columns<MeasuredValue>([
        Column("date") { .text($0.date?.description) }.inLayer(),
        Column("value_si") { .number($0.value) }.inLayer(),
        Column("u_si") { .number($0.u) }.inLayer(),
        Column("low95_si") { .number($0.interval95.low) }.inLayer(),
        Column("high95_si") { .number($0.interval95.high) }.inLayer(),
        .member("edge_effect_si") { .number($0.edgeEffect) },
        .member("window_low_si") { .number($0.windowLow) },
        .member("window_high_si") { .number($0.windowHigh) },
        .member("boundary_error_assumed") { .bool($0.boundaryErrorAssumed) }.inLayer(),
        .member("boundary_error_m") { .number($0.boundaryErrorMetres) }.inLayer(),
        .member("u_boundary_si") { .number($0.boundaryU) },
        .member("u_stated_si") { .number($0.statedU) },
        .member("u_boundary_unsmoothed_si") { .number($0.boundaryUDrawn) },
        .member("outline_m") { .number($0.outlineMetres) },
        .member("outline_unsmoothed_m") { .number($0.outlineDrawnMetres) },
    ])

    /// What only some kinds of measurement have.
    private static let onlySome = Columns<MeasuredValue>([
        Column("from_date", omitsNull: true) { .text($0.fromDate?.description) },
        Column("to_date", omitsNull: true) { .text($0.toDate?.description) },
        Column("bound", omitsNull: true) { .text($0.bound?.rawValue) },
        .member("below_resolution_si", omitsNull: true) {
            $0.isBelowResolution ? .number($0.resolution) : .null
        },
        .cell("foot_from_lon") { .number($0.foot?.from.longitude) },
        .cell("foot_from_lat") { .number($0.foot?.from.latitude) },
        .cell("foot_to_lon") { .number($0.foot?.to.longitude) },
        .cell("foot_to_lat") { .number($0.foot?.to.latitude) },
        .member("foot_from", omitsNull: true) { .position($0.foot?.from) },
        .member("foot_to", omitsNull: true) { .position($0.foot?.to) },
        Column("u_line_si") { .number($0.lineU) },
        Column("u_mapmaker_si") { .number($0.makerU) },
        .member("u_redraw_si", omitsNull: true) { $0.redrawU > 0 ? .number($0.redrawU) : .null },
        Column("u_day_si") { .number($0.dayU) },
        Column("error_class") { .text($0.errorClass) },
        Column("first_order") { .bool($0.isFirstOrder) },
        Column("unresolved_si", omitsNull: true) { .number($0.unresolved) },
        Column("simulated_low95_si", omitsNull: true) { value in
            .number(value.simulation.map { value.value + $0.changes.low })
        },
        Column("simulated_high95_si", omitsNull: true) { value in
            .number(value.simulation.map { value.value + $0.changes.high })
        },
        Column("simulated_u_si", omitsNull: true) { .number($0.simulation?.deviation) },
        Column("simulated_fields", omitsNull: true) { .count($0.simulation?.fields) },
        Column("hull_low95_si", omitsNull: true) { .number($0.hull?.interval95.low) },
        Column("hull_high95_si", omitsNull: true) { .number($0.hull?.interval95.high) },
        .cell("hull_dates") { .text($0.hull.map { $0.dates.joined(separator: " ") }) },
        .member("hull_dates", omitsNull: true) { value in
            value.hull.map { .array($0.dates.map { .string($0) }) } ?? .null
        },
    ])
}
