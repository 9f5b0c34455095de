// Tables with a column of geometries as a user hands them over: the same figures as from GeoJSON, to the last bit.

import Foundation
import KGeoCore
import KGeoJSON
import TestSupport
import Testing

struct TableInputTests {
    /// Polygons somewhere on the globe, each a ring of a few corners around a place.
    private static let polygons: [[(x: Double, y: Double)]] = {
        var state: UInt64 = 7
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }
        return (0..<10_000).map { _ in
            let (x, y) = (random() * 300 - 150, random() * 140 - 70)
            let count = 3 + Int(random() * 9)
            let ring = (0..<count).map { i -> (x: Double, y: Double) in
                let angle = (Double(i) + 0.4 * random()) / Double(count) * 2 * Double.pi
                return (x + 2 * cos(angle), y + 2 * sin(angle))
            }
            return ring + [ring[0]]
        }
    }()

    private static func hex(_ ring: [(x: Double, y: Double)]) -> String {
        var bytes: [UInt8] = [1]
        func word(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
        word(3)
        word(1)
        word(UInt32(ring.count))
        for value in ring.flatMap({ [$0.x, $0.y] }) {
            withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
        }
        return bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    @Test("Ten thousand polygons: WKB and WKT in CSV give the rows of GeoJSON")
    func sameRows() throws {
        let folder = try TemporaryFolder()
        var (json, wkb, wkt) = (["{\"type\":\"FeatureCollection\",\"features\":["], ["id,geom"], ["id;wkt"])
        for (i, ring) in Self.polygons.enumerated() {
            let places = ring.map { "[\($0.x),\($0.y)]" }.joined(separator: ",")
            json.append(
                (i == 0 ? "" : ",")
                    + #"{"type":"Feature","id":"p\#(i)","properties":{},"geometry":{"type":"Polygon","coordinates":[[\#(places)]]}}"#
            )
            wkb.append("p\(i),\(Self.hex(ring))")
            wkt.append("p\(i);POLYGON((" + ring.map { "\($0.x) \($0.y)" }.joined(separator: ", ") + "))")
        }
        json.append("]}")
        try folder.write("m.geojson", json.joined(separator: "\n"))
        try folder.write("wkb.csv", wkb.joined(separator: "\n"))
        try folder.write("wkt.csv", wkt.joined(separator: "\r\n") + "\r\n")
        func rows(_ file: String, _ options: [String] = []) throws -> [String] {
            let run = try Program.run(["area", "--format", "csv", file] + options, in: folder)
            #expect(run.code == 0, "\(run.err)")
            return run.lines.dropFirst().map { String($0.drop { $0 != "," }) }
        }
        let right = try rows("m.geojson")
        #expect(right.count == 10_001)
        #expect(try rows("wkb.csv") == right)
        #expect(try rows("wkt.csv") == right)
        #expect(try rows("wkb.csv", ["--threads", "1"]) == right)
    }

    @Test("A table is a map for checking, sharing and validating")
    func otherCommands() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "m.csv",
            """
            name,status,wkt
            North,held,"POLYGON((30 50,31 50,31 51,30 51,30 50))"
            South,grey,"POLYGON((30 49,31 49,31 50,30 50,30 49))"

            """)
        let check = try Program.run(
            [
                "check-area", "m.csv", "--claim", "about 7,800 km2", "--status-property", "status",
                "--controlled", "held", "--contested", "grey", "--set", "date=2024-08-21", "--set",
                "holder=Ukraine",
            ], in: folder)
        #expect(check.code == 0, "\(check.err)")
        #expect(check.out.contains("fits"))
        let share = try Program.run(["share", "m.csv#North", "--of", "m.csv"], in: folder)
        #expect(share.out.contains("49."), "\(share.out)\(share.err)")
        #expect(try Program.run(["validate", "m.csv"], in: folder).code == 0)
    }

    @Test("A bad row keeps its place, and the others are measured")
    func keepGoing() throws {
        let folder = try TemporaryFolder()
        try folder.write("m.csv", "id,wkt\na,\"POLYGON((0 0,1 0,1 1,0 0))\"\nb,POINT(x)\nc,\n")
        let run = try Program.run(["area", "--keep-going", "--format", "csv", "m.csv"], in: folder)
        #expect(run.code == 65)
        #expect(run.lines.count == 5)
        #expect(run.lines[2].hasPrefix("m.csv,1,b,,"))
        #expect(run.lines[3] == "m.csv,2,c,0,0,0")
        #expect(run.err.contains("line 3"))
    }

    @Test(
        "GeoPackage, FlatGeobuf and Shapefile are read wherever GeoJSON is",
        .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/ogr2ogr")),
        arguments: [("m.gpkg", "GPKG"), ("m.fgb", "FlatGeobuf"), ("m.shp", "ESRI Shapefile")])
    func otherFormats(_ file: String, _ driver: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("m.geojson", Samples.oneSquare)
        let made = try Program.run(
            ["-f", driver, file, "m.geojson"], in: folder, program: "/usr/bin/ogr2ogr")
        #expect(made.code == 0, "\(made.err)")
        let right = try Program.run(["area", "--format", "csv", "m.geojson"], in: folder)
        let run = try Program.run(["area", "--format", "csv", file], in: folder)
        #expect(run.code == 0, "\(run.err)")
        func figures(_ run: ProgramRun) -> [Substring] { run.lines[1].split(separator: ",").suffix(3) }
        #expect(figures(run) == figures(right))
        // What is named in the answer is the file that was given, with its own digest.
        let json = try Program.run(["area", "--format", "json", file], in: folder)
        var digest = SHA256()
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + file)))
        bytes.withUnsafeBufferPointer { digest.update($0) }
        #expect(json.out.contains(digest.hexDigest()))
    }
}
