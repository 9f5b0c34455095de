// What kgeo reconstruct prints: areas with their error, what changes do to them, ground without evidence.

package import KGeo
package import KGeoCore
internal import KGeoReconstruct
internal import KGeoVerdict

package struct ReconstructReport: Report {
    private let file: String
    private let holder: String
    private let region: String?
    private let reach: Double?
    private let days: [DatedReconstruction]
    /// How far the window cuts what is drawn on each day, in m.
    private let cuts: [Double]
    /// What the ground is, in words.
    private let ground: String
    /// Settlements that lie outside the ground.
    private let outside: [String]

    /// Reconstructions of some days.
    ///
    /// - Parameters:
    ///   - file: the table of settlements.
    ///   - holder: whose ground it is.
    ///   - region: the region that was asked for.
    ///   - reach: how far a settlement speaks for the ground around it, in m.
    package init(
        file: String, holder: String, region: String?, reach: Double?, days: [DatedReconstruction],
        cuts: [Double], ground: String, outside: [String]
    ) {
        self.file = file
        self.holder = holder
        self.region = region
        self.reach = reach
        self.days = days
        self.cuts = cuts
        self.ground = ground
        self.outside = outside
    }

    private var definitions: [Counting] { ReconstructedScenario.definitions }

    private func area(_ day: DatedReconstruction, _ counting: Counting) -> Double {
        day.result.squareMetres(counting)
    }

    private func km2(_ squareMetres: Double) -> String { Figures.fixed(squareMetres / 1e6, 1) }

    /// A block per day.
    package func table(on out: inout Page) {
        for (i, day) in days.enumerated() {
            if i > 0 { out.line() }
            table(day, &out)
        }
        out.line()
        out.wrapped(
            "± is two standard errors. \(manner); the map is what was reported of whom, not a survey.")
    }

    /// How ground was given to settlements.
    private var manner: String {
        if let kriged {
            return
                "Ground counts where it is more likely held than not: the status of the settlements is kriged with a range of \(Figures.plain(kriged.model.range / 1_000)) km, and expected and 95 % are the mean and the interval of 200 draws around it"
        }
        return "A settlement speaks for the ground nearest to it"
            + (reach.map { " up to \(Figures.plain($0 / 1_000)) km" } ?? "")
    }

    private var kriged: KrigedStatus? { days.first?.result.kriged }

    private func table(_ day: DatedReconstruction, _ out: inout Page) {
        let sites = day.result.sites
        func count(_ state: GroundState) -> Int { sites.count { $0.state == state } }
        let holders = Dictionary(
            grouping: sites.filter { $0.state == .other }.compactMap { $0.reports.first?.holder }, by: \.self)
        let others = holders.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
            "\($0.key) \($0.value.count)"
        }
        out.line(
            SafeText.escaped(
                "\(holder)\(region.map { " in \($0)" } ?? ""), \(day.date): \(sites.count) settlements, \(count(.held)) held, \(count(.contested)) contested, \(count(.other)) held by others"
                    + (others.count > 1 ? ": " + others.joined(separator: ", ") : "")))
        out.wrapped(SafeText.escaped(about(day)), rest: "  ")
        out.line()
        areas(day, &out)
        out.line()
        evidence(day, &out)
        trials(day, &out)
    }

    /// The areas with the parts of their error.
    private func areas(_ day: DatedReconstruction, _ out: inout Page) {
        let kriged = day.result.kriged
        var table = TextTable(
            [("", .left), ("km²", .decimal), ("±", .decimal)]
                + (kriged == nil
                    ? day.budget.parts.map { ("± by " + Self.short($0.reason), .decimal) }
                    : [("expected", .decimal), ("95 %", .left)]) + [("front km", .decimal)])
        for counting in definitions {
            let draws = kriged?.simulated[counting]
            table.rows.append(
                [counting.label, km2(area(day, counting)), km2(2 * day.budget.u(counting))]
                    + (draws.map { [km2($0.expected), "\(km2($0.low95))–\(km2($0.high95))"] }
                        ?? day.budget.parts.map { $0.u[counting].map { km2(2 * $0) } ?? "–" })
                    + [
                        Figures.fixed(
                            day.result.fronts(around: counting).reduce(0) { $0 + $1.metres } / 1e3, 1)
                    ])
        }
        out.table(table)
    }

    /// Ground without evidence, of others, and of reports that contradict each other.
    private func evidence(_ day: DatedReconstruction, _ out: inout Page) {
        out.wrapped(
            "No evidence: \(km2(day.result.noEvidenceSquareMetres)) km² of \(km2(day.result.regionSquareMetres)) km² lie beyond the \(kriged == nil ? "reach of any settlement" : "range of any settlement, and nothing is drawn there").",
            rest: "  ")
        for other in day.others {
            let u = 2 * other.budget.u(.controlled)
            out.line(
                SafeText.escaped(
                    "\(other.holder) holds \(km2(other.result.heldArea.geodesicSquareMetres)) ± \(km2(u)) km² of the ground within \(kriged == nil ? "reach" : "range")."
                ))
        }
        let conflicting = day.result.sites.filter(\.isConflicting).map(\.name)
        if !conflicting.isEmpty {
            out.wrapped(
                SafeText.escaped(
                    "Reports of one day contradict each other, so these count as contested: "
                        + conflicting.joined(separator: ", ")), rest: "  ")
        }
    }

    /// What changes of the evidence do.
    private func trials(_ day: DatedReconstruction, _ out: inout Page) {
        guard !day.budget.trials.isEmpty else { return }
        out.line()
        var trials = TextTable(
            [("what a change does", .left)] + definitions.map { ($0.label, .decimal) } + [
                ("settlements", .right)
            ])
        for trial in day.budget.trials {
            trials.rows.append(
                [SafeText.escaped(trial.change)] + definitions.map { km2(trial.squareMetres[$0] ?? 0) }
                    + [String(trial.siteCount)])
        }
        out.table(trials)
    }

    /// Which ground it is, and how old the reports are.
    private func about(_ day: DatedReconstruction) -> String {
        var text = "Ground: \(ground)."
        if let ages = ReportAges(day.result.sites, on: day.date) {
            text += " Reports: \(ages.words)"
            if ages.oldCount > 0 {
                text += "; \(ages.oldCount) of \(day.result.sites.count) older than \(ReportAges.old) days"
            }
            text += "."
        }
        return text
    }

    /// What a reader of the map must know beside the figures.
    package var notices: [Notice] {
        var notices: [Notice] = []
        func add(_ severity: Notice.Severity, _ message: String, remedy: Remedy? = nil) {
            notices.append(Notice(severity, Problem(.scenario, message, remedy: remedy).inFile(file)))
        }
        func named(_ names: [String]) -> String {
            names.prefix(8).joined(separator: ", ")
                + (names.count > 8 ? " and \(names.count - 8) more" : "")
        }
        if !outside.isEmpty {
            add(
                .note,
                "\(outside.count) \(outside.count == 1 ? "settlement lies" : "settlements lie") outside the ground by more than the error of \(outside.count == 1 ? "its" : "their") place, and \(outside.count == 1 ? "is" : "are") not used: \(named(outside))"
            )
        }
        for (day, metres) in zip(days, cuts) {
            let landless = day.result.sitesWithoutGround.map(\.name)
            if !landless.isEmpty {
                add(.note, "\(day.date): no ground lies nearest to \(named(landless))")
            }
            if !day.result.sites.contains(where: { $0.coordinateError > 0 }) {
                add(
                    .note,
                    "\(day.date): no settlement has an error of its place, so \(kriged == nil ? "± does not hold it" : "each is taken as exact")",
                    remedy: "give it in the column coord_error_m")
            }
            if let ages = ReportAges(day.result.sites, on: day.date), ages.median > ReportAges.stale {
                add(
                    .warning, "\(day.date): the reports are \(ages.words)",
                    remedy: "the map shows what was known then; give later reports, or an earlier \(.mapDay)")
            }
            for counting in definitions {
                guard let draws = day.result.kriged?.simulated[counting],
                    abs(draws.expected - area(day, counting)) > draws.u
                else { continue }
                add(
                    .note,
                    "\(day.date): \(counting.label): the draws have \(km2(draws.expected)) km² on average, the drawn ground \(km2(area(day, counting))) km²; many places where ground is held with a small probability add up"
                )
            }
            if metres >= 1 {
                add(
                    .warning,
                    "\(day.date): the window cuts held or contested ground, along \(Figures.short(metres / 1e3)) km of its edge",
                    remedy: "beyond the edge the ground may go on; take a larger \(.window)")
            }
        }
        return notices
    }

    private static func short(_ reason: String) -> String {
        reason.split(separator: " ").first.map(String.init) ?? reason
    }

    /// An area of one day under one definition, as drawn or after a change of the evidence.
    private struct Row {
        var date: CalendarDate
        var change: String?
        var counting: Counting
        var squareMetres: Double
        var u: Double?
        var settlements: Int
    }

    /// In JSON the definitions are members of each member, so that CSV alone has rows.
    private static let columns = Columns<Row>([
        .cell("date") { .string($0.date.description) }, .cell("change") { .text($0.change) },
        .cell("counting") { .string($0.counting.label) }, .cell("area_m2") { .number($0.squareMetres) },
        .cell("u_m2") { .number($0.u) }, .cell("settlements") { .count($0.settlements) },
    ])

    /// A row per day, change and definition.
    package var rows: Rows {
        let rows = days.flatMap { day in
            definitions.map { counting in
                Row(
                    date: day.date, counting: counting, squareMetres: area(day, counting),
                    u: day.budget.u(counting), settlements: day.result.sites.count)
            }
                + day.budget.trials.flatMap { trial in
                    definitions.map { counting in
                        Row(
                            date: day.date, change: trial.change, counting: counting,
                            squareMetres: trial.squareMetres[counting] ?? 0, settlements: trial.siteCount)
                    }
                }
        }
        return Rows(Self.columns, rows)
    }

    /// What an answer says of the maps.
    package var members: JSONObject {
        [
            "file": .string(file), "holder": .string(holder), "region": .text(region),
            "method": .string(kriged == nil ? "nearest" : "kriging"), "reach_m": .number(reach),
            "range_m": .number(kriged?.model.range), "model": kriged.map { json($0.model) } ?? .null,
            "ground": .string(ground), "left_out": .array(outside.map { .string($0) }),
            "maps": .array(zip(days, cuts).map(json)),
        ]
    }

    /// Everything that kriging assumes.
    private func json(_ model: KrigingModel) -> JSONValue {
        let nuggets = model.nuggets.sorted { $0.key < $1.key }
        return .object([
            "range_m": .number(model.range), "far_mean": .number(model.farMean),
            "border_gain": .number(model.borderGain), "border_reach_m": .number(model.borderReach),
            "contested_value": .number(model.contestedValue), "held_threshold": .number(model.heldThreshold),
            "contested_threshold": .number(model.contestedThreshold),
            "nuggets": .object(JSONObject(nuggets.map { .init($0.key, .number($0.value)) })),
            "other_nugget": .number(model.otherNugget), "place_weight": .number(model.placeWeight),
            "spread": .number(model.spread),
        ])
    }

    private func json(_ day: DatedReconstruction, cut: Double) -> JSONValue {
        func areas(_ values: (Counting) -> Double) -> JSONValue {
            .object(JSONObject(definitions.map { .init($0.label, .number(values($0))) }))
        }
        let ages = ReportAges(day.result.sites, on: day.date)
        return .object([
            "date": .string(day.date.description), "area_m2": areas { area(day, $0) },
            "u_m2": areas { day.budget.u($0) },
            "parts": .array(
                day.budget.parts.map { part in
                    .object([
                        "reason": .string(part.reason),
                        "u_m2": part.u.isEmpty ? .null : areas { part.u[$0] ?? 0 },
                    ])
                }),
            "expected_m2": day.result.kriged.map { kriged in
                areas { kriged.simulated[$0]?.expected ?? 0 }
            } ?? .null,
            "low95_m2": day.result.kriged.map { kriged in areas { kriged.simulated[$0]?.low95 ?? 0 } }
                ?? .null,
            "high95_m2": day.result.kriged.map { kriged in areas { kriged.simulated[$0]?.high95 ?? 0 } }
                ?? .null,
            "front_m": areas { day.result.fronts(around: $0).reduce(0) { $0 + $1.metres } },
            "region_m2": .number(day.result.regionSquareMetres),
            "no_evidence_m2": .number(day.result.noEvidenceSquareMetres),
            "window_cut_m": .number(cut),
            "report_age_days": .object([
                "median": .count(ages?.median), "oldest": .count(ages?.oldest),
                "older_than_30": .count(ages?.oldCount),
            ]),
            "without_ground": .array(day.result.sitesWithoutGround.map { .string($0.name) }),
            "others": .array(
                day.others.map { other in
                    .object([
                        "holder": .string(other.holder),
                        "area_m2": .number(other.result.heldArea.geodesicSquareMetres),
                        "u_m2": .number(other.budget.u(.controlled)),
                    ])
                }),
            "settlements": .array(
                day.result.sites.map { site in
                    .object([
                        "name": .string(site.name), "state": .string(site.state.rawValue),
                        "reported": .text(site.reports.first?.date.description),
                        "conflicting": .bool(site.isConflicting),
                        "lon": .number(site.place.longitude), "lat": .number(site.place.latitude),
                    ])
                }),
            "trials": .array(
                day.budget.trials.map { trial in
                    .object([
                        "change": .string(trial.change), "area_m2": areas { trial.squareMetres[$0] ?? 0 },
                        "settlements": .number(JSONNumber(trial.siteCount)),
                    ])
                }),
        ])
    }
}
