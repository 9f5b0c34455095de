// The second look over a text: what the words beside a figure leave open is taken from the nearest words that can be meant.

internal import KGeoCore
internal import KGeoExtract

/// What is known of a text while its figures are read, one after the other.
struct NearRun {
    let text: ReadingText
    let published: Int?
    let speakers: Speakers
    /// The first look, whose rules may gainsay what is near.
    var strict: ReadingRun?
    var topic = NearTopic()
    var facts: [SentenceFacts] = []
    /// The last readings, the newest last.
    var recent: [Reading] = []
    /// The last areas that were read as taken or lost in a time, with their sentences.
    var takes: [(reading: Reading, sentence: Int)] = []
    /// The last area, where it was read.
    var series: SeriesBefore?
    /// The last figures with their values, for one that is said again.
    var values: [(value: Double, reading: Reading)] = []
    /// Regions of the other country that the text names anywhere.
    var abroad: [String] = []
    /// The regions and countries that the text names anywhere.
    var named: Set<[String]> = []
    /// The regions and countries that the sentences before have named.
    var said: Set<[String]> = []
    /// The first word that names a side or a region of one, and the first that names another country.
    var firstOwn = Int.max, firstForeign = Int.max

    init(_ text: ReadingText, published: Int?) {
        self.text = text
        self.published = published
        speakers = Speakers(text)
        facts = SentenceFacts.all(of: text, published: published)
        let defending = text.lexicon.sides.last
        let places = facts.flatMap(\.places).filter { $0.role == .region || $0.role == .country }
        abroad = Set(places.filter { $0.role == .region }.flatMap(\.regions)).filter {
            text.lexicon.owner(of: $0) != defending
        }.sorted()
        named = Set(
            places.filter { !$0.isAttribute }.map { $0.regions.isEmpty ? [defending ?? ""] : $0.regions })
        let own = Senses(.country, .demonym, .people, .seat, .region, .first, .intruder)
        firstOwn = text.words.firstIndex { $0.senses.meets(own) } ?? .max
        firstForeign = text.words.firstIndex { $0.has(.foreign) } ?? .max
    }

    /// The country whose ground is meant where nothing is said: the one that is fought over.
    var home: String { text.lexicon.sides.last ?? "" }
    /// The side that came from outside.
    var other: String { text.lexicon.sides.first ?? "" }

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

}
