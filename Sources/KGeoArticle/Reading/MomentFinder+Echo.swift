// Times that take up one said before: "the same period", "in the month before", "over the month".

internal import KGeoExtract

extension MomentFinder {
    /// "in the month before", "a year earlier" of a month named before.
    func unitBefore(at i: Int) -> Moment? {
        // "the year before"
        if text.has(i, .article), text.has(i + 1, .yearUnit), text.has(i + 2, .earlier) {
            let isYear = anchor?.days.map { $0.count > 360 } ?? false
            let year = anchor?.days.map { Calendar.parts($0.lowerBound).year - 1 }
            var moment = Moment(words: i..<i + 3, days: isYear ? year.map { Calendar.year($0) } : nil)
            moment.isNamed = isYear
            return moment
        }
        guard text.has(i, .article), text.has(i + 1, .monthUnit), text.has(i + 2, .earlier), let anchor,
            let days = anchor.days, anchor.isNamed, (28...31).contains(days.count)
        else { return nil }
        let (y, m, _) = Calendar.parts(days.lowerBound)
        var moment = Moment(words: i..<i + 3, days: Calendar.month(y, m - 1))
        moment.isNamed = true
        return moment
    }

    /// "over the month": the one named last.
    func monthSaid(_ moment: Moment) -> Moment? {
        guard let anchor, anchor.isNamed,
            let days = anchor.days,
            (28...31).contains(days.count)
        else { return nil }
        var found = moment
        found.days = days
        found.isEcho = true
        found.isNamed = true
        return found
    }

    /// "the same period", "that month", "then".
    func echo(at i: Int) -> Moment? {
        if text.has(i, .then), text.has(i - 1, .from) || text[max(0, i - 1)].figure != nil || text[i].span > 1
        {
            guard var moment = anchor else { return nil }
            moment.words = i..<i + max(1, text[i].span)
            moment.isEcho = true
            return moment
        }
        guard text.has(i, .same), var moment = anchor else { return nil }
        let k = count(i + 1) == nil ? i + 1 : i + 2
        guard unit(k) != nil || text.has(k, .duration) else { return nil }
        moment.words = i..<k + 1
        moment.isEcho = true
        if let n = count(i + 1), let unit = unit(k), unit.days > 0,
            moment.days.map({ abs($0.count - n * unit.days) > 2 }) ?? true
        {
            moment.days = nil
            return moment
        }
        // "in the same months of 2025"
        let behind = yearNear(k + 1)
        if behind.end > k + 1, let year = behind.year, let days = moment.days {
            let months = 12 * (year - Calendar.parts(days.lowerBound).year)
            moment.days =
                Calendar.moved(
                    days.lowerBound, months: months)...Calendar.moved(days.upperBound, months: months)
            moment.words = i..<behind.end
            return moment
        }
        // "in the same month", where a day of it was named.
        if text.has(k, .monthUnit), let day = moment.days?.lowerBound,
            moment.days.map({ $0.count < 28 }) ?? false
        {
            let (y, m, _) = Calendar.parts(day)
            (moment.days, moment.isPoint, moment.isNamed) = (Calendar.month(y, m), false, true)
        }
        return moment
    }

    /// So many days or months of a time that stands behind them, from one word to another.
    func countedFrom(
        _ i: Int, _ n: Int, _ unit: (days: Int, months: Int), isPast: Bool, end: Int
    ) -> Moment? {
        // "on two days last month": nothing tells which.
        if !isPast, unit.days == 1, text.has(end, .last) || text.has(end, .this), self.unit(end + 1) != nil {
            return Moment(words: i..<end + 2, days: nil, isPoint: true)
        }
        // "Ten days into its raid"
        if text.has(end, .into), let event = (end + 1..<end + 4).first(where: { text.has($0, .event) }),
            let value = text[event].value, unit.days > 0,
            let first = Calendar.day(value / 10_000, value / 100 % 100, value % 100)
        {
            return Moment(words: i..<event + max(1, text[event].span), days: first...first + n * unit.days)
        }
        // "the last five months of the year": of this one, or of the one just over.
        if isPast, unit.months == 1, (1...11).contains(n), text.has(end, .of), text.has(end + 1, .article),
            text.has(end + 2, .yearUnit), let published
        {
            let (y, m, _) = Calendar.parts(published)
            var moment = Moment(
                words: i..<end + 3, days: Calendar.months(m <= 6 ? y - 1 : y, 13 - n, count: n))
            moment.isNamed = true
            return moment
        }
        return nil
    }
}
