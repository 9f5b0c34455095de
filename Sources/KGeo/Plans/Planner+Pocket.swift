// Shares of a pocket at its largest: of the most that a side held there, as the maps of a maker show it.

internal import KGeoArticle
internal import KGeoCore

extension Planner {
    /// What is measured for a share of the most that a side held in a region up to a day: what it holds still, or what it
    /// has lost since.
    func pocketPlan(_ claim: Claim, of holder: String, in region: Plan.Region) -> Result<Plan, Unlinked> {
        let isChange = claim.measure == .gained || claim.measure == .lost
        let last = claim.asOf ?? (isChange ? claim.period?.upperBound : nil)
        guard let day = last, let unit = MeasureUnit.named("km2") else {
            return .failure(Unlinked("a share of a pocket at its largest is measured on a day"))
        }
        var most = claim
        (most.id, most.kind, most.measure, most.unit) = (claim.id + "-peak", .area, .peak, unit)
        (most.subject.holder, most.asOf, most.period) = (holder, day, nil)
        var share = claim
        switch (claim.measure, claim.subject.holder == holder) {
        case (.held, true): break
        case (.lost, true), (.gained, false): share.measure = .lost
        default:
            return .failure(Unlinked("of a pocket what its holder holds still or has lost is measured"))
        }
        share.subject.holder = holder
        // The part and the whole count the same.
        share.counting = claim.counting ?? claim.worded ?? .controlled
        most.counting = share.counting
        var plan = Plan(share, in: region)
        plan.peak = [Plan(most, in: region)]
        return .success(plan)
    }
}

extension Plan {
    /// The plan of a share of a pocket on the maps that show its peak; nil where they show none before the day.
    func sharing(_ peak: PlanAnswer) -> Plan? {
        let found = peak.finding.definitions.lazy.compactMap(\.measured).first
        guard let found, found.value > 0, let date = found.date, let day = self.day, date < day else {
            return nil
        }
        var plan = self
        plan.claim.of = .areas([
            DenominatorUsed(
                name: "the most it held, on \(date)", squareMetres: found.value, source: peak.maker)
        ])
        if claim.measure == .lost {
            let first = CalendarDate(dayNumber: date.dayNumber + 1)
            // What was lost in a time of its own is of that time; else since the day of the peak.
            (plan.claim.asOf, plan.claim.period) = (nil, max(first, claim.period?.lowerBound ?? first)...day)
        }
        return plan
    }
}
