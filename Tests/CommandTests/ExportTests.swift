// kgeo export and check-area --export: what is in the folder, when it is refused, and that nothing half-written
// stays behind.

import Foundation
import TestSupport
import Testing

struct ExportTests {
    static let claim =
        "{\"id\":\"c\",\"kind\":\"area\",\"value\":500,\"unit\":\"km2\",\"qualifier\":\"about\",\"subject\":{\"holder\":\"North\"},\"as_of\":\"2024-08-21\"}"
    static let scenario = Samples.scenario(claim)
    static let names = [
        "README.md", "kgeo-bundle.json", "s-findings.geojson", "s-findings.qml", "s-polygons.geojson",
        "s-polygons.qml",
    ]

    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("s.geojson", scenario)
        return folder
    }

    static func list(_ folder: TemporaryFolder, _ name: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + name)) ?? []).sorted()
    }

    static func features(_ text: String?) throws -> [[String: Any]] {
        let value = try JSONSerialization.jsonObject(with: Data((text ?? "").utf8)) as? [String: Any]
        return value?["features"] as? [[String: Any]] ?? []
    }

    @Test func aNewFolderHoldsLayersStylesAndReadme() throws {
        let folder = try Self.folder()
        let run = try Program.run(["export", "s.geojson", "--to", "out/"], in: folder)
        #expect(run.code == 0 && run.out.isEmpty)
        #expect(run.err.contains("6 files in out/: 2 layers, 4 features"))
        #expect(Self.list(folder, "out") == Self.names)
        #expect(folder.names == ["out", "s.geojson"])
    }

    /// σ that a scenario or the command line states for all lines stands in each of them, so that what is measured on
    /// the layer has the error that the map has.
    @Test func linesKeepTheErrorThatIsStatedForAll() throws {
        let folder = try TemporaryFolder()
        let stated = Self.scenario.replacingOccurrences(
            of: "\"schema\":1", with: "\"schema\":1,\"defaults\":{\"boundary_error_m\":50}")
        try folder.write("s.geojson", stated)
        try folder.write("plain.geojson", Self.scenario)
        for arguments in [
            ["export", "s.geojson", "--to", "out"],
            ["check-area", "plain.geojson", "--boundary-error", "50", "--export", "given"],
        ] {
            #expect(try Program.run(arguments, in: folder).code == 0)
        }
        for layer in ["out/s-polygons.geojson", "given/plain-polygons.geojson"] {
            let sigmas = try Self.features(folder.text(layer)).map {
                ($0["properties"] as? [String: Any])?["boundary_error_m"] as? Double
            }
            #expect(sigmas == [50, 50], "\(layer)")
        }
    }

    @Test func aPlaceKeepsWhatIsSaidOfIt() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "p.geojson",
            #"{"type":"FeatureCollection","kgeo":{"schema":1},"features":[{"type":"Feature","id":"v1","properties":{"role":"place","name":"Village","status":"contested","holder":"North","date":"2024-08-21","coord_error_m":700,"class":"implied","reported":"2024-08-20","source":"a page","coord_source":"GeoNames 17"},"geometry":{"type":"Point","coordinates":[35,51]}}]}"#
        )
        let run = try Program.run(["export", "p.geojson", "--to", "out"], in: folder)
        #expect(run.code == 0, "\(run.err)")
        let features = try Self.features(folder.text("out/p-points.geojson"))
        let properties = try #require(features.first?["properties"] as? [String: Any])
        for (name, value) in [
            ("status", "contested"), ("holder", "North"), ("name", "Village"), ("class", "implied"),
            ("reported", "2024-08-20"), ("coord_source", "GeoNames 17"), ("source", "a page"),
            ("title", "Village, contested, North, 2024-08-21"), ("marker-color", "#E69F00"),
        ] {
            #expect(properties[name] as? String == value)
        }
        #expect(properties["coord_error_m"] as? Double == 700)
        #expect(
            folder.text("out/p-points.qml")?.contains("coalesce(&quot;name&quot;, &quot;id&quot;)") == true)
        #expect(folder.text("out/README.md")?.contains("Contains data of GeoNames, CC BY 4.0") == true)
    }

    @Test func aMapOfPointsAloneIsNoBundle() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "p.geojson",
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[35,51]}}]}"#
        )
        let run = try Program.run(["export", "p.geojson", "--to", "out"], in: folder)
        #expect(run.code == 65)
        #expect(run.err.contains("kgeo: error: p.geojson: there is nothing to export\n"))
        #expect(folder.names == ["p.geojson"])
        let places = try Program.run(
            ["export", "p.geojson", "--to", "out", "--set", "role=place"], in: folder)
        #expect(places.code == 0)
        #expect(folder.text("out/p-points.geojson") != nil)
    }

    @Test func theAreaIsThatOfTheGeometryBesideIt() throws {
        let folder = try Self.folder()
        #expect(try Program.run(["export", "s.geojson", "-o", "out", "-q"], in: folder).err.isEmpty)
        for layer in ["out/s-polygons.geojson", "out/s-findings.geojson"] {
            let features = try Self.features(folder.text(layer))
            let measured = try Program.run(["area", layer, "--format", "csv"], in: folder)
            #expect(measured.code == 0)
            // file,feature,id,area_m2,…
            let areas = measured.lines.dropFirst().compactMap { line -> Substring? in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                return cells.count > 3 ? cells[3] : nil
            }
            #expect(areas.count == 2 && features.count == 2)
            for (feature, area) in zip(features, areas) {
                let written = try #require((feature["properties"] as? [String: Any])?["area_km2"] as? Double)
                let again = try #require(Double(area))
                #expect(abs(written * 1e6 - again) <= 1e-12 * again)
            }
        }
    }

    @Test func findingsSayWhatTheCheckSays() throws {
        let folder = try Self.folder()
        let run = try Program.run(
            ["check-area", "s.geojson", "--format", "json", "--export", "out"], in: folder)
        #expect(run.code == 0)
        let result = try #require((try run.json()["results"] as? [[String: Any]])?.first)
        let rows = try #require(result["definitions"] as? [[String: Any]])
        let features = try Self.features(folder.text("out/s-findings.geojson"))
        #expect(rows.count == 2 && features.count == 2)
        for (row, feature) in zip(rows, features) {
            let properties = try #require(feature["properties"] as? [String: Any])
            let measured = try #require(row["measured"] as? [String: Any])
            for name in ["value_si", "u_si", "low95_si", "high95_si"] {
                #expect(properties[name] as? Double == measured[name] as? Double)
            }
            #expect(properties["verdict"] as? String == row["verdict"] as? String)
            #expect(properties["ratio"] as? Double == row["ratio"] as? Double)
        }
    }

    @Test func whatIsExportedCanBeCheckedAgain() throws {
        let folder = try Self.folder()
        #expect(try Program.run(["export", "s.geojson", "--to", "out"], in: folder).code == 0)
        #expect(try Program.run(["validate", "out/s-polygons.geojson"], in: folder).code == 0)
        let first = try Program.run(["check-area", "s.geojson", "--claim", "1%", "--of", "UA"], in: folder)
        let again = try Program.run(
            ["check-area", "out/s-polygons.geojson", "--claim", "1%", "--of", "UA"], in: folder)
        #expect(again.code == 0)
        // The columns stand where the claims of the whole map need them.
        // What σ the verdict holds for goes to a line of its own where the table is wide.
        func words(_ run: ProgramRun) -> [[Substring]] {
            run.lines.map { line in
                Array(line.split(separator: " ").prefix { $0 != "≤" && $0 != ">" && $0 != "any" })
            }
        }
        let rows = words(first).filter { $0.contains("controlled") && $0.contains { $0.hasPrefix("603,") } }
        #expect(!rows.isEmpty && rows.allSatisfy(words(again).contains))
    }

    @Test func aPlainMapIsExportedThroughItsMapping() throws {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", Samples.mapped)
        let run = try Program.run(
            ["export", "map.geojson", "--to", "out", "--claim", "about 310 km2"] + Samples.mapping, in: folder
        )
        #expect(run.code == 0)
        let statuses = try Self.features(folder.text("out/map-polygons.geojson")).map {
            ($0["properties"] as? [String: Any])?["status"] as? String
        }
        #expect(statuses == ["controlled", "contested"])
        #expect(folder.text("out/map-findings.geojson") != nil)
    }

    @Test func theGroundOfAFindingIsItsUnionAndAMeanHasNone() throws {
        let folder = try TemporaryFolder()
        func control(_ x: Double, _ day: String, _ id: String) -> String {
            Samples.feature(
                Samples.square(x, 51, 0.2),
                "{\"role\":\"control\",\"status\":\"controlled\",\"holder\":\"North\",\"date\":\"\(day)\"}",
                id: id)
        }
        // Two squares of one day that overlap by half, and one of another day.
        let text = Samples.scenario(
            """
            {"id":"union","kind":"area","value":400,"unit":"km2","qualifier":"about","as_of":"2024-08-21"},
            {"id":"share","kind":"share","value":1,"unit":"percent","qualifier":"about","of":{"official":"UA"},"as_of":"2024-08-21"},
            {"id":"mean","kind":"area","measure":"mean","value":400,"unit":"km2","qualifier":"about","period":["2024-08-21","2024-08-25"]}
            """,
            features: [
                control(35, "2024-08-21", "a"), control(35.1, "2024-08-21", "b"),
                control(35, "2024-08-25", "c"),
            ])
        let run = try Program.run(["export", "-", "--to", "out"], input: text, in: folder)
        #expect(run.code == 0 && run.err.contains("counted once"))
        let polygons = try Self.features(folder.text("out/map-polygons.geojson"))
        let one = try #require((polygons[0]["properties"] as? [String: Any])?["area_km2"] as? Double)
        for feature in try Self.features(folder.text("out/map-findings.geojson")) {
            let properties = try #require(feature["properties"] as? [String: Any])
            let value = try #require(properties["value_si"] as? Double)
            if properties["claim"] as? String == "mean" {
                #expect(feature["geometry"] is NSNull && properties["area_km2"] is NSNull && value > 0)
                continue
            }
            let area = try #require(properties["area_km2"] as? Double)
            // The dissolved edges are cut where the squares meet, so each is two geodesics: not equal to the bit.
            #expect(abs(area - 1.5 * one) < 1e-3 * one)
            if properties["claim"] as? String == "share" {
                let whole = try #require(properties["of_km2"] as? Double)
                #expect(abs(value - area / whole) < 1e-12)
            } else {
                #expect(abs(value - area * 1e6) < 1e-12 * value)
            }
        }
    }

    @Test func aGateThatTripsStillLeavesTheBundle() throws {
        let folder = try Self.folder()
        let run = try Program.run(
            ["check-area", "s.geojson", "--export", "out", "--fail-on", "overstated,depends-on-definition"],
            in: folder)
        #expect(run.code == 2)
        #expect(Self.list(folder, "out") == Self.names)
    }
}
