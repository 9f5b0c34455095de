// Which of a scenario's maps a claim is held against.

internal import KGeoCore
internal import KGeoScenario

extension ClaimChecker {
    /// The maps a claim is held against.
    struct Choice {
        var maps: [DatedMap]
        /// The map of the claim's date among them; nil for a claim over a period.
        var chosen: DatedMap?
        /// The maps that bracket the claim's day, `chosen` first: one where the day has its own, or only one side a map
        /// near enough. Empty for a claim that means no day.
        var bracket: [DatedMap] = []
        /// Of a change the maps from each start to each end that bracket the ends of its period, the nearest first.
        var spans: [[DatedMap]] = []
        /// What a reader must know of the days.
        var note: String?
    }

    func choice(of claim: Claim, _ ground: ClaimGround) throws(Stop) -> Choice {
        if let word = ground.unmappedStatus {
            throw .problem(
                Problem(
                    .scenario,
                    "the status \"\(word)\" is not mapped, so it cannot be said whether it counts as held",
                    remedy: "say what it means with \(.controlled), \(.contested) or \(.ignored)"
                ).inFile(scenario.file))
        }
        let ground = try withoutGaps(ground)
        // The date of the settings is for claims that give neither day nor period.
        let asOf = claim.asOf ?? (claim.period == nil ? settings.asOf : nil)
        let isChange = claim.isChange
        let isOverPeriod = claim.measure != .held || isChange || (claim.period != nil && asOf == nil)
        if ground.isDated, let undated = ground.undated {
            let count = undated.features.count
            measurer.warn(
                "\(count) \(count == 1 ? "feature" : "features") of \(claim.subject.label) without a date left out"
            )
        }
        warnOfSources(ground, claim)
        let maps = isOverPeriod ? ground.maps(turningOn: ends(of: claim)) : ground.maps(around: asOf)
        if isChange { return try span(of: claim, maps.all) }
        if isOverPeriod { return try period(claim, maps) }
        // What carries no date at all and is no control area (a road, an oblast) is always as it is drawn.
        if !ground.isDated, let undated = ground.undated, asOf == nil || !ground.hasControl {
            return Choice(maps: [undated], chosen: undated)
        }
        guard let asOf else {
            let all = maps.all
            guard all.count == 1 else {
                throw .notCheckable(
                    "the claim gives no date and the map has \(all.count) (\(span(all))); set as_of")
            }
            return Choice(maps: all, chosen: all[0])
        }
        return try nearest(to: asOf, claim, maps)
    }

    /// The ground without the days on which what is held is not known: those have no map.
    private func withoutGaps(_ ground: ClaimGround) throws(Stop) -> ClaimGround {
        guard ground.hasControl, !scenario.gaps.isEmpty else { return ground }
        var reasons: [CalendarDate?: String] = [:]
        for gap in scenario.gaps(counting: .controlled) { reasons[gap.date] = gap.reason }
        let known = ground.features.filter { reasons[$0.date] == nil }
        if known.isEmpty, let reason = ground.features.first.flatMap({ reasons[$0.date] }) {
            throw .notCheckable(Wording(reason))
        }
        return known.count == ground.features.count ? ground : ClaimGround(known)
    }

    /// By how many days the maps may be earlier than their dates, where their maker's lag is not known to a day: the
    /// neighbouring map then decides too.
    private var daysEarlier: Int { scenario.daysEarlier }

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
        let window = window(claim)
        if let period = claim.period { return try spans(over: period, claim, word, dated, window) }
        var ends = (first: dated.startIndex, last: dated.index(before: dated.endIndex))
        if let asOf = claim.asOf ?? settings.asOf {
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
            throw .notCheckable("\(word) needs two maps, and there is one\(one)")
        }
        let maps = Array(dated[ends.first...ends.last])
        return Choice(maps: maps, spans: [maps])
    }

    /// The maps between which a change over a period is measured: from each that brackets the end of the day before it to
    /// each that brackets its last day, the nearest first.
    private func spans(
        over period: ClosedRange<CalendarDate>, _ claim: Claim, _ word: String, _ dated: [DatedMap],
        _ window: Int
    ) throws(Stop) -> Choice {
        let starts = try ends(claim.dayBefore(period), "the day before the period", dated, window)
        let stops = try ends(period.upperBound, "the period's end", dated, window)
        let pairs = starts.flatMap { start in stops.map { (start, $0) } }.filter { $0.0 < $0.1 }
        guard !pairs.isEmpty else {
            let one = starts.first.flatMap { dated[$0].date }.map { " of \($0)" } ?? ""
            throw .notCheckable(
                "\(word) needs two maps, and there is one\(one) for both ends of the period")
        }
        let covering = pairs.filter { covers(period, claim, dated[$0.0].date, dated[$0.1].date) }
        guard !covering.isEmpty else { throw tooFarApart(pairs, period, claim, dated) }
        let spans = covering.map { Array(dated[$0.0...$0.1]) }
        return Choice(maps: spans[0], spans: spans)
    }

    /// Ground of five days is no answer to a figure of one: the time between the maps may differ from that of the
    /// period by a third of it, whatever the window of each map.
    private func covers(
        _ period: ClosedRange<CalendarDate>, _ claim: Claim, _ first: CalendarDate?, _ last: CalendarDate?
    ) -> Bool {
        guard let first, let last, first < last else { return true }
        let wanted = claim.dayBefore(period).days(to: period.upperBound)
        return abs(first.days(to: last) - wanted) * 3 <= wanted
    }

    private func tooFarApart(
        _ pairs: [(Int, Int)], _ period: ClosedRange<CalendarDate>, _ claim: Claim, _ dated: [DatedMap]
    ) -> Stop {
        let wanted = claim.dayBefore(period).days(to: period.upperBound)
        guard let (start, stop) = pairs.first, let first = dated[start].date, let last = dated[stop].date
        else { return .notCheckable("there are no two maps") }
        return .notCheckable(
            "the maps nearest to the ends of the period, of \(first) and \(last), lie \(days(first.days(to: last))) apart, the period has \(days(wanted))"
        )
    }

    /// The maps that bracket an end of a period, the nearest first.
    private func ends(
        _ day: CalendarDate, _ word: String, _ dated: [DatedMap], _ window: Int
    ) throws(Stop) -> [Int] {
        func distance(_ i: Int) -> Int { dated[i].date.map { abs($0.days(to: day)) } ?? .max }
        let sure = CalendarDate(dayNumber: day.dayNumber + daysEarlier)
        let before = dated.lastIndex { $0.date.map { $0 <= day } ?? false }
        let after =
            dated.firstIndex { $0.date.map { $0 >= sure } ?? false }
            ?? dated.lastIndex { $0.date.map { $0 >= day } ?? false }
        var bracket = [before, after].compactMap(\.self)
        if before == after { bracket.removeLast() }
        if let a = bracket.first, let b = bracket.last, distance(b) < distance(a) { bracket = [b, a] }
        let near = bracket.filter { distance($0) <= window }
        guard near.isEmpty else { return near }
        guard let nearest = bracket.first, let date = dated[nearest].date else {
            throw .notCheckable("the map carries no date")
        }
        throw .notCheckable(
            "no map within \(days(window)) of \(word), \(day); the nearest is of \(date), \(days(distance(nearest))) away"
        )
    }

    /// The maps that bracket a day, of which the nearer one is printed and both decide.
    private func nearest(to asOf: CalendarDate, _ claim: Claim, _ maps: MapList) throws(Stop) -> Choice {
        let window = window(claim)
        func distance(_ map: DatedMap) -> Int { map.date.map { abs($0.days(to: asOf)) } ?? .max }
        let (before, after) = maps.bracketing(asOf, daysEarlier: daysEarlier)
        var bracket = [before, after].compactMap(\.self)
        if before?.date == after?.date { bracket = Array(bracket.prefix(1)) }
        if let a = bracket.first, let b = bracket.last, distance(b) < distance(a) { bracket = [b, a] }
        guard let nearest = bracket.first, let date = nearest.date else {
            throw .notCheckable(
                "the map carries no date; give it one with a property or \(.givenProperty) date=\(asOf)")
        }
        let near = bracket.filter { distance($0) <= window }
        guard !near.isEmpty else {
            throw .notCheckable(
                "no map within \(days(window)) of \(asOf); the nearest is of \(date), \(days(distance(nearest))) away"
            )
        }
        let around =
            CalendarDate(
                dayNumber: asOf.dayNumber - window)...CalendarDate(dayNumber: asOf.dayNumber + window)
        var choice = Choice(
            maps: settings.measuresWindow ? maps.within(around) : near, chosen: nearest, bracket: near)
        if near.count == 1, date != asOf {
            choice.note =
                "by the map of \(date) alone: none lies within \(days(window)) \(date < asOf ? "after" : "before") \(asOf)"
        }
        return choice
    }

    private func period(_ claim: Claim, _ maps: MapList) throws(Stop) -> Choice {
        guard !maps.isEmpty else { throw .notCheckable("the map carries no date") }
        // A figure said on a day speaks of what was until then.
        let until = claim.asOf ?? settings.asOf
        guard claim.period != nil || until != nil else { return try covering(claim, maps.all, nil) }
        let first = claim.period?.lowerBound ?? maps.first?.date ?? CalendarDate(dayNumber: 0)
        let period = first...max(first, claim.period?.upperBound ?? until ?? first)
        let inside = maps.within(period)
        guard !inside.isEmpty else {
            throw .notCheckable(
                "no map lies between \(period.lowerBound) and \(period.upperBound); they run \(span(maps.all))"
            )
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

    /// The days at the ends of a claim's period, between which what holds may change.
    private func ends(of claim: Claim) -> [CalendarDate] {
        claim.period.map {
            [claim.isChange ? claim.dayBefore($0) : $0.lowerBound, $0.upperBound]
        } ?? []
    }

    /// Several mapmakers' drawings of one day are one union here, which is seldom what is meant.
    private func warnOfSources(_ ground: ClaimGround, _ claim: Claim) {
        // A road and a town may well come from different hands.
        let isOfGround = [.length, .distance].contains(claim.kind)
        guard let sources = isOfGround ? ground.mixedSources : ground.anyMixedSources else { return }
        let named = sources.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
        measurer.warn(
            "\(claim.subject.label): areas from \(sources.count) sources (\(named)\(sources.count > 3 ? ", …" : "")) are measured as one map",
            hint: "to compare mapmakers, give each a file of its own")
    }

    private func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

    private func span(_ maps: [DatedMap]) -> String {
        let dates = maps.compactMap(\.date)
        guard let first = dates.first, let last = dates.last else { return "undated" }
        return first == last ? "of \(first)" : "from \(first) to \(last)"
    }
}
