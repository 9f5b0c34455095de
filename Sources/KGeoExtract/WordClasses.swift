// What words may be to the rules. Which words are what stands in the tables of a language (Languages/).

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
