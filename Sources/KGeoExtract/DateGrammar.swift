// Dates and spans of time in a sentence, as far as a calendar date can be told from them.

/// A date or span of time, and where it stands.
struct DateSpan {
    var start, end: Int
    /// `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, `MM-DD`-less words when no year is known.
    var text: String
    /// The first of a span: "since January 2024", "from May to July".
    var isSince = false
    /// The last of a span: "by March 2025", "until April".
    var isUntil = false
}

/// Finds dates.
struct DateGrammar {
    let sentence: Sentence

    /// Every date of the sentence in order.
    func dates() -> [DateSpan] {
        var found: [DateSpan] = []
        var i = 0
        while i < sentence.count {
            if var date = date(at: i) {
                var k = i - 1
                while k >= 0, sentence.has(k, [.determiner, .filler]), !sentence.has(k, .from) { k -= 1 }
                if sentence.lexicon.plays(.since, sentence.tokens[safe: k]) || sentence.has(k, .from) {
                    date.isSince = true
                }
                if sentence.lexicon.plays(.until, sentence.tokens[safe: k]) { date.isUntil = true }
                found.append(date)
                i = date.end
            } else {
                i += 1
            }
        }
        return found
    }

    private func number(_ i: Int) -> Numeral? {
        sentence.isNumber(i) ? sentence.numerals[safe: Int(sentence.tokens[i].value)] : nil
    }

    private func year(_ i: Int) -> Int? {
        guard let number = number(i), number.mayBeYear, number.value >= 1200 else { return nil }
        return Int(number.value)
    }

    private func day(_ i: Int) -> Int? {
        guard let number = number(i), number.mayBeDay else { return nil }
        return Int(number.value)
    }

    private func month(_ i: Int) -> Int? {
        sentence.month(i)
    }

    private func iso(_ year: Int?, _ month: Int?, _ day: Int?) -> String? {
        func padded(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        guard let year else { return nil }
        guard let month else { return "\(year)" }
        guard let day else { return "\(year)-" + padded(month) }
        return "\(year)-" + padded(month) + "-" + padded(day)
    }

    private func date(at i: Int) -> DateSpan? {
        // 6 August 2024, 6 August, August 6, 2024, August 2024, August; 2024-08-06; in 2024
        if let day = day(i) {
            if let month = month(i + 1) { return made(i, month, day, from: i + 2) }
            // "15. Juni", "15 de junio"
            if sentence.isSign(i + 1, ".") || sentence.has(i + 1, .of), let month = month(i + 2) {
                return made(i, month, day, from: i + 3)
            }
        }
        if let month = month(i) {
            var k = i + 1
            if sentence.isSign(k, "."), day(k + 1) != nil || year(k + 1) != nil { k += 1 }
            if let day = day(k), !sentence.isHyphenated(k), sentence.unitName(at: k + 1) == nil,
                sentence.percent(at: k + 1) == nil
            {
                return made(i, month, day, from: k + 1)
            }
            return made(i, month, nil, from: k)
        }
        if let year = year(i), isYear(i) {
            if let month = number(i + 1), sentence.isHyphenated(i + 1), month.value >= 1, month.value <= 12 {
                if let day = day(i + 2), sentence.isHyphenated(i + 2) {
                    return iso(year, Int(month.value), day).map { DateSpan(start: i, end: i + 3, text: $0) }
                }
            }
            return iso(year, nil, nil).map { DateSpan(start: i, end: i + 1, text: $0) }
        }
        return relative(i)
    }

    /// A year has a word of time before it or stands between pauses.
    private func isYear(_ i: Int) -> Bool {
        guard sentence.unitName(at: i + 1) == nil, sentence.percent(at: i + 1) == nil else { return false }
        return sentence.has(i - 1, [.preposition, .timeNoun, .from, .pastTime, .and, .to])
            || sentence.isSign(i - 1, "(,-")
            || (sentence.isNumber(i + 1) && sentence.isHyphenated(i + 1))
    }

    private func made(_ start: Int, _ month: Int, _ day: Int?, from: Int) -> DateSpan? {
        var k = from
        if sentence.isSign(k, ",") || sentence.has(k, .of), year(k + 1) != nil { k += 1 }
        if let year = year(k), sentence.unitName(at: k + 1) == nil {
            return iso(year, month, day).map { DateSpan(start: start, end: k + 1, text: $0) }
        }
        return DateSpan(start: start, end: from, text: "")
    }

    /// "last week", "on Tuesday", "since the start of the year": words, without a calendar date.
    private func relative(_ i: Int) -> DateSpan? {
        guard sentence.has(i, .timeNoun), sentence.entry(i).month == nil else { return nil }
        var start = i
        while start > i - 4, sentence.has(start - 1, [.pastTime, .determiner]),
            !sentence.isSign(start - 1, ",")
        { start -= 1 }
        var end = i + 1
        if sentence.has(end, .pastTime), !sentence.isHyphenated(end),
            !sentence.lexicon.plays(.since, sentence.tokens[safe: end])
        {
            end += 1
        }
        let isSaid = start < i && !(start == i - 1 && sentence.has(start, .article))
        guard isSaid || end > i + 1 || sentence.isCapital(i) && i > 0 else { return nil }
        return DateSpan(start: start, end: end, text: "")
    }
}
