// A word, numeral or sign of a sentence.

/// One token. Offsets are into the visible text: bytes for reading it, characters for pointing at it.
struct Token {
    enum Kind: UInt8 { case word, number, sign }
    /// What lies before it: nothing, spaces, or the end of a line.
    enum Gap: UInt8, Comparable {
        case none, space, line
        static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
    }
    struct Traits: OptionSet {
        let rawValue: UInt8
        /// Joined to the token before by a hyphen or dash without spaces.
        static let hyphenated = Traits(rawValue: 1)
        /// Begins with a capital letter.
        static let capital = Traits(rawValue: 2)
        /// Ends in 's or s'.
        static let possessive = Traits(rawValue: 4)
        /// All letters are capitals.
        static let upper = Traits(rawValue: 8)
        /// The hyphen before was an en or em dash, or spaced.
        static let dashed = Traits(rawValue: 16)
    }

    var kind: Kind
    var gap: Gap
    var traits: Traits
    /// The word in the lexicon, or nil's stand-in -1; for a numeral its index, for a sign its code point.
    var value: Int32
    var byteStart, byteEnd: Int32
    var start, end: Int32

    var isHyphenated: Bool { traits.contains(.hyphenated) }
    var isCapital: Bool { traits.contains(.capital) }
    var isPossessive: Bool { traits.contains(.possessive) }
}

/// A number in digits, as printed.
struct Numeral: Hashable {
    var value: Double
    var step: Double
    /// Four digits without separators, as years have.
    var mayBeYear: Bool
    /// At most two digits, without separators: a day of a month.
    var mayBeDay: Bool
    var isAmbiguous: Bool
    /// The reading with the other meaning of the comma or point.
    var other: Double?
    /// False for digits and marks that make no number.
    var isReadable = true

    /// Digits and marks that make no number.
    static let unreadable = Numeral(
        value: 0, step: 1, mayBeYear: false, mayBeDay: false, isAmbiguous: false, isReadable: false)
}
