// Rows of any kind as names and values, so that a format needs to know neither the columns nor the rows.

package import KGeoCore

/// The rows of a report, each a value for every name.
package struct Rows: Sendable {
    /// The names of the columns.
    package let names: [String]
    /// The rows; an array stands for several values in one cell.
    package let values: [[JSONValue]]
    /// What stands between several values of a cell, for each column.
    package let separators: [String]

    /// The rows of some columns that have cells.
    package init<Row>(_ columns: Columns<Row>, _ rows: some Sequence<Row>) {
        let cells = columns.list.filter { $0.cell != nil }
        names = cells.compactMap(\.cell)
        separators = cells.map(\.separator)
        values = rows.map { row in cells.map { $0.value(row) } }
    }

    /// The texts of a row, none of them guarded or quoted; null is empty.
    package func texts(_ row: [JSONValue]) -> [String] { zip(row, separators).map { Self.text($0, $1) } }

    /// A value as the text of a cell.
    static func text(_ value: JSONValue, _ separator: String) -> String {
        switch value {
        case .null, .object: ""
        case .bool(let isTrue): isTrue ? "true" : "false"
        case .number(let number): number.text
        case .string(let text): text
        case .array(let elements): elements.map { text($0, separator) }.joined(separator: separator)
        }
    }

    /// Whether a value holds words, which may come from a file, and not numbers alone.
    static func isText(_ value: JSONValue) -> Bool {
        switch value {
        case .string, .array: true
        case .null, .object, .bool, .number: false
        }
    }
}
