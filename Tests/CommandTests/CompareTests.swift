// kgeo compare: several mapmakers on a day, over days and over a period, and what it refuses.

import Foundation
import TestSupport
import Testing

struct CompareTests {
    /// Ground whose eastern side runs along a meridian from 48 to 50° N, 222 km.
    private static func map(_ east: Double, _ status: String = "controlled") -> String {
        Samples.feature(
            "[[30,48],[\(east),48],[\(east),50],[30,50],[30,48]]",
            #"{"status":"\#(status)","holder":"North"}"#)
    }

    /// Three makers on three days: the second draws 1 km farther east, the third has another definition.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (day, east) in [("20241001", 34.0), ("20241015", 34.02), ("20241101", 34.05)] {
            for (maker, shift) in [("alpha", 0.0), ("beta", 0.0137), ("gamma", -0.05)] {
                try FileManager.default.createDirectory(
                    atPath: folder.path + "/" + maker, withIntermediateDirectories: true)
                try folder.write("\(maker)/\(day).geojson", Samples.collection([map(east + shift)]))
            }
        }
        try folder.write(
            "region.geojson",
            Samples.collection([
                Samples.feature("[[31,47],[36,47],[36,51],[31,51],[31,47]]", #"{"name":"region"}"#)
            ]))
        return folder
    }

    private static let inRegion = ["--in", "region.geojson", "--box", "33,48.1,35,49.9"]

    @Test func twoMakersOnADay() throws {
        let folder = try Self.folder()
        let arguments =
            ["compare", "alpha", "beta", "--as-of", "2024-10-01", "--claim", "about 65,000 km2"]
            + Self.inRegion
        let run = try Program.run(arguments + ["--format", "json"], in: folder)
        #expect(run.code == 0, "\(run.err)")
        let json = try run.json()
        let day = try #require((json["days"] as? [[String: Any]])?.first)
        #expect(day["date"] as? String == "2024-10-01")
        let makers = try #require(day["makers"] as? [[String: Any]])
        #expect(makers.compactMap { $0["maker"] as? String } == ["alpha", "beta"])
        let areas = makers.compactMap { $0["area_m2"] as? Double }
        let parts = try #require(day["agreement"] as? [[String: Any]])
        #expect(parts.compactMap { $0["count"] as? Double } == [2, 1])
        let sum = parts.reduce(0) { $0 + ($1["area_m2"] as? Double ?? 0) }
        #expect(abs(sum - areas[1]) < 1e-3 * areas[1])
        let pair = try #require((day["pairs"] as? [[String: Any]])?.first)
        #expect(abs((pair["mean_m"] as? Double ?? 0) - 1_000) < 20, "\(pair)")
        // A line that lies outside all along, and nowhere else, counts other ground.
        #expect(pair["definitions_differ"] as? Bool == true)
        let claim = try #require((day["claims"] as? [[String: Any]])?.first)
        #expect((claim["makers"] as? [Any])?.count == 2)
        let table = try Program.run(arguments, in: folder)
        #expect(table.out.contains("Mapmakers on 2024-10-01") && table.out.contains("different ground"))
        #expect(table.out.contains("all 2") && table.out.contains("alpha – beta"))
    }

    @Test func daysArePooledAndStatedFromEachOther() throws {
        let folder = try Self.folder()
        let run = try Program.run(
            ["compare", "alpha", "beta", "gamma", "--format", "csv"] + Self.inRegion, in: folder)
        #expect(run.code == 0, "\(run.err)")
        // A header, three pairs on three days, and three pairs over all days.
        #expect(run.lines.filter { !$0.isEmpty }.count == 1 + 9 + 3)
        #expect(run.lines[0].hasPrefix("first,second,scope,dates,both_m2"))
        #expect(run.lines.contains { $0.hasPrefix("alpha,beta,pooled,2024-10-01; 2024-10-15; 2024-11-01") })
    }

    @Test func netChangeOfAPeriod() throws {
        let folder = try Self.folder()
        let run = try Program.run(
            [
                "compare", "alpha", "beta", "--period", "2024-10-02..2024-11-01", "--in", "region.geojson",
                "--format", "json",
            ], in: folder)
        let changes = try #require(try run.json()["period"] as? [[String: Any]])
        #expect(changes.compactMap { $0["maker"] as? String } == ["alpha", "beta"])
        // 0.05° of longitude by 2° of latitude.
        for change in changes {
            #expect(abs((change["net_m2"] as? Double ?? 0) / 0.8125e9 - 1) < 0.03, "\(change)")
            #expect(change["from"] as? String == "2024-10-01")
        }
    }

    @Test func theMapHasTheGroundByHowManyCountIt() throws {
        let folder = try Self.folder()
        let run = try Program.run(
            ["compare", "alpha", "beta", "gamma", "--as-of", "2024-10-15", "--export", "m.geojson", "-q"]
                + Self.inRegion, in: folder)
        #expect(run.code == 0, "\(run.err)")
        let text = try #require(folder.text("m.geojson"))
        #expect(text.contains(#""layer":"agreement","count":3,"of":3"#))
        #expect(text.contains(#""layer":"displacement""#))
        let area = try Program.run(["area", "m.geojson", "--check-topology", "--format", "csv"], in: folder)
        #expect(area.code == 0, "\(area.err)")
    }

    @Test(arguments: [
        (["compare", "alpha"], 65, "all maps are of one maker"),
        (["compare", "alpha", "beta", "--as-of", "2023-01-01"], 65, "no maker has a map within 3 days"),
        (["compare", "alpha", "beta", "--box", "1,2,3"], 64, "--box 1,2,3 is no box"),
        (["compare", "alpha", "beta", "--claim", "12 km"], 64, "is no area"),
        (["compare", "alpha", "beta", "--inset", "200 km"], 64, "--inset 200 km must be 0 to 100 km"),
        (
            ["compare", "alpha", "beta", "--period", "2023-01-01..2023-02-01"], 65,
            "no maker has a map at both ends"
        ),
    ])
    func whatItRefuses(arguments: [String], code: Int32, says: String) throws {
        let run = try Program.run(arguments + ["--in", "none"], in: try Self.folder())
        #expect(run.code == code && run.err.contains(says), "\(run.code) \(run.err)")
        #expect(run.err.contains("hint: ") || code == 64)
    }
}
