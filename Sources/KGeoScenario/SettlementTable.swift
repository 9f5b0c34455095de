// Reported settlements from a table: one row per settlement and day.

internal import KGeoClaims
public import KGeoCore

/// Reads tables of reported settlements.
///
/// Columns: `name`, `lon`, `lat`, `status` (`controlled` or `contested`), `date` are needed; `holder` is needed
/// where the status is `controlled`. Further ones: `id`, `coord_error_m`, `coord_source`, `region`, `class`,
/// `status_source`, `note`. Other columns are passed over with a note.
public enum SettlementTable {
    /// The columns that are understood.
    public static let columns = [
        "id", "name", "lon", "lat", "coord_error_m", "coord_source", "region", "holder", "status", "date",
        "class", "status_source", "note",
    ]
    private static let needed = ["name", "lon", "lat", "status", "date"]

    /// The reports of a table.
    ///
    /// - Parameters:
    ///   - text: CSV with a header.
    ///   - file: the name of the table, for messages.
    ///   - problems: what is wrong with rows is appended here; such rows are not among the reports.
    ///   - notices: oddities that were accepted.
    /// - Throws: a problem when the table itself cannot be read: no rows, a column missing, a cell without end.
    public static func reports(
        _ text: String, file: String, problems: inout [Problem], notices: inout [Notice]
    ) throws(Problem) -> [SettlementReport] {
        let table: CSVTable
        do { table = try CSVTable(text) } catch { throw error.inFile(file) }
        let header = table.header.map(trimmed)
        guard header != [] else {
            throw Problem(
                .scenario, "the table is empty",
                hint: "its first row names the columns: "
                    + columns.joined(separator: ",")
            ).inFile(file)
        }
        if let missing = needed.first(where: { !header.contains($0) }) {
            throw Problem(
                .scenario, "the table has no column \"\(missing)\"",
                hint: "needed are \(needed.joined(separator: ", ")); write it in the first row"
            ).inFile(file)
        }
        guard !table.rows.isEmpty else {
            throw Problem(.scenario, "the table has a header and no settlement").inFile(file)
        }
        for name in header where !columns.contains(name) {
            notices.append(
                Notice(
                    .note, Problem(.scenario, "the column \"\(name)\" is not read").inFile(file)))
        }
        var reports: [SettlementReport] = []
        for row in table.rows {
            var cells: [String: String] = [:]
            for (name, cell) in zip(header, row.cells) {
                let cell = trimmed(cell)
                if !cell.isEmpty { cells[name] = cell }
            }
            do throws(Problem) {
                reports.append(try report(Row(cells: cells, line: row.line)))
            } catch {
                problems.append(error.inFile(file))
            }
        }
        problems += contradictions(reports).map { $0.inFile(file) }
        notices += spellings(reports).map { Notice(.warning, $0.inFile(file)) }
        return reports
    }

    /// A row of the table: its cells by column, the empty ones left out.
    private struct Row {
        var cells: [String: String]
        var line: Int

        func wrong(_ column: String, _ message: String, hint: String? = nil) -> Problem {
            var place = Problem.Place()
            place.line = line
            place.column = 1
            place.property = column
            return Problem(.scenario, message, at: place, hint: hint)
        }

        func number(_ column: String) throws(Problem) -> Double? {
            guard let text = cells[column] else { return nil }
            guard let number = Double(text), number.isFinite,
                text.allSatisfy({ "0123456789.+-eE".contains($0) })
            else {
                throw wrong(
                    column, "\"\(text)\" is no number", hint: "write degrees and metres as 35.2706 or 700")
            }
            return number
        }

        func place(of name: String) throws(Problem) -> Coordinate {
            guard let lon = try number("lon"), let lat = try number("lat") else {
                throw wrong(
                    cells["lon"] == nil ? "lon" : "lat", "\(name) has no place",
                    hint:
                        "a settlement without coordinates cannot be used; leave its row out and list it elsewhere"
                )
            }
            guard (-180...180).contains(lon), (-90...90).contains(lat) else {
                throw wrong(
                    (-180...180).contains(lon) ? "lat" : "lon",
                    "\(name): \(lon), \(lat) is no longitude and latitude")
            }
            return Coordinate(lon, lat)
        }

        func status(of name: String) throws(Problem) -> Status {
            guard let word = cells["status"] else { throw wrong("status", "\(name) has no status") }
            guard let status = Status(rawValue: word), status != .claimed else {
                throw wrong(
                    "status", "\(name): unknown status \"\(word)\"",
                    hint: "it may be controlled or contested; who holds it stands in the column holder")
            }
            if status == .controlled, cells["holder"] == nil {
                throw wrong(
                    "holder", "\(name) is controlled, but no holder is given",
                    hint: "say by whom in the column holder, or write contested")
            }
            return status
        }

        func date(of name: String) throws(Problem) -> CalendarDate {
            if let day = cells["date"], let date = CalendarDate(iso: day) { return date }
            throw wrong(
                "date",
                cells["date"].map { "\(name): \($0) is no day of the calendar" } ?? "\(name) has no date",
                hint: "write it in full, like 2024-08-24")
        }
    }

    private static func report(_ row: Row) throws(Problem) -> SettlementReport {
        let cells = row.cells
        guard let name = cells["name"] else { throw row.wrong("name", "the settlement has no name") }
        let place = try row.place(of: name)
        let status = try row.status(of: name)
        let date = try row.date(of: name)
        let error = try row.number("coord_error_m") ?? 0
        guard error >= 0, error <= 100_000 else {
            throw row.wrong("coord_error_m", "\(name): the error of a place must be 0 to 100000 m")
        }
        var report = SettlementReport(
            key: cells["id"] ?? "\(name)|\(place.longitude)|\(place.latitude)", name: name, place: place,
            status: status, date: date, line: row.line)
        report.coordinateError = error
        report.coordinateSource = cells["coord_source"]
        report.region = cells["region"]
        report.holder = cells["holder"]
        if let kind = cells["class"] { report.evidenceClass = kind }
        report.source = cells["status_source"]
        report.note = cells["note"]
        return report
    }

    /// Names of holders that are one but for their capitals: most likely one holder, spelled in two ways.
    private static func spellings(_ reports: [SettlementReport]) -> [Problem] {
        var spellings: [String: [String]] = [:]
        for holder in reports.compactMap(\.holder)
        where !(spellings[holder.lowercased()]?.contains(holder) ?? false) {
            spellings[holder.lowercased(), default: []].append(holder)
        }
        return spellings.values.filter { $0.count > 1 }.map { names in
            let quoted = names.sorted().map { "\"\($0)\"" }.joined(separator: " and ")
            return Problem(
                .scenario,
                "\(quoted) differ in capitals alone, and are \(names.count == 2 ? "two" : String(names.count)) holders",
                hint: "write each holder in one way")
        }.sorted { $0.message < $1.message }
    }

    /// A settlement has one name and one place; what contradicts it.
    private static func contradictions(_ reports: [SettlementReport]) -> [Problem] {
        var first: [String: SettlementReport] = [:]
        var problems: [Problem] = []
        for report in reports {
            guard let same = first[report.key] else {
                first[report.key] = report
                continue
            }
            guard same.place != report.place || same.name != report.name else { continue }
            var place = Problem.Place()
            place.line = report.line
            place.column = 1
            problems.append(
                Problem(
                    .scenario,
                    "the id \"\(report.key)\" names \(same.name) on line \(same.line) already, with another name or place",
                    at: place))
        }
        return problems
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
