// The one figure that a short text must hold, and what is wrong when it does not.

internal import KGeoClaims
internal import KGeoCore

/// A short text read as one figure.
struct StandaloneFigure {
    private let sentence: Sentence
    private let text: String
    private let grammar: QuantityGrammar

    /// A figure of a sentence.
    ///
    /// - Parameter text: what the sentence was cut from.
    init(_ sentence: Sentence, text: String) {
        self.sentence = sentence
        self.text = text
        grammar = QuantityGrammar(sentence)
    }

    /// The figure, when the text is one and nothing else.
    var quantity: Quantity? {
        guard grammar.quantities.count == 1, !grammar.quantities[0].isVague,
            leftOver(grammar.quantities[0]) == nil
        else {
            return nil
        }
        return grammar.quantities[0]
    }

    /// The figure, or why there is none.
    ///
    /// - Parameter unit: reads the code or name of a unit.
    func result(unit: (String) -> MeasureUnit?) -> Result<PrintedFigure, FigureReader.Failure> {
        func failure(_ reason: String) -> Result<PrintedFigure, FigureReader.Failure> {
            .failure(FigureReader.Failure(reason: reason))
        }
        if let broken = sentence.tokens.first(where: {
            $0.kind == .number && !sentence.numerals[Int($0.value)].isReadable
        }) {
            return failure("\"\(words(broken))\" can be read as no number")
        }
        if grammar.quantities.isEmpty, let coded = coded(unit) { return .success(coded) }
        guard let quantity = grammar.quantities.first else { return failure(missing) }
        // "several hundred km²" says of how many no more than that they are some.
        if quantity.isVague { return failure("no number was found") }
        if !quantity.isRange, startsWithBetween { return failure("\"between\" needs two numbers") }
        guard grammar.quantities.count == 1 else {
            return failure(
                sentence.isSign(quantity.after, "(")
                    ? "the figure in parentheses is no second unit of the first"
                    : "it holds more than one figure")
        }
        if quantity.isSpeed { return failure("a speed is no figure of ground") }
        if let left = leftOver(quantity) { return failure(left) }
        if let numeral = ambiguous(quantity) { return failure(numeral) }
        let numbers = quantity.numbers.map(\.printed)
        guard numbers.allSatisfy({ $0.value.isFinite }) else { return failure("the number is too large") }
        return .success(
            PrintedFigure(
                numbers: numbers, unit: quantity.unit, qualifier: quantity.qualifier,
                equivalent: equivalent(of: quantity)))
    }

    /// A second unit of one number; that of a range says nothing that the range does not.
    private func equivalent(of quantity: Quantity) -> Claim.Equivalent? {
        guard let other = quantity.equivalents.first, other.numbers.count == 1 else { return nil }
        return Claim.Equivalent(number: other.numbers[0], unit: other.unit)
    }

    /// "0.2 fraction", "3 football_pitch/month": a number and a code of the unit table.
    private func coded(_ unit: (String) -> MeasureUnit?) -> PrintedFigure? {
        guard let number = grammar.bare.last, grammar.bare.count == 1, number.start == 0,
            let last = sentence.tokens[safe: number.end - 1], number.end < sentence.count,
            let found = unit(String(decoding: Array(text.utf8).dropFirst(Int(last.byteEnd)), as: UTF8.self))
        else { return nil }
        return PrintedFigure(numbers: [number.printed], unit: found, qualifier: .exact)
    }

    private var startsWithBetween: Bool { sentence.has(0, .between) }

    /// Why no quantity was found.
    private var missing: String {
        guard let number = grammar.bare.last else { return "no number was found" }
        if startsWithBetween, grammar.bare.count < 2 { return "\"between\" needs two numbers" }
        if number.end >= sentence.count { return "the unit is missing" }
        if let next = sentence.number(at: number.end), sentence.isHyphenated(number.end) {
            return next.value < number.value && next.end < sentence.count
                ? "the range runs backwards: the lower number comes first" : "it holds more than one number"
        }
        return "\"\(words(number.end..<sentence.count))\" is no unit that kgeo knows"
    }

    /// What stands around the figure and does not belong to it, as a sentence; nil for nothing.
    private func leftOver(_ quantity: Quantity) -> String? {
        if let added = (0..<quantity.start).first(where: { sentence.has($0, .another) }) {
            return "\"\(words(added..<added + 1))\" says what came on top, not how much there is"
        }
        if let (_, start) = sentence.lexicon.notThat.match(sentence.tokens, before: quantity.start) {
            return "\"\(words(start..<quantity.start))\" does not say that it is so much"
        }
        // Words that open a figure without saying anything of it: "a total of", "an average of", "from … to".
        var from = quantity.lead
        while from > 0,
            sentence.has(from - 1, [.filler, .determiner, .article, .of])
                || (sentence.has(from - 1, .average)
                    && (sentence.entry(from - 1).period == nil || quantity.unit.name.contains("/")))
                || (quantity.isRange && sentence.has(from - 1, [.between, .from]))
                || sentence.lexicon.plays(.adverb, sentence.tokens[from - 1])
        {
            from -= 1
        }
        if let bare = grammar.bare.last, bare.end <= quantity.start, from > 0 {
            if let first = grammar.bare.first, grammar.bare.count == 1, first.value > quantity.low,
                joins(first.end..<quantity.lead)
            {
                return "the range runs backwards: the lower number comes first"
            }
            return "it holds more than one number"
        }
        if from > 0 {
            return sentence.isSign(from - 1, "-") && from == 1 && quantity.start == 1
                ? "a figure cannot be below 0"
                : "\"\(words(0..<from))\" says nothing that kgeo knows of a figure"
        }
        var end = quantity.after
        while end < sentence.count, sentence.isSign(end, ".,;!") { end += 1 }
        guard end < sentence.count else { return nil }
        if sentence.isSign(end, "(") { return "the figure in parentheses is no second unit of the first" }
        return "\"\(words(end..<sentence.count))\" does not belong to a figure"
    }

    /// Whether a dash, "to" or "and" is all that stands there.
    private func joins(_ range: Range<Int>) -> Bool {
        range.count <= 1 && range.allSatisfy { sentence.has($0, [.to, .and]) || sentence.isSign($0, "-") }
    }

    /// A number with two readings is a matter for whoever wrote it.
    private func ambiguous(_ quantity: Quantity) -> String? {
        for number in quantity.numbers {
            guard let other = number.other else { continue }
            let (low, high) = (min(number.value, other), max(number.value, other))
            return
                "\"\(words(number.start..<number.end))\" may be \(Self.plain(low)) or \(Self.plain(high)); "
                + "write thousands with a comma, or other decimals"
        }
        return nil
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
    }

    private func words(_ token: Token) -> String {
        let bytes = Array(text.utf8)[Int(token.byteStart)..<Int(token.byteEnd)]
        let words = String(decoding: bytes, as: UTF8.self)
        return words.count > 40 ? words.prefix(39) + "…" : words
    }

    private func words(_ range: Range<Int>) -> String {
        guard let first = sentence.tokens[safe: range.lowerBound],
            let last = sentence.tokens[safe: range.upperBound - 1]
        else { return "" }
        let bytes = Array(text.utf8)[Int(first.byteStart)..<Int(last.byteEnd)]
        return String(decoding: bytes, as: UTF8.self)
    }
}
