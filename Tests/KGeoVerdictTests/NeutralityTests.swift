// The same thresholds for every side: who holds the ground changes no number and no verdict.

import KGeo
import KGeoCore
import KGeoScenario
import Testing

@Suite("Neutrality")
struct NeutralityTests {
    private func map(_ first: String, _ second: String) -> Scenario {
        scenario(
            ground([(.controlled, 828), (.contested, 425)], holder: first),
            ground([(.controlled, 300), (.contested, 90)], holder: second, south: 53))
    }

    @Test(
        "Swapping the holders' names swaps the findings and nothing else",
        arguments: [
            "about 1,300 km2", "100–400 square miles", "up to 900 km2", "nearly 400 km2", "at least 830 km2",
        ])
    func swap(_ figure: String) throws {
        let (one, other) = (map("Ukraine", "Russia"), map("Russia", "Ukraine"))
        for (a, b) in [("Ukraine", "Russia"), ("Russia", "Ukraine")] {
            var x = try check(claim(figure, worded: .controlled, subject: Subject(holder: a)), one)
            var y = try check(claim(figure, worded: .controlled, subject: Subject(holder: b)), other)
            x.claim.subject = Subject()
            y.claim.subject = Subject()
            #expect(x == y)
        }
    }

    @Test("No sentence says true or false, whatever the verdict")
    func words() throws {
        let map = map("A", "B")
        for figure in ["1 km2", "300 km2", "828 km2", "9,000 km2", "at least 1 km2", "up to 9,000 km2"] {
            for holder in ["A", "B", "C"] {
                let because = try check(claim(figure, subject: Subject(holder: holder)), map).because
                for word in ["true", "false", "correct", "wrong", "lie"] {
                    #expect(!because.split { !$0.isLetter }.contains { $0 == word }, "\(because)")
                }
            }
        }
        for verdict in Verdict.allCases { #expect(!["true", "false"].contains(verdict.words)) }
    }
}
