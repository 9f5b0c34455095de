// Numbers for people: none that is not 0 looks like another.

import KGeo
import KGeoCore
import KGeoVerdict
import Testing

@Suite("Small figures") struct SmallFigureTests {
    @Test(
        "small numbers keep two significant digits",
        arguments: [
            (0.0, "0"), (0.5, "0.500"), (0.012, "0.012"), (0.01, "0.010"), (0.00155, "0.0016"),
            (0.0014, "0.0014"),
            (0.0006, "0.0006"), (0.001, "0.001"), (0.00017, "0.00017"), (-0.00017, "−0.00017"),
            (0.0000012, "0.0000012"), (1.23e-9, "1.2 × 10⁻⁹"), (2e-12, "2 × 10⁻¹²"), (0.00999, "0.010"),
            (1_234.5, "1,235"), (99.96, "100"), (9.996, "10.0"),
        ])
    func short(_ value: Double, _ text: String) { #expect(Figures.short(value) == text) }

    @Test(
        "a number as it would be typed",
        arguments: [
            (0.0006, "0.0006"), (0.00155399, "0.00155399"), (1.5539928e-3, "0.001553993"), (1_300, "1,300"),
            (258.998811, "258.998811"), (2.5e-9, "2.5 × 10⁻⁹"), (1.0 / 3, "0.3333333"),
        ])
    func plain(_ value: Double, _ text: String) { #expect(Figures.plain(value) == text) }

    @Test("ends of an interval are as true as its width asks")
    func ends() {
        let small = Figures.ends(0.0014245, 0.0016834)
        #expect(small.low == "0.00142" && small.high == "0.00168")
        let wide = Figures.ends(233.1, 284.9)
        #expect(wide.low == "233" && wide.high == "285")
        let narrow = Figures.ends(773.6, 779.8)
        #expect(narrow.low == "773.6" && narrow.high == "779.8")
        #expect(Figures.ends(5, .infinity).high == "∞")
    }

    @Test("a ratio beyond a thousand is no number any more")
    func ratio() {
        #expect(Figures.ratio(220_903_251_995_495) == "> 1,000")
        #expect(Figures.ratio(1.234) == "1.23" && Figures.ratio(0.0001) == "< 0.001")
        #expect(Figures.ratio(0) == "0.00")
    }
}
