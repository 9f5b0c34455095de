// What kgeo front prints: the line, its lengths, its law, its sectors, in one form or another.

package import KGeo
package import KGeoControl
package import KGeoCore
internal import KGeoJSON
internal import KGeoMeasure
package import KGeoScenario
package import KGeoVerdict

package struct FrontReport: Report {
    private let scenario: Scenario
    private let front: MeasuredFront
    private let less: FrontBorders
    private let sectors: [FrontSector]
    private let by: String?
    private let claims: [FrontClaim]
    private let settings: ContactSettings
    /// Lengths of the whole line at each ruler.
    private let walked: FrontLengths

    /// A front with its lengths.
    ///
    /// - Parameters:
    ///   - less: the borders and coasts that were taken off.
    ///   - by: the file that divides it into sectors.
    package init(
        scenario: Scenario, front: MeasuredFront, less: FrontBorders, sectors: [FrontSector], by: String?,
        lengths: FrontLengths, claims: [FrontClaim], settings: ContactSettings
    ) {
        self.scenario = scenario
        self.front = front
        self.less = less
        self.sectors = sectors
        self.by = by
        self.claims = claims
        self.settings = settings
        walked = lengths
    }

    private var lengths: [(ruler: Double, length: Double)] { walked.lengths }
    private var rulers: [Double] { lengths.map(\.ruler) }
    private var fit: RichardsonFit? { walked.fit }
    private var error: LineError { walked.error }
    private var longest: Double { walked.longest }
    private var detail: Double? { walked.detail }
    private func isInFit(_ ruler: Double) -> Bool { walked.isInFit(ruler) }
    private var line: ContactLine { front.line }
    /// A length in km, with more decimals on a short line.
    private func kilometres(_ metres: Double) -> String {
        Figures.fixed(metres / 1e3, line.metres < 10_000 ? 3 : 1)
    }

    /// A length in m or km, as rulers and tolerances are said.
    private func short(_ metres: Double) -> String {
        metres < 1_000 ? Figures.short(metres) + " m" : Figures.plain((metres / 10).rounded() / 100) + " km"
    }

    /// One sentence on what the line is.
    private var what: String {
        let day = front.date.map { " on \($0)" } ?? ""
        let counted =
            front.side.name == nil || front.side.counting == nil
            ? "" : ", \(front.side.counting.map(front.side.words.label) ?? "") ground"
        guard let other = front.other else {
            return
                "outline of \(front.side.label)\(counted)\(day), less borders and coasts (only one side is drawn)"
        }
        return
            "outline of \(front.side.label)\(counted)\(day), within \(short(settings.tolerance)) of \(other.label), less borders and coasts"
    }

    // MARK: Table

    package func table(on out: inout Page) {
        if let title = scenario.title { out.line(SafeText.escaped(title)) }
        out.wrapped(SafeText.escaped(what))
        out.line()
        guard !line.stretches.isEmpty else {
            out.line("no front: nothing of the outline is left")
            leftOut(&out)
            return
        }
        var table = TextTable([("ruler", .right), ("length km", .decimal), ("± u", .decimal), ("", .left)])
        table.rows.append([
            "as drawn", kilometres(line.metres), kilometres(error.u),
            detail.map { "half of its edges are shorter than \(short($0))" } ?? "",
        ])
        for ((ruler, length), error) in zip(lengths, walked.errors) {
            table.rows.append([
                short(ruler), kilometres(length), kilometres(error.u),
                ruler == FrontLengths.comparisonRuler
                    ? "the ruler for comparing maps of different makers"
                    : isInFit(ruler)
                        ? ""
                        : ruler * 3 > longest
                            ? "longer than a third of the longest stretch: not in the fit"
                            : "finer than the line is drawn: not in the fit",
            ])
        }
        out.table(table)
        out.line()
        law(&out)
        for claim in claims { out.wrapped(sentence(claim)) }
        sectorTable(&out)
        stretchTable(&out)
        leftOut(&out)
        foot(&out)
    }

    private func law(_ out: inout Page) {
        guard let fit else {
            return out.line(
                "D: no fit; it takes at least two rulers that go three times into the longest stretch")
        }
        let error = fit.dimensionError.map { " ± " + Figures.fixed($0, 4) } ?? ""
        out.wrapped(
            "D = \(Figures.fixed(fit.dimension, 4))\(error), L(r) = M·r^(1−D) with M = \(Figures.plain((fit.m).rounded())) m for r in m (rulers of \(short(fit.rulers.lowerBound)) to \(short(fit.rulers.upperBound)))"
        )
    }

    /// What ruler a claimed length implies.
    private func sentence(_ claim: FrontClaim) -> String {
        let said = SafeText.escaped(claim.text)
        let implied = claim.impliedRulers(fit)
        guard let fit else { return "\"\(said)\": without a fit no ruler can be told" }
        guard let middle = implied.printed else {
            let u = error.u
            let fits = claim.interval.overlaps(Interval(line.metres - 2 * u, line.metres + 2 * u))
            return
                "\"\(said)\": no ruler is implied, since the length of this line does not fall with it; the figure "
                + (fits ? "fits the length as drawn" : "does not fit the length as drawn")
        }
        var text = "\"\(said)\" is the length at a ruler of \(short(middle))"
        switch claim.claim.qualifier {
        case .atLeast, .moreThan: text += " or finer"
        case .atMost, .lessThan, .upTo: text += " or coarser"
        default:
            if let low = implied.high, let high = implied.low {
                text += " (\(short(low)) to \(short(high)) for what the figure stands for)"
            }
        }
        if let detail, middle < detail {
            text +=
                ", finer than the line is drawn, where the law is taken to go on; as drawn it is \(Figures.length(line.metres))"
        } else if middle < fit.rulers.lowerBound || middle > fit.rulers.upperBound {
            text += ", beyond the rulers that were walked: the law is taken to go on"
        }
        return text
    }

    /// At most this many rulers stand beside each other in the table of sectors.
    private var sectorRulers: [Double] { Array(rulers.filter { $0 >= 1_000 }.prefix(4)) }

    private func sectorTable(_ out: inout Page) {
        guard !sectors.isEmpty else { return }
        out.line()
        let rulers = sectorRulers
        var table = TextTable(
            [("sector", .left), ("stretches", .right), ("as drawn km", .decimal), ("± u", .decimal)]
                + rulers.map { ("at \(Figures.plain($0 / 1e3)) km", TextTable.Alignment.decimal) })
        func row(_ name: String, _ line: ContactLine) {
            let u = line.error().u
            table.rows.append(
                [
                    SafeText.escaped(name), String(line.stretches.count), Figures.fixed(line.metres / 1e3, 1),
                    Figures.fixed(u / 1e3, 1),
                ] + line.metres(rulers: rulers).map { Figures.fixed($0 / 1e3, 1) })
        }
        for sector in sectors { row(sector.name, sector.line) }
        let rest = elsewhere
        if abs(rest) > 1 {
            table.rows.append(
                [rest > 0 ? "elsewhere" : "counted twice", "", Figures.fixed(abs(rest) / 1e3, 1), ""]
                    + rulers.map { _ in "" })
        }
        out.table(table)
    }

    /// Length of the line in none of the sectors, in m; negative where sectors overlap.
    private var elsewhere: Double { line.metres - sectors.reduce(0) { $0 + $1.line.metres } }

    private func stretchTable(_ out: inout Page) {
        out.line()
        let shown = 12
        var table = TextTable([("stretch", .right), ("km", .decimal), ("from", .left), ("to", .left)])
        for (i, stretch) in line.stretches.prefix(shown).enumerated() {
            table.rows.append([
                String(i + 1), Figures.fixed(stretch.metres / 1e3, 1),
                stretch.places.first.map(Figures.place) ?? "",
                stretch.isClosed ? "closed" : stretch.places.last.map(Figures.place) ?? "",
            ])
        }
        out.table(table)
        if line.stretches.count > shown {
            let rest = line.stretches.dropFirst(shown).reduce(0) { $0 + $1.metres }
            out.line(
                "and \(line.stretches.count - shown) more, \(Figures.length(rest)) together; \(out.words.setting(.export)) writes them all"
            )
        }
        out.line()
    }

    /// What of the outline is no front.
    private func leftOut(_ out: inout Page) {
        var parts: [String] = []
        for (reference, metres) in zip(less.references, line.referenceMetres) where metres > 0 {
            let sigma =
                reference.boundaryErrors.map { range in
                    range.lowerBound == range.upperBound
                        ? ", σ \(short(range.lowerBound))"
                        : ", σ \(short(range.lowerBound)) to \(short(range.upperBound)) by its lines"
                } ?? ""
            parts.append(
                "\(Figures.length(metres)) within \(short(settings.referenceTolerance)) of \(SafeText.escaped(reference.name))\(sigma)"
            )
        }
        if line.beyondMetres > 0 { parts.append("\(Figures.length(line.beyondMetres)) across its outline") }
        if line.doubtfulMetres > 0 {
            parts.append(
                "\(Figures.length(line.doubtfulMetres)) in \(line.doubtful.count) \(line.doubtful.count == 1 ? "stretch that never leaves" : "stretches that never leave") it by three standard deviations of its drawing, and so may be the border or coast itself"
            )
        }
        if line.apartMetres > 0 {
            parts.append(
                "\(Figures.length(line.apartMetres)) farther than \(short(settings.tolerance)) from \(SafeText.escaped(front.other?.label ?? ""))"
            )
        }
        let head = "left out of \(Figures.length(line.outlineMetres)) of outline: "
        out.wrapped(
            head + (parts.isEmpty ? "nothing" : parts.joined(separator: "; ")), rest: "  ")
    }

    private func foot(_ out: inout Page) {
        let makers = scenario.mapmakers.joined(separator: "; ")
        let sigmas = line.stretches.flatMap(\.sigmas)
        let range = (low: sigmas.min() ?? 0, high: sigmas.max() ?? 0)
        let sigma =
            range.low == range.high
            ? short(range.low) : "\(short(range.low)) to \(short(range.high))"
        var text =
            "A front has no length of its own: it depends on the ruler, so a figure without a ruler says little; lengths on maps of different makers compare at \(short(FrontLengths.comparisonRuler)). u is how far the length of this drawing would change with its line drawn otherwise, not how far the front itself is known: "
        text +=
            "σ = \(sigma) of the drawn line, correlation length \(short(line.correlationLength)). "
        text += "Measured on a drawn map, not on the ground"
        text += makers.isEmpty ? "" : "; map by \(makers)"
        text += "; borders and coasts: \(less.words)" + (less.credit.map { ", \($0)" } ?? "")
        out.wrapped(SafeText.escaped(text))
    }

    // MARK: CSV, JSON, GeoJSON

    /// A length of the line or of a sector: as drawn, or at a ruler.
    private struct Length {
        var ruler: Double?
        var metres: Double
        var error: LineError
        /// Whether the law is fitted to it; nil where there is no law.
        var isInFit: Bool?
    }

    /// A length with what it is one of, as CSV has it.
    private struct Row {
        var length: Length
        var file, side: String
        var date: CalendarDate?
        var other: String?
        var sector: String
        var fit: RichardsonFit?
    }

    private static let lengthColumns = Columns<Length>([
        Column("ruler_m") { .number($0.ruler) }, Column("length_m") { .number($0.metres) },
        Column("u_m") { .number($0.error.u) },
        .member("u_mapmaker_m") { .number($0.error.makerMetres) },
        .member("lengthening_m") { .number($0.error.lengtheningMetres) },
        .member("first_order") { .bool($0.error.isFirstOrder) },
        Column("in_fit", omitsNull: true) { $0.isInFit.map { .bool($0) } ?? .null },
    ])

    private static let lawColumns = Columns<RichardsonFit>([
        Column("dimension") { .number($0.dimension) },
        Column("dimension_error") { .number($0.dimensionError) }, Column("m") { .number($0.m) },
        .member("ruler_low_m") { .number($0.rulers.lowerBound) },
        .member("ruler_high_m") { .number($0.rulers.upperBound) },
    ])

    private static let columns = Columns<Row>(
        [
            .cell("file") { .string($0.file) }, .cell("date") { .text($0.date?.description) },
            .cell("side_a") { .string($0.side) }, .cell("side_b") { .text($0.other) },
            .cell("sector") { .string($0.sector) },
        ] + lengthColumns.flat(\.length) + lawColumns.flat(\.fit) + [
            .cell("u_mapmaker_m") { .number($0.length.error.makerMetres) },
            .cell("lengthening_m") { .number($0.length.error.lengtheningMetres) },
            .cell("first_order") { .bool($0.length.error.isFirstOrder) },
        ])

    /// The lengths of the whole line, or of the part of it in a sector, at each ruler.
    private func atRulers(_ line: ContactLine, isWhole: Bool) -> [Length] {
        let along = isWhole ? lengths.map(\.length) : line.metres(rulers: rulers)
        let errors = isWhole ? walked.errors : rulers.map { line.error(ruler: $0) }
        return zip(zip(rulers, along), errors).map { walk, error in
            Length(
                ruler: walk.0, metres: walk.1, error: error, isInFit: isWhole ? isInFit(walk.0) : nil)
        }
    }

    /// The lengths of the whole line, then those in each sector.
    package var rows: Rows {
        func rows(_ sector: String, _ line: ContactLine, _ fit: RichardsonFit?) -> [Row] {
            let all =
                [Length(metres: line.metres, error: line.error())] + atRulers(line, isWhole: sector.isEmpty)
            return all.map {
                Row(
                    length: $0, file: scenario.file, side: front.side.label, date: front.date,
                    other: front.other?.label, sector: sector, fit: fit)
            }
        }
        return Rows(
            Self.columns, rows("", line, fit) + sectors.flatMap { rows($0.name, $0.line, nil) })
    }

    /// What an answer says of the line.
    package var members: JSONObject {
        let stretches = line.stretches.map { stretch -> JSONValue in
            let error = line.error(of: stretch)
            return .object([
                "length_m": .number(stretch.metres), "u_m": .number(error.u),
                "closed": .bool(stretch.isClosed), "from": .position(stretch.places.first),
                "to": .position(stretch.places.last), "positions": .count(stretch.places.count),
            ])
        }
        let references = zip(less.references, line.referenceMetres).map { reference, metres -> JSONValue in
            .object([
                "name": .string(reference.name), "boundary_error_m": .number(reference.boundaryError),
                "boundary_error_low_m": .number(reference.boundaryErrors?.lowerBound),
                "boundary_error_high_m": .number(reference.boundaryErrors?.upperBound),
                "tolerance_m": .number(settings.referenceTolerance), "left_out_m": .number(metres),
                "bounds": .bool(reference.bounds),
            ])
        }
        let claims = self.claims.map { claim -> JSONValue in
            let implied = claim.impliedRulers(fit)
            return .object([
                "claim": .string(claim.text), "low_m": .number(claim.interval.low),
                "high_m": .number(claim.interval.high), "ruler_m": .number(implied.printed),
                "ruler_low_m": .number(implied.high), "ruler_high_m": .number(implied.low),
                "because": .string(sentence(claim)),
            ])
        }
        let sectors = self.sectors.map { sector -> JSONValue in
            let u = sector.line.error().u
            return .object([
                "sector": .string(sector.name), "length_m": .number(sector.line.metres), "u_m": .number(u),
                "stretches": .count(sector.line.stretches.count),
                "rulers": Self.lengthColumns.array(atRulers(sector.line, isWhole: false)),
            ])
        }
        return [
            "date": .text(front.date?.description), "side_a": .string(front.side.label),
            "side_b": .text(front.other?.label), "counting": .text(front.side.counting?.label),
            "tolerance_m": front.other == nil ? .null : .number(settings.tolerance),
            "correlation_length_m": .number(line.correlationLength),
            "length_m": .number(line.metres), "u_m": .number(error.u),
            "u_displacement_m": .number(error.displacementMetres),
            "u_mapmaker_m": .number(error.makerMetres), "error_class": .text(line.errorClass),
            "lengthening_m": .number(error.lengtheningMetres), "edge_median_m": .number(detail),
            "rulers": Self.lengthColumns.array(atRulers(line, isWhole: true)),
            "comparison_ruler_m": .number(FrontLengths.comparisonRuler),
            "fit": fit.map { .object(Self.lawColumns.object($0)) } ?? .null, "claims": .array(claims),
            "sectors": .array(sectors), "by": .text(by),
            "elsewhere_m": self.sectors.isEmpty ? .null : .number(elsewhere),
            "stretches": .array(stretches), "outline_m": .number(line.outlineMetres),
            "references": .array(references), "across_m": .number(line.beyondMetres),
            "doubtful_m": .number(line.doubtfulMetres), "apart_m": .number(line.apartMetres),
        ]
    }

    /// Decimals of written positions: 7 are a centimetre.
    private static let precision = 7

    /// The line, a feature per stretch.
    package var geojson: String {
        let features = line.stretches.enumerated().map { i, stretch -> Feature in
            let error = line.error(of: stretch)
            let middle = stretch.places[stretch.places.count / 2]
            let near = sectors.filter { sector in
                sector.line.stretches.contains { part in
                    part.places.contains(middle) || part.places.contains { stretch.places.contains($0) }
                }
            }.map(\.name)
            var properties = JSONObject([
                .init("id", .string("front-\(i + 1)")), .init("role", .string(Role.front.rawValue)),
                .init("side_a", .string(front.side.label)), .init("side_b", .text(front.other?.label)),
                .init("length_m", .number(stretch.metres)), .init("length_km", .number(stretch.metres / 1e3)),
                .init("u_m", .number(error.u)), .init("closed", .bool(stretch.isClosed)),
                .init("boundary_error_m", .number(stretch.sigmas.max())),
            ])
            if let date = front.date { properties["date"] = .string("\(date)") }
            if !near.isEmpty { properties["region"] = .string(near.joined(separator: "; ")) }
            let makers = scenario.mapmakers
            if !makers.isEmpty { properties["source"] = .string(makers.joined(separator: "; ")) }
            if let licence = scenario.licence { properties["licence"] = .string(licence) }
            return Feature(geometry: .lineString(LineString(stretch.places)), properties: properties)
        }
        return GeoJSONWriter(options: WriterOptions(precision: Self.precision)).text(
            GeoJSONDocument(features: features))
    }
}
