// Properties whose names differ from those that are read by case only, as tables and Shapefiles write them.

package import KGeoCore
package import KGeoJSON

/// Where no feature of a map says anything under a name that is read and exactly one other name differs from it by case
/// only (`HOLDER`, `Date`), that one is read; of two such names neither is.
package enum PropertySpelling {
    /// The names that decide which ground counts, and the settings that map them.
    private static let read: [(name: String, setting: Setting?)] = [
        ("role", nil), ("status", .statusProperty), ("holder", .holderProperty), ("region", .regionProperty),
        ("date", .dateProperty), ("date_end", nil), ("boundary_error_m", nil), ("id", .idProperty),
    ]

    /// Gives such properties of a map the names that are read.
    ///
    /// - Parameters:
    ///   - mapping: what it maps or sets is left alone.
    ///   - file: the path of the map.
    /// - Returns: what was read as what, as a note; nil when nothing was.
    /// - Throws: a problem when two names differ from one that is read by case only.
    package static func settle(
        _ document: inout GeoJSONDocument, _ mapping: PropertyMapping, file: String
    ) throws(Problem) -> Notice? {
        var said: [String] = []
        for feature in document.features {
            for member in feature.record.properties?.members ?? []
            where !member.value.isNull && !said.contains(member.name) { said.append(member.name) }
        }
        var own: [String: String] = [:]
        for (name, setting) in read where !said.contains(name) && !mapping.says(name) {
            let found = said.filter {
                $0.utf8.count == name.utf8.count && $0.lowercased() == name
                    && !mapping.properties.contains($0)
            }
            guard found.count < 2 else {
                let names = found.map { "\"\($0)\"" }.joined(separator: " and ")
                throw Problem(
                    .scenario,
                    saying:
                        "\(names) differ from \"\(name)\" by case only, and which of them is meant is not known",
                    remedy: setting.map { "\($0) \(found[0]) says it" }
                        ?? "give the right one the name \(name)"
                ).inFile(file)
            }
            if let other = found.first { own[other] = name }
        }
        guard !own.isEmpty else { return nil }
        for i in document.features.indices {
            guard let members = document.features[i].record.properties?.members else { continue }
            let kept = members.filter { member in !own.values.contains(member.name) }
            let renamed = kept.map { JSONObject.Member(own[$0.name] ?? $0.name, $0.value) }
            document.features[i].record.properties = JSONObject(renamed)
            guard own.values.contains("id") else { continue }
            switch renamed.first(where: { $0.name == "id" })?.value {
            case .string(let text): document.features[i].record.propertyID = .text(text)
            case .number(let number): document.features[i].record.propertyID = .number(number)
            default: break
            }
        }
        let words = said.compactMap { name in own[name].map { "\"\(name)\" is read as \"\($0)\"" } }
        return Notice(.note, Problem(.scenario, words.joined(separator: ", ")).inFile(file))
    }
}

extension PropertyMapping {
    /// Whether it says where a property that is read stands, or sets its value.
    fileprivate func says(_ name: String) -> Bool {
        let mapped: [String: String?] = [
            "status": statusProperty, "holder": holderProperty, "region": regionProperty,
            "date": dateProperty, "id": idProperty,
        ]
        return (mapped[name] ?? nil) != nil || set.contains { $0.name == name }
    }
}
