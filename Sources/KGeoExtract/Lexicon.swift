// The machinery of a lexicon: words with classes and values, phrases, and how they are looked up. What the
// words are stands in the tables of a language (English*.swift).

internal import KGeoCore

/// What a word may be in the rules. A word may be several things.
struct Classes: OptionSet, Sendable {
    let rawValue: UInt64
    private static func bit(_ n: UInt64) -> Classes { Classes(rawValue: 1 << n) }

    // Grammar
    static let article = bit(0), and = bit(1), or = bit(2), to = bit(3), between = bit(4), from = bit(5)
    static let of = bit(6), per = bit(7), each = bit(8), determiner = bit(9), preposition = bit(10)
    static let auxiliary = bit(11), by = bit(12), filler = bit(13), starter = bit(14)
    static let dotted = bit(15), abbreviation = bit(16), relative = bit(17), another = bit(18)
    // Units
    static let square = bit(19), squared = bit(21)
    // Verbs and nouns of what happens to ground
    static let gain = bit(22), lose = bit(23), hold = bit(24), advance = bit(25), retreat = bit(26)
    static let cover = bit(27), run = bit(28), traverse = bit(29), change = bit(30), build = bit(31)
    // Nouns
    static let ground = bit(32), place = bit(33), line = bit(34), zone = bit(35), gap = bit(36)
    static let unrelated = bit(37), movement = bit(38), border = bit(39)
    // Words behind a length
    static let into = bit(40), away = bit(41), direction = bit(42)
    /// What is counted of settlements: "villages", "populated areas".
    static let settlement = bit(43)
    // What makes a figure no claim
    static let vertical = bit(44), sport = bit(45), weaponRange = bit(46), object = bit(47)
    static let floor = bit(48), density = bit(49), speed = bit(50), measured = bit(51)
    // Time
    static let timeNoun = bit(52), pastTime = bit(53)
    // Who and where
    static let force = bit(54), speech = bit(55), regionNoun = bit(56), people = bit(57)
    static let named = bit(58), exclusion = bit(59), average = bit(60), money = bit(61), nominal = bit(62)
    static let quake = bit(63)
}

/// A word of a lexicon.
struct Entry: Sendable {
    var classes: Classes = []
    /// The value of a number word: "twelve", "ninety".
    var cardinal: Double?
    /// What a number before it is multiplied by: "hundred", "million", "dozen".
    var scale: Double?
    /// The part of a whole: "half", "fifths".
    var fraction: Double?
    /// The least that a vague number word may mean: 200 for "hundreds".
    var least: Double?
    /// A unit of length or area.
    var unit: MeasureUnit?
    /// The period of a rate, as units name it: "day".
    var period: String?
    /// 1 to 12.
    var month: Int?
    /// A dimension: "wide", "width", "depth"; nil in `kind` when it is none that kgeo measures.
    var dimension: Dimension?
    /// What it is for percentages: "percent", "cent", "points".
    var percent: Percent?

    /// The part a single word plays in one rule.
    var part: Part?

    /// Whether it speaks of a fire.
    var isFire = false
    /// Of verbs of change: which extent changes ("widen": the width).
    var changes: ClaimKind?

    enum Part: Sendable {
        /// "x" between two numbers.
        case times
        /// "rate" behind "daily".
        case pace
        /// "across": a breadth, or over a border.
        case across
        /// "along", "through".
        case along
        /// "within".
        case within
        /// "close", "near": how far from something.
        case near
        /// "share", "portion" before "of".
        case portion
        /// "sinking", "subsides": a movement downwards.
        case sinking
        /// "count", "estimate" behind "by": a source.
        case tally
        /// "no", "without": denies.
        case no
        /// "around", "round": a circle about a point.
        case round
        /// "deep": a dimension and a direction.
        case deep
        /// "trip", "detour": a way covered.
        case journey
        /// "zone", "area": ground of some depth.
        case area
        /// "up", "down".
        case upOrDown
        /// "it", "them": stands for ground said before.
        case pronoun
        /// "total".
        case total
        /// "occupied", "captured": before a noun rather than a verb.
        case modifier
        /// "against", "than", "versus", "with" behind "compared".
        case comparator
        /// "planned", "proposed".
        case plan
        /// "net", "peak", "lowest", "average": what of a quantity is said.
        case net, peak, lowest, mean
        /// "since", "until", "by" before a date.
        case since, until
        /// "according", "citing": a source follows.
        case source
        /// "reportedly", "allegedly".
        case hearsay
        /// "lives", "votes", "lacks": people do this, not ground.
        case living
        /// "pipe", "tunnel": what is crossed lengthwise.
        case tube
        /// "ran", "reached": goes a way, where "stretched" is an extent.
        case going
        /// "has", "had" before a verb.
        case having
        /// "back", "forward" behind an advance.
        case back
        /// "several", "few": how many is not said.
        case vague
        /// "odd", "ish" behind a number.
        case odd
        /// "in", "during" before a year.
        case dating
        /// "roughly", "directly": says nothing between a unit and its words.
        case adverb
    }

    enum Percent: Sendable { case sign, cent, point }

    struct Dimension: Sendable {
        /// The kind of claim; nil for height, thickness, diameter, range: these are no claims.
        var kind: ClaimKind?
        /// Adjectives stand behind a unit ("10 km wide"), nouns before ("a width of 10 km").
        var isAdjective: Bool
    }
}

/// Phrases with a meaning, found by their last or first word.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private var byFirst: [Int32: [(words: [Int32], meaning: Meaning)]] = [:]
    private var byLast: [Int32: [(words: [Int32], meaning: Meaning)]] = [:]

    mutating func add(_ words: [Int32], _ meaning: Meaning) {
        guard let first = words.first, let last = words.last else { return }
        byFirst[first, default: []].append((words, meaning))
        byFirst[first]?.sort { $0.words.count > $1.words.count }
        byLast[last, default: []].append((words, meaning))
        byLast[last]?.sort { $0.words.count > $1.words.count }
    }

    /// The longest phrase that begins at a token, and where it ends.
    func match(_ tokens: [Token], from index: Int) -> (meaning: Meaning, end: Int)? {
        guard index >= 0, index < tokens.count, let list = byFirst[Self.key(tokens[index])] else {
            return nil
        }
        for (words, meaning) in list where index + words.count <= tokens.count {
            if words.indices.allSatisfy({ Self.key(tokens[index + $0]) == words[$0] }) {
                return (meaning, index + words.count)
            }
        }
        return nil
    }

    /// The longest phrase that ends before a token, and where it begins.
    func match(_ tokens: [Token], before index: Int) -> (meaning: Meaning, start: Int)? {
        guard index > 0, index <= tokens.count, let list = byLast[Self.key(tokens[index - 1])] else {
            return nil
        }
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

/// All words and phrases of a language.
struct Lexicon: Sendable {
    private(set) var entries: [Entry] = []
    private var slots: [Int32]
    private var hashes: [UInt64] = []
    private var lengths: [Int32] = []
    /// Words around a number, and what they say.
    var qualifiersBefore = PhraseTable<Qualifier>()
    var qualifiersAfter = PhraseTable<Qualifier>()
    /// Words before a number that do not say that it is so much: "no", "as little as".
    var notThat = PhraseTable<Qualifier>()
    /// Phrases of more than one word that count as words of a class.
    var phrases = PhraseTable<Classes>()

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    /// FNV-1a (Fowler, Noll, Vo), 64 bits.
    static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    init() { slots = [Int32](repeating: -1, count: 1 << 13) }

    private func slot(_ hash: UInt64, _ length: Int32) -> Int {
        var slot = Int((hash ^ hash >> 29) & UInt64(slots.count - 1))
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if hashes[index] == hash, lengths[index] == length { return slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    /// The number of a word by the hash and length of its lower-case bytes; −1 when it is unknown.
    func index(_ hash: UInt64, length: Int) -> Int32 {
        slots[slot(hash, Int32(truncatingIfNeeded: length))]
    }

    /// The word of that number; an empty entry for −1.
    func entry(_ index: Int32) -> Entry {
        index >= 0 && Int(index) < entries.count ? entries[Int(index)] : Entry()
    }

    func isPercent(_ token: Token) -> Bool { token.kind == .word && entry(token.value).percent == .sign }
    func isCent(_ token: Token?) -> Bool {
        token.map { $0.kind == .word && entry($0.value).percent == .cent } ?? false
    }
    func isPoint(_ token: Token) -> Bool { token.kind == .word && entry(token.value).percent == .point }

    /// Whether a token is a word that plays that part.
    func plays(_ part: Entry.Part, _ token: Token?) -> Bool {
        token.map { $0.kind == .word && entry($0.value).part == part } ?? false
    }

    func isUpOrDown(_ token: Token?) -> Bool { plays(.upOrDown, token) }
    func isPronoun(_ token: Token?) -> Bool { plays(.pronoun, token) }
    func isComparator(_ token: Token?) -> Bool { plays(.comparator, token) }
    func isPlan(_ token: Token?) -> Bool { plays(.plan, token) }
    func isTotal(_ token: Token?) -> Bool { plays(.total, token) }
    func isModifier(_ token: Token?) -> Bool { plays(.modifier, token) }

    /// The number of a word, which is added if it is new.
    private mutating func number(of word: some StringProtocol) -> Int32 {
        var hash = Self.seed
        for byte in word.utf8 { hash = Self.mix(hash, byte) }
        let length = Int32(truncatingIfNeeded: word.utf8.count)
        let slot = slot(hash, length)
        if slots[slot] >= 0 { return slots[slot] }
        let index = Int32(truncatingIfNeeded: entries.count)
        slots[slot] = index
        entries.append(Entry())
        hashes.append(hash)
        lengths.append(length)
        return index
    }

    /// The words and signs of a phrase as `PhraseTable` keys. Hyphens are spaces.
    private mutating func keys(_ phrase: String) -> [Int32] {
        phrase.split(separator: " ").map { part in
            if part.unicodeScalars.count == 1, let scalar = part.unicodeScalars.first,
                !scalar.properties.isAlphabetic
            {
                return -1 - Int32(bitPattern: scalar.value)
            }
            return number(of: part)
        }
    }

    /// Adds words, parted by spaces, to a class. A phrase is written with underscores; a word with a hyphen is
    /// one too, since tokens end at hyphens.
    mutating func add(_ words: String, _ classes: Classes) {
        for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let parts = word.split(whereSeparator: { $0 == "_" || $0 == "-" })
            if parts.count > 1 {
                phrases.add(keys(parts.joined(separator: " ")), classes)
            } else {
                entries[Int(number(of: word))].classes.insert(classes)
            }
        }
    }

    /// Changes the entries of words.
    mutating func set(_ words: String, _ change: (inout Entry) -> Void) {
        for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            change(&entries[Int(number(of: word))])
        }
    }

    /// Adds a phrase that qualifies the number behind it, or before it.
    mutating func qualify(_ phrases: [String], _ meaning: Qualifier, after: Bool = false) {
        for phrase in phrases {
            let keys = keys(phrase)
            if after { qualifiersAfter.add(keys, meaning) } else { qualifiersBefore.add(keys, meaning) }
        }
    }

    /// Adds phrases that do not say of the number behind them that it is so much.
    mutating func deny(_ phrases: [String]) {
        for phrase in phrases { notThat.add(keys(phrase), .exact) }
    }
}
