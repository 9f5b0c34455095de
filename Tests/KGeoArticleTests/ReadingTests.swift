// Readings of invented sentences: each part decided from the words beside the figure, and left out where they do not tell.

import KGeoArticle
import KGeoCore
import Testing

/// The readings of a text, figure by figure.
private func readings(_ text: String, _ published: String? = "2025-08-05") -> [Reading] {
    ArticleReadings(text, published: published.flatMap { CalendarDate(iso: $0) }).figures.map(\.reading)
}

private func reading(_ text: String, _ published: String? = "2025-08-05") throws -> Reading {
    try #require(readings(text, published).first, "\(text)")
}

private func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }

private func span(_ reading: Reading) -> String? {
    reading.period.map { "\($0.lowerBound) \($0.upperBound)" }
}

@Suite("What was read wrongly before") struct ReadingTrapTests {
    @Test("an article of 2023 is of 2023, and one without a day is of none")
    func oldArticle() throws {
        let found = try reading("Russia now controls 17 percent of Ukraine, the mappers say.", "2023-07-10")
        #expect(found.isCheckable && found.asOf == day("2023-07-10") && found.of == .region(["Ukraine"]))
        let undated = try reading("Russia now controls 17 percent of Ukraine, the mappers say.", nil)
        #expect(!undated.isCheckable && undated.obstacle == .undated && undated.asOf == nil)
    }

    @Test("we are whoever speaks")
    func we() throws {
        let ours = try reading(
            "“We hold 700 square kilometres of Kursk Oblast,” the Ukrainian colonel said.", "2024-10-02")
        #expect(ours.isCheckable && ours.holder == "Ukraine" && ours.regions == ["Kursk Oblast"])
        let theirs = try reading(
            "“We liberated 90 square kilometres of Kursk Oblast in January,” said a Russian general.",
            "2025-03-02")
        #expect(theirs.isCheckable && theirs.holder == "Russia" && theirs.measure == .gained)
    }

    @Test("a share of an oblast is not one of the country")
    func oblastShares() {
        let found = readings(
            "Russia controls 19 percent of Ukraine, including Crimea, all of Luhansk and more than 72 percent of Donetsk."
        )
        #expect(found.map(\.of) == [.region(["Ukraine"]), .region(["Donetsk Oblast"])])
        #expect(found.allSatisfy { $0.isCheckable && $0.holder == "Russia" && $0.measure == .held })
    }

    @Test("86 % of the territory it had seized is no share of an oblast")
    func shareOfSeized() throws {
        let found = try reading(
            "Russian troops have retaken 86 percent of the territory that Ukraine had seized in Kursk Oblast.",
            "2025-03-14")
        #expect(
            found.of == .ground(measure: .held, holder: "Ukraine", region: ["Kursk Oblast"], moment: .peak))
        #expect(found.holder == "Russia" && found.measure == .gained)
    }

    @Test("what was gained in July is not what is held")
    func gainedInJuly() throws {
        let found = try reading("Russia gained 564 square kilometres of Ukraine in July.")
        #expect(found.isCheckable && found.measure == .gained && found.asOf == nil)
        #expect(span(found) == "2025-07-01 2025-07-31")
    }

    @Test("a distance has the two ends that the text names, or none")
    func twoVillages() throws {
        let found = try reading("Udachne lies 9 km from Pokrovsk.")
        #expect(found.isCheckable && found.kind == .distance && found.measure == .total)
        #expect(found.from == "Udachne" && found.to == "Pokrovsk")
        let front = try reading("Russian forces are now within 4 km of Pokrovsk.")
        #expect(front.isCheckable && front.from == "ground held by Russia" && front.to == "Pokrovsk")
        let open = try reading("Russian forces are now 4 km away.")
        #expect(!open.isCheckable)
    }

    @Test("a loss and a holding are two measures")
    func changes() {
        let found = readings(
            "Ukraine lost 430 square kilometres of Donetsk Oblast in June and still holds 6,500 square kilometres of it."
        )
        #expect(found.first?.measure == .lost)
        #expect(found.dropFirst().allSatisfy { $0.measure == .held && $0.holder == "Ukraine" })
    }
}

@Suite("What is left out, and why") struct ReadingDoubtTests {
    @Test(
        "no ground that one number of a map is of",
        arguments: [
            "Some 130,000 square kilometres of Ukraine may be mined.",
            "Moscow wants to seize 5,000 square kilometres of Kharkiv Oblast.",
            "Russian troops took 14 square kilometres on the Lyman axis in July.",
            "Russian troops took 14 square kilometres around Kostiantynivka in July.",
            "Russian forces took 300 square kilometres more than in June.",
            "Russian forces would hold 20 percent of Ukraine by autumn.",
            "Russian forces have not taken 20 square kilometres of Sumy Oblast.",
            "Sudan's army holds 60 percent of Khartoum State, while Russia looks on.",
            "Russian infantry advanced 15 km towards Dobropillia.",
            "Concrete teeth guard 320 km of the line.",
        ])
    func refused(text: String) {
        #expect(readings(text).allSatisfy { !$0.isCheckable && $0.whyNot != nil }, "\(text)")
    }

    @Test(
        "words that leave a part open",
        arguments: [
            // whose
            ("Kyiv and Moscow met. They now hold 20 percent of Luhansk Oblast.", "both sides are named"),
            ("Storm troops took 45 square kilometres of Kharkiv Oblast in July.", "whose ground"),
            ("The other 26 percent of Zaporizhzhia Oblast is a prize.", "no verb"),
            // when
            ("Russian forces took 45 square kilometres of Kharkiv Oblast.", "when"),
            ("Ukraine held 400 square kilometres of Kursk Oblast until a counter-attack in April.", "when"),
            (
                "Russian forces took 45 square kilometres of Sumy Oblast in May, then rested in June, July and August.",
                ""
            ),
            // where
            (
                "In Sumy Oblast and in Kharkiv Oblast Russian forces took 45 square kilometres in July.",
                "several places"
            ),
            (
                "Fighting went on in Sumy Oblast and in Kharkiv Oblast. Russian forces took 45 square kilometres in July.",
                "where"
            ),
            // of what
            ("Russia holds 75 percent of Kherson and Zaporizhzhia.", "each of the places"),
            ("Russia took 40 percent of its prisoners in July.", "a share of something"),
        ])
    func open(text: String, reason: String) {
        for found in readings(text) where !reason.isEmpty {
            #expect(
                !found.isCheckable && found.whyNot?.contains(reason) == true, "\(text): \(found.whyNot ?? "")"
            )
        }
    }

    @Test("the parts that are known stand with a figure that is left out")
    func known() throws {
        let found = try reading("Russian forces took 45 square kilometres of Kharkiv Oblast.")
        #expect(found.measure == .gained && found.holder == "Russia" && found.regions == ["Kharkiv Oblast"])
        #expect(found.obstacle == .open)
    }
}

@Suite("When") struct ReadingTimeTests {
    @Test(
        "words of time become days",
        arguments: [
            ("Russia gained 100 square kilometres of Ukraine last month.", "2025-07-01 2025-07-31"),
            (
                "Russia gained 100 square kilometres of Ukraine in the past seven days.",
                "2025-07-29 2025-08-05"
            ),
            ("Russia gained 100 square kilometres of Ukraine last week.", "2025-07-28 2025-08-03"),
            (
                "Russia has gained 100 square kilometres of Ukraine since the start of the year.",
                "2025-01-01 2025-08-05"
            ),
            ("Russia gained 100 square kilometres of Ukraine from May to July.", "2025-05-01 2025-07-31"),
            ("Russia gained 100 square kilometres of Ukraine in November 2024.", "2024-11-01 2024-11-30"),
            (
                "In July, Russian forces seized 100 square kilometres of Ukrainian territory.",
                "2025-07-01 2025-07-31"
            ),
        ])
    func spans(text: String, wanted: String) throws {
        let found = try reading(text)
        #expect(found.isCheckable && span(found) == wanted, "\(text): \(span(found) ?? found.whyNot ?? "")")
    }

    @Test(
        "words of a day become that day",
        arguments: [
            ("Russia controls 200 square kilometres of Sumy Oblast.", "2025-08-05"),
            ("On 1 October 2024 Russia controlled 200 square kilometres of Sumy Oblast.", "2024-10-01"),
            ("As of June 30, Russia occupied 200 square kilometres of Sumy Oblast.", "2025-06-30"),
            ("By the end of June Russia controlled 200 square kilometres of Sumy Oblast.", "2025-06-30"),
        ])
    func days(text: String, wanted: String) throws {
        let found = try reading(text)
        #expect(found.isCheckable && found.asOf == day(wanted), "\(text): \(found.whyNot ?? "")")
    }

    @Test("each of two figures has its own time")
    func two() {
        let found = readings(
            "Russian forces gained 433 square kilometers in Ukraine in May 2025 and 549 square kilometers in June 2025."
        )
        #expect(found.map(span) == ["2025-05-01 2025-05-31", "2025-06-01 2025-06-30"])
        #expect(found.allSatisfy { $0.isCheckable && $0.holder == "Russia" })
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
    @Test("names of either side mean the oblast; the lines of a list have what its heading says")
    func names() {
        let found = readings(
            "Russia holds 73 percent of the Zaporozhye region and 98 percent of the Lugansk People's Republic."
        )
        #expect(found.map(\.regions) == [["Zaporizhzhia Oblast"], ["Luhansk Oblast"]])
        let list = readings(
            "Share of the regions under Russian control on 1 May 2025:\n- Luhansk Oblast: 99 %\n- Donetsk Oblast: 77 %\n"
        )
        #expect(list.map(\.regions) == [["Luhansk Oblast"], ["Donetsk Oblast"]])
        #expect(list.allSatisfy { $0.isCheckable && $0.holder == "Russia" && $0.asOf == day("2025-05-01") })
    }

    @Test("Donbas is two oblasts; ground in Russia is of the one region that the text speaks of")
    func unions() throws {
        let found = try reading("Ukraine still holds 6,500 square kilometres of the Donbas.")
        #expect(found.regions == ["Donetsk Oblast", "Luhansk Oblast"] && found.holder == "Ukraine")
        let abroad = try #require(
            readings(
                "Fighting goes on in Kursk Oblast. Ukrainian forces control 800 square kilometres of Russian territory.",
                "2024-11-23"
            ).first)
        #expect(abroad.isCheckable && abroad.regions == ["Kursk Oblast"])
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

@Suite("In the words of news") struct ReadingNewsTests {
    @Test("a month, the month before, a region's part, what is left")
    func month() {
        let found = readings(
            """
            Moscow's troops took 735 square kilometres of Ukrainian territory in November, mainly near the city of Pokrovsk, up \
            from 605 square kilometres in October.

            The Donetsk region accounted for nearly 90 percent of the Russian gains in November.

            About 5,000 square km of Donetsk remains under Ukrainian control.
            """, "2024-12-02")
        #expect(found.map(\.isCheckable) == [true, true, true, true], "\(found.map { $0.whyNot ?? "" })")
        #expect(found.prefix(2).map(span) == ["2024-11-01 2024-11-30", "2024-10-01 2024-10-31"])
        #expect(
            found[2].of
                == .ground(
                    measure: .gained, holder: "Russia", region: ["Ukraine"],
                    moment: .span(day("2024-11-01")!...day("2024-11-30")!)))
        #expect(found[3].holder == "Ukraine" && found[3].regions == ["Donetsk Oblast"])
    }
}
