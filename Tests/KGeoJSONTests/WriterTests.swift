// GeoJSON as it is written: right-hand rule, decimals, order of members, boxes.

import KGeoCore
import KGeoJSON
import Testing

@Suite struct WriterTests {
    static func ring(_ places: [(Double, Double)]) -> Ring { Ring(places.map { Coordinate($0.0, $0.1) }) }
    static let anticlockwise = ring([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)])
    static let clockwise = ring([(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)])
    static let anticlockwiseText = "[[0,0],[1,0],[1,1],[0,1],[0,0]]"
    static let clockwiseText = "[[0,0],[0,1],[1,1],[1,0],[0,0]]"

    static func coordinates(_ rings: [Ring], _ options: WriterOptions = WriterOptions()) -> String {
        let text = GeoJSONWriter(options: options).text(.polygon(Polygon(rings: rings)))
        return String(text.dropFirst("{\"type\":\"Polygon\",\"coordinates\":[".count).dropLast(2))
    }

    // MARK: Right-hand rule (RFC 7946 §3.1.6)

    @Test func shellsAnticlockwiseHolesClockwise() {
        let right = Self.anticlockwiseText + "," + Self.clockwiseText
        for shell in [Self.anticlockwise, Self.clockwise] {
            for hole in [Self.anticlockwise, Self.clockwise] {
                #expect(Self.coordinates([shell, hole]) == right)
            }
        }
        #expect(
            Self.coordinates([Self.clockwise, Self.anticlockwise], .asRead)
                == Self.clockwiseText + "," + Self.anticlockwiseText)
    }

    @Test func inPartsAndCollectionsToo() {
        let polygon = Polygon(rings: [Self.clockwise])
        let writer = GeoJSONWriter()
        let text = writer.text(
            .collection([.multiPolygon(MultiPolygon([polygon, polygon])), .polygon(polygon)]))
        #expect(text.components(of: Self.anticlockwiseText) == 3)
        #expect(!text.contains(Self.clockwiseText))
    }

    /// A ring across the antimeridian, written 170 … −170 or running on beyond 180, is turned by what it is
    /// on the globe.
    @Test func acrossTheAntimeridian() {
        let jumping = Self.ring([(170, 0), (-170, 0), (-170, 10), (170, 10), (170, 0)])
        let running = Self.ring([(170, 0), (190, 0), (190, 10), (170, 10), (170, 0)])
        for ring in [jumping, running] {
            #expect(Winding.isAnticlockwise(ring.coordinates))
            #expect(!Winding.isAnticlockwise(ring.coordinates.reversed()))
            let right = Self.coordinates([ring])
            #expect(right == Self.coordinates([ring], .asRead))
            #expect(Self.coordinates([Ring(ring.positions.reversed())]) == right)
        }
    }

    @Test func heightsTurnWithTheirPositions() {
        let positions = Positions(
            Self.clockwise.coordinates, furtherOrdinates: [[1], [2], [3], [4], [1]])
        #expect(Self.coordinates([Ring(positions)]) == "[[0,0,1],[1,0,4],[1,1,3],[0,1,2],[0,0,1]]")
    }

    @Test(arguments: [
        [(0.0, 0.0), (1, 1), (2, 2), (0, 0)], [(5, 5), (5, 5), (5, 5), (5, 5)],
        [(0, 0), (1, 0), (0, 0), (1, 0), (0, 0)],
        [(0.1, 0.1), (0.3, 0.3), (0.7, 0.7), (0.1, 0.1)],
    ])
    func ringsThatEncloseNothingStay(places: [(Double, Double)]) {
        let ring = Self.ring(places)
        let asRead = Self.coordinates([ring], .asRead)
        #expect(Self.coordinates([ring, ring]) == asRead + "," + asRead)
    }

    // MARK: Numbers

    @Test(arguments: [
        (1.0, "1"), (0, "0"), (-0.0, "0"), (12.3456789, "12.3456789"), (12.34567894, "12.3456789"),
        (12.34567896, "12.345679"), (-12.34567896, "-12.345679"), (0.00000004, "0"), (-0.00000004, "0"),
        (-0.00000006, "-0.0000001"), (0.1, "0.1"), (179.99999999, "180"), (-179.99999999, "-180"),
        (0.0000001, "0.0000001"),
        (35.0000001, "35.0000001"), (1e-300, "0"), (10.5, "10.5"), (100, "100"),
    ])
    func sevenDecimals(value: Double, text: String) {
        let point = Geometry.point(Positions([Coordinate(value, 0)]))
        #expect(GeoJSONWriter().text(point) == "{\"type\":\"Point\",\"coordinates\":[\(text),0]}")
    }

    @Test(arguments: [
        (0, "-5", "51"), (1, "-5.5", "51.1"), (2, "-5.46", "51.12"),
        (15, "-5.4600000000000001", "51.123456789012345"),
        (99, "-5.46", "51.123456789012345"), (-3, "-5", "51"),
    ])
    func otherPrecisions(precision: Int, x: String, y: String) throws {
        let place = Coordinate(-5.46, 51.123456789012345)
        let text = GeoJSONWriter(options: WriterOptions(precision: precision)).text(
            .point(Positions([place])))
        guard case .point(let read) = try geometry(text) else {
            Issue.record("no point")
            return
        }
        #expect(read.coordinates == [Coordinate(Double(x) ?? .nan, Double(y) ?? .nan)])
    }

    @Test func withoutPrecisionNumbersComeBack() throws {
        var dice = Dice(3)
        for _ in 0..<2_000 {
            let exponent = Double(1 << dice.below(40))
            let place = Coordinate(
                Double.random(in: -360...360, using: &dice) / exponent,
                Double.random(in: -90...90, using: &dice) / exponent)
            let point = Geometry.point(
                Positions([place], furtherOrdinates: [[Double(bitPattern: dice.next() >> 2)]]))
            #expect(try geometry(GeoJSONWriter(options: .asRead).text(point)) == point)
        }
        #expect(
            GeoJSONWriter(options: .asRead).text(
                .point(Positions([Coordinate(-0.0, .leastNonzeroMagnitude)])))
                == "{\"type\":\"Point\",\"coordinates\":[0,5e-324]}")
    }

    /// Rounding keeps rings closed: equal numbers stay equal.
    @Test func roundedRingsStayClosed() throws {
        let ring = Self.ring([(0.123456789, 0), (1, 0), (1, 1), (0.123456789, 0)])
        let text = GeoJSONWriter(options: WriterOptions(precision: 3)).text(.polygon(Polygon(rings: [ring])))
        #expect(Reading(text).problem == nil)
        #expect(text.components(of: "[0.123,0]") == 2)
    }

    // MARK: Documents

    static func point(_ x: Double, _ y: Double) -> Geometry { .point(Positions([Coordinate(x, y)])) }

    @Test func membersStandInAStableOrder() {
        var feature = Feature(
            id: "a", geometry: Self.point(1, 2),
            properties: JSONObject([.init("z", .null), .init("b", .bool(true))]))
        feature.record.foreign = JSONObject([.init("extra", .string("é\"\u{1}"))])
        feature.record.bbox = [1, 2, 1, 2]
        var collection = CollectionRecord()
        collection.foreign = JSONObject([.init("q", .null), .init("name", .string("n"))])
        collection.bbox = [1, 2, 1.5, 2]
        let text = GeoJSONWriter().text(
            GeoJSONDocument(collection: collection, features: [feature, feature]))
        let line =
            "{\"type\":\"Feature\",\"id\":\"a\",\"bbox\":[1,2,1,2],\"properties\":{\"z\":null,\"b\":true},"
            + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"extra\":\"é\\\"\\u0001\"}"
        #expect(
            text
                == "{\"type\":\"FeatureCollection\",\"name\":\"n\",\"q\":null,\"bbox\":[1,2,1.5,2],\"features\":[\n"
                + line + ",\n" + line + "\n]}\n")
    }

    @Test func boundingBoxes() {
        let features = [
            Feature(geometry: Self.point(1.00000001, -2), properties: JSONObject()),
            Feature(geometry: nil, properties: JSONObject()),
            Feature(
                geometry: .lineString(LineString([Coordinate(-3, 4), Coordinate(0, 0.5)])),
                properties: JSONObject()),
        ]
        let text = GeoJSONWriter(options: WriterOptions(writesBoundingBoxes: true)).text(
            GeoJSONDocument(features: features))
        let reading = Reading(text)
        #expect(reading.collection.bbox == [-3, -2, 1, 4])
        #expect(reading.features.map(\.record.bbox) == [[1, -2, 1, -2], nil, [-3, 0.5, 0, 4]])
        let empty = GeoJSONWriter(options: WriterOptions(writesBoundingBoxes: true)).text(
            GeoJSONDocument(features: []))
        #expect(empty == "{\"type\":\"FeatureCollection\",\"features\":[]}\n")
    }

    @Test func nothingIsNull() throws {
        let feature = Feature(geometry: nil, properties: JSONObject())
        #expect(
            GeoJSONWriter().feature(feature) == "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}")
        for sample in GeometryTests.samples where sample.coordinates == "[]" {
            let text = GeoJSONWriter().text(sample.geometry)
            #expect(text == "{\"type\":\"\(sample.type.rawValue)\",\"coordinates\":[]}")
        }
    }

    @Test(arguments: [
        "{\"type\":\"FeatureCollection\",\"features\":[]}", feature("null"),
        "{\"type\":\"Point\",\"coordinates\":[1,2],\"a\":1}",
        SequenceTests.point(1) + "\n" + SequenceTests.point(2), PropertyTests.rich,
        "{\"type\":\"Feature\",\"bbox\":[1,2,3,4],\"geometry\":null,\"properties\":null}",
    ])
    func everyKindOfTextComesBack(text: String) throws {
        let document = try GeoJSONDocument(reading: ByteSource(text: text))
        let written = GeoJSONWriter(options: .asRead).text(document)
        let again = try GeoJSONDocument(reading: ByteSource(text: written))
        #expect(again.collection.kind == document.collection.kind)
        #expect(again.collection.bbox == document.collection.bbox)
        #expect(again.features.map(\.geometry) == document.features.map(\.geometry))
        #expect(again.features.map(\.record.id) == document.features.map(\.record.id))
        #expect(again.features.map(\.record.bbox) == document.features.map(\.record.bbox))
        #expect(
            again.features.map(\.record.geometryForeign) == document.features.map(\.record.geometryForeign))
        #expect(GeoJSONWriter(options: .asRead).text(again) == written)
    }

    // MARK: Random geometries

    static func randomPositions(_ count: Int, closed: Bool, _ dice: inout Dice) -> Positions {
        // Coarse steps give slivers, repeats and rings without area; fine ones are rounded in writing.
        let step = [1, 1e-3, 1e-7, 1e-8, 1e-9][dice.below(5)]
        let centre = Coordinate(Double(dice.below(360) - 180), Double(dice.below(160) - 80))
        var places = (0..<count).map { _ in
            Coordinate(
                centre.longitude + Double(dice.below(9) - 4) * step,
                centre.latitude + Double(dice.below(9) - 4) * step)
        }
        var further: [[Double]] = dice.below(3) == 0 ? places.map { _ in [Double(dice.below(100)) / 8] } : []
        if closed, !places.isEmpty {
            places.append(places[0])
            if !further.isEmpty { further.append(further[0]) }
        }
        return Positions(places, furtherOrdinates: further)
    }

    static func randomGeometry(_ dice: inout Dice, depth: Int = 0) -> Geometry {
        func rings(_ dice: inout Dice) -> Polygon {
            var rings: [Ring] = []
            for _ in 0...dice.below(3) {
                rings.append(Ring(randomPositions(3 + dice.below(8), closed: true, &dice)))
            }
            return Polygon(rings: rings)
        }
        switch dice.below(depth > 2 ? 6 : 7) {
        case 0: return .point(randomPositions(dice.below(2), closed: false, &dice))
        case 1: return .multiPoint(randomPositions(dice.below(5), closed: false, &dice))
        case 2: return .lineString(LineString(randomPositions(2 + dice.below(5), closed: false, &dice)))
        case 3:
            var lines: [LineString] = []
            for _ in 0..<dice.below(4) {
                lines.append(LineString(randomPositions(2 + dice.below(5), closed: false, &dice)))
            }
            return .multiLineString(lines)
        case 4: return .polygon(rings(&dice))
        case 5:
            var polygons: [Polygon] = []
            for _ in 0..<dice.below(4) {
                polygons.append(dice.below(9) == 0 ? Polygon(rings: []) : rings(&dice))
            }
            return .multiPolygon(MultiPolygon(polygons))
        default:
            var members: [Geometry] = []
            for _ in 0..<dice.below(4) { members.append(randomGeometry(&dice, depth: depth + 1)) }
            return .collection(members)
        }
    }

    /// Lists without further ordinates are the same whether they say so once or for each position.
    static func plain(_ geometry: Geometry) -> String { GeoJSONWriter(options: .asRead).text(geometry) }

    @Test(arguments: [nil, 0, 3, 7, 9, 15]) func writingTwiceIsWritingOnce(precision: Int?) throws {
        var dice = Dice(UInt64(100 + (precision ?? -1)))
        let writer = GeoJSONWriter(options: WriterOptions(precision: precision, writesBoundingBoxes: true))
        for _ in 0..<2_000 {
            let shape = Self.randomGeometry(&dice)
            let document = GeoJSONDocument(features: [
                Feature(id: "x", geometry: shape, properties: JSONObject())
            ])
            let once = writer.text(document)
            let read = Reading(once)
            try #require(read.problem == nil, "\(once)")
            let twice = writer.text(GeoJSONDocument(collection: read.collection, features: read.features))
            try #require(twice == once)
            if precision == nil {
                // As read: every number, every position, every list.
                try #require(try Self.plain(geometry(Self.plain(shape))) == Self.plain(shape))
            }
        }
    }
}

extension String {
    /// How often a text occurs in this one.
    func components(of part: String) -> Int {
        var count = 0
        var rest = self[...]
        while let range = rest.firstRange(of: part) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
