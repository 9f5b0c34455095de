// Which measure: held, gained, lost, net, peak, lowest, mean or total, from the words nearest to the figure.

internal import KGeoCore
internal import KGeoExtract

extension FigureDecision {
    private static let verbs = Senses(.held, .remains, .gained, .gainedBack, .lost, .costs, .size, .change)

    mutating func readMeasure(_ reading: inout Reading) {
        let verb = measureWord(in: clause) ?? measureWord(in: facts.words)
        if let sign = signed, verb.map({ !clause.contains($0) }) ?? true {
            reading.measure = sign
            return note("measure", lead - 1..<lead, "sign")
        }
        self.verb = verb
        var measure = verb.flatMap { self.measure($0) }
        if let verb {
            note(
                "measure", verb..<verb + max(1, text[verb].span),
                clause.contains(verb) ? "own clause" : "sentence")
        }
        if measure == .total, !isSizeOfRegion {
            measure = nil
        }
        if measure == nil { measure = inherited(reading) }
        // "since then they have overrun and kept": what was gained since.
        if measure == .held, clauseHas(.gained),
            facts.moments.contains(where: { $0.isSince && $0.words.overlaps(clause) })
        {
            measure = .gained
        }
        if clause.contains(where: { text.has($0, .another) && cost($0) < 4 }),
            measure == .held || measure == nil,
            !clauseHas(.remains)
        {
            measure = .gained
        }
        if let special = special(measure) { measure = special }
        if measure == nil, reading.kind == .share || clauseHas(.pocket) { measure = .held }
        if measure == nil, isLabelled { measure = run.topic.reading?.measure ?? .held }
        reading.measure = measure
        if let inverted = invertedMeasure { reading.measure = inverted }
    }

    /// "+14 km²", "−31 km²": a sign that touches the number.
    private var signed: ClaimMeasure? {
        guard lead > facts.words.lowerBound, text[lead - 1].end == text[lead].start,
            lead - 1 == facts.words.lowerBound || text[lead - 2].end < text[lead - 1].start
        else { return nil }
        return text.isSign(lead - 1, "+") ? .gained : text.isSign(lead - 1, "—-") ? .lost : nil
    }

    /// "Luhansk region: 99.5 %", a row of a table.
    var isLabelled: Bool { text.isSign(lead - 1, ":|\u{1E}") }

    private func measureWord(in words: Range<Int>) -> Int? {
        let found = words.filter { i in
            text[i].span > 0 && text[i].senses.meets(Self.verbs) && !(i >= lead && i < after) && cost(i) <= 45
                && isVerb(i) && !facts.isTime(i)
        }
        return found.min { rank($0) < rank($1) }
    }

    private func rank(_ i: Int) -> Int {
        var rank = cost(i)
        // A verb of change says little where another stands near; so does a word of size.
        if text.has(i, .change), !text[i].senses.meets(Senses(.gained, .lost, .held)) { rank += 3 }
        if text.has(i, .size), !text[i].senses.meets(Senses(.gained, .lost, .held)) { rank += 4 }
        if isAuxiliary(i) { rank += 3 }
        // "the land seized last August": said of the ground, not of the figure.
        if i > 0, text.has(i - 1, .ground), i > after { rank += 4 }
        return rank
    }

    private func isAuxiliary(_ i: Int) -> Bool { text.has(i, .held) && text.has(i, .auxiliary) }

    /// Whether a word is used as a verb or noun of a measure here: "has" alone, not "has taken"; no part of a name.
    private func isVerb(_ i: Int) -> Bool {
        if isAuxiliary(i) {
            let behind = i + 1..<min(i + 5, facts.words.upperBound)
            for k in behind {
                if k >= lead && k < after || text[k].figure != nil && !facts.isTime(k) { return true }
                // "had managed 120": a verb that no table has.
                if text[k].kind == .word, text[k].senses.isEmpty, !text[k].isCapital { return false }
                if text[k].kind == .sign { return false }
                if text[k].senses.meets(Self.verbs) || text.has(k, .auxiliary) { return false }
                if text.has(k, .negation) { return true }
            }
            return i > after - 1 && i + 1 >= clause.upperBound
        }
        // "front", "hold the front", sources and places.
        if text[i].isCapital, i > facts.words.lowerBound, text.has(i, .speech) { return false }
        return true
    }

    private func measure(_ i: Int) -> ClaimMeasure? {
        let word = text[i]
        if word.has(.costs) { return .lost }
        if word.has(.gainedBack) { return .gained }
        if word.has(.lost), !word.has(.gained) { return .lost }
        if word.has(.change), !word.has(.gained), !word.has(.lost) {
            return .held
        }
        if word.has(.held) || word.has(.remains) { return .held }
        if word.has(.gained) {
            // "fell to 200": came to; "grew by": gained.
            if word.has(.change), text.has(i + 1, .to) || text.has(i + 1, .from) { return .held }
            return .gained
        }
        return word.has(.size) ? .total : nil
    }

    /// A region measures: its size.
    private var isSizeOfRegion: Bool {
        guard let verb else { return false }
        let subject =
            placesOf([.region, .country]).last { $0.words.upperBound <= verb + 1 }
            ?? placesOf([.region, .country]).first { text.has(lead - 1, .of) && $0.words.lowerBound > after }
        guard let subject else { return false }
        return !(subject.words.upperBound..<max(verb, subject.words.upperBound)).contains {
            text[$0].senses.meets(Senses(.pocket, .object, .held, .contested))
        }
    }

    /// What the figure before was a measure of, where this clause has no verb.
    private func inherited(_ reading: Reading) -> ClaimMeasure? {
        guard let last = run.topic.reading else { return nil }
        let isNear = run.topic.sentence >= text[lead].sentence - 1
        guard isNear || figure.isBare else { return nil }
        if last.measure == .total { return figure.isBare ? .total : nil }
        if last.measure == .peak || last.measure == .lowest || last.measure == .net {
            return figure.isBare || run.topic.sentence == text[lead].sentence
                ? (last.measure == .net ? .gained : .held) : .held
        }
        return last.measure
    }

    /// Net, peak, lowest, mean.
    private func special(_ measure: ClaimMeasure?) -> ClaimMeasure? {
        if has(.net, within: 9, in: clause) { return .net }
        if text.has(after, .more),
            (after..<min(after + 14, facts.words.upperBound)).contains(where: { i in
                text.has(i, .than)
                    && (i..<min(i + 4, facts.words.upperBound)).contains { text.has($0, .third) }
            })
        {
            return .net
        }
        if has(.mean, within: 12, in: clause) { return figure.claim.kind == .rate ? .gained : .mean }
        if isAtPeak, measure != .gained || !clauseHas(.month) || clauseHas(.pocket) { return .peak }
        if has(.atFirst, within: 10, in: clause), measure == .gained || measure == .held { return .peak }
        return nil
    }

    /// Whether words for the most stand with the figure, and not with another before it.
    private var isAtPeak: Bool {
        guard let word = nearest(Senses(.peak), within: 30) else { return false }
        let between = word < lead ? word..<lead : after..<max(after, word)
        return !between.contains { text[$0].figure != nil && !facts.isTime($0) }
    }

    /// "all but 55 km² of what had been overrun", "clean but for 100 km²": what the other side still has.
    private var invertedMeasure: ClaimMeasure? {
        guard isAllBut else { return nil }
        return .held
    }

    /// Whether what is left out is counted.
    var isAllBut: Bool {
        (max(facts.words.lowerBound, lead - 3)..<min(after, lead + 3)).contains { text.has($0, .allBut) }
            || (max(facts.words.lowerBound, lead - 3)..<lead).contains {
                text.has($0, .remains) && text[$0].span > 2
            }
    }
}
