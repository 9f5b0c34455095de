// Where: the region named with the figure, or what "there" and silence mean.

internal import KGeoCore
internal import KGeoExtract

extension NearDecision {
    /// The cost of a place: that of its nearer end.
    func cost(_ place: PlaceMention) -> Int {
        min(cost(place.words.lowerBound), cost(place.words.upperBound - 1))
    }

    mutating func readRegion(_ reading: inout Reading) {
        let usable = facts.places.filter { isUsable($0) }
        if let cell {
            let places = (cell.row + cell.column).flatMap { run.facts[$0].places }
            if let place = places.first(where: { $0.role == .region || $0.role == .country }) {
                return take(place, "table", &reading)
            }
        }
        if let label = label { return take(label, "label", &reading) }
        if let said = regionsSaid {
            reading.regions = said.regions
            return note("region", said.words, said.rule)
        }
        if text.isSign(lead - 1, "("), let named = usable.first(where: { $0.words.upperBound == lead - 1 }) {
            return take(named, "brackets", &reading)
        }
        if isOfOtherRegions(usable) { return }
        let attached = usable.first { isAttached($0) }
        let own = usable.filter { $0.words.overlaps(clause) }
        if let attached { return take(widest(attached, among: own), "own clause", &reading) }
        // A word for a place said before, nearer than any name.
        let anaphor = nearest(Senses(.there, .former, .latter), within: 30, in: clause)
            .flatMap { isAnaphor($0) ? $0 : nil }
        if let best = own.min(by: { cost($0) < cost($1) }) {
            let wins = anaphor.map { cost($0) >= cost(best) } ?? true
            if wins { return take(widest(best, among: own), "own clause", &reading) }
        }
        if let anaphor, let regions = meant(by: anaphor) {
            note("region", anaphor..<anaphor + 1, "sentence before")
            reading.regions = regions
            return
        }
        if let pocket = nearest(Senses(.pocket), within: 30, in: clause), let regions = pocketRegion {
            note("region", pocket..<pocket + 1, "topic")
            reading.regions = regions
            return
        }
        // "−14 km² in 24 hours (Donetsk Oblast)"
        if let bracketed = usable.first(where: {
            $0.words.lowerBound >= after && text.isSign($0.words.lowerBound - 1, "(") && cost($0) <= 24
                && !hasFigure(from: after, to: $0.words.lowerBound)
        }) {
            return take(bracketed, "brackets", &reading)
        }
        let before = usable.filter { cost($0) <= 60 && $0.words.upperBound <= lead }
        if let best = before.min(by: { cost($0) < cost($1) }) { return take(best, "sentence", &reading) }
        byTopic(&reading)
    }

    /// What other words than names say where: "nationwide", "of its national territory", "of it".
    private var regionsSaid: (regions: [String], words: Range<Int>, rule: String)? {
        let isArea = figure.claim.kind == .area || figure.isBare
        if isNationwide, isArea || figure.claim.kind == .share {
            return ([run.home], facts.words.lowerBound..<lead, "own clause")
        }
        // "about 20 % of its national territory": of the country of whoever it is.
        if text.has(after, .of), let side = ownerBehind(after + 1) {
            return ([side], after + 1..<after + 3, "own clause")
        }
        // "they had 74 of it in all": of the region spoken of.
        guard isArea, text.has(after, .of), text.has(after + 1, .third), !text.has(after + 1, .article),
            run.topic.regions.count == 1, run.topic.previousIsFirm
        else { return nil }
        return (run.topic.regions, after..<after + 2, "sentence before")
    }

    /// The side whose whole country "its territory", "their national territory", "our land" are.
    private func ownerBehind(_ i: Int) -> String? {
        guard text.words.indices.contains(i),
            text.has(i, .third) && text.has(i, .article) || text.has(i, .first)
        else { return nil }
        // "its soil" may as well be that of an oblast.
        guard isAdjective(i + 1) || text.has(i + 1, .nation) else { return nil }
        let noun = isAdjective(i + 1) ? i + 2 : i + 1
        guard text.words.indices.contains(noun),
            text.has(noun, .ground) && !text.has(noun, .gained)
                && !text.has(noun, .lost) && !text.has(noun, .held) || text.has(noun, .nation),
            !text.has(noun + 1, .gained), !text.has(noun + 1, .within)
        else { return nil }
        return side(at: i, owner: run.home)
    }

    /// A word that no table has, and that is no name.
    func isAdjective(_ i: Int) -> Bool {
        text.words.indices.contains(i) && text[i].kind == .word && text[i].senses.isEmpty
            && !text[i].isCapital
    }

    /// Names of persons and of sources are no places; a town counts where the figure is said to be in it.
    private func isUsable(_ place: PlaceMention) -> Bool {
        guard !place.isAttribute, !isInSource(place.words.lowerBound) else { return false }
        // "…, including all of Luhansk Oblast" is only a part of it.
        let first = place.words.lowerBound
        if first >= after, (after..<first).contains(where: { text.has($0, .including) }) { return false }
        if place.role != .city { return true }
        let i = place.words.lowerBound - 1
        return text.has(i, .within) && (text.has(place.words.upperBound, .within) == false)
            && cost(place) < 12
    }

    /// The region that a line begins with, before a colon: "Luhansk region: Russia 99.5 %".
    private var label: PlaceMention? {
        guard
            let colon = (facts.words.lowerBound..<lead).first(where: { text.isSign($0, ":|") }),
            lead - colon < 6
        else {
            // "– Luhansk 99.7 %": a name alone in front of the number.
            return isLine
                ? facts.places.first { place in
                    place.words.upperBound == lead && place.role != .city && !place.isAttribute
                        && (facts.words.lowerBound..<place.words.lowerBound).allSatisfy {
                            text[$0].kind == .sign
                        }
                } : nil
        }
        return facts.places.first {
            $0.words.upperBound <= colon && $0.role != .city && !$0.isAttribute
                && $0.words.lowerBound - facts.words.lowerBound < 4
        }
    }

    /// "71 % of Donetsk Oblast", "205 km² in Sumy Oblast"; "Of Donetsk Oblast they possess 71 %".
    func isAttached(_ place: PlaceMention) -> Bool {
        let first = place.words.lowerBound
        if first >= after, first - after <= 3 {
            let between = after..<first
            return between.allSatisfy {
                text[$0].senses.meets(Senses(.of, .within, .article, .near, .ground, .from, .city))
            } && !between.isEmpty
        }
        guard figure.claim.kind == .share, first < lead else { return false }
        let k = text.has(first - 1, .article) ? first - 2 : first - 1
        return text.has(k, .of) && (k == facts.words.lowerBound || text.isSign(k - 1, ",;—"))
            && k >= clause.lowerBound - 1
            && text[k].isCapital
            || (text.has(k, .of) && text.isSign(k - 1, ",") && lead - place.words.upperBound < 2)
    }

    /// "of the four regions", where not so many are spoken of.
    private func isOfOtherRegions(_ usable: [PlaceMention]) -> Bool {
        guard text.has(after, .of), !usable.contains(where: { isAttached($0) }) else { return false }
        let behind = after + 1..<max(after + 1, min(after + 5, facts.words.upperBound))
        guard let noun = behind.first(where: { text.has($0, .regionNouns) }) else { return false }
        return (after + 1..<noun).contains {
            text.has($0, .cardinal) && text[$0].value != run.topic.regions.count
        }
    }

    /// A region named with the district or country it stands beside is meant itself: the smaller of two.
    private func widest(_ best: PlaceMention, among own: [PlaceMention]) -> PlaceMention {
        // "the Glushkovo district in Kursk Oblast": the oblast.
        if best.role == .near, text.has(best.words.upperBound - 1, .district) {
            return own.first { $0.role == .region && $0.words.lowerBound >= best.words.upperBound } ?? best
        }
        // "of Ukraine … in Donetsk Oblast": the smaller.
        if best.role == .country,
            let smaller = own.first(where: {
                $0.role == .region && cost($0) < cost(best) + 8 && isInside($0, best)
                    && !isListed($0, behind: best)
            })
        {
            return smaller
        }
        return best
    }

    /// "of Ukraine, Crimea included": named behind a pause, and a part of what is meant.
    private func isListed(_ region: PlaceMention, behind country: PlaceMention) -> Bool {
        let between = country.words.upperBound..<max(country.words.upperBound, region.words.lowerBound)
        return between.contains { text.isSign($0, ",(") }
            && !text.has(region.words.lowerBound - 1, .within) && !text.has(region.words.lowerBound - 1, .of)
    }

    private func isInside(_ region: PlaceMention, _ country: PlaceMention) -> Bool {
        let owner = country.regions.first ?? run.home
        return region.regions.allSatisfy { text.lexicon.owner(of: $0) == owner }
    }

    private mutating func take(_ place: PlaceMention, _ rule: String, _ reading: inout Reading) {
        note("region", place.words, rule)
        switch place.role {
        case .region:
            reading.regions = place.regions
            if place.isChoice { reading = reading.refused(.choice(place.regions)) }
        case .country:
            reading.regions = place.regions.isEmpty ? [run.home] : place.regions
            // Ground "in Russia" is of the region that the text speaks of.
            if reading.regions == [run.other], let region = run.abroad.first, Set(run.abroad).count == 1 {
                reading.regions = [region]
            }
        case .direction, .near, .city: reading.near = [place.name]
        }
    }

    // MARK: places said before

    private func isAnaphor(_ i: Int) -> Bool {
        if facts.places.contains(where: { $0.words.contains(i) }) { return false }
        // "there is", "there were"
        if text.has(i, .there), text.has(i + 1, .auxiliary), i < lead, !text.has(i - 1, .article) {
            return false
        }
        return true
    }

    private func meant(by i: Int) -> [String]? {
        let inSentence = placesOf([.region]).filter { $0.words.upperBound <= i }
        if text.has(i, .former) || text.has(i, .latter) {
            let sentence = text[lead].sentence
            var regions = inSentence.map(\.regions)
            if regions.count < 2, sentence > 0 {
                // Those that the sentence before named, whether figures were read of them or not.
                regions = run.facts[sentence - 1].places.filter { $0.role == .region && !$0.isAttribute }
                    .map(\.regions)
            }
            let said =
                regions.count >= 2
                ? regions : Array((run.topic.earlierRegions + [run.topic.regions]).suffix(2))
            return text.has(i, .former) ? said.first : said.last
        }
        if let last = inSentence.last { return last.regions }
        // "the oblast", where only its city was named.
        if text.has(i, .regionNoun), run.topic.regions.isEmpty || run.topic.regions == [run.home] {
            let sentence = text[lead].sentence
            for earlier in run.facts[max(0, sentence - 3)...sentence].reversed() {
                let city = earlier.places.last {
                    ($0.role == .city || $0.role == .near) && !$0.regions.isEmpty && !$0.isAttribute
                        && $0.words.upperBound <= i
                }
                if let city { return city.regions }
            }
        }
        return run.topic.regions.isEmpty ? nil : run.topic.regions
    }

    /// The region of the pocket: the one it was named with, else the only region abroad.
    var pocketRegion: [String]? {
        if let place = placesOf([.region]).first
            ?? placesOf([.city, .near]).first(where: { !$0.regions.isEmpty })
        {
            return place.regions
        }
        if !run.topic.pocket.isEmpty { return run.topic.pocket }
        if let region = run.topic.regions.first, text.lexicon.owner(of: region) != run.home {
            return run.topic.regions
        }
        return Set(run.abroad).count == 1
            ? [run.abroad[0]] : run.topic.regions.isEmpty ? nil : run.topic.regions
    }

    /// What is meant where the sentence names no place.
    private mutating func byTopic(_ reading: inout Reading) {
        let topic = run.topic
        // "a quarter of the 116,000 km² that Russia holds"
        if text.has(lead - 1, .article), text.has(lead - 2, .of), text.words.indices.contains(lead - 3),
            text[lead - 3].figure != nil
        {
            reading.regions = [run.home]
            return note("region", nil, "usual")
        }
        if let last = topic.reading, topic.sentence == text[lead].sentence, !last.near.isEmpty, figure.isBare
        {
            reading.near = last.near
            return note("region", nil, "figure before")
        }
        // "his whole take": of the country, not of the oblast spoken of.
        if clauseHas(.overall), let region = topic.regions.first, text.lexicon.owner(of: region) == run.home,
            topic.side != nil
        {
            reading.regions = [run.home]
            return note("region", nil, "overall")
        }
        // "Sumy region's governor counts …"
        let ofSource = facts.places.first {
            $0.role == .region && $0.words.count > 1 && isInSource($0.words.lowerBound)
        }
        if let ofSource { return take(ofSource, "source", &reading) }
        let isNear = topic.paragraph >= text[lead].paragraph - 1
        if !topic.regions.isEmpty, isNear {
            reading.regions = topic.regions
            return note("region", nil, "sentence before")
        }
        if !topic.headline.isEmpty {
            reading.regions = topic.headline
            return note("region", nil, "headline")
        }
        guard
            facts.words.contains(where: { isOfThisWar($0) }) || topic.side != nil || topic.headlineSide != nil
        else {
            return
        }
        reading.regions = [run.home]
        note("region", nil, "usual")
    }

    private func isOfThisWar(_ i: Int) -> Bool {
        text[i].senses.meets(
            Senses(.country, .demonym, .people, .seat, .intruder, .defender, .enemy, .first, .front))
    }
}
