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
        case .length, .distance, .depth, .width, .radius: return line()
        default: break
        }
        // A line of months has the measure, the side and the place of its heading.
        let goesOn = self.goesOn || isOfMonth
        if decision.figure.isBare, !goesOn, decision.cell == nil, !isLabelled, !isOwn { return .measure }
        if !decision.figure.hasUnit, reading.kind == .rate, let last = run.recent.last, last.kind == .rate,
            decision.figure.claim.low > 40
        {
            return .measure
        }
        // "theirs has 690 km² more"
        if text.has(decision.after, .more), reading.measure != .net { return .difference }
        if isOfTown { return .object }
        if isOfThing { return reading.kind == .share ? .otherShare : .object }
        // "or roughly 16 km² a day": of the figure before, which is left open.
        if !run.topic.previousIsFirm, run.topic.previous != nil, run.topic.previousSentence == sentence,
            text.has(decision.lead - 1, .or)
        {
            return .measure
        }
        if reading.measure == .total { return region(goesOn) }
        return measure(goesOn) ?? holder(goesOn) ?? region(goesOn) ?? time(goesOn) ?? whole(goesOn)
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
        // "Crimea, which has 27,000 km²": its size.
        let first = decision.clause.lowerBound
        if text.has(first, .relative) || text.has(first - 1, .relative), let verb = decision.verb,
            text.has(verb, .auxiliary),
            decision.facts.places.contains(where: {
                ($0.role == .region || $0.role == .country) && (1...2).contains(first - $0.words.upperBound)
            })
        {
            return .measure
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
        return firm ? nil : .holder
    }

    /// Whether a pronoun may mean either side: both are named before it in the sentence, or else in the one before.
    private var isEither: Bool {
        guard let at = pronoun else { return false }
        let own = sides(in: decision.facts.words.lowerBound..<at)
        if !own.isEmpty { return own.count > 1 }
        guard sentence > 0, text[at].quote == nil else { return false }
        return sides(in: run.facts[sentence - 1].words).count > 1
    }

    private func sides(in words: Range<Int>) -> Set<String> {
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

    func region(_ goesOn: Bool) -> Doubt? {
        if reading.regions == [run.home], isOfUnnamedCountry { return .foreign }
        if isOfPart { return .direction }
        if isOfSeveral { return .eachOrBoth }
        if rests("region", on: "own clause", "brackets", "table") { return nil }
        guard let rule = evidence("region") else { return goesOn ? nil : .region }
        switch rule.rule {
        case "sentence before" where !rule.quote.isEmpty: return nil
        case "label": return isLabelled ? nil : .region
        case "sentence": return goesOn || regions(of: sentence).count == 1 ? nil : .regions
        case "topic":
            let isOwn = decision.facts.places.contains { !$0.isAttribute && $0.regions == reading.regions }
            return isOwn || Set(run.abroad) == Set(reading.regions) ? nil : .region
        case "usual" where isOfIntruder && !goesOn: return .region
        case "usual", "overall":
            let isLine = reading.kind == .depth || reading.kind == .width
            let said = isLine ? run.named : spokenOf
            return goesOn || said.isSubset(of: [[run.home]]) ? nil : .region
        default: return goesOn || isOfTopic && !isOfIntruder || isHeaded ? nil : .region
        }
    }

    /// Whether the side is known by nothing but that it came from outside: of which ground is then open.
    private var isOfIntruder: Bool {
        guard let found = evidence("holder"), found.rule == "own clause" else { return false }
        return decision.facts.words.contains { i in
            text.has(i, .intruder) && text.source.raw(text[i].start..<text[i].end).lowerBound == found.start
        }
    }

    func regions(of s: Int) -> Set<[String]> {
        Set(
            run.facts[s].places.filter { !$0.isAttribute && ($0.role == .region || $0.role == .country) }
                .map { $0.regions.isEmpty ? [run.home] : $0.regions })
    }

    /// "in the Kupiansk district of Kharkiv Oblast", "at Selydove": a part of the region.
    var isOfPart: Bool {
        guard reading.kind != .distance,
            reading.regions.allSatisfy({ text.lexicon.owner(of: $0) == run.home })
        else { return false }
        let words = decision.clause.lowerBound..<max(decision.clause.upperBound, decision.after)
        return decision.facts.places.contains { place in
            let k = place.words.lowerBound - 1
            guard words.contains(place.words.lowerBound), !place.isAttribute,
                !decision.isInSource(place.words.lowerBound),
                !(decision.after..<max(decision.after, k)).contains(where: { text[$0].kind == .sign })
            else { return false }
            if place.role == .near || place.role == .direction { return true }
            return place.role == .city && k >= decision.after && text.has(k, .preposition)
                && !text.has(k, .by) && !text.has(k, .than)
        }
    }

    /// "in Ukraine and Kursk Oblast"
    var isOfSeveral: Bool {
        decision.facts.places.contains { place in
            place.regions == reading.regions && text.has(place.words.upperBound, .and)
                && decision.facts.places.contains { $0.words.lowerBound == place.words.upperBound + 1 }
                && place.words.lowerBound >= decision.after
        }
    }

    /// The regions that the two sentences before and the heading speak of.
    var spokenOf: Set<[String]> {
        (max(0, sentence - 2)..<sentence).reduce(into: sentence == 0 ? [] : regions(of: 0)) {
            $0.formUnion(regions(of: $1))
        }
    }

    /// Whether one region is spoken of before, and no other.
    var isOfTopic: Bool {
        let said = spokenOf.subtracting([[run.home], [run.other]])
        if reading.regions == [run.home] { return said.isEmpty }
        guard said == [reading.regions] else { return false }
        // Where the country is spoken of as well, the figure may be of either.
        return isOfPronoun || isInHeading || run.named.subtracting([[run.other]]) == said
    }

    /// Whether the heading names the region.
    private var isInHeading: Bool {
        guard sentence > 0, let heading = run.facts.first, let last = heading.words.last else { return false }
        return text[last].text == "\n" && regions(of: 0) == [reading.regions]
    }

    /// "Sumy Oblast. Russia controls 72 km²": right behind a name that stands alone.
    var isHeaded: Bool {
        guard sentence > 0 else { return false }
        let before = run.facts[sentence - 1]
        return text[before.words.lowerBound].paragraph == text[decision.lead].paragraph
            && regions(of: sentence - 1) == [reading.regions]
            && before.words.allSatisfy { i in
                text[i].kind != .word || before.places.contains { $0.words.contains(i) }
            }
    }

    /// Whether whoever acts is a pronoun: the sentence goes on from the one before.
    var isOfPronoun: Bool { pronoun != nil }

    /// The pronoun that the holder was taken from.
    private var pronoun: Int? {
        guard let found = evidence("holder"), found.rule == "own clause" else { return nil }
        return decision.facts.words.first { i in
            text.has(i, .third) && text.source.raw(text[i].start..<text[i].end).lowerBound == found.start
        }
    }

    /// "the country" in a text that has named none of the sides.
    var isOfUnnamedCountry: Bool { run.firstOwn >= decision.facts.words.upperBound }

    func time(_ goesOn: Bool) -> Doubt? {
        if isOfOtherFigure { return .times }
        if reading.measure == .held, decision.facts.moments.contains(where: { decision.isBehindUntil($0) }),
            evidence("time")?.rule == "usual"
        {
            return .time
        }
        // "the raid that began on 6 August has so far won"
        if let moment = decision.moment, moment.isPoint, !moment.isSince, reading.measure != .held,
            decision.clause.contains(where: { text.has($0, .soFar) })
        {
            return .time
        }
        if let moment = decision.moment, moment.isUntil, let first = moment.words.first,
            !text.has(first, .by), !text.has(first, .asOf), reading.measure == .held
        {
            return .time
        }
        if evidence("time")?.rule == "date of the paragraph" { return nil }
        if rests("time", on: decision.cell == nil ? "own clause" : "table") { return nil }
        if evidence("time")?.rule == "sentence" {
            return decision.facts.moments.count { !$0.isNow } <= 1 ? nil : .times
        }
        if reading.measure == .peak || reading.measure == .lowest { return nil }
        if reading.measure == .held {
            let words = decision.clause.lowerBound..<max(decision.clause.lowerBound, decision.after + 1)
            let isPast = words.contains { text.has($0, .pastTense) && text[$0].span > 0 }
            return isPast && !goesOn ? .time : nil
        }
        if reading.period != nil { return nil }
        if case .ground(_, _, _, .peak) = reading.of { return nil }
        return .time
    }

    /// "in August, the least since May, when they took 449": the time before the other figure, though another is nearer.
    var isOfOtherFigure: Bool {
        guard let moment = decision.moment, let previous = run.topic.previous,
            let last = text.figureWords[previous].last, text[last].sentence == sentence,
            moment.words.upperBound <= decision.lead
        else { return false }
        return decision.facts.moments.contains {
            !$0.isNow && $0.words != moment.words && $0.words.upperBound <= decision.lead
                && $0.words.lowerBound > max(last, moment.words.upperBound)
        }
    }

    func whole(_ goesOn: Bool) -> Doubt? {
        guard reading.kind == .share else { return nil }
        // "a third of it": of the pocket, or of the region abroad that it lies in.
        if case .region = reading.of, text.has(decision.after, .of), text.has(decision.after + 1, .third),
            reading.regions.allSatisfy({ text.lexicon.owner(of: $0) != run.home })
        {
            return .whole
        }
        if case .ground(_, _, _, let moment) = reading.of {
            let isAbroad = reading.regions.allSatisfy { text.lexicon.owner(of: $0) != run.home }
            if moment == .peak { return isAbroad ? nil : .whole }
            return goesOn || run.topic.sentence == sentence ? nil : .whole
        }
        let isFlow = reading.measure == .gained || reading.measure == .lost
        return isFlow && !rests("time", on: "own clause") ? .time : nil
    }
}
