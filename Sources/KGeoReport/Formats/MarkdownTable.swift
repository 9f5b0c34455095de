// Rows as a table of Markdown (GitHub's flavour), for a page or a comment.

internal import KGeoCore

/// `--format markdown`: the header, a line below it that puts numbers on the right, and a line for each row.
enum MarkdownTable {
    static let format = LineFormat(
        begin: "| ", separator: " | ", end: " |\n", cell: SafeText.markdown,
        rule: { numbers in "| " + numbers.map { $0 ? "---:" : "---" }.joined(separator: " | ") + " |\n" })
}
