// Which scenarios speak of a figure found in a text, and the claim that is held against each.

internal import KGeoClaims
public import KGeoCore
internal import KGeoExtract
public import KGeoScenario

/// A figure of a text, made a claim on one scenario.
public struct LinkedClaim: Hashable, Sendable {
    /// The number of the scenario.
    public var scenario: Int
    /// What is checked: always the figure as the text words it, on the ground that the text speaks of, or the
    /// scenario's own claim of the same figure.
    public var claim: Claim
    /// Whether the scenario's own claim says of what ground and time the figure is said.
    public var isPrepared: Bool
    /// The scenario's own claim of the figure.
    public var own: OwnClaim?
}

/// Links figures to scenarios.
public struct Linker: Sendable {
    let scenarios: [Scenario]

    /// A linker for some scenarios.
    public init(_ scenarios: [Scenario]) { self.scenarios = scenarios }

    /// The regions of the scenarios: those of control areas and of reference areas.
    public var regions: Set<String> {
        Set(scenarios.flatMap { $0.features.filter { $0.role != .place }.flatMap(\.regions) })
            .union(scenarios.flatMap { Self.places($0) })
    }

    /// Whom the control areas belong to.
    public var holders: Set<String> {
        Set(scenarios.flatMap { $0.features.filter { $0.role == .control }.compactMap(\.holder) })
    }

    /// The places of a scenario that have no region, by their ids: names a text may use.
    private static func places(_ scenario: Scenario) -> [String] {
        scenario.features.filter { $0.role == .place && $0.date == nil }.compactMap(\.id)
    }

    /// The claims that a figure comes down to, or why there is none.
    ///
    /// - Parameter reading: what the text says of it, where the text is of sides and regions that the tables know; then
    ///   nothing else is linked, and a scenario's own claim serves only where it agrees with it.
    public func link(
        _ claim: ExtractedClaim, _ reading: Reading? = nil, number: Int, in context: ArticleContext
    ) -> Result<[LinkedClaim], Unlinked> {
        let holder = context.holder(of: claim, among: holders)
        let known = scenarios.indices.flatMap { i in
            self.own(claim, scenarios[i], context, holder).filter { own in
                reading.map { own.claim.agrees(with: $0) } ?? true
            }.map { own in
                LinkedClaim(
                    scenario: i, claim: own.serving(claim, number: number), isPrepared: own.serves, own: own)
            }
        }
        if let reading { return links(claim, reading, number: number, known: known) }
        let (prepared, others) = (known.filter(\.isPrepared), known.filter { !$0.isPrepared })
        let taken = Set(prepared.map(\.scenario))
        guard claim.kind == .area || claim.kind == .share else {
            if !prepared.isEmpty { return .success(prepared) }
            return .failure(
                Unlinked("no scenario has a \(claim.kind.rawValue) of this figure", beside: others))
        }
        // "The fire burned 12 square miles": an area, but of nobody.
        if claim.worded == nil, claim.measure == .total, claim.actor == nil {
            if !prepared.isEmpty { return .success(prepared) }
            return .failure(
                Unlinked("the text does not speak of ground that somebody holds", beside: others))
        }
        guard let region = nearest(claim, context) else {
            if !prepared.isEmpty { return .success(prepared) }
            return .failure(
                Unlinked("no scenario is about a place that the text names with it", beside: others))
        }
        var (made, reasons) = links(claim, number, region, holder, leavingOut: taken)
        for i in made.indices {
            made[i].own = others.first { $0.scenario == made[i].scenario }?.own
        }
        let all = (prepared + made).sorted { $0.scenario < $1.scenario }
        guard all.isEmpty else { return .success(all) }
        return .failure(
            Unlinked(
                reasons.isEmpty
                    ? "no scenario has an area in \(region)" : unique(reasons).joined(separator: "; "),
                beside: others))
    }

    /// The claims made of a figure on scenarios that show a region, and why some of them take none.
    private func links(
        _ claim: ExtractedClaim, _ number: Int, _ region: String, _ holder: String?,
        leavingOut taken: Set<Int>
    ) -> (made: [LinkedClaim], reasons: [String]) {
        var made: [LinkedClaim] = []
        var reasons: [String] = []
        for (i, scenario) in scenarios.enumerated() where !taken.contains(i) {
            let control = scenario.features.filter { $0.role == .control && $0.regions.contains(region) }
            guard !control.isEmpty else { continue }
            let owners = Set(control.compactMap(\.holder))
            let owner: String
            if let holder {
                guard owners.contains(holder) else {
                    reasons.append(
                        "\(scenario.file) shows \(owners.sorted().joined(separator: ", ")) in \(region), and the text speaks of \(holder)"
                    )
                    continue
                }
                owner = holder
            } else {
                guard owners.count == 1, let only = owners.first else {
                    reasons.append("the text does not say whose ground it is")
                    continue
                }
                owner = only
            }
            switch self.made(claim, number, scenario, control.filter { $0.holder == owner }, owner, region) {
            case .success(let claim):
                made.append(LinkedClaim(scenario: i, claim: claim, isPrepared: false, own: nil))
            case .failure(let reason): reasons.append(reason.reason)
            }
        }
        return (made, reasons)
    }

    func unique(_ texts: [String]) -> [String] {
        texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The region that the text speaks of with a figure.
    private func nearest(_ claim: ExtractedClaim, _ context: ArticleContext) -> String? {
        let regions = Set(scenarios.flatMap { $0.features.filter { $0.role == .control }.flatMap(\.regions) })
        let ranked = regions.compactMap { region -> (String, Int)? in
            // A share of "its territory" is one of the country that the sentence speaks of.
            if claim.kind == .share, context.owns(region, at: claim) { return (region, 0) }
            return context.distance(of: region, to: claim).map { (region, $0) }
        }
        guard let best = ranked.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { return nil }
        // A figure with places of its own, none of which is known, speaks of somewhere else than the sentences
        // before it.
        if !claim.places.isEmpty, best.1 >= ArticleContext.otherSentence { return nil }
        return best.0
    }

    /// The scenario's own claims of the same figure, if the text speaks of its ground.
    private func own(
        _ figure: ExtractedClaim, _ scenario: Scenario, _ context: ArticleContext, _ holder: String?
    ) -> [OwnClaim] {
        let places = Set(scenario.features.filter { $0.role != .place }.flatMap(\.regions)).union(
            Self.places(scenario))
        guard places.contains(where: { context.distance(of: $0, to: figure) != nil }) else {
            return []
        }
        return scenario.claims.filter { claim in
            // Two readings of a word without number are the author's, not the text's.
            claim.numbers.map(\.value) == figure.numbers.map(\.value) && claim.unit == figure.unit
                && Self.isAlike(claim.kind, figure.kind)
                && (claim.subject.holder == nil || holder == nil || Self.isAside(claim.kind)
                    || claim.subject.holder == holder)
        }.map { OwnClaim($0, of: figure) }
    }

    /// Whether the subject of a kind is ground that the claim's actor need not hold.
    private static func isAside(_ kind: ClaimKind) -> Bool { kind != .area && kind != .share }

    /// Kinds that a text may use for one and the same quantity.
    private static func isAlike(_ a: ClaimKind, _ b: ClaimKind) -> Bool {
        let lengths: Set<ClaimKind> = [.length, .distance]
        return a == b || (lengths.contains(a) && lengths.contains(b))
    }

    /// A claim on a scenario's control areas, from the words of the text.
    private func made(
        _ figure: ExtractedClaim, _ number: Int, _ scenario: Scenario, _ control: [ScenarioFeature],
        _ holder: String,
        _ region: String
    ) -> Result<Claim, Unlinked> {
        var claim = Claim(
            id: "\(number)", kind: figure.kind, measure: figure.measure, numbers: figure.numbers,
            unit: figure.unit,
            qualifier: figure.qualifier, subject: Subject(role: .control, holder: holder, region: region))
        claim.worded = figure.worded
        claim.quote = figure.quote
        claim.equivalent = figure.equivalent
        if figure.kind == .share {
            guard let code = Self.denominator(region) else {
                return .failure(Unlinked("it is a share of \(region), whose official area is not known"))
            }
            claim.of = .official(code: code)
        }
        let days = Set(control.compactMap(\.date)).sorted()
        guard let first = days.first, let last = days.last else { return .success(claim) }
        let isOverTime = [.peak, .gained, .total].contains(figure.measure)
        // A peak, or what was gained, is no matter of one map.
        guard days.count > 1 || !isOverTime else {
            return .failure(
                Unlinked("\(scenario.file) has one map, of \(first), and the text speaks of a longer time"))
        }
        switch TimeReading(figure) {
        case .day(let day) where isOverTime && day <= last: claim.period = day...last
        case .day(let day): claim.asOf = day
        case .span(let span):
            guard span.overlaps(first...last) || days.contains(where: { near($0, span) }) else {
                return .failure(
                    Unlinked(
                        "\(scenario.file) has maps from \(first) to \(last), and the text speaks of \(span.lowerBound) to \(span.upperBound)"
                    ))
            }
            if days.count == 1 {
                claim.asOf = first
            } else {
                claim.period = span
            }
        case .none:
            // Said of no day: of one map it is that one, of several the whole time they span.
            if days.count == 1 { claim.asOf = first } else { claim.period = first...last }
        }
        // What was gained by the first map on was gained from nothing, so it is what was held at most.
        if [.gained, .total].contains(claim.measure)
            || (claim.measure == .held && claim.period != nil && !isRange(figure))
        {
            claim.measure = .peak
        }
        if claim.measure == .peak, claim.period == nil, claim.asOf == nil { claim.period = first...last }
        return .success(claim)
    }

    private func isRange(_ figure: ExtractedClaim) -> Bool { figure.numbers.count > 1 }

    private func near(_ day: CalendarDate, _ span: ClosedRange<CalendarDate>) -> Bool {
        min(abs(day.days(to: span.lowerBound)), abs(day.days(to: span.upperBound))) <= 3
    }

    /// The official area of a region, by its code.
    static func denominator(_ region: String) -> String? {
        OfficialAreas.codes.first { code in
            OfficialAreas.areas(code)?.contains { area in
                Gazetteer.folded(area.name).hasPrefix(Gazetteer.folded(region))
            } ?? false
        }
    }
}

/// Why a figure could not be linked.
public struct Unlinked: Error, Hashable, Sendable {
    /// In words.
    public var reason: String
    /// Claims of scenarios that have the figure's number and unit, but are of another kind or time.
    public var own: [OwnClaim] = []
    /// A reason.
    public init(_ reason: String) { self.reason = reason }

    /// A reason, beside claims that hold the figure otherwise.
    init(_ reason: String, beside others: [LinkedClaim]) {
        self.reason = reason
        own = others.compactMap(\.own)
    }
}

/// The time a figure is said of.
enum TimeReading {
    case none
    case day(CalendarDate)
    case span(ClosedRange<CalendarDate>)

    init(_ claim: ExtractedClaim) {
        self = .none
        if let period = claim.period {
            let from = period.from.flatMap(Self.span)?.lowerBound
            let to = period.to.flatMap(Self.span)?.upperBound
            if let from, let to, from <= to { self = .span(from...to) }
            if let to, from == nil { self = .span(CalendarDate(dayNumber: to.dayNumber - 365)...to) }
            return
        }
        guard let date = claim.date, let span = Self.span(date) else { return }
        self = span.lowerBound == span.upperBound ? .day(span.lowerBound) : .span(span)
    }

    /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY` as days.
    static func span(_ text: String) -> ClosedRange<CalendarDate>? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard let year = parts.first, (1_000...9_999).contains(year) else { return nil }
        if parts.count == 3 {
            return CalendarDate(year: year, month: parts[1], day: parts[2]).map { $0...$0 }
        }
        let month = parts.count == 2 ? parts[1] : nil
        guard let first = CalendarDate(year: year, month: month ?? 1, day: 1),
            let next = month.map({
                CalendarDate(year: $0 == 12 ? year + 1 : year, month: $0 % 12 + 1, day: 1)
            })
                ?? CalendarDate(year: year + 1, month: 1, day: 1)
        else { return nil }
        return first...CalendarDate(dayNumber: next.dayNumber - 1)
    }
}
