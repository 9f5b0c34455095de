// Tables with a column of geometries, and texts of one geometry a line: features as from GeoJSON.

import KGeoCore
import KGeoJSON
import Testing

@Suite("Tables of features")
struct TableTests {
    private static func read(
        _ text: String, geometry: String? = nil, id: String? = nil, window: Int = .max
    ) throws(Problem) -> [Feature] {
        var options = ReaderOptions(keepsProperties: true)
        options.geometryColumn = geometry
        options.idColumn = id
        return try GeoJSONDocument(
            reading: ByteSource(Array(text.utf8), name: "t.csv", pieceSize: window), options: options
        ).features
    }

    @Test("Quoted and plain cells, line feeds of either kind, an empty geometry", arguments: [1, 3, .max])
    func cells(_ piece: Int) throws {
        let text =
            "id,name,wkt\r\nA,\"one, \"\"two\"\"\",\"LINESTRING(0 0,1 1)\"\r\n\r\nB,three,POINT(2 3)\nC,\"a\nb\",\n"
        let features = try Self.read(text, window: piece)
        #expect(features.map(\.record.label) == ["A", "B", "C"])
        #expect(features.map(\.record.index) == [0, 1, 2])
        #expect(features.map(\.record.line) == [2, 4, 5])
        #expect(features[0].record.properties?["name"] == .string(#"one, "two""#))
        #expect(features[2].record.properties?["name"] == .string("a\nb"))
        #expect(features[0].geometry?.type == .lineString)
        #expect(features[2].geometry == nil)
        #expect(features[0].record.properties?["wkt"] == nil)
    }

    @Test("Semicolons, tabs, a byte-order mark, columns by name")
    func forms() throws {
        #expect(
            try Self.read("\u{FEFF}nr;the_geom\n7;POINT(1 2)\n")[0].geometry
                == .point(Positions([Coordinate(1, 2)])))
        let tabs = "nr\tshape of it\tkey\n7\tPOINT(1 2)\tK\n"
        let feature = try Self.read(tabs, geometry: "shape of it", id: "key")[0]
        #expect(feature.record.label == "K")
        #expect(feature.record.properties?["nr"] == .number(JSONNumber(text: "7", value: 7)))
    }

    @Test(
        "A first line that says what parts the cells, as Excel writes and reads it", arguments: [1, 3, .max])
    func separatorLine(_ piece: Int) throws {
        for text in [
            "sep=;\r\nnr;id;wkt\r\n7;A;POINT(1 2)\r\n", "\u{FEFF}SEP=,\nnr,id,wkt\n7,A,POINT(1 2)\n",
        ] {
            let feature = try #require(try Self.read(text, window: piece).first)
            #expect(feature.record.label == "A" && feature.record.line == 3)
            #expect(feature.geometry == .point(Positions([Coordinate(1, 2)])))
        }
    }

    @Test("One geometry a line, without a row of names")
    func lines() throws {
        let features = try Self.read(
            "POINT(1 2)\nSRID=4326;POINT(3 4)\n0101000000000000000000F03F0000000000000040\n")
        #expect(features.count == 3)
        #expect(features[0].geometry == features[2].geometry)
    }

    static let faults: [(String, String?, String)] = [
        ("a,b\n1,2\n", "geom", "has no column \"geom\""),
        ("id,wkt\nA,POINT(1 2),3\n", nil, "3 cells"),
        ("id,wkt\nA,LINESTRING(1 2,3 4)\n", nil, "double quotes"),
        ("id,wkt\nA,\"POINT(1 2)\n", nil, "never ends"),
        ("id,wkt,wkb\nA,POINT(1 2),\n", nil, "2 columns may hold"),
        ("id,id,wkt\nA,B,POINT(1 2)\n", nil, "stands twice"),
        ("id,wkt\nA,POINT(1)\n", nil, "expected a number"),
        // What looks like a column in the first line may be the beginning of a quoted name.
        ("id,\"other,wkt\nof two lines\"\nA,B\n", nil, "no column is named"),
        ("id,\"other,shape\nof two lines\"\nA,B\n", "shape", "has no column \"shape\""),
    ]

    @Test("Faults say the line and the row", arguments: faults.indices)
    func fault(_ i: Int) {
        let (text, column, word) = Self.faults[i]
        let problem = #expect(throws: Problem.self) { try Self.read(text, geometry: column) }
        let said = (problem?.message ?? "") + (problem?.hint ?? "")
        #expect(said.contains(word), "\(said)")
        #expect(problem?.place.line != nil)
    }

    @Test("A bad row is passed over")
    func recovery() throws {
        var reader = GeoJSONReader(ByteSource(text: "id,wkt\nA,POINT(1 2)\nB,POINT(x)\nC,POINT(3 4)\n"))
        let builder = GeometryBuilder()
        var ids: [String] = []
        var problems: [Problem] = []
        while true {
            do throws(Problem) {
                guard let record = try reader.nextFeature(into: builder) else { break }
                ids.append(record.label ?? "")
            } catch {
                problems.append(error)
                guard reader.recover(from: error) else { break }
            }
        }
        #expect(ids == ["A", "C"])
        #expect(problems.count == 1)
        #expect(problems[0].place.id == "B")
        #expect(problems[0].place.line == 3)
        #expect(problems[0].place.offset == 28)
    }

    @Test("JSON and what is neither stay what they were")
    func others() throws {
        #expect(try Self.read(#"{"type":"Point","coordinates":[1,2]}"#).count == 1)
        let table = #expect(throws: Problem.self) { try Self.read("name,area\nx,1\n") }
        #expect(table?.code == .table)
        let text = #expect(throws: Problem.self) { try Self.read("Neither this, nor that.\n") }
        #expect(text?.code != nil)
    }
}
