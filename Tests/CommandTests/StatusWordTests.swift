// What ground is called: as the map calls it where nothing changes hands, as asked for, and never otherwise on maps of control.

import Foundation
import TestSupport
import Testing

struct StatusWordTests {
    private func map(_ properties: String...) -> String {
        Samples.collection(
            properties.enumerated().map { Samples.feature(Samples.square(10 + Double($0), 50, 0.2), $1) })
    }

    /// The table and the notices of check-area on a map.
    private func check(_ map: String, _ options: [String] = []) throws -> String {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", map)
        let run = try Program.run(
            ["check-area", "map.geojson", "--claim", "318 km2"] + options, in: folder)
        #expect(run.code == 0, "\(run.err)")
        return run.out + run.err
    }

    @Test func withoutAStatusGroundIsDrawn() throws {
        let said = try check(map("{}"))
        #expect(
            said.contains("km² drawn") && !said.contains("controlled") && !said.contains("warning"), "\(said)"
        )
    }

    @Test func theMapsOwnWordCounts() throws {
        let said = try check(map(#"{"status":"Burned"}"#, #"{"status":"Burned"}"#))
        #expect(said.contains("km² burned") && !said.contains("controlled"), "\(said)")
        let mapped = try check(
            map(#"{"kind":"flooded"}"#, #"{"kind":"damp"}"#),
            ["--status-property", "kind", "--controlled", "flooded", "--contested", "damp"])
        #expect(mapped.contains("flooded+damp") && mapped.contains("flooded or damp"), "\(mapped)")
        #expect(!mapped.contains("grey zone"))
    }

    @Test func asAskedFor() throws {
        let said = try check(map("{}"), ["--words", "held=under water"])
        #expect(said.contains("km² under water"), "\(said)")
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", map("{}"))
        let wrong = try Program.run(["check-area", "map.geojson", "--words", "burned"], in: folder)
        #expect(wrong.code == 64 && wrong.err.contains("such as --words held=burned"))
    }

    /// Who holds ground, and the words of control, leave everything as it is.
    @Test(arguments: [
        #"{"status":"controlled"}"#, #"{"status":"controlled","holder":"North"}"#, #"{"holder":"North"}"#,
    ])
    func mapsOfControlStayAsTheyAre(_ properties: String) throws {
        let said = try check(map(properties))
        #expect(said.contains("km² controlled"), "\(said)")
    }

    @Test func everyReportFollows() throws {
        let folder = try TemporaryFolder()
        try folder.write("old_20250101.geojson", map(#"{"status":"burned"}"#))
        try folder.write(
            "new_20250103.geojson", map(#"{"status":"burned"}"#, #"{"status":"burned"}"#))
        let diff = try Program.run(["diff", "old_20250101.geojson", "new_20250103.geojson"], in: folder)
        #expect(diff.out.contains("counting burned"), "\(diff.out)\(diff.err)")
        let json = try Program.run(
            ["diff", "old_20250101.geojson", "new_20250103.geojson", "--format", "json"], in: folder
        ).json()
        #expect(json["counting"] as? String == "controlled")
        let series = try Program.run(
            [
                "series", "old_20250101.geojson", "new_20250103.geojson", "--chart", "s.svg", "--format",
                "markdown",
            ], in: folder)
        #expect(series.out.contains("counting burned"), "\(series.out)\(series.err)")
        let svg = SharedFolder.text(of: folder.path + "/s.svg") ?? ""
        #expect(svg.contains("Area burned"))
        let front = try Program.run(["front", "old_20250101.geojson"], in: folder)
        #expect(front.out.contains("burned ground"), "\(front.out)\(front.err)")
    }

    /// An import without a day or a holder, whose words are kept.
    @Test func anImportKeepsTheWords() throws {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", map(#"{"status":"protected","name":"Park"}"#))
        let made = try Program.run(
            ["import", "geojson", "map.geojson", "--output", "park.geojson"], in: folder)
        #expect(made.code == 0 && made.out == "", "\(made.err)")
        #expect(made.err.contains("undated") && !made.err.contains("holder"), "\(made.err)")
        let text = try #require(SharedFolder.text(of: folder.path + "/park.geojson"))
        #expect(text.contains(#""words":{"controlled":"protected"}"#) || text.contains("\"protected\""))
        let check = try Program.run(["check-area", "park.geojson", "--claim", "31,800 ha"], in: folder)
        #expect(check.code == 0 && check.out.contains("ha protected"), "\(check.out)\(check.err)")
        // Ground that somebody holds is of a day.
        try folder.write("held.geojson", map(#"{"holder":"North"}"#))
        let held = try Program.run(["import", "geojson", "held.geojson"], in: folder)
        #expect(held.code == 65 && held.err.contains("of which day is this map?"))
    }
}
