// Any number of threads: the output, the messages and the exit code are the same, byte for byte.

import Foundation
import TestSupport
import Testing

struct ThreadTests {
    /// A square as a feature, with a property that makes it some kilobytes long.
    static func square(_ i: Int, length: Int = 3_000, _ more: String = "") -> String {
        let west = Double(i % 340) - 170
        let south = Double(i % 140) - 70
        let ring =
            "[[\(west),\(south)],[\(west + 0.05),\(south)],[\(west + 0.05),\(south + 0.03)],[\(west),\(south + 0.03)],[\(west),\(south)]]"
        return
            "{\"type\":\"Feature\",\(more)\"properties\":{\"id\":\"d\(i)\",\"text\":\"},{\\\"type\\\": é\(String(repeating: "x", count: length))\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}"
    }

    static func collection(_ features: [String]) -> String {
        "{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n") + "\n]}\n"
    }

    /// 5 MB of features, some of them changed.
    static func many(_ changes: [Int: String] = [:]) -> [String] {
        (0..<1_600).map { changes[$0] ?? square($0) }
    }

    /// A ring across a pole, which gives a note.
    static let noted = """
        {"type":"Feature","id":"pole","properties":{},"geometry":{"type":"Polygon","coordinates":[[[0,80],[120,80],[-120,80],[0,80]]]}}
        """
    static let offGlobe = """
        {"type":"Feature","id":"off","properties":{},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,91],[0,0]]]}}
        """

    static func expectTheSame(
        _ arguments: [String], in folder: TemporaryFolder, input: String = "", code: Int32? = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let one = try Program.run(arguments + ["--threads", "1"], input: input, in: folder)
        if let code { #expect(one.code == code, "\(one.err)", sourceLocation: sourceLocation) }
        for threads in ["2", "3", "7"] {
            let run = try Program.run(arguments + ["--threads", threads], input: input, in: folder)
            #expect(run.code == one.code, sourceLocation: sourceLocation)
            #expect(run.err == one.err, sourceLocation: sourceLocation)
            #expect(run.out == one.out, "\(threads) threads", sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: ["csv", "json", "table"]) func aLargeCollection(format: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", Self.collection(Self.many([700: Self.noted, 1_300: Self.noted])))
        try Self.expectTheSame(["area", "--format", format, "map.geojson"], in: folder)
        try Self.expectTheSame(["length", "--format", format, "map.geojson"], in: folder)
    }

    @Test func largeSequences() throws {
        let folder = try TemporaryFolder()
        try folder.write("lines.geojsonl", Self.many().joined(separator: "\n"))
        try folder.write("texts.geojsons", Self.many().map { "\u{1E}" + $0 + "\n" }.joined())
        try Self.expectTheSame(["area", "--format", "csv", "lines.geojsonl"], in: folder)
        try Self.expectTheSame(["area", "--format", "csv", "texts.geojsons"], in: folder)
    }

    @Test func faultsAreSaidInTheSameWords() throws {
        let folder = try TemporaryFolder()
        let cut = String(Self.square(1).dropLast(9))
        let texts: [String: [String]] = [
            "coordinate": Self.many([1_100: Self.offGlobe]), "json": Self.many([1_111: cut]),
            "several": Self.many([3: "4", 600: Self.offGlobe, 1_500: "{\"type\":\"feature\"}"]),
        ]
        for (name, features) in texts {
            try folder.write(name, Self.collection(features))
            try folder.write(name + "-lines", features.joined(separator: "\n"))
            for (file, format) in [(name, "csv"), (name, "json"), (name + "-lines", "csv")] {
                try Self.expectTheSame(["area", "--format", format, file], in: folder, code: 65)
                try Self.expectTheSame(
                    ["area", "--keep-going", "--format", format, file], in: folder, code: 65)
            }
        }
        let text = Self.collection(Self.many())
        try folder.write("more", text + "x")
        try folder.write("less", String(text.dropLast(9_000)))
        try Self.expectTheSame(["area", "--format", "csv", "more"], in: folder, code: 65)
        try Self.expectTheSame(["area", "--format", "csv", "less"], in: folder, code: 65)
    }

    @Test func theTopologyOfEachFeature() throws {
        let folder = try TemporaryFolder()
        let bowtie = Self.square(7).replacingOccurrences(
            of: "\\[\\[\\[.*\\]\\]\\]", with: "[[[0,0],[1,1],[1,0],[0,1],[0,0]]]", options: .regularExpression
        )
        try folder.write("map.geojson", Self.collection(Self.many([900: bowtie])))
        try Self.expectTheSame(
            ["area", "--check-topology", "--format", "csv", "map.geojson"], in: folder, code: 65)
        try Self.expectTheSame(
            ["area", "--check-topology", "--keep-going", "--format", "csv", "map.geojson"], in: folder,
            code: 65)
    }

    @Test func aFileInAnotherReferenceSystem() throws {
        let folder = try TemporaryFolder()
        let crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}},"
        let text = Self.collection(Self.many()).replacingOccurrences(
            of: ",\"features\"", with: ",\(crs)\"features\"")
        try folder.write("map.geojson", text)
        try Self.expectTheSame(["area", "--format", "csv", "map.geojson"], in: folder)
        try Self.expectTheSame(["area", "--format", "csv", "--crs", "EPSG:32637", "map.geojson"], in: folder)
    }

    @Test func manyFiles() throws {
        let folder = try TemporaryFolder()
        var names: [String] = []
        for i in 0..<40 {
            names.append("map\(i).geojson")
            try folder.write(
                names[i], Self.collection((0...(i % 5)).map { Self.square(10 * i + $0, length: 50) }))
        }
        try folder.write("large.geojson", Self.collection(Self.many()))
        names.insert("large.geojson", at: 17)
        for format in ["csv", "json", "table"] {
            try Self.expectTheSame(["area", "--format", format] + names, in: folder)
        }
        try folder.write("bad.geojson", Self.collection([Self.square(1), Self.offGlobe, Self.square(2)]))
        names.insert("bad.geojson", at: 30)
        names.insert("missing.geojson", at: 25)
        try Self.expectTheSame(["area", "--format", "csv"] + names, in: folder, code: 66)
        try Self.expectTheSame(["area", "--keep-going", "--format", "csv"] + names, in: folder, code: nil)
        try Self.expectTheSame(["area", "--keep-going", "--format", "json"] + names, in: folder, code: nil)
    }

    @Test func standardInputAndOneLargeFeature() throws {
        let folder = try TemporaryFolder()
        let text = Self.collection(Self.many())
        try Self.expectTheSame(["area", "--format", "csv", "-"], in: folder, input: text)
        let ring = (0..<200_000).map { i -> String in
            let angle = Double(i) / 200_000 * 2 * .pi
            return "[\(cos(angle)),\(sin(angle))]"
        }
        let large =
            "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\((ring + [ring[0]]).joined(separator: ","))]]}}"
        try folder.write("map.geojson", Self.collection([large]))
        try folder.write("maps.geojson", Self.collection(Self.many([2: large, 800: large])))
        try Self.expectTheSame(["area", "--format", "csv", "map.geojson"], in: folder)
        try Self.expectTheSame(["area", "--format", "csv", "maps.geojson"], in: folder)
    }

    @Test(.enabled(if: gzip != nil, "needs gzip, which is not on this machine"))
    func compressedFilesAreReadAsTheyAre() throws {
        let folder = try TemporaryFolder()
        try folder.write("large.geojson", Self.collection(Self.many()))
        try folder.write("small.geojson", Self.collection([Self.square(1), Self.noted]))
        let plain = try Program.run(
            ["area", "--format", "csv", "large.geojson", "small.geojson"], in: folder)
        _ = try Program.run(
            ["-k", "large.geojson", "small.geojson"], in: folder, program: try #require(Self.gzip))
        let packed = ["large.geojson.gz", "small.geojson.gz"]
        let run = try Program.run(["area", "--format", "csv"] + packed, in: folder)
        #expect(run.code == 0)
        #expect(run.out.replacingOccurrences(of: ".gz,", with: ",") == plain.out)
        for format in ["csv", "json"] {
            try Self.expectTheSame(["area", "--format", format] + packed, in: folder)
        }
        // A pipe, and two members one after the other.
        let piped = try Program.run(
            ["-c", "cat large.geojson.gz | '\(Program.path)' area --format csv -"], in: folder,
            program: "/bin/sh")
        #expect(piped.lines.count == 1_602)
        let twice = try Program.run(
            [
                "-c",
                "(printf '{\"type\":\"Point\",\"coordinates\":[1,2]}\\n' | gzip; printf '{\"type\":\"Point\",\"coordinates\":[1,2]}' | gzip) | '\(Program.path)' area --format csv -",
            ], in: folder, program: "/bin/sh")
        #expect(twice.code == 0 && twice.lines.count == 4, "\(twice.err)")
        // The digest is that of the file as it lies there, and every command that reads maps unpacks it.
        let json = try Program.run(["area", "--format", "json", "small.geojson.gz"], in: folder).json()
        let digest = try Program.run(
            ["-c", "sha256sum small.geojson.gz"], in: folder, program: "/bin/sh"
        ).out.prefix(64)
        let inputs = try #require(json["inputs"] as? [[String: Any]])
        #expect(inputs.first?["sha256"] as? String == String(digest))
        for command in [["validate"], ["repair"], ["area", "--compare"]] {
            let plain = try Program.run(command + ["small.geojson"], in: folder)
            let packed = try Program.run(command + ["small.geojson.gz"], in: folder)
            #expect(packed.code == plain.code)
            #expect(packed.out.replacingOccurrences(of: ".gz", with: "") == plain.out)
        }
    }

    static let gzip = ["/usr/bin/gzip", "/bin/gzip", "/opt/homebrew/bin/gzip"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(arguments: ["0", "-1", "257", "many"]) func aNumberThatIsNoneOfThreads(number: String) throws {
        let run = try Program.run(["area", "--threads=\(number)", "x.geojson"])
        #expect(run.code == 64)
        #expect(run.err.contains("--threads"))
    }
}
