// Phrases with a meaning, found by their first or last word.

/// Phrases with a meaning. The longest that fits wins.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private typealias Phrase = (words: [Int32], meaning: Meaning)
    private var byFirst: [Int32: [Phrase]] = [:]
    private var byLast: [Int32: [Phrase]] = [:]
    /// Which words begin or end a phrase, by their number in the lexicon: most do neither.
    private var ends: [UInt8] = []

    mutating func add(_ words: [Int32], _ meaning: Meaning) {
        guard let first = words.first, let last = words.last else { return }
        byFirst[first, default: []].append((words, meaning))
        byFirst[first]?.sort { $0.words.count > $1.words.count }
        byLast[last, default: []].append((words, meaning))
        byLast[last]?.sort { $0.words.count > $1.words.count }
        mark(first, 1)
        mark(last, 2)
    }

    private mutating func mark(_ word: Int32, _ bit: UInt8) {
        guard word >= 0 else { return }
        if ends.count <= Int(word) {
            ends += [UInt8](repeating: 0, count: Int(word) + 1 - ends.count)
        }
        ends[Int(word)] |= bit
    }

    private func mayEnd(_ key: Int32, _ bit: UInt8) -> Bool {
        key < 0 ? key != Int32.min && key != -1 : Int(key) < ends.count && ends[Int(key)] & bit != 0
    }

    /// The longest phrase that begins at a token, and where it ends.
    func match(_ tokens: [Token], from index: Int) -> (meaning: Meaning, end: Int)? {
        guard index >= 0, index < tokens.count else { return nil }
        let key = Self.key(tokens[index])
        guard mayEnd(key, 1), let list = byFirst[key] else { return nil }
        for (words, meaning) in list where index + words.count <= tokens.count {
            if words.indices.allSatisfy({ Self.key(tokens[index + $0]) == words[$0] }) {
                return (meaning, index + words.count)
            }
        }
        return nil
    }

    /// The longest phrase that ends before a token, and where it begins.
    func match(_ tokens: [Token], before index: Int) -> (meaning: Meaning, start: Int)? {
        guard index > 0, index <= tokens.count else { return nil }
        let key = Self.key(tokens[index - 1])
        guard mayEnd(key, 2), let list = byLast[key] else { return nil }
        for (words, meaning) in list where words.count <= index {
            let start = index - words.count
            if words.indices.allSatisfy({ Self.key(tokens[start + $0]) == words[$0] }) {
                return (meaning, start)
            }
        }
        return nil
    }

    /// Words by their number in the lexicon, signs by their negated code point: the two never meet.
    private static func key(_ token: Token) -> Int32 {
        switch token.kind {
        case .word: token.value
        case .sign: -1 - token.value
        case .number: Int32.min
        }
    }
}
