// A figure as a claim on the ground, the side and the time that it was read to speak of.

internal import KGeoClaims
public import KGeoCore

extension ExtractedClaim {
    /// The figure as a claim of control areas: numbers and words of the text, holder and time of the reading.
    ///
    /// - Parameter number: its number in the text, which becomes the id.
    public func claim(as reading: Reading, number: Int) -> Claim {
        var claim = Claim(
            id: "\(number)", kind: reading.kind, measure: reading.measure ?? .held, numbers: numbers,
            unit: unit,
            qualifier: qualifier, subject: Subject(role: .control, holder: reading.holder))
        (claim.quote, claim.equivalent) = (quote, equivalent)
        (claim.asOf, claim.period) = (reading.asOf, reading.period)
        claim.worded = worded
        if let words = reading.worded {
            // What is held for good is held.
            claim.worded = Counting(label: words) ?? .controlled
            // The grey zone is held for good by nobody.
            if claim.worded == Counting([.contested]) || words == "permanent" {
                claim.counting = claim.worded
            }
        }
        return claim
    }
}
