// Which words around a number qualify it.

internal import KGeoClaims
internal import KGeoCore

/// Finds the qualifier of a figure.
enum QualifierRules {
    /// Prepositions that qualify only when they touch the number: "over 300", but not "over the 300-km front".
    private static let touching: Set<Qualifier> = [.moreThan, .lessThan, .about]

    /// Sets the qualifier, and where the words before it end.
    static func apply(_ quantity: inout Quantity, _ sentence: Sentence) {
        var before: Qualifier?
        var p = quantity.start
        var crossed = false
        // "at least between 1,000 and 1,200"
        if quantity.isRange, sentence.has(p - 1, .between),
            sentence.lexicon.qualifiersBefore.match(sentence.tokens, before: p - 1)?.0.bounds == true
        {
            p -= 1
        }
        for _ in 0..<5 {
            if let (meaning, start) = sentence.lexicon.qualifiersBefore.match(sentence.tokens, before: p) {
                let isOneWord = p - start == 1
                let isPreposition = isOneWord && sentence.has(start, .preposition)
                // "розширять до 120": what it comes to, not how much at most.
                if isOneWord, sentence.has(start, .to), meaning == .upTo, isResult(start, sentence) { break }
                if isPreposition, crossed || (meaning == .moreThan && isPlace(start, sentence, quantity)) {
                    break
                }
                // "from over there", "more than": a phrase that touches nothing else.
                if before == nil || before == .exact || (before == .about && meaning.bounds) {
                    before = meaning
                }
                p = start
                quantity.lead = start
                continue
            }
            guard p > 0, sentence.has(p - 1, .filler), !sentence.has(p - 1, .auxiliary) else { break }
            crossed = crossed || sentence.has(p - 1, [.article, .determiner, .another])
            // "more than the 500 seized in May" compares; "nearly the entire 500" qualifies.
            if sentence.has(p - 1, .determiner), !sentence.has(p - 1, .article),
                !sentence.lexicon.plays(.plan, sentence.tokens[safe: p])
            {
                break
            }
            p -= 1
        }
        var result = before ?? .exact
        if let (meaning, end) = sentence.lexicon.qualifiersAfter.match(sentence.tokens, from: quantity.after),
            sentence.number(at: end) == nil, end - quantity.after > 1 || !sentence.has(end, .of),
            result == .exact || meaning.bounds,
            !sentence.isSign(quantity.after, "+") || sentence.isGlued(quantity.after),
            end - quantity.after > 1 || sentence.pauses(end) || sentence.isSign(quantity.after, "+")
        {
            result = meaning
            quantity.after = end
        }
        // "300 m, give or take"
        if result == .exact, sentence.isSign(quantity.after, ","),
            let (meaning, end) = sentence.lexicon.qualifiersAfter.match(
                sentence.tokens, from: quantity.after + 1), end - quantity.after > 2,
            sentence.pauses(end) || sentence.has(end, .of)
        {
            result = meaning
            quantity.after = end
        }
        if let suffix = quantity.suffix, result == .exact || suffix.bounds { result = suffix }
        quantity.qualifier =
            !quantity.isRange ? result : isOfLowerEnd(quantity, sentence) ? .between : result.ofRange
    }

    /// "from less than 5 to 10 km", "between just over 5 and 10 km": said of the lower end alone. "Within 15 to 20 miles
    /// of" says where, not how far at most.
    private static func isOfLowerEnd(_ quantity: Quantity, _ sentence: Sentence) -> Bool {
        let lead = quantity.lead
        guard lead < quantity.start else { return false }
        if (lead..<quantity.start).contains(where: {
            sentence.lexicon.plays(.within, sentence.tokens[safe: $0])
        }) {
            return true
        }
        if sentence.has(lead - 1, .between) { return true }
        let isFrom = sentence.has(lead - 1, .from) || sentence.has(lead, .from)
        return isFrom && sentence.has(quantity.start..<quantity.end, .to)
    }

    /// Whether "to" stands between what something was and what it became.
    private static func isResult(_ to: Int, _ sentence: Sentence) -> Bool {
        guard let verb = sentence.last(.change, before: to, within: Reach.clause) else { return false }
        return verb >= sentence.clauseStart(to)
    }

    /// "spread over 200 square kilometres", "extends over": there "over" only says where.
    private static func isPlace(_ i: Int, _ sentence: Sentence, _ quantity: Quantity) -> Bool {
        sentence.has(i - 1, .run) || sentence.has(i - 1, .filler) && sentence.has(i - 2, .run)
            || (sentence.has(i - 1, .build) && quantity.dimension == .area)
    }
}

extension Qualifier {
    /// Whether it says more than that a figure is rough.
    var bounds: Bool {
        switch self {
        case .exact, .about, .between: false
        case .atLeast, .moreThan, .atMost, .lessThan, .upTo, .nearly: true
        }
    }
}
