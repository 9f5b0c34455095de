// Reading the cases of GEOS and JTS (XML with WKT or WKB in it), as far as surfaces are asked about.

import KGeoCore
import TestSupport
import XMLKit

/// A question of the suite: an operation on one or two surfaces, and the answer that is expected.
struct GEOSQuestion {
    /// File and number of its case, from 1, as in `general/TestValid.xml 12`, and the operation's name in lower case.
    let name, operation: String
    /// What it is about, in the suite's words.
    let words: String
    let a, b: [Polygon]
    /// The surfaces of an answer that is a shape.
    let answer: [Polygon]?
    /// The answer when it is yes or no.
    let isTrue: Bool
    /// The width of the grid that the answer was rounded to; 0 when it was not.
    let grid: Double
}

/// The cases in `../shared/suites/geos-xml`.
enum GEOSCases {
    static let folder = "suites/geos-xml"
    static var files: [String] {
        ["failure", "general", "issue", "misc", "robust", "robust/overlay"].flatMap { part in
            SharedFolder.files(in: folder + "/" + part).filter { $0.hasSuffix(".xml") }
        }
    }

    /// The questions of all files that are about surfaces alone, and how many are not.
    static func read() throws -> (questions: [GEOSQuestion], others: Int) {
        var (questions, others): ([GEOSQuestion], Int) = ([], 0)
        for path in files {
            let reader = Reader(name: path.split(separator: "/geos-xml/").last.map(String.init) ?? path)
            let xml = try XMLReader(reader)
            try (SharedFolder.bytes(of: path) ?? []).withUnsafeBufferPointer {
                try xml.read($0, isLast: true)
            }
            questions += reader.questions
            others += reader.others
        }
        return (questions, others)
    }

    /// The elements of one file.
    private final class Reader: XMLHandler {
        let name: String
        var questions: [GEOSQuestion] = []
        var others = 0
        private var number = 0
        private var grid = 0.0
        private var bytes: [UInt8] = []
        private var (words, a, b) = ("", "", "")
        private var attributes: [String: String] = [:]

        init(name: String) { self.name = name }

        func begin(_ name: String, _ attributes: [(name: String, value: String)]) throws(Problem) {
            bytes = []
            let values = Dictionary(attributes.map { ($0.name, $0.value) }) { first, _ in first }
            switch name {
            case "case":
                number += 1
                (words, a, b) = ("", "", "")
            case "precisionModel":
                grid = values["scale"].flatMap(Double.init).map { 1 / $0 } ?? 0
            case "op": self.attributes = values
            default: break
            }
        }

        func text(_ piece: UnsafeBufferPointer<UInt8>) throws(Problem) { bytes += piece }

        func end(_ name: String) throws(Problem) {
            let text = String(decoding: bytes, as: UTF8.self)
            switch name {
            case "desc": words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            case "a": a = text
            case "b": b = text
            case "op": ask(text)
            default: break
            }
        }

        private func ask(_ expected: String) {
            var operation = (attributes["name"] ?? "").lowercased()
            var grid = grid
            if operation.hasSuffix("sr") {
                operation.removeLast(2)
                grid = attributes["arg3"].flatMap(Double.init).map { 1 / $0 } ?? grid
            }
            if operation.hasSuffix("ng") { operation.removeLast(2) }
            func argument(_ name: String, else other: String) -> String {
                switch attributes[name]?.lowercased() ?? other {
                case "a": a
                case "b": b
                default: ""
                }
            }
            let isOfOne = attributes["arg2"] == nil && !operation.hasSuffix("areatest")
            let (first, second) = (
                argument("arg1", else: "a"), isOfOne ? "" : argument("arg2", else: "b")
            )
            guard operation != "unionlength", let a = ShapeText.surfaces(first),
                let b = isOfOne ? [] : ShapeText.surfaces(second)
            else {
                others += 1
                return
            }
            let answer = expected.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            questions.append(
                GEOSQuestion(
                    name: "\(name) \(number)", operation: operation, words: words, a: a, b: b,
                    answer: ShapeText.surfaces(expected, besideOthers: true),
                    isTrue: answer == "true" || answer == "1",
                    grid: grid))
        }
    }
}

/// Surfaces in WKT or hexadecimal WKB.
struct ShapeText {
    private var rest: Substring
    private var polygons: [Polygon] = []
    /// Whether there are lines, places or curves too.
    private var hasOthers = false

    /// - Parameter besideOthers: whether lines and places may stand beside them and are left out.
    /// - Returns: nil for what is no shape, or holds more than surfaces.
    static func surfaces(_ text: String, besideOthers: Bool = false) -> [Polygon]? {
        let trimmed = text.drop(while: \.isWhitespace)
        if trimmed.hasPrefix("00") || trimmed.hasPrefix("01") { return BinaryShape.surfaces(trimmed) }
        var reader = ShapeText(rest: trimmed)
        guard reader.shape(), besideOthers || !reader.hasOthers else { return nil }
        return reader.polygons
    }

    private init(rest: Substring) { self.rest = rest }

    private mutating func word() -> String {
        rest = rest.drop(while: \.isWhitespace)
        let word = rest.prefix(while: \.isLetter)
        rest = rest.dropFirst(word.count)
        return word.uppercased()
    }

    private mutating func takes(_ mark: Character) -> Bool {
        rest = rest.drop(while: \.isWhitespace)
        guard rest.first == mark else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func isEmpty() -> Bool {
        let before = rest
        if word() == "EMPTY" { return true }
        rest = before
        return false
    }

    /// Members in brackets, each read by itself; none for EMPTY.
    private mutating func members(_ read: (inout ShapeText) -> Bool) -> Bool {
        if isEmpty() { return true }
        guard takes("(") else { return false }
        repeat { guard read(&self) else { return false } } while takes(",")
        return takes(")")
    }

    private mutating func shape() -> Bool {
        let kind = word()
        let before = rest
        if !["Z", "M", "ZM"].contains(word()) { rest = before }
        switch kind {
        case "POLYGON": return polygon()
        case "MULTIPOLYGON": return members { $0.polygon() }
        case "GEOMETRYCOLLECTION": return members { $0.shape() }
        case "POINT", "LINESTRING", "LINEARRING", "MULTIPOINT", "MULTILINESTRING":
            hasOthers = true
            return skipped()
        default: return false
        }
    }

    /// What is left out, up to the bracket that ends it.
    private mutating func skipped() -> Bool {
        if isEmpty() { return true }
        var depth = 0
        while let next = rest.popFirst() {
            if next == "(" { depth += 1 }
            if next == ")" { depth -= 1 }
            if depth == 0 && next == ")" { return true }
        }
        return false
    }

    private mutating func polygon() -> Bool {
        var rings: [Ring] = []
        let isRead = members { text in
            var places: [Coordinate] = []
            guard text.members({ $0.place(&places) }) else { return false }
            rings.append(Ring(places))
            return true
        }
        polygons.append(Polygon(rings: rings))
        return isRead
    }

    private mutating func place(_ places: inout [Coordinate]) -> Bool {
        rest = rest.drop(while: \.isWhitespace)
        let text = rest.prefix { $0 != "," && $0 != ")" }
        rest = rest.dropFirst(text.count)
        let numbers = text.split(whereSeparator: \.isWhitespace).map { Double($0) ?? .nan }
        guard numbers.count >= 2 else { return false }
        places.append(Coordinate(numbers[0], numbers[1]))
        return true
    }
}

/// Surfaces in hexadecimal WKB, with or without heights and the number of a reference system.
struct BinaryShape {
    private var bytes: ArraySlice<UInt8>
    private var polygons: [Polygon] = []

    static func surfaces(_ text: Substring) -> [Polygon]? {
        let digits = text.filter(\.isHexDigit)
        var bytes: [UInt8] = []
        var index = digits.startIndex
        while let next = digits.index(index, offsetBy: 2, limitedBy: digits.endIndex), next > index {
            bytes.append(UInt8(digits[index..<next], radix: 16) ?? 0)
            index = next
        }
        var reader = BinaryShape(bytes: bytes[...])
        return reader.shape() ? reader.polygons : nil
    }

    private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    private mutating func number(_ size: Int, _ isLittle: Bool) -> UInt64? {
        guard bytes.count >= size else { return nil }
        let own = bytes.prefix(size)
        bytes = bytes.dropFirst(size)
        return (isLittle ? own.reversed() : Array(own)).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func shape() -> Bool {
        guard let order = bytes.popFirst(), let kind = number(4, order == 1) else { return false }
        let isLittle = order == 1
        if kind & 0x2000_0000 != 0 { _ = number(4, isLittle) }
        let ordinates = 2 + (kind & 0x8000_0000 != 0 ? 1 : 0) + (kind & 0x4000_0000 != 0 ? 1 : 0)
        guard let count = number(4, isLittle) else { return false }
        switch kind & 0xff {
        case 3: return polygon(Int(count), ordinates, isLittle)
        case 6, 7:
            for _ in 0..<count { guard shape() else { return false } }
            return true
        default: return false
        }
    }

    private mutating func polygon(_ count: Int, _ ordinates: Int, _ isLittle: Bool) -> Bool {
        var rings: [Ring] = []
        for _ in 0..<count {
            guard let count = number(4, isLittle) else { return false }
            var places: [Coordinate] = []
            for _ in 0..<count {
                let numbers = (0..<ordinates).compactMap { _ in
                    number(8, isLittle).map { Double(bitPattern: $0) }
                }
                guard numbers.count == ordinates else { return false }
                places.append(Coordinate(numbers[0], numbers[1]))
            }
            rings.append(Ring(places))
        }
        polygons.append(Polygon(rings: rings))
        return true
    }
}
