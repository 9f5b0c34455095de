// The largest pieces of a change and their days; series by weeks and months.

import KGeoControl
import KGeoCore
import KGeoMeasure
import Testing

@Suite("Pieces of a change")
struct ChangePieceTests {
    @Test("The largest first, gained and lost alike, each with its own way from the line as it was")
    func largest() throws {
        let old = try map("2025-05-01", [box(35, 50, 36, 51), box(37, 50, 37.2, 50.2)], sigma: 100)
        let new = try map("2025-05-11", [box(35, 50, 36.3, 51), box(37, 50, 37.1, 50.2)], sigma: 100)
        let change = try MapChange(from: old, to: new, settings: ChangeSettings())
        let pieces = change.largestPieces(10)
        #expect(pieces.map(\.rank) == [1, 2] && pieces.map(\.patch.isGain) == [true, false])
        let east = try #require(pieces[0].advance)
        let width = Measuring.distance(Coordinate(36, 50.5), Coordinate(36.3, 50.5))
        #expect(abs(east.greatestMetres - width) < 0.02 * width && east.wind == "E")
        #expect(pieces[0].inside.longitude > 36.1 && pieces[0].inside.longitude < 36.2)
        #expect(try #require(pieces[1].advance).wind == "W")
        #expect(change.largestPieces(1).count == 1)
        #expect(change.largestPieces(0).isEmpty)
        #expect(pieces[0].days == (try day("2025-05-01"))...(try day("2025-05-11")))
    }

    @Test("A series tells from when to when each piece changed, also where ground went back and forth")
    func days() throws {
        // The eastern strip comes in two steps after a pause; the other is there at once, lost again, and comes back.
        let days: [(String, Double, Double)] = [
            ("2025-05-01", 36, 37), ("2025-05-02", 36, 37.2), ("2025-05-04", 36, 37),
            ("2025-05-07", 36.1, 37.2),
            ("2025-05-09", 36.3, 37.2), ("2025-05-12", 36.3, 37.2),
        ]
        let maps = try days.map { date, first, second in
            try map(date, [box(35, 50, first, 51), box(36.9, 52, second, 52.5)], sigma: 100)
        }
        let series = try MapSeries(maps)
        let change = try MapChange(from: maps[0], to: maps[5], settings: ChangeSettings())
        let pieces = try series.dated(change.largestPieces(5))
        #expect(pieces.count == 2)
        #expect(pieces[0].days == (try day("2025-05-04"))...(try day("2025-05-09")))
        #expect(pieces[1].days == (try day("2025-05-04"))...(try day("2025-05-07")))
    }
}

@Suite("A series by weeks and months")
struct SeriesPeriodTests {
    /// Names of weeks by the standard's own examples and by Python's `date.isocalendar()`.
    @Test(
        "Weeks are those of ISO 8601",
        arguments: [
            ("2005-01-01", "2004-W53"), ("2005-12-31", "2005-W52"), ("2007-01-01", "2007-W01"),
            ("2008-12-28", "2008-W52"), ("2008-12-29", "2009-W01"), ("2010-01-03", "2009-W53"),
            ("2025-06-30", "2025-W27"), ("2025-07-06", "2025-W27"), ("2025-07-07", "2025-W28"),
            ("0001-01-01", "1-W01"), ("1969-12-29", "1970-W01"),
        ])
    func weeks(date: String, name: String) throws {
        #expect(SeriesDivision.week.name(of: try day(date)) == name)
    }

    @Test("Periods add up to the series, each net with the error of its own two maps")
    func sums() throws {
        let maps = try (0..<40).map { number in
            let first = try day("2025-06-20")
            let date = CalendarDate(dayNumber: first.dayNumber + number)
            let edge = 36 + 0.002 * Double(number) - (number % 5 == 0 ? 0.005 : 0)
            return try map(date.description, [box(35.9, 50, edge, 50.05)], sigma: 100)
        }
        let series = try MapSeries(maps)
        for division in SeriesDivision.allCases {
            let regions = try GroundRegions([
                (name: "west", polygons: [box(34, 49, 35.95, 52)]),
                (name: "east", polygons: [box(35.95, 49, 38, 52)]),
            ])
            let parts = try RegionSeries(series, by: regions)
            let divided = try DividedSeries(
                series, by: division, regions: parts, areas: regions, settings: ChangeSettings())
            #expect(divided.periods.count == (division == .week ? 7 : 2))
            for model in [EdgeModel.geodesic, .lonlat] {
                let totals = series.totals(model)
                let gained = divided.periods.map { $0.gained.squareMetres(model) }.reduce(0, +)
                let lost = divided.periods.map { $0.lost.squareMetres(model) }.reduce(0, +)
                #expect(
                    abs(gained - totals.gained) < 1e-9 * totals.new
                        && abs(lost - totals.lost) < 1e-9 * totals.new)
            }
            for period in divided.periods {
                let change = try MapChange(from: period.old, to: period.new, settings: ChangeSettings())
                #expect(period.uNet == change.net.u)
            }
            // Nothing moves in the west.
            #expect(divided.parts.map(\.name) == ["west", "east"])
            #expect(
                divided.parts[0].periods.allSatisfy { $0.uNet == 0 && $0.gained.geodesicSquareMetres == 0 })
            #expect(divided.parts[1].periods.map(\.uNet) == divided.periods.map(\.uNet))
        }
    }
}
