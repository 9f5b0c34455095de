// The members that stand beside a geometry: type, id, properties, bounding box, crs.

import KGeoCore

extension GeoJSONReader {
    /// Takes a member's name: the member it means, or nil and the name of a foreign one.
    ///
    /// - Throws: a problem when the member stands twice in the object.
    mutating func member(_ seen: inout Members) throws(Problem) -> (
        known: Members?, foreignName: String, offset: Int
    ) {
        let offset = scanner.offset
        var foreignName = ""
        let member = try scanner.name { bytes -> Members? in
            let member = Members(name: bytes)
            if member == nil { foreignName = String(decoding: bytes, as: UTF8.self) }
            return member
        }
        if let member {
            guard seen.isDisjoint(with: member) else {
                throw bad(
                    "the member \"\(member.name)\" stands twice in one object", at: offset,
                    hint: "keep the one that is right")
            }
            seen.formUnion(member)
        }
        return (member, foreignName, offset)
    }

    mutating func typeText() throws(Problem) -> String {
        guard try scanner.next() == UInt8(ascii: "\"") else {
            let place = scanner.place()
            let kind = try scanner.skipToKind()
            throw bad("\"type\" must be a text, not \(kind)", place)
        }
        return try scanner.text()
    }

    func typeHint(_ type: String) -> String? {
        let known = GeometryType.allCases.map(\.rawValue) + ["Feature", "FeatureCollection"]
        if let match = known.first(where: { $0.lowercased() == type.lowercased() && $0 != type }) {
            return "types are spelled with capitals: \(match)"
        }
        if GeometryType(rawValue: type) != nil { return "wrap the geometry in a Feature" }
        return type == "Topology" ? "this is TopoJSON; convert it to GeoJSON first" : nil
    }

    mutating func identifier() throws(Problem) -> FeatureID? {
        switch try scanner.next() {
        case UInt8(ascii: "\""): return .text(try scanner.text())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .number(try scanner.numberWithText())
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

    mutating func properties(_ record: inout FeatureRecord) throws(Problem) {
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

    /// The member "bbox"; nil when it says nothing, as some programs write it for a shape that they have not measured.
    mutating func boundingBox() throws(Problem) -> [Double]? {
        _ = try scanner.next()
        let place = scanner.place(of: scanner.position())
        let value = try scanner.value()
        if value.isNull || value.string != nil || value.array?.allSatisfy(\.isNull) == true {
            if noteCounts[Self.emptyBox] == nil { note(.boundingBox, Self.emptyBox) }
            return nil
        }
        guard case .array(let elements) = value else {
            throw bad("\"bbox\" must be an array of numbers", place)
        }
        let numbers = elements.compactMap(\.double)
        guard numbers.count == elements.count, numbers.count >= 4, numbers.count % 2 == 0 else {
            throw bad(
                "\"bbox\" must have two numbers for each dimension, at least four in all (RFC 7946 §5)", place
            )
        }
        return numbers
    }

    static let emptyBox =
        "\"bbox\" is null, empty or a text, which says nothing; it is not needed and passed over"

    mutating func crsMember() throws(Problem) {
        _ = try scanner.next()
        let place = scanner.place(of: scanner.position())
        let value = try scanner.value()
        if value.isNull { return }
        guard let name = value.object?["properties"]?.object?["name"]?.string else {
            throw Problem(
                .crs, "this \"crs\" names no coordinate reference system", at: place,
                remedy: "give it with \(.referenceSystem) EPSG:n")
        }
        collection.crsName = name
        guard options.transform == nil, !ReaderOptions.isWGS84(name) else { return }
        let resolved: PositionTransform?
        do {
            resolved = try options.resolveCRS(name)
        } catch {
            var problem = error
            problem.place = place
            problem.remedy = problem.remedy ?? "give it with \(.referenceSystem) EPSG:n"
            throw problem
        }
        guard let resolved else { return }
        if hasHandedOver {
            throw Problem(
                .crs, "the file says only after its features that they are in \"\(name)\"", at: place,
                remedy: "\(.referenceSystem) \(epsgText(name)) reads them so from the beginning")
        }
        transform = resolved
        convertsFrom = name
        notices.append(
            Notice(.note, Problem(.crs, "positions are converted from \(name) to WGS84", at: place)))
    }

    func epsgText(_ name: String) -> String {
        guard let code = name.split(separator: ":").last, Int(code) != nil else { return "EPSG:n" }
        return "EPSG:\(code)"
    }
}
