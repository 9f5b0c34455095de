// Small things that went unsaid: a day that was not taken, ground of a status that nobody drew, another name of a region.

import TestSupport
import Testing

@Suite struct SaidOnceTests {
    private static func control(_ properties: String, _ west: Double = 35) -> String {
        Samples.feature(
            Samples.square(west, 51, 0.2),
            #"{"role":"control","status":"controlled","holder":"North",\#(properties)}"#)
    }

    private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> ProgramRun {
        let root = try #require(SharedFolder.projectRoot)
        return try Program.run(arguments, in: folder, environment: ["KGEO_DATA": root])
    }

    @Test func aDayThatFeaturesSayThemselvesIsNotReplacedInSilence() throws {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", Samples.mapped)
        let arguments =
            ["import", "geojson", "map.geojson", "--output", "out.geojson", "--force"] + Samples.mapping
        let run = try run(arguments + ["--date", "2025-01-01"], in: folder)
        #expect(run.code == 0, "\(run.err)")
        #expect(
            run.err.contains(
                "2 areas give their own day, 2024-08-21, which counts; the 2025-01-01 that was asked for is for areas without one"
            ), "\(run.err)")
        let same = try self.run(arguments + ["--date", "2024-08-21"], in: folder)
        #expect(same.code == 0 && !same.err.contains("own day"))
    }

    @Test func groundThatNobodyDrewIsNoZero() throws {
        let folder = try TemporaryFolder()
        let areas = Samples.collection([Self.control(#""date":"2024-08-21""#)], #""kgeo":{"schema":1},"#)
        try folder.write("a.geojson", areas)
        try folder.write("b.geojson", areas.replacing("08-21", with: "08-22"))
        for command in ["series", "diff"] {
            let run = try run([command, "a.geojson", "b.geojson", "--counting", "claimed"], in: folder)
            #expect(run.code == 65 && run.out.isEmpty)
            #expect(
                run.err.contains("no map draws ground that is claimed\nhint: the areas are controlled"),
                "\(run.err)")
        }
    }

    @Test func aRegionIsFoundByAnyOfItsNames() throws {
        let folder = try TemporaryFolder()
        let claim =
            #"{"id":"c","kind":"area","value":300,"unit":"km2","as_of":"2024-08-21","subject":{"holder":"North","region":"Kursk region"}}"#
        let areas = [
            Self.control(#""date":"2024-08-21","region":"Kursk Oblast""#),
            Self.control(#""date":"2024-08-21","region":"Sumy Oblast""#, 34),
        ]
        try folder.write(
            "a.geojson", Samples.collection(areas, "\"kgeo\":{\"schema\":1,\"claims\":[\(claim)]},"))
        try folder.write(
            "b.geojson", Samples.collection(areas, #""kgeo":{"schema":1},"#).replacing("08-21", with: "08-22")
        )
        let check = try run(["check-area", "a.geojson", "--format", "json"], in: folder)
        let result = try #require((try check.json()["results"] as? [[String: Any]])?.first)
        #expect(result["verdict"] as? String == "consistent", "\(check.out)")
        func series(_ name: String) throws -> [Double] {
            let run = try run(
                ["series", "a.geojson", "b.geojson", "--region", name, "--format", "json"], in: folder)
            #expect(run.code == 0, "\(run.err)")
            return (try run.json()["rows"] as? [[String: Any]])?.compactMap { $0["area_m2"] as? Double } ?? []
        }
        let own = try series("Kursk Oblast")
        #expect(own.count == 2 && own[0] > 1e8)
        #expect(try series("Курская область") == own && series("kursk region") == own)
        let other = try run(["series", "a.geojson", "--region", "Lviv Oblast"], in: folder)
        #expect(other.code == 65 && other.err.contains("nothing on the map lies in a region \"Lviv Oblast\""))
    }

    @Test func whereNothingLiesInTheRegionThatIsSaid() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "a.geojson", Samples.collection([Self.control(#""date":"2024-08-21""#)], #""kgeo":{"schema":1},"#)
        )
        let list = try run(["check-area", "a.geojson", "--in", "Lviv Oblast"], in: folder)
        #expect(list.out.contains("the map has no control areas in Lviv Oblast"), "\(list.out)")
        let check = try run(
            ["check-area", "a.geojson", "--in", "Lviv Oblast", "--claim", "5 km2"], in: folder)
        #expect(check.out.contains("the map has no control area in Lviv Oblast"), "\(check.out)")
    }

    @Test func aDayWithATimeIsADayInAScenarioToo() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "a.geojson",
            Samples.collection([Self.control(#""date":"2024-08-21T10:00:00Z""#)], #""kgeo":{"schema":1},"#))
        let list = try run(["check-area", "a.geojson", "--format", "csv"], in: folder)
        #expect(list.code == 0 && list.out.contains("2024-08-21"), "\(list.err)")
    }

    @Test func aSmallAreaIsNotPrintedAsNone() throws {
        let folder = try TemporaryFolder()
        let small = Samples.feature(Samples.square(35, 51, 0.000_2), "{}")
        try folder.write("small.geojson", Samples.collection([small]))
        let area = try run(["area", "small.geojson"], in: folder)
        #expect(area.out.contains("0.00031") && !area.out.contains("0.000 "), "\(area.out)")
    }

    @Test func aDistanceToACountryTakesTheErrorOfTheLineItEndsOn() throws {
        let folder = try TemporaryFolder()
        // From Kursk the nearest of Ukraine is its land border, from a place at sea its coast.
        func sigma(_ place: String) throws -> Double {
            let run = try run(["distance", place, "Ukraine", "--format", "json"], in: folder)
            #expect(run.code == 0, "\(run.err)")
            return try #require(try run.json()["end_to"] as? [String: Any])["boundary_error_m"] as? Double
                ?? 0
        }
        #expect(try sigma("36.19,51.73") == 30)
        #expect(try sigma("31.5,45.5") > 500)
    }
}
