// Lines for people, none wider than the page: the one place where long text is broken.

package import KGeoCore

/// What a report says to people, line by line.
package struct Page: Sendable {
    /// How many places a line may take where nobody says otherwise.
    package static let usualWidth = 80

    /// How many places a line may take.
    package let width: Int
    /// The words of the program for settings and operations that are named on it.
    package let words: Vocabulary
    /// The lines so far.
    package private(set) var lines: [String] = []

    /// An empty page.
    package init(width: Int = Page.usualWidth, words: Vocabulary = .neutral) {
        self.width = width
        self.words = words
    }

    /// A line; one that is too long is broken at spaces, below what follows its label.
    package mutating func line(_ text: String = "") {
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
        lines += TextTable.wrapped(text, width: width, first: first, rest: rest)
    }

    /// A table.
    package mutating func table(_ table: TextTable) { lines += table.lines(width: width) }

    /// All lines as one text.
    package var text: String { lines.map { $0 + "\n" }.joined() }
}
