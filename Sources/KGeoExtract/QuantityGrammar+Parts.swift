// What belongs to a figure beside its number and unit: a second unit in brackets, the period of a rate.

internal import KGeoCore

extension QuantityGrammar {
    /// A quantity with its second unit, its period and its qualifier.
    func completed(_ quantity: Quantity) -> Quantity {
        var quantity = quantity
        // "a kilometre and a half" has been read; "two miles and a half":
        period(&quantity)
        equivalents(&quantity)
        period(&quantity)
        QualifierRules.apply(&quantity, sentence)
        leadingPeriod(&quantity)
        return quantity
    }

    /// "(386 square miles)", "– almost 60 miles", ", or about 81 square miles".
    private func equivalents(_ quantity: inout Quantity) {
        var k = quantity.end
        // "2.5-mile-wide (4-kilometre-wide)"
        var adjective: ClaimKind?
        if let dimension = sentence.entry(k).dimension, dimension.isAdjective, let kind = dimension.kind,
            sentence.isSign(k + 1, "(")
        {
            adjective = kind
            k += 1
        }
        if sentence.isSign(k, "(") || sentence.isSign(k, "[") {
            k += 1
            var found: [ExtractedClaim.Equivalent] = []
            while let (number, end) = second(k, of: quantity, inBrackets: true) {
                found.append(number)
                k = end
                if adjective != nil, sentence.entry(k).dimension?.kind == adjective { k += 1 }
                if sentence.isSign(k, ")]") {
                    if let adjective { quantity.kind = adjective }
                    quantity.equivalents = found
                    quantity.end = k + 1
                    quantity.after = k + 1
                    break
                }
                guard sentence.isSign(k, ",;/") || sentence.has(k, [.or, .and]) else { return }
                k += 1
            }
        } else if sentence.isSign(k, ",-/=") || sentence.has(k, .or) || sentence.isThatIs(k) {
            if let (number, end) = second(k + 1, of: quantity, inBrackets: false) {
                quantity.equivalents = [number]
                quantity.end = end
                quantity.after = end
            }
        }
        for other in quantity.equivalents
        where Conversion.disagree(quantity.numbers.map(\.printed), quantity.unit, other) {
            quantity.flags.insert(.conversionMismatch)
        }
    }

    private func second(_ at: Int, of quantity: Quantity, inBrackets: Bool) -> (
        ExtractedClaim.Equivalent, Int
    )? {
        var k = at
        while sentence.has(k, [.or, .and]) || sentence.isSign(k, "=") || sentence.isThatIs(k) { k += 1 }
        while let (_, end) = sentence.lexicon.qualifiersBefore.match(sentence.tokens, from: k) { k = end }
        guard let number = sentence.number(at: k) else { return nil }
        guard var other = self.quantity(number) else { return nil }
        period(&other)
        guard other.unit.dimension == quantity.unit.dimension || ratesAgree(other, quantity),
            other.unit.dimension != .ratio
        else { return nil }
        if !inBrackets || other.unit == quantity.unit {
            let ratio =
                other.unit.si(other.high) / max(quantity.unit.si(quantity.high), .leastNonzeroMagnitude)
            guard ratio > 0.3, ratio < 3 || (inBrackets && other.unit == quantity.unit) else { return nil }
            // "49,152 acres, or 77 square miles": the same ground said twice agrees.
            let isSame = other.unit != quantity.unit && abs(ratio - 1) < 0.1
            guard inBrackets || isSame || isOtherSystem(quantity.unit, other.unit) else { return nil }
        }
        return (.init(numbers: other.numbers.map(\.printed), unit: other.unit), other.end)
    }

    private func ratesAgree(_ a: Quantity, _ b: Quantity) -> Bool {
        (a.unit.dimension == .area && b.unit.dimension == .areaRate)
            || (a.unit.dimension == .length && b.unit.dimension == .lengthRate)
    }

    func isOneSystem(_ a: MeasureUnit, _ b: MeasureUnit) -> Bool {
        let metric: Set<String> = ["km", "m", "km2", "m2", "ha"]
        return metric.contains(a.name) == metric.contains(b.name)
    }

    private func isOtherSystem(_ a: MeasureUnit, _ b: MeasureUnit) -> Bool {
        let metric: Set<String> = ["km", "m", "km2", "m2", "ha"]
        return metric.contains(a.name) != metric.contains(b.name)
            || (a != b && (a.name == "ha" || b.name == "ha"))
    }

    /// "… per day", "… of land a month", "…/day", "… claimed each day".
    private func period(_ quantity: inout Quantity) {
        guard quantity.unit.dimension == .area || quantity.unit.dimension == .length else { return }
        let k = quantity.end
        // km/h, m/s, "kilometres per hour", "miles an hour"
        if sentence.isSign(k, "/") || sentence.has(k, [.per, .article]), quantity.unit.dimension == .length,
            sentence.has(k + 1, .speed)
        {
            quantity.isSpeed = true
            return
        }
        if sentence.isSign(k, "/") || sentence.isSign(k, "-"), let name = sentence.entry(k + 1).period {
            return rate(&quantity, name, k + 2)
        }
        // "walked 30 km to school and back each week"
        if quantity.unit.dimension == .length, !sentence.has(k, [.per, .article, .each]),
            !sentence.isSign(k, "/-"),
            sentence.last(.traverse, before: quantity.start, within: Reach.phrase) != nil
        {
            quantity.isSpeed = sentence.first(.each, from: k, within: 7) != nil
            return
        }
        // "a football pitch every six seconds", "of wetland every 100 minutes"
        if let each = sentence.first(.each, from: k, within: Reach.phrase),
            let count = sentence.number(at: each + 1),
            !count.isArticle, count.value > 0, !sentence.pauses(each - 1),
            let name = sentence.entry(count.end).period
        {
            quantity.numbers = quantity.numbers.map { number in
                var number = number
                number.printed = .init(
                    value: number.value / count.value, step: number.printed.step / count.value)
                return number
            }
            return rate(&quantity, name, count.end + 1, isDirect: each == k)
        }
        if let (name, end) = sentence.lexicon.ratesAfter.match(sentence.tokens, from: k) {
            // "кілометрів на годину"
            if name == .hour, quantity.unit.dimension == .length {
                quantity.isSpeed = true
                return
            }
            return rate(&quantity, name, end)
        }
        periodInWords(&quantity)
    }

    /// A period among the words behind: "of land a month", "14 km² daily".
    private func periodInWords(_ quantity: inout Quantity) {
        let from = quantity.end
        var k = from
        while k < from + 7, sentence.isWord(k) {
            // "18 кв. км території на добу"
            if k > from, let (name, end) = sentence.lexicon.ratesAfter.match(sentence.tokens, from: k) {
                return rate(&quantity, name, end, isDirect: false)
            }
            let next = sentence.entry(k + 1)
            if let name = next.period, !sentence.has(k + 1, .average) {
                let isArticle = sentence.has(k, .article)
                if sentence.has(k, .per) || sentence.has(k, .each) || (isArticle && k <= from + 3) {
                    // "a day later", "a year ago", "a month after" are times, not rates.
                    if isArticle,
                        sentence.has(k + 2, .pastTime) && !sentence.has(k + 3, .timeNoun)
                            || k > from && sentence.has(k - 1, .preposition)
                    {
                        return
                    }
                    return rate(&quantity, name, k + 2, isDirect: k == from)
                }
            }
            if sentence.has(k, .average), let name = sentence.entry(k).period,
                k == from || !sentence.has(k + 1, .average)
            {
                // "14 km² daily", "of land daily": not "the monthly total".
                guard k <= from + 4,
                    !sentence.isWord(k + 1)
                        || sentence.has(k + 1, [.preposition, .and, .relative, .auxiliary])
                else { return }
                return rate(&quantity, name, k + 1, isDirect: k == from)
            }
            if sentence.number(at: k) != nil, !sentence.has(k, .article) { return }
            k += 1
        }
    }

    private func rate(_ quantity: inout Quantity, _ period: Entry.Period, _ end: Int, isDirect: Bool = true) {
        guard let unit = MeasureUnit.named("\(quantity.unit.name)/\(period.rawValue)") else {
            quantity.isSpeed = true
            return
        }
        quantity.unit = unit
        if isDirect {
            quantity.end = end
            quantity.after = end
        }
    }

    /// "a daily average of", "at a monthly rate of": the period stands before the number.
    private func leadingPeriod(_ quantity: inout Quantity) {
        guard quantity.unit.dimension == .area || quantity.unit.dimension == .length else { return }
        var k = quantity.lead - 1
        // "a monthly 450 km²"
        if let name = sentence.entry(k).period, sentence.has(k, .average),
            sentence.has(k - 1, [.article, .determiner])
        {
            return rate(&quantity, name, quantity.end, isDirect: false)
        }
        if let name = rateBefore(quantity) { return rate(&quantity, name, quantity.end, isDirect: false) }
        let limit = k - 6
        while k > limit, k > 0, sentence.isWord(k) {
            if sentence.has(k, .average) && sentence.entry(k - 1).period != nil
                && sentence.has(k - 1, .average), let name = sentence.entry(k - 1).period
            {
                return rate(&quantity, name, quantity.end, isDirect: false)
            }
            if let name = sentence.entry(k).period, sentence.has(k, .average),
                sentence.has(k - 1, .average) || sentence.has(k + 1, [.movement, .average])
                    || sentence.lexicon.plays(.pace, sentence.tokens[safe: k + 1])
            {
                return rate(&quantity, name, quantity.end, isDirect: false)
            }
            k -= 1
        }
    }
}

extension QuantityGrammar {
    /// "Щохвилини …", "Pro Tag …": a rate said before the figure, in its clause.
    private func rateBefore(_ quantity: Quantity) -> Entry.Period? {
        let start = max(sentence.clauseStart(quantity.lead), quantity.lead - 12)
        guard start < quantity.lead else { return nil }
        return (start..<quantity.lead).lazy.reversed().compactMap {
            sentence.lexicon.ratesBefore.match(sentence.tokens, from: $0)?.meaning
        }.first
    }
}

// MARK: ±

extension QuantityGrammar {
    /// "770 ± 20 km²", "770 (± 20) km²", "770 ± 2 % km²": from 750 to 790.
    func plusMinus(_ middle: NumberSpan) -> Quantity? {
        let isInside = sentence.isSign(middle.end, "(")
        guard let k = behindPlusMinus(isInside ? middle.end + 1 : middle.end),
            let width = sentence.number(at: k)
        else { return nil }
        let percent = sentence.percent(at: width.end)
        let end = percent ?? width.end
        guard !isInside || sentence.isSign(end, ")"), let unit = unit(at: isInside ? end + 1 : end) else {
            return nil
        }
        return made(around: middle, percent == nil ? width : part(width, of: middle), unit)
    }

    /// "770 km² ± 2 %", "770 km² (± 20 km²)": what stands behind the unit is in it, or in hundredths of the number.
    func plusMinus(_ middle: NumberSpan, _ own: UnitSpan) -> Quantity? {
        let isInside = sentence.isSign(own.end, "(")
        guard let k = behindPlusMinus(isInside ? own.end + 1 : own.end), let width = sentence.number(at: k)
        else { return nil }
        let other = unit(at: width.end)
        var end = other?.end ?? width.end
        if isInside {
            guard sentence.isSign(end, ")") else { return nil }
            end += 1
        }
        let unit = UnitSpan(unit: own.unit, end: end)
        if other == nil || other?.unit == own.unit { return made(around: middle, width, unit) }
        return other?.unit == .percent ? made(around: middle, part(width, of: middle), unit) : nil
    }

    /// Behind "±" or "+/-".
    private func behindPlusMinus(_ k: Int) -> Int? {
        if sentence.isInside(k), sentence.tokens[k].kind == .sign, sentence.tokens[k].value == 0xB1 {
            return k + 1
        }
        return sentence.isSign(k, "+") && sentence.isSign(k + 1, "/") && sentence.isSign(k + 2, "-")
            ? k + 3 : nil
    }

    /// Hundredths of a number, as rounded as that.
    private func part(_ percent: NumberSpan, of whole: NumberSpan) -> NumberSpan {
        var part = percent
        part.printed = .init(value: whole.value * percent.value / 100, step: whole.printed.step)
        return part
    }

    private func made(around middle: NumberSpan, _ width: NumberSpan, _ unit: UnitSpan) -> Quantity? {
        guard width.value < middle.value else { return nil }
        var (low, high) = (middle, width)
        low.printed = .init(value: middle.value - width.value, step: width.printed.step)
        high.printed = .init(value: middle.value + width.value, step: width.printed.step)
        return made([low, high], unit)
    }
}
