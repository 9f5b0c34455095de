// Rows for machines: one list of columns gives the header and the cells of CSV and the members of JSON objects.

internal import KGeo

/// One column: its name, its value, and where it stands.
struct Column<Row>: Sendable {
    /// Its name in CSV; nil where it stands in JSON alone.
    var cell: String?
    /// Its member in JSON, as a path into objects; nil where it stands in CSV alone.
    var member: [String]?
    /// Whether the member is left out when it is null.
    var omitsNull = false
    /// What stands between the elements of an array in a cell.
    var separator = "; "
    var value: @Sendable (Row) -> JSONValue

    init(
        cell: String?, member: [String]?, omitsNull: Bool = false, separator: String = "; ",
        _ value: @escaping @Sendable (Row) -> JSONValue
    ) {
        self.cell = cell
        self.member = member
        self.omitsNull = omitsNull
        self.separator = separator
        self.value = value
    }

    /// A column of CSV and JSON under one name.
    init(
        _ name: String, omitsNull: Bool = false, separator: String = "; ",
        _ value: @escaping @Sendable (Row) -> JSONValue
    ) {
        self.init(cell: name, member: [name], omitsNull: omitsNull, separator: separator, value)
    }

    /// A column of CSV whose value stands elsewhere in JSON: above the rows, or as part of another member.
    static func cell(_ name: String, _ value: @escaping @Sendable (Row) -> JSONValue) -> Column {
        Column(cell: name, member: nil, value)
    }

    /// A member that no cell can hold, or that CSV has in parts.
    static func member(
        _ name: String, omitsNull: Bool = false, _ value: @escaping @Sendable (Row) -> JSONValue
    ) -> Column {
        Column(cell: nil, member: [name], omitsNull: omitsNull, value)
    }

    /// The same column of a row that holds such a row, or does not.
    func lifted<Outer>(_ inner: @escaping @Sendable (Outer) -> Row?) -> Column<Outer> {
        let value = value
        return Column<Outer>(cell: cell, member: member, omitsNull: omitsNull, separator: separator) {
            inner($0).map(value) ?? .null
        }
    }
}

/// The columns of one kind of row.
struct Columns<Row>: Sendable {
    let list: [Column<Row>]
    init(_ list: [Column<Row>]) { self.list = list }

    private var cells: [Column<Row>] { list.filter { $0.cell != nil } }

    /// The names of the cells, joined.
    var header: String { cells.compactMap(\.cell).joined(separator: ",") }

    /// A row of CSV.
    func line(_ row: Row) -> String {
        cells.map { Self.text($0.value(row), $0.separator) }.joined(separator: ",")
    }

    /// The header and the rows of CSV.
    func csv(_ rows: some Sequence<Row>, to out: Output) throws {
        try out.line(header)
        for row in rows { try out.line(line(row)) }
    }

    /// A row as an object.
    func object(_ row: Row) -> JSONObject {
        var object = JSONObject()
        for column in list {
            guard let path = column.member else { continue }
            let value = column.value(row)
            if !(column.omitsNull && value.isNull) { object.put(value, at: path[...]) }
        }
        return object
    }

    /// Rows as an array of objects.
    func array(_ rows: some Sequence<Row>) -> JSONValue { .array(rows.map { .object(object($0)) }) }

    /// The columns that stand in CSV, as cells alone of a row that holds such a row.
    func cells<Outer>(_ inner: @escaping @Sendable (Outer) -> Row?) -> [Column<Outer>] {
        cells.map { column in
            var lifted = column.lifted(inner)
            lifted.member = nil
            return lifted
        }
    }

    /// A value as a cell; what is text is guarded.
    private static func text(_ value: JSONValue, _ separator: String) -> String {
        switch value {
        case .null, .object: ""
        case .bool(let isTrue): isTrue ? "true" : "false"
        case .number(let number): number.text
        case .string(let text): SafeText.csvCell(text)
        case .array(let elements):
            SafeText.csvCell(
                elements.map { $0.string ?? text($0, separator) }.joined(separator: separator))
        }
    }
}

extension JSONObject {
    fileprivate mutating func put(_ value: JSONValue, at path: ArraySlice<String>) {
        guard let name = path.first else { return }
        guard path.count > 1 else {
            self[name] = value
            return
        }
        var inner = self[name]?.object ?? JSONObject()
        inner.put(value, at: path.dropFirst())
        self[name] = .object(inner)
    }
}
