// Every JSON answer of every command: one envelope, the same members in the same order.

import Foundation
import KGeo
import KGeoClaims
import KGeoCore
import KGeoJSON
import TestSupport
import Testing

/// A run whose answer is JSON.
struct AnswerCase: Sendable, CustomTestStringConvertible {
    /// The command as the envelope names it.
    var command: String
    var arguments: [String]
    /// The files whose digests it names.
    var files: [String] = []
    /// Members of its own, some at least.
    var members: [String]
    /// Whether the answer goes to standard error.
    var isAccount = false
    var code: Int32 = 0

    var testDescription: String { arguments.joined(separator: " ") }

    static let all: [AnswerCase] = [
        .init(
            command: "area", arguments: ["area", "map.geojson", "line.geojson"],
            files: ["map.geojson", "line.geojson"], members: ["method", "features", "total", "complete"]),
        .init(
            command: "area", arguments: ["area", "--threads", "1", "map.geojson"], files: ["map.geojson"],
            members: ["features"]),
        .init(
            command: "area", arguments: ["area", "--keep-going", "bad.geojsonl"], files: ["bad.geojsonl"],
            members: ["features"], code: 65),
        .init(
            command: "length", arguments: ["length", "line.geojson"], files: ["line.geojson"],
            members: ["features", "total"]),
        .init(
            command: "area --compare", arguments: ["area", "--compare", "map.geojson"],
            files: ["map.geojson"], members: ["files"]),
        .init(
            command: "distance", arguments: ["distance", "map.geojson#h", "line.geojson"],
            files: ["map.geojson", "line.geojson"], members: ["distance_m", "end_from", "touches"]),
        .init(command: "distance", arguments: ["distance", "30,50", "31,50"], members: ["distance_m"]),
        .init(
            command: "front",
            arguments: ["front", "later.geojson", "--minus", "line.geojson", "--by", "regions.geojson"],
            files: ["later.geojson", "line.geojson", "regions.geojson"],
            members: ["length_m", "rulers", "fit", "sectors", "stretches"]),
        .init(
            command: "diff", arguments: ["diff", "map.geojson", "later.geojson", "--by", "regions.geojson"],
            files: ["map.geojson", "later.geojson", "regions.geojson"],
            members: ["old_m2", "new_m2", "gained_m2", "net_lonlat_m2", "days", "regions"]),
        .init(
            command: "compare",
            arguments: [
                "compare", "A=map.geojson", "B=later.geojson", "--window-days", "3000", "--in",
                "regions.geojson", "--claim", "about 1,300 km2",
            ], files: ["map.geojson", "later.geojson", "regions.geojson"],
            members: ["days", "pooled", "period"]),
        .init(
            command: "series",
            arguments: ["series", "map.geojson", "later.geojson", "--claims", "claims.json"],
            files: ["map.geojson", "later.geojson", "claims.json"],
            members: ["rows", "totals", "results", "missing_days"]),
        .init(
            command: "share", arguments: ["share", "map.geojson#h", "--of", "regions.geojson"],
            files: ["map.geojson", "regions.geojson"],
            members: ["covered", "part_area", "whole_area", "shares"]),
        .init(
            command: "buffer",
            arguments: ["buffer", "line.geojson", "--distance", "1 km", "--within", "regions.geojson"],
            files: ["line.geojson", "regions.geojson"], members: ["buffers", "buffer_m"]),
        .init(
            command: "repair", arguments: ["repair", "bow.geojson"], files: ["bow.geojson"],
            members: ["features", "method", "repaired"]),
        .init(
            command: "validate", arguments: ["validate", "bow.geojson", "map.geojson"],
            files: ["bow.geojson", "map.geojson"], members: ["valid", "files", "findings"], code: 65),
        .init(
            command: "reconstruct",
            arguments: [
                "reconstruct", "places.csv", "--holder", "North", "--date", "2024-08-21", "--within",
                "regions.geojson",
            ], files: ["places.csv", "regions.geojson"], members: ["maps", "left_out", "ground"]),
        .init(
            command: "import geojson",
            arguments: [
                "import", "geojson", "plain.geojson", "--status-property", "state", "--controlled", "held",
                "--contested", "grey", "--date-property", "day", "--regions", "regions.geojson",
            ], files: ["plain.geojson", "regions.geojson"], members: ["maps", "areas"], isAccount: true),
        .init(
            command: "check-area", arguments: ["check-area", "map.geojson", "--claims", "claims.json"],
            files: ["map.geojson", "claims.json"], members: ["results", "summary"]),
        .init(
            command: "check-area", arguments: ["check-area", "map.geojson"], files: ["map.geojson"],
            members: ["areas"]),
        .init(
            command: "check",
            arguments: [
                "check", "map.geojson", "--line", "line.geojson", "--claim", "18 km", "--kind", "length",
            ], files: ["map.geojson", "line.geojson"], members: ["results", "summary"]),
        .init(
            command: "check-article",
            arguments: ["check-article", "one.txt", "two.txt", "--scenarios", "maps", "--geodata", "."],
            files: ["one.txt", "two.txt", "maps/map.geojson"],
            members: ["results", "unlinked", "contradictions", "date_notes", "texts"]),
        .init(
            command: "extract", arguments: ["extract", "one.txt"], files: ["one.txt"],
            members: ["id", "claims", "counts"]),
        .init(
            command: "extract", arguments: ["extract", "one.txt", "two.txt"], files: ["one.txt", "two.txt"],
            members: ["texts"]),
        .init(
            command: "convert", arguments: ["convert", "100 sq mi", "--to", "km2"],
            members: ["figure", "numbers"]),
        .init(
            command: "convert", arguments: ["convert", "--pair", "1,250 km (800 mi)"],
            members: ["pair", "numbers", "conversion_mismatch"]),
        .init(command: "schema --units", arguments: ["schema", "--units"], members: ["units"]),
        .init(command: "doctor", arguments: ["doctor"], members: ["checks", "healthy"]),
    ]
}

@Suite struct EnvelopeTests {
    private static let before = ["schema_version", "command", "tool", "inputs", "settings"]
    private static let notice = ["severity", "code", "message", "file", "feature", "id", "hint"]

    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "map.geojson", Samples.scenario(""))
        try folder.write(
            "later.geojson",
            Samples.scenario(
                "",
                features: [
                    Samples.feature(
                        Samples.square(35, 51, 0.25),
                        #"{"role":"control","status":"controlled","holder":"North","date":"2024-09-21"}"#,
                        id: "h")
                ]))
        try folder.write("plain.geojson", Samples.mapped)
        try folder.write(
            "regions.geojson",
            Samples.collection([
                Samples.feature(Samples.square(34.9, 50.9, 0.5), #"{"name":"Mark"}"#, id: "mark")
            ]))
        try folder.write(
            "line.geojson",
            Samples.collection([
                #"{"type":"Feature","id":"pipe","properties":{},"geometry":{"type":"LineString","coordinates":[[34.95,51.1],[35.3,51.1]]}}"#
            ]))
        try folder.write(
            "bow.geojson",
            Samples.collection([Samples.feature("[[30,50],[30.1,50.1],[30.1,50],[30,50.1],[30,50]]")]))
        try folder.write(
            "bad.geojsonl",
            Samples.feature(Samples.square(30, 50, 1), id: "a") + "\n"
                + Samples.feature(Samples.square(30, 50, 1), id: "b") + "\nno record\n"
                + Samples.feature(Samples.square(30, 50, 1), id: "d") + "\n")
        try folder.write(
            "claims.json", #"[{"id":"c","kind":"area","value":300,"unit":"km2","as_of":"2024-08-21"}]"#)
        try folder.write(
            "places.csv",
            "name,lon,lat,status,holder,date\nA,35.0,51.0,controlled,North,2024-08-20\nB,35.2,51.2,controlled,South,2024-08-20\n"
        )
        try folder.write("one.txt", "In Mark, North controls 300 square kilometres.\n")
        try folder.write("two.txt", "North holds about 12 square miles.\n")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/maps", withIntermediateDirectories: false)
        try folder.write("maps/map.geojson", folder.text("map.geojson") ?? "")
        return folder
    }

    @Test(arguments: AnswerCase.all)
    func everyAnswerHasTheEnvelope(_ example: AnswerCase) throws {
        let folder = try Self.folder()
        let run = try Program.run(example.arguments + ["--format", "json"], in: folder)
        #expect(run.code == example.code, "\(run.err)")
        let text = example.isAccount ? run.err : run.out
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
        let order = try #require(try JSONText.value(reading: ByteSource(text: text)).object).members.map(
            \.name)
        #expect(Array(order.prefix(5)) == Self.before && order.last == "notices")
        #expect(Set(order).count == order.count)
        #expect(Set(order).isSuperset(of: example.members))
        #expect(object["schema_version"] as? Int == 2)
        #expect(object["command"] as? String == example.command)
        let tool = try #require(object["tool"] as? [String: Any])
        #expect(Set(tool.keys) == ["kgeo", "geos", "proj", "proj_db"])
        #expect(object["settings"] is [String: Any])
        let inputs = try #require(object["inputs"] as? [[String: Any]])
        #expect(inputs.allSatisfy { Set($0.keys) == ["path", "sha256"] })
        #expect(inputs.map { $0["path"] as? String } == example.files)
        for input in inputs {
            let path = try #require(input["path"] as? String)
            var digest = SHA256()
            digest.update(Array((folder.text(path) ?? "").utf8))
            #expect(input["sha256"] as? String == digest.hexDigest(), "\(path)")
        }
        for notice in try #require(object["notices"] as? [Any]) {
            let notice = try #require(notice as? [String: Any])
            #expect(Set(notice.keys) == Set(Self.notice))
            #expect(["error", "warning", "note"].contains(notice["severity"] as? String ?? ""))
        }
        for name in ["warnings", "notes"] where example.command != "check-article" {
            #expect(object[name] == nil)
        }
        // What is noted stands in the answer alone.
        #expect(!run.err.contains("kgeo: note") && !run.err.contains("kgeo: warning"))
    }

    @Test func theMembersOfANoticeAreInOrder() throws {
        let folder = try Self.folder()
        let run = try Program.run(["repair", "bow.geojson", "--format", "json"], in: folder)
        let notices = try JSONText.value(reading: ByteSource(text: run.out)).object?["notices"]?.array
        #expect(notices?.first?.object?.members.map(\.name) == Self.notice)
    }

    @Test func linesOfABatchCarryNoEnvelope() throws {
        let run = try Program.run(
            ["extract", "--batch", "-", "--format", "json"],
            input: #"{"id":"a","text":"It holds 3 km2."}"# + "\n" + #"{"id":"b","text":"Nothing."}"# + "\n")
        #expect(run.lines.count == 3)
        for line in run.lines.dropLast() {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(Set(try #require(object).keys) == ["id", "claims", "counts"])
        }
    }

    @Test func largeFilesAreNamedWithoutADigest() throws {
        let folder = try TemporaryFolder()
        let name = String(repeating: "x", count: 1 << 20)
        let features = (0..<17).map { _ in
            Samples.feature(Samples.square(30, 50, 1), #"{"name":"\#(name)"}"#)
        }
        try folder.write("large.geojson", Samples.collection(features))
        for threads in ["1", "2"] {
            let run = try Program.run(
                ["area", "large.geojson", "--threads", threads, "--format", "json"], in: folder)
            let input = try #require((try run.json()["inputs"] as? [[String: Any]])?.first)
            #expect(input["path"] as? String == "large.geojson" && input["sha256"] is NSNull)
        }
    }

    @Test func theDatabaseIsNamedWhereItHadAPart() throws {
        let folder = try Self.folder()
        func database(_ arguments: [String]) throws -> String? {
            let run = try Program.run(arguments + ["--format", "json"], in: folder)
            return (try run.json()["tool"] as? [String: Any])?["proj_db"] as? String
        }
        #expect(try database(["area", "map.geojson"]) == nil)
        #expect(try database(["area", "map.geojson", "--crs", "EPSG:4326"]) != nil)
        #expect(try database(["doctor"]) != nil)
    }

    /// Of each thing that has both, a name that stands in CSV and JSON has one value.
    @Test(arguments: [
        (["check-area", "map.geojson"], ["areas"]),
        (["convert", "100 sq mi", "--to", "km2"], ["numbers"]),
        (["convert", "--pair", "1,250 km (800 mi)"], ["numbers"]), (["schema", "--units"], ["units"]),
        (["doctor"], ["checks"]), (["repair", "bow.geojson"], ["repaired"]),
        (["validate", "bow.geojson"], ["findings"]), (["area", "map.geojson"], ["features"]),
        (["length", "line.geojson"], ["features"]),
        (["share", "map.geojson#h", "--of", "regions.geojson"], ["shares"]),
        (["series", "map.geojson", "later.geojson"], ["rows"]),
        (["extract", "one.txt"], ["claims"]), (["distance", "30,50", "31,50"], []),
        (["diff", "map.geojson", "later.geojson"], []),
        (["check-article", "one.txt", "--scenarios", "maps", "--geodata", "."], ["unlinked"]),
    ])
    func oneNameHasOneValue(_ arguments: [String], _ path: [String]) throws {
        let folder = try Self.folder()
        let csv = try Program.run(arguments + ["--format", "csv"], in: folder)
        let json = try JSONText.value(
            reading: ByteSource(text: try Program.run(arguments + ["--format", "json"], in: folder).out))
        let rows = try CSVTable(csv.out)
        let objects = path.isEmpty ? [json] : json.object?[path[0]]?.array ?? []
        let header = csv.lines[0].split(separator: ",").map(String.init)
        #expect(objects.count == rows.rows.count && !objects.isEmpty)
        let object = try #require(objects.first?.object)
        var common = 0
        for (name, cell) in zip(header, try #require(rows.rows.first).cells) {
            switch object[name] {
            case .number(let number)?: #expect(number.value == Double(cell), "\(name)")
            case .string(let text)?: #expect(text == cell, "\(name)")
            case .bool(let isTrue)?: #expect("\(isTrue)" == cell, "\(name)")
            case .null?: #expect(cell.isEmpty, "\(name)")
            default: continue
            }
            common += 1
        }
        #expect(common >= 2)
    }
}
