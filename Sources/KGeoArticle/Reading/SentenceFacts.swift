// What a sentence names: its times, places and sides, and which figures stand in it.

internal import KGeoExtract

/// What one sentence names.
struct SentenceFacts {
    var words: Range<Int>
    var moments: [Moment] = []
    var places: [PlaceMention] = []
    /// The figures in it, by number.
    var figures: [Int] = []

    /// What each sentence of a text names.
    static func all(of text: ReadingText, published: Int?) -> [SentenceFacts] {
        var finder = MomentFinder(text, published: published)
        let places = PlaceFinder(text: text)
        var facts = text.sentences.map { sentence in
            var fact = SentenceFacts(words: sentence)
            fact.moments = finder.moments(in: sentence)
            fact.places = places.places(in: sentence)
            return fact
        }
        for (n, words) in text.figureWords.enumerated() where !words.isEmpty {
            facts[text[words.lowerBound].sentence].figures.append(n)
        }
        return facts
    }

    /// Whether a word is part of a place.
    func isPlace(_ i: Int) -> Bool { places.contains { $0.words.contains(i) } }

    /// Whether a word names a time.
    func isTime(_ i: Int) -> Bool { moments.contains { $0.words.contains(i) } }
}
