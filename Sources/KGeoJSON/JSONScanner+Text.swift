// Texts: names and strings, checked to be UTF-8, escapes decoded.

package import KGeoCore

extension JSONScanner {
    /// Texts that are kept must not fill the memory, whatever the file.
    static let longestText = 16 << 20

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
        while p.pointee >= 0x20, p.pointee < 0x80, p.pointee != UInt8(ascii: "\""),
            p.pointee != UInt8(ascii: "\\")
        {
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
    mutating func passText(keep: Bool) throws(Problem) {
        let begins = offset - 1
        while true {
            let byte = cursor.pointee
            switch byte {
            case UInt8(ascii: "\""):
                cursor += 1
                return
            case UInt8(ascii: "\\"):
                let scalar = try escape()
                if keep {
                    scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                }
            case 0x20..<0x80:
                if keep { scratch.append(byte) }
                cursor += 1
            case 0x80...:
                let length = try multibyteLength()
                if keep { scratch.append(contentsOf: UnsafeBufferPointer(start: cursor, count: length)) }
                cursor += length
            default:
                if cursor == end {
                    if keep, scratch.count > Self.longestText {
                        throw problem(
                            .json, "a single text is longer than \(Self.longestText >> 20) MiB", at: begins,
                            hint: "look at how the file was made; a quote may be missing")
                    }
                    if try refill() { continue }
                    throw unexpected("the closing quote of a text")
                }
                throw problem(.json, "\(describe(byte)) must be written as an escape inside a text")
            }
        }
    }

    /// The length of the UTF-8 sequence at the cursor, which must be well formed (Unicode table 3-7).
    mutating func multibyteLength() throws(Problem) -> Int {
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
    mutating func escape() throws(Problem) -> Unicode.Scalar {
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
            throw problem(
                .json, "this escape is not one of JSON's",
                hint: "a backslash in a text is written \\\\, a quote \\\"")
        }
        if let scalar = Unicode.Scalar(unit) {
            cursor += 6
            return scalar
        }
        guard unit < 0xDC00, available >= 12, cursor[6] == UInt8(ascii: "\\"), cursor[7] == UInt8(ascii: "u"),
            let low = hexUnit(at: 8), low >= 0xDC00, low <= 0xDFFF,
            let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
        else {
            throw problem(
                .json, "half of a surrogate pair stands alone; it is no character",
                hint: "write the character itself, or both halves of the pair")
        }
        cursor += 12
        return scalar
    }

    func hexUnit(at index: Int) -> UInt32? {
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
}
