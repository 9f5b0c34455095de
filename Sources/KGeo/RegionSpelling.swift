// Names of regions as a map spells them: `Kursk region` of a figure is the map's `Kursk Oblast`.

package import KGeoAtlas
package import KGeoCore
package import KGeoScenario

/// Finds the map's own name of a region that is called otherwise.
package struct RegionSpelling: Sendable {
    private let atlas: @Sendable () throws(Problem) -> RegionAtlas?

    /// - Parameter atlas: opens the regions by which names are compared; asked only where a name is not the map's own.
    package init(atlas: @escaping @Sendable () throws(Problem) -> RegionAtlas?) { self.atlas = atlas }

    /// Names are compared as they are written, but for case and accents.
    package static let plain = RegionSpelling { () throws(Problem) in nil }

    /// The name among those of a map that means the same region; the name itself where none does.
    ///
    /// - Throws: a problem when the regions cannot be read.
    package func own(_ name: String, among known: Set<String>) throws(Problem) -> String {
        guard !known.contains(name), !known.isEmpty else { return name }
        let folded = NameFolding.folded(name)
        if let same = known.sorted().first(where: { NameFolding.folded($0) == folded }) { return same }
        guard let atlas = try atlas() else { return name }
        for other in known.sorted() {
            if try atlas.areSame(name, other) { return other }
        }
        return name
    }
}

extension Scenario {
    /// Gives the claims the map's own names of the regions that they speak of.
    ///
    /// - Throws: a problem when the regions cannot be read.
    package mutating func spellRegions(_ spelling: RegionSpelling) throws(Problem) {
        let known = Set(features.flatMap(\.regions))
        for i in claims.indices {
            guard let name = claims[i].subject.region else { continue }
            claims[i].subject.region = try spelling.own(name, among: known)
        }
    }
}
