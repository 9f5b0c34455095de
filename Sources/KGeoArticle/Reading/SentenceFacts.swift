// What a sentence names: its times, places and sides, and which figures stand in it.

internal import KGeoExtract

/// What one sentence names.
struct SentenceFacts {
    var words: Range<Int>
    var moments: [Moment] = []
    var places: [PlaceMention] = []
    /// The figures in it, by number.
    var figures: [Int] = []

    /// Whether a word is part of a place.
    func isPlace(_ i: Int) -> Bool { places.contains { $0.words.contains(i) } }

    /// Whether a word names a time.
    func isTime(_ i: Int) -> Bool { moments.contains { $0.words.contains(i) } }
}
