// Rows as a table of Markdown (GitHub's flavour), for a page or a comment.

internal import KGeoCore

/// The renderer of `--format markdown`.
package enum MarkdownTable {
    /// The header, the line below it, and all rows; columns of numbers stand on the right.
    package static func text(_ rows: Rows) -> String {
        let isNumber = rows.names.indices.map { c in
            rows.values.contains { if case .number = $0[c] { true } else { false } }
                && !rows.values.contains { Rows.isText($0[c]) }
        }
        let all =
            [rows.names, isNumber.map { $0 ? "---:" : "---" }]
            + rows.values.map { rows.texts($0).map(cell) }
        return all.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }

    /// Text of a cell: harmless, on one line, without what would end it or begin markup.
    package static func cell(_ text: String) -> String {
        var escaped = ""
        for character in SafeText.escaped(text) {
            if "\\|`*_[]<>".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }
}
