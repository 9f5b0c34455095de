// The pull parser: strict JSON (RFC 8259) over a window of bytes that moves along the source.
//
// Bytes flow in from a ByteSource; out go single tokens, numbers, texts and whole values. Nothing is kept
// but the window (1 MiB), so a file of any size is read in the same memory.

package import KGeoCore

/// A place in the text, told while it was read: it stays right when the window has moved on.
package struct TextPosition: Hashable, Sendable {
    /// Bytes before the place, from 0.
    package var offset = 0
    /// Line and column, from 1; the column counts characters.
    package var line = 1
    package var column = 1
}

/// A strict, streaming JSON scanner. Every error carries line, column and byte offset.
package struct JSONScanner: ~Copyable {
    /// How deep objects and arrays may be nested. RFC 8259 §9 allows a limit; no map comes near it.
    package static let maximumDepth = 512
    /// A number of more characters than this is refused.
    static let longestNumber = 65_536

    private let source: ByteSource
    private let capacity: Int
    /// Bytes before the cursor that stay in the window when it moves, so that messages can point at them.
    private let lookback: Int
    private let buffer: UnsafeMutablePointer<UInt8>
    /// The next byte. The window ends at `end`, where a zero byte stands as a sentinel.
    var cursor: UnsafeMutablePointer<UInt8>
    private(set) var end: UnsafeMutablePointer<UInt8>
    private var atEnd = false
    /// When set, bytes from here on survive a refill.
    private var mark: UnsafeMutablePointer<UInt8>?
    /// Bytes before the window, and the position of its first byte.
    private var bytesBefore: Int { windowStart.offset }
    private var windowStart = TextPosition()
    /// A position in or before the window from which lines and columns are counted on, so that telling one
    /// position after another passes over each byte once.
    private var checkpoint = TextPosition()
    /// Open objects and arrays.
    package var depth = 0
    /// Decoded text that does not stand in the window as it is.
    private var scratch: [UInt8] = []

    /// A scanner at the beginning of a source. A small window tries the seams.
    package init(_ source: ByteSource, window: Int = 1 << 20) {
        self.source = source
        capacity = max(window, 1 << 10)
        lookback = capacity / 16
        buffer = .allocate(capacity: capacity + 8)
        buffer.initialize(to: 0)  // the sentinel; what follows is written before it is read
        cursor = buffer
        end = buffer
    }

    deinit { buffer.deallocate() }

    // MARK: The window

    /// Bytes before the cursor in the whole source.
    package var offset: Int { bytesBefore + (cursor - buffer) }

    /// How many bytes stand ready in the window.
    var available: Int { end - cursor }

    /// Reads on; false at the end of the source. Pointers into the window move.
    mutating func refill() throws(Problem) -> Bool {
        if atEnd { return false }
        if capacity - (end - buffer) < capacity / 4 { slide() }
        let room = capacity - (end - buffer)
        guard room > 0 else {
            throw problem(.json, "a single number is longer than \(min(Self.longestNumber, capacity)) characters")
        }
        let taken = try source.read(into: UnsafeMutableBufferPointer(start: end, count: room))
        if taken == 0 { atEnd = true }
        end += taken
        end.pointee = 0
        return taken > 0
    }

    /// Makes `count` bytes stand ready if the source has as many.
    mutating func fill(_ count: Int) throws(Problem) {
        while available < count, try refill() {}
    }

    /// Moves what is still needed to the beginning of the window.
    private mutating func slide() {
        let discarded = (mark ?? cursor) - buffer - lookback
        guard discarded > 0 else { return }
        let start = position(at: bytesBefore + discarded)
        if checkpoint.offset < start.offset { checkpoint = start }
        windowStart = start
        buffer.update(from: buffer + discarded, count: end - buffer - discarded)
        cursor -= discarded
        end -= discarded
        if let mark { self.mark = mark - discarded }
    }

    /// The position of a byte of the window (or of its end).
    private func position(at offset: Int) -> TextPosition {
        let from = offset >= checkpoint.offset ? checkpoint : windowStart
        let bytes = UnsafeBufferPointer(start: buffer + (from.offset - bytesBefore), count: offset - from.offset)
        var lines = 0
        for byte in bytes where byte == 0x0A { lines &+= 1 }
        let tail = lines == 0 ? bytes[...] : bytes[((bytes.lastIndex(of: 0x0A) ?? 0) + 1)...]
        var characters = 0
        for byte in tail where byte & 0xC0 != 0x80 { characters &+= 1 }
        return TextPosition(
            offset: offset, line: from.line + lines, column: (lines > 0 ? 1 : from.column) + characters)
    }

    /// The position of the cursor. To be asked for again and again as the text is read: each byte is looked
    /// at once.
    package mutating func position() -> TextPosition {
        checkpoint = position(at: offset)
        return checkpoint
    }

    /// Line, column and offset of the cursor, or of a byte before it. The line and the column are left out
    /// for a byte that has long left the window.
    package func place(at offset: Int? = nil) -> Problem.Place {
        let offset = min(offset ?? self.offset, bytesBefore + (end - buffer))
        if offset >= bytesBefore { return place(of: position(at: offset)) }
        var place = Problem.Place()
        place.file = source.name
        place.offset = offset
        return place
    }

    /// A position as the place of a problem.
    package func place(of position: TextPosition) -> Problem.Place {
        var place = Problem.Place()
        place.file = source.name
        place.offset = position.offset
        place.line = position.line
        place.column = position.column
        return place
    }

    /// A problem at the cursor, or at a byte before it.
    package func problem(
        _ code: Problem.Code, _ message: String, at offset: Int? = nil, hint: String? = nil
    ) -> Problem {
        Problem(code, message, at: place(at: offset), hint: hint)
    }

    // MARK: Tokens

    /// Passes over white space and gives the next byte without taking it; 0 at the end of the source.
    @inline(__always)
    package mutating func next() throws(Problem) -> UInt8 {
        while true {
            let byte = cursor.pointee
            if byte > 0x20 { return byte }
            if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                cursor += 1
            } else if cursor == end {
                guard try refill() else { return 0 }
            } else {
                throw unexpected("JSON")
            }
        }
    }

    /// Whether the source has ended (white space aside).
    package mutating func isAtEnd() throws(Problem) -> Bool {
        try next() == 0 && cursor == end
    }

    /// Takes a byte that `next()` has shown.
    @inline(__always)
    package mutating func advance() { cursor += 1 }

    /// Opens an object or array whose bracket `next()` has shown.
    package mutating func open() throws(Problem) {
        guard depth < Self.maximumDepth else {
            throw problem(.json, "objects and arrays are nested more than \(Self.maximumDepth) deep")
        }
        depth += 1
        cursor += 1
    }

    /// Closes an object or array whose bracket `next()` has shown.
    package mutating func close() {
        depth -= 1
        cursor += 1
    }

    /// After an element of an array or object: true when a comma was taken and another follows, false when
    /// the closing bracket was taken.
    package mutating func continues(until bracket: UInt8) throws(Problem) -> Bool {
        let byte = try next()
        if byte == UInt8(ascii: ",") {
            cursor += 1
            let after = try next()
            if after == bracket {
                throw problem(.json, "a comma stands before the closing \"\(Character(Unicode.Scalar(bracket)))\"")
            }
            return true
        }
        guard byte == bracket else {
            throw unexpected("a comma or \"\(Character(Unicode.Scalar(bracket)))\"")
        }
        close()
        return false
    }

    /// After an opening bracket: false when the closing one follows at once (and is taken).
    package mutating func hasElements(until bracket: UInt8) throws(Problem) -> Bool {
        guard try next() == bracket else { return true }
        close()
        return false
    }

    /// The problem that the next byte is not what JSON wants here.
    package mutating func unexpected(_ wanted: String) -> Problem {
        guard cursor < end else {
            return problem(
                .json, "the text ends where \(wanted) is expected",
                hint: "the file may have been cut off; fetch or export it again")
        }
        let byte = cursor.pointee
        if byte == 0xFF || byte == 0xFE || (byte == 0 && offset < 4) {
            return problem(
                .json, "the text is not UTF-8 (it looks like UTF-16 or UTF-32)", hint: "save the file as UTF-8")
        }
        return problem(.json, "expected \(wanted), found \(describe(byte))")
    }

    private func describe(_ byte: UInt8) -> String {
        switch byte {
        case 0x21...0x7E: "\"\(Character(Unicode.Scalar(byte)))\""
        case 0x09: "a tab"
        case 0x0A: "a line feed"
        default: "the byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }

    // MARK: Texts

    /// Takes a member's name and the colon after it, and hands its bytes to `body`. They are gone after.
    package mutating func name<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) throws(Problem) -> Result {
        guard try next() == UInt8(ascii: "\"") else { throw unexpected("a member name in quotes") }
        let result = try text(body)
        guard try next() == UInt8(ascii: ":") else { throw unexpected("a colon") }
        cursor += 1
        return result
    }

    /// Takes a text whose opening quote `next()` has shown.
    package mutating func text() throws(Problem) -> String {
        try text { String(decoding: $0, as: UTF8.self) }
    }

    /// Takes a text whose opening quote `next()` has shown and hands its decoded bytes to `body`.
    package mutating func text<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) throws(Problem) -> Result {
        // Most texts are short, without escapes, in ASCII, and stand whole in the window.
        let start = cursor + 1
        var p = start
        while p.pointee >= 0x20, p.pointee < 0x80, p.pointee != UInt8(ascii: "\""), p.pointee != UInt8(ascii: "\\") {
            p += 1
        }
        if p.pointee == UInt8(ascii: "\"") {
            cursor = p + 1
            return body(UnsafeBufferPointer(start: start, count: p - start))
        }
        scratch.removeAll(keepingCapacity: true)
        cursor += 1
        try passText(keep: true)
        return scratch.withUnsafeBufferPointer { body($0) }
    }

    /// Passes over a text whose opening quote `next()` has shown, checking it.
    package mutating func skipText() throws(Problem) {
        cursor += 1
        try passText(keep: false)
    }

    /// Passes over the rest of a text, the opening quote taken; decodes it into `scratch` when asked.
    private mutating func passText(keep: Bool) throws(Problem) {
        while true {
            let byte = cursor.pointee
            switch byte {
            case UInt8(ascii: "\""):
                cursor += 1
                return
            case UInt8(ascii: "\\"):
                let scalar = try escape()
                if keep { scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
            case 0x20..<0x80:
                if keep { scratch.append(byte) }
                cursor += 1
            case 0x80...:
                let length = try multibyteLength()
                if keep { scratch.append(contentsOf: UnsafeBufferPointer(start: cursor, count: length)) }
                cursor += length
            default:
                if cursor == end {
                    if try refill() { continue }
                    throw unexpected("the closing quote of a text")
                }
                throw problem(.json, "\(describe(byte)) must be written as an escape inside a text")
            }
        }
    }

    /// The length of the UTF-8 sequence at the cursor, which must be well formed (Unicode table 3-7).
    private mutating func multibyteLength() throws(Problem) -> Int {
        try fill(4)
        let b0 = cursor[0]
        let b1 = available > 1 ? cursor[1] : 0
        let isWellFormed: Bool
        let length: Int
        func follows(_ index: Int) -> Bool { available > index && cursor[index] & 0xC0 == 0x80 }
        switch b0 {
        case 0xC2...0xDF:
            length = 2
            isWellFormed = follows(1)
        case 0xE0...0xEF:
            length = 3
            isWellFormed =
                follows(1) && follows(2) && !(b0 == 0xE0 && b1 < 0xA0) && !(b0 == 0xED && b1 > 0x9F)
        case 0xF0...0xF4:
            length = 4
            isWellFormed =
                follows(1) && follows(2) && follows(3) && !(b0 == 0xF0 && b1 < 0x90)
                && !(b0 == 0xF4 && b1 > 0x8F)
        default:
            length = 1
            isWellFormed = false
        }
        guard isWellFormed else {
            throw problem(
                .json, "the text is not UTF-8: \(describe(b0)) does not begin a character here",
                hint: "save the file as UTF-8")
        }
        return length
    }

    /// Takes an escape, the cursor on its backslash.
    private mutating func escape() throws(Problem) -> Unicode.Scalar {
        try fill(12)
        guard available >= 2 else {
            cursor = end
            throw unexpected("an escape")
        }
        let byte = cursor[1]
        let simple: Unicode.Scalar? =
            switch byte {
            case UInt8(ascii: "\""): "\""
            case UInt8(ascii: "\\"): "\\"
            case UInt8(ascii: "/"): "/"
            case UInt8(ascii: "b"): "\u{8}"
            case UInt8(ascii: "f"): "\u{C}"
            case UInt8(ascii: "n"): "\n"
            case UInt8(ascii: "r"): "\r"
            case UInt8(ascii: "t"): "\t"
            default: nil
            }
        if let simple {
            cursor += 2
            return simple
        }
        guard byte == UInt8(ascii: "u"), let unit = hexUnit(at: 2) else {
            throw problem(.json, "this escape is not one of JSON's")
        }
        if let scalar = Unicode.Scalar(unit) {
            cursor += 6
            return scalar
        }
        guard unit < 0xDC00, available >= 12, cursor[6] == UInt8(ascii: "\\"), cursor[7] == UInt8(ascii: "u"),
            let low = hexUnit(at: 8), low >= 0xDC00, low <= 0xDFFF,
            let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
        else {
            throw problem(.json, "half of a surrogate pair stands alone; it is no character")
        }
        cursor += 12
        return scalar
    }

    private func hexUnit(at index: Int) -> UInt32? {
        guard available >= index + 4 else { return nil }
        var value: UInt32 = 0
        for i in index..<index + 4 {
            let byte = cursor[i]
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: return nil
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    // MARK: Numbers

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
    private mutating func longNumber(
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
                .json, "the number \(String(decoding: lexeme.prefix(40), as: UTF8.self)) is too large for a double",
                at: offset - lexeme.count)
        }
        body(lexeme)
        return value
    }

    /// The byte at the cursor, 0 at the end of the source.
    @inline(__always)
    private mutating func current() throws(Problem) -> UInt8 {
        if cursor == end { _ = try refill() }
        return cursor.pointee
    }

    // MARK: Whole values

    /// Takes `true`, `false` or `null`.
    private mutating func literal() throws(Problem) -> JSONValue {
        let (word, value): (StaticString, JSONValue) =
            switch cursor.pointee {
            case UInt8(ascii: "t"): ("true", .bool(true))
            case UInt8(ascii: "f"): ("false", .bool(false))
            default: ("null", .null)
            }
        try fill(word.utf8CodeUnitCount)
        let matched = word.withUTF8Buffer { buffer in
            buffer.count <= available && zip(buffer, UnsafeBufferPointer(start: cursor, count: buffer.count)).allSatisfy(==)
        }
        guard matched else { throw unexpected("a value") }
        cursor += word.utf8CodeUnitCount
        return value
    }

    /// Takes one value of any kind and keeps it.
    package mutating func value() throws(Problem) -> JSONValue {
        switch try next() {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["):
            try open()
            var elements: [JSONValue] = []
            guard try hasElements(until: UInt8(ascii: "]")) else { return .array(elements) }
            repeat { elements.append(try value()) } while try continues(until: UInt8(ascii: "]"))
            return .array(elements)
        case UInt8(ascii: "\""): return .string(try text())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try numberWithText())
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): return try literal()
        default: throw unexpected("a value")
        }
    }

    /// Takes an object whose brace `next()` has shown, and keeps it.
    package mutating func object() throws(Problem) -> JSONObject {
        var object = JSONObject()
        try open()
        guard try hasElements(until: UInt8(ascii: "}")) else { return object }
        repeat {
            let name = try self.name { String(decoding: $0, as: UTF8.self) }
            object.members.append(.init(name, try value()))
        } while try continues(until: UInt8(ascii: "}"))
        return object
    }

    /// Passes over one value of any kind, checking every byte of it, without recursion.
    package mutating func skipValue() throws(Problem) {
        let outside = depth
        var isObject: [Bool] = []
        while true {
            var opened = false
            switch try next() {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                isObject.append(cursor.pointee == UInt8(ascii: "{"))
                try open()
                opened = true
            case UInt8(ascii: "\""): try skipText()
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try number()
            case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): _ = try literal()
            default: throw unexpected("a value")
            }
            // After a value: on to the next element, or out of as many brackets as close here.
            while depth > outside, let inObject = isObject.last {
                let bracket = inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
                let more = opened ? try hasElements(until: bracket) : try continues(until: bracket)
                opened = false
                if more {
                    if inObject { try name { _ in } }
                    break
                }
                isObject.removeLast()
            }
            if depth == outside { return }
        }
    }

    /// Passes over whatever is left of the objects and arrays that are open beyond `target`, looking only at
    /// brackets and quotes: what is passed over has been reported as bad already.
    package mutating func leave(to target: Int) throws(Problem) {
        while depth > target {
            switch try current() {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                try skipText()
                continue
            case 0 where cursor == end: throw unexpected("a closing bracket")
            default: break
            }
            cursor += 1
        }
    }

    /// Passes over the rest of a bad text of a sequence, up to the record separator or line feed before the
    /// next text (not taken); false at the end.
    ///
    /// - Parameters:
    ///   - begins: the offset at which the bad text begins. A text that was cut off is only noticed in a later
    ///     line, so the search starts over from there, as far as the window reaches back.
    ///   - separated: texts begin with record separators; else each begins a line, and lines that begin with
    ///     white space or a closing bracket belong to the text before them.
    package mutating func skipToNextText(from begins: Int, separated: Bool) throws(Problem) -> Bool {
        depth = 0
        cursor = buffer + min(max(begins - bytesBefore, 0), cursor - buffer)
        while true {
            switch try current() {
            case 0x1E: return true
            case 0x0A where !separated:
                try fill(2)
                guard available > 1 else { break }
                switch cursor[1] {
                case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "}"), UInt8(ascii: "]"): break
                default: return true
                }
            case 0 where cursor == end: return false
            default: break
            }
            cursor += 1
        }
    }

    /// Takes a byte-order mark if one stands at the cursor.
    package mutating func takeByteOrderMark() throws(Problem) -> Bool {
        try fill(3)
        guard available >= 3, cursor[0] == 0xEF, cursor[1] == 0xBB, cursor[2] == 0xBF else { return false }
        cursor += 3
        return true
    }

    /// Takes white space and record separators (RFC 8142) before a text; tells whether one of them was a
    /// record separator, and whether a line feed was among them.
    package mutating func betweenTexts() throws(Problem) -> (separator: Bool, lineFeed: Bool) {
        var separator = false
        var lineFeed = false
        while true {
            switch try current() {
            case 0x1E: separator = true
            case 0x0A: lineFeed = true
            case 0x20, 0x09, 0x0D: break
            default: return (separator, lineFeed)
            }
            cursor += 1
        }
    }
}
