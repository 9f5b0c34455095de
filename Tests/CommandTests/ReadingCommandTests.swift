// kgeo check-article on the built binary: readings, the day of publication, batches, saved readings, other documents.

import Foundation
import TestSupport
import Testing

private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/maps", withIntermediateDirectories: false)
    try folder.write(
        "maps/sumy.geojson",
        Samples.collection([
            Samples.feature(
                Samples.square(35, 51, 0.2),
                #"{"holder":"Russia","region":"Sumy Oblast","status":"controlled","date":"2025-06-15"}"#)
        ]))
    try folder.write("one.txt", "Russian units now hold 205 square kilometres of Sumy Oblast.\n")
    return folder
}

@Suite struct ReadingCommandTests {
    private func figures(_ run: ProgramRun, _ index: Int = 0) throws -> [[String: Any]] {
        let texts = try #require(try run.json()["texts"] as? [[String: Any]])
        return try #require(texts[index]["figures"] as? [[String: Any]])
    }

    @Test func aFigureIsReadAgainstTheDayOfPublication() throws {
        let run = try Program.run(
            [
                "check-article", "one.txt", "--scenarios", "maps", "--published", "2025-06-15", "--format",
                "json",
            ], in: folder())
        let figure = try #require(try figures(run).first)
        let reading = try #require(figure["reading"] as? [String: Any])
        #expect(reading["holder"] as? String == "Russia" && reading["region"] as? String == "Sumy Oblast")
        #expect(reading["as_of"] as? String == "2025-06-15" && reading["checkable"] as? Bool == true)
        #expect((reading["because"] as? [Any])?.isEmpty == false)
        #expect(figure["unlinked"] is NSNull)
        #expect((figure["findings"] as? [Any])?.count == 1)
        #expect(reading["look"] as? String == "beside")
    }

    @Test func aReadingFromWhatStandsNearSaysSo() throws {
        let folder = try folder()
        try folder.write(
            "two.txt",
            "Russian forces control 120 square kilometres of Sumy Oblast. In late May it was barely 70.\n")
        let command = ["check-article", "two.txt", "--scenarios", "maps", "--published", "2025-06-15"]
        let found = try figures(try Program.run(command + ["--format", "json"], in: folder))
        let looks = found.map { ($0["reading"] as? [String: Any])?["look"] as? String }
        #expect(looks == ["beside", "near"])
        let table = try Program.run(command, in: folder).out
        #expect(table.ranges(of: "read the sentence").count == 1)
    }

    @Test func numbersOfSettlementsStandBesideTheFigures() throws {
        let folder = try folder()
        try folder.write(
            "two.txt", "Russian forces seized 40 square kilometres and 28 villages of Sumy Oblast in May.\n")
        let found = try Program.run(["extract", "two.txt", "--format", "json"], in: folder).json()
        let count = try #require((found["counts"] as? [[String: Any]])?.first)
        #expect(count["quote"] as? String == "28 villages" && count["of"] as? String == "villages")
        #expect(count["count_min"] as? Double == 28 && count["count_max"] as? Double == 28)
        #expect((found["claims"] as? [Any])?.count == 1)
        let read = try Program.run(
            [
                "check-article", "two.txt", "--scenarios", "maps", "--published", "2025-06-15", "--format",
                "json",
            ], in: folder)
        #expect(try figures(read).count == 1)
        let text = try #require((try read.json()["texts"] as? [[String: Any]])?.first)
        let own = try #require((text["counts"] as? [[String: Any]])?.first)
        let reading = try #require(own["reading"] as? [String: Any])
        #expect(reading["kind"] as? String == "count" && reading["measure"] as? String == "gained")
        #expect(reading["holder"] as? String == "Russia" && reading["region"] as? String == "Sumy Oblast")
        #expect(reading["period"] as? [String] == ["2025-05-01", "2025-05-31"])
    }

    @Test func withoutADayNothingIsJudgedThatHangsOnNow() throws {
        let run = try Program.run(["check-article", "one.txt", "--scenarios", "maps"], in: folder())
        #expect(run.code == 0 && run.out.contains("not linked: no date in the text"))
        #expect(run.out.contains("--published DATE"))
        let wrong = try Program.run(
            ["check-article", "one.txt", "--scenarios", "maps", "--published", "June"], in: folder())
        #expect(wrong.code == 64 && wrong.err.contains("--published June is no day of the calendar"))
    }

    @Test func aBatchIsAnsweredLineByLine() throws {
        let folder = try folder()
        try folder.write(
            "many.jsonl",
            """
            {"id":"a","text":"Russian units now hold 205 km² of Sumy Oblast.","published":"2025-06-15"}
            {"id":7,"text":"<p>Russia gained 564 km² of Ukraine in July.</p><aside>9 km²</aside>","published":"2025-08-05"}

            """)
        let run = try Program.run(
            [
                "check-article", "many.jsonl", "--scenarios", "maps", "--save-plan", "plan.json",
                "--published",
                "2025-06-15",
            ], in: folder)
        let lines = run.lines.filter { !$0.isEmpty }
        #expect(run.code == 0 && lines.count == 2)
        let second = try #require(
            JSONSerialization.jsonObject(with: Data(lines[1].utf8)) as? [String: Any])
        #expect(second["id"] as? String == "7")
        let notes = try #require(second["notes"] as? [[String: Any]]).compactMap { $0["note"] as? String }
        #expect(notes.contains { $0.contains("1 figure stands beside the article") })
        #expect(notes.contains { $0.contains("the line says 2025-08-05") })
        #expect(folder.text("plan.json")?.contains("\"because\"") == true)
    }

    @Test(
        "a document of another program is named, with what turns it into text",
        arguments: ["check-article", "extract"])
    func documents(command: String) throws {
        let folder = try folder()
        try Data("%PDF-1.7\n".utf8 + [0xE2, 0xE3]).write(to: URL(fileURLWithPath: folder.path + "/a.pdf"))
        try Data([0x50, 0x4B, 0x03, 0x04, 0x14, 0xFF]).write(
            to: URL(fileURLWithPath: folder.path + "/a.docx"))
        let scenarios = command == "extract" ? [] : ["--scenarios", "maps"]
        let pdf = try Program.run([command, "a.pdf"] + scenarios, in: folder)
        #expect(pdf.code == 66 && pdf.err.contains("this is a PDF") && pdf.err.contains("pdftotext"))
        let office = try Program.run([command, "a.docx"] + scenarios, in: folder)
        #expect(office.code == 66 && office.err.contains("office document") && office.err.contains("pandoc"))
    }
}
