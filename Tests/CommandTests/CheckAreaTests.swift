// kgeo check-area as a user runs it: scenarios, maps at hand, gates, and the contract of the JSON.

import Foundation
import TestSupport
import Testing

struct CheckAreaTests {
    @Test func theShippedExampleShowsEachOutcome() throws {
        let root = try #require(SharedFolder.projectRoot)
        let run = try Program.run(["check-area", root + "/Scenarios/example.geojson", "--format", "json"])
        #expect(run.code == 0)
        let results = try #require(try run.json()["results"] as? [[String: Any]])
        let verdicts = Dictionary(
            uniqueKeysWithValues: results.map {
                ($0["claim"] as? String ?? "", $0["verdict"] as? String ?? "")
            })
        #expect(
            verdicts == [
                "depends": "depends-on-definition", "fits": "consistent", "above": "overstated",
                "below": "understated",
                "share": "depends-on-definition", "loose": "consistent", "blurred": "inconclusive",
                "too-late": "not-checkable", "between": "between-definitions",
                "between-days": "depends-on-day",
            ])
    }

    @Test func theTableFitsOneHundredColumns() throws {
        let root = try #require(SharedFolder.projectRoot)
        let run = try Program.run(["check-area", root + "/Scenarios/example.geojson"])
        #expect(run.code == 0)
        for line in run.lines { #expect(line.count <= 100, "\(line)") }
        #expect(!run.out.contains("\u{1B}"))
        let colored = try Program.run([
            "check-area", "--color", "always", root + "/Scenarios/example.geojson",
        ])
        #expect(colored.out.contains("\u{1B}["))
    }

    @Test func aMapAtHandWithoutPreparingAScenario() throws {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", Samples.mapped)
        let run = try Program.run(
            [
                "check-area", "map.geojson", "--claim", "about 310 km2", "--as-of", "2024-08-22", "--format",
                "json",
            ]
                + Samples.mapping, in: folder)
        #expect(run.code == 0)
        let result = try #require((try run.json()["results"] as? [[String: Any]])?.first)
        #expect(
            result["verdict"] as? String == "consistent"
                || result["verdict"] as? String == "depends-on-definition")
        let definitions = try #require(result["definitions"] as? [[String: Any]])
        #expect(
            definitions.map { $0["counting"] as? [String] } == [["controlled"], ["controlled", "contested"]])
    }

    @Test func withoutClaimsTheAreasOfTheMap() throws {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", Samples.mapped)
        let run = try Program.run(
            ["check-area", "map.geojson", "--format", "csv"] + Samples.mapping, in: folder)
        #expect(run.code == 0)
        #expect(
            run.lines[0]
                == "file,date,holder,status,features,area_m2,area_lonlat_m2,perimeter_m,u_m2,low95_m2,high95_m2,boundary_error_assumed,u_line_m2,u_mapmaker_m2,error_class"
        )
        #expect(run.lines[1].hasPrefix("map.geojson,2024-08-21,North,controlled,1,"))
        #expect(run.lines[2].hasPrefix("map.geojson,2024-08-21,North,contested,1,"))
        #expect(run.lines[3].hasPrefix("map.geojson,2024-08-21,North,controlled+contested,2,"))
    }

    @Test func unmappedStatusesAreListedAndRefusedForClaims() throws {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", Samples.mapped)
        let options = ["--status-property", "state", "--date-property", "day"]
        let listed = try Program.run(["check-area", "map.geojson"] + options, in: folder)
        #expect(listed.code == 0)
        #expect(listed.out.contains("held") && listed.err.contains("--controlled"))
        let claimed = try Program.run(
            ["check-area", "map.geojson", "--claim", "5 km2"] + options, in: folder)
        #expect(claimed.code == 65)
        #expect(claimed.err.contains("--controlled"))
    }

    @Test func theGateTripsWithTwo() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "s.geojson", Samples.scenario("{\"id\":\"c\",\"kind\":\"area\",\"value\":9000,\"unit\":\"km2\"}"))
        #expect(try Program.run(["check-area", "s.geojson"], in: folder).code == 0)
        #expect(
            try Program.run(["check-area", "s.geojson", "--fail-on", "understated"], in: folder).code == 0)
        #expect(
            try Program.run(["check-area", "s.geojson", "--fail-on", "understated,overstated"], in: folder)
                .code == 2)
        #expect(try Program.run(["check-area", "s.geojson", "--fail-on", "wrong"], in: folder).code == 64)
    }

    @Test func claimsFromFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", Samples.mapped)
        try folder.write(
            "c.csv",
            "id,kind,value,unit,qualifier,holder,as_of\nx,area,\"300-320\",km2,between,North,2024-08-21\n")
        try folder.write(
            "c.json",
            "[{\"id\":\"y\",\"kind\":\"area\",\"value\":312,\"unit\":\"km2\",\"as_of\":\"2024-08-21\"}]")
        let run = try Program.run(
            ["check-area", "map.geojson", "--claims", "c.csv", "--claims", "c.json", "--format", "csv"]
                + Samples.mapping,
            in: folder)
        #expect(run.code == 0)
        #expect(run.out.contains(",x,area,held,") && run.out.contains(",y,area,held,"))
        try folder.write("bad.json", "[{\"id\":\"z\",\"kind\":\"area\",\"value\":312,\"unit\":\"furlong2\"}]")
        let bad = try Program.run(
            ["check-area", "map.geojson", "--claims", "bad.json"] + Samples.mapping, in: folder)
        #expect(bad.code == 65)
        #expect(
            bad.err.contains("bad.json: claim \"z\", property \"unit\": the unit \"furlong2\" is unknown"))
    }

    @Test func aCrossingRingIsRefusedWithItsPlace() throws {
        let folder = try TemporaryFolder()
        let eight = Samples.feature(
            "[[0,0],[1,1],[1,0],[0,1],[0,0]]", "{\"role\":\"control\",\"status\":\"controlled\"}", id: "eight"
        )
        try folder.write("s.geojson", Samples.scenario("", features: [eight]))
        let run = try Program.run(["check-area", "s.geojson"], in: folder)
        #expect(run.code == 65)
        #expect(run.err.contains("feature 0 \"eight\": a ring crosses itself at 0.5, 0.5"))
        let json = try Program.run(["check-area", "s.geojson", "--format", "json"], in: folder)
        let error = try #require(
            try JSONSerialization.jsonObject(with: Data(json.err.utf8)) as? [String: [String: Any]])
        #expect(error["error"]?["code"] as? String == "topology")
        #expect(error["error"]?["id"] as? String == "eight")
        #expect(json.out == "")
    }

    @Test func theSameClaimOnTwoMaps() throws {
        let folder = try TemporaryFolder()
        let claim =
            "{\"id\":\"c\",\"kind\":\"area\",\"value\":312,\"unit\":\"km2\",\"worded\":\"controlled\"}"
        let small = Samples.feature(
            Samples.square(35, 51, 0.05),
            "{\"role\":\"control\",\"status\":\"controlled\",\"date\":\"2024-08-21\"}")
        try folder.write("a.geojson", Samples.scenario(claim))
        try folder.write("b.geojson", Samples.scenario(claim, features: [small]))
        let run = try Program.run(["check-area", "a.geojson", "b.geojson", "--format", "json"], in: folder)
        let across = try #require((try run.json()["across_sources"] as? [[String: Any]])?.first)
        #expect(across["verdict"] as? String == "depends-on-source")
    }

    @Test func theContractOfTheJSON() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "s.geojson",
            Samples.scenario(
                "{\"id\":\"c\",\"kind\":\"area\",\"value\":300,\"unit\":\"km2\",\"qualifier\":\"at_least\",\"worded\":\"controlled\",\"source\":{\"outlet\":\"Example\"}}"
            ))
        let object = try Program.run(["check-area", "s.geojson", "--format", "json"], in: folder).json()
        #expect(
            Set(object.keys).isSuperset(of: [
                "schema_version", "tool", "inputs", "settings", "results", "summary", "notices",
            ]))
        #expect(object["schema_version"] as? Int == 2)
        let tool = try #require(object["tool"] as? [String: Any])
        #expect(Set(tool.keys) == ["kgeo", "geos", "proj", "proj_db"])
        let input = try #require((object["inputs"] as? [[String: Any]])?.first)
        #expect((input["sha256"] as? String)?.count == 64 && input["path"] as? String == "s.geojson")
        let result = try #require((object["results"] as? [[String: Any]])?.first)
        let keys = [
            "claim", "kind", "measure", "said", "definitions", "verdict_as_worded", "verdict", "robust",
            "because", "source",
        ]
        #expect(Set(result.keys).isSuperset(of: keys))
        let said = try #require(result["said"] as? [String: Any])
        #expect(
            Set(said.keys) == [
                "low", "high", "unit", "low_si", "high_si", "qualifier", "resolution", "resolution_inferred",
            ])
        #expect(said["high"] is NSNull && said["high_si"] is NSNull)  // an open end is null
        let definition = try #require((result["definitions"] as? [[String: Any]])?.first)
        #expect(
            Set(definition.keys).isSuperset(of: [
                "counting", "as_worded", "measured", "ratio", "zeta", "strength", "fit", "depth_equivalent_m",
                "sigma_flip_m", "verdict",
            ]))
        let measured = try #require(definition["measured"] as? [String: Any])
        #expect(
            Set(measured.keys).isSuperset(of: [
                "value_si", "u_si", "low95_si", "high95_si", "edge_effect_si", "date", "window_low_si",
                "window_high_si",
                "boundary_error_assumed",
            ]))
        #expect(measured["boundary_error_assumed"] as? Bool == true)
    }

    @Test func aPropertyThatNoFeatureHasIsASlip() throws {
        let run = try Program.run(
            ["check-area", "-", "--claim", "300 km2", "--status-property", "stat"], input: Samples.mapped)
        #expect(run.code == 65)
        #expect(run.err.contains("no feature has the property \"stat\" of --status-property"))
        #expect(run.err.contains("they have: state, day, who"))
        let typo = try Program.run(
            [
                "check-area", "-", "--status-property", "state", "--controlled", "held,hold", "--contested",
                "grey",
            ],
            input: Samples.mapped)
        #expect(typo.code == 0)
        #expect(typo.err.contains("no feature has the status \"hold\""))
        let twice = try Program.run(
            ["check-area", "-", "--controlled", "held", "--contested", "held"], input: Samples.mapped)
        #expect(twice.code == 64)
    }

    @Test func aGateWithNothingToJudgeIsNotPassed() throws {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", Samples.mapped)
        try folder.write("none.csv", "id,kind,value,unit\n")
        try folder.write("none.json", "[]")
        let map = ["check-area", "map.geojson"] + Samples.mapping
        for extra in [["--fail-on", "overstated"], ["--fail-on", ""], ["--fail-on", " , "]] {
            #expect(try Program.run(map + extra, in: folder).code == 64, "\(extra)")
        }
        for file in ["none.csv", "none.json"] {
            let run = try Program.run(map + ["--claims", file], in: folder)
            #expect(run.code == 65)
            #expect(run.err.contains("holds no claim"))
        }
    }

    @Test func figuresThatMayMeanTwoThingsAreRefused() throws {
        let map = ["check-area", "-", "--as-of", "2024-08-21"] + Samples.mapping
        let point = try Program.run(map + ["--claim", "about 1.300 km2"], input: Samples.mapped)
        #expect(point.code == 64)
        #expect(point.err.contains("\"1.300\" may be 1.3 or 1300"))
        let two = try Program.run(
            map + ["--claim", "more than 310 km2 (120 sq mi)", "--format", "json"], input: Samples.mapped)
        #expect(two.code == 0)
        let result = try #require((try two.json()["results"] as? [[String: Any]])?.first)
        let said = try #require(result["said"] as? [String: Any])
        // The bound moves by half of the ten square miles that 120 shows.
        let low = try #require(said["low"] as? Double)
        #expect(abs(low - (310 - 5 * 2.589988110336)) < 1e-9)
    }

    @Test func correlationLengthsWithoutMeaningAreRefused() throws {
        for length in ["0.001", "1e308", "0", "nan"] {
            let run = try Program.run(
                ["check-area", "-", "--claim", "300 km2", "--correlation-length", length] + Samples.mapping,
                input: Samples.mapped)
            #expect(run.code == 64, "\(length)")
        }
    }

    @Test func claimsOfOtherKindsAreSaidToBeLeftOut() throws {
        let scenario = Samples.scenario("{\"id\":\"pipe\",\"kind\":\"length\",\"value\":15,\"unit\":\"km\"}")
        let run = try Program.run(["check-area", "-"], input: scenario)
        #expect(run.code == 0)
        #expect(run.out.contains("Left out") && run.out.contains("pipe (length)"))
        #expect(!run.out.contains("Nothing to measure"))
    }
}
