// The whole way from a text to its claims.

public import KGeoCore

/// Finds geospatial figures in plain text, Markdown and HTML.
///
/// The stages are: markup to visible text, tokens, numbers, units, quantities, rules of context, claims. No
/// network and no model; the same text gives the same claims. Time is linear in the text.
public struct Extractor: Sendable {
    /// The language that every text is in; nil when each text tells its own.
    public let language: Language?

    /// An extractor.
    ///
    /// - Parameter language: the language of the texts; nil: each text is read in the language it seems to be in.
    public init(language: Language? = nil) { self.language = language }

    /// The language that a text is read in, or seems to be in and is not read in.
    public func language(of text: String) -> TextLanguage {
        if let language { return .read(language) }
        return Self.language(of: Markup.read(Array(text.utf8)))
    }

    private static func language(of source: SourceText) -> TextLanguage {
        source.bytes.withUnsafeBufferPointer { LanguageGuess($0).language() }
    }

    /// The words that a text is read with; nil when it is in a language that is not read.
    private func lexicon(for source: SourceText) -> Lexicon? {
        if let language { return LanguageTables.of(language).lexicon() }
        guard case .read(let language) = Self.language(of: source) else { return nil }
        return LanguageTables.of(language).lexicon()
    }

    /// The claims of a text, in order; none of a text in a language that is not read.
    public func claims(in text: String) -> [ExtractedClaim] { claims(inUTF8: Array(text.utf8)) }

    /// The claims of a text in UTF-8, in order. Bytes that are no UTF-8 do no harm.
    public func claims(inUTF8 bytes: [UInt8]) -> [ExtractedClaim] {
        let source = Markup.read(bytes)
        guard let lexicon = lexicon(for: source) else { return [] }
        var claims = source.bytes.withUnsafeBufferPointer { visible in
            var run = Run(visible: visible, lexicon: lexicon, source: source)
            return run.all()
        }
        Self.quote(&claims, from: bytes)
        return claims
    }

    /// The visible text with every figure, also with those that are no claims by themselves.
    public func figures(in text: String) -> FiguredText { figures(in: text, withCounts: false) }

    /// The same, with the numbers of settlements among the figures where they are wanted.
    ///
    /// - Parameter countsAlone: nothing but sentences that name settlements is looked at.
    package func figures(in text: String, withCounts: Bool, countsAlone: Bool = false) -> FiguredText {
        let bytes = Array(text.utf8)
        let source = Markup.read(bytes)
        guard let lexicon = lexicon(for: source) else {
            return FiguredText(scalars: Self.cells(source, of: text), figures: [], source: source)
        }
        var figures = source.bytes.withUnsafeBufferPointer { visible in
            var run = Run(visible: visible, lexicon: lexicon, source: source)
            run.keepsAll = true
            (run.keepsCounts, run.looksForCountsAlone) = (withCounts, countsAlone)
            _ = run.all()
            return run.found
        }
        var claims = figures.map(\.claim)
        Self.quote(&claims, from: bytes)
        for i in figures.indices { figures[i].claim = claims[i] }
        return FiguredText(scalars: Self.cells(source, of: text), figures: figures, source: source)
    }

    /// The visible text, in which the ends of cells are told from those of blocks.
    private static func cells(_ source: SourceText, of text: String) -> [Unicode.Scalar] {
        var scalars = Array(String(decoding: source.bytes, as: UTF8.self).unicodeScalars)
        guard text.utf8.contains(UInt8(ascii: "|")) || text.utf8.contains(UInt8(ascii: "<")) else {
            return scalars
        }
        let raw = Array(text.unicodeScalars)
        for i in scalars.indices where scalars[i] == "\u{1E}" {
            let place = source.rawStart(i)
            if raw.indices.contains(place), raw[place] == "|" || isCell(raw, at: place) {
                scalars[i] = "\u{1F}"
            }
        }
        return scalars
    }

    /// Whether a cell of a table begins or ends with a tag of HTML.
    private static func isCell(_ raw: [Unicode.Scalar], at place: Int) -> Bool {
        guard raw[place] == "<" else { return false }
        let first = raw.indices.contains(place + 1) && raw[place + 1] == "/" ? place + 2 : place + 1
        guard first + 2 < raw.count else { return false }
        let name = raw[first..<first + 2].map { Character($0).lowercased() }.joined()
        return (name == "td" || name == "th") && !raw[first + 2].properties.isAlphabetic
    }

    /// Cuts the quotes out of the raw text in one pass.
    private static func quote(_ claims: inout [ExtractedClaim], from bytes: [UInt8]) {
        var byte = 0
        var place = 0
        func move(to wanted: Int) {
            while place < wanted, byte < bytes.count {
                byte += 1
                while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
                place += 1
            }
        }
        for index in claims.indices {
            if claims[index].start < place { (byte, place) = (0, 0) }
            move(to: claims[index].start)
            let (from, begin) = (byte, place)
            move(to: claims[index].end)
            claims[index].quote = String(decoding: bytes[from..<byte], as: UTF8.self)
            (byte, place) = (from, begin)
        }
    }
}

/// One run over a text.
private struct Run {
    let visible: UnsafeBufferPointer<UInt8>
    let lexicon: Lexicon
    let source: SourceText
    /// Whether the paragraph has spoken of territory.
    private var followsTerritory = false
    /// The last calendar date of the paragraph, for a figure in a sentence without one.
    private var lastDate: String?
    /// Whether numbers that are no claims by themselves are kept in `found` with those that are.
    var keepsAll = false
    /// Whether numbers of settlements are kept as well.
    var keepsCounts = false
    /// Whether sentences that name no settlements are passed over.
    var looksForCountsAlone = false
    private(set) var found: [FoundFigure] = []

    init(visible: UnsafeBufferPointer<UInt8>, lexicon: Lexicon, source: SourceText) {
        self.visible = visible
        self.lexicon = lexicon
        self.source = source
    }

    mutating func all() -> [ExtractedClaim] {
        var tokenizer = Tokenizer(visible, lexicon: lexicon)
        var claims: [ExtractedClaim] = []
        while tokenizer.next() {
            if tokenizer.beginsParagraph { (followsTerritory, lastDate) = (false, nil) }
            let hasFigure = keepsAll || tokenizer.marks.mayBeFigure
            guard hasFigure || mentionsTime(tokenizer) else {
                followsTerritory = followsTerritory || tokenizer.marks.contains(.ground)
                continue
            }
            let sentence = Sentence(
                tokens: tokenizer.tokens, numerals: tokenizer.numerals, lexicon: lexicon)
            if looksForCountsAlone, !sentence.mentions(.settlement) { continue }
            let dates = DateGrammar(sentence: sentence).dates()
            if hasFigure { claims += self.claims(sentence, dates) }
            if sentence.mentions(.ground) { followsTerritory = true }
            lastDate = dates.last { !$0.text.isEmpty }?.text ?? lastDate
        }
        return claims
    }

    /// Whether a year is written, so that a date may be read.
    private func mentionsTime(_ tokenizer: Tokenizer) -> Bool {
        tokenizer.numerals.contains(where: \.mayBeYear)
    }

    private mutating func claims(_ sentence: Sentence, _ dates: [DateSpan]) -> [ExtractedClaim] {
        let grammar = QuantityGrammar(sentence)
        guard !grammar.quantities.isEmpty || keepsAll else { return [] }
        var accepted: [Quantity] = []
        for var quantity in grammar.quantities {
            guard let kind = kind(of: quantity, sentence, accepted) else { continue }
            // "within a 5-mile radius" is a radius of 5 miles, not less.
            if kind == .radius, lexicon.plays(.within, sentence.tokens[safe: quantity.lead]) {
                quantity.qualifier = .exact
            }
            quantity.kind = kind
            accepted.append(quantity)
        }
        let elliptic = EllipsisRules(sentence: sentence, claims: accepted).quantities(grammar.bare)
        accepted = (accepted + elliptic).sorted { $0.start < $1.start }
        guard !accepted.isEmpty || keepsAll else { return [] }
        let visible = visible
        let context = ContextRules(sentence: sentence, dates: dates) {
            range in
            Self.text(range, sentence, visible)
        }
        if keepsAll { keep(grammar, accepted, sentence, context) }
        return accepted.compactMap { quantity in
            quantity.kind.map { claim(quantity, $0, sentence, context) }
        }
    }

    private func claim(
        _ quantity: Quantity, _ kind: ClaimKind, _ sentence: Sentence, _ context: ContextRules
    ) -> ExtractedClaim {
        let rules = MeasureRules(sentence: sentence, quantity: quantity, kind: kind)
        let time = context.time(of: quantity)
        return ExtractedClaim(
            kind: kind, measure: rules.measure, numbers: quantity.numbers.map(\.printed),
            unit: quantity.unit,
            qualifier: quantity.qualifier, quote: "",
            start: source.rawStart(Int(sentence.tokens[quantity.start].start)),
            end: source.rawEnd(Int(sentence.tokens[quantity.end - 1].end)), worded: rules.worded,
            places: context.places(near: quantity), actor: context.actor(of: quantity),
            attribution: context.attribution(of: quantity),
            date: time.date ?? (time.period == nil ? lastDate : nil),
            period: time.period,
            equivalents: quantity.equivalents,
            flags: ExtractedClaim.Flag.allCases.filter(quantity.flags.contains),
            isVague: quantity.isVague)
    }

    /// Keeps the claims of a sentence with all else in it that has a number.
    private mutating func keep(
        _ grammar: QuantityGrammar, _ accepted: [Quantity], _ sentence: Sentence, _ context: ContextRules
    ) {
        let counts = keepsCounts ? CountRules(sentence: sentence).counts : []
        let counted = counts.map { $0.lead..<$0.end }
        let taken = Set(accepted.map(\.start))
        let others = grammar.quantities.filter { !taken.contains($0.start) }
        let bare = grammar.bare.filter { !taken.contains($0.start) && !$0.isArticle }.map { number in
            var quantity = Quantity([number], .km2, start: number.start, end: number.end)
            quantity.isBare = true
            QualifierRules.apply(&quantity, sentence)
            return quantity
        }
        let figures = (accepted + others + bare).filter { quantity in
            !counted.contains { $0.contains(quantity.start) }
        }
        let starts = Set(counts.map(\.start))
        for quantity in (figures + counts).sorted(by: { $0.start < $1.start }) {
            let isCount = starts.contains(quantity.start)
            let kind = quantity.kind ?? Self.likely(quantity.dimension)
            let tokens = sentence.tokens
            func place(_ i: Int) -> Int { Int(tokens[min(max(i, 0), tokens.count - 1)].start) }
            found.append(
                FoundFigure(
                    claim: claim(quantity, kind, sentence, context), isClaim: quantity.kind != nil || isCount,
                    isBare: quantity.isBare && quantity.kind == nil, hasUnit: !quantity.isBare,
                    isFraction: quantity.numbers.contains(where: \.isPart), isCount: isCount,
                    start: place(quantity.start), end: Int(tokens[quantity.end - 1].end),
                    lead: place(quantity.lead),
                    after: Int(tokens[min(max(quantity.after, quantity.end), tokens.count) - 1].end)))
        }
    }

    /// The kind of a quantity that no rule has given one.
    private static func likely(_ dimension: UnitDimension) -> ClaimKind {
        switch dimension {
        case .area: .area
        case .ratio: .share
        case .length: .distance
        case .areaRate, .lengthRate: .rate
        }
    }

    /// The kind of a figure; nil when it is no claim.
    private func kind(of quantity: Quantity, _ sentence: Sentence, _ earlier: [Quantity]) -> ClaimKind? {
        switch quantity.dimension {
        case .area:
            return AreaRules(sentence: sentence, quantity: quantity).isClaim ? .area : nil
        case .areaRate, .lengthRate:
            // "the water table drops by a metre a year"
            if quantity.dimension == .lengthRate,
                (sentence.has(max(0, quantity.lead - 7)..<quantity.lead, .vertical)
                    && sentence.has(max(0, quantity.lead - 6)..<quantity.lead, .change))
                    || sentence.tokens.contains(where: { lexicon.plays(.sinking, $0) })
            {
                return nil
            }
            if sentence.mentions(.sport) || sentence.has(quantity.lead - 1, .per) {
                return nil
            }
            return .rate
        case .ratio:
            let rules = ShareRules(
                sentence: sentence, quantity: quantity, earlier: earlier, followsTerritory: followsTerritory)
            return rules.isClaim ? .share : nil
        case .length:
            return LengthRules(sentence: sentence, quantity: quantity, earlier: earlier).kind()
        }
    }

    private static func text(_ range: Range<Int>, _ sentence: Sentence, _ visible: UnsafeBufferPointer<UInt8>)
        -> String
    {
        guard let first = sentence.tokens[safe: range.lowerBound],
            let last = sentence.tokens[safe: range.upperBound - 1]
        else { return "" }
        let bytes = visible[Int(first.byteStart)..<max(Int(last.byteEnd), Int(first.byteStart))]
        var text = String(decoding: bytes, as: UTF8.self)
        if text.hasSuffix("’s") || text.hasSuffix("'s") { text.removeLast(2) }
        return text.split(whereSeparator: { $0 == "\n" || $0 == "\u{A0}" || $0 == " " }).joined(
            separator: " ")
    }
}
