// Who, where, when, and who says so: what the words around a figure name.

internal import KGeoCore

/// Reads places, actor, attribution and dates of a sentence.
struct ContextRules {
    let sentence: Sentence
    let dates: [DateSpan]
    /// The text of a range of tokens.
    let text: (Range<Int>) -> String

    /// Names that stand where places stand, in order.
    private var names: [(start: Int, end: Int, name: String)] = []
    /// Who speaks in the sentence, and where.
    private var voices: [(at: Int, text: String)] = []

    init(sentence: Sentence, dates: [DateSpan], text: @escaping (Range<Int>) -> String) {
        self.sentence = sentence
        self.dates = dates
        self.text = text
        var i = 0
        while i < sentence.count {
            guard isName(i) else {
                i += 1
                continue
            }
            var end = i + 1
            while isName(end), end < i + 5, !sentence.tokens[end - 1].isPossessive { end += 1 }
            if let last = placeEnd(i, end) { names.append((i, end, text(i..<last))) }
            i = end
        }
        voices = Self.voices(sentence, text, isName)
    }

    /// Where the name of a place ends when the name there is one: "in Dravik", "Kupal district", "Lusk's coast".
    private func placeEnd(_ start: Int, _ end: Int) -> Int? {
        let isOwner = sentence.tokens[end - 1].isPossessive
        if sentence.has(end, .regionNoun), !isOwner { return end + 1 }
        if isOwner { return sentence.has(end, [.regionNoun, .place, .ground]) ? end : nil }
        let isModified = sentence.has(start - 1, [.determiner, .direction])
        let before = isModified ? start - 2 : start - 1
        guard sentence.has(before, .preposition), !sentence.has(before, [.by, .per]),
            !sentence.lexicon.plays(.source, sentence.tokens[safe: before]), !sentence.has(end - 1, .people)
        else { return nil }
        // "from Northern troops": an adjective, not a place.
        let isAdjective = !sentence.isCapital(end) && sentence.has(end, [.force, .people])
        return isAdjective ? nil : end
    }

    /// Places, nearest to the figure first, at most four.
    func places(near quantity: Quantity) -> [String] {
        func distance(_ place: (start: Int, end: Int, name: String)) -> Int {
            place.start >= quantity.end ? place.start - quantity.end : quantity.start - place.end + 3
        }
        var found: [String] = []
        for place in names.sorted(by: { distance($0) < distance($1) })
        where !found.contains(place.name) && found.count < 4 { found.append(place.name) }
        return found
    }

    private func isName(_ i: Int) -> Bool {
        guard sentence.isCapital(i), sentence.entry(i).month == nil,
            !sentence.has(i, [.timeNoun, .determiner, .article, .relative, .auxiliary])
        else { return false }
        if i == 0 {
            return sentence.has(i, .named) || sentence.isCapital(1)
                || !sentence.has(0, [.preposition, .starter, .filler]) && sentence.tokens[0].value == -1
        }
        return !sentence.has(i, [.preposition, .and, .or])
    }

    /// Who holds, takes or loses: the last name or force before the verb nearest to the figure.
    func actor(of quantity: Quantity) -> String? {
        let verbs: Classes = [.gain, .lose, .hold, .advance, .retreat, .traverse, .build]
        guard
            let verb = sentence.last(verbs, before: quantity.lead, within: 25)
                ?? sentence.first(verbs, from: quantity.after, within: 12)
        else { return nil }
        var k = verb - 1
        let limit = max(0, verb - 14)
        while k >= limit {
            if sentence.has(k, [.force, .named])
                || (isName(k) && !sentence.has(k - 1, .preposition) && !sentence.has(k, .people))
            {
                var start = k
                while start > limit,
                    isName(start - 1) || sentence.has(start - 1, .named)
                        || (sentence.has(start - 1, .place) && !sentence.has(start - 1, .preposition))
                { start -= 1 }
                // "in Norland", "into Norland's border region": a place, unless a force is named.
                if sentence.has(start - 1, .preposition), !sentence.has(k, .force),
                    !sentence.has(start - 1, .by)
                {
                    k = start - 1
                    continue
                }
                return text(start..<k + 1)
            }
            k -= 1
        }
        // "captured by the rebels"
        if let by = sentence.first(.by, from: verb, within: 10),
            let who = sentence.first([.force, .named], from: by, within: 5)
        {
            var end = who + 1
            while sentence.has(end, .force) { end += 1 }
            return text(who..<end)
        }
        return nil
    }

    /// Who says so: "according to …", "… said", "reportedly". Of several, the one whose clause the figure is in,
    /// else the first.
    func attribution(of quantity: Quantity) -> String? {
        guard let first = voices.first else { return nil }
        let start = sentence.clauseStart(quantity.lead)
        let end = max(sentence.clauseEnd(quantity.after), start)
        return (voices.last { $0.at < quantity.lead && $0.at >= start && $0.at < end } ?? first).text
    }

    /// Where words of saying stand, and who says it; a source that is named before one that speaks.
    private static func voices(_ sentence: Sentence, _ text: (Range<Int>) -> String, _ isName: (Int) -> Bool)
        -> [(at: Int, text: String)]
    {
        var found: [(at: Int, text: String)] = []
        for i in 0..<sentence.count where sentence.lexicon.plays(.source, sentence.tokens[i]) {
            var start = i + 1
            if sentence.has(start, .to) { start += 1 }
            var end = start
            while end < sentence.count, end < start + 9, !sentence.pauses(end),
                !sentence.has(end, .relative)
            { end += 1 }
            if end > start { found.append((i, text(start..<end))) }
        }
        for i in 0..<sentence.count where sentence.lexicon.plays(.tally, sentence.tokens[i]) {
            guard let by = sentence.last(.by, before: i, within: 5), by + 1 < i else { continue }
            found.append((by, text(by + 1..<i + 1)))
        }
        for i in 0..<sentence.count where sentence.has(i, .speech) && !sentence.has(i, .gain) {
            if sentence.lexicon.plays(.hearsay, sentence.tokens[i]) {
                found.append((i, text(i..<i + 1)))
                continue
            }
            if sentence.has(i - 1, .auxiliary), !sentence.lexicon.plays(.having, sentence.tokens[safe: i - 1])
            {
                continue
            }
            var start = i
            while start > 0, start > i - 8, !sentence.pauses(start - 1), !sentence.has(start - 1, .relative) {
                start -= 1
            }
            // "analysts who map the war say"
            if sentence.has(start - 1, .relative), sentence.has(start - 2, [.people, .force]) {
                start -= 2
                while start > 0, start > i - 10, !sentence.pauses(start - 1),
                    sentence.has(start - 1, [.people, .named, .determiner]) || isName(start - 1)
                { start -= 1 }
            }
            var last = i
            while last > start, sentence.has(last - 1, [.auxiliary, .pastTime]) { last -= 1 }
            if start < last,
                isName(start) || isName(last - 1) || sentence.has(start..<last, [.people, .force, .named]),
                !sentence.has(start..<last, [.gain, .lose, .advance, .retreat])
            {
                found.append((i, text(start..<last)))
                continue
            }
            var end = i + 1
            while end < sentence.count, end < i + 7, !sentence.pauses(end),
                !sentence.has(end, [.preposition, .relative])
            { end += 1 }
            if sentence.pauses(i - 1), end > i + 1,
                sentence.isCapital(i + 1) || sentence.has(i + 1, .determiner)
            {
                found.append((i, text(i + 1..<end)))
            }
        }
        return found
    }

    /// The date and the span nearest to the figure.
    func time(of quantity: Quantity) -> (date: String?, period: ExtractedClaim.Period?) {
        func distance(_ span: DateSpan) -> Int {
            let from = min(span.end, quantity.end)
            let to = max(span.start, quantity.start)
            let pauses = from < to ? (from..<to).count { sentence.isSign($0, ",;:") } : 0
            return (span.start >= quantity.end ? span.start - quantity.end : quantity.start - span.end + 1)
                + pauses * 4
        }
        func words(_ span: DateSpan) -> String { span.text.isEmpty ? text(span.start..<span.end) : span.text }
        var date: String?
        var period: ExtractedClaim.Period?
        if let nearest = dates.min(by: { distance($0) < distance($1) }) {
            if nearest.isSince || nearest.isUntil,
                let index = dates.firstIndex(where: { $0.start == nearest.start })
            {
                if nearest.isSince {
                    let next = dates[safe: index + 1]
                    let isPair = next.map { sentence.has($0.start - 1, [.to, .and]) || $0.isUntil } ?? false
                    period = .init(from: words(nearest), to: isPair ? next.map(words) : nil)
                } else {
                    let last = index > 0 ? dates[index - 1] : nil
                    period = .init(from: last.flatMap { $0.isSince ? words($0) : nil }, to: words(nearest))
                }
                if nearest.isUntil { date = words(nearest) }
            } else {
                date = words(nearest)
            }
        }
        return (date, period)
    }
}
