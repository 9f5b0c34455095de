// From the verdicts of several definitions (or mapmakers) to one, by one rule.

public import KGeoCore

/// The verdict over several rows.
public struct OverallVerdict: Hashable, Sendable {
    /// The verdict.
    public var verdict: Verdict
    /// Whether every row gives it.
    public var isRobust: Bool
    /// Whether some rows cannot tell and the others agree.
    public var isPartlyInconclusive: Bool

    /// - The same under all: that verdict, robust.
    /// - Some inconclusive or not checkable, and the others agree: theirs, partly inconclusive.
    /// - Otherwise it depends: on the definition, or on the source.
    public init(_ verdicts: [Verdict], otherwise: Verdict = .dependsOnDefinition) {
        let distinct = Set(verdicts)
        let telling = distinct.subtracting([.inconclusive, .notCheckable])
        if distinct.count <= 1 {
            (verdict, isRobust, isPartlyInconclusive) = (distinct.first ?? .notCheckable, true, false)
        } else if telling.count == 1, let only = telling.first {
            (verdict, isRobust, isPartlyInconclusive) = (only, false, true)
        } else if telling.isEmpty {
            (verdict, isRobust, isPartlyInconclusive) = (.inconclusive, false, true)
        } else {
            (verdict, isRobust, isPartlyInconclusive) = (otherwise, false, false)
        }
    }
}
