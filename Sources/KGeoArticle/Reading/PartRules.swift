// Parts of gains: "Donetsk Oblast accounted for 90 percent of the Russian gains in November".

internal import KGeoCore
internal import KGeoExtract

/// A share of ground that was gained.
struct GainPart {
    let verb: Int
    let regions: [String]
    let place: Range<Int>
    /// The side that gained, where it is named; and the words of the gains.
    let side: String?
    let gains: Range<Int>
    let moment: Moment?

    init?(_ scene: Scene, in run: ReadingRun) {
        let text = scene.text
        guard scene.figure.claim.kind == .share, text.has(scene.after, .of) else { return nil }
        var k = scene.lead - 1
        while k > scene.facts.words.lowerBound, text.has(k, .filler) { k -= 1 }
        k = scene.phraseStart(k)
        guard text.has(k, .partOf) else { return nil }
        let end = min(scene.after + 7, scene.facts.words.upperBound)
        guard let noun = (scene.after + 1..<max(scene.after + 1, end)).first(where: { text.has($0, .gains) }),
            (scene.after + 1..<noun).allSatisfy({
                text[$0].senses.meets(Senses(.article, .demonym, .together, .filler))
                    || scene.facts.isTime($0) || text[$0].isPossessive
            })
        else { return nil }
        let places = scene.places([.region], in: scene.facts.words.lowerBound..<k)
        guard Set(places.map(\.regions)).count == 1, let place = places.last, place.regions.count == 1 else {
            return nil
        }
        let moments = scene.facts.moments.filter { $0.words.lowerBound > scene.after && !$0.isNow }
        guard moments.count <= 1 else { return nil }
        (verb, regions, self.place, gains, moment) = (
            k, place.regions, place.words, scene.after + 1..<noun + 1, moments.first
        )
        side =
            (scene.after + 1..<noun).lazy.compactMap {
                text[$0].senses.meets(SideFinder.names) ? text[$0].names.first : nil
            }.first
    }
}
