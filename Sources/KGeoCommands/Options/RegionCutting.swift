// The region whose ground a check looks at: --in, or a region as the denominator of --of.

internal import KGeo
internal import KGeoAtlas
internal import KGeoClaims
internal import KGeoControl
internal import KGeoCore
internal import KGeoJSON
internal import KGeoScenario

/// What of a map is checked, where a region says so.
struct RegionCutting {
    /// The region of --in.
    private var inside: (region: CuttingRegion, countries: Set<String>, notices: [Notice])?
    /// The region of --of, under the name that was typed.
    private var whole: (text: String, named: NamedRegions)?

    /// Reads the regions that the options name.
    ///
    /// - Throws: a problem when --in is neither a file with areas nor a region.
    init(_ arguments: CheckArguments, _ log: InputLog) throws {
        if let text = arguments.region {
            let named = try NamedFeatures(text, arguments.input, takesRegions: .whole, log: log)
            if let regions = named.regions {
                inside = (regions.choice.cutting, regions.choice.countries, regions.notices)
            } else {
                let areas = try NamedAreas(named.features, file: named.path)
                inside = (
                    CuttingRegion(
                        name: text, polygons: areas.areas.flatMap(\.polygons), knownLines: [],
                        ownError: areas.areas.compactMap {
                            $0.feature.record.properties?["boundary_error_m"]?.double
                        }.max()),
                    [], named.notices + areas.notices
                )
            }
        }
        if let text = arguments.claimArguments.of, let named = try NamedRegions.find(text) {
            try named.note(in: log)
            whole = (text, named)
        }
    }

    /// The region of --of, unless a map has a feature of that id.
    private func denominator(in scenario: Scenario) -> NamedRegions? {
        guard let whole, !scenario.features.contains(where: { $0.id == whole.text }) else { return nil }
        return whole.named
    }

    /// Claims whose denominator is the region of --of.
    func named(_ claims: [Claim], in scenario: Scenario) -> [Claim] {
        guard let whole, let region = denominator(in: scenario) else { return claims }
        let areas = region.choice.denominators
        return claims.map { claim in
            guard claim.of == .feature(id: whole.text) || claim.of == .official(code: whole.text) else {
                return claim
            }
            var claim = claim
            claim.of = .areas(areas)
            return claim
        }
    }

    /// What the ground of a map is cut by; nil when all of it counts.
    func region(for scenario: Scenario) -> CuttingRegion? {
        inside?.region ?? denominator(in: scenario).map(\.choice.cutting)
    }

    /// The codes of the countries that it lies in.
    func countries(for scenario: Scenario) -> Set<String> {
        inside?.countries ?? denominator(in: scenario)?.choice.countries ?? []
    }

    /// What is said of it.
    func notices(for scenario: Scenario) -> [Notice] {
        guard let region = region(for: scenario) else { return [] }
        return [
            Notice(
                .note,
                Problem(.scenario, "only the ground in \(region.name) is counted").inFile(scenario.file))
        ] + (inside?.notices ?? denominator(in: scenario)?.notices ?? [])
    }
}
