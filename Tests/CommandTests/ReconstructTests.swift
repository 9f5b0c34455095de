// kgeo reconstruct on the built binary: the scenario it writes, what it prints, and what it refuses.

import Foundation
import TestSupport
import Testing

private let settlements = """
    name,lon,lat,coord_error_m,coord_source,region,holder,status,date,class,status_source
    West,35.2,51.5,300,map,Mark,South,controlled,2024-02-01,reported,a report
    Middle,35.3,51.5,300,map,Mark,,contested,2024-02-01,reported,another
    East,35.4,51.5,300,map,Mark,North,controlled,2024-02-01,inferred,none
    Far,35.45,51.55,300,map,Mark,North,controlled,2024-02-05,reported,later
    Abroad,34.9,51.5,300,map,Other,South,controlled,2024-02-01,reported,elsewhere

    """

private let border = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"role":"reference","id":"line",
    "boundary_error_m":30,"licence":"CC0-1.0"},
    "geometry":{"type":"LineString","coordinates":[[35,50],[35,53]]}}]}
    """

private let always = [
    "reconstruct", "s.csv", "--holder", "South", "--region", "Mark", "--border", "b.geojson", "--window",
    "34.8,51.3,35.6,51.7",
]

private func folder(_ table: String = settlements) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("s.csv", table)
    try folder.write("b.geojson", border)
    return folder
}

@Suite struct ReconstructTests {
    @Test(arguments: ["kriging", "nearest"]) func writesAScenarioThatChecks(method: String) throws {
        let folder = try folder()
        try folder.write(
            "c.json",
            #"{"claims":[{"id":"c","kind":"area","value":60,"unit":"km2","subject":{"holder":"South","region":"Mark"},"as_of":"2024-02-01"}]}"#
        )
        let run = try Program.run(
            always + [
                "--date", "2024-02-01", "--claims", "c.json", "--write", "out.geojson", "--title", "A map",
                "--method", method,
            ],
            in: folder)
        #expect(run.code == 0 && run.err.isEmpty)
        #expect(
            run.out.contains(
                "South in Mark, 2024-02-01: 3 settlements, 1 held, 1 contested, 1 held by others"))
        #expect(run.out.contains("without class \"inferred\""))
        let valid = try Program.run(["validate", "out.geojson"], in: folder)
        #expect(valid.code == 0)
        #expect(valid.out.contains("nothing wrong"))
        let check = try Program.run(["check-area", "out.geojson", "--format", "json"], in: folder)
        #expect(check.code == 0)
        let result = try #require((check.json()["results"] as? [[String: Any]])?.first)
        let rows = try #require(result["definitions"] as? [[String: Any]])
        let measured = try #require(rows.first?["measured"] as? [String: Any])
        let (u, stated, drawn) = (
            try #require(measured["u_si"] as? Double), try #require(measured["u_stated_si"] as? Double),
            try #require(measured["u_boundary_si"] as? Double)
        )
        #expect(stated > 0 && drawn > 0)
        #expect(abs(u * u / (stated * stated + drawn * drawn) - 1) < 0.01)

        // What reconstruct states of the error is what check-area finds in the file.
        let json = try Program.run(
            always + ["--date", "2024-02-01", "--format", "json", "--quiet", "--method", method], in: folder
        ).json()
        let map = try #require((json["maps"] as? [[String: Any]])?.first)
        let errors = try #require(map["u_m2"] as? [String: Any])
        let areas = try #require(map["area_m2"] as? [String: Any])
        #expect(abs((errors["controlled"] as? Double ?? 0) / u - 1) < 0.15)
        let value = try #require(measured["value_si"] as? Double)
        #expect(abs((areas["controlled"] as? Double ?? 0) / value - 1) < 1e-6)
    }

    @Test func severalDaysAreSeveralMaps() throws {
        let folder = try folder()
        let run = try Program.run(
            always + [
                "--date", "2024-02-01", "--date", "2024-02-10", "--write", "out.geojson",
            ],
            in: folder)
        #expect(run.code == 0)
        let text = try #require(folder.text("out.geojson"))
        let file = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let features = try #require(file["features"] as? [[String: Any]])
        let properties = features.compactMap { $0["properties"] as? [String: Any] }
        #expect(properties.count { $0["role"] as? String == "control" } == 4)
        #expect(properties.count { $0["role"] as? String == "place" } == 3 + 4)
        #expect(properties.count { $0["role"] as? String == "reference" } == 1)
        #expect(Set(properties.compactMap { $0["id"] as? String }).count == features.count)
    }

    @Test func probabilityIsALayerWithoutARole() throws {
        let folder = try folder()
        let arguments = always + ["--date", "2024-02-01", "--probability", "p.geojson", "--force"]
        #expect(try Program.run(arguments, in: folder).code == 0)
        let first = try #require(folder.text("p.geojson"))
        let file = try #require(
            try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [String: Any])
        let properties = try #require(file["features"] as? [[String: Any]]).compactMap {
            $0["properties"] as? [String: Any]
        }
        #expect(
            Set(properties.compactMap { $0["counting"] as? String }) == [
                "controlled", "controlled+contested",
            ])
        for band in properties {
            let low = try #require(band["probability_low"] as? Double)
            let high = try #require(band["probability_high"] as? Double)
            #expect(0 < low && low < high && high <= 1 && band["role"] == nil)
        }
        // The same to the byte on every run.
        #expect(try Program.run(arguments, in: folder).code == 0)
        #expect(folder.text("p.geojson") == first)
    }

    @Test func whereNothingIsHeldTheErrorIsStated() throws {
        let folder = try folder(
            """
            name,lon,lat,coord_error_m,region,holder,status,date,class
            West,35.2,51.5,300,Mark,North,controlled,2024-02-01,reported
            East,35.4,51.5,300,Mark,North,controlled,2024-02-01,reported
            Once,35.3,51.5,300,Mark,South,controlled,2024-01-01,reported
            Once,35.3,51.5,300,Mark,North,controlled,2024-02-01,reported

            """)
        let run = try Program.run(
            always + ["--date", "2024-02-01", "--write", "out.geojson", "--format", "json", "--quiet"],
            in: folder)
        #expect(run.code == 0, "\(run.err)")
        let map = try #require((try run.json()["maps"] as? [[String: Any]])?.first)
        #expect((map["area_m2"] as? [String: Any])?["controlled"] as? Double == 0)
        let u = try #require((map["u_m2"] as? [String: Any])?["controlled+contested"] as? Double)
        let high = try #require((map["high95_m2"] as? [String: Any])?["controlled+contested"] as? Double)
        #expect(abs(u / (high / 2) - 1) < 1e-9)
        let text = try #require(folder.text("out.geojson"))
        #expect(text.contains("ground that the line does not show"))
        #expect(try Program.run(["validate", "out.geojson"], in: folder).code == 0)
        // A claim is held against what the map states of ground that it does not draw.
        try folder.write(
            "c.json",
            #"{"claims":[{"id":"c","kind":"area","value":50,"unit":"km2","subject":{"holder":"South","region":"Mark"},"as_of":"2024-02-01"}]}"#
        )
        let check = try Program.run(
            ["check-area", "out.geojson", "--claims", "c.json", "--format", "json"], in: folder)
        let result = try #require((check.json()["results"] as? [[String: Any]])?.first)
        let row = try #require(
            (result["definitions"] as? [[String: Any]])?.first {
                $0["counting"] as? [String] == ["controlled", "contested"]
            })
        let measured = try #require(row["measured"] as? [String: Any])
        #expect(abs((measured["high95_si"] as? Double ?? 0) / high - 1) < 1e-3)
    }

    @Test func nothingIsWrittenUnlessAsked() throws {
        let folder = try folder()
        let run = try Program.run(always + ["--date", "2024-02-01"], in: folder)
        #expect(run.code == 0)
        #expect(run.err == "kgeo: note: no scenario was written; --write FILE writes it\n")
        #expect(folder.names == ["b.geojson", "s.csv"])
    }

    @Test func aFileThatExistsIsKept() throws {
        let folder = try folder()
        try folder.write("out.geojson", "mine")
        let run = try Program.run(always + ["--date", "2024-02-01", "--write", "out.geojson"], in: folder)
        #expect(run.code == 73)
        #expect(folder.text("out.geojson") == "mine")
        let input = try Program.run(
            always + ["--date", "2024-02-01", "--write", "s.csv", "--force"], in: folder)
        #expect(input.code == 73)
        #expect(folder.text("s.csv") == settlements)
    }

    @Test(
        arguments: [
            (
                ["--date", "2024-01-01"], 65,
                "s.csv: 0 settlements have a status on that day, and two are needed"
            ),
            ([], 64, "of which day is the map?"),
            (["--date", "2024-02-30"], 64, "--date 2024-02-30 is no day of the calendar"),
            (
                ["--date", "2024-02-01", "--method", "nearest", "--max-reach", "5"], 64,
                "--max-reach 5 has no unit"
            ),
            (
                ["--date", "2024-02-01", "--max-reach", "5km"], 64,
                "--max-reach belongs to --method nearest"
            ),
            (
                ["--date", "2024-02-01", "--method", "nearest", "--range", "5km"], 64,
                "--range belongs to --method kriging"
            ),
            (
                ["--date", "2024-02-01", "--method", "nearest", "--probability", "p.geojson"], 64,
                "--probability belongs to kriging"
            ),
            (
                ["--date", "2024-02-01", "--probability", "out.geojson"], 64,
                "--write and --probability both go to out.geojson"
            ),
            (["--date", "2024-02-01", "--window", "36,51,35,52"], 64, "--window 36,51,35,52 is no box"),
            (
                ["--date", "2024-02-01", "--window", "34.8,49,35.6,51.7"], 65,
                "b.geojson: the border does not close the window: it ends inside it, at 35, 50"
            ),
            (
                ["--date", "2024-02-01", "--window", "1,51.3,2,51.7"], 65,
                "b.geojson: the border does not cross the window"
            ),
            (
                ["--date", "2024-02-01", "--region", "Nowhere"], 65,
                "s.csv: no settlement lies in \"Nowhere\""
            ),
            (
                ["--date", "2024-02-01", "--holder", "East"], 65,
                "s.csv: no settlement is ever held by \"East\""
            ),
            (
                ["--date", "2024-02-01", "--within", "b.geojson"], 64,
                "--within gives the ground; --border and --window give it too"
            ),
        ] as [([String], Int32, String)])
    func refusals(more: [String], code: Int32, message: String) throws {
        let folder = try folder()
        let run = try Program.run(always + more + ["--write", "out.geojson"], in: folder)
        #expect(run.code == code)
        #expect(run.err.hasPrefix("kgeo: error: \(message)\n"), "\(run.err)")
        #expect(run.out.isEmpty)
        #expect(folder.names == ["b.geojson", "s.csv"])
    }

    @Test func settlementsAtOnePlaceAndBadRowsAreAllSaid() throws {
        let folder = try folder(
            settlements
                + "Twin,35.2001,51.5001,,,Mark,North,controlled,2024-02-01,,\nBad,,,,,Mark,,contested,2024-02-01,,\n"
        )
        let run = try Program.run(always + ["--date", "2024-02-01", "--write", "out.geojson"], in: folder)
        #expect(run.code == 65)
        #expect(run.err.contains("s.csv: line 7, column 1: Twin stands at the same place as West on line 2"))
        #expect(run.err.contains("s.csv: property \"lon\", line 8, column 1: Bad has no place"))
        #expect(folder.names == ["b.geojson", "s.csv"])
    }

    /// The shipped scenarios come out of their sources again, and Docs/Evidence.md shows what is printed. A debug build
    /// takes minutes for it.
    @Test(.enabled(if: isRelease, "the program without optimisation is too slow for it"))
    func shippedScenariosAreWhatTheirSourcesGive() throws {
        let root = try #require(SharedFolder.projectRoot)
        let folder = try TemporaryFolder()
        let run = Process()
        run.executableURL = URL(fileURLWithPath: "/bin/bash")
        run.arguments = [root + "/Scripts/scenarios.sh", Program.path, folder.path]
        let printed = try URL(fileURLWithPath: folder.write("printed.txt", ""))
        run.standardOutput = try FileHandle(forWritingTo: printed)
        try run.run()
        run.waitUntilExit()
        #expect(run.terminationStatus == 0)
        func areas(_ path: String) throws -> [String] {
            let lines = try Program.run(["area", path, "--format", "csv"]).lines.dropFirst()
            return lines.map { line in
                // A square decimetre in a thousand square kilometres: another GEOS may differ in the last digit.
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).dropFirst()
                return cells.map { Double($0).map { String(format: "%.6g", $0) } ?? String($0) }.joined(
                    separator: ",")
            }
        }
        for name in ["kursk-2024-08.geojson", "sumy-2025.geojson"] {
            let (shipped, made) = (
                try areas(root + "/Scenarios/" + name), try areas(folder.path + "/" + name)
            )
            #expect(shipped.count > 50)
            #expect(shipped == made)
        }
        let page = try #require(SharedFolder.text(of: root + "/Docs/Evidence.md"))
        for line in (folder.text("printed.txt") ?? "").split(separator: "\n") {
            #expect(page.contains(line), "Docs/Evidence.md does not show what Scripts/scenarios.sh prints")
        }
    }
}
