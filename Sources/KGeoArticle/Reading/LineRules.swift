// Lengths and distances: the whole front, from one named end to another, how far in from the border. Nothing else.

internal import KGeoCore
internal import KGeoExtract

/// Reads a length where both its ends are named.
struct LineRules {
    let scene: Scene
    let run: ReadingRun
    private var text: ReadingText { scene.text }
    private var sides: SideFinder { SideFinder(scene: scene, speakers: run.speakers) }

    static let border = "border of Russia and Ukraine"
    static func ground(of side: String) -> String { "ground held by \(side)" }

    /// A length with its ends.
    struct Found {
        var kind: ClaimKind
        var measure = ClaimMeasure.held
        var holder: String?
        var regions: [String] = []
        var from: String?, to: String?
        var day: Int?
        var words: Range<Int>
    }

    func found() throws(Doubt) -> Found {
        if let front = try front() { return front }
        if let depth = try depth() { return depth }
        if let distance = try distance() { return distance }
        throw Doubt.line
    }

    // MARK: "the 1,000-kilometre front line", "the front line is now 1,250 km long"

    private func front() throws(Doubt) -> Found? {
        var k = scene.after
        while text.has(k, .long) || text.has(k, .of) { k += 1 }
        var words: Range<Int>?
        if text.has(k, .front), k - scene.after <= 1 { words = k..<k + 1 }
        if words == nil {
            var i = scene.lead - 1
            while i >= scene.clause.lowerBound,
                text[i].senses.meets(Senses(.isNow, .has, .been, .adverb, .filler, .size, .now))
            { i -= 1 }
            let front = scene.phraseStart(i)
            let before = text.has(front - 1, .article) ? front - 2 : front - 1
            // "the distance from the contact line is": an end, not what is long.
            if i < scene.lead - 1, text.has(i, .front), !text.has(before, .from), !text.has(before, .to) {
                words = front..<scene.lead
            }
        }
        guard let words else { return nil }
        guard !scene.facts.places.contains(where: { !$0.isAttribute && $0.role != .country }) else {
            throw Doubt.line
        }
        try refuseChange()
        return Found(kind: .length, regions: [run.home], day: try day(scene.clause), words: words)
    }

    /// "200 km longer", "grown by 200 km": the difference of two.
    private func refuseChange() throws(Doubt) {
        if text.has(scene.after, .more) || text.has(scene.lead - 1, .by) { throw Doubt.difference }
    }

    // MARK: "advanced 12 km into Sumy Oblast", "13.5 km from the border into the Sumy Region"

    private func depth() throws(Doubt) -> Found? {
        var k = scene.after
        if text.has(k, .deep), !text.has(k, .into) { k += 1 }
        if text.has(k, .from) || text.has(k, .near) {
            let border = text.has(k + 1, .article) ? k + 2 : k + 1
            guard text.has(border, .border) else { return nil }
            k = border + max(1, text[border].span)
        }
        guard text.has(k, .into) else { return nil }
        k += 1
        while text.has(k, .article) { k += 1 }
        guard let place = scene.facts.places.first(where: { $0.words.contains(k) }) else { throw Doubt.line }
        guard place.role == .region || place.role == .country else { throw Doubt.direction }
        guard !scene.facts.places.contains(where: { $0.role == .direction || $0.role == .near }) else {
            throw Doubt.direction
        }
        guard let verb = moveBefore() else { throw Doubt.holder }
        let side = try sides.before(verb)
        var regions = place.regions
        if regions == [run.other] {
            guard run.abroad.count == 1 else { throw Doubt.region }
            regions = run.abroad
        }
        guard regions.count == 1, let region = regions.first,
            text.lexicon.owner(of: region) != side.side || region == side.side
        else { throw Doubt.line }
        guard region != side.side, text.lexicon.owner(of: region) != side.side, region != run.home else {
            throw Doubt.line
        }
        return Found(
            kind: .depth, holder: side.side, regions: regions, from: Self.border,
            to: Self.ground(of: side.side),
            day: try day(scene.clause), words: verb..<place.words.upperBound)
    }

    /// Where a verb of moving begins, with its auxiliaries, that stands before the figure.
    private func moveBefore() -> Int? {
        var k = scene.lead - 1
        while k >= scene.clause.lowerBound, text[k].senses.meets(Senses(.filler, .within, .to, .adverb)) {
            k -= 1
        }
        guard k >= scene.clause.lowerBound, text.has(k, .advance) || text.has(k, .isNow) || text.has(k, .lies)
        else { return nil }
        k = scene.phraseStart(k)
        while k - 1 >= scene.clause.lowerBound, text[k - 1].senses.meets(Senses(.adverb, .has, .isNow, .been))
        { k -= 1 }
        return k
    }

    // MARK: "Russian forces are now within 5 km of Pokrovsk", "Udachne lies 9 km from Pokrovsk"

    private func distance() throws(Doubt) -> Found? {
        let k = scene.after
        guard
            text.has(k, .from)
                || (text.has(k, .of)
                    && scene.has(.within, in: max(scene.clause.lowerBound, scene.lead - 2)..<scene.after))
        else { return nil }
        let isBorder = (k + 1...k + 2).contains { text.has($0, .border) }
        let end = scene.facts.places.first {
            ($0.role == .city || isTown($0)) && $0.words.lowerBound > k && $0.words.lowerBound - k <= 2
        }
        guard isBorder || end != nil else { return nil }
        guard let verb = moveBefore() else { return nil }
        let to = isBorder ? Self.border : end?.name ?? ""
        if let place = scene.facts.places.first(where: { $0.role == .city && $0.words.upperBound == verb }) {
            guard text.has(verb, .lies) || text.has(verb, .isNow) else { return nil }
            return Found(kind: .distance, measure: .total, from: place.name, to: to, words: verb..<k + 1)
        }
        guard !isBorder else { return nil }
        let side = try sides.before(verb)
        return Found(
            kind: .distance, holder: side.side, from: Self.ground(of: side.side), to: to,
            day: try day(scene.clause),
            words: verb..<k + 1)
    }

    /// "20 km of Sumy": a name that towns and regions share, standing alone, is that of the town.
    private func isTown(_ place: PlaceMention) -> Bool {
        place.role == .region && place.words.count == 1 && text.has(place.words.lowerBound, .cityToo)
            && !place.isAttribute && !place.isUnion && !text[place.words.lowerBound].isPossessive
    }

    /// The day of publication where the present is spoken of, or the one day that is named.
    private func day(_ words: Range<Int>) throws(Doubt) -> Int {
        let isPresent = words.contains {
            text[$0].senses.meets(Senses(.isNow, .has, .now, .present))
                || text.has($0, .adverb) && text.has($0, .now)
        }
        let moments = scene.facts.moments.filter { words.contains($0.words.lowerBound) && !$0.isNow }
        if moments.count == 1, let days = moments[0].days, days.count == 1, !moments[0].isSince {
            return days.lowerBound
        }
        guard moments.isEmpty, isPresent else { throw Doubt.time }
        guard let published = run.published else { throw Doubt.undated }
        return published
    }
}
