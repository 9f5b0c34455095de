// The attributes of the layer of findings: the columns of a finding, the ground it was held against, and its look.

internal import KGeoCore
internal import KGeoVerdict

enum FindingAttributes {
    static func columns(_ found: BundleFinding, file: String) -> JSONObject {
        let (finding, row) = (found.finding, found.row)
        let shared = FindingColumns.rows.attributes(
            DefinitionRow(FindingRow(file: file, finding: finding), row))
        var columns = JSONObject(shared.members.map { .init($0.name, Cell.of($0.value)) })
        columns["area_km2"] = Cell.real(found.area.map { $0.geodesicSquareMetres / 1e6 })
        columns["perimeter_km"] = Cell.real(found.area.map { $0.perimeterMetres / 1e3 })
        columns["title"] = Cell.text("\(finding.claim.id): \(row.verdict.words)")
        let map = row.measured.map { value in
            "the map shows \(Figures.value(si: value.value, in: finding.claim.unit)) (\(finding.words.label(row.counting)))"
        }
        columns["description"] = Cell.text(
            "Said: \(Figures.said(finding.claim)); "
                + (map ?? row.because ?? "nothing was measured")
                + ". Measured on a drawn map, not on the ground.")
        LayerStyle.findings.category(of: row.verdict.rawValue).addSimpleStyle(to: &columns, shape: .surface)
        return columns
    }
}
