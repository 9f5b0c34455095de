// Which features stand for which day.

import KGeoCore
import KGeoScenario
import Testing

@Suite("Dated maps")
struct DatedMapsTests {
    private func feature(_ index: Int, _ date: String?, to end: String? = nil) -> ScenarioFeature {
        var feature = ScenarioFeature(index: index, role: .control)
        feature.date = date.map(day)
        feature.dateEnd = end.map(day)
        return feature
    }

    /// Each map as its day and the numbers of its features.
    private func shown(_ maps: [DatedMap]) -> [String] {
        maps.map { "\($0.date?.description ?? "undated"): \($0.features.map(\.index))" }
    }

    @Test("One map per date, earliest first, the undated last")
    func byDate() {
        let maps = Scenario.maps([
            feature(0, "2024-08-24"), feature(1, "2024-08-21"), feature(2, nil), feature(3, "2024-08-24"),
        ])
        #expect(shown(maps) == ["2024-08-21: [1]", "2024-08-24: [0, 3]", "undated: [2]"])
        #expect(Scenario.maps([]).isEmpty)
    }

    @Test("A feature with an end date is on every map up to it, that day included")
    func spans() {
        let features = [
            feature(0, "2024-08-01", to: "2024-08-10"), feature(1, "2024-08-10"), feature(2, "2024-08-11"),
        ]
        #expect(
            shown(Scenario.maps(features)) == ["2024-08-01: [0]", "2024-08-10: [0, 1]", "2024-08-11: [2]"])
    }

    @Test(
        "A day inside a span is a map when asked for",
        arguments: [
            ("2024-08-05", ["2024-08-01: [0]", "2024-08-05: [0]"]), ("2024-08-01", ["2024-08-01: [0]"]),
            ("2024-08-10", ["2024-08-01: [0]", "2024-08-10: [0]"]), ("2024-08-11", ["2024-08-01: [0]"]),
            ("2024-07-31", ["2024-08-01: [0]"]),
        ])
    func including(_ iso: String, _ maps: [String]) {
        let features = [feature(0, "2024-08-01", to: "2024-08-10")]
        #expect(shown(Scenario.maps(features, including: [day(iso)])) == maps)
    }

    @Test("A day between two snapshots is no map, even where another feature spans it")
    func unknownBetween() {
        let features = [
            feature(0, "2024-08-01", to: "2024-08-31"), feature(1, "2024-08-19"), feature(2, "2024-08-21"),
        ]
        let maps = Scenario.maps(features, including: [day("2024-08-20"), day("2024-08-05")])
        #expect(
            shown(maps) == [
                "2024-08-01: [0]", "2024-08-05: [0]", "2024-08-19: [0, 1]", "2024-08-21: [0, 2]",
            ])
    }

    @Test("Any features, against looking at each for every day")
    func random() {
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let features = (0..<Int.random(in: 1...9, using: &dice)).map { i -> ScenarioFeature in
                var feature = ScenarioFeature(index: i, role: .control)
                guard Int.random(in: 0..<8, using: &dice) > 0 else { return feature }
                let first = Int.random(in: 0..<20, using: &dice)
                feature.date = CalendarDate(dayNumber: first)
                if Bool.random(using: &dice) {
                    feature.dateEnd = CalendarDate(dayNumber: first + Int.random(in: 0..<9, using: &dice))
                }
                return feature
            }
            let asked = (0..<4).map { _ in CalendarDate(dayNumber: Int.random(in: -2..<30, using: &dice)) }
            func map(_ day: CalendarDate) -> [ScenarioFeature] { features.filter { $0.spans(day) } }
            let starts = Set(features.compactMap(\.date)).sorted()
            let more = Set(asked).filter { day in
                guard !starts.contains(day), let before = starts.last(where: { $0 < day }) else {
                    return false
                }
                return map(before).allSatisfy { $0.dateEnd != nil } && !map(day).isEmpty
            }
            var expected = (starts + more).sorted().map { DatedMap(date: $0, features: map($0)) }
            let undated = features.filter { $0.date == nil }
            if !undated.isEmpty { expected.append(DatedMap(date: nil, features: undated)) }
            #expect(Scenario.maps(features, including: asked) == expected)
        }
    }
}
