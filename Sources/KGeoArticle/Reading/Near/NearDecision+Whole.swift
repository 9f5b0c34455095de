// Of what a share is a share: of a region, of ground said before, of a pocket at its largest.

internal import KGeoCore
internal import KGeoExtract

extension NearDecision {
    mutating func readWhole(_ reading: inout Reading) {
        if let ground = groundBehind(reading) {
            apply(ground, &reading)
            return
        }
        if let ground = groundBefore() ?? groundLeft(reading) {
            apply(ground, &reading)
            return
        }
        guard !reading.regions.isEmpty else { return }
        reading.of = .region(reading.regions)
    }

    private mutating func apply(_ whole: Reading.Whole, _ reading: inout Reading) {
        reading.of = whole
        guard case .ground(let measure, let holder, let regions, let moment) = whole else { return }
        if text.has(after, .of),
            groundOfFigure(text.has(after + 1, .article) ? after + 2 : after + 1) != nil
        {
            (reading.measure, reading.holder) = (.held, holder)
            if reading.regions.isEmpty { reading.regions = run.topic.regions }
        }
        if reading.regions.isEmpty, reading.near.isEmpty { reading.regions = regions }
        if measure == .gained || measure == .net, let verb, clause.contains(verb),
            text.has(verb, .lost) || text.has(verb, .regained), let region = regions.first,
            text.lexicon.owner(of: region) != run.home
        {
            // What of a pocket was lost again is of the pocket at its largest.
            reading.of = .ground(measure: .held, holder: holder, region: regions, moment: .peak)
        } else if measure == .gained || measure == .lost || measure == .net {
            reading.measure = measure
            if let holder { reading.holder = holder }
            if case .span(let span) = moment { reading.period = span }
        }
    }

    /// "of that", "of the ground seized", "of June’s gains": what stands behind "of".
    private func groundBehind(_ reading: Reading) -> Reading.Whole? {
        guard text.has(after, .of) else { return nil }
        var k = after + 1
        while text.has(k, .article), !text.has(k, .pronounObject) { k += 1 }
        // "of those gains"
        if text.has(k, .same), text.has(k + 1, .gained) || text.has(k + 1, .lost), let ground = groundSaid {
            return ground
        }
        // A pronoun alone: "of that", "of which", "of them".
        if text.has(k, .pronounObject), k + 1 >= facts.words.upperBound || !text.has(k + 1, .ground),
            !isTaken(behind: k)
        {
            return isIt(k) ? takenGround(reading) ?? partOfGain(reading) ?? groundTakenBack() : groundSaid
        }
        if let ground = groundOfFigure(k) ?? groundOfTake(k) { return ground }
        let phrase = k..<max(k, min(k + 9, facts.words.upperBound))
        let end = phrase.first { text[$0].kind == .sign || text[$0].figure != nil } ?? phrase.upperBound
        let words = k..<max(k, end)
        if words.contains(where: { text.has($0, .region) || text.has($0, .country) || text.has($0, .nation) }
        ),
            !words.contains(where: { text.has($0, .pocket) }) && !isTakenGround(words) && !isHeldGround(words)
        {
            return nil
        }
        let region = words.lazy.filter { text.has($0, .region) }.compactMap { text[$0].names.first }.first
        let regions = region.map { [$0] } ?? (reading.regions.isEmpty ? pocketRegion ?? [] : reading.regions)
        let owner = regions.first.flatMap { text.lexicon.owner(of: $0) } ?? run.home
        let intruder = text.lexicon.opponent(of: owner)
        if words.contains(where: { text.has($0, .pocket) }) {
            return .ground(measure: .held, holder: intruder, region: regions, moment: .peak)
        }
        guard isTakenGround(words) else {
            guard isHeldGround(words), owner != run.home else { return nil }
            return .ground(measure: .held, holder: intruder, region: regions, moment: .peak)
        }
        // A month’s gains are ground of that month; what a pocket seized is ground at its largest.
        if owner == run.home, let span = monthOf(words) {
            let isLoss = words.contains { text.has($0, .lost) && !text.has($0, .gained) }
            let holder = reading.holder ?? intruder
            let gainer = isLoss ? text.lexicon.opponent(of: holder) : holder
            return .ground(
                measure: .gained, holder: gainer, region: [regionOfGains(reading)], moment: .span(span))
        }
        return .ground(measure: .held, holder: intruder, region: regions, moment: .peak)
    }

    /// "of the haul", "of those gains", "of the total": of what was taken or lost, which the figure before gives.
    private func groundOfTake(_ k: Int) -> Reading.Whole? {
        guard text.words.indices.contains(k), text[k].kind == .word,
            text[k].senses.meets(Senses(.gains, .gained, .lost, .quantity)),
            text.has(k - 1, .article) || text.has(k - 1, .this) || text.has(k - 1, .third),
            k + 1 >= facts.words.upperBound || text[k + 1].kind == .sign || text[k + 1].senses.isEmpty
                || text[k + 1].senses.meets(Senses(.auxiliary, .within, .from, .change))
                    && !text.has(k + 1, .of),
            let last = run.recent.last(where: { $0.kind == .area }), last.isCheckable,
            last.measure == .gained || last.measure == .lost || last.measure == .net
        else { return nil }
        return ground(last)
    }

    /// "Of the November losses 40 percent fell to Zaporizhzhia Oblast": of what was taken or lost in a time that is named.
    private func groundOfTakeBefore() -> Reading.Whole? {
        let first = facts.words.lowerBound
        guard text.has(first, .of), lead > first, lead - first <= 7, !text.has(after, .of),
            let noun = (first + 1..<lead).last(where: {
                text[$0].span > 0 && !facts.isTime($0)
                    && text[$0].senses.meets(Senses(.gained, .lost, .quantity))
            }), (noun + 1..<lead).allSatisfy({ text.isSign($0, ",") || isSmallWord($0) }),
            let last = run.recent.last(where: { $0.kind == .area }),
            last.isCheckable, last.measure == .gained || last.measure == .lost
        else { return nil }
        let time = facts.moments.first { $0.words.lowerBound < noun }?.days
        // Another month than that of the figure before is another ground.
        guard let time else { return ground(last) }
        let span = CalendarDate(dayNumber: time.lowerBound)...CalendarDate(dayNumber: time.upperBound)
        if last.period == span { return ground(last) }
        guard let holder = last.measure == .lost ? text.lexicon.opponent(of: last.holder) : last.holder else {
            return nil
        }
        return .ground(measure: .gained, holder: holder, region: last.regions, moment: .span(span))
    }

    private func isSmallWord(_ i: Int) -> Bool { text[i].senses.meets(Senses(.filler, .adverb, .article)) }

    private func isIt(_ k: Int) -> Bool { text.has(k, .third) && !text.has(k, .same) }

    /// "His take was 200 km², nine tenths of it in Donetsk Oblast".
    private func partOfGain(_ reading: Reading) -> Reading.Whole? {
        guard let last = run.topic.reading, last.kind == .area,
            [.gained, .lost, .net].contains(last.measure),
            run.topic.sentence == text[lead].sentence, !reading.regions.isEmpty,
            reading.regions != last.regions
        else { return nil }
        return ground(last)
    }

    /// "A third of it is back": of a pocket spoken of, at its largest.
    private func groundTakenBack() -> Reading.Whole? {
        guard let last = run.topic.reading, last.kind == .area, let region = last.regions.first,
            let owner = text.lexicon.owner(of: region), owner != run.home,
            clause.contains(where: { text[$0].senses.meets(Senses(.regained, .lost, .back)) })
        else { return nil }
        return .ground(
            measure: .held, holder: text.lexicon.opponent(of: owner), region: last.regions, moment: .peak)
    }

    /// "a quarter of the 116,000 km² that Russia holds": of the figure behind.
    private func groundOfFigure(_ k: Int) -> Reading.Whole? {
        let next = [k, k + 1].lazy.compactMap { text.words.indices.contains($0) ? text[$0].figure : nil }
            .first
        guard let next, next != number, text.source.figures[next].claim.kind == .area,
            text.source.figures[next].hasUnit
        else { return nil }
        let behind = text.figureWords[next].upperBound
        let words = behind..<max(behind, min(behind + 9, facts.words.upperBound))
        let holder = words.lazy.filter { text[$0].span > 0 }.compactMap { side(at: $0, owner: run.home) }
            .first
        return holder.map { .ground(measure: .held, holder: $0, region: [run.home], moment: .unsaid) }
    }

    /// "All but 3 km² of the land seized is back, 99 % of it": the ground that was taken.
    private func takenGround(_ reading: Reading) -> Reading.Whole? {
        let isSaid = (facts.words.lowerBound..<lead).contains { i in
            text.has(i, .ground) && i + 1 < lead
                && (i + 1..<min(i + 3, lead)).contains { text.has($0, .gained) }
        }
        guard isSaid, !reading.regions.isEmpty else { return nil }
        let owner = reading.regions.first.flatMap { text.lexicon.owner(of: $0) }
        return .ground(
            measure: .held, holder: text.lexicon.opponent(of: owner), region: reading.regions, moment: .peak)
    }

    /// "of the territory it had seized in Kursk", but not "of Ukraine turned red": the taking stands before the name.
    private func isTakenGround(_ words: Range<Int>) -> Bool {
        guard
            let taking = words.first(where: {
                text[$0].senses.meets(Senses(.gained, .lost)) && text[$0].span > 0
            })
        else { return false }
        let name = words.first {
            text[$0].senses.meets(Senses(.region, .country, .nation)) && !text[$0].isPossessive
        }
        return name.map { taking < $0 } ?? true || text.has(words.lowerBound, .ground)
            || text.has(words.lowerBound, .pronounObject)
    }

    /// "of what Ukraine had captured"
    private func isTaken(behind k: Int) -> Bool {
        (k + 1..<max(k + 1, min(k + 6, facts.words.upperBound))).prefix { text[$0].kind != .sign }
            .contains { text.has($0, .gained) || text.has($0, .lost) || isHolding($0) }
    }

    private func isHolding(_ i: Int) -> Bool { text.has(i, .held) && !text.has(i, .auxiliary) }

    /// "of what Ukraine once held", "of the ground it occupied".
    private func isHeldGround(_ words: Range<Int>) -> Bool {
        (text.has(words.lowerBound, .ground) || text.has(words.lowerBound, .pronounObject))
            && words.contains { isHolding($0) }
    }

    /// "Of the territory that had been seized, 86 % is back", "of all the land under occupation, Crimea makes up 23 %".
    var groundOfSentence: Reading.Whole? {
        for k in facts.words.lowerBound..<lead where text.has(k, .of) {
            guard k == facts.words.lowerBound || text.isSign(k - 1, ",;:—"),
                let end = (k + 1..<lead).first(where: { text.isSign($0, ",:") || text[$0].figure != nil }),
                text.isSign(end, ",:"), end - k <= 14, !hasFigure(from: end, to: lead)
            else { continue }
            let words = k + 1..<end
            let isGained = words.contains { text.has($0, .gained) }
            guard words.contains(where: { text.has($0, .ground) }),
                isGained || words.contains(where: { text.has($0, .held) || text.has($0, .lost) })
            else { continue }
            let region = words.lazy.filter { text.has($0, .region) }.compactMap { text[$0].names.first }.first
            let regions = [region ?? run.home]
            let owner = text.lexicon.owner(of: regions[0]) ?? run.home
            return .ground(
                measure: .held, holder: text.lexicon.opponent(of: owner), region: regions,
                moment: isGained ? .peak : .unsaid)
        }
        return nil
    }

    /// "A fifth was left of the maximum", "are left with 13 percent", after a peak.
    private func groundLeft(_ reading: Reading) -> Reading.Whole? {
        if clause.contains(where: {
            text.has($0, .of) && (text.has($0 + 1, .peak) || text.has($0 + 2, .peak))
        }),
            let owner = reading.regions.first.flatMap({ text.lexicon.owner(of: $0) })
        {
            return .ground(
                measure: .held, holder: text.lexicon.opponent(of: owner), region: reading.regions,
                moment: .peak)
        }
        guard !text.has(after, .of),
            !placesOf([.region, .country]).contains(where: { $0.words.overlaps(clause) }),
            let last = run.topic.reading, last.measure == .peak, last.kind == .area, isLeft
        else { return nil }
        return ground(last)
    }

    private func regionOfGains(_ reading: Reading) -> String {
        if let last = run.topic.reading, last.measure == .gained, let region = last.regions.first {
            return region
        }
        return run.home
    }

    private func monthOf(_ words: Range<Int>) -> ClosedRange<CalendarDate>? {
        let moment = facts.moments.first { $0.words.overlaps(words) && $0.days != nil && $0.isNamed }
        return moment?.days.map {
            CalendarDate(dayNumber: $0.lowerBound)...CalendarDate(dayNumber: $0.upperBound)
        }
    }

    /// The ground of the figure before; of two that stand side by side ("410, or 45 % of that") the one before both.
    private var groundSaid: Reading.Whole? {
        let isApposed = text.has(lead - 1, .or)
        let earlier = run.recent.filter { $0.kind == .area && $0.measure != .total }
        guard let last = (isApposed ? earlier.dropLast() : earlier[...]).last else { return nil }
        return ground(last)
    }

    private func ground(_ reading: Reading) -> Reading.Whole {
        let isFlow = [.gained, .lost, .net].contains(reading.measure)
        let holder = reading.measure == .lost ? text.lexicon.opponent(of: reading.holder) : reading.holder
        let moment: Reading.Moment =
            reading.measure == .peak
            ? .peak
            : reading.period.map { .span($0) } ?? reading.asOf.map { .day($0) } ?? .unsaid
        return .ground(
            measure: isFlow ? .gained : .held, holder: holder, region: reading.regions, moment: moment)
    }

    /// "Of the 550 km² Russia added in June, two fifths lay in Donetsk Oblast": of a figure in front.
    private func groundBefore() -> Reading.Whole? {
        guard !text.has(after, .of) else { return nil }
        if let ground = groundOfSentence ?? groundOfTakeBefore() { return ground }
        let sentence = text[lead].sentence
        // "447 km², of which 280 in Donetsk Oblast, or 63 percent"
        let isOfWhichBefore = (facts.words.lowerBound..<lead).contains {
            text.has($0, .of) && text.has($0 + 1, .relative)
        }
        if isOfWhichBefore, run.topic.firstSentence == sentence, let first = run.topic.first,
            first.kind == .area
        {
            return ground(first)
        }
        let isHeld = clause.contains { text.has($0, .held) && !text.has($0, .auxiliary) }
        // A list of parts goes on.
        if let previous = run.topic.reading, case .ground = previous.of, !isHeld,
            run.topic.sentence >= sentence - 1
        {
            return previous.of
        }
        guard let last = run.recent.last(where: { $0.kind == .area }), run.topic.sentence == sentence else {
            return nil
        }
        let isOfFigure =
            text.has(facts.words.lowerBound, .of)
            && !(facts.words.lowerBound..<lead).contains { text.isSign($0, ":;") }
            && facts.figures.contains {
                $0 < number && text.source.figures[$0].claim.kind == .area && !text.source.figures[$0].isBare
            }
        return isOfFigure || isOfWhich ? ground(last) : nil
    }

    private var isOfWhich: Bool {
        (clause.lowerBound..<lead).contains { text.has($0, .of) && text.has($0 + 1, .relative) }
    }

}
