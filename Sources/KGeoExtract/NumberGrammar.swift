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
    private struct Part {
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
    private func andAPart(_ i: Int) -> Part? {
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
        guard has(i, .and), has(i + 1, .article), let part = andAPart(i), !has(part.end, .of),
            unitName(at: part.end) == nil
        else { return nil }
        return (part.value, part.step, part.end)
    }

    /// A number with "million" and the like behind it.
    private func scaled(_ span: NumberSpan) -> NumberSpan {
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
    private func suffixed(_ span: NumberSpan) -> NumberSpan {
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

    // MARK: words

    private func words(at i: Int) -> NumberSpan? {
        var span = NumberSpan(start: i, end: i + 1, printed: .init(value: 0, step: 1), isWord: true)
        let first = entry(i)
        if first.classes.contains(.article) {
            // "a hundred", "a dozen", "a couple of", "a fifth", "a half"
            if entry(i + 1).scale != nil, let counted = counted(i + 1) {
                span.printed = counted.printed
                span.end = counted.end
                span.sharedScale = counted.scale
                return outOf(suffixed(span))
            }
            if let part = entry(i + 1).fraction {
                return self.part(span, 1 / part, end: i + 2)
            }
            return nil
        }
        // "quarter of a million": of a third alone it is not said whether it is a part.
        let isOfScale = has(i + 1, .of) && has(i + 2, .article) && entry(i + 3).scale ?? 0 >= 12
        if let part = first.fraction, part == 2 || part == 4 || isOfScale {
            // "half a million", "half a dozen", "half", "quarter-mile"
            guard part == 2 || isOfScale || unitName(at: i + 1) != nil else { return nil }
            return self.part(span, 1 / part, end: i + 1)
        }
        // "several hundred", "many thousand": how many is not said.
        if first.cardinal == nil, lexicon.plays(.vague, tokens[safe: i - 1]) { return nil }
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
        span.sharedScale = counted.scale
        if let decimals = spokenDecimals(span.end) {
            let power = PrintedNumber(digits: "1e\(decimals.end - span.end - 1)")?.value ?? 1
            span.printed = .init(value: span.value + decimals.value / power, step: 1 / power)
            span.end = decimals.end
        }
        // "two thirds", "three-quarters"
        if counted.end == i + 1, let part = entry(i + 1).fraction, counted.printed.value < part {
            return self.part(span, counted.printed.value / part, step: 1 / part, end: i + 2)
        }
        if let more = andAPart(span.end) {
            span.printed = .init(value: span.value + more.value, step: more.step)
            span.end = more.end
        }
        if entry(span.end).scale ?? 0 >= 12 { span = scaled(span) }
        if span.suffix == nil { span = suffixed(span) }
        return outOf(span)
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
