// Where the rules for what stands beside a figure gainsay what was taken for near: then there are two readings, and none is
// given.

internal import KGeoCore
internal import KGeoExtract

extension Basis {
    /// What the strict rules say against a part that was taken from near.
    func gainsaid(_ goesOn: Bool) -> Doubt? {
        guard decision.cell == nil, !isLabelled, !isOfMonth else { return nil }
        if isOfSaidTime { return .times }
        if isOfDatedPeak { return .time }
        if !goesOn, isOtherTime { return .times }
        if isOfHiddenPlace { return .region }
        if isLeftByNobody { return .holder }
        if !goesOn, isCrowded { return .bothSides }
        return isOfTwoSides && !goesOn ? .bothSides : nil
    }

    /// The figure as the first look sees it.
    private var strictScene: Scene? {
        guard let strict = run.strict, let first = strict.text.figureWords[decision.number].first else {
            return nil
        }
        return Scene(decision.number, in: strict.text, strict.facts[strict.text[first].sentence])
    }

    // MARK: when

    /// The words of time that the reading rests on.
    private var saidTime: Moment? {
        guard let found = evidence("time"), ["own clause", "sentence"].contains(found.rule),
            reading.asOf != nil || reading.period != nil
        else { return nil }
        return decision.moment
    }

    /// What was gained or lost has a time that the rules for times beside a figure find as well: one, and the same.
    private var isOtherTime: Bool {
        guard reading.measure == .gained || reading.measure == .lost, !given("time"), let moment = saidTime,
            let scene = strictScene
        else { return false }
        let verb = decision.verb.map { $0..<$0 + max(1, text[$0].span) } ?? decision.lead..<decision.lead
        let governor = Governor(
            measure: reading.measure ?? .gained, tense: .past, words: verb, subject: .unsaid)
        do throws(Doubt) {
            let found = try TimeRules(scene: scene, published: run.published, governor: governor).span()
            guard let period = reading.period, let days = found.period else { return false }
            return period.lowerBound.dayNumber != days.lowerBound
                || period.upperBound.dayNumber != days.upperBound
        } catch {
            if error.reason == Doubt.times.reason { return timesOfClause > 1 }
            // "said on Friday that it had cleared": one day of another clause is that of what is said there.
            return error.reason == Doubt.time.reason && moment.isPoint && !moment.isSince
        }
    }

    /// How many times the clause names.
    private var timesOfClause: Int {
        decision.facts.moments.count { !$0.isNow && decision.clause.overlaps($0.words) }
    }

    /// "the same months", "over the month": a time said before, where more than one was.
    private var isOfSaidTime: Bool {
        guard let moment = saidTime, moment.isEcho else { return false }
        func said(_ s: Int) -> Set<Days?> {
            guard s >= 0 else { return [] }
            let moments = run.facts[s].moments.filter {
                !$0.isNow && !$0.isEcho && $0.words.upperBound <= moment.words.lowerBound
            }
            return Set(moments.map(\.days))
        }
        let own = said(sentence)
        return (own.isEmpty ? said(sentence - 1) : own).count > 1
    }

    /// "on Wednesday 86 percent of what Kyiv had seized": of the most that it was, up to the day, or on it.
    private var isOfDatedPeak: Bool {
        guard case .ground(_, _, _, .peak) = reading.of else { return false }
        return evidence("time")?.rule == "date of the paragraph"
            || decision.facts.moments.contains { !$0.isNow }
    }

    // MARK: where

    /// "6 villages and 25 km² of it", where no name says of what.
    private var isOfHiddenPlace: Bool {
        guard let rule = evidence("region")?.rule, rule == "usual" || rule == "overall" else { return false }
        return text.has(decision.after, .of)
            && (text.has(decision.after + 1, .third) || text.has(decision.after + 1, .there))
    }

    // MARK: whose

    /// "under Russian control", "Kyiv holds": whether the holder stands right beside the verb, or within its phrase.
    private func isBeside(_ verb: Int) -> Bool {
        guard let found = evidence("holder") else { return false }
        let words = max(0, verb - 2)..<min(text.words.count, verb + max(1, text[verb].span) + 1)
        return words.contains { i in
            text.source.raw(text[i].start..<text[i].end).lowerBound == found.start
        }
    }

    /// "To the liberation of the oblast there remain 5,000 km²": to whoever has them, and the clause does not say who.
    private var isLeftByNobody: Bool {
        guard reading.measure == .held, let verb = decision.verb, text.has(verb, .remains),
            !decision.isInverted, !given("holder"), let found = evidence("holder")
        else { return false }
        if found.rule == "usual" { return true }
        let words = decision.clause
        guard found.rule == "own clause", let first = words.first, let last = words.last else { return false }
        let said = text.source.raw(text[first].start..<text[last].end)
        return !said.contains(found.start)
    }

    /// Two sides are named in a long sentence, or in one that leaves the ground to the sentence before, and the side that was
    /// taken stands beside no verb of the figure: the more is said at once, the less is near.
    private var isCrowded: Bool {
        if case .ground = reading.of { return false }
        let words = decision.facts.words
        let isLong = words.count > Self.longSentence
        guard isLong || evidence("region")?.rule == "sentence before", reading.holder != nil, !given("holder")
        else { return false }
        let named = words.filter { text[$0].span > 0 && text[$0].senses.meets(SideFinder.names) }
        guard Set(named.compactMap { text[$0].names.first }).count > 1 else { return false }
        return decision.verb.map { !isBeside($0) } ?? true
    }

    /// Words and signs of a sentence in which more than one thing is said.
    private static let longSentence = 30

    /// Both sides act between the pauses around the figure, and the rule for whoever stands before a verb does not say
    /// which of them it is.
    private var isOfTwoSides: Bool {
        guard evidence("holder")?.rule == "own clause", !given("holder"), let holder = reading.holder,
            let scene = strictScene
        else { return false }
        if case .ground = reading.of { return false }
        let finder = SideFinder(scene: scene, speakers: run.speakers)
        guard Set(finder.acting(in: decision.clause)).count > 1 else { return false }
        guard let verb = decision.verb else { return true }
        return !isBeside(verb) && (try? finder.before(verb))?.side != holder
    }
}
