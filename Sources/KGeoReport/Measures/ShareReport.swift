// What kgeo share prints: the areas, and a percentage for every denominator.

internal import KGeoControl
package import KGeoCore
internal import KGeoMeasure
package import KGeoVerdict

package struct ShareReport: Report {
    /// One side of a share: what it is called, and whose it is.
    package struct Ground: Sendable {
        fileprivate let text: String
        fileprivate let credit: String?

        /// A ground as the user named it, and what must be printed with it.
        package init(text: String, credit: String?) {
            self.text = text
            self.credit = credit
        }
    }

    private let part: Ground
    private let whole: Ground?
    private let finding: ShareFinding
    private let claims: [Claim]

    private var share: GroundShare? { finding.share }
    private var area: ControlAreaMeasurement { finding.area }

    /// Shares of a part of a whole, and figures to hold against them.
    package init(part: Ground, whole: Ground?, finding: ShareFinding, claims: [Claim]) {
        self.part = part
        self.whole = whole
        self.finding = finding
        self.claims = claims
    }

    /// Per cent with as many digits as its error leaves, two at least.
    private func percent(_ fraction: Double, u: Double) -> String {
        let u = u * 100
        return Figures.fixed(fraction * 100, u >= 0.5 ? 1 : u >= 0.005 ? 2 : u > 0 ? 3 : 4)
    }

    private func squareKilometres(_ squareMetres: Double) -> String {
        Figures.cell(squareMetres / 1e6, abs(squareMetres) < 1e10 ? 3 : 1)
    }

    package func table(on out: inout Page) {
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
        out.table(areas)
        out.line()
        guard !finding.rows.isEmpty else { return out.line("no share: the whole has no area") }
        var table = TextTable([
            ("share of", .left), ("km²", .decimal), ("%", .decimal), ("95 %", .left), ("counting", .left),
        ])
        for row in finding.rows {
            let (interval, u) = (row.value.interval95, row.value.u)
            table.rows.append([
                row.denominator, squareKilometres(row.squareMetres), percent(row.value.value, u: u),
                "\(percent(interval.low, u: u))–\(percent(interval.high, u: u))", row.numerator,
            ])
        }
        out.table(table)
        for claim in claims {
            for row in finding.rows {
                let judgement = row.judgement(claim)
                out.line(
                    "\"\(SafeText.escaped(claim.quote ?? ""))\": \(judgement.verdict.sign) \(judgement.verdict.words), \(row.numerator) over \(row.denominator)"
                )
            }
        }
        out.line()
        let sources = finding.rows.filter { $0.source != whole?.text }.map {
            "\($0.denominator): \($0.source)"
        }
        let sigma =
            area.value.boundaryErrorMetres.map {
                "σ of the part's lines \(Figures.plain($0)) m"
                    + (area.value.boundaryErrorAssumed
                        ? " (\(ErrorClass.meaning): class \(area.value.errorClass ?? ""))" : "")
            } ?? "σ of the part's lines varies"
        let credits = [part.credit, whole?.credit].compactMap(\.self).prefix(1)
        let text = ([sigma] + sources + credits).joined(separator: "; ")
        out.wrapped(SafeText.escaped(text))
        out.line("measured on a drawn map, not on the ground")
    }

    /// A row with what it is a share of.
    private struct Line {
        var row: ShareRow
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
        Column("u_line_percent") { .number($0.row.value.lineU * 100) },
        Column("u_mapmaker_percent") { .number($0.row.value.makerU * 100) },
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
        finding.rows.map { row in
            Line(
                row: row, part: part.text, whole: whole?.text,
                judgements: claims.map { ($0.quote, row.judgement($0)) })
        }
    }

    /// A row per denominator.
    package var rows: Rows { Rows(Self.columns, lines) }

    /// What an answer says of the shares.
    package var members: JSONObject {
        func ground(_ measured: ControlAreaMeasurement?) -> JSONValue {
            guard let measured else { return .null }
            return .object([
                "area_m2": .number(measured.value.value), "u_m2": .number(measured.value.u),
                "area_lonlat_m2": .number(measured.area.lonlatSquareMetres),
                "edge_effect_m2": .number(measured.value.edgeEffect),
                "u_line_m2": .number(measured.value.lineU),
                "u_mapmaker_m2": .number(measured.value.makerU),
                "first_order": .bool(measured.isFirstOrder),
            ])
        }
        return [
            "part": .string(part.text), "whole": .text(whole?.text),
            "part_area": ground(area), "whole_area": ground(share?.whole),
            "covered": ground(share?.covered), "outside": ground(share?.outside),
            "boundary_error_m": .number(area.value.boundaryErrorMetres),
            "boundary_error_assumed": .bool(area.value.boundaryErrorAssumed),
            "error_class": .text(area.value.errorClass),
            "shares": Self.columns.array(lines),
        ]
    }
}
