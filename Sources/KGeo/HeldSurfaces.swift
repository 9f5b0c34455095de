// Which surfaces of a map are the ground of one side: those of a status that counts and of one holder.

package import KGeoControl
package import KGeoCore
package import KGeoJSON
internal import KGeoMeasure
internal import KGeoScenario

package enum HeldSurfaces {
    /// Of surfaces that are control areas, those that count for one side; of others all.
    ///
    /// Where several sides hold ground and none was asked for, the one that holds most is meant, and that is said.
    ///
    /// - Parameter takesHolder: whether the command can be told another side.
    /// - Throws: a problem when nothing is of the side or of the status asked for.
    package static func chosen(
        _ surfaces: [Feature], _ choice: GroundChoice?, _ file: String, _ notices: inout [Notice],
        takesHolder: Bool = true
    ) throws(Problem) -> [Feature] {
        guard let choice else { return surfaces }
        guard let control = try controlled(surfaces, choice, file) else { return surfaces }
        let holders = Set(control.compactMap { word("holder", of: $0) }).sorted()
        if let holder = choice.holder, !holders.contains(holder) {
            throw Problem(
                .scenario, "nothing on the map is held by \"\(holder)\"",
                hint: "holders: " + (holders.isEmpty ? "none named" : holders.joined(separator: ", "))
            ).inFile(file)
        }
        let counted = control.filter { area in
            choice.counting.statuses.contains(status(of: area))
        }
        guard !counted.isEmpty else {
            let statuses = Set(control.map { status(of: $0).rawValue }).sorted()
            throw Problem(
                .scenario, "nothing on the map is \(choice.counting.label)",
                hint: "its areas are \(statuses.joined(separator: ", "))"
            ).inFile(file)
        }
        var sides: [String: Double] = [:]
        for area in counted {
            sides[word("holder", of: area) ?? "", default: 0] +=
                Measuring.area(of: area.geometry?.polygons ?? []).geodesicSquareMetres
        }
        let largest = sides.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        guard let side = choice.holder ?? largest else { return counted }
        if choice.holder == nil, sides.count > 1 {
            let others = sides.keys.filter { $0 != side }.sorted()
                .map { $0.isEmpty ? "areas without a holder" : $0 }
            notices.append(
                Notice(
                    .note,
                    Problem(
                        .scenario, "the ground of \(side), which holds most, is meant",
                        remedy: takesHolder
                            ? "\(.holder) takes another side: \(others.joined(separator: ", "))" : nil
                    ).inFile(file)))
        }
        return counted.filter { (word("holder", of: $0) ?? "") == side }
    }

    /// The control areas among some surfaces; nil where nothing says of which status or side they are, so that they are
    /// an outline.
    ///
    /// - Throws: a problem when some say it and others do not, or in words that mean nothing here: which of them count is
    ///   then not known.
    private static func controlled(
        _ surfaces: [Feature], _ choice: GroundChoice, _ file: String
    ) throws(Problem) -> [Feature]? {
        let statuses = Set(surfaces.compactMap { word("status", of: $0) })
        let unknown = statuses.filter { Status(rawValue: $0) == nil }.sorted()
        if surfaces.contains(where: { $0.record.properties?["role"] != nil }) {
            var reader = ScenarioReader()
            _ = reader.scenario(GeoJSONDocument(features: surfaces), file: file)
            let wrong = reader.problems.first { ["role", "status", "holder"].contains($0.place.property) }
            if let wrong { throw wrong }
            return surfaces.filter { word("role", of: $0) == Role.control.rawValue }
        }
        // One word for all of an outline, such as that of a reserve, tells nothing apart.
        guard unknown.isEmpty || statuses.count == 1 else {
            throw Problem(
                .scenario,
                "its areas have the statuses \(statuses.sorted().map { "\"\($0)\"" }.joined(separator: ", ")), and which of them count is not known",
                remedy:
                    "\(.importGeoJSON) says it with \(.controlled) and \(.contested); \(.asDrawn) takes every area"
            ).inFile(file)
        }
        let says = unknown.isEmpty && !statuses.isEmpty
        guard says || surfaces.contains(where: { word("holder", of: $0) != nil }) else {
            // Of an outline nothing else can be asked than all of it.
            if let holder = choice.holder {
                throw Problem(
                    .scenario, "nothing on the map is held by \"\(holder)\"", hint: "holders: none named"
                ).inFile(file)
            }
            return nil
        }
        return surfaces
    }

    /// The status of a control area; one without a word is controlled, as everywhere.
    private static func status(of area: Feature) -> Status {
        word("status", of: area).flatMap { Status(rawValue: $0) } ?? .controlled
    }

    private static func word(_ name: String, of feature: Feature) -> String? {
        feature.record.properties?[name]?.string
    }
}
