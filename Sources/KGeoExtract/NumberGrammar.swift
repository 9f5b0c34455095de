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
    /// A comma or point that may part thousands or decimals.
    var isAmbiguous = false
    /// The other reading, where two are left.
    var other: Double?
    /// What a word behind it multiplies it by: a million.
    var scale: Double = 1
    /// The last word of its scale: the thousand of "three thousand", which a range may share.
    var sharedScale: Double = 1
    var mayBeYear = false
    var mayBeDay = false
    /// What is joined to the number itself: "100+", "100-plus", "hundred-odd", "30-ish".
    var suffix: Qualifier?
    /// "one in five": what it is a part of stands behind it.
    var isOneIn = false
    /// A year and the next, "2012–13": a time, never a figure.
    var isSpanOfYears = false
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
            return NumberSpan(
                start: i, end: i + 1, printed: .init(value: part.value, step: part.step), isPart: true)
        }
    }

    /// ½ and its kin.
    private func vulgar(_ i: Int) -> Part? {
        guard isInside(i), tokens[i].kind == .sign else { return nil }
        func part(_ count: Double, _ of: Double) -> Part { Part(value: count / of, step: 1 / of, end: i + 1) }
        switch tokens[i].value {
        case 0xBC: return part(1, 4)
        case 0xBD: return part(1, 2)
        case 0xBE: return part(3, 4)
        case 0x2153: return part(1, 3)
        case 0x2154: return part(2, 3)
        case 0x2155...0x2158: return part(Double(tokens[i].value - 0x2154), 5)
        case 0x2159: return part(1, 6)
        case 0x215A: return part(5, 6)
        case 0x215B...0x215E: return part(Double(tokens[i].value - 0x215B) * 2 + 1, 8)
        default: return nil
        }
    }

    private func digits(at i: Int) -> NumberSpan? {
        let index = Int(tokens[i].value)
        guard numerals.indices.contains(index) else { return nil }
        let numeral = numerals[index]
        guard numeral.isReadable else { return nil }
        var span = NumberSpan(
            start: i, end: i + 1, printed: .init(value: numeral.value, step: numeral.step),
            isAmbiguous: numeral.isAmbiguous, other: numeral.other, mayBeYear: numeral.mayBeYear,
            mayBeDay: numeral.mayBeDay)
        if numeral.mayBeYear, let end = nextYear(i) {
            span.end = end
            span.isSpanOfYears = true
            return span
        }
        // 3/4
        if let part = slashed(i) {
            span.printed = .init(value: part.value, step: part.step)
            span.end = part.end
            span.isPart = true
            return span
        }
        // 2½, 2 1/2, 2-1/2, 2 and a half
        if let part = vulgar(i + 1) ?? slashed(i + 1) ?? andAPart(i + 1), numeral.step >= 1 {
            span.printed = .init(value: span.value + part.value, step: part.step)
            span.end = part.end
        }
        return outOf(scaled(span))
    }

    /// A part of one: its value, one unit of what it counts, and where it ends.
    struct Part {
        var value, step: Double
        var end: Int
    }

    /// Behind the two digits that name the year after: "2012–13", "2012/13".
    private func nextYear(_ i: Int) -> Int? {
        var k = i + 1
        if isSign(k, "/"), isGlued(k) { k += 1 } else if !isHyphenated(k) { return nil }
        guard isNumber(k), isGlued(k) || isHyphenated(k), tokens[k].end - tokens[k].start == 2,
            !isHyphenated(k + 1), !(isSign(k + 1, "/") && isGlued(k + 1))
        else { return nil }
        let year = numerals[Int(tokens[i].value)].value.truncatingRemainder(dividingBy: 100)
        let next = numerals[Int(tokens[k].value)].value
        let ahead = next - year + (next < year ? 100 : 0)
        return ahead >= 1 && ahead <= 10 ? k + 1 : nil
    }

    /// Digits, stroke, digits without spaces, less than one.
    private func slashed(_ i: Int) -> Part? {
        guard isNumber(i), isSign(i + 1, "/") || isFractionStroke(i + 1), isGlued(i + 1), isNumber(i + 2),
            isGlued(i + 2), !isSign(i + 3, "/")
        else { return nil }
        let over = numerals[Int(tokens[i].value)].value
        let under = numerals[Int(tokens[i + 2].value)].value
        guard under >= 2, under <= 16, over > 0, over < under else { return nil }
        return Part(value: over / under, step: 1 / under, end: i + 3)
    }

    private func isFractionStroke(_ i: Int) -> Bool {
        isInside(i) && tokens[i].kind == .sign && tokens[i].value == 0x2044
    }

    /// "and a half", "and one-half", "and three-quarters", "and 1/2" behind a number.
    func andAPart(_ i: Int) -> Part? {
        if let (value, end) = lexicon.added.match(tokens, from: i) {
            return Part(value: value, step: value, end: end)
        }
        guard has(i, .and) else { return nil }
        let k = i + 1
        if let part = slashed(k) ?? vulgar(k) { return part }
        if has(k, .article), let of = entry(k + 1).fraction {
            return Part(value: 1 / of, step: 1 / of, end: k + 2)
        }
        if let count = entry(k).cardinal, let of = entry(k + 1).fraction, count >= 1, count < of {
            return Part(value: count / of, step: 1 / of, end: k + 2)
        }
        // "two and half"; "two and third" is an order.
        return entry(k).fraction == 2 ? Part(value: 0.5, step: 0.5, end: k + 1) : nil
    }

    /// "and a half" behind a unit: "two miles and a half". "And a quarter of the city" begins something else.
    func partBehindUnit(_ i: Int) -> (value: Double, step: Double, end: Int)? {
        guard has(i, .and) && has(i + 1, .article) || lexicon.added.match(tokens, from: i) != nil,
            let part = andAPart(i), !has(part.end, .of),
            unitName(at: part.end) == nil
        else { return nil }
        return (part.value, part.step, part.end)
    }

    /// A number with "million" and the like behind it.
    func scaled(_ span: NumberSpan) -> NumberSpan {
        var span = span
        var k = span.end
        while span.scale < 1e12, let scale = entry(k).scale, isWord(k), scale != 20 {
            span.scale *= scale
            span.sharedScale = span.scale
            k += 1
            // "1,5 тыс. км²"
            if has(k - 1, .abbreviation), isSign(k, ".") { k += 1 }
        }
        // "1.3m hectares", "1.02 m ha": an m before a unit of area, or a glued one before any, means millions.
        if k == span.end, !isHyphenated(k), entry(k).unit?.name == "m", tokens[k].end - tokens[k].start == 1,
            let unit = unitName(at: k + 1), isGlued(k) || unit.unit.dimension == .area
        {
            span.scale = 1e6
            span.sharedScale = 1e6
            k += 1
        }
        // "1 млн 240 тис."
        if k > span.end, span.scale >= 1_000, isNumber(k), !isHyphenated(k), let more = digits(at: k),
            more.scale > 1, more.value < span.scale
        {
            span.printed = .init(
                value: span.value * span.scale + more.value, step: more.printed.step)
            (span.end, span.mayBeYear, span.mayBeDay) = (more.end, false, false)
            span.sharedScale = more.sharedScale
            return suffixed(span)
        }
        if span.scale > 1 {
            // Nobody writes "1.234 million" with thousands.
            if let other = span.other {
                let decimal = min(span.value, other)
                span.printed = .init(value: decimal, step: 0.001)
                (span.isAmbiguous, span.other) = (false, nil)
            }
            span.printed = .init(value: span.value * span.scale, step: span.printed.step * span.scale)
            span.end = k
            span.mayBeYear = false
            span.mayBeDay = false
        }
        return suffixed(span)
    }

    /// With what is joined to the number itself.
    func suffixed(_ span: NumberSpan) -> NumberSpan {
        var span = span
        if isSign(span.end, "+"), isGlued(span.end) {
            span.suffix = .atLeast
        } else if isHyphenated(span.end),
            lexicon.qualifiersAfter.match(tokens, from: span.end)?.meaning == .atLeast
        {
            span.suffix = .atLeast
        } else if lexicon.plays(.odd, tokens[safe: span.end]),
            isHyphenated(span.end) || unitName(at: span.end + 1) != nil
        {
            span.suffix = .about
        } else {
            return span
        }
        span.end += 1
        return span
    }

    /// "one in five", "nine out of ten": a part of a whole.
    func outOf(_ span: NumberSpan) -> NumberSpan {
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
            isWord(whole.end) || !isInside(whole.end),
            unitName(at: whole.end) == nil || entry(whole.end).unit?.dimension == .area,
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
}
