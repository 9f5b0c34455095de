// Inputs on which other programs have gone wrong, as their users reported: a small one of ours for each kind, and the
// one built after the report where ../shared is there.

import Foundation
import TestSupport
import Testing

struct PublicCaseTests {
    /// One degree square at the equator: 12,308.778 km².
    static let square = "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]"

    static func feature(_ coordinates: String, _ members: String = "", type: String = "Polygon") -> String {
        "{\"type\":\"Feature\",\(members)\"properties\":{},\"geometry\":{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}}"
    }

    private static func areas(_ run: ProgramRun) -> [Double] {
        run.lines.dropFirst().compactMap { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return cells.count > 3 ? Double(cells[3]) : nil
        }
    }

    private static func measure(_ text: String, _ more: [String] = []) throws -> ProgramRun {
        try Program.run(["area", "-", "--format", "csv"] + more, input: text)
    }

    // MARK: Bounding boxes

    @Test(arguments: ["null", "[]", "[null,null,null,null]", "\"30,50,31,51\""])
    func aBoxThatSaysNothingIsPassedOverWithANote(_ box: String) throws {
        let member = "\"bbox\":\(box),"
        let texts = [
            Self.feature(Self.square, member),
            "{\"type\":\"FeatureCollection\",\(member)\"features\":[\(Self.feature(Self.square))]}",
            "{\"type\":\"FeatureCollection\",\"features\":[\(Self.feature(Self.square))],\"bbox\":\(box)}",
            "{\"type\":\"Polygon\",\(member)\"coordinates\":\(Self.square)}",
            "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\(member)\"coordinates\":\(Self.square)}}",
        ]
        for text in texts {
            let run = try Self.measure(text)
            #expect(run.code == 0 && abs((Self.areas(run).first ?? 0) - 12_308_778_361.469) < 1)
            #expect(run.err.contains("\"bbox\" is null, empty or a text, which says nothing"))
        }
    }

    // MARK: Rings that count twice

    @Test func ringsThatCountTwiceAreNamed() throws {
        let square = "[30,50],[31,50],[31,51],[30,51]"
        let hole = "[30.2,50.2],[30.2,50.4],[30.4,50.4]"
        let ring = "[\(square),[30,50]]"
        let again = "[[31,51],[30,51],[30,50],[31,50],[31,51]]"
        let (first, turned) = ("[\(hole),[30.2,50.2]]", "[[30.4,50.4],[30.2,50.2],[30.2,50.4],[30.4,50.4]]")
        let other = "[[30.2,50.2],[30.4,50.4],[30.4,50.2],[30.2,50.2]]"
        let cases: [(type: String, coordinates: String, note: String?)] = [
            ("Polygon", "[[\(square),\(square),[30,50]]]", "ring 0 goes along its first edge twice"),
            ("Polygon", "[\(ring),\(first),\(turned)]", "ring 2 stands twice"),
            ("MultiPolygon", "[[\(ring)],[\(again)]]", "ring 0 stands twice"),
            // Two halves of a square have one box; ground in a hole has the hole's outline.
            ("Polygon", "[\(ring),\(first),\(other)]", nil),
            ("MultiPolygon", "[[\(ring),\(first)],[\(turned)]]", nil),
        ]
        for (type, coordinates, note) in cases {
            let run = try Self.measure("{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}")
            #expect(run.code == 0)
            if let note { #expect(run.err.contains(note), "\(coordinates)") } else { #expect(run.err == "") }
        }
    }

    @Test func aPoleMissedByRoundingIsNoSwap() throws {
        let run = try Self.measure(
            "{\"type\":\"Polygon\",\"coordinates\":[[[30,80],[31,80],[31,90.0000001],[30,80]]]}")
        #expect(run.code != 0 && run.err.contains("write 90") && !run.err.contains("swapped"))
    }

    /// The note stands once, whoever has read the feature.
    @Test func manyEmptyBoxesAreOneNoteForAnyNumberOfThreads() throws {
        let folder = try TemporaryFolder()
        let some = (0..<40_000).map { _ in Self.feature(Self.square, "\"bbox\":null,") }
        try folder.write("all.geojson", Samples.collection(some))
        try folder.write(
            "late.geojson", Samples.collection(some.map { _ in Self.feature(Self.square) } + some))
        for file in ["all.geojson", "late.geojson"] {
            let runs = try ["1", "4"].map {
                try Program.run(["area", file, "--format", "csv", "--threads", $0], in: folder)
            }
            #expect(runs[0].err == runs[1].err && runs[0].out == runs[1].out)
            #expect(runs[0].err.split(separator: "\n").count == 1)
        }
    }

    // MARK: Empty rings

    @Test(arguments: [
        ("Polygon", "[[]]"), ("MultiPolygon", "[[[]]]"), ("MultiPolygon", "[[],[[]]]"),
        ("MultiLineString", "[[]]"),
    ])
    func anEmptyRingAloneIsAnEmptyShape(_ type: String, _ coordinates: String) throws {
        for text in [
            Self.feature(coordinates, type: type),
            "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"coordinates\":\(coordinates),\"type\":\"\(type)\"}}",
        ] {
            let run = try Self.measure(text)
            #expect(run.code == 0 && Self.areas(run) == [0], "\(run.err)")
        }
    }

    @Test func anEmptyPartBesideOthersIsEmptyToo() throws {
        let run = try Self.measure(Self.feature("[[[]],\(Self.square)]", type: "MultiPolygon"))
        #expect(run.code == 0 && abs((Self.areas(run).first ?? 0) - 12_308_778_361.469) < 1)
        let hole = try Self.measure(Self.feature("[[],[[0,0],[1,0],[1,1],[0,0]]]"))
        #expect(hole.code == 65 && hole.err.contains("ring 0") && hole.err.contains("this one has 0"))
    }

    // MARK: Systems and longitudes

    @Test(arguments: [
        "urn:ogc:def:crs:OGC::CRS84h", "urn:ogc:def:crs:OGC:1.3:CRS84h", "OGC:CRS84h", "CRS84h", "CRS:84",
        "http://www.opengis.net/def/crs/OGC/0/CRS84h", "https://www.opengis.net/def/crs/OGC/1.3/CRS84",
    ])
    func heightsInTheNameOfTheSystemChangeNothing(_ name: String) throws {
        let run = try Self.measure(
            "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"\(name)\"}},\"features\":[\(Self.feature(Self.square))]}"
        )
        #expect(run.code == 0 && run.err.isEmpty && Self.areas(run).count == 1, "\(run.err)")
    }

    @Test func wholeTurnsOfLongitudeAreNamed() throws {
        for (longitude, hint) in [
            ("-531.5", "this is longitude -171.5 and one whole turn less"),
            ("755.25", "this is longitude 35.25 and 2 whole turns more"),
        ] {
            let run = try Self.measure(Self.feature("[[[\(longitude),50],[1,0],[1,1],[\(longitude),50]]]"))
            #expect(run.code == 65 && run.err.contains("hint: \(hint)") && run.err.contains("--crs EPSG:n"))
        }
        let metres = try Self.measure(Self.feature("[[[4000000,6000000],[1,0],[1,1],[0,0]]]"))
        #expect(metres.err.contains("hint: these look like projected coordinates in metres"))
        let kml = try Program.run(
            ["import", "kml", "-", "--date", "2024-08-21"],
            input: "<kml><Placemark><Point><coordinates>395,50</coordinates></Point></Placemark></kml>")
        #expect(kml.code == 65 && kml.err.contains("longitude 35 and one whole turn more"))
    }

    // MARK: Edges

    /// −180 and 180 are one place: both models agree to the difference of their edges, not to the rest of the globe.
    @Test func aStepFromOneSideOfTheMapToTheOtherIsNoEdge() throws {
        let across = "[[[-179,-1],[-180,-1],[180,-1],[179,-1],[179,1],[180,1],[-180,1],[-179,1],[-179,-1]]]"
        let run = try Self.measure(Self.feature(across))
        let whole = try Self.measure(Self.feature("[[[179,-1],[181,-1],[181,1],[179,1],[179,-1]]]"))
        #expect(run.err.isEmpty, "\(run.err)")
        let (a, b) = (run.lines[1].split(separator: ","), whole.lines[1].split(separator: ","))
        // Geodesic edges that are cut at 180° are two geodesics.
        for (i, tolerance) in [(2, 1e-3), (4, 1e-9)] {
            let (x, y) = (Double(a[i]) ?? 0, Double(b[i]) ?? 1)
            #expect(abs(x - y) < tolerance * y, "\(run.out) \(whole.out)")
        }
        // A frame of the world is meant as it is drawn.
        let world = try Self.measure(Self.feature("[[[-180,-60],[180,-60],[180,60],[-180,60],[-180,-60]]]"))
        let drawn = Double(world.lines[1].split(separator: ",")[4]) ?? 0
        #expect(abs(drawn - 4.4e14) < 0.1e14, "\(world.out)")
    }

    @Test(arguments: [
        ("[[-100,50],[100,50]]", "spans more than 180° of longitude and was taken the short way round"),
        ("[[0,0],[180,0]]", "spans exactly 180° of longitude"),
        ("[[-180,5],[180,5]]", "spans 360° of longitude"),
        ("[[0,0],[179,0]]", ""),
    ])
    func lengthNotesWhatMayNotBeMeant(_ line: String, _ words: String) throws {
        for (text, place) in [
            (Self.feature(line, type: "LineString"), "vertex 0"),
            (Self.feature("[\(line)]", type: "MultiLineString"), "vertex 0"),
        ] {
            let run = try Program.run(["length", "-"], input: text)
            #expect(run.code == 0)
            #expect(words.isEmpty ? run.err.isEmpty : run.err.contains(words) && run.err.contains(place))
        }
        let area = try Program.run(["length", "-"], input: Self.feature(Self.square))
        #expect(area.err.isEmpty, "a surface has no length")
    }

    // MARK: Rings

    @Test func partsWrittenAsRingsAreNoted() throws {
        let words = "is a hole and reaches beyond its shell"
        for (rings, isNoted) in [
            ("[[[-1,0],[0,0],[0,1],[-1,0]],[[-2,0],[-1,0],[-1,1],[-2,0]]]", true),
            ("[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[8,8],[10,8],[10,9],[8,8]]]", true),
            ("[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[0,0],[9,0],[5,5],[0,0]]]", false),
            ("[[[170,0],[190,0],[190,9],[170,9],[170,0]],[[-175,2],[-172,2],[-172,3],[-175,2]]]", false),
            ("[[[170,0],[-170,0],[-170,9],[170,9],[170,0]],[[-175,2],[-172,2],[-172,3],[-175,2]]]", false),
        ] {
            let run = try Self.measure(Self.feature(rings))
            #expect(run.code == 0 && run.err.contains(words) == isNoted, "\(rings): \(run.err)")
        }
    }

    /// A hole that touches its shell twice, and a ring that touches itself: one name each, whoever finds it.
    @Test(
        arguments: [
            (
                "[[[0,0],[2,0],[2,2],[0,2],[0,0]],[[1,0],[0,1],[0.5,1.5],[1.5,0.5],[1,0]]]",
                "holes cut the surface in two"
            ),
            (
                "[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]],[[1.5,1],[3,3],[1.5,3],[1.5,1]]]",
                nil
            ),
            ("[[[0,0],[2,2],[2,0],[0,2],[0,0]]]", "a ring crosses itself"),
        ] as [(String, String?)])
    func oneFaultHasOneName(_ rings: String, _ name: String?) throws {
        let folder = try TemporaryFolder()
        try folder.write("map.geojson", Self.feature(rings))
        let validate = try Program.run(["validate", "map.geojson"], in: folder)
        let repair = try Program.run(["repair", "map.geojson", "--format", "json"], in: folder)
        let check = try Program.run(["check-area", "map.geojson"], in: folder)
        let rows = try #require(try repair.json()["repaired"] as? [[String: Any]])
        let reason = try #require(rows.first?["reason"] as? String)
        if let name { #expect(reason == name) }
        #expect(validate.out.contains("feature 0: \(reason) at "), "\(validate.out) \(reason)")
        #expect(check.err.contains("feature 0: \(reason) at "), "\(check.err)")
    }

    // MARK: Text

    @Test func aByteOrderMarkInTheMiddleIsNamed() throws {
        for text in [
            Self.feature(Self.square) + "\n\u{FEFF}" + Self.feature(Self.square) + "\n",
            Self.feature(Self.square) + "\u{FEFF}\n",
            Samples.collection([Self.feature(Self.square)]).replacing("[\n", with: "[\n\u{FEFF}"),
        ] {
            let run = try Self.measure(text)
            #expect(run.code == 65)
            #expect(
                run.err.contains("a byte order mark (EF BB BF) stands in the middle of the text"),
                "\(run.err)")
        }
    }

    // MARK: KML

    static func kml(_ polygon: String, _ head: String = "", more: String = "") -> String {
        "\(head)<kml><Document>\(more)<Placemark><name>West</name>\(polygon)</Placemark></Document></kml>"
    }
    static let ring = "<LinearRing><coordinates>0,0 1,0 1,1 0,1 0,0</coordinates></LinearRing>"

    private static func importKML(_ bytes: [UInt8], _ more: [String] = []) throws -> ProgramRun {
        let folder = try TemporaryFolder()
        try folder.write("map.kml", bytes: bytes)
        return try Program.run(
            ["import", "kml", "map.kml", "--date", "2024-08-21", "--set", "holder=N"] + more, in: folder)
    }

    @Test func ofTwoOuterRingsNoneIsDropped() throws {
        for polygon in [
            "<Polygon><outerBoundaryIs>\(Self.ring)\(Self.ring)</outerBoundaryIs></Polygon>",
            "<Polygon><outerBoundaryIs>\(Self.ring)</outerBoundaryIs><outerBoundaryIs>\(Self.ring)</outerBoundaryIs></Polygon>",
            "<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1 0,0</coordinates><coordinates>5,5 6,5 6,6 5,5</coordinates></LinearRing></outerBoundaryIs></Polygon>",
        ] {
            let run = try Self.importKML(Array(Self.kml(polygon).utf8))
            #expect(run.code == 65 && run.out.isEmpty)
            #expect(
                run.err.contains("feature 0 \"West\", line 1")
                    && run.err.contains("a polygon has two outer rings"))
        }
        let holes =
            "<Polygon><outerBoundaryIs>\(Self.ring)</outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>0.1,0.1 0.2,0.1 0.2,0.2 0.1,0.1</coordinates></LinearRing><LinearRing><coordinates>0.5,0.5 0.6,0.5 0.6,0.6 0.5,0.5</coordinates></LinearRing></innerBoundaryIs></Polygon>"
        let run = try Self.importKML(Array(Self.kml(holes).utf8))
        #expect(run.code == 0 && run.out.contains("[[0,0],[1,0],[1,1],[0,1],[0,0]],[[0.1,0.1]"))
    }

    @Test func textInEncodingsOfOneByteIsRead() throws {
        let polygon = "<Polygon><outerBoundaryIs>\(Self.ring)</outerBoundaryIs></Polygon>"
        // "Занято" in each.
        for (name, bytes) in [
            ("windows-1251", [0xC7, 0xE0, 0xED, 0xFF, 0xF2, 0xEE]),
            ("cp1251", [0xC7, 0xE0, 0xED, 0xFF, 0xF2, 0xEE]),
            ("KOI8-R", [0xFA, 0xC1, 0xCE, 0xD1, 0xD4, 0xCF]),
            ("IBM866", [0x87, 0xA0, 0xAD, 0xEF, 0xE2, 0xAE]),
            ("ISO-8859-5", [0xB7, 0xD0, 0xDD, 0xEF, 0xE2, 0xDE]),
        ] as [(String, [UInt8])] {
            let head = "<?xml version=\"1.0\" encoding=\"\(name)\"?>"
            func text(_ head: String) -> [UInt8] {
                let parts = Self.kml(polygon, head).split(separator: "West")
                return Array(parts[0].utf8) + bytes + Array(parts[1].utf8)
            }
            let run = try Self.importKML(text(head))
            #expect(run.code == 0 && run.out.contains("\"name\":\"Занято\""), "\(name): \(run.err)")
            let said = try Self.importKML(text(""), ["--encoding", name])
            #expect(said.code == 0 && said.out.contains("\"name\":\"Занято\""))
        }
        let unknown = try Self.importKML(Array(Self.kml(polygon).utf8), ["--encoding", "klingon"])
        #expect(unknown.code == 64 && unknown.err.contains("the encoding \"klingon\" is unknown"))
    }

    @Test func whatAMapOnlyLinksToIsNamed() throws {
        let link = "<NetworkLink><Link><href>http://example.org/x.kml</href></Link></NetworkLink>"
        let old = "<NetworkLink><Url><href>http://example.org/y.kml</href></Url></NetworkLink>"
        let alone = try Self.importKML(Array("<kml><Document>\(link)\(old)</Document></kml>".utf8))
        #expect(
            alone.code == 65 && alone.err.contains("there is no placemark in this file\nhint: it links to"))
        #expect(
            alone.err.contains(
                "http://example.org/x.kml and 1 more; nothing is fetched: save that and import it"))
        let polygon = "<Polygon><outerBoundaryIs>\(Self.ring)</outerBoundaryIs></Polygon>"
        let beside = try Self.importKML(Array(Self.kml(polygon, more: link).utf8))
        #expect(
            beside.code == 0
                && beside.err.contains(
                    "1 <NetworkLink> is not read\nhint: it links to http://example.org/x.kml")
        )
    }

    // MARK: Shapefiles

    private static func importShapefile(_ records: [ShapefileWriter.Record], _ more: [String] = []) throws
        -> ProgramRun
    {
        let folder = try TemporaryFolder()
        try ShapefileWriter.write("map", records, in: folder)
        return try Program.run(
            ["import", "gdal", "map.shp", "--date", "2024-08-21", "--set", "holder=N"] + more, in: folder)
    }

    /// Square of 10° with a hole of 2° in it, and in that an island of 1°: 97 square degrees, however the rings are wound.
    @Test(
        .enabled(if: ImportTests.hasGDAL, "needs GDAL's ogr2ogr (apt install gdal-bin)"),
        arguments: [[true, false, true], [true, true, true], [false, false, false], [false, true, false]])
    func ringsOfAShapefileAreToldApartByContainment(_ clockwise: [Bool]) throws {
        let rings = zip([(0.0, 10.0), (2, 2), (2.5, 1)], clockwise).map {
            ShapefileWriter.square($0.0, $0.0, $0.1, clockwise: $1)
        }
        let run = try Self.importShapefile([.init(rings: rings)])
        #expect(run.code == 0, "\(run.err)")
        let measured = try Program.run(["area", "-", "--format", "csv"], input: run.out)
        let parts = [
            ("[[[0,0],[10,0],[10,10],[0,10],[0,0]]]", 1.0), ("[[[2,2],[4,2],[4,4],[2,4],[2,2]]]", -1),
            ("[[[2.5,2.5],[3.5,2.5],[3.5,3.5],[2.5,3.5],[2.5,2.5]]]", 1),
        ]
        let right = try parts.reduce(0) {
            try $0 + $1.1 * (Self.areas(Self.measure(Self.feature($1.0))).first ?? 0)
        }
        #expect(abs((Self.areas(measured).first ?? 0) - right) < 1e-9 * right, "\(run.out)")
        #expect(
            run.err.contains("warning: map.shp: feature 0: its rings are not wound as a Shapefile asks")
                == (clockwise != [true, false, true]))
    }

    @Test(.enabled(if: ImportTests.hasGDAL, "needs GDAL's ogr2ogr (apt install gdal-bin)"))
    func theEncodingOfAShapefileCanBeSaid() throws {
        let record = ShapefileWriter.Record(
            rings: [ShapefileWriter.square(0, 0, 1, clockwise: true)],
            text: [0xC7, 0xE0, 0xED, 0xFF, 0xF2, 0xEE])
        let unsaid = try Self.importShapefile([record])
        #expect(
            unsaid.code == 65
                && unsaid.err.contains(
                    "the texts beside this Shapefile are not UTF-8\nhint: say which they are: --encoding CP1251"
                ))
        #expect(unsaid.err.contains(".cpg"))
        let said = try Self.importShapefile([record], ["--encoding", "CP1251"])
        #expect(said.code == 0 && said.out.contains("\"zone\":\"Занято\""), "\(said.err)")
        let unknown = try Self.importShapefile([record], ["--encoding", "NO-SUCH-ONE"])
        #expect(
            unknown.code == 65 && unknown.err.contains("GDAL does not know the encoding NO-SUCH-ONE"),
            "\(unknown.err)")
        let option = try Self.importShapefile([record], ["--encoding", "X -f CSV"])
        #expect(option.code == 64 && option.err.contains("is no name of an encoding"))
    }

    @Test(.enabled(if: ImportTests.hasGDAL, "needs GDAL's ogr2ogr (apt install gdal-bin)"))
    func theHintOfACrossingRingLeadsToARepairThatReadsIt() throws {
        let run = try Self.importShapefile([.init(rings: [[(0, 0), (2, 2), (2, 0), (0, 2), (0, 0)]])])
        #expect(run.code == 65)
        #expect(
            run.err.contains(
                "turn the map into GeoJSON, which kgeo repair makes valid (ogr2ogr -f GeoJSON -t_srs EPSG:4326 map.geojson FILE)"
            ))
    }

    // MARK: The files built after the reports

    @Test(
        .enabled(if: SharedFolder.isThere, "\(SharedFolder.reason)"),
        arguments: [
            ("area bx_fnull.geojson", 0, "12,308.778", "\"bbox\" is null, empty"),
            ("area bx_fempty.geojson", 0, "12,308.778", "\"bbox\" is null, empty"),
            ("area bx_null.geojson", 0, "12,308.778", "\"bbox\" is null, empty"),
            ("area ohsome3.geojson", 0, "12,308.778", ""), ("area gj_crs84h.geojson", 0, "12,308.778", ""),
            ("area esri200.geojson", 0, "1,805,354.167", ""),
            ("area sf897b.geojson", 0, "0.000", "MultiPolygon"),
            ("area gjio640.geojson", 65, "", "-171.650390625 and one whole turn less"),
            ("area gj_bom_mid.geojsonl", 65, "12,308.778", "byte order mark"),
            ("length wv2515.geojson", 0, "8,760.250", "short way"),
            ("repair shapely1279.geojson", 0, "holes cut the", ""),
            ("import kml kml_tworings.kml --date 2024-08-21 --set holder=N", 65, "", "two outer rings"),
            ("import kml kml_1251.kml --date 2024-08-21 --set holder=N", 0, "\"FeatureCollection\"", "196,"),
            ("import kml kml_netlink.kml --date 2024-08-21", 65, "", "http://example.org/x.kml"),
        ] as [(String, Int32, String, String)])
    func isAnsweredAsTheReportAsked(_ command: String, _ code: Int32, _ out: String, _ err: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let paths = words.map { word in
            word.contains(".geo") || word.hasSuffix(".kml")
                ? SharedFolder.path("cases/\(word)") ?? word : word
        }
        let run = try Program.run(paths)
        #expect(run.code == code)
        #expect(out.isEmpty || run.out.contains(out), "\(run.out)")
        #expect(err.isEmpty || run.err.contains(err), "\(run.err)")
    }
}
