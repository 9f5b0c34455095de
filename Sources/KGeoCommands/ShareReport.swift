// What kgeo share prints: the areas, and a percentage for every denominator.

internal import KGeo

struct ShareReport {
    /// One way to divide.
    struct Row {
        /// What is divided by what, in words.
        var numerator, denominator: String
        var squareMetres: Double
        /// Where the denominator comes from.
        var source: String
        /// The share as a fraction, with its error.
        var value: MeasuredValue
    }

    let part: ShareGround
    let whole: ShareGround?
    let share: GroundShare?
    /// The whole part.
    let area: ControlAreaMeasurement
    let claims: [Claim]
    let rows: [Row]

    init(
        part: ShareGround, whole: ShareGround?, share: GroundShare?, area: ControlAreaMeasurement,
        officials: [DenominatorUsed], claims: [Claim]
    ) {
        self.part = part
        self.whole = whole
        self.share = share
        self.area = area
        self.claims = claims
        let counted = share?.covered.value ?? area.value
        let what = share == nil ? "the part" : "the part inside the whole"
        var rows: [Row] = []
        if let share, let value = share.share, let whole {
            rows.append(
                Row(
                    numerator: what, denominator: "the whole as drawn",
                    squareMetres: share.whole.value.value, source: whole.text, value: value))
        }
        // An official area has no error of drawing.
        for official in officials {
            rows.append(
                Row(
                    numerator: what, denominator: official.name, squareMetres: official.squareMetres,
                    source: official.source, value: counted.divided(by: official.squareMetres, u: 0)))
        }
        // A sliver of rounding is no ground outside.
        if let share, let whole, share.whole.value.value > 0,
            share.outside.area.lonlatSquareMetres > 1e-6 * share.part.area.lonlatSquareMetres
        {
            let (value, u) = (share.whole.value.value, share.whole.value.u)
            rows.append(
                Row(
                    numerator: "all of the part", denominator: "the whole as drawn", squareMetres: value,
                    source: whole.text, value: share.part.value.divided(by: value, u: u)))
        }
        self.rows = rows
    }

    var notices: [Notice] { part.notices + (whole?.notices ?? []) }

    /// Per cent with as many digits as its error leaves, two at least.
    private func percent(_ fraction: Double, u: Double) -> String {
        let u = u * 100
        return Figures.fixed(fraction * 100, u >= 0.5 ? 1 : u >= 0.005 ? 2 : u > 0 ? 3 : 4)
    }

    private func squareKilometres(_ squareMetres: Double) -> String {
        Figures.fixed(squareMetres / 1e6, abs(squareMetres) < 1e10 ? 3 : 1)
    }

    func table(to out: Output) throws {
        var areas = TextTable([("area", .left), ("km²", .decimal), ("± u", .decimal), ("", .left)])
        func row(_ name: String, _ ground: ControlAreaMeasurement, _ note: String) {
            areas.rows.append([
                name, squareKilometres(ground.value.value), Figures.short(ground.value.u / 1e6),
                SafeText.escaped(note),
            ])
        }
        row("part", area, part.text)
        if let share, let whole {
            row("whole", share.whole, whole.text)
            row("part inside the whole", share.covered, "")
            row("part outside the whole", share.outside, "")
        }
        for line in areas.lines() { try out.line(line) }
        try out.line()
        guard !rows.isEmpty else { return try out.line("no share: the whole has no area") }
        var table = TextTable([
            ("share of", .left), ("km²", .decimal), ("%", .decimal), ("95 %", .left), ("counting", .left),
        ])
        for row in rows {
            let (interval, u) = (row.value.interval95, row.value.u)
            table.rows.append([
                row.denominator, squareKilometres(row.squareMetres), percent(row.value.value, u: u),
                "\(percent(interval.low, u: u))–\(percent(interval.high, u: u))", row.numerator,
            ])
        }
        for line in table.lines() { try out.line(line) }
        for claim in claims {
            for row in rows {
                let judgement = judgement(claim, row)
                try out.line(
                    "\"\(SafeText.escaped(claim.quote ?? ""))\": \(judgement.verdict.sign) \(judgement.verdict.words), \(row.numerator) over \(row.denominator)"
                )
            }
        }
        try out.line()
        let sources = rows.filter { $0.source != whole?.text }.map { "\($0.denominator): \($0.source)" }
        let sigma =
            area.value.boundaryErrorMetres.map {
                "σ of the part's lines \(Figures.plain($0)) m"
                    + (area.value.boundaryErrorAssumed ? " (assumed)" : "")
            } ?? "σ of the part's lines varies"
        let credits = [part.credit, whole?.credit].compactMap(\.self).prefix(1)
        let text = ([sigma] + sources + credits).joined(separator: "; ")
        for line in TextTable.wrapped(SafeText.escaped(text)) { try out.line(line) }
        try out.line("measured on a drawn map, not on the ground")
    }

    private func judgement(_ claim: Claim, _ row: Row) -> Judgement {
        Judgement(
            row.value, claim: claim.checkedInterval.si, printed: claim.printedSI,
            isOneSided: claim.checkedQualifier.isOneSided)
    }

    /// A row with what it is a share of.
    private struct Line {
        var row: Row
        var part, whole: String?
        var judgements: [(quote: String?, judgement: Judgement)]
    }

    private static let columns = Columns<Line>([
        .cell("part") { .text($0.part) }, .cell("whole") { .text($0.whole) },
        Column("numerator") { .string($0.row.numerator) },
        Column("denominator") { .string($0.row.denominator) }, Column("source") { .string($0.row.source) },
        Column("numerator_m2") { .number($0.row.value.value * $0.row.squareMetres) },
        Column("denominator_m2") { .number($0.row.squareMetres) },
        Column("percent") { .number($0.row.value.value * 100) },
        Column("u_percent") { .number($0.row.value.u * 100) },
        Column("low95_percent") { .number($0.row.value.interval95.low * 100) },
        Column("high95_percent") { .number($0.row.value.interval95.high * 100) },
        .member("verdicts") { line in
            .array(
                line.judgements.map { quote, judgement in
                    .object([
                        "claim": .text(quote), "verdict": .string(judgement.verdict.rawValue),
                        "ratio": .number(judgement.ratio), "zeta": .number(judgement.zeta),
                    ])
                })
        },
    ])

    private var lines: [Line] {
        rows.map { row in
            Line(
                row: row, part: part.text, whole: whole?.text,
                judgements: claims.map { ($0.quote, judgement($0, row)) })
        }
    }

    func csv(to out: Output) throws { try Self.columns.csv(lines, to: out) }

    /// What an answer says of the shares.
    var members: JSONObject {
        func ground(_ measured: ControlAreaMeasurement?) -> JSONValue {
            guard let measured else { return .null }
            return .object([
                "area_m2": .number(measured.value.value), "u_m2": .number(measured.value.u),
                "area_lonlat_m2": .number(measured.area.lonlatSquareMetres),
                "edge_effect_m2": .number(measured.value.edgeEffect),
            ])
        }
        return [
            "part": .string(part.text), "whole": .text(whole?.text),
            "part_area": ground(area), "whole_area": ground(share?.whole),
            "covered": ground(share?.covered), "outside": ground(share?.outside),
            "boundary_error_m": .number(area.value.boundaryErrorMetres),
            "boundary_error_assumed": .bool(area.value.boundaryErrorAssumed),
            "shares": Self.columns.array(lines),
        ]
    }
}
