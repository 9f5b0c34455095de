// Numbers that inherit their unit: "410 sq km in March, 395 in April", "of which 80 have been built".

internal import KGeoCore

/// Gives numbers without a unit the unit of a figure near them, where the words allow no other reading.
struct EllipsisRules {
    let sentence: Sentence
    /// The claims of the sentence, in order.
    let claims: [Quantity]

    /// The figures that bare numbers stand for.
    func quantities(_ bare: [NumberSpan]) -> [Quantity] {
        guard !claims.isEmpty else { return [] }
        var found: [Quantity] = []
        for number in bare where !number.isArticle && !isDate(number) {
            if number.isPart && number.value < 1 { continue }
            // "west of the present one": a pronoun.
            if number.isWord && number.value == 1 { continue }
            if let source = ahead(number) {
                found.append(made(number, source))
            } else if let source = claims.last(where: { $0.end <= number.start })
                ?? found.last(where: { $0.end <= number.start }),
                isElliptic(number, source)
            {
                found.append(made(number, source))
            }
        }
        return found
    }

    private func made(_ number: NumberSpan, _ source: Quantity) -> Quantity {
        var quantity = Quantity([number], source.unit, start: number.start, end: number.end)
        quantity.isBare = true
        QualifierRules.apply(&quantity, sentence)
        quantity.kind = source.kind
        if let dimension = sentence.entry(number.end).dimension, dimension.isAdjective {
            quantity.kind = dimension.kind
        }
        return quantity
    }

    /// A year, a day of a month, or the number of a thing.
    private func isDate(_ number: NumberSpan) -> Bool {
        let before = number.start - 1
        if sentence.month(before) != nil,
            number.mayBeDay || number.mayBeYear
        {
            return true
        }
        // "15 June", "15. Juni", "15 de junio"
        if number.mayBeDay,
            sentence.month(number.end) != nil
                || (sentence.has(number.end, .of) || sentence.isSign(number.end, "."))
                    && sentence.month(number.end + 1) != nil
        {
            return true
        }
        if number.mayBeYear, !comparator(number.start) { return true }
        return sentence.isSign(before, "$#") || sentence.has(before, .money) || sentence.isSign(before, "/")
            || sentence.isSign(number.end, "/:$%")
    }

    /// "from 12 to 16 km", "80 of the planned 200 km", "15, maybe 16, km", "10 and 15 km": the unit comes later.
    private func ahead(_ number: NumberSpan) -> Quantity? {
        guard let next = claims.first(where: { $0.start >= number.end }),
            next.start - number.end <= 8
        else { return nil }
        let between = number.end..<next.start
        let onlySmall = between.allSatisfy {
            sentence.has($0, [.to, .and, .or, .of, .determiner, .filler, .preposition])
                || sentence.isSign($0, ",") || sentence.lexicon.isPlan(sentence.tokens[$0])
                || sentence.lexicon.qualifiersBefore.match(sentence.tokens, from: $0) != nil
        }
        // "143, 89 and 50 square kilometres"
        let isList = between.allSatisfy {
            sentence.isNumber($0) || sentence.isSign($0, ",") || sentence.has($0, [.and, .or])
        }
        if isList, sentence.isSign(number.end, ",") || sentence.has(number.end, .and),
            sentence.has(next.start - 1, [.and, .or]), next.qualifier == .exact, !next.isRange,
            between.count <= 8
        {
            return next
        }
        guard onlySmall, !between.isEmpty else { return nil }
        let first = number.end
        if sentence.has(number.start - 1, .from),
            sentence.has(first, .to) || sentence.lexicon.plays(.becoming, sentence.tokens[first])
        {
            return next
        }
        if sentence.has(first, .of), sentence.has(first + 1, .determiner) { return next }
        // "1,900 of 5,500 hectares"
        if sentence.has(first, .of), next.start == first + 1, number.value < next.high { return next }
        if sentence.isSign(first, ","), next.start - number.end == 1 + (next.start - next.lead),
            next.start > next.lead, next.dimension == .length || next.dimension == .ratio
        {
            return next
        }
        if sentence.has(first, [.and, .or]), next.start - first == 1,
            next.isAdjective || next.dimension == .length
        {
            return next
        }
        return nil
    }

    private func comparator(_ start: Int) -> Bool {
        // "up from as much as 410": the qualifier stands between.
        var k = (sentence.lexicon.qualifiersBefore.match(sentence.tokens, before: start)?.start ?? start) - 1
        while sentence.has(k, [.determiner, .filler]), k > start - 4 { k -= 1 }
        // "against 500", "than the 500", "compared with 500", "up from 500"
        return sentence.lexicon.isComparator(sentence.tokens[safe: k])
            || (sentence.has(k, .preposition) && sentence.lexicon.isComparator(sentence.tokens[safe: k - 1]))
            || (sentence.has(k, .from) && sentence.lexicon.isUpOrDown(sentence.tokens[safe: k - 1]))
    }

    private func isElliptic(_ number: NumberSpan, _ source: Quantity) -> Bool {
        guard number.start - source.after < 60 else { return false }
        // Behind a pause or a small word, never behind a noun of its own.
        if let dimension = sentence.entry(number.end).dimension, dimension.isAdjective,
            source.dimension == .length
        {
            return dimension.kind != nil
        }
        return isAnotherPart(number, source) || isOfAnotherTime(number) || isOfAnotherVoice(number, source)
            || continues(number, source)
    }

    /// A part of the ground or line that was named, or what another has of it.
    private func isAnotherPart(_ number: NumberSpan, _ source: Quantity) -> Bool {
        let (before, after) = (number.start - 1, number.end)
        // "of which 80 have been built"
        if let of = sentence.last(.of, before: number.start, within: Reach.phrase),
            sentence.has(of + 1, .relative) || sentence.has(of + 1, .determiner),
            sentence.has(after, .auxiliary) || sentence.pauses(after) || sentence.has(after, .preposition),
            !sentence.has(of + 2..<number.start, .place)
        {
            return true
        }
        // "Of the 1,200 km of frontier, 300 are walled."
        if sentence.isSign(before, ","), sentence.has(after, .auxiliary),
            sentence.has(max(0, source.lead - 2)..<source.lead, .of),
            sentence.has(0, .of) || sentence.isSign(source.lead - 3, ",")
        {
            return true
        }
        // "The first brigade gained 4 km, the second 7."
        if sentence.has(before, .another), sentence.pauses(after) { return true }
        // "retook 340 km², though 1,900 are still held"
        return sentence.has(before, .relative) && source.dimension == .area
            && sentence.has(after, .auxiliary)
            && sentence.first(.hold, from: after, within: Reach.phrase) != nil
    }

    /// The same figure for another time.
    private func isOfAnotherTime(_ number: NumberSpan) -> Bool {
        let (before, after) = (number.start - 1, number.end)
        guard sentence.pauses(after) else { return false }
        // "June: 564"
        if sentence.isSign(before, ":"),
            sentence.has(before - 1, .timeNoun) || sentence.isCapital(before - 1)
                || sentence.isNumber(before - 1)
        {
            return true
        }
        guard sentence.has(before, .auxiliary) else { return false }
        // "220 km² in December; in January it was 290"
        return sentence.last(.average, before: before, within: Reach.clause) != nil
            || (sentence.lexicon.isPronoun(sentence.tokens[safe: before - 1])
                && sentence.has(sentence.clauseStart(before)..<before, .timeNoun))
    }

    /// The same figure as another source gives it.
    private func isOfAnotherVoice(_ number: NumberSpan, _ source: Quantity) -> Bool {
        let (before, after) = (number.start - 1, number.end)
        guard sentence.pauses(after) else { return false }
        // "put it at 7,860 hectares, the service at 9,140"
        if sentence.has(before, .preposition), !number.mayBeYear,
            sentence.isInside(source.lead - 1), sentence.tokens[source.lead - 1].kind == .word,
            sentence.tokens[source.lead - 1].value == sentence.tokens[before].value,
            sentence.tokens[before].value >= 0, sentence.clauseStart(before) > source.after
        {
            return true
        }
        // "3.4 km² near the village; footage confirms 1.1"
        return sentence.has(before, .speech) && sentence.isSign(sentence.clauseStart(before) - 1, ",;")
    }

    /// A figure that goes on where the one before stopped, by its small words and what follows it.
    private func continues(_ number: NumberSpan, _ source: Quantity) -> Bool {
        let (before, after) = (number.start - 1, number.end)
        let opensTime = opensTime(after)
        if comparator(number.start) {
            return sentence.pauses(after) || opensTime || sentence.has(after, .preposition)
        }
        // "April (379)"
        if sentence.isSign(before, "("), sentence.isSign(after, ")") {
            return sentence.isCapital(before - 1)
                || sentence.has(before - 1, [.timeNoun, .place, .regionNoun]) || sentence.isNumber(before - 1)
        }
        // "shrunk to 950 square miles from 3,300"
        if sentence.has(before, .from), sentence.pauses(after),
            sentence.last(.change, before: source.start, within: Reach.clause) != nil
        {
            return true
        }
        // "to 190 in June", "395 in April", "another 31 in the south", "and 380 in May"
        let opens =
            sentence.isSign(before, ",;(:")
            || sentence.has(before, [.and, .to, .another, .gain, .lose, .or, .hold])
            || number.start > (sentence.last(.another, before: number.start, within: 3) ?? .max)
            || qualified(number)
        guard opens else { return false }
        if sentence.has(before, .to), sentence.isSign(after, ".,;)") || !sentence.isInside(after) {
            return source.end < number.start
                && sentence.last(.change, before: number.start, within: 14) != nil
        }
        if sentence.pauses(after) || !sentence.isInside(after) {
            return sentence.has(before, .another) && sentence.has(before - 1, [.and, .or])
        }
        return opensTime || opensPlace(after)
    }

    private func qualified(_ number: NumberSpan) -> Bool {
        guard let (_, start) = sentence.lexicon.qualifiersBefore.match(sentence.tokens, before: number.start)
        else { return false }
        return sentence.isSign(start - 1, ",;(:") || sentence.has(start - 1, [.and, .to])
    }

    /// "in April", "last month", "a year earlier", "the week before", "on Monday", "so far".
    private func opensTime(_ k: Int) -> Bool {
        var i = k
        if sentence.has(i, .preposition) { i += 1 }
        // "so far this month"
        while sentence.has(i, [.article, .determiner, .pastTime])
            || sentence.lexicon.plays(.adverb, sentence.tokens[safe: i]), i < k + 5
        { i += 1 }
        // A bare "2 hours" is a time of its own.
        if sentence.has(i, .timeNoun), i > k || sentence.entry(i).month != nil { return true }
        if sentence.isNumber(i), i > k, sentence.numerals[Int(sentence.tokens[i].value)].mayBeYear {
            return true
        }
        return false
    }

    /// "in the south", "in Dravik", "around the mill".
    private func opensPlace(_ k: Int) -> Bool {
        guard sentence.has(k, .preposition), !sentence.has(k, [.of, .to, .by, .per]) else { return false }
        var i = k + 1
        if sentence.has(i, .determiner) { i += 1 }
        return sentence.isCapital(i) || sentence.has(i, [.direction, .place, .regionNoun])
    }
}
