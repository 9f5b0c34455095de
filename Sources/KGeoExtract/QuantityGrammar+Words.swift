// Figures that other languages write in an order or word of their own: a number within the word of its unit, a unit before its
// number, a unit that stands for one of it.

internal import KGeoCore

extension QuantityGrammar {
    /// "двухкилометровый", "півкілометра": one word that holds a number and its unit.
    func ownNumber(_ i: Int) -> Quantity? {
        guard let value = sentence.entry(i).ownNumber, let unit = sentence.entry(i).unit else { return nil }
        let number = NumberSpan(
            start: i, end: i + 1, printed: .init(value: value, step: value < 1 ? value : 1), isWord: true)
        var quantity = Quantity([number], unit, start: i, end: i + 1)
        quantity.isAdjective = value >= 1
        return completed(quantity)
    }

    /// "кілометрів за сім", "метров 800": a unit before its number makes it a rough one.
    func inverted(_ i: Int) -> Quantity? {
        guard sentence.lexicon.customs.invertsForAbout, sentence.isWord(i), !sentence.isHyphenated(i),
            sentence.tokens[i].end - sentence.tokens[i].start > 3, let unit = sentence.unitName(at: i),
            !bare.contains(where: { $0.end == i })
        else { return nil }
        var k = unit.end
        if sentence.has(k, .preposition) { k += 1 }
        guard let number = sentence.number(at: k), !number.mayBeYear, !number.isPart,
            sentence.unitName(at: number.end) == nil, sentence.percent(at: number.end) == nil,
            sentence.month(number.end) == nil, !sentence.has(number.end, .timeNoun)
        else { return nil }
        var quantity = Quantity([number], unit.unit, start: i, end: number.end)
        quantity = completed(quantity)
        if quantity.qualifier == .exact { quantity.qualifier = .about }
        return quantity
    }

    /// "в километре от", "за кілометр від": a unit without a number is one of it.
    func unitAlone(_ i: Int) -> Quantity? {
        guard sentence.entry(i).isOneOfUnit, sentence.has(i - 1, .preposition),
            let unit = sentence.unitName(at: i),
            sentence.number(at: unit.end) == nil
        else { return nil }
        let number = NumberSpan(
            start: i, end: unit.end, printed: .init(value: 1, step: 1), isArticle: true, isWord: true)
        return completed(Quantity([number], unit.unit, start: i, end: unit.end))
    }
}
