// Of what a share is a share: of a region, or of a pocket at its largest.

internal import KGeoCore
internal import KGeoExtract

/// Decides of what a share is a share.
struct WholeRules {
    let scene: Scene
    let run: ReadingRun
    private var text: ReadingText { scene.text }

    /// Whether words tie a share to ground: "of Ukraine", "of the region", "of the territory it seized".
    func isOfGround() -> Bool {
        guard text.has(scene.after, .of) else { return true }
        var k = scene.after + 1
        while k < scene.after + 5,
            text[min(k, text.words.count - 1)].senses.meets(Senses(.article, .within, .size, .together, .of))
        {
            if text.has(k, .there), !text.has(k, .article) { return true }
            k += 1
        }
        guard text.words.indices.contains(k) else { return false }
        if text.has(k, .there) || text.has(k, .ground) || text.has(k, .nation) { return isNoPossessor(k) }
        guard let place = scene.facts.places.first(where: { $0.words.contains(k) }) else {
            return text[k].senses.meets(SideFinder.names)
                && (text.has(k + 1, .ground) || text.has(k + 2, .ground))
        }
        return place.role == .region || place.role == .country
            ? isNoPossessor(place.words.upperBound - 1) : false
    }

    /// "Sumy Oblast’s villages" are no ground; "Ukraine’s total area" is.
    private func isNoPossessor(_ k: Int) -> Bool {
        !text[k].isPossessive || (k + 1...k + 4).contains { text.has($0, .ground) }
    }

    /// "of the territory in Kursk that it seized in August": a pocket at its largest, and who took it.
    func pocket() throws(Doubt) -> Reading.Whole? {
        guard text.has(scene.after, .of) else { return nil }
        let end = min(scene.after + 16, scene.facts.words.upperBound)
        guard (scene.after..<min(scene.after + 4, end)).contains(where: { text.has($0, .ground) }) else {
            return nil
        }
        let taken = (scene.after..<end).first {
            text[$0].senses.meets(Senses(.gained, .occupied, .held)) && text[$0].span > 0
                && !text.has($0, .ground)
        }
        guard let taken else { return nil }
        guard run.abroad.count == 1, let region = run.abroad.first, text.lexicon.campaigns[region] != nil
        else {
            throw Doubt.whole
        }
        let named = scene.places([.region], in: scene.after..<end)
        guard named.allSatisfy({ $0.regions == [region] }) else { throw Doubt.whole }
        guard !named.isEmpty || run.regionsBefore(text[taken].sentence) == [[region]] else {
            throw Doubt.whole
        }
        return .ground(
            measure: .held, holder: text.lexicon.opponent(of: run.other), region: [region], moment: .peak)
    }
}
