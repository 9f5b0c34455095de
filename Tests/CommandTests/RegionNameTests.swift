// Regions and places of GeoData by their names on the command line.

import Foundation
import TestSupport
import Testing

struct RegionNameTests {
    /// GeoData is found in the project, whatever the working folder.
    private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> ProgramRun {
        let root = try #require(SharedFolder.projectRoot)
        return try Program.run(arguments, in: folder, environment: ["KGEO_DATA": root])
    }

    /// A square over the border of Sumy and Kursk oblasts, held by one side.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "held.geojson",
            Samples.collection([
                Samples.feature(
                    "[[34.6,51],[35.4,51],[35.4,51.4],[34.6,51.4],[34.6,51]]",
                    "{\"role\":\"control\",\"status\":\"controlled\",\"holder\":\"North\",\"date\":\"2024-08-21\",\"boundary_error_m\":500}",
                    id: "held")
            ]))
        return folder
    }

    @Test(arguments: ["Kursk Oblast", "Курская область", "RU-KRS", "ru krs", "Gebiet Kursk"])
    func aShareOfARegionByAnyName(_ name: String) throws {
        let folder = try folder()
        let json = try run(["share", "held.geojson", "--of", name, "--format", "json"], in: folder).json()
        #expect(json["whole"] as? String == "Kursk Oblast (RU-KRS)")
        let rows = try #require(json["shares"] as? [[String: Any]])
        #expect(rows.compactMap { $0["denominator"] as? String }.contains("Kursk Oblast, official area"))
        let inputs = try #require(json["inputs"] as? [[String: Any]])
        #expect(inputs.compactMap { $0["path"] as? String }.contains("GeoData/regions/regions.jsonl.gz"))
    }

    /// A code is a name of its region wherever a region may be named, also where it has an official area.
    @Test(arguments: [
        ["share", "held.geojson", "--of"], ["check-area", "held.geojson", "--claim", "about 5 %", "--of"],
        ["check-area", "held.geojson", "--claim", "1,300 km2", "--in"],
        ["diff", "held.geojson", "held.geojson", "--by"], ["distance", "Sudzha"],
    ])
    func aCodeIsAName(_ command: [String]) throws {
        let folder = try folder()
        let name = try run(command + ["Sumy Oblast", "--format", "csv"], in: folder)
        let code = try run(command + ["UA-59", "--format", "csv"], in: folder)
        // A distance names its ends as they were given.
        let out = code.out.replacing("UA-59,", with: "Sumy Oblast,")
        #expect(name.code == 0 && out == name.out && code.err == name.err, "\(code.out)\n\(name.out)")
    }

    /// What lies in two regions beside each other adds up, along a border that they share.
    @Test func sharesOfNeighboursAddUp() throws {
        let folder = try folder()
        func covered(_ name: String) throws -> Double {
            let json = try run(["share", "held.geojson", "--of", name, "--format", "json"], in: folder).json()
            let area = try #require(json["covered"] as? [String: Any])
            return try #require(area["area_lonlat_m2"] as? Double)
        }
        let parts = try covered("Kursk Oblast") + covered("Sumy Oblast")
        let both = try covered("Kursk Oblast; Sumy Oblast")
        #expect(abs(parts - both) < 1)
        #expect(both > 2e9)
    }

    @Test func aRegionThatIsKnownTooBadlyBearsNoVerdict() throws {
        let folder = try folder()
        let run = try run(["share", "held.geojson", "--of", "Kyiv", "--claim", "about 2 %"], in: folder)
        #expect(run.code == 0)
        #expect(!run.out.contains("about 2 %"))
        #expect(run.err.contains("Kyiv (UA-30): the outline holds"))
    }

    @Test func unknownAndAmbiguousNamesSaySo() throws {
        let folder = try folder()
        let unknown = try run(["share", "held.geojson", "--of", "Kursk Oblst"], in: folder)
        #expect(unknown.code == 64)
        #expect(unknown.err.contains("--of Kursk Oblst is no file, no region and no official area"))
        #expect(unknown.err.contains("did you mean Kursk Oblast (RU-KRS)?"))
        let two = try run(["share", "held.geojson", "--of", "Georgia"], in: folder)
        #expect(two.code == 66)
        #expect(two.err.contains("2 regions are called \"Georgia\""))
        #expect(two.err.contains("Georgia (US-GA), United States"))
    }

    @Test func aFileGoesBeforeARegion() throws {
        let folder = try folder()
        try folder.write(
            "Donbas", Samples.collection([Samples.feature(Samples.square(34, 50, 2), "{}", id: "mine")]))
        let run = try run(["share", "held.geojson", "--of", "Donbas", "--format", "json"], in: folder)
        #expect(try run.json()["whole"] as? String == "Donbas")
    }

    @Test func rowsForTheRegionsOfACountry() throws {
        let folder = try folder()
        let run = try run(
            [
                "diff", "held.geojson", "held.geojson", "--by", "Kursk Oblast; Sumy Oblast", "--format",
                "json",
            ],
            in: folder)
        #expect(run.code == 0, "\(run.err)")
        #expect(run.out.contains("\"Kursk Oblast\"") && run.out.contains("\"Sumy Oblast\""))
    }

    @Test func anImportIsCutByRegions() throws {
        let folder = try folder()
        let run = try run(
            [
                "import", "geojson", "held.geojson", "--regions", "Kursk Oblast; Sumy Oblast", "--output",
                "cut.geojson",
            ], in: folder)
        #expect(run.code == 0, "\(run.err)")
        let text = try #require(folder.text("cut.geojson"))
        #expect(text.contains("\"region\":\"Kursk Oblast\"") && text.contains("\"region\":\"Sumy Oblast\""))
        #expect(text.contains("RU-KRS-border-1"))
        #expect(text.contains("ODbL-1.0"))
    }

    @Test func aCheckLooksAtTheGroundOfARegion() throws {
        let folder = try folder()
        func area(_ more: [String]) throws -> Double {
            let json = try run(
                [
                    "check-area", "held.geojson", "--claim", "1,300 km2", "--edges", "lonlat", "--format",
                    "json",
                ] + more, in: folder
            ).json()
            let result = try #require((json["results"] as? [[String: Any]])?.first)
            let row = try #require((result["definitions"] as? [[String: Any]])?.first)
            return try #require((row["measured"] as? [String: Any])?["value_si"] as? Double)
        }
        let (whole, kursk, sumy) = (
            try area([]), try area(["--in", "Kursk Oblast"]), try area(["--in", "Сумская область"])
        )
        #expect(kursk > 5e8 && sumy > 5e8)
        // Along straight edges, which a cut does not bend; what is left are slivers of less than a square metre.
        #expect(abs(kursk + sumy - whole) < 100)
    }

    @Test func aShareIsCheckedOverARegion() throws {
        let folder = try folder()
        let run = try run(
            [
                "check-area", "held.geojson", "--claim", "about 5 %", "--of", "Kursk Oblast", "--format",
                "json",
            ],
            in: folder)
        #expect(run.code == 0, "\(run.err)")
        let result = try #require((try run.json()["results"] as? [[String: Any]])?.first)
        let row = try #require((result["definitions"] as? [[String: Any]])?.first)
        let share = try #require((row["measured"] as? [String: Any])?["value_si"] as? Double)
        #expect(share > 0.02 && share < 0.1)
        #expect(run.out.contains("Kursk Oblast, official area"))
        try folder.write(
            "south.geojson",
            Samples.collection([
                Samples.feature(
                    Samples.square(33.6, 44.5, 0.05),
                    "{\"role\":\"control\",\"status\":\"controlled\",\"holder\":\"North\",\"date\":\"2024-08-21\"}",
                    id: "held")
            ]))
        let coarse = try self.run(
            ["check-area", "south.geojson", "--claim", "about 5 %", "--of", "Sevastopol"], in: folder)
        #expect(coarse.out.contains("the outline of the region is too coarse for a share"))
    }

    @Test func distancesRunFromPlacesByTheirNames() throws {
        let folder = try folder()
        let json = try run(["distance", "Суджа", "Ukraine", "--format", "json"], in: folder).json()
        let metres = try #require(json["distance_m"] as? Double)
        #expect(metres > 5_000 && metres < 12_000)
        let two = try run(["distance", "Donetsk", "Sudzha"], in: folder)
        #expect(two.code == 66)
        #expect(two.err.contains("places are called \"Donetsk\""))
        #expect(two.err.contains("Donetsk, Donetsk Oblast (901645 people)"))
        let one = try run(["distance", "Donetsk, Donetsk Oblast", "Artemivsk, UA-14"], in: folder)
        #expect(one.code == 0, "\(one.err)")
    }

    @Test func withoutGeoDataNamesAreNotKnown() throws {
        let folder = try folder()
        let run = try Program.run(["share", "held.geojson", "--of", "Kursk Oblast"], in: folder)
        #expect(run.code == 64)
        #expect(run.err.contains("GeoData was not found; KGEO_DATA names the folder it lies in"))
    }
}
