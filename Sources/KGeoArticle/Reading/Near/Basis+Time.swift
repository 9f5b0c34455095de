// Whether when a figure is, and of what it is a share, has a basis.

internal import KGeoCore
internal import KGeoExtract

extension Basis {
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
            return decision.facts.moments.count { !$0.isNow && !isOfFigureBehind($0) } <= 1 ? nil : .times
        }
        if reading.measure == .peak || reading.measure == .lowest { return nil }
        if reading.measure == .held {
            let words = decision.clause.lowerBound..<max(decision.clause.lowerBound, decision.after + 1)
            let isPast = words.contains { text.has($0, .pastTense) && text[$0].span > 0 }
            return isPast && !goesOn ? .time : nil
        }
        if reading.period != nil { return nil }
        if case .ground(_, _, _, .peak) = reading.of { return nil }
        // What an operation abroad has taken is said up to now.
        if reading.measure == .gained, reading.asOf != nil, evidence("time")?.rule == "usual",
            reading.regions.count == 1, text.lexicon.campaigns[reading.regions[0]] != nil,
            decision.facts.moments.isEmpty, isSaidOfNow
        {
            return nil
        }
        return .time
    }

    /// "have advanced, capturing 1,263 km²": what has been taken up to now, not what was taken once.
    private var isSaidOfNow: Bool {
        (decision.facts.words.lowerBound..<decision.lead).contains {
            text[$0].span > 0 && (text.has($0, .has) || text.has($0, .now))
        }
    }

    /// "November was the worst: 505 km² went, after 267 in October": the time of a figure that follows.
    private func isOfFigureBehind(_ moment: Moment) -> Bool {
        moment.words.lowerBound > decision.after
            && decision.hasFigure(from: decision.after, to: moment.words.lowerBound)
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

    /// "three quarters of the territory taken this year", "Of the November losses 40 percent": of what was taken, though
    /// nothing tells how much that was.
    private var isOfTake: Bool {
        let senses = Senses(.gained, .lost)
        let first = decision.facts.words.lowerBound
        if text.has(decision.after, .of) {
            let behind = decision.after + 1
            let words = behind..<max(behind, min(behind + 4, decision.facts.words.upperBound))
            guard let ground = words.first(where: { text.has($0, .ground) }) else { return false }
            return ground + 1 < text.words.count && text[ground + 1].senses.meets(senses)
                && !text.has(ground + 1, .held)
        }
        return text.has(first, .of) && !text.has(decision.after, .of)
            && (first + 1..<max(first + 1, min(first + 5, decision.lead))).contains {
                text[$0].senses.meets(senses) && !text.has($0, .held) && !decision.facts.isTime($0)
            }
    }

    func whole(_ goesOn: Bool) -> Doubt? {
        guard reading.kind == .share else { return nil }
        if case .region = reading.of, isOfTake { return .whole }
        if case .ground(.gained, _, _, .span) = reading.of, TakePart.isOpen(decision) { return .whole }
        // "a third of it": of the pocket, or of the region abroad that it lies in.
        if case .region = reading.of, text.has(decision.after, .of), text.has(decision.after + 1, .third),
            reading.regions.allSatisfy({ text.lexicon.owner(of: $0) != run.home })
        {
            return .whole
        }
        // "one twentieth of what was theirs on 1 September": not of the most that it was.
        if case .ground(_, _, _, .peak) = reading.of, text.has(decision.after, .of),
            decision.facts.moments.contains(where: {
                $0.isPoint && !$0.isNow && $0.words.lowerBound > decision.after
                    && $0.words.lowerBound - decision.after <= 8
                    && !decision.hasFigure(from: decision.after, to: $0.words.lowerBound)
            })
        {
            return .whole
        }
        if case .ground(_, _, _, let moment) = reading.of {
            let isAbroad = reading.regions.allSatisfy { text.lexicon.owner(of: $0) != run.home }
            if moment == .peak { return isAbroad ? nil : .whole }
            let isNamed = text.has(decision.after, .of) && run.topic.readSentence >= sentence - 1
            return goesOn || isNamed || run.topic.sentence == sentence ? nil : .whole
        }
        let isFlow = reading.measure == .gained || reading.measure == .lost
        // "added 4,830 km², or 0.8 percent of Ukraine": in the same time.
        if isFlow, text.has(decision.lead - 1, .or), run.topic.previousIsFirm, let last = run.topic.reading,
            last.regions == reading.regions, last.measure == reading.measure, last.period == reading.period
        {
            return nil
        }
        return isFlow && !rests("time", on: "own clause") ? .time : nil
    }
}
