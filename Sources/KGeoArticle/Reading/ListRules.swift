// Lines of a list: "Donetsk Oblast: 66 %" under a heading that says whose and when.

internal import KGeoCore
internal import KGeoExtract

/// A line of a list with what its heading says.
struct ListLine {
    /// The region that the line begins with.
    let label: PlaceMention
    /// The words of the heading that say what is measured.
    let words: Range<Int>
    /// The side that the heading names; nil where it says "occupied" and no more.
    let side: String?
    /// The time that the heading names.
    let moment: Moment?

    /// How many lines back a heading is looked for.
    private static let reach = 20

    init?(_ scene: Scene, in run: ReadingRun) {
        let text = scene.text
        guard let label = Self.label(before: scene.lead, scene.facts, text),
            scene.after >= scene.facts.words.upperBound || text.isSign(scene.after, "\n.;,("),
            let heading = Self.heading(before: text[scene.lead].sentence, in: run)
        else { return nil }
        let facts = run.facts[heading]
        let senses = facts.words.filter { text[$0].span > 0 }
        guard
            !senses.contains(where: {
                text[$0].senses.meets(Senses(.gained, .lost, .regained, .negation, .modal, .plan))
                    && !facts.isTime($0)
            }),
            let held = senses.first(where: { text[$0].senses.meets(Senses(.held, .occupied, .control)) })
        else { return nil }
        let sides = Set(
            senses.filter {
                text[$0].senses.meets(SideFinder.names) && !facts.places.map(\.words).contains($0)
            }
            .compactMap { text[$0].names.first })
        guard sides.count <= 1, sides.count == 1 || text.has(held, .occupied), facts.moments.count <= 1 else {
            return nil
        }
        (self.label, words, side, moment) = (label, held..<held + 1, sides.first, facts.moments.first)
    }

    /// The region that stands before a colon or dash, with nothing else before the figure.
    private static func label(before lead: Int, _ facts: SentenceFacts, _ text: ReadingText) -> PlaceMention?
    {
        var k = lead - 1
        while k > facts.words.lowerBound, text.has(k, .filler) { k -= 1 }
        // "– Luhansk 99.7 %": a bullet, a name and the number.
        let isBullet = text.isSign(facts.words.lowerBound, "•*—-\u{1E}") && !text.isSign(k, ":—-")
        guard text.isSign(k, ":—-") || isBullet else { return nil }
        return facts.places.first { place in
            place.role == .region && place.words.upperBound == (isBullet ? k + 1 : k) && !place.isAttribute
                && (facts.words.lowerBound..<place.words.lowerBound).allSatisfy { text[$0].kind == .sign }
        }
    }

    /// The sentence before the list, which ends with a colon.
    private static func heading(before sentence: Int, in run: ReadingRun) -> Int? {
        let text = run.text
        for s in (max(0, sentence - reach)..<max(0, sentence)).reversed() {
            let words = run.facts[s].words.filter { text[$0].text != "\n" }
            if let last = words.last, text.isSign(last, ":") { return s }
            // A line without an end, in front of bullets.
            if s + 1 < run.facts.count, let end = run.facts[s].words.last, let last = words.last,
                text.isSign(end, "\n"), !text.isSign(last, ".!?"),
                run.facts[s].figures.allSatisfy({
                    run.facts[s].isTime(run.text.figureWords[$0].lowerBound)
                }), text.isSign(run.facts[s + 1].words.lowerBound, "•*—-\u{1E}")
            {
                return s
            }
            let isLine = run.facts[s].figures.contains {
                label(before: run.text.figureWords[$0].lowerBound, run.facts[s], text) != nil
            }
            if !isLine { return nil }
        }
        return nil
    }
}

extension [Range<Int>] {
    /// Whether one of the ranges has a word.
    fileprivate func contains(_ i: Int) -> Bool { contains { $0.contains(i) } }
}
