// Balances, the most and the least, averages; and what is said the other way round: "all but".

internal import KGeoCore
internal import KGeoExtract

extension NearDecision {
    /// Net, peak, lowest, mean.
    func special(_ measure: ClaimMeasure?) -> ClaimMeasure? {
        if has(.net, within: 9, in: clause) { return .net }
        if text.has(after, .more),
            (after..<min(after + 14, facts.words.upperBound)).contains(where: { i in
                text.has(i, .than)
                    && (i..<min(i + 4, facts.words.upperBound)).contains { text.has($0, .third) }
            })
        {
            return .net
        }
        if has(.mean, within: 16, in: clause) { return figure.claim.kind == .rate ? .gained : .mean }
        if figure.claim.kind != .share, isAtPeak,
            measure != .gained && measure != .lost || !isOfWholeMonth || clauseHas(.pocket)
        {
            return .peak
        }
        if figure.claim.kind != .share, has(.atFirst, within: 10, in: clause),
            measure == .gained || measure == .held
        {
            return .peak
        }
        return nil
    }

    /// "The peak came in November with 505": the most of a series of months is what one month was.
    private var isOfWholeMonth: Bool {
        clauseHas(.month)
            && !facts.moments.contains {
                $0.words.overlaps(clause) && $0.isPoint && !$0.isSince && $0.month == nil
            }
    }

    /// Whether words for the most stand with the figure, and not with another before it.
    var isAtPeak: Bool {
        if (lead..<after).contains(where: { text.has($0, .peak) }) { return true }
        guard let word = nearest(Senses(.peak), within: 30, in: clause) else { return false }
        let between = word < lead ? word..<lead : after..<max(after, word)
        return !between.contains { text[$0].figure != nil && !facts.isTime($0) }
    }

    /// "all but 55 km² of what had been overrun", "clean but for 100 km²": what the other side still has.
    var isAllBut: Bool {
        (max(facts.words.lowerBound, lead - 3)..<min(after, lead + 3)).contains { text.has($0, .allBut) }
            || (max(facts.words.lowerBound, lead - 3)..<lead).contains {
                text.has($0, .remains) && text[$0].span > 2
            }
    }
}
