// Where: the region that stands with the figure, or the one that was spoken of before; doubt where there are several.

internal import KGeoCore
internal import KGeoExtract

/// Decides of which region a figure is.
struct PlaceRules {
    let scene: Scene
    let run: ReadingRun
    private var text: ReadingText { scene.text }

    /// Regions with the words that name them.
    struct Found {
        var regions: [String]
        var words: Range<Int>?
        var rule: String
    }

    /// The region, where the words of the clause give one; nil where the clause names none.
    func inClause() throws(Doubt) -> Found? {
        if let attached = attached() {
            if let small = try smaller(than: attached) { return small }
            return try taken(attached, "beside the figure")
        }
        if let anaphor = anaphor() {
            try refuseSurroundings(scene.tail)
            return try spokenOf(anaphor)
        }
        try refuseSurroundings(scene.tail)
        if let found = try only(scene.tail, "own clause") { return found }
        if !scene.head.isEmpty {
            try refuseSurroundings(scene.head)
            return try only(scene.head, "own clause")
        }
        let before = scene.clause.lowerBound..<scene.lead
        try refuseSurroundings(before)
        return try only(before, "own clause")
    }

    /// The place right behind the figure: "20 km² of Donetsk Oblast".
    private func attached() -> PlaceMention? {
        var k = scene.after
        guard text.has(k, .of) || text.has(k, .within) || text.has(k, .from) else { return nil }
        k += 1
        while k < scene.tail.upperBound, k < scene.after + 5 {
            if let place = scene.facts.places.first(where: { $0.words.contains(k) && !$0.isAttribute }) {
                return place
            }
            guard text[k].senses.meets(Senses(.article, .ground, .of, .within, .together, .size)) else {
                return nil
            }
            k += 1
        }
        return nil
    }

    /// "of Ukrainian territory in Donetsk Oblast": the smaller of two.
    private func smaller(than place: PlaceMention) throws(Doubt) -> Found? {
        guard place.role == .country else {
            if place.role == .region {
                try refuseSurroundings(
                    scene.tail.clamped(
                        to: place.words.upperBound..<max(place.words.upperBound, scene.tail.upperBound)))
            }
            return nil
        }
        let rest = min(place.words.upperBound, scene.tail.upperBound)..<scene.tail.upperBound
        try refuseSurroundings(rest)
        return try only(rest, "beside the figure", roles: [.region])
    }

    /// The one region of some words.
    private func only(
        _ words: Range<Int>, _ rule: String, roles: Set<PlaceMention.Role> = [.region, .country]
    ) throws(Doubt) -> Found? {
        let places = scene.places(roles, in: words).filter { isWhere($0) }
        guard let place = places.first else { return nil }
        let regions = Set(places.filter { $0.role == .region }.map(\.regions))
        if regions.count > 1 { throw Doubt.regions }
        return try taken(places.first { $0.role == .region } ?? place, rule)
    }

    /// Whether a place is said to be where it is, and is no part of a name: "in Donetsk Oblast", not "Kursk’s governor".
    private func isWhere(_ place: PlaceMention) -> Bool {
        let last = place.words.upperBound - 1
        if text[last].isPossessive { return text.has(last + 1, .ground) || text.has(last + 1, .region) }
        if text.has(last + 1, .source) || text.has(last + 1, .force) { return false }
        var k = place.words.lowerBound - 1
        while k >= scene.facts.words.lowerBound,
            text.has(k, .article) || text.has(k, .ground) || text.has(k, .country) && text[k].isPossessive
                || text.has(k, .demonym)
        { k -= 1 }
        return text.has(k, .within) || text.has(k, .of) || text.has(k, .from)
    }

    /// Ground near a town, along a direction or in a district is no region; what is said of a part of it counts not.
    private func refuseSurroundings(_ words: Range<Int>) throws(Doubt) {
        for place in scene.facts.places where words.contains(place.words.lowerBound) && !place.isAttribute {
            let before = place.words.lowerBound - 1
            let isSurroundings: Bool
            switch place.role {
            case .direction, .near: isSurroundings = true
            case .city:
                var k = before
                while text.has(k, .article) || text.has(k, .city) { k -= 1 }
                isSurroundings =
                    text.has(k, .within) || text.has(k, .near) || text.has(k, .of) || text.has(k, .from)
                    || text.has(k, .between) || text.has(k, .and)
                    || k >= scene.after && text.has(k, .preposition) && !text.has(k, .by)
                        && !text.has(k, .than) && !text.has(k, .to)
                        && !(scene.after..<k).contains { text[$0].kind == .sign }
            case .region: isSurroundings = text.has(before, .near)
            case .country: isSurroundings = false
            }
            let isPart = (max(words.lowerBound, before - 8)..<max(words.lowerBound, before + 1)).contains {
                text.has($0, .most)
            }
            if isSurroundings, !isPart { throw Doubt.direction }
        }
        for i in words where text.has(i, .direction) && text[i].span > 0 && !text.has(i, .front) {
            throw Doubt.direction
        }
        for i in words
        where text.has(i, .near) && text[i].span > 0 && !text.has(i, .within) && !scene.facts.isTime(i) {
            // "and around 100 settlements"
            if text.words.indices.contains(i + 1), text[i + 1].figure != nil || text[i + 1].kind == .number {
                continue
            }
            // "along the border" says which part, and all that is held lies there.
            if text.has(text.has(i + 1, .article) ? i + 2 : i + 1, .border) { continue }
            let isPart = (max(words.lowerBound, i - 8)..<i).contains { text.has($0, .most) }
            if !isPart { throw Doubt.direction }
        }
    }

    private func taken(_ place: PlaceMention, _ rule: String) throws(Doubt) -> Found {
        switch place.role {
        case .region:
            if place.isChoice {
                throw Doubt(
                    "two readings are left, and nothing to choose by: "
                        + place.regions.joined(separator: " or "))
            }
            if place.regions.count > 1, !place.isUnion, !isJoined(place), scene.figure.claim.kind == .share {
                throw Doubt.eachOrBoth
            }
            let next = place.words.upperBound
            if text.has(next, .and) || text.isSign(next, ","),
                scene.facts.places.contains(where: { $0.role == .region && $0.words.lowerBound == next + 1 })
            {
                throw Doubt.eachOrBoth
            }
            return Found(regions: place.regions, words: place.words, rule: rule)
        case .country:
            let next = place.words.upperBound
            if text.has(next, .and), scene.facts.places.contains(where: { $0.words.contains(next + 1) }) {
                throw Doubt.eachOrBoth
            }
            let regions = place.regions.isEmpty ? [run.home] : place.regions
            // Ground "in Russia" is of the one region abroad that the text speaks of.
            if regions == [run.other] {
                guard run.abroad.count == 1, let region = run.abroad.first else { throw Doubt.region }
                return Found(
                    regions: [region], words: place.words, rule: "the only region of that country in the text"
                )
            }
            return Found(regions: regions, words: place.words, rule: rule)
        case .direction, .near, .city: throw Doubt.direction
        }
    }

    /// "Donetsk and Luhansk oblasts together".
    private func isJoined(_ place: PlaceMention) -> Bool {
        (place.words.lowerBound..<min(place.words.upperBound + 3, text.words.count)).contains {
            text.has($0, .together)
        }
    }

    // MARK: places said before

    /// "there", "of the region": a word for a region named before.
    private func anaphor() -> Int? {
        // "holds just 10 km² of it": of the one region that is named.
        let next = scene.after + 1
        if scene.figure.claim.kind == .area, text.has(scene.after, .of), text.has(next, .third),
            !text.has(next, .article), next < scene.tail.upperBound,
            scene.places([.region, .country], in: scene.tail).isEmpty
        {
            return next
        }
        return (scene.after..<min(scene.after + 4, scene.tail.upperBound)).first { i in
            text.has(i, .there) && !scene.facts.places.contains { $0.words.contains(i) }
                && (i == scene.after || text.has(i - 1, .article) || text.has(i - 1, .of)
                    || text.has(i - 1, .within))
                && !text.has(i + 1, .auxiliary)
        }
    }

    /// The one region named before: in the sentence, else in the two before it.
    private func spokenOf(_ i: Int) throws(Doubt) -> Found {
        let own = Set(scene.places([.region], in: scene.facts.words.lowerBound..<i).map(\.regions))
        if own.count == 1, let regions = own.first {
            return Found(regions: regions, words: i..<i + 1, rule: "sentence")
        }
        if own.count > 1 { throw Doubt.regions }
        let said = run.regionsBefore(text[i].sentence)
        guard said.count == 1, let regions = said.first else { throw Doubt.region }
        return Found(regions: regions, words: i..<i + 1, rule: "sentence before")
    }

    /// What is meant where the clause names no place.
    func unsaid(_ holder: String?, _ governor: Governor) throws(Doubt) -> Found {
        // Another clause of the sentence names one: it may hold or not.
        let others = scene.facts.places.filter { place in
            !place.isAttribute && (place.role == .region || place.role == .direction || place.role == .near)
        }
        if !others.isEmpty { throw Doubt.region }
        let said = run.regionsBefore(text[scene.lead].sentence)
        if said.isEmpty {
            guard holder == run.other || governor.measure != .held else { throw Doubt.region }
            guard holder == run.other || governor.measure == .lost || governor.isBack else {
                throw Doubt.region
            }
            return Found(regions: [run.home], words: nil, rule: "usual: no other region is spoken of")
        }
        // Ground of the defending side in the other country is the pocket that the text speaks of.
        guard said.count == 1, let regions = said.first, let region = regions.first, regions.count == 1,
            run.abroad == [region], holder == run.home || governor.isBack
        else { throw Doubt.region }
        return Found(regions: regions, words: nil, rule: "sentence before")
    }
}
