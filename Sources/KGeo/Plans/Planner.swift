// From a reading to a plan: the claim that the maps are asked, on which ground, of which time.

package import KGeoArticle
package import KGeoAtlas
package import KGeoCore
internal import KGeoScenario

/// Makes plans of readings. It opens no map.
package struct Planner {
    let atlas: RegionAtlas?
    let gazetteer: PlaceAtlas?
    /// Outlines of the user's, by their names.
    private let own: [OwnOutline]
    /// Regions that were asked for, by their names.
    private let known = Known()

    private final class Known {
        var grounds: [[String]: Ground] = [:]
    }

    /// An outline of a file, which comes before that of GeoData.
    package struct OwnOutline: Sendable {
        /// What it is called.
        package var name: String
        /// The file, and the name in it, as they can be typed.
        package var text: String
        /// What ground is cut by.
        package var cutting: CuttingRegion
        /// Its area as drawn.
        package var area: DenominatorUsed

        /// An outline from its parts.
        package init(name: String, text: String, cutting: CuttingRegion, area: DenominatorUsed) {
            (self.name, self.text, self.cutting, self.area) = (name, text, cutting, area)
        }
    }

    /// A planner.
    ///
    /// - Parameters:
    ///   - atlas: the regions of GeoData; nil without them.
    ///   - gazetteer: its places; nil without them.
    ///   - own: outlines that come before those.
    package init(atlas: RegionAtlas?, gazetteer: PlaceAtlas? = nil, own: [OwnOutline] = []) {
        (self.atlas, self.gazetteer, self.own) = (atlas, gazetteer, own)
    }

    // MARK: Regions

    /// A region as it is measured.
    package struct Ground: Sendable {
        /// As a plan names it.
        package var region: Plan.Region
        /// What ground is cut by.
        package var cutting: CuttingRegion
        /// What shares of it are taken of.
        package var denominators: [DenominatorUsed]
        /// What a reader must know of it.
        package var notices: [Notice] = []
    }

    /// The region of some names together.
    ///
    /// - Throws: a problem when nothing is called so, or several regions are.
    package func ground(_ names: [String]) throws(Problem) -> Ground {
        if names.count == 1,
            let outline = own.first(where: {
                $0.name == names[0] || NameFolding.folded($0.name) == NameFolding.folded(names[0])
            })
        {
            return Ground(
                region: Plan.Region(text: outline.text, countries: []), cutting: outline.cutting,
                denominators: [outline.area])
        }
        if let ground = known.grounds[names] { return ground }
        guard let atlas else {
            throw Problem(
                .input, "no outline of \(names.joined(separator: " and ")) is at hand",
                hint: "GeoData was not found")
        }
        let choice = RegionChoice(
            try names.map { name throws(Problem) in try atlas.region(name) }, file: atlas.fileName)
        let ground = Ground(
            region: Plan.Region(text: choice.names, countries: choice.countries),
            cutting: choice.cutting, denominators: choice.denominators, notices: choice.notices)
        known.grounds[names] = ground
        return ground
    }

    /// The region that a plan names.
    ///
    /// - Throws: a problem when nothing is called so.
    func ground(of region: Plan.Region) throws(Problem) -> Ground {
        if let place = region.around { return try ground(around: place) }
        if let outline = own.first(where: { $0.text == region.text }) { return try ground([outline.name]) }
        return try ground(region.text.split(separator: ";").map { String($0.drop { $0 == " " }) })
    }

    // MARK: Claims

    /// What is measured for a figure, with what stands beside it, or why nothing can be.
    ///
    /// - Parameter number: the figure's number in its text, which becomes the id of the claim.
    package func plan(
        _ figure: ExtractedClaim, _ reading: Reading, number: Int
    ) -> Result<Plan, Unlinked> {
        guard reading.isCheckable else { return .failure(Unlinked(reading.whyNot ?? "it has no reading")) }
        if ![.area, .share, .rate].contains(reading.kind) {
            return linePlan(figure.claim(as: reading, number: number), reading)
        }
        guard !reading.regions.isEmpty else { return .failure(Unlinked("no region is named")) }
        let ground: Ground
        do throws(Problem) { ground = try self.ground(reading.regions) } catch {
            return .failure(Unlinked([error.message, error.hint].compactMap(\.self).joined(separator: ": ")))
        }
        var claim = figure.claim(as: reading, number: number)
        if reading.kind == .share {
            if case .ground(.held, let holder?, reading.regions, .peak) = reading.of {
                return pocketPlan(claim, of: holder, in: ground.region)
            }
            guard case .region(let names) = reading.of, names == reading.regions else {
                return .failure(
                    Unlinked(
                        "it is a share of \(reading.of?.words ?? "something"), which is not measured yet"))
            }
            claim.of = .areas(ground.denominators)
        }
        var plan = Plan(claim, in: ground.region)
        plan.isShareOfRegion = reading.kind == .share
        plan.beside = beside(plan)
        return .success(plan)
    }
}
