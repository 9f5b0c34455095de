// Numbers and units inside proper names: Three Mile Island, the Four Mile House, Hundred Acre Wood.

internal import KGeoCore

/// Tells names from figures.
enum NameRules {
    /// Whether a figure is part of a name. In a headline every word has a capital; digits then stay figures.
    static func isName(_ quantity: Quantity, _ sentence: Sentence) -> Bool {
        guard quantity.isCapital, let first = quantity.numbers.first else { return false }
        let next = quantity.end
        if first.isWord {
            return first.start > 0 ? sentence.isCapital(first.start) : sentence.isCapital(next)
        }
        // "8 Mile Road": a singular unit behind digits other than 1, and a capital behind it.
        return quantity.unit.name == "mi" && sentence.isCapital(next)
            && !sentence.has(next, [.preposition, .into])
            && sentence.tokens[next - 1].end - sentence.tokens[next - 1].start == 4 && first.value != 1
    }
}
