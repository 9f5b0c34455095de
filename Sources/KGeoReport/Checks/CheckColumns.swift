// The columns of check and check-area: of a finding, of a definition in it, and of an area of a map without claims.

internal import KGeoCore
internal import KGeoVerdict

/// What a claim comes to on one map.
struct FindingRow {
    var file: String
    var finding: Finding
}

enum CheckColumns {
    // MARK: A finding

    /// What was said.
    static let said = Columns<FindingRow>([
        Column(cell: nil, member: ["claim"]) { .string($0.finding.claim.id) },
        Column("file") { .string($0.file) },
        Column(cell: "claim", member: nil) { .string($0.finding.claim.id) },
        Column("kind") { .string($0.finding.claim.kind.rawValue) },
        Column("measure") { .string($0.finding.claim.measure.rawValue) },
        .member("as_of") { .text($0.finding.claim.asOf?.description) },
        .member("period") { row in
            row.finding.claim.period.map {
                .array([.string($0.lowerBound.description), .string($0.upperBound.description)])
            } ?? .null
        },
        .member("quote") { .text($0.finding.claim.quote) },
        Column(cell: "said_low", member: ["said", "low"]) { .number($0.finding.said.low) },
        Column(cell: "said_high", member: ["said", "high"]) { .number($0.finding.said.high) },
        Column(cell: "unit", member: ["said", "unit"]) { .string($0.finding.claim.unit.name) },
        Column(cell: "said_low_si", member: ["said", "low_si"]) { .number($0.finding.saidSI.low) },
        Column(cell: "said_high_si", member: ["said", "high_si"]) { .number($0.finding.saidSI.high) },
        Column(cell: nil, member: ["said", "qualifier"]) { .string($0.finding.claim.qualifier.rawValue) },
        Column(cell: nil, member: ["said", "resolution"]) { .number($0.finding.resolution) },
        Column(cell: nil, member: ["said", "resolution_inferred"]) { .bool($0.finding.resolutionInferred) },
        .member("definitions") { definition.array($0.finding.definitions) },
    ])

    /// What comes of all definitions together.
    static let overall = Columns<FindingRow>([
        Column("verdict_as_worded") { .text($0.finding.verdictAsWorded?.rawValue) },
        Column(cell: "verdict_overall", member: ["verdict"]) { .string($0.finding.verdict.rawValue) },
        .member("robust") { .bool($0.finding.isRobust) },
        .member("partly_inconclusive") { .bool($0.finding.isPartlyInconclusive) },
        .member("because") { .string($0.finding.because) },
        .member("source") { row in
            row.finding.claim.source.map {
                .object(JSONObject($0.members.map { .init($0.name, .string($0.value)) }))
            } ?? .null
        },
    ])

    /// A finding as an object.
    static func object(_ row: FindingRow) -> JSONObject { said.object(row) + overall.object(row) }

    /// All findings in rows, one per claim and definition.
    static func rows(_ findings: [FindingRow]) -> Rows {
        let columns = Columns<(row: FindingRow, definition: DefinitionFinding)>(
            said.cells(\.row) + definition.cells(\.definition) + overall.cells(\.row)
                + onlySome.cells(\.definition.measured))
        return Rows(
            columns,
            findings.flatMap { row in row.finding.definitions.map { (row: row, definition: $0) } })
    }

    // MARK: A definition

    private static let definition = Columns<DefinitionFinding>(
        [
            .cell("counting") { .string($0.counting.label) },
            .member("counting") { .array($0.counting.statuses.map { .string($0.rawValue) }) },
            Column("as_worded") { .bool($0.asWorded) },
            .cell("denominator_m2") { .number($0.denominator?.squareMetres) },
            .member("denominator") { row in
                row.denominator.map { used in
                    .object([
                        "name": .string(used.name), "area_m2": .number(used.squareMetres),
                        "source": .string(used.source),
                    ])
                } ?? .null
            },
        ] + measured.cells(\.measured) + [
            .member("measured") { row in
                row.measured.map { .object(measured.object($0) + onlySome.object($0)) } ?? .null
            },
            Column("ratio") { .number($0.ratio) }, Column("zeta") { .number($0.zeta) },
            .member("strength") { .text($0.strength?.rawValue) }, .member("fit") { .text($0.fit?.rawValue) },
            Column("depth_equivalent_m") { .number($0.depthEquivalentMetres) },
            Column("sigma_flip_m") { .number($0.sigmaFlipMetres) },
            .member("sigma_holds_low_m") { .number($0.sigmaHolds?.low) },
            .member("sigma_holds_high_m") { .number($0.sigmaHolds?.high) },
            Column("verdict") { .string($0.verdict.rawValue) }, .member("because") { .text($0.because) },
        ])

    private static let measured = Columns<MeasuredValue>([
        Column("date") { .text($0.date?.description) }, Column("value_si") { .number($0.value) },
        Column("u_si") { .number($0.u) }, Column("low95_si") { .number($0.interval95.low) },
        Column("high95_si") { .number($0.interval95.high) },
        .member("edge_effect_si") { .number($0.edgeEffect) },
        .member("window_low_si") { .number($0.windowLow) },
        .member("window_high_si") { .number($0.windowHigh) },
        .member("boundary_error_assumed") { .bool($0.boundaryErrorAssumed) },
        .member("boundary_error_m") { .number($0.boundaryErrorMetres) },
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
    ])

    // MARK: An area of a map without claims

    /// An area of one map.
    struct AreaRow {
        var file: String
        var area: StatusArea
    }

    static let areas = Columns<AreaRow>([
        Column("file") { .string($0.file) }, Column("date") { .text($0.area.date?.description) },
        Column("holder") { .text($0.area.holder) }, Column("status") { .string($0.area.status) },
        Column("features") { .count($0.area.featureCount) },
        Column("area_m2") { .number($0.area.area.geodesicSquareMetres) },
        Column("area_lonlat_m2") { .number($0.area.area.lonlatSquareMetres) },
        Column("perimeter_m") { .number($0.area.area.perimeterMetres) },
        Column("u_m2") { .number($0.area.value.u) },
        Column("low95_m2") { .number($0.area.value.interval95.low) },
        Column("high95_m2") { .number($0.area.value.interval95.high) },
        Column("boundary_error_assumed") { .bool($0.area.value.boundaryErrorAssumed) },
    ])
}
