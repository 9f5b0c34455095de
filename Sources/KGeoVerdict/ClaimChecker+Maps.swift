// Which of a scenario's maps a claim is held against.

internal import KGeoCore
internal import KGeoScenario

extension ClaimChecker {
    /// The maps a claim is held against.
    struct Choice {
        var maps: [DatedMap]
        /// The map of the claim's date among them; nil for a claim over a period.
        var chosen: DatedMap?
    }

    func choice(of claim: Claim, _ features: [ScenarioFeature]) throws(Stop) -> Choice {
        if let word = features.first(where: { $0.role == .control && $0.status == nil })?.statusText {
            throw .problem(
                Problem(
                    .scenario,
                    "the status \"\(word)\" is not mapped, so it cannot be said whether it counts as held",
                    remedy: "say what it means with \(.controlled), \(.contested) or \(.ignored)"
                ).inFile(scenario.file))
        }
        // The date of the settings is for claims that give neither day nor period.
        let asOf = claim.asOf ?? (claim.period == nil ? settings.asOf : nil)
        let isChange = claim.isChange
        let isOverPeriod = claim.measure != .held || isChange || (claim.period != nil && asOf == nil)
        var maps = Scenario.maps(
            features,
            including: isOverPeriod ? turns(features, claim) : asOf.map { [$0] + ends(features) } ?? []
        )
        if maps.count > 1, let undated = maps.last, undated.date == nil {
            let count = undated.features.count
            measurer.warn(
                "\(count) \(count == 1 ? "feature" : "features") of \(claim.subject.label) without a date left out"
            )
            maps.removeLast()
        }
        warnOfSources(maps, claim)
        if isChange { return try span(of: claim, maps) }
        if isOverPeriod { return try period(claim, maps) }
        // What carries no date at all and is no control area (a road, an oblast) is always as it is drawn.
        if maps.count == 1, maps[0].date == nil, !features.contains(where: { $0.role == .control }) {
            return Choice(maps: maps, chosen: maps[0])
        }
        guard let asOf else {
            guard maps.count == 1 else {
                throw .notCheckable(
                    "the claim gives no date and the map has \(maps.count) (\(span(maps))); set as_of")
            }
            return Choice(maps: maps, chosen: maps[0])
        }
        return try nearest(to: asOf, claim, maps)
    }

    /// How far a map may lie from a day, in days.
    private func window(_ claim: Claim) -> Int {
        settings.windowDays ?? claim.windowDays ?? scenario.defaults.windowDays
            ?? CheckSettings.defaultWindowDays
    }

    /// The two maps between which a change is measured, and those between them.
    private func span(of claim: Claim, _ maps: [DatedMap]) throws(Stop) -> Choice {
        let dated = maps.filter { $0.date != nil }
        let word = claim.kind == .rate ? "a rate" : "\"\(claim.measure.rawValue)\""
        guard !dated.isEmpty else {
            throw .notCheckable("\(word) needs two maps, and the map carries no date")
        }
        var ends = (first: dated.startIndex, last: dated.index(before: dated.endIndex))
        let window = window(claim)
        if let period = claim.period {
            ends = (
                try end(claim.dayBefore(period), "the day before the period", dated, window),
                try end(period.upperBound, "the period's end", dated, window)
            )
            try covers(period, claim, dated[ends.first].date, dated[ends.last].date)
        } else if let asOf = claim.asOf ?? settings.asOf {
            let near = dated.indices.filter { i in
                dated[i].date.map { abs($0.days(to: asOf)) <= window } ?? false
            }
            guard let first = near.first, let last = near.last, first < last else {
                throw .notCheckable(
                    "\(word) needs two maps within \(days(window)) of \(asOf), or a period; the maps run \(span(dated))"
                )
            }
            ends = (first, last)
        } else if dated.count > 2 {
            throw .notCheckable("\(word) needs a period; the map has \(dated.count) dates (\(span(dated)))")
        }
        guard ends.first < ends.last else {
            let one = dated[ends.first].date.map { " of \($0)" } ?? ""
            throw .notCheckable(
                "\(word) needs two maps, and there is one\(one)\(claim.period == nil ? "" : " for both ends of the period")"
            )
        }
        return Choice(maps: Array(dated[ends.first...ends.last]), chosen: nil)
    }

    /// Ground of five days is no answer to a figure of one: the time between the maps may differ from that of the
    /// period by a third of it, whatever the window of each map.
    private func covers(
        _ period: ClosedRange<CalendarDate>, _ claim: Claim, _ first: CalendarDate?, _ last: CalendarDate?
    ) throws(Stop) {
        guard let first, let last, first < last else { return }
        let wanted = claim.dayBefore(period).days(to: period.upperBound)
        let covered = first.days(to: last)
        guard abs(covered - wanted) * 3 > wanted else { return }
        throw .notCheckable(
            "the maps nearest to the ends of the period, of \(first) and \(last), lie \(days(covered)) apart, the period has \(days(wanted))"
        )
    }

    /// The map nearest to an end of a period; ties go to the earlier one.
    private func end(
        _ day: CalendarDate, _ word: String, _ dated: [DatedMap], _ window: Int
    ) throws(Stop) -> Int {
        func distance(_ i: Int) -> Int { dated[i].date.map { abs($0.days(to: day)) } ?? .max }
        guard let nearest = dated.indices.min(by: { distance($0) < distance($1) }),
            let date = dated[nearest].date
        else { throw .notCheckable("the map carries no date") }
        guard distance(nearest) <= window else {
            throw .notCheckable(
                "no map within \(days(window)) of \(word), \(day); the nearest is of \(date), \(days(distance(nearest))) away"
            )
        }
        return nearest
    }

    private func nearest(to asOf: CalendarDate, _ claim: Claim, _ maps: [DatedMap]) throws(Stop) -> Choice {
        let dated = maps.filter { $0.date != nil }
        let window = window(claim)
        func distance(_ map: DatedMap) -> Int { map.date.map { abs($0.days(to: asOf)) } ?? .max }
        // Ties go to the earlier map: maps are in order, and min keeps the first.
        guard let nearest = dated.min(by: { distance($0) < distance($1) }), let date = nearest.date else {
            throw .notCheckable(
                "the map carries no date; give it one with a property or \(.givenProperty) date=\(asOf)")
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
    private func turns(_ features: [ScenarioFeature], _ claim: Claim) -> [CalendarDate] {
        let ends = ends(features)
        let after = ends.map { CalendarDate(dayNumber: $0.dayNumber + 1) }
        let own = claim.period.map {
            [claim.isChange ? claim.dayBefore($0) : $0.lowerBound, $0.upperBound]
        }
        return ends + after + (own ?? [])
    }

    /// Several mapmakers' drawings of one day are one union here, which is seldom what is meant.
    private func warnOfSources(_ maps: [DatedMap], _ claim: Claim) {
        for map in maps {
            // A road and a town may well come from different hands.
            let isGround = map.features.contains(where: { $0.role == .control })
            guard isGround || ![.length, .distance].contains(claim.kind) else { continue }
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
