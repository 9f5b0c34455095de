// One measured value against one interval.

import KGeo
import KGeoCore
import KGeoVerdict
import Testing

@Suite("A measured value against a claim's interval")
struct JudgementTests {
    private func judge(
        _ m: Double, u: Double, _ low: Double, _ high: Double, printed: Double? = nil, oneSided: Bool = false,
        outline: Double = 0
    ) -> Judgement {
        var measured = MeasuredValue(value: m, boundaryU: u, edgeEffect: 0)
        measured.perMetre = outline
        return Judgement(
            measured, claim: Interval(low, high), printed: printed ?? low, isOneSided: oneSided)
    }

    @Test(
        "M is 100 ± 10",
        arguments: [
            (105, 115, .consistent), (95, 105, .consistent), (0, 200, .consistent), (99, 101, .consistent),
            (110, 120, .consistent), (80, 90, .consistent), (110.1, 120, .overstated),
            (80, 89.9, .understated),
            (500, .infinity, .overstated), (110, .infinity, .consistent), (0, 89, .understated),
        ] as [(Double, Double, Verdict)])
    func verdicts(_ low: Double, _ high: Double, _ verdict: Verdict) {
        #expect(judge(100, u: 5, low, high).verdict == verdict)
    }

    @Test(
        "The map cannot tell once 2u exceeds half the value, not before",
        arguments: [
            (25, .consistent), (25.01, .inconclusive), (60, .inconclusive),
        ] as [(Double, Verdict)])
    func inconclusive(_ u: Double, _ verdict: Verdict) {
        #expect(judge(100, u: u, 90, 110).verdict == verdict)
        // A figure that misses even so is still above or below.
        #expect(judge(100, u: u, 500, 600).verdict == .overstated)
    }

    @Test(
        "That nothing is held is wrong only of ground clear of its error",
        arguments: [(3.3, .understated), (3.4, .inconclusive), (4.9, .inconclusive)] as [(Double, Verdict)])
    func nothing(_ u: Double, _ verdict: Verdict) {
        #expect(judge(10, u: u, 0, 0).verdict == verdict)
        // A figure above nothing is below it all the same.
        #expect(judge(10, u: u, 0, 0.1).verdict == .understated)
    }

    @Test("Nothing held, drawn without error")
    func nothing() {
        #expect(judge(0, u: 0, 0, 0).verdict == .consistent)
        #expect(judge(0, u: 0, 0, 5).ratio == nil)
        let above = judge(0, u: 0, 1, 2)
        #expect(above.verdict == .overstated && above.strength == .clear)
        #expect(above.zeta == nil && above.ratio == nil)
        #expect(judge(0, u: 1, 0, 1).verdict == .inconclusive)
        #expect(judge(0, u: 1, 3, 4).verdict == .overstated)
    }

    @Test("A line without error: the value itself decides")
    func exact() {
        #expect(judge(100, u: 0, 100, 110).verdict == .consistent)
        #expect(judge(100, u: 0, 100.001, 110).strength == .clear)
        #expect(judge(100, u: 0, 100, 110).zeta == 0)
    }

    @Test(
        "How far off, in standard errors",
        arguments: [
            (112.5, 2.5, .marginal), (115, 3, .marginal), (115.5, 3.1, .clear), (200, 20, .clear),
        ] as [(Double, Double, Strength)])
    func strength(_ low: Double, _ zeta: Double, _ strength: Strength) throws {
        let above = judge(100, u: 5, low, 300)
        #expect(abs(try #require(above.zeta) - zeta) < 1e-12)
        #expect(above.strength == strength)
        let below = judge(100, u: 5, 0, 200 - low)
        #expect(below.zeta == above.zeta && below.strength == strength)
    }

    @Test("A figure that fits has no strength, and ζ 0 when the value lies inside")
    func noStrength() {
        #expect(judge(100, u: 5, 95, 105).zeta == 0)
        #expect(judge(100, u: 5, 105, 115).zeta == 1)
        #expect(judge(100, u: 5, 105, 115).strength == nil)
    }

    @Test(
        "How well a bound that holds describes the map",
        arguments: [
            (100, .tight), (80, .tight), (79.9, .loose), (125, .tight), (125.1, .loose), (1, .loose),
        ] as [(Double, Fit)])
    func fit(_ printed: Double, _ fit: Fit) {
        let interval = printed <= 105 ? (printed, Double.infinity) : (0, printed)
        let one = judge(100, u: 5, interval.0, interval.1, printed: printed, oneSided: true)
        #expect(one.verdict == .consistent && one.fit == fit)
        #expect(judge(100, u: 5, 95, 105, printed: 100).fit == nil)
        #expect(judge(100, u: 5, 200, .infinity, printed: 200, oneSided: true).fit == nil)
    }

    @Test("The depth equivalent: outward above the map, inward below, 0 when it fits")
    func depth() {
        #expect(judge(100, u: 5, 130, 150, outline: 10).depthEquivalentMetres == 3)
        #expect(judge(100, u: 5, 0, 70, outline: 10).depthEquivalentMetres == -3)
        #expect(judge(100, u: 5, 95, 105, outline: 10).depthEquivalentMetres == 0)
        // It fits by its error, but the value lies outside: the line would have to move.
        #expect(judge(100, u: 5, 105, 115, outline: 10).depthEquivalentMetres == 0.5)
        #expect(judge(100, u: 5, 130, 150).depthEquivalentMetres == nil)
        #expect(judge(100, u: 5, 130, .infinity, outline: 10).depthEquivalentMetres == 3)
    }

    @Test("The ratio is claim over measured")
    func ratio() { #expect(judge(100, u: 5, 120, 140, printed: 130).ratio == 1.3) }
}
