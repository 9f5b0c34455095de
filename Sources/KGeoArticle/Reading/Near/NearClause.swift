// The clause of a figure: the words around it, up to where another thing is said.

internal import KGeoExtract

/// Finds the clause of a figure.
struct NearClause {
    let text: ReadingText
    let facts: SentenceFacts
    /// The number of the figure.
    let number: Int

    private var sentence: Range<Int> { facts.words }

    /// The words around a figure, which stands from `lead` to `after`.
    func clause(_ lead: Int, _ after: Int) -> Range<Int> {
        // "gains of April (141 km²)": what stands before the bracket says it.
        let isBracketed =
            text.isSign(lead - 1, "(") && text.isSign(after, ")") && lead - 1 >= sentence.lowerBound
        var first = start(isBracketed ? lead - 1 : lead)
        var last = end(lead, after)
        // "the ground where its flag still flies": what is said of the ground behind.
        let isSaid = (after..<max(after, last)).contains { text.has($0, .speech) && text[$0].span > 0 }
        if last < sentence.upperBound, text.has(last, .relative), !isSaid,
            !(first..<last).contains(where: says)
        {
            last += 1
            while last < sentence.upperBound, !parts(last), !isOther(last) { last += 1 }
        }
        // "Balance: +25 km²": the name of a line.
        if first > sentence.lowerBound, text.isSign(first - 1, ":"), lead - first <= 1,
            first - sentence.lowerBound <= 6, !(sentence.lowerBound..<first).contains(where: isOther)
        {
            first = sentence.lowerBound
        }
        return first..<last
    }

    private func start(_ lead: Int) -> Int {
        var first = lead
        while first > sentence.lowerBound, !parts(first - 1) {
            // From the first pause behind another figure on.
            if isOther(first - 1) { return (first..<lead).first(where: pauses) ?? first }
            first -= 1
        }
        return first
    }

    private func end(_ lead: Int, _ after: Int) -> Int {
        // "560: its mean size": what is said of the number a sentence begins with.
        let isHead = (sentence.lowerBound..<lead).allSatisfy { text[$0].kind == .sign }
        var last = after
        while last < sentence.upperBound,
            !parts(last) || (isHead && last - after <= 1 && text.isSign(last, ":"))
        {
            if isOther(last) { return (after..<last).last(where: pauses) ?? last }
            last += 1
        }
        return last
    }

    /// Whether another clause begins with a word.
    private func parts(_ i: Int) -> Bool {
        if text.isSign(i, ";:—()\n") { return true }
        if text.has(i, .contrast), !text.has(i, .and), i != sentence.lowerBound {
            return text.isSign(i - 1, ",") || !text.has(i, .since)
        }
        if text.has(i, .relative), i != sentence.lowerBound, !text.has(i + 1, .since),
            !text.has(i, .same) || text.has(i - 1, .speech)
        {
            return true
        }
        // "…, most of it in Donetsk Oblast"
        if text.has(i, .most), text.isSign(i - 1, ",") { return true }
        // ", and kept," is put in between.
        return text.has(i, .and) && text.isSign(i - 1, ",")
            && !(i + 1..<max(i + 1, min(i + 3, sentence.upperBound))).contains { text.isSign($0, ",") }
    }

    private func isOther(_ i: Int) -> Bool {
        guard let n = text[i].figure, n != number else { return false }
        return !facts.isTime(i) && !text.counts(n)
    }

    private func pauses(_ i: Int) -> Bool { text.isSign(i, ",") || text.has(i, .and) || text.has(i, .or) }

    private func says(_ i: Int) -> Bool {
        text[i].senses.meets(Senses(.held, .gained, .lost, .regained, .remains)) && text[i].span > 0
    }
}
