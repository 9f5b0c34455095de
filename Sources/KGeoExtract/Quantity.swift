// A number or range with its unit, before anything is known of what it says.

internal import KGeoCore

/// A figure of a sentence.
struct Quantity {
    var numbers: [NumberSpan]
    var unit: MeasureUnit
    /// The tokens of the quote.
    var start, end: Int
    /// Where the words behind the figure begin: behind brackets and words of rate.
    var after: Int
    /// Where the words before it end: before its qualifier.
    var lead: Int
    var qualifier: Qualifier = .exact
    var equivalents: [ExtractedClaim.Equivalent] = []
    /// Joined to the word behind by hyphens.
    var isAdjective = false
    var isCapital = false
    /// Said per hour or second, as a speed is.
    var isSpeed = false
    /// Has no unit of its own.
    var isBare = false
    /// How many is only hinted at: "dozens of".
    var isVague = false
    /// What is joined to one of its numbers: "100+", "hundred-odd".
    var suffix: Qualifier?
    /// A kind that the grammar already tells.
    var kind: ClaimKind?
    var flags: Set<ExtractedClaim.Flag> = []

    var dimension: UnitDimension { unit.dimension }
    var low: Double { numbers.first?.value ?? 0 }
    var high: Double { numbers.last?.value ?? 0 }
    var isRange: Bool { numbers.count == 2 }

    init(_ numbers: [NumberSpan], _ unit: MeasureUnit, start: Int, end: Int) {
        self.numbers = numbers
        self.unit = unit
        self.start = start
        self.end = end
        after = end
        lead = start
        if numbers.contains(where: \.isAmbiguous) { flags.insert(.ambiguousNumber) }
        if !unit.isExact, unit.dimension == .area { flags.insert(.nominalUnit) }
        suffix = numbers.lazy.compactMap(\.suffix).first
    }
}
