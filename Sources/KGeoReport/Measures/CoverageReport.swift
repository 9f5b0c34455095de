// What kgeo coverage prints: a row per quantity, σ and ℓ.

package import KGeoControl
package import KGeoCore
internal import KGeoVerdict

package struct CoverageReport: Report {
    private let list: [CoverageRow]

    /// Rows in the order they were made.
    package init(rows: [CoverageRow]) { list = rows }

    private static let columns = Columns<CoverageRow>([
        Column("quantity") { .string($0.quantity.rawValue) }, Column("sigma_m") { .number($0.sigma) },
        Column("correlation_length_m") { .number($0.correlationLength) },
        Column("value_si") { .number($0.value) }, Column("u_si") { .number($0.u) },
        Column("simulated_u_si") { .number($0.deviation) },
        Column("mean_si") { .number($0.mean) }, Column("covered") { .number($0.covered) },
        Column("first_order") { .bool($0.isFirstOrder) },
    ])

    package func table(on out: inout Page) {
        var text = TextTable([
            ("", .left), ("σ m", .right), ("ℓ km", .right), ("u over simulated", .decimal),
            ("covered %", .decimal),
            ("", .left),
        ])
        for row in list {
            text.rows.append([
                row.quantity.rawValue, Figures.plain(row.sigma), Figures.plain(row.correlationLength / 1e3),
                row.deviation > 0 ? Figures.fixed(row.u / row.deviation, 2) : "",
                Figures.fixed(row.covered * 100, 1), row.isFirstOrder ? "" : "not said to hold",
            ])
        }
        out.table(text)
    }

    package var rows: Rows { Rows(Self.columns, list) }

    package var members: JSONObject { ["coverage": Self.columns.array(list)] }
}
