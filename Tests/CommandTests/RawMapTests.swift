// A mapmaker's raw file in every command that takes maps: what its words mean, never all of it as held.

import TestSupport
import Testing

/// Small maps of known makers.
enum RawMaps {
    static func area(_ properties: String, _ west: Double, _ south: Double) -> String {
        Samples.feature(Samples.square(west, south, 0.1), "{\(properties)}")
    }

    /// Two squares held by Russia, one by Ukraine, one grey, two that do not count.
    static func service(moved: Double = 0) -> String {
        Samples.collection([
            area(
                ##""fill":"#a52714","name":"Окуповано /// Occupied /// geoJSON.status.occupied""##,
                37 + moved, 48),
            area(##""fill":"#880e4f","name":"Крим /// Crimea /// geoJSON.territories.crimea""##, 37.3, 48),
            area(##""fill":"#bcaaa4","name":"Статус невідомий /// Unknown status""##, 37.5, 48),
            area(##""fill":"#01579b","name":"Звільнено /// Liberated""##, 35, 51),
            area(##""fill":"#0f9d58","name":"Звільнено /// Liberated""##, 31, 50),
            area(
                ##""fill":"#ff5252","name":"Придністров'я /// Transnistria /// geoJSON.territories.t""##, 29,
                47),
        ])
    }

    static let mirror = Samples.collection([area("", 37, 48)])

    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("1748806839.geojson", service(moved: 0.05))
        try folder.write("1749672671.geojson", service())
        try folder.write("deepstatemap_data_20250611.geojson", mirror)
        return folder
    }
}

@Suite struct RawMapTests {
    private static let raw = "1749672671.geojson"
    /// A square of a tenth of a degree at 48° N, in m²; so much is held there twice.
    private static let square = 82.9e6

    private func run(_ arguments: [String], input: String = "") throws -> ProgramRun {
        try Program.run(arguments, input: input, in: RawMaps.folder())
    }

    @Test func distancesEndAtWhatIsHeld() throws {
        // The liberated square lies at 31 E, 50 N; what Russia holds begins at 37 E.
        let run = try run(["distance", Self.raw, "31.05,50.05", "--format", "json"])
        #expect(run.code == 0, "\(run.err)")
        #expect(try run.json()["distance_m"] as? Double ?? 0 > 400_000)
        #expect(run.out.contains("the ground of Russia, which holds most, is meant"))
    }

    @Test func buffersAreOfWhatIsHeld() throws {
        let run = try run(["buffer", Self.raw, "--distance", "1 km", "--format", "csv"])
        #expect(run.code == 0, "\(run.err)")
        #expect(run.lines.filter { !$0.isEmpty }.count == 3)
    }

    @Test func anOutlineIsThatOfWhatIsHeld() throws {
        let folder = try RawMaps.folder()
        try folder.write("whole.geojson", Samples.collection([Samples.feature(Samples.square(28, 46, 12))]))
        let share = try Program.run(
            ["share", "whole.geojson", "--of", Self.raw, "--format", "json"], in: folder)
        #expect(share.code == 0, "\(share.err)")
        let whole = try #require(try share.json()["whole_area"] as? [String: Any])["area_m2"] as? Double ?? 0
        #expect(abs(whole / Self.square - 2) < 0.01, "\(whole)")
        let cut = try Program.run(
            ["check-area", "whole.geojson", "--in", Self.raw, "--set", "holder=A", "--format", "csv"],
            in: folder)
        #expect(cut.code == 0, "\(cut.err)")
        #expect(cut.err.contains("the ground of Russia, which holds most, is meant"))
    }

    @Test func aFigureThatNamesNobodyIsOfTheSideThatHoldsMost() throws {
        for command in ["check-area", "check"] {
            let run = try run([command, Self.raw, "--claim", "about 166 km2", "--format", "json"])
            #expect(run.code == 0, "\(run.err)")
            #expect(run.out.contains("held against the ground of Russia, which holds most"))
            let findings = try #require(try run.json()["results"] as? [[String: Any]])
            let rows = try #require(findings.first?["definitions"] as? [[String: Any]])
            let value = try #require(
                (rows.first?["measured"] as? [String: Any] ?? rows.first)?["value_si"] as? Double)
            #expect(abs(value / Self.square - 2) < 0.01, "\(value)")
        }
    }

    @Test func anImportWithoutAStatusIsRefused() throws {
        let run = try run(["import", "geojson", Self.raw, "--set", "holder=Russia"])
        #expect(run.code == 65 && run.out.isEmpty)
        #expect(run.err.contains("without a status mapped, all of it would count as held"))
        // The mirror is held throughout.
        let mirror = try self.run(
            ["import", "geojson", "deepstatemap_data_20250611.geojson", "--set", "holder=Russia"])
        #expect(mirror.code == 0)
    }

    @Test func areaRefusesItWhereverItStands() throws {
        let folder = try RawMaps.folder()
        try folder.write("0.geojson", RawMaps.mirror)
        let piped = try Program.run(["area", "-"], input: RawMaps.service(), in: folder)
        #expect(piped.code == 65 && piped.out.isEmpty && piped.err.contains("kgeo check-area FILE"))
        let between = try Program.run(["area", "."], in: folder)
        #expect(between.code == 65 && between.out.isEmpty, "\(between.out)")
        // What only looks at standard input leaves all of it to be measured.
        let other = try Program.run(["area", "-", "--format", "csv"], input: Samples.oneSquare, in: folder)
        #expect(other.code == 0 && other.lines.count == 3)
        let drawn = try Program.run(
            ["area", "-", "--as-drawn", "--format", "csv"], input: RawMaps.service(), in: folder)
        #expect(drawn.code == 0 && drawn.lines.count == 8)
    }

    @Test func aMirrorLagsAndTheFindingSaysSo() throws {
        let name = "deepstatemap_data_20250611.geojson"
        let list = try run(["check-area", name, "--format", "csv"])
        #expect(list.out.contains("2025-06-10"), "\(list.out)")
        #expect(
            list.err.contains("the day is 2025-06-10, the day before that in the file's name (2025-06-11)"))
        let check = try run(["check-area", name, "--claim", "about 83 km2", "--as-of", "2025-06-10"])
        #expect(
            check.out.replacing("\n", with: " ").replacing("    ", with: "").contains(
                "the map of 2025-06-10 may show the ground of 2025-06-09"), "\(check.out)")
        // A service file of the evening shows its day.
        let service = try run(["check-area", Self.raw, "--claim", "about 166 km2"])
        #expect(service.code == 0 && !service.out.contains("may show the ground"))
        // Whoever knows the day says it.
        let given = try run([
            "check-area", name, "--set", "date=2025-06-11", "--set", "holder=Russia", "--format", "csv",
        ])
        #expect(given.out.contains("2025-06-11") && !given.out.contains("2025-06-10"), "\(given.out)")
    }

    @Test func seriesAndDiffGiveWhatTheyGiveAfterImport() throws {
        let folder = try RawMaps.folder()
        for file in ["1748806839", "1749672671"] {
            let run = try Program.run(
                ["import", "deepstate", "\(file).geojson", "--no-regions", "--output", "i-\(file).geojson"],
                in: folder)
            #expect(run.code == 0)
        }
        try expectSame(
            folder, "1748806839.geojson", "1749672671.geojson", "i-1748806839.geojson", "i-1749672671.geojson"
        )
    }

    private func expectSame(
        _ folder: TemporaryFolder, _ a: String, _ b: String, _ importedA: String, _ importedB: String
    ) throws {
        for holder in ["Russia", "Ukraine"] {
            let tail = ["--holder", holder, "--format", "json"]
            let raw = try Program.run(["diff", a, b] + tail, in: folder).json()
            let imported = try Program.run(["diff", importedA, importedB] + tail, in: folder).json()
            for key in ["old_m2", "new_m2", "gained_m2", "lost_m2", "net_m2"] {
                let (own, other) = (raw[key] as? Double ?? -1, imported[key] as? Double ?? -2)
                #expect(abs(own - other) < 1, "\(holder) \(key): \(own), \(other)")
            }
            func areas(_ files: [String]) throws -> [Double] {
                let rows =
                    try Program.run(["series"] + files + tail, in: folder).json()["rows"] as? [[String: Any]]
                return rows?.compactMap { $0["area_m2"] as? Double } ?? []
            }
            let (own, other) = (try areas([a, b]), try areas([importedA, importedB]))
            #expect(own.count == 2 && zip(own, other).allSatisfy { abs($0 - $1) < 1 }, "\(own) \(other)")
        }
    }

    @Test(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
    func seriesAndDiffOfTheServiceGiveWhatTheyGiveAfterImport() throws {
        let files = try ["1748806839", "1749672671"].map {
            try #require(SharedFolder.path("maps/raw/\($0).geojson"))
        }
        let folder = try TemporaryFolder()
        for (number, file) in files.enumerated() {
            let run = try Program.run(
                ["import", "deepstate", file, "--no-regions", "--output", "\(number).geojson"], in: folder)
            #expect(run.code == 0)
        }
        try expectSame(folder, files[0], files[1], "0.geojson", "1.geojson")
    }
}
