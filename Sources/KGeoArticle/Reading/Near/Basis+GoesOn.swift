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
        if decision.isThatIs { return true }
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
        if words.allSatisfy({ text.isSign($0, ",") }), !words.isEmpty {
            // "took 416 in September, 610 in October"
            let isListed =
                (decision.figure.isBare || run.topic.reading?.kind == reading.kind)
                && decision.after + 1 < decision.facts.words.upperBound
                && (decision.facts.isTime(decision.after + 1)
                    || decision.facts.places.contains { $0.words.contains(decision.after + 1) })
            // "2,050 km², 725 of which belong to November"
            let isPart =
                decision.figure.isBare && text.has(decision.after, .of)
                && (text.has(decision.after + 1, .relative) || text.has(decision.after + 1, .pronounObject))
            return isApposed || isListed || isPart
        }
        let isSaidAgain = words.contains { text.has($0, .speech) && text[$0].span > 0 }
        let hasSubject =
            isSaidAgain || isOfNow
            || words.contains { i in
                text.has(i, .third) || decision.facts.isTime(i) || decision.isQuantity(i)
                    || decision.facts.places.contains { $0.words.contains(i) }
            }
        let isSaid =
            isSaidAgain
            || words.contains { text.has($0, .auxiliary) || decision.isChange($0) || isOfTime($0) }
            || text.has(decision.after, .auxiliary) || text.has(decision.after, .remains)
        if before < sentence { return hasSubject && (isSaid || words.contains { text.has($0, .third) }) }
        return hasSubject || !isSaid
    }

    /// "and 73 percent is today": the figure itself is what is spoken of, and nothing is said but when.
    private var isOfNow: Bool {
        guard text.has(decision.after, .auxiliary), decision.after + 1 < decision.clause.upperBound else {
            return false
        }
        return (decision.after + 1..<decision.clause.upperBound).allSatisfy {
            decision.facts.isTime($0) || text[$0].kind == .sign
        }
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
        .remains, .when, .former, .latter, .overall, .lowest, .peak, .most, .monthUnit, .weekUnit, .yearUnit)

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
        if decision.isQuantity(i) || decision.isChange(i) || isOfOtherSource(i) || isOfTime(i) { return true }
        // ", up from 62 percent a year ago"
        if text.has(i, .change), text.has(i + 1, .from) { return true }
        // "; Zaporizhzhia Oblast stands at 72.9"
        return text[i].senses.meets(Self.small) && !text[i].isPossessive
            || text.has(i, .held) && text[i].span != 1
    }

    /// "December brought 465 km²", "June saw 200": a time as the subject of a verb, whichever it is.
    private func isOfTime(_ i: Int) -> Bool {
        guard i + 1 == decision.lead || i + 2 == decision.lead && text.has(i + 1, .filler), i > 0,
            text[i].kind == .word, !text[i].isCapital,
            !text[i].senses.meets(Senses(.held, .lost, .preposition, .and, .or)),
            let moment = decision.facts.moments.first(where: { $0.words.upperBound == i })
        else { return false }
        let first = moment.words.lowerBound
        return first == decision.facts.words.lowerBound || text.isSign(first - 1, ",;:—")
            || text.has(first - 1, .and)
    }

    /// "Independent mappers credit him with 5.5", "while the group DeepState put the June figure at 556": another source
    /// says the same thing in its own number.
    private func isOfOtherSource(_ i: Int) -> Bool {
        let words = decision.clause.lowerBound..<decision.lead
        guard words.contains(i), words.contains(where: { text.has($0, .speech) && text[$0].span > 0 }) else {
            return false
        }
        if text[i].senses.meets(Senses(.speech, .source, .according)) { return true }
        return text[i].kind == .word && text[i].senses.isEmpty
            && !(words.lowerBound..<i).contains { text.has($0, .speech) }
    }

    /// "Ukraine clawed back 140", "226 remain in their hands": a bare number with a verb and a side of its own, where the
    /// unit was said before.
    var isOwn: Bool {
        guard let verb = decision.verb, decision.clause.contains(verb), !text.has(verb, .change) else {
            return false
        }
        // "In square kilometres, its army took 416 in September"
        let isMeasured = (decision.facts.words.lowerBound..<verb).contains {
            text.has($0, .areaUnit) && text[$0].span > 0 && text[$0].figure == nil
        }
        let isBehind =
            run.topic.sentence >= sentence - 1 && run.topic.paragraph == text[decision.lead].paragraph
        let previous = isBehind ? run.topic.previous : nil
        let last = previous.flatMap { text.figureWords[$0].last } ?? decision.facts.words.lowerBound - 1
        guard isMeasured || previous != nil else { return false }
        let end = verb + max(1, text[verb].span)
        let between =
            verb < decision.lead ? end..<max(end, decision.lead) : decision.after..<max(verb, decision.after)
        guard between.allSatisfy({ isSmall($0) }), rests("measure", on: "own clause") else { return false }
        // Who acts is said with it, or the same as before where the verb goes on.
        if let holder = evidence("holder"), rests("holder", on: "own clause") {
            return last < decision.facts.words.lowerBound
                || holder.start >= text.source.raw(text[last].start..<text[last].end).upperBound
        }
        return rests("holder", on: "ground is taken back by whose it was")
    }

    /// "Russia took 300 km² over the month, Ukraine 40": the verb is left out, and the side is another.
    var isGapped: Bool {
        guard run.topic.previousIsFirm, run.topic.previousSentence == sentence,
            let previous = run.topic.previous, let last = text.figureWords[previous].last,
            let pause = (last + 1..<max(last + 1, decision.lead)).last(where: { pauses($0) }),
            let measure = run.topic.reading?.measure, measure == reading.measure,
            [.held, .gained, .lost].contains(measure)
        else { return false }
        let words = pause + 1..<max(pause + 1, decision.lead)
        let sides = words.filter {
            text[$0].span > 0 && text[$0].senses.meets(Senses(.country, .people, .seat, .intruder, .defender))
        }
        return sides.count == 1 && sides[0] == words.lowerBound && rests("holder", on: "own clause")
            && words.allSatisfy { sides.contains($0) || isSmall($0) && !text.has($0, .auxiliary) }
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
