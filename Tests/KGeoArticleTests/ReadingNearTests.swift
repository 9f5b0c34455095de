// The second look: what the words beside a figure leave open, where what is near leaves one reading.

import KGeoArticle
import KGeoCore
import Testing

private func readings(_ text: String, _ published: String) -> [Reading] {
    ArticleReadings(text, published: CalendarDate(iso: published)).figures.map(\.reading)
}

private func words(_ reading: Reading) -> String {
    let time =
        reading.asOf.map { "\($0)" } ?? reading.period.map { "\($0.lowerBound)..\($0.upperBound)" } ?? "-"
    return [
        reading.measure?.rawValue ?? "-", reading.holder ?? "-", reading.region ?? "-", time,
        reading.isCheckable ? "" : "no",
    ].joined(separator: " ").trimmingSpaces
}

extension String {
    fileprivate var trimmingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }
}

@Suite("What is near a figure") struct ReadingNearTests {
    @Test(
        "a figure that goes on from the one before has its measure, side and place, and a time of its own",
        arguments: [
            (
                "Russian units hold about 205 square kilometres of Sumy Oblast; in late May it was barely 70.",
                "2025-08-05", ["held Russia Sumy Oblast 2025-08-05", "held Russia Sumy Oblast 2025-05-26"]
            ),
            (
                "Ukraine's troops regained 310 square kilometres of Ukraine in February and gave up 122.",
                "2026-03-05",
                [
                    "gained Ukraine Ukraine 2026-02-01..2026-02-28",
                    "lost Ukraine Ukraine 2026-02-01..2026-02-28",
                ]
            ),
            (
                "The zone under Russian occupation in Ukraine measured 114,000 km² on 1 April 2025; on 1 October 2024 it had been 110,600.",
                "2025-04-19", ["held Russia Ukraine 2025-04-01", "held Russia Ukraine 2024-10-01"]
            ),
            (
                "Russia occupies 19 percent of Ukraine, or 116,000 km².", "2025-04-19",
                ["held Russia Ukraine 2025-04-19", "held Russia Ukraine 2025-04-19"]
            ),
        ])
    func goesOn(text: String, published: String, wanted: [String]) {
        #expect(readings(text, published).map(words) == wanted)
    }

    @Test(
        "whoever came from outside, whoever it costs, whoever is the enemy of those who speak",
        arguments: [
            (
                "In July the invaders bit off 560 km² of Ukraine.",
                ["gained Russia Ukraine 2025-07-01..2025-07-31"]
            ),
            ("July cost Ukraine 400 km².", ["lost Ukraine Ukraine 2025-07-01..2025-07-31"]),
            (
                "“The enemy keeps 205 km² of Sumy Oblast, and we took back 12 in July,” said the Ukrainian colonel.",
                [
                    "held Russia Sumy Oblast 2025-08-05",
                    "gained Ukraine Sumy Oblast 2025-07-01..2025-07-31",
                ]
            ),
        ])
    func sides(text: String, wanted: [String]) {
        #expect(readings(text, "2025-08-05").map(words) == wanted)
    }

    @Test("parts of a gain are of the ground gained; all but so much is the other side's")
    func wholes() {
        let parts = readings(
            "Of the 550 km² Russia added in June, two fifths lay in Donetsk Oblast and a quarter in Sumy Oblast.",
            "2025-07-05")
        #expect(parts.map(\.regions) == [["Ukraine"], ["Donetsk Oblast"], ["Sumy Oblast"]])
        #expect(parts.allSatisfy { $0.isCheckable && $0.measure == .gained && $0.holder == "Russia" })
        for part in parts.dropFirst() {
            guard case .ground(.gained, "Russia", ["Ukraine"], .span) = part.of else {
                Issue.record("\(part)")
                continue
            }
        }
        let left = readings(
            "All but 3 km² of the land that Ukraine seized in Kursk Oblast is back, the Russian staff reported.",
            "2025-04-19")
        #expect(left.map(words) == ["held Ukraine Kursk Oblast 2025-04-19"])
    }

    @Test("the cells of a table have the region of their row and the day of their column")
    func table() {
        let found = readings(
            """
            Russia's hold

            | Oblast | 30 June 2025 | 31 July 2025 |
            |---|---|---|
            | Donetsk | 75 % | 76 % |
            | Sumy | 0.8 % | 0.9 % |

            """, "2025-08-05")
        #expect(
            found.map(words) == [
                "held Russia Donetsk Oblast 2025-06-30", "held Russia Donetsk Oblast 2025-07-31",
                "held Russia Sumy Oblast 2025-06-30", "held Russia Sumy Oblast 2025-07-31",
            ])
    }

    @Test("times of day, marks of notes and years are no figures")
    func marks() {
        let found = readings(
            "16:40 - Russia holds 200 km² of Sumy Oblast.[14] That was in 2024.\n14:05 - Nothing new.",
            "2025-08-05")
        #expect(found.count { $0.isCheckable } == 1)
    }

    @Test(
        "what is near decides nothing where two readings are left",
        arguments: [
            "Storm troops took 45 square kilometres of Kharkiv Oblast in July.",
            "Fighting went on in Sumy Oblast and in Ukraine. Russian forces took 45 square kilometres in July.",
            "Ukraine occupied 400 square kilometres of Kursk Oblast until a counter-attack in April.",
            "The troops, having travelled thousands of kilometres across Russia, were put near Kursk.",
            "Russian troops took 14 square kilometres at Selydove in July.",
            "Rebels hold about 42 percent of the country.",
            "The paper wrote that the occupier still had 470 square kilometres at New Year.",
            "Ukraine's volunteers draw a map. Russia's own has 690 km² more of Ukraine.",
            "Russia came. Luhansk Oblast is down to its last blue cells, 0.3 % of it.",
            "It is in the Kursk Region: just under 600 square kilometres.",
            "Whoever sleeps there: 12 sq km of dachas belong to the occupiers.",
            "Russia hasn't managed to seize the 26,500 square kilometres of Donetsk Oblast.",
        ])
    func open(text: String) {
        #expect(
            readings(text, "2025-08-05").allSatisfy { !$0.isCheckable || $0.measure == .total },
            "\(text): \(readings(text, "2025-08-05").map(words))")
    }
}
