// A figure with the words around it: its clause, and which of its words belong to it alone.

internal import KGeoCore
internal import KGeoExtract

/// The place of a figure in its sentence.
struct Scene {
    let text: ReadingText
    let facts: SentenceFacts
    let number: Int
    let figure: FoundFigure
    /// The figure’s words with those that qualify it, and behind it its brackets and rate.
    let lead: Int, after: Int
    /// Up to where its clause reaches, from one boundary to the next.
    let clause: Range<Int>
    /// The words behind it that are said of it alone: up to a comma, another figure or the end of the clause.
    let tail: Range<Int>
    /// The words before it that are said of it alone, where another figure stands before in the clause.
    let head: Range<Int>

    init?(_ number: Int, in text: ReadingText, _ facts: SentenceFacts) {
        let words = text.figureWords[number]
        guard !words.isEmpty else { return nil }
        let figure = text.source.figures[number]
        var lead = words.lowerBound
        while lead > facts.words.lowerBound, text[lead - 1].start >= figure.lead { lead -= 1 }
        // A number may run over the end of its sentence, where a line ends within it.
        var after = min(words.upperBound, facts.words.upperBound)
        while after < facts.words.upperBound, text[after].end <= figure.after { after += 1 }
        (self.text, self.facts, self.number, self.figure) = (text, facts, number, figure)
        (self.lead, self.after) = (lead, after)
        let bounds = Bounds(text: text, facts: facts, number: number)
        clause = bounds.clause(lead, after)
        tail = bounds.tail(after, clause)
        head = bounds.head(lead, clause)
    }

    /// The places of some roles that lie in some words, leaving out parts of names.
    func places(_ roles: Set<PlaceMention.Role>, in words: Range<Int>) -> [PlaceMention] {
        facts.places.filter {
            roles.contains($0.role) && !$0.isAttribute && words.contains($0.words.lowerBound)
        }
    }

    /// Where what begins at a word ends: at the next sign, other figure or clause.
    func end(_ i: Int) -> Int {
        (i..<max(i, facts.words.upperBound)).first {
            text[$0].kind == .sign && !facts.isTime($0) || isOtherFigure($0)
                || text.has($0, .contrast) && !facts.isTime($0)
        } ?? max(i, facts.words.upperBound)
    }

    /// Whether one of some words has a sense.
    func has(_ sense: Sense, in words: Range<Int>) -> Bool { words.contains { text.has($0, sense) } }

    /// The first word of the phrase that a word belongs to.
    func phraseStart(_ i: Int) -> Int {
        var i = i
        while i > facts.words.lowerBound, text[i].span == 0 { i -= 1 }
        return i
    }

    /// Whether another figure that counts stands at a word.
    func isOtherFigure(_ i: Int) -> Bool { Bounds(text: text, facts: facts, number: number).isOther(i) }
}

/// Where clauses and their parts end.
private struct Bounds {
    let text: ReadingText
    let facts: SentenceFacts
    let number: Int

    /// Whether a clause ends at a word.
    private func parts(_ i: Int) -> Bool {
        if text.isSign(i, ";:—()\n“”\"«»") { return true }
        guard text[i].span > 0, !facts.isTime(i) else { return false }
        return text.has(i, .contrast) || text.has(i, .relative)
    }

    func isOther(_ i: Int) -> Bool {
        guard let n = text[i].figure, n != number, !facts.isTime(i) else { return false }
        let figure = text.source.figures[n]
        return figure.isClaim || figure.hasUnit || !text.counts(n)
    }

    /// A comma that is no part of a date or of a list of places.
    private func isComma(_ i: Int) -> Bool {
        text.isSign(i, ",") && !facts.isTime(i) && !facts.places.contains { $0.words.contains(i) }
            && !isInTimes(i)
    }

    /// "July, August and September"
    private func isInTimes(_ i: Int) -> Bool {
        facts.isTime(i - 1) && (facts.isTime(i + 1) || facts.isTime(i + 2))
    }

    private func pauses(_ i: Int) -> Bool {
        isComma(i)
            || text.has(i, .and) && !facts.isTime(i) && !isInTimes(i)
                && !facts.places.contains { $0.words.contains(i) }
    }

    func clause(_ lead: Int, _ after: Int) -> Range<Int> {
        var (first, last) = (lead, after)
        while first > facts.words.lowerBound, !parts(first - 1) {
            // What is said before "he said" is not said of the figure.
            if text.has(first - 1, .speech), text[first - 1].figure == nil, !isNoun(first - 1) { break }
            first -= 1
        }
        while last < facts.words.upperBound, !parts(last) { last += 1 }
        return first..<last
    }

    /// "the reports", "gains": a word of saying behind an article is a noun.
    private func isNoun(_ i: Int) -> Bool { text.has(i - 1, .article) || text.has(i - 1, .of) }

    func tail(_ after: Int, _ clause: Range<Int>) -> Range<Int> {
        var end = after
        var pause: Int?
        while end < clause.upperBound, !isComma(end) {
            if isOther(end) { return after..<(pause ?? end) }
            if pauses(end) { pause = end }
            end += 1
        }
        return after..<end
    }

    func head(_ lead: Int, _ clause: Range<Int>) -> Range<Int> {
        var start = lead
        while start > clause.lowerBound, !isOther(start - 1) { start -= 1 }
        guard start > clause.lowerBound else { return lead..<lead }
        return ((start..<lead).first(where: pauses) ?? start)..<lead
    }
}
