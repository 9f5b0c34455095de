// What kgeo front prints: the line, its lengths, its law, its sectors, in one form or another.

internal import KGeo

struct FrontReport {
    let loaded: LoadedScenario
    let front: MeasuredFront
    let less: FrontReferences
    let sectors: [FrontSector]
    let by: String?
    let options: FrontOptions
    let settings: ContactSettings
    /// Lengths of the whole line at each ruler, in m.
    let lengths: [(ruler: Double, length: Double)]
    /// The law fitted to them; nil without a line or with fewer than two rulers that it fills.
    let fit: RichardsonFit?
    let error: LineError
    /// Length of the longest stretch, in m.
    private let longest: Double
    /// The middle of the lengths of its edges, in m: finer than that nothing is drawn. Nil without a line.
    private let detail: Double?

    init(
        loaded: LoadedScenario, front: MeasuredFront, less: FrontReferences, sectors: [FrontSector],
        by: String?, options: FrontOptions, settings: ContactSettings
    ) {
        self.loaded = loaded
        self.front = front
        self.less = less
        self.sectors = sectors
        self.by = by
        self.options = options
        self.settings = settings
        lengths = Array(zip(options.rulers, front.line.metres(rulers: options.rulers)))
        // A ruler that goes fewer than three times into the longest stretch says nothing of its form, and one
        // below the middle of the edges walks along straight lines that are the drawing's, not the front's.
        longest = front.line.stretches.first?.metres ?? 0
        detail = Self.detail(front.line)
        let (longest, detail) = (self.longest, self.detail ?? 0)
        let fitting = lengths.filter { 3 * $0.ruler <= longest }
        // A line of a few long edges is straight at every ruler.
        fit = RichardsonFit(fitting.filter { $0.ruler >= detail }) ?? RichardsonFit(fitting)
        error = front.line.error(correlationLength: settings.correlationLength)
    }

    private var line: ContactLine { front.line }
    /// Standard error at a length: that of the line as drawn, in proportion.
    private func u(_ metres: Double) -> Double { line.metres > 0 ? error.u * metres / line.metres : 0 }
    private func isInFit(_ ruler: Double) -> Bool { fit?.rulers.contains(ruler) ?? false }

    private static func detail(_ line: ContactLine) -> Double? {
        let edges = line.stretches.flatMap { stretch in
            zip(stretch.places, stretch.places.dropFirst()).map { Measuring.distance($0, $1) }
        }.sorted()
        return edges.isEmpty ? nil : edges[edges.count / 2]
    }

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
            ? "" : ", \(front.side.counting?.label ?? "") ground"
        guard let other = front.other else {
            return
                "outline of \(front.side.label)\(counted)\(day), less borders and coasts (only one side is drawn)"
        }
        return
            "outline of \(front.side.label)\(counted)\(day), within \(short(settings.tolerance)) of \(other.label), less borders and coasts"
    }

    // MARK: Table

    func table(to out: Output) throws {
        if let title = loaded.scenario.title { try out.line(SafeText.escaped(title)) }
        for line in TextTable.wrapped(SafeText.escaped(what)) { try out.line(line) }
        try out.line()
        guard !line.stretches.isEmpty else {
            try out.line("no front: nothing of the outline is left")
            for line in leftOut() { try out.line(line) }
            return
        }
        var table = TextTable([("ruler", .right), ("length km", .decimal), ("± u", .decimal), ("", .left)])
        table.rows.append([
            "as drawn", kilometres(line.metres), kilometres(error.u),
            detail.map { "half of its edges are shorter than \(short($0))" } ?? "",
        ])
        for (ruler, length) in lengths {
            table.rows.append([
                short(ruler), kilometres(length), kilometres(u(length)),
                isInFit(ruler)
                    ? ""
                    : ruler * 3 > longest
                        ? "longer than a third of the longest stretch: not in the fit"
                        : "finer than the line is drawn: not in the fit",
            ])
        }
        for line in table.lines() { try out.line(line) }
        try out.line()
        for line in law() { try out.line(line) }
        for claim in options.claims { for line in TextTable.wrapped(sentence(claim)) { try out.line(line) } }
        try sectorTable(to: out)
        try stretchTable(to: out)
        for line in leftOut() { try out.line(line) }
        try foot(to: out)
    }

    private func law() -> [String] {
        guard let fit else {
            return ["D: no fit; it takes at least two rulers that go three times into the longest stretch"]
        }
        let error = fit.dimensionError.map { " ± " + Figures.fixed($0, 4) } ?? ""
        return TextTable.wrapped(
            "D = \(Figures.fixed(fit.dimension, 4))\(error), L(r) = M·r^(1−D) with M = \(Figures.plain((fit.m).rounded())) m for r in m (rulers of \(short(fit.rulers.lowerBound)) to \(short(fit.rulers.upperBound)))"
        )
    }

    /// What ruler a claimed length implies.
    private func sentence(_ claim: FrontClaim) -> String {
        let said = SafeText.escaped(claim.text)
        let implied = impliedRulers(claim)
        guard let fit else { return "\"\(said)\": without a fit no ruler can be told" }
        guard let middle = implied.printed else {
            let u = u(line.metres)
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

    /// The rulers implied by a printed length and by the ends of its interval, in m.
    private func impliedRulers(_ claim: FrontClaim) -> (printed: Double?, low: Double?, high: Double?) {
        (
            fit?.ruler(for: claim.claim.printedSI), fit?.ruler(for: claim.interval.low),
            claim.interval.high.isFinite ? fit?.ruler(for: claim.interval.high) : nil
        )
    }

    /// At most this many rulers stand beside each other in the table of sectors.
    private var sectorRulers: [Double] { Array(options.rulers.filter { $0 >= 1_000 }.prefix(4)) }

    private func sectorTable(to out: Output) throws {
        guard !sectors.isEmpty else { return }
        try out.line()
        let rulers = sectorRulers
        var table = TextTable(
            [("sector", .left), ("stretches", .right), ("as drawn km", .decimal), ("± u", .decimal)]
                + rulers.map { ("at \(Figures.plain($0 / 1e3)) km", TextTable.Alignment.decimal) })
        func row(_ name: String, _ line: ContactLine) {
            let u = line.error(correlationLength: settings.correlationLength).u
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
        for line in table.lines() { try out.line(line) }
    }

    /// Length of the line in none of the sectors, in m; negative where sectors overlap.
    private var elsewhere: Double { line.metres - sectors.reduce(0) { $0 + $1.line.metres } }

    private func stretchTable(to out: Output) throws {
        try out.line()
        let shown = 12
        var table = TextTable([("stretch", .right), ("km", .decimal), ("from", .left), ("to", .left)])
        for (i, stretch) in line.stretches.prefix(shown).enumerated() {
            table.rows.append([
                String(i + 1), Figures.fixed(stretch.metres / 1e3, 1),
                stretch.places.first.map(Figures.place) ?? "",
                stretch.isClosed ? "closed" : stretch.places.last.map(Figures.place) ?? "",
            ])
        }
        for line in table.lines() { try out.line(line) }
        if line.stretches.count > shown {
            let rest = line.stretches.dropFirst(shown).reduce(0) { $0 + $1.metres }
            try out.line(
                "and \(line.stretches.count - shown) more, \(Figures.length(rest)) together; --export writes them all"
            )
        }
        try out.line()
    }

    /// What of the outline is no front.
    private func leftOut() -> [String] {
        var parts: [String] = []
        for (reference, metres) in zip(less.references, line.referenceMetres) where metres > 0 {
            let sigma = reference.boundaryError.map { ", σ \(short($0))" } ?? ""
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
        return TextTable.wrapped(
            head + (parts.isEmpty ? "nothing" : parts.joined(separator: "; ")), rest: "  ")
    }

    private func foot(to out: Output) throws {
        let makers = loaded.scenario.mapmakers.joined(separator: "; ")
        let sigmas = line.stretches.flatMap(\.sigmas)
        let range = (low: sigmas.min() ?? 0, high: sigmas.max() ?? 0)
        let sigma =
            range.low == range.high
            ? short(range.low) : "\(short(range.low)) to \(short(range.high))"
        var text =
            "A front has no length of its own: it depends on the ruler, so a figure without a ruler says little. "
        text +=
            "u from σ = \(sigma) of the drawn line, correlation length \(short(settings.correlationLength)). "
        text += "Measured on a drawn map, not on the ground"
        text += makers.isEmpty ? "" : "; map by \(makers)"
        text += "; borders and coasts: \(less.words)" + (less.credit.map { ", \($0)" } ?? "")
        for line in TextTable.wrapped(SafeText.escaped(text)) { try out.line(line) }
    }

    // MARK: CSV, JSON, GeoJSON

    /// A length of the line or of a sector: as drawn, or at a ruler.
    private struct Length {
        var ruler: Double?
        var metres, u: Double
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
        Column("u_m") { .number($0.u) },
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
        ] + lengthColumns.cells(\.length) + lawColumns.cells(\.fit))

    /// The lengths of the whole line, or of the part of it in a sector, at each ruler.
    private func atRulers(_ line: ContactLine, isWhole: Bool) -> [Length] {
        let u = isWhole ? error.u : line.error(correlationLength: settings.correlationLength).u
        let share = line.metres > 0 ? u / line.metres : 0
        let walked = isWhole ? lengths.map(\.length) : line.metres(rulers: options.rulers)
        return zip(options.rulers, walked).map { ruler, metres in
            Length(
                ruler: ruler, metres: metres, u: metres * share, isInFit: isWhole ? isInFit(ruler) : nil)
        }
    }

    func csv(to out: Output) throws {
        func rows(_ sector: String, _ line: ContactLine, _ fit: RichardsonFit?) -> [Row] {
            let u = line.error(correlationLength: settings.correlationLength).u
            let all = [Length(metres: line.metres, u: u)] + atRulers(line, isWhole: sector.isEmpty)
            return all.map {
                Row(
                    length: $0, file: loaded.scenario.file, side: front.side.label, date: front.date,
                    other: front.other?.label, sector: sector, fit: fit)
            }
        }
        try Self.columns.csv(
            rows("", line, fit) + sectors.flatMap { rows($0.name, $0.line, nil) }, to: out)
    }

    /// What an answer says of the line.
    var members: JSONObject {
        let stretches = line.stretches.map { stretch -> JSONValue in
            let error = ContactLine.error(of: stretch, correlationLength: settings.correlationLength)
            return .object([
                "length_m": .number(stretch.metres), "u_m": .number(error.u),
                "closed": .bool(stretch.isClosed), "from": .position(stretch.places.first),
                "to": .position(stretch.places.last), "positions": .count(stretch.places.count),
            ])
        }
        let references = zip(less.references, line.referenceMetres).map { reference, metres -> JSONValue in
            .object([
                "name": .string(reference.name), "boundary_error_m": .number(reference.boundaryError),
                "tolerance_m": .number(settings.referenceTolerance), "left_out_m": .number(metres),
                "bounds": .bool(reference.bounds),
            ])
        }
        let claims = options.claims.map { claim -> JSONValue in
            let implied = impliedRulers(claim)
            return .object([
                "claim": .string(claim.text), "low_m": .number(claim.interval.low),
                "high_m": .number(claim.interval.high), "ruler_m": .number(implied.printed),
                "ruler_low_m": .number(implied.high), "ruler_high_m": .number(implied.low),
                "because": .string(sentence(claim)),
            ])
        }
        let sectors = self.sectors.map { sector -> JSONValue in
            let u = sector.line.error(correlationLength: settings.correlationLength).u
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
            "correlation_length_m": .number(settings.correlationLength),
            "length_m": .number(line.metres), "u_m": .number(error.u),
            "u_displacement_m": .number(error.displacementMetres),
            "lengthening_m": .number(error.lengtheningMetres), "edge_median_m": .number(detail),
            "rulers": Self.lengthColumns.array(atRulers(line, isWhole: true)),
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
    func geojson() -> String {
        let features = line.stretches.enumerated().map { i, stretch -> Feature in
            let error = ContactLine.error(of: stretch, correlationLength: settings.correlationLength)
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
            let makers = loaded.scenario.mapmakers
            if !makers.isEmpty { properties["source"] = .string(makers.joined(separator: "; ")) }
            if let licence = loaded.scenario.licence { properties["licence"] = .string(licence) }
            return Feature(geometry: .lineString(LineString(stretch.places)), properties: properties)
        }
        return GeoJSONWriter(options: WriterOptions(precision: Self.precision)).text(
            GeoJSONDocument(features: features))
    }
}
