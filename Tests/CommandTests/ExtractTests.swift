// kgeo extract: the contract of its output, batches, errors, and the scores on labelled texts.

import Foundation
import TestSupport
import Testing

struct ExtractTests {
    static let text =
        "In May the rebels seized about 1,300 km² (502 sq mi) of Dravik province, officials said."

    @Test func theObjectHasEveryMemberOfTheContract() throws {
        let run = try Program.run(["extract", "-", "--format", "json"], input: Self.text)
        #expect(run.code == 0)
        let object = try run.json()
        #expect(object["id"] as? String == "-")
        let claim = try #require((object["claims"] as? [[String: Any]])?.first)
        #expect(
            Set(claim.keys) == [
                "kind", "measure", "value_min", "value_max", "unit", "qualifier", "quote", "start", "end",
                "si_min",
                "si_max", "worded", "places", "actor", "attribution", "date", "period", "equivalents",
                "flags", "vague",
            ])
        #expect(claim["kind"] as? String == "area" && claim["measure"] as? String == "gained")
        #expect(claim["value_min"] as? Double == 1300 && claim["value_max"] as? Double == 1300)
        #expect(claim["unit"] as? String == "km2" && claim["qualifier"] as? String == "about")
        #expect(claim["quote"] as? String == "1,300 km² (502 sq mi)")
        #expect(claim["start"] as? Int == 31 && claim["end"] as? Int == 52)
        #expect(claim["si_min"] as? Double == 1.3e9 && claim["worded"] as? String == "controlled")
        #expect(claim["places"] as? [String] == ["Dravik province"])
        #expect(claim["actor"] as? String == "rebels" && claim["attribution"] as? String == "officials")
        #expect(claim["date"] as? String == "May" && claim["period"] is NSNull)
        #expect((claim["flags"] as? [String])?.isEmpty ?? false)
        let other = try #require((claim["equivalents"] as? [[String: Any]])?.first)
        #expect(other["unit"] as? String == "mi2" && other["value_min"] as? Double == 502)
    }

    @Test func aBatchIsAnsweredLineByLine() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "texts.jsonl",
            "{\"id\":\"a\",\"text\":\"They hold 40 km².\"}\n\n{\"text\":\"Nothing here.\",\"id\":7}\r\n{\"id\":\"c\",\"text\":\"<p>20&nbsp;% of the territory</p>\"}"
        )
        let run = try Program.run(["extract", "texts.jsonl"], in: folder)
        #expect(run.code == 0)
        let lines = run.lines.filter { !$0.isEmpty }
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("{\"id\":\"a\",\"claims\":[{\"kind\":\"area\""))
        #expect(lines[1] == "{\"id\":\"7\",\"claims\":[],\"counts\":[]}")
        #expect(lines[2].contains("\"quote\":\"20&nbsp;%\"") && lines[2].contains("\"start\":3,\"end\":12"))
        let piped = try Program.run(
            ["extract", "--batch", "-"], input: "{\"id\":1,\"text\":\"5 km from the border\"}\n")
        #expect(piped.out.contains("\"kind\":\"distance\""))
    }

    @Test func tableAndCSVPrintTheSameFigures() throws {
        let table = try Program.run(["extract", "-"], input: Self.text)
        #expect(table.code == 0)
        #expect(table.out.contains("1 geospatial figure") && table.out.contains("about 1,300 km²"))
        let csv = try Program.run(["extract", "-", "--format", "csv"], input: Self.text)
        #expect(csv.lines[0].hasPrefix("id,kind,measure,value_min,value_max,unit,qualifier,quote,start,end"))
        #expect(csv.lines[1].hasPrefix("-,area,gained,1300,1300,km2,about,\"1,300 km² (502 sq mi)\",31,52"))
        let none = try Program.run(["extract", "-"], input: "Nothing to measure.")
        #expect(none.out == "-: no geospatial figure\n")
    }

    @Test func errorsSayFileAndLine() throws {
        let folder = try TemporaryFolder()
        try folder.write("bad.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\"}\n")
        let noText = try Program.run(["extract", "bad.jsonl"], in: folder)
        #expect(noText.code == 65 && noText.err.contains("bad.jsonl: line 2"))
        try folder.write("broken.jsonl", "{\"id\":\"a\",\n")
        let broken = try Program.run(["extract", "broken.jsonl"], in: folder)
        #expect(broken.code == 65 && broken.err.contains("broken.jsonl"))
        try folder.write("latin.txt", bytes: [0x34, 0x30, 0x20, 0x6B, 0x6D, 0xB2])
        #expect(try Program.run(["extract", "latin.txt"], in: folder).code == 65)
        #expect(try Program.run(["extract", "missing.txt"], in: folder).code == 66)
        try folder.write("a.txt", "x")
        #expect(try Program.run(["extract", "a.txt", "bad.jsonl"], in: folder).code == 64)
    }

    @Test func convertKeepsDigitsAndTestsPairs() throws {
        let run = try Program.run(["convert", "100-400 sq mi", "--to", "km2"])
        #expect(run.code == 0 && run.lines[0] == "100-400 sq mi = 260–1,000 km²")
        let json = try Program.run(["convert", "about 1,300 km2", "--to", "sq mi", "--format", "json"]).json()
        let number = try #require((json["numbers"] as? [[String: Any]])?.first)
        #expect(number["rounded"] as? Double == 500 && json["unit"] as? String == "mi2")
        let good = try Program.run(["convert", "--pair", "1,250 km (800 mi)"])
        #expect(good.code == 0 && good.out.contains("agree: 800 mi is 1,250 km, rounded"))
        let bad = try Program.run(["convert", "--pair", "500 acres (1,235 ha)", "--format", "json"]).json()
        #expect(bad["conversion_mismatch"] as? Bool == true)
        for wrong in [
            ["convert"], ["convert", "5 km"], ["convert", "5 km", "--to", "km2"],
            ["convert", "--pair", "5 km"], ["convert", "5 km (3 ha)", "--to", "mi"],
            ["convert", "x", "--to", "km"],
        ] {
            #expect(try Program.run(wrong).code == 64, "\(wrong)")
        }
    }

    /// What the scorer beside the project says of labelled texts.
    struct Score {
        var f1 = 0.0, kinds = 0.0, qualifiers = 0.0
        var found = 0, wrong = 0, missed = 0, badNegatives = 0
    }

    static func score(_ name: String) throws -> Score {
        let folder = try TemporaryFolder()
        let gold = try #require(SharedFolder.path("claims/\(name).jsonl"))
        let run = try Program.run(["extract", gold, "--output", "predictions.jsonl"], in: folder)
        try #require(run.code == 0)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", try #require(SharedFolder.path("claims/score.py")), gold,
            folder.path + "/predictions.jsonl", "--errors",
            "50", "--json", folder.path + "/score.json",
        ]
        // What is missed is printed: the report a reader wants.
        try process.run()
        process.waitUntilExit()
        let data = Data(try #require(folder.text("score.json")).utf8)
        let numbers = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        func number(_ key: String) throws -> Double { try #require(numbers[key] as? Double, "\(key)") }
        return Score(
            f1: try number("f1"), kinds: try number("kind_acc"), qualifiers: try number("qualifier_acc"),
            found: Int(try number("tp")), wrong: Int(try number("fp")), missed: Int(try number("fn")),
            badNegatives: Int(try number("neg_items_with_fp")))
    }

    @Test(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
    func labelledTextsAreReadAsWellAsBefore() throws {
        let dev = try Self.score("dev")
        #expect(dev.f1 >= 0.95 && dev.kinds >= 0.95 && dev.qualifiers >= 0.95)
        #expect(dev.badNegatives <= 1)
    }

    @Test(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
    func theFiveArticlesAreReadWhole() throws {
        let seeds = try Self.score("seeds")
        #expect(seeds.found == 6 && seeds.wrong == 0 && seeds.missed == 0)
    }
}

@Suite struct LongTextTests {
    /// A text longer than a piece gives the claims of its parts, with places counted from its beginning.
    @Test func longTextsAreReadInPieces() throws {
        let folder = try TemporaryFolder()
        let paragraph = "The army of Südland holds 130 square kilometres of Ostmark.\n\n"
        let filler =
            String(repeating: "Nothing of note was said that day, and nothing more. ", count: 1_000) + "\n\n"
        let many = String(repeating: filler, count: 110)
        let text = paragraph + many + paragraph + many + paragraph
        try folder.write("long.txt", text)
        let run = try Program.run(["extract", "long.txt", "--format", "csv"], in: folder)
        #expect(run.code == 0)
        let starts = run.lines.dropFirst().filter { !$0.isEmpty }.map { $0.split(separator: ",")[8] }
        let step = paragraph.unicodeScalars.count + many.unicodeScalars.count
        let first = try #require(starts.first.flatMap { Int($0) })
        #expect(starts.compactMap { Int($0) } == [first, first + step, first + 2 * step])
    }

    @Test func aLongBatchKeepsItsLines() throws {
        let folder = try TemporaryFolder()
        let line =
            #"{"id":"x","text":"\#(String(repeating: "Rain. ", count: 2_000))They hold 5 km2 of it."}"# + "\n"
        let bad = "{\"id\":\"last\"}\n"
        try folder.write("long.jsonl", String(repeating: line, count: 400) + bad)
        let run = try Program.run(["extract", "long.jsonl"], in: folder)
        #expect(run.code == 65)
        #expect(run.err.contains("long.jsonl: line 401"))
        #expect(run.lines.count { $0.contains("\"km2\"") } == 400)
    }
}
