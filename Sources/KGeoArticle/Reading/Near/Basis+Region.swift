// Whether where a figure is has a basis: a place named with it, or the one that is spoken of.

internal import KGeoCore
internal import KGeoExtract

extension Basis {
    func region(_ goesOn: Bool) -> Doubt? {
        if reading.regions == [run.home], isOfUnnamedCountry { return .foreign }
        if isOfPart || isOfPocketAtHome { return .direction }
        if isOfSeveral { return .eachOrBoth }
        if rests("region", on: "own clause", "brackets", "table") { return nil }
        guard let rule = evidence("region") else { return goesOn ? nil : .region }
        switch rule.rule {
        case "sentence before" where !rule.quote.isEmpty: return nil
        case "label": return isLabelled ? nil : .region
        case "sentence": return goesOn || regions(of: sentence).count == 1 ? nil : .regions
        case "topic":
            let isOwn = decision.facts.places.contains { !$0.isAttribute && $0.regions == reading.regions }
            return isOwn || Set(run.abroad) == Set(reading.regions) ? nil : .region
        case "usual" where isOfIntruder && !goesOn && !isAllAtHome:
            return .region
        case "usual", "overall":
            let isLine = reading.kind == .depth || reading.kind == .width
            let said = isLine ? run.named : spokenOf
            return goesOn || said.isSubset(of: [[run.home]]) ? nil : .region
        default:
            let isAlone = namedSoFar == [reading.regions]
            return goesOn || isOfTopic && (!isOfIntruder || isAlone) || isHeaded || isOfSentence
                ? nil : .region
        }
    }

    /// Whether the text names regions of the country that is fought over, and no other.
    private var isAllAtHome: Bool {
        run.firstForeign == .max && !run.named.isEmpty
            && run.named.allSatisfy { $0.allSatisfy { text.lexicon.owner(of: $0) == run.home } }
    }

    /// "The bulge they made covers 60 km²": ground inside the country without an outline, and no region named with it.
    private var isOfPocketAtHome: Bool {
        decision.clause.contains { text.has($0, .pocket) && text[$0].span > 0 }
            && reading.regions.allSatisfy { text.lexicon.owner(of: $0) == run.home }
            && !rests("region", on: "own clause", "brackets", "table")
    }

    /// Whether the side is known by nothing but that it came from outside: of which ground is then open.
    private var isOfIntruder: Bool {
        guard let found = evidence("holder"), found.rule == "own clause" else { return false }
        return decision.facts.words.contains { i in
            text.has(i, .intruder) && text.source.raw(text[i].start..<text[i].end).lowerBound == found.start
        }
    }

    func regions(of s: Int) -> Set<[String]> {
        Set(
            run.facts[s].places.filter { !$0.isAttribute && ($0.role == .region || $0.role == .country) }
                .map { $0.regions.isEmpty ? [run.home] : $0.regions })
    }

    /// "in the Kupiansk district of Kharkiv Oblast", "at Selydove": a part of the region.
    var isOfPart: Bool {
        guard reading.kind != .distance,
            reading.regions.allSatisfy({ text.lexicon.owner(of: $0) == run.home })
        else { return false }
        let words = decision.clause.lowerBound..<max(decision.clause.upperBound, decision.after)
        // "hundreds of square kilometres around that town"
        let isAround = (decision.after..<min(decision.after + 2, words.upperBound)).contains { i in
            text.has(i, .near) && !text.has(i, .within) && text.has(i + 2, .city)
                && (text.has(i + 1, .article) || text.has(i + 1, .pronounObject))
        }
        if isAround { return true }
        return decision.facts.places.contains { place in
            let k = place.words.lowerBound - 1
            guard words.contains(place.words.lowerBound), !place.isAttribute,
                !decision.isInSource(place.words.lowerBound),
                !(decision.after..<max(decision.after, k)).contains(where: { text[$0].kind == .sign })
            else { return false }
            if place.role == .near || place.role == .direction { return true }
            return place.role == .city && k >= decision.after && text.has(k, .preposition)
                && !text.has(k, .by) && !text.has(k, .than)
        }
    }

    /// "in Ukraine and Kursk Oblast"
    var isOfSeveral: Bool {
        decision.facts.places.contains { place in
            place.regions == reading.regions && text.has(place.words.upperBound, .and)
                && decision.facts.places.contains { $0.words.lowerBound == place.words.upperBound + 1 }
                && place.words.lowerBound >= decision.after
        }
    }

    /// The regions that the two sentences before and the heading speak of.
    var spokenOf: Set<[String]> {
        (max(0, sentence - 2)..<sentence).reduce(into: sentence == 0 ? [] : regions(of: 0)) {
            $0.formUnion(regions(of: $1))
        }
    }

    /// Whether one region is spoken of before, and no other.
    var isOfTopic: Bool {
        let said = spokenOf.subtracting([[run.home], [run.other]])
        if reading.regions == [run.home] { return said.isEmpty }
        guard said == [reading.regions] else { return false }
        // Where the country is spoken of as well, the figure may be of either.
        return isOfPronoun || isInHeading || namedSoFar.subtracting([[run.other]]) == said
    }

    /// The regions and countries that the text has named up to the figure.
    private var namedSoFar: Set<[String]> {
        run.said.union(regions(of: sentence))
    }

    /// Whether an earlier figure of the sentence is of the region, and no place stands behind it.
    private var isOfSentence: Bool {
        guard run.topic.previousSentence == sentence, let previous = run.topic.previous,
            let last = text.figureWords[previous].last,
            run.topic.ofSentence.values.contains(where: { $0.regions == reading.regions })
        else { return false }
        return !decision.facts.places.contains { $0.words.lowerBound > last && !$0.isAttribute }
    }

    /// Whether the heading names the region.
    private var isInHeading: Bool {
        guard sentence > 0, let heading = run.facts.first, let last = heading.words.last else { return false }
        return text[last].text == "\n" && regions(of: 0) == [reading.regions]
    }

    /// "Sumy Oblast. Russia controls 72 km²": right behind a name that stands alone.
    var isHeaded: Bool {
        guard sentence > 0 else { return false }
        let before = run.facts[sentence - 1]
        return text[before.words.lowerBound].paragraph == text[decision.lead].paragraph
            && regions(of: sentence - 1) == [reading.regions]
            && before.words.allSatisfy { i in
                text[i].kind != .word || before.places.contains { $0.words.contains(i) }
            }
    }

    /// Whether whoever acts is a pronoun: the sentence goes on from the one before.
    var isOfPronoun: Bool { pronoun != nil }

    /// The pronoun that the holder was taken from.
    var pronoun: Int? {
        guard let found = evidence("holder"), found.rule == "own clause" else { return nil }
        return decision.facts.words.first { i in
            text.has(i, .third) && text.source.raw(text[i].start..<text[i].end).lowerBound == found.start
        }
    }

    /// "the country" in a text that has named none of the sides.
    var isOfUnnamedCountry: Bool { run.firstOwn >= decision.facts.words.upperBound }
}
