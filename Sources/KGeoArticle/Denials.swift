// Sentences that say that nothing is held, taken or lost: figures of 0 without a number.

public import KGeoCore
internal import KGeoExtract

/// A sentence that says that nothing is held, or that nothing was taken or lost.
public struct Denial: Hashable, Sendable {
    /// Where it stands.
    public var statement: Contradiction.Statement
    /// Of whom it says so.
    public var holder: String
    /// The regions that it may speak of.
    public var regions: Set<String>
    /// What is denied: that ground is held, gained or lost.
    public var measure = ClaimMeasure.held
    /// The time that its sentence names, where it names one.
    public var span: ClosedRange<CalendarDate>?
    /// Where its words end, in Unicode code points.
    public var end = 0

    /// The figure that it stands for: no ground.
    package var figure: ExtractedClaim? {
        guard let unit = MeasureUnit.named("km2") else { return nil }
        return ExtractedClaim(
            kind: .area, measure: measure, numbers: [PrintedNumber(value: 0, step: 0)], unit: unit,
            qualifier: .exact, quote: statement.quote, start: statement.start, end: end)
    }

    /// What it says: no ground of its holder in its region, on the day or in the time that it names, else on the day of
    /// publication.
    package func reading(published: CalendarDate?) -> Reading {
        var reading = Reading(kind: .area)
        (reading.measure, reading.holder) = (measure, holder)
        // Those that maps are cut by, where a scenario calls one by a name of its own too.
        let known = regions.filter { ReadingLexicon.english.countries[$0] != nil }
        reading.regions = (known.isEmpty ? regions : known).sorted()
        if measure == .held { reading.worded = "permanent" }
        let words = Reading.Evidence(
            part: "measure", quote: statement.quote, start: statement.start, end: end, rule: "a denial")
        reading.because = [words]
        guard reading.regions.count == 1 else {
            return reading.refused(reading.regions.isEmpty ? Doubt.nowhere : Doubt.choice(reading.regions))
        }
        switch (measure, span) {
        case (.held, let span?): reading.asOf = span.upperBound
        case (.held, nil): reading.asOf = published
        case (_, let span?): reading.period = span
        // What was never taken is not held.
        case (.gained, nil): (reading.measure, reading.asOf) = (.held, published)
        default: return reading.refused(Doubt.time)
        }
        return reading.asOf == nil && reading.period == nil ? reading.refused(Doubt.undated) : reading
    }
}

extension Contradictions {
    /// Sentences that say that a holder has no control of a region, or took or lost nothing in it.
    public static func denials(
        in context: ArticleContext, file: String, holders: Set<String>, regions: Set<String>
    ) -> [Denial] {
        DenialFinder(context: context, file: file, holders: holders, regions: regions).all()
    }
}

/// Finds denials by the words of a language.
private struct DenialFinder {
    let context: ArticleContext
    let file: String
    let holders, regions: Set<String>
    let lexicon = DenialWords.english

    private var words: [ArticleWord] { context.text.words }
    private func text(_ i: Int) -> String { words[i].text.lowercased() }

    func all() -> [Denial] {
        var found: [Denial] = []
        var start = 0
        while start < words.count {
            var end = start
            while end < words.count, words[end].sentence == words[start].sentence { end += 1 }
            let sentence = start..<end
            found += noControl(sentence)
            if let denial = notASingle(sentence) ?? denied(sentence) { found.append(denial) }
            start = end
        }
        return found
    }

    /// "no Russian troops have established permanent control"
    private func noControl(_ sentence: Range<Int>) -> [Denial] {
        sentence.filter { lexicon.control.contains(text($0)) }.compactMap { i in
            guard sentence.contains(where: { lexicon.kinds.contains(text($0)) }),
                let holder = holder(in: sentence.lowerBound..<i),
                let no = sentence.first(where: { lexicon.none.contains(text($0)) }), no < i
            else { return nil }
            return denial(no..<i + 1, holder, .held, sentence)
        }
    }

    /// "not a single metre of the region was taken by Russia"
    private func notASingle(_ sentence: Range<Int>) -> Denial? {
        guard
            let single = sentence.dropFirst().first(where: { i in
                lexicon.single.contains(text(i)) && i + 1 < sentence.upperBound
                    && lexicon.ground.contains(text(i + 1))
                    && (max(sentence.lowerBound, i - 3)..<i).contains { lexicon.none.contains(text($0)) }
            }),
            let no = sentence.first(where: {
                $0 < single && $0 >= single - 3 && lexicon.none.contains(text($0))
            }),
            let (measure, verb) = verb(in: no..<sentence.upperBound)
                ?? verb(in: sentence.lowerBound..<no)
        else { return nil }
        let by = sentence.first { $0 > no && lexicon.by.contains(text($0)) }
        guard
            let holder = by.flatMap({ holder(in: $0..<sentence.upperBound) })
                ?? holder(in: sentence.lowerBound..<no)
        else { return nil }
        // Who says that nothing of theirs was taken speaks of the other side.
        let isOwn = by == nil && verb > no && measure == .gained
        guard let side = isOwn ? ReadingLexicon.english.opponent(of: holder) : holder else { return nil }
        return denial(no..<max(single + 2, verb + 1), side, measure, sentence)
    }

    /// "denied that its troops had captured any ground"
    private func denied(_ sentence: Range<Int>) -> Denial? {
        guard let deny = sentence.first(where: { lexicon.deny.contains(text($0)) }),
            let (measure, verb) = verb(in: deny + 1..<sentence.upperBound),
            let any = (verb + 1..<sentence.upperBound).first(where: { lexicon.any.contains(text($0)) }),
            any - verb <= 2,
            let ground = (any + 1..<min(any + 3, sentence.upperBound)).first(where: {
                lexicon.ground.contains(text($0))
            }),
            let holder = holder(in: deny + 1..<verb) ?? holder(in: sentence.lowerBound..<deny)
        else { return nil }
        return denial(deny..<ground + 1, holder, measure, sentence)
    }

    /// What is done to ground among some words, and where it stands.
    private func verb(in range: Range<Int>) -> (ClaimMeasure, Int)? {
        for i in range {
            let word = text(i)
            if lexicon.take.contains(word) { return (.gained, i) }
            if lexicon.lose.contains(word) { return (.lost, i) }
            if lexicon.hold.contains(word) { return (.held, i) }
        }
        return nil
    }

    /// The one side that is named among some words.
    private func holder(in range: Range<Int>) -> String? {
        let found = holders.filter { holder in range.contains { HolderNames.means(words[$0].text, holder) } }
        return found.count == 1 ? found.first : nil
    }

    private func denial(
        _ range: Range<Int>, _ holder: String, _ measure: ClaimMeasure, _ sentence: Range<Int>
    ) -> Denial {
        let (first, last) = (words[range.lowerBound], words[range.upperBound - 1])
        // Those of its own sentence come before those of the sentences before it, and regions before their country.
        let word = range.upperBound - 1
        let own = regions.filter { context.names($0, beside: word) && !holders.contains($0) }
        let named = own.isEmpty ? regions.filter { context.names($0, around: word) } : own
        let inner = named.filter { !holders.contains($0) }
        let dates = context.text.dates.filter { date in
            words[sentence.lowerBound].start <= date.start
                && date.end <= words[sentence.upperBound - 1].end
        }
        var denial = Denial(
            statement: .init(
                file: file, quote: words[range].map(\.text).joined(separator: " "), start: first.start),
            holder: holder, regions: inner.isEmpty ? named : inner)
        (denial.measure, denial.end) = (measure, last.end)
        denial.span = dates.count == 1 ? dates[0].span : nil
        return denial
    }
}
