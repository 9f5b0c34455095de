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
    /// Whether rows say what features are called, and where on Earth they lie.
    var (saysName, saysPlace) = (false, false)

    /// A row up to the feature's number.
    func before(_ file: String) -> String {
        if let lines = format.lines { return lines.begin + lines.cell(file) + lines.separator }
        return format == .json ? "{\"file\":\(JSONWriter.quoted(FileName.shown(file))),\"feature\":" : ""
    }

    /// The feature's number in its file.
    func number(_ index: Int) -> String {
        format == .table ? TextTable.padded(String(index), 7, left: true) : String(index)
    }

    /// A row from behind the feature's number to its end, or to its place where it says one; `measured` is nil for what
    /// could not be measured.
    func after(id: String?, _ measured: FeatureMeasures?) -> String {
        let values = measured?.values
        if let lines = format.lines {
            var text = lines.separator + lines.cell(id ?? "")
            for i in columns.indices {
                text += lines.separator
                if let value = values?[i], value.isFinite { text += Self.text(value) }
            }
            if saysName { text += lines.separator + lines.cell(measured?.name ?? "") }
            return saysPlace ? text : text + lines.end
        }
        guard format == .json else {
            let called = measured?.name ?? id ?? ""
            // Of a name the beginning says most, of an id the end.
            let text = SafeText.escaped(called)
            let shortened = measured?.name != nil && text.count > 20 ? text.prefix(19) + "…" : text[...]
            return cells(String(shortened), values.map(shown) ?? titles.map { _ in "–" })
                + "\n"
        }
        var members: [JSONObject.Member] = [.init("id", .text(id))]
        for (i, name) in columns.enumerated() { members.append(.init(name, .number(values?[i]))) }
        if saysName { members.append(.init("name", .text(measured?.name))) }
        let text = "," + JSONWriter.compact(.object(JSONObject(members))).dropFirst()
        return saysPlace ? String(text.dropLast()) : text
    }

    /// The end of a row that says where on Earth a feature lies; nil where that is not known, or not said in the table.
    func end(_ place: EarthNaming.Place?) -> String {
        let (longitude, latitude) = (place?.shownLongitude, place?.shownLatitude)
        if let lines = format.lines {
            let cells = [longitude.map(Self.text) ?? "", latitude.map(Self.text) ?? ""]
            return cells.reduce("") { $0 + lines.separator + $1 } + lines.separator
                + lines.cell(place?.name ?? "") + lines.end
        }
        guard format == .json else { return place.map { "         \(SafeText.escaped($0.words))\n" } ?? "" }
        let members = JSONObject([
            .init("longitude", .number(longitude)), .init("latitude", .number(latitude)),
            .init("place", .text(place?.name)),
        ])
        return "," + JSONWriter.compact(.object(members)).dropFirst()
    }

    /// What stands before all rows; nil for JSON, whose head holds more.
    var head: String? {
        if let lines = format.lines {
            let (name, place) = (
                saysName ? ["name"] : [], saysPlace ? ["longitude", "latitude", "place"] : []
            )
            return lines.head(
                ["file", "feature", "id"] + columns + name + place,
                numbers: [false, true, false] + columns.map { _ in true } + name.map { _ in false }
                    + place.map { $0 != "place" })
        }
        return format == .json ? nil : tableLine("feature", saysName ? "name or id" : "id", titles)
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
        for (title, value) in zip(titles, values) {
            text += "  " + TextTable.padded(value, max(15, title.count), left: true)
        }
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
    /// Where the features lie, where rows say it.
    private(set) var middles: [Coordinate?] = []
    /// Of features without the property that is to name them, those they have; nil when one has it.
    private(set) var otherProperties: [String]? = []
    /// Notes, with the row they are about.
    private(set) var notes: [(row: Int, id: String?, texts: [String])] = []

    var count: Int { ends.count }

    mutating func append(
        _ id: String?, _ measured: FeatureMeasures, notes texts: [String], in format: RowFormat
    ) {
        text.append(contentsOf: format.after(id: id, measured).utf8)
        ends.append(text.count)
        values += measured.values
        if format.saysPlace { middles.append(measured.middle) }
        if format.saysName { otherProperties.meet(measured.otherProperties) }
        if !texts.isEmpty { notes.append((count - 1, id, texts)) }
    }
}

extension [String]? {
    /// Takes in the properties of another feature, a few of them; nil where it has the one that is asked for.
    mutating func meet(_ others: [String]?) {
        guard let own = self, let others else {
            self = nil
            return
        }
        guard own.count < 40 else { return }
        self = own + others.filter { !own.contains($0) }
    }
}
