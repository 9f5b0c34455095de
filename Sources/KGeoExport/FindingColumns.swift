// The columns of the layer of findings: what was said, what was measured, and the verdict, side by side.

internal import KGeoCore
internal import KGeoVerdict

enum FindingColumns {
    static func columns(_ found: BundleFinding) -> JSONObject {
        let (finding, row) = (found.finding, found.row)
        let claim = finding.claim
        let measured = row.measured
        let ends = measured?.interval95
        var columns = JSONObject([
            .init("claim", Cell.text(claim.id)),
            .init("kind", .string(claim.kind.rawValue)),
            .init("measure", .string(claim.measure.rawValue)),
            .init("quote", Cell.text(claim.quote)),
            .init("said", .string(Figures.said(claim))),
            .init("qualifier", .string(claim.qualifier.rawValue)),
            .init("said_low", Cell.real(finding.said.low)),
            .init("said_high", Cell.real(finding.said.high)),
            .init("unit", .string(claim.unit.name)),
            .init("said_low_si", Cell.real(finding.saidSI.low)),
            .init("said_high_si", Cell.real(finding.saidSI.high)),
            .init("counting", .string(row.counting.label)),
            .init("as_worded", .bool(row.asWorded)),
            .init("of", Cell.text(row.denominator?.name)),
            .init("of_km2", Cell.real(row.denominator.map { $0.squareMetres / 1e6 })),
            .init("of_source", Cell.text(row.denominator?.source)),
            .init("value_si", Cell.real(measured?.value)),
            .init("u_si", Cell.real(measured?.u)),
            .init("low95_si", Cell.real(ends?.low)),
            .init("high95_si", Cell.real(ends?.high)),
            .init("ratio", Cell.real(row.ratio)),
            .init("verdict", .string(row.verdict.rawValue)),
            .init("verdict_text", .string(row.verdict.words)),
            .init("verdict_overall", .string(finding.verdict.rawValue)),
            .init("because", Cell.text(finding.because)),
            .init("date", Cell.day(measured?.date)),
            .init("boundary_error_m", Cell.real(measured?.boundaryErrorMetres)),
            .init("boundary_error_assumed", measured.map { .bool($0.boundaryErrorAssumed) } ?? .null),
            .init("area_km2", Cell.real(found.area.map { $0.geodesicSquareMetres / 1e6 })),
            .init("perimeter_km", Cell.real(found.area.map { $0.perimeterMetres / 1e3 })),
            .init("source", Cell.text(claim.source.flatMap { $0.label.isEmpty ? nil : $0.label })),
            .init("source_url", Cell.text(claim.source?["url"])),
            .init("source_archived", Cell.text(claim.source?["archived"])),
        ])
        columns["title"] = Cell.text("\(claim.id): \(row.verdict.words)")
        let map = measured.map { value in
            "the map shows \(Figures.value(si: value.value, in: claim.unit)) (\(row.counting.label))"
        }
        columns["description"] = Cell.text(
            "Said: \(Figures.said(claim)); "
                + (map ?? row.because ?? "nothing was measured")
                + ". Measured on a drawn map, not on the ground.")
        LayerStyle.findings.category(of: row.verdict.rawValue).addSimpleStyle(to: &columns, shape: .surface)
        return columns
    }
}
