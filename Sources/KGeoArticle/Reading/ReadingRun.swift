// The first look over a text: what the rules know of it, and the figures decided so far.

internal import KGeoCore
internal import KGeoExtract

/// What is known of a text while its figures are read, one after the other.
struct ReadingRun {
    let text: ReadingText
    let published: Int?
    let speakers: Speakers
    var facts: [SentenceFacts] = []
    /// The figures whose measure is decided, in order.
    var decided: [DecidedFigure] = []
    /// Regions of the other country that the text names anywhere.
    var abroad: [String] = []

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
