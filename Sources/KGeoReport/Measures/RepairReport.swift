// What kgeo repair prints: each surface that breaks a rule, with its area as drawn and after each repair.

package import KGeoCore
package import KGeoJSON
internal import KGeoVerdict

/// Surfaces with their repairs.
package struct RepairReport: Report {
    /// A surface of a feature: areas in m² as drawn and after each repair.
    package struct Row: Sendable {
        fileprivate let record: FeatureRecord
        fileprivate let before, linework, structure: Double
        fileprivate let reason: String
        fileprivate let place: Coordinate?
        fileprivate let change: Double

        /// A feature's surface and what repairs make of it.
        ///
        /// - Parameters:
        ///   - place: where it breaks the rule.
        ///   - change: the change of its area by the chosen method, relative to the larger area.
        package init(
            record: FeatureRecord, before: Double, linework: Double, structure: Double, reason: String,
            place: Coordinate?, change: Double
        ) {
            self.record = record
            self.before = before
            self.linework = linework
            self.structure = structure
            self.reason = reason
            self.place = place
            self.change = change
        }
    }

    private let file: String
    private let features: Int
    private let repaired: [Row]
    private let method: String

    /// The repairs of a file of so many features; changes are those of one method.
    package init(file: String, features: Int, rows: [Row], method: String) {
        self.file = file
        self.features = features
        repaired = rows
        self.method = method
    }

    private var lines: [Line] { repaired.map { Line(file: file, row: $0) } }

    /// A row per surface.
    package func table(on out: inout Page) {
        let rows = repaired
        guard !rows.isEmpty else {
            return out.line("\(SafeText.escaped(file)): \(features) features, nothing to repair")
        }
        var table = TextTable([
            ("feature", .right), ("id", .left), ("before km²", .decimal), ("linework km²", .decimal),
            ("structure km²", .decimal), ("changes", .right), ("what", .left),
        ])
        for row in rows {
            let at =
                row.place.map {
                    " at \(Figures.fixed($0.longitude, 5)), \(Figures.fixed($0.latitude, 5))"
                } ?? ""
            table.rows.append([
                String(row.record.index), SafeText.escaped(row.record.label ?? ""),
                Figures.cell(row.before / 1e6, 3),
                Figures.cell(row.linework / 1e6, 3),
                Figures.cell(row.structure / 1e6, 3),
                Figures.short(row.change * 100) + " %", row.reason + at,
            ])
        }
        out.table(table)
        out.line(
            "\(rows.count) of \(features) features; changes are those of \(method), relative to the larger area"
        )
    }

    /// A row per surface.
    package var rows: Rows { Rows(Self.columns, lines) }

    /// What an answer says of the file.
    package var members: JSONObject {
        [
            "file": .string(file), "features": .count(features), "method": .string(method),
            "repaired": Self.columns.array(lines),
        ]
    }

    /// A repaired feature with its file.
    private struct Line {
        var file: String
        var row: Row
    }

    private static let columns = Columns<Line>([
        .cell("file") { .string($0.file) }, Column("feature") { .count($0.row.record.index) },
        Column("id") { .text($0.row.record.label) },
        Column("area_before_m2") { .number($0.row.before) },
        Column("area_linework_m2") { .number($0.row.linework) },
        Column("area_structure_m2") { .number($0.row.structure) },
        Column("reason") { .string($0.row.reason) },
        .cell("lon") { .number($0.row.place?.longitude) },
        .cell("lat") { .number($0.row.place?.latitude) },
        .member("place") { .position($0.row.place) },
        Column("change") { .number($0.row.change) },
    ])
}
