// Parts of a month or year, spans that end with a day, and days of one month: "the last ten days of May", "the week to
// 14 June", "1–14 June".

internal import KGeoExtract

extension MomentFinder {
    // MARK: parts

    /// So much of a span, from the word before "of" on: "the first half of", "the last two weeks of", "the third quarter of".
    ///
    /// A part that is named, and that the rules do not know, has no days: never those of all of it.
    func counted(of days: Days, before k: Int) -> Moment? {
        let n = text.has(k - 1, .ordinal) ? nil : count(k - 1)
        let s = n == nil ? k - 1 : k - 2
        let order = text.has(s, .ordinal) ? text[s].value : nil
        let isFirst = order == 1 || text.has(s, .start)
        let isLast = text.has(s, .last) || text.has(s, .end)
        func made(_ days: Days?, isPoint: Bool = false) -> Moment {
            Moment(words: max(0, s)..<k + 1, days: days, isPoint: isPoint || days == nil)
        }
        let year = days.count > 300 ? Calendar.parts(days.lowerBound).year : nil
        if text.has(k, .halfOf) {
            let isSecond = order == 2 || isLast
            if let year { return made(Calendar.months(year, isSecond ? 7 : 1, count: 6)) }
            let middle = days.lowerBound + (days.count + 1) / 2 - 1
            return made(isSecond ? middle + 1...days.upperBound : days.lowerBound...middle)
        }
        // "the first third of May"
        if text.has(k, .ordinal), text.has(k - 1, .ordinal) || isLast { return made(nil) }
        guard let unit = unit(k) else { return nil }
        if unit.months > 0 {
            guard let year, unit.months < 12 else { return nil }
            let months = unit.months * (n ?? 1)
            guard months < 12 else { return made(nil) }
            if isFirst { return made(Calendar.months(year, 1, count: months)) }
            if isLast { return made(Calendar.months(year, 13 - months, count: months)) }
            guard let order, n == nil, order * unit.months <= 12 else { return made(nil) }
            return made(Calendar.months(year, (order - 1) * unit.months + 1, count: unit.months))
        }
        // "the first days of May"
        if unit.days == 1, n == nil {
            if isFirst { return made(days.lowerBound...days.lowerBound + 4, isPoint: true) }
            if isLast { return made(days.upperBound - 4...days.upperBound, isPoint: true) }
        }
        let length = unit.days * (n ?? 1)
        guard length > 0, length < days.count else { return made(nil) }
        if isFirst { return made(days.lowerBound...days.lowerBound + length - 1) }
        if isLast { return made(days.upperBound - length + 1...days.upperBound) }
        guard let order, n == nil, (order - 1) * length < days.count else { return made(nil) }
        let first = days.lowerBound + length * (order - 1)
        return made(first...min(first + length - 1, days.upperBound))
    }

    /// Whether "last", "the last two" and the like begin a part of a month or year that is named: "the last week of May".
    func isPartOfNamed(_ i: Int) -> Bool {
        let k = count(i + 1) == nil ? i + 1 : i + 2
        guard unit(k) != nil, text.has(k + 1, .of) else { return false }
        let m = text.has(k + 2, .article) ? k + 3 : k + 2
        if month(m) != nil || year(m) != nil || text.has(m, .season) { return true }
        return (text.has(m, .last) || text.has(k + 2, .this)) && unit(text.has(m, .last) ? m + 1 : m) != nil
    }

    /// "Q1 2025", "H2 of last year".
    func shortName(at i: Int) -> Moment? {
        let isQuarter = text.has(i, .quarterName)
        guard isQuarter || text.has(i, .halfName), let n = text[i].value else { return nil }
        let count = isQuarter ? 3 : 6
        let written = yearNear(i + 1)
        guard var year = written.year else { return Moment(words: i..<i + 1, days: nil) }
        if let published, Calendar.months(year, count * (n - 1) + 1, count: count).lowerBound > published {
            year -= 1
        }
        return Moment(words: i..<written.end, days: Calendar.months(year, count * (n - 1) + 1, count: count))
    }

    /// "over the past half-year", "half a year ago".
    func halfYear(at i: Int, _ k: Int) -> Moment? {
        guard text.has(k, .halfOf), let published else { return nil }
        let u = text.has(k + 1, .article) ? k + 2 : k + 1
        guard text.has(u, .yearUnit) else { return nil }
        let first = back(published, 6, (0, 1))
        if text.has(u + 1, .ago) {
            return Moment(words: i..<u + 2, days: first...first, isPoint: true)
        }
        guard k > i || text.has(i - 1, .during) else { return nil }
        var moment = Moment(words: i..<u + 1, days: first...published)
        moment.isLength = true
        return moment
    }

    // MARK: spans

    private static let small = Senses(.during, .article, .of, .start, .end, .early, .late, .middle)

    /// "the week to 14 June", "the three months to May", "the ten days ending on Friday"; "the week of 9 June".
    func spanTo(at i: Int) -> Moment? {
        var k = i
        if text.has(k, .article) { k += 1 }
        if text.has(k, .last) || text.has(k, .pastUnit) { k += 1 }
        let n = count(k)
        if n != nil { k += max(1, text[k].span) }
        guard let unit = unit(k), n != nil || unit.days != 1, (n ?? 1) < 400 else { return nil }
        let isBack = text.has(k + 1, .to) || text.has(k + 1, .until) || text.has(k + 1, .end)
        let isOn = unit.days == 7 && n == nil && (text.has(k + 1, .of) || text.has(k + 1, .start))
        guard isBack || isOn else { return nil }
        var c = k + 1 + max(1, text[k + 1].span)
        while c < k + 7, text.words.indices.contains(c), text[c].senses.meets(Self.small),
            moment(at: c) == nil
        {
            c += 1
        }
        guard let end = moment(at: c), !end.isEcho else { return nil }
        var found = Moment(words: i..<end.words.upperBound)
        (found.isNamed, found.isSpan) = (true, true)
        guard let days = end.days, !end.isPoint || days.count == 1 else { return found }
        if isOn {
            guard days.count == 1 else { return nil }
            found.days = days.lowerBound...days.lowerBound + 6
        } else if unit.months > 0, days.count > 27 || Calendar.parts(days.upperBound + 1).day == 1 {
            let (y, m, _) = Calendar.parts(days.upperBound)
            let months = unit.months * (n ?? 1)
            found.days = Calendar.months(y, m - months + 1, count: months)
        } else {
            found.days = back(days.upperBound, n ?? 1, unit)...days.upperBound
        }
        return found
    }

    /// "1–14 June", "the 1st to the 14th of June".
    func daySpan(at i: Int, _ day: Int) -> Moment? {
        guard let (last, k) = dayBehind(i + 1, day, from: i) else { return nil }
        let m = text.has(k, .of) ? k + 1 : k
        guard let month = month(m) else { return nil }
        return days(i, month, day...last, from: m + 1)
    }

    /// "June 1–14", "June 1 to 14".
    func daySpan(at i: Int, _ month: Int, _ day: Int) -> Moment? {
        guard let (last, k) = dayBehind(i + 2, day, from: i), self.month(k) == nil, unit(k) == nil else {
            return nil
        }
        return days(i, month, day...last, from: k)
    }

    /// The second day of a span, behind a dash or a small word, and where it ends.
    private func dayBehind(_ k: Int, _ day: Int, from i: Int) -> (day: Int, end: Int)? {
        guard text.words.indices.contains(k) else { return nil }
        var k = k
        let isPaired = text.has(k, .and) && (text.has(i - 1, .between) || text.has(i - 2, .between))
        if text.isSign(k, "—") || text.has(k, .to) || text.has(k, .until) || isPaired {
            k += 1
        } else if !text[k].isHyphenated {
            return nil
        }
        if text.has(k, .article) { k += 1 }
        guard let last = dayOfMonth(k), last > day else { return nil }
        return (last, k + 1)
    }

    private func days(_ i: Int, _ month: Int, _ days: ClosedRange<Int>, from k: Int) -> Moment {
        let written = yearBehind(k)
        let year = written?.year ?? likelyYear(month, days.upperBound)
        var moment = Moment(words: i..<(written?.end ?? k))
        if let year, let first = Calendar.day(year, month, days.lowerBound),
            let last = Calendar.day(year, month, days.upperBound)
        {
            moment.days = first...last
        }
        (moment.isNamed, moment.isSpan) = (true, true)
        return moment
    }

    // MARK: other days

    /// "since he launched the raid on 6 August", "before they crossed on the 6th": what opens the clause holds for its day.
    func takeOpening(_ moment: inout Moment) {
        guard moment.isPoint, !moment.isNow, !moment.isEcho, !moment.isSince, !moment.isUntil else { return }
        var k = moment.words.lowerBound - 1
        let first = max(0, moment.words.lowerBound - 9)
        while k >= first, text[k].kind == .word, text[k].figure == nil {
            if text[k].span > 0, text.has(k, .since), !text.has(k, .speech) {
                moment.isSince = true
                return
            }
            if text[k].span > 0, text.has(k, .earlier), text.has(k, .preposition) {
                moment.days = nil
                return
            }
            if text.has(k, .speech), !text.has(k - 1, .article) { return }
            k -= 1
        }
    }

    /// "Saturday, 14 June": one day, said twice.
    func dated(_ a: Moment, _ b: Moment) -> Moment? {
        let between = a.words.upperBound..<max(a.words.upperBound, b.words.lowerBound)
        guard a.isWeekday, b.isPoint, !b.isWeekday, b.days?.count == 1, !b.isNow,
            between.count <= 1, between.allSatisfy({ text.isSign($0, ",(") })
        else { return nil }
        var moment = b
        moment.words = a.words.lowerBound..<b.words.upperBound
        moment.isSince = a.isSince || b.isSince
        moment.isUntil = a.isUntil || b.isUntil
        return moment
    }

    /// "over the weekend": the last one that has begun.
    func weekend(at i: Int) -> Moment? {
        guard text.has(i, .weekend) else { return nil }
        let days = published.map { published -> Days in
            let weekday = Calendar.weekday(published)
            return weekday >= 6
                ? published - weekday + 6...published : published - weekday - 1...published - weekday
        }
        return Moment(words: i..<i + 1, days: days)
    }

    /// "this time last year", "on this day last year".
    func timeLastYear(at i: Int) -> Moment? {
        guard text.has(i, .this), text.has(i + 1, .duration) || text.has(i + 1, .dayUnit),
            text.has(i + 2, .last), text.has(i + 3, .yearUnit)
        else { return nil }
        return Moment(
            words: i..<i + 4, days: published.map { back($0, 1, (0, 12))...back($0, 1, (0, 12)) },
            isPoint: true)
    }
}
