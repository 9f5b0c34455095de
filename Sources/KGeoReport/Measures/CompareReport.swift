// kgeo area --compare: what other methods would print for the same file, and why.

package import KGeo
package import KGeoCore
internal import KGeoVerdict

package struct CompareReport: Report {
    private let results: [MethodComparison]

    /// What the methods give for some files.
    package init(_ results: [MethodComparison]) { self.results = results }

    /// A row beside what it is compared with.
    private struct Line {
        var file: String
        var row: MethodComparison.Row
        var geodesic: Double
    }

    private static func lines(_ result: MethodComparison) -> [Line] {
        result.rows.map { Line(file: result.file, row: $0, geodesic: result.geodesic) }
    }

    private static let columns = Columns<Line>([
        .cell("file") { .string($0.file) }, Column("method") { .string($0.row.name) },
        Column("area_m2") { .number($0.row.squareMetres) },
        Column("ratio_to_geodesic") { line in
            .number(line.row.squareMetres.flatMap { line.geodesic > 0 ? $0 / line.geodesic : nil })
        },
        Column("explanation") { .string($0.row.explanation) },
    ])

    /// A row per file and method.
    package var rows: Rows { Rows(Self.columns, results.flatMap(Self.lines)) }

    /// What an answer says of the files.
    package var members: JSONObject {
        [
            "files": .array(
                results.map { result in
                    .object([
                        "path": .string(result.file), "features": .count(result.features),
                        "methods": Self.columns.array(Self.lines(result)),
                    ])
                })
        ]
    }

    /// A table per file.
    package func table(on out: inout Page) {
        for result in results {
            out.line("\(SafeText.escaped(result.file)): \(result.features) features")
            var table = TextTable(
                [("method", .left), ("area km²", .decimal), ("to geodesic", .right), ("what it is", .left)],
                indent: "  ")
            let geodesic = result.geodesic
            for row in result.rows {
                let difference = row.squareMetres.map { geodesic > 0 ? $0 / geodesic - 1 : 0 }
                table.rows.append([
                    row.name, row.squareMetres.map { Figures.cell($0 / 1e6, 3) } ?? "–",
                    difference.map(Self.percent) ?? "out of reach", row.explanation,
                ])
            }
            out.table(table)
        }
    }

    private static func percent(_ difference: Double) -> String {
        if difference == 0 { return "=" }
        let percent = difference * 100
        let size = abs(percent)
        let digits = size >= 1 ? 2 : size >= 0.01 ? 3 : 5
        return (percent > 0 ? "+" : "") + Figures.fixed(percent, digits) + " %"
    }
}
