// Bytes of GeoJSON in; features out, one call each, their positions in blocks to a sink.
//
// One reader serves everything: a file larger than memory and a scenario of a few kilobytes. It knows
// FeatureCollection, Feature, bare geometry and sequences of them (RFC 8142 and one text a line), members
// in any order, and keeps nothing of a geometry but the block of positions at hand. A table whose column holds
// well-known geometries is read row by row into the same sinks (GeoJSONReader+Table.swift).

public import KGeoCore

/// A strict pull reader of GeoJSON (RFC 7946) and GeoJSON text sequences (RFC 8142).
public struct GeoJSONReader: ~Copyable {
    /// Positions handed over in one block at most.
    static let blockSize = 1_024

    var scanner: JSONScanner
    var options: ReaderOptions
    let source: ByteSource
    enum State { case start, inFeatures, afterFeature, afterText, atText, inTable, done }
    var state = State.start
    /// Depth outside the feature at hand, for passing over the rest of a bad one.
    var featureDepth = 0
    var isLineSequence = false
    var hasSeparators = false
    /// The table at hand, where the source is one.
    var table: FeatureTable?
    var nextIndex = 0
    /// The number of the feature at hand within its collection.
    var elementIndex = 0
    /// Where the text at hand begins, and whether it is known to be a feature or a bare geometry.
    var textBegins = 0
    var textIsSingle = false

    /// What is known of the collection so far.
    public internal(set) var collection = CollectionRecord()
    /// Notices so far: accepted oddities, and structural problems when those are only reported.
    public internal(set) var notices: [Notice] = []
    /// How many notes were left out of `notices`: of each kind of note the first ten are kept.
    public internal(set) var notesLeftOut = 0
    var noteCounts: [String: Int] = [:]
    /// Features begun so far.
    public var featuresBegun: Int { nextIndex }

    // The geometry at hand.
    let block: UnsafeMutablePointer<Coordinate>
    /// Where the positions of the block stand in the text; kept only when they are still to be converted.
    let offsets: UnsafeMutablePointer<Int>
    var blockCount = 0
    /// The position read last.
    var last = Vertex()
    /// The ordinates after the second, for a sink that wants them.
    var further: [[Double]] = []
    var hasFurther = false
    var keepsFurther = false
    var transform: PositionTransform?
    /// The name for which the text's own `crs` member gave the conversion.
    var convertsFrom: String?
    /// Whether positions of the text at hand have gone to the sink.
    var hasHandedOver = false
    /// What the collection's object has shown so far, across the features.
    var collectionSeen: Members = []
    var collectionType: String?
    /// What messages say of the place.
    var index: Int?
    var id: String?
    var path = ""

    /// A reader at the beginning of a source.
    public init(_ source: ByteSource, options: ReaderOptions = ReaderOptions()) {
        self.init(source, options: options, window: 1 << 20)
    }

    /// A reader that keeps no more than `window` bytes of the text at a time. A small window tries the seams.
    package init(_ source: ByteSource, options: ReaderOptions, window: Int) {
        self.source = source
        self.options = options
        scanner = JSONScanner(source, window: window)
        block = .allocate(capacity: Self.blockSize)
        block.initialize(repeating: Coordinate(0, 0), count: Self.blockSize)
        offsets = .allocate(capacity: Self.blockSize)
        offsets.initialize(repeating: 0, count: Self.blockSize)
        transform = options.transform
    }

    deinit {
        block.deallocate()
        offsets.deallocate()
    }

    /// Reads the next feature and hands its geometry to the sink; nil after the last.
    ///
    /// A bare geometry is a feature without properties. Positions are in WGS84 degrees, converted and
    /// swapped as the options say, finite and in range.
    ///
    /// - Throws: a problem that says where the text is not JSON, not GeoJSON, or off the globe.
    public mutating func nextFeature(into sink: any GeometrySink) throws(Problem) -> FeatureRecord? {
        do {
            return try read(into: sink)
        } catch {
            sink.discardGeometry()
            throw failed(error)
        }
    }

    /// Forgets the geometry at hand, and says of a problem where it is.
    mutating func failed(_ problem: Problem) -> Problem {
        blockCount = 0
        return inFeature(problem).inFile(source.name)
    }

    /// A problem of the JSON inside a feature, said to be in that feature.
    func inFeature(_ problem: Problem) -> Problem {
        guard problem.code == .json, problem.place.feature == nil, let index,
            state == .inFeatures || textIsSingle
        else { return problem }
        return problem.located {
            $0.feature = index
            $0.id = id
        }
    }

    /// After an error inside a feature: passes over the rest of that feature, so that `nextFeature` goes on
    /// with the next one. In a sequence the rest of a bad text is passed over, JSON or not. False when there
    /// is no going on: a collection's text is no JSON, or the error was not inside a feature.
    public mutating func recover(from problem: Problem) -> Bool {
        if problem.code == .input || problem.code == .gzip { return false }
        do {
            switch state {
            // A row has been read to its end before it is looked at.
            case .inTable: return problem.code != .table
            case .inFeatures where problem.code != .json && index != nil:
                try scanner.leave(to: featureDepth)
                index = nil
                id = nil
                state = .afterFeature
                return true
            case .inFeatures where isLineSequence || hasSeparators,
                .afterFeature where isLineSequence || hasSeparators,
                .afterText where isLineSequence || hasSeparators || textIsSingle:
                index = nil
                id = nil
                state = .afterText
                guard try scanner.skipToNextText(from: textBegins, separated: hasSeparators) else {
                    return false
                }
                if !hasSeparators { isLineSequence = true }
                return true
            default: return false
            }
        } catch {
            return false
        }
    }

    mutating func read(into sink: any GeometrySink) throws(Problem) -> FeatureRecord? {
        while try approach() {
            if state == .inFeatures {
                index = nextIndex
                id = nil
                nextIndex += 1
                featureDepth = scanner.depth
                let record = try object(.feature, into: sink)
                index = nil
                state = .afterFeature
                return record
            }
            if state == .inTable {
                if let record = try row(into: sink) { return record }
                continue
            }
            state = .afterText
            if let record = try text(into: sink) { return record }
        }
        return nil
    }

    /// Goes on to where the next feature of a collection begins, or the next text; false at the end.
    mutating func approach() throws(Problem) -> Bool {
        while true {
            switch state {
            case .start:
                if try beginTable() {
                    state = .inTable
                    continue
                }
                try rejectOtherFormats()
                if try scanner.takeByteOrderMark() {
                    note(.json, "the text begins with a byte-order mark, which RFC 8259 §8.1 forbids")
                }
                hasSeparators = try scanner.betweenTexts().separator
                state = .atText
            case .inFeatures, .atText: return true
            case .inTable:
                guard try hasRow() else {
                    state = .done
                    continue
                }
                return true
            case .afterFeature: try endElement()
            case .afterText:
                let gap = try scanner.betweenTexts()
                textBegins = scanner.offset
                textIsSingle = false
                if try scanner.isAtEnd() {
                    state = .done
                    continue
                }
                // What follows a whole text is the next text of a sequence, or a mistake.
                if gap.separator { hasSeparators = true }
                if gap.lineFeed, !hasSeparators, try scanner.next() == UInt8(ascii: "{") {
                    isLineSequence = true
                }
                try scanner.fill(3)
                if scanner.isAtByteOrderMark { throw scanner.strayByteOrderMark() }
                guard gap.separator || (gap.lineFeed && isLineSequence) else {
                    throw scanner.problem(
                        .json, "there is more after the end of the JSON text",
                        hint:
                            "several GeoJSON texts in one file must stand on a line each, or begin with a record separator (RFC 8142)"
                    )
                }
                collection.kind = .sequence
                state = .atText
            case .done: return false
            }
        }
    }

    /// A whole GeoJSON text; nil when it is a collection, whose features are then read one by one.
    mutating func text(into sink: any GeometrySink) throws(Problem) -> FeatureRecord? {
        path = ""
        index = nil
        id = nil
        textBegins = scanner.offset
        textIsSingle = false
        collectionSeen = []
        collectionType = nil
        transform = options.transform
        convertsFrom = nil
        hasHandedOver = false
        // A record of a sequence has its number, be it readable or not.
        let isInSequence = isLineSequence || hasSeparators
        if isInSequence { begin() }
        let first = try scanner.next()
        guard first == UInt8(ascii: "{") else {
            // Tell JSON that is not GeoJSON from what is no JSON at all.
            let place = scanner.place()
            if first == 0 {
                throw Problem(
                    .json, "the file is empty", at: place,
                    hint: "fetch or export it again; nothing was measured")
            }
            let value = try firstKind()
            if !isInSequence, try !scanner.isAtEnd() {
                throw scanner.problem(.json, "there is more after the end of the JSON text")
            }
            throw Problem(
                .geojson, "not GeoJSON: the text is \(value), not an object with a \"type\"", at: place,
                hint: Self.wholeHint)
        }
        if !isInSequence { begin() }
        let record = try object(.text, into: sink)
        if record == nil { index = nil }
        return record
    }

    /// Gives the next number to what is read now.
    private mutating func begin() {
        index = nextIndex
        nextIndex += 1
    }

    /// After a feature of a collection: on to the next, or to the members after the features.
    mutating func endElement() throws(Problem) {
        path = ""
        elementIndex += 1
        if try scanner.continues(until: UInt8(ascii: "]")) {
            state = .inFeatures
            return
        }
        state = .afterText
        if try scanner.continues(until: UInt8(ascii: "}")) {
            try collectionMembers()
        }
        try finishCollection()
    }

    // MARK: Messages

    static let wholeHint = "a map is written {\"type\":\"FeatureCollection\",\"features\":[ … ]}"

    /// A GeoJSON problem at a byte that has just been read.
    func bad(_ message: String, at offset: Int, hint: String? = nil) -> Problem {
        bad(message, scanner.place(at: offset), hint: hint)
    }

    func bad(
        _ message: String, _ place: Problem.Place, code: Problem.Code = .geojson, hint: String? = nil
    ) -> Problem {
        var place = place
        place.feature = index
        place.id = id
        place.path = path
        return Problem(code, message, at: place, hint: hint)
    }

    /// A fault that is said in the same words whatever the form of the file, here with its place.
    func said(_ fault: Problem, _ place: Problem.Place) -> Problem {
        var fault = fault
        fault.place = bad("", place).place
        return fault
    }

    mutating func note(_ code: Problem.Code, _ message: String) {
        let count = noteCounts[message, default: 0]
        noteCounts[message] = count + 1
        if count < 10 {
            notices.append(Notice(.note, bad(message, scanner.place(), code: code)))
        } else {
            notesLeftOut += 1
        }
    }
}

extension JSONObject {
    /// The object with members put in, each before the member that has its slot now.
    func inserting(_ displaced: [(slot: Int, member: Member)]) -> JSONObject {
        var members = members
        for (slot, member) in displaced.reversed() { members.insert(member, at: slot) }
        return JSONObject(members)
    }
}

extension FeatureID {
    /// The id as it is written.
    public var jsonValue: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .number(let number): .number(number)
        }
    }
}

extension JSONScanner {
    /// Passes over a value and says what it was.
    mutating func skipToKind() throws(Problem) -> String {
        let kind =
            switch try next() {
            case UInt8(ascii: "{"): "an object"
            case UInt8(ascii: "["): "an array"
            case UInt8(ascii: "\""): "a text"
            case UInt8(ascii: "n"): "null"
            case UInt8(ascii: "t"), UInt8(ascii: "f"): "a yes-or-no value"
            default: "a number"
            }
        try skipValue()
        return kind
    }

    /// Passes over an object whose brace `next()` has shown, but keeps the text or number of its member
    /// "id".
    mutating func skipObjectButID() throws(Problem) -> FeatureID? {
        var id: FeatureID?
        try open()
        guard try hasElements(until: UInt8(ascii: "}")) else { return nil }
        repeat {
            let isID = try name { $0.count == 2 && $0[0] == UInt8(ascii: "i") && $0[1] == UInt8(ascii: "d") }
            let byte = try next()
            if isID, byte == UInt8(ascii: "\"") {
                id = .text(try text())
            } else if isID, byte == UInt8(ascii: "-") || DecimalScanner.isDigit(byte) {
                id = .number(try numberWithText())
            } else {
                if isID { id = nil }
                try skipValue()
            }
        } while try continues(until: UInt8(ascii: "}"))
        return id
    }
}
