// The share that one ground has of another, over every denominator in use, and what that says of a figure.

internal import KGeoClaims
public import KGeoControl
public import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// One way to divide.
public struct ShareRow: Sendable {
    /// What is divided by what, in words.
    public let numerator, denominator: String
    /// The denominator.
    public let squareMetres: Double
    /// Where the denominator comes from.
    public let source: String
    /// The share as a fraction, with its error.
    public let value: MeasuredValue

    /// How a figure stands to this share.
    public func judgement(_ claim: Claim) -> Judgement {
        Judgement(
            value, claim: claim.checkedInterval.si, printed: claim.printedSI,
            isOneSided: claim.checkedQualifier.isOneSided)
    }
}

/// The shares of a part.
public struct ShareFinding: Sendable {
    /// The part inside the whole, and what lies outside; nil where the whole is an official area alone.
    public let share: GroundShare?
    /// The whole part.
    public let area: ControlAreaMeasurement
    /// A row per denominator.
    public let rows: [ShareRow]

    /// Divides a part by the whole as drawn and by official areas.
    ///
    /// - Parameter whole: what the whole is called.
    public init(
        share: GroundShare?, area: ControlAreaMeasurement, whole: String?, officials: [DenominatorUsed]
    ) {
        self.share = share
        self.area = area
        let counted = share?.covered.value ?? area.value
        let what = share == nil ? "the part" : "the part inside the whole"
        var rows: [ShareRow] = []
        if let share, let value = share.share, let whole {
            rows.append(
                ShareRow(
                    numerator: what, denominator: "the whole as drawn",
                    squareMetres: share.whole.value.value, source: whole, value: value))
        }
        // An official area has no error of drawing.
        for official in officials {
            rows.append(
                ShareRow(
                    numerator: what, denominator: official.name, squareMetres: official.squareMetres,
                    source: official.source, value: counted.divided(by: official.squareMetres, u: 0)))
        }
        // A sliver of rounding is no ground outside.
        if let share, let whole, share.whole.value.value > 0,
            share.outside.area.lonlatSquareMetres > Dissolve.negligibleOverlap
                * share.part.area.lonlatSquareMetres
        {
            let (value, u) = (share.whole.value.value, share.whole.value.u)
            rows.append(
                ShareRow(
                    numerator: "all of the part", denominator: "the whole as drawn", squareMetres: value,
                    source: whole, value: share.part.value.divided(by: value, u: u)))
        }
        self.rows = rows
    }
}
