// The sentence of a finding: which definition gives which verdict, in words a person can quote.

import KGeoClaims
import KGeoCore

struct Sentences {
    let claim: Claim
    /// Whether the subject has no statuses: an oblast or a country, which counts as drawn.
    let isDrawnAsItIs: Bool
    /// How many days earlier than their dates the maps may be.
    var daysEarlier = 0

    func because(_ rows: [DefinitionFinding], overall: OverallVerdict) -> Wording {
        guard rows.contains(where: { $0.measured != nil }) else {
            return "cannot be checked: \(rows.first?.reason ?? "nothing was measured")"
        }
        var parts: [Wording] = []
        for part in rows.map(clause) where !parts.contains(part) { parts.append(part) }
        let clauses: Wording = parts.joined(separator: "; ")
        return
            "\(clauses)\(between(rows))\(overall.isPartlyInconclusive ? " (partly inconclusive)" : "")\(lag(rows))"
    }

    /// That the map shows its day or one before it, where its maker publishes late.
    private func lag(_ rows: [DefinitionFinding]) -> String {
        guard daysEarlier > 0, let date = rows.lazy.compactMap(\.measured?.date).first else { return "" }
        let earlier = CalendarDate(dayNumber: date.dayNumber - daysEarlier)
        return "; the map of \(date) may show the ground of \(earlier)"
    }

    /// What a reader must know of an interval that is not the value's own two standard errors.
    static func limits(of measured: MeasuredValue, in unit: MeasureUnit) -> Wording? {
        if let unresolved = measured.unresolved {
            return .text(
                "and what lies below \(Figures.value(si: unresolved, in: unit)) this map does not resolve")
        }
        guard !measured.isFirstOrder, let simulation = measured.simulation else { return nil }
        return .text(
            "its line may be off by more than half the width of the ground, so the interval is that of \(Figures.fixed(Double(simulation.fields), 0)) simulated lines"
        )
    }

    private func clause(_ row: DefinitionFinding) -> Wording {
        guard let measured = row.measured else {
            return "cannot be checked: \(row.reason ?? "nothing was measured")"
        }
        let what = what(row, measured)
        let isNamed = row.asWorded && !isDrawnAsItIs
        var text =
            switch row.verdict {
            case .consistent where row.fit == .loose: loose(measured, what)
            case .consistent: isNamed ? "fits the map \(what)" : "fits \(what)"
            case .overstated: isNamed ? "above the map \(what)" : "above the map at \(what)"
            case .understated: isNamed ? "below the map \(what)" : "below the map at \(what)"
            case .inconclusive: isNamed ? "the map cannot tell \(what)" : "the map cannot tell at \(what)"
            default: "cannot be checked"
            }
        if row.strength == .marginal { text += ", narrowly" }
        if let ratio = row.ratio, ratio > 1_000 { text += ", more than 1,000 times the map" }
        if measured.isBelowResolution { text += ", which is below what the map's coordinates resolve" }
        if let foot = measured.foot { text += ", " + between(foot) }
        if measured.bound == .lower {
            text += ", and no less: the line is drawn straight from place to place, the real one is longer"
        }
        if let because = row.because { text += ", \(because)" }
        return .text(text)
    }

    /// What was measured: "as worded (controlled 828 km²)", "1,253 km² with the grey zone".
    private func what(_ row: DefinitionFinding, _ measured: MeasuredValue) -> String {
        var value = Figures.value(si: measured.value, in: claim.unit)
        if let denominator = row.denominator {
            value += " of \(denominator.name) (\(Figures.area(denominator.squareMetres)))"
        }
        let none = measured.value == 0 && measured.u == 0 ? ", none drawn" : ""
        // With one map there is no choice of day to speak of.
        let isChosen = measured.windowLow < measured.windowHigh
        if claim.measure == .peak || claim.measure == .lowest, isChosen, let date = measured.date {
            value += " on \(date)"
        }
        if claim.measure == .mean, claim.kind != .rate { value = "a mean of " + value }
        if measured.fromDate != nil { value += " \(changeWords)" }
        if isDrawnAsItIs { return value }
        let hasGreyZone = row.counting == .controlledAndContested
        guard row.asWorded else {
            return "\(value) \(hasGreyZone ? "with the grey zone" : row.counting.label)\(none)"
        }
        return
            "as worded (\(hasGreyZone ? "\(value) with the grey zone" : "\(row.counting.label) \(value)")\(none))"
    }

    /// What of the ground between two maps was measured.
    private var changeWords: String {
        switch claim.measure {
        case .lost: "lost"
        case .net, .held: "net"
        case .total: "gained from map to map"
        default: "gained"
        }
    }

    /// Between which maps a change was measured; all rows are measured between the same.
    private func between(_ rows: [DefinitionFinding]) -> String {
        guard let measured = rows.lazy.compactMap(\.measured).first, let from = measured.fromDate,
            let to = measured.toDate
        else { return "" }
        return ", between the maps of \(from) and \(to)"
    }

    /// Where a distance runs.
    private func between(_ foot: MeasuredValue.Foot) -> String {
        func end(_ name: String?, _ place: Coordinate) -> String {
            name.map { "\($0) at \(Figures.place(place))" } ?? Figures.place(place)
        }
        return "from \(end(foot.fromName, foot.from)) to \(end(foot.toName, foot.to))"
    }

    private func loose(_ measured: MeasuredValue, _ what: String) -> String {
        let isUpper = [.atMost, .lessThan, .upTo].contains(claim.checkedQualifier)
        let printed = claim.printedSI
        let bound = isUpper ? "an upper" : "a lower"
        guard printed > 0 else { return "fits only as \(bound) bound: the map shows \(what)" }
        let percent = Figures.short(measured.value / printed * 100)
        return "fits only as \(bound) bound: the map shows \(percent) % of it, \(what)"
    }
}
