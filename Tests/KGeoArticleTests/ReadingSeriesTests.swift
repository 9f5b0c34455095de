// Parts of what was taken, series of figures, and verbs that are found beside a figure; and what is near but says nothing.

import KGeoArticle
import KGeoCore
import Testing

private func readings(_ text: String, _ published: String = "2025-06-20") -> [String] {
    ArticleReadings(text, published: CalendarDate(iso: published)).figures.map { figure in
        let reading = figure.reading
        let time =
            reading.asOf.map { "\($0)" } ?? reading.period.map { "\($0.lowerBound)..\($0.upperBound)" } ?? "-"
        let words = [
            "\(figure.claim.low)", reading.measure?.rawValue ?? "-", reading.holder ?? "-",
            reading.region ?? "-", time,
        ]
        return reading.isCheckable ? words.joined(separator: " ") : "\(figure.claim.low) no"
    }
}

private func looks(_ text: String, _ published: String = "2025-06-20") -> [String] {
    ArticleReadings(text, published: CalendarDate(iso: published)).figures.map {
        $0.reading.isCheckable ? $0.reading.isFromNear ? "near" : "beside" : "no"
    }
}

@Suite("Parts and series of figures") struct ReadingSeriesTests {
    private static let may = "400.0 gained Russia Ukraine 2025-05-01..2025-05-31"

    @Test("a part of what was taken is of the same side and time, where one whole is meant")
    func parts() {
        #expect(
            readings(
                "Russia took 400 km² of Ukraine in May 2025. Two thirds of that lay in Donetsk Oblast, 20 percent in Sumy Oblast and 10 percent in Kharkiv Oblast."
            ).dropFirst().map { String($0.drop { $0 != " " }) } == [
                " gained Russia Donetsk Oblast 2025-05-01..2025-05-31",
                " gained Russia Sumy Oblast 2025-05-01..2025-05-31",
                " gained Russia Kharkiv Oblast 2025-05-01..2025-05-31",
            ])
        #expect(
            readings(
                "Russia took 400 km² of Ukraine in May 2025. Of the April gains 40 percent were made in Sumy Oblast."
            )
                == [Self.may, "40.0 gained Russia Sumy Oblast 2025-04-01..2025-04-30"])
        #expect(
            readings("Russia took 400 km² of Ukraine in May 2025; 57 percent of it lies in Donetsk Oblast.")
                == [Self.may, "57.0 gained Russia Donetsk Oblast 2025-05-01..2025-05-31"])
    }

    @Test(
        "of two wholes, of a place and of the surroundings of a town there is no part",
        arguments: [
            "Russia took 400 km² of Ukraine in May 2025 and 450 in April. Half of the haul was in Donetsk Oblast.",
            "Russia took 400 km² of Ukraine in May 2025. Half of the haul was made near Pokrovsk in Donetsk Oblast.",
        ])
    func noPart(text: String) { #expect(readings(text).last == "0.5 no") }

    @Test("a figure with which nothing but another time is said goes on from the one before")
    func series() {
        #expect(
            readings("Ukraine lost 400 km² to Russia in May 2025. The low point came in March with 130 km².")
                == [
                    "400.0 lost Ukraine Ukraine 2025-05-01..2025-05-31",
                    "130.0 lost Ukraine Ukraine 2025-03-01..2025-03-31",
                ])
        #expect(
            readings("Russia took 400 km² of Ukraine in May 2025. In December 2024 it had been 445.")
                == [Self.may, "445.0 gained Russia Ukraine 2024-12-01..2024-12-31"])
    }

    @Test(
        "another side, a thing or a size of another order is no item of a series",
        arguments: [
            "Russia took 400 km² of Ukraine in May 2025. For Ukraine April came with 95 km².",
            "Russia took 400 km² of Ukraine in May 2025. April came with 9,500 km².",
            "Russia took 400 km² of Ukraine in May 2025. In April drones were shot down over 445 km².",
        ])
    func noSeries(text: String) {
        let found = readings(text)
        #expect(found.first == Self.may && found.count == 2 && found.last?.hasSuffix("no") == true)
    }

    @Test(
        "who has it, whom it is given and whom it costs stand beside the figure",
        arguments: [
            ("Russia has 112,500 km² of Ukraine.", "112500.0 held Russia Ukraine 2025-06-20"),
            (
                "Moscow's troops had 430 km² of Sumy Oblast on 1 June 2025.",
                "430.0 held Russia Sumy Oblast 2025-06-01"
            ),
            (
                "April brought Russia 450 km² of Ukraine.",
                "450.0 gained Russia Ukraine 2025-04-01..2025-04-30"
            ),
            (
                "April cost Ukraine 450 km² of Donetsk Oblast.",
                "450.0 lost Ukraine Donetsk Oblast 2025-04-01..2025-04-30"
            ),
            (
                "Ukrainian troops clawed back 20 km² of Kharkiv Oblast in May 2025.",
                "20.0 gained Ukraine Kharkiv Oblast 2025-05-01..2025-05-31"
            ),
            ("Ukraine clings to 30 km² of Kursk Oblast.", "30.0 held Ukraine Kursk Oblast 2025-06-20"),
            (
                "Ukraine relinquished 60 km² of Sumy Oblast in May 2025.",
                "60.0 lost Ukraine Sumy Oblast 2025-05-01..2025-05-31"
            ),
            (
                "Ukrainian troops pushed Russian forces back and liberated 20 km² of Kharkiv Oblast in May 2025.",
                "20.0 gained Ukraine Kharkiv Oblast 2025-05-01..2025-05-31"
            ),
        ])
    func beside(text: String, wanted: String) {
        #expect(readings(text) == [wanted] && looks(text) == ["beside"])
    }

    @Test("a region that has so much is as large, what is to be cleared is not held")
    func possession() {
        #expect(readings("Kursk Oblast has 30,000 km², and Russia owns it.").first?.contains("held") == false)
        #expect(readings("Russia has 300 km² of Sumy Oblast to clear.") == ["300.0 no"])
        #expect(
            readings(
                "The raid that began on 6 August has so far won Ukraine 1,300 km² of Kursk Oblast.",
                "2024-09-20")
                == ["1300.0 no"])
    }

    @Test(
        "what is said of things, of zones and of nobody is no ground of a side",
        arguments: [
            "Some 30 percent of Ukraine's power plants are in Russian hands.",
            "Russia's ministry said that 45 percent of Ukraine's drones had been shot down.",
            "Ukraine's air defence covers 40 percent of Donetsk Oblast.",
            "The evacuation zone in Sumy Oblast covers 1,500 km², Ukraine says.",
            "Moscow's forces fired on 300 km² of Kharkiv Oblast in May 2025.",
            "Kyiv's troops hold positions 20 km from Belgorod's power plant.",
            "In May 2025 60 km² of Sumy Oblast changed hands several times between Russia and Ukraine.",
            "Russia holds the town, and hundreds of square kilometres around that town are in Russian hands.",
        ])
    func nothing(text: String) { #expect(readings(text).allSatisfy { $0.hasSuffix("no") }) }

    @Test(
        "a pocket is held whatever is said of its size; a front is as long as armies face each other along it"
    )
    func words() {
        #expect(
            readings("Ukraine's toehold in Kursk Oblast is put at 40 km².") == [
                "40.0 held Ukraine Kursk Oblast 2025-06-20"
            ])
        #expect(
            readings("Russia's gains in Ukraine in May 2025 amounted to 449 km².") == [
                "449.0 gained Russia Ukraine 2025-05-01..2025-05-31"
            ])
        #expect(
            readings(
                "The two armies of Russia and Ukraine face each other along 1,120 kilometres in Ukraine."
            ).count
                == 1)
    }
}
