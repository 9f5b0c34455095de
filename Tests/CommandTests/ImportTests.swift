// kgeo import on the built binary: what it writes and says, and that a check works on it.

import Foundation
import TestSupport
import Testing

private func feature(_ fill: String, _ ring: String) -> String {
    #"{"type":"Feature","properties":{"name":"a /// b","fill":"\#(fill)"},"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
}

/// Ground on both sides of a border at 51° N, and a territory far away.
private let service =
    #"{"type":"FeatureCollection","features":["#
    + [
        feature("#01579b", "[[35,50.8,0],[35.5,50.8,0],[35.5,51.2,0],[35,51.2,0],[35,50.8,0]]"),
        feature("#bdbdbd", "[[35.5,51.1,0],[35.6,51.1,0],[35.6,51.2,0],[35.5,51.2,0],[35.5,51.1,0]]"),
        feature("#ff5252", "[[145,43],[147,43],[147,45],[145,45],[145,43]]"),
    ].joined(separator: ",\n") + "]}"

private let regions =
    #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"role":"reference","region":"North Oblast","boundary_error_m":30},"geometry":{"type":"Polygon","coordinates":[[[34,51],[38,51],[38,52],[34,52],[34,51]]]}}]}"#

@Suite struct ImportTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("1724272310.geojson", service)
        try folder.write("regions.geojson", regions)
        return folder
    }

    @Test func theScenarioValidatesAndChecks() throws {
        let folder = try folder()
        let run = try Program.run(
            [
                "import", "deepstate", "1724272310.geojson", "--regions", "regions.geojson", "--licence",
                "CC0-1.0",
                "--output", "out.geojson",
            ], in: folder)
        #expect(run.code == 0 && run.out.isEmpty)
        #expect(run.err.contains("1724272310.geojson: service file, 2024-08-21, 3 features, 2 control areas"))
        #expect(
            run.err.contains("left out: territories far away (1), 35,6")
                || run.err.contains("territories far away (1)"))
        #expect(run.err.contains("in North Oblast") && run.err.contains("outside every region"))
        #expect(run.err.contains("Written: out.geojson"))
        let valid = try Program.run(["validate", "out.geojson"], in: folder)
        #expect(valid.code == 0)
        try folder.write(
            "claims.json",
            #"[{"id":"c","kind":"area","value":1560,"unit":"km2","qualifier":"about","subject":{"holder":"Ukraine","region":"North Oblast"},"as_of":"2024-08-21","worded":"controlled"}]"#
        )
        for claim in [["--claims", "claims.json"], ["--claim", "about 1,560 km2", "--as-of", "2024-08-21"]] {
            let check = try Program.run(
                ["check-area", "out.geojson", "--format", "json"] + claim, in: folder)
            #expect(check.code == 0)
            #expect((try check.json()["results"] as? [Any])?.count == 1)
        }
    }

    @Test func theScenarioGoesToStandardOutputAndTheAccountBeside() throws {
        let run = try Program.run(
            ["import", "deepstate", "1724272310.geojson", "--no-regions", "--format", "json"], in: folder())
        #expect(run.code == 0)
        #expect((try run.json()["features"] as? [Any])?.count == 2)
        let account = try #require(
            try JSONSerialization.jsonObject(with: Data(run.err.utf8)) as? [String: Any])
        let areas = try #require(account["areas"] as? [[String: Any]])
        #expect(areas.map { $0["status"] as? String } == ["controlled", "contested"])
        let map = try #require((account["maps"] as? [[String: Any]])?.first)
        #expect(((map["left_out"] as? [[String: Any]])?.first?["area_m2"] as? Double ?? 0) > 1e10)
        let quiet = try Program.run(
            ["import", "deepstate", "1724272310.geojson", "--no-regions", "--quiet"], in: folder())
        #expect(quiet.err.isEmpty && quiet.out == run.out)
    }

    @Test func aFileIsNotReplacedUnasked() throws {
        let folder = try folder()
        try folder.write("out.geojson", "kept")
        let arguments = ["import", "deepstate", "1724272310.geojson", "--no-regions", "-o", "out.geojson"]
        let run = try Program.run(arguments, in: folder)
        #expect(run.code == 73 && folder.text("out.geojson") == "kept")
        #expect(try Program.run(arguments + ["--force"], in: folder).code == 0)
        #expect(folder.text("out.geojson")?.contains("\"kgeo\"") == true)
    }

    @Test func standardInputNeedsADay() throws {
        let arguments = ["import", "deepstate", "-", "--no-regions", "-q"]
        #expect(try Program.run(arguments, input: service).code == 65)
        let run = try Program.run(arguments + ["--date", "2024-08-22"], input: service)
        #expect(run.code == 0 && run.out.contains(#""date":"2024-08-22""#))
    }

    @Test func twoFilesOfAKMLMapMakeOneScenario() throws {
        let folder = try TemporaryFolder()
        func kml(_ west: Int, _ day: String) -> String {
            "<kml><Placemark><name>A</name><TimeStamp><when>\(day)</when></TimeStamp><Polygon><outerBoundaryIs><LinearRing><coordinates>\(west),51 \(west + 1),51 \(west + 1),52</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>"
        }
        try folder.write("a.kml", kml(35, "2024-08-21"))
        try folder.write("b.kmz", bytes: ZIPWriter.archive([.init("doc.kml", kml(36, "2024-08-22"))]))
        let run = try Program.run(
            ["import", "kml", "a.kml", "b.kmz", "--set", "holder=North", "-o", "out.geojson"], in: folder)
        #expect(run.code == 0)
        #expect(run.err.contains("2024-08-21  North") && run.err.contains("2024-08-22  North"))
        #expect(try Program.run(["validate", "out.geojson"], in: folder).out.contains("nothing wrong"))
    }

    /// Whether GDAL's programs are there.
    static let hasGDAL =
        (try? Program.run(["-c", "command -v ogr2ogr ogrinfo"], program: "/bin/sh").code) == 0

    @Test(.enabled(if: hasGDAL, "needs GDAL's ogr2ogr (apt install gdal-bin)"))
    func shapefilesAndGeoPackages() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "map.geojson",
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"zone":"red","day":"2024-08-21"},"geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}}]}"#
        )
        // In metres, so that it has to be brought to degrees.
        let make = """
            ogr2ogr -t_srs EPSG:32636 -f GPKG -nln one map.gpkg map.geojson
            ogr2ogr -t_srs EPSG:32636 -f GPKG -update -nln two map.gpkg map.geojson
            ogr2ogr -t_srs EPSG:32636 -f 'ESRI Shapefile' map.shp map.geojson
            """
        #expect(try Program.run(["-e", "-c", make], in: folder, program: "/bin/sh").code == 0)
        let mapping = [
            "--status-property", "zone", "--controlled", "red", "--date-property", "day", "--set",
            "holder=North",
        ]
        let scratch = ["TMPDIR": folder.path]
        for file in [["map.shp"], ["map.gpkg", "--layer", "two"]] {
            let run = try Program.run(["import", "gdal"] + file + mapping, in: folder, environment: scratch)
            #expect(run.code == 0, "\(run.err)")
            // The area of a degree by a degree at 51.5° N, its edges bent by the projection by nothing.
            #expect(run.err.contains("7,725.5"))
            #expect(run.out.contains(#""date":"2024-08-21""#))
        }
        let which = try Program.run(
            ["import", "gdal", "map.gpkg"] + mapping, in: folder, environment: scratch)
        #expect(which.code == 64 && which.err.contains("choose one with --layer: one, two"))
        let wrong = try Program.run(
            ["import", "gdal", "map.gpkg", "--layer", "x"], in: folder, environment: scratch)
        #expect(wrong.code == 66 && wrong.err.contains("its layers: one, two"))
        #expect(folder.names.allSatisfy { !$0.hasPrefix(".kgeo") }, "files in between were left behind")
        try FileManager.default.removeItem(atPath: folder.path + "/map.prj")
        let lost = try Program.run(["import", "gdal", "map.shp"] + mapping, in: folder, environment: scratch)
        #expect(lost.code == 65 && lost.err.contains("--crs EPSG:n says it"))
        let found = try Program.run(
            ["import", "gdal", "map.shp", "--crs", "EPSG:32636"] + mapping, in: folder, environment: scratch)
        #expect(found.code == 0 && found.err.contains("7,725.5"))
    }
}
