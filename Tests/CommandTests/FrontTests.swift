// kgeo front: what it prints and writes, curves of known dimension, and fronts of real maps.

import Foundation
import TestSupport
import Testing

struct FrontTests {
    /// Two grounds on either side of a line that runs eastwards from 20° E on the equator.
    static func twoSides(_ line: [(Double, Double)], _ members: String = "") -> String {
        func ring(_ places: [(Double, Double)]) -> String {
            "[" + (places + [places[0]]).map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]"
        }
        let (first, last) = (line[0].0, line[line.count - 1].0)
        let (south, north) = (
            ring(line + [(last, -0.5), (first, -0.5)]), ring(line.reversed() + [(first, 0.5), (last, 0.5)])
        )
        func control(_ holder: String) -> String {
            "{\"role\":\"control\",\"status\":\"controlled\",\"holder\":\"\(holder)\",\"date\":\"2024-08-21\"}"
        }
        return Samples.collection(
            [
                Samples.feature(south, control("South"), id: "s"),
                Samples.feature(north, control("North"), id: "n"),
            ], members)
    }

    static let straight = twoSides([(20, 0), (20.5, 0), (21, 0)])

    /// A Koch curve of 1,000 m.
    static let koch: [(Double, Double)] = {
        var chain: [(Double, Double)] = [(0, 0), (1_000, 0)]
        for _ in 0..<5 {
            chain =
                zip(chain, chain.dropFirst()).flatMap { a, b -> [(Double, Double)] in
                    let (x, y) = ((b.0 - a.0) / 3, (b.1 - a.1) / 3)
                    let s = 0.75.squareRoot()
                    return [
                        a, (a.0 + x, a.1 + y), (a.0 + 1.5 * x - s * y, a.1 + 1.5 * y + s * x),
                        (a.0 + 2 * x, a.1 + 2 * y),
                    ]
                } + [(1_000, 0)]
        }
        return chain.map { (20 + $0.0 / 111_319.49079, $0.1 / 110_574.2758) }
    }()

    @Test func koch() throws {
        let run = try Program.run(
            [
                "front", "-", "--tolerance", "0.01 m", "--minus", "none", "--format", "json", "--ruler",
                "111.111m,37.037m,12.346m,4.115m",
            ], input: Self.twoSides(Self.koch))
        #expect(run.code == 0)
        let fit = try #require(try run.json()["fit"] as? [String: Any])
        #expect(abs(try #require(fit["dimension"] as? Double) - 1.2619) <= 0.001)
    }

    @Test func straightFront() throws {
        let run = try Program.run(
            [
                "front", "-", "--tolerance", "1m", "--minus", "none", "--format", "json", "--claim",
                "about 110 km",
            ], input: Self.straight)
        #expect(run.code == 0 && run.err.isEmpty)
        let json = try run.json()
        let fit = try #require(json["fit"] as? [String: Any])
        #expect(abs(try #require(fit["dimension"] as? Double) - 1) < 1e-4)
        #expect(abs(try #require(json["length_m"] as? Double) - 111_321.5) < 1)
        #expect(json["side_a"] as? String == "South" && json["side_b"] as? String == "North")
        #expect(json["date"] as? String == "2024-08-21")
        let claim = try #require((json["claims"] as? [[String: Any]])?.first)
        #expect(claim["ruler_m"] is NSNull)
        #expect((claim["because"] as? String)?.contains("fits the length as drawn") == true)
    }

    @Test func oneSideAndItsBorder() throws {
        let folder = try TemporaryFolder()
        try folder.write("m.geojson", Samples.collection([Samples.feature(Samples.square(35, 51, 0.5))]))
        try folder.write(
            "b.geojson",
            #"{"type":"Feature","id":"west","properties":{"boundary_error_m":30},"geometry":{"type":"LineString","coordinates":[[35,50],[35,53]]}}"#
        )
        let run = try Program.run(
            [
                "front", "m.geojson", "--set", "holder=North", "--minus", "b.geojson", "--export",
                "f.geojson", "--claim", "140 km",
            ], in: folder)
        #expect(run.code == 0)
        #expect(run.out.contains("outline of North, controlled ground, less borders and coasts"))
        #expect(run.out.contains("within 200 m of west, σ 30.0 m"))
        #expect(run.out.contains("A front has no length of its own: it depends on the ruler"))
        #expect(run.out.contains("Measured on a drawn map"))
        for line in run.lines { #expect(line.count <= 100, "\(line)") }
        let text = try #require(folder.text("f.geojson"))
        let written = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let features = try #require(written["features"] as? [[String: Any]])
        #expect(features.count == 1)
        let properties = try #require(features[0]["properties"] as? [String: Any])
        #expect(properties["role"] as? String == "front" && properties["side_a"] as? String == "North")
        // What was written has the length that was printed.
        let length = try Program.run(["length", "f.geojson", "--format", "csv"], in: folder)
        let metres = try #require(length.lines[1].split(separator: ",").last.flatMap { Double($0) })
        #expect(abs(metres - (try #require(properties["length_m"] as? Double))) < 1)
        let validation = try Program.run(["validate", "f.geojson"], in: folder)
        #expect(validation.code == 0, "\(validation.out)")
    }

    @Test func csvAndGeoJSON() throws {
        let folder = try TemporaryFolder()
        try folder.write("m.geojson", Self.straight)
        try folder.write(
            "r.geojson",
            Samples.collection([
                Samples.feature("[[19,-1],[20.5,-1],[20.5,1],[19,1],[19,-1]]", "{\"name\":\"west\"}"),
                Samples.feature("[[20.5,-1],[22,-1],[22,1],[20.5,1],[20.5,-1]]", "{\"name\":\"east\"}"),
            ]))
        let arguments = ["front", "m.geojson", "--minus", "none", "--by", "r.geojson", "--ruler", "1km,5km"]
        let run = try Program.run(arguments + ["--format", "csv"], in: folder)
        #expect(
            run.lines[0]
                == "file,date,side_a,side_b,sector,ruler_m,length_m,u_m,in_fit,dimension,dimension_error,m,u_mapmaker_m,lengthening_m,first_order"
        )
        #expect(run.lines.count == 1 + 9 + 1)
        func length(_ sector: String) -> Double? {
            run.lines.first { $0.hasPrefix("m.geojson,2024-08-21,South,North,\(sector),,") }.flatMap {
                Double($0.split(separator: ",", omittingEmptySubsequences: false)[6])
            }
        }
        let (all, west, east) = (length(""), length("west"), length("east"))
        #expect(abs(try #require(all) - (try #require(west)) - (try #require(east))) < 0.01)
        let map = try Program.run(arguments + ["--format", "geojson"], in: folder)
        #expect(map.out.contains(#""region":"west; east""#))
        let table = try Program.run(arguments, in: folder)
        #expect(table.out.contains("sector") && table.out.contains("west"))
    }

    /// The daily maps draw one side only: the border and the coast are taken off with GeoData.
    @Test(
        .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)),
        arguments: [("20250501", 1_130.0...1_300), ("20250701", 1_180...1_320)])
    func aDailyMap(day: String, kilometres: ClosedRange<Double>) throws {
        let map = try #require(SharedFolder.path("maps/occupied/deepstatemap_data_\(day).geojson"))
        let data = try #require(SharedFolder.projectRoot)
        let run = try Program.run([
            "front", map, "--set", "holder=Russia", "--geodata", data, "--format", "json", "--ruler",
            "2km,5km,20km", "--claim", "1,100 km",
        ])
        #expect(run.code == 0)
        let json = try run.json()
        #expect(kilometres.contains((json["length_m"] as? Double ?? 0) / 1e3))
        let stretches = try #require(json["stretches"] as? [[String: Any]])
        // From the mouth of the Dnipro to the Russian border in one, and no piece of coast.
        #expect((stretches[0]["length_m"] as? Double ?? 0) > 1_000_000)
        for stretch in stretches {
            let from = try #require(stretch["from"] as? [Double])
            #expect(from[1] > 46.4)
        }
        let fit = try #require(json["fit"] as? [String: Any])
        #expect((1.05...1.2).contains(fit["dimension"] as? Double ?? 0))
        let claim = try #require((json["claims"] as? [[String: Any]])?.first)
        #expect((500...5_000).contains(claim["ruler_m"] as? Double ?? 0))
    }

    @Test(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
    func kursk() throws {
        let map = try #require(SharedFolder.path("maps/kursk/kursk_control_2024-08_2025-07.geojson"))
        let data = try #require(SharedFolder.projectRoot)
        let arguments = [
            "front", map, "--status-property", "status", "--controlled", "ukrainian_controlled",
            "--contested",
            "unknown_grey", "--date-property", "date", "--geodata", data, "--format", "json", "--as-of",
            "2024-08-21",
        ]
        let alone = try Program.run(arguments).json()
        let between = try Program.run(arguments + ["--between", "controlled,contested"]).json()
        // The ground is held from the border on, and the grey zone lies along its front; a second pocket, 1 to 3 km deep
        // along the border, has no grey zone.
        #expect(abs((alone["length_m"] as? Double ?? 0) - 117_000) < 300)
        #expect(abs((between["length_m"] as? Double ?? 0) - 110_200) < 300)
    }
}
