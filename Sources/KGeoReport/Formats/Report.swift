// What a command has found, as the renderer of every format takes it.

package import KGeoCore

/// A result that can be printed in every format. It holds values and measures nothing.
package protocol Report {
    /// For people.
    func table(on page: inout Page)
    /// The same in rows, for every format that is a table to machines.
    var rows: Rows { get }
    /// What a JSON answer says of it, between the members that all answers have.
    var members: JSONObject { get }
    /// Whether Markdown is the page for people, to be published, and not the rows alone.
    var isPageInMarkdown: Bool { get }
}

extension Report {
    /// The rows alone, where a report does not say otherwise.
    package var isPageInMarkdown: Bool { false }
}

/// The forms that every report can be printed in. A new one is a case here and a renderer beside `CSVText`
/// (Docs/NewOutputFormat.md).
package enum ReportFormat: String, CaseIterable, Sendable {
    case table, json, csv, markdown

    /// A report in this form.
    ///
    /// - Parameters:
    ///   - width: how many places a line for people may take.
    ///   - words: the words of the program for settings and operations that a report names.
    ///   - envelope: what stands around the members of a JSON answer; asked for only where it is printed.
    /// - Throws: whatever making the envelope throws.
    package func text(
        of report: some Report, width: Int, words: Vocabulary = .neutral, in envelope: () throws -> Envelope
    ) rethrows
        -> String
    {
        switch self {
        case .table:
            var page = Page(width: width, words: words)
            report.table(on: &page)
            return page.text
        case .json:
            var answer = try envelope()
            answer.members = report.members
            return answer.text
        case .markdown where report.isPageInMarkdown:
            var page = Page(width: .max, style: .markdown, words: words)
            report.table(on: &page)
            return page.text
        case .csv, .markdown: return lines?.text(report.rows) ?? ""
        }
    }

    /// The form of its lines, where each row is one by itself; nil for the others.
    package var lines: LineFormat? {
        switch self {
        case .table, .json: nil
        case .csv: CSVText.format
        case .markdown: MarkdownTable.format
        }
    }
}
