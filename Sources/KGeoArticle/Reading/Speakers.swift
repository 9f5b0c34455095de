// Who speaks where: which side "we" and "the enemy" belong to.

internal import KGeoExtract

/// The side of whoever speaks, for every word of a text.
struct Speakers {
    let text: ReadingText
    /// For each quotation.
    private var ofQuotes: [String?] = []
    /// For each sentence outside of quotations.
    private var ofSentences: [String?] = []
    /// Names of persons with the side they were said to be of.
    private var persons: [String: String] = [:]
    /// The side of the text itself: of whoever writes "our country".
    private var author: String?

    init(_ text: ReadingText) {
        self.text = text
        introduce()
        ofSentences = text.sentences.map { sentence in
            source(in: sentence.filter { text[$0].quote == nil }).flatMap(side)
        }
        ofQuotes = [String?](repeating: nil, count: text.quotes.count)
        for quote in text.quotes.indices { ofQuotes[quote] = speaker(ofQuote: quote) }
        author = authorSide()
    }

    /// The side that speaks at a word; nil when nothing tells.
    func side(at i: Int) -> String? {
        if let quote = text[i].quote {
            if let side = ofQuotes[quote] { return side }
            if let outer = text.quotes[quote].outer { return quoted(text.quotes[quote].start, in: outer) }
            return before(i)
        }
        return ofSentences[text[i].sentence] ?? before(i) ?? author
    }

    /// Whoever is quoted by somebody who speaks of "them" is of the other side; else it is not told.
    private func quoted(_ start: Int, in outer: Int) -> String? {
        let before = text.quotes[outer].start..<max(start, text.quotes[outer].start)
        let speaksOfThem = before.contains { text.has($0, .third) || text.has($0, .enemy) }
        return speaksOfThem ? text.lexicon.opponent(of: ofQuotes[outer]) : nil
    }

    /// The speaker of a sentence or quotation before, in the same paragraph or else anywhere.
    private func before(_ i: Int) -> String? {
        var sentence = text[i].sentence - 1
        let first = max(0, sentence - 60)
        while sentence >= first {
            if let side = ofSentences[sentence] { return side }
            let range = text.sentences[sentence]
            if let quote = range.lazy.compactMap({ text[$0].quote }).first, let side = ofQuotes[quote] {
                return side
            }
            sentence -= 1
        }
        return author
    }

    // MARK: persons

    /// Remembers which side a person was said to be of, where the name is introduced.
    private mutating func introduce() {
        for sentence in text.sentences {
            for i in sentence where text.has(i, .source) && text[i].span > 0 {
                let phrase = self.phrase(around: i, in: sentence)
                guard let side = stated(phrase) else { continue }
                for k in phrase where isName(k) { persons[text[k].text] = persons[text[k].text] ?? side }
            }
        }
    }

    private func isName(_ i: Int) -> Bool {
        text[i].kind == .word && text[i].isCapital && text[i].senses.isEmpty && text[i].text.count > 2
    }

    /// The words of one phrase: up to a pause, a verb of saying or a small word that begins another.
    private func phrase(around i: Int, in sentence: Range<Int>) -> [Int] {
        var (first, last) = (i, i)
        func ends(_ k: Int) -> Bool {
            text[k].kind == .sign && text[k].text != "-" || text.has(k, .speech) && !text.has(k, .source)
                || text.has(k, .relative) || text[k].figure != nil
        }
        while first > sentence.lowerBound, i - first < 8, !ends(first - 1) { first -= 1 }
        while last + 1 < sentence.upperBound, last - i < 8, !ends(last + 1) { last += 1 }
        return Array(first...last)
    }

    /// The side that words state: by a name of it, or of a place in it.
    private func stated(_ words: [Int]) -> String? {
        for i in words where text[i].span > 0 {
            if text[i].senses.meets(Senses(.country, .demonym, .people, .seat)),
                let side = text[i].names.first
            {
                return side
            }
        }
        for i in words where text[i].span > 0 && text.has(i, .region) {
            // "says of the Kursk foothold" is no side.
            let next = i + text[i].span
            if text.has(next, .pocket) || text.has(next, .direction) { continue }
            if let region = text[i].names.first, let owner = text.lexicon.owner(of: region) { return owner }
        }
        return nil
    }

    private func side(_ words: [Int]) -> String? {
        stated(words) ?? words.lazy.compactMap { persons[text[$0].text] }.first
    }

    // MARK: who says it

    /// The words that name who says what a sentence or the words around a quotation tell.
    private func source(in words: [Int]) -> [Int]? {
        guard let verb = words.first(where: { isSpeech($0) }) else { return nil }
        if text.has(verb, .according) {
            return Array(words.filter { $0 > verb && $0 < verb + 10 }.prefix { !text.isSign($0, ",;:—") })
        }
        // The subject before the verb, up to a pause; else the one behind it.
        var subject: [Int] = []
        var k = verb - 1
        while let index = words.firstIndex(of: k), verb - k < 14 {
            if text.isSign(k, ";:—“”\"\n.") { break }
            if text.isSign(k, ",") {
                // "Marta Veres, of the staff, says": a name in front of an aside.
                if subject.count > 3, side(subject) != nil { break }
            }
            subject.insert(k, at: 0)
            k = index > 0 ? words[index - 1] : -1
        }
        let behind = Array(
            words.filter { $0 > verb && $0 < verb + 9 }.prefix { !text.isSign($0, ".;:—“”\"\n") })
        if !subject.isEmpty, subject.contains(where: { text[$0].kind == .word }) {
            if side(subject) != nil { return subject }
            let isInverted = subject.allSatisfy { text[$0].kind == .sign }
            return isInverted || side(behind.filter { !text.has($0, .ground) }) != nil && subject.count < 2
                ? behind : subject + (hasSource(subject) ? [] : behind)
        }
        return behind
    }

    private func hasSource(_ words: [Int]) -> Bool { words.contains { text.has($0, .source) } }

    private func isSpeech(_ i: Int) -> Bool {
        text[i].span > 0 && (text.has(i, .speech) || text.has(i, .according))
            && !text.has(i - 1, .article) && text[i].figure == nil
    }

    private func speaker(ofQuote quote: Int) -> String? {
        let (start, end, outer) = text.quotes[quote]
        let opening = max(start - 1, 0)
        let sentence = text.sentence(of: opening)
        let last = text.sentence(of: min(end, text.words.count - 1))
        let inside: (Int) -> Bool = { text[$0].quote == outer }
        // Behind it, up to the end of the sentence; then before it.
        let behind = (min(end + 1, last.upperBound)..<last.upperBound).filter { inside($0) }
        let first = behind.prefix { !text.isSign($0, "“\"") }
        if let source = source(in: Array(first.prefix(16))), let side = resolved(source, before: opening) {
            return side
        }
        let before = (sentence.lowerBound..<opening).filter { inside($0) }
        if let source = source(in: before), let side = resolved(source, before: opening) { return side }
        // "The president: “…”"
        if let last = before.last, text.isSign(last, ":"), let side = side(before) { return side }
        // The sentence before ends with a colon, or the quotation goes on.
        if quote > 0, text.quotes[quote - 1].outer == outer,
            text[max(text.quotes[quote - 1].start - 1, 0)].paragraph >= text[opening].paragraph - 1,
            let side = ofQuotes[quote - 1]
        {
            return side
        }
        if sentence.lowerBound > 0 {
            let earlier = text.sentence(of: sentence.lowerBound - 1)
            if let source = source(in: earlier.filter { inside($0) }) {
                return resolved(source, before: opening)
            }
        }
        return side(behind.filter { text[$0].paragraph == text[opening].paragraph })
    }

    /// The side of a source; "he said" is whoever spoke before.
    private func resolved(_ source: [Int], before i: Int) -> String? {
        if let side = side(source) { return side }
        let isOutside = text[i].quote == nil
        guard
            source.contains(where: {
                text.has($0, .third) || (isOutside && text.has($0, .source) && text.has($0 - 1, .article))
            })
        else { return nil }
        var quote = ofQuotes.count - 1
        while quote >= 0 {
            if text.quotes[quote].start <= i, let side = ofQuotes[quote] { return side }
            quote -= 1
        }
        let sentence = text[i].sentence
        return (max(0, sentence - 2)..<sentence).reversed().lazy.compactMap { ofSentences[$0] }.first
    }

    /// "our Sumy region", "our country": the side of whoever writes.
    private func authorSide() -> String? {
        for i in text.words.indices where text.has(i, .first) && text[i].quote == nil {
            for k in i + 1..<min(i + 3, text.words.count) where text.has(k, .region) {
                if let region = text[k].names.first, let owner = text.lexicon.owner(of: region) {
                    return owner
                }
            }
        }
        return signature()
    }

    /// "(Dozor, Ukrainian channel)", "– Halka, from her kitchen in Poltava": who signs a text that speaks of "us".
    private func signature() -> String? {
        guard let last = text.sentences.last,
            text.words.contains(where: { $0.has(.first) && $0.quote == nil }),
            let open = last.last(where: { text.isSign($0, "(—-") }), last.upperBound - open < 14
        else { return nil }
        let words = Array(open + 1..<last.upperBound)
        guard !words.contains(where: { text[$0].figure != nil || text.has($0, .first) }) else { return nil }
        let sides = Set(
            words.filter { text[$0].span > 0 }.compactMap { i -> String? in
                if text[i].senses.meets(Senses(.country, .demonym, .people, .seat)) {
                    return text[i].names.first
                }
                return text.has(i, .region) ? text[i].names.first.flatMap { text.lexicon.owner(of: $0) } : nil
            })
        return sides.count == 1 ? sides.first : nil
    }
}
