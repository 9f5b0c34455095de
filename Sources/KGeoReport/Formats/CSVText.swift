// Rows as CSV: a header, then a line for each; text is guarded against being taken for a formula.

internal import KGeoCore

/// `--format csv`.
enum CSVText {
    static let format = LineFormat(separator: ",", cell: SafeText.csvCell)
}
