// Comma-separated values (RFC 4180), for claims kept in a spreadsheet.

public import KGeoCore

/// A table read from CSV text.
public struct CSVTable: Hashable, Sendable {
    /// The names in the first row.
    public let header: [String]
    /// The rows after it, each as long as the header, with the line it begins on.
    public let rows: [Row]

    /// A row of the table.
    public struct Row: Hashable, Sendable {
        /// The line on which it begins, from 1.
        public let line: Int
        /// Its cells, as many as the header has.
        public let cells: [String]
    }

    /// A table from text; empty lines are passed over, a byte-order mark is dropped.
    ///
    /// - Throws: a problem with its line when a quoted cell never ends or a row is not as long as the header.
    public init(_ text: String) throws(Problem) {
        let all = try Self.rows(of: text)
        header = all.first?.cells ?? []
        rows = Array(all.dropFirst())
        try checkHeader()
        for row in rows where row.cells.count != header.count {
            throw Self.problem(
                "this row has \(row.cells.count) cells, the header \(header.count)", row.line,
                hint: "put a cell that holds a comma in double quotes")
        }
    }

    /// The rows of a text with the line each begins on, the header among them.
    private static func rows(of text: String) throws(Problem) -> [Row] {
        var rows: [Row] = []
        var cells: [String] = []
        var cell = ""
        var quoted = false
        var wasQuoted = false
        var line = 1
        var rowLine = 1
        func endRow() {
            cells.append(cell)
            cell = ""
            if cells.count > 1 || !cells[0].isEmpty || wasQuoted {
                rows.append(Row(line: rowLine, cells: cells))
            }
            cells = []
            wasQuoted = false
        }
        var scalars = Array(text.unicodeScalars)[...]
        if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where quoted && scalars.first == "\"":
                cell += "\""
                scalars = scalars.dropFirst()
            case "\"" where quoted: quoted = false
            case _ where quoted:
                if scalar == "\n" { line += 1 }
                cell.unicodeScalars.append(scalar)
            case "\"" where cell.isEmpty:
                quoted = true
                wasQuoted = true
            case ",":
                cells.append(cell)
                cell = ""
            case "\r" where scalars.first == "\n": break
            case "\n":
                endRow()
                line += 1
                rowLine = line
            default: cell.unicodeScalars.append(scalar)
            }
        }
        if quoted { throw problem("a quoted cell that begins in this row never ends", rowLine) }
        if !cell.isEmpty || !cells.isEmpty { endRow() }
        return rows
    }

    /// Refuses a table whose cells are parted otherwise, and names that stand twice.
    private func checkHeader() throws(Problem) {
        if header.count == 1, let name = header.first, let other = ";\t|".first(where: name.contains) {
            throw Self.problem(
                "the cells are parted by \(other == "\t" ? "tabs" : "\"\(other)\""), not by commas", 1,
                hint: "save the table as comma-separated values (CSV, UTF-8)")
        }
        if let twice = header.indices.first(where: { header[..<$0].contains(header[$0]) }) {
            throw Self.problem(
                "the column \"\(header[twice])\" stands twice in the header", 1,
                hint: "keep the one that is right")
        }
    }

    private static func problem(_ message: String, _ line: Int, hint: String? = nil) -> Problem {
        var place = Problem.Place()
        place.line = line
        place.column = 1
        return Problem(.claim, message, at: place, hint: hint)
    }
}
