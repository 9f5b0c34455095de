// kgeo buffer: what it prints and writes, what it refuses, and the one command for the border.

import TestSupport
import Testing

struct BufferTests {
    static let places = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"a","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[35,51]}},
        {"type":"Feature","id":"b","properties":null,"geometry":{"type":"Point","coordinates":[35.01,51]}}]}
        """

    static func root(_ file: String) throws -> String {
        try #require(SharedFolder.projectRoot) + "/GeoData/" + file
    }

    @Test func eachFeatureHasItsOwn() throws {
        let run = try Program.run(
            ["buffer", "-", "--distance", "1 km", "--format", "json"], input: Self.places)
        #expect(run.code == 0)
        let json = try run.json()
        #expect(json["buffer_m"] as? Double == 1_000)
        let rows = try #require(json["buffers"] as? [[String: Any]])
        #expect(rows.compactMap { $0["id"] as? String } == ["a", "b"])
        for row in rows {
            let area = try #require(row["area_m2"] as? Double)
            // A circle of 1 km, short by what a tolerance of 0.1 m leaves out.
            #expect((3.1405e6...3.1416e6).contains(area))
            #expect(abs(row["worst_deviation_m"] as? Double ?? 9) <= 0.1)
            #expect((row["worst_deviation_at"] as? [Double])?.count == 2)
            #expect((row["outline_samples"] as? Int ?? 0) > 100)
        }
    }

    @Test(arguments: [[], ["--dissolve"]])
    func aFeatureWithoutGeometryIsPassedOverWithANote(more: [String]) throws {
        let folder = try TemporaryFolder()
        let empty = #"{"type":"Feature","id":"c","properties":{},"geometry":null}"#
        try folder.write(
            "p.geojson", Self.places.replacing("[35.01,51]}}]}", with: "[35.01,51]}},\(empty)]}"))
        let run = try Program.run(["buffer", "p.geojson", "--distance", "1 km"] + more, in: folder)
        #expect(run.code == 0)
        #expect(
            run.err.contains(
                "kgeo: note: p.geojson: feature 2 \"c\": there is no geometry, so the feature is passed over\n"
            ))
        try folder.write("n.geojson", #"{"type":"FeatureCollection","features":[\#(empty)]}"#)
        let none = try Program.run(["buffer", "n.geojson", "--distance", "1 km"] + more, in: folder)
        #expect(none.code == 65)
        #expect(none.err.hasPrefix("kgeo: error: n.geojson: there is no geometry to buffer\nhint: "))
    }

    @Test func dissolvedTheyAreOne() throws {
        let run = try Program.run(
            ["buffer", "-", "--distance", "1 km", "--dissolve", "--format", "json"], input: Self.places)
        let rows = try #require(try run.json()["buffers"] as? [[String: Any]])
        #expect(rows.count == 1)
        #expect((rows.first?["area_m2"] as? Double ?? 0) > 4e6)
    }

    @Test func theMapHasTheFiguresAndIsWrittenWhole() throws {
        let folder = try TemporaryFolder()
        try folder.write("p.geojson", Self.places)
        let arguments = ["buffer", "p.geojson#a", "--distance", "300m", "--output", "z.geojson"]
        let run = try Program.run(arguments, in: folder)
        #expect(run.code == 0 && run.out.isEmpty)
        #expect(run.err.contains("worst deviation") && run.err.contains("places on the outline"))
        let text = try #require(folder.text("z.geojson"))
        for part in ["\"name\":\"A\"", "\"buffer_m\":300", "\"area_km2\":0.28", "\"worst_deviation_m\":"] {
            #expect(text.contains(part))
        }
        #expect(try Program.run(["validate", "z.geojson"], in: folder).code == 0)
        #expect(try Program.run(arguments, in: folder).code == 73)
        #expect(try Program.run(arguments + ["--force"], in: folder).code == 0)
        let same = try Program.run(
            ["buffer", "p.geojson", "--distance", "1 m", "--output", "p.geojson", "--force"], in: folder)
        #expect(same.code == 73)
    }

    @Test(arguments: [
        (["--distance", "20"], 64, "no unit"), (["--distance", "many km"], 64, "no length"),
        (["--distance", "1,0000 m"], 64, "no length"), (["--distance", "3 km2"], 64, "no unit of length"),
        (["--distance", "0 km"], 64, "cannot be made"), (["--distance", "2000 km"], 64, "cannot be made"),
        (["--distance", "-3 km"], 64, "feature 0 \"a\": a negative distance"),
        (["--distance", "1 km", "--buffer-tolerance", "0.0001"], 64, "does not suit"),
        (["--distance", "1 km", "--section", "none.geojson"], 66, "none.geojson"),
    ])
    func whatCannotBeIsRefused(options: [String], code: Int32, words: String) throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(
            ["buffer", "-", "--output", "z.geojson"] + options, input: Self.places, in: folder)
        #expect(run.code == code && run.err.contains(words), "\(run.err)")
        #expect(folder.names.isEmpty)
    }

    @Test func aPoleIsRefusedAndNothingWritten() throws {
        let folder = try TemporaryFolder()
        let run = try Program.run(
            ["buffer", "-", "--distance", "20 km", "--output", "z.geojson"],
            input: "{\"type\":\"Point\",\"coordinates\":[0,89.95]}", in: folder)
        #expect(run.code == 65 && run.err.contains("at a pole") && folder.names.isEmpty)
    }

    @Test func aTableSaysWhatAndWhere() throws {
        let run = try Program.run(["buffer", "-", "--distance", "1 nmi"], input: Self.places)
        #expect(run.lines[0].contains("worst m") && run.out.contains("1,852 m on the WGS84 ellipsoid"))
        #expect(run.err.contains("--format geojson"))
    }

    @Test func theBorderOfSumyOblastInOneCommand() throws {
        let sumy = try Self.root("oblasts.geojson#sumy-oblast")
        let whole = [
            "buffer", try Self.root("border-ukraine-russia.geojson"), "--distance", "20 km", "--section",
            sumy,
            "--format", "json",
        ]
        func row(_ arguments: [String]) throws -> [String: Any] {
            let run = try Program.run(arguments)
            #expect(run.code == 0, "\(run.err)")
            return try #require((try run.json()["buffers"] as? [[String: Any]])?.first)
        }
        let (both, inside) = (try row(whole), try row(whole + ["--within", sumy]))
        for row in [both, inside] {
            #expect(abs(row["worst_deviation_m"] as? Double ?? 9) < 2)
            #expect((row["outline_samples"] as? Int ?? 0) > 1_000)
        }
        let areas = [both, inside].compactMap { $0["area_m2"] as? Double }
        try #require(areas.count == 2)
        // On both sides; and on one, less than the oblast's 24,060 km².
        #expect(areas[1] < 0.6 * areas[0] && areas[1] > 0.3 * areas[0])
    }
}
