// Whether what is near a figure is reason enough: each part needs a basis, else two readings are left and it is not linked.

internal import KGeoCore
internal import KGeoExtract

/// Weighs on what a reading of nearness rests.
struct Basis {
    let decision: NearDecision
    let reading: Reading
    var text: ReadingText { decision.text }
    var run: NearRun { decision.run }
    var sentence: Int { text[decision.lead].sentence }

    /// What is in doubt; nil where every part has a basis.
    func doubt() -> Doubt? {
        switch reading.kind {
        case .length, .distance, .depth, .width, .radius, .extent: return line()
        default: break
        }
        // A line of months has the measure, the side and the place of its heading.
        let goesOn = self.goesOn || isOfMonth || isGapped
        if decision.figure.isBare, !goesOn, decision.cell == nil, !isLabelled, !isOwn, !isGapped, !isDefined,
            !isOtherTotal
        {
            return .measure
        }
        if !decision.figure.hasUnit, reading.kind == .rate, let last = run.recent.last, last.kind == .rate,
            decision.figure.claim.low > 40
        {
            return .measure
        }
        // "or 180 a month": an average of months.
        if decision.figure.isBare, reading.kind != .rate, text.has(decision.after, .article),
            text.words.indices.contains(decision.after + 1),
            text[decision.after + 1].senses.meets(Senses(.dayUnit, .weekUnit, .monthUnit, .yearUnit))
        {
            return .summary
        }
        // "theirs has 690 km² more"
        if text.has(decision.after, .more), reading.measure != .net, !isOnTop { return .difference }
        if isOfTown { return .object }
        if decision.isTakenOver { return nil }
        if isOfThing { return reading.kind == .share ? .otherShare : .object }
        // "or roughly 16 km² a day": of the figure before, which is left open.
        if !run.topic.previousIsFirm, run.topic.previous != nil, run.topic.previousSentence == sentence,
            text.has(decision.lead - 1, .or)
        {
            return .measure
        }
        if reading.measure == .total { return region(goesOn) }
        return measure(goesOn) ?? holder(goesOn) ?? region(goesOn) ?? time(goesOn) ?? whole(goesOn)
            ?? gainsaid(goesOn)
    }

    /// "lost 9 more in Kharkiv Oblast", "hundreds more have followed": on top of what was said, and compared with nothing.
    private var isOnTop: Bool {
        (reading.measure == .gained || reading.measure == .lost) && hasOwnVerb
            && !(decision.after..<min(decision.after + 6, decision.facts.words.upperBound)).contains {
                text.has($0, .than)
            }
    }

    /// "Sumy Oblast measures 23,800 km² and Kursk Oblast 30,000": the size of another region.
    private var isOtherTotal: Bool {
        reading.measure == .total && run.topic.previousIsFirm && run.topic.previousSentence == sentence
            && run.topic.reading?.measure == .total && run.topic.reading?.regions != reading.regions
            && rests("region", on: "own clause")
    }

    private var hasOwnVerb: Bool { rests("measure", on: "own clause") && decision.hasVerb }

    /// "560: its mean size from November to January", "4: what the flag still flies over": said of the number before the colon.
    private var isDefined: Bool {
        text.isSign(decision.after, ":") && decision.lead == decision.facts.words.lowerBound
            && run.topic.previousSentence >= sentence - 1
            && (rests("measure", on: "own clause") || [.mean, .peak, .lowest].contains(reading.measure))
    }

    // MARK: evidence

    func given(_ part: String) -> Bool {
        guard let given = decision.given else { return false }
        switch part {
        case "measure": return given.measure != nil && given.measure == reading.measure
        case "holder": return given.holder != nil
        case "region": return !given.regions.isEmpty
        default:
            return (given.asOf != nil || given.period != nil) && given.asOf == reading.asOf
                && given.period == reading.period
        }
    }

    func evidence(_ part: String) -> Reading.Evidence? { decision.because.last { $0.part == part } }

    func rests(_ part: String, on rules: String...) -> Bool {
        given(part) || evidence(part).map { rules.contains($0.rule) } ?? false
    }

    /// Whether the lines of a list around this one begin with regions all.
    var isLabelled: Bool {
        guard let own = label(sentence), own else { return false }
        return (max(0, sentence - 4)..<min(run.facts.count, sentence + 5)).allSatisfy { label($0) ?? true }
    }

    /// Whether a line with a figure behind a colon begins with a region; nil for other lines.
    func label(_ s: Int) -> Bool? {
        let words = run.facts[s].words
        if s == sentence, decision.isNationwide { return true }
        if let first = run.facts[s].figures.first, let lead = text.figureWords[first].first,
            let place = run.facts[s].places.first, place.words.upperBound == lead, place.role == .region,
            (words.lowerBound..<place.words.lowerBound).allSatisfy({ text[$0].kind == .sign }),
            let last = words.last, text.isSign(last, "\n") || last + 1 == text.words.count
        {
            return true
        }
        guard let colon = words.first(where: { text.isSign($0, ":|") }), colon - words.lowerBound <= 8,
            run.facts[s].figures.contains(where: { n in
                text.figureWords[n].first.map { $0 > colon && $0 - colon <= 4 } ?? false
            })
        else { return nil }
        let isSentence = (words.lowerBound..<colon).contains {
            text.has($0, .auxiliary) || text.has($0, .third)
        }
        return !isSentence
            && run.facts[s].places.contains {
                ($0.role == .region || $0.role == .country) && $0.words.upperBound <= colon
            }
    }

    /// "a third of the town"
    var isOfTown: Bool {
        guard reading.kind == .share, text.has(decision.after, .of) else { return false }
        return (decision.after + 1..<decision.after + 3).contains {
            text.has($0, .city) && !text.has($0, .region)
        }
    }

    /// "12 km² of dachas": of something that no table knows as ground.
    var isOfThing: Bool {
        guard reading.kind == .area || reading.kind == .share, text.has(decision.after, .of) else {
            return false
        }
        var k = decision.after + 1
        while text.has(k, .article) || text.has(k, .third) { k += 1 }
        guard text.words.indices.contains(k), text[k].kind == .word, !text[k].isCapital,
            text[k].senses.isEmpty
        else { return false }
        return !text.has(k + 1, .ground)
    }

    // MARK: the parts

    func measure(_ goesOn: Bool) -> Doubt? {
        if evidence("measure")?.rule == "sign" { return .measure }
        // "have not taken 20 km²" is denied; "the 20 km² they have not taken" are the other side's.
        if decision.isLacking, !text.has(decision.lead - 1, .article) { return .denied }
        if reading.measure == .peak, let verb = decision.verb,
            text[verb].senses.meets(Senses(.gained, .regained, .lost)),
            !decision.clause.contains(where: { text.has($0, .pocket) || text.has($0, .atFirst) })
        {
            return .measure
        }
        if reading.measure == .held, isStillToTake { return .plan }
        // "Crimea, which has 27,000 km²": its size.
        let first = decision.clause.lowerBound
        if text.has(first, .relative) || text.has(first - 1, .relative), let verb = decision.verb,
            text.has(verb, .auxiliary), verb - first <= 1,
            decision.facts.places.contains(where: {
                ($0.role == .region || $0.role == .country) && (1...2).contains(first - $0.words.upperBound)
            })
        {
            return .measure
        }
        // "The dunes cover 1,600 km²": the size of a thing.
        if let verb = decision.verb, text.has(verb, .size), decision.clause.contains(verb),
            reading.measure == .held,
            verb < decision.lead || verb == decision.after,
            !decision.clause.contains(where: {
                text[$0].senses.meets(Senses(.pocket, .contested, .occupied, .ground, .there))
                    && !decision.facts.isPlace($0)
                    || text.has($0, .held) && !text.has($0, .auxiliary) && text[$0].span > 0
            })
        {
            return .object
        }
        if let verb = decision.verb, (max(0, verb - 3)..<verb).contains(where: { text.has($0, .denial) }) {
            return .denied
        }
        // "ground taken less ground lost": a table of balances.
        if let cell = decision.cell {
            let words = cell.inOrder.flatMap { run.facts[$0].words }
            let isBoth =
                words.contains { text.has($0, .gained) && !text.has($0, .lost) }
                && words.contains { text.has($0, .lost) }
            if isBoth { return .measure }
        }
        if goesOn || decision.cell != nil || isLabelled || rests("measure", on: "own clause") { return nil }
        // "the tempo reached 23 km² a day", "never surpassed", "a plus of": the words for it say enough.
        let isSaid =
            switch reading.measure {
            case .peak: decision.clause.contains { text.has($0, .peak) }
            case .net: decision.clause.contains { text.has($0, .net) }
            default:
                reading.kind == .rate
                    && !decision.facts.words.contains { text.has($0, .plan) && text[$0].span > 0 }
            }
        return isSaid ? nil : .measure
    }

    /// "has 300 km² of Sumy Oblast to clear": what the other side has.
    private var isStillToTake: Bool {
        guard !decision.isToBeTaken else { return false }
        let end = max(decision.after, decision.clause.upperBound)
        return (decision.after..<end).contains { i in
            text.has(i, .to) && !text.has(i, .within) && i + 1 < end
                && text[i + 1].senses.meets(Senses(.gained, .regained)) && !text.has(i + 1, .held)
                && !decision.facts.isTime(i + 1)
        }
    }

    func holder(_ goesOn: Bool) -> Doubt? {
        if reading.holder == nil, reading.worded == "contested" { return nil }
        // "our" of a speaker whose side is not told.
        let isAbroad = reading.regions.allSatisfy { text.lexicon.owner(of: $0) != run.home }
        let isOurs = decision.clause.contains {
            text.has($0, .first) && text[$0].span > 0 && !text.has($0 + 1, .source)
                && run.speakers.side(at: $0) == nil
        }
        if isOurs, !given("holder"), !isAbroad || reading.measure == .lost { return .holder }
        // Somebody who acts, and nothing tells who.
        let isUnknown = (decision.clause.lowerBound..<decision.lead).contains {
            text.has($0, .third) && !text.has($0, .pronounObject) && !text.has($0, .article)
        }
        // Troops of nobody are those of whoever speaks, where that is known.
        let hasTroops = decision.clause.contains {
            text.has($0, .force) && text[$0].span > 0 && run.speakers.side(at: $0) != reading.holder
                && run.topic.side != reading.holder
        }
        if isUnknown || hasTroops, evidence("holder")?.rule == "usual", !given("holder") { return .holder }
        // "changed hands several times": to whom is said behind it, or nowhere.
        if let verb = decision.verb, text.has(verb, .swaps),
            !rests("holder", on: "own clause") || sides(in: decision.facts.words).count > 1
        {
            return .holder
        }
        if goesOn || decision.cell != nil || isLabelled { return nil }
        if isEither { return .bothSides }
        if let pronoun, text.has(pronoun - 1, .of) { return .holder }
        // Ground abroad is cleared by one side and of the other, and nobody is named.
        if isAbroad, reading.measure == .gained, evidence("holder")?.rule == "usual", !given("holder") {
            return .holder
        }
        let firm = rests(
            "holder", on: "own clause", "usual", "ground is taken back by whose it was", "table",
            "ground is occupied by the other side")
        return firm || isOfOneSide ? nil : .holder
    }

    /// Whether the side of the figure before is the only one that the sentence and the one before it speak of.
    private var isOfOneSide: Bool {
        guard evidence("holder")?.rule == "figure before", run.topic.previousIsFirm,
            run.topic.previousSentence >= sentence - 1,
            run.topic.paragraph == text[decision.lead].paragraph, let holder = reading.holder
        else { return false }
        var said = sides(in: decision.facts.words)
        if sentence > 0 { said.formUnion(sides(in: run.facts[sentence - 1].words)) }
        let isOther = decision.clause.contains {
            text[$0].span > 0 && text[$0].senses.meets(Senses(.enemy, .force))
        }
        return said.isSubset(of: [holder]) && !isOther
    }

    /// Whether a pronoun may mean either side: both are named before it in the sentence, or else in the one before.
    private var isEither: Bool {
        guard let at = pronoun else { return false }
        let own = sides(in: decision.facts.words.lowerBound..<at)
        if !own.isEmpty { return own.count > 1 }
        guard sentence > 0, text[at].quote == nil else { return false }
        return sides(in: run.facts[sentence - 1].words).count > 1
    }

    func sides(in words: Range<Int>) -> Set<String> {
        var found: Set<String> = []
        for i in words where text[i].span > 0 && !run.facts[text[i].sentence].isPlace(i) {
            if text[i].senses.meets(Senses(.country, .demonym, .people, .seat)),
                let name = text[i].names.first
            {
                found.insert(name)
            } else if text.has(i, .intruder) {
                found.insert(run.other)
            } else if text.has(i, .defender) {
                found.insert(run.home)
            }
        }
        return found
    }
}
