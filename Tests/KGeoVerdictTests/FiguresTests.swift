// How numbers are written for people.

import KGeo
import KGeoCore
import KGeoVerdict
import Testing

@Suite("Numbers for people")
struct FiguresTests {
    @Test(
        "A fixed count of decimals",
        arguments: [
            (1_234_567.0, 0, "1,234,567"), (999, 0, "999"), (1_000, 0, "1,000"), (0, 0, "0"),
            (-1_234.5, 1, "−1,234.5"),
            (-0.04, 1, "0.0"), (0.05, 1, "0.1"), (12.3456, 2, "12.35"), (999.96, 1, "1,000.0"),
            (1.005, 3, "1.005"),
            (-100_000, 0, "−100,000"), (.infinity, 0, "∞"), (-.infinity, 2, "−∞"), (.nan, 0, "–"),
            (123_456.7, 2, "123,456.70"),
        ])
    func fixed(_ value: Double, _ decimals: Int, _ text: String) {
        #expect(Figures.fixed(value, decimals) == text)
    }

    @Test(
        "Three significant digits, at most three decimals, two digits below a hundredth",
        arguments: [
            (1_253.4, "1,253"), (828.4, "828"), (99.96, "100"), (83.54, "83.5"), (9.996, "10.0"),
            (9.204, "9.20"),
            (0.9996, "1.00"), (0.67, "0.670"), (0.0004, "0.0004"), (0, "0"), (-4.256, "−4.26"),
            (.infinity, "∞"),
        ])
    func short(_ value: Double, _ text: String) { #expect(Figures.short(value) == text) }

    @Test(
        "As it would be typed",
        arguments: [
            (1_300.0, "1,300"), (0.5, "0.5"), (1_294.25, "1,294.25"), (0, "0"), (1e6, "1,000,000"),
            (0.1 + 0.2, "0.3"), (-5, "−5"), (.infinity, "∞"), (1e-9, "1 × 10⁻⁹"),
        ])
    func plain(_ value: Double, _ text: String) { #expect(Figures.plain(value) == text) }

    @Test("Huge numbers do not trap", arguments: [1e15, 1e300, -1e300])
    func huge(_ value: Double) {
        for text in [Figures.fixed(value, 2), Figures.short(value), Figures.plain(value)] {
            #expect(!text.isEmpty && !text.contains("-1"))
        }
    }

    @Test("Areas and values with their unit")
    func units() {
        #expect(Figures.area(1_253e6) == "1,253 km²")
        #expect(Figures.area(500) == "500 m²")
        #expect(Figures.area(0) == "0 km²")
        #expect(Figures.value(si: 828e6, in: .mi2) == "320 mi²")
        #expect(Figures.value(si: 0.18125, in: .percent) == "18.1 %")
    }
}
