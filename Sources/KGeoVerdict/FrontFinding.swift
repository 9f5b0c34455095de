// A published length of a front held against its length at every ruler: the ruler is the definition.

internal import KGeoClaims
public import KGeoControl
public import KGeoCore
internal import KGeoMeasure

extension Finding {
    /// What the lengths of a front at several rulers say of a published one: a row for each ruler, and over all of them one
    /// verdict, which depends on the definition where the figure fits at some rulers and not at others.
    ///
    /// - Parameter date: the day of the map.
    public init(_ claim: Claim, front lengths: FrontLengths, on date: CalendarDate?) {
        let interval = claim.checkedInterval
        var rows: [DefinitionFinding] = []
        for ((ruler, length), error) in zip(lengths.lengths, lengths.errors) where length > 0 {
            var value = MeasuredValue(value: length, boundaryU: error.u, edgeEffect: 0)
            value.date = date
            var row = DefinitionFinding(counting: .controlled, asWorded: false, verdict: .notCheckable)
            row.measured = value
            row.take(
                Judgement(
                    value, claim: interval.si, printed: claim.printedSI,
                    isOneSided: claim.checkedQualifier.isOneSided))
            row.days = [
                DayVerdict(
                    date: date, fromDate: nil, value: length, interval95: value.interval95,
                    verdict: row.verdict)
            ]
            row.reason = .text("with a ruler of \(Self.ruler(ruler))")
            rows.append(row)
        }
        let overall = OverallVerdict(rows.map(\.verdict))
        var text: String
        if let fine = lengths.lengths.first, let coarse = lengths.lengths.last {
            text =
                "a front has no length of its own: \(Figures.value(si: fine.length, in: claim.unit)) with a ruler of \(Self.ruler(fine.ruler)), \(Figures.value(si: coarse.length, in: claim.unit)) with one of \(Self.ruler(coarse.ruler))"
            if let ruler = FrontClaim("", claim).impliedRulers(lengths.fit).printed {
                text += "; the figure is its length with one of \(Self.ruler(ruler))"
            }
        } else {
            text = "cannot be checked: nothing of the outline is a front"
        }
        self.init(
            claim: claim, said: interval.said, saidSI: interval.si, resolution: interval.resolution,
            resolutionInferred: interval.isInferred, definitions: rows, verdictAsWorded: nil,
            verdict: overall.verdict, isRobust: overall.isRobust,
            isPartlyInconclusive: overall.isPartlyInconclusive, reason: .text(text))
        isDrawnAsItIs = true
    }

    /// A ruler in m or km: `500 m`, `20 km`.
    private static func ruler(_ metres: Double) -> String {
        metres < 1_000
            ? Figures.short(metres.rounded()) + " m" : Figures.plain((metres / 100).rounded() / 10) + " km"
    }

    /// A claim that cannot be checked, and why.
    public init(_ claim: Claim, notCheckable reason: Wording) {
        let interval = claim.checkedInterval
        let counting = claim.counting ?? claim.worded ?? .controlled
        var row = DefinitionFinding(
            counting: counting, asWorded: claim.worded == counting, verdict: .notCheckable)
        row.reason = reason
        self.init(
            claim: claim, said: interval.said, saidSI: interval.si, resolution: interval.resolution,
            resolutionInferred: interval.isInferred, definitions: [row],
            verdictAsWorded: row.asWorded ? .notCheckable : nil, verdict: .notCheckable, isRobust: true,
            isPartlyInconclusive: false, reason: "cannot be checked: \(reason)")
    }
}
