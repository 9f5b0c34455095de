// kgeo repair: both methods side by side, and nothing written when an area changes too much.

import TestSupport
import Testing

struct RepairTests {
    /// A square of ten degrees whose hole lies half outside it, and a sound one.
    static let map = Samples.collection([
        Samples.feature(
            "[[0,0],[10,0],[10,10],[0,10],[0,0]],[[8,4],[12,4],[12,8],[8,8],[8,4]]", id: "hole"),
        Samples.feature(Samples.square(20, 0, 1), id: "sound"),
    ])

    @Test func bothAreasStandSideBySide() throws {
        let run = try Program.run(["repair", "-", "--format", "csv"], input: Self.map)
        #expect(run.code == 0)
        #expect(
            run.lines[0]
                == "file,feature,id,area_before_m2,area_linework_m2,area_structure_m2,reason,lon,lat,change"
        )
        let cells = run.lines[1].split(separator: ",").map(String.init)
        #expect(cells[2] == "hole")
        let areas = cells[3...5].compactMap { Double($0) }
        try #require(areas.count == 3)
        // Drawn: 100 − 16 square degrees; linework: 100 (the part outside counts); structure: 100 − 8.
        #expect(areas[0] < areas[2] && areas[2] < areas[1])
        #expect(run.lines.count == 3)
        #expect(run.err.contains("nothing was written"))
    }

    /// Fewer decimals may make rings cross or take an area away: what is written is looked at, not what was
    /// repaired.
    @Test(arguments: ["0", "1", "2"])
    func roundingKeepsThePromise(decimals: String) throws {
        let folder = try TemporaryFolder()
        // A square of some hundred metres whose hole lies half outside it.
        try folder.write(
            "m.geojson",
            Samples.collection([
                Samples.feature(
                    "[[35,51],[35.004,51],[35.004,51.004],[35,51.004],[35,51]],[[35.003,51.001],[35.0045,51.001],[35.0045,51.002],[35.003,51.002],[35.003,51.001]]",
                    id: "hole")
            ]))
        let refused = try Program.run(
            [
                "repair", "m.geojson", "--write", "out.geojson", "--precision", decimals,
                "--repair-tolerance", "99",
            ], in: folder)
        #expect(refused.code == 65)
        #expect(refused.err.contains("; nothing was written"))
        #expect(refused.err.contains("hint: write more decimals with --precision"))
        #expect(folder.names == ["m.geojson"])
    }

    @Test func aSoundMapIsHeldToItAsWell() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "m.geojson", Samples.collection([Samples.feature(Samples.square(0.2, 0.2, 0.2), id: "sound")]))
        let refused = try Program.run(
            ["repair", "m.geojson", "--write", "out.geojson", "--precision", "0"], in: folder)
        #expect(refused.code == 65)
        #expect(refused.err.contains("m.geojson: feature 0 \"sound\": with 0 decimals it is not valid"))
        #expect(folder.names == ["m.geojson"])
    }

    @Test func aSmallToleranceRefusesAndWritesNothing() throws {
        let folder = try TemporaryFolder()
        try folder.write("m.geojson", Self.map)
        let refused = try Program.run(["repair", "m.geojson", "--write", "out.geojson"], in: folder)
        #expect(refused.code == 65)
        #expect(refused.err.contains("feature 0 \"hole\"") && refused.err.contains("more than 1 %"))
        #expect(folder.names == ["m.geojson"])
        let written = try Program.run(
            [
                "repair", "m.geojson", "--write", "out.geojson", "--method", "structure",
                "--repair-tolerance", "20",
            ], in: folder)
        #expect(written.code == 0)
        #expect(folder.names == ["m.geojson", "out.geojson"])
        #expect(try Program.run(["validate", "out.geojson"], in: folder).code == 0)
        let again = try Program.run(["repair", "out.geojson"], in: folder)
        #expect(again.out.contains("nothing to repair"))
        let once = try Program.run(
            ["repair", "m.geojson", "--write", "out.geojson", "--repair-tolerance", "50"], in: folder)
        #expect(once.code == 73)
    }

    @Test func aFigureEightBecomesItsLobes() throws {
        let bowtie = Samples.collection([Samples.feature("[[0,0],[1,1],[1,0],[0,1],[0,0]]", id: "eight")])
        let run = try Program.run(["repair", "-", "--format", "json"], input: bowtie)
        let row = try #require((try run.json()["repaired"] as? [[String: Any]])?.first)
        #expect(row["reason"] as? String == "a ring crosses itself")
        #expect(row["place"] as? [Double] == [0.5, 0.5])
        #expect((row["area_linework_m2"] as? Double ?? 0) > 6e9)
        #expect(row["area_before_m2"] as? Double == 0)
    }

    @Test func partsThatShareAnEdgeAreNamedSo() throws {
        let text = """
            {"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,1],[0,0]]],[[[1,0],[2,0],[2,1],[1,1],[1,0]]]]}
            """
        let run = try Program.run(["repair", "-", "--format", "json"], input: text)
        #expect(run.code == 0)
        #expect(run.out.contains("parts of one feature touch along an edge"))
    }

    @Test func badOptionsAreUsage() throws {
        #expect(try Program.run(["repair", "-", "--repair-tolerance", "-1"], input: Self.map).code == 64)
        #expect(try Program.run(["repair", "-", "--precision", "99"], input: Self.map).code == 64)
    }
}
