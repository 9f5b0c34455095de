// Which percentages and fractions are shares of ground: those of territory, not of votes, shells or growth.

internal import KGeoCore

/// Decides whether a share is one of territory.
struct ShareRules {
    let sentence: Sentence
    let quantity: Quantity
    /// The claims of the sentence so far: a share beside an area needs no noun of its own.
    let earlier: [Quantity]
    /// Whether the text before has spoken of territory.
    let followsTerritory: Bool

    /// Whether the figure is a share of ground.
    var isClaim: Bool {
        if isPortion { return true }
        if isChange || isMeasureOfChange { return false }
        var k = quantity.after
        // '"about 70 per cent" of the town'
        if sentence.isSign(k, "\"'"), sentence.has(k + 1, .of) { k += 1 }
        // "one in five acres"
        if quantity.numbers.first?.isOneIn ?? false {
            return sentence.has(k, .ground) || sentence.unitName(at: k) != nil
        }
        if let verdict = whole(behind: k) { return verdict }
        // "Of the district, 55% is in rebel hands."
        if let of = wholeBefore() { return of }
        if sentence.has(k, .unrelated) || quantity.isAdjective { return false }
        // "is 90 percent under their control", "40% occupied"
        if sentence.has(k, [.hold, .gain]), sentence.has(quantity.lead - 1, [.auxiliary, .and]) {
            return true
        }
        // "holds the other 90 percent"
        if sentence.pauses(k), let verb = sentence.last([.hold, .gain], before: quantity.lead, within: 3),
            sentence.has(0..<verb, [.force, .named])
        {
            return true
        }
        if isBesideArea || isLabelled { return true }
        if earlier.contains(where: { $0.dimension == .ratio }), isElliptic(k) { return true }
        // "1,200 square kilometres, of which they kept a third"
        if !earlier.isEmpty, isElliptic(k),
            let of = sentence.last(.of, before: quantity.lead, within: Reach.clause),
            of > 0,
            sentence.has(of + 1, .relative) || sentence.lexicon.isPronoun(sentence.tokens[safe: of + 1])
        {
            return true
        }
        return followsTerritory && isElliptic(k) && quantity.unit.name == "percent" && holds
    }

    /// "down 30 %", "grew by a third", "a 40% increase", "20% more".
    private var isChange: Bool {
        let lead = quantity.lead
        // "a third of the region, a drop from over 40%": shares of the same whole.
        if sentence.has(lead - 1, [.from, .to]), earlier.contains(where: { $0.dimension == .ratio }) {
            return false
        }
        // "(−11%)", "+4%"
        if sentence.isSign(lead - 1, "-+"), sentence.isGlued(lead),
            !sentence.tokens[lead - 1].traits.contains(.dashed)
        {
            return true
        }
        let behind = quantity.after
        if sentence.has(behind, .change), !sentence.has(behind + 1, .of) || !sentence.has(behind, .movement) {
            return true
        }
        if sentence.has(lead - 1, .by), sentence.last(.change, before: lead, within: Reach.clause) != nil {
            return true
        }
        if sentence.has(lead - 1, .change), !sentence.has(behind, .of) { return true }
        if sentence.has(lead - 1, .change), sentence.lexicon.isUpOrDown(sentence.tokens[safe: lead - 1]),
            !sentence.has(behind, .of)
        {
            return true
        }
        if !sentence.has(behind, .of), let verb = sentence.last(.change, before: lead, within: Reach.phrase),
            verb >= sentence.clauseStart(lead),
            !sentence.has(verb..<lead, [.hold, .cover, .gain, .to])
        {
            return true
        }
        return false
    }

    /// "55% contained", "a 30 percent chance".
    private var isMeasureOfChange: Bool {
        let k = quantity.after
        return sentence.has(k, .unrelated) && !sentence.has(k, [.ground, .place])
            || (sentence.has(k + 1, .unrelated) && sentence.isWord(k) && sentence.number(at: k) == nil
                && !sentence.has(k, [.of, .ground, .preposition]) && !sentence.isCapital(k)
                && !sentence.has(k, .determiner) && !sentence.has(k, .auxiliary))
    }

    /// Whether the words around speak of holding, taking, losing or covering ground.
    private var holds: Bool { sentence.mentions([.hold, .gain, .lose, .cover]) }

    /// The verdict of "of …" behind the figure; nil when there is no such whole.
    private func whole(behind k: Int) -> Bool? {
        var k = k
        if sentence.has(k, .of) {
            k += 1
        } else if quantity.unit.name == "fraction", sentence.has(k, .determiner) {
            // "half the country"
        } else if sentence.has(k, [.ground, .place]), !sentence.has(k, [.preposition, .direction]),
            !quantity.isAdjective
        {
            // "18% territory"
        } else if sentence.lexicon.customs.hasGenitive, sentence.isWord(k), !isVerb(k),
            !sentence.has(k, [.preposition, .auxiliary, .and, .or, .relative, .timeNoun, .speech]),
            !quantity.isAdjective
        {
            // "20 % території України", "20 Prozent der Fläche"
        } else {
            return nil
        }
        return isGround(from: k)
    }

    /// "their share of the city grew from a tenth to nearly half".
    private var isPortion: Bool {
        guard !sentence.has(quantity.lead - 1, .by),
            let noun = (max(0, quantity.lead - 12)..<quantity.lead).last(where: {
                sentence.lexicon.plays(.portion, sentence.tokens[$0])
            }), sentence.has(noun + 1, .of), noun >= sentence.clauseStart(quantity.lead)
        else { return false }
        var end = noun + 2
        while sentence.has(end, .determiner) { end += 1 }
        return sentence.has(end..<end + 2, [.ground, .place]) && !sentence.has(end..<end + 3, .unrelated)
    }

    private func wholeBefore() -> Bool? {
        guard let of = sentence.last(.of, before: quantity.lead, within: Reach.clause),
            of == 0 || sentence.isSign(of - 1, ",(-;"),
            sentence.isSign(quantity.lead - 1, ",")
        else { return nil }
        return isGround(from: of + 1)
    }

    /// What a noun phrase is made of, as far as a share asks.
    private struct Phrase {
        /// The noun that the others speak of; nil when there is none.
        var head: Int?
        /// Where the phrase ends.
        var end: Int
        /// Said of the head's owner: "Gaza's people".
        var isOwned = false
        /// Whether a word for ground stands in it.
        var namesGround = false
        /// For a figure in it, "20 % of the 500 km²": whether that measures ground.
        var measures: Bool?
    }

    private func phrase(from start: Int) -> Phrase {
        var k = start
        // "of all the farmland"
        while sentence.has(k, .determiner), sentence.has(k + 1, .determiner) { k += 1 }
        var found = Phrase(end: k)
        while sentence.isWord(k) || sentence.isNumber(k) || sentence.isSign(k, "$"), k < start + 12 {
            if sentence.isNumber(k) || sentence.isSign(k, "$") {
                // "20 % of the 500 km²"
                if let number = sentence.number(at: k), let unit = sentence.unitName(at: number.end) {
                    found.measures = unit.unit.dimension == .area || unit.unit.dimension == .length
                    break
                }
                k += 1
                continue
            }
            if k > start, sentence.has(k, [.preposition, .auxiliary, .and, .relative, .or]),
                !sentence.isHyphenated(k), !sentence.has(k, .place)
            {
                break
            }
            if k > start, found.head != nil, isVerb(k) || sentence.has(k, [.article, .determiner]) { break }
            found.head = k
            if sentence.lexicon.isPronoun(sentence.tokens[k]) { break }
            if sentence.tokens[k].isPossessive, sentence.isWord(k + 1), !sentence.has(k + 1, .preposition) {
                found.isOwned = true
                found.head = nil
            } else if sentence.has(k, .ground) {
                // "its territory still under control": what follows the noun is no noun, unless it is one of those.
                found.namesGround = true
                if !sentence.has(k + 1, [.unrelated, .ground, .place]) { break }
            } else if sentence.has(k, [.place, .regionNoun]), !sentence.isCapital(k), sentence.isWord(k + 1),
                !sentence.isCapital(k + 1),
                !sentence.has(k + 1, [.unrelated, .ground, .place, .line, .preposition])
            {
                // "of the region compared with last year"
                break
            }
            k += 1
        }
        found.end = k
        return found
    }

    /// Whether a noun phrase names ground: its head does, or it is a place and the clause says what became of it.
    private func isGround(from start: Int) -> Bool? {
        let phrase = phrase(from: start)
        if let measures = phrase.measures { return measures }
        guard let head = phrase.head else { return nil }
        // "of the area's shops" is owned; "of the forest" is not.
        if sentence.has(head, .ground) { return true }
        if phrase.namesGround, sentence.has(head, .unrelated) { return false }
        if sentence.has(head, .place) || sentence.isCapital(head) || sentence.has(head, .named) {
            if sentence.has(head, .unrelated), !sentence.has(head, .place) { return false }
            if phrase.isOwned, !sentence.has(head, .place) { return false }
            let k = phrase.end
            return (holds || !sentence.has(k..<sentence.clauseEnd(k), .unrelated))
                && !mentionsOthers(k, head)
        }
        if sentence.has(head, .line) {
            // "of the bridges", "of the grid's lines": things are counted, not ground.
            return !sentence.has(start..<head + 1, .unrelated)
        }
        if sentence.lexicon.isPronoun(sentence.tokens[head]) {
            return !earlier.isEmpty
                || (holds
                    && (followsTerritory
                        || sentence.last([.ground, .place], before: quantity.lead, within: 12) != nil))
        }
        if sentence.lexicon.isTotal(sentence.tokens[head]) {
            return followsTerritory || !earlier.isEmpty || sentence.mentions(.ground)
        }
        return false
    }

    /// A verb that ends a noun phrase without an auxiliary: "of the province fell", "of Luhansk remain".
    private func isVerb(_ k: Int) -> Bool {
        sentence.has(k, [.hold, .lose, .gain, .cover, .run, .speech]) && !sentence.has(k, [.ground, .place])
            && !sentence.isCapital(k)
            && !(sentence.lexicon.isModifier(sentence.tokens[k]) && sentence.isWord(k + 1)
                && !sentence.has(k + 1, [.preposition, .and, .auxiliary]))
    }

    /// "of the country lives in poverty", "of Gaza's people": something else is counted.
    private func mentionsOthers(_ k: Int, _ head: Int) -> Bool {
        // "half the island has no power", "a third of the city is without water"
        if sentence.has(head + 1, .auxiliary), sentence.isNo(head + 2),
            sentence.has(head + 3..<min(head + 5, sentence.clauseEnd(head)), .unrelated)
        {
            return true
        }
        return sentence.has(k..<min(k + 3, sentence.clauseEnd(k)), .unrelated)
            && !sentence.has(k..<k + 3, [.hold, .cover])
    }

    /// "Occupied land: 18.9 %", "18.9 % (114,000 km²)".
    private var isLabelled: Bool {
        if sentence.isSign(quantity.lead - 1, ":"),
            let noun = sentence.last(.ground, before: quantity.lead - 1, within: 1),
            !sentence.has(noun, .unrelated)
        {
            return true
        }
        guard sentence.isSign(quantity.after, "(") else { return false }
        var k = quantity.after + 1
        while let (_, end) = sentence.lexicon.qualifiersBefore.match(sentence.tokens, from: k) { k = end }
        if !sentence.isWord(k), !sentence.isNumber(k) { k += 1 }
        guard let number = sentence.number(at: k), let unit = sentence.unitName(at: number.end) else {
            return false
        }
        return unit.unit.dimension == .area
    }

    /// "5,400 square kilometres, or 9 percent", "4,800 km² (0.8%)".
    private var isBesideArea: Bool {
        guard let last = earlier.last(where: { $0.dimension == .area }) else { return false }
        let gap = quantity.lead - last.after
        guard gap >= 0, gap <= 4 else { return false }
        for k in last.after..<quantity.lead
        where !sentence.has(k, [.or, .filler]) && !sentence.isSign(k, ",(-;=") { return false }
        return !sentence.has(quantity.after, .unrelated)
    }

    /// Whether nothing, or only a verb or a holder, follows.
    private func isElliptic(_ k: Int) -> Bool {
        sentence.pauses(k)
            || sentence.has(k, [.and, .auxiliary, .relative, .preposition, .or, .hold, .timeNoun])
            || sentence.has(k + 1, .timeNoun)
                && (sentence.has(k, [.pastTime, .article, .determiner]) || sentence.number(at: k) != nil)
    }
}
