// Values of columns, so that OGR and QGIS read reals as reals and days as days.

internal import KGeoCore

/// Values of columns.
enum Cell {
    /// A real number: always with a point or an exponent, so that a column of whole numbers stays real; null
    /// when it is missing or has no end.
    static func real(_ value: Double?) -> JSONValue {
        guard let value, value.isFinite else { return .null }
        return .number(JSONNumber(text: "\(value)", value: value))
    }

    /// A value as a column has it: numbers as reals, text with its control characters made harmless.
    static func of(_ value: JSONValue) -> JSONValue {
        switch value {
        case .number(let number): real(number.value)
        case .string(let words): text(words)
        default: value
        }
    }

    /// Text from a file, its control characters made harmless.
    static func text(_ text: String?) -> JSONValue { .text(text.map(SafeText.escaped)) }

    /// A day in full, which OGR reads as a date.
    static func day(_ date: CalendarDate?) -> JSONValue { .text(date?.description) }
}
