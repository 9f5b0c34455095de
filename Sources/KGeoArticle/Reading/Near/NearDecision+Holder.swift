// Whose ground: who acts in the clause, who speaks as "we", who "the enemy" is, and what silence means.

internal import KGeoCore
internal import KGeoExtract

extension NearDecision {
    private static let sides = Senses(
        .country, .demonym, .people, .seat, .intruder, .defender, .enemy, .first, .third)

    mutating func readHolder(_ reading: inout Reading) {
        let owner = reading.regions.first.flatMap { text.lexicon.owner(of: $0) } ?? run.home
        let actor = actor(owner)
        var side = actor?.side
        var rule = "own clause"
        if let actor {
            // "is back": with whose it was; a source alone is nobody who acts.
            let isBack = verb.map { text.has($0, .regained) && text[$0].span > 1 } ?? false
            if isBack, text.has(actor.at, .third) || isInSource(actor.at) { side = owner }
            if isInSource(actor.at), verb.map({ !clause.contains($0) }) ?? true,
                run.topic.reading?.holder != nil,
                run.topic.paragraph >= text[lead].paragraph - 1
            {
                (side, rule) = silent(reading, owner)
            }
        }
        // "the 440 km² it occupies in two oblasts": whoever occupies came from outside.
        if let actor, text.has(actor.at, .third), let verb, text.has(verb, .occupied),
            reading.measure == .held,
            clause.contains(verb), !reading.regions.isEmpty
        {
            (side, rule) = (text.lexicon.opponent(of: owner), "ground is occupied by the other side")
        }
        doer = side
        // What a pocket was at most, and what is left of it, is its holder's, whoever "they" were before.
        if let actor, text.has(actor.at, .third), owner != run.home, reading.measure == .peak || isLeft {
            side = text.lexicon.opponent(of: owner)
        }
        if side == nil, verb == nil, signed != nil, owner == run.home { (side, rule) = (owner, "sign") }
        if side == nil { (side, rule) = silent(reading, owner) }
        if let actor { note("holder", actor.at..<actor.at + 1, rule) } else { note("holder", nil, rule) }
        if isToBeTaken {
            // Who has taken some of it already has the rest before them: it is the other's.
            let taker = run.topic.ofSentence.values.first { $0.measure == .gained }?.holder
            side =
                taker.flatMap { text.lexicon.opponent(of: $0) }
                ?? (owner == run.home ? owner : text.lexicon.opponent(of: owner))
            isInverted = true
        } else if isLacking {
            side = actor == nil ? owner : text.lexicon.opponent(of: side)
            isInverted = true
        }
        if isAllBut {
            // Who clears all but so much leaves it to the other.
            let isBack = facts.words.contains { text.has($0, .regained) || text.has($0, .back) }
            let doer = isBack ? owner : side
            side = text.lexicon.opponent(of: doer)
            isInverted = true
        }
        reading.holder = side
    }

    // MARK: who acts

    /// The side that a word means here.
    func side(at i: Int, owner: String) -> String? {
        let word = text[i]
        if word.senses.meets(Senses(.country, .demonym, .people, .seat)) { return word.names.first }
        if word.has(.enemy) { return text.lexicon.opponent(of: run.speakers.side(at: i)) }
        if word.has(.first) { return run.speakers.side(at: i) }
        if word.has(.intruder) { return text.lexicon.opponent(of: owner) }
        if word.has(.defender) { return owner }
        return word.has(.third) ? referent(of: i, owner: owner) : nil
    }

    /// Whom "they" or "its" stands for: the side named last before it.
    private func referent(of i: Int, owner: String) -> String? {
        var k = i - 1
        while k >= facts.words.lowerBound {
            if text[k].span > 0, text[k].senses.meets(Self.sides), !text.has(k, .third), !text.has(k, .first),
                !isPlace(k),
                let side = side(at: k, owner: owner)
            {
                return side
            }
            k -= 1
        }
        // Of whoever speaks of "us", they are the others.
        let isQuoted = text[i].quote != nil
        let sentence = text[lead].sentence
        let isAmongUs = (max(0, sentence - 1)...sentence).contains { s in
            text.sentences[s].contains { text.has($0, .first) && text[$0].quote == text[i].quote }
        }
        // Who "he" is among those who say "we" is not told where nothing tells who they are.
        if isAmongUs, !isQuoted, run.speakers.side(at: i) == nil { return nil }
        if isQuoted || isAmongUs, let speaker = run.speakers.side(at: i) {
            return text.lexicon.opponent(of: speaker)
        }
        return run.topic.side
    }

    /// Whether a word is part of a place and names no actor.
    func isPlace(_ i: Int) -> Bool {
        if facts.places.contains(where: { $0.words.contains(i) }) { return true }
        // "the staff in Kyiv"
        if text.has(i, .seat), text.has(i - 1, .within) { return true }
        // "Russia’s Kursk region": whose region, not who acts.
        if text[i].isPossessive || text.has(i, .demonym), text.has(i, .country) || text.has(i, .demonym),
            text.has(i + text[i].span, .region), text.has(i + text[i].span + 1, .regionNoun)
        {
            return true
        }
        // "our country", "its territory"
        if text.has(i, .first) || text.has(i, .third) {
            // "its national territory"
            if isAdjective(i + 1), text.has(i + 2, .ground) || text.has(i + 2, .nation) { return true }
            return text.has(i + 1, .nation)
                || text.has(i + 1, .ground) && !text.has(i + 1, .held)
                    && !text.has(i + 1, .gained) && !text.has(i + 1, .lost)
                || text.has(i + 1, .region)
        }
        return false
    }

    /// Whether a word names only who says it.
    func isInSource(_ i: Int) -> Bool {
        var k = i + 1
        let limit = min(i + 9, facts.words.upperBound)
        while k < limit {
            // "claims to have taken": who says it does it.
            if text[k].span > 0, text.has(k, .speech), !text.has(k - 1, .article) {
                return !text.has(k + 1, .to)
            }
            if text.isSign(k, ",;:.—“”\"\n") || text[k].figure != nil || text.has(k, .gained)
                || text.has(k, .lost)
                || text.has(k, .held) && !text.has(k, .auxiliary)
            {
                break
            }
            k += 1
        }
        k = i - 1
        while k >= max(facts.words.lowerBound, i - 7) {
            if text[k].span > 0, text.has(k, .according) { return true }
            if text[k].span > 0, text.has(k, .speech), !text.has(k - 1, .auxiliary) {
                // "says staff spokeswoman Marta Veres in Kyiv": behind a pause.
                return text.isSign(k - 1, ",”\"“") || text.has(k - 1, .contrast)
                    || k == facts.words.lowerBound
                    || text.has(i - 1, .from) || text.has(i - 1, .within)
            }
            if text[k].kind == .sign || text[k].figure != nil { break }
            k -= 1
        }
        return false
    }

    private func actor(_ owner: String) -> (side: String, at: Int)? {
        // "regained 310 km² in February and gave up 122": whoever did the one did the other.
        if let verb, verb < lead, text.has(verb - 1, .and), let previous = run.topic.previous,
            run.topic.previousIsFirm, run.topic.sentence == text[lead].sentence,
            let last = text.figureWords[previous].last,
            last < verb,
            let side = run.topic.side
        {
            return (side, verb)
        }
        if let held = heldBehind, held == verb {
            for i in (after..<held).reversed()
            where text[i].span > 0 && text[i].senses.meets(Self.sides) && !isPlace(i) {
                if let side = side(at: i, owner: owner) { return (side, i) }
            }
        }
        var best: (side: String, at: Int, rank: Int)?
        for i in facts.words where text[i].span > 0 && text[i].senses.meets(Self.sides) {
            // "10 km² of it"
            let isOfFigure = i == after + 1 && text.has(after, .of) && text.has(i, .third)
            guard !isPlace(i), !(i >= lead && i < after), !isInWhole(i), !isOfFigure, let rank = rank(i),
                let side = side(at: i, owner: owner)
            else { continue }
            if rank < best?.rank ?? 70 { best = (side, i, rank) }
        }
        if let best, isWinner(best.at), let other = text.lexicon.opponent(of: best.side) {
            return (other, best.at)
        }
        if let best, isVictim(best.at), let other = text.lexicon.opponent(of: best.side) {
            return (other, best.at)
        }
        return best.map { ($0.side, $0.at) }
    }

    /// "63 percent of the land that Ukraine took has been liberated": who took it is not who liberates it.
    private func isInWhole(_ i: Int) -> Bool {
        guard figure.claim.kind == .share, text.has(after, .of), let verb, i > after, i < verb,
            let auxiliary = (i + 1..<verb).first(where: { text.has($0, .auxiliary) && text[$0].span > 0 })
        else { return false }
        return (i + 1..<auxiliary).contains {
            text[$0].senses.meets(Senses(.gained, .held, .lost)) && !text.has($0, .auxiliary)
        }
    }

    /// "lost 40 km² to the intruder": the other side lost it.
    private func isWinner(_ i: Int) -> Bool {
        guard let verb, text.has(verb, .lost), i > verb,
            text[i].senses.meets(Senses(.country, .people, .intruder, .enemy, .seat))
        else { return false }
        return text.has(i - 1, .to) || text.has(i - 2, .to) && text.has(i - 1, .article)
    }

    /// "retook from Russia": the other side acts.
    private func isVictim(_ i: Int) -> Bool {
        guard let verb, !text.has(verb, .lost), !text.has(verb, .costs), !isInSource(i) else { return false }
        return text.has(i - 1, .from) || text.has(i - 1, .article) && text.has(i - 2, .from)
    }

    /// How well a word fits as the one who has, takes or loses; nil when it cannot be.
    private func rank(_ i: Int) -> Int? {
        var rank = cost(i)
        if isInSource(i) { rank += 25 }
        if text.has(i, .third) { rank += 4 }
        // "his losses", "its chief city": whose, not who.
        if text.has(i, .third), text.has(i, .article), !text.has(i + 1, .force) { rank += 10 }
        if text.has(i - 1, .than) || text.has(i - 2, .than) { return nil }
        if isVictim(i) { rank += 12 }
        if !clause.contains(i) { rank += 6 }
        guard i >= after else {
            if let verb, verb < i, text.has(verb, .costs) || text.has(verb, .gives) { return rank - 6 }
            // Behind its verb a side is an object, unless it has the ground: "in Russian hands".
            if let verb, verb < i, verb < lead, !isPossessor(i), !text[i].isPossessive { rank += 6 }
            return rank
        }
        if isPossessor(i) { return rank - 4 }
        if let verb, verb < i, goesToSide(verb), i - verb <= 5 { return rank - 8 }
        // Behind the figure: "590 km² that Russia took", "is ours", "remain his", "Russia holds 5 %, Ukraine the rest".
        if let verb, verb > i, clause.contains(i), !text[i].isPossessive || text.has(i + 1, .force) {
            return rank + 4
        }
        if text.has(i, .first) || text.has(i, .third) {
            return text.has(i - 1, .auxiliary) || text.has(i - 1, .remains) ? rank : rank + 14
        }
        return clause.contains(i) ? rank + 12 : rank + 30
    }

    /// "by Russia", "under Russian control", "in Russian hands", "Russian-held".
    private func isPossessor(_ i: Int) -> Bool {
        var k = i - 1
        while text.has(k, .article) { k -= 1 }
        if text.has(k, .by) { return true }
        if i + 1 < text.words.count, text[i + 1].isHyphenated,
            text.has(i + 1, .held) || text.has(i + 1, .gained)
        {
            return true
        }
        if text.has(i + 1, .favour) { return true }
        let next = text.has(i + 1, .held) || text.has(i + 2, .held) && !text.isSign(i + 1, ",.;")
        return next && (text.has(k, .within) || text[max(k, 0)].has(.preposition) || text.has(k, .held))
    }

    // MARK: where nobody is named

    /// The side that the column, the row or the caption of a table names.
    private var sideOfTable: String? {
        guard let cell else { return nil }
        for sentence in cell.inOrder {
            let places = run.facts[sentence].places
            let named = text.sentences[sentence].first { i in
                text[i].span > 0 && text[i].senses.meets(Senses(.country, .demonym, .people, .seat))
                    && !places.contains { $0.words.contains(i) }
            }
            if let named, let side = text[named].names.first { return side }
        }
        return nil
    }

    /// "are left with 13 percent".
    var isLeft: Bool {
        if let verb, text.has(verb, .remains), text.has(verb, .left) { return true }
        return clause.contains { text.has($0, .remains) && cost($0) < 4 }
    }

    private func silent(_ reading: Reading, _ owner: String) -> (String?, String) {
        let intruder = text.lexicon.opponent(of: owner)
        if let side = sideOfTable { return (side, "table") }
        if let verb {
            if text.has(verb, .regained) || clause.contains(where: { text.has($0, .back) && cost($0) < 12 }) {
                return (owner, "ground is taken back by whose it was")
            }
        }
        if let verb, text.has(verb, .occupied), reading.measure == .held, clause.contains(verb) {
            return (intruder, "ground is occupied by the other side")
        }
        if reading.measure == .held, clause.contains(where: { isOccupiedGround($0) }) {
            return (intruder, "ground is occupied by the other side")
        }
        if let last = run.topic.reading, run.topic.paragraph >= text[lead].paragraph - 1,
            let holder = last.holder
        {
            let isSame = last.regions == reading.regions || figure.isBare || isLabelled
            if isSame || owner == text.lexicon.owner(of: last.regions.first ?? "") {
                if reading.measure == .lost, owner == run.home, last.measure != .lost {
                    return (owner, "usual")
                }
                if last.measure == .lost, reading.measure != .lost, reading.measure != .held {
                    return (text.lexicon.opponent(of: holder), "figure before")
                }
                if last.measure != .lost, reading.measure == .lost {
                    return (
                        last.measure == .held ? holder : text.lexicon.opponent(of: holder), "figure before"
                    )
                }
                if last.measure == .lost, reading.measure == .held {
                    return (owner == run.home && holder == owner ? intruder : holder, "figure before")
                }
                return (holder, "figure before")
            }
        }
        if reading.measure == .lost { return (owner == run.home ? owner : intruder, "usual") }
        return (intruder, "usual")
    }
}
