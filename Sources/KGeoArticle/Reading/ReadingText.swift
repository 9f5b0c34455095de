// A text as the rules of reading see it: words with their senses, in clauses, sentences and paragraphs, and the quotation
// that each stands in.

internal import KGeoCore
internal import KGeoExtract

/// A word, number or sign of a text.
struct ReadingWord {
    enum Kind { case word, number, sign }
    var kind: Kind
    /// In lower case, without the ending of a possessive; a sign as it is.
    var text: String
    /// Where it stands in the visible text, in Unicode code points.
    var start, end: Int
    var isCapital: Bool
    var isPossessive: Bool
    /// Joined to the word before by a hyphen.
    var isHyphenated: Bool
    var sentence: Int
    var paragraph: Int
    /// What it may be by itself or as the first word of a phrase; the words behind have the same senses.
    var senses = Senses()
    var names: [String] = []
    var value: Int?
    /// How many words its phrase has; 0 for a word that continues a phrase.
    var span = 1
    /// The figure it belongs to.
    var figure: Int?
    /// The quotation it stands in: its number, and how deep quotations are nested.
    var quote: Int?

    func has(_ sense: Sense) -> Bool { senses.has(sense) }
}

/// The words of a text with their senses.
struct ReadingText {
    let source: FiguredText
    let lexicon: ReadingLexicon
    private(set) var words: [ReadingWord] = []
    /// Quotations in order: their first word, the word behind their last, and the one they stand in.
    private(set) var quotes: [(start: Int, end: Int, outer: Int?)] = []
    /// The words of each sentence.
    private(set) var sentences: [Range<Int>] = []
    /// For each figure its words.
    private(set) var figureWords: [Range<Int>] = []

    init(_ source: FiguredText, lexicon: ReadingLexicon) {
        self.source = source
        self.lexicon = lexicon
        cut()
        giveSenses()
        findSentences()
        findQuotes()
        placeFigures()
    }

    subscript(_ i: Int) -> ReadingWord { words[i] }

    func has(_ i: Int, _ sense: Sense) -> Bool { words.indices.contains(i) && words[i].has(sense) }

    func isSign(_ i: Int, _ signs: String) -> Bool {
        words.indices.contains(i) && words[i].kind == .sign && signs.contains(words[i].text)
    }

    /// Whether a number without a unit counts things and is no figure: "one of them", "93 settlements".
    func counts(_ figure: Int) -> Bool {
        let found = source.figures[figure]
        guard found.isBare, !found.isClaim, let word = figureWords[figure].first else { return false }
        if words[word].kind == .word, found.claim.low <= 10 { return true }
        return !standsAlone(from: word, to: figureWords[figure].upperBound)
    }

    private static let behindFigures = Senses(
        .preposition, .auxiliary, .contrast, .relative, .and, .or, .more, .third, .first, .held, .gained,
        .lost, .occupied, .regained,
        .remains, .within, .of, .from, .to, .by, .today, .now, .yesterday, .article, .month, .season,
        .then, .soFar, .ago, .than, .last, .pastUnit, .since, .until, .weekday, .there, .when, .contested,
        .this)

    /// Whether no noun stands behind a number that it could count.
    func standsAlone(from start: Int, to next: Int) -> Bool {
        if isSign(start - 1, "$€£") { return false }
        guard next < words.count else { return true }
        let word = words[next]
        if word.kind == .sign {
            // "560: its mean size", at the beginning of a sentence.
            if word.text == ":" { return start == 0 || words[start - 1].sentence != words[start].sentence }
            return !isSign(next, "%$€£°/-")
        }
        if word.isHyphenated { return false }
        if word.has(.month) || (has(start - 1, .month) && word.kind != .sign) { return false }
        if word.senses.meets(
            Senses(.dayUnit, .weekUnit, .monthUnit, .yearUnit, .hourUnit, .counted, .force, .source))
        {
            return false
        }
        // "100 more prisoners"
        if word.has(.more), next + 1 < words.count, words[next + 1].kind != .sign,
            !words[next + 1].senses.meets(
                Senses(
                    .than, .preposition, .of, .within, .auxiliary, .gained, .lost, .held, .article, .month,
                    .last))
        {
            return false
        }
        return word.senses.meets(Self.behindFigures)
    }

    /// The sentence that a word stands in.
    func sentence(of i: Int) -> Range<Int> {
        words.indices.contains(i) ? sentences[words[i].sentence] : 0..<0
    }

    /// Where the dateline that a sentence begins with ends: "SUMY, March 12 (Otter News) —".
    func datelineEnd(_ sentence: Range<Int>) -> Int {
        let head = sentence.lowerBound..<min(sentence.lowerBound + 14, sentence.upperBound)
        guard let dash = head.first(where: { isDash($0) }), words[sentence.lowerBound].isCapital,
            (sentence.lowerBound..<dash).contains(where: { words[$0].kind == .number || has($0, .month) })
        else { return sentence.lowerBound }
        return dash
    }

    /// A dash, or a hyphen that stands alone.
    private func isDash(_ i: Int) -> Bool {
        isSign(i, "—") || isSign(i, "-") && i > 0 && words[i - 1].end < words[i].start
    }

    // MARK: words

    private static let breaks: Set<Unicode.Scalar> = ["\n", "\u{1E}", "\u{1F}", "\r", "\u{2028}", "\u{2029}"]

    private mutating func cut() {
        let scalars = source.scalars
        var i = 0
        while i < scalars.count {
            let scalar = scalars[i]
            if scalar.properties.isWhitespace || scalar == "\u{1E}" || scalar == "\u{1F}" {
                if Self.breaks.contains(scalar) {
                    append(.sign, "\n", i, i + 1, isCapital: false)
                }
                i += 1
                continue
            }
            let start = i
            if scalar.properties.isAlphabetic {
                while i < scalars.count, continuesWord(i) { i += 1 }
                word(start, i)
            } else if scalar.properties.numericType == .decimal {
                while i < scalars.count, continuesNumber(i) { i += 1 }
                append(.number, source.text(start..<i), start, i, isCapital: false)
            } else {
                i += 1
                append(.sign, plain(scalar), start, i, isCapital: false)
            }
        }
    }

    private func plain(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "–", "—", "―", "−": "—"
        case "’", "‘", "'", "ʼ": scalar == "‘" ? "‘" : "'"
        default: String(scalar)
        }
    }

    private func continuesWord(_ i: Int) -> Bool {
        let scalars = source.scalars
        let scalar = scalars[i]
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark
        {
            return true
        }
        let next = i + 1 < scalars.count ? scalars[i + 1] : " "
        // "U.S.", "o’clock"
        if scalar == "'" || scalar == "\u{2019}" || scalar == "ʼ" { return next.properties.isAlphabetic }
        return scalar == "." && next.properties.isAlphabetic && i > 0 && isInitial(i - 1)
    }

    private func isInitial(_ i: Int) -> Bool {
        let scalars = source.scalars
        return scalars[i].properties.isAlphabetic
            && (i == 0 || !scalars[i - 1].properties.isAlphabetic || (i > 1 && scalars[i - 1] == "."))
    }

    private func continuesNumber(_ i: Int) -> Bool {
        let scalars = source.scalars
        if scalars[i].properties.numericType == .decimal || scalars[i].properties.isAlphabetic { return true }
        let next = i + 1 < scalars.count ? scalars[i + 1] : " "
        return (scalars[i] == "." || scalars[i] == ",") && next.properties.numericType == .decimal
    }

    private mutating func word(_ start: Int, _ end: Int) {
        var text = source.text(start..<end).lowercased()
        text = String(text.map { $0 == "’" || $0 == "ʼ" ? "'" : $0 })
        var isPossessive = false
        for ending in lexicon.possessives where text.hasSuffix(ending) && text.count > ending.count {
            text.removeLast(ending.count)
            isPossessive = true
        }
        append(
            .word, text, start, end, isCapital: source.scalars[start].properties.isUppercase,
            isPossessive: isPossessive)
    }

    private mutating func append(
        _ kind: ReadingWord.Kind, _ text: String, _ start: Int, _ end: Int, isCapital: Bool,
        isPossessive: Bool = false
    ) {
        var isHyphenated = false
        // A hyphen between words is a mark on the second; between others it stays.
        if kind != .sign, let last = words.last, last.text == "-", last.end == start, words.count > 1,
            words[words.count - 2].end == last.start
        {
            words.removeLast()
            isHyphenated = true
        }
        // "soldiers’ ground"
        if kind == .sign, text == "'", let last = words.last, last.kind == .word, last.end == start,
            last.text.hasSuffix("s"), end < source.scalars.count,
            source.scalars[end].properties.isWhitespace
        {
            words[words.count - 1].isPossessive = true
        }
        words.append(
            ReadingWord(
                kind: kind, text: text, start: start, end: end, isCapital: isCapital,
                isPossessive: isPossessive,
                isHyphenated: isHyphenated, sentence: 0, paragraph: 0))
    }

    private mutating func giveSenses() {
        var i = 0
        while i < words.count {
            guard words[i].kind == .word else {
                i += 1
                continue
            }
            var run: [String] = []
            var k = i
            while k < words.count, words[k].kind != .sign, run.count < 6 {
                run.append(words[k].text)
                k += 1
            }
            guard let (meaning, count) = lexicon.match(run[...]) else {
                i += 1
                continue
            }
            for n in 0..<count {
                words[i + n].senses = meaning.senses
                words[i + n].span = n == 0 ? count : 0
            }
            words[i].names = meaning.names
            words[i].value = meaning.value
            i += count
        }
    }

    // MARK: sentences

    /// A sentence is cut by force when it grows beyond any that a person would write.
    private static let longestSentence = 400

    private mutating func findSentences() {
        var (paragraph, first, i) = (0, 0, 0)
        func end(_ k: Int, _ found: inout [Range<Int>]) {
            if k > first { found.append(first..<k) }
            first = k
        }
        while i < words.count {
            words[i].sentence = sentences.count
            words[i].paragraph = paragraph
            if words[i].text == "\n" {
                if first == i, let last = sentences.last {
                    // An empty line belongs to the sentence before.
                    words[i].sentence = sentences.count - 1
                    sentences[sentences.count - 1] = last.lowerBound..<i + 1
                    first = i + 1
                    if words[i - 1].text != "\n" { paragraph += 1 }
                } else if !goesOn(i) {
                    end(i + 1, &sentences)
                    paragraph += 1
                }
            } else if i - first >= Self.longestSentence {
                end(i + 1, &sentences)
            } else if isSign(i, ".!?…"), endsSentence(i) {
                var k = i + 1
                while k < words.count, isSign(k, "\"'”»)]’"), words[k].start == words[k - 1].end {
                    words[k].sentence = sentences.count
                    words[k].paragraph = paragraph
                    k += 1
                }
                end(k, &sentences)
                i = k
                continue
            }
            i += 1
        }
        end(words.count, &sentences)
    }

    /// Whether a line broken by hand goes on in the next.
    private func goesOn(_ i: Int) -> Bool {
        i + 1 < words.count && i > 0 && words[i + 1].kind == .word && !words[i + 1].isCapital
            && !isSign(i - 1, ".!?:")
    }

    private func endsSentence(_ i: Int) -> Bool {
        var k = i + 1
        while isSign(k, "\"'”»)]’"), words[k].start == words[k - 1].end { k += 1 }
        guard k < words.count else { return true }
        guard words[k].start > words[k - 1].end || words[k].text == "\n" else { return false }
        if words[k].kind == .word, !words[k].isCapital { return false }
        guard words[i].text == ".", i > 0, k == i + 1 else { return true }
        let before = words[i - 1]
        if before.kind == .word, before.end == words[i].start {
            if before.text.count == 1, before.isCapital { return false }
            if before.has(.abbreviation) {
                return words[k].kind == .word && words[k].isCapital && before.has(.month) == false
                    && !before.isCapital
            }
        }
        return true
    }

    // MARK: quotations

    private mutating func findQuotes() {
        var open: [(quote: Int, closing: String)] = []
        for i in words.indices {
            let text = words[i].text
            if words[i].kind == .sign {
                if text == "\n", i + 1 < words.count, !isSign(i + 1, "“\"„«") { open.removeAll() }
                if let last = open.last, text == last.closing, closes(i, last.closing) {
                    quotes[last.quote].end = i
                    open.removeLast()
                    words[i].quote = open.last?.quote
                    continue
                }
                if let closing = closing(i), !(text == "\"" && open.contains { $0.closing == "\"" }) {
                    quotes.append((i + 1, sentence(of: i).upperBound, open.last?.quote))
                    open.append((quotes.count - 1, closing))
                }
            }
            words[i].quote = open.last?.quote
            if let quote = open.last?.quote { quotes[quote].end = max(quotes[quote].end, i + 1) }
        }
    }

    private func closes(_ i: Int, _ closing: String) -> Bool {
        guard closing == "'" else { return true }
        // An apostrophe is no end of a quotation.
        return i + 1 >= words.count || words[i + 1].start > words[i].end || words[i + 1].kind == .sign
    }

    private func closing(_ i: Int) -> String? {
        switch words[i].text {
        case "“", "„": return "”"
        case "«": return "»"
        case "‘": return "'"
        case "\"": return "\""
        case "'":
            let opens =
                (i == 0 || words[i - 1].end < words[i].start || words[i - 1].kind == .sign)
                && i + 1 < words.count && words[i + 1].start == words[i].end && words[i + 1].isCapital
            return opens ? "'" : nil
        default: return nil
        }
    }

    // MARK: figures

    private mutating func placeFigures() {
        var i = 0
        for (n, figure) in source.figures.enumerated() {
            while i < words.count, words[i].end <= figure.start { i += 1 }
            let first = i
            var k = i
            while k < words.count, words[k].start < figure.end {
                if words[k].figure == nil { words[k].figure = n }
                k += 1
            }
            figureWords.append(first..<max(k, first))
        }
    }
}
