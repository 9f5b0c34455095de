// Geometries: nested arrays of positions, type known or not yet, to a sink in blocks.

import KGeoCore

/// What is known of the geometry object at hand.
struct GeometryState {
    var type: GeometryType?
    var isBegun = false
    /// Nesting of `coordinates`; nil as long as no position has shown it.
    var depth: Int?
    var hasCoordinates = false
    /// Rings and lines that break a rule of their type, kept until the type is known. The first of each is
    /// enough unless all are to be reported.
    var ringFaults: [Problem] = []
    var lineFaults: [Problem] = []
    /// An empty ring that is the first of its polygon so far, and its fault if others follow.
    var emptyShell: EmptyBracket?
    /// Brackets around nothing, met before the nesting was known.
    var pending: [EmptyBracket] = []

    /// How deep the coordinates are nested, as far as it is known.
    var nesting: Int? { type.flatMap { $0 == .geometryCollection ? nil : $0.depth } ?? depth }

    /// Whether a path is the first of its group, as a shell is.
    func isFirst(_ path: ListIndices) -> Bool { nesting == 4 ? path.inner == 0 : path.outer == 0 }

    mutating func begin(_ sink: any GeometrySink) {
        isBegun = true
        sink.beginGeometry()
    }
}

/// Where a list stands in `coordinates`: its number in the outermost list, and in the list inside that.
struct ListIndices: Hashable {
    var outer = 0
    var inner = 0
}

/// An array without positions, before it is known what the array should be.
struct EmptyBracket {
    /// True for the end of a list that held nothing but empty arrays, false for an empty array.
    var isEnd: Bool
    var depth: Int
    var begins: TextPosition
    var indices: ListIndices
}

/// A position as far as the closing of a ring asks for it.
struct Vertex: Equatable {
    var place = Coordinate(0, 0)
    var height: Double?
}

extension GeoJSONReader {
    /// The member "geometry" of a feature; false when it is null.
    mutating func geometryMember(
        into sink: any GeometrySink, record: inout FeatureRecord
    ) throws(Problem) -> Bool {
        switch try scanner.next() {
        case UInt8(ascii: "n"):
            try scanner.skipValue()
            return false
        case UInt8(ascii: "{"):
            try geometryObject(into: sink, record: &record, depth: 0)
            if record.geometryForeign.allSatisfy(\.members.isEmpty) { record.geometryForeign = [] }
            return true
        default:
            let place = scanner.place()
            let kind = try scanner.skipToKind()
            throw bad("\"geometry\" must be an object or null, not \(kind)", place)
        }
    }

    /// A geometry object whose brace is shown.
    mutating func geometryObject(
        into sink: any GeometrySink, record: inout FeatureRecord, depth: Int
    ) throws(Problem) {
        let here = path
        let slot = record.geometryForeign.count
        if options.keepsProperties { record.geometryForeign.append(JSONObject()) }
        var geometry = GeometryState()
        geometry.begin(sink)
        var seen: Members = []
        var isEsri = false
        try scanner.open()
        var more = try scanner.hasElements(until: UInt8(ascii: "}"))
        while more {
            let (member, foreignName, nameOffset) = try self.member(&seen)
            switch member {
            case .type:
                _ = try scanner.next()
                let begins = scanner.position()
                let text = try typeText()
                guard let type = GeometryType(rawValue: text) else {
                    throw bad(
                        "the geometry type \"\(text)\" is unknown", scanner.place(of: begins),
                        hint: geometryHint(text))
                }
                geometry.type = type
            case .coordinates: try coordinates(&geometry, into: sink)
            case .geometries: try geometries(&geometry, into: sink, record: &record, depth: depth + 1)
            case .geometry, .properties, .features:
                throw bad(
                    "a geometry must not have a member \"\(member?.name ?? "")\" (RFC 7946 §7.1)",
                    at: nameOffset)
            case .bbox:
                let bbox = try boundingBox()
                if options.keepsProperties, let bbox {
                    record.geometryForeign[slot].members.append(
                        .init("bbox", .array(bbox.map { .number($0) })))
                }
            default:
                if ["rings", "paths", "x"].contains(foreignName) { isEsri = true }
                if options.keepsProperties {
                    record.geometryForeign[slot].members.append(
                        .init(member?.name ?? foreignName, try scanner.value()))
                } else {
                    try scanner.skipValue()
                }
            }
            more = try scanner.continues(until: UInt8(ascii: "}"))
        }
        path = here
        guard geometry.type != nil else {
            throw bad(
                "this geometry has no \"type\"", at: scanner.offset - 1,
                hint: isEsri ? "this looks like Esri JSON; ask the server for f=geojson" : nil)
        }
        try finish(&geometry, seen: seen, into: sink)
    }

    func geometryHint(_ type: String) -> String? {
        let match = GeometryType.allCases.first { $0.rawValue.lowercased() == type.lowercased() }
        return match.map { "types are spelled with capitals: \($0.rawValue)" }
            ?? "use one of: " + GeometryType.allCases.map(\.rawValue).joined(separator: ", ")
    }

    /// The member "geometries", each a geometry object.
    mutating func geometries(
        _ geometry: inout GeometryState, into sink: any GeometrySink, record: inout FeatureRecord, depth: Int
    ) throws(Problem) {
        let here = path
        guard try scanner.next() == UInt8(ascii: "[") else {
            let place = scanner.place()
            let kind = try scanner.skipToKind()
            throw bad("\"geometries\" must be an array, not \(kind)", place)
        }
        guard depth <= GeometryRules.deepestCollection else {
            throw bad(
                "collections are nested more than \(GeometryRules.deepestCollection) deep", scanner.place(),
                hint: "put the geometries into one collection")
        }
        if depth == 2 {
            note(
                .geojson,
                "a GeometryCollection inside a GeometryCollection (RFC 7946 §3.1.8 advises against it)")
        }
        try scanner.open()
        var i = 0
        var more = try scanner.hasElements(until: UInt8(ascii: "]"))
        while more {
            path = here + (here.isEmpty ? "" : ".") + "geometries[\(i)]"
            guard try scanner.next() == UInt8(ascii: "{") else {
                let place = scanner.place()
                let kind = try scanner.skipToKind()
                throw bad("expected a geometry, found \(kind)", place)
            }
            try geometryObject(into: sink, record: &record, depth: depth)
            i += 1
            more = try scanner.continues(until: UInt8(ascii: "]"))
        }
        path = here
    }

    /// All members of a geometry are read: holds what came against its type.
    mutating func finish(
        _ geometry: inout GeometryState, seen: Members, into sink: any GeometrySink
    ) throws(Problem) {
        guard let type = geometry.type else { return }
        let at = scanner.offset - 1
        if !geometry.isBegun { geometry.begin(sink) }
        if type == .geometryCollection {
            if seen.contains(.coordinates) {
                throw bad("a GeometryCollection must not have \"coordinates\" (RFC 7946 §7.1)", at: at)
            }
            guard seen.contains(.geometries) else {
                throw bad("this GeometryCollection has no \"geometries\"", at: at)
            }
        } else {
            if seen.contains(.geometries) {
                throw bad("a \(type.rawValue) must not have \"geometries\" (RFC 7946 §7.1)", at: at)
            }
            guard geometry.hasCoordinates else {
                throw bad("this \(type.rawValue) has no \"coordinates\"", at: at)
            }
            if let depth = geometry.depth, depth != type.depth {
                throw bad(
                    "the coordinates of this \(type.rawValue) are nested \(depth) deep instead of \(type.depth)",
                    at: at)
            }
            let here = path
            path += path.isEmpty ? "coordinates" : ".coordinates"
            try replayPending(nesting: type.depth, &geometry, into: sink)
            path = here
            switch type {
            case .polygon, .multiPolygon: try raise(geometry.ringFaults)
            case .lineString, .multiLineString: try raise(geometry.lineFaults)
            default: break
            }
        }
        sink.endGeometry(type)
    }
}
