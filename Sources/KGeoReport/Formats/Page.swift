// Lines for people, none wider than the page: the one place where long text is broken.

package import KGeoCore

/// What a report says to people, line by line.
package struct Page: Sendable {
    /// What a page is written for.
    package enum Style: Sendable { case terminal, markdown }

    /// How many places a line may take where nobody says otherwise.
    package static let usualWidth = 80

    /// How many places a line may take.
    package let width: Int
    /// What it is written for. In Markdown a line is a paragraph, one with a label an item of a list.
    package let style: Style
    /// The words of the program for settings and operations that are named on it.
    package let words: Vocabulary
    /// The lines so far.
    package private(set) var lines: [String] = []

    /// An empty page.
    package init(width: Int = Page.usualWidth, style: Style = .terminal, words: Vocabulary = .neutral) {
        self.width = width
        self.style = style
        self.words = words
    }

    /// A line; one that is too long is broken at spaces, below what follows its label.
    package mutating func line(_ text: String = "") {
        guard style == .terminal else { return paragraph(text) }
        guard TextTable.width(text) > width else { return lines.append(text) }
        let label = Self.label(text)
        let rest = String(repeating: " ", count: label.contains { $0 != " " } ? label.count : label.count + 2)
        lines += TextTable.wrapped(
            String(text.dropFirst(label.count)), width: width, first: String(label), rest: rest)
    }

    /// A line that fits already, or holds what takes no place.
    package mutating func exactly(_ text: String) { lines.append(text) }

    /// What stands before the words of a line: spaces, or a short label with two spaces or more behind it.
    private static func label(_ text: String) -> Substring {
        let indent = text.prefix { $0 == " " }
        guard indent.isEmpty, let gap = text.firstRange(of: "  ") else { return indent }
        let name = text[..<gap.lowerBound]
        let label = text[..<(text[gap.upperBound...].firstIndex { $0 != " " } ?? text.endIndex)]
        return name.count <= 16 ? label : indent
    }

    /// Text in as many lines as it takes, the first begun with `first` and the others with `rest`.
    package mutating func wrapped(_ text: String, first: String = "", rest: String = "") {
        guard style == .terminal else { return paragraph(first + text) }
        lines += TextTable.wrapped(text, width: width, first: first, rest: rest)
    }

    /// What the lines below are about: the page as a whole, or a part of it.
    package mutating func heading(_ text: String, isTitle: Bool = false) {
        guard style == .markdown else { return line(text) }
        blank()
        lines.append((isTitle ? "# " : "## ") + SafeText.markdown(text))
        lines.append("")
    }

    /// A table.
    package mutating func table(_ table: TextTable) {
        guard style == .markdown else {
            lines += table.lines(width: width)
            return
        }
        let form = MarkdownTable.format
        blank()
        let text =
            form.head(
                table.columns.map { form.cell($0.name) }, numbers: table.columns.map { $0.alignment != .left }
            )
            + table.rows.map { form.line($0.map(form.cell)) }.joined()
        lines += text.split(separator: "\n").map(String.init)
        lines.append("")
    }

    // MARK: Markdown

    /// A line between blocks.
    private mutating func blank() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    private mutating func paragraph(_ text: String) {
        let label = Self.label(text)
        guard text.contains(where: { $0 != " " }) else { return blank() }
        let words = SafeText.markdown(String(text.dropFirst(label.count)))
        guard !label.isEmpty else {
            blank()
            lines.append(words)
            return lines.append("")
        }
        // Items of a list stand below each other; one without a label belongs to the item before.
        if lines.last?.hasPrefix("- ") != true { blank() }
        let name = label.split(separator: " ").joined(separator: " ")
        lines.append("- " + (name.isEmpty ? "" : SafeText.markdown(name) + ": ") + words)
    }

    /// All lines as one text.
    package var text: String { lines.map { $0 + "\n" }.joined() }
}
