// Whose ground: the side that stands before the verb, what a pronoun or "we" means, and doubt where it may be either.

internal import KGeoCore
internal import KGeoExtract

/// Finds the side that acts.
struct SideFinder {
    let scene: Scene
    let speakers: Speakers
    private var text: ReadingText { scene.text }

    /// Words that name a side.
    static let names = Senses(.country, .demonym, .people, .seat)

    /// A side with the words that name it.
    struct Found {
        var side: String
        var words: Range<Int>
        var rule = "own clause"
    }

    /// The side that stands right before a verb, whose words begin at `end`.
    ///
    /// - Parameter isGerund: "with Russia holding": then a small word may stand before the side.
    func before(_ end: Int, isGerund: Bool = false) throws(Doubt) -> Found {
        var k = end - 1
        let first = scene.facts.words.lowerBound
        // "Russian forces in Donetsk Oblast last month": where and when stand between.
        for _ in 0..<3 {
            if let place = scene.facts.places.first(where: {
                $0.words.contains(k) && $0.words.lowerBound > first
            }),
                place.role != .country || text.has(place.words.lowerBound - 1, .within)
            {
                let preposition =
                    text.has(place.words.lowerBound - 1, .article)
                    ? place.words.lowerBound - 2 : place.words.lowerBound - 1
                guard text.has(preposition, .within) else { break }
                k = preposition - 1
            } else if let moment = scene.facts.moments.first(where: {
                $0.words.contains(k) && !text.has(k, .seat)
            }) {
                k = moment.words.lowerBound - 1
                while k > first, text[k].senses.meets(Senses(.during, .article, .adverb)),
                    !text.has(k, .third)
                { k -= 1 }
            } else {
                break
            }
        }
        guard k >= first else { throw Doubt.holder }
        return try named(at: k, isGerund)
    }

    private func named(at k: Int, _ isGerund: Bool) throws(Doubt) -> Found {
        let k = scene.phraseStart(k)
        if text.has(k, .relative) {
            // "Russian forces, which now hold": whoever stands right before.
            let before = text.isSign(k - 1, ",") ? k - 2 : k - 1
            guard before >= scene.facts.words.lowerBound, text.isSign(k - 1, ",") else { throw Doubt.holder }
            if let found = nounPhrase(before) { return found }
            throw Doubt.holder
        }
        if text.has(k, .enemy) {
            guard let speaker = speakers.side(at: k), let side = text.lexicon.opponent(of: speaker) else {
                throw Doubt.holder
            }
            return Found(side: side, words: k..<k + 1, rule: "the enemy of whoever speaks")
        }
        if text.has(k, .first) { return try speaker(k, k..<k + 1) }
        if text.has(k, .third), !isPossessive(k) { return try pronoun(k, k..<k + 1) }
        if let found = nounPhrase(k, isGerund) { return found }
        if text.has(k, .force) { return try owned(k) }
        if text.has(k, .and) || text.has(k, .contrast) || text.isSign(k, ",") { throw Doubt.holder }
        throw Doubt.holder
    }

    private func isPossessive(_ k: Int) -> Bool { text.has(k, .article) && text.has(k, .third) }

    /// "Russia", "Moscow’s troops", "the Russian army", "Russia’s 90th Tank Division".
    private func nounPhrase(_ k: Int, _ isGerund: Bool = false) -> Found? {
        let first = scene.facts.words.lowerBound
        let start = scene.phraseStart(k)
        if text[start].senses.meets(Senses(.country, .people, .seat)), !text[start].isPossessive,
            let side = text[start].names.first
        {
            let isObject = start - 1 >= first && text.has(start - 1, .preposition) && !isGerund
            // "the army of Ukraine"
            if isObject {
                return text.has(start - 1, .of) && text.has(start - 2, .force)
                    ? Found(side: side, words: start - 2..<k + 1) : nil
            }
            return Found(side: side, words: start..<k + 1)
        }
        guard text.has(k, .force) else { return nil }
        var i = k - 1
        while i >= first, k - i <= 5 {
            if text[i].kind == .sign
                || text[i].senses.meets(Senses(.preposition, .speech, .relative)) && !text.has(i, .demonym)
            {
                return nil
            }
            let start = scene.phraseStart(i)
            if text[start].senses.meets(Self.names),
                text.has(start, .demonym) || text[i].isPossessive || text.has(start, .people)
                    || text.has(start, .seat),
                let side = text[start].names.first
            {
                return Found(side: side, words: start..<k + 1)
            }
            i -= 1
        }
        return nil
    }

    /// "their troops", "our soldiers", "enemy units".
    private func owned(_ k: Int) throws(Doubt) -> Found {
        var i = k - 1
        while i >= scene.facts.words.lowerBound, k - i <= 3, text[i].kind != .sign {
            if text.has(i, .first) { return try speaker(i, i..<k + 1) }
            if text.has(i, .third) { return try pronoun(i, i..<k + 1) }
            if text.has(i, .enemy), let speaker = speakers.side(at: i),
                let side = text.lexicon.opponent(of: speaker)
            {
                return Found(side: side, words: i..<k + 1, rule: "the enemy of whoever speaks")
            }
            if text.has(i, .preposition) { break }
            i -= 1
        }
        throw Doubt.holder
    }

    // MARK: pronouns

    private func speaker(_ i: Int, _ words: Range<Int>) throws(Doubt) -> Found {
        guard let side = speakers.side(at: i) else { throw Doubt.holder }
        return Found(side: side, words: words, rule: "whoever speaks")
    }

    /// The one side that acts before in the sentence, else in the sentence before.
    private func pronoun(_ i: Int, _ words: Range<Int>) throws(Doubt) -> Found {
        guard text[i].quote == nil else { throw Doubt.holder }
        let own = acting(in: scene.facts.words.lowerBound..<i)
        if Set(own).count > 1 { throw Doubt.bothSides }
        if let side = own.first { return Found(side: side, words: words, rule: "sentence") }
        let sentence = text[i].sentence
        guard sentence > 0 else { throw Doubt.holder }
        let before = acting(in: text.sentences[sentence - 1])
        if Set(before).count > 1 { throw Doubt.bothSides }
        guard let side = before.first else { throw Doubt.holder }
        return Found(side: side, words: words, rule: "sentence before")
    }

    /// The sides, in order, that are named in some words, other than in "Ukrainian territory" or "in Ukraine".
    func acting(in words: Range<Int>, quote: Int? = nil) -> [String] {
        var sides: [String] = []
        for i in words where text[i].span > 0 && text[i].quote == quote {
            if quote != nil, text.has(i, .first) { sides.append(speakers.side(at: i) ?? "") }
            if quote == nil, text.has(i, .first), !text.has(i, .article), let side = speakers.side(at: i) {
                sides.append(side)
            }
            guard text[i].senses.meets(Self.names), let side = text[i].names.first else { continue }
            let next = i + text[i].span
            let before = text.has(i - 1, .article) ? i - 2 : i - 1
            let isBehind = text.has(before, .preposition) && !text.has(before, .by)
            if isBehind, !text.has(i, .demonym), !text[i].isPossessive,
                !(text.has(i - 1, .of) && text.has(i - 2, .force))
            {
                continue
            }
            if text.has(i, .demonym) || text[i].isPossessive,
                text.has(next, .ground) || text.has(next, .region)
            {
                continue
            }
            if text.has(i, .country) || text.has(i, .demonym), text[i].isPossessive, text.has(next, .region) {
                continue
            }
            sides.append(side)
        }
        return sides
    }
}
