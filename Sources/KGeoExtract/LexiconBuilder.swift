// Puts a lexicon together from the tables of a language.

internal import KGeoCore

/// A lexicon while its tables are read.
///
/// A table is a text of words parted by spaces. A phrase is written with underscores; a word with a hyphen is one too, since
/// tokens end at hyphens. `stem/paradigm` stands for a word in all forms of a paradigm of the language: with
/// `paradigms["f"] = "а и у ою"`, `мил/f` is four words. An ending `-` is none.
struct LexiconBuilder {
    /// A place of the table of words.
    struct Slot: Sendable {
        var hash: UInt64 = 0
        var length: Int32 = 0
        var word: Int32 = -1
    }

    private(set) var entries: [Entry] = []
    private(set) var slots = [Slot](repeating: Slot(), count: 1 << 13)
    var customs = Customs()
    /// The endings of the paradigms that tables name behind a stroke.
    var paradigms: [String: String] = [:]
    private(set) var qualifiersBefore = PhraseTable<Qualifier>()
    private(set) var qualifiersAfter = PhraseTable<Qualifier>()
    private(set) var notThat = PhraseTable<Qualifier>()
    private(set) var phrases = PhraseTable<Classes>()
    private(set) var ratesAfter = PhraseTable<Entry.Period>()
    private(set) var ratesBefore = PhraseTable<Entry.Period>()
    private(set) var added = PhraseTable<Double>()
    private(set) var cardinals = PhraseTable<Double>()

    /// Where a word stands, or an empty place for it. At least half of the places are empty.
    static func place(_ slots: [Slot], _ hash: UInt64, _ length: Int32) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
        while slots[place].word >= 0 {
            if slots[place].hash == hash, slots[place].length == length { return place }
            place = (place + 1) & mask
        }
        return place
    }

    /// The number of a word, which is added if it is new.
    private mutating func number(of word: some StringProtocol) -> Int32 {
        var hash = Lexicon.seed
        for byte in word.utf8 { hash = Lexicon.mix(hash, byte) }
        let length = Int32(truncatingIfNeeded: word.utf8.count)
        let place = Self.place(slots, hash, length)
        if slots[place].word >= 0 { return slots[place].word }
        let index = Int32(truncatingIfNeeded: entries.count)
        slots[place] = Slot(hash: hash, length: length, word: index)
        entries.append(Entry())
        if entries.count * 2 > slots.count { grow() }
        return index
    }

    private mutating func grow() {
        var larger = [Slot](repeating: Slot(), count: slots.count * 2)
        for slot in slots where slot.word >= 0 { larger[Self.place(larger, slot.hash, slot.length)] = slot }
        slots = larger
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

    /// The words of a table, each in all its forms.
    private func words(_ table: String) -> [Substring] {
        table.split(whereSeparator: { $0 == " " || $0 == "\n" }).flatMap { word in
            guard let stroke = word.firstIndex(of: "/") else { return [word] }
            let stem = word[..<stroke]
            return endings(word[word.index(after: stroke)...]).map { Substring(stem + $0) }
        }
    }

    /// The endings of a paradigm. One that is not in the table is a slip of whoever wrote the table.
    private func endings(_ name: Substring) -> [Substring] {
        let found = paradigms[String(name)]
        assert(found != nil, "no paradigm is called \(name)")
        return (found ?? "-").split(separator: " ").map { $0 == "-" ? "" : $0 }
    }

    /// Adds words to a class.
    mutating func add(_ table: String, _ classes: Classes) {
        for word in words(table) {
            let parts = word.split(whereSeparator: { $0 == "_" || $0 == "-" })
            if parts.count > 1 {
                phrases.add(keys(parts.joined(separator: " ")), classes)
            } else {
                entries[Int(number(of: word))].classes.insert(classes)
            }
        }
    }

    /// Changes the entries of words.
    mutating func set(_ table: String, _ change: (inout Entry) -> Void) {
        for word in words(table) { change(&entries[Int(number(of: word))]) }
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

    /// Adds phrases that make a rate of the figure before them, or behind them.
    mutating func rate(_ period: Entry.Period, after: [String] = [], before: [String] = []) {
        for phrase in after { ratesAfter.add(keys(phrase), period) }
        for phrase in before { ratesBefore.add(keys(phrase), period) }
    }

    /// Adds phrases that add a part to the number before them.
    mutating func addPart(_ value: Double, _ phrases: [String]) {
        for phrase in phrases { added.add(keys(phrase), value) }
    }

    /// Adds a number word of several parts.
    mutating func addCardinal(_ phrase: String, _ value: Double) { cardinals.add(keys(phrase), value) }

    /// Gives each line of a table a value: "двадцять двадцяти = 20".
    mutating func values(_ lines: String, _ change: (inout Entry, Double) -> Void) {
        for line in lines.split(separator: "\n") {
            let sides = line.split(separator: "=")
            guard sides.count == 2, let value = Double(sides[1].filter { $0 != " " }) else {
                assertionFailure("no value in \(line)")
                continue
            }
            set(String(sides[0])) { change(&$0, value) }
        }
    }
}
