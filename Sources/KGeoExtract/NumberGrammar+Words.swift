// Numbers in words: "twelve hundred", "half a dozen", "two-thirds", "quatre-vingt-dix", "полторы тысячи".

internal import KGeoClaims
internal import KGeoCore

extension Sentence {
    func words(at i: Int) -> NumberSpan? {
        let span = NumberSpan(start: i, end: i + 1, printed: .init(value: 0, step: 1), isWord: true)
        let first = entry(i)
        if first.classes.contains(.article), let found = behindArticle(span) { return found.number }
        if let found = part(span) { return found.number }
        // "several hundred", "many thousand": how many is not said.
        if first.cardinal == nil, lexicon.plays(.vague, tokens[safe: i - 1]) || isVague(i) { return nil }
        guard first.cardinal != nil || (first.scale != nil && first.scale != 2 && first.scale != 20),
            first.cardinal != nil || entry(i).scale == 12 || entry(i).scale ?? 0 >= 100,
            let counted = counted(i)
        else { return nil }
        if tokens[i].kind == .word, first.cardinal == nil,
            first.unit != nil || tokens[i].end - tokens[i].start < 4
        {
            return nil
        }
        return counting(span, counted)
    }

    /// What was found where words begin like a number; no number when they only begin so.
    private struct Found {
        var number: NumberSpan?
    }

    /// "a hundred", "une quinzaine", "a fifth"; nil where the article may be a number itself, "vingt et un".
    private func behindArticle(_ start: NumberSpan) -> Found? {
        var span = start
        let i = span.start
        let next = entry(i + 1)
        // "a hundred", "a dozen", "a couple of", "a fifth", "a half"
        if next.scale != nil, let counted = counted(i + 1) {
            span.printed = counted.printed
            span.end = counted.end
            span.sharedScale = counted.scale
            return Found(number: outOf(suffixed(span)))
        }
        if let round = next.round { return Found(number: self.round(span, round, end: i + 2)) }
        if let part = next.fraction {
            let end = lexicon.plays(.ofWhole, tokens[safe: i + 2]) ? i + 3 : i + 2
            return Found(number: self.part(span, 1 / part, end: end))
        }
        return entry(i).cardinal != nil && next.cardinal != nil ? nil : Found()
    }

    /// A part of a whole, or a noun that rounds a number; nil where the words begin no such thing.
    private func part(_ start: NumberSpan) -> Found? {
        var span = start
        let i = span.start
        let first = entry(i)
        if let round = first.round { return Found(number: self.round(span, round, end: i + 1)) }
        // "каждый пятый гектар"
        if first.classes.contains(.each), let whole = entry(i + 1).fraction, !entry(i + 1).isPartAlone,
            has(i + 2, .ground) || unitName(at: i + 2)?.unit.dimension == .area
        {
            span.printed = .init(value: 1 / whole, step: 1 / whole)
            (span.isPart, span.isOneIn, span.end) = (true, true, i + 2)
            return Found(number: span)
        }
        guard let part = first.fraction else { return nil }
        if lexicon.plays(.ofWhole, tokens[safe: i + 1]) {
            return Found(number: self.part(span, 1 / part, end: i + 2))
        }
        // "quarter of a million": of a third alone it is not said whether it is a part.
        let isOfScale = has(i + 1, .of) && has(i + 2, .article) && entry(i + 3).scale ?? 0 >= 12
        guard part == 2 || part == 4 || isOfScale || first.isPartAlone else { return nil }
        // "half a million", "half a dozen", "half", "quarter-mile"
        let isSaid =
            first.isPartAlone || isOfScale || unitName(at: i + 1) != nil
            || part == 2 && entry(i + 1).scale ?? 0 >= 12
        return isSaid ? Found(number: self.part(span, 1 / part, end: i + 1)) : Found()
    }

    /// A counted number with what is added to it.
    private func counting(
        _ start: NumberSpan, _ counted: (printed: PrintedNumber, end: Int, scale: Double)
    ) -> NumberSpan {
        var span = start
        let i = span.start
        span.printed = counted.printed
        span.end = counted.end
        span.sharedScale = counted.scale
        if let decimals = spokenDecimals(span.end) {
            let power = PrintedNumber(digits: "1e\(decimals.end - span.end - 1)")?.value ?? 1
            span.printed = .init(value: span.value + decimals.value / power, step: 1 / power)
            span.end = decimals.end
        }
        // "two thirds", "three-quarters"
        if counted.end == i + 1, let part = entry(i + 1).fraction, counted.printed.value < part {
            let end = lexicon.plays(.ofWhole, tokens[safe: i + 2]) ? i + 3 : i + 2
            return self.part(span, counted.printed.value / part, step: 1 / part, end: end)
        }
        if let more = andAPart(span.end) {
            span.printed = .init(value: span.value + more.value, step: more.step)
            span.end = more.end
        }
        if entry(span.end).scale ?? 0 >= 12 { span = scaled(span) }
        if span.suffix == nil { span = suffixed(span) }
        return outOf(span)
    }

    /// "une quinzaine", "un centenar y medio": about so many.
    private func round(_ span: NumberSpan, _ value: Double, end: Int) -> NumberSpan {
        var span = span
        let half = lexicon.added.match(tokens, from: end)
        span.printed = .init(
            value: value * (1 + (half?.meaning ?? 0)), step: half.map { value * $0.meaning } ?? value)
        (span.end, span.sharedScale, span.suffix) = (half?.end ?? end, value, .about)
        if entry(span.end).scale ?? 0 >= 12 || has(span.end, .of) && entry(span.end + 1).scale ?? 0 >= 12 {
            if has(span.end, .of) { span.end += 1 }
            span = scaled(span)
        }
        return span
    }

    /// Whether a word such as "тысячи" says no number there: it does behind a qualifier, "около тысячи".
    func isVague(_ i: Int) -> Bool {
        let word = entry(i)
        return word.least != nil && word.scale != nil
            && lexicon.qualifiersBefore.match(tokens, before: i) == nil
    }

    /// A part of a whole; of a number in words ("half a million"), it is that number.
    private func part(_ span: NumberSpan, _ part: Double, step: Double? = nil, end: Int) -> NumberSpan {
        var span = span
        var k = end
        if has(k, .of) { k += 1 }
        // "half a dozen", "a quarter of a million"; "half-dozen", "a half million"
        let scaled = has(k, .article) ? k + 1 : k == end && part < 1 && step == nil ? k : nil
        if let scaled, let scale = entry(scaled).scale, scale >= 12 {
            span.printed = .init(value: part * scale, step: part * scale)
            span.end = scaled + 1
            span.sharedScale = scale
            return span
        }
        span.printed = .init(value: part, step: step ?? part)
        span.end = end
        span.isPart = true
        return span
    }

    /// Cardinals and scales in words from a token on: "one hundred and twenty-five thousand".
    private func counted(_ i: Int) -> (printed: PrintedNumber, end: Int, scale: Double)? {
        var total = 0.0
        var current = 0.0
        var k = i
        var smallest = Double.infinity
        loop: while isWord(k) {
            let entry = entry(k)
            let phrase = lexicon.cardinals.match(tokens, from: k)
            if let value = phrase?.meaning ?? entry.cardinal {
                let room = current.truncatingRemainder(dividingBy: 100)
                if value >= 100, current >= 100 { break loop }
                if room != 0, value >= 10 || room < 20 || room.truncatingRemainder(dividingBy: 10) != 0 {
                    break loop
                }
                if current > 0, room == 0, current < 100 { break loop }
                current += value
                smallest =
                    value != value.rounded()
                    ? 0.5 : value >= 10 && value.truncatingRemainder(dividingBy: 10) == 0 ? 10 : 1
                k = phrase?.end ?? k + 1
            } else if let scale = entry.scale, !(scale == 20 && current == 0) {
                if scale == 100 {
                    current = max(current, 1) * 100
                } else {
                    total += max(current, 1) * scale
                    current = 0
                }
                smallest = scale == 12 || scale == 20 || scale == 2 ? 1 : scale
                k += 1
                // "a couple of miles", "two dozen of"
                if scale == 2, has(k, .of) { k += 1 }
                if scale == 2 || scale == 12 || scale == 20 { break loop }
            } else if entry.classes.contains(.and), k > i, self.entry(k - 1).scale != nil,
                self.entry(k + 1).cardinal != nil
            {
                k += 1
            } else {
                break loop
            }
            // "one thousand, two hundred"
            if isSign(k, ","), let scale = self.entry(k - 1).scale, scale >= 1_000,
                self.entry(k + 1).cardinal != nil, let next = self.entry(k + 2).scale, next < scale
            {
                k += 1
            }
        }
        guard k > i else { return nil }
        return (
            PrintedNumber(value: total + current, step: smallest.isFinite ? smallest : 1), k,
            self.entry(k - 1).scale ?? 1
        )
    }

    /// "point seven", "point two five" behind a number in words: the digits as one number.
    private func spokenDecimals(_ i: Int) -> (value: Double, end: Int)? {
        guard isWord(i), lexicon.isPoint(tokens[i]) else { return nil }
        var value = 0.0
        var k = i + 1
        while k < i + 7, let digit = entry(k).cardinal, digit < 10 {
            value = value * 10 + digit
            k += 1
        }
        return k > i + 1 ? (value, k) : nil
    }
}
