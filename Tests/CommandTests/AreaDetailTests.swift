// What kgeo area tells of a shape beside its measures: name, unit, and where on Earth it lies.

import Foundation
import TestSupport
import Testing

struct AreaDetailTests {
    private func run(
        _ arguments: [String], in folder: TemporaryFolder, geodata: Bool = true
    ) throws -> ProgramRun {
        let root = try #require(SharedFolder.projectRoot)
        return try Program.run(arguments, in: folder, environment: geodata ? ["KGEO_DATA": root] : [:])
    }

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "fires.geojson",
            Samples.collection([
                Samples.feature(Samples.square(-121.5, 51.2, 0.1), "{\"name\":\"Cedar\"}", id: "c"),
                Samples.feature(Samples.square(68.4, 26.4, 0.1), "{\"TITLE\":\"River, low\",\"code\":7}"),
                Samples.feature(Samples.square(26.4, 68.4, 0.1)),
                Samples.feature(Samples.square(-88.5, 27.5, 0.1), "{\"name\":\" \"}", id: "slick"),
            ]))
        return folder
    }

    @Test func theTableSaysNamesAndPlaces() throws {
        let run = try run(["area", "fires.geojson", "--unit", "acres"], in: folder())
        #expect(run.code == 0 && run.err == "")
        #expect(run.out.contains("area acres") && run.out.contains("lonlat acres"))
        for words in [
            "0  Cedar ", "51.3 N 121.5 W, British Columbia, Canada", "1  River, low ",
            "26.5 N 68.5 E, Sindh, Pakistan", "68.5 N 26.5 E, Lapland, Finland",
            "3  slick ", "27.6 N 88.5 W, at sea or on a coast, ",
        ] {
            #expect(run.out.contains(words), "\(words) in \(run.out)")
        }
        #expect(run.lines.allSatisfy { $0.count <= 100 })
    }

    @Test func withoutGeoDataTheTableSaysNoPlaces() throws {
        let folder = try folder()
        let plain = try run(["area", "fires.geojson"], in: folder, geodata: false)
        #expect(plain.code == 0 && !plain.out.contains("Canada") && plain.out.contains("Cedar"))
        let not = try run(["area", "fires.geojson", "--no-where"], in: folder)
        #expect(not.out == plain.out)
        let asked = try run(["area", "fires.geojson", "--where"], in: folder, geodata: false)
        #expect(asked.code == 66 && asked.err.contains("GeoData was not found"))
    }

    @Test func columnsComeAtTheEndAndOnDemand() throws {
        let folder = try folder()
        let before = "file,feature,id,area_m2,perimeter_m,area_lonlat_m2"
        let plain = try run(["area", "fires.geojson", "--format", "csv"], in: folder)
        #expect(plain.lines[0] == before)
        let all = try run(
            ["area", "fires.geojson", "--format", "csv", "--names", "--where", "--unit", "sq mi"], in: folder)
        #expect(all.lines[0] == before + ",area_mi2,name,longitude,latitude,place")
        for (short, long) in zip(plain.lines, all.lines) { #expect(long.hasPrefix(short)) }
        #expect(all.lines[1].hasSuffix(",Cedar,-121.45,51.25,\"British Columbia, Canada\""))
        #expect(all.lines[2].contains(",\"River, low\",68.45,26.45,"))
        #expect(all.lines[3].contains(",,26.45,68.45,"))

        let rows = try run(
            ["area", "fires.geojson", "--format", "json", "--names", "--where", "--unit", "ha"], in: folder
        ).json()
        let features = try #require(rows["features"] as? [[String: Any]])
        #expect(features[0]["name"] as? String == "Cedar" && features[2]["name"] is NSNull)
        #expect(features[0]["place"] as? String == "British Columbia, Canada")
        let hectares = try #require(features[0]["area_ha"] as? Double)
        let metres = try #require(features[0]["area_m2"] as? Double)
        #expect(hectares == metres / 1e4)
        let total = try #require(rows["total"] as? [String: Any])
        #expect(total["area_ha"] != nil && total["longitude"] == nil)
    }

    @Test func aColumnNamesShapes() throws {
        let folder = try folder()
        let run = try run(["area", "fires.geojson", "--name", "code", "--format", "csv"], in: folder)
        #expect(run.code == 0 && run.lines[0].hasSuffix(",name") && run.lines[2].hasSuffix(",7"))
        // What lacks it is called by the rule for all.
        #expect(run.lines[1].hasSuffix(",Cedar"))
        let wrong = try self.run(["area", "fires.geojson", "--name", "nom"], in: folder)
        #expect(wrong.code == 65 && wrong.err.contains("they have: name, TITLE, code"))
    }

    /// Any number of threads, and however files are divided among them, give the same rows.
    @Test func threadsGiveTheSame() throws {
        let folder = try TemporaryFolder()
        let shapes = (0..<14_000).map { i in
            Samples.feature(
                Samples.square(Double(i % 300) - 150, Double(i / 300) - 45, 0.1), "{\"name\":\"shape \(i)\"}")
        }
        try folder.write("many.geojson", Samples.collection(shapes))
        try folder.write("few.geojson", Samples.collection(Array(shapes.prefix(40))))
        for format in ["table", "json", "csv"] {
            let command = ["area", "many.geojson", "few.geojson", "--format", format, "--names"]
            let one = try run(command + ["--threads", "1"], in: folder)
            let four = try run(command + ["--threads", "4"], in: folder)
            #expect(one.code == 0 && one.out == four.out)
            if format == "table" {
                #expect(one.out.contains("where a feature lies is said of the first 20"))
            }
        }
    }
}
