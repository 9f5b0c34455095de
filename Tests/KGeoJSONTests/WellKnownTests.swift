// Well-known binary and text: the same geometries as from GeoJSON, bit for bit, and what is wrong with its place.

import KGeoCore
import KGeoJSON
import Testing

@Suite("Well-known geometries")
struct WellKnownTests {
    private static func geometry(
        _ text: String, _ options: ReaderOptions = ReaderOptions()
    ) throws(Problem) -> (Geometry?, WellKnownRecord) {
        let builder = GeometryBuilder()
        let record = try WellKnownReader(options: options).read(text: Array(text.utf8).span, into: builder)
        return (builder.take(), record)
    }

    private static func json(_ text: String) throws -> Geometry? {
        try GeoJSONDocument(reading: ByteSource(text: text)).features[0].geometry
    }

    /// The same geometry in text, in little-endian and big-endian binary as shapely 2.0 and PostGIS 3.3 write them, and in
    /// GeoJSON.
    static let same: [(wkt: String, hex: [String], json: String)] = [
        (
            "POINT (30.5 50.25)",
            ["01010000000000000000803e400000000000204940", "0000000001403e8000000000004049200000000000"],
            #"{"type":"Point","coordinates":[30.5,50.25]}"#
        ),
        (
            "point z(1 2 3)", ["01E9030000000000000000F03F00000000000000400000000000000840"],
            #"{"type":"Point","coordinates":[1,2,3]}"#
        ),
        (
            "POINT EMPTY", ["0101000000000000000000F87F000000000000F87F"],
            #"{"type":"Point","coordinates":[]}"#
        ),
        (
            "LINESTRING(0 0,1 1)",
            ["01020000000200000000000000000000000000000000000000000000000000f03f000000000000f03f"],
            #"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#
        ),
        (
            "POLYGON((0 0,1 0,0 1,0 0))",
            [
                "0103000000010000000400000000000000000000000000000000000000000000000000f03f00000000000000000000000000000000000000000000f03f00000000000000000000000000000000"
            ],
            #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,1],[0,0]]]}"#
        ),
        ("POLYGON EMPTY", ["010300000000000000"], #"{"type":"Polygon","coordinates":[]}"#),
        (
            "MULTIPOINT((0 0),(1 2))",
            [
                "0104000000020000000101000000000000000000000000000000000000000101000000000000000000F03F0000000000000040"
            ],
            #"{"type":"MultiPoint","coordinates":[[0,0],[1,2]]}"#
        ),
        ("MULTIPOINT(0 0, 1 2)", [], #"{"type":"MultiPoint","coordinates":[[0,0],[1,2]]}"#),
        (
            "MULTILINESTRING((0 0,1 1),(2 2,3 4,5 6))", [],
            #"{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[2,2],[3,4],[5,6]]]}"#
        ),
        (
            "MULTIPOLYGON(((0 0,1 0,0 1,0 0)),((5 5,6 5,5 6,5 5),(5.1 5.1,5.2 5.1,5.1 5.2,5.1 5.1)))", [],
            #"{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[0,1],[0,0]]],[[[5,5],[6,5],[5,6],[5,5]],[[5.1,5.1],[5.2,5.1],[5.1,5.2],[5.1,5.1]]]]}"#
        ),
        (
            "GEOMETRYCOLLECTION(POINT(1 2),LINESTRING(0 0,1e-3 +1.5))",
            [],
            #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[0,0],[0.001,1.5]]}]}"#
        ),
    ]

    @Test("Text, binary and GeoJSON give the same geometry", arguments: same.indices)
    func sameGeometry(_ i: Int) throws {
        let (text, binaries, json) = Self.same[i]
        let expected = try Self.json(json)
        #expect(try Self.geometry(text).0 == expected)
        for hex in binaries {
            #expect(try Self.geometry(hex).0 == expected, "\(hex)")
            #expect(try Self.geometry("\\x" + hex.lowercased()).0 == expected)
        }
    }

    @Test("EWKB and EWKT carry the number of their reference system")
    func srid() throws {
        let (point, record) = try Self.geometry("0101000020E61000000000000000803E400000000000204940")
        #expect(record.type == .point)
        #expect(record.srid == 4326)
        #expect(try Self.geometry("SRID=4326; POINT(30.5 50.25)").0 == point)
        #expect(try Self.geometry("SRID=4326;POINT(30.5 50.25)").1.srid == 4326)
        // Another system asks the options, and a system named by the user goes before.
        let refused = #expect(throws: Problem.self) { try Self.geometry("SRID=3857;POINT(30.5 50.25)") }
        #expect(refused?.code == .crs)
        let unchanged: PositionTransform = { _ throws(Problem) in }
        let given = ReaderOptions(transform: unchanged)
        #expect(try Self.geometry("SRID=3857;POINT(30.5 50.25)", given).0 == point)
    }

    /// What is wrong, the code, the byte, and a word of the message.
    static let faults: [(String, Problem.Code, Int?, String)] = [
        ("POLYGON((0 0,1 0,0 1,0 0.5))", .geojson, 8, "not closed"),
        ("POLYGON((0 0,1 0,0 0))", .geojson, 8, "4 positions"),
        ("LINESTRING(0 0)", .geojson, 10, "2 positions"),
        ("POINT(1 95)", .coordinate, 6, "latitude 95"),
        ("POINT(1)", .wkt, 7, "expected a number"),
        ("POINT(1,2)", .wkt, 7, "expected a number"),
        ("POINT(1 2", .wkt, 9, "end of the text"),
        ("POINT(1 2) x", .wkt, 11, "more after the end"),
        ("POINT Z(1 2)", .wkt, 8, "2 numbers"),
        ("CIRCULARSTRING(0 0,1 1,2 0)", .wkt, 0, "CIRCULARSTRING is not read"),
        ("PONIT(1 2)", .wkt, 0, "no type of geometry"),
        ("POINT(nan nan)", .wkt, 6, "expected a number"),
        ("01", .wkb, 0, "cut off"),
        ("0102000000FFFFFFFF", .wkb, 10, "4294967295 positions"),
        ("010100000000000000000", .wkb, nil, "odd number"),
        ("0101000000zz", .wkb, 10, "hexadecimal"),
        ("01010000000000000000803e40000000000020494000", .wkb, 42, "1 bytes"),
        ("0108000000", .wkb, 2, "CircularString"),
        ("0163000000", .wkb, 2, "unknown"),
        ("0101000000000000000000F07F000000000000F03F", .coordinate, 10, "finite"),
    ]

    @Test("Faults are said with their byte", arguments: faults.indices)
    func fault(_ i: Int) {
        let (text, code, offset, word) = Self.faults[i]
        let problem = #expect(throws: Problem.self) { try Self.geometry(text) }
        #expect(problem?.code == code, "\(text): \(problem?.summary ?? "")")
        #expect(problem?.place.offset == offset, "\(text): \(problem?.summary ?? "")")
        #expect(problem?.message.contains(word) == true, "\(text): \(problem?.message ?? "")")
    }

    @Test("Collections nested without end are refused")
    func depth() {
        let text =
            String(repeating: "GEOMETRYCOLLECTION(", count: 40) + "POINT(1 2)"
            + String(repeating: ")", count: 40)
        let problem = #expect(throws: Problem.self) { try Self.geometry(text) }
        #expect(problem?.message.contains("32 deep") == true)
    }

    @Test("Any bytes end in a geometry or a problem")
    func anyBytes() {
        var state: UInt64 = 11
        func random(_ n: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % n
        }
        let seeds = Self.same.flatMap { [$0.wkt] + $0.hex }
        for _ in 0..<4_000 {
            var bytes = Array(seeds[random(seeds.count)].utf8)
            for _ in 0...random(3) {
                let at = random(bytes.count)
                if random(3) == 0 { bytes.removeSubrange(at...) } else { bytes[at] = UInt8(random(256)) }
                if bytes.isEmpty { bytes = [0x30] }
            }
            let builder = GeometryBuilder()
            do throws(Problem) {
                _ = try WellKnownReader().read(text: bytes.span, into: builder)
                #expect(builder.take() != nil)
            } catch {
                #expect(builder.take() == nil)
                #expect(!error.message.isEmpty)
            }
        }
    }
}
