// The examples of RFC 7946, read, written and read again.

import KGeoCore
import KGeoJSON
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason))) struct JSONExampleTests {
    static let folder = "rfc7946"
    /// Abbreviated in the RFC (§5.1): its ring is not closed and it has no properties.
    static let abbreviated = "example_02_a.geojson"

    static func options(_ name: String) -> ReaderOptions {
        ReaderOptions(keepsProperties: true, reportsStructure: name == abbreviated)
    }

    @Test func theSuiteIsWhole() { #expect(JSONSuite.files(Self.folder).count == 13) }

    @Test(arguments: JSONSuite.files(folder)) func readAndWritten(name: String) throws {
        let options = Self.options(name)
        let reading = JSONSuite.read(JSONSuite.bytes(Self.folder, name), options: options)
        let document = try #require(reading.document, "\(reading.problem?.summary ?? "")")
        // As read, nothing is lost.
        let written = GeoJSONWriter(options: .asRead).text(document)
        let again = try #require(JSONSuite.read(Array(written.utf8), options: options).document)
        #expect(again.features.map(\.geometry) == document.features.map(\.geometry))
        #expect(again.features.map(\.record.properties) == document.features.map(\.record.properties))
        #expect(again.features.map(\.record.id) == document.features.map(\.record.id))
        #expect(again.features.map(\.record.bbox) == document.features.map(\.record.bbox))
        #expect(again.features.map(\.record.foreign) == document.features.map(\.record.foreign))
        #expect(again.collection == document.collection)
        // By the right-hand rule and with seven decimals, writing twice is writing once.
        let once = GeoJSONWriter().text(document)
        let twice = GeoJSONWriter().text(
            try #require(JSONSuite.read(Array(once.utf8), options: options).document))
        #expect(twice == once)
    }

    @Test func theAbbreviatedExample() throws {
        let bytes = JSONSuite.bytes(Self.folder, Self.abbreviated)
        let problem = try #require(JSONSuite.read(bytes).problem)
        #expect(problem.message.contains("not closed"))
        #expect(problem.place.line == 7 && problem.place.ring == 0)
        let notices = JSONSuite.read(bytes, options: Self.options(Self.abbreviated)).notices
        #expect(notices.map(\.severity) == [.error, .note], "an open ring, and no properties")
    }
}
