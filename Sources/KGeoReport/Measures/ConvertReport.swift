// What kgeo convert prints: a figure in another unit, or whether two printed units agree.

package import KGeoClaims
package import KGeoCore
internal import KGeoVerdict

/// A figure in another unit.
package struct ConvertReport: Report {
    private let text: String
    private let figure: PrintedFigure
    private let numbers: [(printed: PrintedNumber, converted: ConvertedNumber)]
    private let unit: MeasureUnit

    /// A figure as it was written, and its numbers in another unit.
    package init(
        text: String, figure: PrintedFigure, numbers: [(PrintedNumber, ConvertedNumber)], unit: MeasureUnit
    ) {
        self.text = text
        self.figure = figure
        self.numbers = numbers.map { (printed: $0.0, converted: $0.1) }
        self.unit = unit
    }

    private var converted: [Converted] {
        numbers.map {
            Converted(printed: $0.printed, from: figure.unit, number: $0.converted, unit: unit)
        }
    }

    /// What the figure stands for, its qualifier and rounding included, in the new unit: as `check` takes it.
    private var interval: Interval {
        var claim = Claim(
            id: "", kind: .area, numbers: figure.numbers, unit: figure.unit, qualifier: figure.qualifier)
        claim.equivalent = figure.equivalent
        return claim.checkedInterval.said.scaled(by: figure.unit.factor / unit.factor)
    }

    /// The interval in words.
    private var standsFor: String {
        let interval = interval
        guard interval.high.isFinite else { return "\(Figures.ends(interval.low, interval.low).low) or more" }
        let ends = Figures.ends(interval.low, interval.high)
        return "\(ends.low) to \(ends.high)"
    }

    private var isNominal: Bool { !unit.isExact || !figure.unit.isExact }

    /// The figure as it would be printed, and what it stands for.
    package func table(on page: inout Page) {
        let rounded = numbers.map { Figures.plain($0.converted.rounded.value) }.joined(separator: "–")
        let words = figure.qualifier.words
        page.line("\(SafeText.escaped(text)) = \(words.isEmpty ? "" : words + " ")\(rounded) \(unit.symbol)")
        for (printed, number) in numbers {
            let ends = Figures.ends(number.interval.low, number.interval.high)
            let stands = numbers.count == 1 ? standsFor : "\(ends.low) to \(ends.high)"
            page.line(
                "  \(Figures.plain(printed.value)) \(figure.unit.symbol) is \(Figures.plain(number.exact)) \(unit.symbol); as printed it stands for \(stands)"
            )
        }
        guard isNominal else { return }
        let nominal = unit.isExact ? figure.unit : unit
        page.line("  the size of \(nominal.symbol) is a convention: \(nominal.source)")
    }

    /// A row per number.
    package var rows: Rows { Rows(Converted.columns, converted) }

    /// What an answer says of the figure.
    package var members: JSONObject {
        [
            "figure": .string(text), "qualifier": .string(figure.qualifier.rawValue),
            "from": .string(figure.unit.name), "unit": .string(unit.name), "nominal": .bool(isNominal),
            "numbers": Converted.columns.array(converted),
            "interval": .object(["low": .number(interval.low), "high": .number(interval.high)]),
        ]
    }
}

/// Two printed figures, the second in another unit.
package struct PairReport: Report {
    private let text: String
    private let from, to: MeasureUnit
    private let pairs: [PrintedPair]

    /// Figures as they were written, number by number.
    package init(text: String, from: MeasureUnit, to: MeasureUnit, pairs: [PrintedPair]) {
        self.text = text
        self.from = from
        self.to = to
        self.pairs = pairs
    }

    /// Whether they agree, and how they would.
    package func table(on page: inout Page) {
        for pair in pairs { for line in Self.sentences(pair) { page.line(line) } }
    }

    /// A row per number.
    package var rows: Rows { Rows(Self.pairColumns, pairs) }

    /// What an answer says of the pair.
    package var members: JSONObject {
        [
            "pair": .string(text), "from": .string(from.name), "unit": .string(to.name),
            "conversion_mismatch": .bool(pairs.contains(where: \.isMismatch)),
            "numbers": Self.pairColumns.array(pairs),
        ]
    }

    private static let pairColumns = Columns<PrintedPair>([
        Column("first") { .number($0.first.value) }, .cell("first_unit") { .string($0.unit.name) },
        Column("second") { .number($0.second.value) }, .cell("second_unit") { .string($0.other.name) },
        Column("first_in_second_unit") { .number($0.firstInOther) },
        Column("second_in_first_unit") { .number($0.secondInUnit) },
        Column("relation") { .string($0.relation.rawValue) }, Column("slip") { .text($0.slip?.rawValue) },
        Column("conversion_mismatch") { .bool($0.isMismatch) },
        Column("deviation") { .number($0.deviation) },
    ])

    private static func sentences(_ pair: PrintedPair) -> [String] {
        let first = "\(Figures.plain(pair.first.value)) \(pair.unit.symbol)"
        let second = "\(Figures.plain(pair.second.value)) \(pair.other.symbol)"
        let right = ConvertedNumber(pair.first, from: pair.unit, to: pair.other).rounded.value
        let left = ConvertedNumber(pair.second, from: pair.other, to: pair.unit).rounded.value
        let both =
            "\(first) is \(Figures.short(pair.firstInOther)) \(pair.other.symbol); \(second) is \(Figures.short(pair.secondInUnit)) \(pair.unit.symbol)"
        switch pair.relation {
        case .both: return ["= agree: either is the other, rounded", "  " + both]
        case .secondIsRounded: return ["= agree: \(second) is \(first), rounded", "  " + both]
        case .firstIsRounded: return ["= agree: \(first) is \(second), rounded", "  " + both]
        case .neither:
            var lines = [
                "≠ neither is the other, rounded (\(pair.deviation > 0 ? "+" : "−")\(Figures.short(abs(pair.deviation) * 100)) %)",
                "  " + both,
                "  if \(first) is right, the second would be \(Figures.plain(right)) \(pair.other.symbol)",
                "  if \(second) is right, the first would be \(Figures.plain(left)) \(pair.unit.symbol)",
            ]
            switch pair.slip {
            case .inverted: lines.append("  it looks multiplied where it should have been divided")
            case .powerOfTen: lines.append("  it looks off by a power of ten")
            case nil: break
            }
            return lines
        }
    }
}

/// A number of a printed figure in two units.
private struct Converted {
    var printed: PrintedNumber
    var from: MeasureUnit
    var number: ConvertedNumber
    var unit: MeasureUnit

    static let columns = Columns<Converted>([
        Column("printed") { .number($0.printed.value) }, .cell("from") { .string($0.from.name) },
        Column("value") { .number($0.number.exact) },
        Column("rounded") { .number($0.number.rounded.value) },
        Column("step") { .number($0.number.rounded.step) },
        Column("low") { .number($0.number.interval.low) },
        Column("high") { .number($0.number.interval.high) }, .cell("unit") { .string($0.unit.name) },
    ])
}
