// From several verdicts to one.

import KGeo
import KGeoCore
import KGeoVerdict
import Testing

@Suite("The verdict over several rows")
struct OverallVerdictTests {
    @Test(
        "The rule",
        arguments: [
            ([.consistent], .consistent, true, false),
            ([.overstated, .overstated], .overstated, true, false),
            ([.inconclusive, .inconclusive], .inconclusive, true, false),
            ([.notCheckable], .notCheckable, true, false), ([], .notCheckable, true, false),
            ([.overstated, .inconclusive], .overstated, false, true),
            ([.notCheckable, .understated, .understated], .understated, false, true),
            ([.consistent, .inconclusive, .notCheckable], .consistent, false, true),
            ([.inconclusive, .notCheckable], .inconclusive, false, true),
            ([.consistent, .overstated], .dependsOnDefinition, false, false),
            ([.consistent, .understated, .inconclusive], .dependsOnDefinition, false, false),
            ([.overstated, .understated], .dependsOnDefinition, false, false),
        ] as [([Verdict], Verdict, Bool, Bool)])
    func rule(_ verdicts: [Verdict], _ verdict: Verdict, _ isRobust: Bool, _ isPartly: Bool) {
        let overall = OverallVerdict(verdicts)
        #expect(overall.verdict == verdict)
        #expect(overall.isRobust == isRobust && overall.isPartlyInconclusive == isPartly)
        #expect(OverallVerdict(verdicts.reversed()) == overall)
        #expect(OverallVerdict(verdicts + verdicts) == overall)
    }

    @Test(
        "Between definitions: above the narrower and below the wider one",
        arguments: [
            (
                [(.controlled, .overstated), (.controlledAndContested, .understated)], .betweenDefinitions,
                false
            ),
            (
                [
                    (.controlled, .overstated), (.controlled, .inconclusive),
                    (.controlledAndContested, .understated),
                ], .betweenDefinitions, true
            ),
            // Above the wider one and below the narrower one is no between.
            (
                [(.controlled, .understated), (.controlledAndContested, .overstated)], .dependsOnDefinition,
                false
            ),
            // Neither holds the other.
            (
                [(Counting([.contested]), .overstated), (.controlled, .understated)], .dependsOnDefinition,
                false
            ),
            ([(.controlled, .overstated), (.controlled, .understated)], .dependsOnDefinition, false),
            (
                [(.controlled, .overstated), (.controlledAndContested, .consistent)], .dependsOnDefinition,
                false
            ),
            (
                [(.controlled, .overstated), (.controlledAndContested, .dependsOnDay)], .dependsOnDefinition,
                false
            ),
            ([(.controlled, .dependsOnDay), (.controlledAndContested, .dependsOnDay)], .dependsOnDay, false),
        ] as [([(Counting, Verdict)], Verdict, Bool)])
    func between(_ rows: [(Counting, Verdict)], _ verdict: Verdict, _ isPartly: Bool) {
        let rows = rows.map { DefinitionFinding(counting: $0.0, asWorded: false, verdict: $0.1) }
        let overall = OverallVerdict(over: rows)
        #expect(overall.verdict == verdict && overall.isPartlyInconclusive == isPartly)
        #expect(OverallVerdict(over: rows.reversed()) == overall)
        #expect(overall.isRobust == (Set(rows.map(\.verdict)).count == 1))
    }

    @Test("Over mapmakers it depends on the source")
    func sources() {
        let overall = OverallVerdict([.consistent, .overstated], otherwise: .dependsOnSource)
        #expect(overall.verdict == .dependsOnSource && !overall.isRobust)
        #expect(OverallVerdict([.overstated], otherwise: .dependsOnSource).verdict == .overstated)
        // A map that depends on the definition itself does not agree with the others.
        #expect(
            OverallVerdict([.dependsOnDefinition, .overstated], otherwise: .dependsOnSource).verdict
                == .dependsOnSource)
    }
}
