// Changes are no contradictions: what was taken in one month, lost in another and held on a third day can all hold.

import KGeo
import KGeoArticle
import KGeoJSON
import KGeoScenario
import Testing

@Suite("Changes and contradictions") struct ChangeContradictionTests {
    private func contradictions(_ text: String) throws -> [String] {
        let map =
            #"{"type":"FeatureCollection","kgeo":{"schema":1,"title":"Invented","claims":[]},"features":[{"type":"Feature","id":"a","properties":{"role":"control","status":"controlled","holder":"Southland","region":"Southmark","date":"2024-02-10","boundary_error_m":250},"geometry":{"type":"Polygon","coordinates":[[[35,51],[35.4,51],[35.4,51.2],[35,51.2],[35,51]]]}}]}"#
        let loaded = try ScenarioLoader.load(ByteSource(text: map))
        let report = try ArticleChecker([loaded.scenario], gazetteer: Gazetteer()).check(text, file: "t.txt")
        return ArticleChecker.contradictions([report]).map { "\($0.first.quote) / \($0.second.quote)" }
    }

    @Test("six figures of one ground, five of them changes: none contradicts another")
    func changes() throws {
        #expect(
            try contradictions(
                """
                On 10 February 2024 Southland held 620 square kilometres of Southmark. In March 2024 Southland captured 40 \
                square kilometres of Southmark. In April 2024 Southland captured 90 square kilometres of Southmark. In May \
                2024 Southland lost 300 square kilometres of Southmark. In June 2024 Southland lost 15 square kilometres of \
                Southmark. In July 2024 Southland captured 5 square kilometres of Southmark.
                """
            ).isEmpty)
    }

    @Test("two holdings of one day that do not meet contradict each other")
    func holdings() throws {
        #expect(
            try contradictions(
                "On 10 February 2024 Southland held 620 square kilometres of Southmark. On 10 February 2024 Southland held 1,400 square kilometres of Southmark."
            ) == ["620 square kilometres / 1,400 square kilometres"])
    }
}
