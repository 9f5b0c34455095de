// Well-known binary written in hexadecimal digits, as PostGIS and GeoPandas print it.

internal import KGeoCore

enum Hexadecimal {
    /// Where the digits stand if the text is hexadecimal at all: it begins with the byte order, 00 or 01, after `\x` or
    /// `0x`, or without.
    static func digits(in bytes: UnsafeRawBufferPointer) -> Range<Int>? {
        var range = 0..<bytes.count
        while let first = range.first, TextReader.isSpace(bytes[first]) { range = range.dropFirst() }
        while let last = range.last, TextReader.isSpace(bytes[last]) { range = range.dropLast() }
        if range.count >= 2, bytes[range.lowerBound + 1] | 0x20 == UInt8(ascii: "x"),
            bytes[range.lowerBound] == UInt8(ascii: "\\") || bytes[range.lowerBound] == UInt8(ascii: "0")
        {
            return range.dropFirst(2)
        }
        guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "0"),
            bytes[range.lowerBound + 1] | 1 == UInt8(ascii: "1")
        else { return nil }
        return range
    }

    /// The bytes that the digits stand for.
    static func bytes(_ text: UnsafeRawBufferPointer, _ digits: Range<Int>) throws(Problem) -> [UInt8] {
        guard digits.count.isMultiple(of: 2) else {
            throw Problem(
                .wkb, "an odd number of hexadecimal digits: \(digits.count)",
                hint: "the geometry was cut off, perhaps by the width of a column")
        }
        var result: [UInt8] = []
        result.reserveCapacity(digits.count / 2)
        var i = digits.lowerBound
        while i < digits.upperBound {
            let (high, low) = (value(text[i]), value(text[i + 1]))
            guard high < 16, low < 16 else {
                var place = Problem.Place()
                place.offset = high < 16 ? i + 1 : i
                throw Problem(
                    .wkb, "a character that is no hexadecimal digit", at: place,
                    hint: "well-known binary is written in the digits 0–9 and A–F")
            }
            result.append(high << 4 | low)
            i += 2
        }
        return result
    }

    /// The value of a digit; 16 for what is none.
    private static func value(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: 16
        }
    }
}
