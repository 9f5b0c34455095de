// Which of a scenario's maps a claim is held against.

internal import KGeoCore
internal import KGeoScenario

extension AreaChecker {
    /// The maps a claim is held against.
    struct Choice {
        var maps: [DatedMap]
        /// The map of the claim's date among them; nil for a claim over a period.
        var chosen: DatedMap?
    }

    func choice(of claim: Claim) throws(Stop) -> Choice {
        guard claim.kind == .area || claim.kind == .share else {
            throw .notCheckable("a \(claim.kind.rawValue) is neither an area nor a share")
        }
        guard [.held, .peak, .lowest, .mean].contains(claim.measure) else {
            throw .notCheckable(
                "\"\(claim.measure.rawValue)\" needs the change between two maps, which is not measured here")
        }
        let features = scenario.features(of: claim.subject).filter { feature in
            // Nothing drawn is an area of 0; a line or a point is no area at all.
            feature.geometry.map { !$0.polygons.isEmpty || $0.allCoordinates.isEmpty } ?? true
        }
        guard !features.isEmpty else {
            throw .notCheckable(
                claim.subject == Subject()
                    ? "the map has no control area" : "the map has no area of \(claim.subject.label)")
        }
        if let word = features.first(where: { $0.role == .control && $0.status == nil })?.statusText {
            throw .problem(
                Problem(
                    .scenario,
                    "the status \"\(word)\" is not mapped, so it cannot be said whether it counts as held",
                    hint: "say what it means with --controlled, --contested or --ignored"
                ).inFile(scenario.file))
        }
        // The date of the settings is for claims that give neither day nor period.
        let asOf = claim.asOf ?? (claim.period == nil ? settings.asOf : nil)
        let isOverPeriod = claim.measure != .held || (claim.period != nil && asOf == nil)
        var maps = Scenario.maps(
            features,
            including: isOverPeriod ? turns(features, claim.period) : asOf.map { [$0] + ends(features) } ?? []
        )
        if maps.count > 1, let undated = maps.last, undated.date == nil {
            let count = undated.features.count
            measurer.warn(
                "\(count) \(count == 1 ? "feature" : "features") of \(claim.subject.label) without a date left out"
            )
            maps.removeLast()
        }
        warnOfSources(maps, claim)
        if isOverPeriod { return try period(claim, maps) }
        guard let asOf else {
            guard maps.count == 1 else {
                throw .notCheckable(
                    "the claim gives no date and the map has \(maps.count) (\(span(maps))); set as_of")
            }
            return Choice(maps: maps, chosen: maps[0])
        }
        return try nearest(to: asOf, claim, maps)
    }

    private func nearest(to asOf: CalendarDate, _ claim: Claim, _ maps: [DatedMap]) throws(Stop) -> Choice {
        let dated = maps.filter { $0.date != nil }
        let window =
            settings.windowDays ?? claim.windowDays ?? scenario.defaults.windowDays
            ?? CheckSettings.defaultWindowDays
        func distance(_ map: DatedMap) -> Int { map.date.map { abs($0.days(to: asOf)) } ?? .max }
        // Ties go to the earlier map: maps are in order, and min keeps the first.
        guard let nearest = dated.min(by: { distance($0) < distance($1) }), let date = nearest.date else {
            throw .notCheckable("the map carries no date; give it one with a property or --set date=\(asOf)")
        }
        guard distance(nearest) <= window else {
            throw .notCheckable(
                "no map within \(days(window)) of \(asOf); the nearest is of \(date), \(days(distance(nearest))) away"
            )
        }
        return Choice(maps: dated.filter { distance($0) <= window }, chosen: nearest)
    }

    private func period(_ claim: Claim, _ maps: [DatedMap]) throws(Stop) -> Choice {
        let dated = maps.filter { $0.date != nil }
        guard !dated.isEmpty else { throw .notCheckable("the map carries no date") }
        // A figure said on a day speaks of what was until then.
        let until = claim.asOf ?? settings.asOf
        guard claim.period != nil || until != nil else { return try covering(claim, dated, nil) }
        let first = claim.period?.lowerBound ?? dated[0].date ?? CalendarDate(dayNumber: 0)
        let period = first...max(first, claim.period?.upperBound ?? until ?? first)
        let inside = dated.filter { $0.date.map(period.contains) ?? false }
        guard !inside.isEmpty else {
            throw .notCheckable(
                "no map lies between \(period.lowerBound) and \(period.upperBound); they run \(span(dated))")
        }
        return try covering(claim, inside, claim.period)
    }

    /// A mean needs maps over at least half of its period; one map has none.
    private func covering(
        _ claim: Claim, _ maps: [DatedMap], _ period: ClosedRange<CalendarDate>?
    ) throws(Stop) -> Choice {
        if claim.measure == .mean, let first = maps.first?.date, let last = maps.last?.date {
            let covered = first.days(to: last)
            let wanted = period.map { $0.lowerBound.days(to: $0.upperBound) } ?? covered
            guard maps.count > 1, 2 * covered >= wanted else {
                let count = maps.count == 1 ? "there is 1" : "there are \(maps.count)"
                throw .notCheckable(
                    "a mean needs maps over at least half of the period; \(count) (\(span(maps)))")
            }
        }
        return Choice(maps: maps, chosen: nil)
    }

    /// The last days of features that end.
    private func ends(_ features: [ScenarioFeature]) -> [CalendarDate] { features.compactMap(\.dateEnd) }

    /// The days between which what holds may change beside the dates of the features: when one has ended, and
    /// at the ends of the period.
    private func turns(_ features: [ScenarioFeature], _ period: ClosedRange<CalendarDate>?) -> [CalendarDate]
    {
        let ends = ends(features)
        let after = ends.map { CalendarDate(dayNumber: $0.dayNumber + 1) }
        return ends + after + (period.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }

    /// Several mapmakers' drawings of one day are one union here, which is seldom what is meant.
    private func warnOfSources(_ maps: [DatedMap], _ claim: Claim) {
        for map in maps {
            var sources: [String] = []
            for source in map.features.compactMap(\.source) where !sources.contains(source) {
                sources.append(source)
            }
            guard sources.count > 1 else { continue }
            let named = sources.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
            measurer.warn(
                "\(claim.subject.label): areas from \(sources.count) sources (\(named)\(sources.count > 3 ? ", …" : "")) are measured as one map",
                hint: "to compare mapmakers, give each a file of its own")
            return
        }
    }

    private func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

    private func span(_ maps: [DatedMap]) -> String {
        let dates = maps.compactMap(\.date)
        guard let first = dates.first, let last = dates.last else { return "undated" }
        return first == last ? "of \(first)" : "from \(first) to \(last)"
    }
}
