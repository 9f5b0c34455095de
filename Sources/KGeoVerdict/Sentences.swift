// The sentence of a finding: which definition gives which verdict, in words a person can quote.

import KGeoClaims
import KGeoCore

struct Sentences {
    let claim: Claim
    /// Whether the subject has no statuses: an oblast or a country, which counts as drawn.
    let isDrawnAsItIs: Bool
    /// What the statuses are called.
    var words = StatusWords()
    /// How many days earlier than their dates the maps may be.
    var daysEarlier = 0

    func because(_ rows: [DefinitionFinding], overall: OverallVerdict, note: String?) -> Wording {
        guard rows.contains(where: { $0.measured != nil }) else {
            return "cannot be checked: \(rows.first?.reason ?? "nothing was measured")"
        }
        // What holds for all rows is said once.
        let common = rows.dropFirst().allSatisfy { $0.reason == rows[0].reason } ? rows[0].because : nil
        let isCommon = rows.count > 1 && common != nil && rows.allSatisfy { $0.measured != nil }
        var parts: [Wording] = []
        for part in rows.map({ clause($0, saysReason: !isCommon) }) where !parts.contains(part) {
            parts.append(part)
        }
        if isCommon, let common { parts.append(.text(common)) }
        let clauses: Wording = parts.joined(separator: "; ")
        let ending = overall.isPartlyInconclusive ? " (partly inconclusive)" : ""
        return "\(clauses)\(between(rows))\(ending)\(lag(rows))\(note.map { " (\($0))" } ?? "")"
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
        guard !measured.isFirstOrder else { return nil }
        return measured.simulation == nil
            ? "the error is a rough one: the line may be off by more than half the width of the ground"
            : "the interval is simulated: the line may be off by more than half the width of the ground"
    }

    private func clause(_ row: DefinitionFinding, saysReason: Bool) -> Wording {
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
            case .dependsOnDay: "depends on the day: \(eachDay(row))\(isNamed ? ", \(what)" : ", at \(what)")"
            default: "cannot be checked"
            }
        if row.strength == .marginal { text += ", narrowly" }
        if row.isEdge {
            text += ", only at the edge" + (claim.checkedQualifier.isOneSided ? "" : " of its rounding")
        }
        if row.isBorderline { text += ", by less than 1 %" }
        if let ratio = row.ratio, ratio > 1_000 { text += ", more than 1,000 times the map" }
        if measured.isBelowResolution { text += ", which is below what the map's coordinates resolve" }
        if let foot = measured.foot { text += ", " + between(foot) }
        if measured.bound == .lower {
            text += ", and no less: the line is drawn straight from place to place, the real one is longer"
        }
        if saysReason, let because = row.because { text += ", \(because)" }
        return .text(text)
    }

    /// What each of the maps that bracket the day says: "above the map of 2024-08-14 (1,053 km²), fits that of 2024-08-16
    /// (1,140 km²)".
    private func eachDay(_ row: DefinitionFinding) -> String {
        row.days.enumerated().map { i, day in
            let word =
                switch day.verdict {
                case .consistent: "fits"
                case .overstated: "above"
                case .understated: "below"
                default: "cannot be told from"
                }
            let dates = [day.fromDate, day.date].compactMap { $0?.description }.joined(separator: " and ")
            let isPair = day.fromDate != nil
            let what = i > 0 ? (isPair ? "those" : "that") : isPair ? "the maps" : "the map"
            return "\(word) \(what) of \(dates) (\(Figures.value(si: day.value, in: claim.unit)))"
        }.joined(separator: ", ")
    }

    /// What was measured: "as worded (controlled 828 km²)", "1,253 km² with the grey zone".
    private func what(_ row: DefinitionFinding, _ measured: MeasuredValue) -> String {
        var value = Figures.value(si: measured.value, in: claim.unit)
        if let denominator = row.denominator {
            value += " of \(denominator.name) (\(Figures.area(denominator.squareMetres)))"
        }
        let none =
            measured.value == 0 && (measured.u == 0 || measured.unresolved != nil) ? ", none drawn" : ""
        // With one map there is no choice of day to speak of.
        let isChosen = measured.windowLow < measured.windowHigh
        if claim.measure == .peak || claim.measure == .lowest, isChosen, let date = measured.date {
            value += " on \(date)"
        }
        if claim.measure == .mean, claim.kind != .rate { value = "a mean of " + value }
        if measured.fromDate != nil { value += " \(changeWords)" }
        if isDrawnAsItIs { return value }
        let isSeveral =
            words.isOwn ? row.counting.statuses.count > 1 : row.counting == .controlledAndContested
        let ending = "\(value) \(words.ending(row.counting))"
        guard row.asWorded else { return ending + none }
        return
            "as worded (\(isSeveral ? ending : "\(words.label(row.counting)) \(value)")\(none))"
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
