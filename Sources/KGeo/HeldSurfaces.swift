// Which surfaces of a map are the ground of one side: those of a status that counts and of one holder.

package import KGeoControl
package import KGeoCore
package import KGeoJSON
internal import KGeoMeasure

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
        let control = surfaces.filter { word("role", of: $0) == Role.control.rawValue }
        guard let choice, !control.isEmpty else { return surfaces }
        let holders = Set(control.compactMap { word("holder", of: $0) }).sorted()
        if let holder = choice.holder, !holders.contains(holder) {
            throw Problem(
                .scenario, "nothing on the map is held by \"\(holder)\"",
                hint: "holders: " + (holders.isEmpty ? "none named" : holders.joined(separator: ", "))
            ).inFile(file)
        }
        let counted = control.filter { area in
            word("status", of: area).flatMap { Status(rawValue: $0) }
                .map(choice.counting.statuses.contains) ?? false
        }
        guard !counted.isEmpty else {
            let statuses = Set(control.compactMap { word("status", of: $0) }).sorted()
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

    private static func word(_ name: String, of feature: Feature) -> String? {
        feature.record.properties?[name]?.string
    }
}
