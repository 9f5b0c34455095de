// When: the time named nearest to the figure, as a day for what is held and a span for what is gained or lost.

internal import KGeoCore
internal import KGeoExtract

extension NearDecision {
    mutating func readTime(_ reading: inout Reading) {
        guard reading.measure != .total else { return }
        let isFlow = [.gained, .lost, .net, .mean].contains(reading.measure) || reading.kind == .rate
        let own = ownMoment(isFlow: isFlow)
        moment = own
        if let own, text[own.words.lowerBound].sentence != text[lead].sentence, cell == nil, !isLine {
            note("time", own.words, "date of the paragraph")
        } else if let own {
            note("time", own.words, clause.contains(own.words.lowerBound) ? "own clause" : "sentence")
        } else {
            note("time", nil, "usual")
        }
        if reading.measure == .peak || reading.measure == .lowest { return extreme(own, &reading) }
        if isFlow { flow(own, &reading) } else { state(own, &reading) }
    }

    /// The time nearest to the figure in its sentence.
    func ownMoment(isFlow: Bool) -> Moment? {
        let found = facts.moments.filter { moment in
            // "the first month since 2023" is no span of time.
            if moment.isSince, isSuperlative(before: moment.words.lowerBound) { return false }
            // "told the station on Thursday" is when it was said; "no more than in May" what it is compared with;
            // "the land seized last August" which land.
            return !isOfSpeech(moment) && !isCompared(moment) && !isBehindUntil(moment)
                && !isAttributive(moment) && !isOfWhole(moment) && !isOfNext(moment)
                && !facts.isInAside(moment, before: lead, in: text) && isInReach(moment)
        }
        if let cell {
            let times = (cell.inOrder).lazy.flatMap { run.facts[$0].moments }
            if let time = times.first(where: { $0.days != nil }) { return time }
        }
        let best = paired ?? found.min { momentCost($0, isFlow) < momentCost($1, isFlow) }
        // The lines of a list have the time of its heading.
        if best == nil, isFlow, let before = momentOfSentenceBefore { return before }
        if best == nil { return isLine || isNationwide ? headingMoment ?? paragraphMoment : paragraphMoment }
        // What is held, is held now, whatever another clause says of then.
        if let best, !isFlow, !clause.overlaps(best.words), !best.isNow, clauseHas(.presentTense),
            best.words.lowerBound > facts.words.lowerBound + 1
        {
            return nil
        }
        return best
    }

    /// ", and since New Year 430 km²": the time of the figure behind it.
    private func isOfNext(_ moment: Moment) -> Bool {
        let (first, last) = (moment.words.lowerBound, moment.words.upperBound)
        guard first > after, (after..<first).contains(where: { text.isSign($0, ",;") || text.has($0, .and) })
        else {
            return false
        }
        let next =
            text.words.indices.contains(last) && text[last].senses.meets(Senses(.filler, .adverb))
            ? last + 1 : last
        guard text.words.indices.contains(next), let figure = text[next].figure else { return false }
        return figure != number && !text.counts(figure) && !facts.isTime(next)
    }

    /// "a third of what they seized in August": of when the whole was taken.
    private func isOfWhole(_ moment: Moment) -> Bool {
        guard figure.claim.kind == .share, text.has(after, .of), moment.words.lowerBound > after else {
            return false
        }
        let words = after + 1..<moment.words.lowerBound
        return words.contains { text.has($0, .pronounObject) || text.has($0, .ground) }
            && words.contains {
                text[$0].senses.meets(Senses(.gained, .lost)) && !text.has($0, .ground) || text.has($0, .held)
            }
            && !words.contains { text[$0].kind == .sign || text.has($0, .auxiliary) }
    }

    private func isSuperlative(before i: Int) -> Bool {
        (max(facts.words.lowerBound, i - 3)..<max(facts.words.lowerBound, i)).contains {
            text[$0].senses.meets(Senses(.ordinal, .monthUnit, .weekUnit, .lowest, .most))
        }
    }

    /// Whether the sentence is a line of a list.
    var isLine: Bool {
        guard let last = facts.words.last else { return false }
        return isLabelled || text.isSign(lead - 2, ":")
            || (text[last].text == "\n" && !text.isSign(last - 1, ".!?”\"") && facts.words.count < 14)
    }

    /// "25 November. A source in Kyiv: …": the date that stands alone at the beginning of the paragraph.
    private var paragraphMoment: Moment? {
        let paragraph = text[lead].paragraph
        var s = text[lead].sentence - 1
        while s >= 0, text[run.facts[s].words.lowerBound].paragraph == paragraph { s -= 1 }
        guard s + 1 < text[lead].sentence, run.facts[s + 1].moments.count == 1,
            let moment = run.facts[s + 1].moments.first, moment.days != nil,
            run.facts[s + 1].words.allSatisfy({ text[$0].kind == .sign || moment.words.contains($0) })
        else { return nil }
        return moment
    }

    /// "The past week was a quiet one. The enemy lost 22 km².": the time that the sentence before speaks of.
    private var momentOfSentenceBefore: Moment? {
        let sentence = text[lead].sentence
        guard sentence > 0, cell == nil, !isLine, facts.moments.isEmpty else { return nil }
        let before = run.facts[sentence - 1]
        guard text[before.words.lowerBound].paragraph == text[lead].paragraph, before.moments.count == 1,
            text[before.words.upperBound - 1].quote == text[lead].quote
                || text[before.words.lowerBound].quote == text[lead].quote,
            let moment = before.moments.first, let days = moment.days, days.count > 5, !moment.isPoint,
            !moment.isNow,
            !before.figures.contains(where: { !before.isTime(text.figureWords[$0].lowerBound) })
        else { return nil }
        return moment
    }

    private var headingMoment: Moment? {
        let sentence = text[lead].sentence
        for earlier in run.facts[max(0, sentence - 9)..<sentence].reversed() {
            let isLine = earlier.words.last.map { text[$0].text == "\n" } ?? false
            let isHeading = isLine && !earlier.figures.contains { text.source.figures[$0].isClaim }
            if let moment = earlier.moments.last(where: { $0.days != nil && ($0.isNamed || isHeading) }) {
                return moment
            }
            if !isLine, earlier.figures.contains(where: { text.source.figures[$0].isClaim }) { return nil }
        }
        return nil
    }

    /// "In May and June they took 449 and 588 km²": each figure has its time.
    private var paired: Moment? {
        let figures = facts.figures.filter {
            !facts.isTime(text.figureWords[$0].lowerBound) && !text.counts($0)
        }
        guard let place = figures.firstIndex(of: number) else { return nil }
        func joins(_ first: Int) -> Bool {
            guard figures.indices.contains(first), figures.indices.contains(first + 1) else { return false }
            let end = text.figureWords[figures[first]].upperBound
            return text.figureWords[figures[first + 1]].lowerBound - end == 1 && text.has(end, .and)
        }
        for first in [place - 1, place] where joins(first) {
            for (a, b) in zip(facts.moments, facts.moments.dropFirst()) {
                let between = a.words.upperBound..<max(a.words.upperBound, b.words.lowerBound)
                if between.count <= 2, between.contains(where: { text.has($0, .and) }) {
                    return first == place ? a : b
                }
            }
        }
        return nil
    }

    /// Whether a time is near enough: behind the figure in its clause, before it in its sentence.
    private func isInReach(_ moment: Moment) -> Bool {
        let near = min(cost(moment.words.lowerBound), cost(moment.words.upperBound - 1))
        if isAllBut, moment.words.lowerBound >= after { return false }
        if moment.words.lowerBound >= after { return clause.overlaps(moment.words) || near <= 12 }
        return near <= 40
    }

    /// "until a counter-attack in April": up to when, and of when it is not said.
    func isBehindUntil(_ moment: Moment) -> Bool {
        let first = max(facts.words.lowerBound, moment.words.lowerBound - 7)
        return (first..<moment.words.lowerBound).contains { i in
            text.has(i, .until) && text[i].span > 0 && !text.has(i, .to) && !text.has(i, .by)
                && !text.has(i, .asOf) && !text.has(i, .during) && i >= after
        }
    }

    private func isAttributive(_ moment: Moment) -> Bool {
        let k = moment.words.lowerBound - 1
        return text.has(k, .gained)
            && (text.has(k - 1, .ground) || text.has(k - 1, .auxiliary) && text.has(k - 2, .auxiliary))
    }

    private func momentCost(_ moment: Moment, _ isFlow: Bool) -> Int {
        let near = min(cost(moment.words.lowerBound), cost(moment.words.upperBound - 1))
        var rank = near
        if !clause.overlaps(moment.words) { rank += 5 }
        if moment.words.lowerBound >= after, moment.words.lowerBound - after <= 2 { rank -= 3 }
        if moment.isNow, isFlow { rank += 6 }
        if isFlow, moment.isPoint, !moment.isSince { rank += 2 }
        return rank
    }

    private func isOfSpeech(_ moment: Moment) -> Bool {
        let (first, last) = (moment.words.lowerBound, moment.words.upperBound)
        let isBeside =
            text.has(first - 1, .speech) || text.has(first - 2, .speech) && !text.isSign(first - 1, ",:")
            || (text.has(last, .speech) && text.has(first - 1, .source))
        return isBeside && moment.isPoint && !moment.isSince && facts.moments.count > 1
    }

    /// Behind "than" or "as": another figure’s time.
    private func isCompared(_ moment: Moment) -> Bool {
        var k = moment.words.lowerBound - 1
        while k > facts.words.lowerBound, text.has(k, .during) || text.has(k, .article) { k -= 1 }
        return text.has(k, .than)
    }

    private func date(_ day: Int) -> CalendarDate { CalendarDate(dayNumber: day) }

    private func span(_ days: Days) -> ClosedRange<CalendarDate> {
        date(days.lowerBound)...date(days.upperBound)
    }

    // MARK: held

    private func state(_ own: Moment?, _ reading: inout Reading) {
        if let from = fromOrTo(own) {
            reading.asOf = date(from)
            return
        }
        if let own {
            guard let days = own.days else { return }
            reading.asOf = day(of: own, days)
            return
        }
        // The time of the sentence, or of the figure before where the tense goes on.
        if let last = run.topic.reading, goesOn(last), let day = last.asOf ?? last.period?.upperBound, isPast
        {
            reading.asOf = day
            return
        }
        reading.asOf = run.published.map(date)
    }

    private func day(of moment: Moment, _ days: Days) -> CalendarDate? {
        if moment.isSince || moment.isLength {
            return run.published.map { date(max($0, days.lowerBound)) }
        }
        if moment.isPoint { return date((days.lowerBound + days.upperBound + 1) / 2) }
        if let published = run.published, days.contains(published) { return date(published) }
        return date(days.upperBound)
    }

    private func goesOn(_ last: Reading) -> Bool {
        run.topic.sentence == text[lead].sentence
            || run.topic.paragraph == text[lead].paragraph && isPast
                && last.measure == .held
    }

    /// Whether the clause speaks of the past: "it had been", "was".
    private var isPast: Bool {
        clause.contains { text.has($0, .pastTense) && cost($0) < 8 }
            && !clause.contains { text.has($0, .now) }
    }

    /// "went from 61 percent to 76 percent": the state at the beginning, and at the end, of the times spoken of.
    private func fromOrTo(_ own: Moment?) -> Int? {
        let isFrom = (max(lead - 2, facts.words.lowerBound)..<lead).contains { text.has($0, .from) }
        let isTo = (max(lead - 2, facts.words.lowerBound)..<lead).contains { text.has($0, .to) }
        guard isFrom || isTo, isPair(isFrom: isFrom) || isFrom && has(.change, within: 16) else { return nil }
        if let own, let days = own.days, own.words.lowerBound >= after, own.words.lowerBound - after <= 4 {
            // "in the same span" as "twelve months ago": from then to now.
            if own.isEcho, own.isPoint { return isFrom ? days.lowerBound : run.published }
            return own.isPoint || !own.isNamed ? days.upperBound : isFrom ? days.lowerBound : days.upperBound
        }
        if let own, let days = own.days, !own.isPoint || own.isSince {
            return isFrom
                ? days.lowerBound : own.isSince ? run.published : min(days.upperBound, run.published ?? .max)
        }
        // The time of the first of two is not that of the second.
        let isOfFirst = own.map {
            $0.words.upperBound <= lead && $0.words.lowerBound > facts.words.lowerBound + 1
        }
        let later = isTo && isOfFirst == true ? nil : own
        // "from 2 percent then to 3.1": then and now.
        if isTo, later == nil, own?.isEcho == true { return run.published }
        let said = run.topic.moments.suffix(2).compactMap { $0.isNow ? run.published : $0.middle }
        if isFrom, later == nil { return said.min() }
        return isTo && later == nil ? said.max() ?? run.published : nil
    }

    private func isPair(isFrom: Bool) -> Bool {
        facts.figures.contains { n in
            guard let other = text.figureWords[n].first, n != number else { return false }
            return isFrom
                ? other > after && text.has(other - 1, .to) : other < lead && text.has(other - 1, .from)
        }
    }

    // MARK: gained and lost

    private mutating func flow(_ own: Moment?, _ reading: inout Reading) {
        // A share of gains has the time of the gains.
        if reading.kind == .share, case .ground(_, _, _, .span(let span)) = reading.of {
            reading.period = span
            return
        }
        if let own {
            guard let days = own.days else { return }
            if own.isSince {
                reading.period = sinceSpan(days)
            } else if own.isNow {
                if let last = continued {
                    reading.period = last
                } else {
                    reading.asOf = run.published.map(date)
                }
            } else if own.isUntil, own.isPoint, own.whole == nil {
                (reading.asOf, reading.period) = (date(days.upperBound), nil)
            } else if own.isPoint, !own.isUntil, let whole = own.whole {
                // "Autumn closed with 1,160 km² lost"
                reading.period = span(
                    whole
                        .lowerBound...max(
                            whole.lowerBound, min(whole.upperBound, run.published ?? whole.upperBound)))
            } else {
                // What is said of a month that is not over is said up to now.
                let last = run.published.map {
                    days.lowerBound <= $0 ? min(days.upperBound, $0) : days.upperBound
                }
                reading.period = span(days.lowerBound...max(days.lowerBound, last ?? days.upperBound))
            }
            return takenBefore(&reading)
        }
        // What of a pocket was lost again is said of now.
        var isOfPeak = false
        if reading.kind == .share, case .ground(_, _, _, .peak) = reading.of { isOfPeak = true }
        if !isOfPeak, let last = continued {
            reading.period = last
        } else {
            reading.asOf = run.published.map(date)
        }
        takenBefore(&reading)
    }

    /// From a day to that of publication, or to the end of a month that is reported on.
    private func sinceSpan(_ days: Days) -> ClosedRange<CalendarDate>? {
        guard let published = run.published else { return nil }
        return published >= days.lowerBound ? date(days.lowerBound)...date(published) : nil
    }

    /// The span of the figure before, where this one goes on from it.
    private var continued: ClosedRange<CalendarDate>? {
        guard run.topic.paragraph >= text[lead].paragraph - 1, let last = run.topic.reading else {
            return nil
        }
        return last.period
    }

    /// A region that "has been taken", without a time, is held: a share of it above all.
    private mutating func takenBefore(_ reading: inout Reading) {
        guard reading.period == nil, reading.asOf != nil, moment == nil || moment?.isNow == true,
            reading.measure == .gained, reading.kind == .share, case .region = reading.of
        else { return }
        reading.measure = .held
    }

    private func extreme(_ own: Moment?, _ reading: inout Reading) {
        // The most of a campaign is that since its beginning.
        if reading.regions.count == 1, let begun = text.lexicon.campaigns[reading.regions[0]],
            let published = run.published,
            let first = CalendarDate(iso: begun), first.dayNumber <= published,
            own?.days == nil || own?.isPoint == false || clauseHas(.atFirst)
        {
            reading.period = first...date(published)
            return
        }
        guard let own, let days = own.days else {
            if let published = run.published,
                let owner = reading.regions.first.flatMap({ text.lexicon.owner(of: $0) }),
                owner == run.other, let start = run.topic.reading?.period?.lowerBound
            {
                reading.period = start...date(published)
            } else {
                reading.asOf = run.published.map(date)
            }
            return
        }
        if days.count <= 12, own.isPoint {
            reading.asOf = date((days.lowerBound + days.upperBound + 1) / 2)
        } else {
            reading.period = own.isSince ? sinceSpan(days) : span(days)
        }
    }
}
