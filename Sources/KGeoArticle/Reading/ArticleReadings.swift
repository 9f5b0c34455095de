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

    /// Whether the text speaks of the sides, the regions or the front that the lexicon knows; else its readings mean
    /// nothing.
    public let speaksOfSides: Bool

    /// The readings of a text.
    ///
    /// - Parameters:
    ///   - published: the day it was published, where that is known; else a day that the text itself gives.
    ///   - lexicon: the words of its language.
    ///   - near: the words of its language in the wider sense of the second look.
    public init(
        _ text: String, published: CalendarDate?, lexicon: ReadingLexicon = .english,
        near: ReadingLexicon = .englishNear
    ) {
        let figured = Extractor().figures(in: text)
        let words = ReadingText(figured, lexicon: lexicon)
        let day = published?.dayNumber ?? Dateline.day(of: words)
        self.published = day.map { CalendarDate(dayNumber: $0) }
        let wide = ReadingText(figured, lexicon: near)
        let known = Senses(
            .country, .demonym, .people, .seat, .region, .front, .intruder, .defender, .border)
        speaksOfSides = wide.words.contains { $0.senses.meets(known) }
        var first = ReadingRun(words, published: day)
        var second = NearRun(wide, published: day)
        figures = second.all(first.all())
    }
}

/// One run over a text.
struct ReadingRun {
    let text: ReadingText
    let published: Int?
    let speakers: Speakers
    private(set) var facts: [SentenceFacts] = []
    /// The figures whose measure is decided, in order.
    private var decided: [DecidedFigure] = []
    /// Regions of the other country that the text names anywhere.
    private(set) var abroad: [String] = []

    init(_ text: ReadingText, published: Int?) {
        self.text = text
        self.published = published
        speakers = Speakers(text)
        facts = SentenceFacts.all(of: text, published: published)
        abroad = Set(
            facts.flatMap(\.places).filter { $0.role == .region }.flatMap(\.regions)
                .filter { text.lexicon.owner(of: $0) == other }
        ).sorted()
    }

    /// The country whose ground is meant where nothing is said: the one that is fought over.
    var home: String { text.lexicon.sides.last ?? "" }
    /// The side that came from outside.
    var other: String { text.lexicon.sides.first ?? "" }

    /// What the words beside each figure give, by the number of the figure.
    mutating func all() -> [Int: ReadFigure] {
        var found: [Int: ReadFigure] = [:]
        for s in facts.indices {
            for n in facts[s].figures where !facts[s].isTime(text.figureWords[n].lowerBound) {
                guard let scene = Scene(n, in: text, facts[s]) else { continue }
                var rules = FigureRules(scene, in: self)
                guard let reading = rules.read() else { continue }
                var claim = scene.figure.claim
                (claim.unit, claim.kind) = (rules.unit, reading.kind)
                found[n] = ReadFigure(claim: claim, reading: reading)
                if let governor = rules.governor {
                    decided =
                        decided.suffix(7) + [
                            DecidedFigure(
                                reading: reading, governor: governor, scene: scene, unit: rules.unit,
                                sentence: s)
                        ]
                }
            }
        }
        return found
    }

    /// The figure right before in the sentence, where its measure was decided.
    func last(before scene: Scene) -> DecidedFigure? {
        guard let last = decided.last, last.sentence == text[scene.lead].sentence else { return nil }
        let between = last.scene.after..<max(last.scene.after, scene.lead)
        return between.contains { scene.isOtherFigure($0) } ? nil : last
    }

    /// The figure decided last, where it stands in the paragraph of another.
    func lastInParagraph(of scene: Scene) -> DecidedFigure? {
        decided.last.flatMap { text[$0.scene.lead].paragraph >= text[scene.lead].paragraph - 1 ? $0 : nil }
    }

    /// How many sentences back a region is still spoken of.
    private static let reach = 2

    /// The regions that the sentences right before one name, and those of the heading.
    func regionsBefore(_ sentence: Int) -> Set<[String]> {
        var said: Set<[String]> = []
        for s in max(0, sentence - Self.reach)..<max(sentence, 0) {
            for place in facts[s].places where !place.isAttribute && place.role == .region {
                said.insert(place.regions)
            }
        }
        if let heading = facts.first, sentence > 0 {
            for place in heading.places where !place.isAttribute && place.role == .region {
                said.insert(place.regions)
            }
        }
        return said
    }

    /// Words of the text as evidence of a part.
    func evidence(_ part: String, _ words: Range<Int>?, _ rule: String) -> Reading.Evidence {
        guard let words, let first = words.first, let last = words.last else {
            return .init(part: part, quote: "", start: 0, end: 0, rule: rule)
        }
        let span = text[first].start..<text[last].end
        let raw = text.source.raw(span)
        return .init(
            part: part, quote: text.source.text(span), start: raw.lowerBound, end: raw.upperBound, rule: rule)
    }
}
