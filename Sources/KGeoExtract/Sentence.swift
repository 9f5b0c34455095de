// A sentence as the rules see it: tokens with the lexicon behind them.

internal import KGeoCore

/// How far, in tokens, the rules look for a word that belongs to a figure. Where one construction calls for less or
/// more, its rule says so.
enum Reach {
    /// Within a phrase: a noun with its article and two adjectives, "of the 80 planned".
    static let phrase = 4
    /// Within a clause of usual length, from its verb to its object.
    static let clause = 8
}

/// One sentence. Indexes may run over its ends: there is nothing there.
final class Sentence {
    let tokens: [Token]
    let numerals: [Numeral]
    let lexicon: Lexicon
    /// What each word may be, phrases of several words included.
    let classes: [Classes]
    /// What any of its words may be.
    let all: Classes

    init(tokens: [Token], numerals: [Numeral], lexicon: Lexicon) {
        self.tokens = tokens
        self.numerals = numerals
        self.lexicon = lexicon
        var classes = tokens.map { $0.kind == .word ? lexicon.classes($0.value) : [] }
        for i in tokens.indices where tokens[i].kind == .word {
            guard let (found, end) = lexicon.phrases.match(tokens, from: i) else { continue }
            for k in i..<end { classes[k].insert(found) }
        }
        self.classes = classes
        all = classes.reduce(into: []) { $0.formUnion($1) }
    }

    var count: Int { tokens.count }
    func isInside(_ i: Int) -> Bool { i >= 0 && i < tokens.count }
    /// What the lexicon knows of the word there.
    func entry(_ i: Int) -> Entry {
        isInside(i) && tokens[i].kind == .word ? lexicon.entry(tokens[i].value) : Entry()
    }
    /// Whether a word of a class stands there.
    func has(_ i: Int, _ wanted: Classes) -> Bool {
        isInside(i) && !classes[i].isDisjoint(with: wanted)
    }
    /// Whether a sign stands there.
    func isSign(_ i: Int, _ signs: StaticString) -> Bool {
        guard isInside(i), tokens[i].kind == .sign, tokens[i].value < 0x80 else { return false }
        let value = UInt8(truncatingIfNeeded: tokens[i].value)
        return signs.withUTF8Buffer { $0.contains(value) }
    }
    func isWord(_ i: Int) -> Bool { isInside(i) && tokens[i].kind == .word }
    func isNumber(_ i: Int) -> Bool { isInside(i) && tokens[i].kind == .number }
    func isGlued(_ i: Int) -> Bool { isInside(i) && tokens[i].gap == .none }
    func isHyphenated(_ i: Int) -> Bool { isInside(i) && tokens[i].isHyphenated }
    /// Whether a word with a capital stands there. Where every noun has one, only words that the lexicon does not know count,
    /// which may be names.
    func isCapital(_ i: Int) -> Bool {
        guard isWord(i), tokens[i].isCapital else { return false }
        return lexicon.customs.capitalsAreNames || tokens[i].value < 0 && !has(i - 1, .determiner)
    }
    /// Whether the sign of a currency stands there.
    func isMoney(_ i: Int) -> Bool {
        guard isInside(i), tokens[i].kind == .sign else { return false }
        let value = tokens[i].value
        return value == 0x24 || (0xA2...0xA5).contains(value) || (0x20A0...0x20CF).contains(value)
    }
    /// Whether the word there names the dimension of a figure right behind it.
    func leads(_ i: Int) -> Bool { entry(i).dimension?.leads ?? false }
    /// Whether the word there says the same again: "тобто", "soit".
    func isThatIs(_ i: Int) -> Bool { isInside(i) && lexicon.plays(.thatIs, tokens[i]) }
    /// The month that a word there names; where months have capitals, only one that has.
    func month(_ i: Int) -> Int? {
        isWord(i) && (!lexicon.customs.monthsAreCapital || tokens[i].isCapital) ? entry(i).month : nil
    }
    /// Whether the word there denies what follows: "no power".
    func isNo(_ i: Int) -> Bool { isInside(i) && lexicon.plays(.no, tokens[i]) }
    /// Whether the sentence is over, or pauses, there.
    func pauses(_ i: Int) -> Bool { !isInside(i) || isSign(i, ".,;:()!?\"-[]'") || tokens[i].value == 0x2026 }
    /// Whether any word of the sentence is of a class.
    func mentions(_ wanted: Classes) -> Bool { !all.isDisjoint(with: wanted) }
    /// Whether one of the words of a range is of a class.
    func has(_ range: Range<Int>, _ wanted: Classes) -> Bool {
        let range = range.clamped(to: 0..<count)
        return range.contains { !classes[$0].isDisjoint(with: wanted) }
    }
    /// The nearest word of a class before an index, at most so many tokens away.
    func last(_ wanted: Classes, before i: Int, within limit: Int) -> Int? {
        var k = min(i, count) - 1
        while k >= 0, k >= i - limit {
            if !classes[k].isDisjoint(with: wanted) { return k }
            k -= 1
        }
        return nil
    }
    /// The nearest word of a class from an index on, at most so many tokens away.
    func first(_ wanted: Classes, from i: Int, within limit: Int) -> Int? {
        var k = max(i, 0)
        while k < count, k < i + limit {
            if !classes[k].isDisjoint(with: wanted) { return k }
            k += 1
        }
        return nil
    }
    /// Where the part of the sentence that an index stands in begins: behind the last pause of any weight.
    func clauseStart(_ i: Int) -> Int {
        var k = i
        while k > 0, !isSign(k - 1, ",;:()-!?"), !has(k - 1, .relative) { k -= 1 }
        return k
    }
    /// Where that part ends.
    func clauseEnd(_ i: Int) -> Int {
        var k = i
        while k < count, !isSign(k, ",;:()-!?"), !has(k, .relative) { k += 1 }
        return k
    }
}
