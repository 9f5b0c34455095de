// The table of intervals and the worked examples of the scenario format.

import KGeoClaims
import KGeoCore
import Testing

@Suite("From a printed figure to an interval")
struct ClaimIntervalTests {
    struct Row: CustomTestStringConvertible {
        var testDescription: String
        var claim: Claim
        var low, high: Double
        init(_ name: String, _ claim: Claim, _ low: Double, _ high: Double) {
            (testDescription, self.claim, self.low, self.high) = (name, claim, low, high)
        }
    }

    @Test(
        "Each row of the table",
        arguments: [
            Row("exact, rounded to hundreds", claim("1300"), 1_250, 1_350),
            Row("exact, to the unit", claim("1294"), 1_293.5, 1_294.5),
            Row("exact, decimals", claim("1.50"), 1.495, 1.505),
            Row("bare 1,000 is 900 to 1,100, not 500 to 1,500", claim("1000"), 900, 1_100),
            Row("bare 90", claim("90"), 85, 95),
            Row("bare 15", claim("15"), 14.5, 15.5),
            Row("a step that is given is not cut", claim("1000", resolution: 1_000), 500, 1_500),
            Row("a finer step that is given", claim("1300", resolution: 10), 1_295, 1_305),
            Row("about, by a twentieth", claim("1300", as: .about), 1_235, 1_365),
            Row("about, by the rounding", claim("20", as: .about), 18, 22),
            Row("about 1,000, by the cut rounding", claim("1000", as: .about), 900, 1_100),
            Row("about, with a step", claim("1300", as: .about, resolution: 400), 1_100, 1_500),
            Row("between", claim("100", "400", as: .between), 90, 440),
            Row("between, each end by its own digits", claim("95", "400", as: .between), 94.5, 440),
            Row("between, with a step", claim("100", "400", as: .between, resolution: 20), 90, 410),
            Row("a range without a word", claim("1200", "1300"), 1_150, 1_350),
            Row("about a range", claim("1200", "1300", as: .about), 1_140, 1_365),
            Row("at least", claim("1000", as: .atLeast), 1_000, .infinity),
            Row("more than", claim("1000", as: .moreThan), 1_000, .infinity),
            Row("at most", claim("1000", as: .atMost), 0, 1_000),
            Row("less than", claim("1000", as: .lessThan), 0, 1_000),
            Row("up to", claim("1000", as: .upTo), 0, 1_000),
            Row("nearly, by the rounding, at most a tenth", claim("200", as: .nearly), 180, 200),
            Row("nearly, by the rounding", claim("1300", as: .nearly), 1_200, 1_300),
            Row("nearly, by a twentieth", claim("1294", as: .nearly), 1_294 - 64.7, 1_294),
            Row("nearly, with a step", claim("1300", as: .nearly, resolution: 80), 1_220, 1_300),
            Row("nothing", claim("0"), 0, 0),
            Row("a step wider than the figure does not go below 0", claim("10", resolution: 100), 0, 60),
        ])
    func table(_ row: Row) {
        #expect(same(ClaimInterval(row.claim).said, Interval(row.low, row.high)))
    }

    @Test("100 to 400 square miles are 90 to 440, which is 233 to 1,140 km²")
    func squareMiles() {
        let interval = ClaimInterval(claim("100", "400", unit: .mi2, as: .between))
        #expect(same(interval.said, Interval(90, 440)))
        #expect((interval.si.low / 1e6).rounded() == 233)
        #expect((interval.si.high / 1e6).rounded() == 1_140)
        #expect(same(interval.si.low, 90 * 2_589_988.110336))
    }

    @Test("About 20 per cent is 0.18 to 0.22")
    func percent() {
        let interval = ClaimInterval(claim("20", unit: .percent, as: .about))
        #expect(same(interval.si, Interval(0.18, 0.22)))
    }

    @Test("The step and whether it was inferred")
    func resolution() {
        #expect(ClaimInterval(claim("1300")).resolution == 100)
        #expect(ClaimInterval(claim("1300")).isInferred)
        #expect(ClaimInterval(claim("1294")).resolution == 1)
        #expect(ClaimInterval(claim("1300", resolution: 50)).resolution == 50)
        #expect(!ClaimInterval(claim("1300", resolution: 50)).isInferred)
    }

    @Test("A bound moves by the rounding of the figure in the second unit")
    func equivalents() {
        // 386 mi² is rounded to 1 mi²: half of it is 1.295 km².
        let also = (digits: "386", unit: MeasureUnit.mi2)
        let half = 0.5 * 2.589988110336
        let over = ClaimInterval(claim("1000", as: .moreThan, also: also)).said
        #expect(same(over, Interval(1_000 - half, .infinity)))
        let under = ClaimInterval(claim("1000", as: .upTo, also: also)).said
        #expect(same(under, Interval(0, 1_000 + half)))
        // 500 mi² may be rounded to 100, of which a tenth of the figure counts.
        let wide = ClaimInterval(claim("1294", as: .atLeast, also: ("500", .mi2))).said
        #expect(same(wide.low, 1_294 - 50 * 2.589988110336))
        let about = claim("1300", as: .about)
        #expect(ClaimInterval(about) == ClaimInterval(claim("1300", as: .about, also: also)))
    }

    @Test("Up to, said of a peak, is read as about")
    func otherQualifier() {
        let peak = claim("1300", as: .upTo)
        #expect(ClaimInterval(peak, as: .about) == ClaimInterval(claim("1300", as: .about)))
    }

    @Test("One-sided words, and the words themselves")
    func words() {
        let oneSided: [Qualifier] = [.atLeast, .moreThan, .atMost, .lessThan, .upTo]
        #expect(Qualifier.allCases.filter(\.isOneSided) == Qualifier.allCases.filter(oneSided.contains))
        #expect(Qualifier.about.words == "about")
        #expect(Qualifier.atLeast.words == "at least")
        #expect(Qualifier.exact.words.isEmpty)
    }
}
