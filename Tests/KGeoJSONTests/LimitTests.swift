// Limits and texts: depth, escapes, UTF-8.

import KGeoCore
import KGeoJSON
import Testing

@Suite struct LimitTests {
    static func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    /// 512 levels are read; the 513th bracket is refused where it stands.
    @Test(arguments: [true, false]) func depth(keeps: Bool) throws {
        let options = ReaderOptions(keepsProperties: keeps)
        let head = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"a\":"
        #expect(Reading(head + Self.nested(510) + "}}", options: options).problem == nil)
        let problem = try problem(head + Self.nested(511) + "}}", options: options)
        #expect(problem.code == .json)
        #expect(problem.message.contains("nested more than 512 deep"))
        #expect(problem.place.offset == head.utf8.count + 510)
        #expect(
            Reading(head + String(repeating: "[{\"a\":", count: 100_000), options: options).problem?.code
                == .json)
        #expect(Reading(String(repeating: "[", count: 100_000)).problem?.code == .json)
    }

    @Test(arguments: [true, false]) func collectionsInCollections(keeps: Bool) throws {
        func text(_ count: Int, _ inside: String) -> String {
            String(repeating: "{\"type\":\"GeometryCollection\",\"geometries\":[", count: count) + inside
                + String(repeating: "]}", count: count)
        }
        let options = ReaderOptions(keepsProperties: keeps)
        let ring = "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}"
        #expect(Reading(text(32, ring), options: options).problem == nil)
        #expect(try problem(text(33, ring), options: options).message.contains("32 deep"))
        #expect(try problem(text(100_000, ""), options: options).message.contains("32 deep"))
    }

    @Test(arguments: [
        [UInt8]([0xC3]), [0xC3, 0x28], [0xA0], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80],
        [0xED, 0xA0, 0x80],
        [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x82],
        [0xF0, 0x9F, 0x98],
    ])
    func notUTF8(bytes: [UInt8]) {
        let before = Array("{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"a\":\"é".utf8)
        for after in [Array("\"}}".utf8), []] {
            for keeps in [true, false] {
                for pieceSize in [Int.max, 1] {
                    let problem = Reading(
                        before + bytes + after, options: ReaderOptions(keepsProperties: keeps),
                        pieceSize: pieceSize
                    ).problem
                    #expect(problem?.code == .json)
                    #expect(problem?.message.contains("not UTF-8") == true)
                    #expect(problem?.place.offset == before.count)
                    #expect(problem?.place.column == before.count, "é is two bytes and one column")
                }
            }
        }
    }

    @Test(arguments: [
        ("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\u{8}\u{C}\n\r\t"), ("\\u0041\\u00e9\\u20AC", "Aé€"),
        ("\\uD83D\\uDE00", "😀"), ("\\u0000", "\u{0}"), ("\\uFFFF", "\u{FFFF}"), ("é€😀\u{7F}", "é€😀\u{7F}"),
        ("", ""),
    ])
    func escapes(written: String, text: String) {
        for pieceSize in [Int.max, 1, 2, 5] {
            let reading = Reading(
                "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"\(written)\":\"\(written)\"}}",
                pieceSize: pieceSize)
            let member = reading.features.first?.record.properties?.members.first
            #expect(member?.name.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
            #expect(member?.value.string?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
        }
    }

    @Test(arguments: [
        "\\ud800", "\\udc00", "\\ud800\\ud800", "\\ud800x", "\\ud800\\n", "\\u12", "\\uxyzw", "\\a",
        "\\U0041",
    ])
    func badEscapes(written: String) throws {
        let head = "{\"a\":\""
        let problem = try problem(head + written + "\"}")
        #expect(problem.code == .json)
        #expect(problem.place.offset == head.utf8.count)
    }

    /// A text longer than the window is no trouble.
    @Test func aLongText() {
        let long = String(repeating: "длинный\\n", count: 200_000)
        let reading = Reading(
            "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"\(long)\":\"\(long)\"}}")
        #expect(reading.problem == nil)
        #expect(reading.features.first?.record.properties?.members.first?.value.string?.count == 1_600_000)
    }
}
