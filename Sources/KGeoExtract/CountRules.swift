// Numbers of settlements: "28 settlements", "three border villages", "dozens of towns".

internal import KGeoCore

/// Finds the numbers of settlements of a sentence.
struct CountRules {
    let sentence: Sentence
    private var lexicon: Lexicon { sentence.lexicon }

    /// A number of settlements as a quantity, whose quote ends with what is counted.
    var counts: [Quantity] {
        guard sentence.mentions(.settlement) else { return [] }
        var found: [Quantity] = []
        var i = 0
        while i < sentence.count {
            guard let quantity = vague(i) ?? exact(i) else {
                i += 1
                continue
            }
            found.append(quantity)
            i = quantity.end
        }
        return found
    }

    /// "dozens of villages", "several towns", "hundreds of localities": at least so many.
    private func vague(_ i: Int) -> Quantity? {
        guard let least = sentence.entry(i).least else { return nil }
        let k = sentence.has(i + 1, .of) ? i + 2 : i + 1
        guard let end = noun(from: k) else { return nil }
        let number = NumberSpan(
            start: i, end: i + 1, printed: .init(value: least, step: least * 1e-6), isWord: true)
        var quantity = Quantity([number], .km2, start: i, end: end)
        (quantity.qualifier, quantity.isVague) = (.atLeast, true)
        return quantity
    }

    /// "28 settlements", "four to six hamlets", "two of the villages".
    private func exact(_ i: Int) -> Quantity? {
        guard var number = whole(at: i), !sentence.isMoney(i - 1) else { return nil }
        var numbers = [number]
        let joint = number.end
        if sentence.has(joint, [.to, .or]) || sentence.isSign(joint, "-"), let second = whole(at: joint + 1),
            second.value > number.value
        {
            number = second
            numbers.append(second)
        }
        var k = number.end
        if sentence.has(k, .of), sentence.has(k + 1, [.article, .determiner]) { k += 2 }
        guard let end = noun(from: k) else { return nil }
        var quantity = Quantity(numbers, .km2, start: i, end: end)
        QualifierRules.apply(&quantity, sentence)
        return quantity
    }

    /// A whole number that is no year, no part and no article.
    private func whole(at i: Int) -> NumberSpan? {
        guard let number = sentence.number(at: i), !number.isPart, !number.isOneIn, !number.isArticle,
            !number.isSpanOfYears, number.value >= 1, number.value == number.value.rounded(),
            !(number.mayBeYear && (1_900...2_100).contains(number.value)),
            !lexicon.plays(.vague, sentence.tokens[safe: i])
        else { return nil }
        return number
    }

    /// How many words may stand between a number and what it counts: "28 small Russian border villages".
    private static let reach = 4

    /// Where a noun for settlements ends that begins at a token or a few words behind it.
    private func noun(from k: Int) -> Int? {
        for i in k..<k + Self.reach {
            if sentence.has(i, .settlement) {
                var end = i + 1
                while end < sentence.count, sentence.has(end, .settlement), !sentence.tokens[end].isPossessive
                {
                    end += 1
                }
                // "villages' worth", "town officials": of settlements, and none themselves.
                return sentence.tokens[end - 1].isPossessive ? nil : end
            }
            guard sentence.isWord(i),
                !sentence.has(
                    i, [.preposition, .auxiliary, .of, .and, .or, .to, .relative, .people, .speech, .force]),
                sentence.entry(i).unit == nil, sentence.entry(i).percent == nil,
                sentence.entry(i).month == nil
            else { return nil }
        }
        return nil
    }
}
