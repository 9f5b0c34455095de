// Dates of plain maps, and unix times in a stated zone.

import KGeoCore
import KGeoScenario
import Testing

@Suite("Dates of maps")
struct DateReadingTests {
    private func date(_ json: String, zone: String? = nil) throws -> (CalendarDate?, Read) {
        var mapping = PropertyMapping()
        mapping.dateProperty = "t"
        mapping.timeZone = zone.flatMap { MapTimeZone($0) }
        let read = try read(collection(feature("\"t\":\(json)"), kgeo: nil), mapping: mapping)
        return (read.scenario.features.first?.date, read)
    }

    @Test(
        "Ways in which other maps write a day",
        arguments: [
            "\"2024-08-21\"", "\"2024-08-21T10:00:00Z\"", "\"2024-08-21 10:00\"", "\"20240821\"", "20240821",
        ])
    func written(_ json: String) throws {
        let (date, read) = try date(json)
        #expect(date == day("2024-08-21"))
        #expect(read.problems.isEmpty)
    }

    @Test("What is no day", arguments: ["\"20240230\"", "20240230", "\"21.08.2024\"", "7", "\"\"", "[1]"])
    func noDay(_ json: String) throws {
        let (date, read) = try date(json)
        #expect(date == nil)
        #expect(read.problems(at: "t").count == 1)
    }

    @Test("A unix time needs a zone, in seconds or milliseconds")
    func zoneNeeded() throws {
        let (none, read) = try date("1724272310")
        #expect(none == nil)
        #expect(read.problems.first?.hint?.contains("the time zone") == true)
        #expect(try date("1724272310", zone: "Europe/Kyiv").0 == day("2024-08-21"))
        #expect(try date("1724272310000", zone: "Europe/Kyiv").0 == day("2024-08-21"))
        let (beyond, far) = try date("1e18", zone: "UTC")
        #expect(beyond == nil)
        #expect(far.says("is no unix time"))
    }

    @Test("The scenario's zone counts where the command line gives none")
    func defaultZone() throws {
        var mapping = PropertyMapping()
        mapping.dateProperty = "t"
        let text = collection(
            feature(#""t":1724275000"#), kgeo: #"{"defaults":{"time_zone":"Europe/Kyiv"}}"#)
        // 21:16:40 UTC: the next day in Kyiv.
        #expect(try read(text, mapping: mapping).scenario.features.first?.date == day("2024-08-22"))
        mapping.timeZone = MapTimeZone("UTC")
        #expect(try read(text, mapping: mapping).scenario.features.first?.date == day("2024-08-21"))
    }

    @Test(
        "Days in Kyiv: three hours ahead in summer, two in winter",
        arguments: [
            (1_724_272_310, "2024-08-21"),  // 2024-08-21T20:31:50Z
            (1_724_273_999, "2024-08-21"),  // 20:59:59Z
            (1_724_274_000, "2024-08-22"),  // 21:00:00Z is midnight
            (1_704_056_399, "2023-12-31"),  // 2023-12-31T20:59:59Z
            (1_704_059_999, "2023-12-31"),  // 21:59:59Z
            (1_704_060_000, "2024-01-01"),  // 22:00:00Z is midnight
            // Summer time began on 31 March 2024 at 01:00Z: the evening before is still winter.
            (1_711_832_399, "2024-03-30"), (1_711_835_999, "2024-03-30"), (1_711_836_000, "2024-03-31"),
            (1_711_918_799, "2024-03-31"), (1_711_918_800, "2024-04-01"),
            // It ended on 27 October 2024 at 01:00Z.
            (1_729_976_399, "2024-10-26"), (1_729_976_400, "2024-10-27"),
            (1_730_066_399, "2024-10-27"), (1_730_066_400, "2024-10-28"),
            (-1, "1970-01-01"), (-7_201, "1969-12-31"),
        ])
    func kyiv(_ time: Double, _ iso: String) throws {
        let zone = try #require(MapTimeZone("Europe/Kyiv"))
        #expect(zone.date(unixTime: time) == day(iso))
        #expect(MapTimeZone("Europe/Kiev")?.date(unixTime: time) == day(iso))
    }

    @Test(
        "Other zones",
        arguments: [
            ("UTC", "2024-08-21"), ("Europe/Moscow", "2024-08-21"), ("+03:00", "2024-08-21"),
            ("+03:30", "2024-08-22"), ("-04:00", "2024-08-21"), ("Europe/London", "2024-08-21"),
            ("+14:00", "2024-08-22"),
        ])
    func others(_ name: String, _ iso: String) throws {
        #expect(try #require(MapTimeZone(name)).date(unixTime: 1_724_272_310) == day(iso))
    }

    @Test(
        "Names that are no zone",
        arguments: ["", "Kyiv", "+3:00", "+03.00", "+15:00", "+03:60", "+-3:00", "+ 3:00"])
    func noZone(_ name: String) { #expect(MapTimeZone(name) == nil) }

    @Test("Times that are none", arguments: [Double.nan, .infinity, 1e12])
    func noTime(_ time: Double) throws {
        #expect(try #require(MapTimeZone("UTC")).date(unixTime: time) == nil)
    }
}
