// The length of the front: whether a length is that of the whole line of contact, and on which day.

internal import KGeoCore
internal import KGeoExtract

extension NearDecision {
    /// Whether the length is that of the whole line of contact.
    var isFront: Bool {
        guard figure.claim.kind == .length || figure.claim.kind == .distance || figure.isBare else {
            return false
        }
        if figure.isBare, run.topic.reading?.kind == .length { return true }
        if text.has(after, .more), run.topic.reading?.kind == .length,
            run.topic.sentence >= text[lead].sentence - 1
        {
            return true
        }
        // "40 km of the front in Zaporizhzhia Oblast": a part of it.
        if text.has(after, .of),
            placesOf([.region, .city, .near]).contains(where: { $0.words.overlaps(clause) })
        {
            return false
        }
        if isOfFrontSaid || isOfFrontBefore { return true }
        guard let front = nearest(Senses(.front), within: 18) else { return false }
        guard clause.contains(front) || cost(front) < 14 else { return false }
        let isEnd =
            text.has(front - 1, .from) || text.has(front - 2, .from) || text.has(front - 1, .to)
            || text.has(front - 1, .beyond) || text.has(front - 2, .beyond)
        return !isEnd
            && (has(.long, within: 14) || text.has(after, .of) || text.has(after, .front)
                || text.has(after, .more))
            && ends() == nil
    }

    /// "It measures 1,190 km", where the front was spoken of.
    private var isOfFrontSaid: Bool {
        guard clauseHas(.third), nearest(Senses(.long, .size, .change, .net), within: 10) != nil else {
            return false
        }
        // "it now runs for 1,140 km from the coast to the border": from one end of the front to the other.
        if let ends = ends(), !ends.from.isFixed || !ends.to.isFixed { return false }
        let sentence = text[lead].sentence
        if run.topic.reading?.kind == .length, run.topic.sentence >= sentence - 1 { return true }
        return (max(0, sentence - 1)...sentence).contains { s in
            text.sentences[s].contains {
                $0 < lead && text[$0].span > 0 && text.has($0, .front) && !text.has($0 - 1, .from)
                    && !text.has($0 - 1, .to)
            }
        }
    }

    /// "has grown by 200 km in the past year and is now 1,250 km": of the line whose change stands before.
    private var isOfFrontBefore: Bool {
        guard run.recent.last?.kind == .length, run.topic.previousSentence == text[lead].sentence,
            let previous = run.topic.previous, let end = text.figureWords[previous].last, end < lead,
            let link = (end + 1..<lead).last(where: { text.has($0, .and) || text.isSign($0, ",;") })
        else { return false }
        let words = link + 1..<lead
        return words.contains { text.has($0, .auxiliary) || text.has($0, .size) }
            && words.allSatisfy {
                facts.isTime($0)
                    || text[$0].senses.meets(Senses(.auxiliary, .adverb, .filler, .third, .size, .now))
            }
    }

    mutating func frontLength(_ reading: inout Reading) {
        reading.kind = .length
        reading.regions = [run.home]
        let isChange =
            text.has(after, .more) || clauseHas(.net)
            || (text.has(lead - 1, .by) && has(.change, within: 6))
        reading.measure = isChange ? .net : .held
        if clause.contains(where: {
            (text.has($0, .object) || text.has($0, .stretch)) && !text[$0].isCapital
        }) {
            reading = reading.refused(Doubt.stretch)
        }
        let moment =
            isChange
            ? facts.moments.filter { $0.days != nil }.min {
                cost($0.words.lowerBound) < cost($1.words.lowerBound)
            }
            : ownMoment(isFlow: false)
        guard let published = run.published else {
            if let days = moment?.days { reading.asOf = CalendarDate(dayNumber: days.upperBound) }
            return
        }
        let now = CalendarDate(dayNumber: published)
        guard isChange else {
            reading.asOf = moment?.days.map { CalendarDate(dayNumber: $0.upperBound) } ?? now
            return
        }
        if let days = moment?.days {
            let isSpan = days.count > 12 && moment?.isSince != true
            let first = CalendarDate(dayNumber: days.lowerBound)
            reading.period = first...max(first, isSpan ? CalendarDate(dayNumber: days.upperBound) : now)
        }
    }
}
