// kgeo check as a user runs it: every kind of claim, lines from a file of their own, and the contract of the JSON.

import Foundation
import TestSupport
import Testing

struct CheckTests {
    private func results(_ arguments: [String], in folder: TemporaryFolder? = nil) throws -> [[String: Any]] {
        let run = try Program.run(["check"] + arguments + ["--format", "json"], in: folder)
        #expect(run.code == 0, "\(run.err)")
        return try #require(try run.json()["results"] as? [[String: Any]])
    }

    private func measured(_ result: [String: Any], _ row: Int = 0) throws -> [String: Any] {
        let rows = try #require(result["definitions"] as? [[String: Any]])
        return try #require(rows[row]["measured"] as? [String: Any])
    }

    static let line = """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"lower_bound":false},"geometry":\
        {"type":"LineString","coordinates":[[34.9,51.1],[35.5,51.1]]}}]}
        """

    @Test func theShippedExampleHasEachKind() throws {
        let root = try #require(SharedFolder.projectRoot)
        let results = try results([root + "/Scenarios/example.geojson"])
        let kinds = Set(results.compactMap { $0["kind"] as? String })
        #expect(kinds == ["area", "share", "length", "distance", "depth", "width", "radius", "rate"])
        for result in results where result["claim"] as? String != "too-late" {
            let value = try #require(try measured(result)["value_si"] as? Double)
            let u = try #require(try measured(result)["u_si"] as? Double)
            #expect(value > 0 && u > 0, "\(result["claim"] ?? "")")
        }
        let table = try Program.run(["check", root + "/Scenarios/example.geojson"])
        for line in table.lines { #expect(line.count <= 100, "\(line)") }
        #expect(!table.out.contains("Left out"))
    }

    @Test func areasAndSharesAreThoseOfCheckArea() throws {
        let root = try #require(SharedFolder.projectRoot)
        let all = try results([root + "/Scenarios/example.geojson"])
        let run = try Program.run(["check-area", root + "/Scenarios/example.geojson", "--format", "json"])
        let areas = try #require(try run.json()["results"] as? [[String: Any]])
        #expect(areas.count == 10)
        for (a, b) in zip(all, areas) { #expect(NSDictionary(dictionary: a) == NSDictionary(dictionary: b)) }
        #expect((try run.json()["left_out"] as? [Any])?.count == all.count - areas.count)
    }

    @Test func aLineFromAFileOfItsOwn() throws {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", Samples.mapped)
        try folder.write("pipe.geojson", Self.line)
        let arguments =
            [
                "map.geojson", "--line", "pipe.geojson", "--claim", "5 km", "--kind", "length", "--inside",
                "control", "--as-of", "2024-08-22",
            ] + Samples.mapping
        let first = try #require(try results(arguments, in: folder).first)
        let value = try #require(try measured(first)["value_si"] as? Double)
        #expect(value > 0 && value < 42_100)
        #expect(
            (try results(arguments + ["--subject", "pipe"], in: folder).first)?["verdict"] as? String
                == first["verdict"] as? String)
        // The one line of the file takes the id that alone is missing.
        let named = try results(arguments + ["--subject", "gas"], in: folder)
        #expect(try measured(try #require(named.first))["value_si"] as? Double == value)
        let missing = try #require(
            try results(
                arguments.filter { $0 != "--line" && $0 != "pipe.geojson" } + ["--subject", "gas"], in: folder
            ).first)
        #expect(missing["verdict"] as? String == "not-checkable")
        #expect((missing["because"] as? String)?.contains("no line \"gas\"; kgeo check --line FILE") == true)
        let inputs = try Program.run(["check"] + arguments + ["--format", "json"], in: folder).json()[
            "inputs"]
        #expect(
            (inputs as? [[String: Any]])?.map { $0["path"] as? String } == ["map.geojson", "pipe.geojson"])
    }

    @Test func distancesGiveTheirFootPointsAndBoundsTheirKind() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "map.geojson",
            """
            {"type":"FeatureCollection","kgeo":{"schema":1,"claims":[
            {"id":"d","kind":"distance","value":132,"unit":"km","from":"a","to":"b"},
            {"id":"l","kind":"length","value":500,"unit":"km","subject":{"id":"chain"}}]},"features":[
            {"type":"Feature","id":"a","properties":{"role":"place","coord_error_m":300},"geometry":{"type":"Point","coordinates":[35,50]}},
            {"type":"Feature","id":"b","properties":{"role":"place"},"geometry":{"type":"Point","coordinates":[36,51]}},
            {"type":"Feature","id":"chain","properties":{"role":"line","lower_bound":true},"geometry":{"type":"LineString","coordinates":[[35,50],[36,50]]}}
            ]}
            """)
        let found = try results(["map.geojson"], in: folder)
        let distance = try measured(found[0])
        #expect(
            distance["foot_from"] as? [Double] == [35, 50] && distance["foot_to"] as? [Double] == [36, 51])
        #expect(distance["u_si"] as? Double == 150 && distance["bound"] == nil)
        let length = try measured(found[1])
        #expect(length["bound"] as? String == "lower" && length["high95_si"] is NSNull)
        #expect(found[1]["verdict"] as? String == "inconclusive")
        let csv = try Program.run(["check", "map.geojson", "--format", "csv"], in: folder)
        #expect(
            csv.lines[0].contains(
                "from_date,to_date,bound,foot_from_lon,foot_from_lat,foot_to_lon,foot_to_lat,"))
        #expect(csv.lines[0].hasSuffix(",edge,borderline,fits_share,sigma_words,counting_words"))
        #expect(csv.lines[1].contains(",,,35,50,36,51,") && csv.lines[2].contains(",,,lower,,,,,"))
    }

    @Test func aRateNamesItsTwoMapsAndAGateCounts() throws {
        let root = try #require(SharedFolder.projectRoot)
        let pace = try #require(
            try results([root + "/Scenarios/example.geojson"]).first { $0["claim"] as? String == "pace" })
        let value = try measured(pace)
        #expect(value["from_date"] as? String == "2024-01-10" && value["to_date"] as? String == "2024-02-10")
        let run = try Program.run([
            "check", root + "/Scenarios/example.geojson", "--fail-on", "understated", "--format", "csv",
        ])
        #expect(run.code == 2)
    }

    @Test func theExportHoldsEveryFinding() throws {
        let root = try #require(SharedFolder.projectRoot)
        let folder = try TemporaryFolder()
        let run = try Program.run(
            ["check", root + "/Scenarios/example.geojson", "--export", "out"], in: folder)
        #expect(run.code == 0)
        let text = try #require(folder.text("out/example-findings.geojson"))
        for kind in ["length", "distance", "depth", "width", "radius", "rate"] {
            #expect(
                text.contains("\"kind\": \"\(kind)\"") || text.contains("\"kind\":\"\(kind)\""), "\(kind)")
        }
    }
}
