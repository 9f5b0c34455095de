// Which ground counts where a map's names differ by case, or one of its areas says less than the others: one rule for
// every command.

import TestSupport
import Testing

@Suite struct HeldWordsTests {
    private static func area(_ properties: String, _ west: Double) -> String {
        Samples.feature(Samples.square(west, 50, 0.2), "{\(properties)}")
    }

    /// The runs of the commands that measure a map's ground; a square of a fifth of a degree at 50° N has 317.5 km².
    private func runs(_ areas: [String], name: String = "m_2024-05-01.geojson") throws -> [String: ProgramRun]
    {
        let folder = try TemporaryFolder()
        try folder.write(name, Samples.collection(areas))
        try folder.write("w.geojson", Samples.collection([Samples.feature(Samples.square(30, 49, 8))]))
        return [
            "share": try Program.run(
                ["share", name, "--of", "w.geojson", "--format", "json"], in: folder),
            "check-area": try Program.run(
                ["check-area", name, "--claim", "about 635 km2", "--format", "json"], in: folder),
            "series": try Program.run(["series", name, "--format", "json"], in: folder),
        ]
    }

    /// The share's part in squares.
    private func squares(_ run: ProgramRun?) throws -> Int? {
        let run = try #require(run)
        guard run.code == 0 else { return nil }
        let part = try #require(try run.json()["part_area"] as? [String: Any])["area_m2"] as? Double
        return Int(((part ?? 0) / 317.5e6).rounded())
    }

    @Test func aHolderInAnotherCaseIsAHolder() throws {
        for name in ["Holder", "HOLDER"] {
            let runs = try runs([
                Self.area(#""status":"controlled","\#(name)":"N""#, 32),
                Self.area(#""status":"controlled","\#(name)":"N""#, 33),
                Self.area(#""status":"controlled","\#(name)":"S""#, 34),
            ])
            #expect(try squares(runs["share"]) == 2)
            #expect(runs["check-area"]?.out.contains("consistent") ?? false)
            #expect(runs["series"]?.code == 65)
            for run in [runs["share"], runs["check-area"]] {
                #expect(
                    run?.out.contains(#"\"\#(name)\" is read as \"holder\""#) ?? false, "\(run?.out ?? "")")
            }
        }
    }

    @Test func aStatusInAnotherCaseIsAStatus() throws {
        let runs = try runs([
            Self.area(#""STATUS":"controlled""#, 32), Self.area(#""STATUS":"controlled""#, 33),
            Self.area(#""STATUS":"contested""#, 34),
        ])
        #expect(try squares(runs["share"]) == 2)
        #expect(runs["check-area"]?.out.contains("consistent") ?? false)
        #expect(runs["series"]?.code == 0)
    }

    @Test func daysInAnotherCaseAreDays() throws {
        let runs = try runs(
            [
                Self.area(#""status":"controlled","Date":"2024-05-01""#, 32),
                Self.area(#""status":"controlled","Date":"2024-06-01""#, 33),
            ], name: "m.geojson")
        #expect(runs["share"]?.code == 65)
        #expect(runs["share"]?.err.contains("2 dates") ?? false)
        #expect(runs["check-area"]?.out.contains("not-checkable") ?? false)
        #expect(runs["series"]?.out.contains("2024-06-01") ?? false)
    }

    @Test func ofTwoNamesNeitherIsRead() throws {
        let runs = try runs([
            Self.area(#""status":"controlled","Holder":"N","HOLDER":"S""#, 32),
            Self.area(#""status":"controlled","Holder":"S","HOLDER":"N""#, 33),
        ])
        for (command, run) in runs {
            #expect(run.code == 65, "\(command): \(run.out)")
            #expect(run.err.contains("--holder-property"), "\(run.err)")
        }
    }

    @Test(
        "An area without a status counts, and every command says it",
        arguments: [
            [#""kind":"a""#, #""kind":"b""#], ["", ""], [#""status":null"#, #""status":"controlled""#],
        ])
    func withoutAStatus(_ properties: [String]) throws {
        let runs = try runs([Self.area(properties[0], 32), Self.area(properties[1], 33)])
        #expect(try squares(runs["share"]) == 2)
        for (command, run) in runs {
            #expect(run.code == 0, "\(command): \(run.err)")
            let said =
                properties[1].contains("controlled") ? "counted as controlled" : "all that is drawn counts"
            #expect(run.out.contains(said), "\(command): \(run.out)\(run.err)")
        }
    }

    @Test func numbersAreNoStatuses() throws {
        let runs = try runs([Self.area(#""status":1"#, 32), Self.area(#""status":2"#, 33)])
        #expect(runs["share"]?.code == 65)
        #expect(runs["check-area"]?.code == 65)
    }

    @Test func anAreaWithoutAHolderAmongOthersIsLeftOut() throws {
        let runs = try runs([
            Self.area(#""status":"controlled","holder":"N""#, 32),
            Self.area(#""status":"controlled","holder":"N""#, 33),
            Self.area(#""status":"controlled""#, 34),
            Self.area(#""status":"contested""#, 35),
        ])
        #expect(try squares(runs["share"]) == 2)
        #expect(runs["check-area"]?.out.contains("consistent") ?? false, "\(runs["check-area"]?.out ?? "")")
        for (command, run) in runs {
            #expect(run.code == 0, "\(command): \(run.err)")
            #expect(run.out.contains("has no holder where others have one"), "\(command): \(run.out)")
        }
    }

    @Test func anAreaWithoutADayAmongOthersIsLeftOut() throws {
        let runs = try runs(
            [
                Self.area(#""status":"controlled","date":"2024-05-01""#, 32),
                Self.area(#""status":"controlled","date":"2024-05-01""#, 33),
                Self.area(#""status":"controlled""#, 34),
            ], name: "m.geojson")
        #expect(try squares(runs["share"]) == 2)
        #expect(runs["share"]?.out.contains("without a date is left out") ?? false)
        #expect(runs["check-area"]?.out.contains("consistent") ?? false)
        #expect(runs["check-area"]?.out.contains("without a date left out") ?? false)
        #expect(runs["series"]?.code == 0)
        #expect(runs["series"]?.out.contains("without a date is left out") ?? false)
    }

    @Test func aMapHoldsUntilTheLastDayOfItsAreas() throws {
        let areas = [
            Self.area(#""status":"controlled","date":"2024-05-01","date_end":"2024-05-31""#, 32),
            Self.area(#""status":"controlled","date":"2024-06-01","date_end":"2024-06-30""#, 33),
            Self.area(#""status":"controlled","date":"2024-07-04""#, 34),
        ]
        let run = try #require(try runs(areas, name: "m.geojson")["series"])
        #expect(try run.json()["missing_days"] as? Int == 3, "\(run.out)")
    }

    @Test func nobodysGroundIsNoFrontAndNoMakersGround() throws {
        let folder = try TemporaryFolder()
        let held = [
            Self.area(#""status":"controlled","holder":"N""#, 32),
            Self.area(#""status":"controlled","holder":"N""#, 32.2),
        ]
        for (name, areas) in [
            ("a_2024-05-01.geojson", held),
            ("b_2024-05-01.geojson", held + [Self.area(#""status":"controlled""#, 34)]),
        ] {
            try folder.write(name, Samples.collection(areas))
        }
        func front(_ map: String) throws -> ProgramRun {
            try Program.run(["front", map, "--minus", "none", "--format", "json"], in: folder)
        }
        let (whole, more) = (try front("a_2024-05-01.geojson"), try front("b_2024-05-01.geojson"))
        #expect(try whole.json()["length_m"] as? Double == more.json()["length_m"] as? Double)
        #expect(try whole.json()["length_m"] as? Double != nil, "\(whole.out)")
        #expect(more.out.contains("has no holder where others have one"), "\(more.out)")
        #expect(!whole.out.contains("has no holder"))
        let compare = try Program.run(
            [
                "compare", "A=a_2024-05-01.geojson", "B=b_2024-05-01.geojson", "--in", "none", "--claim",
                "635 km2", "--format", "json",
            ], in: folder)
        #expect(compare.code == 0, "\(compare.err)")
        #expect(compare.out.contains("has no holder where others have one"), "\(compare.out)")
        let rows = try #require(try compare.json()["days"] as? [[String: Any]])
        #expect(!rows.isEmpty)
    }

    /// A service file of some day with text written otherwise.
    private func share(_ name: String, _ old: String, _ new: String) throws -> ProgramRun {
        let folder = try TemporaryFolder()
        try folder.write(name, RawMaps.service().replacing(old, with: new))
        return try Program.run(["share", name, "--of", "UA", "--quiet"], in: folder)
    }

    @Test func groundHeldSinceLongIsNotMissedInSilence() throws {
        let run = try share("1749672671.geojson", "#880e4f", "#880e50")
        #expect(run.code == 65, "\(run.out)")
        #expect(run.err.contains("held-before-2022"), "\(run.err)")
        // Of maps before the first that is known nothing is said.
        #expect(try share("1660000000.geojson", "#880e4f", "#880e50").code == 0)
    }

    @Test func muchGroundOfAnUnknownColourIsSaidAloud() throws {
        let run = try share("1749672671.geojson", "#0f9d58", "#123456")
        #expect(run.code == 0, "\(run.err)")
        #expect(run.err.contains("surfaces of the unknown colour #123456"), "\(run.err)")
    }
}
