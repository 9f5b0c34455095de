// Numbers: the short ones at full speed, every other byte by byte.

package import KGeoCore

extension JSONScanner {
    /// Takes a number at the cursor, by JSON's grammar.
    ///
    /// - Throws: a problem when it is no JSON number, or too large for a double.
    package mutating func number() throws(Problem) -> Double {
        var p = UnsafePointer(cursor)
        if let value = Self.shortNumber(&p), p < UnsafePointer(end) {
            cursor += p - UnsafePointer(cursor)
            return value
        }
        return try longNumber { _ in }
    }

    /// Takes a number and keeps the text it was written in.
    package mutating func numberWithText() throws(Problem) -> JSONNumber {
        var text = ""
        let value = try longNumber { text = String(decoding: $0, as: UTF8.self) }
        return JSONNumber(text: text, value: value)
    }

    /// A number of at most 19 digits without an exponent; nil, with `p` anywhere, when it is not one. The
    /// caller checks that the number ends before the window does.
    @inline(__always)
    static func shortNumber(_ p: inout UnsafePointer<UInt8>) -> Double? {
        var digits = DecimalScanner.Digits()
        if p.pointee == UInt8(ascii: "-") {
            digits.isNegative = true
            p += 1
        }
        let start = p
        var mantissa: UInt64 = 0
        while DecimalScanner.isDigit(p.pointee) {
            mantissa = mantissa &* 10 &+ UInt64(p.pointee & 15)
            p += 1
        }
        let whole = p - start
        if whole == 0 || (whole > 1 && start.pointee == UInt8(ascii: "0")) { return nil }
        var count = whole
        if p.pointee == UInt8(ascii: ".") {
            p += 1
            let fraction = p
            while DecimalScanner.isDigit(p.pointee) {
                mantissa = mantissa &* 10 &+ UInt64(p.pointee & 15)
                p += 1
            }
            let decimals = p - fraction
            if decimals == 0 { return nil }
            digits.exponent = -decimals
            count += decimals
        }
        if count > 19 || p.pointee | 0x20 == UInt8(ascii: "e") { return nil }
        digits.mantissa = mantissa
        return DecimalScanner.value(digits) { UnsafeBufferPointer(start: start, count: count) }
    }

    /// Takes any number, checking its grammar byte by byte.
    mutating func longNumber(
        _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) throws(Problem) -> Double {
        mark = cursor
        defer { mark = nil }
        func isDigit(_ byte: UInt8) -> Bool { DecimalScanner.isDigit(byte) }
        if try current() == UInt8(ascii: "-") { cursor += 1 }
        let first = try current()
        guard isDigit(first) else { throw unexpected("a digit") }
        cursor += 1
        if first == UInt8(ascii: "0"), isDigit(try current()) {
            throw problem(.json, "a number must not begin with 0 followed by a digit")
        }
        while isDigit(try current()) { cursor += 1 }
        if try current() == UInt8(ascii: ".") {
            cursor += 1
            guard isDigit(try current()) else { throw unexpected("a digit after the decimal point") }
            while isDigit(try current()) { cursor += 1 }
        }
        if try current() | 0x20 == UInt8(ascii: "e") {
            cursor += 1
            let sign = try current()
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { cursor += 1 }
            guard isDigit(try current()) else { throw unexpected("a digit of the exponent") }
            while isDigit(try current()) { cursor += 1 }
        }
        guard let start = mark, cursor - start <= Self.longestNumber else {
            throw problem(.json, "a single number is longer than \(Self.longestNumber) characters")
        }
        let lexeme = UnsafeBufferPointer(start: UnsafePointer(start), count: cursor - start)
        guard let value = DecimalScanner.parse(lexeme) else { throw unexpected("a number") }
        guard value.isFinite else {
            throw problem(
                .json,
                "the number \(String(decoding: lexeme.prefix(40), as: UTF8.self)) is too large for a double",
                at: offset - lexeme.count)
        }
        body(lexeme)
        return value
    }

    /// The byte at the cursor, 0 at the end of the source.
    @inline(__always)
    mutating func current() throws(Problem) -> UInt8 {
        if cursor == end { _ = try refill() }
        return cursor.pointee
    }
}
