// Times that hang on another: parts of a month or year, "last week", "five weeks ago", "a year earlier".

internal import KGeoExtract

extension MomentFinder {
    /// What of a month or year the words around it mean: its end, its beginning, its first days.
    func narrowed(_ moment: Moment) -> Moment {
        guard let days = moment.days, days.count >= 5 else { return moment }
        var moment = moment
        var k = moment.words.lowerBound - 1
        func put(_ span: Days, _ first: Int) {
            moment.days = span
            moment.isPoint = true
            moment.isNamed = false
            moment.words = min(first, moment.words.lowerBound)..<moment.words.upperBound
        }
        let after = moment.words.upperBound
        // "when June closed", "when 2023 began"
        if text.has(after, .end) || text.has(after, .left) && !text.has(after, .remains) {
            moment.words = moment.words.lowerBound..<after + 1
            moment.whole = days
            put(days.upperBound...days.upperBound, k + 1)
            return moment
        }
        if text.has(after, .start), !text.has(after, .relative) {
            moment.words = moment.words.lowerBound..<after + 1
            put(days.lowerBound...days.lowerBound, k + 1)
            return moment
        }
        while text.has(k, .article) || text.has(k, .of) { k -= 1 }
        let third = max(1, days.count / 3)
        let isFirst = text.has(k, .ordinal) && text[k].value == 1
        if text.has(k, .entered) || (isFirst && text.has(k + 1, .of))
            || text.has(k, .start) && !text.has(k, .early)
        {
            put(days.lowerBound...days.lowerBound, k)
        } else if text.has(k, .last), text.has(k + 1, .of) {
            // "the last of September"
            put(days.upperBound...days.upperBound, k)
        } else if text.has(k, .left) || text.has(k, .end) && !text.has(k, .late) {
            put(days.upperBound...days.upperBound, k)
        } else if text.has(k, .early) {
            put(days.lowerBound...days.lowerBound + third, k)
        } else if text.has(k, .late) {
            put(days.upperBound - third...days.upperBound, k)
        } else if text.has(k, .middle) {
            put(days.lowerBound + third...days.upperBound - third, k)
        } else if let part = counted(of: days, before: k) {
            moment.days = part.days
            moment.isPoint = part.isPoint
            moment.isNamed = moment.isNamed && !part.isPoint
            moment.words = part.words.lowerBound..<moment.words.upperBound
        }
        return moment
    }

    /// A quarter or half of a year, a season.
    func part(at i: Int) -> Moment? {
        if let found = shortName(at: i) { return found }
        if text.has(i, .ordinal), let n = text[i].value, n <= 4, text.has(i + 1, .quarterUnit) {
            let year = yearNear(i + 2)
            guard var start = year.year else { return nil }
            if let published, Calendar.months(start, 3 * n - 2, count: 3).lowerBound > published {
                start -= 1
            }
            return spanning(i..<year.end, Calendar.months(start, 3 * n - 2, count: 3))
        }
        guard text.has(i, .season), let first = text[i].value else { return nil }
        var (start, end) = (i, i + 1)
        var year = likelyYear(first)
        let written = yearNear(i + 1)
        if written.end > i + 1 { (year, end) = (written.year, written.end) }
        if text.has(i - 1, .last) || text.has(i - 1, .this) { start = i - 1 }
        // "that autumn": of the year spoken of.
        if text.has(i - 1, .same), written.end == i + 1, let days = anchor?.days {
            year = Calendar.parts(days.lowerBound).year
        }
        // "last spring" when this year's is not over: the one before.
        if text.has(i - 1, .last), let found = year, let published,
            Calendar.months(found, first, count: 3).contains(published)
        {
            year = found - 1
        }
        return year.map { year in
            var days = Calendar.months(year, first, count: 3)
            if let published, days.contains(published) { days = days.lowerBound...published }
            var moment = spanning(start..<end, days)
            moment.isNamed = true
            return narrowed(moment)
        }
    }

    /// A year written from a word on, "of last year", "of this year"; else that of publication.
    func yearNear(_ k: Int) -> (year: Int?, end: Int) {
        let now = published.map { Calendar.parts($0).year }
        var i = k
        if text.has(i, .of) { i += 1 }
        if text.has(i, .article) { i += 1 }
        if let year = year(i) { return (year, i + 1) }
        if text.has(i, .last), text.has(i + 1, .yearUnit) { return (now.map { $0 - 1 }, i + 2) }
        if text.has(i, .this), text.has(i + 1, .yearUnit) { return (now, i + 2) }
        return (now, k)
    }

    private func spanning(_ words: Range<Int>, _ days: Days?) -> Moment { Moment(words: words, days: days) }

    /// "the start of the year", "the end of last month", "New Year".
    func edge(at i: Int) -> Moment? {
        if text.has(i, .newYear) || text.has(i, .christmas), let value = text[i].value {
            let (month, day) = (value / 100, value % 100)
            let year = likelyYear(month, day)
            return Moment(
                words: i..<i + max(1, text[i].span),
                days: year.flatMap { Calendar.day($0, month, day) }.map { $0...$0 }, isPoint: true)
        }
        return nil
    }

    /// A unit of time as a number of days, or of months.
    func unit(_ i: Int) -> (days: Int, months: Int)? {
        if text.has(i, .dayUnit) { return (1, 0) }
        if text.has(i, .weekUnit) { return (7, 0) }
        if text.has(i, .fortnight) { return (14, 0) }
        if text.has(i, .monthUnit) { return (0, 1) }
        if text.has(i, .quarterUnit) { return (0, 3) }
        if text.has(i, .yearUnit) { return (0, 12) }
        return nil
    }

    func back(_ day: Int, _ n: Int, _ unit: (days: Int, months: Int)) -> Int {
        unit.months > 0 ? Calendar.moved(day, months: -n * unit.months) : day - n * unit.days
    }

    /// Times counted from the day of publication, or from the time named last.
    func relative(at i: Int) -> Moment? {
        if text.has(i, .today) || text.has(i, .now) || text.has(i, .soFar) {
            var moment = Moment(
                words: i..<i + max(1, text[i].span), days: published.map { $0...$0 }, isPoint: true)
            moment.isNow = true
            if text.has(i, .soFar), let behind = calendarUnit(at: i + max(1, text[i].span)) {
                moment = behind
                moment.words = i..<behind.words.upperBound
            }
            return moment
        }
        if text.has(i, .event), let value = text[i].value, isDated(i) {
            // The beginning of a war or campaign: its day stands in the tables.
            return Moment(
                words: i..<i + max(1, text[i].span),
                days: Calendar.day(value / 10_000, value / 100 % 100, value % 100).map { $0...$0 },
                isPoint: true)
        }
        if text.has(i, .yesterday) {
            return Moment(
                words: i..<i + max(1, text[i].span),
                days: published.map { $0 - (text[i].value ?? 1)...$0 - (text[i].value ?? 1) }, isPoint: true)
        }
        if let found = weekend(at: i) ?? timeLastYear(at: i) { return found }
        if text.has(i, .last), text.has(i + 1, .weekday), var found = relative(at: i + 1) {
            found.words = i..<found.words.upperBound
            return found
        }
        if text.has(i, .weekday), let wanted = text[i].value {
            let days = published.map { published -> Days in
                let back = (Calendar.weekday(published) - wanted + 7) % 7
                return published - back...published - back
            }
            var moment = Moment(words: i..<i + 1, days: days, isPoint: true)
            moment.isWeekday = true
            return moment
        }
        // "Before that it had 43,000": some time before, and nothing tells when.
        if text.has(i, .earlier), text.has(i + 1, .same), unit(i + 2) == nil,
            text.has(i + 2, .third) || text.isSign(i + 2, ",")
        {
            return Moment(words: i..<i + 2, days: nil, isPoint: true)
        }
        return counted(at: i) ?? unitBefore(at: i) ?? calendarUnit(at: i) ?? echo(at: i)
    }

    /// Whether a campaign is named for its beginning: "since the raid", "before their invasion".
    private func isDated(_ i: Int) -> Bool {
        let before = (max(0, i - 3)..<i).reversed().prefix { text[$0].kind == .word }
        return before.contains { text.has($0, .since) || text.has($0, .earlier) }
    }

    /// "five weeks ago", "eleven months earlier", "the past seven days", "in twelve months".
    private func counted(at i: Int) -> Moment? {
        var k = i
        let isPast = text.has(k, .pastUnit) || text.has(k, .last)
        if isPast { k += 1 }
        let ordinalLast = isPast
        if isPartOfNamed(i) { return nil }
        if let half = halfYear(at: i, k) { return half }
        guard let n = count(k), n < 400 else { return hours(at: i) }
        var u = k + max(1, text[k].span)
        if text.has(u, .last) || text.has(u, .pastUnit) || text.has(u, .season) { u += 1 }
        guard let unit = unit(u) else { return hours(at: i) }
        let end = u + 1
        if text.has(end, .ago) {
            return Moment(
                words: i..<end + 1, days: published.map { back($0, n, unit)...back($0, n, unit) },
                isPoint: true)
        }
        if text.has(end, .earlier) {
            guard let days = anchor?.days ?? published.map({ $0...$0 }) else { return nil }
            var moment = Moment(
                words: i..<end + 1, days: back(days.lowerBound, n, unit)...back(days.upperBound, n, unit))
            if anchor?.isNamed == true, unit.months > 0, days.count > 27 {
                let (y, m, _) = Calendar.parts(days.lowerBound)
                let months = max(1, (days.count + 2) / 30)
                moment.days = Calendar.months(y, m - n * unit.months, count: months)
                moment.isNamed = true
            } else if days.count > 7, unit.months > 0 {
                moment.days = back(days.upperBound, n, unit)...back(days.upperBound, n, unit)
            }
            moment.isPoint = anchor?.isPoint ?? true
            return moment
        }
        if text.has(end, .later) { return nil }
        if let found = countedFrom(i, n, unit, isPast: isPast, end: end) { return found }
        let opens =
            ordinalLast || text.has(i - 1, .during) || text.has(u - 1, .last) || text.has(u - 1, .pastUnit)
            || (text.has(i - 1, .article) && text.has(i - 2, .during))
        // "a year and a half"
        if text.has(end, .and), text.has(end + 1, .halfOf) || text.has(end + 2, .halfOf) {
            return Moment(words: i..<end + 2, days: nil)
        }
        guard opens, let published, text[k].figure.map({ text.source.figures[$0].isBare }) ?? true else {
            return nil
        }
        // A bare "a day" is a rate.
        if n == 1, !ordinalLast, !text.has(i - 1, .during) { return nil }
        var moment = Moment(words: i..<end, days: back(published, n, unit)...published)
        moment.isLength = true
        return moment
    }

    private func hours(at i: Int) -> Moment? {
        var k = i
        if text.has(k, .pastUnit) || text.has(k, .last) { k += 1 }
        guard let n = count(k), text.has(k + 1, .hourUnit), n >= 12, let published else { return nil }
        var moment = Moment(words: i..<k + 2, days: published - max(1, (n + 12) / 24)...published)
        moment.isLength = true
        return moment
    }

    /// "last week", "this month", "the past year", "the year just gone", "the start of the year".
    private func calendarUnit(at i: Int) -> Moment? {
        guard let published, let unit = unit(i + 1) else { return nil }
        let (y, m, d) = Calendar.parts(published)
        let monday = published - Calendar.weekday(published) + 1
        var moment = Moment(words: i..<i + 2)
        // "the past year and a half"
        if text.has(i + 2, .and), text.has(i + 3, .halfOf) || text.has(i + 4, .halfOf) {
            return Moment(words: i..<i + 4, days: nil)
        }
        if text.has(i, .this) { return current(moment, unit, published, monday: monday) }
        if isPartOfNamed(i) { return nil }
        // "over the last week" goes back from today; "last week" is that of the calendar.
        let isPast =
            text.has(i, .pastUnit)
            || text.has(i, .last) && text.has(i - 1, .article) && unit.days == 7 && !text.has(i, .previous)
        guard text.has(i, .last) || isPast else {
            return text.has(i, .article) ? definite(moment, unit, published, monday: monday) : nil
        }
        switch (unit.days, unit.months) {
        case (7, _):
            moment.days = isPast ? published - 7...published : monday - 7...monday - 1
        case (14, _): moment.days = published - 14...published
        case (_, 1):
            // In a report on a month the past month is that of the calendar.
            moment.days =
                isPast && d > 10
                ? Calendar.moved(published, months: -1)...published : Calendar.month(y, m - 1)
            moment.isNamed = true
        case (_, 3): moment.days = Calendar.months(y, (m - 1) / 3 * 3 - 2, count: 3)
        case (_, 12):
            moment.days =
                isPast ? Calendar.moved(published, months: -12)...published : Calendar.year(y - 1)
            moment.isNamed = !isPast
        default: moment.days = published - 1...published
        }
        return narrowed(moment)
    }

    private typealias Unit = (days: Int, months: Int)

    /// All of the week, month or year that the day of publication lies in.
    private func whole(_ unit: Unit, _ published: Int, monday: Int) -> Days? {
        let (y, m, _) = Calendar.parts(published)
        switch (unit.days, unit.months) {
        case (_, 12): return Calendar.year(y)
        case (_, 3): return Calendar.months(y, (m - 1) / 3 * 3 + 1, count: 3)
        case (_, 1): return Calendar.month(y, m)
        case (7, _): return monday...monday + 6
        default: return nil
        }
    }

    /// "this week", "the first half of this month": up to the day of publication.
    private func current(_ moment: Moment, _ unit: Unit, _ published: Int, monday: Int) -> Moment? {
        guard let days = whole(unit, published, monday: monday) else { return nil }
        var found = moment
        found.days = days
        let part = narrowed(found)
        if part.days != days { return part }
        found.days = days.lowerBound...max(days.lowerBound, published)
        return found
    }

    /// "the year just gone"; "the start of the year", "entered the month", "closes the year": never "the year" alone.
    private func definite(_ moment: Moment, _ unit: Unit, _ published: Int, monday: Int) -> Moment? {
        var found = moment
        let (y, m, _) = Calendar.parts(published)
        if unit.months == 12, text.has(moment.words.upperBound, .justGone) {
            found.days = Calendar.year(m <= 6 ? y - 1 : y)
            found.words = moment.words.lowerBound..<moment.words.upperBound + 2
            return found
        }
        found.days = whole(unit, published, monday: monday)
        let end = moment.words.upperBound
        // "in the year to date"
        if let days = found.days, text.has(end, .soFar) || text.has(end, .now) {
            found.days = days.lowerBound...max(days.lowerBound, published)
            found.words = moment.words.lowerBound..<end + max(1, text[end].span)
            return found
        }
        let part = narrowed(found)
        guard let days = part.days, days != found.days else {
            // "in the week to Friday" begins with the week.
            let isCounted = (text.has(end, .to) || text.has(end, .until)) && text.has(end + 1, .weekday)
            guard text.has(moment.words.lowerBound - 1, .during), !isCounted else { return nil }
            // "over the year", "over the week": up to now.
            if unit.months == 12 { found.days = Calendar.moved(published, months: -12)...published }
            if unit.days == 7 { found.days = published - 7...published }
            return unit.months == 12 || unit.days == 7 ? found : unit.months == 1 ? monthSaid(moment) : nil
        }
        var ended = part
        if days.upperBound > published { ended.days = min(days.lowerBound, published)...published }
        return ended
    }
}
