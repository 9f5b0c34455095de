// What a share is taken of, anywhere on Earth: polygons by name and number, regions of the world by name.

import Foundation
import TestSupport
import Testing

struct DenominatorTests {
    func run(_ arguments: [String], in folder: TemporaryFolder) throws -> ProgramRun {
        let root = try #require(SharedFolder.projectRoot)
        return try Program.run(arguments, in: folder, environment: ["KGEO_DATA": root])
    }

    /// Blocks as GeoPandas writes them: without ids, one without a name.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "blocks.geojson",
            Samples.collection([
                Samples.feature(Samples.square(68, 26, 0.2), "{\"NAME\":\"East\",\"pop\":1}"),
                Samples.feature(Samples.square(68, 26, 0.8), "{\"NAME\":\"All\",\"pop\":2}"),
                Samples.feature(Samples.square(68, 26, 0.4), "{\"NAME\":null,\"pop\":3}"),
            ]))
        try folder.write(
            "flood.geojson",
            Samples.collection([Samples.feature(Samples.square(67.5, 25, 1.5), "{\"kind\":\"water\"}")]))
        return folder
    }

    @Test(arguments: [("East", "All"), ("feature 0", "feature 1"), ("0", "1")])
    func shareOfAPolygonByNameOrNumber(_ part: String, _ whole: String) throws {
        let run = try run(
            [
                "share", "blocks.geojson#\(part)", "--of", "blocks.geojson#\(whole)", "--format", "json",
            ], in: folder())
        let shares = try #require(try run.json()["shares"] as? [[String: Any]])
        let percent = try #require(shares.first?["percent"] as? Double)
        #expect(abs(percent - 6.27) < 0.02, "\(percent)")
    }

    /// `--of` and `--subject` of check mean features as `FILE#NAME` does.
    @Test(arguments: [("East", "All"), ("feature 0", "feature 1"), ("0", "1")])
    func claimsOfAPolygonByNameOrNumber(_ part: String, _ whole: String) throws {
        let folder = try folder()
        for command in ["check", "check-area"] {
            let subject = command == "check" ? ["--subject", part] : []
            let run = try run(
                [command, "blocks.geojson", "--claim", "about 6 %", "--of", whole, "--format", "csv"]
                    + subject, in: folder)
            #expect(run.code == 0, "\(run.err)")
            #expect(run.out.contains("consistent") == (command == "check"), "\(run.out)")
        }
        let wrong = try run(
            ["check-area", "blocks.geojson", "--claim", "6 %", "--of", "Nowhere at all"], in: folder)
        #expect(wrong.code != 0 && wrong.err.contains("their names: East, All"), "\(wrong.err)")
    }

    @Test(arguments: ["Sindh", "PK-SD", "Sindh, Pakistan"])
    func aShareOfARegionOfTheWorld(_ name: String) throws {
        let folder = try folder()
        let share = try run(["share", "flood.geojson", "--of", name, "--format", "json"], in: folder).json()
        #expect(share["whole"] as? String == "Sindh (PK-SD)")
        let check = try run(
            ["check-area", "flood.geojson", "--claim", "about 18 %", "--of", name, "--format", "csv"],
            in: folder)
        #expect(check.out.contains("consistent"), "\(check.out)\(check.err)")
    }

    /// A claims file and a scenario name regions as options do; the ground in them counts where the map says no regions.
    @Test(arguments: [
        #""of":"Sindh""#, #""of":{"region":"PK-SD"}"#, #""of":"Sindh","subject":{"region":"Sindh"}"#,
    ])
    func regionsInClaims(_ members: String) throws {
        let folder = try folder()
        try folder.write(
            "claims.json",
            "[{\"id\":\"a\",\"kind\":\"share\",\"value\":18,\"unit\":\"percent\",\"qualifier\":\"about\",\(members)},"
                + #"{"id":"b","kind":"area","value":24900,"unit":"km2","qualifier":"about","subject":{"region":"Sindh"}},"#
                + #"{"id":"c","kind":"area","value":0,"unit":"km2","subject":{"region":"Balochistan"}}]"#)
        let run = try run(
            ["check-area", "flood.geojson", "--claims", "claims.json", "--format", "json"], in: folder)
        #expect(run.code == 0, "\(run.err)")
        let results = try #require(try run.json()["results"] as? [[String: Any]])
        #expect(results.prefix(2).allSatisfy { $0["verdict"] as? String == "consistent" }, "\(results)")
        #expect(run.err == "" && run.out.contains("are held against the ground in Sindh (PK-SD)"))
        try folder.write(
            "scenario.geojson",
            Samples.scenario(
                "{\"id\":\"a\",\"kind\":\"share\",\"value\":18,\"unit\":\"percent\",\"qualifier\":\"about\",\(members)}",
                features: [
                    Samples.feature(
                        Samples.square(67.5, 25, 1.5),
                        #"{"role":"control","status":"controlled","holder":"Water"}"#, id: "f")
                ]))
        let own = try self.run(["check-area", "scenario.geojson", "--format", "csv"], in: folder)
        #expect(own.out.contains("consistent"), "\(own.out)\(own.err)")
    }

    @Test func aTableOfClaimsNamesRegions() throws {
        let folder = try folder()
        try folder.write(
            "claims.csv", "id,kind,value,unit,of\na,share,about 18,percent,Sindh\nb,share,1,percent,Nowhere\n"
        )
        let plain = try run(
            ["check-area", "flood.geojson", "--claims", "claims.csv", "--format", "csv"], in: folder)
        #expect(
            plain.code == 65 && plain.err.contains("no feature of flood.geojson has the id \"Nowhere\""),
            "\(plain.err)")
    }
}

extension DenominatorTests {
    /// Swapped axes that are valid are seen by the country that the ground lies in.
    @Test func groundElsewhereIsSaid() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "swapped.geojson", Samples.collection([Samples.feature(Samples.square(26, 68, 0.5))]))
        for command in [
            ["share", "swapped.geojson", "--of", "Sindh"],
            ["check-area", "swapped.geojson", "--claim", "4000 km2", "--in", "Sindh"],
            ["check-area", "swapped.geojson", "--claim", "5 %", "--of", "Sindh"],
        ] {
            let run = try run(command, in: folder)
            #expect(run.code == 0, "\(run.err)")
            #expect(
                run.err.contains(
                    "nothing of it lies in Sindh (PK-SD): it lies at 68.3 N 26.3 E, Lapland, Finland")
                    && run.err.contains("--swap-xy"), "\(run.err)")
            let right = try self.run(command + ["--swap-xy"], in: folder)
            #expect(right.code == 0 && !right.err.contains("nothing of it lies"), "\(right.err)")
        }
    }
}
