// The seams: however the bytes arrive and however small the window is, what is read is the same. And text
// that ends too early, at every byte.

import KGeoCore
import KGeoJSON
import Testing

@Suite struct SeamTests {
    static func ring(_ count: Int, z: Bool = false, long: Bool = false) -> String {
        let positions = (0..<count).map { i -> String in
            let x = Double(i % (count - 1)) / 8
            let y = long ? "1.25000000000000000000000\(i % 3 == 0 ? "e0" : "")" : "1.25"
            return z ? "[\(x), \(y),\(i % 5)\(i % 5 == 4 ? "e1" : "")]" : "[\(x),\(y)]"
        }
        return "[" + (positions.dropLast() + [positions[0]]).joined(separator: ",") + "]"
    }

    /// Good and bad texts of many kinds.
    static let samples: [String] = [
        PropertyTests.rich, PlaceTests.Marked(PlaceTests.sample).text, GeometryTests.tall,
        collection([
            feature("{\"type\":\"Polygon\",\"coordinates\":[\(ring(50)),\(ring(9, z: true))]}", id: "é"),
            feature(
                "{\"coordinates\":[[\(ring(40, long: true))],[],[\(ring(40, z: true)),\(ring(5))]],\"type\":\"MultiPolygon\"}"
            ),
            feature("null"),
        ]),
        feature("{\"type\":\"MultiLineString\",\"coordinates\":[\(ring(60)),[[1,2]]]}", id: "one"),
        feature("{\"coordinates\":[\(ring(60)),[[1,2],[3,4]]],\"type\":\"Polygon\"}"),
        feature("{\"coordinates\":[\(ring(60)),[[1,2],[3,400]]],\"type\":\"Polygon\"}"),
        feature("{\"coordinates\":[\(ring(60)),[[1,2],[3,4,]]],\"type\":\"Polygon\"}"),
        feature("{\"coordinates\":[\(ring(60)),[[1,2],[3,4],]],\"type\":\"Polygon\"}"),
        feature("{\"coordinates\":[\(ring(60)),[[1,2] [3,4]]],\"type\":\"Polygon\"}"),
        "{\"a\":\"\\ud83d\\ude00\\u00e9\\n\u{1F600}é\\ud83d\"}", "{\"a\":[1e5,-0.5E-7,tru]}",
        (0..<40).map { SequenceTests.point($0) }.joined(separator: "\r\n\n") + "\nx",
        (0..<40).map { "\u{1E}" + SequenceTests.point($0) + "\n" }.joined(),
    ]

    @Test(arguments: samples.indices) func piecesChangeNothing(index: Int) {
        let text = Self.samples[index]
        let whole = Reading(text, goesOn: true)
        let dropped = Reading(text, options: ReaderOptions())
        for pieceSize in [1, 2, 3, 7, 160, 161] {
            #expect(Reading(text, pieceSize: pieceSize, goesOn: true) == whole)
            #expect(Reading(text, options: ReaderOptions(), pieceSize: pieceSize) == dropped)
        }
    }

    /// A window of 1,024 bytes moves on dozens of times in one of these texts.
    @Test(arguments: samples.indices) func windowsChangeNothing(index: Int) {
        // White space in front moves every byte of the text across the seam.
        let text = Self.samples[index]
        for indent in stride(from: 0, to: 1_024, by: 37) {
            let moved = String(repeating: " ", count: indent) + "\n" + text
            let whole = Reading(moved, goesOn: true)
            #expect(Reading(moved, window: 1_024, goesOn: true) == whole)
            #expect(Reading(moved, pieceSize: 100, window: 1_024, goesOn: true) == whole)
        }
    }

    @Test func aLongTextThroughASmallWindow() {
        let text = collection(
            (0..<300).map {
                feature(
                    "{\"type\":\"Polygon\",\"coordinates\":[\(Self.ring(5 + $0 % 90, z: $0 % 3 == 0))]}",
                    id: "п\($0)")
            })
        let whole = Reading(text)
        #expect(whole.features.count == 300)
        #expect(whole.problem == nil)
        for pieceSize in [Int.max, 999, 64] {
            #expect(Reading(text, pieceSize: pieceSize, window: 4_096) == whole)
        }
    }

    // MARK: Text that ends early

    static let short = """
        {"type":"FeatureCollection","name":"é\\u00e9","features":[
        {"type":"Feature","id":1.5,"properties":{"a":[true,null,{"b":-1e5}]},
        "geometry":{"coordinates":[[[0,0],[1.5,0],[0,1,2],[0,0]]],"type":"Polygon"}},
        {"type":"Feature","id":"x","geometry":{"type":"GeometryCollection","geometries":[]},"properties":null}],"bbox":[0,0,1,1]}

        """

    @Test(arguments: [Int.max, 1, 3]) func everyPrefixIsRefused(pieceSize: Int) throws {
        let bytes = Array(Self.short.utf8)
        let complete = try #require(bytes.lastIndex(of: UInt8(ascii: "}"))) + 1
        for count in 0...bytes.count {
            let reading = Reading(Array(bytes[..<count]), pieceSize: pieceSize, window: 1_024)
            if count >= complete {
                try #require(reading.problem == nil)
                #expect(reading.features.count == 2)
                continue
            }
            let problem = try #require(reading.problem, "the first \(count) bytes were accepted")
            let offset = try #require(problem.place.offset)
            #expect((0...count).contains(offset))
            #expect(problem.place.line != nil && problem.place.column != nil)
            #expect(problem.code == .json, "\(count): \(problem.message)")
        }
    }

    @Test func everyPrefixOfASequence() throws {
        let bytes = Array((SequenceTests.point(1) + "\n" + SequenceTests.point(2) + "\n").utf8)
        let lengths = [SequenceTests.point(1).utf8.count, bytes.count - 1]
        for count in 0...bytes.count {
            let reading = Reading(Array(bytes[..<count]), window: 1_024)
            let isComplete = lengths.contains { count == $0 || count == $0 + 1 }
            #expect((reading.problem == nil) == isComplete, "the first \(count) bytes")
        }
    }
}
