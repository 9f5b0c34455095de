// kgeo area, length and distance as a user runs them.

import Foundation
import TestSupport
import Testing

struct MeasureCommandTests {
    @Test func areaAsCSV() throws {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", Samples.oneSquare)
        let run = try Program.run(["area", "--format", "csv", "map.geojson"], in: folder)
        #expect(run.code == 0)
        #expect(run.err == "")
        #expect(run.lines[0] == "file,feature,id,area_m2,perimeter_m,area_lonlat_m2")
        let cells = run.lines[1].split(separator: ",")
        #expect(cells.prefix(3).map(String.init) == ["map.geojson", "0", "a"])
        let area = try #require(Double(cells[3]))
        let lonlat = try #require(Double(cells[5]))
        #expect(abs(area - 7_892e6) < 20e6)
        #expect(abs(lonlat - area) < 1e7 && lonlat != area)
        #expect(run.lines.count == 3 && run.lines[2] == "")
    }

    @Test func areaFromStandardInputAndSequence() throws {
        let feature = Samples.feature(Samples.square(0, 0, 1))
        let run = try Program.run(["area", "--format", "csv", "-"], input: feature + "\n" + feature + "\n")
        #expect(run.code == 0)
        #expect(run.lines.count == 4)
        #expect(run.lines[1].hasPrefix("-,0,") && run.lines[2].hasPrefix("-,1,"))
    }

    @Test func pointsNullsAndEmptyGeometriesAreRowsWithZero() throws {
        let text = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}},
            {"type":"Feature","properties":{},"geometry":null},
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[]}}]}
            """
        let run = try Program.run(["area", "--format", "csv", "-"], input: text)
        #expect(run.code == 0)
        #expect(run.lines[1...3].allSatisfy { $0.hasSuffix(",0,0,0") })
    }

    @Test func aBadFeatureEndsWith65AfterTheRowsBeforeIt() throws {
        let bad = Samples.feature("[[0,0],[1,0],[1,151.2],[0,0]]", "{}", id: "sumy-west")
        let text = Samples.collection([
            Samples.feature(Samples.square(0, 0, 1)), bad, Samples.feature(Samples.square(2, 0, 1)),
        ])
        let folder = try TemporaryFolder()
        try folder.write("m.geojson", text)
        let run = try Program.run(["area", "--format", "csv", "m.geojson"], in: folder)
        #expect(run.code == 65)
        #expect(run.lines.count == 3)
        #expect(run.err.contains("kgeo: error: m.geojson: feature 1 \"sumy-west\", ring 0, vertex 2"))
        #expect(run.err.contains("latitude 151.2 is outside −90…90"))
        #expect(
            run.err.contains(
                "hint: longitude and latitude look swapped; --swap-xy reads them the other way round"))
        #expect(run.err.contains("1 feature was written before the error"))
        let on = try Program.run(["area", "--format", "csv", "--keep-going", "m.geojson"], in: folder)
        #expect(on.code == 65)
        #expect(on.lines.count == 5)
        #expect(on.lines[2] == "m.geojson,1,sumy-west,,,")
        #expect(on.lines[3].hasPrefix("m.geojson,2,,"))
        let file = try Program.run(
            ["area", "--format", "csv", "--output", "out.csv", "m.geojson"], in: folder)
        #expect(file.code == 65)
        #expect(folder.names == ["m.geojson"])
        // "-" is standard output, where the rows before the bad feature stand.
        let stream = try Program.run(["area", "--format", "csv", "--output", "-", "m.geojson"], in: folder)
        #expect(stream.code == 65)
        #expect(stream.out == run.out)
    }

    @Test func swappedAxes() throws {
        let swapped = Samples.collection([Samples.feature("[[51,135],[51,136],[52,136],[51,135]]")])
        #expect(try Program.run(["area", "-"], input: swapped).code == 65)
        #expect(try Program.run(["area", "--swap-xy", "-"], input: swapped).code == 0)
    }

    @Test func anotherReferenceSystem() throws {
        let metres = Samples.feature(
            "[[3900000,6600000],[3910000,6600000],[3910000,6610000],[3900000,6600000]]")
        let plain = try Program.run(["area", "-"], input: metres)
        #expect(plain.code == 65)
        #expect(plain.err.contains("--crs EPSG:n"))
        let given = try Program.run(["area", "--crs", "EPSG:3857", "--format", "csv", "-"], input: metres)
        #expect(given.code == 0)
        let area = try #require(
            Double(given.lines[1].split(separator: ",", omittingEmptySubsequences: false)[3]))
        #expect(area > 15e6 && area < 25e6)  // half of 100 km² of Web Mercator at 51° N
        let named =
            "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}},\"features\":[\(metres)]}"
        let read = try Program.run(["area", "--format", "csv", "-"], input: named)
        #expect(read.code == 0)
        #expect(read.out == given.out)
        let late =
            "{\"type\":\"FeatureCollection\",\"features\":[\(Samples.feature(Samples.square(0, 0, 1)))],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:3857\"}}}"
        let refused = try Program.run(["area", "-"], input: late)
        #expect(refused.code == 65)
        #expect(refused.err.contains("--crs EPSG:3857"))
        #expect(try Program.run(["area", "--crs", "EPSG:999999", "-"], input: metres).code == 64)
    }

    @Test func topologyOnRequest() throws {
        let bowtie = Samples.collection([Samples.feature("[[0,0],[1,1],[1,0],[0,1],[0,0]]", id: "eight")])
        let plain = try Program.run(["area", "-"], input: bowtie)
        #expect(plain.code == 0)
        #expect(plain.err.contains("encloses nothing"))
        let tested = try Program.run(["area", "--check-topology", "-"], input: bowtie)
        #expect(tested.code == 65)
        #expect(tested.err.contains("a ring crosses itself at 0.5, 0.5"))
    }

    @Test func compareNamesTheMethods() throws {
        let run = try Program.run(["area", "--compare", "-"], input: Samples.oneSquare)
        #expect(run.code == 0)
        for word in ["geodesic (kgeo)", "Web Mercator", "UTM, EPSG:32636", "sphere R = 6371008.8 m"] {
            #expect(run.out.contains(word))
        }
    }

    @Test func lengthOfLinesOnly() throws {
        let text = """
            {"type":"GeometryCollection","geometries":[
            {"type":"LineString","coordinates":[[0,0],[0,90]]},
            {"coordinates":[[[0,0],[1,0],[1,1],[0,0]]],"type":"Polygon"},
            {"coordinates":[[0,0],[1,0]],"type":"MultiPoint"}]}
            """
        let run = try Program.run(["length", "--format", "csv", "-"], input: text)
        #expect(run.code == 0)
        #expect(run.lines[0] == "file,feature,id,length_m")
        let length = try #require(
            Double(run.lines[1].split(separator: ",", omittingEmptySubsequences: false)[3]))
        #expect(abs(length - 10_001_965.729313) < 1e-6)  // the quarter meridian of WGS84
    }

    @Test func distances() throws {
        let folder = try TemporaryFolder()
        try folder.write("m.geojson", Samples.oneSquare)
        let run = try Program.run(["distance", "--format", "json", "m.geojson#a", "32,50.5"], in: folder)
        #expect(run.code == 0)
        let metres = try #require(try run.json()["distance_m"] as? Double)
        #expect(abs(metres - 70_930) < 200)
        let inside = try Program.run(["distance", "m.geojson", "30.5,50.5"], in: folder)
        #expect(inside.out.contains("distance  0.000 km"))
        #expect(try Program.run(["distance", "m.geojson#b", "1,1"], in: folder).code == 66)
        #expect(try Program.run(["distance", "1,91", "1,1"], in: folder).code == 64)
    }

    /// A folder stands for the maps in it, by name.
    @Test(arguments: [
        ["area", "--format", "csv"], ["length", "--format", "csv"], ["validate"], ["area", "--compare"],
    ])
    func aFolderStandsForTheMapsInIt(command: [String]) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path + "/maps", withIntermediateDirectories: false)
        for (i, name) in ["b.geojson", "a.json", ".hidden.geojson", "readme.txt", "c.geojsonl"].enumerated() {
            try folder.write(
                "maps/" + name, Samples.collection([Samples.feature(Samples.square(Double(i), 50, 1))]))
        }
        let files = ["maps/a.json", "maps/b.geojson", "maps/c.geojsonl"]
        let named = try Program.run(command + files, in: folder)
        let run = try Program.run(command + ["maps"], in: folder)
        #expect(run.code == 0 && run.out == named.out && run.err == named.err)
        #expect(try Program.run(command + ["maps/"], in: folder).out == named.out)
    }
}
