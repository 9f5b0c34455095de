// How a language writes numbers and orders words, as far as the rules ask.

/// The customs of a language. Every one is a question that the rules ask of it; words stand in its tables.
struct Customs: Sendable {
    /// What a mark before exactly three digits means, where it stands once and nothing else decides.
    enum ThreeDigits: Sendable {
        /// Thousands; the other reading may be kept with a flag.
        case thousands, thousandsFlagged
        /// Decimals.
        case decimals
        /// Thousands when the last digit is 0, else decimals; flagged.
        case either
    }

    /// "1,234" and "1.234".
    var comma = ThreeDigits.thousands
    var point = ThreeDigits.either
    /// Whether decimals behind a comma, "12,5", are worth a flag.
    var decimalCommaIsUnusual = true
    /// Whether 's and s' make a possessive.
    var hasPossessives = false
    /// Whether only names have capitals within a sentence; false where every noun has one.
    var capitalsAreNames = true
    /// Whether names of months have capitals.
    var monthsAreCapital = false
    /// Whether a noun in the genitive stands behind a figure without "of".
    var hasGenitive = false
    /// Whether verbs stand at the end of a clause.
    var verbsEndClauses = false
    /// Whether a unit before its number makes it a rough one: "кілометрів за сім".
    var invertsForAbout = false
    /// Whether a point behind digits makes an ordinal: "15. Juni".
    var hasOrdinalPoint = false
}
