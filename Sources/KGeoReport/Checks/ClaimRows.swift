// The rows of all claims of a map in one set of columns: counting, map, interval, date, ratio, verdict, σ.

internal import KGeoCore
internal import KGeoVerdict

struct ClaimRows {
    /// The names of the columns.
    private(set) var header: [String] = []
    /// The lines of each claim.
    private(set) var lines: [[String]] = []

    init(_ findings: [Finding], width: Int) {
        let namesDenominators = findings.contains { Set($0.definitions.compactMap(\.denominator)).count > 1 }
        var table = TextTable(
            [("counting", .left)] + (namesDenominators ? [("of km²", .right)] : [])
                + [
                    ("map", .decimal), ("95 %", .left), ("date", .left), ("ratio", .decimal),
                    ("verdict", .left), ("σ", .left),
                ],
            indent: "  ")
        table.rows = findings.flatMap {
            Self.rows($0, namesDenominators: namesDenominators, isNarrow: false)
        }
        if table.rows.allSatisfy({ $0.last == "" }) {
            table.columns.removeLast()
            for i in table.rows.indices { table.rows[i].removeLast() }
        }
        func fits() -> Bool {
            let all = table.layout()
            return (all.header + all.rows.flatMap(\.self)).allSatisfy { TextTable.width($0) <= width }
        }
        var ranges: [String]?
        if !fits(), table.columns.last?.name == "σ" {
            // Too wide: what σ each verdict holds for goes below, in the order of the rows.
            table.columns.removeLast()
            ranges = table.rows.map { $0[$0.count - 1] }
            for i in table.rows.indices { table.rows[i].removeLast() }
        }
        if !fits() {
            // Still too wide: of two maps the later one (the sentence names both), decimal points as they come.
            for i in table.columns.indices where table.columns[i].alignment == .decimal {
                table.columns[i].alignment = .right
            }
            table.rows = findings.flatMap {
                Self.rows($0, namesDenominators: namesDenominators, isNarrow: true).map {
                    Array($0.prefix(table.columns.count))
                }
            }
        }
        let all = table.layout(width: width)
        header = all.header
        var next = 0
        for finding in findings {
            let own = next..<next + finding.definitions.count
            next = own.upperBound
            lines.append(
                all.rows[own].flatMap(\.self)
                    + Self.below(ranges.map { Array($0[own]) }, finding.benchmark, width))
        }
    }

    private static func below(_ ranges: [String]?, _ benchmark: Interval?, _ width: Int) -> [String] {
        guard let ranges else { return [] }
        let parts = ranges.enumerated().filter { !$1.isEmpty }.map {
            ranges.count == 1 ? $1 : "row \($0 + 1) \($1)"
        }
        guard !parts.isEmpty else { return [] }
        return TextTable.wrapped(
            "holds for σ: " + parts.joined(separator: ", ")
                + (benchmark.map { "; " + SigmaRange.words(benchmark: $0) } ?? ""), width: width,
            first: "    ", rest: "      ")
    }

    private static func rows(
        _ finding: Finding, namesDenominators: Bool, isNarrow: Bool
    ) -> [[String]] {
        let unit = finding.claim.unit
        return finding.definitions.map { row in
            let counting =
                finding.isDrawnAsItIs
                ? "as drawn"
                : SafeText.escaped(finding.words.label(row.counting)) + (row.asWorded ? " *" : "")
            let of =
                namesDenominators
                ? [row.denominator.map { Figures.fixed($0.squareMetres / 1e6, 0) } ?? "–"] : []
            guard let measured = row.measured else {
                return [counting] + of + ["–", "–", "–", "–", "\(row.verdict.sign) \(row.verdict.words)", ""]
            }
            func number(_ si: Double) -> String { Self.number(unit.value(si: si), of: measured, unit) }
            // What decides: of both maps that bracket the day.
            let ends = measured.judged95
            let isGround = finding.claim.kind == .area || finding.claim.kind == .share
            let isDrawn = !isGround || measured.value != 0 || measured.u != 0
            return [counting] + of + [
                number(measured.value) + " " + unit.symbol, isDrawn ? interval(ends, number) : "none drawn",
                isNarrow ? measured.date?.description ?? "undated" : days(row, measured),
                row.ratio.map(Figures.ratio) ?? "–",
                verdict(row), sigma(row.sigmaHolds),
            ]
        }
    }

    /// The 95 % interval; without end above a lower bound.
    private static func interval(_ ends: Interval, _ number: (Double) -> String) -> String {
        if !ends.high.isFinite { return "≥ \(number(ends.low))" }
        return number(ends.low) + (ends.low < 0 ? " to " : "–") + number(ends.high)
    }

    /// The day of the map, or the days of the two that bracket the day or between which a change is measured; the year of
    /// the second only when it is another.
    private static func days(_ row: DefinitionFinding, _ measured: MeasuredValue) -> String {
        let dates = row.days.compactMap(\.date).sorted()
        if let from = measured.fromDate, let to = measured.toDate { return span(from, " – ", to) }
        if dates.count == 2 { return span(dates[0], ", ", dates[1]) }
        return measured.date?.description ?? "undated"
    }

    private static func span(_ from: CalendarDate, _ separator: String, _ to: CalendarDate) -> String {
        let (first, last) = (from.description, to.description)
        return "\(first)\(separator)\(first.prefix(5) == last.prefix(5) ? String(last.dropFirst(5)) : last)"
    }

    /// As many decimals as the error supports.
    private static func number(_ value: Double, of measured: MeasuredValue, _ unit: MeasureUnit) -> String {
        let u = unit.value(si: measured.u)
        guard u > 0 else { return Figures.short(value) }
        return Figures.fixed(value, u >= 5 ? 0 : u >= 0.5 ? 1 : u >= 0.05 ? 2 : 3)
    }

    private static func verdict(_ row: DefinitionFinding) -> String {
        if row.strength == .marginal || row.isEdge || row.isBorderline {
            return "\(row.verdict.sign) just \(row.verdict.words)"
        }
        return "\(row.verdict.sign) \(row.verdict.words)" + (row.fit == .loose ? ", loosely" : "")
    }

    private static func sigma(_ range: Interval?) -> String {
        guard let range else { return "" }
        if !range.high.isFinite { return range.low > 0 ? "> \(SigmaRange.metres(range.low))" : "any" }
        return range.low > 0
            ? "\(SigmaRange.metres(range.low)) – \(SigmaRange.metres(range.high))"
            : "≤ \(SigmaRange.metres(range.high))"
    }
}
