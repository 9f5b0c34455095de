// Words of time resolved to days: dates, months, weekdays, "the past seven days", "since the start of the year".

internal import KGeoExtract

/// Finds the times that a text names.
struct MomentFinder {
    let text: ReadingText
    /// The day of publication.
    let published: Int?
    /// The time named last, to which "a year earlier" and "the same month" refer.
    var anchor: Moment?
    /// The time before in the same sentence.
    private var previous: Moment?

    init(_ text: ReadingText, published: Int?) {
        self.text = text
        self.published = published
    }

    /// The times of a sentence, in order.
    mutating func moments(in sentence: Range<Int>) -> [Moment] {
        var found: [Moment] = []
        previous = nil
        var i = sentence.lowerBound
        while i < sentence.upperBound {
            guard var moment = moment(at: i), moment.words.upperBound <= sentence.upperBound else {
                i += 1
                continue
            }
            mark(&moment)
            i = max(moment.words.upperBound, i + 1)
            if let last = found.last, let joined = joined(last, moment) {
                found[found.count - 1] = joined
                anchor = joined
                continue
            }
            if let joined = joinedMonths(found, moment) {
                found.removeLast(2)
                found.append(joined)
                anchor = joined
                continue
            }
            shareYear(of: moment, with: &found)
            found.append(moment)
            previous = moment
            // "190 more than September": what is only compared with is not spoken of.
            let isCompared = text.has(moment.words.lowerBound - 1, .than)
            if !moment.isNow, !moment.isEcho, !isCompared, moment.days != nil { anchor = moment }
        }
        return found
    }

    /// "in May and June of last year": the year holds for both.
    private func shareYear(of moment: Moment, with found: inout [Moment]) {
        guard moment.hasYear, let days = moment.days, let last = found.last, let month = last.month,
            !last.hasYear,
            moment.words.lowerBound - last.words.upperBound <= 2,
            (last.words.upperBound..<max(last.words.upperBound, moment.words.lowerBound)).allSatisfy({
                text.has($0, .and) || text.has($0, .or) || text.isSign($0, ",") || isSmall($0)
            })
        else { return }
        let (year, ownMonth, _) = Calendar.parts(days.lowerBound)
        found[found.count - 1].days = Calendar.month(month > ownMonth ? year - 1 : year, month)
    }

    /// "July, August and September": the last month of a list that runs on takes those before it along.
    private func joinedMonths(_ found: [Moment], _ moment: Moment) -> Moment? {
        guard let last = found.last, let days = moment.days, moment.month != nil, moment.isNamed,
            text.has(moment.words.lowerBound - 1, .and), last.words.upperBound == moment.words.lowerBound - 1,
            let before = found.dropLast().last, let first = before.days, let middle = last.days,
            before.month != nil, last.month != nil,
            text.isSign(before.words.upperBound, ","), before.words.upperBound + 1 == last.words.lowerBound,
            first.upperBound + 1 == middle.lowerBound, middle.upperBound + 1 == days.lowerBound
        else { return nil }
        var joined = Moment(
            words: before.words.lowerBound..<moment.words.upperBound,
            days: first.lowerBound...days.upperBound)
        joined.isNamed = true
        return joined
    }

    // MARK: small words before and between

    private func isSmall(_ i: Int) -> Bool {
        text.has(i, .article) || text.has(i, .during) || text.has(i, .of)
            || (text.words.indices.contains(i) && text[i].kind == .word && text[i].text.count <= 2)
    }

    private func mark(_ moment: inout Moment) {
        var k = moment.words.lowerBound - 1
        while k >= 0, isSmall(k), !text.has(k, .since), !text.has(k, .until), !text.has(k, .from) { k -= 1 }
        if text.has(k, .since) || text.has(k, .from), !moment.isSpan { moment.isSince = true }
        if text.has(k, .until), !text.has(k, .during) { moment.isUntil = true }
        if moment.isSince || moment.isUntil {
            while k > 0, text[k].span == 0 { k -= 1 }
            moment.words = k..<moment.words.upperBound
        }
        takeOpening(&moment)
        // "before June": some time before, and nothing tells when.
        var first = moment.words.lowerBound - 1
        while first > 0, text[first].span == 0 || text.has(first, .article) { first -= 1 }
        if !moment.isNow, !moment.isEcho, text.has(first, .earlier),
            text.has(first, .preposition) || text[first].span > 1
        {
            moment = Moment(words: first..<moment.words.upperBound, days: nil, isPoint: true)
        }
    }

    /// "from May to July", "between 1 August and Christmas", "June–August".
    private func joined(_ a: Moment, _ b: Moment) -> Moment? {
        if let dated = dated(a, b) { return dated }
        guard var x = a.days, let y = b.days, b.words.lowerBound - a.words.upperBound <= 3 else { return nil }
        let between = a.words.upperBound..<max(a.words.upperBound, b.words.lowerBound)
        func opens(_ sense: Sense) -> Bool {
            let first = a.words.lowerBound
            return text.has(first, sense) || text.has(first - 1, sense) || text.has(first - 2, sense)
        }
        let reaches =
            b.isUntil
            || between.contains { text.has($0, .to) || text.has($0, .until) || text.isSign($0, "—-") }
        let pairs = opens(.between) && between.contains { text.has($0, .and) }
        // "on Saturday and Sunday": two days, one after the other.
        let follows =
            a.isPoint && b.isPoint && x.count == 1 && y.count == 1 && x.upperBound + 1 == y.lowerBound
            && between.count == 1 && text.has(between.lowerBound, .and)
        let joins =
            (a.isSince || opens(.from)) && reaches || pairs || follows
            || (reaches && a.isNamed && b.isNamed && !b.isUntil)
        // "March to May", "3 May to 4 June", with nothing between.
        let leads =
            a.words.upperBound == b.words.lowerBound && text.has(b.words.lowerBound, .to)
            && (a.month != nil && b.month != nil || a.isPoint && b.isPoint) && !a.isUntil && !a.isNow
            && !b.isNow
        guard joins || leads else { return nil }
        // "from early March to late May": no days that anybody could name.
        if a.isPoint && x.count > 1 || b.isPoint && y.count > 1 {
            return Moment(words: a.words.lowerBound..<b.words.upperBound, days: nil)
        }
        if x.lowerBound > y.upperBound {
            if x.count == 1, y.count == 1 {
                // "from Monday to Sunday": the week that ended with it.
                guard a.isWeekday, b.isWeekday else { return nil }
                var moment = Moment(
                    words: a.words.lowerBound..<b.words.upperBound, days: x.lowerBound - 7...y.upperBound)
                moment.isNamed = true
                return moment
            }
            x = Calendar.moved(x.lowerBound, months: -12)...Calendar.moved(x.upperBound, months: -12)
        }
        guard x.lowerBound <= y.upperBound else { return nil }
        var moment = Moment(words: a.words.lowerBound..<b.words.upperBound, days: x.lowerBound...y.upperBound)
        moment.isNamed = true
        return moment
    }

    // MARK: one time

    func moment(at i: Int) -> Moment? {
        guard text.words.indices.contains(i), text[i].kind != .sign,
            text[i].span > 0 || text[i].kind == .number
        else { return nil }
        // "on one of those days": a time, and nothing tells which.
        if text.has(i, .unnamedTime) {
            return Moment(words: i..<i + max(1, text[i].span), days: nil, isPoint: true)
        }
        return spanTo(at: i) ?? date(at: i) ?? part(at: i) ?? edge(at: i) ?? relative(at: i)
    }

    /// The value of a number of units: "three", "a", "48".
    func count(_ i: Int) -> Int? {
        guard text.words.indices.contains(i) else { return nil }
        if text[i].kind == .number { return Int(text[i].text) }
        return text.has(i, .cardinal) ? text[i].value : nil
    }

    func year(_ i: Int) -> Int? {
        guard text.words.indices.contains(i), text[i].kind == .number, text[i].text.count == 4,
            let year = Int(text[i].text), (1900...2100).contains(year)
        else { return nil }
        // A number that only looks like a figure: "seven times more than in 2023".
        if let figure = text[i].figure, !text.source.figures[figure].isBare,
            text.source.figures[figure].hasUnit || !text.has(i - 1, .preposition)
        {
            return nil
        }
        // "against 2000", "some 2000": numbers, unless a word of time stands before.
        return year
    }

    func dayOfMonth(_ i: Int) -> Int? {
        guard text.words.indices.contains(i), !(text.has(i, .ordinal) && text.has(i - 1, .ordinal)) else {
            return nil
        }
        // The fifth of "a fifth" is a part, not a day.
        if text.has(i, .ordinal) {
            return text[i].figure.map { text.source.figures[$0].isBare } ?? true ? text[i].value : nil
        }
        guard text[i].kind == .number else { return nil }
        let digits = text[i].text.prefix { $0.isNumber }
        guard digits.count <= 2, let day = Int(digits), (1...31).contains(day) else { return nil }
        if let figure = text[i].figure, !text.source.figures[figure].isBare { return nil }
        return digits.count == text[i].text.count || text[i].text.count == digits.count + 2 ? day : nil
    }

    func month(_ i: Int) -> Int? {
        text.has(i, .month) && text[i].isCapital ? text[i].value : nil
    }

    /// The year of a month without one: the last such month that has begun by the day of publication.
    func likelyYear(_ month: Int, _ day: Int = 1) -> Int? {
        guard let published else { return nil }
        let (y, m, d) = Calendar.parts(published)
        return (month, day) <= (m, d) || (month == m && day == 1) ? y : y - 1
    }

    /// The year written behind a date, or meant by "of last year"; and where that ends.
    func yearBehind(_ k: Int) -> (year: Int, end: Int)? {
        var k = k
        if text.isSign(k, ","), year(k + 1) != nil { k += 1 }
        if text.has(k, .of), year(k + 1) != nil { k += 1 }
        if let year = year(k), !text.isSign(k + 1, "%") { return (year, k + 1) }
        guard let published else { return nil }
        let start = k
        if text.has(k, .of) { k += 1 }
        if text.has(k, .article), text.has(k + 1, .last) || text.has(k + 1, .this) { k += 1 }
        let now = Calendar.parts(published).year
        if text.has(k, .last), text.has(k + 1, .yearUnit), k > start || text.has(k, .last) {
            return (now - 1, k + 2)
        }
        if text.has(k, .this), text.has(k + 1, .yearUnit) { return (now, k + 2) }
        return nil
    }

    func point(_ words: Range<Int>, _ day: Int?) -> Moment {
        Moment(words: words, days: day.map { $0...$0 }, isPoint: true)
    }

    /// A calendar date, a month or a year.
    private func date(at i: Int) -> Moment? {
        if let iso = iso(at: i) { return iso }
        if let day = dayOfMonth(i) {
            // "between 1 and 14 October"
            if text[i].kind == .number, text.has(i + 1, .and) || text.has(i + 1, .to),
                dayOfMonth(i + 2) != nil,
                let month = month(i + 3), text.has(i - 1, .between) || text.has(i - 1, .from)
            {
                return calendar(i, month, day, from: i + 1)
            }
            if let span = daySpan(at: i, day) { return span }
            var k = i + 1
            if text.has(k, .of) { k += 1 }
            if let month = month(k) { return calendar(i, month, day, from: k + 1) }
            // "the first of the month"
            if k == i + 2, text.has(i, .ordinal), text.has(k, .article) || text.has(k, .this) {
                let last = text.has(k + 1, .this) ? k + 2 : k + 1
                if text.has(last, .monthUnit), let published {
                    let (y, m, _) = Calendar.parts(published)
                    return point(i..<last + 1, Calendar.day(y, m, day))
                }
            }
            // "between the first and the twenty-eighth": of the month named last.
            if text.has(i, .ordinal) || text[i].text.count > text[i].text.prefix(while: \.isNumber).count,
                text.has(i - 1, .article), isPair(i), let days = anchor?.days
            {
                let (y, m, _) = Calendar.parts(days.lowerBound)
                return point(i..<i + 1, Calendar.day(y, m, day))
            }
            // "between February 1 and 7"
            if text[i].kind == .number, text.has(i - 1, .and) || text.has(i - 1, .to), let previous,
                previous.isPoint,
                previous.words.upperBound == i - 1, let days = previous.days
            {
                let (y, m, d) = Calendar.parts(days.lowerBound)
                if day > d { return point(i..<i + 1, Calendar.day(y, m, day)) }
            }
            return nil
        }
        if let month = month(i) {
            if let day = dayOfMonth(i + 1), !text.has(i + 1, .ordinal) || text[i + 1].kind == .number,
                !text.isSign(i + 2, "%"), text[i + 1].figure.map({ text.source.figures[$0].isBare }) ?? true
            {
                return daySpan(at: i, month, day) ?? calendar(i, month, day, from: i + 2)
            }
            return wholeMonth(i, month)
        }
        if let year = year(i), isYear(i) {
            var moment = Moment(words: i..<i + 1, days: Calendar.year(year))
            moment.isNamed = true
            return narrowed(moment)
        }
        return nil
    }

    private func iso(at i: Int) -> Moment? {
        guard text[i].kind == .number else { return nil }
        if let year = year(i), text.words.indices.contains(i + 2), text[i + 1].isHyphenated,
            text[i + 2].isHyphenated, let month = Int(text[i + 1].text), let day = Int(text[i + 2].text)
        {
            return point(i..<i + 3, Calendar.day(year, month, day))
        }
        let parts = text[i].text.split(separator: ".").compactMap { Int($0) }
        guard parts.count == 3, parts[2] > 1_900 else { return nil }
        return point(i..<i + 1, Calendar.day(parts[2], parts[1], parts[0]))
    }

    private func isPair(_ i: Int) -> Bool {
        (max(0, i - 6)..<i).contains { text.has($0, .between) || text.has($0, .from) }
    }

    private func calendar(_ i: Int, _ month: Int, _ day: Int, from k: Int) -> Moment {
        let written = yearBehind(k)
        let end = written?.end ?? k
        let year = written?.year ?? yearOfAnchor(i, month) ?? likelyYear(month, day)
        return point(i..<end, year.flatMap { Calendar.day($0, month, day) })
    }

    /// "that March": of the year spoken of.
    private func yearOfAnchor(_ i: Int, _ month: Int) -> Int? {
        guard text.has(i - 1, .same), let days = anchor?.days else { return nil }
        return Calendar.parts(days.lowerBound).year
    }

    private func wholeMonth(_ i: Int, _ month: Int) -> Moment {
        var (start, end) = (i, i + 1)
        let written = yearBehind(i + 1)
        if let written { end = written.end }
        var year = written?.year ?? yearOfAnchor(i, month) ?? likelyYear(month)
        // "last August": of the year before when this year's has not come, or is over since long.
        if text.has(i - 1, .last) || text.has(i - 1, .this) {
            start = i - 1
            if text.has(i - 1, .last), let published, let found = year, written == nil {
                let days = Calendar.month(found, month)
                if days.contains(published) { year = found - 1 }
                // "last May" in June: of this year or of the one before.
                if days.upperBound < published, published - days.upperBound < 75 { year = nil }
            }
        }
        // "One April earlier"
        if written == nil, text.has(i + 1, .earlier), let days = anchor?.days, count(i - 1) == 1 {
            year =
                Calendar.parts(days.lowerBound).year - (Calendar.parts(days.lowerBound).month > month ? 0 : 1)
            (start, end) = (i - 1, i + 2)
        }
        var moment = Moment(words: start..<end, days: year.map { Calendar.month($0, month) })
        moment.isNamed = true
        (moment.month, moment.hasYear) = (month, written != nil)
        // "the end of June", "when June closed", "entered August"
        return narrowed(moment)
    }

    private func isYear(_ i: Int) -> Bool {
        if text.has(i - 1, .preposition) || text.has(i - 1, .article) || text.has(i - 1, .month)
            || text.has(i - 1, .since) || text.has(i - 1, .relative) || text[i].isPossessive
            || text.isSign(i - 1, "(,") || text.has(i - 1, .and) || text.has(i - 1, .season)
            || text.has(i - 1, .during) || text.has(i - 1, .contrast)
        {
            return true
        }
        // "2023 had cost it 540", "when 2023 began"
        return text.has(i + 1, .auxiliary) || text.has(i + 1, .start) || text.has(i + 1, .end)
            || text.has(i - 1, .when)
    }
}
