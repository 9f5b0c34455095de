// Whether the second unit of a claim agrees with the first.

internal import KGeoClaims
internal import KGeoCore

/// Tests figures that are printed in two units.
enum Conversion {
    /// Whether a second figure is no fair conversion of a first, at either end of a range.
    static func disagree(_ numbers: [PrintedNumber], _ unit: MeasureUnit, _ other: ExtractedClaim.Equivalent)
        -> Bool
    {
        numbers.count == other.numbers.count
            && zip(numbers, other.numbers).contains { PrintedPair($0, unit, $1, other.unit).isMismatch }
    }
}
