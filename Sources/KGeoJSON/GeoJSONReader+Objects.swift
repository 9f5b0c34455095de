// The objects of a text: collections, features, bare geometries, and what members they may have.

import KGeoCore

extension GeoJSONReader {
    enum Level {
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

    /// What is known of the object at hand.
    struct ObjectState {
        var record: FeatureRecord
        var seen: Members = []
        var type: String?
        var foreign = JSONObject()
        /// Members of a text that are foreign ones unless it is a feature, and where they stand among those.
        var displaced: [(slot: Int, member: JSONObject.Member)] = []
        var geometry = GeometryState()
    }

    /// The object of a text or of a feature in a collection. Nil when the text turned out to be a
    /// collection: the reader then stands at its first feature.
    mutating func object(
        _ level: Level, into sink: any GeometrySink
    ) throws(Problem) -> FeatureRecord? {
        var object = ObjectState(record: FeatureRecord(index: index ?? 0))
        path = level.isText ? "" : "features[\(elementIndex)]"
        guard try scanner.next() == UInt8(ascii: "{") else {
            let place = scanner.place()
            let kind = try scanner.skipToKind()
            throw bad("expected a Feature, found \(kind)", place)
        }
        object.record.line = scanner.position().line
        let outside = scanner.depth
        try scanner.open()
        var more = try scanner.hasElements(until: UInt8(ascii: "}"))
        while more {
            let (member, foreignName, nameOffset) = try self.member(&object.seen)
            switch member {
            case .features where level.isText:
                try beginCollection(object, at: nameOffset)
                return nil
            case .type: try typeMember(level, &object, at: nameOffset)
            case .geometry, .coordinates, .geometries, .features:
                try spatialMember(member, level, &object, at: nameOffset, into: sink)
            case .properties: try properties(&object.record)
            case .id, .bbox: try identity(member, level, &object)
            case .crs where level.isText: try crsMember()
            default:
                if options.keepsProperties {
                    object.foreign.members.append(.init(member?.name ?? foreignName, try scanner.value()))
                } else {
                    try scanner.skipValue()
                }
            }
            more = try scanner.continues(until: UInt8(ascii: "}"))
        }
        assert(scanner.depth == outside)
        return try finish(&object, level, into: sink)
    }

    /// The member "type".
    private mutating func typeMember(
        _ level: Level, _ object: inout ObjectState, at nameOffset: Int
    ) throws(Problem) {
        let text = try typeText()
        object.type = text
        if !level.isText, text != "Feature" {
            throw bad(
                "expected a Feature, found \"type\": \"\(text)\"", at: nameOffset, hint: typeHint(text))
        }
        object.geometry.type = GeometryType(rawValue: text)
        if level.isText { textIsSingle = text != "FeatureCollection" }
    }

    /// A member that says where: a feature's geometry, or the coordinates or parts of a bare geometry.
    private mutating func spatialMember(
        _ member: Members?, _ level: Level, _ object: inout ObjectState, at nameOffset: Int,
        into sink: any GeometrySink
    ) throws(Problem) {
        if member == .geometry {
            let here = path
            path += path.isEmpty ? "geometry" : ".geometry"
            object.record.hasGeometry = try geometryMember(into: sink, record: &object.record)
            path = here
            return
        }
        guard level.isText else {
            throw bad(
                "a Feature must not have a member \"\(member?.name ?? "")\" (RFC 7946 §7.1)", at: nameOffset)
        }
        if let type = object.type, type == "Feature" || type == "FeatureCollection" {
            throw bad(
                "a \(type) must not have a member \"\(member?.name ?? "")\" (RFC 7946 §7.1)", at: nameOffset)
        }
        if !object.geometry.isBegun { object.geometry.begin(sink) }
        if member == .coordinates {
            try coordinates(&object.geometry, into: sink)
        } else {
            try geometries(&object.geometry, into: sink, record: &object.record, depth: 1)
        }
    }

    /// The members "id" and "bbox", which a bare geometry keeps as foreign ones.
    private mutating func identity(
        _ member: Members?, _ level: Level, _ object: inout ObjectState
    ) throws(Problem) {
        let slot = object.foreign.members.count
        if member == .id {
            object.record.id = try identifier()
            id = object.record.id?.label
            if level.isText, options.keepsProperties, let id = object.record.id {
                object.displaced.append((slot, .init("id", id.jsonValue)))
            }
        } else {
            let bbox = try boundingBox()
            object.record.bbox = bbox
            if level.isText, options.keepsProperties, let bbox {
                object.displaced.append((slot, .init("bbox", .array(bbox.map { .number($0) }))))
            }
        }
    }

    /// The member "features" of a text: what was read so far are the members of a collection.
    private mutating func beginCollection(_ object: ObjectState, at nameOffset: Int) throws(Problem) {
        if let type = object.type, type != "FeatureCollection" {
            let isKnown = type == "Feature" || GeometryType(rawValue: type) != nil
            if !isKnown { forgetNumber() }
            throw bad(
                isKnown
                    ? "a \(type) must not have a member \"features\" (RFC 7946 §7.1)"
                    : "not GeoJSON: the type \"\(type)\" is unknown", at: nameOffset,
                hint: typeHint(type) ?? "an object with \"features\" is a FeatureCollection")
        }
        if !object.seen.isDisjoint(with: [.geometry, .coordinates, .geometries, .properties]) {
            throw bad(
                "a FeatureCollection has no member \"geometry\", \"properties\" or \"coordinates\" (RFC 7946 §7.1)",
                at: nameOffset)
        }
        guard try scanner.next() == UInt8(ascii: "[") else {
            forgetNumber()
            let place = scanner.place()
            let kind = try scanner.skipToKind()
            throw bad("\"features\" must be an array, not \(kind)", place, hint: Self.wholeHint)
        }
        collectionSeen = object.seen
        collectionType = object.type
        collection.bbox = object.record.bbox
        if collection.kind != .sequence { collection.kind = .featureCollection }
        collection.foreign = object.foreign.inserting(object.displaced.filter { $0.member.name != "bbox" })
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
    }

    /// The end of an object: what its members make of it.
    private mutating func finish(
        _ object: inout ObjectState, _ level: Level, into sink: any GeometrySink
    ) throws(Problem) -> FeatureRecord {
        guard let type = object.type else {
            if level.isText { forgetNumber() }
            throw bad(
                "not GeoJSON: this object has no \"type\"", at: scanner.offset - 1,
                hint: level.isText ? Self.wholeHint : "a feature has \"type\": \"Feature\"")
        }
        if type == "FeatureCollection", level.isText {
            index = nil
            throw bad(
                "this FeatureCollection has no \"features\"", at: scanner.offset - 1, hint: Self.wholeHint)
        }
        if type == "Feature" { return try finishFeature(&object, level) }
        return try finishGeometry(&object, type, into: sink)
    }

    private mutating func finishFeature(
        _ object: inout ObjectState, _ level: Level
    ) throws(Problem) -> FeatureRecord {
        if !object.seen.isDisjoint(with: [.coordinates, .geometries]) {
            throw bad(
                "a Feature must not have a member \"coordinates\" or \"geometries\" (RFC 7946 §7.1)",
                at: scanner.offset - 1)
        }
        guard object.seen.contains(.geometry) else {
            throw bad(
                "this Feature has no \"geometry\"", at: scanner.offset - 1,
                hint: "a feature without a place has \"geometry\": null")
        }
        if !object.seen.contains(.properties) {
            note(.geojson, "this Feature has no \"properties\" (RFC 7946 §3.2); it is read as null")
        }
        object.record.foreign = object.foreign
        if level.isText, collection.kind != .sequence { collection.kind = .feature }
        return object.record
    }

    /// The end of a text that is a bare geometry.
    private mutating func finishGeometry(
        _ object: inout ObjectState, _ type: String, into sink: any GeometrySink
    ) throws(Problem) -> FeatureRecord {
        guard GeometryType(rawValue: type) != nil else {
            forgetNumber()
            throw bad(
                "not GeoJSON: the type \"\(type)\" is unknown", at: scanner.offset - 1, hint: typeHint(type))
        }
        if !object.seen.isDisjoint(with: [.geometry, .properties]) {
            throw bad(
                "a geometry must not have a member \"geometry\" or \"properties\" (RFC 7946 §7.1)",
                at: scanner.offset - 1)
        }
        try finish(&object.geometry, seen: object.seen, into: sink)
        var record = object.record
        record.bbox = nil
        record.id = nil
        if options.keepsProperties {
            record.geometryForeign.insert(object.foreign.inserting(object.displaced), at: 0)
        }
        if record.geometryForeign.allSatisfy(\.members.isEmpty) { record.geometryForeign = [] }
        record.hasGeometry = true
        if collection.kind != .sequence { collection.kind = .geometry }
        return record
    }

    /// A text that is no feature has no number, unless it stands in a sequence of texts.
    mutating func forgetNumber() { if collection.kind != .sequence { index = nil } }

    /// The members of a collection after its features.
    mutating func collectionMembers() throws(Problem) {
        repeat {
            var seen = collectionSeen
            let (member, foreignName, nameOffset) = try self.member(&seen)
            collectionSeen = seen
            switch member {
            case .type: collectionType = try typeText()
            case .bbox: collection.bbox = try boundingBox()
            case .crs: try crsMember()
            case .geometry, .properties, .coordinates, .geometries:
                throw bad(
                    "a FeatureCollection must not have a member \"\(member?.name ?? "")\" (RFC 7946 §7.1)",
                    at: nameOffset)
            default:
                if options.keepsProperties {
                    collection.foreign.members.append(.init(member?.name ?? foreignName, try scanner.value()))
                } else {
                    try scanner.skipValue()
                }
            }
        } while try scanner.continues(until: UInt8(ascii: "}"))
    }

    mutating func finishCollection() throws(Problem) {
        guard let type = collectionType else {
            throw bad("not GeoJSON: this object has no \"type\"", at: scanner.offset - 1)
        }
        guard type == "FeatureCollection" else {
            throw bad(
                "an object with \"features\" must be a FeatureCollection, not \"\(type)\"",
                at: scanner.offset - 1, hint: typeHint(type))
        }
    }
}
