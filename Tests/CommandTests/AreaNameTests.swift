// What an area is called, asked of every command that names areas or takes one by its name: one answer.

import Foundation
import TestSupport
import Testing

/// A file of two areas, the west and the east half of the ground, and what they are called.
struct AreaLayer: Sendable, CustomTestStringConvertible {
    var title: String
    /// Members of the features before `geometry`: properties, and an id where there is one.
    var west, east: String
    var names: [String]
    var options: [String] = []
    var testDescription: String { title }

    init(_ title: String, _ west: String, _ east: String, _ names: [String], _ options: [String] = []) {
        (self.title, self.west, self.east, self.names, self.options) = (title, west, east, names, options)
    }

    /// Two names under one property.
    static func property(_ name: String) -> AreaLayer {
        AreaLayer(
            name, "\"properties\":{\"\(name)\":\"Sumsky\"}", "\"properties\":{\"\(name)\":\"Konotop\"}",
            ["Sumsky", "Konotop"])
    }

    static let all: [AreaLayer] =
        [
            "name", "NAME", "Name", "name_en", "name:en", "shapeName", "district", "NAME_1", "NAME_2",
            "ADM1_EN", "ADM2_EN", "adm2_en", "oblast", "region", "admin", "ADMIN", "title",
        ].map(property) + [
            AreaLayer(
                "a district and what is around it",
                #""properties":{"admin":"Ukraine","region":"Sumy Oblast","district":"Sumsky"}"#,
                #""properties":{"admin":"Ukraine","region":"Sumy Oblast","district":"Konotop"}"#,
                ["Sumsky", "Konotop"]),
            AreaLayer(
                "second level of two",
                #""properties":{"NAME_0":"Ukraine","NAME_1":"Sumy","NAME_2":"Sumsky"}"#,
                #""properties":{"NAME_0":"Ukraine","NAME_1":"Sumy","NAME_2":"Konotop"}"#,
                ["Sumsky", "Konotop"]),
            AreaLayer(
                "numbers", #""properties":{"district":12}"#, #""properties":{"district":13.5}"#,
                ["12", "13.5"]),
            AreaLayer(
                "empty ones are passed over", #""properties":{"name":" ","title":"Sumsky"}"#,
                #""id":"e","properties":{"name":"","region":null}"#, ["Sumsky", "e"]),
            AreaLayer(
                "ids", #""id":"w","properties":{}"#, #""properties":{"id":"e"}"#, ["w", "e"]),
            AreaLayer(
                "nothing", #""properties":{}"#, #""properties":null"#, ["feature 0", "feature 1"]),
            AreaLayer(
                "a property of one's own", #""properties":{"name":"x","nom":"Sumsky"}"#,
                #""properties":{"name":"y","nom":"Konotop"}"#, ["Sumsky", "Konotop"],
                ["--name-property", "nom"]),
            AreaLayer(
                "a property of one's own that one has not", #""properties":{"name":"x","nom":"Sumsky"}"#,
                #""properties":{"name":"y"}"#, ["Sumsky", "y"], ["--name-property", "NOM"]),
        ]
}

@Suite("The name of an area")
struct AreaNameTests {
    private func folder(_ layer: AreaLayer) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let ground = { (size: Double) in
            Samples.collection([
                Samples.feature(
                    "[[35,51],[36,51],[36,\(51 + size)],[35,\(51 + size)],[35,51]]",
                    #"{"status":"controlled","holder":"North"}"#)
            ])
        }
        try folder.write("map_20250501.geojson", ground(0.2))
        try folder.write("map_20250502.geojson", ground(0.3))
        let areas = [(layer.west, 34.9), (layer.east, 35.5)].map { members, west in
            "{\"type\":\"Feature\",\(members),\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(Samples.square(west, 50.9, 0.6))]}}"
        }
        try folder.write("areas.geojson", Samples.collection(areas))
        return folder
    }

    private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> ProgramRun {
        let run = try Program.run(arguments, in: folder)
        #expect(run.code == 0, "\(arguments) \(run.err)")
        return run
    }

    private func names(_ json: [String: Any], _ list: String, _ member: String) -> [String] {
        (json[list] as? [[String: Any]])?.compactMap { $0[member] as? String } ?? []
    }

    @Test(arguments: AreaLayer.all)
    func isTheSameInEveryCommand(_ layer: AreaLayer) throws {
        let folder = try folder(layer)
        let (old, new) = ("map_20250501.geojson", "map_20250502.geojson")
        let by = ["--by", "areas.geojson", "--format", "json"] + layer.options
        #expect(
            names(try run(["diff", old, new] + by, in: folder).json(), "regions", "region") == layer.names)
        #expect(
            names(try run(["series", old, new] + by, in: folder).json(), "regions", "region") == layer.names)
        #expect(
            names(try run(["front", old, "--minus", "none"] + by, in: folder).json(), "sectors", "sector")
                == layer.names)
        let made = try run(
            ["import", "geojson", old, "--regions", "areas.geojson", "-q"] + layer.options, in: folder)
        let regions = (try made.json()["features"] as? [[String: Any]])?.compactMap {
            ($0["properties"] as? [String: Any])?["region"] as? String
        }
        #expect(regions == layer.names)
        // Taken by its name, an area is that area wherever it is asked for.
        for (i, name) in layer.names.enumerated() {
            let one = "areas.geojson#" + name
            let share = try run(["share", old, "--of", one, "--format", "json"] + layer.options, in: folder)
            let part = try run(["share", one, "--of", old, "--format", "json"] + layer.options, in: folder)
            let whole = (try share.json()["whole_area"] as? [String: Any])?["area_m2"] as? Double
            #expect(
                whole == (try part.json()["part_area"] as? [String: Any])?["area_m2"] as? Double
                    && whole ?? 0 > 0)
            let buffer = try run(
                [
                    "buffer", old, "--distance", "1km", "--section", one, "--within", one, "--format", "json",
                ] + layer.options, in: folder)
            #expect((try buffer.json()["features_outside_section"] as? Double) == 0)
            let distance = try run(
                ["distance", one, "40,51", "--format", "json"] + layer.options, in: folder)
            let end = try distance.json()["end_from"] as? [String: Any]
            #expect(end?["name"] as? String == name && end?["feature"] as? Int == i)
            for command in [
                ["diff", old, new], ["series", old, new], ["front", old, "--minus", "none"],
            ] {
                let json = try run(
                    command + ["--by", one, "--format", "json"] + layer.options, in: folder
                ).json()
                let (list, member) =
                    command[0] == "front" ? ("sectors", "sector") : ("regions", "region")
                #expect(names(json, list, member).first == name)
            }
        }
    }

    /// Everything that takes a property to name areas by, given one that is not there.
    @Test func aPropertyThatNoAreaHasIsAnError() throws {
        let folder = try folder(.property("district"))
        let (old, new) = ("map_20250501.geojson", "map_20250502.geojson")
        let said = """
            kgeo: error: areas.geojson: no feature has the property "nom" of --name-property
            hint: they have: district

            """
        for command in [
            ["diff", old, new, "--by", "areas.geojson"], ["series", old, new, "--by", "areas.geojson"],
            ["front", old, "--minus", "none", "--by", "areas.geojson"],
            ["import", "geojson", old, "--regions", "areas.geojson"],
            ["share", old, "--of", "areas.geojson"], ["share", old, "--of", "areas.geojson#Sumsky"],
            ["buffer", old, "--distance", "1km", "--section", "areas.geojson"],
            ["distance", "areas.geojson", "40,51"],
        ] {
            let run = try Program.run(command + ["--name-property", "nom"], in: folder)
            #expect(run.code == 65 && run.err == said, "\(command): \(run.err)")
        }
    }

    @Test func areasOfOneNameStayApart() throws {
        let twice = AreaLayer(
            "twice", #""id":"w","properties":{"name":"Sumy"}"#, #""id":"e","properties":{"name":"Sumy"}"#,
            ["Sumy (1)", "Sumy (2)"])
        let folder = try folder(twice)
        let (old, new) = ("map_20250501.geojson", "map_20250502.geojson")
        let by = ["--by", "areas.geojson", "--format", "csv"]
        let warning = "several areas have one name and are numbered: Sumy (2)"
        for command in [
            ["diff", old, new] + by, ["series", old, new] + by, ["front", old, "--minus", "none"] + by,
            ["import", "geojson", old, "--regions", "areas.geojson"],
        ] {
            let run = try run(command, in: folder)
            #expect(run.out.contains("Sumy (1)") && run.out.contains("Sumy (2)"), "\(command)")
            #expect(run.err.contains(warning), "\(command)")
        }
        for command in [
            ["diff", old, new, "--by"], ["front", old, "--minus", "none", "--by"], ["share", old, "--of"],
            ["buffer", old, "--distance", "1km", "--section"], ["distance", "40,51"],
        ] {
            let run = try Program.run(command + ["areas.geojson#Sumy"], in: folder)
            #expect(run.code == 66, "\(command)")
            #expect(
                run.err == """
                    kgeo: error: areas.geojson: 2 features are called "Sumy"
                    hint: take one by its id: w, e; or by its number: Sumy (1)

                    """)
        }
        // The numbered names mean what they say.
        func start(_ name: String) throws -> String {
            let run = try run(["distance", "40,51", "areas.geojson#\(name)", "--format", "json"], in: folder)
            #expect(run.code == 0, "\(run.err)")
            let end = try #require(try run.json()["end_to"] as? [String: Any])
            return end["id"] as? String ?? ""
        }
        #expect(try start("Sumy (1)") == "w")
        #expect(try start("Sumy (2)") == "e")
    }
}
