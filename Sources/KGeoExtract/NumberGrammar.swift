// Numbers in digits and words: "1.3 million", "twelve hundred", "half a dozen", "two-thirds", "one in five".

internal import KGeoClaims
internal import KGeoCore

/// A number of a sentence.
struct NumberSpan {
    var start, end: Int
    var printed: PrintedNumber
    /// A part of a whole: "a fifth", "two-thirds", "half".
    var isPart = false
    /// Only an article: "a kilometre".
    var isArticle = false
    var isWord = false
    var isAmbiguous = false
    /// What a word behind it multiplies it by: a million.
    var scale: Double = 1
    var mayBeYear = false
    var mayBeDay = false
    /// "100+", "100-plus".
    var hasPlus = false
    /// "one in five": what it is a part of stands behind it.
    var isOneIn = false
    var value: Double { printed.value }
}

extension Sentence {
    /// The number that begins at a token.
    func number(at i: Int) -> NumberSpan? {
        guard isInside(i) else { return nil }
        switch tokens[i].kind {
        case .number: return digits(at: i)
        case .word: return words(at: i)
        case .sign:
            guard let part = vulgar(i) else { return nil }
            return NumberSpan(start: i, end: i + 1, printed: .init(value: part, step: part), isPart: true)
        }
    }

    /// ½ and its kin.
    private func vulgar(_ i: Int) -> Double? {
        guard isInside(i), tokens[i].kind == .sign else { return nil }
        switch tokens[i].value {
        case 0xBC: return 0.25
        case 0xBD: return 0.5
        case 0xBE: return 0.75
        case 0x2153: return 1.0 / 3
        case 0x2154: return 2.0 / 3
        case 0x2155: return 0.2
        case 0x215B: return 0.125
        default: return nil
        }
    }

    private func digits(at i: Int) -> NumberSpan? {
        let index = Int(tokens[i].value)
        guard numerals.indices.contains(index) else { return nil }
        let numeral = numerals[index]
        var span = NumberSpan(
            start: i, end: i + 1, printed: .init(value: numeral.value, step: numeral.step),
            isAmbiguous: numeral.isAmbiguous, mayBeYear: numeral.mayBeYear, mayBeDay: numeral.mayBeDay)
        // 3/4, 2 1/2
        if let part = slashed(i) {
            span.printed = .init(value: part, step: part)
            span.end = i + 3
            span.isPart = part < 1
            return span
        }
        if let part = vulgar(i + 1) {
            span.printed = .init(value: span.value + part, step: part)
            span.end = i + 2
        } else if isNumber(i + 1), !isHyphenated(i + 1), let part = slashed(i + 1), part < 1 {
            span.printed = .init(value: span.value + part, step: part)
            span.end = i + 4
        } else if let end = andAPart(span.end) {
            span.printed = .init(value: span.value + end.part, step: end.part)
            span.end = end.end
        }
        return outOf(scaled(span))
    }

    /// The value of digits, stroke, digits without spaces.
    private func slashed(_ i: Int) -> Double? {
        guard isNumber(i), isSign(i + 1, "/"), isGlued(i + 1), isNumber(i + 2), isGlued(i + 2),
            !isSign(i + 3, "/")
        else { return nil }
        let over = numerals[Int(tokens[i].value)].value
        let under = numerals[Int(tokens[i + 2].value)].value
        return under >= 2 && under <= 16 && over > 0 && over < under ? over / under : nil
    }

    /// "and a half" behind a number.
    private func andAPart(_ i: Int) -> (part: Double, end: Int)? {
        guard has(i, .and) || isHyphenated(i) else { return nil }
        var k = i + 1
        if has(k, .article) { k += 1 }
        guard let part = entry(k).fraction, k > i + 1 || part == 2 else { return nil }
        return (1 / part, k + 1)
    }

    /// A number with "million" and the like behind it.
    private func scaled(_ span: NumberSpan) -> NumberSpan {
        var span = span
        var k = span.end
        while span.scale < 1e12, let scale = entry(k).scale, isWord(k), scale != 20 {
            span.scale *= scale
            k += 1
        }
        // "1.3m hectares", "1.02 m ha": an m before a unit of area, or a glued one before any, means millions.
        if k == span.end, !isHyphenated(k), entry(k).unit?.name == "m", tokens[k].end - tokens[k].start == 1,
            let unit = unitName(at: k + 1), isGlued(k) || unit.unit.dimension == .area
        {
            span.scale = 1e6
            k += 1
        }
        if span.scale > 1 {
            span.printed = .init(value: span.value * span.scale, step: span.printed.step * span.scale)
            span.end = k
            span.mayBeYear = false
            span.mayBeDay = false
        }
        if isSign(span.end, "+"), isGlued(span.end) {
            span.end += 1
            span.hasPlus = true
        } else if isHyphenated(span.end),
            lexicon.qualifiersAfter.match(tokens, from: span.end)?.meaning == .atLeast
        {
            span.end += 1
            span.hasPlus = true
        }
        return span
    }

    /// "one in five", "nine out of ten": a part of a whole.
    private func outOf(_ span: NumberSpan) -> NumberSpan {
        guard span.value >= 1, span.value < 10, isWord(span.end), span.end - span.start == 1 else {
            return span
        }
        var k = span.end
        guard has(k, .preposition), tokens[k].byteEnd - tokens[k].byteStart <= 3, !has(k, .to), !has(k, .of),
            !has(k, .by), !has(k, .from)
        else { return span }
        // "nine out of ten", "one in every four"
        k += has(k + 1, [.of, .each]) ? 2 : 1
        guard let whole = plain(k), whole.value > span.value, whole.value <= 20, whole.end == k + 1,
            isWord(whole.end), unitName(at: whole.end) == nil || entry(whole.end).unit?.dimension == .area,
            !has(whole.end, .timeNoun), span.isWord == whole.isWord
        else { return span }
        var span = span
        span.printed = .init(value: span.value / whole.value, step: 1 / whole.value)
        span.isPart = true
        span.isOneIn = true
        span.end = whole.end
        return span
    }

    private func plain(_ k: Int) -> NumberSpan? {
        if isNumber(k) {
            let numeral = numerals[Int(tokens[k].value)]
            return NumberSpan(start: k, end: k + 1, printed: .init(value: numeral.value, step: numeral.step))
        }
        guard let value = entry(k).cardinal else { return nil }
        return NumberSpan(start: k, end: k + 1, printed: .init(value: value, step: 1), isWord: true)
    }

    // MARK: words

    private func words(at i: Int) -> NumberSpan? {
        var span = NumberSpan(start: i, end: i + 1, printed: .init(value: 0, step: 1), isWord: true)
        let first = entry(i)
        if first.classes.contains(.article) {
            // "a hundred", "a dozen", "a couple of", "a fifth", "a half"
            if entry(i + 1).scale != nil, let counted = counted(i + 1) {
                span.printed = counted.printed
                span.end = counted.end
                return outOf(span)
            }
            if let part = entry(i + 1).fraction {
                return self.part(span, 1 / part, end: i + 2)
            }
            return nil
        }
        if let part = first.fraction, part == 2 || part == 4 {
            // "half a million", "half a dozen", "half", "quarter-mile"
            guard part == 2 || unitName(at: i + 1) != nil else { return nil }
            return self.part(span, 1 / part, end: i + 1)
        }
        guard first.cardinal != nil || (first.scale != nil && first.scale != 2 && first.scale != 20),
            first.cardinal != nil || entry(i).scale == 12 || entry(i).scale ?? 0 >= 100,
            let counted = counted(i)
        else { return nil }
        if tokens[i].kind == .word, first.cardinal == nil,
            first.unit != nil || tokens[i].end - tokens[i].start < 4
        {
            return nil
        }
        span.printed = counted.printed
        span.end = counted.end
        // "two thirds", "three-quarters"
        if counted.end == i + 1, let part = entry(i + 1).fraction, counted.printed.value < part {
            return self.part(span, counted.printed.value / part, end: i + 2)
        }
        if let more = andAPart(span.end), !isHyphenated(span.end) || has(span.end, .and) {
            span.printed = .init(value: span.value + more.part, step: more.part)
            span.end = more.end
        }
        if entry(span.end).scale ?? 0 >= 12 { span = scaled(span) }
        if isHyphenated(span.end), lexicon.qualifiersAfter.match(tokens, from: span.end)?.meaning == .atLeast
        {
            span.end += 1
            span.hasPlus = true
        }
        return outOf(span)
    }

    /// A part of a whole; of a number in words ("half a million"), it is that number.
    private func part(_ span: NumberSpan, _ part: Double, end: Int) -> NumberSpan {
        var span = span
        var k = end
        if has(k, .of) { k += 1 }
        if has(k, .article), let scale = entry(k + 1).scale, scale >= 12 {
            span.printed = .init(value: part * scale, step: part * scale)
            span.end = k + 2
            return span
        }
        span.printed = .init(value: part, step: part)
        span.end = end
        span.isPart = true
        return span
    }

    /// Cardinals and scales in words from a token on: "one hundred and twenty-five thousand".
    private func counted(_ i: Int) -> (printed: PrintedNumber, end: Int)? {
        var total = 0.0
        var current = 0.0
        var k = i
        var smallest = Double.infinity
        loop: while isWord(k) {
            let entry = entry(k)
            if let value = entry.cardinal {
                let room = current.truncatingRemainder(dividingBy: 100)
                if room != 0, value >= 10 || room < 20 || room.truncatingRemainder(dividingBy: 10) != 0 {
                    break loop
                }
                if current > 0, room == 0, current < 100 { break loop }
                current += value
                smallest = value >= 10 && value.truncatingRemainder(dividingBy: 10) == 0 ? 10 : 1
                k += 1
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
        }
        guard k > i else { return nil }
        return (PrintedNumber(value: total + current, step: smallest.isFinite ? smallest : 1), k)
    }
}
