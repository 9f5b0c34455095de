// Where: the regions, countries, directions and towns that a sentence names.

internal import KGeoExtract

/// A place that words name.
struct PlaceMention {
    enum Role { case region, country, direction, near, city }
    var role: Role
    var words: Range<Int>
    /// Regions of the first level or countries, in alphabetical order.
    var regions: [String] = []
    /// The name as printed.
    var name: String
    /// Part of a name of a source: "the Kharkiv blog".
    var isAttribute = false
    /// "Donbas" and the like: a name for several regions.
    var isUnion = false
    /// "Sumy or Kharkiv Oblast": one of them.
    var isChoice = false
}

/// Finds the places of a sentence.
struct PlaceFinder {
    let text: ReadingText

    /// The places of a sentence in order.
    func places(in sentence: Range<Int>) -> [PlaceMention] {
        var found: [PlaceMention] = []
        let dateline = text.datelineEnd(sentence)
        var i = sentence.lowerBound
        while i < sentence.upperBound {
            if text[i].span > 0, var place = place(at: i, in: sentence) {
                i = max(place.words.upperBound, i + 1)
                // Where it was written is not where it happened.
                if place.words.upperBound <= dateline { place.isAttribute = true }
                found.append(place)
            } else {
                i += 1
            }
        }
        return found
    }

    private func printed(_ words: Range<Int>) -> String {
        guard let first = words.first.map({ text[$0] }), let last = words.last.map({ text[$0] }) else {
            return ""
        }
        var name = text.source.text(first.start..<last.end)
        for ending in text.lexicon.possessives + ["’s"] where name.hasSuffix(ending) && last.isPossessive {
            name.removeLast(ending.count)
        }
        return name
    }

    private func place(at i: Int, in sentence: Range<Int>) -> PlaceMention? {
        if text.has(i, .region) { return region(at: i, in: sentence) }
        if text.has(i, .country) || text.has(i, .demonym) { return country(at: i, in: sentence) }
        if text.has(i, .nation),
            text.has(i - 1, .article) || text.has(i - 1, .first) || text.has(i - 2, .within)
                || text.has(i - 1, .of)
        {
            return PlaceMention(role: .country, words: i..<i + 1, regions: [], name: printed(i..<i + 1))
        }
        return unknown(at: i, in: sentence)
    }

    // MARK: regions

    private func region(at i: Int, in sentence: Range<Int>) -> PlaceMention? {
        var names = text[i].names
        var end = i + text[i].span
        let isUnion = names.count > 1
        // A list that shares its noun: "Sumy and Kharkiv oblasts".
        var k = end
        var listed = names
        var isChoice = false
        while text.has(k, .and) || text.isSign(k, ",") || text.has(k, .or) {
            isChoice = isChoice || text.has(k, .or)
            var n = k + 1
            if text.has(n, .and) { n += 1 }
            guard text.has(n, .region) else { break }
            listed += text[n].names
            k = n + max(1, text[n].span)
        }
        var role = PlaceMention.Role.region
        if k > end, text.has(k, .regionNouns) || text.has(k, .regionNoun) || isShared(k) {
            (names, end) = (listed, k + 1)
            if !text.has(k, .regionNouns), !text.has(k, .regionNoun) { end = k }
        } else if text.has(end, .regionNoun) || text.has(end, .regionNouns) {
            end += 1
        } else if text.has(end, .direction) || text.has(i - 1, .direction), !text.has(end, .pocket) {
            role = .direction
            end += text.has(end, .direction) ? 1 : 0
        } else if text.has(i, .cityToo) {
            role = bare(i, end: end, in: sentence)
        }
        // "Russia’s Kursk": the name of the region alone counts.
        let isAttribute =
            text.has(end, .source) && role == .city
            || (text.has(i - 1, .article) && text.has(end, .source))
        return PlaceMention(
            role: role, words: i..<end, regions: Array(Set(names)).sorted(),
            name: printed(i..<i + text[i].span),
            isAttribute: isAttribute, isUnion: isUnion, isChoice: isChoice && names.count > 1 && !isUnion)
    }

    /// "Donetsk and Luhansk together": two names that are said to be one ground.
    private func isShared(_ k: Int) -> Bool {
        (k..<k + 3).contains { text.has($0, .together) } && !text.isSign(k, ".")
    }

    /// What a name means that is both a city and a region.
    private func bare(_ i: Int, end: Int, in sentence: Range<Int>) -> PlaceMention.Role {
        if text.has(i - 1, .city) || text.has(i - 1, .of) && text.has(i - 2, .city) { return .city }
        if text.has(i - 1, .near) || text.has(i - 1, .of) && text.has(i - 2, .near) { return .near }
        if text.has(end, .city) { return .city }
        if text.has(end, .border) { return .region }
        if text.has(end, .pocket) || text.has(end, .ground) || text.has(end, .district) { return .region }
        if text.has(i - 1, .pocket) { return .region }
        if isInDirections(i, in: sentence) { return .direction }
        let region = text[i].names.first ?? ""
        // Names of regions of the other country are hardly ever said of their cities.
        if text.lexicon.owner(of: region) != text.lexicon.sides.last {
            return text.has(i - 1, .from) ? .city : .region
        }
        if text[end - 1].isPossessive { return text.has(end, .near) ? .near : .region }
        if text.has(i - 1, .within) || text.has(i - 1, .of) || text.has(i - 1, .and)
            || text.isSign(i - 1, ",")
            || text.isSign(end, ":")
        {
            return .region
        }
        if i == sentence.lowerBound || text.isSign(i - 1, "•*-—\n\u{1E}") { return .region }
        return .city
    }

    /// Whether another name of the sentence is a direction, and this one stands in a list with it.
    private func isInDirections(_ i: Int, in sentence: Range<Int>) -> Bool {
        var k = i - 1
        var isList = false
        while k >= sentence.lowerBound, i - k < 14 {
            if text.has(k, .direction), !text.has(k, .front), text.has(k - 1, .region) || isCapitalName(k - 1)
            {
                return isList || text.has(i - 1, .article)
            }
            if text.has(k, .and) || text.isSign(k, ",;") { isList = true }
            if text.has(k, .regionNoun) { return false }
            k -= 1
        }
        // "the Lyman and Sumy directions"
        k = i + 1
        while k < sentence.upperBound, k < i + 6 {
            if text.has(k, .direction), !text.has(k, .front), isListUpTo(i, k) { return true }
            k += 1
        }
        return false
    }

    private func isListUpTo(_ i: Int, _ k: Int) -> Bool {
        (i + 1..<k).allSatisfy { text.has($0, .and) || text.isSign($0, ",") || text[$0].isCapital }
    }

    private func isCapitalName(_ i: Int) -> Bool {
        text.words.indices.contains(i) && text[i].kind == .word && text[i].isCapital
    }

    // MARK: countries

    /// A country as ground: "in Ukraine", "of Ukraine", "Ukrainian soil".
    private func country(at i: Int, in sentence: Range<Int>) -> PlaceMention? {
        let end = i + text[i].span
        guard let name = text[i].names.first else { return nil }
        let mention = PlaceMention(role: .country, words: i..<end, regions: [name], name: printed(i..<end))
        // "Ukraine’s total area"
        let noun = text.has(end, .together) || text.has(end, .size) ? end + 1 : end
        if text.has(noun, .ground), text[i].isPossessive || text.has(i, .demonym), !text[end].isHyphenated,
            !text.has(end, .advance), !text.has(end, .gained), !text.has(end, .lost), !text.has(end, .held)
        {
            return mention
        }
        guard text.has(i, .country), !text[i].isPossessive else { return nil }
        if text.has(i - 1, .within) || text.has(i - 1, .of) || text.has(i - 1, .near)
            || (text.has(i - 1, .from) && !isTakenFrom(i, in: sentence))
        {
            // "the army of Ukraine" acts.
            return text.has(i - 1, .of) && text.has(i - 2, .force) ? nil : mention
        }
        if text.has(i - 1, .and), text.has(i - 2, .country), !text.has(i - 3, .border),
            !text.has(i - 4, .border)
        {
            return nil
        }
        return nil
    }

    /// "clawed back 201 km² from Russia": whom it was taken from, not where.
    private func isTakenFrom(_ i: Int, in sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, i - 9)..<i).contains {
            text.has($0, .regained) || text.has($0, .gained) && text[$0].span > 0
        }
    }

    // MARK: other names

    /// A name that no table has, where it stands as a place: "near Lyman", "around Kostiantynivka".
    private func unknown(at i: Int, in sentence: Range<Int>) -> PlaceMention? {
        guard text[i].kind == .word, text[i].isCapital, text[i].senses.isEmpty, text[i].figure == nil,
            i > sentence.lowerBound || text.has(i + 1, .direction) || text.has(i + 1, .auxiliary)
                || text.has(i + 1, .lies) || text[i].isPossessive
        else { return nil }
        var end = i + 1
        while end < sentence.upperBound, end < i + 4, text[end].kind == .word, text[end].isCapital,
            text[end].senses.isEmpty, !text[end - 1].isPossessive
        { end += 1 }
        let name = printed(i..<end)
        var role = PlaceMention.Role.city
        if text.has(end, .direction) {
            role = .direction
            end += 1
        } else if text.has(end, .district) {
            role = .near
            end += 1
        } else {
            var k = i - 1
            while text.has(k, .article) || text.has(k, .city) || text.has(k, .of) && !text.has(k, .near) {
                k -= 1
            }
            if text.has(k, .near) || text.has(k, .direction) { role = .near }
        }
        return PlaceMention(role: role, words: i..<end, name: name)
    }
}
