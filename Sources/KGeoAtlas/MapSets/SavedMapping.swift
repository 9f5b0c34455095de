// kgeo-maps.json: what the properties of a folder's maps mean, saved once.

public import KGeoCore
internal import KGeoJSON
public import KGeoScenario

/// The mapping that holds for the maps of a folder, as it stands in the file `kgeo-maps.json` in it.
public struct SavedMapping: Sendable {
    /// The name of the file.
    public static let fileName = "kgeo-maps.json"

    /// What the properties mean.
    public var mapping: PropertyMapping

    /// A mapping to be saved.
    public init(_ mapping: PropertyMapping) { self.mapping = mapping }

    /// The path of the file beside a map.
    public static func path(beside map: String) -> String {
        map.lastIndex(of: "/").map { map[...$0] + fileName } ?? fileName
    }

    /// The mapping saved beside a map; nil when there is none.
    ///
    /// - Throws: a problem when the file is there and says something that cannot be meant.
    public init?(beside map: String) throws(Problem) {
        guard map != "-", map != "memory" else { return nil }
        let path = Self.path(beside: map)
        let source: ByteSource
        do { source = try ByteSource(path: path) } catch { return nil }
        mapping = PropertyMapping()
        let value = try JSONText.value(reading: source)
        guard let object = value.object else {
            throw Problem(.scenario, "a saved mapping is an object, not \(value.kind)").inFile(path)
        }
        for member in object.members {
            do throws(Problem) { try take(member) } catch {
                throw error.located { $0.property = member.name }.inFile(path)
            }
        }
    }

    private static var names: [(name: String, path: WritableKeyPath<PropertyMapping, String?>)] {
        [
            ("status_property", \.statusProperty), ("date_property", \.dateProperty),
            ("holder_property", \.holderProperty), ("region_property", \.regionProperty),
            ("id_property", \.idProperty),
        ]
    }
    private static var lists: [(name: String, path: WritableKeyPath<PropertyMapping, [String]>)] {
        [
            ("controlled", \.controlled), ("contested", \.contested), ("claimed", \.claimed),
            ("ignored", \.ignored),
        ]
    }

    private mutating func take(_ member: JSONObject.Member) throws(Problem) {
        if let known = Self.names.first(where: { $0.name == member.name }) {
            guard let text = member.value.string else {
                throw Problem(.scenario, "this must be a text, not \(member.value.kind)")
            }
            mapping[keyPath: known.path] = text
        } else if let known = Self.lists.first(where: { $0.name == member.name }) {
            guard let list = member.value.array?.map(\.string), !list.contains(nil) else {
                throw Problem(.scenario, "this must be a list of texts", hint: "write [\"held\"]")
            }
            mapping[keyPath: known.path] = list.compactMap(\.self)
        } else if member.name == "time_zone" {
            guard let zone = member.value.string.flatMap({ MapTimeZone($0) }) else {
                throw Problem(.scenario, "this time zone is unknown", hint: "known: \(MapTimeZone.known)")
            }
            mapping.timeZone = zone
        } else if member.name == "words" {
            var words = StatusWords()
            for pair in member.value.object?.members ?? [] {
                guard let status = Status(rawValue: pair.name), let word = pair.value.string else {
                    throw Problem(
                        .scenario, "\"\(pair.name)\" is no status with a word",
                        hint:
                            "write a text for one of \(Status.allCases.map(\.rawValue).joined(separator: ", "))"
                    )
                }
                words[status] = word
            }
            mapping.words = words
        } else if member.name == "set" {
            for pair in member.value.object?.members ?? [] {
                guard PropertyMapping.settable.contains(pair.name), let text = pair.value.string else {
                    throw Problem(
                        .scenario, "\"\(pair.name)\" cannot be set",
                        hint: "write a text for one of \(PropertyMapping.settable.joined(separator: ", "))")
                }
                mapping.set.append(PropertyMapping.FixedValue(name: pair.name, value: text))
            }
        } else if member.name != "kgeo_maps" {
            let known = Self.names.map(\.name) + Self.lists.map(\.name) + ["time_zone", "words", "set"]
            throw Problem(.scenario, "this is unknown", hint: "it may have \(known.joined(separator: ", "))")
        }
    }

    /// The saved mapping with what was asked for in its place.
    func mapping(with asked: PropertyMapping) -> PropertyMapping {
        var result = mapping
        for (_, path) in Self.names {
            if let name = asked[keyPath: path] { result[keyPath: path] = name }
        }
        if let zone = asked.timeZone { result.timeZone = zone }
        result.words = asked.words ?? result.words
        result.day = asked.day ?? result.day
        result.set.removeAll { own in asked.set.contains { $0.name == own.name } }
        result.set += asked.set
        return result
    }

    /// The text of the file.
    public var text: String {
        var object = JSONObject([.init("kgeo_maps", .number(JSONNumber(1)))])
        for (name, path) in Self.names {
            if let text = mapping[keyPath: path] { object[name] = .string(text) }
        }
        for (name, path) in Self.lists where !mapping[keyPath: path].isEmpty {
            object[name] = .array(mapping[keyPath: path].map { .string($0) })
        }
        if let zone = mapping.timeZone { object["time_zone"] = .string(zone.name) }
        if let words = mapping.words { object["words"] = .object(words.json) }
        if !mapping.set.isEmpty {
            object["set"] = .object(JSONObject(mapping.set.map { .init($0.name, .string($0.value)) }))
        }
        return JSONWriter.compact(.object(object)) + "\n"
    }
}
