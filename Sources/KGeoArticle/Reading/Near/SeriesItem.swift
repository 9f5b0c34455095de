// A series of figures of one thing at several times: "June was the weakest of the six with 170 km²", "by New Year it was 480".

internal import KGeoCore
internal import KGeoExtract

/// The last area that was read, which a series may go on from.
struct SeriesBefore {
    let reading: Reading
    /// In m², the least of what is said.
    let area: Double
    let sentence: Int
    let paragraph: Int
}

extension NearDecision {
    /// The reading of a figure with which nothing is said but another time than that of the figure before.
    ///
    /// Whoever acts, where, and whether it is taken, lost or held are then the same. Nothing in its clause may say
    /// otherwise: no other side or place, no other verb, nothing that is no ground; and its size must be of the same order.
    mutating func seriesItem() -> Reading? {
        guard let before = run.series, let holder = before.reading.holder,
            before.paragraph == text[lead].paragraph, text[lead].sentence - before.sentence <= 2,
            figure.isBare || figure.claim.kind == .area, cell == nil, isPlainFigure
        else { return nil }
        let isFlow = before.reading.measure != .held
        guard !facts.words.contains(where: { text.has($0, .plan) && text[$0].span > 0 }),
            !clause.contains(where: { isOther($0, isFlow) }), isOf(before.reading, holder, isFlow)
        else { return nil }
        let own = ownMoment(isFlow: isFlow)
        guard let own, clause.overlaps(own.words), own.days != nil || own.isNow,
            facts.moments.count(where: { $0.words.overlaps(clause) && !$0.isNow }) <= 1
        else { return nil }
        var item = Reading(kind: .area)
        (item.measure, item.holder, item.regions) = (before.reading.measure, holder, before.reading.regions)
        because = []
        note("measure", nil, "figure before")
        note("holder", nil, "figure before")
        note("region", nil, "figure before")
        readTime(&item)
        item.because = because
        // What is taken is taken in a span; what is held is held on a day, and no day of what went before says which.
        let isTimed = isFlow ? item.period != nil && !own.isUntil : item.asOf != nil && !own.isSince
        guard isTimed, item.period != before.reading.period || item.asOf != before.reading.asOf,
            isOfSameOrder(item, before)
        else { return nil }
        if unit == nil { unit = figure.isBare ? .km2 : figure.claim.unit }
        isTakenOver = true
        return item
    }

    /// No comparison, no part, no number of things.
    private var isPlainFigure: Bool {
        // "388 a month" is an average.
        if text.has(after, .article) || text.has(after, .more) || text.has(after, .than)
            || text.has(after, .counted) || text.counts(number)
        {
            return false
        }
        if text.has(after, .of), !facts.isTime(after + 1), !facts.isTime(after + 2) { return false }
        guard figure.isBare, text.words.indices.contains(after), after < facts.words.upperBound else {
            return true
        }
        return text[after].kind == .sign || !text[after].senses.isEmpty || facts.isTime(after)
    }

    private static let others = Senses(
        .foreign, .hazard, .crop, .object, .local, .stretch, .counted, .contested, .net, .mean, .denial,
        .partOf, .costs, .gives, .radius, .enemy, .lacks, .offers, .direction, .district, .pocket,
        .conditional, .modal)
    private static let othersOfHeld = Senses(
        .foreign, .hazard, .crop, .object, .local, .stretch, .counted, .contested, .net, .mean, .denial,
        .partOf, .costs, .gives, .radius, .enemy, .lacks, .offers, .direction, .district, .conditional,
        .modal, .peak, .lowest)

    /// Whether a word says that the clause is of something else.
    private func isOther(_ i: Int, _ isFlow: Bool) -> Bool {
        guard text[i].span > 0, !(i >= lead && i < after), !facts.isTime(i) else { return false }
        // An extreme of months is the take of a month; of what is held it is another measure.
        return text[i].senses.meets(isFlow ? Self.others : Self.othersOfHeld)
    }

    /// Whether verb, sides and places of the clause are those of the series, or none.
    private func isOf(_ series: Reading, _ holder: String, _ isFlow: Bool) -> Bool {
        for place in facts.places where place.words.overlaps(clause) && !place.isAttribute {
            let regions = place.regions.isEmpty ? [run.home] : place.regions
            guard place.role == .region || place.role == .country, regions == series.regions else {
                return false
            }
        }
        for i in clause where text[i].span > 0 && !facts.isPlace(i) && !isInSource(i) {
            let isNamed = text[i].senses.meets(
                Senses(.country, .demonym, .people, .seat, .intruder, .defender, .first))
            guard isNamed else { continue }
            guard let side = side(at: i, owner: run.home), side == holder else { return false }
        }
        for i in clause where text[i].span > 0 && !isAuxiliary(i) && !facts.isTime(i) {
            if text[i].senses.meets(Senses(.held, .remains)), isFlow, !text.has(i, .quantity) { return false }
            let isGain = text[i].senses.meets(Senses(.gained, .regained))
            let isLoss = text.has(i, .lost)
            if isGain == isLoss { continue }
            guard isFlow, isGain == (series.measure == .gained) || text.has(i, .change) else { return false }
        }
        return true
    }

    /// Whether the sizes are such as one series has: of what is taken, those of a day.
    private func isOfSameOrder(_ item: Reading, _ before: SeriesBefore) -> Bool {
        let unit = figure.isBare ? MeasureUnit.km2 : figure.claim.unit
        var (own, other) = (unit.si(figure.claim.low), before.area)
        if let period = item.period, let earlier = before.reading.period {
            own /= Double(period.upperBound.dayNumber - period.lowerBound.dayNumber + 1)
            other /= Double(earlier.upperBound.dayNumber - earlier.lowerBound.dayNumber + 1)
        }
        return own > 0 && other > 0 && max(own / other, other / own) <= 8
    }
}
