// Sentences that name settings by meaning, in neutral words and in those of a program.

import KGeoCore
import Testing

struct WordingTests {
    let words = Vocabulary(setting: { "<\($0)>" }, operation: { "[\($0)]" })

    @Test func aSentenceIsSaidInTheWordsOfWhoeverPrintsIt() {
        let remedy: Remedy = "give it with \(.referenceSystem) EPSG:\(4326), or \(.repair) it"
        #expect(remedy.text(in: words) == "give it with <referenceSystem> EPSG:4326, or [repair] it")
        #expect(remedy.plain == "give it with the reference system EPSG:4326, or a repair it")
        #expect(remedy.parts.count == 5)
    }

    @Test func sentencesStandInSentences() {
        let inner: Wording = "say \(.asOf)"
        let outer: Wording = "so: \(inner)"
        #expect(outer.text(in: words) == "so: say <asOf>")
        #expect([inner, "or not"].joined(separator: "; ").text(in: words) == "say <asOf>; or not")
        #expect([Wording]().joined(separator: "; ").plain.isEmpty)
    }

    /// Text is never taken for a setting, whatever it says.
    @Test func textStaysText() {
        let text = "the reference system \\(.repair)"
        #expect(Wording(text).text(in: words) == text)
        #expect(("\(text)" as Wording).text(in: words) == text)
    }

    @Test func aProblemIsPutIntoWords() {
        var problem = Problem(.usage, saying: "no \(.window)", remedy: "see \(.schema)")
        #expect(problem.message == "no the window" && problem.hint == "see the schema")
        let worded = problem.worded(in: words)
        #expect(worded.message == "no <window>" && worded.hint == "see [schema]")
        #expect(worded.summary == "no <window>")
        #expect(worded.worded(in: .neutral) == worded)
        problem.hint = nil
        #expect(problem.remedy == nil)
    }

    @Test func neutralWordsNameNoOption() {
        for setting in Setting.allCases {
            #expect(!setting.rawValue.contains("--") && !setting.rawValue.isEmpty)
        }
        for operation in Wording.Operation.allCases { #expect(!operation.rawValue.contains("kgeo")) }
        #expect(Set(Setting.allCases.map(\.rawValue)).count == Setting.allCases.count)
    }
}
