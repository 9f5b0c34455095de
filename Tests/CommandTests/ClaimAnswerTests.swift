// What counts as held, which ends a kind may have, the printed number, and the form and meaning of a period: each asked
// of every command, claims file and table that can say it; one answer.

import Foundation
import TestSupport
import Testing

@Suite("One answer to a question about claims")
struct ClaimAnswerTests {
    /// Ground of three statuses, which grows from day to day.
    private static let days = ["2024-08-05", "2024-08-06", "2024-08-07", "2024-08-08"]
    private static let map: String = {
        var features: [String] = []
        for (i, day) in days.enumerated() {
            let size = 0.2 + 0.05 * Double(i)
            for (status, south) in [("controlled", 51.0), ("contested", 52.0), ("claimed", 53.0)] {
                features.append(
                    Samples.feature(
                        Samples.square(35, south, size),
                        "{\"role\":\"control\",\"status\":\"\(status)\",\"holder\":\"North\",\"date\":\"\(day)\"}",
                        id: "\(status)-\(day)"))
            }
        }
        return Samples.scenario("", features: features)
    }()

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", Self.map)
        return folder
    }

    /// What commands say of claims, as `from to value` of their first row.
    private func measured(_ run: ProgramRun) throws -> [[String: Any]] {
        let results = try run.json()["results"] as? [[String: Any]] ?? []
        return results.map { result in
            ((result["definitions"] as? [[String: Any]])?.first?["measured"] as? [String: Any]) ?? [:]
        }
    }

    // MARK: What counts as held

    @Test(
        arguments: [
            ("controlled", "controlled"), ("claimed", "claimed"), ("contested", "contested"),
            ("controlled+contested", "controlled+contested"),
            ("contested+controlled", "controlled+contested"), ("controlled + claimed", "controlled+claimed"),
            ("controlled;contested", "controlled+contested"),
            ("claimed,contested,controlled", "controlled+contested+claimed"), ("held", nil), ("", nil),
            ("controlled+grey", nil),
        ] as [(String, String?)])
    func counting(_ text: String, _ label: String?) throws {
        let folder = try folder()
        let statuses = label?.split(separator: "+").map(String.init)
        let word = text.split(separator: "+").last.map(String.init)
        let said = word.map { "\"\($0)\" is no status that counts as held" } ?? "no status is named"
        let hint = "use one or more of controlled, contested, claimed, joined with +: controlled+contested"
        func check(_ run: ProgramRun, _ exit: Int32, _ what: String, _ counted: ([String: Any]) -> [String]?)
            throws
        {
            guard let statuses else {
                #expect(run.code == exit, "\(what)")
                #expect(run.err.contains(said) && run.err.contains(hint), "\(what): \(run.err)")
                return
            }
            #expect(run.code == 0, "\(what): \(run.err)")
            let json = try run.json()
            #expect(counted(json) == statuses, "\(what)")
        }
        func list(_ text: Any?) -> [String]? { (text as? String)?.split(separator: "+").map(String.init) }
        func first(_ json: [String: Any]) -> [String]? {
            let rows = ((json["results"] as? [[String: Any]])?.first?["definitions"]) as? [[String: Any]]
            return rows?.first { $0["as_worded"] as? Bool == true }?["counting"] as? [String]
        }
        let counted = ["--counting", text, "--format", "json"]
        for command in [
            ["diff", "map.geojson"], ["series", "map.geojson"],
            ["front", "map.geojson", "--minus", "none", "--as-of", "2024-08-06"],
        ] {
            let run = try Program.run(
                command + counted.map { label == nil && $0 == "json" ? "table" : $0 }, in: folder)
            try check(run, 64, command[0]) { list($0["counting"]) }
        }
        let claim = ["--claim", "300 km2", "--as-of", "2024-08-06", "--worded", text]
        for command in ["check", "check-area"] {
            let format = label == nil ? "table" : "json"
            try check(
                try Program.run([command, "map.geojson", "--format", format] + claim, in: folder), 64,
                command, first)
            for property in ["worded", "counting"] {
                let base = #""id":"c","kind":"area","value":300,"unit":"km2","as_of":"2024-08-06""#
                try folder.write("text.json", "[{\(base),\"\(property)\":\"\(text)\"}]")
                let items = text.split { "+;,".contains($0) }.map { "\"\($0)\"" }.joined(separator: ",")
                try folder.write("list.json", "[{\(base),\"\(property)\":[\(items)]}]")
                try folder.write(
                    "c.csv",
                    "id,kind,value,unit,as_of,\(property)\nc,area,300,km2,2024-08-06,\"\(text)\"\n")
                // An empty cell says nothing, and is no error.
                for file in ["text.json", "list.json"] + (text.isEmpty ? [] : ["c.csv"]) {
                    try check(
                        try Program.run(
                            [command, "map.geojson", "--format", format, "--claims", file], in: folder),
                        65, "\(command) \(file)", first)
                }
            }
        }
    }

    // MARK: Ends

    @Test(
        arguments: [
            ("area", "km2", ["from"], "from"), ("area", "km2", ["inside"], "inside"),
            ("rate", "km2/day", ["to"], "to"), ("distance", "km", [], "from"),
            ("distance", "km", ["from"], nil), ("distance", "km", ["to"], nil),
            ("distance", "km", ["from", "inside"], "inside"), ("depth", "km", ["from"], nil),
            ("depth", "km", ["to"], "to"), ("width", "km", ["from"], "from"), ("radius", "km", ["from"], nil),
            ("radius", "km", ["inside"], "inside"), ("length", "km", ["inside"], nil),
            ("length", "km", ["from", "to"], nil), ("length", "km", ["from"], "to"),
            ("length", "km", ["from", "to", "inside"], "inside"),
        ] as [(String, String, [String], String?)])
    func ends(_ kind: String, _ unit: String, _ given: [String], _ wrong: String?) throws {
        let folder = try folder()
        let id = "controlled-2024-08-06"
        func value(_ end: String, _ inside: String) -> String { end == "inside" ? inside : "\"\(id)\"" }
        let ends = given.map { ",\"\($0)\":" + value($0, "{\"id\":\"\(id)\"}") }.joined()
        try folder.write(
            "c.json", "[{\"id\":\"c\",\"kind\":\"\(kind)\",\"value\":3,\"unit\":\"\(unit)\"\(ends)}]")
        let file = try Program.run(["check", "map.geojson", "--claims", "c.json"], in: folder)
        let options =
            (["length", "distance", "depth", "width", "radius"].contains(kind) ? ["--kind", kind] : [])
            + given.flatMap { ["--\($0)", id] }
        let typed = try Program.run(["check", "map.geojson", "--claim", "3 \(unit)"] + options, in: folder)
        try folder.write(
            "scenario.geojson",
            Self.map.replacing(
                #""claims":[]"#, with: #""claims":"# + (folder.text("c.json") ?? "")))
        let own = try Program.run(["check", "scenario.geojson"], in: folder)
        let valid = try Program.run(["validate", "scenario.geojson"], in: folder)
        guard let wrong else {
            #expect(file.code == 0 && typed.code == 0 && own.code == 0, "\(file.err) \(typed.err)")
            return
        }
        #expect(file.code == 65 && own.code == 65 && valid.code == 65 && typed.code == 64)
        // The words are the same but for how an end is called.
        func plain(_ text: String) -> String {
            (text.split(separator: "\n").first { $0.contains("error: ") }.map(String.init) ?? "")
                .replacing("--", with: "")
                .replacing("kgeo: error: ", with: "")
                .replacing("c.json: claim \"c\", property \"\(wrong)\": ", with: "")
                .replacing("scenario.geojson: claim \"c\", property \"\(wrong)\": ", with: "")
        }
        #expect(plain(file.err) == plain(typed.err) && plain(own.err) == plain(typed.err))
        #expect(!plain(file.err).isEmpty)
    }

    // MARK: The printed number

    @Test(
        arguments: [
            ("300", "exact", 300.0), ("[200,400]", "between", 300), ("[200,400]", "about", 300),
            ("[200,400]", "at_least", 200), ("[200,400]", "up_to", 400), ("[200,400]", "more_than", 200),
            ("[200,400]", "less_than", 400), ("[200,400]", "at_most", 400), ("[200,400]", "nearly", 300),
        ] as [(String, String, Double)])
    func printed(_ value: String, _ qualifier: String, _ number: Double) throws {
        let folder = try folder()
        try folder.write(
            "c.json",
            """
            [{"id":"c","kind":"area","value":\(value),"unit":"km2","qualifier":"\(qualifier)","as_of":"2024-08-06","counting":"controlled"}]
            """)
        for command in ["check", "check-area", "series"] {
            let run = try Program.run(
                [command, "map.geojson", "--claims", "c.json", "--format", "json"], in: folder)
            let results = try run.json()["results"] as? [[String: Any]]
            let row = (results?.first?["definitions"] as? [[String: Any]])?.first
            let measured = (row?["measured"] as? [String: Any])?["value_si"] as? Double ?? 0
            let ratio = row?["ratio"] as? Double ?? 0
            #expect(abs(ratio * measured / 1e6 - number) < 1e-9 * number, "\(command)")
        }
    }

    /// Figures typed with a command of their own, and the number that each is compared by.
    @Test(
        arguments: [
            ("about 20", 20.0), ("20-30", 25), ("at least 20", 20), ("up to 30", 30), ("nearly 20", 20),
            ("more than 20", 20), ("less than 30", 30),
        ] as [(String, Double)])
    func printedWithItsCommand(_ figure: String, _ number: Double) throws {
        let folder = try folder()
        let part = "map.geojson#controlled-2024-08-06"
        let share = try Program.run(
            ["share", part, "--of", "UA-59", "--claim", figure + " %", "--format", "json"], in: folder
        ).json()
        let row = (share["shares"] as? [[String: Any]])?.first
        let verdict = (row?["verdicts"] as? [[String: Any]])?.first
        let percent = row?["percent"] as? Double ?? 0
        #expect(abs((verdict?["ratio"] as? Double ?? 0) * percent - number) < 1e-9 * number)
        let checked = try Program.run(
            [
                "check", "map.geojson", "--as-of", "2024-08-06", "--worded", "controlled", "--claim",
                figure + " %", "--of", "UA-59", "--format", "json",
            ], in: folder
        ).json()
        let definition =
            ((checked["results"] as? [[String: Any]])?.first?["definitions"] as? [[String: Any]])?
            .first
        let fraction = (definition?["measured"] as? [String: Any])?["value_si"] as? Double ?? 0
        #expect(abs((definition?["ratio"] as? Double ?? 0) * fraction * 100 - number) < 1e-9 * number)
        // The ruler implied by a length is that of the printed number.
        let front = { (claims: [String]) throws -> [Double] in
            let run = try Program.run(
                ["front", "map.geojson", "--minus", "none", "--as-of", "2024-08-06", "--format", "json"]
                    + claims.flatMap { ["--claim", $0] }, in: folder)
            return (try run.json()["claims"] as? [[String: Any]])?.compactMap { $0["ruler_m"] as? Double }
                ?? []
        }
        let rulers = try front([figure + " km", "\(number) km"])
        #expect(Set(rulers).count <= 1)
    }

    // MARK: The form of a period

    private static let forms = [
        "2024-08-06,2024-08-08", "2024-08-06;2024-08-08", "2024-08-06..2024-08-08", "2024-08-06/2024-08-08",
        "2024-08-06 to 2024-08-08", "2024-08-06 .. 2024-08-08", "2024-08-06, 2024-08-08",
        "2024-08-06…2024-08-08",
    ]

    /// Every way to say a period: an option of three commands, a text, a list and a cell of a claims file.
    private func periods(_ form: String, in folder: TemporaryFolder) throws -> [(String, ProgramRun)] {
        let json = ["--format", "json"]
        let base =
            #""id":"c","kind":"area","measure":"gained","value":300,"unit":"km2","worded":"controlled""#
        try folder.write("text.json", "[{\(base),\"period\":\"\(form)\"}]")
        try folder.write(
            "c.csv",
            "id,kind,measure,value,unit,worded,period\nc,area,gained,300,km2,controlled,"
                + (form.contains(",") ? "\"\(form)\"" : form) + "\n")
        try folder.write(
            "scenario.geojson",
            Self.map.replacing(#""claims":[]"#, with: #""claims":"# + (folder.text("text.json") ?? "")))
        var runs: [(String, ProgramRun)] = []
        for command in ["check", "check-area", "series"] {
            let typed = [
                command, "map.geojson", "--claim", "300 km2", "--measure", "gained", "--worded", "controlled",
                "--period", form,
            ]
            runs.append((command, try Program.run(typed + json, in: folder)))
            for file in ["text.json", "c.csv"] {
                runs.append(
                    (
                        "\(command) \(file)",
                        try Program.run([command, "map.geojson", "--claims", file] + json, in: folder)
                    ))
            }
        }
        runs.append(("scenario", try Program.run(["check", "scenario.geojson"] + json, in: folder)))
        return runs
    }

    @Test(arguments: forms)
    func formOfAPeriod(_ form: String) throws {
        let folder = try folder()
        for (what, run) in try periods(form, in: folder) {
            #expect(run.code == 0, "\(what): \(run.err)")
            let result = (try run.json()["results"] as? [[String: Any]])?.first
            #expect(result?["period"] as? [String] == ["2024-08-06", "2024-08-08"], "\(what)")
        }
        try folder.write(
            "list.json",
            #"[{"id":"c","kind":"area","measure":"gained","value":300,"unit":"km2","period":["2024-08-06","2024-08-08"]}]"#
        )
        let list = try Program.run(
            ["check", "map.geojson", "--claims", "list.json", "--format", "json"], in: folder)
        #expect(
            (try list.json()["results"] as? [[String: Any]])?.first?["period"] as? [String]
                == ["2024-08-06", "2024-08-08"])
    }

    @Test(arguments: ["2024-08-06", "2024-08-08..2024-08-06", "2024-08-06..2024-02-30", "August 2024"])
    func whatIsNoPeriod(_ form: String) throws {
        let folder = try folder()
        let hint = "write its first and its last day, like 2024-08-06..2025-04-26"
        for (what, run) in try periods(form, in: folder) {
            #expect(run.code == (what.contains(" ") || what == "scenario" ? 65 : 64), "\(what)")
            // As JSON, quotes are escaped.
            #expect(
                run.err.contains("is no period: two days of the calendar in order"), "\(what): \(run.err)")
            #expect(run.err.contains(hint), "\(what)")
        }
    }

    // MARK: The meaning of a period

    @Test(
        arguments: [
            (("2024-08-06", "2024-08-08"), "2024-08-05", "2024-08-08"),
            (("2024-08-07", "2024-08-07"), "2024-08-06", "2024-08-07"),
            (("2024-08-08", "2024-08-08"), "2024-08-07", "2024-08-08"),
        ])
    func meaningOfAPeriod(_ period: (String, String), _ from: String, _ to: String) throws {
        let folder = try folder()
        for measure in ["gained", "lost", "net"] {
            var values: Set<Double> = []
            let claim = [
                "--claim", "300 km2", "--measure", measure, "--worded", "controlled", "--period",
                "\(period.0)..\(period.1)", "--format", "json",
            ]
            for command in ["check", "check-area", "series"] {
                let run = try Program.run([command, "map.geojson"] + claim, in: folder)
                let measured = try #require(try measured(run).first)
                #expect(measured["from_date"] as? String == from && measured["to_date"] as? String == to)
                values.insert(((measured["value_si"] as? Double ?? .nan) / 1e3).rounded())
            }
            // Two holdings, "from A to B", are those of A and B.
            let diff = try Program.run(
                ["diff", "map.geojson", "--from", from, "--to", to, "--format", "json"], in: folder)
            values.insert(((try diff.json()["\(measure)_m2"] as? Double ?? .nan) / 1e3).rounded())
            #expect(values.count == 1, "\(measure): \(values)")
        }
    }
}
