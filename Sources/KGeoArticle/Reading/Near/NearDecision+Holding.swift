// Who has ground, however it is said: what is left to be taken, what is lacked, what is had behind the figure.

internal import KGeoCore
internal import KGeoExtract

extension NearDecision {
    /// "what remains to be taken": what the other side still has.
    var isToBeTaken: Bool {
        clause.contains { k in
            guard text.has(k, .remains) || text.has(k, .left), cost(k) <= 24 else { return false }
            let end = facts.words.upperBound
            return (k + 1..<max(k + 1, min(k + 5, end))).contains { text.has($0, .to) }
                && (k + 1..<max(k + 1, min(k + 7, end))).contains { text.has($0, .gained) }
        }
    }

    /// "lacks 5,300 km²": what the other side has.
    var isLacking: Bool {
        func lacks(_ i: Int) -> Bool { text.has(i, .lacks) && text[i].span > 0 }
        if clause.contains(where: { lacks($0) && cost($0) <= 8 }) { return true }
        // "What Russia does not have: …"
        guard let colon = (facts.words.lowerBound..<lead).first(where: { text.isSign($0, ":") }) else {
            return false
        }
        return (facts.words.lowerBound..<colon).contains { lacks($0) }
    }

    /// "the 420 km² it occupies", "that Kyiv still holds": a word of holding behind whoever holds, right behind the figure.
    var heldBehind: Int? {
        for k in after..<max(after, min(clause.upperBound + 4, facts.words.upperBound)) {
            if text.isSign(k, ",;:.—") || text[k].figure != nil && !facts.isTime(k) || k - after > 10 {
                return nil
            }
            guard text.has(k, .held), text[k].span > 0, !isAuxiliary(k) || isHavingAlone(k) else { continue }
            let before = max(after, k - 3)..<k
            if before.contains(where: { (isNamedSide($0) || text.has($0, .first)) && !isPlace($0) }) {
                return k
            }
        }
        return nil
    }

    /// "the 105 they had in May": has it, and no other verb behind.
    func isHavingAlone(_ k: Int) -> Bool {
        guard k - 1 >= after, k - after <= 2, text.has(lead - 1, .article),
            text.has(k - 1, .third) || text.has(k - 1, .first) || isNamedSide(k - 1)
        else { return false }
        return k + 1 >= facts.words.upperBound || text[k + 1].kind == .sign || facts.isTime(k + 1)
            || text.has(k + 1, .preposition) || text.has(k + 1, .within)
    }

    /// "they had 74 of it": a side has it, and that is all.
    func isPossessing(_ i: Int) -> Bool {
        guard i < lead, text.has(i, .has) || text.has(i, .had) else { return false }
        return (i + 1..<lead).allSatisfy { text[$0].senses.meets(Senses(.filler, .adverb)) }
            && (text.has(i - 1, .third) || text.has(i - 1, .first) || isNamedSide(i - 1)
                || text.has(i - 1, .force))
    }

    /// "the occupied share of the country", "the occupied zone": ground that the other side has, by its own name.
    func isOccupiedGround(_ i: Int) -> Bool {
        guard text.has(i, .occupied), text[i].span > 0, text.has(i - 1, .article),
            i + 1 < facts.words.upperBound
        else { return false }
        return text[i + 1].senses.meets(Senses(.ground, .quantity, .regionNoun, .pocket, .stretch))
            || text[i + 1].kind == .word && text[i + 1].senses.isEmpty && !text[i + 1].isCapital
    }

    /// "Kyiv’s toehold in Kursk Oblast is put at 4 km²": a pocket is held, whatever is said of its size.
    var pocketOfSubject: Int? {
        guard figure.claim.kind == .area,
            let pocket = (min(clause.lowerBound, lead)..<lead).last(where: {
                text.has($0, .pocket) && text[$0].span > 0
            })
        else { return nil }
        let words = pocket + 1..<lead
        return words.contains { text[$0].senses.meets(Senses(.auxiliary, .size, .change)) }
            && !words.contains { text[$0].kind == .sign || text.has($0, .contrast) } ? pocket : nil
    }

    /// "have nestled into 7 km²", "are lodged on 30 km²": troops who are on ground have it, whichever verb says so.
    var settled: Int? {
        guard figure.claim.kind == .area, figure.hasUnit else { return nil }
        var k = lead - 1
        while k > clause.lowerBound, text[k].senses.meets(Senses(.filler, .adverb)), !text.has(k, .within) {
            k -= 1
        }
        guard k > clause.lowerBound, text.has(k, .within) || text.has(k, .during), isAdjective(k - 1),
            text.has(k - 2, .auxiliary)
        else { return nil }
        return (clause.lowerBound..<k).contains { text[$0].span > 0 && isNamedSide($0) && !isPlace($0) }
            ? k - 1 : nil
    }
}
