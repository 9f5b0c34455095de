// Bytes of GeoJSON in; features out, one call each, their positions in blocks to a sink.
//
// One reader serves everything: a file larger than memory and a scenario of a few kilobytes. It knows
// FeatureCollection, Feature, bare geometry and sequences of them (RFC 8142 and one text a line), members
// in any order, and keeps nothing of a geometry but the block of positions at hand.

public import KGeoCore

/// A strict pull reader of GeoJSON (RFC 7946) and GeoJSON text sequences (RFC 8142).
public struct GeoJSONReader: ~Copyable {
    /// Positions handed over in one block at most.
    static let blockSize = 1_024

    var scanner: JSONScanner
    var options: ReaderOptions
    private let source: ByteSource
    private enum State { case start, inFeatures, afterFeature, afterText, done }
    private var state = State.start
    /// Depth outside the feature at hand, for passing over the rest of a bad one.
    private var featureDepth = 0
    private var isLineSequence = false
    private var hasSeparators = false
    private var nextIndex = 0
    /// The number of the feature at hand within its collection.
    private var elementIndex = 0
    /// Where the text at hand begins, and whether it is known to be a feature or a bare geometry.
    private var textBegins = 0
    private var textIsSingle = false

    /// What is known of the collection so far.
    public private(set) var collection = CollectionRecord()
    /// Notices so far: accepted oddities, and structural problems when those are only reported.
    public internal(set) var notices: [Notice] = []
    /// How many notes were left out of `notices`: of each kind of note the first ten are kept.
    public private(set) var notesLeftOut = 0
    private var noteCounts: [String: Int] = [:]
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
    /// Whether positions of the text at hand have gone to the sink.
    var hasHandedOver = false
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
            blockCount = 0
            throw error.inFile(source.name)
        }
    }

    /// After an error inside a feature: passes over the rest of that feature, so that `nextFeature` goes on
    /// with the next one. False when there is no going on: the text is no JSON, or the error was not inside
    /// a feature of a collection or a text of a sequence.
    public mutating func recover(from problem: Problem) -> Bool {
        do {
            switch state {
            case .inFeatures where problem.code != .json && problem.code != .input && index != nil:
                try scanner.leave(to: featureDepth)
                index = nil
                id = nil
                state = .afterFeature
                return true
            case .inFeatures where isLineSequence || hasSeparators, .afterFeature where isLineSequence || hasSeparators,
                .afterText where isLineSequence || hasSeparators || textIsSingle:
                guard problem.code != .input else { return false }
                index = nil
                id = nil
                state = .afterText
                guard try scanner.skipToNextText(from: textBegins, separated: hasSeparators) else { return false }
                if !hasSeparators { isLineSequence = true }
                return true
            default: return false
            }
        } catch {
            return false
        }
    }

    private mutating func read(into sink: any GeometrySink) throws(Problem) -> FeatureRecord? {
        while true {
            switch state {
            case .start:
                if try scanner.takeByteOrderMark() {
                    note(.json, "the text begins with a byte-order mark, which RFC 8259 §8.1 forbids")
                }
                hasSeparators = try scanner.betweenTexts().separator
                state = .afterText
                if let record = try text(into: sink) { return record }
            case .inFeatures:
                index = nextIndex
                id = nil
                nextIndex += 1
                featureDepth = scanner.depth
                let record = try object(.feature, into: sink)
                index = nil
                state = .afterFeature
                return record
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
                if gap.lineFeed, !hasSeparators, try scanner.next() == UInt8(ascii: "{") { isLineSequence = true }
                guard gap.separator || (gap.lineFeed && isLineSequence) else {
                    throw scanner.problem(
                        .json, "there is more after the end of the JSON text",
                        hint: "several GeoJSON texts in one file must stand on a line each, or begin with a record separator (RFC 8142)"
                    )
                }
                collection.kind = .sequence
                if let record = try text(into: sink) { return record }
            case .done: return nil
            }
        }
    }

    /// A whole GeoJSON text; nil when it is a collection, whose features are then read one by one.
    private mutating func text(into sink: any GeometrySink) throws(Problem) -> FeatureRecord? {
        path = ""
        index = nil
        id = nil
        textBegins = scanner.offset
        textIsSingle = false
        collectionSeen = []
        collectionType = nil
        transform = options.transform
        hasHandedOver = false
        let first = try scanner.next()
        guard first == UInt8(ascii: "{") else {
            // Tell JSON that is not GeoJSON from what is no JSON at all.
            let place = scanner.place()
            if first == 0 {
                throw Problem(
                    .json, "the file is empty", at: place, hint: "fetch or export it again; nothing was measured")
            }
            let value = try scanner.skipToKind()
            let isInSequence = isLineSequence || hasSeparators
            if !isInSequence, try !scanner.isAtEnd() {
                throw scanner.problem(.json, "there is more after the end of the JSON text")
            }
            throw Problem(
                .geojson, "not GeoJSON: the text is \(value), not an object with a \"type\"", at: place)
        }
        index = nextIndex
        nextIndex += 1
        let record = try object(.text, into: sink)
        if record == nil { index = nil }
        return record
    }

    /// After a feature of a collection: on to the next, or to the members after the features.
    private mutating func endElement() throws(Problem) {
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

    // MARK: Objects

    private enum Level {
        case text, feature
        var isText: Bool { self == .text }
    }

    /// Members met so far in an object, by name.
    struct Members: OptionSet {
        let rawValue: Int
        static let type = Members(rawValue: 1)
        static let features = Members(rawValue: 2)
        static let geometry = Members(rawValue: 4)
        static let properties = Members(rawValue: 8)
        static let coordinates = Members(rawValue: 16)
        static let geometries = Members(rawValue: 32)
        static let id = Members(rawValue: 64)
        static let bbox = Members(rawValue: 128)
        static let crs = Members(rawValue: 256)

        init(rawValue: Int) { self.rawValue = rawValue }

        /// The member a name means; nil for a foreign one.
        init?(name: UnsafeBufferPointer<UInt8>) {
            func matches(_ word: StaticString) -> Bool {
                word.utf8CodeUnitCount == name.count && word.withUTF8Buffer { $0.elementsEqual(name) }
            }
            switch name.count {
            case 2 where matches("id"): self = .id
            case 3 where matches("crs"): self = .crs
            case 4 where matches("type"): self = .type
            case 4 where matches("bbox"): self = .bbox
            case 8 where matches("features"): self = .features
            case 8 where matches("geometry"): self = .geometry
            case 10 where matches("properties"): self = .properties
            case 10 where matches("geometries"): self = .geometries
            case 11 where matches("coordinates"): self = .coordinates
            default: return nil
            }
        }

        var name: String {
            switch self {
            case .type: "type"
            case .features: "features"
            case .geometry: "geometry"
            case .properties: "properties"
            case .coordinates: "coordinates"
            case .geometries: "geometries"
            case .id: "id"
            case .bbox: "bbox"
            default: "crs"
            }
        }
    }

    /// What the collection's object has shown so far, across the features.
    private var collectionSeen: Members = []
    private var collectionType: String?

    /// The object of a text or of a feature in a collection. Nil when the text turned out to be a
    /// collection: the reader then stands at its first feature.
    private mutating func object(
        _ level: Level, into sink: any GeometrySink
    ) throws(Problem) -> FeatureRecord? {
        var record = FeatureRecord(index: index ?? 0)
        var seen: Members = []
        var type: String?
        var foreign = JSONObject()
        // Members of a text that are foreign ones unless it is a feature, and where they stand among those.
        var displaced: [(slot: Int, member: JSONObject.Member)] = []
        var geometry = GeometryState()
        let here = level.isText ? "" : "features[\(elementIndex)]"
        path = here
        guard try scanner.next() == UInt8(ascii: "{") else {
            let place = scanner.place()
            let kind = try scanner.skipToKind()
            throw bad("expected a Feature, found \(kind)", place)
        }
        record.line = scanner.position().line
        let outside = scanner.depth
        try scanner.open()
        var more = try scanner.hasElements(until: UInt8(ascii: "}"))
        while more {
            let nameOffset = scanner.offset
            var foreignName = ""
            let member = try scanner.name { bytes -> Members? in
                let member = Members(name: bytes)
                if member == nil { foreignName = String(decoding: bytes, as: UTF8.self) }
                return member
            }
            if let member {
                guard seen.isDisjoint(with: member) else {
                    throw bad("the member \"\(member.name)\" stands twice in one object", at: nameOffset)
                }
                seen.formUnion(member)
            }
            switch member {
            case .type:
                let text = try typeText()
                type = text
                if !level.isText, text != "Feature" {
                    throw bad(
                        "expected a Feature, found \"type\": \"\(text)\"", at: nameOffset, hint: typeHint(text))
                }
                geometry.type = GeometryType(rawValue: text)
                if level.isText { textIsSingle = text != "FeatureCollection" }
            case .features where level.isText:
                if let type, type != "FeatureCollection" {
                    throw bad("a \(type) must not have a member \"features\" (RFC 7946 §7.1)", at: nameOffset, hint: typeHint(type))
                }
                if !seen.isDisjoint(with: [.geometry, .coordinates, .geometries, .properties]) {
                    throw bad("a FeatureCollection has no member \"geometry\", \"properties\" or \"coordinates\" (RFC 7946 §7.1)", at: nameOffset)
                }
                guard try scanner.next() == UInt8(ascii: "[") else {
                    let place = scanner.place()
                    let kind = try scanner.skipToKind()
                    throw bad("\"features\" must be an array, not \(kind)", place)
                }
                collectionSeen = seen
                collectionType = type
                collection.bbox = record.bbox
                if collection.kind != .sequence { collection.kind = .featureCollection }
                collection.foreign = foreign.inserting(displaced.filter { $0.member.name != "bbox" })
                nextIndex -= 1
                elementIndex = 0
                index = nil
                id = nil
                try scanner.open()
                state = .inFeatures
                if try !scanner.hasElements(until: UInt8(ascii: "]")) {
                    state = .afterText
                    if try scanner.continues(until: UInt8(ascii: "}")) { try collectionMembers() }
                    try finishCollection()
                }
                return nil
            case .geometry:
                path += path.isEmpty ? "geometry" : ".geometry"
                record.hasGeometry = try geometryMember(into: sink, record: &record)
                path = here
            case .coordinates where level.isText, .geometries where level.isText:
                if let type, type == "Feature" || type == "FeatureCollection" {
                    throw bad("a \(type) must not have a member \"\(member?.name ?? "")\" (RFC 7946 §7.1)", at: nameOffset)
                }
                if !geometry.isBegun { geometry.begin(sink) }
                if member == .coordinates {
                    try coordinates(&geometry, into: sink)
                } else {
                    try geometries(&geometry, into: sink, record: &record, depth: 1)
                }
            case .features, .coordinates, .geometries:
                throw bad("a Feature must not have a member \"\(member?.name ?? "")\" (RFC 7946 §7.1)", at: nameOffset)
            case .properties: try properties(&record)
            case .id:
                record.id = try identifier()
                id = record.id?.label
                if level.isText, options.keepsProperties, let id = record.id {
                    displaced.append((foreign.members.count, .init("id", id.jsonValue)))
                }
            case .bbox:
                let bbox = try boundingBox()
                record.bbox = bbox
                if level.isText, options.keepsProperties {
                    displaced.append((foreign.members.count, .init("bbox", .array(bbox.map { .number($0) }))))
                }
            case .crs where level.isText: try crsMember()
            default:
                if options.keepsProperties {
                    foreign.members.append(.init(member?.name ?? foreignName, try scanner.value()))
                } else {
                    try scanner.skipValue()
                }
            }
            more = try scanner.continues(until: UInt8(ascii: "}"))
        }
        assert(scanner.depth == outside)
        guard let type else {
            throw bad("not GeoJSON: this object has no \"type\"", at: scanner.offset - 1)
        }
        if type == "FeatureCollection", level.isText {
            index = nil
            throw bad("this FeatureCollection has no \"features\"", at: scanner.offset - 1)
        }
        if type == "Feature" {
            if !seen.isDisjoint(with: [.coordinates, .geometries]) {
                throw bad("a Feature must not have a member \"coordinates\" or \"geometries\" (RFC 7946 §7.1)", at: scanner.offset - 1)
            }
            guard seen.contains(.geometry) else {
                throw bad(
                    "this Feature has no \"geometry\"", at: scanner.offset - 1,
                    hint: "a feature without a place has \"geometry\": null")
            }
            if !seen.contains(.properties) {
                note(.geojson, "this Feature has no \"properties\" (RFC 7946 §3.2); it is read as null")
            }
            record.foreign = foreign
            if level.isText, collection.kind != .sequence { collection.kind = .feature }
            return record
        }
        // A bare geometry.
        guard GeometryType(rawValue: type) != nil else {
            throw bad("not GeoJSON: the type \"\(type)\" is unknown", at: scanner.offset - 1, hint: typeHint(type))
        }
        if !seen.isDisjoint(with: [.geometry, .properties]) {
            throw bad("a geometry must not have a member \"geometry\" or \"properties\" (RFC 7946 §7.1)", at: scanner.offset - 1)
        }
        try finish(&geometry, seen: seen, into: sink)
        record.bbox = nil
        record.id = nil
        if options.keepsProperties { record.geometryForeign.insert(foreign.inserting(displaced), at: 0) }
        if record.geometryForeign.allSatisfy(\.members.isEmpty) { record.geometryForeign = [] }
        record.hasGeometry = true
        if collection.kind != .sequence { collection.kind = .geometry }
        return record
    }

    /// The members of a collection after its features.
    private mutating func collectionMembers() throws(Problem) {
        repeat {
            let nameOffset = scanner.offset
            var foreignName = ""
            let member = try scanner.name { bytes -> Members? in
                let member = Members(name: bytes)
                if member == nil { foreignName = String(decoding: bytes, as: UTF8.self) }
                return member
            }
            if let member {
                guard collectionSeen.isDisjoint(with: member) else {
                    throw bad("the member \"\(member.name)\" stands twice in one object", at: nameOffset)
                }
                collectionSeen.formUnion(member)
            }
            switch member {
            case .type: collectionType = try typeText()
            case .bbox: collection.bbox = try boundingBox()
            case .crs: try crsMember()
            case .geometry, .properties, .coordinates, .geometries:
                throw bad("a FeatureCollection must not have a member \"\(member?.name ?? "")\" (RFC 7946 §7.1)", at: nameOffset)
            default:
                if options.keepsProperties {
                    collection.foreign.members.append(.init(member?.name ?? foreignName, try scanner.value()))
                } else {
                    try scanner.skipValue()
                }
            }
        } while try scanner.continues(until: UInt8(ascii: "}"))
    }

    private mutating func finishCollection() throws(Problem) {
        guard let type = collectionType else {
            throw bad("not GeoJSON: this object has no \"type\"", at: scanner.offset - 1)
        }
        guard type == "FeatureCollection" else {
            throw bad("an object with \"features\" must be a FeatureCollection, not \"\(type)\"", at: scanner.offset - 1, hint: typeHint(type))
        }
    }

    // MARK: Members

    mutating func typeText() throws(Problem) -> String {
        guard try scanner.next() == UInt8(ascii: "\"") else {
            let place = scanner.place()
            let kind = try scanner.skipToKind()
            throw bad("\"type\" must be a text, not \(kind)", place)
        }
        return try scanner.text()
    }

    private func typeHint(_ type: String) -> String? {
        let known = GeometryType.allCases.map(\.rawValue) + ["Feature", "FeatureCollection"]
        if let match = known.first(where: { $0.lowercased() == type.lowercased() && $0 != type }) {
            return "types are spelled with capitals: \(match)"
        }
        if GeometryType(rawValue: type) != nil { return "wrap the geometry in a Feature" }
        return type == "Topology" ? "this is TopoJSON; convert it to GeoJSON first" : nil
    }

    private mutating func identifier() throws(Problem) -> FeatureID? {
        switch try scanner.next() {
        case UInt8(ascii: "\""): return .text(try scanner.text())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try scanner.numberWithText())
        case UInt8(ascii: "n"):
            try scanner.skipValue()
            note(.geojson, "\"id\": null means no id; leave the member out")
            return nil
        default:
            let place = scanner.place()
            let kind = try scanner.skipToKind()
            throw bad("\"id\" must be a text or a number, not \(kind)", place)
        }
    }

    private mutating func properties(_ record: inout FeatureRecord) throws(Problem) {
        switch try scanner.next() {
        case UInt8(ascii: "n"): try scanner.skipValue()
        case UInt8(ascii: "{"):
            if options.keepsProperties {
                let object = try scanner.object()
                record.properties = object
                switch object["id"] {
                case .string(let text): record.propertyID = .text(text)
                case .number(let number): record.propertyID = .number(number)
                default: break
                }
            } else {
                record.propertyID = try scanner.skipObjectButID()
            }
            if id == nil { id = record.propertyID?.label }
        default:
            let place = scanner.place()
            let kind = try scanner.skipToKind()
            throw bad("\"properties\" must be an object or null, not \(kind)", place)
        }
    }

    mutating func boundingBox() throws(Problem) -> [Double] {
        _ = try scanner.next()
        let place = scanner.place(of: scanner.position())
        guard case .array(let elements) = try scanner.value() else {
            throw bad("\"bbox\" must be an array of numbers", place)
        }
        let numbers = elements.compactMap(\.double)
        guard numbers.count == elements.count, numbers.count >= 4, numbers.count % 2 == 0 else {
            throw bad("\"bbox\" must have two numbers for each dimension, at least four in all (RFC 7946 §5)", place)
        }
        return numbers
    }

    private mutating func crsMember() throws(Problem) {
        _ = try scanner.next()
        let place = scanner.place(of: scanner.position())
        let value = try scanner.value()
        if value.isNull { return }
        guard let name = value.object?["properties"]?.object?["name"]?.string else {
            throw Problem(
                .crs, "this \"crs\" names no coordinate reference system", at: place,
                hint: "give it with --crs EPSG:n")
        }
        collection.crsName = name
        guard options.transform == nil, !ReaderOptions.isWGS84(name) else { return }
        let resolved: PositionTransform?
        do {
            resolved = try options.resolveCRS(name)
        } catch {
            var problem = error
            problem.place = place
            if problem.hint == nil { problem.hint = "give it with --crs EPSG:n" }
            throw problem
        }
        guard let resolved else { return }
        if hasHandedOver {
            throw Problem(
                .crs, "the file says only after its features that they are in \"\(name)\"", at: place,
                hint: "--crs \(epsgText(name)) reads them so from the beginning")
        }
        transform = resolved
        notices.append(
            Notice(.note, Problem(.crs, "positions are converted from \(name) to WGS84", at: place)))
    }

    private func epsgText(_ name: String) -> String {
        guard let code = name.split(separator: ":").last, Int(code) != nil else { return "EPSG:n" }
        return "EPSG:\(code)"
    }

    // MARK: Messages

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
            case UInt8(ascii: "t"), UInt8(ascii: "f"): "true or false"
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
