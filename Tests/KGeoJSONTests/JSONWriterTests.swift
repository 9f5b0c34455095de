// JSON values as text.

import KGeoCore
import KGeoJSON
import Testing

@Suite struct JSONWriterTests {
    static let value = JSONValue.object([
        "a": .array([.number(1.0), .bool(true), .null]), "b": .object([:]), "c": .array([]),
        "d": .array([.object(["e": .string("x")]), .array([.number(2.5)])]),
    ])

    @Test func compact() {
        #expect(
            JSONWriter.compact(Self.value)
                == "{\"a\":[1,true,null],\"b\":{},\"c\":[],\"d\":[{\"e\":\"x\"},[2.5]]}")
    }

    @Test func pretty() {
        #expect(
            JSONWriter.pretty(Self.value) == """
                {
                  "a": [1, true, null],
                  "b": {},
                  "c": [],
                  "d": [
                    {
                      "e": "x"
                    },
                    [2.5]
                  ]
                }

                """)
    }

    @Test(arguments: [
        ("plain", "\"plain\""), ("", "\"\""), ("a\"b\\c/d", "\"a\\\"b\\\\c/d\""), ("\n\r\t", "\"\\n\\r\\t\""),
        ("\u{0}\u{8}\u{1F}\u{7F}", "\"\\u0000\\u0008\\u001f\\u007f\""),
        ("\u{2028}\u{2029}", "\"\\u2028\\u2029\""),
        ("é😀\u{301}", "\"é😀\u{301}\""), ("\r\n", "\"\\r\\n\""),
    ])
    func texts(text: String, written: String) throws {
        #expect(JSONWriter.quoted(text) == written)
        var scanner = JSONScanner(ByteSource(text: written))
        let value = try scanner.value()
        #expect(value.string?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }

    /// Whatever is written is read as it was.
    @Test func roundTrip() throws {
        for text in [JSONWriter.compact(Self.value), JSONWriter.pretty(Self.value)] {
            var scanner = JSONScanner(ByteSource(text: text))
            #expect(try scanner.value() == Self.value)
            #expect(try scanner.isAtEnd())
        }
    }
}
