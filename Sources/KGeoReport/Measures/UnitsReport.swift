// The table of units.

package import KGeoCore

/// All units that figures can be in.
package struct UnitsReport: Report {
    /// The table.
    package init() {}

    private static let columns = Columns<MeasureUnit>([
        Column("unit") { .string($0.name) }, Column("symbol") { .string($0.symbol) },
        Column("dimension") { .string($0.dimension.rawValue) }, Column("si_factor") { .number($0.factor) },
        Column("exact") { .bool($0.isExact) }, Column("source") { .string($0.source) },
    ])

    /// A row per unit.
    package func table(on page: inout Page) {
        var table = TextTable([
            ("unit", .left), ("printed", .left), ("of", .left), ("in SI", .left), ("size", .left),
            ("source", .left),
        ])
        for unit in MeasureUnit.table {
            table.rows.append([
                unit.name, unit.symbol, unit.dimension.rawValue,
                "\(JSONNumber(unit.factor).text) \(unit.dimension.siSymbol)",
                unit.isExact ? "exact" : "nominal", unit.source,
            ])
        }
        page.table(table)
    }

    /// A row per unit.
    package var rows: Rows { Rows(Self.columns, MeasureUnit.table) }

    /// All units.
    package var members: JSONObject { ["units": Self.columns.array(MeasureUnit.table)] }
}
