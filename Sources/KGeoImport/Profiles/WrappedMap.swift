// A map inside another object: {"id":…,"map":{…}} of a service, {"value":{…}} of a mirror.

public import KGeoCore
public import KGeoJSON

/// Takes a map out of the object that a service wraps it in.
public enum WrappedMap {
    /// What a source holds: the map, and the number that the wrapping gives it (a unix time).
    public struct Content {
        /// A source of the map alone. Places in it are those of the whole text.
        public var source: ByteSource
        /// The wrapping's `id`.
        public var id: String?
    }

    /// Reads a source to its end. A text that wraps nothing is handed on as it is.
    ///
    /// - Throws: a problem when reading fails.
    public static func content(of source: ByteSource) throws(Problem) -> Content {
        var bytes = try source.readBytes()
        guard let (inner, id) = unwrap(bytes) else {
            return Content(source: ByteSource(bytes, name: source.name))
        }
        // Blanks keep every place of the map where it was.
        for i in 0..<inner.lowerBound where bytes[i] != newline { bytes[i] = blank }
        for i in inner.upperBound..<bytes.count where bytes[i] != newline { bytes[i] = blank }
        return Content(source: ByteSource(bytes, name: source.name), id: id)
    }

    private static let (blank, newline) = (UInt8(ascii: " "), UInt8(ascii: "\n"))
    private static let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))

    /// Where the map stands in its wrapping; nil when the text is none.
    private static func unwrap(_ bytes: [UInt8]) -> (Range<Int>, id: String?)? {
        var at = 0
        func skipBlanks() {
            while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        skipBlanks()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "{") else { return nil }
        at += 1
        var id: String?
        // A wrapping is short: what has its map behind a dozen other members is something else.
        for _ in 0..<12 {
            skipBlanks()
            guard at < bytes.count, bytes[at] == quote, let nameEnd = end(of: at, in: bytes) else {
                return nil
            }
            let name = String(decoding: bytes[(at + 1)..<(nameEnd - 1)], as: UTF8.self)
            guard name != "type", name != "features" else { return nil }
            at = nameEnd
            skipBlanks()
            guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { return nil }
            at += 1
            skipBlanks()
            guard at < bytes.count, let valueEnd = end(of: at, in: bytes) else { return nil }
            if name == "map" || name == "value", bytes[at] == UInt8(ascii: "{") {
                return (at..<valueEnd, id ?? laterID(bytes, from: valueEnd))
            }
            if name == "id" { id = text(bytes[at..<valueEnd]) }
            at = valueEnd
            skipBlanks()
            guard at < bytes.count, bytes[at] == UInt8(ascii: ",") else { return nil }
            at += 1
        }
        return nil
    }

    /// An `id` that stands behind the map.
    private static func laterID(_ bytes: [UInt8], from start: Int) -> String? {
        let rest = String(decoding: bytes[start..<min(bytes.count, start + 400)], as: UTF8.self)
        guard let key = rest.firstRange(of: "\"id\"") else { return nil }
        let value = rest[key.upperBound...].drop { $0 == ":" || $0.isWhitespace || $0 == "\"" }
        let digits = value.prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : String(digits)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(String(decoding: bytes, as: UTF8.self).filter { $0 != "\"" })
    }

    /// The end of the value that begins at a byte; nil when the text ends before.
    private static func end(of start: Int, in bytes: [UInt8]) -> Int? {
        var (at, depth) = (start, 0)
        while at < bytes.count {
            switch bytes[at] {
            case quote:
                at += 1
                while at < bytes.count, bytes[at] != quote { at += bytes[at] == backslash ? 2 : 1 }
                if depth == 0 { return at < bytes.count ? at + 1 : nil }
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return at }
                depth -= 1
                if depth == 0 { return at + 1 }
            case UInt8(ascii: ",") where depth == 0: return at
            default: break
            }
            at += 1
        }
        return nil
    }
}
