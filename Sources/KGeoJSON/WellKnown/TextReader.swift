// Well-known text: words, brackets, numbers.

internal import KGeoCore

/// Goes through the text of one geometry.
struct TextReader {
    private let bytes: UnsafeRawBufferPointer
    private let sink: any GeometrySink
    private let path: PathWriter
    private var offset = 0

    /// A reader of bytes that outlive it.
    init(_ bytes: UnsafeRawBufferPointer, _ path: PathWriter, _ sink: any GeometrySink) {
        self.bytes = bytes
        self.sink = sink
        self.path = path
    }

    /// What the numbers of a position are; `any` as long as nothing has said it.
    private struct Form {
        var hasZ = false
        var hasM = false
        /// How many numbers a position has; nil where the text leaves it to the positions.
        var ordinates: Int?
    }

    /// The one geometry that the text is.
    mutating func whole() throws(Problem) -> WellKnownRecord {
        var srid: Int?
        let begins = next()
        var word = try self.word()
        if word == "SRID" {
            try take("=")
            let place = next()
            let number = try self.number()
            guard let whole = Int(exactly: number), (0...999_999).contains(whole) else {
                throw problem("the SRID must be a whole number such as 4326", at: place)
            }
            try take(";")
            if whole != 0 {
                do {
                    try path.convert(from: whole)
                } catch {
                    throw error.located { $0.offset = $0.offset ?? place }
                }
                srid = whole
            }
            _ = next()
            word = try self.word()
        }
        let type = try geometry(word, at: srid == nil ? begins : offset - word.utf8.count, depth: 0)
        _ = next()
        guard offset == bytes.count else {
            throw problem(
                "there is more after the end of the geometry: \(found())", hint: "one geometry a value")
        }
        return WellKnownRecord(type: type, srid: srid)
    }

    // MARK: Words and signs

    private func problem(_ message: String, at place: Int? = nil, hint: String? = nil) -> Problem {
        var spot = Problem.Place()
        spot.offset = place ?? offset
        return Problem(.wkt, message, at: spot, hint: hint)
    }

    /// Passes over white space; where the next sign stands.
    @inline(__always) @discardableResult
    private mutating func next() -> Int {
        while offset < bytes.count, Self.isSpace(bytes[offset]) {
            offset += 1
        }
        return offset
    }

    private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// The sign at hand in words, for messages.
    private func found() -> String {
        guard offset < bytes.count else { return "the end of the text" }
        let rest = bytes[offset...].prefix(20)
        return "\"" + String(decoding: rest, as: UTF8.self) + "\""
            + (rest.count < bytes.count - offset ? "…" : "")
    }

    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// The word at hand in capitals.
    private mutating func word() throws(Problem) -> String {
        next()
        let begins = offset
        while let byte, Self.isLetter(byte) { offset += 1 }
        guard offset > begins else {
            offset = begins
            throw problem(
                "expected a geometry in well-known text, found \(found())",
                hint: "such as POINT (30.5 50.4) or POLYGON ((30 50, 31 50, 31 51, 30 50))")
        }
        return String(decoding: bytes[begins..<offset], as: UTF8.self).uppercased()
    }

    private mutating func take(_ sign: Unicode.Scalar) throws(Problem) {
        next()
        guard byte == UInt8(ascii: sign) else { throw problem("expected \"\(sign)\", found \(found())") }
        offset += 1
    }

    /// After an element of a list: true when another follows, false at its closing bracket.
    private mutating func another() throws(Problem) -> Bool {
        next()
        guard let byte, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")") else {
            throw problem("expected \",\" or \")\", found \(found())")
        }
        offset += 1
        return byte == UInt8(ascii: ",")
    }

    /// Whether EMPTY stands here; takes it.
    private mutating func isEmpty() throws(Problem) -> Bool {
        next()
        guard let first = byte, Self.isLetter(first) else { return false }
        let begins = offset
        guard try word() == "EMPTY" else {
            offset = begins
            throw problem("expected \"(\" or EMPTY, found \(found())")
        }
        return true
    }

    private mutating func number() throws(Problem) -> Double {
        next()
        let begins = offset
        while let byte, !(Self.isSpace(byte) || ",();".utf8.contains(byte)) {
            offset += 1
        }
        let text = UnsafeRawBufferPointer(rebasing: bytes[begins..<offset])
        let value = text.withMemoryRebound(to: UInt8.self) { DecimalScanner.parse($0) }
        guard let value else {
            offset = begins
            throw problem(
                "expected a number, found \(found())",
                hint: "a position is longitude, then latitude, parted by a space: 30.5 50.4")
        }
        guard value.isFinite else { throw problem("a number is too large for a double", at: begins) }
        return value
    }

    // MARK: Geometries

    private static let types: [String: GeometryType] = [
        "POINT": .point, "LINESTRING": .lineString, "POLYGON": .polygon, "MULTIPOINT": .multiPoint,
        "MULTILINESTRING": .multiLineString, "MULTIPOLYGON": .multiPolygon,
        "GEOMETRYCOLLECTION": .geometryCollection,
    ]
    private static let others: Set<String> = [
        "CIRCULARSTRING", "COMPOUNDCURVE", "CURVEPOLYGON", "MULTICURVE", "MULTISURFACE", "CURVE", "SURFACE",
        "POLYHEDRALSURFACE", "TIN", "TRIANGLE",
    ]

    /// What is said of a word that is no type.
    static let noType = "is no type of geometry"

    /// A geometry whose first word is taken.
    private mutating func geometry(_ word: String, at begins: Int, depth: Int) throws(Problem) -> GeometryType
    {
        var form = Form()
        var name = word
        // POINTZ and POINT Z are the same.
        func marks(_ letters: String) -> Form? {
            switch letters {
            case "Z": Form(hasZ: true, ordinates: 3)
            case "M": Form(hasM: true, ordinates: 3)
            case "ZM": Form(hasZ: true, hasM: true, ordinates: 4)
            default: nil
            }
        }
        for letters in ["ZM", "Z", "M"] where Self.types[name] == nil && name.hasSuffix(letters) {
            let rest = String(name.dropLast(letters.count))
            if Self.types[rest] != nil, let marked = marks(letters) { (name, form) = (rest, marked) }
        }
        guard let type = Self.types[name] else {
            var place = Problem.Place()
            place.offset = begins
            if Self.others.contains(name) { throw GeometryRules.otherType(name, .wkt, place) }
            throw problem(
                "\(SafeText.shortened(word, to: 40)) \(Self.noType)", at: begins,
                hint: "use one of: " + Self.types.keys.sorted().joined(separator: ", "))
        }
        next()
        if form.ordinates == nil, let first = byte, Self.isLetter(first), first | 0x20 != UInt8(ascii: "e") {
            let place = offset
            guard let marked = marks(try self.word()) else {
                throw problem("expected Z, M, ZM, EMPTY or \"(\"", at: place)
            }
            form = marked
        }
        sink.beginGeometry()
        if try !isEmpty() { try content(type, form, depth: depth) }
        sink.endGeometry(type)
        return type
    }

    private mutating func content(_ type: GeometryType, _ form: Form, depth: Int) throws(Problem) {
        switch type {
        case .point:
            try take("(")
            path.begin(.point, part: nil, ring: nil)
            try position(form)
            try take(")")
            try path.end()
        case .lineString: try positions(.line, form, part: nil, ring: nil)
        case .polygon: try rings(form, part: nil)
        case .multiPoint: try points(form)
        case .multiLineString:
            try take("(")
            var i = 0
            repeat {
                if try isEmpty() { sink.endPath() } else { try positions(.line, form, part: i, ring: nil) }
                i += 1
            } while try another()
            sink.endGroup()
        case .multiPolygon:
            try take("(")
            var i = 0
            repeat {
                if try isEmpty() { sink.endGroup() } else { try rings(form, part: i) }
                i += 1
            } while try another()
        case .geometryCollection:
            try take("(")
            guard depth < GeometryRules.deepestCollection else {
                throw problem(
                    "collections are nested more than \(GeometryRules.deepestCollection) deep",
                    hint: "put the geometries into one collection")
            }
            repeat {
                let begins = next()
                _ = try geometry(try word(), at: begins, depth: depth + 1)
            } while try another()
        }
    }

    /// The points of a MultiPoint, each in brackets of its own or not.
    private mutating func points(_ form: Form) throws(Problem) {
        try take("(")
        path.begin(.points, part: nil, ring: nil)
        var hasAny = false
        repeat {
            if try isEmpty() { continue }
            let isBracketed = byte == UInt8(ascii: "(")
            if isBracketed { offset += 1 }
            try position(form)
            if isBracketed { try take(")") }
            hasAny = true
        } while try another()
        if hasAny { try path.end() }
    }

    private mutating func rings(_ form: Form, part: Int?) throws(Problem) {
        try take("(")
        var i = 0
        repeat {
            try positions(.ring, form, part: part, ring: i)
            i += 1
        } while try another()
        sink.endGroup()
    }

    private mutating func positions(
        _ role: PathWriter.Role, _ form: Form, part: Int?, ring: Int?
    ) throws(Problem) {
        let begins = next()
        try take("(")
        path.begin(role, part: part, ring: ring)
        repeat { try position(form) } while try another()
        do throws(Problem) {
            try path.end()
        } catch {
            throw error.located { $0.offset = $0.offset ?? begins }
        }
    }

    private mutating func position(_ form: Form) throws(Problem) {
        let begins = next()
        let (x, y) = (try number(), try number())
        var more: [Double] = []
        while more.count < 3 {
            next()
            guard let byte, byte != UInt8(ascii: ","), byte != UInt8(ascii: ")") else { break }
            more.append(try number())
        }
        let count = 2 + more.count
        guard form.ordinates.map({ $0 == count }) ?? (2...4).contains(count) else {
            throw path.located(
                problem(
                    "a position of \(count) numbers where \(form.ordinates.map { "\($0)" } ?? "2 to 4") are expected",
                    at: begins))
        }
        // Without a letter a third number is a height.
        let height = form.hasM && !form.hasZ ? nil : more.first
        do throws(Problem) {
            try path.add(x, y, height: height, more: more)
        } catch {
            throw error.located { $0.offset = begins }
        }
    }
}
