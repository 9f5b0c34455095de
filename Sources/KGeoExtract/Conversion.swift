// Whether two printed figures in two units can be the same: is one a rounding of the other?

public import KGeoCore

/// Tests figures that are printed in two units.
public enum Conversion {
    /// How far a converted figure may be off, as a share of it, before rounding is asked for a reason.
    static let tolerance = 0.03

    /// Whether a second figure is no fair conversion of a first: off by more than 3 %, and not what the first
    /// gives when it is rounded as the second is.
    public static func disagree(
        _ numbers: [PrintedNumber], _ unit: Unit, _ other: ExtractedClaim.Equivalent
    ) -> Bool {
        guard numbers.count == other.numbers.count else { return false }
        return zip(numbers, other.numbers).contains { first, second in
            !agree(first, unit, second, other.unit)
        }
    }

    static func agree(_ first: PrintedNumber, _ unit: Unit, _ second: PrintedNumber, _ other: Unit) -> Bool {
        let a = unit.si(first.value)
        let b = other.si(second.value)
        if abs(a - b) <= tolerance * max(abs(a), abs(b)) { return true }
        return isRounding(second, other, of: a)
    }

    /// Whether a printed figure is a quantity in SI rounded to the figure's own last digit.
    static func isRounding(_ printed: PrintedNumber, _ unit: Unit, of si: Double) -> Bool {
        // Half a step either way, and a little for the double's own rounding.
        abs(unit.value(si: si) - printed.value) <= printed.step / 2 * (1 + 1e-9)
            && printed.step < printed.value
    }
}
