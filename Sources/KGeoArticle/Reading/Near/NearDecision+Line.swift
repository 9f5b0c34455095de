// Lengths: distances between ends, depths from the border, widths.

internal import KGeoCore
internal import KGeoExtract

extension NearDecision {
    mutating func line(_ reading: inout Reading) {
        if isFront {
            frontLength(&reading)
            return
        }
        switch reading.kind {
        case .radius, .extent: reading = reading.refused(Doubt.circle)
        case .width:
            extent(&reading)
        case .depth:
            if let ends = ends(), case .place = ends.from, case .place = ends.to {
                reading.kind = .distance
                distance(ends, &reading)
            } else {
                depth(&reading)
            }
        case .distance, .length:
            // "a road of 50 km from A to B": as long as a thing.
            if text.has(lead - 1, .of), text.has(lead - 2, .object) {
                reading = reading.refused(Doubt.object)
            } else if let ends = ends() {
                reading.kind = .distance
                distance(ends, &reading)
            } else if clauseHas(.deep) && (clauseHas(.border) || clauseHas(.pocket))
                || clauseHas(.border) && run.topic.reading?.kind == .depth
            {
                depth(&reading)
            } else {
                reading = reading.refused(clauseHas(.object) ? Doubt.object : Doubt.stretch)
            }
        case .area, .share, .rate: break
        }
    }

    // MARK: distances

    /// The two ends of a distance.
    struct Ends {
        var from: End
        var to: End
    }

    enum End: Hashable {
        case place(String)
        case ground(String?)
        case border
        var isFixed: Bool {
            if case .ground = self { return false }
            return true
        }
    }

    /// "from A to B", "A lies 3 km from B", "between A and B".
    func ends() -> Ends? {
        if let way = endsOfWay { return way }
        var found: [(end: End, at: Int)] = []
        for i in facts.words where !(i >= lead && i < after) {
            guard let end = end(at: i), cost(i) <= 34 else { continue }
            if found.last?.end != end || found.last.map({ hasFigure(from: $0.at, to: i) }) == true {
                found.append((end, i))
            }
        }
        guard found.count >= 2 else { return nil }
        // Behind the figure: "from B", "of B", "away from"; and what is named before it.
        let early = found.filter { end in
            end.at < lead && !hasFigure(from: end.at, to: lead)
                && !(end.at..<lead).contains { text.isSign($0, ";") }
        }
        // "and Dnipro 44 miles from Zaporizhzhia"
        let next = found.first { end in
            end.at >= after && end.at - after <= 4 && isMarked(end.at, .from)
                && !(after..<end.at).contains { text[$0].kind == .sign }
        }
        if let next, let last = early.last, last.end != next.end, case .place = last.end,
            lead - last.at <= 2
                || (last.at..<lead).contains(where: { text.has($0, .lies) || text.has($0, .auxiliary) })
        {
            return Ends(from: last.end, to: next.end)
        }
        if early.count >= 2,
            let first = early.first(where: { isMarked($0.at, .from) || isMarked($0.at, .between) })
        {
            if let last = early.last(where: { $0.at > first.at && $0.end != first.end }) {
                return Ends(from: first.end, to: last.end)
            }
        }
        var before = found.last { $0.at < lead }
        // "coming within 20 km of Sumy", "are 20 km from Sumy": whoever is there has the ground it is measured from.
        if before == nil, let side = sideThere {
            before = (.ground(self.side(at: side, owner: run.home)), side)
        }
        let behind = found.first {
            $0.at >= after && $0.at - after <= 8 && clause.contains($0.at) && leads(to: $0.at)
        }
        let isAdvance =
            before.map { ($0.at..<lead).contains { text.has($0, .advance) && text[$0].span > 0 } } ?? false
        if let before, let behind, !isAdvance {
            // Who stands somewhere, not what another figure is counted from.
            let subject = found.last { $0.at < lead && !isMarked($0.at, .from) && !isMarked($0.at, .near) }
            return Ends(from: (subject ?? before).end, to: behind.end)
        }
        let late = found.filter { $0.at >= after && clause.contains($0.at) }
        if late.count >= 2, isMarked(late[0].at, .from) || isMarked(late[0].at, .between),
            late[0].at - after <= 5
        {
            return Ends(from: late[0].end, to: late[1].end)
        }
        if late.count >= 2, late[0].at - after <= 3 { return Ends(from: late[0].end, to: late[1].end) }
        return nil
    }

    /// "having travelled thousands of kilometres across Russia, were stationed near Kursk": from where they were said to
    /// have come, in this sentence or the one before, to where they are.
    private var endsOfWay: Ends? {
        guard let verb = (facts.words.lowerBound..<lead).last(where: { text.has($0, .travel) }),
            lead - verb <= 3
        else { return nil }
        let sentence = text[lead].sentence
        let before = sentence > 0 ? run.facts[sentence - 1].places : []
        let origin = (before + facts.places.filter { $0.words.upperBound <= verb }).last { place in
            isTown(place)
                && (max(0, place.words.lowerBound - 7)..<place.words.lowerBound).reversed()
                    .prefix { text[$0].kind != .sign }.contains { text.has($0, .from) }
        }
        let target = facts.places.first { place in
            let k = place.words.lowerBound - 1
            return place.words.lowerBound >= after && isTown(place)
                && (text.has(k, .near) || text.has(k, .to) || text.has(k, .within))
        }
        guard let origin, let target, origin.name != target.name else { return nil }
        return Ends(from: .place(origin.name), to: .place(target.name))
    }

    /// Whether a place is a town: by its name, or by a name that towns and regions share.
    private func isTown(_ place: PlaceMention) -> Bool {
        !place.isAttribute
            && (place.role == .city || place.role == .near
                || place.role == .region && place.words.count == 1
                    && text.has(place.words.lowerBound, .cityToo))
    }

    /// Whether the length is a way that somebody went.
    var isWay: Bool { endsOfWay != nil }

    /// The one side of the sentence whose place a distance says, right behind "within" or "are".
    private var sideThere: Int? {
        var k = lead - 1
        while k > facts.words.lowerBound, text[k].senses.meets(Senses(.filler, .adverb)) { k -= 1 }
        guard
            (max(facts.words.lowerBound, k)..<after).contains(where: { text.has($0, .within) })
                || text.has(k, .auxiliary)
        else { return nil }
        let sides = facts.words.filter {
            $0 < lead && text[$0].span > 0 && !isPlace($0) && !isInSource($0)
                && text[$0].senses.meets(Senses(.country, .demonym, .people, .seat, .intruder))
        }
        let names = Set(sides.compactMap { side(at: $0, owner: run.home) })
        return names.count == 1 ? sides.last : nil
    }

    private func leads(to i: Int) -> Bool {
        (after..<i).contains { k in
            text.has(k, .from) || text.has(k, .of) || text.has(k, .near) || text.has(k, .beyond)
                || text.has(k, .to)
                || text.has(k, .within)
        }
    }

    /// Whether a small word stands before a name, over an article and "suburbs of".
    private func isMarked(_ i: Int, _ sense: Sense) -> Bool {
        (max(facts.words.lowerBound, i - 7)..<i).reversed().prefix { text[$0].kind != .sign }.contains {
            text.has($0, sense)
        }
    }

    private func end(at i: Int) -> End? {
        guard text[i].span > 0, !isInSource(i), !facts.isTime(i) else { return nil }
        if text.has(i, .border) { return .border }
        // "within five kilometres of it": of the town spoken of.
        if text.has(i, .third), !text.has(i, .article), i >= after,
            text.has(i - 1, .of) || text.has(i - 1, .from),
            i - after <= 2, let town = townSaid(before: i, isEarlier: true)
        {
            return .place(town)
        }
        if text.has(i, .edge), !text.has(i, .city) { return .ground(edgeSide(i)) }
        if text.has(i, .there), text.has(i - 1, .from) || text.has(i - 1, .near), !text.has(i, .regionNoun),
            let town = townSaid(before: i, isEarlier: true)
        {
            return .place(town)
        }
        guard let place = facts.places.first(where: { $0.words.lowerBound == i }), place.role != .direction,
            place.role != .country
        else {
            // A seat of government is a town here.
            if text.has(i, .seat), text.has(i - 1, .preposition) {
                return .place(text.source.text(text[i].start..<text[i].end))
            }
            // "the city": the town named last.
            if text.has(i, .city), text.has(i - 1, .article), let town = townSaid(before: i),
                !text.has(i + 1, .of) || text.has(i + 2, .same) || text.has(i + 3, .same)
            {
                return .place(town)
            }
            return nil
        }
        if place.role == .region, place.words.count > 1 || place.isUnion { return nil }
        // "20 km from Belgorod’s power plant"
        let next = place.words.upperBound
        if i >= after, text[next - 1].isPossessive, !text.has(next, .city), !text.has(next + 1, .city) {
            return nil
        }
        return .place(place.name)
    }

    /// The town named last before a word; or in the sentences before its own.
    private func townSaid(before i: Int, isEarlier: Bool = false) -> String? {
        let own = facts.places.last { place in
            place.words.upperBound <= i && !place.isAttribute
                && (place.role == .city || place.role == .near
                    || place.role == .region && text.has(place.words.lowerBound, .cityToo) && !place.isUnion)
        }
        if let own, !isEarlier { return own.name }
        for earlier in run.facts[..<text[lead].sentence].suffix(40).reversed() {
            let towns = earlier.places.filter { ($0.role == .city || $0.role == .near) && !$0.isAttribute }
            // A name that is said to be that of a town, before names of which nothing is known.
            let known = towns.first { town in
                !town.regions.isEmpty
                    || (max(0, town.words.lowerBound - 3)..<town.words.lowerBound).contains {
                        text.has($0, .city)
                    }
            }
            if let town = known ?? towns.first { return town.name }
        }
        return nil
    }

    private func edgeSide(_ i: Int) -> String? {
        for k in [i - 1, i - 2, i - 3, i + 1, i + 2, i + 3] where text.words.indices.contains(k) {
            if let side = side(at: k, owner: run.home) { return side }
        }
        return run.topic.side ?? run.other
    }

    private mutating func distance(_ ends: Ends, _ reading: inout Reading) {
        func words(_ end: End) -> String {
            switch end {
            case .place(let name): name
            case .ground(let side): "ground held by \(side ?? run.other)"
            case .border: "border of \(run.other) and \(run.home)"
            }
        }
        (reading.from, reading.to) = (words(ends.from), words(ends.to))
        if ends.from.isFixed, ends.to.isFixed {
            reading.measure = .total
            return
        }
        reading.measure = .held
        if case .ground(let side) = ends.from { reading.holder = side }
        if case .ground(let side) = ends.to { reading.holder = side }
        let own = ownMoment(isFlow: false)
        let day = own?.isSince == true ? nil : own?.days?.upperBound
        reading.asOf = (day ?? run.published).map { CalendarDate(dayNumber: $0) }
    }

    // MARK: depth and width

    private mutating func depth(_ reading: inout Reading) {
        reading.kind = .depth
        readMeasure(&reading)
        extent(&reading)
        let isFromBorder =
            facts.words.contains { text.has($0, .border) } || clauseHas(.pocket)
            || facts.places.contains {
                $0.role == .region && text.has($0.words.lowerBound - 1, .within) && clauseHas(.deep)
            }
        guard isFromBorder, !reading.regions.isEmpty, reading.near.isEmpty else {
            // A way towards a town is made in a time.
            if !reading.near.isEmpty, let days = ownMoment(isFlow: true)?.days {
                (reading.measure, reading.asOf) = (.gained, nil)
                reading.period =
                    CalendarDate(dayNumber: days.lowerBound)...CalendarDate(dayNumber: days.upperBound)
            }
            reading = reading.refused(Doubt.towards)
            return
        }
        // How far somebody came over the border is said of who came.
        reading.holder = text.lexicon.opponent(
            of: reading.regions.first.flatMap { text.lexicon.owner(of: $0) })
        reading.measure = .held
        reading.from = "border of \(run.other) and \(run.home)"
        reading.to = "ground held by \(reading.holder ?? run.other)"
    }

    private mutating func extent(_ reading: inout Reading) {
        readRegion(&reading)
        readHolder(&reading)
        // How wide a pocket is, is said of whoever made it.
        if facts.words.contains(where: { text.has($0, .pocket) && text[$0].span > 0 }),
            let owner = reading.regions.first.flatMap({ text.lexicon.owner(of: $0) })
        {
            reading.holder = text.lexicon.opponent(of: owner)
        }
        reading.measure = .held
        let own = ownMoment(isFlow: false)
        let day = own?.isSince == true ? nil : own?.days?.upperBound
        reading.asOf = (day ?? run.published).map { CalendarDate(dayNumber: $0) }
        if !facts.words.contains(where: { text.has($0, .pocket) }),
            reading.kind == .width || reading.kind == .length
        {
            reading = reading.refused(Doubt.stretch)
        }
    }
}
