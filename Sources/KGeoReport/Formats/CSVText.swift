// Rows as CSV: a header, then a line for each; text is guarded against being taken for a formula.

internal import KGeoCore

/// The renderer of `--format csv`.
package enum CSVText {
    /// The header and all rows.
    package static func text(_ rows: Rows) -> String {
        rows.names.joined(separator: ",") + "\n" + lines(rows)
    }

    /// All rows, without a header.
    package static func lines(_ rows: Rows) -> String {
        rows.values.map { line($0, rows) + "\n" }.joined()
    }

    /// One row.
    private static func line(_ row: [JSONValue], _ rows: Rows) -> String {
        zip(row, rows.texts(row)).map { Rows.isText($0) ? SafeText.csvCell($1) : $1 }.joined(separator: ",")
    }
}
