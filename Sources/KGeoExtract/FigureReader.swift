// A figure that stands alone, as typed after --claim or kept in a table: read by the grammar that reads texts.

public import KGeoClaims
public import KGeoCore

/// Reads figures, units and qualifiers that stand alone.
public struct FigureReader: FigureWords {
    /// The words of a language, put together when they are first needed: most maps have no figure in words.
    private let words: @Sendable () -> Lexicon
    private var lexicon: Lexicon { words() }

    /// English figures.
    public static let english = FigureReader { .english }

    private init(words: @escaping @Sendable () -> Lexicon) { self.words = words }

    /// The figure of a short text, which must be all that it holds; capitals say nothing.
    ///
    /// - Throws: a problem with code `claim` that says which part could not be read.
    public func figure(_ text: String) throws(Problem) -> PrintedFigure {
        switch read(text) {
        case .success(let figure): return figure
        case .failure(let failure):
            throw Problem(
                .claim, "the figure \"\(text)\" cannot be read: \(failure.reason)",
                remedy:
                    "write it like \"about 1,300 km2\", \"100-400 sq mi\" or \"up to 20 %\"; \(.listUnits) lists the units"
            )
        }
    }

    /// The unit that a text names; nil when it names none.
    public func unit(_ text: String) -> MeasureUnit? {
        let name = Self.plain(text)
        if let unit = MeasureUnit.named(name)
            ?? MeasureUnit.table.first(where: { $0.symbol.lowercased() == name })
        {
            return unit
        }
        let one = "1 " + name
        guard !name.isEmpty, let sentence = sentence(one),
            let quantity = StandaloneFigure(sentence, text: one).quantity,
            quantity.numbers.count == 1, quantity.numbers[0].printed.value == 1, quantity.qualifier == .exact,
            quantity.start == 0, quantity.numbers[0].end == 1, quantity.equivalents.isEmpty
        else { return nil }
        return quantity.unit
    }

    /// What words around a number say of it, or a code such as `at_least`; nil when they say nothing.
    public func qualifier(_ text: String) -> Qualifier? {
        let name = Self.plain(text)
        if let code = Qualifier(rawValue: name) { return code }
        guard let sentence = sentence(name), sentence.count > 0 else { return nil }
        if let (meaning, end) = lexicon.qualifiersBefore.match(sentence.tokens, from: 0),
            end == sentence.count
        {
            return meaning
        }
        if let (meaning, end) = lexicon.qualifiersAfter.match(sentence.tokens, from: 0), end == sentence.count
        {
            return meaning
        }
        return nil
    }

    /// Why a text is no figure.
    struct Failure: Error {
        var reason: String
    }

    private func read(_ text: String) -> Result<PrintedFigure, Failure> {
        let plain = Self.plain(text)
        guard let sentence = sentence(plain) else {
            return .failure(Failure(reason: "it is more than one sentence"))
        }
        let figure = StandaloneFigure(sentence, text: plain)
        return figure.result { self.unit($0) }
    }

    /// The only sentence of a text; nil for several.
    private func sentence(_ text: String) -> Sentence? {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var tokenizer = Tokenizer(bytes, lexicon: lexicon)
            guard tokenizer.next() else { return Sentence(tokens: [], numerals: [], lexicon: lexicon) }
            let sentence = Sentence(tokens: tokenizer.tokens, numerals: tokenizer.numerals, lexicon: lexicon)
            return tokenizer.next() ? nil : sentence
        }
    }

    /// Lower case, since a capital says nothing where a figure stands alone, and without spaces around.
    private static func plain(_ text: String) -> String {
        let trimmed = text.lowercased().drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }
            .reversed()
        return String(trimmed)
    }
}
