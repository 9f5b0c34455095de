// A map of nobody known: what stands in it, and what would make it readable.

internal import KGeoCore
internal import KGeoJSON

enum UnknownMap {
    /// The problem of a map that fits no profile and has no mapping: the properties of its areas and their values.
    static func problem(_ document: GeoJSONDocument, file: String) -> Problem {
        let areas = document.features.filter { !($0.geometry?.polygons.isEmpty ?? true) }
        guard !areas.isEmpty else {
            return Problem(
                .scenario, "there is no area in this file", hint: "a map has Polygons or MultiPolygons"
            )
            .inFile(file)
        }
        var names: [String] = []
        var values: [String: [String]] = [:]
        for member in areas.flatMap({ $0.record.properties?.members ?? [] }) {
            if !names.contains(member.name) { names.append(member.name) }
            let text: String? =
                switch member.value {
                case .string(let text): text.count <= 40 ? text : String(text.prefix(39)) + "…"
                case .number(let number): number.text
                default: nil
                }
            guard let text, !(values[member.name] ?? []).contains(text) else { continue }
            values[member.name, default: []].append(text)
        }
        guard !names.isEmpty else {
            return Problem(
                .scenario,
                "this is a map of no known maker, and its \(areas.count) areas have no properties that say who holds them",
                remedy:
                    "if all of them are held by one side, say so with \(.givenProperty) status=controlled and \(.givenProperty) holder=NAME; \(.savesMapping) remembers it for the folder"
            ).inFile(file)
        }
        // What differs between areas and has few values is likely the status.
        let listed = names.prefix(12).map { name in
            let own = values[name] ?? []
            let shown = own.prefix(6).map { "\"\($0)\"" }.joined(separator: ", ")
            return own.isEmpty ? name : "\(name) (\(shown)\(own.count > 6 ? ", … \(own.count) values" : ""))"
        }
        return Problem(
            .scenario,
            "this is a map of no known maker; its areas have \(listed.joined(separator: "; "))",
            remedy:
                "say what they mean with \(.statusProperty), \(.controlled), \(.contested), \(.dateProperty) and \(.holderProperty) (or \(.givenProperty) holder=NAME); \(.savesMapping) remembers it for the folder"
        ).inFile(file)
    }
}
