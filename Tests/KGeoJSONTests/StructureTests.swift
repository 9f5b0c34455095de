// Rings and lines that break a rule of their type: refused, or reported.

import KGeoCore
import KGeoJSON
import Testing

@Suite struct StructureTests {
    /// Faults, with the part and ring they must name.
    static let faults:
        [(type: String, coordinates: String, words: String, part: Int?, ring: Int?, offset: Int)] = [
            ("Polygon", "[[[0,0],[1,0],[0,1],[5,5]]]", "not closed", nil, 0, 1),
            ("Polygon", "[[[0,0],[1,0],[0,0]]]", "at least 4", nil, 0, 1),
            ("Polygon", "[[],[[0,0],[1,0],[0,1],[0,0]]]", "at least 4", nil, 0, 1),
            ("Polygon", "[[[0,0],[1,0],[0,1],[0,0]],[[0,0],[1,0],[0,1],[0,2]]]", "not closed", nil, 1, 27),
            (
                "MultiPolygon", "[[[[0,0],[1,0],[0,1],[0,0]]],[[[0,0],[1,0],[0,1],[0,0]],[[1,1]]]]",
                "at least 4", 1, 1, 56
            ),
            ("MultiPolygon", "[[],[[],[[0,0],[1,0],[0,1],[0,0]]]]", "at least 4", 1, 0, 5),
            ("LineString", "[[0,0]]", "at least 2", nil, nil, 0),
            ("MultiLineString", "[[[0,0],[1,1]],[[2,2]]]", "at least 2", 1, nil, 15),
            ("MultiLineString", "[[[0,0],[1,1]],[]]", "at least 2", 1, nil, 15),
            ("MultiLineString", "[[],[[0,0],[1,1]]]", "at least 2", 0, nil, 1),
        ]

    static func texts(_ type: String, _ coordinates: String) -> [(text: String, begins: Int)] {
        let first = "{\"type\":\"\(type)\",\"coordinates\":"
        let last = "{\"coordinates\":"
        return [
            (first + coordinates + "}", first.utf8.count),
            (last + coordinates + ",\"type\":\"\(type)\"}", last.utf8.count),
        ]
    }

    /// The fault is found in both orders of the members, at the bracket of the bad path.
    @Test(arguments: faults.indices) func refused(index: Int) throws {
        let fault = Self.faults[index]
        for (text, begins) in Self.texts(fault.type, fault.coordinates) {
            for pieceSize in [Int.max, 1] {
                let problem = try #require(Reading(text, pieceSize: pieceSize).problem, "\(text)")
                #expect(problem.code == .geojson)
                #expect(problem.message.contains(fault.words), "\(text): \(problem.message)")
                #expect(problem.place.part == fault.part, "\(text)")
                #expect(problem.place.ring == fault.ring, "\(text)")
                #expect(problem.place.offset == begins + fault.offset, "\(text)")
                #expect(problem.place.line == 1)
                #expect(problem.place.column == begins + fault.offset + 1)
                #expect(problem.place.path == "coordinates")
            }
        }
    }

    @Test(arguments: faults.indices) func reported(index: Int) throws {
        let fault = Self.faults[index]
        let options = ReaderOptions(keepsProperties: true, reportsStructure: true)
        let readings = Self.texts(fault.type, fault.coordinates).map { Reading($0.text, options: options) }
        for reading in readings {
            #expect(reading.problem == nil)
            #expect(reading.notices.map(\.severity) == [.error])
            #expect(reading.notices.first?.problem.message.contains(fault.words) == true)
            #expect(reading.features.count == 1)
        }
        #expect(readings[0].geometries == readings[1].geometries, "the order of members changes nothing")
    }

    @Test func allFaultsAreReported() {
        let options = ReaderOptions(reportsStructure: true)
        for (text, _) in Self.texts("Polygon", "[[[0,0],[1,1]],[[0,0],[1,0],[0,1],[3,3]],[]]") {
            let notices = Reading(text, options: options).notices
            #expect(notices.map(\.problem.place.ring) == [0, 1, 2])
        }
    }

    /// Far into a ring longer than the window, the fault still names where the ring begins.
    @Test func aFaultOfARingLongerThanTheWindow() throws {
        let head = "\n\n  {\"type\":\"Polygon\",\"coordinates\":["
        var text = head + "["
        for i in 0..<60_000 { text += "[\(Double(i) / 1_000),1.25],\n" }
        text += "[1,1]]]}"
        let place = try problem(text).place
        #expect(place.offset == head.utf8.count)
        #expect(place.line == 3)
        #expect(place.column == head.utf8.count - 2 + 1)
        #expect(place.ring == 0)
    }

    @Test(arguments: [
        ("Point", "[[1,2]]", "nested too deep"), ("Point", "[1]", "at least two"),
        ("Point", "[[]]", "nested too deep"),
        ("LineString", "[1,2]", "not nested deep enough"), ("LineString", "[[[1,2]]]", "found an array"),
        ("LineString", "[[1,2],[]]", "is empty"), ("MultiPoint", "[[]]", "is empty"),
        ("MultiPoint", "[[1,2],3]", "not nested deep enough"),
        ("Polygon", "[[1,2],[3,4]]", "not nested deep enough"),
        ("Polygon", "[[[]]]", "is empty"), ("Polygon", "[[[[1,2]]]]", "found an array"),
        ("MultiPolygon", "[[[1,2]]]", "not nested deep enough"),
        ("MultiPolygon", "[[[[[1,2]]]]]", "found an array"),
        ("MultiPolygon", "[[[[]]]]", "is empty"), ("Point", "[1,\"2\"]", "found a text"),
        ("Point", "[null,2]", "found null"), ("LineString", "[[1,2],[3,true]]", "found true"),
        ("LineString", "[[1,2],null]", "found null"), ("Polygon", "[{}]", "found an object"),
        ("Point", "5", "must be an array"), ("Point", "null", "must be an array"),
        ("LineString", "[[1,2],[3]]", "at least two"),
    ])
    func badNesting(type: String, coordinates: String, words: String) throws {
        let texts = Self.texts(type, coordinates).map(\.text)
        let first = try problem(texts[0])
        #expect(first.message.contains(words), "\(first.message)")
        let isOfAPosition = words == "at least two" || words == "is empty" || words.hasPrefix("found")
        #expect(first.code == (isOfAPosition ? .coordinate : .geojson))
        #expect(first.place.offset != nil && first.place.line == 1 && first.place.column != nil)
        // With the type last the nesting is held against it at the end, in other words.
        let last = try problem(texts[1])
        #expect(last.code == (isOfAPosition && words != "found an array" ? .coordinate : .geojson))
        #expect(last.place.offset != nil)
    }

    @Test(arguments: [
        ("{'type':'Feature','properties':{}}", "no \"geometry\""),
        ("{'type':'Feature','geometry':null,'coordinates':[]}", "must not have a member \"coordinates\""),
        ("{'coordinates':[1,2],'type':'Feature','geometry':null,'properties':{}}", "must not have"),
        ("{'type':'FeatureCollection'}", "no \"features\""),
        ("{'features':[]}", "no \"type\""), ("{}", "no \"type\""), ("{'a':{'type':'Point'}}", "no \"type\""),
        ("{'features':[],'type':'Feature'}", "must be a FeatureCollection"),
        ("{'type':'Feature','features':[]}", "must not have a member \"features\""),
        ("{'type':'FeatureCollection','properties':{},'features':[]}", "no member"),
        ("{'type':'FeatureCollection','features':[],'geometry':null}", "must not have a member \"geometry\""),
        ("{'type':'FeatureCollection','features':{}}", "must be an array"),
        ("{'type':'FeatureCollection','features':[1]}", "found a number"),
        (
            "{'type':'FeatureCollection','features':[{'type':'Point','coordinates':[1,2]}]}",
            "expected a Feature"
        ),
        ("{'type':'Point'}", "no \"coordinates\""), ("{'type':'GeometryCollection'}", "no \"geometries\""),
        ("{'type':'Point','geometries':[]}", "must not have \"geometries\""),
        ("{'type':'GeometryCollection','coordinates':[],'geometries':[]}", "must not have \"coordinates\""),
        ("{'type':'GeometryCollection','geometries':[null]}", "found null"),
        ("{'type':'GeometryCollection','geometries':{}}", "must be an array"),
        ("{'type':'Feature','geometry':[],'properties':{}}", "an object or null"),
        ("{'type':'Feature','geometry':{'coordinates':[1,2]},'properties':{}}", "no \"type\""),
        ("{'type':'Feature','geometry':{'type':'Pont','coordinates':[1,2]},'properties':{}}", "unknown"),
        ("{'type':'Feature','geometry':null,'properties':[]}", "must be an object or null"),
        ("{'type':7}", "must be a text"), ("{'type':'Topology','arcs':[]}", "unknown"),
        ("{'type':'Point','coordinates':[1,2],'bbox':[1,2,3]}", "two numbers for each dimension"),
        ("{'type':'Point','coordinates':[1,2],'bbox':7}", "array of numbers"),
        ("[1,2]", "not GeoJSON: the text is an array"), ("'x'", "not GeoJSON: the text is a text"),
        ("null", "not GeoJSON: the text is null"), ("-1", "not GeoJSON: the text is a number"),
    ])
    func notGeoJSON(text: String, words: String) throws {
        let problem = try problem(json(text))
        #expect(problem.code == .geojson)
        #expect(problem.message.contains(words), "\(problem.message)")
        #expect(problem.place.line == 1)
        #expect(problem.place.offset.map { $0 < text.utf8.count } == true)
    }

    @Test(arguments: [
        "{'type':'Point','type':'Point','coordinates':[1,2]}",
        "{'type':'Point','coordinates':[1,2],'coordinates':[1,2]}",
        "{'type':'Feature','id':1,'geometry':null,'properties':{},'id':2}",
        "{'type':'Feature','geometry':null,'properties':{},'properties':{}}",
        "{'type':'FeatureCollection','features':[],'features':[]}",
        "{'features':[],'type':'FeatureCollection','type':'FeatureCollection'}",
        "{'type':'Feature','properties':{},'geometry':{'type':'Point','coordinates':[1,2],'coordinates':[1,2]}}",
        "{'t\\u0079pe':'Point','type':'Point','coordinates':[1,2]}",
    ])
    func aMemberThatStandsTwice(text: String) throws {
        let text = json(text)
        let problem = try problem(text)
        #expect(problem.code == .geojson)
        #expect(problem.message.contains("stands twice"))
        // The place is that of the second name.
        let bytes = Array(text.utf8)
        let offset = try #require(problem.place.offset)
        #expect(offset > 10 && bytes[offset] == UInt8(ascii: "\""))
    }

    @Test func foreignMembersMayStandTwice() {
        let reading = Reading(
            json("{'type':'Feature','x':1,'x':2,'geometry':null,'properties':{'a':1,'a':2}}"))
        #expect(reading.problem == nil)
        #expect(reading.features.first?.record.properties?.members.count == 2)
        #expect(reading.features.first?.record.foreign.members.count == 2)
    }

    @Test func spellingIsHintedAt() throws {
        #expect(try problem(json("{'type':'point','coordinates':[1,2]}")).hint?.contains("Point") == true)
        let collection = try problem(json("{'type':'featurecollection','features':[]}"))
        #expect(collection.hint?.contains("FeatureCollection") == true)
        #expect(collection.place.offset == 28)
        #expect(try problem(json("{'type':'Topology'}")).hint?.contains("TopoJSON") == true)
    }
}
