// From a figure to its reading: kind, then what makes it no ground of this war, then measure, where, whose, when.

internal import KGeoCore
internal import KGeoExtract

extension NearDecision {
    /// The reading.
    mutating func read() -> Reading {
        var reading = Reading(kind: figure.claim.kind)
        // "In May it had been 449": said of what the sentence before began with.
        if !figure.hasUnit, let first = run.topic.first, first.isCheckable,
            run.topic.firstSentence < text[lead].sentence,
            clause.contains(where: { text.has($0, .third) && text.has($0 + 1, .auxiliary) })
        {
            run.topic.reading = first
        }
        if figure.isBare, run.topic.claimed == nil { (unit, reading.kind) = (.km2, .area) }
        if figure.isBare, let claimed = run.topic.claimed {
            var source = text.source.figures[claimed].claim
            // No percentage is above a hundred.
            if figure.claim.low > 100, source.kind == .share, let area = run.topic.claimedArea {
                source = text.source.figures[area].claim
            }
            reading.kind = run.topic.reading?.kind ?? source.kind
            unit = source.unit
            if source.kind != reading.kind, reading.kind == .area || reading.kind == .share {
                reading.kind = source.kind
            }
        }
        if var same = copied(reading.kind) {
            note("measure", nil, "figure beside it")
            same.because = because
            return same
        }
        if reading.kind == .share, let part = part() { return part }
        switch reading.kind {
        case .area, .share, .rate: ground(&reading)
        case .length, .distance, .depth, .width, .radius, .extent: line(&reading)
        }
        if let reason = refusal(reading) { reading = reading.refused(reason) }
        reading.because = because
        return reading
    }

    /// The reading of a figure that this one says again: "0.4 percent, about 100 km²", "for the same 460".
    private func copied(_ kind: ClaimKind) -> Reading? {
        guard let last = run.topic.reading, let previous = run.topic.number else { return nil }
        if text.has(text.figureWords[number].lowerBound - 1, .same),
            let earlier = run.repeated(figure.claim.low, before: number),
            figure.isBare || earlier.kind == kind
        {
            return earlier
        }
        // "23 percent of Donetsk Oblast (6,000 km²)"
        if kind == .area, last.kind == .share, case .region = last.of, last.isCheckable,
            text.isSign(lead - 1, "("),
            text.isSign(after, ")"), let end = text.figureWords[previous].last, text.has(end + 1, .of),
            facts.places.contains(where: { $0.words.lowerBound <= end + 3 && $0.words.upperBound == lead - 1 }
            )
        {
            var same = last
            (same.kind, same.of) = (kind, nil)
            return same
        }
        // "86 percent of the ground Kyiv had seized was Russian again, 1,100 km² in all"
        if kind == .area, last.kind == .share, last.isCheckable, isPutBehind {
            var same = last
            (same.kind, same.of) = (kind, nil)
            return same
        }
        // Beside it, with nothing but a pause between, and of another kind.
        guard let end = text.figureWords[previous].last, end < lead, lead - end <= 3, !figure.isBare,
            last.kind != kind, kind == .area, last.kind == .share, !text.has(after, .of), last.of != nil,
            (end + 1..<lead).allSatisfy({ text.isSign($0, ",(—") || text.has($0, .or) }), end + 1 < lead
        else { return nil }
        // Of a part of what was taken it is as much.
        if case .ground(_, _, _, let moment) = last.of {
            guard case .span = moment, last.period != nil else { return nil }
        }
        var same = last
        same.kind = kind
        same.of = nil
        return same
    }

    /// Areas, shares and rates.
    private mutating func ground(_ reading: inout Reading) {
        readMeasure(&reading)
        takeGiven(.measure, &reading)
        readRegion(&reading)
        takeGiven(.region, &reading)
        readHolder(&reading)
        takeGiven(.holder, &reading)
        // "1,480 km², or 4.7 percent of the oblast": what is said of the one is said of the other.
        let beside = apposed.flatMap { $0.regions == reading.regions ? $0 : nil }
        if let beside {
            if beside.measure != .total { reading.measure = beside.measure }
            reading.holder = beside.holder
            isInverted = true
        }
        if reading.kind == .share { readWhole(&reading) }
        takeGiven(.whole, &reading)
        readTime(&reading)
        takeGiven(.time, &reading)
        settle(&reading)
        if let beside, !(moment.map { $0.words.overlaps(clause) } ?? false) {
            (reading.asOf, reading.period) = (beside.asOf, beside.period)
        }
    }

    private enum Part { case measure, region, holder, whole, time }

    /// Takes a part that the words beside the figure have given; what is said of an extreme or the other way round stays.
    private mutating func takeGiven(_ part: Part, _ reading: inout Reading) {
        guard let given, !isInverted else { return }
        switch part {
        case .measure:
            guard let measure = given.measure, ![.peak, .lowest, .mean, .net].contains(reading.measure),
                !isAllBut, !isToBeTaken, !isLacking
            else { return }
            reading.measure = measure
        case .region: if !given.regions.isEmpty { reading.regions = given.regions }
        case .holder: if let holder = given.holder { reading.holder = holder }
        case .whole:
            if case .ground = reading.of, case .region = given.of { return }
            if let of = given.of { reading.of = of }
        case .time:
            if case .ground = reading.of { return }
            guard given.asOf != nil || given.period != nil, given.measure == reading.measure else { return }
            (reading.asOf, reading.period) = (given.asOf, given.period)
        }
    }

    /// The reading of the figure that this one stands beside, with nothing but a pause or an "or" between.
    private var apposed: Reading? {
        guard let last = run.topic.reading, last.isCheckable, let previous = run.topic.number,
            var end = text.figureWords[previous].last
        else { return nil }
        if isThatIs { return last }
        let bracket = text.source.figures[previous].after
        while end + 1 < lead, text[end + 1].end <= bracket { end += 1 }
        guard end + 1 < lead, lead - end <= 4, measureWord(in: clause) == nil,
            (end + 1..<lead).allSatisfy({
                text.isSign($0, ",(—") || text.has($0, .or) || text.has($0, .there)
            }), (end + 1..<lead).contains(where: { text.has($0, .or) || text.isSign($0, "(,") })
        else { return nil }
        return last
    }

    /// ", 1,100 km² in all,": put behind a statement with a share, and nothing said with it.
    private var isPutBehind: Bool {
        guard !figure.isBare, run.topic.sentence == text[lead].sentence,
            run.topic.number == run.topic.previous,
            text.isSign(lead - 1, ","), after < facts.words.upperBound
        else { return false }
        let end = (after..<facts.words.upperBound).first { text[$0].kind == .sign } ?? facts.words.upperBound
        return (1...3).contains(end - after)
            && (after..<end).allSatisfy { text[$0].senses.meets(Senses(.overall, .together, .within)) }
    }

    /// "That is 19.4 percent", "which makes 5,100 km²": the number before in another unit, and nothing else is said.
    var isThatIs: Bool {
        guard let previous = run.topic.number, !figure.isBare, let end = text.figureWords[previous].last,
            end < lead,
            run.topic.previous == previous, run.topic.previousSentence >= text[lead].sentence - 1,
            text.source.figures[previous].claim.kind != figure.claim.kind,
            measureWord(in: lead..<clause.upperBound) == nil,
            !text.has(after, .of) || figure.claim.kind == .area || isOfWholeSaid
        else { return false }
        let first =
            run.topic.previousSentence == text[lead].sentence ? clause.lowerBound : facts.words.lowerBound
        let words = first..<lead
        guard (2...5).contains(words.count) else { return false }
        let subject = words.first { text[$0].kind != .sign && !text.has($0, .and) } ?? first
        return (text.has(subject, .pronounObject) || text.has(subject, .relative))
            && (subject + 1..<lead).allSatisfy {
                text[$0].senses.meets(Senses(.auxiliary, .filler, .adverb, .partOf, .size, .to, .or))
            } && (subject + 1..<lead).contains { !text.has($0, .filler) }
    }

    /// "That is nearly 19 percent of the country": of the region that the figure before is of.
    private var isOfWholeSaid: Bool {
        guard figure.claim.kind == .share, let last = run.topic.reading else { return false }
        let place = facts.places.first { (after + 1...after + 2).contains($0.words.lowerBound) }
        return place.map { ($0.regions.isEmpty ? [run.home] : $0.regions) == last.regions } ?? false
    }

    /// What several parts decide together.
    private mutating func settle(_ reading: inout Reading) {
        // Rates are of what is gained.
        if reading.kind == .rate,
            reading.measure == .held || reading.measure == .total || reading.measure == nil
        {
            reading.measure = .gained
        }
        if reading.measure == .total {
            reading.holder = nil
            (reading.asOf, reading.period) = (nil, nil)
        }
        // What of a pocket was taken back, up to now.
        if reading.kind == .share, case .ground(_, let holder, _, .peak) = reading.of, let holder,
            reading.measure == .gained || reading.measure == .lost, moment?.isSince != true
        {
            reading.holder = reading.measure == .lost ? holder : text.lexicon.opponent(of: holder)
            let day = moment.flatMap { $0.isPoint ? $0.days?.upperBound : nil } ?? run.published
            (reading.asOf, reading.period) = (day.map { CalendarDate(dayNumber: $0) }, nil)
        }
        // What was taken of ground held on a day was taken since.
        if reading.kind == .share, case .ground(.held, _, _, .day(let first)) = reading.of,
            reading.measure == .gained || reading.measure == .lost, let published = run.published,
            first.dayNumber < published
        {
            (reading.asOf, reading.period) = (nil, first...CalendarDate(dayNumber: published))
        }
        if clauseHas(.contested), reading.measure == .held {
            reading.worded = "contested"
            if nearestIsContested { reading.holder = nil }
        } else if reading.measure == .held {
            reading.worded = figure.claim.worded?.label
        }
    }

    /// Whether the words for ground of nobody are nearer than those for a side.
    private var nearestIsContested: Bool {
        guard let word = nearest(Senses(.contested), within: 30, in: clause) else { return false }
        let side = clause.filter {
            text[$0].span > 0 && text[$0].senses.meets(Senses(.country, .demonym, .people, .intruder, .enemy))
        }.map(cost).min()
        return side.map { cost(word) <= $0 } ?? true
    }

    // MARK: what is not checkable

    /// Why a figure cannot be put beside a map.
    func refusal(_ reading: Reading) -> Doubt? {
        if let reason = reading.whyNot { return Doubt(reason, reading.obstacle ?? .open) }
        if isForeign { return Doubt.foreign }
        if isPlan { return Doubt.plan }
        if reading.kind == .area || reading.kind == .share || reading.kind == .rate {
            if isOfHazard { return Doubt.hazard }
            if isDifference { return Doubt.difference }
            if isLocal { return Doubt.stretch }
            // Metres a day are a way.
            if figure.claim.unit.dimension == .lengthRate { return Doubt.towards }
            if reading.regions.isEmpty { return reading.near.isEmpty ? Doubt.nowhere : Doubt.direction }
            if reading.kind == .share, reading.of == nil {
                return Doubt.whole
            }
            if reading.measure == nil { return Doubt.hazard }
            if reading.holder == nil, reading.measure != .total, reading.worded != "contested" {
                return Doubt.nobody
            }
        }
        let needsTime = reading.measure != .total && reading.kind != .radius
        if needsTime, reading.asOf == nil, reading.period == nil { return Doubt.undated }
        return nil
    }

    /// Whether another country or war is nearer than a side or region of this one.
    private var isForeign: Bool {
        let others = facts.words.filter {
            text[$0].span > 0 && text.has($0, .foreign) && !isComparison($0) && cost($0) <= 40
        }
        guard let foreign = others.filter({ !($0 >= lead && $0 < after) }).min(by: { cost($0) < cost($1) })
        else { return false }
        let own = facts.words.filter {
            text[$0].span > 0
                && (text[$0].senses.meets(Senses(.country, .demonym, .people, .seat, .region)))
        }.map(cost).min()
        // "the 5,000 km² of Donetsk Oblast", whoever’s paper it stands in.
        if facts.places.contains(where: { $0.role == .region && !$0.isAttribute && isAttached($0) }) {
            return false
        }
        guard let own else { return clause.contains(foreign) || !(clauseHas(.third) || clauseHas(.first)) }
        if clause.contains(foreign) {
            return cost(foreign) < own
                || !clause.contains {
                    text[$0].senses.meets(Senses(.country, .demonym, .people, .seat, .region))
                }
        }
        if clause.contains(where: {
            text[$0].senses.meets(Senses(.country, .demonym, .people, .seat, .third, .first))
        }) {
            return false
        }
        return cost(foreign) < own
    }

    /// "more than Luxembourg", "the size of Wales": a measure of size.
    private func isComparison(_ i: Int) -> Bool {
        (max(0, i - 3)..<i).contains { text.has($0, .than) || text.has($0, .size) }
    }

    private var isPlan: Bool {
        // What has not come yet.
        if let first = moment?.days?.lowerBound, let published = run.published, first > published {
            return true
        }
        if isOffered || heldBehind != nil { return false }
        let plans = clause.filter { text.has($0, .plan) && !(text.has($0, .month) && text[$0].isCapital) }
        if let plan = plans.filter({ text[$0].span > 0 && !($0 >= lead && $0 < after) && cost($0) <= 16 })
            .min(by: { cost($0) < cost($1) })
        {
            // "the promised ground it holds"; plans behind the figure are rarer.
            // What is asked for is not what is said of it: "Asked about the buffer zone, he said …".
            let isSaidBehind =
                plan < lead
                && (plan + 1..<max(plan + 1, lead)).contains {
                    text.has($0, .speech) && text[$0].span > 0 && !text.has($0 - 1, .article)
                        && !text.isSign($0 + 1, ",")
                }
            let isApart = plan >= after && (after..<plan).contains { text.isSign($0, ",") }
            if !isSaidBehind, plan < lead || cost(plan) < 8 && !isApart { return true }
        }
        return false
    }

    /// Ground of a bridgehead or lane, which has no outline.
    private var isLocal: Bool {
        guard let word = nearest(Senses(.local), within: 12, in: clause) else { return false }
        return !placesOf([.region]).contains { $0.words.overlaps(clause) && cost($0) < cost(word) }
    }

    private var isOfHazard: Bool {
        if let word = nearest(Senses(.hazard, .crop), within: 14, in: clause) {
            let measure = nearest(Senses(.held, .gained, .lost, .regained), within: 14, in: clause)
            if text.has(word, .hazard) { return measure.map { cost(word) < cost($0) + 6 } ?? true }
            return text.has(after, .of) && cost(word) < 7
        }
        return false
    }

    /// "some 500 more than in spring", "a rise of 40 km² on May".
    private var isDifference: Bool {
        guard text.has(after, .more) else { return false }
        guard let than = (after..<min(after + 5, text.words.count)).first(where: { text.has($0, .than) })
        else { return false }
        // "more than they took" is a balance.
        return !(than..<min(than + 4, text.words.count)).contains {
            text.has($0, .third) || text.has($0, .gained)
        }
    }
}
