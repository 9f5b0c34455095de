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

    /// The object of a text or of a feature in a collection. Nil when the text turned out to be a
    /// collection: the reader then stands at its first feature.
    mutating func object(
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
            let (member, foreignName, nameOffset) = try self.member(&seen)
            switch member {
            case .type:
                let text = try typeText()
                type = text
                if !level.isText, text != "Feature" {
                    throw bad(
                        "expected a Feature, found \"type\": \"\(text)\"", at: nameOffset,
                        hint: typeHint(text))
                }
                geometry.type = GeometryType(rawValue: text)
                if level.isText { textIsSingle = text != "FeatureCollection" }
            case .features where level.isText:
                if let type, type != "FeatureCollection" {
                    let isKnown = type == "Feature" || GeometryType(rawValue: type) != nil
                    if !isKnown { forgetNumber() }
                    throw bad(
                        isKnown
                            ? "a \(type) must not have a member \"features\" (RFC 7946 §7.1)"
                            : "not GeoJSON: the type \"\(type)\" is unknown", at: nameOffset,
                        hint: typeHint(type) ?? "an object with \"features\" is a FeatureCollection")
                }
                if !seen.isDisjoint(with: [.geometry, .coordinates, .geometries, .properties]) {
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
                    throw bad(
                        "a \(type) must not have a member \"\(member?.name ?? "")\" (RFC 7946 §7.1)",
                        at: nameOffset)
                }
                if !geometry.isBegun { geometry.begin(sink) }
                if member == .coordinates {
                    try coordinates(&geometry, into: sink)
                } else {
                    try geometries(&geometry, into: sink, record: &record, depth: 1)
                }
            case .features, .coordinates, .geometries:
                throw bad(
                    "a Feature must not have a member \"\(member?.name ?? "")\" (RFC 7946 §7.1)",
                    at: nameOffset)
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
        if type == "Feature" {
            if !seen.isDisjoint(with: [.coordinates, .geometries]) {
                throw bad(
                    "a Feature must not have a member \"coordinates\" or \"geometries\" (RFC 7946 §7.1)",
                    at: scanner.offset - 1)
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
            forgetNumber()
            throw bad(
                "not GeoJSON: the type \"\(type)\" is unknown", at: scanner.offset - 1, hint: typeHint(type))
        }
        if !seen.isDisjoint(with: [.geometry, .properties]) {
            throw bad(
                "a geometry must not have a member \"geometry\" or \"properties\" (RFC 7946 §7.1)",
                at: scanner.offset - 1)
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
