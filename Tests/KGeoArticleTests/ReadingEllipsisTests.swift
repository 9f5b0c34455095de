// What is left out is taken from the figure before: pronouns, nouns for a number, lists, other sources, other units.

import KGeoArticle
import KGeoCore
import Testing

private func readings(_ text: String, _ published: String) -> [String] {
    ArticleReadings(text, published: CalendarDate(iso: published)).figures.map { figure in
        let reading = figure.reading
        let time =
            reading.asOf.map { "\($0)" } ?? reading.period.map { "\($0.lowerBound)..\($0.upperBound)" } ?? "-"
        let words = [
            "\(figure.claim.low)", reading.measure?.rawValue ?? "-", reading.holder ?? "-",
            reading.region ?? "-",
            time,
        ]
        return (words + (reading.isCheckable ? [] : ["no"])).joined(separator: " ")
    }
}

@Suite("What is left out of a figure") struct ReadingEllipsisTests {
    @Test(
        "a noun or a pronoun for the number before has its measure, side and place, and a time of its own",
        arguments: [
            (
                "Russia's army seized 300 km² of Ukraine in May 2025. April's tally had been 210.",
                [
                    "300.0 gained Russia Ukraine 2025-05-01..2025-05-31",
                    "210.0 gained Russia Ukraine 2025-04-01..2025-04-30",
                ]
            ),
            (
                "Russia took 12 km² a day of Ukraine in May; in the first ten days of June it dwindled to 9 km² a day.",
                [
                    "12.0 gained Russia Ukraine 2025-05-01..2025-05-31",
                    "9.0 gained Russia Ukraine 2025-06-01..2025-06-10",
                ]
            ),
            (
                "Russia seized 240 km² of Ukraine in March, 310 in April and 300 in May.",
                [
                    "240.0 gained Russia Ukraine 2025-03-01..2025-03-31",
                    "310.0 gained Russia Ukraine 2025-04-01..2025-04-30",
                    "300.0 gained Russia Ukraine 2025-05-01..2025-05-31",
                ]
            ),
            (
                "Russia seized 240 km² of Ukraine in March. April brought 310 km².",
                [
                    "240.0 gained Russia Ukraine 2025-03-01..2025-03-31",
                    "310.0 gained Russia Ukraine 2025-04-01..2025-04-30",
                ]
            ),
        ])
    func quantity(text: String, wanted: [String]) { #expect(readings(text, "2025-06-20") == wanted) }

    @Test("another source says the same in its own number, another unit says the same number")
    func said() {
        #expect(
            readings(
                "Ukraine still holds 90 km² of Kursk Oblast. Independent mappers credit it with 60.",
                "2025-04-01")
                == ["90.0 held Ukraine Kursk Oblast 2025-04-01", "60.0 held Ukraine Kursk Oblast 2025-04-01"])
        #expect(
            readings("Russia holds 116,000 km² of Ukraine. That is 19.2 percent.", "2025-09-01")
                == ["116000.0 held Russia Ukraine 2025-09-01", "19.2 held Russia Ukraine 2025-09-01"])
    }

    @Test("a bare number with a verb and a side of its own takes the unit alone")
    func own() {
        let found = readings(
            "Russian troops captured 40 km² of Donetsk Oblast last week. Ukraine's brigades won back 9 in Sumy Oblast.",
            "2025-06-18")
        #expect(found.last?.hasPrefix("9.0 gained Ukraine Sumy Oblast") == true)
    }

    @Test("the lines of a list have side, measure and day of the line above them")
    func list() {
        let text = """
            Under Russian control, oblast by oblast (as of 3 August 2025)
            – Luhansk 99 %
            – Kherson 71 %
            Nationwide 19 %
            """
        #expect(
            readings(text, "2025-08-09") == [
                "99.0 held Russia Luhansk Oblast 2025-08-03", "71.0 held Russia Kherson Oblast 2025-08-03",
                "19.0 held Russia Ukraine 2025-08-03",
            ])
    }

    @Test("parts of what was taken are of what was taken, not of the region")
    func parts() {
        let text =
            "May brought the invaders 400 km². A tenth of the haul lay in Sumy Oblast, and a fifth in Kharkiv Oblast."
        let found = ArticleReadings(text, published: CalendarDate(iso: "2025-06-05")).figures.map(\.reading)
        #expect(found.count == 3)
        for reading in found.dropFirst() {
            #expect(reading.of?.words.hasPrefix("gained by Russia in Ukraine") == true)
            #expect(reading.isCheckable)
        }
        // Of what was taken, and nobody says how much that was.
        let open = ArticleReadings(
            "Half of the land seized this year lies in Donetsk Oblast, as the Russians say.",
            published: CalendarDate(iso: "2025-06-05")
        ).figures.map(\.reading)
        #expect(open.allSatisfy { !$0.isCheckable })
    }

    @Test("what is said of another thing is left out")
    func left() {
        // A bulge inside the country has no outline; what was had before that has no day.
        #expect(
            readings("Russia pushed forward near Dobropillia. The bulge it made covers 60 km².", "2025-08-15")
                .allSatisfy { $0.hasSuffix("no") })
        #expect(
            readings("Russia now holds 19 percent of Ukraine. Before that it had 7.", "2025-08-15")
                .dropFirst()
                .allSatisfy { $0.hasSuffix("no") })
        // Whom it was taken from is not where.
        #expect(
            readings("Ukrainian forces clawed back 50 km² from Russia in February.", "2026-03-01")
                == ["50.0 gained Ukraine Ukraine 2026-02-01..2026-02-28"])
        // A time in an aside is not that of the figure.
        #expect(
            readings(
                "In Sumy Oblast, which they first entered in March, the Russians hold 200 km².", "2025-08-15")
                == ["200.0 held Russia Sumy Oblast 2025-08-15"])
    }

    @Test("whoever signs a text speaks of us")
    func signature() {
        let text =
            "We lost 250 km² in September. In Sumy Oblast we recovered 12 km² in August. (Dozor, a Ukrainian channel)"
        #expect(
            readings(text, "2025-10-06") == [
                "250.0 lost Ukraine Ukraine 2025-09-01..2025-09-30",
                "12.0 gained Ukraine Sumy Oblast 2025-08-01..2025-08-31",
            ])
    }
}

@Suite("Broken lines") struct ReadingBrokenLineTests {
    @Test("numbers broken by the ends of lines do no harm")
    func broken() {
        let text =
            "%, 2025)\n– or 76.5 %\n– Donetsk 99.7 region Kherson of 4.6 by 19.0 72 Russian Zaporizhzhia control, km² Kharkiv region 25 %\n– 73.1 %\n– Under August 114,400 as (Fennel %\n– %\nNationwide Luhansk Maps,"
        _ = ArticleReadings(text, published: CalendarDate(iso: "2025-08-29"))
        for end in 0..<text.count { _ = ArticleReadings(String(text.prefix(end)), published: nil) }
    }
}

@Suite("Wholes and ways") struct ReadingWholeAndWayTests {
    @Test("a share of its own territory is of the country of whoever it is, and held by whoever controls it")
    func nationalTerritory() {
        let found = ArticleReadings(
            "Moscow claims all of Kursk, and Kyiv disputes it. Kyiv hopes to win back about 18% of its national territory still under Russian control.",
            published: CalendarDate(iso: "2025-04-28")
        ).figures
        #expect(found.count == 1)
        let reading = found.first?.reading
        #expect(reading?.holder == "Russia" && reading?.measure == .held)
        #expect(reading?.of?.words == "Ukraine" && reading?.asOf?.description == "2025-04-28")
        #expect(reading?.isCheckable == true)
    }

    @Test("a vague way is the distance between where somebody came from and where they are")
    func way() {
        let found = ArticleReadings(
            "The regiment set out from its camp in Ussuriysk, Primorsky Krai. The men, having travelled thousands of kilometres across Russia, were quartered near Kursk.",
            published: CalendarDate(iso: "2024-12-17")
        ).figures
        #expect(found.count == 1)
        #expect(found.first?.claim.isVague == true && found.first?.claim.low == 2_000)
        #expect(found.first?.claim.high == .infinity)
        let reading = found.first?.reading
        #expect(reading?.kind == .distance && reading?.measure == .total)
        #expect(reading?.from == "Ussuriysk" && reading?.to == "Kursk" && reading?.isCheckable == true)
        // A way without a beginning that is named has no two ends.
        let open = ArticleReadings(
            "The men, having travelled thousands of kilometres, were quartered near Kursk.",
            published: CalendarDate(iso: "2024-12-17")
        ).figures
        #expect(open.allSatisfy { !$0.reading.isCheckable })
    }

    @Test(
        "vague number words are at least so much, with no highest",
        arguments: [
            ("hundreds", 200.0), ("thousands", 2_000), ("dozens", 24), ("several", 3),
        ])
    func vague(word: String, least: Double) {
        let of = word == "several" ? "" : "of "
        let found = ArticleReadings(
            "Russia seized \(word) \(of)square kilometres of Ukraine in May 2025.",
            published: CalendarDate(iso: "2025-06-05")
        ).figures
        #expect(found.first?.claim.isVague == true && found.first?.claim.low == least)
        #expect(found.first?.claim.high == .infinity)
        #expect(found.first?.reading.measure == .gained && found.first?.reading.isCheckable == true)
    }
}
