// What the words around a figure speak of: which region, and whose ground.

public import KGeoCore
internal import KGeoExtract

/// Looks up regions and holders around the figures of one text.
public struct ArticleContext: Sendable {
    /// The words of the text.
    public let text: ArticleText
    private let gazetteer: Gazetteer
    /// For each region the places where it, or a settlement in it, is named: start in the text.
    private var mentions: [String: [Mention]] = [:]

    private struct Mention: Hashable {
        var word: Int
        /// Whether the region itself is named and not only a place in it.
        var isRegion: Bool
    }

    /// The context of a text.
    ///
    /// - Parameters:
    ///   - regions: the regions that matter: those of the scenarios at hand.
    ///   - holders: who may hold ground; a region of that name is a country.
    ///   - gazetteer: settlements and spellings.
    public init(
        _ text: ArticleText, regions: Set<String>, holders: Set<String>, gazetteer: Gazetteer
    ) {
        self.text = text
        self.gazetteer = gazetteer
        for region in regions {
            let isCountry = holders.contains(region)
            mentions[region] = Self.mentions(of: region, isCountry: isCountry, in: text, gazetteer)
            if isCountry { mentions[region]? += Self.grounds(of: region, in: text) }
        }
    }

    /// Where a country stands as ground and not as an actor: "Ukrainian territory", "20% of Ukraine".
    private static func grounds(of region: String, in text: ArticleText) -> [Mention] {
        text.words.indices.filter { i in
            text.words[i].isCapital && HolderNames.means(text.words[i].text, region)
                && (i + 1 < text.words.count && ground.contains(text.words[i + 1].text.lowercased()))
        }.map { Mention(word: $0, isRegion: true) }
    }

    /// Whether a name that may be a country acts: "Ukraine’s forces", "Ukraine launched", but not "in Ukraine".
    private static func acts(_ i: Int, in text: ArticleText) -> Bool {
        let word = text.words[i].text
        if word.hasSuffix("’s") || word.hasSuffix("'s") { return true }
        let previous = i > 0 ? text.words[i - 1].text.lowercased() : ""
        return !before.contains(previous) && previous != "the"
    }

    private static func mentions(
        of region: String, isCountry: Bool, in text: ArticleText, _ gazetteer: Gazetteer
    ) -> [Mention] {
        var found: [Mention] = []
        for (i, word) in text.words.enumerated() where word.isCapital {
            for length in [3, 2, 1] {
                let last = i + length - 1
                guard last < text.words.count, text.words[last].sentence == word.sentence else { continue }
                let name = text.words[i...last].map(\.text).joined(separator: " ")
                guard length == 1 || text.words[last].isCapital else { continue }
                if gazetteer.means(name, region) {
                    // A country may be named as an actor, which says nothing of the place.
                    if isCountry, acts(i, in: text) { break }
                    found.append(Mention(word: i, isRegion: gazetteer.names(name, region)))
                    break
                }
            }
        }
        return found
    }

    /// From this distance on a region is not named in the figure's own sentence.
    static let otherSentence = 100_000

    /// How far a region is from a figure: 0 in its own places, then its sentence, the sentences before it in
    /// the paragraph, the rest of the text before it, and the rest after it. Nil when it is never named.
    public func distance(of region: String, to claim: ExtractedClaim) -> Int? {
        if claim.places.contains(where: { gazetteer.means($0, region) }) { return 0 }
        guard let mentions = mentions[region], !mentions.isEmpty else { return nil }
        let here = text.index(at: claim.start)
        guard here < text.words.count else { return nil }
        let word = text.words[here]
        var best: Int?
        for mention in mentions {
            let other = text.words[mention.word]
            let rank: Int
            if other.sentence == word.sentence {
                rank = 1_000 + abs(mention.word - here)
            } else if other.paragraph == word.paragraph, mention.word < here {
                rank = Self.otherSentence + here - mention.word
            } else if mention.word < here {
                rank = 10_000_000 + here - mention.word
            } else {
                rank = 1_000_000_000 + mention.word - here
            }
            best = min(best ?? rank, rank)
        }
        return best
    }

    /// Whether a sentence speaks of a country as somebody's own: "Kyiv seeks to reclaim … of its territory".
    public func owns(_ region: String, at claim: ExtractedClaim) -> Bool {
        let sentence = text.sentence(at: claim.start)
        guard
            sentence.contains(where: {
                ["its", "their", "country", "nation", "national"].contains($0.text.lowercased())
            })
        else { return false }
        return sentence.contains {
            $0.end <= claim.start && $0.isCapital && HolderNames.means($0.text, region)
        }
    }

    /// Whom the words make the holder outright: "under Russian control", "Russian-held", "occupied by Russia".
    private func possessor(at here: Int, in sentence: [Int], _ holders: Set<String>) -> String? {
        func holder(_ word: String) -> String? {
            let found = holders.filter { HolderNames.means(word, $0) }
            return found.count == 1 ? found.first : nil
        }
        var nearest: (holder: String, words: Int)?
        func take(_ found: String?, _ i: Int) {
            guard let found, nearest.map({ abs(i - here) < $0.words }) ?? true else { return }
            nearest = (found, abs(i - here))
        }
        for i in sentence {
            let word = text.words[i].text
            let next = sentence.last.map { i < $0 } ?? false ? text.words[i + 1].text.lowercased() : ""
            if let dash = word.lastIndex(of: "-") {
                let tail = word[word.index(after: dash)...].lowercased()
                if ["held", "controlled", "occupied", "claimed"].contains(tail) {
                    take(holder(String(word[..<dash])), i)
                }
            }
            let previous = i > 0 ? text.words[i - 1].text.lowercased() : ""
            if ["control", "occupation", "rule", "hands"].contains(next), ["under", "in"].contains(previous) {
                take(holder(word), i)
            }
            if previous == "by", i > 1,
                ["occupied", "held", "controlled", "seized", "captured", "taken"].contains(
                    text.words[i - 2].text.lowercased())
            {
                take(holder(word), i)
            }
        }
        return nearest?.holder
    }

    /// Whether a region is named in the sentence of a word, or in one of the two before it.
    public func names(_ region: String, around word: Int) -> Bool {
        let sentence = text.words[word].sentence
        return (mentions[region] ?? []).contains { mention in
            (0...2).contains(sentence - text.words[mention.word].sentence)
        }
    }

    /// Whether a region is named in the sentence of a word.
    func names(_ region: String, beside word: Int) -> Bool {
        let sentence = text.words[word].sentence
        return (mentions[region] ?? []).contains { text.words[$0.word].sentence == sentence }
    }

    /// Words after an adjective of a country that make it ground and not an actor: "Russian territory".
    private static let ground: Set<String> = [
        "territory", "territories", "soil", "land", "lands", "border", "borders", "region", "regions",
        "oblast",
        "province", "city", "town", "village", "villages", "side", "towns", "settlements",
    ]
    /// Words before a country that make it a place and not an actor.
    private static let before: Set<String> = [
        "in", "into", "inside", "of", "across", "from", "against", "to", "within", "through", "over",
        "around",
        "near", "toward", "towards", "with", "invade", "invaded", "by",
    ]

    /// Whose ground the words around a figure speak of; nil when they do not say.
    ///
    /// The actor that was found with the figure decides if it is one of the holders and stands in its sentence
    /// as one; else the nearest actor before the figure in its sentence, then in the sentences before it.
    public func holder(of claim: ExtractedClaim, among holders: Set<String>) -> String? {
        let here = text.index(at: claim.start)
        guard here < text.words.count else { return nil }
        let word = text.words[here]
        let sentence = text.words.indices.filter { text.words[$0].sentence == word.sentence }
        if let holder = possessor(at: here, in: sentence, holders) { return holder }
        if let holder = actor(in: sentence.filter { $0 < here }.reversed(), holders, isPassive: false) {
            return holder
        }
        if let actor = claim.actor, let holder = HolderNames.holder(actor, among: holders) { return holder }
        if let holder = actor(in: sentence.filter { $0 >= here }, holders, isPassive: true) { return holder }
        let earlier = text.words.indices.filter {
            $0 < here && text.words[$0].sentence != word.sentence
                && text.words[$0].paragraph == word.paragraph
        }
        return actor(in: earlier.reversed(), holders, isPassive: false)
    }

    /// The first holder that acts among some words. After a figure only who stands behind "by" acts.
    private func actor(in places: [Int], _ holders: Set<String>, isPassive: Bool) -> String? {
        for i in places {
            let word = text.words[i]
            guard word.isCapital || word.text.contains("-") else { continue }
            let found = holders.filter { HolderNames.means(word.text, $0) }
            guard found.count == 1, let holder = found.first else { continue }
            let previous = i > 0 ? text.words[i - 1].text.lowercased() : ""
            let next = i + 1 < text.words.count ? text.words[i + 1] : nil
            if isPassive {
                if previous == "by"
                    || (previous == "the" && i > 1 && text.words[i - 2].text.lowercased() == "by")
                {
                    return holder
                }
                continue
            }
            if Self.before.contains(previous) { continue }
            let isPossessive = word.text.hasSuffix("’s") || word.text.hasSuffix("'s")
            if let next, Self.ground.contains(next.text.lowercased()) { continue }
            // "Ukraine’s Sumy region" is a place; "Kyiv’s forces" act.
            if isPossessive, next?.isCapital ?? false { continue }
            return holder
        }
        return nil
    }
}
