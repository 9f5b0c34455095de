// The reading of one figure: each part by its rule, left out with the reason where the words leave it open.

internal import KGeoCore
internal import KGeoExtract

/// Decides on one figure.
struct FigureRules {
    let scene: Scene
    let run: ReadingRun
    var reading: Reading
    var governor: Governor?
    /// The figure before in the sentence, where this one goes on from it.
    private(set) var before: DecidedFigure?
    /// The unit that a bare number takes up.
    private(set) var unit: MeasureUnit
    /// The heading of the list that the figure is a line of.
    var line: ListLine?
    private var doubt: Doubt?
    var text: ReadingText { scene.text }

    init(_ scene: Scene, in run: ReadingRun) {
        (self.scene, self.run) = (scene, run)
        reading = Reading(kind: scene.figure.claim.kind)
        unit = scene.figure.claim.unit
    }

    /// The reading; nil for a number that is no figure of ground.
    mutating func read() -> Reading? {
        if !scene.figure.isClaim {
            guard scene.figure.isBare ? takesUp() : isShareOfList else { return nil }
        }
        do throws(Doubt) {
            try refuse()
            switch reading.kind {
            case .area, .share, .rate: try ground()
            case .length, .distance, .depth: try length()
            default: throw Doubt.line
            }
        } catch {
            doubt = doubt ?? error
        }
        return doubt.map { reading.refused($0.reason, $0.obstacle) } ?? reading
    }

    mutating func note(_ part: String, _ words: Range<Int>?, _ rule: String) {
        reading.because.append(run.evidence(part, words, rule))
    }

    // MARK: numbers that are no claims by themselves

    /// A percentage that only the heading of its list, or the figure before, makes one of ground.
    private var isShareOfList: Bool {
        guard reading.kind == .share else { return false }
        return ListLine(scene, in: run) != nil
    }

    /// A number without a unit, which goes on from the figure before: "433 km² in May and 549 in June".
    private mutating func takesUp() -> Bool {
        guard scene.figure.isBare, let last = run.last(before: scene), last.reading.kind != .rate,
            Chain(from: last, to: scene).isJoined, scene.figure.claim.low != 0, !text.counts(scene.number)
        else { return false }
        (unit, reading.kind) = (last.unit, last.reading.kind)
        return true
    }

    // MARK: what is no ground that somebody holds

    private func refuse() throws(Doubt) {
        var first = scene.head.isEmpty ? scene.clause.lowerBound : scene.head.lowerBound
        // What is put before a comma is said of something else, but for a word or two that begin the sentence.
        if let comma = (first..<scene.lead).last(where: {
            text.isSign($0, ",") && !text.has($0 - 1, .adverb) && !text.has($0 + 1, .adverb)
        }),
            comma - first > 3
        {
            first = comma
        }
        let near = Array(first..<scene.lead) + Array(scene.after..<max(scene.after, scene.tail.upperBound))
        func has(_ sense: Sense) -> Bool {
            near.contains { text.has($0, sense) && text[$0].span > 0 && !scene.facts.isTime($0) }
        }
        if has(.foreign) { throw Doubt.foreign }
        if has(.hazard) { throw Doubt.hazard }
        if has(.modal) || has(.plan) || has(.conditional) { throw Doubt.plan }
        let isLine = [.length, .distance, .depth].contains(reading.kind)
        if has(.object) { throw isLine ? Doubt.line : Doubt.object }
        if has(.negation) { throw Doubt.denied }
        if text.has(scene.after, .more)
            || (scene.after..<scene.tail.upperBound).contains(where: { text.has($0, .than) })
        {
            throw Doubt.difference
        }
        if has(.net) || has(.lowest) || has(.mean) && reading.kind != .rate { throw Doubt.summary }
        if reading.kind == .share, GainPart(scene, in: run) == nil,
            !WholeRules(scene: scene, run: run).isOfGround()
        {
            throw Doubt.otherShare
        }
    }

    // MARK: ground

    private mutating func ground() throws(Doubt) {
        if let part = GainPart(scene, in: run) { return try take(part) }
        if let place = sizeOf { return total(place) }
        let governor = try findGovernor()
        self.governor = governor
        reading.measure = governor.measure
        note("measure", governor.words, governor.rule)
        if reading.kind == .rate, governor.measure == .held { throw Doubt.measure }
        for part in Part.allCases {
            // The first doubt is the reason; the other parts are read all the same.
            do throws(Doubt) { try decide(part, governor) } catch { doubt = doubt ?? error }
        }
        try consistent()
    }

    /// The parts of a reading of ground, in the order in which each may lean on those before.
    private enum Part: CaseIterable { case whole, regionNamed, holder, regionUnnamed, time }

    private mutating func decide(_ part: Part, _ governor: Governor) throws(Doubt) {
        switch part {
        case .whole: try whole()
        case .regionNamed: try regionNamed()
        case .holder: try holder(governor)
        case .regionUnnamed: try regionUnnamed(governor)
        case .time: try time(governor)
        }
    }

    /// "Kursk Oblast covers 30,000 km²": the region whose size it is.
    private var sizeOf: PlaceMention? {
        guard reading.kind == .area else { return nil }
        var k = scene.lead - 1
        while k > scene.facts.words.lowerBound, text.has(k, .filler) { k -= 1 }
        k = scene.phraseStart(k)
        guard text.has(k, .size) else { return nil }
        return scene.facts.places.first {
            $0.role == .region && $0.words.upperBound == k && !$0.isAttribute && $0.regions.count == 1
                && ($0.words.lowerBound == scene.facts.words.lowerBound
                    || text.isSign($0.words.lowerBound - 1, ","))
        }
    }

    private mutating func total(_ place: PlaceMention) {
        reading.measure = .total
        reading.regions = place.regions
        note("measure", place.words, "the size of a region")
    }

    private mutating func findGovernor() throws(Doubt) -> Governor {
        if let found = try GovernorFinder(scene: scene).governor() { return found }
        if scene.has(.contested, in: scene.tail)
            || scene.has(.contested, in: scene.clause.lowerBound..<scene.lead)
        {
            throw Doubt.holder
        }
        if let line = ListLine(scene, in: run) {
            self.line = line
            return Governor(
                measure: .held, tense: .present, words: line.words, subject: .unsaid,
                rule: "heading of the list")
        }
        guard let last = run.last(before: scene), Chain(from: last, to: scene).isJoined else {
            throw Doubt.measure
        }
        before = last
        var found = last.governor
        (found.subject, found.rule) = (.asBefore, "figure before")
        if reading.kind == .share || last.reading.kind == .share { found.measure = last.governor.measure }
        return found
    }

    private mutating func whole() throws(Doubt) {
        guard reading.kind == .share else { return }
        if isOfFigureInFront { throw Doubt.whole }
        let rules = WholeRules(scene: scene, run: run)
        guard let pocket = try rules.pocket() else { return }
        reading.of = pocket
        if case .ground(_, _, let regions, _) = pocket { reading.regions = regions }
        note("of", scene.after..<scene.after + 1, "own clause")
    }

    /// "Of the 280 km² that they held there, … have taken back six sevenths": of the figure in front.
    private var isOfFigureInFront: Bool {
        let first = scene.facts.words.lowerBound
        guard !text.has(scene.after, .of), text.has(first, .of) else { return false }
        return (first + 1..<max(first + 1, min(first + 4, scene.lead))).contains { i in
            text[i].figure.map { $0 != scene.number && text.source.figures[$0].hasUnit } ?? false
        }
    }

    private mutating func regionNamed() throws(Doubt) {
        if let line {
            return take(.init(regions: line.label.regions, words: line.label.words, rule: "label"))
        }
        if reading.kind == .share, let before, before.reading.kind == .area, !text.has(scene.after, .of) {
            throw Doubt.whole
        }
        guard reading.regions.isEmpty, let found = try PlaceRules(scene: scene, run: run).inClause() else {
            return
        }
        take(found)
    }

    private mutating func take(_ found: PlaceRules.Found) {
        reading.regions = found.regions
        note("region", found.words, found.rule)
        if reading.kind == .share, reading.of == nil { reading.of = .region(found.regions) }
    }

    private mutating func regionUnnamed(_ governor: Governor) throws(Doubt) {
        guard reading.regions.isEmpty, doubt == nil else { return }
        if let before {
            guard !before.reading.regions.isEmpty else { throw Doubt.region }
            // "or 19 percent of the country": a share has its own whole.
            guard
                reading.kind != .share || before.reading.kind == .share || text.has(scene.after, .of) == false
            else {
                throw Doubt.whole
            }
            return take(.init(regions: before.reading.regions, words: nil, rule: "figure before"))
        }
        if reading.kind == .share { throw Doubt.whole }
        take(try PlaceRules(scene: scene, run: run).unsaid(reading.holder, governor))
    }

    private mutating func holder(_ governor: Governor) throws(Doubt) {
        if let side = line?.side {
            reading.holder = side
            return note("holder", line?.words, "heading of the list")
        }
        switch governor.subject {
        case .named(let side, let words):
            reading.holder = side
            note("holder", words, "own clause")
        case .asBefore:
            guard let holder = before?.reading.holder else { throw Doubt.holder }
            reading.holder = holder
            note("holder", nil, "figure before")
        case .before(let end):
            let found = try subject(end)
            reading.holder = found.side
            note("holder", found.words, found.rule)
        case .owner:
            guard let region = reading.regions.first, let owner = text.lexicon.owner(of: region),
                owner == run.home
            else {
                throw Doubt.holder
            }
            let finder = SideFinder(scene: scene, speakers: run.speakers)
            let acting = Set(finder.acting(in: scene.facts.words.lowerBound..<scene.lead))
            if acting.contains(owner) { throw Doubt.holder }
            reading.holder = owner
            note("holder", governor.words, "what remains to be taken is the defender's")
        case .unsaid: try unsaid(governor)
        }
    }

    private func subject(_ end: Int) throws(Doubt) -> SideFinder.Found {
        let finder = SideFinder(scene: scene, speakers: run.speakers)
        let k = end - 1
        let goesOn = k >= scene.facts.words.lowerBound && (text.has(k, .and) || text.isSign(k, ","))
        let isGerund = governor.map { text.has($0.words.lowerBound, .gerund) } ?? false
        guard goesOn else { return try finder.before(end, isGerund: isGerund) }
        // "lost 40 km² and still holds", ", capturing 20 km²": whoever acts before, where it is one side.
        let words = scene.facts.words.lowerBound..<k
        let sides = finder.acting(in: words, quote: text[k].quote)
        // "Ukraine’s units overwhelmed Russian guards, seizing": the subject stands first, where the sentence has one clause.
        // "Ukrainian troops pushed Russian forces back and liberated": the same, where nobody is quoted.
        let isCoordinated = text.has(k, .and) && !scene.has(.speech, in: words) && isSubjectFirst(words)
        let isSimple =
            (isGerund || isCoordinated) && !scene.has(.contrast, in: words)
            && !scene.has(.relative, in: words)
        if Set(sides).count > 1, !isSimple { throw Doubt.bothSides }
        guard let side = sides.first, !side.isEmpty else { throw Doubt.holder }
        return .init(side: side, words: k..<k + 1, rule: "the side that the sentence names before")
    }

    /// Whether a sentence begins with a side, which is then its subject.
    private func isSubjectFirst(_ words: Range<Int>) -> Bool {
        let first = text.has(words.lowerBound, .article) ? words.lowerBound + 1 : words.lowerBound
        return words.contains(first) && text[first].senses.meets(SideFinder.names)
            && !scene.facts.places.contains { $0.words.contains(first) && text[first].isPossessive }
    }

    /// "99 percent of it has been liberated": by whoever liberated in the sentence before; "occupied": by the other side.
    private mutating func unsaid(_ governor: Governor) throws(Doubt) {
        guard let region = reading.regions.first, let owner = text.lexicon.owner(of: region) else {
            throw Doubt.holder
        }
        if governor.isBack {
            reading.holder = owner
            return note("holder", nil, "ground is taken back by whose it was")
        }
        if text.has(governor.words.lowerBound, .occupied) {
            reading.holder = text.lexicon.opponent(of: owner)
            return note("holder", nil, "ground is occupied by the other side")
        }
        guard let last = run.lastInParagraph(of: scene), let holder = last.reading.holder,
            text[last.governor.words.lowerBound].text == text[governor.words.lowerBound].text,
            last.governor.measure == governor.measure || last.reading.measure == .held
        else { throw Doubt.holder }
        reading.holder = holder
        note("holder", nil, "sentence before")
    }

    /// What cannot be, whatever the words say.
    private func consistent() throws(Doubt) {
        guard doubt == nil, let holder = reading.holder else { return }
        let owners = Set(reading.regions.compactMap { text.lexicon.owner(of: $0) })
        if owners == [holder], holder == run.other, reading.measure == .held || reading.measure == .peak {
            throw Doubt.ownGround
        }
        if reading.kind == .share, reading.of == nil { throw Doubt.whole }
    }

    // MARK: lengths

    private mutating func length() throws(Doubt) {
        let found = try LineRules(scene: scene, run: run).found()
        reading.kind = found.kind
        reading.measure = found.measure
        reading.holder = found.holder
        reading.regions = found.regions
        (reading.from, reading.to) = (found.from, found.to)
        reading.asOf = found.day.map { CalendarDate(dayNumber: $0) }
        note("ends", found.words, "own clause")
    }
}
