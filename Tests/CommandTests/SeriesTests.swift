// kgeo diff and kgeo series: what they print and write, and what they refuse.

import TestSupport
import Testing

struct SeriesTests {
    static func map(_ squares: [String]) -> String { Samples.collection(squares.map { Samples.feature($0) }) }

    /// A folder with a map a day, of which the last two are the same.
    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (day, size) in [("01", 1.0), ("02", 1.1), ("03", 1.3), ("05", 1.2), ("06", 1.2)] {
            try folder.write("map_202505\(day).geojson", map([Samples.square(35, 48, size)]))
        }
        return folder
    }

    static let names = ["01", "02", "03", "05", "06"].map { "map_202505\($0).geojson" }

    @Test func diffSaysWhatWasGainedWithItsError() throws {
        let folder = try Self.folder()
        let run = try Program.run(
            ["diff", "map_20250501.geojson", "map_20250503.geojson", "--format", "json"], in: folder)
        #expect(run.code == 0)
        let json = try run.json()
        let names = [
            "old", "new", "gained", "lost", "net", "unchanged", "noise_gained", "noise_lost",
        ]
        for name in names {
            #expect(json["\(name)_m2"] is Double, "\(name)")
            #expect(json["\(name)_lonlat_m2"] is Double, "\(name)")
        }
        let (old, new, gained, lost) = (
            try #require(json["old_lonlat_m2"] as? Double), try #require(json["new_lonlat_m2"] as? Double),
            try #require(json["gained_lonlat_m2"] as? Double), try #require(json["lost_lonlat_m2"] as? Double)
        )
        #expect(abs(new - old - gained + lost) < 1e-9 * new)
        #expect(json["days"] as? Double == 2 && (json["u_net_m2"] as? Double ?? 0) > 0)
        let table = try Program.run(["diff", "map_20250501.geojson", "map_20250503.geojson"], in: folder)
        #expect(table.out.contains("2025-05-01 → 2025-05-03, 2 days"))
        #expect(table.out.contains("may be noise") && table.out.contains("advance at most"))
        #expect(table.out.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    /// A notch in a long edge leaves two pieces of it, which are other geodesics: new − old is not the net, and that is said.
    @Test func diffSaysWhatCutEdgesLeave() throws {
        let folder = try TemporaryFolder()
        let maps = [
            ("a_2024-01-01.geojson", "[[0,40],[30,40],[30,50],[0,50],[0,40]]"),
            (
                "b_2024-01-02.geojson",
                "[[0,40],[30,40],[30,50],[20,50],[20,48],[10,48],[10,50],[0,50],[0,40]]"
            ),
        ]
        for (name, ring) in maps {
            let feature = Samples.feature(ring, "{\"status\":\"controlled\"}")
            try folder.write(name, Samples.collection([feature]))
        }
        let run = try Program.run(["diff"] + maps.map(\.0) + ["--format", "json"], in: folder)
        let json = try run.json()
        func number(_ name: String) throws -> Double { try #require(json[name] as? Double) }
        let gap = try number("new_m2") - number("old_m2") - number("net_m2")
        let (closure, straight) = (try number("closure_m2"), try number("closure_lonlat_m2"))
        #expect(abs(gap) > 1e9 && abs(closure - gap) < 1 && abs(straight) < 1)
        let table = try Program.run(["diff"] + maps.map(\.0), in: folder).out
        #expect(table.replacing("\n", with: " ").contains("with geodesic edges new − old less net is"))
        // With straight edges it is rounding, and nothing is said.
        let small = try Program.run(["diff"] + maps.map(\.0) + ["--edges", "lonlat"], in: folder).out
        #expect(!small.contains("less net is"))
    }

    @Test func diffWritesAFeatureForEachPiece() throws {
        let folder = try Self.folder()
        let run = try Program.run(
            ["diff", "map_20250503.geojson", "map_20250505.geojson", "--export", "p.geojson", "-q"],
            in: folder)
        #expect(run.code == 0)
        let text = try #require(folder.text("p.geojson"))
        #expect(text.contains("\"change\":\"lost\"") && text.contains("\"date_start\":\"2025-05-03\""))
        let area = try Program.run(["area", "p.geojson", "--check-topology", "--format", "csv"], in: folder)
        #expect(area.code == 0)
    }

    @Test func aScenarioWithSeveralDatesIsEnough() throws {
        let folder = try TemporaryFolder()
        let features = [("2024-08-10", 0.2), ("2024-08-20", 0.3), ("2024-08-30", 0.1)].map { date, size in
            Samples.feature(
                Samples.square(35, 51, size),
                "{\"role\":\"control\",\"status\":\"controlled\",\"holder\":\"North\",\"date\":\"\(date)\"}")
        }
        try folder.write("s.geojson", Samples.scenario("", features: features))
        let whole = try Program.run(["diff", "s.geojson"], in: folder)
        #expect(whole.out.contains("2024-08-10 → 2024-08-30, 20 days"))
        let part = try Program.run(
            ["diff", "s.geojson", "--from", "2024-08-10", "--to", "2024-08-20"], in: folder)
        #expect(part.out.contains("2024-08-10 → 2024-08-20, 10 days"))
        let series = try Program.run(["series", "s.geojson", "--format", "csv"], in: folder)
        #expect(series.out.split(separator: "\n").count == 4)
    }

    @Test func seriesHasTheColumnsOfTheContract() throws {
        let folder = try Self.folder()
        let run = try Program.run(["series", ".", "--format", "csv"], in: folder)
        #expect(run.code == 0)
        let lines = run.out.split(separator: "\n")
        #expect(
            lines[0]
                == "file,date,area_m2,gained_m2,lost_m2,net_m2,days,flag,area_lonlat_m2,gained_lonlat_m2,lost_lonlat_m2"
        )
        #expect(lines.count == 6)
        #expect(lines[1].hasPrefix("./map_20250501.geojson,2025-05-01,") && lines[1].contains(",,,,,,"))
        #expect(lines[4].contains(",2,gap,") && lines[5].contains(",0,0,0,1,repeat,"))
        #expect(run.err.contains("no status"))
    }

    @Test func seriesAsAMapStandsForEveryDay() throws {
        let folder = try Self.folder()
        let run = try Program.run(
            ["series", ".", "--format", "geojson", "--output", "series.geojson", "-q"], in: folder)
        #expect(run.code == 0)
        let text = try #require(folder.text("series.geojson"))
        #expect(text.contains("\"date_start\":\"2025-05-03\",\"date_end\":\"2025-05-04\""))
        // It is itself a map with several dates.
        let again = try Program.run(["series", "series.geojson", "--format", "csv"], in: folder)
        #expect(again.out.split(separator: "\n").count == 6)
    }

    @Test func claimsAreCheckedAndDrawn() throws {
        let folder = try Self.folder()
        try folder.write(
            "claims.json",
            #"""
            {"claims":[
            {"id":"peak","kind":"area","measure":"peak","value":13900,"unit":"km2","qualifier":"about","period":["2025-05-01","2025-05-06"]},
            {"id":"day","kind":"area","value":8000,"unit":"km2","as_of":"2025-05-01"},
            {"id":"gain","kind":"area","measure":"gained","value":5700,"unit":"km2","qualifier":"about","period":["2025-05-01","2025-05-03"]},
            {"id":"rate","kind":"rate","value":100,"unit":"km2/day","period":["2025-05-01","2025-05-03"]}]}
            """#)
        let run = try Program.run(
            ["series"] + Self.names + ["--claims", "claims.json", "--chart", "c.svg", "-q"], in: folder)
        #expect(run.code == 0, "\(run.err)")
        #expect(run.out.contains("peak:") && run.out.contains("rate:"))
        let svg = try #require(folder.text("c.svg"))
        #expect(svg.hasPrefix("<svg") && svg.contains("<polyline") && svg.contains("day "))
        let json = try Program.run(
            ["series"] + Self.names + ["--claims", "claims.json", "--format", "json"], in: folder
        ).json()
        let results = try #require(json["results"] as? [[String: Any]])
        #expect(results.count == 4)
        #expect(results.compactMap { $0["verdict"] as? String }.last == "understated")
    }

    @Test func byRegionTheRowsAreRepeatedForEach() throws {
        let folder = try Self.folder()
        try folder.write(
            "regions.geojson",
            Samples.collection([
                Samples.feature(Samples.square(34, 47, 1.5), "{\"name\":\"South-west\"}"),
                Samples.feature(Samples.square(35.5, 47, 3), "{\"name\":\"East\"}"),
            ]))
        let csv = try Program.run(
            ["series"] + Self.names + ["--by", "regions.geojson", "--format", "csv", "-q"], in: folder)
        #expect(csv.out.split(separator: "\n").count == 1 + 4 * 5, "\(csv.err)")
        let table = try Program.run(
            ["diff", "map_20250501.geojson", "map_20250503.geojson", "--by", "regions.geojson", "-q"],
            in: folder)
        #expect(table.out.contains("South-west") && table.out.contains("outside"))
    }
}
