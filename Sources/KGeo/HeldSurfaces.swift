// Which surfaces of a map are the ground of one side: those of a status that counts and of one holder.

package import KGeoControl
package import KGeoCore
package import KGeoJSON
internal import KGeoMeasure
internal import KGeoScenario

package enum HeldSurfaces {
    /// Of surfaces that are control areas, those that count for one side; of others all. They are read as every map is.
    ///
    /// Where several sides hold ground and none was asked for, the one that holds most is meant, and that is said.
    ///
    /// - Parameters:
    ///   - collection: what the file says of all its features.
    ///   - takesHolder: whether the command can be told another side.
    /// - Throws: a problem when nothing is of the side or of the status asked for, or an area says of neither which it is
    ///   in words that mean something.
    package static func chosen(
        _ surfaces: [Feature], of collection: CollectionRecord, _ choice: GroundChoice?, _ file: String,
        _ notices: inout [Notice], takesHolder: Bool = true
    ) throws(Problem) -> [Feature] {
        guard let choice, !surfaces.isEmpty,
            let control = try controlled(surfaces, collection, file, &notices)
        else { return surfaces }
        let holders = Set(control.compactMap(\.read.holder)).sorted()
        if let holder = choice.holder, !holders.contains(holder) {
            throw Problem(
                .scenario, "nothing on the map is held by \"\(holder)\"",
                hint: "holders: " + (holders.isEmpty ? "none named" : holders.joined(separator: ", "))
            ).inFile(file)
        }
        let counted = control.filter { area in
            area.read.status.map(choice.counting.statuses.contains) ?? false
        }
        guard !counted.isEmpty else {
            let statuses = Set(control.compactMap(\.read.status?.rawValue)).sorted()
            throw Problem(
                .scenario, "nothing on the map is \(choice.counting.label)",
                hint: "its areas are \(statuses.joined(separator: ", "))"
            ).inFile(file)
        }
        var sides: [String: Double] = [:]
        for area in counted {
            sides[area.read.holder ?? "", default: 0] +=
                Measuring.area(of: area.feature.geometry?.polygons ?? []).geodesicSquareMetres
        }
        let largest = sides.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        guard let side = choice.holder ?? largest else { return counted.map(\.feature) }
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
        return counted.filter { ($0.read.holder ?? "") == side }.map(\.feature)
    }

    /// A surface with what its file says of it.
    private typealias Area = (feature: Feature, read: ScenarioFeature)

    /// The control areas among some surfaces; nil where one word without a meaning here, such as that of a reserve, is said
    /// of all, so that they are an outline.
    ///
    /// - Throws: a problem when statuses mean nothing here: which of the areas count is then not known.
    private static func controlled(
        _ surfaces: [Feature], _ collection: CollectionRecord, _ file: String, _ notices: inout [Notice]
    ) throws(Problem) -> [Area]? {
        var reader = ScenarioReader()
        let scenario = reader.scenario(
            GeoJSONDocument(collection: collection, features: surfaces), file: file)
        let wrong = reader.problems.first { problem in
            problem.place.feature != nil
                && ["role", "status", "holder"].contains(problem.place.property)
        }
        if let wrong { throw wrong }
        // One that is left out has a problem.
        guard scenario.features.count == surfaces.count else { return nil }
        let nobodys = Set(scenario.nobodysGround)
        let all: [Area] = zip(surfaces, scenario.features).filter { $0.1.role == .control }.map { ($0, $1) }
        guard all.contains(where: { $0.read.status == nil }) else {
            notices += [
                reader.withoutStatusNotice(scenario.words), scenario.nobodysGroundNotice,
            ].compactMap(\.self)
            return all.filter { !nobodys.contains($0.read) }
        }
        let words = Set(all.map { $0.read.statusText ?? "" })
        guard words.count > 1 else { return nil }
        throw Problem(
            .scenario,
            "its areas have the statuses \(words.sorted().map { "\"\($0)\"" }.joined(separator: ", ")), and which of them count is not known",
            remedy:
                "\(.importGeoJSON) says it with \(.controlled) and \(.contested); \(.asDrawn) takes every area"
        ).inFile(file)
    }
}
