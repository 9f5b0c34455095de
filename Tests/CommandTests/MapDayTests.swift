// Which day a file shows, asked of every command that reads maps: one answer.

import Foundation
import TestSupport
import Testing

/// A file by its name and properties, and the day it shows.
struct DatedFile: Sendable, CustomTestStringConvertible {
    var name: String
    var properties = "{}"
    var options: [String] = []
    /// The day; nil for none.
    var day: String?
    /// What is said of where the day comes from.
    var note: String?
    var isScenario = false
    var testDescription: String { "\(name) \(properties) \(options)" }

    static let all: [DatedFile] = [
        DatedFile(
            name: "deepstatemap_data_20250501.geojson", day: "2025-04-30",
            note: "the day is 2025-04-30, the day before that in the file's name (2025-05-01)"),
        DatedFile(
            name: "deepstatemap_data_20250501.geojson", options: ["--set", "status=controlled"],
            day: "2025-04-30",
            note: "the day is 2025-04-30, the day before that in the file's name (2025-05-01)"),
        DatedFile(
            name: "deepstatemap_data_20250501.geojson", options: ["--set", "date=2025-05-01"],
            day: "2025-05-01"),
        DatedFile(
            name: "1724272310.geojson", day: "2024-08-21",
            note: "the day is 2024-08-21 from the file's name (2024-08-21 20:31 in UTC)"),
        DatedFile(
            name: "1724277600.geojson", options: ["--time-zone", "Europe/Kyiv"], day: "2024-08-22",
            note: "the day is 2024-08-22 from the file's name (2024-08-22 01:00 in Europe/Kyiv)"),
        DatedFile(
            name: "map-2025-05-01.geojson", day: "2025-05-01",
            note: "the day is 2025-05-01 from the file's name"),
        DatedFile(
            name: "2024_08_21.geojson", day: "2024-08-21", note: "the day is 2024-08-21 from the file's name"),
        DatedFile(
            name: "front.2024.08.21.v2.geojson", day: "2024-08-21",
            note: "the day is 2024-08-21 from the file's name"),
        DatedFile(
            name: "20250501.geojson", properties: #"{"status":"controlled","date":null}"#, day: "2025-05-01",
            note: "the day is 2025-05-01 from the file's name"),
        DatedFile(name: "map.geojson"),
        DatedFile(name: "from_20250501_to_20250601.geojson"),
        DatedFile(name: "map_20251301.geojson"),
        DatedFile(
            name: "map.geojson", properties: #"{"date":"2025-05-02"}"#, day: "2025-05-02"),
        DatedFile(
            name: "map_20250502.geojson", properties: #"{"date":"2025-05-02"}"#, day: "2025-05-02"),
        DatedFile(
            name: "map_20250501.geojson", properties: #"{"date":"2025-05-02"}"#, day: "2025-05-02",
            note:
                "the file's name says 2025-05-01, its features say 2025-05-02; the features count"),
        DatedFile(
            name: "map_20250501.geojson", properties: #"{"day":"20250503"}"#,
            options: ["--date-property", "day"], day: "2025-05-03",
            note:
                "the file's name says 2025-05-01, its features say 2025-05-03; the features count"),
        DatedFile(name: "map_20250501.geojson", options: ["--set", "date=2025-05-04"], day: "2025-05-04"),
        DatedFile(
            name: "map_20250501.geojson",
            properties: #"{"role":"control","status":"controlled","holder":"North"}"#, isScenario: true),
        DatedFile(
            name: "map_20250501.geojson",
            properties: #"{"role":"control","status":"controlled","holder":"North","date":"2025-05-02"}"#,
            day: "2025-05-02", isScenario: true),
    ]
}

@Suite("The day of a map")
struct MapDayTests {
    private func folder(_ file: DatedFile) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let ground = Samples.feature(Samples.square(35, 51, 0.2), file.properties)
        try folder.write(
            file.name,
            Samples.collection(
                [ground], file.isScenario ? #""kgeo":{"schema":1,"title":"Made on 1 May"},"# : ""))
        try folder.write(
            "later.geojson",
            Samples.collection([
                Samples.feature(
                    Samples.square(35, 51, 0.3), #"{"date":"2026-01-01","day":"2026-01-01"}"#)
            ]))
        return folder
    }

    /// The days that each command says the file shows, by the command.
    private func days(_ file: DatedFile) throws -> [(command: String, day: String?, err: String)] {
        let folder = try folder(file)
        let json = ["--format", "json"]
        var result: [(String, String?, String)] = []
        func ask(
            _ command: String, _ arguments: [String], mayFail: Bool = false,
            _ day: ([String: Any]) -> String?
        ) throws {
            let run = try Program.run([command] + arguments + file.options, in: folder)
            let notes = try Program.run(
                [command] + arguments.filter { !json.contains($0) } + file.options, in: folder)
            if mayFail, file.day == nil {
                #expect(run.code == 65 && run.err.contains("of which day is this map?"), "\(command)")
            } else {
                #expect(run.code == 0, "\(command): \(run.err)")
            }
            result.append((command, run.code == 0 ? day(try run.json()) : nil, notes.err))
        }
        for command in ["check", "check-area"] {
            try ask(command, [file.name] + json) {
                ($0["areas"] as? [[String: Any]])?.first?["date"] as? String
            }
            try ask(command, [file.name, "--claim", "about 300 km2"] + json) {
                let row = ($0["results"] as? [[String: Any]])?.first
                let definition = (row?["definitions"] as? [[String: Any]])?.first
                return (definition?["measured"] as? [String: Any])?["date"] as? String
            }
        }
        try ask("series", [file.name] + json, mayFail: true) {
            ($0["rows"] as? [[String: Any]])?.first?["date"] as? String
        }
        if !file.options.contains("--set") {
            try ask("diff", [file.name, "later.geojson"] + json) {
                ($0["old"] as? [String: Any])?["date"] as? String
            }
        }
        try ask("front", [file.name, "--minus", "none"] + json) { $0["date"] as? String }
        if !file.isScenario {
            let run = try Program.run(["import", "geojson", file.name] + file.options, in: folder)
            if file.day == nil {
                // Where nothing changes hands a map may be of no day.
                #expect(run.code == 0 && run.err.contains("undated"), "\(run.err)")
            }
            let features = run.code == 0 ? try run.json()["features"] as? [[String: Any]] : nil
            result.append(
                (
                    "import", (features?.first?["properties"] as? [String: Any])?["date"] as? String,
                    file.day == nil ? "" : run.err
                ))
        }
        let bundle = try Program.run(["export", file.name, "--to", "out"] + file.options, in: folder)
        #expect(bundle.code == 0, "\(bundle.err)")
        let layer = try #require(
            folder.text("out/" + file.name.replacing(".geojson", with: "") + "-polygons.geojson"))
        let object = try JSONSerialization.jsonObject(with: Data(layer.utf8)) as? [String: Any]
        let row = (object?["features"] as? [[String: Any]])?.first?["properties"] as? [String: Any]
        result.append(("export", row?["date"] as? String, bundle.err))
        return result
    }

    @Test(arguments: DatedFile.all)
    func isTheSameInEveryCommand(_ file: DatedFile) throws {
        for (command, day, err) in try days(file) {
            #expect(day == file.day, "\(command) says \(day ?? "none")")
            if let note = file.note {
                #expect(err.contains(": " + note + "\n"), "\(command): \(err)")
            } else {
                #expect(!err.contains("from the file's name") && !err.contains("name says"), "\(command)")
            }
        }
    }

    /// share has no options for dates; what it says of the day is the same.
    @Test(arguments: DatedFile.all.filter { $0.options.isEmpty })
    func isTheSameInShare(_ file: DatedFile) throws {
        let run = try Program.run(["share", file.name, "--of", "UA"], in: try folder(file))
        #expect(run.code == 0)
        if let note = file.note {
            #expect(run.err.contains(note))
        } else {
            #expect(!run.err.contains("name"), "\(run.err)")
        }
    }

    @Test func theDaysOfManyFilesAreSaidOnce() throws {
        let folder = try SeriesTests.folder()
        let run = try Program.run(["series"] + SeriesTests.names, in: folder)
        #expect(run.err.contains("the day is 2025-05-01 from the file's name (and so in 4 more files)"))
        #expect(run.err.split(separator: "\n").count { $0.contains("from the file's name") } == 1)
    }

    @Test func anArticleIsHeldAgainstMapsByTheSameDays() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "map_20250501.geojson",
            Samples.collection([
                Samples.feature(
                    Samples.square(35, 51, 0.2), #"{"holder":"Northland","region":"Sumy Oblast"}"#)
            ]))
        try folder.write(
            "text.txt", "On 1 May 2025 Northland controlled 300 square kilometres of Sumy Oblast.\n")
        let run = try Program.run(["check-article", "text.txt", "--scenarios", "."], in: folder)
        #expect(run.err.contains("map_20250501.geojson: the day is 2025-05-01 from the file's name"))
        #expect(run.out.contains("2025-05-01"), "\(run.out)")
    }

    @Test func aTableOfSettlementsMayHaveItsDayInItsName() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "towns_20240827.csv",
            "name,lon,lat,status,holder,date\nA,35.1,51.1,controlled,North,2024-08-20\nB,35.4,51.1,controlled,South,2024-08-20\n"
        )
        try folder.write("ground.geojson", Samples.collection([Samples.feature(Samples.square(35, 51, 0.5))]))
        let arguments = [
            "reconstruct", "towns_20240827.csv", "--holder", "North", "--within", "ground.geojson",
        ]
        let run = try Program.run(arguments + ["--write", "m.geojson"], in: folder)
        #expect(run.code == 0, "\(run.err)")
        #expect(run.err.contains("the day is 2024-08-27 from the file's name"))
        #expect(folder.text("m.geojson")?.contains("\"date\":\"2024-08-27\"") == true)
    }
}
