// Which measure: held, gained, lost, net, peak, lowest, mean or total, from the words nearest to the figure.

internal import KGeoCore
internal import KGeoExtract

extension NearDecision {
    private static let verbs = Senses(
        .gives, .held, .remains, .gained, .regained, .lost, .costs, .size, .change)

    mutating func readMeasure(_ reading: inout Reading) {
        let verb = verbOfFigure
        if let sign = signed, verb.map({ !clause.contains($0) }) ?? true, special(nil) != .net {
            reading.measure = sign
            return note("measure", lead - 1..<lead, "sign")
        }
        self.verb = verb
        var measure = verb.flatMap { self.measure($0) }
        // What is offered is held.
        if clauseHas(.offers), clauseHas(.plan) {
            (measure, isOffered) = (.held, true)
            self.verb = clause.first { text.has($0, .offers) }
        }
        if let verb {
            note(
                "measure", verb..<verb + max(1, text[verb].span),
                clause.contains(verb) ? "own clause" : "sentence")
        }
        if measure == .total, !isSizeOfRegion { measure = nil }
        if isTotal(verb) { measure = .total }
        measure = measure ?? measureOfTable ?? inherited
        if isGainedSince(measure) { measure = .gained }
        if let special = special(measure) { measure = special }
        if isHeldAll(measure, reading.kind, verb) { measure = .held }
        if measure == nil, verb == nil, let pocket = pocketOfSubject {
            measure = .held
            note("measure", pocket..<pocket + 1, "own clause")
        }
        if measure == nil, verb == nil, let place = settled {
            measure = .held
            note("measure", place..<place + 1, "own clause")
        }
        if measure == nil { measure = fallback(reading.kind) }
        reading.measure = isAllBut || isToBeTaken || isLacking ? .held : measure
    }

    /// Whether the clause has a word of its own that gives the measure.
    var hasVerb: Bool {
        measureWord(in: clause).map {
            isPossessing($0)
                || !isAuxiliary($0) && !isQuantity($0) && !isChange($0)
                    && text[$0].senses.meets(
                        Senses(.held, .gained, .regained, .lost, .costs, .gives, .remains))
        } ?? false
    }

    /// The word that gives the measure: in the clause, else near it; or behind whoever still holds the ground.
    private var verbOfFigure: Int? {
        let verb = measureWord(in: clause) ?? measureWord(in: reach)
        // "the remaining 6,600 km² that Kyiv still holds"
        let isWeak =
            verb.map { !clause.contains($0) || text.has($0, .remains) || text.has($0, .gives) } ?? true
        if let behind = heldBehind, isWeak || clauseHas(.plan) { return behind }
        return verb
    }

    /// "the 603,000 km² of Ukraine", "Zaporizhzhia Oblast has 27,200 km²".
    private func isTotal(_ verb: Int?) -> Bool {
        guard figure.claim.kind == .area else { return false }
        if verb.map({ !clause.contains($0) }) ?? true, isWholeOfRegion { return true }
        guard let verb, isAuxiliary(verb),
            facts.places.contains(where: { $0.role == .region && $0.words.upperBound == verb })
        else { return false }
        return !clause.contains { text[$0].span > 0 && (isNamedSide($0) || text.has($0, .first)) }
    }

    /// "since then they have overrun and kept", "another 20 km²": what came on top is gained.
    private func isGainedSince(_ measure: ClaimMeasure?) -> Bool {
        if measure == .held, clauseHas(.gained),
            facts.moments.contains(where: { $0.isSince && $0.words.overlaps(clause) })
        {
            return true
        }
        return (measure == .held || measure == nil) && !clauseHas(.remains)
            && clause.contains { text.has($0, .another) && cost($0) < 4 }
    }

    /// Ground of nobody; "has seized 20 percent in total", without a time.
    private func isHeldAll(_ measure: ClaimMeasure?, _ kind: ClaimKind, _ verb: Int?) -> Bool {
        if clauseHas(.contested), verb.map({ !clause.contains($0) || text.has($0, .size) }) ?? true {
            return true
        }
        let isOfGround = kind == .share && clauseHas(.ground)
        return measure == .gained && clauseHas(.together) && kind != .rate && !isOfGround
            && !facts.moments.contains { !$0.isNow } && !facts.words.contains { text.has($0, .month) }
    }

    /// What is meant where no word tells.
    private func fallback(_ kind: ClaimKind) -> ClaimMeasure? {
        if kind == .share || clauseHas(.pocket) { return .held }
        let isSpokenOf = run.topic.reading != nil || !run.topic.headline.isEmpty
        if kind == .area, isSpokenOf,
            clause.contains(where: { text.has($0, .third) && text.has($0 + 1, .auxiliary) })
        {
            return .held
        }
        guard isLabelled else { return nil }
        // "January: 245 km²" is of the month.
        let isOfMonth = kind == .area && facts.moments.contains { $0.isNamed && $0.words.upperBound <= lead }
        return run.topic.reading?.measure ?? (isOfMonth ? .gained : .held)
    }

    /// "+14 km²", "−31 km²": a sign that touches the number.
    var signed: ClaimMeasure? {
        guard lead > facts.words.lowerBound else { return nil }
        if lead - 1 != facts.words.lowerBound {
            guard text[lead - 1].end == text[lead].start, text[lead - 2].end < text[lead - 1].start else {
                return nil
            }
        }
        return text.isSign(lead - 1, "+") ? .gained : text.isSign(lead - 1, "—-") ? .lost : nil
    }

    /// "Luhansk region: 99.5 %", a row of a table.
    var isLabelled: Bool { text.isSign(lead - 1, ":|\u{1E}") }

    /// The words whose verbs may be said of the figure though they stand in another clause: those before it, and those
    /// behind it up to a pause of weight or another figure.
    private var reach: Range<Int> {
        let end = (after..<facts.words.upperBound).first {
            text.isSign($0, ";:") || (text[$0].figure.map { !text.counts($0) } ?? false && !facts.isTime($0))
        }
        return facts.words.lowerBound..<max(after, end ?? facts.words.upperBound)
    }

    func measureWord(in words: Range<Int>) -> Int? {
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
        if text.has(i, .size), !text[i].senses.meets(Senses(.gained, .lost, .held)), cost(i) > 1 { rank += 4 }
        if isAuxiliary(i) { rank += 3 }
        // "the land seized last August": said of the ground, not of the figure.
        if i > 0, text.has(i - 1, .ground), i > after { rank += 4 }
        return rank
    }

    func isAuxiliary(_ i: Int) -> Bool { text.has(i, .held) && text.has(i, .auxiliary) }

    /// Whether a word is used as a verb or noun of a measure here: "has" alone, not "has taken"; no part of a name.
    private func isVerb(_ i: Int) -> Bool {
        if isWithinWhole(i) { return false }
        // "725 of which belong to November"
        if text.has(i, .held), text.has(i + 1, .to), facts.isTime(i + 2) { return false }
        if text.has(i, .gives) {
            return i < lead && (i + 1..<max(i + 1, min(i + 4, lead))).contains { isNamedSide($0) }
        }
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
        if text.has(i, .change), i < lead, !text[i].senses.meets(Senses(.gained, .lost, .held, .regained)) {
            return isChangeOfFigure(i)
        }
        // "front", "hold the front", sources and places.
        if text.has(i, .speech) {
            if text[i].isCapital, i > facts.words.lowerBound { return false }
            // "he added,"
            if text.isSign(i + 1, ","), text.has(i - 1, .third) || text.isSign(i - 1, ",”") { return false }
        }
        return true
    }

    /// "rose to 19.3 percent", "has shrunk by now to 480 km²", not "were shot down over 445 km²".
    private func isChangeOfFigure(_ i: Int) -> Bool {
        let words = i + max(1, text[i].span)..<max(i + max(1, text[i].span), lead)
        let last = words.last { !text[$0].senses.meets(Senses(.filler, .adverb, .article)) }
        return last.map { text.has($0, .to) || text.has($0, .from) || text.has($0, .by) } ?? false
    }

    /// "Half of the ground Ukraine took in Kursk has been lost": what says which ground, before the verb of the share.
    private func isWithinWhole(_ i: Int) -> Bool {
        // "a third of what they seized"
        if figure.claim.kind == .share, text.has(after, .of), text.has(after + 1, .pronounObject), i > after,
            !(after..<i).contains(where: { text[$0].kind == .sign || text.has($0, .auxiliary) })
        {
            return true
        }
        guard figure.claim.kind == .share, text.has(after, .of), i > after, i < clause.upperBound,
            let auxiliary = (i + 1..<clause.upperBound).first(where: {
                text.has($0, .auxiliary) && text[$0].span > 0
            }),
            !(after..<i).contains(where: { text.has($0, .auxiliary) })
        else { return false }
        return (auxiliary + 1..<max(auxiliary + 1, clause.upperBound)).contains {
            text[$0].senses.meets(Self.verbs) && !isAuxiliary($0)
        }
    }

    private func measure(_ i: Int) -> ClaimMeasure? {
        let word = text[i]
        if word.has(.gives) || goesToSide(i) { return .gained }
        // "up from 449 in May": what is compared is the same.
        if word.has(.change), !word.has(.gained), i == lead - 2, text.has(i + 1, .from),
            let last = run.topic.reading, run.topic.sentence == text[lead].sentence
        {
            return last.measure
        }
        // "Russia’s gains amounted to 449 km²": of what the subject says.
        if word.has(.amounts),
            let noun = (clause.lowerBound..<max(clause.lowerBound, i)).last(where: {
                text[$0].span > 0 && text[$0].senses.meets(Senses(.gained, .lost)) && !text.has($0, .held)
            })
        {
            return text.has(noun, .gained) ? .gained : .lost
        }
        // "In five months it comes to 900": of what was spoken of.
        if word.has(.amounts), let last = run.topic.reading, last.measure == .gained || last.measure == .lost,
            run.topic.sentence >= text[lead].sentence - 1, !clause.contains(where: { isOccupiedGround($0) }),
            !clause.contains(where: { text[$0].span > 0 && text[$0].senses.meets(Senses(.pocket, .ground)) })
        {
            return last.measure
        }
        if word.has(.costs) { return .lost }
        // "occupied 257 km² in September" is taken; "is occupied" is held.
        if word.has(.occupied), i < lead, !text.has(i - 1, .auxiliary),
            facts.moments.contains(where: {
                $0.words.overlaps(clause) && !isBehindUntil($0)
                    && ($0.isNamed || $0.isSince || $0.isLength || $0.days.map { $0.count > 6 } ?? false)
            })
        {
            return .gained
        }
        if word.has(.regained) { return .gained }
        if word.has(.lost), !word.has(.gained) { return .lost }
        if word.has(.change), !word.has(.gained), !word.has(.lost) {
            return .held
        }
        // "40 km² came under our control"
        if word.has(.held), i > after, (after..<i).contains(where: { text.has($0, .advance) }),
            !(after..<i).contains(where: { text.has($0, .auxiliary) })
        {
            return .gained
        }
        if word.has(.held) || word.has(.remains) { return .held }
        if word.has(.gained) {
            // "fell to 200": came to; "grew by": gained.
            if word.has(.change), text.has(i + 1, .to) || text.has(i + 1, .from) { return .held }
            return .gained
        }
        return word.has(.size) && figure.claim.kind == .area ? .total : nil
    }

    func isNamedSide(_ i: Int) -> Bool {
        text.words.indices.contains(i)
            && text[i].senses.meets(
                Senses(.country, .demonym, .people, .seat, .intruder, .enemy, .third, .defender))
    }

    /// "went to the invader", "fell to Russia", "went over to it".
    func goesToSide(_ i: Int) -> Bool {
        guard text.has(i, .change) else { return false }
        var k = i + 1
        while k < i + 3, text.has(k, .within) || text.has(k, .beyond) { k += 1 }
        guard text.has(k, .to), text.words.indices.contains(k + 1), text[k + 1].figure == nil else {
            return false
        }
        return (k + 1..<k + 4).contains { isNamedSide($0) }
    }

    /// "the 603,000 km² of Ukraine", "Donetsk Oblast (26,500 km²)": the size of a whole.
    private var isWholeOfRegion: Bool {
        if text.isSign(lead - 1, "("), text.isSign(after, ")"),
            facts.places.contains(where: {
                $0.words.upperBound == lead - 1 && $0.role == .region
                    && !text.has($0.words.lowerBound - 1, .within)
                    && !text.has($0.words.lowerBound - 1, .of)
            })
        {
            return true
        }
        guard text.has(lead - 1, .article), !text.has(lead - 1, .third), !text.has(lead - 1, .first),
            let place = facts.places.first(where: {
                ($0.role == .region || $0.role == .country) && isAttached($0)
            })
        else { return false }
        let behind = place.words.upperBound..<min(place.words.upperBound + 4, facts.words.upperBound)
        return !behind.contains { text[$0].senses.meets(Senses(.held, .gained, .lost, .pocket, .contested)) }
    }

    /// A region measures: its size.
    private var isSizeOfRegion: Bool {
        guard let verb else { return false }
        // "as the area of the region in his army’s hands"
        let isHeld = clause.contains {
            $0 != verb && text.has($0, .held) && text[$0].span > 0 && !text.has($0, .auxiliary)
                && !isPlace($0)
        }
        if isHeld, verb > after { return false }
        // "The evacuation zone in Sumy Oblast covers 1,500 km²": of something in it.
        let inside = placesOf([.region, .country]).last { $0.words.upperBound == verb }
        if let inside, text.has(inside.words.lowerBound - 1, .within), !text.has(verb, .amounts) {
            return false
        }
        let subject =
            placesOf([.region, .country]).last { $0.words.upperBound <= verb + 1 }
            ?? placesOf([.region, .country]).first { text.has(lead - 1, .of) && $0.words.lowerBound > after }
        guard let subject else {
            // "Ukraine has an area of", "the two together measure".
            let named = clause.filter { text[$0].span > 0 }
            if named.contains(where: { text.has($0, .country) && $0 < verb }) { return true }
            let isOfNobody = !named.contains {
                isNamedSide($0) || text.has($0, .first) || text.has($0, .object)
            }
            return !run.topic.regions.isEmpty && isOfNobody && clauseHas(.together)
        }
        return !(subject.words.upperBound..<max(verb, subject.words.upperBound)).contains {
            text[$0].senses.meets(Senses(.pocket, .object, .held, .contested))
        }
    }

    /// What the figure before was a measure of, where this clause has no verb.
    private var inherited: ClaimMeasure? {
        guard let last = run.topic.reading else { return ofHeading }
        let isNear = run.topic.sentence >= text[lead].sentence - 1
        guard isNear || figure.isBare else { return nil }
        if last.measure == .total { return figure.isBare ? .total : nil }
        if last.measure == .peak || last.measure == .lowest || last.measure == .net {
            return figure.isBare || run.topic.sentence == text[lead].sentence
                ? (last.measure == .net ? .gained : .held) : .held
        }
        return last.measure
    }

    /// What the column, the row or the caption of a table speaks of.
    private var measureOfTable: ClaimMeasure? {
        guard let cell else { return nil }
        for sentence in cell.inOrder {
            let word = text.sentences[sentence].first {
                text[$0].span > 0 && text[$0].senses.meets(Senses(.gained, .lost, .held, .regained, .net))
                    && !isAuxiliary($0)
            }
            if let word { return text.has(word, .net) ? .net : self.measure(word) }
        }
        return nil
    }

    /// What the sentences just before speak of, where no figure has been read: "Russian gains by month".
    private var ofHeading: ClaimMeasure? {
        let sentence = text[lead].sentence
        for s in (max(0, sentence - 3)..<sentence).reversed() {
            let word = text.sentences[s].first {
                text[$0].span > 0 && text[$0].senses.meets(Senses(.gained, .lost, .held, .regained))
                    && !isAuxiliary($0)
            }
            if let word { return measure(word) }
        }
        return nil
    }
}
