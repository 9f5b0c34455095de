// Days of the Gregorian calendar.

import KGeoCore
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
        (2024, 8, 21, 19_956), (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
    ])
    func knownDays(year: Int, month: Int, day: Int, number: Int) {
        let date = CalendarDate(year: year, month: month, day: day)
        #expect(date?.dayNumber == number)
        #expect(CalendarDate(dayNumber: number).components == (year, month, day))
    }

    @Test(arguments: [
        (2024, 2, 30), (2023, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 4, 31), (2024, 0, 1),
        (2024, 13, 1),
        (2024, 1, 0), (2024, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1),
    ])
    func noSuchDay(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test func leapYears() {
        func hasLeapDay(_ year: Int) -> Bool { CalendarDate(year: year, month: 2, day: 29) != nil }
        #expect([1600, 1996, 2000, 2004, 2024, 2400].allSatisfy(hasLeapDay))
        #expect(![1700, 1800, 1900, 2100, 2023, 2025].contains(where: hasLeapDay))
    }

    /// Every 97th day of the whole calendar, and each day from 2023 to 2026.
    @Test func roundTrip() throws {
        let first = try #require(CalendarDate(year: 1, month: 1, day: 1)).dayNumber
        let last = try #require(CalendarDate(year: 9999, month: 12, day: 31)).dayNumber
        let recent = try #require(CalendarDate(iso: "2023-01-01")).dayNumber
        for number in Array(stride(from: first, through: last, by: 97)) + Array(recent..<recent + 1_461) {
            let date = CalendarDate(dayNumber: number)
            let (year, month, day) = date.components
            try #require(CalendarDate(year: year, month: month, day: day) == date)
            try #require(CalendarDate(iso: date.description) == date)
        }
    }

    @Test func consecutiveDaysAreConsecutive() throws {
        var previous = try #require(CalendarDate(year: 1999, month: 12, day: 31))
        for year in 2000...2001 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
                    #expect(previous.days(to: date) == 1)
                    #expect(previous < date)
                    previous = date
                }
            }
        }
    }

    @Test func differencesAndOrder() throws {
        let early = try #require(CalendarDate(iso: "2024-08-06"))
        let late = try #require(CalendarDate(iso: "2025-04-26"))
        #expect(early.days(to: late) == 263)
        #expect(late.days(to: early) == -263)
        #expect(early.days(to: early) == 0)
        #expect([late, early].sorted() == [early, late])
        #expect(early.description == "2024-08-06")
        #expect(CalendarDate(iso: "0033-04-03")?.description == "0033-04-03")
    }

    @Test(arguments: [
        "", "2024-8-21", "2024-08-21T00:00:00Z", "20240821", "2024/08/21", "2024-08-2x", "+024-08-21",
        "-024-08-21",
        " 2024-08-21", "2024-02-30", "٢٠٢٤-08-21", "24-08-21", "2024-08-211",
    ])
    func otherTextsAreRefused(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }
}
