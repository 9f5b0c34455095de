// Months, weeks and years as spans of days, for words of time.

internal import KGeoCore

/// A span of days, both ends included, by their numbers.
typealias Days = ClosedRange<Int>

/// Spans of the calendar.
enum Calendar {
    /// Days since 1970-01-01 of a date; nil where there is none.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> Int? {
        CalendarDate(year: year, month: month, day: day)?.dayNumber
    }

    /// Year, month and day of a day.
    static func parts(_ day: Int) -> (year: Int, month: Int, day: Int) {
        CalendarDate(dayNumber: day).components
    }

    /// All of a month; months beyond a year run on into the next.
    static func month(_ year: Int, _ month: Int) -> Days {
        let index = year * 12 + month - 1
        let (y, m) = (floorDivide(index, 12), index - floorDivide(index, 12) * 12 + 1)
        let (ny, nm) = m == 12 ? (y + 1, 1) : (y, m + 1)
        let first = day(y, m, 1) ?? 0
        return first...max(first, (day(ny, nm, 1) ?? first + 28) - 1)
    }

    /// So many months, from a month on.
    static func months(_ year: Int, _ month: Int, count: Int) -> Days {
        self.month(year, month).lowerBound...self.month(year, month + count - 1).upperBound
    }

    /// All of a year.
    static func year(_ year: Int) -> Days { months(year, 1, count: 12) }

    /// The same day so many months earlier or later, or the last of that month.
    static func moved(_ day: Int, months: Int) -> Int {
        let (y, m, d) = parts(day)
        let span = month(y, m + months)
        return min(span.lowerBound + d - 1, span.upperBound)
    }

    /// 1 for Monday to 7 for Sunday.
    static func weekday(_ day: Int) -> Int { (((day + 3) % 7) + 7) % 7 + 1 }

    private static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((-a + b - 1) / b) }
}
