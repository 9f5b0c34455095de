// Tables of Markdown: what the row, the column and the caption say of a cell.

internal import KGeoExtract

/// The sentences that say what a cell of a table is of.
struct TableCell {
    /// The first cell of its row, the first of its column, and the line above the table.
    var row: [Int] = []
    var column: [Int] = []
    var caption: [Int] = []

    /// All of them, the one that says most first: for time, sides and measures.
    var inOrder: [Int] { column + row + caption }
}

/// Finds the cells of tables. A row is a line with two or more cell ends (U+001F) in it.
struct TableFinder {
    let text: ReadingText

    /// The cell that a figure stands in; nil outside of tables.
    func cell(of figure: Int) -> TableCell? {
        let scalars = text.source.scalars
        let place = text.source.figures[figure].start
        guard let line = line(around: place), isRow(line) else { return nil }
        let index = scalars[line.lowerBound..<place].count(where: Self.ends)
        var top = line
        var at = line.lowerBound
        while at > 0, let above = self.line(around: at - 1) {
            if scalars[above].contains(where: Self.ends) {
                top = above
            } else if !isBetweenRows(above) {
                break
            }
            at = above.lowerBound
        }
        var cell = TableCell()
        let label = cells(of: line).first { range in range.contains { !scalars[$0].properties.isWhitespace } }
        cell.row = label.map(sentences) ?? []
        if top != line {
            let heads = cells(of: top)
            if heads.indices.contains(index) { cell.column = sentences(heads[index]) }
        }
        var before = top.lowerBound
        while before > 0, let above = self.line(around: before - 1) {
            if above.contains(where: { !scalars[$0].properties.isWhitespace }) {
                cell.caption = sentences(above)
                break
            }
            before = above.lowerBound
        }
        return cell
    }

    /// Whether nothing stands between the ends of two blocks of HTML.
    private func isBetweenRows(_ line: Range<Int>) -> Bool {
        let scalars = text.source.scalars
        return line.allSatisfy { scalars[$0].properties.isWhitespace }
            && (scalars.indices.contains(line.upperBound) && scalars[line.upperBound] == "\u{1E}"
                || line.lowerBound > 0 && scalars[line.lowerBound - 1] == "\u{1E}")
    }

    /// Whether a line ends with a character.
    private static func breaks(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\u{1E}" }

    /// Whether a cell ends with a character.
    private static func ends(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{1F}" }

    /// Lines longer than this are no rows of a table.
    private static let longest = 2_000

    /// The line that a character stands in, without its end.
    private func line(around place: Int) -> Range<Int>? {
        let scalars = text.source.scalars
        guard scalars.indices.contains(place) else { return nil }
        var first = place
        while first > 0, !Self.breaks(scalars[first - 1]) {
            if place - first > Self.longest { return nil }
            first -= 1
        }
        var last = place
        while last < scalars.count, !Self.breaks(scalars[last]) {
            if last - first > Self.longest { return nil }
            last += 1
        }
        return first..<last
    }

    private func isRow(_ line: Range<Int>) -> Bool {
        text.source.scalars[line].count(where: Self.ends) >= 2
    }

    private func cells(of line: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var first = line.lowerBound
        for i in line where Self.ends(text.source.scalars[i]) {
            found.append(first..<i)
            first = i + 1
        }
        found.append(first..<line.upperBound)
        return found
    }

    /// The sentences with a word in a range of characters.
    private func sentences(_ range: Range<Int>) -> [Int] {
        var low = 0
        var high = text.words.count
        while low < high {
            let middle = (low + high) / 2
            if text[middle].start < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var found: [Int] = []
        while low < text.words.count, text[low].start < range.upperBound {
            if text[low].kind != .sign, found.last != text[low].sentence { found.append(text[low].sentence) }
            low += 1
        }
        return found
    }
}
