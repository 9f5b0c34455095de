// When a figure is, and parts of gains, which are of the time of the gains.

internal import KGeoCore
internal import KGeoExtract

extension FigureRules {
    // MARK: when

    mutating func time(_ governor: Governor) throws(Doubt) {
        if scene.has(.peak, in: scene.clause) || scene.has(.peak, in: scene.tail) {
            return try peak(governor)
        }
        if let line { return try time(line) }
        let rules = TimeRules(scene: scene, published: run.published, governor: governor)
        if governor.measure == .held {
            if before != nil, governor.rule == "figure before" { return try timeAsBefore(rules) }
            let found = try rules.day()
            return take(found)
        }
        if before != nil { return try timeAsBefore(rules) }
        do throws(Doubt) {
            take(try rules.span())
        } catch {
            guard error.reason == Doubt.time.reason else { throw error }
            if isOfThose, let last = run.lastInParagraph(of: scene), let period = last.reading.period {
                reading.period = period
                return note("time", nil, "sentence before")
            }
            try soFar(governor, error)
        }
    }

    private mutating func time(_ line: ListLine) throws(Doubt) {
        guard let moment = line.moment, !moment.isNow else {
            guard let published = run.published else { throw Doubt.undated }
            return take(.init(asOf: published, words: nil, rule: "heading of the list"))
        }
        guard moment.isPoint, !moment.isSince, let days = moment.days, days.count <= 12 else {
            throw Doubt.time
        }
        take(
            .init(
                asOf: (days.lowerBound + days.upperBound + 1) / 2, words: moment.words,
                rule: "heading of the list"))
    }

    private mutating func take(_ found: TimeRules.Found) {
        reading.asOf = found.asOf.map { CalendarDate(dayNumber: $0) }
        reading.period = found.period.map {
            CalendarDate(dayNumber: $0.lowerBound)...CalendarDate(dayNumber: $0.upperBound)
        }
        note("time", found.words, found.rule)
    }

    /// The time of the figure before, where this one has none of its own and is not compared with it.
    private mutating func timeAsBefore(_ rules: TimeRules) throws(Doubt) {
        guard let before else { return }
        let own = scene.facts.moments.contains {
            (scene.tail.contains($0.words.lowerBound) || scene.head.contains($0.words.lowerBound))
                && !$0.isNow
        }
        if own { return take(reading.measure == .held ? try rules.day() : try rules.span()) }
        guard !Chain(from: before, to: scene).isCompared else { throw Doubt.time }
        guard before.reading.asOf != nil || before.reading.period != nil else { throw Doubt.time }
        (reading.asOf, reading.period) = (before.reading.asOf, before.reading.period)
        if before.reading.measure == .held, reading.measure == .gained { reading.measure = .held }
        note("time", nil, "figure before")
    }

    /// What has been taken without a time: of a region it is held; in a campaign it is since that began.
    private mutating func soFar(_ governor: Governor, _ doubt: Doubt) throws(Doubt) {
        guard governor.tense == .perfect else { throw doubt }
        let until = scene.facts.moments.filter { $0.isUntil && !$0.isNow }
        let dateline = text.datelineEnd(scene.facts.words)
        guard until.count <= 1,
            until.count
                == scene.facts.moments.count(where: {
                    !$0.isNow && $0.words.lowerBound >= dateline && !isOfGround($0)
                })
        else { throw doubt }
        guard let day = until.first?.days?.upperBound ?? run.published else { throw Doubt.undated }
        if reading.kind == .share, case .region = reading.of, governor.measure == .gained, !governor.isBack {
            (reading.measure, reading.asOf) = (.held, CalendarDate(dayNumber: day))
            return note("time", until.first?.words, "what has been taken of a region is held")
        }
        guard let region = reading.regions.first,
            let begun = text.lexicon.campaigns[region].flatMap({ CalendarDate(iso: $0) }),
            begun.dayNumber <= day
        else { throw doubt }
        if reading.kind == .area, reading.holder == run.home, governor.measure == .gained, !governor.isBack {
            // Before the campaign nothing was held, so what has been taken is held.
            (reading.measure, reading.asOf) = (.held, CalendarDate(dayNumber: day))
            return note("time", until.first?.words, "what has been taken in a campaign is held")
        }
        guard reading.kind == .share, case .ground = reading.of else { throw doubt }
        reading.period = begun...CalendarDate(dayNumber: day)
        note("time", until.first?.words, "since the campaign began")
    }

    /// "the territory seized in August"
    private func isOfGround(_ moment: Moment) -> Bool {
        reading.of.map { if case .ground = $0 { true } else { false } } ?? false
            && moment.words.lowerBound >= scene.after
    }

    /// "Of these, 300 km² were liberated in …": of the time of the figure in the sentence before.
    private var isOfThose: Bool {
        let first = scene.facts.words.first { text[$0].kind == .word } ?? scene.lead
        return text.has(first, .of) && (text.has(first + 1, .article) || text.has(first + 1, .third))
            && (first + 2..<first + 4).contains { text.isSign($0, ",") }
    }

    /// The most that was held: in the span that is named, else since the campaign began.
    private mutating func peak(_ governor: Governor) throws(Doubt) {
        guard governor.measure == .held else { throw Doubt.summary }
        guard let region = reading.regions.first else { throw Doubt.region }
        reading.measure = .peak
        let rules = TimeRules(scene: scene, published: run.published, governor: governor)
        if scene.facts.moments.contains(where: { scene.tail.contains($0.words.lowerBound) && $0.isNamed }) {
            return take(try rules.span())
        }
        if let begun = text.lexicon.campaigns[region].flatMap({ CalendarDate(iso: $0) }),
            reading.holder == run.home
        {
            guard let published = run.published else { throw Doubt.undated }
            guard begun.dayNumber <= published else { throw Doubt.time }
            reading.period = begun...CalendarDate(dayNumber: published)
            return note("time", nil, "since the campaign began")
        }
        take(try rules.span())
    }

    // MARK: parts of gains

    mutating func take(_ part: GainPart) throws(Doubt) {
        let last = run.lastInParagraph(of: scene).flatMap { $0.reading.measure == .gained ? $0 : nil }
        reading.measure = .gained
        note("measure", part.verb..<part.verb + max(1, text[part.verb].span), "own clause")
        reading.regions = part.regions
        note("region", part.place, "sentence")
        guard let holder = part.side ?? last?.reading.holder else { throw Doubt.holder }
        reading.holder = holder
        note("holder", part.gains, part.side == nil ? "figure before" : "own clause")
        var governor = Governor(measure: .gained, tense: .past, words: part.gains, subject: .asBefore)
        governor.rule = "own clause"
        self.governor = governor
        if let moment = part.moment {
            guard let days = moment.days, moment.isNamed, !moment.isUntil, !moment.isSince else {
                throw Doubt.time
            }
            take(.init(period: days, words: moment.words, rule: "own clause"))
        } else {
            guard let period = last?.reading.period else { throw Doubt.time }
            reading.period = period
            note("time", nil, "figure before")
        }
        guard let period = reading.period else { throw Doubt.time }
        reading.of = .ground(measure: .gained, holder: holder, region: [run.home], moment: .span(period))
        note("of", part.gains, "own clause")
    }
}
