// The good and bad files of geojsonhint (github.com/mapbox/geojsonhint), sorted as kgeo sorts them: stricter
// than geojsonhint about latitudes, milder about the right-hand rule and nested collections.

import KGeoCore
import KGeoJSON
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason))) struct JSONHintTests {
    /// What a file is: accepted, or refused with these words.
    enum Fate: Equatable {
        case accepted
        case refused(Problem.Code, String)
    }

    static let bad: [String: Fate] = [
        // Accepted: the winding of rings carries no meaning here, and is put right in writing.
        "polygon_winding_order.geojson": .accepted,
        // Accepted with a note: RFC 7946 §3.1.8 only advises against it.
        "geometrycollection_nested.geojson": .accepted,
        // Accepted with a note: nothing here needs the box.
        "bbox-string.geojson": .accepted,
        // Coordinates that are not nested as their type asks.
        "bad-featurelist.geojson": .refused(.geojson, "not nested deep enough"),
        "bad-polygonloop.geojson": .refused(.geojson, "not nested deep enough"),
        "multipoint-nondimension.geojson": .refused(.geojson, "not nested deep enough"),
        // Positions that hold something else than numbers; more than three are accepted with a note.
        "badcoord.geojson": .refused(.coordinate, "found a text"),
        "point-string.geojson": .refused(.coordinate, "found a text"),
        "point-toomany.geojson": .accepted,
        // Rings and lines.
        "different-first-size.geojson": .refused(.geojson, "not closed"),
        "short-line.geojson": .refused(.geojson, "at least 2 positions"),
        "short-multilinestring.geojson": .refused(.geojson, "at least 2 positions"),
        // Types.
        "bad-object-type.geojson": .refused(.geojson, "must be a text"),
        "notype.geojson": .refused(.geojson, "no \"type\""),
        "unknowntype.geojson": .refused(.geojson, "unknown"),
        "featurecollection-type-case.geojson": .refused(.geojson, "featurecollection"),
        // Members.
        "badfeature.geojson": .refused(.geojson, "expected a Feature, found null"),
        "bbox-4or6elements.geojson": .refused(.geojson, "\"bbox\""),
        "expected_object.geojson": .refused(.geojson, "\"properties\" must be an object or null"),
        "feature_changed_semantics.geojson": .refused(.geojson, "RFC 7946 §7.1"),
        "featurecollection_changed_semantics.geojson": .refused(.geojson, "RFC 7946 §7.1"),
        // Several at once: the first is told.
        "multiple_problems.geojson": .refused(.geojson, "\"id\" must be a text or a number"),
    ]

    /// Good for geojsonhint, which does not look at numbers.
    static let good: [String: Fate] = [
        "issue82.geojson": .refused(.coordinate, "is outside −90…90")
    ]

    static func check(_ folder: String, _ name: String, _ fate: Fate) throws {
        let bytes = JSONSuite.bytes(folder, name)
        let (document, _, problem) = JSONSuite.read(bytes)
        switch fate {
        case .accepted:
            #expect(problem == nil, "\(problem?.summary ?? "")")
            let written = GeoJSONWriter().text(try #require(document))
            let again = try #require(JSONSuite.read(Array(written.utf8)).document)
            #expect(GeoJSONWriter().text(again) == written)
        case .refused(let code, let words):
            let problem = try #require(problem)
            #expect(problem.code == code)
            #expect(problem.message.contains(words), "\(problem.message)")
            let place = problem.place
            #expect(place.line != nil && place.column != nil)
            #expect(place.offset.map { (0..<bytes.count).contains($0) } == true)
        }
    }

    @Test func theTablesAreWhole() {
        #expect(JSONSuite.files("geojsonhint/bad") == Self.bad.keys.sorted())
        #expect(JSONSuite.files("geojsonhint/good").count == 18)
    }

    @Test(arguments: JSONSuite.files("geojsonhint/bad")) func badFiles(name: String) throws {
        try Self.check("geojsonhint/bad", name, try #require(Self.bad[name]))
    }

    @Test(arguments: JSONSuite.files("geojsonhint/good")) func goodFiles(name: String) throws {
        try Self.check("geojsonhint/good", name, Self.good[name] ?? .accepted)
    }

    @Test func aNestedCollectionIsNoted() {
        let reading = JSONSuite.read(JSONSuite.bytes("geojsonhint/bad", "geometrycollection_nested.geojson"))
        #expect(reading.notices.map(\.severity) == [.note])
    }
}
