// A day as it is written in a sentence.

internal import KGeoCore

/// Days in English words.
enum DayWords {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// "6 September 2024".
    static func text(_ date: CalendarDate) -> String {
        let parts = date.components
        return "\(parts.day) \(months[max(0, min(11, parts.month - 1))]) \(parts.year)"
    }
}
