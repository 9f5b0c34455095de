// The readings of a text: every figure with what it is a measure of, or why no map can be put beside it.

public import KGeoCore
public import KGeoExtract

/// A figure of a text with its reading.
public struct ReadFigure: Sendable {
    /// The figure as found, with its kind and unit as read.
    public var claim: ExtractedClaim
    /// What it says.
    public var reading: Reading
}

/// Reads the figures of a text.
public struct ArticleReadings: Sendable {
    /// The figures in order. Numbers that are no figures of ground are not among them.
    public private(set) var figures: [ReadFigure] = []
    /// The day of publication that times were resolved against.
    public private(set) var published: CalendarDate?

    /// Whether the text speaks of the sides or regions that the lexicon knows; else its readings mean little.
    public let speaksOfSides: Bool

    /// The readings of a text.
    ///
    /// - Parameters:
    ///   - published: the day it was published, where that is known; else a day that the text itself gives.
    ///   - lexicon: the words of its language.
    public init(_ text: String, published: CalendarDate?, lexicon: ReadingLexicon = .english) {
        let words = ReadingText(Extractor().figures(in: text), lexicon: lexicon)
        let day = published?.dayNumber ?? Dateline.day(of: words)
        self.published = day.map { CalendarDate(dayNumber: $0) }
        let known = Senses(.country, .demonym, .people, .seat, .region)
        speaksOfSides = words.words.contains { $0.senses.meets(known) }
        var run = ReadingRun(words, published: day)
        figures = run.all()
    }
}

/// One run over a text.
struct ReadingRun {
    let text: ReadingText
    let published: Int?
    let speakers: Speakers
    var topic = ReadingTopic()
    var facts: [SentenceFacts] = []
    /// The last readings, the newest last.
    var recent: [Reading] = []
    /// The last figures with their values, for one that is said again.
    private var values: [(value: Double, reading: Reading)] = []
    /// Regions of the other country that the text names anywhere.
    private(set) var abroad: [String] = []

    init(_ text: ReadingText, published: Int?) {
        self.text = text
        self.published = published
        speakers = Speakers(text)
        var finder = MomentFinder(text, published: published)
        let places = PlaceFinder(text: text)
        for sentence in text.sentences {
            var fact = SentenceFacts(words: sentence)
            fact.moments = finder.moments(in: sentence)
            fact.places = places.places(in: sentence)
            facts.append(fact)
        }
        for (n, words) in text.figureWords.enumerated() where !words.isEmpty {
            facts[text[words.lowerBound].sentence].figures.append(n)
        }
        let defending = text.lexicon.sides.last
        abroad = facts.flatMap(\.places).filter { $0.role == .region }.flatMap(\.regions)
            .filter { text.lexicon.owner(of: $0) != defending }
    }

    /// The country whose ground is meant where nothing is said: the one that is fought over.
    var home: String { text.lexicon.sides.last ?? "" }
    /// The side that came from outside.
    var other: String { text.lexicon.sides.first ?? "" }

    mutating func all() -> [ReadFigure] {
        var found: [ReadFigure] = []
        for s in facts.indices {
            let isHeading = isHeading(s)
            for n in facts[s].figures {
                guard var decision = FigureDecision(n, in: self, sentence: s), decision.isFigure else {
                    continue
                }
                let reading = decision.read()
                var claim = decision.figure.claim
                if let unit = decision.unit { claim.unit = unit }
                claim.kind = reading.kind
                found.append(ReadFigure(claim: claim, reading: reading))
                remember(decision, reading, s)
            }
            follow(s, isHeading: isHeading)
        }
        return found
    }

    /// The reading of an earlier figure of the same value.
    func repeated(_ value: Double, before number: Int) -> Reading? {
        values.last { $0.value == value && $0.reading.isCheckable }?.reading
    }

    /// Whether a sentence not far before names a unit of area without a number: the heading of a list.
    func hasUnitHeading(before sentence: Int) -> Bool {
        (max(0, sentence - 14)..<max(0, sentence)).contains { s in
            facts[s].words.contains { text.has($0, .areaUnit) && text[$0].span > 0 && text[$0].figure == nil }
                && !facts[s].figures.contains { !text.source.figures[$0].isBare }
        }
    }

    /// A line without an end, of a few words, before others.
    private func isHeading(_ s: Int) -> Bool {
        let words = facts[s].words
        guard let last = words.last, s < 3 else { return false }
        return words.count < 16 && text[last].text == "\n" && words.count > 1
            && !text.isSign(last - 1, ".!?”\"")
    }

    private mutating func remember(_ decision: FigureDecision, _ reading: Reading, _ s: Int) {
        recent = recent.suffix(11) + [reading]
        values = values.suffix(23) + [(decision.figure.claim.low, reading)]
        topic.sentence = s
        topic.paragraph = text[facts[s].words.lowerBound].paragraph
        if !decision.figure.isBare, !decision.figure.isFraction {
            topic.claimed = decision.number
            if decision.figure.claim.kind == .area { topic.claimedArea = decision.number }
        }
        guard reading.isCheckable || reading.near.isEmpty == false || reading.whyNot == Refusal.undated else {
            return
        }
        if topic.firstSentence != s { (topic.first, topic.firstSentence) = (reading, s) }
        topic.reading = reading
        topic.number = decision.number
        if reading.isCheckable { topic.readSentence = s }
        // The part of a gain is no new place to speak of.
        var isPart = false
        if case .ground(_, _, let regions, _) = reading.of { isPart = regions != reading.regions }
        if reading.near.isEmpty, !isPart { topic.take(reading.regions) }
        if let side = decision.isInverted ? decision.doer : reading.holder { topic.side = side }
        if let moment = decision.moment { topic.moments = topic.moments.suffix(3) + [moment] }
    }

    /// Takes what a sentence without a figure, or behind its figures, speaks of.
    private mutating func follow(_ s: Int, isHeading: Bool) {
        let fact = facts[s]
        let regions = fact.places.filter { $0.role == .region && !$0.isAttribute }
        if topic.readSentence != s, let region = regions.last { topic.take(region.regions) }
        if isHeading {
            if let region = regions.last { topic.headline = region.regions }
            topic.headlineSide = lastSide(in: fact.words) ?? topic.headlineSide
        }
        for i in fact.words where text.has(i, .pocket) {
            if let region = regions.first(where: { abs($0.words.lowerBound - i) < 8 }) {
                topic.pocket = region.regions
            }
        }
        if topic.sentence != s, let side = lastSide(in: fact.words) { topic.side = side }
    }

    /// The last side that acts in some words.
    private func lastSide(in words: Range<Int>) -> String? {
        words.reversed().lazy.compactMap { i in
            text[i].span > 0 && text[i].senses.meets(Senses(.country, .demonym, .people, .seat))
                ? text[i].names.first : nil
        }.first
    }
}
