// What lengths, distances and depths rest on: ends that the sentence names.

internal import KGeoCore
internal import KGeoExtract

extension Basis {
    // MARK: lengths

    func line() -> Doubt? {
        // "25 km longer than on New Year’s Day" is that of two days, where the front itself was measured before.
        let isSince =
            reading.measure == .net && reading.period != nil && run.topic.previousIsFirm
            && run.topic.reading?.kind == .length && run.topic.previousSentence == sentence
            && decision.facts.moments.contains { $0.words.lowerBound >= decision.after }
        if isSince { return nil }
        // Else a change of length is the difference of two.
        if reading.measure == .net || text.has(decision.after, .more) { return .difference }
        switch reading.kind {
        case .length: return isFront ? nil : .line
        case .distance: return decision.isWay || isBetweenNames ? nil : .line
        default: return extent()
        }
    }

    /// Whether the front as a whole is spoken of, in the sentence or where "it" stands for it.
    private var isFront: Bool {
        let hasIt = decision.clause.contains { text.has($0, .third) }
        let before = hasIt && sentence > 0 ? run.facts[sentence - 1].words.lowerBound : nil
        let words = (before ?? decision.facts.words.lowerBound)..<decision.facts.words.upperBound
        let isNamed = words.contains { text.has($0, .front) && text[$0].span > 0 }
        let isOther = run.firstForeign < decision.facts.words.upperBound
        let isEnd = decision.facts.words.contains { i in
            guard text.has(i, .front), text[i].span > 0 else { return false }
            let k = text.has(i - 1, .article) ? i - 2 : i - 1
            return text.has(k, .from)
                || text.has(k, .of)
                    && (max(0, decision.lead - 2)..<decision.after).contains { text.has($0, .within) }
        }
        return isNamed && !isOther && !isEnd
    }

    /// Whether a distance is measured from one end to another that are named.
    private var isBetweenNames: Bool {
        let (lead, after) = (decision.lead, decision.after)
        let words = decision.facts.words
        let isApart = (words.lowerBound..<lead).contains { text.isSign($0, ":") }
        // "having traveled thousands of kilometres across Russia": a way, not a distance.
        let isMeasured =
            text.words.indices.contains(after)
            && text[after].senses.meets(Senses(.from, .of, .to, .near))
            || (words.lowerBound..<lead).contains { text.has($0, .from) }
            || lead > 0 && text[lead - 1].senses.meets(Senses(.auxiliary, .size, .long))
        guard isMeasured, !isApart, !decision.clause.contains(where: { text.has($0, .direction) }) else {
            return false
        }
        // "within five kilometres of it", "from the capital of the same name": of the town named before.
        let isBack = (after..<after + 7).contains {
            words.contains($0) && (text.has($0, .third) || text.has($0, .same) && text.has($0 - 1, .of))
        }
        let first =
            isBack && sentence > 0 ? run.facts[max(0, sentence - 3)].words.lowerBound : words.lowerBound
        guard let end = words.last else { return false }
        let said = text.source.text(text[first].start..<text[end].end)
        let ends = [reading.from, reading.to].compactMap(\.self)
        return ends.count == 2
            && ends.allSatisfy { end in
                let isLine = end.hasPrefix("ground held by") || end == LineRules.border
                return isLine || !end.contains(where: \.isNumber) && said.contains(end)
            }
    }

    /// Depths and widths: from the border, of a pocket abroad, or of a region that is named.
    private func extent() -> Doubt? {
        let hasBorder = decision.facts.words.contains { text.has($0, .border) }
        let isInside = text.has(decision.after, .within) && rests("region", on: "own clause")
        let isPocket = decision.clause.contains { text.has($0, .pocket) } && run.abroad == reading.regions
        let isOfPocket = text.has(decision.after, .deep) && isPocket
        guard hasBorder || isInside || isOfPocket || reading.kind == .width else { return .line }
        if isOfPocket || reading.kind == .width && isPocket { return holderOfLine }
        let isOfBulge = decision.facts.words.contains { text.has($0, .pocket) && text[$0].span > 0 }
        if isOfBulge, !rests("region", on: "own clause"),
            reading.regions.allSatisfy({ $0 == run.home })
        {
            return .direction
        }
        return holderOfLine ?? region(goesOn && run.topic.reading?.kind == reading.kind)
    }

    var holderOfLine: Doubt? {
        let isPlan = decision.clause.contains { text.has($0, .plan) }
        return isPlan ? .plan : nil
    }
}
