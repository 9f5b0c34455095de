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

    /// The regions of GeoData that claims of a map name: as denominators, which they then have, and as the region of
    /// their ground where the map says nothing of regions. A share of a region that names no other speaks of the ground
    /// in it.
    ///
    /// - Returns: the regions whose ground claims speak of, by the names that these give them.
    /// - Throws: a problem when several regions have a name, or GeoData cannot be read.
    func meant(by scenario: inout Scenario, _ log: InputLog) throws -> [String: NamedRegions] {
        var found: [String: NamedRegions] = [:]
        func find(_ name: String) throws -> NamedRegions? {
            if let known = found[name] { return known }
            guard let named = try NamedRegions.find(name) else { return nil }
            try named.note(in: log)
            found[name] = named
            return named
        }
        let saysRegions = scenario.features.contains { !$0.regions.isEmpty }
        let isCut = scenario.cutTo != nil
        var grounds: Set<String> = []
        for i in scenario.claims.indices {
            var claim = scenario.claims[i]
            if case .region(let name)? = claim.of, let region = try find(name) {
                claim.of = .areas(region.choice.denominators)
                if claim.subject.region == nil, claim.subject.id == nil, !saysRegions, !isCut {
                    claim.subject.region = name
                }
            }
            if let name = claim.subject.region, !saysRegions, try find(name) != nil {
                grounds.insert(name)
            }
            scenario.claims[i] = claim
        }
        return found.filter { grounds.contains($0.key) }
    }

    /// What is said of regions that claims speak of.
    static func notices(of regions: [String: NamedRegions], in file: String) -> [Notice] {
        regions.sorted { $0.key < $1.key }.flatMap { name, named in
            [
                Notice(
                    .note,
                    Problem(
                        .scenario,
                        "figures of \"\(name)\" are held against the ground in \(named.label)"
                    ).inFile(file))
            ] + named.notices
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
