// The decision on one figure: whether it is one of ground, and its reading, part by part.

internal import KGeoCore
internal import KGeoExtract

/// What is decided of one figure.
struct NearDecision {
    var run: NearRun
    let text: ReadingText
    let number: Int
    let figure: FoundFigure
    let facts: SentenceFacts
    /// The figure’s words with those that qualify it.
    let lead: Int, after: Int
    /// The words of its clause.
    let clause: Range<Int>
    /// The cell of a table that it stands in.
    let cell: TableCell?
    /// The word that gives the measure.
    var verb: Int?
    /// The measure is that of the other side: "all but", "what remains to be taken".
    var isInverted = false
    /// Its reading is that of an earlier figure, but for the time or the place.
    var isTakenOver = false
    /// It is offered, and so held.
    var isOffered = false
    /// Who takes, loses or lacks, where what is left is the other side's.
    var doer: String?
    /// The time it was read with.
    var moment: Moment?
    /// The unit a bare number takes up.
    var unit: MeasureUnit?
    var because: [Reading.Evidence] = []
    /// What the words beside the figure have already given.
    var given: Reading?

    init?(_ number: Int, in run: NearRun, sentence: Int) {
        self.run = run
        text = run.text
        self.number = number
        figure = run.text.source.figures[number]
        facts = run.facts[sentence]
        let words = run.text.figureWords[number]
        guard !words.isEmpty else { return nil }
        var first = words.lowerBound
        while first > facts.words.lowerBound, run.text[first - 1].start >= figure.lead { first -= 1 }
        lead = first
        // A number may run over the end of its sentence, where a line ends within it.
        var last = min(words.upperBound, facts.words.upperBound)
        while last < facts.words.upperBound, run.text[last].end <= figure.after { last += 1 }
        after = last
        clause = NearClause(text: run.text, facts: facts, number: number).clause(first, last)
        cell = TableFinder(text: run.text).cell(of: number)
    }

    // MARK: looking around

    /// How far a word is from the figure: words between, more for pauses, other clauses and other figures.
    func cost(_ i: Int) -> Int {
        if i >= lead, i < after { return 0 }
        let span = i < lead ? i + 1..<lead : after..<i
        var cost = span.count + 1
        for k in span {
            if text.isSign(k, ",") { cost += 3 }
            if text.isSign(k, ";:—") { cost += 10 }
            if text.isSign(k, "“”\"") { cost += 6 }
            if text.has(k, .contrast), !text.has(k, .and) { cost += 5 }
            if let n = text[k].figure, n != number, text.figureWords[n].lowerBound == k,
                !text.source.figures[n].isBare || text.source.figures[n].isClaim, !facts.isTime(k)
            {
                cost += 7
            }
        }
        return i >= after ? cost + 2 : cost
    }

    /// The nearest word of a sense within a cost.
    func nearest(_ senses: Senses, within limit: Int, in words: Range<Int>? = nil) -> Int? {
        let found = (words ?? facts.words).filter {
            text[$0].span > 0 && text[$0].senses.meets(senses) && !($0 >= lead && $0 < after)
                && cost($0) <= limit
        }
        return found.min { cost($0) < cost($1) }
    }

    func has(_ sense: Sense, within limit: Int, in words: Range<Int>? = nil) -> Bool {
        nearest(Senses(sense), within: limit, in: words) != nil
    }

    /// Whether a word of a sense stands in the clause.
    func clauseHas(_ sense: Sense) -> Bool { clause.contains { text.has($0, sense) } }

    mutating func note(_ part: String, _ words: Range<Int>?, _ rule: String) {
        guard let words, let first = words.first, let last = words.last else {
            because.append(.init(part: part, quote: "", start: 0, end: 0, rule: rule))
            return
        }
        let span = text[first].start..<text[last].end
        let raw = text.source.raw(span)
        because.append(
            .init(
                part: part, quote: text.source.text(span), start: raw.lowerBound, end: raw.upperBound,
                rule: rule))
    }

    // MARK: is it a figure

    /// Whether a number is a figure of ground at all.
    var isFigure: Bool {
        if facts.isTime(text.figureWords[number].lowerBound) || isMark { return false }
        if figure.claim.kind == .share, text.has(after, .of), isOfThings { return false }
        if figure.isClaim, !figure.isBare { return true }
        if figure.isBare { return isElliptic }
        return figure.claim.kind == .share && (isShareOfGround || TakePart(self) != nil)
    }

    /// A number that marks a place in a text or a time: "[14]", "16:40", "2.", "2024", "half-year".
    private var isMark: Bool {
        guard let first = text.figureWords[number].first, let last = text.figureWords[number].last else {
            return false
        }
        if figure.isFraction, last + 1 < text.words.count, text[last + 1].isHyphenated { return true }
        guard !figure.hasUnit else { return false }
        if text.isSign(first - 1, "[$€£#№") || text.has(last + 1, .yearUnit) { return true }
        if last + 1 < text.words.count, text[last + 1].isHyphenated { return true }
        if text[first].kind == .number {
            for (sign, other) in [(last + 1, last + 2), (first - 1, first - 2)]
            where text.isSign(sign, ":") && text.words.indices.contains(other) {
                let isJoined = text[other].kind == .number && abs(text[sign].start - text[other].start) <= 3
                if isJoined, text[other].text.count <= 2 || text[first].text.count <= 2 { return true }
            }
            // "2. In Kursk, …"
            if first == facts.words.lowerBound, text.isSign(last + 1, ".)") { return true }
            if text[first].text.count == 4, !text[first].text.contains(where: { !$0.isNumber }),
                (1_990...2_040).contains(figure.claim.low)
            {
                return true
            }
        }
        return false
    }

    /// A percentage or part that the words tie to ground or a side.
    private var isShareOfGround: Bool {
        if let cell, !cell.row.isEmpty || !cell.column.isEmpty { return true }
        if isThatIs || isNationwide { return true }
        if !text.has(after, .of), groundOfSentence != nil { return true }
        if text.has(after, .of), isOfGround(after + 1) { return true }
        if text.has(after, .of), !text.has(after + 1, .pronounObject) { return false }
        if text.has(after, .more) || text.has(after, .counted) || text.has(after, .than) { return false }
        if clause.contains(where: { text.has($0, .counted) }) { return false }
        if text.counts(number) { return false }
        // "rose 30 percent", "fell by a fifth"
        if text.has(lead - 1, .change) || (text.has(lead - 1, .by) && text.has(lead - 2, .change)) {
            return false
        }
        let isSaid = run.topic.reading != nil || !placesOf([.region, .country, .direction]).isEmpty
        guard isSaid else { return false }
        if let previous = run.topic.reading, previous.kind == .share,
            run.topic.paragraph >= text[lead].paragraph - 1
        {
            return true
        }
        return nearest(Senses(.held, .gained, .lost, .regained, .remains), within: 25) != nil
            || nearest(Senses(.country, .demonym, .people, .third, .first, .intruder, .enemy), within: 15)
                != nil
            || text.isSign(lead - 1, ":(") || placesOf([.region]).contains { cost($0.words.lowerBound) < 6 }
    }

    /// "15 percent of Zaporizhzhia city's factories", "half of Sumy Oblast's villages".
    private var isOfThings: Bool {
        // "30 percent of Ukraine’s power plants": of what somebody has, unless it is ground.
        let owner = text.has(after + 1, .article) ? after + 2 : after + 1
        if owner < facts.words.upperBound, text[owner].isPossessive,
            text[owner].senses.meets(
                Senses(.country, .people, .seat, .first, .third, .regionNoun, .nation, .region))
        {
            let phrase = owner + 1..<max(owner + 1, min(owner + 5, facts.words.upperBound))
            return !phrase.prefix(while: { !text.has($0, .auxiliary) && text[$0].kind != .sign }).contains {
                text[$0].senses.meets(
                    Senses(
                        .ground, .pocket, .regionNoun, .regionNouns, .region, .gained, .lost, .held, .size,
                        .quantity, .nation))
            }
        }
        return facts.places.contains { place in
            (1...2).contains(place.words.lowerBound - after)
                && names(place, things: [.ground, .pocket, .regionNoun])
        }
    }

    private func names(_ place: PlaceMention, things ground: [Sense]) -> Bool {
        let end = place.words.upperBound
        return place.role == .city || (text[end - 1].isPossessive && !ground.contains { text.has(end, $0) })
    }

    private func isOfGround(_ k: Int) -> Bool {
        var k = k
        while text.has(k, .article) || text.has(k, .within) || text.has(k, .first) || text.has(k, .third),
            k < after + 4
        { k += 1 }
        if facts.places.contains(where: { $0.words.contains(k) && names($0, things: [.ground, .pocket]) }) {
            return false
        }
        return text[min(k, text.words.count - 1)].senses.meets(
            Senses(
                .region, .country, .demonym, .nation, .ground, .there, .former, .latter, .pocket, .regionNoun,
                .pronounObject, .gained, .lost, .held, .peak))
            || text.has(after + 1, .pronounObject)
            || facts.places.contains { $0.words.contains(k) && $0.role != .city }
    }

    /// A number that takes its unit from a figure before it, or from a heading.
    private var isElliptic: Bool {
        let isNear = run.topic.claimed != nil && run.topic.paragraph >= text[lead].paragraph - 1
        let hasUnit = (facts.words.lowerBound..<lead).contains {
            text.has($0, .areaUnit) && text[$0].span > 0 && text[$0].figure == nil
        }
        guard isNear || hasUnit || run.hasUnitHeading(before: text[lead].sentence) else { return false }
        return figure.claim.low != 0 && !text.counts(number)
    }

    /// "its pace", "December’s part", "the monthly take": a noun for the number said before.
    func isQuantity(_ i: Int) -> Bool {
        guard text.words.indices.contains(i), text.has(i, .quantity), i > facts.words.lowerBound else {
            return false
        }
        let k =
            text[i - 1].senses.isEmpty && text[i - 1].kind == .word && !text[i - 1].isCapital ? i - 2 : i - 1
        return text.has(k, .article) || text.has(k, .third)
            || k >= facts.words.lowerBound && text[k].isPossessive
            || facts.isTime(k) || text[i].span > 1
    }

    /// "rose to", "sagged to": a verb that leads from one number to another, whichever verb it is.
    func isChange(_ i: Int) -> Bool {
        guard text.words.indices.contains(i), i < lead, i > facts.words.lowerBound,
            text.has(i + 1, .to) || text.has(i + 1, .from) && text[i + 1].figure == nil
        else { return false }
        if text.has(i, .change) { return true }
        return text[i].kind == .word && text[i].senses.isEmpty && !text[i].isCapital && i + 2 == lead
            && (text.has(i - 1, .third) || text.has(i - 1, .quantity))
    }

    /// "Nationwide 19 %", at the beginning of a line: of the whole country.
    var isNationwide: Bool {
        let first = (facts.words.lowerBound..<lead).first { text[$0].kind != .sign }
        if let first, text.has(first, .overall), first + text[first].span + 1 >= lead { return true }
        // "The first ten days of August, country-wide: 61 lost"
        guard let colon = (facts.words.lowerBound..<lead).last(where: { text.isSign($0, ":") }) else {
            return false
        }
        return (facts.words.lowerBound..<colon).contains { i in
            text.has(i, .overall) && text.isSign(i - 1, ",") && i + max(1, text[i].span) == colon
        }
    }

    /// Whether another figure stands between two words.
    func hasFigure(from first: Int, to last: Int) -> Bool {
        (first..<max(first, last)).contains { i in
            text[i].figure.map { $0 != number && !text.counts($0) } ?? false && !facts.isTime(i)
        }
    }

    func placesOf(_ roles: [PlaceMention.Role]) -> [PlaceMention] {
        facts.places.filter { roles.contains($0.role) && !$0.isAttribute }
    }
}
