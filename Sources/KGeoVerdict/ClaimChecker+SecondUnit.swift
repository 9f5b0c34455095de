// Whether the second unit of a claim is the first, converted.

internal import KGeoClaims
internal import KGeoCore

extension ClaimChecker {
    /// Warns when a figure printed in two units cannot be one and the same; the first of the two is checked.
    ///
    /// Of a range nothing is said: a claim holds one second number, and not of which end.
    func warnOfSecondUnit(_ claim: Claim) {
        guard let second = claim.equivalent, let first = claim.numbers.first, claim.numbers.count == 1 else {
            return
        }
        let pair = PrintedPair(first, claim.unit, second.number, second.unit)
        guard pair.isMismatch else { return }
        let (one, other) = (Figures.plain(first.value), Figures.plain(second.number.value))
        measurer.warn(
            "claim \"\(claim.id)\": \(one) \(claim.unit.symbol) are "
                + "\(Figures.short(pair.firstInOther)) \(second.unit.symbol), and \(other) are printed beside it",
            hint:
                "the figure in \(claim.unit.symbol) is checked; \(.convertPair) \"\(one) \(claim.unit.name) (\(other) \(second.unit.name))\" gives both corrections"
        )
    }
}
