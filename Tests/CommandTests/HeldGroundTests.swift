// Which ground counts where a map says it in its own way, or nearly in a known maker's way: never all of it in silence.

import TestSupport
import Testing

@Suite struct HeldGroundTests {
    private static func area(_ properties: String, _ west: Double) -> String {
        Samples.feature(Samples.square(west, 50, 0.2), "{\(properties)}")
    }

    private static let whole = Samples.collection([Samples.feature(Samples.square(30, 49, 8))])

    /// What of a map lies in the whole, in squares of a fifth of a degree at 50° N.
    private func squares(_ map: String, _ options: [String] = []) throws -> (Int?, ProgramRun) {
        let folder = try TemporaryFolder()
        try folder.write("m_2024-05-01.geojson", map)
        try folder.write("w.geojson", Self.whole)
        let run = try Program.run(
            ["share", "m_2024-05-01.geojson", "--of", "w.geojson", "--format", "json"] + options, in: folder)
        guard run.code == 0 else { return (nil, run) }
        let part = try #require(try run.json()["part_area"] as? [String: Any])["area_m2"] as? Double
        return (Int(((part ?? 0) / 317.5e6).rounded()), run)
    }

    @Test func aStatusCountsWithoutARole() throws {
        let map = Samples.collection([
            Self.area(#""status":"controlled""#, 32), Self.area(#""status":"controlled""#, 33),
            Self.area(#""status":"contested""#, 34),
        ])
        #expect(try squares(map).0 == 2)
        #expect(try squares(map, ["--counting", "contested"]).0 == 1)
        #expect(try squares(map, ["--counting", "controlled+contested"]).0 == 3)
        #expect(try squares(map, ["--as-drawn"]).0 == 3)
    }

    @Test func sidesAreKeptApart() throws {
        let map = Samples.collection([
            Self.area(#""status":"controlled","holder":"N""#, 32),
            Self.area(#""status":"controlled","holder":"N""#, 33),
            Self.area(#""status":"controlled","holder":"S""#, 34),
        ])
        let most = try squares(map)
        #expect(most.0 == 2)
        #expect(most.1.out.contains("the ground of N, which holds most, is meant"))
        #expect(try squares(map, ["--holder", "S"]).0 == 1)
        #expect(try squares(map, ["--holder", "Nobody"]).1.code == 65)
    }

    @Test func aFigureThatNamesNobodyIsOfOneSideOnAnyMap() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "m.geojson",
            Samples.collection([
                Self.area(#""status":"controlled","holder":"N","date":"2024-05-01""#, 32),
                Self.area(#""status":"controlled","holder":"N","date":"2024-05-01""#, 33),
                Self.area(#""status":"controlled","holder":"S","date":"2024-05-01""#, 34),
            ]))
        let run = try Program.run(
            ["check-area", "m.geojson", "--claim", "about 635 km2", "--format", "json"], in: folder)
        #expect(run.code == 0, "\(run.err)")
        #expect(run.out.contains("consistent"), "\(run.out)")
        #expect(run.out.contains("figures that name nobody are held against the ground of N"))
    }

    @Test func wordsWithoutAMeaningAreRefused() throws {
        let mixed = Samples.collection([
            Self.area(#""status":"controlled""#, 32), Self.area(#""status":"liberated""#, 33),
        ])
        #expect(try squares(mixed).1.code == 65)
        let others = Samples.collection([
            Self.area(#""status":"occupied""#, 32), Self.area(#""status":"liberated""#, 33),
        ])
        let refused = try squares(others)
        #expect(refused.1.code == 65)
        #expect(refused.1.err.contains("--as-drawn"))
        #expect(try squares(others, ["--as-drawn"]).0 == 2)
        // One word for all tells nothing apart.
        let reserve = Samples.collection([
            Self.area(#""status":"designated""#, 32), Self.area(#""status":"designated""#, 33),
        ])
        #expect(try squares(reserve).0 == 2)
    }

    @Test(
        "What is no scenario to a check is none to a share",
        arguments: [
            #""role":"control","date":"2024-05-01""#, #""date":"2024-05-01""#,
            #""role":"Control","status":"contested""#, #""role":"control","status":"liberated""#,
        ])
    func brokenScenarios(_ properties: String) throws {
        let map = Samples.collection([
            Self.area(#""role":"control","status":"controlled","holder":"N","date":"2024-05-01""#, 32),
            Self.area(properties, 33),
        ])
        #expect(try squares(map).1.code == 65)
    }

    /// A service file with some of its text written otherwise.
    private static func service(_ changes: [(String, String)]) -> String {
        changes.reduce(RawMaps.service()) { $0.replacing($1.0, with: $1.1) }
    }

    @Test(
        "A maker's map that is not written as its files are is refused",
        arguments: [
            [(#""fill":"#, #""Fill":"#)], [(##""#"##, #"""#)], [(" /// ", " | ")],
            [("#a52714", "rgb(165, 39, 20)"), ("\"fill\"", "\"colour\"")], [("\"fill\"", "\"status\"")],
        ])
    func nearlyAMakersMap(_ changes: [(String, String)]) throws {
        let folder = try TemporaryFolder()
        try folder.write("m_2025-06-11.geojson", Self.service(changes))
        for arguments in [
            ["share", "m_2025-06-11.geojson", "--of", "UA"],
            ["check-area", "m_2025-06-11.geojson", "--claim", "about 166 km2"],
            ["series", "m_2025-06-11.geojson", "--holder", "Russia"],
        ] {
            let run = try Program.run(arguments, in: folder)
            #expect(run.code == 65, "\(arguments): \(run.out)\(run.err)")
            #expect(run.err.contains("DeepStateMap"), "\(run.err)")
        }
    }

    @Test func aMapWithoutTheGroundThatEveryMapShowsIsNoMapOfItsDay() throws {
        let folder = try TemporaryFolder()
        try folder.write("1748806839.geojson", RawMaps.service())
        try folder.write("1749672671.geojson", Self.service([("#a52714", "#a52715")]))
        let share = try Program.run(["share", "1749672671.geojson", "--of", "UA"], in: folder)
        #expect(share.code == 65, "\(share.out)")
        #expect(share.err.contains("not known, and is not 0 km²"))
        let series = try Program.run(
            ["series", "1748806839.geojson", "1749672671.geojson", "--holder", "Russia", "--quiet"],
            in: folder)
        #expect(series.err.contains("not known, and is not 0 km²"), "\(series.err)\(series.out)")
        let change = try Program.run(
            ["diff", "1748806839.geojson", "1749672671.geojson", "--holder", "Russia", "--quiet"], in: folder)
        #expect(change.code == 65, "\(change.out)")
    }

    @Test func liveuamapWithoutWhatDidNotChange() throws {
        func file(_ types: [String]) -> String {
            Samples.collection(
                types.enumerated().map {
                    Self.area(
                        "\"type\":\"\($1)\",\"view\":\"v\",\"_dateto\":\"2024-08-24\"", 32 + Double($0))
                })
        }
        let folder = try TemporaryFolder()
        try folder.write("a.json", file(["nochange", "gains"]))
        try folder.write("b.json", file(["gains", "losses"]))
        #expect(try Program.run(["share", "a.json", "--of", "UA"], in: folder).code == 0)
        let run = try Program.run(["share", "b.json", "--of", "UA"], in: folder)
        #expect(run.code == 65, "\(run.out)")
        #expect(run.err.contains("nochange"))
    }
}
