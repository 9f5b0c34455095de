// The towns and directions that a text names where a region would stand.

internal import KGeoCore
internal import KGeoExtract

extension ReadingRun {
    /// A figure of ground near a town or along a direction, with the names of those nearest to it.
    func withSurroundings(_ figure: ReadFigure) -> ReadFigure {
        guard figure.reading.obstacle == .surroundings, figure.reading.near.isEmpty,
            let n = text.source.figures.firstIndex(where: { $0.claim.start == figure.claim.start }),
            !text.figureWords[n].isEmpty
        else { return figure }
        let own = text.figureWords[n]
        let places = facts[text[own.lowerBound].sentence].places.filter { place in
            !place.isAttribute
                && (place.role == .direction || place.role == .near || place.role == .city && isWhere(place))
        }
        func distance(_ i: Int) -> Int {
            let words = places[i].words
            return max(words.lowerBound - own.upperBound, own.lowerBound - words.upperBound)
        }
        guard let nearest = places.indices.min(by: { distance($0) < distance($1) }) else { return figure }
        // "near Pokrovsk and Toretsk"
        var chosen = nearest..<nearest + 1
        while chosen.upperBound < places.count,
            isList(places[chosen.upperBound - 1].words, places[chosen.upperBound].words)
        { chosen = chosen.lowerBound..<chosen.upperBound + 1 }
        while chosen.lowerBound > 0,
            isList(places[chosen.lowerBound - 1].words, places[chosen.lowerBound].words)
        { chosen = chosen.lowerBound - 1..<chosen.upperBound }
        var result = figure
        for place in places[chosen] where !result.reading.near.contains(place.name) {
            result.reading.near.append(place.name)
            result.reading.because.append(evidence("region", place.words, "no region: near it"))
        }
        return result
    }

    /// Whether a town stands behind a word that makes it a place: "in Lyman", "between Lyman and Siversk".
    private func isWhere(_ place: PlaceMention) -> Bool {
        var k = place.words.lowerBound - 1
        while text.has(k, .article) || text.has(k, .city) { k -= 1 }
        return [Sense.within, .near, .of, .from, .between, .and, .preposition].contains { text.has(k, $0) }
    }

    /// Whether nothing but a comma or "and" stands between two places.
    private func isList(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.upperBound < second.lowerBound else { return false }
        return (first.upperBound..<second.lowerBound).allSatisfy {
            text.has($0, .and) || text.isSign($0, ",")
        }
    }
}
