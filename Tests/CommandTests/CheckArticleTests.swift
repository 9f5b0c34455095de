// kgeo check-article on the built binary: linking, reasons, contradictions, the contract of its JSON.

import Foundation
import TestSupport
import Testing

private let map = """
    {"type":"FeatureCollection","kgeo":{"schema":1,"title":"Invented"},"features":[
    {"type":"Feature","id":"a","properties":{"role":"control","status":"controlled","holder":"Southland","region":"Southmark","date":"2024-02-10"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[35.4,51],[35.4,51.2],[35,51.2],[35,51]]]}},
    {"type":"Feature","id":"b","properties":{"role":"control","status":"contested","holder":"Southland","region":"Southmark","date":"2024-02-10"},"geometry":{"type":"Polygon","coordinates":[[[35.4,51],[35.6,51],[35.6,51.2],[35.4,51.2],[35.4,51]]]}}]}
    """

private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/maps", withIntermediateDirectories: false)
    try folder.write("maps/southmark.geojson", map)
    try folder.write(
        "one.txt",
        "Southland controls about 930 square kilometres of Southmark. It lost 40 tanks. The Westmark fire burned 12 square miles.\n"
    )
    try folder.write("two.md", "**Southland** controls [2,000](#) square kilometres of Southmark.\n")
    return folder
}

@Suite struct CheckArticleTests {
    @Test func figuresAreLinkedCheckedAndCompared() throws {
        let folder = try folder()
        let run = try Program.run(
            ["check-article", "one.txt", "two.md", "--scenarios", "maps", "--quiet"], in: folder)
        #expect(run.code == 0 && run.err.isEmpty)
        #expect(run.out.contains("one.txt: 2 territorial figures"))
        #expect(run.out.contains("1. “930 square kilometres”: area, Southland in Southmark"))
        #expect(
            run.out.contains(
                "≠ southmark.geojson of 2024-02-10: depends on the definition: above the map as worded"))
        #expect(run.out.contains("– not linked: the text does not speak of ground that somebody holds"))
        #expect(run.out.contains("Statements that cannot all hold:"))
        #expect(run.lines.allSatisfy { $0.count <= 100 })
    }

    @Test func jsonFollowsItsContract() throws {
        let folder = try folder()
        let run = try Program.run(
            ["check-article", "one.txt", "--scenarios", "maps", "--format", "json"], in: folder)
        let json = try run.json()
        #expect(json["schema_version"] as? Int == 2)
        let results = try #require(json["results"] as? [[String: Any]])
        let result = try #require(results.first)
        #expect(results.count == 1)
        #expect(result["quote"] as? String == "930 square kilometres")
        let text = Array("Southland controls about 930 square kilometres of Southmark.".unicodeScalars)
        let (start, end) = (try #require(result["start"] as? Int), try #require(result["end"] as? Int))
        #expect(String(String.UnicodeScalarView(text[start..<end])) == "930 square kilometres")
        #expect(result["scenario"] as? String == "maps/southmark.geojson")
        #expect(result["verdict"] as? String == "depends-on-definition")
        #expect((result["definitions"] as? [Any])?.count == 2)
        let unlinked = try #require(json["unlinked"] as? [[String: Any]])
        #expect(unlinked.first?["quote"] as? String == "12 square miles")
        #expect(unlinked.first?["reason"] as? String != nil)
    }

    @Test func standardInputAndHTML() throws {
        let folder = try folder()
        let run = try Program.run(
            ["check-article", "-", "--scenarios", "maps", "--format", "csv"],
            input: "<html><p>Southland controls <b>930&nbsp;km²</b> of Southmark.</p></html>", in: folder)
        #expect(run.code == 0)
        #expect(
            run.lines[0]
                == "text,number,quote,start,end,kind,scenario,verdict_as_worded,verdict,because,maker,maps,command,sentence"
        )
        #expect(run.lines[1].hasPrefix("-,1,930&nbsp;km²,"))
    }

    @Test func whatIsMissingIsSaid() throws {
        let folder = try folder()
        let none = try Program.run(["check-article", "one.txt", "--scenarios", "nowhere"], in: folder)
        #expect(none.code == 66 && none.err.contains("nowhere: this folder cannot be read"))
        try FileManager.default.createDirectory(
            atPath: folder.path + "/empty", withIntermediateDirectories: false)
        let empty = try Program.run(["check-article", "one.txt", "--scenarios", "empty"], in: folder)
        #expect(empty.code == 66 && empty.err.contains("empty: there is no scenario in this folder"))
        try folder.write("maps/broken.geojson", "{")
        let broken = try Program.run(["check-article", "one.txt", "--scenarios", "maps"], in: folder)
        #expect(broken.code == 0 && broken.err.contains("maps/broken.geojson"))
        #expect(
            try Program.run(["check-article", "missing.txt", "--scenarios", "maps"], in: folder).code == 66)
    }

    /// The page of findings is what the program prints, where the articles are.
    @Test(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
    func findingsAreWhatIsPrinted() throws {
        let root = try #require(SharedFolder.projectRoot)
        let folder = try TemporaryFolder()
        let printed = try URL(fileURLWithPath: folder.write("printed.md", ""))
        let run = Process()
        run.executableURL = URL(fileURLWithPath: "/bin/bash")
        run.arguments = [root + "/Scripts/findings.sh", Program.path, root + "/../shared/articles"]
        run.standardOutput = try FileHandle(forWritingTo: printed)
        try run.run()
        run.waitUntilExit()
        #expect(run.terminationStatus == 0)
        #expect(
            folder.text("printed.md") == SharedFolder.text(of: root + "/Docs/Findings.md"),
            "run make findings")
    }
}

@Suite struct ScenarioTableTests {
    /// The table of Scenarios/README.md is what the program says of each figure.
    @Test func theTableIsWhatIsSaid() throws {
        let root = try #require(SharedFolder.projectRoot)
        let folder = try TemporaryFolder()
        let printed = try URL(fileURLWithPath: folder.write("table.md", ""))
        let run = Process()
        run.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        run.arguments = ["python3", root + "/Scripts/scenario-table.py", Program.path]
        run.currentDirectoryURL = URL(fileURLWithPath: root)
        run.standardOutput = try FileHandle(forWritingTo: printed)
        try run.run()
        run.waitUntilExit()
        #expect(run.terminationStatus == 0)
        let page = SharedFolder.text(of: root + "/Scenarios/README.md") ?? ""
        #expect(page.contains(try #require(folder.text("table.md"))), "run make scenarios")
    }
}
