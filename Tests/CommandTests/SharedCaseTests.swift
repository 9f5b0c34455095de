// Inputs on which overlays have gone wrong, through the commands, with what exact arithmetic says.

import Foundation
import TestSupport
import Testing

@Suite(
    "Ground that got lost elsewhere",
    .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct SharedCaseTests {
    private func path(_ name: String) throws -> String {
        try #require(SharedFolder.path("cases/" + name + ".geojson"))
    }

    private func json(_ arguments: [String]) throws -> [String: Any] {
        let run = try Program.run(arguments + ["--format", "json"], in: try TemporaryFolder())
        #expect(run.code == 0, "\(arguments): \(run.err)")
        return try run.json()
    }

    private func km2(_ object: Any?, _ name: String) throws -> Double {
        try #require((object as? [String: Any])?[name] as? Double, "\(name)") / 1e6
    }

    /// Printed to a metre squared or so.
    private func same(_ found: Double, _ right: Double, _ what: String) {
        #expect(abs(found - right) <= 1e-9 * right + 1e-3, "\(what): \(found), not \(right)")
    }

    @Test(
        "check-area",
        arguments: [
            ("tj_2024-01-01", 36_422.693), ("u_shapely1871_2024-01-01", 8_855_761.752),
            ("u_geos1344_2024-01-01", 787_223.179), ("nb2_tj7", 7_053.307), ("nb2_same", 7_053.307),
        ])
    func unions(_ name: String, _ right: Double) throws {
        let found = try json(["check-area", try path(name), "--set", "status=controlled"])
        same(try km2((found["areas"] as? [Any])?.first, "area_lonlat_m2"), right, name)
    }

    @Test("A corner on a common line adds nothing to the outline")
    func outline() throws {
        func figure(_ name: String, _ member: String) throws -> Double {
            let found = try json(["check-area", try path(name)])
            return try km2((found["areas"] as? [Any])?.first, member)
        }
        for member in ["perimeter_m", "u_m2"] {
            let (a, b) = (try figure("nb2_tj7", member), try figure("nb2_same", member))
            #expect(abs(a - b) < 1e-6 * a, "\(member): \(a), \(b)")
        }
    }

    @Test(
        "share",
        arguments: [
            ("geos1344_2024-01-01", "geos1344_2024-01-02", 0, 393_618.475),
            ("trac350_2024-01-01", "trac350_2024-01-02", 11_571.547, 0),
            ("bw_p_2024-01-01", "W_world_2024-01-02", 238_158.228, 0),
            ("mask_out_p_2024-01-01", "mask_out_w_2024-01-02", 34_131.606, 0),
            ("halves4_p_2024-01-01", "halves4_w_2024-01-02", 68_263.212, 0),
        ])
    func shares(_ part: String, _ whole: String, _ covered: Double, _ outside: Double) throws {
        let found = try json(["share", try path(part), "--of", try path(whole)])
        same(try km2(found["covered"], "area_lonlat_m2"), covered, "covered")
        same(try km2(found["outside"], "area_lonlat_m2"), outside, "outside")
    }

    @Test("An edge that was taken the short way is noted")
    func shortWay() throws {
        let share = try json(["share", try path("bw_p_2024-01-01"), "--of", try path("W_w200_2024-01-02")])
        let length = try json(["length", try path("wv2515")])
        for found in [share, length] {
            let notices = found["notices"] as? [[String: Any]] ?? []
            #expect(
                notices.contains { ($0["message"] as? String)?.contains("taken the short way round") == true }
            )
        }
    }

    @Test("A step over the antimeridian")
    func step() throws {
        let found = try json(["area", try path("esri200")])
        same(try km2(found["total"], "area_lonlat_m2"), 1_805_354.166697, "lonlat")
        same(try km2(found["total"], "area_m2"), 1_806_761.029639, "geodesic")
    }

    @Test("A region beside an area has none of it")
    func regions() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(
            [
                "import", "geojson", try path("geos1344_2024-01-01"), "--set", "holder=North", "--set",
                "status=controlled", "--regions", try path("geos1344_region"), "--name-property", "region",
                "--quiet", "-o", "cut.geojson",
            ], in: folder)
        #expect(run.code == 0, "\(run.err)")
        let written = try #require(folder.text("cut.geojson"))
        #expect(!written.contains(#""region":"R""#))
        let area = try Program.run(["area", "cut.geojson", "--format", "json"], in: folder).json()
        same(try km2(area["total"], "area_lonlat_m2"), 393_618.475, "outside")
    }

    @Test(
        "diff",
        arguments: [
            ("min-t2-1870/min", 54.843339, 51.245743), ("min-t2-1870/m", 54.843339, 51.245743),
            ("t1-4081/m", 20.374101, 15.389312), ("t2-440/m", 105.061484, 14_368.687513),
        ])
    func changes(_ name: String, _ gained: Double, _ lost: Double) throws {
        let maps = [try path("diff/\(name)_20250501"), try path("diff/\(name)_20250502")]
        let found = try json(["diff"] + maps)
        same(try km2(found, "gained_lonlat_m2"), gained, "gained")
        same(try km2(found, "lost_lonlat_m2"), lost, "lost")
        let back = try json(["diff"] + maps.reversed())
        same(try km2(back, "gained_lonlat_m2"), lost, "gained back")
        same(try km2(back, "lost_lonlat_m2"), gained, "lost back")
    }
}
