// The picture of a checked map, as a user gets it.

import TestSupport
import Testing

struct DrawTests {
    private static let scenario = "Scenarios/kursk-2024-08.geojson"

    private func draw(_ options: [String], in folder: TemporaryFolder) throws -> ProgramRun {
        let root = try #require(SharedFolder.projectRoot)
        return try Program.run(
            ["check-area", root + "/" + Self.scenario, "-q"] + options, in: folder,
            environment: ["KGEO_DATA": root])
    }

    @Test func aScenarioIsDrawn() throws {
        let folder = try TemporaryFolder()
        #expect(try draw(["--draw", "map.svg"], in: folder).code == 0)
        let svg = try #require(folder.text("map.svg"))
        for words in [
            "kgeo-control", "kgeo-error-band", "Ukraine, controlled", "Sudzha", "24 August 2024", "GeoNames",
            "±",
        ] {
            #expect(svg.contains(words), "\(words)")
        }
        // What is there stays.
        #expect(try draw(["--draw", "map.svg"], in: folder).code == 73)
        let dark = try draw(
            ["--draw", "dark.svg", "--draw-theme", "dark", "--draw-width", "400", "--draw-transparent"],
            in: folder)
        #expect(dark.code == 0)
        let other = try #require(folder.text("dark.svg"))
        #expect(other.contains("width=\"400\"") && !other.contains("kgeo-paper"))
    }

    /// The words of a picture; where they stand may differ by a tenth of a px from system to system.
    private static func words(_ svg: String) -> [Substring] {
        svg.split(separator: "\n").filter { $0.contains("<text") }.compactMap { line in
            line.firstIndex(of: ">").map { line[$0...] }
        }
    }

    @Test(arguments: ["kursk-2024-08", "sumy-2025"])
    func thePicturesOfTheDocumentsAreThoseOfTheProgram(_ name: String) throws {
        let root = try #require(SharedFolder.projectRoot)
        let folder = try TemporaryFolder()
        let run = try Program.run(
            ["check-area", root + "/Scenarios/\(name).geojson", "-q", "--draw", "map.svg"], in: folder,
            environment: ["KGEO_DATA": root])
        #expect(run.code == 0)
        let kept = try #require(SharedFolder.text(of: root + "/Docs/Pictures/\(name).svg"))
        let drawn = try #require(folder.text("map.svg"))
        #expect(Self.words(kept) == Self.words(drawn))
    }

    @Test(arguments: [
        ["--draw", "map.png"], ["--draw-width", "400"], ["--draw", "a.svg", "--draw-width", "10"],
        ["--draw", "a.svg", "--output", "a.svg"], ["--draw", "a.svg", "--draw-theme", "blue"],
    ])
    func whatCannotBeDrawnIsUsage(_ options: [String]) throws {
        let folder = try TemporaryFolder()
        let run = try draw(options, in: folder)
        #expect(run.code == 64 && run.err.hasPrefix("kgeo: error: "))
        #expect(folder.text("a.svg") == nil && folder.text("map.png") == nil)
    }
}
