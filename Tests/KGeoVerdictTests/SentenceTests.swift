// The sentences of findings, word for word.

import KGeo
import KGeoCore
import Testing

@Suite("Sentences a person can quote")
struct SentenceTests {
    static let kursk = VerdictTests.kursk

    @Test(
        "By verdict, worded or not",
        arguments: [
            (
                "about 1,300 km2", Counting.controlled,
                "above the map as worded (controlled 828 km²); fits 1,253 km² with the grey zone"
            ),
            (
                "about 1,300 km2", .controlledAndContested,
                "fits the map as worded (1,253 km² with the grey zone); above the map at 828 km² controlled"
            ),
            (
                "about 1,300 km2", nil,
                "above the map at 828 km² controlled; fits 1,253 km² with the grey zone"
            ),
            (
                "about 800 km2", .controlled,
                "fits the map as worded (controlled 828 km²); below the map at 1,253 km² with the grey zone"
            ),
            (
                "up to 9,000 km2", .controlled,
                "fits only as an upper bound: the map shows 9.20 % of it, as worded (controlled 828 km²); fits only as an upper bound: the map shows 13.9 % of it, 1,253 km² with the grey zone"
            ),
            (
                "more than 100 km2", .controlled,
                "fits only as a lower bound: the map shows 828 % of it, as worded (controlled 828 km²); fits only as a lower bound: the map shows 1,253 % of it, 1,253 km² with the grey zone"
            ),
            (
                "up to 900 km2", .controlled,
                "fits the map as worded (controlled 828 km²); below the map at 1,253 km² with the grey zone"
            ),
            (
                "100–400 square miles", .controlled,
                "fits the map as worded (controlled 320 mi²); below the map at 484 mi² with the grey zone"
            ),
            (
                "exactly 871 km2", .controlled,
                "above the map as worded (controlled 828 km²), narrowly, by less than 1 %; below the map at 1,253 km² with the grey zone"
            ),
        ] as [(String, Counting?, String)])
    func golden(_ figure: String, _ worded: Counting?, _ sentence: String) throws {
        let because = try check(claim(figure, worded: worded), Self.kursk).because
        #expect(because == sentence)
    }

    @Test("One status, a forced definition, a map that cannot tell")
    func others() throws {
        #expect(try check(claim("828 km2"), scenario(held(828))).because == "fits 828 km² controlled")
        var forced = try claim("400 km2")
        forced.counting = Counting([.contested])
        #expect(try check(forced, Self.kursk).because == "fits the map as worded (contested 425 km²)")
        let mixed = scenario(ground([(.controlled, 2), (.contested, 1_000)], height: 20))
        #expect(
            try check(claim("2 km2", worded: .controlled), mixed).because
                == "the map cannot tell as worded (controlled 2.00 km²), the interval is simulated: the line may be off by more than half the width of the ground; below the map at 1,002 km² with the grey zone (partly inconclusive)"
        )
    }

    @Test("Peak and mean")
    func periods() throws {
        let maps = scenario(held(500, on: "2024-08-10"), held(900, on: "2024-08-20"))
        #expect(
            try check(claim("up to 900 km2", worded: .controlled, measure: .peak), maps).because
                == "fits the map as worded (controlled 900 km² on 2024-08-20)")
        #expect(
            try check(claim("700 km2", worded: .controlled, measure: .mean), maps).because
                == "fits the map as worded (controlled a mean of 700 km²)")
        #expect(
            try check(claim("800–1,000 km2", period: ("2024-08-01", "2024-08-31")), maps).because
                == "above the map at 500 km² controlled, said of a whole period, in which the map runs from 500 km² to 900 km²; its lowest map of 2024-08-10 decides"
        )
    }
}
