// Dates in a text that a map contradicts: the right month of the wrong year.

public import KGeoCore

/// A month, or a day, of a year that a text names.
public struct PrintedDate: Hashable, Sendable {
    /// Year of the Gregorian calendar, and month, 1…12.
    public var year, month: Int
    /// Day of the month, 1…31; nil for a whole month.
    public var day: Int?
    /// As printed.
    public var text: String
    /// Where it begins and ends, in Unicode code points.
    public var start, end: Int

    /// The first and the last day that it may mean.
    public var span: ClosedRange<CalendarDate>? {
        if let day { return CalendarDate(year: year, month: month, day: day).map { $0...$0 } }
        guard let first = CalendarDate(year: year, month: month, day: 1),
            let next = CalendarDate(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
        else { return nil }
        return first...CalendarDate(dayNumber: next.dayNumber - 1)
    }
}

extension ArticleText {
    private static let months: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
        "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    ]

    /// The dates of a text that have a month and a year: "August 2022", "August 6, 2024", "6 August 2024".
    public var dates: [PrintedDate] {
        var dates: [PrintedDate] = []
        for (i, word) in words.enumerated() where word.isCapital {
            guard let month = Self.months[word.text.lowercased()] else { continue }
            func number(_ at: Int, _ range: ClosedRange<Int>) -> Int? {
                guard words.indices.contains(at), abs(words[at].paragraph - word.paragraph) == 0 else {
                    return nil
                }
                return Int(words[at].text).flatMap { range.contains($0) ? $0 : nil }
            }
            let year = 1_900...2_199
            if let found = number(i + 1, year) {
                let day = number(i - 1, 1...31)
                let first = day == nil ? i : i - 1
                dates.append(date(found, month, day, first, i + 1))
            } else if let day = number(i + 1, 1...31), let found = number(i + 2, year) {
                dates.append(date(found, month, day, i, i + 2))
            }
        }
        return dates
    }

    private func date(_ year: Int, _ month: Int, _ day: Int?, _ first: Int, _ last: Int) -> PrintedDate {
        PrintedDate(
            year: year, month: month, day: day,
            text: words[first...last].map(\.text).joined(separator: " "), start: words[first].start,
            end: words[last].end)
    }
}
