// Columns of text, aligned: numbers on the decimal point, words on the left.

internal import KGeo

/// Lays rows out in columns.
struct TextTable {
    enum Alignment { case left, right, decimal }
    /// The columns' names and how each is aligned.
    var columns: [(name: String, alignment: Alignment)]
    var rows: [[String]] = []
    var indent = ""

    init(_ columns: [(String, Alignment)], indent: String = "") {
        self.columns = columns.map { (name: $0.0, alignment: $0.1) }
        self.indent = indent
    }

    /// How many places a text takes on a terminal: combining marks take none.
    static func width(_ text: String) -> Int { text.count }

    static func padded(_ text: String, _ size: Int, left: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, size - width(text)))
        return left ? space + text : text + space
    }

    /// The header and the rows, without trailing spaces.
    func lines(header: Bool = true) -> [String] {
        var cells = rows
        for (c, column) in columns.enumerated() where column.alignment == .decimal {
            // Pad behind, so that the decimal points stand under each other.
            func tail(_ text: String) -> Int {
                guard let point = text.firstIndex(of: ".") else { return 0 }
                return text.distance(from: point, to: text.endIndex)
            }
            let longest = rows.map { tail($0[c]) }.max() ?? 0
            for r in cells.indices where !cells[r][c].isEmpty {
                cells[r][c] += String(repeating: " ", count: longest - tail(cells[r][c]))
            }
        }
        let widths = columns.indices.map { c in
            max(header ? Self.width(columns[c].name) : 0, cells.map { Self.width($0[c]) }.max() ?? 0)
        }
        func line(_ row: [String]) -> String {
            var text = indent
            for (c, cell) in row.enumerated() {
                text +=
                    Self.padded(cell, widths[c], left: columns[c].alignment != .left)
                    + (c < row.count - 1 ? "  " : "")
            }
            while text.last == " " { text.removeLast() }
            return text
        }
        return (header ? [line(columns.map(\.name))] : []) + cells.map(line)
    }

    /// Text in lines of at most `size` characters, the first begun with `first` and the others with `rest`.
    static func wrapped(_ text: String, width size: Int = 100, first: String = "", rest: String = "")
        -> [String]
    {
        var lines: [String] = []
        var line = first
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, width(line) + 1 + width(String(word)) > size {
                lines.append(line)
                line = rest
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        if !isEmpty { lines.append(line) }
        return lines
    }
}
