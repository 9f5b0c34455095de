// Figures that go on from one another in a sentence: "433 km² in May and 549 in June", "(629 km²)", "up from 610".

internal import KGeoCore
internal import KGeoExtract

/// Two figures of a sentence, one after the other.
struct Chain {
    let first: DecidedFigure
    let scene: Scene
    private var text: ReadingText { scene.text }
    private var between: Range<Int> { first.scene.after..<max(first.scene.after, scene.lead) }

    init(from first: DecidedFigure, to scene: Scene) { (self.first, self.scene) = (first, scene) }

    private static let links = Senses(
        .and, .or, .compared, .filler, .adverb, .article, .ground, .within, .of, .during, .another,
        .including, .to, .there,
        .regionNoun, .nation, .counted)

    /// Whether nothing stands between them that would make the second another statement.
    var isJoined: Bool {
        guard first.sentence == text[scene.lead].sentence, !between.isEmpty, between.count <= 30 else {
            return false
        }
        return isBare || isListOfShares
    }

    /// Only places, times and small words; an aside between commas ("mainly near Pokrovsk") is passed over.
    private var isBare: Bool {
        var isAside = false
        for i in between {
            if text.isSign(i, ",") {
                isAside = false
            } else if text.has(i, .most), text.isSign(i - 1, ",") {
                isAside = true
            }
            if !isAside, !isLink(i) { return false }
        }
        return true
    }

    /// Whether the second is what the first is compared with: its time is another.
    var isCompared: Bool { between.contains { text.has($0, .compared) } }

    private func isLink(_ i: Int) -> Bool {
        if scene.facts.isTime(i) { return true }
        if text.isSign(i, ",") { return true }
        if text.isSign(i, "(") { return i == scene.lead - 1 && text.isSign(scene.after, ")") }
        if text.isSign(i, ")") { return false }
        if scene.facts.places.contains(where: {
            $0.words.contains(i) && ($0.role == .region || $0.role == .country)
        }) {
            return true
        }
        // "were liberated in …, 205 km² in …", "of the Russian gains (631 km²)", "and 92 settlements"
        if first.governor.words.contains(i) { return true }
        if text[i].senses.meets(Senses(.was, .isNow, .been, .has)) {
            return i + 3 > first.governor.words.lowerBound && i < first.governor.words.lowerBound
        }
        if let figure = text[i].figure, text.counts(figure) || text.has(i + 1, .counted) { return true }
        if text[i].isPossessive { return false }
        // "of which 300 in Donetsk Oblast"
        if text.has(i, .relative), text.has(i - 1, .of) { return true }
        return text[i].senses.meets(Self.links)
            && !text[i].senses.meets(Senses(.than, .contrast, .negation, .source))
    }

    /// "19 % of Ukraine, including Crimea, all of Luhansk, 80 % of Donetsk": shares of what is held, each of its own region.
    private var isListOfShares: Bool {
        guard scene.figure.claim.kind == .share, first.reading.kind == .share,
            first.governor.measure == .held,
            text.has(scene.after, .of), !scene.figure.isBare
        else { return false }
        var isAside = false
        for i in between {
            if text.isSign(i, ",") {
                isAside = false
                continue
            }
            if text[i].kind == .sign { return false }
            if text.has(i, .relative) { isAside = text.isSign(i - 1, ",") }
            if isAside { continue }
            if text[i].senses.meets(
                Senses(
                    .held, .gained, .lost, .regained, .occupied, .contrast, .negation, .isNow, .was, .has,
                    .had, .than, .relative))
            {
                return false
            }
            if text[i].senses.meets(SideFinder.names),
                !scene.facts.places.contains(where: { $0.words.contains(i) })
            {
                return false
            }
        }
        return true
    }
}
