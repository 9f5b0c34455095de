// From numbers and units to figures: ranges, two numbers with one unit, brackets with a second unit, rates.

internal import KGeoCore

/// Finds the figures of a sentence, and the numbers that have no unit.
struct QuantityGrammar {
    let sentence: Sentence
    private(set) var quantities: [Quantity] = []
    /// Numbers without a unit, for the rules of ellipsis.
    private(set) var bare: [NumberSpan] = []

    init(_ sentence: Sentence) {
        self.sentence = sentence
        var i = 0
        while i < sentence.count { i = step(i) }
        joinAppositions()
    }

    /// "1,545 dunams south of the town, about 1.5 km²,": a second unit that stands a little apart.
    private mutating func joinAppositions() {
        var i = 0
        while i + 1 < quantities.count {
            let (first, second) = (quantities[i], quantities[i + 1])
            if first.equivalents.isEmpty, second.equivalents.isEmpty, first.dimension == second.dimension,
                first.dimension == .area || first.dimension == .length,
                first.unit != second.unit, (0...8).contains(second.lead - first.after),
                sentence.isSign(second.lead - 1, ",(-"), sentence.pauses(second.after),
                first.isRange == second.isRange,
                abs(first.unit.si(first.low) / max(second.unit.si(second.low), .leastNonzeroMagnitude) - 1)
                    < 0.1,
                !sentence.has(first.after..<second.lead, [.and, .gain, .lose, .hold])
            {
                quantities[i].equivalents = [.init(numbers: second.numbers.map(\.printed), unit: second.unit)]
                if Conversion.disagree(first.numbers.map(\.printed), first.unit, quantities[i].equivalents[0])
                {
                    quantities[i].flags.insert(.conversionMismatch)
                }
                quantities[i].end = second.end
                quantities.remove(at: i + 1)
            }
            i += 1
        }
    }

    /// Reads what begins at a token and gives the token to go on with.
    private mutating func step(_ i: Int) -> Int {
        if isDesignation(i) || isTail(i) { return i + 1 }
        if let quantity = ownNumber(i) ?? inverted(i) ?? unitAlone(i) {
            quantities.append(quantity)
            return max(quantity.end, quantity.after)
        }
        if sentence.has(i, .article), let quantity = oneUnit(i) {
            quantities.append(quantity)
            return quantity.end
        }
        if let quantity = vague(i) {
            quantities.append(quantity)
            return quantity.end
        }
        guard let first = sentence.number(at: i) else { return i + 1 }
        if first.isSpanOfYears { return first.end }
        if let pair = twoDimensions(first) { return pair }
        if let quantity = quantity(first) {
            let whole = completed(quantity)
            quantities.append(whole)
            return max(whole.end, whole.after, i + 1)
        }
        bare.append(first)
        return first.end
    }

    /// "F-16", "M2", "T-72", "Route 66": a number that is part of a name.
    private func isDesignation(_ i: Int) -> Bool {
        guard sentence.isNumber(i), sentence.isWord(i - 1) else { return false }
        if sentence.isGlued(i), !sentence.isHyphenated(i) { return true }
        guard sentence.isHyphenated(i) else { return false }
        // "mid-2024" and names; but "a 5-to-10-km strip".
        return !sentence.has(i - 1, [.to, .or]) && sentence.entry(i - 1).cardinal == nil
    }

    /// What is left of a form that was not read as a whole, "1,,234", "5/0", "3-4-5": no figure.
    private func isTail(_ i: Int) -> Bool {
        // "nineteen eighty", "twenty-twenty": a year in words.
        if sentence.entry(i).cardinal != nil, sentence.entry(i - 1).cardinal != nil { return true }
        guard sentence.isNumber(i) else { return false }
        if sentence.isHyphenated(i), sentence.isNumber(i - 1) { return true }
        if sentence.isNumber(i - 1) { return !isApart(i - 1) }
        guard sentence.isGlued(i), isMark(i - 1), sentence.isGlued(i - 1) else { return false }
        return sentence.isNumber(i - 2) || isMark(i - 2)
    }

    /// A mark between digits that makes no number of them.
    private func isMark(_ i: Int) -> Bool {
        guard sentence.isInside(i), sentence.tokens[i].kind == .sign else { return false }
        return sentence.isSign(i, ",.'/_:*^") || sentence.tokens[i].value == 0x2215
    }

    /// A number that stands for itself before another: a year, a day of a month, the number of a thing ("Phase 2").
    private func isApart(_ i: Int) -> Bool {
        sentence.numerals[Int(sentence.tokens[i].value)].mayBeYear || sentence.entry(i - 1).month != nil
            || sentence.isCapital(i - 1) || sentence.tokens[i + 1].gap == .line
    }

    // MARK: one quantity

    /// "hundreds of square kilometres", "several hundred km²", "tens of thousands of hectares": at least so much.
    private func vague(_ i: Int) -> Quantity? {
        guard var least = sentence.entry(i).least,
            sentence.entry(i).scale == nil || sentence.isVague(i)
        else { return nil }
        var k = i + 1
        if sentence.has(k, .of), let more = sentence.entry(k + 1).least {
            // The thousands of "tens of thousands".
            least *= more / 2
            k += 2
        } else if let scale = sentence.entry(k).scale, scale >= 12 {
            least *= scale
            k += 1
        }
        if sentence.has(k, .of) { k += 1 }
        guard let unit = unit(at: k), unit.unit.dimension == .area || unit.unit.dimension == .length else {
            return nil
        }
        let number = NumberSpan(
            start: i, end: k, printed: .init(value: least, step: least * 1e-6), isWord: true)
        var quantity = Quantity([number], unit.unit, start: i, end: unit.end)
        quantity.qualifier = .atLeast
        quantity.isVague = true
        return quantity
    }

    /// "a kilometre", "a square mile", "a mile and a half".
    private func oneUnit(_ i: Int) -> Quantity? {
        guard let unit = sentence.unitName(at: i + 1), !sentence.isHyphenated(i + 1), !unit.isCapital else {
            return nil
        }
        // The plural has no article before it ("the", "all"); "a metre reading" is caught by its context.
        var number = NumberSpan(
            start: i, end: i + 1, printed: .init(value: 1, step: 1), isArticle: true, isWord: true)
        var end = unit.end
        if let part = sentence.partBehindUnit(end) {
            number.printed = .init(value: 1 + part.value, step: part.step)
            number.isArticle = false
            end = part.end
        }
        var quantity = Quantity([number], unit.unit, start: i, end: end)
        quantity.isAdjective = sentence.isHyphenated(end)
        return completed(quantity)
    }

    /// A number or range with the unit behind it; nil for a number that has none.
    func quantity(_ first: NumberSpan) -> Quantity? {
        if first.isOneIn { return share([first]) }
        // "$400m", "£12 m"
        if sentence.isMoney(first.start - 1) { return nil }
        if let own = unit(at: first.end) ?? unitBehindAside(first) ?? unitOfMany(first) {
            return plusMinus(first, own) ?? range(from: first, own) ?? made([first], own)
        }
        if let quantity = plusMinus(first) { return quantity }
        if let joiner = joiner(first.end, between: first.start), let second = sentence.number(at: joiner),
            !second.isArticle, !isYear(first)
        {
            if isChange(first.start), !sentence.isHyphenated(joiner) {
                return nil
            }
            // "shrunk by three-quarters to 950 km²": by how much, and to what.
            if first.isPart, sentence.has(first.start - 1, .by), second.value > 1 { return nil }
            if let range = range(from: first, to: second) { return range }
        }
        if first.isPart { return partOfUnit(first) ?? share([first]) }
        return nil
    }

    /// A range of which each number has a unit: "5 km to 10 km", "500 m to 10 km".
    private func range(from first: NumberSpan, _ own: UnitSpan) -> Quantity? {
        let joiner = joiner(own.end, between: first.start)
        let second = joiner.flatMap { sentence.number(at: $0) }
        let other = second.flatMap { unit(at: $0.end) }
        // "5 km to 10 km", "20 % to 25 %"
        if let second, let other, other.unit == own.unit, second.value > first.value, !isChange(first.start) {
            var quantity = Quantity([first, second], own.unit, start: first.start, end: other.end)
            quantity.isAdjective = other.isAdjective
            return quantity
        }
        // "between 10 km and 200 m": in the first unit.
        if sentence.last(.between, before: first.start, within: 3) != nil, sentence.has(own.end, .and),
            let second = sentence.number(at: own.end + 1), let other = unit(at: second.end),
            other.unit.dimension == own.unit.dimension, other.unit != own.unit,
            other.unit.si(second.value) < own.unit.si(first.value)
        {
            let low = converted(second, from: other.unit, to: own.unit)
            return Quantity([low, first], own.unit, start: first.start, end: other.end)
        }
        guard let joiner, let second, let other, other.unit != own.unit,
            other.unit.dimension == own.unit.dimension, other.unit.dimension != .ratio,
            isOneSystem(own.unit, other.unit), !isChange(first.start)
        else { return nil }
        let (size, otherSize) = (own.unit.si(first.value), other.unit.si(second.value))
        // "ranges from 5 kilometres to just 300 metres"
        if sentence.has(first.start - 1, .from), sentence.has(own.end, .to), otherSize < size {
            let low = converted(second, from: other.unit, to: own.unit)
            return Quantity([low, first], own.unit, start: first.start, end: other.end)
        }
        // "500 m to 10 km": in the second unit.
        if !sentence.has(joiner - 1, .or), size < otherSize {
            let low = converted(first, from: own.unit, to: other.unit)
            return Quantity([low, second], other.unit, start: first.start, end: other.end)
        }
        return nil
    }

    private func converted(_ number: NumberSpan, from unit: MeasureUnit, to other: MeasureUnit) -> NumberSpan
    {
        var number = number
        let factor = unit.factor / other.factor
        number.printed = .init(value: number.value * factor, step: number.printed.step * factor)
        return number
    }

    /// A range of two numbers with one unit, or of two parts of a whole: "5 to 10 km", "2 to 3 million".
    private func range(from first: NumberSpan, to second: NumberSpan) -> Quantity? {
        guard second.value > first.value || (first.sharedScale == 1 && second.sharedScale > 1) else {
            return nil
        }
        let low = sharing(second, first)
        guard low.value < second.value else { return nil }
        if let own = unit(at: second.end) { return made([low, second], own) }
        return first.isPart && second.isPart ? share([low, second]) : nil
    }

    /// The lower number of a range with what it borrows of the higher one: "two to three thousand", "a quarter to a
    /// third of a million".
    private func sharing(_ second: NumberSpan, _ first: NumberSpan) -> NumberSpan {
        var low = first
        let scale = second.sharedScale
        if scale > 1, first.sharedScale == 1, first.value * scale < second.value,
            !first.isPart || second.value < scale
        {
            low.printed = .init(value: first.value * scale, step: first.printed.step * scale)
            low.isPart = false
        } else if first.value >= 1, first.value < 100, first.value == first.value.rounded(), !first.isWord,
            second.printed.step >= 1_000, first.value * 1_000 < second.value
        {
            // "12 to 15,000 hectares": twelve, or twelve thousand.
            low.isAmbiguous = true
            low.other = first.value * 1_000
        }
        return low
    }

    func made(_ numbers: [NumberSpan], _ unit: UnitSpan) -> Quantity? {
        guard let first = numbers.first else { return nil }
        var (numbers, unit) = (numbers, unit)
        if numbers.count == 1, first.printed.step >= 1, let part = sentence.partBehindUnit(unit.end) {
            numbers[0].printed = .init(value: first.value + part.value, step: part.step)
            unit.end = part.end
        }
        var quantity = Quantity(numbers, unit.unit, start: first.start, end: unit.end)
        quantity.isAdjective = unit.isAdjective || sentence.isHyphenated(unit.end)
        quantity.isCapital = unit.isCapital
        return quantity
    }

    private func share(_ numbers: [NumberSpan]) -> Quantity? {
        guard let first = numbers.first, let last = numbers.last, let unit = MeasureUnit.named("fraction")
        else {
            return nil
        }
        return Quantity(numbers, unit, start: first.start, end: last.end)
    }

    /// "three quarters of a mile", "a quarter of a square mile".
    private func partOfUnit(_ part: NumberSpan) -> Quantity? {
        var k = part.end
        if sentence.has(k, .of) { k += 1 }
        if sentence.has(k, .article) { k += 1 }
        // "half of one per cent"
        if sentence.number(at: k)?.value == 1, self.unit(at: k + 1) != nil { k += 1 }
        guard k > part.end, let unit = self.unit(at: k) else { return nil }
        var number = part
        number.isPart = false
        return made([number], unit)
    }

    /// "15, maybe 16, kilometres": the unit behind a second thought.
    private func unitBehindAside(_ number: NumberSpan) -> UnitSpan? {
        guard sentence.isSign(number.end, ","), let last = bare.last,
            sentence.isSign(last.end, ","), number.start - last.end <= 3
        else { return nil }
        return sentence.unitName(at: number.end + 1)
    }

    /// "4,4 millions d'hectares", "une dizaine de kilomètres": the unit behind "of".
    private func unitOfMany(_ number: NumberSpan) -> UnitSpan? {
        guard number.sharedScale >= 10, sentence.has(number.end, .of) else { return nil }
        return sentence.unitName(at: number.end + 1)
    }

    /// A unit, or the sign for hundredths, at a token.
    func unit(at i: Int) -> UnitSpan? {
        if let end = sentence.percent(at: i) {
            return UnitSpan(unit: .percent, end: end, isAdjective: sentence.isHyphenated(end))
        }
        return sentence.unitName(at: i)
    }

    /// Behind the dash or word that joins two numbers, and behind a qualifier of the second.
    private func joiner(_ i: Int, between start: Int) -> Int? {
        var k = i
        if sentence.isHyphenated(k), sentence.isNumber(k) || sentence.entry(k).cardinal != nil { return k }
        if sentence.isSign(k, "-") || sentence.has(k, .to) {
            k += 1
        } else if sentence.has(k, .or), sentence.number(at: k + 1) != nil {
            k += 1
        } else if sentence.has(k, .and), sentence.last(.between, before: start, within: Reach.phrase) != nil {
            k += 1
        } else {
            return nil
        }
        if let (_, end) = sentence.lexicon.qualifiersBefore.match(sentence.tokens, from: k) { k = end }
        // "el 3 % y el 4 %"
        if sentence.has(k - 1, .and), sentence.has(k, .determiner), !sentence.has(k, .article),
            sentence.isNumber(k + 1)
        {
            k += 1
        }
        return sentence.number(at: k) == nil ? nil : k
    }

    /// "in 2011 to 48,000 hectares": a year behind a word of time begins no range.
    private func isYear(_ number: NumberSpan) -> Bool {
        guard number.mayBeYear else { return false }
        let before = sentence.tokens[safe: number.start - 1]
        return [.dating, .since, .until].contains { sentence.lexicon.plays($0, before) }
            || sentence.has(number.start - 1, .timeNoun)
    }

    /// Whether the words before say that something grew or shrank: then "from 12 to 16" are two figures.
    private func isChange(_ i: Int) -> Bool {
        let from = sentence.lexicon.qualifiersBefore.match(sentence.tokens, before: i)?.start ?? i
        return sentence.has(from - 1, .from) && sentence.last(.change, before: i, within: 9) != nil
    }

    /// "15 by 20 km", "3 × 5 km": a length and a width.
    private mutating func twoDimensions(_ first: NumberSpan) -> Int? {
        var k = first.end
        let own = sentence.unitName(at: k)
        if let own { k = own.end }
        guard sentence.has(k, .by) || isTimes(k), !(first.mayBeYear && own == nil),
            let second = sentence.number(at: k + 1),
            let unit = sentence.unitName(at: second.end)
                ?? (sentence.pauses(second.end) ? own.map { UnitSpan(unit: $0.unit, end: second.end) } : nil),
            unit.unit.dimension == .length, own == nil || own?.unit == unit.unit
        else { return nil }
        var length = Quantity([first], unit.unit, start: first.start, end: own?.end ?? first.end)
        length.kind = .length
        length.after = unit.end
        var width = Quantity([second], unit.unit, start: second.start, end: unit.end)
        width.kind = .width
        width.lead = first.start
        // "(208 by 60 mi)" says the two again.
        if sentence.isSign(unit.end, "("), let third = sentence.number(at: unit.end + 1),
            sentence.has(third.end, .by) || isTimes(third.end),
            let fourth = sentence.number(at: third.end + 1),
            let other = sentence.unitName(at: fourth.end), other.unit.dimension == .length,
            sentence.isSign(other.end, ")")
        {
            length.equivalents = [.init(numbers: [third.printed], unit: other.unit)]
            width.equivalents = [.init(numbers: [fourth.printed], unit: other.unit)]
            width.end = other.end + 1
            width.after = width.end
            length.after = width.end
        }
        quantities += [length, width]
        return width.end
    }

    private func isTimes(_ k: Int) -> Bool {
        sentence.isInside(k)
            && ((sentence.tokens[k].kind == .sign && sentence.tokens[k].value == 0xD7)
                || sentence.lexicon.plays(.times, sentence.tokens[k]))
    }
}
