// When: the one time that stands with the figure, as a day for what is held and a span for what is gained or lost.

internal import KGeoCore
internal import KGeoExtract

/// Decides of when a figure is.
struct TimeRules {
    let scene: Scene
    /// The day of publication.
    let published: Int?
    let governor: Governor
    private var text: ReadingText { scene.text }

    /// A day or a span, with the words that name it.
    struct Found {
        var asOf: Int?
        var period: Days?
        var words: Range<Int>?
        var rule: String
    }

    // MARK: what is held

    func day() throws(Doubt) -> Found {
        if let (moment, rule) = try said(speechCounts: governor.tense != .present), !moment.isNow {
            guard let days = moment.days else { throw published == nil ? Doubt.undated : Doubt.time }
            // "until April": since when is not said, and what was then is not either.
            if moment.isUntil, let first = moment.words.first, !text.has(first, .by), !text.has(first, .asOf)
            {
                throw Doubt.time
            }
            if moment.isSince || moment.isLength {
                // "has held since March": still does.
                guard governor.tense != .past else { throw Doubt.time }
                return try now(moment.words)
            }
            if moment.isPoint {
                return Found(
                    asOf: (days.lowerBound + days.upperBound + 1) / 2, words: moment.words, rule: rule)
            }
            let last = published.map { days.contains($0) ? $0 : days.upperBound } ?? days.upperBound
            // Of a year or more no one day is meant.
            guard days.count <= 92 else { throw Doubt.time }
            return Found(asOf: last, words: moment.words, rule: rule)
        }
        guard governor.tense != .past || isNow else { throw Doubt.time }
        return try now(nil)
    }

    private var isNow: Bool { scene.facts.moments.contains { $0.isNow && scene.clause.overlaps($0.words) } }

    private func now(_ words: Range<Int>?) throws(Doubt) -> Found {
        guard let published else { throw Doubt.undated }
        return Found(asOf: published, words: words, rule: words == nil ? "present tense" : "own clause")
    }

    // MARK: what is gained or lost

    func span() throws(Doubt) -> Found {
        guard let (moment, rule) = try said(speechCounts: false) else { throw Doubt.time }
        guard !moment.isNow else { throw Doubt.time }
        guard let days = moment.days else { throw published == nil ? Doubt.undated : Doubt.time }
        if moment.isSince {
            guard let published else { throw Doubt.undated }
            guard days.lowerBound <= published else { throw Doubt.time }
            return Found(period: days.lowerBound...published, words: moment.words, rule: rule)
        }
        // "by 7 October": since when is not said.
        if moment.isUntil { throw Doubt.time }
        if moment.isPoint, days.count > 1 { throw Doubt.time }
        // "the raid that began on 6 August has won": the perfect is up to now, and the day is that of something else.
        if governor.tense == .perfect, governor.isGiven, moment.isPoint { throw Doubt.time }
        let last = published.map { days.lowerBound <= $0 ? min(days.upperBound, $0) : days.upperBound }
        return Found(
            period: days.lowerBound...max(days.lowerBound, last ?? days.upperBound), words: moment.words,
            rule: rule)
    }

    // MARK: which time

    /// The one time that is said of the figure: behind it, before it where another figure stands before, in its clause, at
    /// the beginning of its sentence.
    private func said(speechCounts: Bool) throws(Doubt) -> (Moment, String)? {
        let dateline = text.datelineEnd(scene.facts.words)
        let all = scene.facts.moments.filter {
            $0.words.lowerBound >= dateline && !isBehindUntil($0) && !isCompared($0) && !isOfGround($0)
                && !scene.facts.isInAside($0, before: scene.lead, in: text)
        }
        func within(_ words: Range<Int>) -> [Moment] {
            all.filter { words.contains($0.words.lowerBound) && !isOfSpeech($0) }
        }
        if let found = try one(within(scene.tail), besides: scene.after) {
            return (found, "beside the figure")
        }
        if governor.words.lowerBound >= scene.after {
            // "that it held in August"
            let behind =
                governor.words
                .upperBound..<max(governor.words.upperBound, scene.end(governor.words.upperBound))
            if let found = try one(within(behind), besides: nil) { return (found, "beside the verb") }
        }
        if !scene.head.isEmpty {
            // Another figure stands before: its time is not this one's.
            return try one(within(scene.head), besides: nil).map { ($0, "beside the figure") }
        }
        let behindComma = scene.tail.upperBound..<max(scene.tail.upperBound, scene.clause.upperBound)
        let before = scene.clause.lowerBound..<scene.lead
        if let found = try one(within(before), besides: nil) { return (found, "own clause") }
        let isFollowed = behindComma.contains { scene.isOtherFigure($0) }
        if !isFollowed, let found = try one(within(behindComma), besides: nil) {
            return (found, "own clause")
        }
        // "In May, when it rained, Russian forces took": the sentence begins with it.
        let others = all.filter { !isOfSpeech($0) }
        if others.count == 1, let first = others.first, isOpening(first) {
            return (first, "beginning of the sentence")
        }
        if speechCounts, all.count == 1, let said = all.first, isOfSpeech(said), said.isPoint {
            return (said, "the day it was said")
        }
        if !others.isEmpty, governor.tense != .present { throw Doubt.times }
        return nil
    }

    private func one(_ found: [Moment], besides after: Int?) throws(Doubt) -> Moment? {
        let times = found.filter { !$0.isNow }
        guard let first = times.first else { return found.first }
        if times.count == 1 { return first }
        // Right behind the figure, and the others farther off.
        if let after, first.words.lowerBound - after <= 1, !joins(first, times[1]) { return first }
        throw Doubt.times
    }

    /// "in May and June": two that belong together.
    private func joins(_ a: Moment, _ b: Moment) -> Bool { b.words.lowerBound - a.words.upperBound <= 2 }

    private func isOpening(_ moment: Moment) -> Bool {
        moment.words.lowerBound - scene.facts.words.lowerBound <= 2 && moment.words.upperBound <= scene.lead
            && !(moment.words.upperBound..<scene.lead).contains {
                scene.isOtherFigure($0) || text.isSign($0, ";:—()")
            }
    }

    /// "said on Thursday", "on Thursday, the ministry said": when it was said.
    private func isOfSpeech(_ moment: Moment) -> Bool {
        guard moment.isPoint, !moment.isSince else { return false }
        let (first, last) = (moment.words.lowerBound, moment.words.upperBound)
        var k = first - 1
        while k >= scene.facts.words.lowerBound, first - k <= 4, text[k].kind == .word {
            if text.has(k, .speech) { return true }
            k -= 1
        }
        // "On 19 August, President Zelenskyy said that"
        k = last
        while k < min(last + 8, scene.lead) {
            if text.has(k, .speech) { return true }
            if text[k].senses.meets(Senses(.held, .gained, .lost, .regained, .occupied)) { return false }
            k += 1
        }
        return false
    }

    /// "until a counter-attack in April": up to when, and since when is not said.
    private func isBehindUntil(_ moment: Moment) -> Bool {
        (max(scene.facts.words.lowerBound, moment.words.lowerBound - 7)..<moment.words.lowerBound).contains {
            i in
            text.has(i, .until) && text[i].span > 0 && !text.has(i, .to) && !text.has(i, .by)
                && !text.has(i, .asOf)
                && !moment.words.contains(i) && !text.has(i, .during)
        }
    }

    /// Behind "than" or "compared with": another figure’s time.
    private func isCompared(_ moment: Moment) -> Bool {
        (max(scene.facts.words.lowerBound, moment.words.lowerBound - 5)..<moment.words.lowerBound).contains {
            i in
            i >= scene.after && (text.has(i, .than) || text.has(i, .compared))
        }
    }

    /// "the territory seized in August": which ground, not when it was lost.
    private func isOfGround(_ moment: Moment) -> Bool {
        guard scene.figure.claim.kind == .share, moment.words.lowerBound >= scene.after else { return false }
        return (scene.after..<moment.words.lowerBound).contains {
            text[$0].senses.meets(Senses(.held, .gained, .lost, .regained, .occupied)) && text[$0].span > 0
        }
    }
}
