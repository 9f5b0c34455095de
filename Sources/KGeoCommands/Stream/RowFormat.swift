// How a row of area and length is written: in three pieces, since the thread that measures a feature may not know
// its number yet.

internal import KGeo
internal import KGeoCore
internal import KGeoJSON
internal import KGeoReport

/// The columns of a streamed table and the text of its rows.
struct RowFormat: Sendable {
    let format: OutputFormat
    /// The names of the numbers in CSV and JSON.
    let columns: [String]
    /// The same for people.
    let titles: [String]
    /// The numbers for people.
    let shown: @Sendable ([Double]) -> [String]
    /// Whether the table has a line for each file.
    let several: Bool

    /// A row up to the feature's number.
    func before(_ file: String) -> String {
        if let lines = format.lines { return lines.begin + lines.cell(file) + lines.separator }
        return format == .json ? "{\"file\":\(JSONWriter.quoted(FileName.shown(file))),\"feature\":" : ""
    }

    /// The feature's number in its file.
    func number(_ index: Int) -> String {
        format == .table ? TextTable.padded(String(index), 7, left: true) : String(index)
    }

    /// A row from behind the feature's number to its end; `values` is nil for what could not be measured.
    func after(id: String?, _ values: [Double]?) -> String {
        if let lines = format.lines {
            var text = lines.separator + lines.cell(id ?? "")
            for i in columns.indices {
                text += lines.separator
                if let value = values?[i], value.isFinite { text += Self.text(value) }
            }
            return text + lines.end
        }
        guard format == .json else {
            return cells(SafeText.escaped(id ?? ""), values.map(shown) ?? titles.map { _ in "–" }) + "\n"
        }
        var members: [JSONObject.Member] = [.init("id", .text(id))]
        for (i, name) in columns.enumerated() { members.append(.init(name, .number(values?[i]))) }
        return "," + JSONWriter.compact(.object(JSONObject(members))).dropFirst()
    }

    /// What stands before all rows; nil for JSON, whose head holds more.
    var head: String? {
        if let lines = format.lines {
            return lines.head(
                ["file", "feature", "id"] + columns,
                numbers: [false, true, false] + columns.map { _ in true })
        }
        return format == .json ? nil : tableLine("feature", "id", titles)
    }

    /// What stands before the rows of a file.
    func heading(_ file: String) -> String? {
        guard format == .table, several else { return nil }
        var page = Page(width: PageWidth.current, words: .commandLine)
        page.line(SafeText.escaped(file))
        return page.text
    }

    /// A line of the table that is no feature's: its head, or its foot.
    func tableLine(_ feature: String, _ id: String, _ values: [String]) -> String {
        TextTable.padded(feature, 7, left: true) + cells(id, values) + "\n"
    }

    // Columns of a streamed table have a fixed width, since the rows to come are not known: together 80 places.
    private func cells(_ id: String, _ values: [String]) -> String {
        var text = "  " + TextTable.padded(Self.shortened(id, 20), 20)
        for value in values { text += "  " + TextTable.padded(value, 15, left: true) }
        return text
    }

    private static func shortened(_ text: String, _ width: Int) -> String {
        text.count <= width ? text : "…" + text.suffix(width - 1)
    }

    /// The shortest digits that read back as the same double.
    static func text(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

/// Rows of features that follow each other, written but for their numbers.
struct MeasuredRows: Sendable {
    /// The ends of rows (`RowFormat.after`), one after another, and where each ends.
    private(set) var text: [UInt8] = []
    private(set) var ends: [Int] = []
    /// The numbers, row by row.
    private(set) var values: [Double] = []
    /// Notes, with the row they are about.
    private(set) var notes: [(row: Int, id: String?, texts: [String])] = []

    var count: Int { ends.count }

    mutating func append(_ id: String?, _ measured: [Double], notes texts: [String], in format: RowFormat) {
        text.append(contentsOf: format.after(id: id, measured).utf8)
        ends.append(text.count)
        values += measured
        if !texts.isEmpty { notes.append((count - 1, id, texts)) }
    }
}
