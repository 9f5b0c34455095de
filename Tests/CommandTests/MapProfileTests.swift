// Maps of known makers as every command reads them: by what their words mean, and never as if all ground were held.

import TestSupport
import Testing

@Suite struct MapProfileTests {
    private static func square(_ west: Double, _ south: Double) -> String {
        let (east, north) = (west + 0.1, south + 0.1)
        return
            "[[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]]"
    }

    private static func area(_ properties: String, _ west: Double, _ south: Double) -> String {
        #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"Polygon","coordinates":\#(square(west, south))}}"#
    }

    private static func collection(_ features: [String]) -> String {
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    }

    /// Two squares held by Russia, one grey, one held by Ukraine, two that do not count.
    private static let service = collection([
        area(##""fill":"#a52714","name":"Окуповано /// Occupied /// geoJSON.status.occupied""##, 37, 48),
        area(##""fill":"#880e4f","name":"Крим /// Crimea /// geoJSON.territories.crimea""##, 37.1, 48),
        area(##""fill":"#bcaaa4","name":"Статус невідомий /// Unknown status""##, 37.2, 48),
        area(##""fill":"#01579b","name":"Звільнено /// Liberated""##, 35, 51),
        area(##""fill":"#0f9d58","name":"Звільнено /// Liberated""##, 31, 50),
        area(
            ##""fill":"#ff5252","name":"Придністров'я /// Transnistria /// geoJSON.territories.t""##, 29, 47),
    ])

    private static func folder(_ files: [(name: String, text: String)]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for file in files { try folder.write(file.name, file.text) }
        return folder
    }

    private static func layers(_ names: [String]) -> String {
        collection(names.enumerated().map { area(#""layer":"\#($1)""#, 36 + Double($0), 48) })
    }

    @Test func aShareIsThatOfWhatOneSideHolds() throws {
        let folder = try Self.folder([
            ("1749672671.geojson", Self.service),
            ("last.json", #"{"id":1749672671,"map":\#(Self.service)}"#),
        ])
        let imported = try Program.run(
            ["import", "deepstate", "1749672671.geojson", "--no-regions", "--output", "i.geojson"], in: folder
        )
        #expect(imported.code == 0)
        var parts: [Double] = []
        for file in ["1749672671.geojson", "last.json", "i.geojson"] {
            let run = try Program.run(["share", file, "--of", "UA", "--format", "json"], in: folder)
            #expect(run.code == 0)
            parts.append(
                try #require(try run.json()["part_area"] as? [String: Any])["area_m2"] as? Double ?? -1)
            #expect(run.out.contains("the ground of Russia, which holds most, is meant"))
        }
        #expect(parts[0] > 0 && parts[0] == parts[1] && abs(parts[0] - parts[2]) < 1e-3)
        let other = try Program.run(
            ["share", "1749672671.geojson", "--of", "UA", "--holder", "Ukraine", "--format", "json"],
            in: folder)
        let part = try #require(try other.json()["part_area"] as? [String: Any])["area_m2"] as? Double ?? -1
        #expect(part > 0 && part < parts[0] * 0.6)
    }

    @Test func checkAreaListsWhatCounts() throws {
        let folder = try Self.folder([("1749672671.geojson", Self.service)])
        let run = try Program.run(["check-area", "1749672671.geojson", "--format", "csv"], in: folder)
        #expect(run.code == 0)
        #expect(run.lines.filter { $0.contains("controlled") || $0.contains("contested") }.count == 4)
        #expect(run.err.contains("read as DeepStateMap, service file; left out: liberated areas"))
    }

    @Test func areaRefusesASumThatIsNobodys() throws {
        let folder = try Self.folder([("1749672671.geojson", Self.service)])
        for arguments in [["area", "1749672671.geojson"], ["area", ".", "--format", "csv"]] {
            let run = try Program.run(arguments, in: folder)
            #expect(run.code == 65 && run.out.isEmpty)
            #expect(run.err.contains("kgeo check-area FILE"))
        }
        let drawn = try Program.run(
            ["area", "1749672671.geojson", "--as-drawn", "--format", "csv"], in: folder)
        #expect(drawn.code == 0 && drawn.lines.count == 8)
    }

    @Test func changesNeedASideAndAreOfIt() throws {
        let folder = try Self.folder([
            ("1749672671.geojson", Self.service),
            ("1748806839.geojson", Self.service.replacing("[37,48]", with: "[37.05,48]")),
        ])
        let both = try Program.run(["diff", "1748806839.geojson", "1749672671.geojson"], in: folder)
        #expect(both.code == 65 && both.err.contains("--holder: Russia, Ukraine"))
        let run = try Program.run(
            ["series", ".", "--holder", "Ukraine", "--format", "csv"], in: folder)
        #expect(run.code == 0 && run.lines.count == 4)
    }

    @Test func threeSpellingsAreOneSeries() throws {
        let folder = try Self.folder([
            ("2022-10-15-control.geojson", Self.collection([Self.area(#""FID":1"#, 36, 48)])),
            ("2022-10-15-advance.geojson", Self.collection([Self.area(#""FID":1"#, 37, 48)])),
            ("2023-05-10.geojson", Self.layers(["ロシア軍支配エリア", "ロシア軍侵攻エリア"])),
            (
                "2023-06-01.geojson",
                Self.layers(["VIEW_RussiaCoTinUkraine_V3", "MDS_AssessedRussianAdvanceInUkraine_view"])
            ),
            ("2023-06-02.geojson", Self.layers(["VIEW_RussiaCoTinUkraine_V4"])),
        ])
        for counting in ["controlled", "controlled+contested"] {
            let run = try Program.run(
                ["series", ".", "--counting", counting, "--format", "csv", "-q"], in: folder)
            #expect(run.code == 0, "\(run.err)")
            let areas = run.lines.dropFirst().filter { !$0.isEmpty }.compactMap {
                Double($0.split(separator: ",")[2])
            }
            #expect(areas.count == 3, "\(run.out)")
            #expect(areas.allSatisfy { abs($0 - areas[0]) < 1 })
            // A warning that no option hides.
            #expect(run.err.contains("2023-06-02") && run.err.contains("is not 0 km²"))
        }
    }

    /// A file a layer, one file a day in Japanese, one in the words of a service: as long a series as a mirror has.
    @Test func aHundredAndFifteenFilesAreOneSeriesWithoutAZero() throws {
        let ground = Self.collection([Self.area(#""FID":1"#, 36, 48)])
        var files: [(name: String, text: String)] = []
        for day in 10..<30 {
            for layer in ["control", "advance", "claimed", "counteroffensive"] {
                files.append(("2022-10-\(day)-\(layer).geojson", ground))
            }
        }
        for day in 11..<30 {
            files.append(("2023-05-\(day).geojson", Self.layers(["ロシア軍支配エリア", "ロシア軍侵攻エリア"])))
        }
        for day in 10..<26 {
            files.append(
                (
                    "2023-06-\(day).geojson",
                    Self.layers(["VIEW_RussiaCoTinUkraine_V3", "MDS_AssessedRussianAdvanceInUkraine_view"])
                ))
        }
        #expect(files.count == 115)
        let run = try Program.run(["series", ".", "--format", "csv", "-q"], in: try Self.folder(files))
        #expect(run.code == 0, "\(run.err)")
        let areas = run.lines.dropFirst().filter { !$0.isEmpty }.compactMap {
            Double($0.split(separator: ",")[2])
        }
        #expect(areas.count == 20 + 19 + 16, "\(run.out)")
        #expect(areas.allSatisfy { $0 > 0 && abs($0 - areas[0]) < 1 })
    }

    @Test func aRenamedLayerIsNoAreaOfNothing() throws {
        let folder = try Self.folder([
            ("2023-06-01.geojson", Self.layers(["VIEW_RussiaCoTinUkraine_V3", "x_RussianAdvance"])),
            (
                "2023-06-02.geojson",
                Self.layers(["VIEW_RussiaCoTinUkraine_V4", "MDS_AssessedRussianAdvanceInUkraine_view"])
            ),
        ])
        let diff = try Program.run(["diff", "2023-06-01.geojson", "2023-06-02.geojson", "-q"], in: folder)
        #expect(diff.code == 65 && diff.err.contains("is not 0 km²"))
        let check = try Program.run(
            ["check-area", "2023-06-02.geojson", "--claim", "about 100 km2", "-q"], in: folder)
        #expect(check.out.contains("cannot be checked") && check.err.contains("is not 0 km²"))
        let share = try Program.run(["share", "2023-06-02.geojson", "--of", "UA"], in: folder)
        #expect(share.code == 65 && share.err.contains("is not 0 km²"))
        let front = try Program.run(["front", "2023-06-02.geojson", "--minus", "none"], in: folder)
        #expect(front.code == 65 && front.err.contains("is not 0 km²"))
        // The same with a mapping of one's own.
        let mapped = try Program.run(
            [
                "series", "2023-06-01.geojson", "2023-06-02.geojson", "--status-property", "layer",
                "--controlled", "VIEW_RussiaCoTinUkraine_V3", "--format", "csv", "-q",
            ], in: folder)
        #expect(mapped.code == 0 && mapped.lines.filter { !$0.isEmpty }.count == 2)
        #expect(mapped.err.contains("2023-06-02") && mapped.err.contains("is not 0 km²"))
    }

    @Test func aMappingIsAskedForOnce() throws {
        let text = Self.collection([
            Self.area(#""kind":"held","who":"A""#, 37, 48), Self.area(#""kind":"grey","who":"A""#, 37.2, 48),
        ])
        let folder = try Self.folder([("a_2025-05-01.geojson", text), ("b_2025-05-02.geojson", text)])
        let mapping = [
            "--status-property", "kind", "--controlled", "held", "--contested", "grey", "--holder-property",
            "who",
        ]
        let asked = try Program.run(
            ["series", ".", "--format", "csv", "--save-profile"] + mapping, in: folder)
        #expect(asked.code == 0, "\(asked.err)")
        #expect(
            folder.text("kgeo-maps.json")
                == #"{"kgeo_maps":1,"status_property":"kind","holder_property":"who","controlled":["held"],"contested":["grey"]}"#
                + "\n")
        let again = try Program.run(["series", ".", "--format", "csv"], in: folder)
        #expect(again.out == asked.out)
        let share = try Program.run(
            ["share", "a_2025-05-01.geojson", "--of", "UA", "--format", "json"], in: folder)
        let all = try Program.run(
            [
                "share", "a_2025-05-01.geojson", "--of", "UA", "--counting", "controlled+contested",
                "--format",
                "json",
            ], in: folder)
        func part(_ run: ProgramRun) throws -> Double {
            try #require(try run.json()["part_area"] as? [String: Any])["area_m2"] as? Double ?? -1
        }
        #expect(try abs(part(all) / part(share) - 2) < 1e-6)
        // A saved mapping is not replaced by the way, and one that says nothing is not saved.
        let other = try Program.run(
            [
                "check-area", "a_2025-05-01.geojson", "--status-property", "kind", "--controlled", "grey",
                "--save-profile",
            ],
            in: folder)
        #expect(other.code == 73)
        let nothing = try Program.run(["check-area", "a_2025-05-01.geojson", "--save-profile"], in: folder)
        #expect(nothing.code == 64 && nothing.err.contains("nothing to remember"))
        try folder.write("kgeo-maps.json", #"{"kgeo_maps":1,"status":"kind"}"#)
        let broken = try Program.run(["check-area", "a_2025-05-01.geojson"], in: folder)
        #expect(
            broken.code == 65 && broken.err.contains("kgeo-maps.json: property \"status\": this is unknown"))
    }
}

@Suite(
    .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)),
    .enabled(if: isRelease, "the program without optimisation is too slow for it"))
struct SharedMapTests {
    @Test func russiaHeldEighteenPointEightPerCent() throws {
        let map = try #require(SharedFolder.path("maps/raw/1749672671.geojson"))
        let ukraine = try #require(SharedFolder.projectRoot) + "/GeoData/ukraine.geojson"
        for whole in ["UA", ukraine] {
            let run = try Program.run(["share", map, "--of", whole, "--official", "UA", "--format", "json"])
            #expect(run.code == 0, "\(run.err)")
            let shares = try #require(try run.json()["shares"] as? [[String: Any]])
            let percents = shares.compactMap { $0["percent"] as? Double }
            #expect(percents.contains { abs($0 - 18.8) < 0.06 }, "\(percents)")
            #expect(percents.allSatisfy { $0 < 20 })
        }
    }

    @Test func theLayersOfTheInstituteHaveNoFalseZero() throws {
        let folder = try #require(SharedFolder.path("maps/makers/isw"))
        let run = try Program.run(["series", folder, "--format", "csv", "-q"])
        #expect(run.code == 0, "\(run.err)")
        let areas = run.lines.dropFirst().filter { !$0.isEmpty }.compactMap {
            Double($0.split(separator: ",")[2])
        }
        #expect(areas.count == 3, "\(run.out)")
        for (area, known) in zip(areas, [108_878.0, 106_726, 106_610]) {
            #expect(abs(area / 1e6 - known) < 1, "\(run.out)")
        }
        // Of 2023-05-10 only the advance is there.
        #expect(run.err.contains("2023-05-10"))
        let wide = try Program.run(
            ["series", folder, "--counting", "controlled+contested", "--format", "csv", "-q"])
        #expect(wide.lines.filter { !$0.isEmpty }.count == 4)
    }

    @Test func liveuamapIsASeriesWithoutItsDefectiveDay() throws {
        let folder = try #require(SharedFolder.path("maps/makers/liveuamap"))
        let run = try Program.run(["series", folder, "--holder", "Russia", "--format", "csv", "-q"])
        #expect(run.code == 0, "\(run.err)")
        let areas = run.lines.dropFirst().filter { !$0.isEmpty }.compactMap {
            Double($0.split(separator: ",")[2])
        }
        #expect(areas.count == 13 && areas.allSatisfy { $0 > 60_000e6 }, "\(run.out)")
        #expect(run.err.contains("2023-12-08"))
    }
}
