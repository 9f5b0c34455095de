// What the tables of French and Spanish share: number words of several parts.

extension LexiconBuilder {
    /// Adds number words of tens and ones, joined by a word or a hyphen: "trente et un", "treinta y cinco".
    mutating func addTens(_ tens: [(String, Double)], _ ones: [(String, Double)], joiner: String) {
        for (ten, value) in tens {
            for (one, more) in ones { addCardinal(ten + joiner + one, value + more) }
        }
    }
}
