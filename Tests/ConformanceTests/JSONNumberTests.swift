// Number parsing: lines of "16-bit 32-bit 64-bit text" (github.com/nigeltao/parse-number-fxx-test-data), read
// bit for bit.

import KGeoCore
import KGeoJSON
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason))) struct JSONNumberFileTests
{
    struct Line {
        var bits: UInt64
        var text: [UInt8]
    }

    static func lines(_ name: String) throws -> [Line] {
        try JSONSuite.bytes("number-parsing", name).split(separator: UInt8(ascii: "\n")).map { line in
            let fields = line.split(separator: UInt8(ascii: " "))
            try #require(fields.count == 4)
            let bits = try #require(UInt64(String(decoding: fields[2], as: UTF8.self), radix: 16))
            return Line(bits: bits, text: Array(fields[3]))
        }
    }

    /// Whether a text is a number by JSON's grammar (RFC 8259 §6), told independently of the scanner.
    static func isJSONNumber(_ text: [UInt8]) -> Bool {
        String(decoding: text, as: UTF8.self).wholeMatch(
            of: #/-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/#) != nil
    }

    @Test(arguments: JSONSuite.files("number-parsing")) func bitForBit(name: String) throws {
        let lines = try Self.lines(name)
        #expect(lines.count > 50)
        for line in lines {
            let value = line.text.withUnsafeBufferPointer { DecimalScanner.parse($0) }
            try #require(
                value?.bitPattern == line.bits, "\(String(decoding: line.text.prefix(60), as: UTF8.self))")
        }
    }

    /// As an ordinate and as a property: read bit for bit, or refused because it is no JSON number, too large
    /// for a double, or (an ordinate) out of range.
    @Test(arguments: JSONSuite.files("number-parsing")) func throughTheReader(name: String) throws {
        let options = ReaderOptions(keepsProperties: true)
        for line in try Self.lines(name) {
            let expected = Double(bitPattern: line.bits)
            let isRead = Self.isJSONNumber(line.text) && expected.isFinite
            let text = String(decoding: line.text, as: UTF8.self)
            let source = """
                {"type":"Feature","properties":{"n":\(text)},"geometry":{"type":"Point","coordinates":[\(text),\(text)]}}
                """
            var reader = GeoJSONReader(ByteSource(text: source), options: options, window: 8_192)
            let builder = GeometryBuilder()
            do {
                let record = try reader.nextFeature(into: builder)
                try #require(isRead && abs(expected) <= 90, "\(text.prefix(60))")
                try #require(record?.properties?["n"]?.double?.bitPattern == line.bits)
                let place = builder.take()?.points.first
                try #require(
                    place?.longitude.bitPattern == line.bits && place?.latitude.bitPattern == line.bits)
            } catch let problem as Problem {
                try #require(!(isRead && abs(expected) <= 90), "\(text.prefix(60)): \(problem.message)")
                try #require(problem.code == (isRead ? .coordinate : .json))
            }
        }
    }
}
