// A published length of a front, and the ruler it implies.

internal import KGeoClaims
public import KGeoCore
package import KGeoMeasure

/// A published length, as an interval.
public struct FrontClaim: Sendable {
    /// As it was written.
    public let text: String
    /// The figure as a claim.
    public let claim: Claim
    /// In m; the high end may be infinite.
    public let interval: Interval

    /// A figure of length.
    public init(_ text: String, _ claim: Claim) {
        self.text = text
        self.claim = claim
        interval = claim.checkedInterval.si
    }

    /// The rulers implied by the printed length and by the ends of its interval, in m; nil without a fit, or where
    /// the length does not fall with the ruler.
    package func impliedRulers(_ fit: RichardsonFit?) -> (printed: Double?, low: Double?, high: Double?) {
        (
            fit?.ruler(for: claim.printedSI), fit?.ruler(for: interval.low),
            interval.high.isFinite ? fit?.ruler(for: interval.high) : nil
        )
    }
}
