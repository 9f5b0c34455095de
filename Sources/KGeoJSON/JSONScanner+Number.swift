// Numbers: the short ones at full speed, every other byte by byte.

package import KGeoCore

extension JSONScanner {
    /// Takes a number at the cursor, by JSON's grammar.
    ///
    /// - Throws: a problem when it is no JSON number, or too large for a double.
    package mutating func number() throws(Problem) -> Double {
        var p = UnsafePointer(cursor)
        if available >= Self.readAhead, let value = Self.shortNumber(&p) {
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

    /// A number of at most 7 digits before the point and 15 after it, without an exponent; nil, with `p`
    /// anywhere, when it is not one. The caller checks that the number ends before the window does.
    @inline(__always)
    static func shortNumber(_ p: inout UnsafePointer<UInt8>) -> Double? {
        var digits = DecimalScanner.Digits()
        if p.pointee == UInt8(ascii: "-") {
            digits.isNegative = true
            p += 1
        }
        let start = p
        let (whole, integer) = leadingDigits(p)
        if whole == 0 || whole == 8 || (whole > 1 && start.pointee == UInt8(ascii: "0")) { return nil }
        var mantissa = integer
        var count = whole
        p += whole
        if p.pointee == UInt8(ascii: ".") {
            p += 1
            var (decimals, value) = leadingDigits(p)
            if decimals == 0 { return nil }
            mantissa = mantissa &* DecimalScanner.wholePowers[decimals] &+ value
            p += decimals
            if decimals == 8 {
                let (more, value) = leadingDigits(p)
                if more == 8 { return nil }
                mantissa = mantissa &* DecimalScanner.wholePowers[more] &+ value
                p += more
                decimals += more
            }
            digits.exponent = -decimals
            count += decimals
        }
        if count > 19 || p.pointee | 0x20 == UInt8(ascii: "e") { return nil }
        digits.mantissa = mantissa
        return DecimalScanner.value(digits) { UnsafeBufferPointer(start: start, count: count) }
    }

    /// How many of the next eight bytes are digits, up to the first that is none, and the number they make.
    ///
    /// Eight bytes are taken as one word (Lemire, *Number parsing at a gigabyte per second*, Software: Practice
    /// and Experience 51, 2021, §8): as many as are no digits are shifted out, zeros come in before the first,
    /// and three multiplications put the eight digits together.
    @inline(__always)
    private static func leadingDigits(_ p: UnsafePointer<UInt8>) -> (count: Int, value: UInt64) {
        let word = UInt64(littleEndian: UnsafeRawPointer(p).loadUnaligned(as: UInt64.self))
        let values = word ^ 0x3030_3030_3030_3030
        // A byte above 9 sets its highest bit; the first such byte is told right, whatever follows it.
        let others = (values &+ 0x7676_7676_7676_7676) | values
        let count = (others & 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
        guard count > 0 else { return (0, 0) }
        let digits = values &<< UInt64(64 - 8 * count)
        let pairs = digits &* 10 &+ (digits >> 8)
        let even = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let odd = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return (count, (even &+ odd) >> 32)
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
