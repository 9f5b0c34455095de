// The word that governs a figure: the verb whose object or subject it is, with nothing unknown in between.

internal import KGeoCore
internal import KGeoExtract

/// A verb, participle or noun that says what is measured.
struct Governor {
    enum Tense { case present, past, perfect }
    /// Where the words stand that say whose ground it is.
    enum Subject {
        /// Before the verb, whose words begin here.
        case before(Int)
        /// "by Russia", "under Ukrainian control".
        case named(String, Range<Int>)
        /// As with the figure before.
        case asBefore
        /// Taken or liberated, and nobody says by whom.
        case unsaid
        /// What remains to be taken: the side whose country it is.
        case owner
    }
    var measure: ClaimMeasure
    var tense: Tense
    var words: Range<Int>
    var subject: Subject
    /// "retaken": ground that had been lost.
    var isBack = false
    /// "has won Ukraine 1,300 km²": something else than a side gives or costs it.
    var isGiven = false
    /// Which rule found it.
    var rule = "own clause"
}

/// Finds what governs a figure.
struct GovernorFinder {
    let scene: Scene
    private var text: ReadingText { scene.text }

    private static let verbs = Senses(.held, .gained, .regained, .lost, .occupied)

    /// What governs the figure; nil when nothing beside it does.
    func governor() throws(Doubt) -> Governor? {
        if let found = try active() { return found }
        if let found = possession() ?? giving() { return found }
        if let found = relative() { return found }
        return passive()
    }

    // MARK: "Russian forces have captured about 20 km²"

    private func active() throws(Doubt) -> Governor? {
        guard let verb = verbBefore(scene.lead) else { return nil }
        guard text[verb].senses.meets(Self.verbs) else { return nil }
        let end = verb + max(1, text[verb].span)
        if text.has(verb, .nounOf) { return noun(verb, end) }
        var start = skipAdverbs(verb)
        var tense = Governor.Tense.past
        if text.has(verb, .gerund), !text.has(verb, .past) {
            return made(verb, end, .past, .before(start))
        }
        if text.has(start - 1, .has) {
            (tense, start) = (.perfect, start - 1)
            // "claimed to have captured"
            if text.has(start - 1, .to) {
                guard text.has(start - 2, .speech) else { throw Doubt.holder }
                start -= 2
            }
        } else if text.has(start - 1, .had) {
            start -= 1
        } else if text.has(start - 1, .been) || text.has(start - 1, .was) || text.has(start - 1, .isNow) {
            return nil
        } else if text.has(start - 1, .modal) {
            throw Doubt.plan
        } else if text.has(start - 1, .to), text.has(start - 2, .speech) {
            start -= 2
        } else if text.has(start - 1, .to) || text.has(start - 1, .able) {
            let able = scene.phraseStart(start - 1)
            guard text.has(able, .able) else { throw Doubt.plan }
            start = skipAdverbs(able)
            if text.has(start - 1, .was) || text.has(start - 1, .been) || text.has(start - 1, .isNow) {
                start -= 1
            }
            if text.has(start - 1, .has) || text.has(start - 1, .had) { start -= 1 }
        } else if text.has(verb, .base) || text.has(verb, .present), !text.has(verb, .past) {
            tense = .present
        }
        return made(verb, end, tense, .before(skipAdverbs(start)))
    }

    /// The first word of a verb before a word, with nothing between them but words that change nothing.
    private func verbBefore(_ lead: Int) -> Int? {
        var k = lead - 1
        while k >= scene.clause.lowerBound, lead - k < 9 {
            let start = scene.phraseStart(k)
            if text[start].senses.meets(Self.verbs), !isNounHere(start) { return start }
            guard isBetween(start), !text[start].isPossessive else { return nil }
            k = start - 1
        }
        return nil
    }

    /// Words that change nothing between a verb and its figure; "controlled, fully or partially, 19 %".
    private func isBetween(_ i: Int) -> Bool {
        if text[i].senses.meets(Senses(.filler, .another, .adverb)) { return true }
        if text.has(i, .mean) { return scene.figure.claim.kind == .rate }
        return text.isSign(i, ",") && (text.has(i - 1, .adverb) || text.has(i + 1, .adverb))
            || text.has(i, .or) && text.has(i - 1, .adverb) && text.has(i + 1, .adverb)
    }

    /// "Ukrainian control", "the loss": a form that is a noun as well, behind what makes it one.
    private func isNounHere(_ i: Int) -> Bool {
        text.has(i, .control)
            && (text.has(i - 1, .demonym) || text.has(i - 1, .article) || text.has(i - 1, .under))
    }

    private func skipAdverbs(_ i: Int) -> Int {
        var i = i
        while i - 1 >= scene.clause.lowerBound, text.has(i - 1, .adverb), !text.has(i - 1, .country) {
            i -= 1
        }
        return i
    }

    /// "made gains of 20 km²", "Russian gains of 20 km²".
    private func noun(_ verb: Int, _ end: Int) -> Governor? { made(verb, end, .past, .before(verb)) }

    // MARK: "Russia has about 112,500 km²", "October gave Russia 450 km²"

    /// The word before the figure, over those that change nothing.
    private var wordBefore: Int? {
        var k = scene.lead - 1
        guard k > scene.facts.words.lowerBound, k >= scene.clause.lowerBound else { return nil }
        while k > scene.clause.lowerBound, isBetween(k), !text[k].isPossessive { k -= 1 }
        return scene.phraseStart(k)
    }

    /// A side has it, and nothing more is said: a region that has as much is as large.
    private func possession() -> Governor? {
        guard let verb = wordBefore, verb > scene.facts.words.lowerBound,
            text.has(verb, .has) || text.has(verb, .had)
        else { return nil }
        let start = skipAdverbs(verb)
        guard start > scene.facts.words.lowerBound else { return nil }
        let subject = scene.phraseStart(start - 1)
        let isSide = text[subject].senses.meets(Senses(.country, .people, .seat, .force, .enemy, .first))
        let isMore = (scene.after..<scene.tail.upperBound).contains {
            text[$0].senses.meets(Self.verbs) && text[$0].span > 0
        }
        guard isSide, !text[subject].isPossessive, !isMore else { return nil }
        return Governor(
            measure: .held, tense: text.has(verb, .had) ? .past : .present, words: verb..<verb + 1,
            subject: .before(start))
    }

    /// Whoever it is given to gains it, whomever it costs loses it, whatever gives or costs it.
    private func giving() -> Governor? {
        guard let side = wordBefore, side > scene.facts.words.lowerBound,
            text[side].senses.meets(Senses(.country, .people, .seat)), !text[side].isPossessive,
            let name = text[side].names.first, side + text[side].span <= scene.lead
        else { return nil }
        let before = text.has(side - 1, .article) ? side - 2 : side - 1
        guard before >= scene.clause.lowerBound else { return nil }
        let verb = scene.phraseStart(before)
        guard text.has(verb, .gives) || text.has(verb, .costs),
            !text.has(verb - 1, .modal) || scene.facts.isTime(verb - 1), !text.has(verb - 1, .to)
        else { return nil }
        let isPerfect = text.has(skipAdverbs(verb) - 1, .has)
        return Governor(
            measure: text.has(verb, .costs) ? .lost : .gained, tense: isPerfect ? .perfect : .past,
            words: verb..<verb + 1, subject: .named(name, side..<side + text[side].span), isGiven: true)
    }

    // MARK: "the 5,000 km² that Ukraine still holds"

    private func relative() -> Governor? {
        var k = scene.after
        let limit = min(scene.facts.words.upperBound, scene.after + 12)
        // Behind the ground it is of.
        while k < limit, isOfPlace(k) { k += 1 }
        if text.has(k, .relative) { k += 1 }
        guard k > scene.after || text.has(scene.lead - 1, .article) || text.has(k, .third) else { return nil }
        let subject = k
        while k < limit, !text[k].senses.meets(Self.verbs) {
            guard text[k].kind == .word, !scene.isOtherFigure(k),
                !text[k].senses.meets(Senses(.isNow, .was, .remains, .under, .been, .to))
            else { return nil }
            k += 1
        }
        guard k < limit, k > subject, text[k].span > 0, k - subject <= 5, !isNounHere(k),
            text.has(k, .present) || text.has(k, .base) || text.has(k, .past),
            !followed(k + text[k].span)
        else { return nil }
        let verb = k
        var start = skipAdverbs(verb)
        var tense = text.has(verb, .past) ? Governor.Tense.past : .present
        if text.has(start - 1, .has) {
            (tense, start) = (.perfect, start - 1)
        } else if text.has(start - 1, .had) {
            start -= 1
        }
        start = skipAdverbs(start)
        guard start > subject else { return nil }
        var found = made(verb, verb + text[verb].span, tense, .before(start))
        found?.rule = "clause behind the figure"
        return found
    }

    /// Whether a verb has an object of its own behind it.
    private func followed(_ i: Int) -> Bool {
        guard i < scene.facts.words.upperBound else { return false }
        return scene.isOtherFigure(i)
            || text[i].senses.meets(Senses(.article, .filler)) && !scene.facts.isTime(i)
    }

    /// "of", "the", "Ukrainian territory", "Donetsk": the words that say of what ground.
    private func isOfPlace(_ i: Int) -> Bool {
        if text[i].senses.meets(Senses(.of, .within, .ground)) { return true }
        if text.has(i, .article) { return text.has(i - 1, .of) || text.has(i - 1, .within) }
        return scene.facts.places.contains { $0.words.contains(i) }
            && (text.has(i - 1, .of) || text.has(i - 1, .within)
                || text.has(i - 1, .article)
                || scene.facts.places.contains { $0.words.contains(i) && $0.words.contains(i - 1) })
    }

    // MARK: "5,000 km² of Donetsk remain under Ukrainian control"

    private func passive() -> Governor? {
        let limit = scene.clause.upperBound
        var k = behindPlaces(scene.after, limit)
        // "79 % of Donetsk Oblast, 74 % of Zaporizhzhia Oblast and 76 % of Kherson Oblast have been liberated"
        while let next = nextInList(k, limit) { k = behindPlaces(next, limit) }
        var tense: Governor.Tense?
        var remains = false
        while k < limit {
            if text.has(k, .isNow) {
                tense = tense ?? .present
            } else if text.has(k, .was) {
                tense = .past
            } else if text.has(k, .has) {
                tense = .perfect
            } else if text.has(k, .remains) {
                (tense, remains) = (text.has(k, .past) ? .past : .present, true)
            } else if !text.has(k, .been), !text.has(k, .adverb) {
                break
            }
            k += 1
        }
        if remains, text.has(k, .to), text.has(k + 1, .been), k + 2 < limit,
            text[k + 2].senses.meets(Self.verbs)
        {
            return Governor(measure: .held, tense: .present, words: k - 1..<k + 3, subject: .owner)
        }
        if let (side, words) = controlled(k, limit) {
            return Governor(
                measure: .held, tense: tense ?? .present, words: words, subject: .named(side, words))
        }
        guard k < limit, text.has(k, .participle), text[k].span > 0, text[k].senses.meets(Self.verbs) else {
            return nil
        }
        let end = k + text[k].span
        let by = agent(end, limit)
        // Without "is" or "was" only "captured by Russia" is a passive.
        guard tense != nil || by != nil else { return nil }
        guard var found = made(k, end, tense ?? .past, by.map { .named($0.side, $0.words) } ?? .unsaid) else {
            return nil
        }
        if found.measure == .held || text.has(k, .occupied), tense == nil { found.tense = .past }
        return found
    }

    private func behindPlaces(_ k: Int, _ limit: Int) -> Int {
        var k = k
        while k < limit, isOfPlace(k) || scene.facts.isTime(k) { k += 1 }
        return k
    }

    /// Behind the next figure of a list of shares, each with its own region.
    private func nextInList(_ k: Int, _ limit: Int) -> Int? {
        guard scene.figure.claim.kind == .share, text.has(scene.after, .of) else { return nil }
        var i = k
        while i < limit, text.isSign(i, ",") || text.has(i, .and) || text.has(i, .filler) { i += 1 }
        guard i > k, i < limit, let n = text[i].figure, n != scene.number else { return nil }
        let figure = text.source.figures[n]
        var end = text.figureWords[n].upperBound
        while end < limit, text[end].end <= figure.after { end += 1 }
        return figure.claim.kind == .share && figure.isClaim && text.has(end, .of) ? end : nil
    }

    /// "under Russian control", "in Ukrainian hands", "under the control of Kyiv".
    private func controlled(_ k: Int, _ limit: Int) -> (String, Range<Int>)? {
        guard text.has(k, .under) || text.has(k, .within) else { return nil }
        let noun = (k + 1..<max(k + 1, min(k + 6, limit))).first {
            text.has($0, text.has(k, .under) ? .control : .hands)
        }
        guard let noun else { return nil }
        let before = (k + 1..<noun).filter { text[$0].senses.meets(SideFinder.names) }
        if before.count == 1, let side = text[before[0]].names.first { return (side, k..<noun + 1) }
        if before.isEmpty, text.has(noun + 1, .of), noun + 2 < limit,
            text[noun + 2].senses.meets(SideFinder.names),
            let side = text[noun + 2].names.first
        {
            return (side, k..<noun + 3)
        }
        return nil
    }

    /// "by Russia", "by the Ukrainian army".
    private func agent(_ k: Int, _ limit: Int) -> (side: String, words: Range<Int>)? {
        guard text.has(k, .by) else { return nil }
        let named = (k + 1..<max(k + 1, min(k + 4, limit))).first { text[$0].senses.meets(SideFinder.names) }
        guard let named, let side = text[named].names.first,
            (k + 1..<named).allSatisfy({ text.has($0, .article) || text.has($0, .adverb) })
        else { return nil }
        return (side, k..<named + 1)
    }

    // MARK: what a verb means

    private func made(_ verb: Int, _ end: Int, _ tense: Governor.Tense, _ subject: Governor.Subject)
        -> Governor?
    {
        let word = text[verb]
        var found = Governor(measure: .held, tense: tense, words: verb..<end, subject: subject)
        if word.has(.regained) {
            (found.measure, found.isBack) = (.gained, true)
        } else if word.has(.lost) {
            found.measure = .lost
        } else if word.has(.gained) {
            found.measure = .gained
        } else if word.has(.occupied), tense != .present, !isState(tense, subject) {
            found.measure = .gained
        }
        return found
    }

    /// "occupied 257 km² in September" is taken; "is occupied", "occupied until" is held.
    private func isState(_ tense: Governor.Tense, _ subject: Governor.Subject) -> Bool {
        guard case .before = subject else { return true }
        let moments = scene.facts.moments.filter { scene.clause.overlaps($0.words) }
        return !moments.contains { moment in
            let isSpan =
                moment.isNamed || moment.isSince || moment.isLength
                || moment.days.map { $0.count > 6 } ?? false
            // "occupied it until a counter-attack in April"
            let isBehindUntil = (scene.after..<max(scene.after, moment.words.lowerBound)).contains {
                text.has($0, .until) && text[$0].span > 0 && !text.has($0, .to) && !text.has($0, .by)
                    && !text.has($0, .during)
            }
            return isSpan && !moment.isUntil && !isBehindUntil
        }
    }
}
