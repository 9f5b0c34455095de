// Rows for machines: one list of columns gives the cells of CSV, the members of JSON and the attributes of a layer.

/// One column: its name, its value, and where it stands.
package struct Column<Row>: Sendable {
    /// Its name in CSV; nil where it stands in JSON alone.
    package var cell: String?
    /// Its member in JSON, as a path into objects; nil where it stands in CSV alone.
    package var member: [String]?
    /// Whether the member is left out when it is null.
    package var omitsNull = false
    /// Its attribute in a layer of a map; nil where no layer has it.
    package var attribute: String?
    /// What stands between the elements of an array in a cell.
    package var separator = "; "
    package var value: @Sendable (Row) -> JSONValue

    package init(
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
    package init(
        _ name: String, omitsNull: Bool = false, separator: String = "; ",
        _ value: @escaping @Sendable (Row) -> JSONValue
    ) {
        self.init(cell: name, member: [name], omitsNull: omitsNull, separator: separator, value)
    }

    /// A column of CSV whose value stands elsewhere in JSON: above the rows, or as part of another member.
    package static func cell(_ name: String, _ value: @escaping @Sendable (Row) -> JSONValue) -> Column {
        Column(cell: name, member: nil, value)
    }

    /// A member that no cell can hold, or that CSV has in parts.
    package static func member(
        _ name: String, omitsNull: Bool = false, _ value: @escaping @Sendable (Row) -> JSONValue
    ) -> Column {
        Column(cell: nil, member: [name], omitsNull: omitsNull, value)
    }

    /// A value that only the attributes of a layer have: CSV and JSON say it in parts.
    package static func attribute(
        _ name: String, _ value: @escaping @Sendable (Row) -> JSONValue
    ) -> Column {
        var column = Column(cell: nil, member: nil, value)
        column.attribute = name
        return column
    }

    /// The same column, which stands among the attributes of a layer too: under its own name, or another.
    package func inLayer(as name: String? = nil) -> Column {
        var column = self
        column.attribute = name ?? cell ?? member?.last
        return column
    }

    /// The same column of a row that holds such a row, or does not.
    package func lifted<Outer>(_ inner: @escaping @Sendable (Outer) -> Row?) -> Column<Outer> {
        let value = value
        var lifted = Column<Outer>(cell: cell, member: member, omitsNull: omitsNull, separator: separator) {
            inner($0).map(value) ?? .null
        }
        lifted.attribute = attribute
        return lifted
    }
}

/// The columns of one kind of row.
package struct Columns<Row>: Sendable {
    package let list: [Column<Row>]

    /// Columns in the order in which they are printed.
    package init(_ list: [Column<Row>]) { self.list = list }

    /// A row as an object.
    package func object(_ row: Row) -> JSONObject {
        var object = JSONObject()
        for column in list {
            guard let path = column.member else { continue }
            let value = column.value(row)
            if !(column.omitsNull && value.isNull) { object.put(value, at: path[...]) }
        }
        return object
    }

    /// Rows as an array of objects.
    package func array(_ rows: some Sequence<Row>) -> JSONValue { .array(rows.map { .object(object($0)) }) }

    /// The columns that stand in CSV or in a layer, for a row that holds such a row; JSON has it as a whole.
    package func flat<Outer>(_ inner: @escaping @Sendable (Outer) -> Row?) -> [Column<Outer>] {
        list.filter { $0.cell != nil || $0.attribute != nil }.map { column in
            var lifted = column.lifted(inner)
            lifted.member = nil
            return lifted
        }
    }

    /// A row as the attributes of a feature, in the order of the columns.
    package func attributes(_ row: Row) -> JSONObject {
        var object = JSONObject()
        for column in list {
            if let name = column.attribute { object[name] = column.value(row) }
        }
        return object
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
