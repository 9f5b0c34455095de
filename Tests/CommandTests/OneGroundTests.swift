// The same pair of maps through every command that unites, cuts, shares or compares.

import Foundation
import TestSupport
import Testing

struct OneGroundTests {
    /// Two maps as rings, and what both have and each has alone: lonlat km², in fractions.
    struct Pair: Sendable, CustomTestStringConvertible {
        var name: String
        var first, second: String
        var both, firstAlone, secondAlone: Double
        var testDescription: String { name }
    }

    static let pairs = [
        // Two corners of the second lie on edges of the first up to rounding.
        Pair(
            name: "corners on edges",
            first: "[[34.64,51.66],[34.52,51.57],[34.62,51.56],[34.6,51.29],[34.64,51.66]]",
            second:
                "[[34.612148997134675,51.4023782234957],[34.60926315789474,51.37568421052632],[34.69,51.46],[34.63,51.3],[34.56,51.25],[34.60602739726028,51.371369863013705],[34.612148997134675,51.4023782234957]]",
            both: 1.2059806691139406, firstAlone: 51.24574296204464, secondAlone: 54.84333881984898),
        // Neighbours whose common edge differs in the last digit of one corner.
        Pair(
            name: "neighbours",
            first:
                "[[-147.62515175624833,2.1180370307137624],[-147.54355617109167,-1.1509741155816915],[-157.32109012900327,-1.3950245543785191],[-157.40268571415993,1.8739865919169347],[-147.62515175624833,2.1180370307137624]]",
            second:
                "[[-137.84761779833673,2.3620874695105902],[-137.76602221318007,-0.9069236767848636],[-147.54355617109167,-1.1509741155816913],[-147.62515175624833,2.1180370307137624],[-137.84761779833673,2.3620874695105902]]",
            both: 0, firstAlone: 393_618.475049383, secondAlone: 393_604.704102022),
    ]

    private func map(_ ring: String, _ more: String = "") -> String {
        Samples.collection([
            Samples.feature(ring, "{\"status\":\"controlled\",\"holder\":\"North\"\(more)}", id: "a")
        ])
    }

    private func json(_ arguments: [String], in folder: TemporaryFolder) throws -> [String: Any] {
        let run = try Program.run(arguments + ["--edges", "lonlat", "--format", "json"], in: folder)
        #expect(run.code == 0, "\(arguments): \(run.err)")
        return try run.json()
    }

    private func km2(_ object: Any?, _ name: String) throws -> Double {
        try #require((object as? [String: Any])?[name] as? Double, "\(name)") / 1e6
    }

    @Test(arguments: pairs, [false, true])
    func everyCommandSaysTheSame(_ pair: Pair, isBackwards: Bool) throws {
        let folder = try TemporaryFolder()
        let (first, second) = isBackwards ? (pair.second, pair.first) : (pair.first, pair.second)
        let (lost, gained) =
            isBackwards ? (pair.secondAlone, pair.firstAlone) : (pair.firstAlone, pair.secondAlone)
        try folder.write("a_2025-05-01.geojson", map(first))
        try folder.write("b_2025-05-02.geojson", map(second, ",\"region\":\"R\""))
        let maps = ["a_2025-05-01.geojson", "b_2025-05-02.geojson"]
        let slack = 1e-9 * (pair.both + max(lost, gained)) + 1e-9
        func same(_ found: Double, _ right: Double, _ what: String) {
            #expect(abs(found - right) <= slack, "\(pair.name), \(what): \(found), not \(right)")
        }
        let share = try json(["share", maps[0], "--of", maps[1]], in: folder)
        same(try km2(share["covered"], "area_lonlat_m2"), pair.both, "share")
        same(try km2(share["outside"], "area_lonlat_m2"), lost, "share, outside")
        let change = try json(["diff"] + maps, in: folder)
        same(try km2(change, "gained_lonlat_m2"), gained, "diff, gained")
        same(try km2(change, "lost_lonlat_m2"), lost, "diff, lost")
        same(try km2(change, "unchanged_lonlat_m2"), pair.both, "diff, unchanged")
        let series = try json(["series"] + maps, in: folder)
        same(try km2(series["totals"], "gained_lonlat_m2"), gained, "series, gained")
        same(try km2(series["totals"], "lost_lonlat_m2"), lost, "series, lost")
        let cut = try json(["diff"] + maps + ["--by", maps[1]], in: folder)
        let rows = try #require(cut["regions"] as? [[String: Any]])
        let inside = rows.first { $0["region"] as? String == "R" }
        let outside = rows.first { $0["region"] as? String == "outside" }
        same(try km2(inside, "old_m2"), pair.both, "diff --by, before")
        same(try km2(inside, "new_m2"), pair.both + gained, "diff --by, after")
        same(try km2(outside, "lost_m2"), lost, "diff --by, lost outside")
        // Both maps as one, and the first cut by the second and put together again.
        try folder.write(
            "both_2025-05-01.geojson",
            Samples.collection([first, second].map { Samples.feature($0, #"{"status":"controlled"}"#) }))
        let united = try json(["check-area", "both_2025-05-01.geojson"], in: folder)
        same(
            try km2((united["areas"] as? [Any])?.first, "area_lonlat_m2"), pair.both + lost + gained,
            "check-area")
        let run = try Program.run(
            [
                "import", "geojson", maps[0], "--regions", maps[1], "--name-property", "region",
                "--status-property",
                "status", "--controlled", "controlled", "--holder-property", "holder", "--quiet", "-o",
                "cut.geojson",
            ],
            in: folder)
        #expect(run.code == 0, "\(run.err)")
        let pieces = try json(["check-area", "cut.geojson"], in: folder)
        same(
            try km2((pieces["areas"] as? [Any])?.first, "area_lonlat_m2"), pair.both + lost,
            "import --regions")
        let parts = try Program.run(["area", "cut.geojson", "--format", "json"], in: folder).json()
        let features = try #require(parts["features"] as? [[String: Any]])
        func part(_ suffix: String) throws -> Double {
            let row = features.first { ($0["id"] as? String)?.hasSuffix(suffix) == true }
            return try row.map { try km2($0, "area_lonlat_m2") } ?? 0
        }
        // What lies outside altogether is not cut, and keeps its name.
        same(try part("-r"), pair.both, "import --regions, inside")
        same(try part("-elsewhere") + part("a"), lost, "import --regions, outside")
    }

    /// What regions leave of a ground is the ground with geodesic edges too, where its edges of 30° are cut.
    @Test func whatRegionsLeaveIsTheGround() throws {
        let folder = try TemporaryFolder()
        func write(_ name: String, _ ring: String) throws {
            try folder.write(
                name, Samples.collection([Samples.feature(ring, #"{"status":"controlled","name":"R"}"#)]))
        }
        try write("map.geojson", "[[0,50],[30,50],[30,60],[0,60],[0,50]]")
        try write("west.geojson", "[[-1,40],[12,40],[12,70],[-1,70],[-1,40]]")
        try write("east.geojson", "[[12,40],[31,40],[31,70],[12,70],[12,40]]")
        // Beside the southern edge: as geodesics the two have ground in common.
        try write("south.geojson", "[[0,50],[15,50],[30,50],[30,45],[0,45],[0,50]]")
        func area(_ more: [String]) throws -> (geodesic: Double, lonlat: Double) {
            let run = try Program.run(["check-area", "map.geojson", "--format", "json"] + more, in: folder)
            #expect(run.code == 0, "\(run.err)")
            let rows = try run.json()["areas"] as? [[String: Any]] ?? []
            func sum(_ name: String) -> Double { rows.reduce(0) { $0 + ($1[name] as? Double ?? 0) } }
            return (sum("area_m2"), sum("area_lonlat_m2"))
        }
        let whole = try area([])
        let parts = (
            west: try area(["--in", "west.geojson"]), east: try area(["--in", "east.geojson"]),
            south: try area(["--in", "south.geojson"])
        )
        #expect(abs(parts.west.lonlat + parts.east.lonlat - whole.lonlat) < 1e-9 * whole.lonlat)
        #expect(abs(parts.west.geodesic + parts.east.geodesic - whole.geodesic) < 1e-9 * whole.geodesic)
        #expect(parts.south.geodesic == 0)
    }

    /// Two parts of one ground; the second has a corner of its own on their common line, rounded to a metre.
    @Test func aCrackIsNoOutline() throws {
        let folder = try TemporaryFolder()
        let first = "[[35,51],[36.3,51.7],[35,51.7],[35,51]]"
        for (name, corner) in [("same", ""), ("rounded", "[35.48101,51.259],")] {
            try folder.write(
                name + "_2025-05-01.geojson",
                Samples.collection(
                    [first, "[[35,51],[36.3,51],[36.3,51.7],\(corner)[35,51]]"].map {
                        Samples.feature($0, #"{"status":"controlled"}"#)
                    }))
        }
        let (same, rounded) = (
            try json(["check-area", "same_2025-05-01.geojson"], in: folder),
            try json(["check-area", "rounded_2025-05-01.geojson"], in: folder)
        )
        func figure(_ json: [String: Any], _ name: String) throws -> Double {
            try km2((json["areas"] as? [Any])?.first, name)
        }
        for name in ["perimeter_m", "u_m2"] {
            let (a, b) = (try figure(same, name), try figure(rounded, name))
            #expect(abs(a - b) < 1e-3 * a, "\(name): \(a), \(b)")
        }
        let notices = try #require(rounded["notices"] as? [[String: Any]])
        #expect(
            notices.contains { ($0["message"] as? String)?.contains("1 crack narrower than 1 m") == true })
        #expect(!"\(same["notices"] ?? "")".contains("crack"))
    }
}
