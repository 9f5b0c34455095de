// A period, first and last day, as it is written after an option, in a claim and in a table: one reader.

public import KGeoCore

/// Reads periods.
public enum PeriodReading {
    /// What to write, for a message: a form that a shell, a table and a JSON text leave as it is.
    public static let hint = "write its first and its last day, like 2024-08-06..2025-04-26"

    /// What parts the two days.
    private static let joints = ["..", "…", ",", ";", "/", " to "]

    /// The period of a text: `2024-08-06..2025-04-26`, or with `,`, `;`, `/` or `to` between the days. First and last
    /// day may be the same.
    ///
    /// - Throws: a problem with code `claim` when the text is not two days of the calendar in order.
    public static func period(_ text: String) throws(Problem) -> ClosedRange<CalendarDate> {
        for joint in joints {
            let parts = text.split(separator: joint, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            return try period(parts.map { CalendarDate(iso: TextCell.trimmed($0)) }, text)
        }
        return try period([], text)
    }

    /// The period of a JSON value: such a text, or a list of two days.
    ///
    /// - Throws: as for a text.
    public static func period(_ value: JSONValue) throws(Problem) -> ClosedRange<CalendarDate> {
        if let text = value.string { return try period(text) }
        guard let days = value.array?.map(\.string) else {
            throw Problem(.claim, "a period is two days, not \(value.kind)", hint: hint)
        }
        return try period(
            days.map { $0.flatMap { CalendarDate(iso: $0) } },
            days.map { $0 ?? "?" }.joined(separator: ", "))
    }

    private static func period(
        _ days: [CalendarDate?], _ text: String
    ) throws(Problem) -> ClosedRange<CalendarDate> {
        guard days.count == 2, let first = days[0], let last = days[1], first <= last else {
            throw Problem(.claim, "\"\(text)\" is no period: two days of the calendar in order", hint: hint)
        }
        return first...last
    }
}
