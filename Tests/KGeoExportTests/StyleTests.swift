// Styles: XML that a parser accepts, hatching beside every colour, and the same colours for web maps.

import Foundation
import KGeoCore
import KGeoExport
import KGeoJSON
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What a parser sees: elements with their attributes, in order, and the errors it has met. On Linux its
/// `parse()` says yes to broken XML too; the errors alone tell.
private final class Reading: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String])] = []
    var errors: [any Error] = []

    init(_ text: String) {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        if !parser.parse(), let error = parser.parserError { errors.append(error) }
    }
    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append((name, attributes))
    }
    func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) { errors.append(parseError) }
}

struct StyleTests {
    /// The styles of a bundle that has a layer of every kind.
    static func styles() throws -> [String: String] {
        var line = BundleFeature(index: 1, role: .front)
        line.shapes = [
            .lines([LineString([Coordinate(0, 0), Coordinate(1, 1)])], metres: 1),
            .places([Coordinate(0, 0)]),
        ]
        var map = Samples.map([Samples.control(0, "controlled", [Samples.square(0, 0, 1)]), line])
        map.findings = [Samples.finding([Samples.square(0, 0, 1)])]
        return try Samples.files([map]).filter { $0.key.hasSuffix(".qml") }
    }

    private func read(_ text: String) throws -> [(name: String, attributes: [String: String])] {
        let reading = Reading(text)
        #expect(reading.errors.isEmpty)
        return reading.elements
    }

    @Test(arguments: ["polygons", "lines", "points", "findings"])
    func everyStyleIsWellFormed(_ kind: String) throws {
        let elements = try read(try #require(try Self.styles()["m-\(kind).qml"]))
        #expect(elements.first?.name == "qgis")
        let renderer = try #require(elements.first { $0.name == "renderer-v2" }?.attributes)
        #expect(renderer["type"] == "categorizedSymbol")
        let categories = elements.filter { $0.name == "category" }.compactMap { $0.attributes["symbol"] }
        let symbols = elements.filter { $0.name == "symbol" }.compactMap { $0.attributes["name"] }
        #expect(categories.count > 3 && categories.allSatisfy(symbols.contains))
        // QGIS reads the category without a value as "all others".
        #expect(elements.last { $0.name == "category" }?.attributes["value"] == "")
        #expect(elements.contains { $0.name == "text-style" && $0.attributes["isExpression"] == "1" })
    }

    @Test func theParserOfThisTestRefusesWhatIsNotXML() throws {
        let text = try #require(try Self.styles()["m-polygons.qml"])
        #expect(!Reading(text.replacingOccurrences(of: "&quot;", with: "\"")).errors.isEmpty)
        #expect(!Reading(text.replacingOccurrences(of: "</symbols>", with: "")).errors.isEmpty)
    }

    @Test(arguments: [("polygons", 3), ("findings", 4)])
    func hatchingsDifferByAngle(_ kind: String, count: Int) throws {
        let elements = try read(try #require(try Self.styles()["m-\(kind).qml"]))
        let angles = elements.filter { $0.name == "Option" && $0.attributes["name"] == "angle" }.compactMap {
            $0.attributes["value"]
        }
        #expect(angles.count == count && Set(angles).count == count)
        let hatches = elements.count { $0.name == "layer" && $0.attributes["class"] == "LinePatternFill" }
        #expect(hatches == count)
    }

    @Test func webMapsGetTheSameColours() throws {
        let files = try Samples.files([
            Samples.map(
                ["controlled", "contested", "claimed", "disputed by someone"].enumerated().map {
                    Samples.control($0, $1, [Samples.square(Double($0), 0, 1)])
                })
        ])
        let features = try Samples.document(files["m-polygons.geojson"]).features
        #expect(
            features.map { $0.record.properties?["fill"]?.string } == [
                "#0072B2", "#E69F00", "#CC79A7", "#4D4D4D",
            ])
        let qml = try #require(files["m-polygons.qml"])
        for color in ["0,114,178,255", "230,159,0,255", "204,121,167,255", "77,77,77,255"] {
            #expect(qml.contains(color))
        }
    }
}
