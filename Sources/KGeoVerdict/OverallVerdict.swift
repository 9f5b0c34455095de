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

    /// The same over the definitions of a finding, where the figure may lie between two of them: above the map under a
    /// narrower one and below it under a wider one, whatever cannot be told beside these.
    public init(over rows: [DefinitionFinding]) {
        self.init(rows.map(\.verdict))
        let telling = rows.filter { $0.verdict != .inconclusive && $0.verdict != .notCheckable }
        let above = telling.filter { $0.verdict == .overstated }
        let below = telling.filter { $0.verdict == .understated }
        guard !above.isEmpty, !below.isEmpty, above.count + below.count == telling.count,
            above.allSatisfy({ narrow in
                below.allSatisfy { wide in
                    Set(narrow.counting.statuses).isStrictSubset(of: wide.counting.statuses)
                }
            })
        else { return }
        (verdict, isRobust, isPartlyInconclusive) = (
            .betweenDefinitions, false, telling.count < rows.count
        )
    }
}
