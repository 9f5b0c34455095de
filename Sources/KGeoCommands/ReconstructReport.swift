// What kgeo reconstruct prints: areas with their error, what changes do to them, ground without evidence.

internal import KGeo

struct ReconstructReport {
    let command: ReconstructCommand
    let reach: Double?
    let days: [DatedReconstruction]
    let ground: ReconstructionGround
    /// Settlements that lie outside the ground.
    let outside: [String]
    let log: InputLog
    /// What came up before the ground was drawn.
    let earlier: [Notice]

    private var definitions: [Counting] { ReconstructedScenario.definitions }

    func write(to out: Output) throws {
        switch command.output.format {
        case .table: try table(out)
        case .csv: try csv(out)
        case .json: try out.write(answer.text)
        }
    }

    private func area(_ day: DatedReconstruction, _ counting: Counting) -> Double {
        (counting.statuses.contains(.controlled) ? day.result.heldArea.geodesicSquareMetres : 0)
            + (counting.statuses.contains(.contested) ? day.result.contestedArea.geodesicSquareMetres : 0)
    }

    private func km2(_ squareMetres: Double) -> String { Figures.fixed(squareMetres / 1e6, 1) }

    private func table(_ out: Output) throws {
        for (i, day) in days.enumerated() {
            if i > 0 { try out.line() }
            try table(day, out)
        }
        try out.line()
        for line in TextTable.wrapped(
            "± is two standard errors. A settlement speaks for the ground nearest to it"
                + (reach.map { " up to \(Figures.plain($0 / 1_000)) km" } ?? "")
                + "; the map is what was reported of whom, not a survey.", width: CheckTable.width)
        { try out.line(line) }
    }

    private func table(_ day: DatedReconstruction, _ out: Output) throws {
        let sites = day.result.sites
        func count(_ state: GroundState) -> Int { sites.count { $0.state == state } }
        let holders = Dictionary(
            grouping: sites.filter { $0.state == .other }.compactMap { $0.reports.first?.holder }, by: \.self)
        let others = holders.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map {
            "\($0.key) \($0.value.count)"
        }
        try out.line(
            SafeText.escaped(
                "\(command.holder)\(command.region.map { " in \($0)" } ?? ""), \(day.date): \(sites.count) settlements, \(count(.held)) held, \(count(.contested)) contested, \(count(.other)) held by others"
                    + (others.count > 1 ? ": " + others.joined(separator: ", ") : "")))
        for line in TextTable.wrapped(SafeText.escaped(about(day)), width: CheckTable.width, rest: "  ") {
            try out.line(line)
        }
        try out.line()
        var table = TextTable(
            [("", .left), ("km²", .decimal), ("±", .decimal)]
                + day.budget.parts.map { ("± by " + Self.short($0.reason), .decimal) } + [
                    ("front km", .decimal)
                ])
        for counting in definitions {
            table.rows.append(
                [counting.label, km2(area(day, counting)), km2(2 * day.budget.u(counting))]
                    + day.budget.parts.map { $0.u[counting].map { km2(2 * $0) } ?? "–" }
                    + [
                        Figures.fixed(
                            day.result.fronts(around: counting).reduce(0) { $0 + $1.metres } / 1e3, 1)
                    ])
        }
        for line in table.lines() { try out.line(line) }
        try out.line()
        try out.line(
            "No evidence: \(km2(day.result.noEvidenceSquareMetres)) km² of \(km2(day.result.regionSquareMetres)) km² lie beyond the reach of any settlement."
        )
        for other in day.others {
            let u = 2 * other.budget.u(.controlled)
            try out.line(
                SafeText.escaped(
                    "\(other.holder) holds \(km2(other.result.heldArea.geodesicSquareMetres)) ± \(km2(u)) km² of the ground within reach."
                ))
        }
        let conflicting = sites.filter(\.isConflicting).map(\.name)
        if !conflicting.isEmpty {
            for line in TextTable.wrapped(
                SafeText.escaped(
                    "Reports of one day contradict each other, so these count as contested: "
                        + conflicting.joined(separator: ", ")), width: CheckTable.width, rest: "  ")
            { try out.line(line) }
        }
        guard !day.budget.trials.isEmpty else { return }
        try out.line()
        var trials = TextTable(
            [("what a change does", .left)] + definitions.map { ($0.label, .decimal) } + [
                ("settlements", .right)
            ])
        for trial in day.budget.trials {
            trials.rows.append(
                [SafeText.escaped(trial.change)] + definitions.map { km2(trial.squareMetres[$0] ?? 0) }
                    + [String(trial.siteCount)])
        }
        for line in trials.lines() { try out.line(line) }
    }

    /// Which ground it is, and how old the reports are.
    private func about(_ day: DatedReconstruction) -> String {
        var text = "Ground: \(ground.words)."
        if let ages = ReportAges(day.result.sites, on: day.date) {
            text += " Reports: \(ages.words)"
            if ages.oldCount > 0 {
                text += "; \(ages.oldCount) of \(day.result.sites.count) older than \(ReportAges.old) days"
            }
            text += "."
        }
        return text
    }

    /// How far the window cuts what is drawn, in m.
    private func cut(_ day: DatedReconstruction) -> Double {
        guard let window = ground.window else { return 0 }
        return BorderedRegion.metres(of: day.result.held + day.result.contested, along: window)
    }

    /// What a reader of the map must know beside the figures.
    var notices: [Notice] {
        var notices = earlier
        func add(_ severity: Notice.Severity, _ message: String, hint: String? = nil) {
            notices.append(Notice(severity, Problem(.scenario, message, hint: hint).inFile(command.file)))
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
        for day in days {
            let landless = day.result.sitesWithoutGround.map(\.name)
            if !landless.isEmpty {
                add(.note, "\(day.date): no ground lies nearest to \(named(landless))")
            }
            if !day.result.sites.contains(where: { $0.coordinateError > 0 }) {
                add(
                    .note, "\(day.date): no settlement has an error of its place, so ± does not hold it",
                    hint: "give it in the column coord_error_m")
            }
            if let ages = ReportAges(day.result.sites, on: day.date), ages.median > ReportAges.stale {
                add(
                    .warning, "\(day.date): the reports are \(ages.words)",
                    hint: "the map shows what was known then; give later reports, or an earlier --date")
            }
            let metres = cut(day)
            if metres >= 1 {
                add(
                    .warning,
                    "\(day.date): the window cuts held or contested ground, along \(Figures.short(metres / 1e3)) km of its edge",
                    hint: "beyond the edge the ground may go on; take a larger --window")
            }
        }
        if command.write == nil {
            notices.append(
                Notice(
                    .note, Problem(.scenario, "no scenario was written; --write FILE writes it")))
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

    private func csv(_ out: Output) throws {
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
        try Self.columns.csv(rows, to: out)
    }

    private var answer: Envelope {
        let settings: JSONObject = [
            "holder": .string(command.holder),
            "other_holder": .array(command.otherHolder.map { .string($0) }),
            "date": .array(days.map { .string($0.date.description) }), "region": .text(command.region),
            "border": .text(command.border), "window": .text(command.window),
            "within": .text(command.within), "max_reach_m": .number(reach),
            "try_reach": .text(command.tryReach), "write": .text(command.write),
        ]
        let members: JSONObject = [
            "file": .string(command.file), "holder": .string(command.holder), "region": .text(command.region),
            "reach_m": .number(reach), "ground": .string(ground.words),
            "left_out": .array(outside.map { .string($0) }), "maps": .array(days.map(json)),
        ]
        return Envelope(
            command: "reconstruct", tool: .current(), inputs: log.records, settings: settings,
            members: members, notices: notices)
    }

    private func json(_ day: DatedReconstruction) -> JSONValue {
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
            "front_m": areas { day.result.fronts(around: $0).reduce(0) { $0 + $1.metres } },
            "region_m2": .number(day.result.regionSquareMetres),
            "no_evidence_m2": .number(day.result.noEvidenceSquareMetres),
            "window_cut_m": .number(cut(day)),
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
