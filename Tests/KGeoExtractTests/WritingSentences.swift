// Typography: numbers, ranges, units, ellipsis, markup. All sentences are invented.

import KGeoCore
import KGeoExtract
import Testing

struct WritingSentences {
    static let sentences: [Sentence] = [
        Sentence("They hold 1 300 km² there.", "area exact 1300 km2"),
        Sentence("They hold 1\u{A0}300\u{A0}km² there.", "area exact 1300 km2"),
        Sentence("They hold 1\u{2009}300\u{202F}km2 there.", "area exact 1300 km2"),
        Sentence("They hold 1\u{202F}300 km^2 there.", "area exact 1300 km2"),
        Sentence("They hold 1'300 sqkm there.", "area exact 1300 km2"),
        Sentence("They hold 1’300 ㎢ there.", "area exact 1300 km2"),
        Sentence("They hold 1.3 thousand sq. kms there.", "area exact 1300 km2"),
        Sentence("They hold 1,3 square km there.", "area exact 1.3 km2"),
        Sentence("They hold 2.400 km2 there.", "area exact 2400 km2"),
        Sentence("They hold 1,234,567 sq-km there.", "area exact 1234567 km2"),
        Sentence("They hold 12.75 kilometers squared there.", "area exact 12.75 km2"),
        Sentence("They hold 40 sq.km there.", "area exact 40 km2"),
        Sentence("They hold 40 sq. mi. there.", "area exact 40 mi2"),
        Sentence("They hold 40 mi² there.", "area exact 40 mi2"),
        Sentence("They hold 40km² there.", "area exact 40 km2"),
        Sentence("They hold 100–400 square miles.", "area between 100..400 mi2"),
        Sentence("They hold 100-400 square miles.", "area between 100..400 mi2"),
        Sentence("They hold 100 — 400 square miles.", "area between 100..400 mi2"),
        Sentence("They hold 100\u{2011}400 square miles.", "area between 100..400 mi2"),
        Sentence("They hold 100 to 400 square miles.", "area between 100..400 mi2"),
        Sentence("They hold between 100 and 400 square miles.", "area between 100..400 mi2"),
        Sentence("They hold from 100 to 400 square miles.", "area between 100..400 mi2"),
        Sentence("They hold 100 km2 to 400 km2.", "area between 100..400 km2"),
        Sentence("They hold 1.2 to 1.3 thousand km2.", "area between 1200..1300 km2"),
        Sentence(
            "They hold [100](#) to [400](https://example.org/a(b)) square miles.",
            "area between 100..400 mi2"),
        Sentence("They hold **1,300** km² there.", "area exact 1300 km2"),
        Sentence("They hold 1,300\nsquare kilometres there.", "area exact 1300 km2"),
        Sentence("<p>They hold <b>1,300</b>&nbsp;km<sup>2</sup> there.</p>", "area exact 1300 km2"),
        Sentence("<p>They hold 1&#8239;300 km&sup2; there.</p>", "area exact 1300 km2"),
        Sentence("<script>var a = '900 km²';</script><p>They hold 40 km&#xB2;.</p>", "area exact 40 km2"),
        Sentence("<p>They hold 40</p><p>km2 is a unit.</p>"),
        Sentence("They hold >300 km² there.", "area more_than 300 km2"),
        Sentence("They hold ≈300 km² there.", "area about 300 km2"),
        Sentence("They hold c. 300 km² there.", "area about 300 km2"),
        Sentence("They hold ca. 300 km² there.", "area about 300 km2"),
        Sentence("They hold < 300 km² there.", "area less_than 300 km2"),
        Sentence("They hold ≥ 300 km² there.", "area at_least 300 km2"),
        Sentence("A ridge 2 1/2 miles from the ford was lost.", "distance exact 2.5 mi"),
        Sentence("A ridge two and a half miles from the ford was lost.", "distance exact 2.5 mi"),
        Sentence("A ridge a mile and a half from the ford was lost.", "distance exact 1.5 mi"),
        Sentence("A ridge half a dozen miles from the ford was lost.", "distance exact 6 mi"),
        Sentence("A ridge a couple of miles from the ford was lost.", "distance exact 2 mi"),
        Sentence(
            "A ridge one hundred and twenty-five miles from the ford was lost.",
            "distance exact 125 mi"),
        Sentence("A ridge a dozen nautical miles from the buoy was mapped.", "distance exact 12 nmi"),
        Sentence("A ridge 3 NM from the buoy was mapped.", "distance exact 3 nmi"),
        Sentence("A ridge 15km from the ford was lost.", "distance exact 15 km"),
        // ellipsis
        Sentence(
            "They took 410 sq km in March, 395 in April and 380 in May.", "area exact 410 km2",
            "area exact 395 km2", "area exact 380 km2"),
        Sentence(
            "Gains slowed from 240 square kilometres in May to 190 in June.", "area exact 240 km2",
            "area exact 190 km2"),
        Sentence(
            "The toll by month: March (240 km²), April (379), May (412).", "area exact 240 km2",
            "area exact 379 km2", "area exact 412 km2"),
        Sentence(
            "They seized 52 km2 in the north and another 31 in the south.", "area exact 52 km2",
            "area exact 31 km2"),
        Sentence("They took 52 km2 in March with 30 tanks and 400 men in 12 days.", "area exact 52 km2"),
        Sentence("They took 52 km2 on March 15, 2024, and 12 villages.", "area exact 52 km2"),
        Sentence(
            "They walked 15, maybe 16, kilometres through the pipe.", "length exact 15 km",
            "length about 16 km"),
        Sentence(
            "They held 500 km2, compared with 620 a year earlier.", "area exact 500 km2",
            "area exact 620 km2"),
    ]

    @Test(arguments: sentences) func isRead(_ sentence: Sentence) { sentence.check() }

    @Test func flagsSayWhatIsDoubtful() {
        func flags(_ text: String) -> [[String]] {
            Extractor().claims(in: text).map { $0.flags.map(\.rawValue) }
        }
        #expect(flags("They hold 1,3 square km.") == [["ambiguous_number"]])
        #expect(flags("They hold 2.400 km2.") == [["ambiguous_number"]])
        #expect(flags("They hold 1.25 km2.") == [[]])
        #expect(flags("An area of 20 football pitches burned.") == [["nominal_unit"]])
        #expect(flags("They hold 1,000 sq km (386 sq mi).") == [[]])
        #expect(flags("They hold 1,000 sq km (286 sq mi).") == [["conversion_mismatch"]])
        #expect(flags("The fire burned 500 ha (500 ha).") == [[]])
        #expect(flags("The fire burned 500 acres (1,235 ha).") == [["conversion_mismatch"]])
        #expect(flags("It is 30–40 km (18–24 miles) away.") == [["conversion_mismatch"]])
        #expect(flags("It is 5 km (3 miles) away.") == [[]])
        #expect(flags("They hold 120 square miles (311 square miles).") == [["conversion_mismatch"]])
    }

    @Test func equivalentsBelongToOneClaim() throws {
        let text = "The fire burned 20,000 acres (31 square miles; 8,100 hectares) in June."
        let claims = Extractor().claims(in: text)
        let claim = try #require(claims.first)
        #expect(claims.count == 1)
        #expect(claim.quote == "20,000 acres (31 square miles; 8,100 hectares)")
        #expect(claim.equivalents.map(\.unit.name) == ["mi2", "ha"])
        #expect(claim.equivalents.map(\.low) == [31, 8100])
    }
}
