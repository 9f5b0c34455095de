// Ids, properties, foreign members: kept as they came, in order.

import KGeoCore
import KGeoJSON
import Testing

@Suite struct PropertyTests {
    @Test(arguments: [
        ("'sumy-west'", FeatureID.text("sumy-west")), ("''", .text("")),
        ("17", .number(JSONNumber(text: "17", value: 17))),
        ("1.0", .number(JSONNumber(text: "1.0", value: 1))),
        ("-0", .number(JSONNumber(text: "-0", value: -0.0))),
        (
            "12345678901234567890",
            .number(JSONNumber(text: "12345678901234567890", value: 12_345_678_901_234_567_168))
        ),
    ])
    func ids(text: String, id: FeatureID) {
        for keeps in [true, false] {
            let options = ReaderOptions(keepsProperties: keeps)
            let own = Reading(
                json("{'type':'Feature','id':\(text),'geometry':null,'properties':{}}"), options: options)
            #expect(own.features.first?.record.id == id)
            #expect(own.features.first?.record.label == id.label)
            let inside = Reading(
                json("{'type':'Feature','geometry':null,'properties':{'a':[{'id':9}],'id':\(text)}}"),
                options: options)
            #expect(inside.features.first?.record.id == nil)
            #expect(inside.features.first?.record.propertyID == id)
            #expect(inside.features.first?.record.label == id.label)
        }
    }

    @Test func nullIDIsANote() {
        let reading = Reading(json("{'type':'Feature','id':null,'geometry':null,'properties':{}}"))
        #expect(reading.problem == nil)
        #expect(reading.features.first?.record.id == nil)
        #expect(reading.notices.map(\.severity) == [.note])
    }

    @Test(arguments: ["{}", "[1]", "true", "false"]) func otherIDsAreErrors(id: String) throws {
        let text = json("{'type':'Feature','id': \(id),'geometry':null,'properties':{}}")
        let problem = try problem(text)
        #expect(problem.code == .geojson)
        #expect(problem.message.contains("\"id\" must be a text or a number"))
        #expect(problem.place.offset == 24)
    }

    @Test func propertyIDsOfOtherKindsAreNone() {
        for keeps in [true, false] {
            for value in ["null", "{}", "[1]", "true"] {
                let reading = Reading(
                    json("{'type':'Feature','geometry':null,'properties':{'id':1,'id':\(value)}}"),
                    options: ReaderOptions(keepsProperties: keeps))
                #expect(reading.problem == nil)
                #expect(reading.features.first?.record.label == nil)
            }
        }
    }

    @Test func noPropertiesIsANoteAndNullIsNone() {
        let missing = Reading(json("{'type':'Feature','geometry':null}"))
        #expect(missing.problem == nil)
        #expect(missing.notices.map(\.severity) == [.note])
        let null = Reading(json("{'type':'Feature','geometry':null,'properties':null}"))
        #expect(null.notices.isEmpty)
        #expect(null.features.first?.record.properties == nil)
    }

    /// A file of many oddities of one kind does not fill the memory with notes.
    @Test func notesOfAKindAreCapped() throws {
        let text = collection(Array(repeating: "{\"type\":\"Feature\",\"geometry\":null}", count: 5_000))
        var reader = GeoJSONReader(ByteSource(text: text))
        let sink = RecordingSink()
        while try reader.nextFeature(into: sink) != nil {}
        #expect(reader.notices.count == 10)
        #expect(reader.notesLeftOut == 4_990)
    }

    static let rich = """
        {"type":"FeatureCollection","name":"map","id":"c1","zz":{"b":1,"a":[1.0,-0,1e2]},"bbox":[1,2,3,4],
         "features":[{"type":"Feature","first":true,"id":12345678901234567890,"bbox":[1,2,3,4],
          "properties":{"z":1.0,"a":"\\u0041\\n\\ud83d\\ude00","n":null,"deep":{"x":[[],{}]},"tiny":1e-400},
          "second":[2],"geometry":{"type":"Point","third":3,"coordinates":[1,2],"bbox":[1,2,1,2],"fourth":""},
          "last":0.10}],"after":"x"}
        """

    @Test func everythingIsKeptInOrder() throws {
        let reading = Reading(Self.rich)
        #expect(reading.problem == nil)
        let record = try #require(reading.features.first?.record)
        #expect(reading.collection.foreign.members.map(\.name) == ["name", "id", "zz", "after"])
        #expect(reading.collection.bbox == [1, 2, 3, 4])
        #expect(record.bbox == [1, 2, 3, 4])
        #expect(record.foreign.members.map(\.name) == ["first", "second", "last"])
        #expect(record.properties?.members.map(\.name) == ["z", "a", "n", "deep", "tiny"])
        #expect(record.properties?["z"] == .number(JSONNumber(text: "1.0", value: 1)))
        #expect(record.properties?["a"]?.string == "A\n😀")
        #expect(record.properties?["tiny"] == .number(JSONNumber(text: "1e-400", value: 0)))
        #expect(record.geometryForeign.first?.members.map(\.name) == ["third", "bbox", "fourth"])
        #expect(record.id?.label == "12345678901234567890")
        let written = GeoJSONWriter(options: .asRead).text(
            GeoJSONDocument(collection: reading.collection, features: reading.features))
        for piece in [
            "\"z\":1.0", "12345678901234567890", "[1.0,-0,1e2]", "\"last\":0.10", "\"A\\n😀\"", "1e-400",
            "\"third\":3,\"bbox\":[1,2,1,2],\"fourth\":\"\"", "\"name\":\"map\"", "\"id\":\"c1\"",
            "\"after\":\"x\"",
        ] {
            #expect(written.contains(piece), "\(piece) in \(written)")
        }
        let again = Reading(written)
        #expect(again.problem == nil)
        #expect(again.features.map(\.record.properties) == reading.features.map(\.record.properties))
        #expect(again.features.map(\.record.foreign) == reading.features.map(\.record.foreign))
        #expect(Set(again.collection.foreign.members) == Set(reading.collection.foreign.members))
    }

    @Test func measuringKeepsNothingOfThem() throws {
        let record = try #require(Reading(Self.rich, options: ReaderOptions()).features.first?.record)
        #expect(record.properties == nil)
        #expect(record.foreign == JSONObject())
        #expect(record.geometryForeign.isEmpty)
        #expect(record.label == "12345678901234567890")
    }

    /// A member of a bare geometry keeps its place among the foreign ones.
    @Test func foreignMembersOfABareGeometry() {
        let reading = Reading(
            json("{'a':1,'id':5,'b':2,'bbox':[1,2,1,2],'coordinates':[1,2],'c':3,'type':'Point'}"))
        let record = reading.features.first?.record
        #expect(record?.geometryForeign.first?.members.map(\.name) == ["a", "id", "b", "bbox", "c"])
        #expect(record?.id == nil && record?.bbox == nil)
    }

    @Test func foreignMembersOfACollectionOfGeometries() {
        let text = json(
            """
            {'type':'GeometryCollection','a':0,'geometries':[{'type':'Point','coordinates':[1,2],'b':1},
            {'type':'GeometryCollection','c':2,'geometries':[{'type':'Point','d':3,'coordinates':[1,2]}]}]}
            """)
        for text in [text, feature(text)] {
            let reading = Reading(text)
            #expect(
                reading.features.first?.record.geometryForeign.map { $0.members.map(\.name) }
                    == [["a"], ["b"], ["c"], ["d"]])
            let document = GeoJSONDocument(collection: reading.collection, features: reading.features)
            let again = Reading(GeoJSONWriter(options: .asRead).text(document))
            #expect(
                again.features.map(\.record.geometryForeign) == reading.features.map(\.record.geometryForeign)
            )
        }
    }
}
