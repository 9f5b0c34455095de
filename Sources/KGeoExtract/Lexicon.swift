// A lexicon: the words of a language as the rules look them up, and its customs of writing. What the words are stands in
// the tables of the language (Languages/), which a `LexiconBuilder` puts together.

internal import KGeoCore

/// All words, phrases and customs of a language.
final class Lexicon: Sendable {
    private let entries: [Entry]
    private let slots: [LexiconBuilder.Slot]
    private let marks: [Marks]
    /// How the language writes and orders its words.
    let customs: Customs
    /// Words around a number, and what they say.
    let qualifiersBefore: PhraseTable<Qualifier>
    let qualifiersAfter: PhraseTable<Qualifier>
    /// Words before a number that do not say that it is so much: "no", "as little as".
    let notThat: PhraseTable<Qualifier>
    /// Phrases of more than one word that count as words of a class.
    let phrases: PhraseTable<Classes>
    /// Words of a rate, behind a figure or before it: "на добу", "pro Tag".
    let ratesAfter: PhraseTable<Entry.Period>
    let ratesBefore: PhraseTable<Entry.Period>
    /// What is added to a number or unit before it: the half of "et demi", "з половиною".
    let added: PhraseTable<Double>
    /// Number words of several parts: "quatre-vingt-dix", "treinta y cinco".
    let cardinals: PhraseTable<Double>

    /// What a first look at a sentence asks of its words.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        static let number = Marks(rawValue: 1), unit = Marks(rawValue: 2), cardinal = Marks(rawValue: 4)
        static let ground = Marks(rawValue: 8)

        /// Whether there may be a figure: a number, with a unit or beside another ("one in five").
        var mayBeFigure: Bool { contains(.number) && !isDisjoint(with: [.unit, .cardinal]) }
    }

    init(_ build: (inout LexiconBuilder) -> Void) {
        var builder = LexiconBuilder()
        build(&builder)
        entries = builder.entries
        slots = builder.slots
        customs = builder.customs
        qualifiersBefore = builder.qualifiersBefore
        qualifiersAfter = builder.qualifiersAfter
        notThat = builder.notThat
        phrases = builder.phrases
        ratesAfter = builder.ratesAfter
        ratesBefore = builder.ratesBefore
        added = builder.added
        cardinals = builder.cardinals
        marks = builder.entries.map(Self.marks)
    }

    private static func marks(_ entry: Entry) -> Marks {
        var marks: Marks = []
        if entry.hasUnit || entry.percent != nil || entry.classes.contains(.nominal) { marks.insert(.unit) }
        if entry.cardinal != nil || entry.scale != nil || entry.least != nil
            || entry.round != nil || entry.classes.contains(.article) || entry.isOneOfUnit
        {
            marks.insert(.number)
        }
        if entry.cardinal != nil { marks.insert(.cardinal) }
        if entry.fraction != nil || entry.ownNumber != nil { marks.formUnion([.number, .unit]) }
        if entry.classes.contains(.ground) { marks.insert(.ground) }
        return marks
    }

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    /// FNV-1a (Fowler, Noll, Vo), 64 bits.
    static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// The number of a word by the hash and length of its lower-case bytes; −1 when it is unknown.
    func index(_ hash: UInt64, length: Int) -> Int32 {
        slots[LexiconBuilder.place(slots, hash, Int32(truncatingIfNeeded: length))].word
    }

    /// The word of that number; an empty entry for −1.
    func entry(_ index: Int32) -> Entry {
        index >= 0 && Int(index) < entries.count ? entries[Int(index)] : Entry()
    }

    /// What the word of that number may be.
    func classes(_ index: Int32) -> Classes {
        index >= 0 && Int(index) < entries.count ? entries[Int(index)].classes : []
    }

    /// What a first look asks of the word of that number.
    func marks(_ index: Int32) -> Marks {
        index >= 0 && Int(index) < marks.count ? marks[Int(index)] : []
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
}
