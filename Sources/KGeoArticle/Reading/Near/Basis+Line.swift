// What lengths, distances and depths rest on: ends that the sentence names.

internal import KGeoCore
internal import KGeoExtract

extension Basis {
    // MARK: lengths

    func line() -> Doubt? {
        // A change of length is the difference of two.
        if reading.measure == .net || text.has(decision.after, .more) { return .difference }
        if reading.kind == .length {
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
            return isNamed && !isOther && !isEnd ? nil : .line
        }
        if reading.kind == .distance {
            let isApart = (decision.facts.words.lowerBound..<decision.lead).contains { text.isSign($0, ":") }
            // "having traveled thousands of kilometres across Russia": a way, not a distance.
            let isMeasured =
                text.words.indices.contains(decision.after)
                && text[decision.after].senses.meets(Senses(.from, .of, .to, .near))
                || (decision.facts.words.lowerBound..<decision.lead).contains { text.has($0, .from) }
                || decision.lead > 0 && text[decision.lead - 1].senses.meets(Senses(.auxiliary, .size, .long))
            if !isMeasured { return .line }
            if isApart || decision.clause.contains(where: { text.has($0, .direction) }) { return .line }
            let ends = [reading.from, reading.to].compactMap(\.self)
            let words = decision.facts.words
            let said = words.first.flatMap { first in
                words.last.map { text.source.text(text[first].start..<text[$0].end) }
            }
            let isNamed =
                ends.count == 2
                && ends.allSatisfy { end in
                    let isLine =
                        end.hasPrefix("ground held by") || end == LineRules.border
                    return isLine || !end.contains(where: \.isNumber) && (said?.contains(end) ?? false)
                }
            return isNamed ? nil : .line
        }
        let hasBorder = decision.facts.words.contains { text.has($0, .border) }
        let isInside = text.has(decision.after, .within) && rests("region", on: "own clause")
        guard hasBorder || isInside || reading.kind == .width else { return .line }
        return holderOfLine ?? region(goesOn)
    }

    var holderOfLine: Doubt? {
        let isPlan = decision.clause.contains { text.has($0, .plan) }
        return isPlan ? .plan : nil
    }
}
