// Parts of what was taken or lost: "two fifths of that fell in Donetsk Oblast", "of the July total 46 percent lies in …".

internal import KGeoCore
internal import KGeoExtract

/// A share of ground that was taken or lost in a time. Whose it is, when and of what are those of the whole.
struct TakePart {
    /// What was taken or lost in all.
    let whole: Reading
    /// Where the part lies.
    let place: PlaceMention
    /// The words for the whole; none where a list of parts goes on.
    let words: Range<Int>?

    /// The part that a figure is; nil where it is none, or where more than one whole or place can be meant.
    init?(_ decision: NearDecision) {
        let finder = TakePartFinder(decision: decision)
        guard decision.figure.claim.kind == .share || decision.figure.isBare,
            let (whole, words) = finder.goingOn() ?? finder.whole(),
            let place = finder.place(besides: words), place.regions != whole.regions,
            whole.regions == [decision.run.home] || Set(place.regions).isSubset(of: whole.regions)
        else { return nil }
        (self.whole, self.words, self.place) = (whole, words, place)
    }

    /// Whether the words stand for a whole of which more than one can be meant, or none.
    static func isOpen(_ decision: NearDecision) -> Bool {
        let finder = TakePartFinder(decision: decision)
        return decision.figure.claim.kind == .share && finder.isOpen
    }

    /// The reading of the part.
    ///
    /// - Parameter taker: the side that took the whole.
    func reading(taker: String?) -> Reading {
        var part = Reading(kind: .share)
        (part.measure, part.holder, part.regions) = (whole.measure, whole.holder, place.regions)
        part.period = whole.period
        if let period = whole.period {
            part.of = .ground(
                measure: .gained, holder: taker, region: whole.regions, moment: .span(period))
        }
        return part
    }
}

/// Finds the whole and the place of a part.
private struct TakePartFinder {
    let decision: NearDecision
    private var text: ReadingText { decision.text }
    private var run: NearRun { decision.run }
    private var facts: SentenceFacts { decision.facts }
    private var sentence: Int { text[decision.lead].sentence }
    typealias Found = (whole: Reading, words: Range<Int>?)

    // MARK: the words for the whole

    /// ", 18 percent in Sumy Oblast and a tenth in Kharkiv Oblast": a list of parts goes on, each beside its place.
    func goingOn() -> Found? {
        guard run.topic.previousIsFirm, run.topic.previousSentence == sentence, let last = run.topic.reading,
            case .ground(.gained, _, let regions, .span) = last.of, last.kind == .share,
            last.regions != regions, let previous = run.topic.previous,
            let end = text.figureWords[previous].last, !text.has(decision.after, .of),
            !text.counts(decision.number)
        else { return nil }
        let pause = (end + 1..<max(end + 1, decision.lead)).last {
            text.isSign($0, ",;") || text.has($0, .and) || text.has($0, .contrast)
        }
        guard let pause, decision.figure.claim.low <= 100,
            facts.places.contains(where: { isBeside($0) }),
            (pause + 1..<decision.lead).allSatisfy({ i in
                text[i].senses.meets(Senses(.filler, .article, .adverb, .and, .another))
                    || facts.places.contains { $0.words.contains(i) }
            })
        else { return nil }
        var whole = last
        (whole.regions, whole.kind) = (regions, .area)
        return (whole, nil)
    }

    /// The whole that words behind "of" stand for: behind the figure, or at the beginning of its clause.
    func whole() -> Found? {
        guard !decision.figure.isBare, let words = phrase(), let whole = whole(words) else { return nil }
        return (whole, words)
    }

    /// "Half of the haul", where two hauls were named.
    var isOpen: Bool {
        guard let words = phrase(), !isPronoun(words.lowerBound) else { return false }
        return whole(words) == nil && !run.takes.isEmpty
    }

    private func phrase() -> Range<Int>? {
        if text.has(decision.after, .of) {
            return phrase(decision.after + 1, until: facts.words.upperBound)
        }
        for first in Set([facts.words.lowerBound, decision.clause.lowerBound])
        where text.has(first, .of) && (2...9).contains(decision.lead - first) {
            guard let words = phrase(first + 1, until: decision.lead),
                (words.upperBound..<decision.lead).allSatisfy({
                    text.isSign($0, ",") || text[$0].senses.meets(Senses(.filler, .adverb, .article))
                })
            else { continue }
            return words
        }
        return nil
    }

    /// "that", "the haul", "Russia’s June gains", "what was added": from a word on.
    private func phrase(_ first: Int, until limit: Int) -> Range<Int>? {
        guard first < limit else { return nil }
        if isPronoun(first) {
            if ends(first + 1) { return first..<first + 1 }
            let isTaken =
                text.has(first, .pronounObject) && text.has(first + 1, .auxiliary) && isFlow(first + 2)
            return isTaken && first + 2 < limit ? first..<first + 3 : nil
        }
        var k = first
        while k < min(limit, first + 7) {
            if k > first, isFlow(k) || text.has(k, .quantity), !facts.isTime(k) {
                return ends(k + 1) ? first..<k + 1 : nil
            }
            guard modifies(k) else { return nil }
            k += 1
        }
        return nil
    }

    private func isPronoun(_ i: Int) -> Bool {
        text.words.indices.contains(i) && !text[i].isPossessive
            && (text.has(i, .pronounObject) || text.has(i, .third) && !text.has(i, .article))
    }

    private func isFlow(_ i: Int) -> Bool {
        text.words.indices.contains(i) && text[i].span > 0
            && text[i].senses.meets(Senses(.gains, .gained, .lost)) && !text.has(i, .held)
    }

    /// Words before the noun for the whole: whose it is, when, and what the tables do not know.
    private func modifies(_ i: Int) -> Bool {
        if facts.isTime(i) || text[i].isPossessive { return true }
        if text[i].kind == .word, text[i].senses.isEmpty { return !text[i].isCapital }
        return text[i].senses.meets(Senses(.article, .this, .third, .same, .demonym, .overall, .together))
            && text[i].figure == nil
    }

    /// Whether the words for the whole end before a word.
    private func ends(_ i: Int) -> Bool {
        guard i < facts.words.upperBound else { return true }
        if text.has(i, .of) || text.has(i, .relative) { return false }
        return text[i].kind == .sign || text[i].senses.isEmpty || facts.isTime(i)
            || text[i].senses.meets(
                Senses(
                    .auxiliary, .within, .from, .to, .change, .partOf, .lies, .gained, .lost, .remains,
                    .filler))
            || i >= decision.lead && i < decision.after
    }

    // MARK: which figure it is

    /// The figure that the words stand for: one that was taken or lost, not far before.
    private func whole(_ words: Range<Int>) -> Reading? {
        let near = run.takes.filter { $0.sentence >= sentence - 2 }
        guard let last = near.last else { return nil }
        if isPronoun(words.lowerBound), words.count == 1 {
            let isLast = run.recent.last { $0.kind == .area || $0.kind == .rate } == last.reading
            let isHeld = decision.clause.contains {
                text.has($0, .held) && text[$0].span > 0 && !text.has($0, .auxiliary)
            }
            if isHeld { return nil }
            return isLast && last.sentence >= sentence - 1 && sides(words).isEmpty ? last.reading : nil
        }
        let sides = sides(words)
        let fitting = near.filter { sides.isEmpty || sides == [decision.taker(of: $0.reading) ?? ""] }
        let named = facts.moments.filter { !$0.isNow && $0.days != nil && $0.words.overlaps(words) }
        let said = named.isEmpty ? facts.moments.filter { !$0.isNow && $0.days != nil } : named
        guard let moment = said.first else {
            let own = fitting.filter { $0.sentence == sentence }
            let meant = own.isEmpty ? fitting : own
            return Set(meant.map(\.reading.period)).count == 1 ? meant.last?.reading : nil
        }
        guard said.count == 1, let days = moment.days, !moment.isUntil else { return nil }
        if let same = fitting.last(where: { isOf($0.reading, days) }) { return same.reading }
        // Another month than that of the figures before is another ground, of the same side.
        guard !named.isEmpty, moment.isNamed, !moment.isSince, !moment.isPoint,
            var other = fitting.last?.reading,
            Set(fitting.map { decision.taker(of: $0.reading) }).count == 1
        else { return nil }
        other.period = CalendarDate(dayNumber: days.lowerBound)...CalendarDate(dayNumber: days.upperBound)
        return other
    }

    private func isOf(_ reading: Reading, _ days: Days) -> Bool {
        guard let period = reading.period else { return false }
        return abs(period.lowerBound.dayNumber - days.lowerBound) <= 3
            && abs(period.upperBound.dayNumber - days.upperBound) <= 3
    }

    /// The sides that words name: "Russia’s June gains".
    private func sides(_ words: Range<Int>) -> Set<String> {
        Set(words.filter { text[$0].senses.meets(SideFinder.names) }.compactMap { text[$0].names.first })
    }

    // MARK: where it lies

    /// Whether a place stands right beside the figure: "a tenth in Kharkiv Oblast", "Kharkiv Oblast a tenth".
    private func isBeside(_ place: PlaceMention) -> Bool {
        guard place.role == .region, !place.isAttribute else { return false }
        let gap = place.words.lowerBound - decision.after
        if (1...3).contains(gap) {
            return text.has(decision.after, .within) || text.has(decision.after, .from)
                || text.has(decision.after, .to)
        }
        return decision.lead - place.words.upperBound >= 0
            && (place.words.upperBound..<decision.lead).allSatisfy { text.has($0, .filler) }
    }

    /// "More than half of it, 250 km², was in Donetsk Oblast": behind the same part in another unit, put between commas.
    private var behindOther: Int {
        let end = facts.words.upperBound
        guard let comma = (decision.after..<end).first(where: { text[$0].kind == .sign }),
            text.isSign(comma, ","),
            let next = facts.figures.first(where: { text.figureWords[$0].lowerBound > comma }),
            text.figureWords[next].lowerBound - comma <= 2, text.source.figures[next].claim.kind == .area,
            let second = (text.figureWords[next].upperBound..<end).first(where: { text[$0].kind == .sign }),
            text.isSign(second, ","), text[second].start >= text.source.figures[next].after
        else { return decision.clause.upperBound }
        return (second + 1..<end).first { text[$0].kind == .sign || text[$0].figure != nil } ?? end
    }

    /// The one region of the clause; none where a town or direction stands with it.
    func place(besides words: Range<Int>?) -> PlaceMention? {
        let clause = decision.clause.lowerBound..<max(decision.clause.upperBound, behindOther)
        var places = facts.places.filter {
            $0.words.overlaps(clause) && !$0.isAttribute && !(words?.overlaps($0.words) ?? false)
        }
        // "Kherson Oblast has not stirred: 73 percent of it": "it" may be the place; only one behind is where the part lies.
        if let words, text.has(words.lowerBound, .third), words.count == 1 {
            places.removeAll { $0.words.lowerBound < decision.after }
        }
        let isSmaller = places.contains { $0.role == .near || $0.role == .direction || $0.role == .city }
        if let beside = places.first(where: { isBeside($0) }), !isSmaller { return beside }
        let regions = places.filter { $0.role == .region }
        guard !isSmaller, let place = regions.first, Set(regions.map(\.regions)).count == 1,
            !place.isChoice, place.regions.count == 1 || place.isUnion
        else { return nil }
        // "40 percent of the gains in Donetsk Oblast were made …": of the gains there, and the part lies elsewhere.
        if let words, words.count > 1, place.words.lowerBound - words.upperBound <= 2,
            place.words.lowerBound >= words.upperBound, text.has(words.upperBound, .within),
            place.words.upperBound < facts.words.upperBound, text[place.words.upperBound].kind != .sign
        {
            return nil
        }
        return place
    }
}

extension NearDecision {
    /// The side that took ground: who gained it, or whom the other lost it to.
    func taker(of reading: Reading) -> String? {
        reading.measure == .lost ? text.lexicon.opponent(of: reading.holder) : reading.holder
    }

    /// The reading as a part of what was taken or lost, with its evidence.
    mutating func part() -> Reading? {
        guard let part = TakePart(self) else { return nil }
        isTakenOver = true
        note("measure", part.words, part.words == nil ? "figure before" : "own clause")
        note("holder", nil, "figure before")
        note("region", part.place.words, "own clause")
        note("time", nil, "figure before")
        note("of", part.words, "figure before")
        var reading = part.reading(taker: taker(of: part.whole))
        reading.because = because
        return reading
    }
}
