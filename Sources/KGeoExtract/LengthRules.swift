// What a length says: how far in, how long, how wide, how far apart. Or that it is no claim at all.

internal import KGeoCore

/// Decides the kind of a length. The words behind it are asked first, then those before, then the sentence.
struct LengthRules {
    let sentence: Sentence
    let quantity: Quantity
    /// The claims of the sentence so far: "advanced 4 km and another 400 m" is one kind.
    let earlier: [Quantity]

    /// What a rule says; a rule without an opinion gives nil.
    enum Verdict {
        /// A kind that words said.
        case said(ClaimKind)
        /// A kind that is only likely: enough for kilometres, not for metres.
        case likely(ClaimKind)
        /// The figure measures something that is no claim.
        case none
    }

    var after: Int { quantity.after }
    var lead: Int { quantity.lead }
    private var metres: Double { quantity.unit.si(quantity.high) }
    /// Metres, yards and feet measure many things; only plain words make claims of them.
    private var isShortUnit: Bool { ["m", "yd", "ft"].contains(quantity.unit.name) }

    /// The kind; nil when the figure is no claim.
    func kind() -> ClaimKind? {
        if quantity.isSpeed || isName || isDensity { return nil }
        if sentence.mentions(.sport) || isWeaponRange { return nil }
        let kind: ClaimKind
        switch quantity.kind.map({ Verdict.said($0) }) ?? behind() ?? before() ?? verbBehind() ?? fallback() {
        case .said(let said): kind = said
        case .likely(let likely):
            if isShortUnit || quantity.numbers.first?.isArticle ?? false { return nil }
            kind = likely
        case Optional.none, .some(.none): return nil
        }
        if kind == .depth, isVertical { return nil }
        if [.length, .width].contains(kind), isObject { return nil }
        if isShortUnit, [.length, .width, .depth].contains(kind), metres < 50, !isZoneNear { return nil }
        if isShortUnit, kind == .distance, metres < 20 { return nil }
        return kind
    }

    // MARK: the words behind

    private func behind() -> Verdict? {
        let k = after
        // "to a depth of 6 km along the sector": the noun before says it.
        if sentence.has(lead - 1, .of), let dimension = sentence.entry(lead - 2).dimension,
            !dimension.isAdjective || sentence.leads(lead - 2)
        {
            return nil
        }
        // "шириною 5 км": the word before says it.
        if isLed { return nil }
        // "330 metres from bow to stern"
        if sentence.has(k, .from), sentence.has(k + 1, .object), sentence.has(k + 2, .to) {
            return Verdict.none
        }
        // "ran 10 km every morning"
        if sentence.has(k, .each), sentence.has(k + 1, .timeNoun) { return Verdict.none }
        // "12 km to the north", "5 km further into", "10 km or so from"
        if let dimension = sentence.entry(k).dimension, !sentence.pauses(k) {
            return adjective(dimension, k)
        }
        // "7.4 km at its widest"
        if sentence.has(k, .preposition), sentence.has(k + 1, .determiner),
            let kind = sentence.entry(k + 2).changes
        {
            return .said(kind)
        }
        if isAcross(k) { return across(k + 1) }
        if sentence.has(k, .preposition), let dimension = sentence.entry(k + 1).dimension,
            !dimension.isAdjective,
            !sentence.has(k, [.of, .from, .to])
        {
            return dimension.kind.map { .said($0) } ?? Verdict.none
        }
        // Where the genitive says "of", a word that means "of" or "from" means "from" here: "von der Grenze".
        if sentence.has(k, .of), !(sentence.lexicon.customs.hasGenitive && sentence.has(k, .from)) {
            return of(k + 1)
        }
        if quantity.isAdjective || sentence.isCapital(k) == false, sentence.isWord(k),
            !sentence.has(k, [.preposition, .auxiliary, .and, .relative]),
            let verdict = noun(k)
        {
            return verdict
        }
        // "5 км території", "300 метрів міста"
        if sentence.lexicon.customs.hasGenitive, !quantity.isAdjective, sentence.isWord(k),
            !sentence.has(k, [.preposition, .direction]),
            sentence.has(k..<k + 2, [.ground, .place])
        {
            return .said(movesBefore ? .depth : .length)
        }
        return wayBehind(k)
    }

    /// The direction or place behind: "5 km further into", "12 km to the north", "10 km or so from".
    private func wayBehind(_ start: Int) -> Verdict? {
        // Skip what may stand between: "further", "to the", "due", "or so".
        var k = start
        while k < start + 3,
            sentence.has(k, [.another, .determiner, .to])
                || sentence.lexicon.plays(.adverb, sentence.tokens[safe: k]),
            !sentence.has(k, [.into, .direction]), !sentence.has(k, .away)
        { k += 1 }
        // "на північ від", "à l'est de", "al norte de"
        if sentence.lexicon.plays(.toward, sentence.tokens[safe: k])
            || sentence.lexicon.plays(.at, sentence.tokens[safe: k])
        {
            let next = sentence.has(k + 1, .determiner) ? k + 2 : k + 1
            if sentence.has(next, .direction) { k = next }
        }
        let moves = movesBefore
        if moves, sentence.lexicon.plays(.back, sentence.tokens[safe: k]) { return .said(.depth) }
        if sentence.has(k, .into) {
            if sentence.has(k + 1..<k + 4, .vertical) { return Verdict.none }
            return .said(.depth)
        }
        if sentence.has(k, .direction) {
            // "stretches for 45 km south and east": the extent of a line.
            if !moves, let verb = sentence.last(.run, before: lead, within: 2),
                !sentence.has(verb, .advance), !sentence.lexicon.plays(.going, sentence.tokens[verb])
            {
                return .said(.length)
            }
            return .said(moves ? .depth : .distance)
        }
        if sentence.has(k, .from) || sentence.has(k, .away) {
            if moves, !sentence.has(k + 1, .from), sentence.has(k, .from), !isWithin { return .said(.depth) }
            return .said(.distance)
        }
        if sentence.lexicon.plays(.along, sentence.tokens[safe: k]) {
            return .said(
                moves
                    && !(k + 1..<k + 6).contains { sentence.lexicon.plays(.tube, sentence.tokens[safe: $0]) }
                    ? .depth : .length)
        }
        return nil
    }

    /// Whether a word before the figure says which dimension it is, without a word between.
    private var isLed: Bool {
        sentence.leads(lead - 1)
            || sentence.has(lead - 1, .preposition) && sentence.leads(lead - 2)
    }

    private func adjective(_ dimension: Entry.Dimension, _ k: Int) -> Verdict? {
        guard let kind = dimension.kind else { return Verdict.none }
        if kind == .length, isDrive(k + 1) { return .said(.length) }
        return .said(kind)
    }

    /// "zone around the plant": it lies about a point.
    private func isAround(_ k: Int) -> Bool {
        sentence.lexicon.plays(.round, sentence.tokens[safe: k])
    }

    private func isDrive(_ k: Int) -> Bool { sentence.has(k, .traverse) }

    private func isAcross(_ k: Int) -> Bool { sentence.lexicon.plays(.across, sentence.tokens[safe: k]) }

    /// "800 metres across", "20 km across the border", "250 km across the peninsula".
    private func across(_ k: Int) -> Verdict? {
        if crossesLine(k) { return .said(.depth) }
        if sentence.has(k, .determiner) || sentence.isCapital(k) {
            return sentence.last(.run, before: lead, within: Reach.clause) == nil
                ? .likely(.distance) : .said(.length)
        }
        return .said(.width)
    }

    /// "across the border", "across enemy lines": not a breadth.
    private func crossesLine(_ k: Int) -> Bool { sentence.has(k..<k + 4, .border) }

    /// "45 miles of coastline", "within 5 km of the town", "800 metres of ground", "90 metres of water".
    private func of(_ k: Int) -> Verdict? {
        // "20 km de profondeur", "5 km de ancho"
        if let dimension = sentence.entry(k).dimension, sentence.leads(k) {
            return dimension.kind.map { .said($0) } ?? Verdict.none
        }
        // "à 20 km de la ville"
        if sentence.lexicon.plays(.at, sentence.tokens[safe: lead - 1]) { return .said(.distance) }
        if (lead..<max(quantity.start, lead)).contains(where: {
            sentence.lexicon.plays(.within, sentence.tokens[$0])
        }) {
            return .said(.distance)
        }
        // "460 miles of the 1,954-mile border": figures may stand in the noun.
        var end = k
        while end < k + 8,
            sentence.isNumber(end)
                || (sentence.isWord(end)
                    && (end == k
                        || nounEnd(end) > end
                            && !sentence.has(end, [.preposition, .auxiliary, .and, .relative])))
        { end += 1 }
        for i in stride(from: end - 1, through: k, by: -1) {
            if sentence.has(i, .line) { return .said(.length) }
            if sentence.has(i, .ground) || sentence.has(i, .place) {
                return .said(movesBefore ? .depth : .length)
            }
            if sentence.has(i, [.vertical, .unrelated, .floor, .object]) { return Verdict.none }
        }
        if sentence.has(k, .determiner) || sentence.isCapital(k) { return .likely(.distance) }
        return .likely(.length)
    }

    /// Where the words that may be one noun end.
    private func nounEnd(_ k: Int) -> Int {
        var i = k
        while sentence.isWord(i), i < k + 8,
            i == k || !sentence.has(i, [.preposition, .auxiliary, .and, .relative])
                || sentence.isHyphenated(i)
        { i += 1 }
        return i
    }

    /// The noun that a figure stands before: "20-km buffer zone", "a 600-mile front line", "5-mile radius".
    private func noun(_ k: Int) -> Verdict? {
        let end = min(nounEnd(k), k + 5)
        var isExclusion = false
        for i in k..<max(end, k) {
            if let dimension = sentence.entry(i).dimension, !dimension.isAdjective || sentence.isHyphenated(i)
            {
                return dimension.kind.map { .said($0) } ?? Verdict.none
            }
            if sentence.has(i, .exclusion) { isExclusion = true }
            if sentence.has(i, .zone) { return .said(.depth) }
            if sentence.has(i, .gap) { return .said(.width) }
            if sentence.has(i, .line) { return .said(.length) }
            if sentence.has(i, .movement) { return .said(.depth) }
            if sentence.has(i, .object), i == k || i == end - 1 { return Verdict.none }
        }
        if isExclusion { return .said(isWithin || isAround(end) ? .radius : .distance) }
        if quantity.isAdjective {
            if sentence.has(k..<end, [.vertical, .unrelated, .floor]) { return Verdict.none }
            if sentence.has(k..<end, .traverse)
                || sentence.lexicon.plays(.journey, sentence.tokens[safe: max(end - 1, 0)])
            {
                return .said(.distance)
            }
            if sentence.lexicon.plays(.area, sentence.tokens[safe: max(end - 1, 0)]) { return .said(.depth) }
        }
        return nil
    }

    // MARK: the words before

    private var isWithin: Bool {
        quantity.qualifier == .lessThan || sentence.lexicon.plays(.within, sentence.tokens[safe: lead])
    }

    /// Whether the last verb before speaks of an advance or retreat.
    private var movesBefore: Bool {
        guard
            let verb = sentence.last(
                [.advance, .retreat, .gain, .lose, .traverse, .hold, .run], before: lead, within: 9)
        else { return false }
        return sentence.has(verb, [.advance, .retreat]) && verb >= sentence.clauseStart(lead) - 3
    }

    private func before() -> Verdict? {
        // "a depth of", "a radius of about", "whose width is", "the perimeter of the camp is"
        if isLed || sentence.has(lead - 1, .of) && sentence.leads(lead - 2) {
            let word = [lead - 1, lead - 2].first { sentence.leads($0) } ?? lead - 1
            return sentence.entry(word).dimension?.kind.map { .said($0) } ?? Verdict.none
        }
        var k = lead - 1
        let start = max(sentence.clauseStart(lead), lead - 9)
        let isLinked =
            sentence.has(k, [.of, .auxiliary, .to]) || sentence.isSign(k, ":(") || sentence.has(k, .change)
            || sentence.has(k, .preposition)
        while k >= start {
            if let dimension = sentence.entry(k).dimension, !dimension.isAdjective, isLinked,
                k >= lead - 3 || dimension.kind == .length || sentence.has(lead - 1, .auxiliary)
            {
                return dimension.kind.map { .said($0) } ?? Verdict.none
            }
            k -= 1
        }
        // "no wider than 700 m"
        for i in lead..<max(quantity.start, lead) where sentence.entry(i).changes != nil {
            return sentence.entry(i).changes.map { .said($0) }
        }
        // "came as close as 2.8 miles to the reef"
        if (max(start, lead - 3)..<max(quantity.start, start)).contains(where: {
            sentence.lexicon.plays(.near, sentence.tokens[$0])
        }), sentence.has(after, [.to, .from, .of]) || sentence.pauses(after) {
            return .said(.distance)
        }
        // "on a front of 1.2 km", "a buffer of 20 km": the noun is nearer than any verb.
        if sentence.has(lead - 1, .of), let said = extent(of: lead - 2) { return .said(said) }
        if let verdict = verbBefore() { return verdict }
        // "widened by 3 km", "deepened to 16 km"
        if let verb = sentence.last(.change, before: lead, within: 6), let said = sentence.entry(verb).changes
        {
            return .said(said)
        }
        // "a border of 687 km", "a buffer of 20 km", "front (1,200 km)"
        if sentence.has(lead - 1, [.of, .auxiliary]) || sentence.isSign(lead - 1, "(:,")
            || sentence.has(lead - 1, .preposition)
        {
            let from = max(0, lead - 5)
            for i in stride(from: lead - 1, through: from, by: -1) {
                if let said = extent(of: i) { return .said(said) }
            }
        }
        return nil
    }

    /// What the verb before says: an advance, a way, a line that is built or runs.
    private func verbBefore() -> Verdict? {
        guard
            let verb = sentence.last(
                [.traverse, .run, .advance, .retreat, .build, .gain], before: lead, within: Reach.clause),
            verb >= sentence.clauseStart(lead)
        else { return nil }
        // "walked 500 miles to the border" is a way to somewhere.
        if sentence.has(verb, .traverse), sentence.has(after, .to) { return .likely(.distance) }
        if sentence.has(verb, .traverse),
            sentence.has(after..<after + 6, .line) || sentence.has(max(0, verb)..<lead, .line)
        {
            return .said(.length)
        }
        // "adds 1.1 km to the sea wall"
        if sentence.has(verb, .build), sentence.has(after..<after + 8, .line) { return .said(.length) }
        // "the fire ran 11 miles", "the reserve reaches 50 miles out": a way, not a line.
        let isGoing = sentence.lexicon.plays(.going, sentence.tokens[verb])
        let isLineSubject =
            sentence.has(max(0, verb - 8)..<verb, .line) && !sentence.has(verb, .retreat)
            && !(isGoing && sentence.lexicon.mentionsFire(sentence, max(0, verb - 8)..<verb))
        if isGoing, sentence.has(max(0, verb - 3)..<verb, .vertical) { return Verdict.none }
        // "its economic zone extends 200 nautical miles"
        if sentence.has(verb, .run), sentence.has(max(0, verb - 4)..<verb, .gap) { return .said(.width) }
        if isGoing, !isLineSubject { return .likely(.distance) }
        if sentence.has(verb, .run), isLineSubject || !sentence.has(verb, .advance) {
            return .said(.length)
        }
        if sentence.has(verb, [.advance, .retreat]) { return .said(.depth) }
        if sentence.has(verb, .run) { return .said(.length) }
        if sentence.has(verb, .gain), sentence.pauses(after) || sentence.has(after, .preposition) {
            return .said(.depth)
        }
        return nil
    }

    /// "haben fünf Kilometer Gelände gewonnen", "konnten 3 km vorrücken": the verb that ends the clause.
    private func verbBehind() -> Verdict? {
        guard sentence.lexicon.customs.verbsEndClauses else { return nil }
        let end = sentence.clauseEnd(after)
        guard
            let verb = sentence.first(
                [.advance, .retreat, .run, .gain], from: after, within: max(end - after, 0))
        else { return nil }
        return sentence.has(verb, .run) ? .said(.length) : .said(.depth)
    }

    /// The extent that a noun has when a figure follows it: "a buffer of …", "the breach was …".
    private func extent(of noun: Int) -> ClaimKind? {
        if sentence.has(noun, .zone) { return .depth }
        if sentence.has(noun, .gap) { return .width }
        if sentence.has(noun, .line) { return .length }
        if sentence.has(noun, .movement) { return .depth }
        if sentence.has(noun, .exclusion) { return isWithin ? .radius : .distance }
        return nil
    }

    private func fallback() -> Verdict? {
        if sentence.has(max(0, lead - 4)..<lead, [.density, .vertical])
            || sentence.has(after..<after + 3, [.vertical, .speed])
        {
            return nil
        }
        if sentence.isSign(lead - 1, "/") { return nil }
        // "advanced 4 km and another 400 m" is one kind; "seen 300 miles away, it rose to 25,000 feet" is not.
        if let last = earlier.last(where: { $0.dimension == .length }), lead - last.after <= 12,
            let kind = last.kind,
            !isShortUnit || last.unit == quantity.unit || lead - last.after <= 2
                || sentence.has(last.after..<lead, .another)
        {
            return .said(kind)
        }
        if isWithin, sentence.has(after, .of) { return .said(.distance) }
        // "fires rockets 84 km", "hit his target from 3.8 km": how far a weapon carries.
        if sentence.has(lead - 1, .object) { return nil }
        if sentence.has(lead - 1, .from), sentence.pauses(after) { return nil }
        // "the barrier will cover 700 km", "the line of contact exceeds 1,250 km"
        return .likely(sentence.has(max(0, lead - 8)..<lead, .line) ? .length : .distance)
    }
}
