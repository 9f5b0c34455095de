// Whether a figure goes on from the one before it, so that what was said of that one is said of it.

internal import KGeoCore
internal import KGeoExtract

extension Basis {
    // MARK: going on from the figure before

    /// Whether nothing but small words, times and places lead from the figure before to this one, so that the same is said
    /// again: "; in late May it was barely 70", ", against 330 in January".
    var goesOn: Bool {
        guard let previous = run.topic.previous, run.topic.previousIsFirm,
            let last = text.figureWords[previous].last, last < decision.lead,
            text[last].paragraph == text[decision.lead].paragraph
        else { return false }
        let before = text[last].sentence
        guard before == sentence || before == sentence - 1 else { return false }
        var first = before == sentence ? last + 1 : decision.facts.words.lowerBound
        if before == sentence, let pause = (first..<decision.lead).last(where: { pauses($0) }) {
            // What stands before the pause is said of the figure before.
            first = pause
        }
        let words = first..<max(first, decision.lead)
        guard words.count <= 24, words.allSatisfy({ isSmall($0) }) else { return false }
        let isApposed = words.count <= 1 && run.topic.reading?.kind != reading.kind
        if words.allSatisfy({ text.isSign($0, ",") }), !words.isEmpty { return isApposed }
        let hasSubject = words.contains { i in
            text.has(i, .third) || decision.facts.isTime(i)
                || decision.facts.places.contains { $0.words.contains(i) }
        }
        let isSaid =
            words.contains { text.has($0, .auxiliary) } || text.has(decision.after, .auxiliary)
            || text.has(decision.after, .remains)
        if before < sentence { return hasSubject && (isSaid || words.contains { text.has($0, .third) }) }
        return hasSubject || !isSaid
    }

    func pauses(_ i: Int) -> Bool {
        if decision.facts.isTime(i) || decision.facts.places.contains(where: { $0.words.contains(i) }) {
            return false
        }
        return text.isSign(i, ",;:—·") || text.has(i, .contrast)
    }

    static let small = Senses(
        .article, .preposition, .auxiliary, .third, .contrast, .and, .or, .within, .of, .from, .to, .by,
        .during, .now, .today, .then, .adverb, .pronounObject, .there, .regionNoun, .another, .relative,
        .remains)

    func isSmall(_ i: Int) -> Bool {
        if decision.facts.isTime(i) || text.isSign(i, ",;:—-()·") { return true }
        if decision.facts.places.contains(where: {
            $0.words.contains(i) && ($0.role == .region || $0.role == .country)
        }) {
            return true
        }
        // What brackets and units belong to the figure before.
        if let previous = run.topic.previous, text[i].end <= text.source.figures[previous].after {
            return true
        }
        if let figure = text[i].figure, figure != decision.number { return text.counts(figure) }
        // ", up from 62 percent a year ago"
        if text.has(i, .change), text.has(i + 1, .from) { return true }
        // "; Zaporizhzhia Oblast stands at 72.9"
        return text[i].senses.meets(Self.small) && !text[i].isPossessive
            || text.has(i, .held) && text[i].span != 1
    }

    /// "Ukraine clawed back 140": a bare number with a verb and a side of its own, where the unit was said right before.
    var isOwn: Bool {
        guard run.topic.readSentence >= sentence - 1, let previous = run.topic.previous,
            let last = text.figureWords[previous].last,
            run.topic.paragraph == text[decision.lead].paragraph, let verb = decision.verb,
            verb < decision.lead, decision.clause.contains(verb), !text.has(verb, .change),
            let holder = evidence("holder"),
            holder.start >= text.source.raw(text[last].start..<text[last].end).upperBound
        else { return false }
        let end = verb + max(1, text[verb].span)
        return (end..<max(end, decision.lead)).allSatisfy { isSmall($0) }
            && rests("measure", on: "own clause") && rests("holder", on: "own clause")
    }

    /// "Ground taken by Russia in Ukraine, in km²: July 560 · August 455": right behind the name of a month, where a heading
    /// says what is taken or lost, and by one side.
    var isOfMonth: Bool {
        guard reading.measure == .gained || reading.measure == .lost,
            decision.facts.moments.contains(where: { moment in
                let (first, last) = (moment.words.lowerBound, moment.words.upperBound)
                let isBefore =
                    last == decision.lead || last == decision.lead - 1 && text.isSign(last, ":·-—")
                return moment.month != nil && moment.isNamed && isBefore
                    && (first == decision.facts.words.lowerBound || text[first - 1].kind == .sign)
            })
        else { return false }
        let colon = (decision.facts.words.lowerBound..<decision.lead).first { text.isSign($0, ":") }
        if let colon, isHeading(decision.facts.words.lowerBound..<colon + 1) { return true }
        for s in (max(0, sentence - 13)..<sentence).reversed() {
            if isHeading(run.facts[s].words) { return true }
            if run.facts[s].figures.contains(where: { text.source.figures[$0].hasUnit }) { return false }
        }
        return false
    }

    private func isHeading(_ words: Range<Int>) -> Bool {
        guard let last = words.last, text.isSign(last, "\n:"), !text.isSign(last - 1, ".!?"),
            words.contains(where: { text[$0].senses.meets(Senses(.gained, .lost)) })
        else { return false }
        let places = decision.run.facts[text[words.lowerBound].sentence].places
        let sides = words.filter { i in
            text[i].span > 0 && text[i].senses.meets(Senses(.country, .demonym, .people, .seat))
                && !places.contains { $0.words.contains(i) }
        }
        // "lost by Ukraine to Russia": two sides, one reading.
        return (1...2).contains(Set(sides.compactMap { text[$0].names.first }).count)
    }
}
