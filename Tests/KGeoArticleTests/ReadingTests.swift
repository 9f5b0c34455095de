// Readings of invented sentences: each part decided from the words, and refused where they do not tell.

import KGeoArticle
import KGeoCore
import Testing

/// The readings of a text, by its quotes.
private func readings(_ text: String, _ published: String? = "2025-08-05") -> [Reading] {
    ArticleReadings(text, published: published.flatMap { CalendarDate(iso: $0) }).figures.map(\.reading)
}

private func reading(_ text: String, _ published: String? = "2025-08-05") throws -> Reading {
    try #require(readings(text, published).first, "\(text)")
}

private func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }

@Suite("What was read wrongly before") struct ReadingTrapTests {
    @Test("an article of 2023 is of 2023")
    func oldArticle() throws {
        let found = try reading("Russia now controls 17 percent of Ukraine, the mappers say.", "2023-07-10")
        #expect(found.asOf == day("2023-07-10") && found.of == .region(["Ukraine"]))
        let undated = try reading("Russia now controls 17 percent of Ukraine, the mappers say.", nil)
        #expect(!undated.isCheckable && undated.whyNot?.contains("--published") == false)
        #expect(undated.asOf == nil)
    }

    @Test("we are whoever speaks")
    func we() throws {
        let ours = try reading(
            "“We hold 700 square kilometres of Kursk Oblast,” the Ukrainian colonel said.", "2024-10-02")
        #expect(ours.holder == "Ukraine" && ours.regions == ["Kursk Oblast"])
        let theirs = try reading(
            "“We have liberated 700 square kilometres of Kursk Oblast,” said a Russian general.", "2025-03-02"
        )
        #expect(theirs.holder == "Russia" && theirs.measure == .gained)
        let nested = try reading(
            "“A Russian general told me: ‘We hold 90 square kilometres of Sumy Oblast,’” the Ukrainian officer recalled."
        )
        #expect(nested.holder == "Russia")
    }

    @Test("a share of an oblast is not one of the country")
    func oblastShares() {
        let found = readings(
            "Russia holds 19 percent of Ukraine. Of Donetsk Oblast it has 72 percent, of Luhansk Oblast 99 percent."
        )
        #expect(
            found.map(\.of) == [
                .region(["Ukraine"]), .region(["Donetsk Oblast"]), .region(["Luhansk Oblast"]),
            ])
        #expect(found.allSatisfy { $0.holder == "Russia" && $0.measure == .held })
    }

    @Test("86 % of the territory it had seized is no share of an oblast")
    func shareOfSeized() throws {
        let found = try reading(
            "Russian troops have retaken 86 percent of the territory Ukraine had seized in Kursk Oblast.",
            "2025-03-14")
        #expect(
            found.of
                == .ground(measure: .held, holder: "Ukraine", region: ["Kursk Oblast"], moment: .peak))
    }

    @Test("what was gained in July is not what is held")
    func gainedInJuly() throws {
        let found = try reading("Russia gained 564 square kilometres of Ukraine in July.")
        #expect(found.measure == .gained && found.asOf == nil)
        #expect(found.period.map { "\($0.lowerBound) \($0.upperBound)" } == "2025-07-01 2025-07-31")
    }

    @Test("a distance has the two ends that the text names")
    func twoVillages() throws {
        let found = try reading("Udachne lies 9 km from Pokrovsk.")
        #expect(found.kind == .distance && found.measure == .total)
        #expect(Set([found.from, found.to]) == ["Udachne", "Pokrovsk"])
        let front = try reading("From the Russian trenches to the outskirts of Pokrovsk it is 4 km.")
        #expect(front.measure == .held && front.from == "ground held by Russia" && front.to == "Pokrovsk")
    }

    @Test("a loss and a holding are two measures")
    func changes() {
        let found = readings(
            "Ukraine lost 430 square kilometres in June and still holds 6,500 square kilometres of Donetsk Oblast."
        )
        #expect(found.map(\.measure) == [.lost, .held])
    }
}

@Suite("What makes a figure not checkable") struct ReadingRefusalTests {
    @Test(
        "it has no reading to be measured, and says why",
        arguments: [
            "Some 130,000 square kilometres of Ukraine may be mined.",
            "Sudan's army holds 60 percent of Khartoum State, while Russia looks on.",
            "Moscow wants a buffer zone of 5,000 square kilometres in Kharkiv Oblast.",
            "Russian troops took 14 square kilometres on the Lyman axis in July.",
            "Russian troops took 14 square kilometres around Kostiantynivka in July.",
            "Russian infantry advanced 15 km towards Dobropillia.",
            "Concrete teeth guard 320 km of the line.",
        ])
    func refused(text: String) {
        let found = readings(text)
        #expect(!found.isEmpty && found.allSatisfy { !$0.isCheckable && $0.whyNot != nil }, "\(text)")
    }
}

@Suite("When") struct ReadingTimeTests {
    @Test(
        "words of time become days",
        arguments: [
            ("Russia gained 100 square kilometres of Ukraine last month.", "2025-07-01", "2025-07-31"),
            (
                "Russia gained 100 square kilometres of Ukraine in the past seven days.", "2025-07-29",
                "2025-08-05"
            ),
            ("Russia gained 100 square kilometres of Ukraine last week.", "2025-07-28", "2025-08-03"),
            (
                "Russia gained 100 square kilometres of Ukraine since the start of the year.", "2025-01-01",
                "2025-08-05"
            ),
            ("Russia gained 100 square kilometres of Ukraine from May to July.", "2025-05-01", "2025-07-31"),
            ("Russia gained 100 square kilometres of Ukraine last spring.", "2025-03-01", "2025-05-31"),
            ("Russia gained 100 square kilometres of Ukraine in November 2024.", "2024-11-01", "2024-11-30"),
            (
                "Russia gained 100 square kilometres of Ukraine in the first half of July.", "2025-07-01",
                "2025-07-16"
            ),
        ])
    func spans(text: String, from: String, to: String) throws {
        let period = try #require(try reading(text).period, "\(text)")
        #expect("\(period.lowerBound)" == from && "\(period.upperBound)" == to, "\(text): \(period)")
    }

    @Test(
        "words of a day become that day",
        arguments: [
            ("Russia controls 200 square kilometres of Sumy Oblast.", "2025-08-05"),
            ("On Friday Russia controlled 200 square kilometres of Sumy Oblast.", "2025-08-01"),
            ("Five weeks ago Russia controlled 200 square kilometres of Sumy Oblast.", "2025-07-01"),
            ("On 1 October 2024 Russia controlled 200 square kilometres of Sumy Oblast.", "2024-10-01"),
            ("By the end of June Russia controlled 200 square kilometres of Sumy Oblast.", "2025-06-30"),
        ])
    func days(text: String, wanted: String) throws {
        #expect(try reading(text).asOf == day(wanted), "\(text)")
    }

    @Test("a dateline is the day of publication where nothing else is given")
    func dateline() {
        let text = ArticleReadings(
            "Slow grind (The Gannet Review, 4 May 2025)\nRussia now holds 20 percent of Ukraine.",
            published: nil)
        #expect(text.published == day("2025-05-04"))
        #expect(text.figures.first?.reading.asOf == day("2025-05-04"))
    }
}

@Suite("Where") struct ReadingPlaceTests {
    @Test("names of either side mean the oblast; a bare number goes on with unit and verb")
    func names() {
        let found = readings(
            "Russia holds 73 percent of the Zaporozhye region and 98 percent of the Lugansk People's Republic."
        )
        #expect(found.map(\.regions) == [["Zaporizhzhia Oblast"], ["Luhansk Oblast"]])
        let list = readings("Who holds what\n• Luhansk region: Russia 99 %\n• Donetsk region: 77 %\n")
        #expect(list.map(\.regions) == [["Luhansk Oblast"], ["Donetsk Oblast"]])
        #expect(list.map(\.holder) == ["Russia", "Russia"])
    }

    @Test("Donbas is two oblasts")
    func donbas() throws {
        let found = try reading("Ukraine still holds 6,500 square kilometres of the Donbas.")
        #expect(found.regions == ["Donetsk Oblast", "Luhansk Oblast"] && found.holder == "Ukraine")
    }

    @Test("each part names the words it was taken from")
    func evidence() throws {
        let text = "In July Russia gained 564 square kilometres of Ukraine."
        let found = try reading(text)
        let scalars = Array(text.unicodeScalars)
        for item in found.because where !item.quote.isEmpty {
            #expect(String(String.UnicodeScalarView(scalars[item.start..<item.end])) == item.quote)
        }
        #expect(Set(found.because.map(\.part)) == ["measure", "region", "holder", "time"])
    }
}
