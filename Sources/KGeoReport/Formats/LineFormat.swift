// Forms of rows in which every line stands by itself, so that rows can be written as they come.

internal import KGeoCore

/// A form of rows that has a head and a line for each row, and no foot: CSV, or a table of Markdown.
package struct LineFormat: Sendable {
    /// What a line begins with, what stands between its cells, and what it ends with, the line break included.
    package let begin, separator, end: String
    /// A text as a cell: harmless, on one line, without what would end the cell.
    package let cell: @Sendable (String) -> String
    /// What stands between the line of the names and the first row, given which columns hold numbers.
    private let rule: (@Sendable ([Bool]) -> String)?

    init(
        begin: String = "", separator: String, end: String = "\n",
        cell: @escaping @Sendable (String) -> String,
        rule: (@Sendable ([Bool]) -> String)? = nil
    ) {
        self.begin = begin
        self.separator = separator
        self.end = end
        self.cell = cell
        self.rule = rule
    }

    /// A line of cells.
    package func line(_ cells: [String]) -> String { begin + cells.joined(separator: separator) + end }

    /// What stands before all rows.
    ///
    /// - Parameters:
    ///   - names: the names of the columns.
    ///   - numbers: which of them hold numbers.
    package func head(_ names: [String], numbers: [Bool]) -> String { line(names) + (rule?(numbers) ?? "") }

    /// Rows without a head.
    package func lines(_ rows: Rows) -> String {
        rows.values.map { row in
            line(zip(row, rows.texts(row)).map { Rows.isText($0) ? cell($1) : $1 })
        }.joined()
    }

    /// The head and all rows.
    package func text(_ rows: Rows) -> String {
        let isNumber = rows.names.indices.map { c in
            rows.values.contains { if case .number = $0[c] { true } else { false } }
                && !rows.values.contains { Rows.isText($0[c]) }
        }
        return head(rows.names, numbers: isNumber) + lines(rows)
    }
}
