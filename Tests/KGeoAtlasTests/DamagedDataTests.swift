// Reference data that is cut off, damaged or not there: problems that say where, and no trap.

import Foundation
import KGeoAtlas
import KGeoCore
import TestSupport
import Testing

struct DamagedDataTests {
    /// A folder of reference data with an index and a file of each name.
    private func folder(index: String, data: [UInt8]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (part, name) in [("regions", "names.tsv"), ("regions", "regions.jsonl")] {
            try FileManager.default.createDirectory(
                atPath: "\(folder.path)/\(part)", withIntermediateDirectories: true)
            try folder.write("\(part)/\(name).index", index)
            try folder.write("\(part)/\(name).gz", bytes: data)
        }
        return folder
    }

    @Test(arguments: ["donetsk\n", "donetsk\tx\t3\n", "donetsk\t0\t0\n", "donetsk\t-1\t3\n"])
    func anIndexThatIsNone(_ index: String) throws {
        let folder = try folder(index: index, data: [])
        let problem = #expect(throws: Problem.self) { try RegionAtlas(geodata: folder.path) }
        #expect(problem?.message.hasPrefix("this is no line of an index") == true)
        #expect(problem?.place.file == "GeoData/regions/names.tsv.index" && problem?.place.line == 1)
        #expect(problem?.hint != nil)
    }

    @Test func aFileThatEndsEarly() throws {
        let folder = try folder(index: "donetsk\t0\t100\n", data: [0x1F, 0x8B, 8])
        let atlas = try RegionAtlas(geodata: folder.path)
        let problem = #expect(throws: Problem.self) { try atlas.codes(named: "Donetsk") }
        #expect(problem?.message == "this file ends before byte 100")
        #expect(problem?.place.file == "GeoData/regions/names.tsv.gz")
        #expect(try atlas.codes(named: "Avdiivka").isEmpty, "before the first key")
    }

    @Test func aMemberThatIsDamaged() throws {
        let folder = try folder(index: "donetsk\t0\t8\n", data: [0x1F, 0x8B, 8, 0, 1, 2, 3, 4])
        let atlas = try RegionAtlas(geodata: folder.path)
        let problem = #expect(throws: Problem.self) { try atlas.codes(named: "Donetsk") }
        #expect(problem?.code == .gzip)
    }

    @Test(arguments: [
        "[]", "{}", #"{"arcs":[[[1,2],[3,4]]],"arc_lines":[0]}"#,
        #"{"arcs":[[[1,2],[3,4]]],"arc_lines":[7],"lines":[{"kind":"coast","error_m":1}],"transform":{"scale":[1,1]}}"#,
        #"{"arcs":[],"arc_lines":[],"lines":[],"transform":{"scale":[1e-6]},"objects":{"regions":{"geometries":[{"arcs":[[[9]]],"properties":{"code":"UA"}}]}}}"#,
        #"{"arcs":[[[1]]]}"#, #"{"arcs":[[]]}"#, #"{"arcs":7}"#, #"{"arc_lines":[1e300]}"#,
    ])
    func aCountryThatIsNone(_ text: String) throws {
        let folder = try folder(index: "UA\t0\t\(text.utf8.count)\n", data: Array(text.utf8))
        let atlas = try RegionAtlas(geodata: folder.path)
        #expect(throws: Problem.self) { try atlas.regions(["UA"]) }
    }

    @Test func nothingThere() throws {
        let folder = try TemporaryFolder()
        #expect(throws: Problem.self) { try RegionAtlas(geodata: folder.path) }
    }
}
