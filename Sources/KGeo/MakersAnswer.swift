// What is asked of several mapmakers' maps, and what a shelf of them answers: day by day, pair by pair over the days, and
// over a period.

package import KGeoControl
package import KGeoCore
internal import KGeoVerdict

/// What is asked of the maps of several makers.
package struct MakersQuestion {
    /// The day on which they are compared; nil: every day of the first maker on which another has a map.
    package var day: CalendarDate?
    /// The days over which net changes are wanted; with it and without a day, no day is compared.
    package var period: ClosedRange<CalendarDate>?
    /// How far a map may lie from a day, in days.
    package var window: Int
    /// Figures that are held against the map of each maker.
    package var claims: [Claim]
    /// Where their fronts are compared.
    package var displacement: DisplacementSettings

    /// A question.
    package init(
        day: CalendarDate? = nil, period: ClosedRange<CalendarDate>? = nil, window: Int, claims: [Claim] = [],
        displacement: DisplacementSettings = DisplacementSettings()
    ) {
        self.day = day
        self.period = period
        self.window = window
        self.claims = claims
        self.displacement = displacement
    }
}

/// What the maps of several makers answer.
package struct MakersAnswer: Sendable {
    /// What the maps of a day say of a figure.
    package struct Fit: Sendable {
        /// The figure as it was given.
        package var said: String
        /// What each maker's map says of it, in the order of the makers; nil where it cannot be asked.
        package var findings: [Finding?]
    }

    /// A day with the figures that were held against it.
    package struct Day: Sendable {
        /// The makers' maps of the day.
        package var comparison: MakerComparison
        /// The figures.
        package var fits: [Fit]
        /// How fast the front moved by the first maker's maps; nil where that is not known, and for a day alone.
        package var speed: FrontSpeed?
    }

    /// Each day that was compared.
    package var days: [Day] = []
    /// Each pair of makers over several days.
    package var studies: [PairStudy] = []
    /// What each maker's ground gained and lost over the period.
    package var changes: [MakerNetChange] = []
}

extension MakerShelf {
    /// How far, in days, another map of a maker may lie to tell how fast its front moves.
    private static let speedDays = 100

    /// The answer to a question.
    ///
    /// - Throws: a problem when no two makers have maps for it, or their grounds cannot be laid over each other.
    package func answer(_ question: MakersQuestion) throws(Problem) -> MakersAnswer {
        var answer = MakersAnswer()
        if question.period == nil || question.day != nil {
            answer.days = try compared(question)
            // One day alone is not pooled with others.
            for i in answer.days.indices where answer.days.count > 1 {
                answer.days[i].speed = try speed(
                    around: answer.days[i].comparison.maps[0], within: Self.speedDays,
                    in: question.displacement.region)
            }
        }
        answer.studies = studies(answer.days)
        answer.changes = try changes(question)
        return answer
    }

    private func compared(_ question: MakersQuestion) throws(Problem) -> [MakersAnswer.Day] {
        let days = question.day.map { [$0] } ?? self.days(window: question.window)
        guard !days.isEmpty else {
            throw Self.missing("no two makers have a map within \(question.window) days of each other")
        }
        var field: DisplacementField?
        return try days.map { day throws(Problem) in
            let maps = self.maps(on: day, window: question.window)
            guard maps.count > 1 else {
                let who = maps.first.map { "\(SafeText.escaped($0.maker)) alone has" } ?? "no maker has"
                throw Self.missing(
                    "\(who) a map within \(question.window) days of \(day?.description ?? "that day")")
            }
            let here = field ?? DisplacementField(question.displacement, around: maps[0].map.ground.polygons)
            field = here
            let comparison = try MakerComparison(maps, on: day, in: here)
            let fits = try question.claims.map { claim throws(Problem) in
                MakersAnswer.Fit(
                    said: claim.quote ?? claim.id,
                    findings: try maps.map { map throws(Problem) in
                        try finding(of: claim, on: map, settings: CheckSettings())
                    })
            }
            return MakersAnswer.Day(comparison: comparison, fits: fits)
        }
    }

    /// The net change of each maker that has a map at both ends of the period.
    private func changes(_ question: MakersQuestion) throws(Problem) -> [MakerNetChange] {
        guard let period = question.period else { return [] }
        let before = CalendarDate(dayNumber: period.lowerBound.dayNumber - 1)
        let old = maps(on: before, window: question.window)
        let new = maps(on: period.upperBound, window: question.window)
        let both = old.compactMap { old in new.first { $0.maker == old.maker }.map { (old: old, new: $0) } }
        guard let first = both.first else {
            throw Self.missing(
                "no maker has a map at both ends of the period, within \(question.window) days of \(before) and \(period.upperBound)"
            )
        }
        return try MakerNetChange.changes(
            both, near: first.new.map.ground.polygons, in: question.displacement.region)
    }

    /// Every two makers over the days on which both have a map, where these are several.
    private func studies(_ days: [MakersAnswer.Day]) -> [PairStudy] {
        guard days.count > 1 else { return [] }
        var studies: [PairStudy] = []
        let names = makers.map(\.name)
        for (i, first) in names.enumerated() {
            for second in names[(i + 1)...] {
                let common = days.compactMap { day -> PairStudy.Day? in
                    let maps = day.comparison.maps
                    let pair = day.comparison.pairs.first {
                        maps[$0.first].maker == first && maps[$0.second].maker == second
                    }
                    return pair.map {
                        PairStudy.Day(
                            date: day.comparison.day, isMobile: day.speed?.isMobile ?? false,
                            runs: $0.displacement.stretches.map(\.metres))
                    }
                }
                guard common.count > 1 else { continue }
                studies.append(
                    PairStudy(first, second, days: common, mobileLaw: TwoPartLaw.movingFront))
            }
        }
        return studies
    }

    private static func missing(_ message: String) -> Problem {
        Problem(.scenario, message, remedy: "\(.windowDays) widens the window")
    }
}
