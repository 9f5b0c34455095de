// The words of a language as the rules of reading look them up: phrases with senses, names and values.

/// What a word or phrase means to the rules of reading.
public struct Meaning: Hashable, Sendable {
    /// What it may be.
    public var senses = Senses()
    /// The side it belongs to, or the regions it names.
    public var names: [String] = []
    /// The number of a month or weekday, or the value of a number word.
    public var value: Int?
}

/// The words and phrases of a language, for the rules of reading.
///
/// A table is a text of words parted by spaces; a phrase is written with underscores. Words are compared in lower case,
/// without the ending of a possessive, and with plain apostrophes. A hyphen parts words.
public struct ReadingLexicon: Sendable {
    private var meanings: [String: Meaning] = [:]
    /// How many words the longest phrase has that begins with a word.
    private var longest: [String: Int] = [:]
    /// The endings that make a possessive: "’s".
    public var possessives: [String] = []
    /// Regions with the country that each lies in.
    public private(set) var countries: [String: String] = [:]
    /// The days on which campaigns in regions abroad began, as `YYYY-MM-DD`.
    public var campaigns: [String: String] = [:]
    /// The two sides, by the names that readings have them under.
    public var sides: [String] = []

    /// A lexicon without words.
    public init() {}

    /// The longest phrase that begins at a word, with the number of its words.
    package func match(_ words: ArraySlice<String>) -> (meaning: Meaning, count: Int)? {
        guard let first = words.first, let most = longest[first] else { return nil }
        var count = min(most, words.count)
        while count > 0 {
            if let found = meanings[words.prefix(count).joined(separator: " ")] { return (found, count) }
            count -= 1
        }
        return nil
    }

    /// The meaning of one word or phrase, as it is written in a text.
    public func meaning(_ phrase: String) -> Meaning? { meanings[phrase] }

    /// Changes the meaning of each word or phrase of a table.
    public mutating func set(_ table: String, _ change: (inout Meaning) -> Void) {
        for item in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let words = item.lowercased().split(whereSeparator: { $0 == "_" || $0 == "-" })
            guard let first = words.first else { continue }
            change(&meanings[words.joined(separator: " "), default: Meaning()])
            longest[String(first)] = max(longest[String(first)] ?? 0, words.count)
        }
    }

    /// Gives the words of a table some senses.
    public mutating func add(_ senses: Sense..., words table: String) {
        set(table) { for sense in senses { $0.senses.insert(sense) } }
    }

    /// Gives verbs a sense: each line has the base form, the third person, the past, the participle and the gerund.
    public mutating func verbs(_ sense: Sense, forms lines: [String]) {
        for line in lines {
            for (word, form) in zip(
                line.split(separator: " "), [Sense.base, .present, .past, .participle, .gerund])
            {
                add(sense, form, words: String(word))
            }
        }
    }

    /// Gives words a sense and a name.
    public mutating func name(_ sense: Sense, _ names: [String], words table: String) {
        set(table) {
            $0.senses.insert(sense)
            $0.names = names
        }
    }

    /// Gives words a sense, each with the number of its place in the table, from the first number on.
    public mutating func number(_ sense: Sense, from first: Int, words lists: [String]) {
        for (index, list) in lists.enumerated() {
            set(list) {
                $0.senses.insert(sense)
                $0.value = first + index
            }
        }
    }

    /// Adds a region with its country and spellings.
    public mutating func region(_ name: String, in country: String, isCityToo: Bool, words table: String) {
        countries[name] = country
        set(table) {
            $0.senses.insert(.region)
            if isCityToo { $0.senses.insert(.cityToo) }
            $0.names = [name]
        }
    }

    /// The other of the two sides.
    public func opponent(of side: String?) -> String? {
        guard let side, sides.count == 2, let index = sides.firstIndex(of: side) else { return nil }
        return sides[1 - index]
    }

    /// Whose ground a region is.
    public func owner(of region: String) -> String? { sides.contains(region) ? region : countries[region] }
}
