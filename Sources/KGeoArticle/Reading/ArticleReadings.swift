// The readings of a text: every figure with what it is a measure of, or why no map can be put beside it.

public import KGeoCore
public import KGeoExtract

/// Reads the figures of a text.
public struct ArticleReadings: Sendable {
    /// The figures in order. Numbers that are no figures of ground are not among them.
    public private(set) var figures: [ReadFigure] = []
    /// The numbers of settlements in order.
    public private(set) var counts: [ReadCount] = []
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
        let beside = first.all()
        second.strict = first
        figures = second.all(beside).map(first.withSurroundings)
        counts = Self.counts(of: text, day, lexicon, near)
    }

    /// Numbers of settlements: "seized 28 villages" says of whom, where and when what "seized 28 km²" would.
    private static func counts(
        of text: String, _ day: Int?, _ lexicon: ReadingLexicon, _ near: ReadingLexicon
    ) -> [ReadCount] {
        let figured = Extractor().figures(in: text, withCounts: true)
        let found = figured.figures.filter(\.isCount)
        guard !found.isEmpty else { return [] }
        var first = ReadingRun(ReadingText(figured, lexicon: lexicon), published: day)
        var second = NearRun(ReadingText(figured, lexicon: near), published: day)
        let beside = first.all()
        second.strict = first
        let read = Dictionary(
            second.all(beside).map { ($0.claim.start, $0.reading) },
            uniquingKeysWith: { first, _ in first })
        return found.map { figure in
            let open = Reading(kind: .area).refused(Doubt.measure.reason, Doubt.measure.obstacle)
            return ReadCount(count: figured.count(figure), reading: read[figure.claim.start] ?? open)
        }
    }
}
