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
            // "that fortnight" at its beginning may take in words of the sentence before.
            fact.moments = finder.moments(in: sentence).filter { sentence.contains($0.words.lowerBound) }
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

    /// "In Donetsk Oblast, where they had not set foot before June, they have 175 km²": whether a time stands in what is put
    /// in between, and so is not that of the figure behind.
    func isInAside(_ moment: Moment, before lead: Int, in text: ReadingText) -> Bool {
        let end = moment.words.upperBound
        guard end <= lead, (end..<lead).contains(where: { text.isSign($0, ",") }) else { return false }
        let before = (words.lowerBound..<moment.words.lowerBound).reversed().prefix {
            !text.isSign($0, ",;:—")
        }
        guard let first = before.last else { return false }
        return text.has(first, .relative) && text.isSign(first - 1, ",") && before.count > 1
    }

    /// Whether a word names a time.
    func isTime(_ i: Int) -> Bool { moments.contains { $0.words.contains(i) } }
}
