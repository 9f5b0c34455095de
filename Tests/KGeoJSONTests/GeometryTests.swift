// Every geometry type, empty ones, heights, and what the sink is told.

import KGeoCore
import KGeoJSON
import Testing

@Suite struct GeometryTests {
    static let triangle = Ring([Coordinate(0, 0), Coordinate(1, 0), Coordinate(0, 1), Coordinate(0, 0)])
    static let triangleText = "[[0,0],[1,0],[0,1],[0,0]]"

    static let samples: [(type: GeometryType, coordinates: String, geometry: Geometry)] = [
        (.point, "[1.5,-2]", .point(Positions([Coordinate(1.5, -2)]))),
        (.multiPoint, "[[1,2],[3,4]]", .multiPoint(Positions([Coordinate(1, 2), Coordinate(3, 4)]))),
        (.lineString, "[[1,2],[3,4]]", .lineString(LineString([Coordinate(1, 2), Coordinate(3, 4)]))),
        (
            .multiLineString, "[[[1,2],[3,4]],[[5,6],[7,8]]]",
            .multiLineString([
                LineString([Coordinate(1, 2), Coordinate(3, 4)]),
                LineString([Coordinate(5, 6), Coordinate(7, 8)]),
            ])
        ),
        (.polygon, "[\(triangleText),\(triangleText)]", .polygon(Polygon(rings: [triangle, triangle]))),
        (
            .multiPolygon, "[[\(triangleText)],[\(triangleText),\(triangleText)]]",
            .multiPolygon(MultiPolygon([Polygon(rings: [triangle]), Polygon(rings: [triangle, triangle])]))
        ),
        // Empty ones.
        (.point, "[]", .point(Positions([]))),
        (.multiPoint, "[]", .multiPoint(Positions([]))),
        (.lineString, "[]", .lineString(LineString([Coordinate]()))),
        (.multiLineString, "[]", .multiLineString([])),
        (.polygon, "[]", .polygon(Polygon(rings: []))),
        (.multiPolygon, "[]", .multiPolygon(MultiPolygon([]))),
        (.multiPolygon, "[[]]", .multiPolygon(MultiPolygon([Polygon(rings: [])]))),
        (
            .multiPolygon, "[[],[],[\(triangleText)],[]]",
            .multiPolygon(
                MultiPolygon([
                    Polygon(rings: []), Polygon(rings: []), Polygon(rings: [triangle]), Polygon(rings: []),
                ]))
        ),
    ]

    /// Type first, type last, and with white space wherever it may stand.
    @Test(arguments: samples.indices) func everyTypeInAnyOrder(index: Int) throws {
        let (type, coordinates, expected) = Self.samples[index]
        let first = "{\"type\":\"\(type.rawValue)\",\"coordinates\":\(coordinates)}"
        let last = "{\"coordinates\":\(coordinates),\"type\":\"\(type.rawValue)\"}"
        for text in [first, last] {
            #expect(try geometry(text) == expected)
            var spaced = ""
            for character in text {
                spaced += "[]{},:".contains(character) ? " \r\n\t\(character)\n" : "\(character)"
            }
            #expect(try geometry(spaced) == expected)
            let reading = Reading(feature(text))
            #expect(reading.geometries == [expected])
            #expect(reading.features.first?.record.hasGeometry == true)
        }
    }

    /// What the sink is told does not depend on the order of the members.
    @Test(arguments: samples.indices) func eventsAreThoseOfTheDescription(index: Int) throws {
        let (type, coordinates, _) = Self.samples[index]
        func events(_ text: String) throws -> [String] {
            let sink = RecordingSink()
            var reader = GeoJSONReader(ByteSource(text: text))
            _ = try reader.nextFeature(into: sink)
            return sink.events
        }
        let first = try events("{\"type\":\"\(type.rawValue)\",\"coordinates\":\(coordinates)}")
        #expect(try events("{\"coordinates\":\(coordinates),\"type\":\"\(type.rawValue)\"}") == first)
        #expect(first.first == "begin")
        #expect(first.last == type.rawValue)
        if type == .polygon, coordinates != "[]" {
            #expect(first == ["begin", "positions", "path", "positions", "path", "group", "Polygon"])
        }
        if type == .point || type == .lineString || type == .multiPoint { #expect(!first.contains("group")) }
    }

    @Test func collections() throws {
        let text = json(
            """
            {'type':'GeometryCollection','geometries':[{'type':'Point','coordinates':[1,2]},
             {'coordinates':[[1,2],[3,4]],'type':'LineString'},{'type':'GeometryCollection','geometries':[]}]}
            """)
        let expected = Geometry.collection([
            .point(Positions([Coordinate(1, 2)])),
            .lineString(LineString([Coordinate(1, 2), Coordinate(3, 4)])),
            .collection([]),
        ])
        let reading = Reading(text)
        #expect(reading.geometries == [expected])
        #expect(reading.collection.kind == .geometry)
        #expect(reading.notices.count == 1, "a collection inside a collection is accepted with a note")
        #expect(reading.notices.first?.severity == .note)
        let late =
            "{\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]}],\"type\":\"GeometryCollection\"}"
        #expect(try geometry(late) == .collection([.point(Positions([Coordinate(1, 2)]))]))
    }

    @Test func nullGeometry() {
        let reading = Reading(
            collection([feature("null"), feature("{\"type\":\"Point\",\"coordinates\":[1,2]}")]))
        #expect(reading.problem == nil)
        #expect(reading.geometries == [nil, .point(Positions([Coordinate(1, 2)]))])
        #expect(reading.features.map(\.record.hasGeometry) == [false, true])
    }

    // MARK: Heights

    static let tall = "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4,5.5],[6,7],[8,9,-1]]}"

    @Test func heightsAreKeptForWriting() throws {
        guard case .lineString(let line) = try geometry(Self.tall) else {
            Issue.record("no line")
            return
        }
        #expect(line.positions.furtherOrdinates == [[], [5.5], [], [-1]])
        let writer = GeoJSONWriter(options: .asRead)
        #expect(
            writer.text(.lineString(line))
                == "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4,5.5],[6,7],[8,9,-1]]}")
    }

    @Test(arguments: [2, 3_000]) func heightsAreNotHandedToAMeasuringSink(count: Int) throws {
        let positions = (0..<count).map { "[\(Double($0) / 100),1,\($0)]" }.joined(separator: ",")
        let text = "{\"type\":\"LineString\",\"coordinates\":[\(positions)]}"
        let measuring = RecordingSink()
        var reader = GeoJSONReader(ByteSource(text: text))
        _ = try reader.nextFeature(into: measuring)
        #expect(!measuring.events.contains("further"))
        #expect(measuring.coordinates.count == count)
        let keeping = RecordingSink(wantsFurtherOrdinates: true)
        reader = GeoJSONReader(ByteSource(text: text))
        _ = try reader.nextFeature(into: keeping)
        #expect(keeping.heights == (0..<count).map { [Double($0)] })
        #expect(keeping.coordinates == measuring.coordinates)
    }

    /// RFC 7946 §3.1.6: the closing position repeats the first, its height included.
    @Test(arguments: [false, true]) func aRingClosesInHeightToo(isWide: Bool) throws {
        let space = isWide ? String(repeating: " ", count: 300) : ""
        func ring(_ first: String, _ last: String) -> String {
            "{\"type\":\"Polygon\",\"coordinates\":[[[0,0\(first)],[1,0,9],[0,1,9],[0,0\(last)]]]}" + space
        }
        #expect(Reading(ring(",5", ",5")).problem == nil)
        for wants in [false, true] {
            for text in [ring(",5", ",6"), ring("", ",5"), ring(",5", "")] {
                var reader = GeoJSONReader(ByteSource(text: text))
                let sink = RecordingSink(wantsFurtherOrdinates: wants)
                #expect(throws: Problem.self) { _ = try reader.nextFeature(into: sink) }
                #expect(sink.events.last == "discard")
            }
        }
    }

    @Test func aFourthNumberIsKeptWithANote() throws {
        let text = "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2,3],[1,2,3,4,5]]}"
        let reading = Reading(text)
        #expect(reading.problem == nil)
        #expect(reading.notices.map(\.severity) == [.note])
        guard case .multiPoint(let positions) = reading.features.first?.geometry else {
            Issue.record("no points")
            return
        }
        #expect(positions.furtherOrdinates == [[3], [3, 4, 5]])
    }

    // MARK: Blocks

    @Test(arguments: [1_023, 1_024, 1_025, 2_048, 3_500]) func longRingsArriveInBlocks(count: Int) throws {
        let ring = (0..<count).map { i in
            i == count - 1 ? "[0,0]" : "[\(Double(i) / 100),\(Double(i % 7) / 10)]"
        }
        let text = "{\"type\":\"Polygon\",\"coordinates\":[[\(ring.joined(separator: ","))]]}"
        for pieceSize in [Int.max, 1_000] {
            let sink = RecordingSink()
            var reader = GeoJSONReader(ByteSource(Array(text.utf8), pieceSize: pieceSize))
            _ = try reader.nextFeature(into: sink)
            #expect(sink.blocks.allSatisfy { 1...1_024 ~= $0 })
            #expect(sink.blocks.reduce(0, +) == count)
            #expect(sink.blocks.count == (count + 1_023) / 1_024)
            #expect(sink.coordinates.dropLast().map(\.longitude) == (0..<count - 1).map { Double($0) / 100 })
            #expect(sink.events.filter { $0 == "path" }.count == 1)
        }
    }
}
