// Whole values: kept, passed over, or left half way after an error.

package import KGeoCore

extension JSONScanner {
    /// Takes `true`, `false` or `null`.
    mutating func literal() throws(Problem) -> JSONValue {
        let (word, value): (StaticString, JSONValue) =
            switch cursor.pointee {
            case UInt8(ascii: "t"): ("true", .bool(true))
            case UInt8(ascii: "f"): ("false", .bool(false))
            default: ("null", .null)
            }
        try fill(word.utf8CodeUnitCount)
        let matched = word.withUTF8Buffer { buffer in
            buffer.count <= available
                && zip(buffer, UnsafeBufferPointer(start: cursor, count: buffer.count)).allSatisfy(==)
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
