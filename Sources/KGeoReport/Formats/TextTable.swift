// Columns of text, aligned: numbers on the decimal point, words on the left; never wider than it may be.

/// Lays rows out in columns.
///
/// A table that is too wide is made narrower in this order: words of the columns on the left are broken into lines,
/// then the last columns of every row go to a line of their own below it. No number is ever cut.
package struct TextTable: Sendable {
    /// Where the text of a column stands.
    package enum Alignment: Sendable { case left, right, decimal }
    /// The columns' names and how each is aligned.
    package var columns: [(name: String, alignment: Alignment)]
    package var rows: [[String]] = []
    package var indent = ""

    /// A table without rows.
    package init(_ columns: [(String, Alignment)], indent: String = "") {
        self.columns = columns.map { (name: $0.0, alignment: $0.1) }
        self.indent = indent
    }

    /// How many places a text takes on a terminal: combining marks take none.
    package static func width(_ text: String) -> Int { text.count }

    /// Text with spaces up to a size, behind it or before it.
    package static func padded(_ text: String, _ size: Int, left: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, size - width(text)))
        return left ? space + text : text + space
    }

    /// The header and the rows, without trailing spaces; at most so wide where the numbers allow it.
    package func lines(width: Int = .max) -> [String] {
        let laid = layout(width: width)
        return laid.header + laid.rows.flatMap(\.self)
    }

    /// The lines of the header, and those of each row.
    package func layout(width: Int = .max) -> (header: [String], rows: [[String]]) {
        let cells = pointed()
        var widths = columns.indices.map { c in
            max(Self.width(columns[c].name), cells.map { Self.width($0[c]) }.max() ?? 0)
        }
        narrow(&widths, cells, to: width)
        let groups = groups(widths, to: width)
        func lines(_ row: [String]) -> [String] {
            groups.enumerated().flatMap { i, group in
                physical(row, group, widths, i == 0 ? indent : indent + "    ")
            }
        }
        return (lines(columns.map(\.name)), cells.map(lines))
    }

    /// The cells with decimal points under each other: padded behind.
    private func pointed() -> [[String]] {
        var cells = rows
        for (c, column) in columns.enumerated() where column.alignment == .decimal {
            func tail(_ text: String) -> Int {
                guard let point = text.firstIndex(of: ".") else { return 0 }
                return text.distance(from: point, to: text.endIndex)
            }
            let longest = rows.map { tail($0[c]) }.max() ?? 0
            for r in cells.indices where !cells[r][c].isEmpty {
                cells[r][c] += String(repeating: " ", count: longest - tail(cells[r][c]))
            }
        }
        return cells
    }

    /// A column of words is not made narrower than this, so that it can still be read.
    private static let least = 12

    /// Takes from the widest column of words until the row fits or nothing is left to take.
    private func narrow(_ widths: inout [Int], _ cells: [[String]], to width: Int) {
        func sum(_ widths: [Int]) -> Int {
            Self.width(indent) + widths.reduce(0, +) + 2 * max(0, widths.count - 1)
        }
        guard sum(widths) > width else { return }
        let floors = columns.indices.map { c -> Int in
            guard columns[c].alignment == .left else { return widths[c] }
            let all = cells.map { $0[c] } + [columns[c].name]
            let words = all.flatMap {
                $0.contains(where: \.isNumber) && $0.count <= 2 * Self.least
                    ? [Substring($0)] : $0.split(separator: " ")
            }
            // A figure with its unit, and a word that holds a digit, are never broken.
            let unbroken = words.filter { $0.contains(where: \.isNumber) && $0.count <= 2 * Self.least }
            let floor = max(Self.least, unbroken.map { Self.width(String($0)) }.max() ?? 0)
            return min(widths[c], floor)
        }
        var over = sum(widths) - width
        while over > 0 {
            let open = columns.indices.filter { widths[$0] > floors[$0] }
            guard let widest = open.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            over -= 1
        }
    }

    /// Which columns stand beside each other: as many as fit, the others below them.
    private func groups(_ widths: [Int], to width: Int) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var first = 0
        var used = Self.width(indent) + (widths.first ?? 0)
        for c in widths.indices.dropFirst() {
            if used + 2 + widths[c] > width {
                groups.append(first..<c)
                first = c
                used = Self.width(indent) + 4 + widths[c]
            } else {
                used += 2 + widths[c]
            }
        }
        return groups + [first..<widths.count]
    }

    /// Some columns of a row in as many lines as their longest cell takes.
    private func physical(_ row: [String], _ group: Range<Int>, _ widths: [Int], _ indent: String) -> [String]
    {
        let broken = group.map { c in
            Self.width(row[c]) <= widths[c] ? [row[c]] : Self.wrapped(row[c], width: widths[c])
        }
        return (0..<(broken.map(\.count).max() ?? 1)).map { i in
            var text = indent
            for (cell, c) in zip(broken, group) {
                let part = cell.indices.contains(i) ? cell[i] : ""
                text += Self.padded(part, widths[c], left: columns[c].alignment != .left)
                text += c < group.upperBound - 1 ? "  " : ""
            }
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    /// Text in lines of at most `size` places, the first begun with `first` and the others with `rest`. A word that
    /// is longer than a line is broken, but not within its digits.
    package static func wrapped(_ text: String, width size: Int, first: String = "", rest: String = "")
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
            var word = word
            while width(line) + (isEmpty ? 0 : 1) + width(String(word)) > size {
                let head = breakable(word, size - width(line))
                guard head > 0 else { break }
                lines.append(line + word.prefix(head))
                line = rest
                word = word.dropFirst(head)
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        if !isEmpty { lines.append(line) }
        return lines
    }

    /// How much of a word may stand on a line of so many places: up to the last place that is not within digits.
    private static func breakable(_ word: Substring, _ space: Int) -> Int {
        let characters = Array(word)
        func isDigit(_ i: Int) -> Bool {
            characters[i].isNumber || characters[i] == "." || characters[i] == ","
        }
        let most = min(space, characters.count - 1)
        // After a sign between words, where there is one.
        if let sign = (0..<max(0, most)).last(where: { "+-_/#".contains(characters[$0]) }), sign >= most / 2 {
            return sign + 1
        }
        var at = most
        while at > 0, isDigit(at - 1), isDigit(at) { at -= 1 }
        return at
    }
}
