// The second look over a text, figure by figure: what it decides, and what it remembers for those that follow.

internal import KGeoCore
internal import KGeoExtract

extension NearRun {
    /// The figures of the text.
    ///
    /// - Parameter first: what the words beside each figure give, by its number.
    mutating func all(_ first: [Int: ReadFigure]) -> [ReadFigure] {
        var found: [ReadFigure] = []
        for s in facts.indices {
            let isHeading = isHeading(s)
            for n in facts[s].figures {
                guard var decision = NearDecision(n, in: self, sentence: s),
                    let figure = read(&decision, first[n])
                else { continue }
                found.append(figure)
                remember(decision, figure.reading, s)
            }
            follow(s, isHeading: isHeading)
            said.formUnion(
                facts[s].places.filter { !$0.isAttribute && ($0.role == .region || $0.role == .country) }
                    .map { $0.regions.isEmpty ? [home] : $0.regions })
        }
        return found
    }

    /// What the words beside the figure say, where they say all of it or why it is no figure of ground; else what is near.
    private func read(_ decision: inout NearDecision, _ first: ReadFigure?) -> ReadFigure? {
        // "the 6,600 km² that it keeps" is held, whatever is planned for it.
        let isHeld = first?.reading.whyNot == Doubt.plan.reason && decision.heldBehind != nil
        // "the 440 km² it occupies" is the intruder's, whoever "it" may be.
        let isOccupied = decision.heldBehind.map { text.has($0, .occupied) } ?? false
        if let first, !isHeld, !(isOccupied && first.reading.whyNot == Doubt.bothSides.reason),
            first.reading.isCheckable || first.reading.obstacle == .notGround
                || first.reading.obstacle == .surroundings
                || Doubt.twofold.contains(first.reading.whyNot ?? "")
        {
            decision.unit = first.claim.unit
            if first.reading.isCheckable {
                decision.moment = decision.ownMoment(isFlow: first.reading.period != nil)
            }
            return first
        }
        guard decision.isFigure || first != nil else { return nil }
        decision.given = first?.reading
        var open = Reading(kind: decision.figure.claim.kind)
        if decision.figure.isBare { open.kind = topic.reading?.kind ?? open.kind }
        let isSame = topic.previousSentence == text[decision.lead].sentence
        if let last = isSame ? topic.ofSentence[open.kind] : topic.reading,
            Basis(decision: decision, reading: open).goesOn, last.kind == open.kind, !decision.hasVerb
        {
            var given = first?.reading ?? open
            let isPlain = last.measure == .held || last.measure == .gained || last.measure == .lost
            given.measure = given.measure ?? (isPlain ? last.measure : nil)
            given.holder = given.holder ?? last.holder
            decision.given = given
        }
        var reading = decision.read()
        if reading.isCheckable, let doubt = Basis(decision: decision, reading: reading).doubt() {
            if doubt.reason == Doubt.time.reason || doubt.reason == Doubt.times.reason {
                (reading.asOf, reading.period) = (nil, nil)
            }
            reading = reading.refused(doubt)
        }
        if !reading.isCheckable, reading.obstacle == .open, let item = decision.seriesItem() {
            reading = item
        }
        var claim = decision.figure.claim
        if let unit = decision.unit { claim.unit = unit }
        claim.kind = reading.kind
        reading.isFromNear = true
        return ReadFigure(claim: claim, reading: reading)
    }

    /// A line without an end, of a few words, before others.
    private func isHeading(_ s: Int) -> Bool {
        let words = facts[s].words
        guard let last = words.last, s < 3 else { return false }
        return words.count < 16 && text[last].text == "\n" && words.count > 1
            && !text.isSign(last - 1, ".!?”\"")
    }

    private mutating func remember(_ decision: NearDecision, _ reading: Reading, _ s: Int) {
        if topic.previousSentence != s { topic.ofSentence = [:] }
        (topic.previous, topic.previousIsFirm) = (decision.number, reading.isCheckable)
        topic.previousSentence = s
        if reading.isCheckable { topic.ofSentence[reading.kind] = reading }
        recent = recent.suffix(11) + [reading]
        if reading.kind == .area { follow(decision, reading, s) }
        if reading.isCheckable, reading.kind == .area, reading.period != nil,
            reading.measure == .gained || reading.measure == .lost
        {
            takes = takes.suffix(5) + [(reading, s)]
        }
        values = values.suffix(23) + [(decision.figure.claim.low, reading)]
        topic.sentence = s
        topic.paragraph = text[facts[s].words.lowerBound].paragraph
        // "44 % below it" gives no unit to a number behind it.
        let isOther = [Doubt.otherShare.reason, Doubt.difference.reason].contains(reading.whyNot ?? "")
        if !decision.figure.isBare, !decision.figure.isFraction, !isOther {
            topic.claimed = decision.number
            if decision.figure.claim.kind == .area { topic.claimedArea = decision.number }
        }
        guard reading.isCheckable || reading.near.isEmpty == false || reading.obstacle == .undated else {
            return
        }
        if topic.firstSentence != s { (topic.first, topic.firstSentence) = (reading, s) }
        topic.reading = reading
        topic.number = decision.number
        if reading.isCheckable { topic.readSentence = s }
        // The part of a gain is no new place to speak of.
        var isPart = false
        if case .ground(_, _, let regions, _) = reading.of { isPart = regions != reading.regions }
        if reading.near.isEmpty, !isPart { topic.take(reading.regions) }
        if let side = decision.isInverted ? decision.doer : reading.holder { topic.side = side }
        if let moment = decision.moment { topic.moments = topic.moments.suffix(3) + [moment] }
    }

    /// Keeps the area that a series may go on from; where one is left open, of whatever it may be, none does.
    private mutating func follow(_ decision: NearDecision, _ reading: Reading, _ s: Int) {
        let isSame = reading.regions.isEmpty || reading.regions == series?.reading.regions
        guard reading.isCheckable else {
            if reading.obstacle == .notGround || !isSame { series = nil }
            return
        }
        guard let measure = reading.measure, [.held, .gained, .lost].contains(measure), reading.holder != nil
        else {
            series = nil
            return
        }
        let unit = decision.unit ?? decision.figure.claim.unit
        series = SeriesBefore(
            reading: reading, area: unit.si(decision.figure.claim.low), sentence: s,
            paragraph: text[decision.lead].paragraph)
    }

    /// Takes what a sentence without a figure, or behind its figures, speaks of.
    private mutating func follow(_ s: Int, isHeading: Bool) {
        let fact = facts[s]
        let regions = fact.places.filter { $0.role == .region && !$0.isAttribute }
        if topic.readSentence != s, let region = regions.last { topic.take(region.regions) }
        if isHeading {
            if let region = regions.last { topic.headline = region.regions }
            topic.headlineSide = lastSide(in: fact.words) ?? topic.headlineSide
        }
        for i in fact.words where text.has(i, .pocket) {
            if let region = regions.first(where: { abs($0.words.lowerBound - i) < 8 }) {
                topic.pocket = region.regions
            }
        }
        if topic.firstSentence != s, let side = lastSide(in: fact.words) { topic.side = side }
    }

    /// The last side that acts in some words.
    private func lastSide(in words: Range<Int>) -> String? {
        words.reversed().lazy.compactMap { i in
            text[i].span > 0 && text[i].senses.meets(Senses(.country, .demonym, .people, .seat))
                && !facts[text[i].sentence].isPlace(i)
                ? text[i].names.first : nil
        }.first
    }
}
