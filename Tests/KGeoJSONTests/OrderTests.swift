// Members in any order, at every level.

import KGeoCore
import KGeoJSON
import Testing

@Suite struct OrderTests {
    static func permutations(_ items: [String]) -> [[String]] {
        guard items.count > 1 else { return [items] }
        return items.indices.flatMap { i -> [[String]] in
            var rest = items
            let item = rest.remove(at: i)
            return permutations(rest).map { [item] + $0 }
        }
    }

    @Test func everyOrderOfAFeature() {
        let members = [
            "\"type\":\"Feature\"", "\"id\":\"x\"", "\"properties\":{\"a\":1}",
            "\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}", "\"extra\":true",
        ]
        for order in Self.permutations(members) {
            let feature = "{" + order.joined(separator: ",") + "}"
            for text in [feature, collection([feature])] {
                let reading = Reading(text)
                #expect(reading.problem == nil, "\(text)")
                #expect(reading.geometries == [.point(Positions([Coordinate(1, 2)]))])
                #expect(reading.features.first?.record.label == "x")
                #expect(reading.features.first?.record.properties?["a"]?.double == 1)
                #expect(reading.features.first?.record.foreign["extra"] == .bool(true))
            }
        }
    }

    @Test func everyOrderOfACollection() {
        let members = [
            "\"type\":\"FeatureCollection\"", "\"name\":\"n\"", "\"bbox\":[1,2,1,2]",
            "\"features\":[\(feature("{\"type\":\"Point\",\"coordinates\":[1,2]}", id: "x"))]",
        ]
        for order in Self.permutations(members) {
            let reading = Reading("{" + order.joined(separator: ",") + "}")
            #expect(reading.problem == nil)
            #expect(reading.collection.kind == .featureCollection)
            #expect(reading.collection.bbox == [1, 2, 1, 2])
            #expect(reading.collection.foreign["name"]?.string == "n")
            #expect(reading.features.map(\.record.label) == ["x"])
            #expect(reading.features.map(\.record.index) == [0])
        }
    }

    /// An error names an id only when it has been read.
    @Test func idsInErrors() throws {
        let bad = "{\"type\":\"Point\",\"coordinates\":[1,200]}"
        let before = try problem(collection([feature(bad, id: "x")]))
        #expect(before.place.id == "x" && before.place.feature == 0)
        let after = try problem("{\"type\":\"Feature\",\"geometry\":\(bad),\"id\":\"x\",\"properties\":{}}")
        #expect(after.place.id == nil)
        let property = try problem(
            "{\"type\":\"Feature\",\"properties\":{\"id\":7},\"geometry\":\(bad),\"id\":\"x\"}")
        #expect(property.place.id == "7")
    }

    /// The id of one feature, or of the collection, is not that of the next.
    @Test func idsDoNotLinger() throws {
        let bad = "{\"type\":\"Point\",\"coordinates\":[1,200]}"
        let text = collection([feature("null", id: "one"), feature(bad)])
        #expect(try problem(text).place.id == nil)
        #expect(try problem(text).place.feature == 1)
        let named = "{\"id\":\"c\"," + collection([feature(bad)]).dropFirst()
        #expect(try problem(named).place.id == nil)
    }

    /// A mistake in the members after the features does not take the last feature with it.
    @Test func theLastFeatureComesBeforeWhatFollowsIt() {
        let text = "{\"type\":\"FeatureCollection\",\"features\":[\(feature("null", id: "x"))],\"bbox\":5}"
        let reading = Reading(text)
        #expect(reading.features.map(\.record.label) == ["x"])
        #expect(reading.problem?.place.feature == nil)
        #expect(reading.problem?.place.offset == text.utf8.count - 2)
    }
}
