// Which areas are claims: ground, not floors; figures, not densities and prices.

internal import KGeoCore

/// Decides whether an area is a claim.
struct AreaRules {
    let sentence: Sentence
    let quantity: Quantity

    /// Whether the figure is an area of ground.
    var isClaim: Bool {
        if NameRules.isName(quantity, sentence) || isDensity || quantity.isSpeed { return false }
        let isArticle = quantity.numbers.first?.isArticle ?? false
        if isArticle {
            let lead = quantity.lead
            if sentence.has(max(0, lead - 4)..<lead, [.money, .density]) || sentence.has(lead - 1, .each) {
                return false
            }
            guard sentence.has(quantity.after, .of) || quantity.qualifier != .exact || quantity.isAdjective
            else { return false }
        }
        if ["m2", "ft2", "football_pitch"].contains(quantity.unit.name) { return isGroundOrFire }
        return true
    }

    /// "per 100 square kilometres", "people/km²".
    private var isDensity: Bool {
        let before = quantity.lead - 1
        return sentence.has(before, .per) || sentence.isSign(before, "/") || sentence.has(before, .each)
    }

    /// Square metres and pitches: of ground, or of a fire, but not of floors.
    private var isGroundOrFire: Bool {
        let all = 0..<sentence.count
        let near = max(0, quantity.lead - 14)..<min(sentence.count, quantity.after + 14)
        let burns = sentence.lexicon.mentionsFire(sentence, all)
        if sentence.has(all, .floor), !burns { return false }
        if quantity.unit.name == "football_pitch" {
            return !sentence.entry(quantity.after).hasDimension && !sentence.has(all, [.sport])
        }
        return burns || sentence.has(near, [.cover, .gain, .lose]) || sentence.has(near, [.ground, .zone])
            || sentence.lexicon.playsArea(sentence, near)
    }
}

extension Entry {
    /// Whether it is a word such as "wide" or "depth".
    var hasDimension: Bool { dimension != nil }
}

extension Lexicon {
    /// Whether the sentence speaks of a fire.
    func mentionsFire(_ sentence: Sentence, _ range: Range<Int>) -> Bool {
        range.contains { sentence.isWord($0) && isFire(sentence.tokens[$0]) }
    }
    /// Whether it speaks of an area or zone by that word.
    func playsArea(_ sentence: Sentence, _ range: Range<Int>) -> Bool {
        range.contains { plays(.area, sentence.tokens[$0]) }
    }
    private func isFire(_ token: Token) -> Bool { entry(token.value).isFire }
}
