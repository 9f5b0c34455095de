// What of a quantity is said: held, gained, lost, net, peak, lowest, mean, total; and what the words count.

internal import KGeoCore

/// Reads the measure of a figure off the words around it.
struct MeasureRules {
    let sentence: Sentence
    let quantity: Quantity
    let kind: ClaimKind

    private var clause: Range<Int> {
        sentence.clauseStart(
            quantity.lead)..<max(sentence.clauseEnd(quantity.after), sentence.clauseStart(quantity.lead))
    }

    /// The measure. A figure of which nothing is said to happen is one of the whole: a total; ground is held.
    var measure: ClaimMeasure {
        let near = max(clause.lowerBound, quantity.lead - 8)..<min(clause.upperBound, quantity.after + 6)
        let lexicon = sentence.lexicon
        func plays(_ part: Entry.Part, _ range: Range<Int>) -> Bool {
            range.clamped(to: 0..<sentence.count).contains { lexicon.plays(part, sentence.tokens[$0]) }
        }
        if plays(.net, near) { return .net }
        if plays(.peak, max(0, quantity.lead - 16)..<quantity.after + 8) { return .peak }
        if plays(.lowest, near) { return .lowest }
        if sentence.has(max(0, quantity.lead - 6)..<min(sentence.count, quantity.after + 5), .average),
            kind == .rate || plays(.mean, near)
        {
            return .mean
        }
        if let verb = verb { return verb }
        if kind == .share { return .held }
        return .total
    }

    /// The measure of the nearest verb: before the figure in its clause, else behind it, else in the sentence.
    private var verb: ClaimMeasure? {
        let wanted: Classes = [.gain, .lose, .hold]
        func measure(_ i: Int) -> ClaimMeasure {
            // "lost ground" against "gave up": both are losses; "under control" is held.
            if sentence.has(i, .lose) { return .lost }
            return sentence.has(i, .gain) ? .gained : .held
        }
        if let i = sentence.last(wanted, before: quantity.lead, within: quantity.lead - clause.lowerBound) {
            return measure(i)
        }
        var next = sentence.first(wanted, from: quantity.after, within: clause.upperBound - quantity.after)
        // "60 % of the lost district had been retaken": the verb counts, not the word before the noun.
        if let i = next, isAttribute(i),
            let verb = sentence.first(wanted, from: i + 2, within: clause.upperBound - i - 2)
        {
            next = verb
        }
        if let next { return measure(next) }
        // "controlled 480 km², down from 1,050": what is compared is the same.
        if sentence.has(quantity.lead - 1, .from),
            sentence.lexicon.isUpOrDown(sentence.tokens[safe: quantity.lead - 2]),
            let i = sentence.last(wanted, before: quantity.lead, within: 20)
        {
            return measure(i)
        }
        if kind == .depth || kind == .rate {
            return sentence.has(clause, .retreat) ? .lost : sentence.has(clause, .advance) ? .gained : nil
        }
        if let i = sentence.last(wanted, before: quantity.lead, within: 14), quantity.isBare || kind == .share
        {
            return measure(i)
        }
        return nil
    }

    /// "the lost district": said of a noun.
    private func isAttribute(_ i: Int) -> Bool {
        sentence.lexicon.isModifier(sentence.tokens[i]) && sentence.has(i - 1, .determiner)
            && sentence.has(i + 1, [.ground, .place])
    }

    /// What the words count: firm control, or presence as well.
    var worded: Counting? {
        guard kind == .area || kind == .share else { return nil }
        let wide = max(0, clause.lowerBound - 4)..<min(sentence.count, clause.upperBound + 2)
        if sentence.has(wide, [.hold, .gain]) { return .controlled }
        if sentence.has(wide, .advance) { return .controlledAndContested }
        return nil
    }
}
