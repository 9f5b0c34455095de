// Numbers of settlements: found beside the figures, and read as what was taken, lost or held.

import KGeoArticle
import KGeoCore
import KGeoExtract
import Testing

@Suite("Numbers of settlements") struct CountTests {
    private func counts(_ text: String) -> [String] {
        Extractor().counts(in: text).map {
            "\($0.quote)|\($0.low)|\($0.high)|\($0.qualifier.rawValue)|\($0.noun)"
        }
    }

    @Test(
        "what is counted is found with its number",
        arguments: [
            ("Russian units seized 28 settlements in May.", ["28 settlements|28.0|28.0|exact|settlements"]),
            (
                "They hold three small border villages.",
                ["three small border villages|3.0|3.0|exact|villages"]
            ),
            ("About 90 populated areas changed hands.", ["90 populated areas|90.0|90.0|about|areas"]),
            ("Dozens of towns were lost.", ["Dozens of towns|24.0|inf|at_least|towns"]),
            (
                "Between spring and June four to six hamlets fell.",
                ["four to six hamlets|4.0|6.0|between|hamlets"]
            ),
            ("One of the villages is empty.", ["One of the villages|1.0|1.0|exact|villages"]),
        ])
    func found(text: String, wanted: [String]) { #expect(counts(text) == wanted) }

    @Test(
        "what counts something else, or only stands near such a noun, is none",
        arguments: [
            "In 2024 villages burned.", "They shelled 40 houses in the village.",
            "200 residents of towns fled.",
            "A third of the villages are empty.", "It lies 12 km from the town.", "The village is empty.",
            "Two soldiers' towns.", "It cost $30 villages alike.",
        ])
    func none(text: String) { #expect(counts(text).isEmpty) }

    private func readings(_ text: String, _ day: String) -> [String] {
        ArticleReadings(text, published: CalendarDate(iso: day)).counts.map { read in
            let reading = read.reading
            let time =
                reading.asOf.map { "\($0)" } ?? reading.period.map { "\($0.lowerBound)..\($0.upperBound)" }
                ?? "-"
            return [
                read.count.quote, reading.measure?.rawValue ?? "-", reading.holder ?? "-",
                reading.region ?? "-",
                time,
            ].joined(separator: "|") + (reading.isCheckable ? "" : "|no")
        }
    }

    @Test("a count says of whom, where and when what an area would")
    func read() {
        #expect(
            readings("Russian forces captured 28 settlements in Donetsk Oblast in May.", "2025-06-03")
                == ["28 settlements|gained|Russia|Donetsk Oblast|2025-05-01..2025-05-31"])
        #expect(
            readings("Ukraine now controls 92 settlements in Kursk Oblast.", "2024-08-19")
                == ["92 settlements|held|Ukraine|Kursk Oblast|2024-08-19"])
        #expect(
            readings("Ukraine lost three villages in Sumy Oblast in June.", "2025-07-02")
                == ["three villages|lost|Ukraine|Sumy Oblast|2025-06-01..2025-06-30"])
        // Nobody says who has them.
        #expect(readings("Ukraine spoke of 28 settlements.", "2025-07-02").allSatisfy { $0.hasSuffix("|no") })
    }

    @Test("a count beside an area leaves the area as it was")
    func besideAnArea() {
        let text = "Russian forces captured 240 km² and 28 settlements in Donetsk Oblast in May."
        let read = ArticleReadings(text, published: CalendarDate(iso: "2025-06-03"))
        #expect(read.figures.map(\.reading.isCheckable) == [true])
        #expect(read.counts.count == 1)
        #expect(read.counts.first?.reading.measure == .gained)
    }
}
