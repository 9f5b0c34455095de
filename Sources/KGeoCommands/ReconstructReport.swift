// What kgeo reconstruct prints: areas with their error, what changes do to them, ground without evidence.

internal import KGeo

struct ReconstructReport {
    let command: ReconstructCommand
    let reach: Double?
    let days: [DatedReconstruction]

    private var definitions: [Counting] { ReconstructedScenario.definitions }

    func write(to out: Output) throws {
        switch command.output.format {
        case .table: try table(out)
        case .csv: try csv(out)
        case .json: try out.write(JSONWriter.pretty(json()))
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
        try out.line(
            SafeText.escaped(
                "\(command.holder)\(command.region.map { " in \($0)" } ?? ""), \(day.date): \(sites.count) settlements, \(count(.held)) held, \(count(.contested)) contested, \(count(.other)) held by others"
            ))
        try out.line()
        var table = TextTable(
            [("", .left), ("km²", .decimal), ("±", .decimal)]
                + day.budget.parts.map { ("± by " + Self.short($0.reason), .decimal) } + [
                    ("front km", .decimal)
                ])
        for counting in definitions {
            table.rows.append(
                [counting.label, km2(area(day, counting)), km2(2 * day.budget.u(counting))]
                    + day.budget.parts.map { km2(2 * ($0.u[counting] ?? 0)) }
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

    private static func short(_ reason: String) -> String {
        reason.split(separator: " ").first.map(String.init) ?? reason
    }

    private func csv(_ out: Output) throws {
        try out.line("date,change,counting,area_m2,u_m2,settlements")
        for day in days {
            for counting in definitions {
                try out.line(
                    [
                        day.date.description, "", counting.label, StreamRun.text(area(day, counting)),
                        StreamRun.text(day.budget.u(counting)), String(day.result.sites.count),
                    ].joined(separator: ","))
            }
            for trial in day.budget.trials {
                for counting in definitions {
                    try out.line(
                        [
                            day.date.description, SafeText.csvCell(trial.change), counting.label,
                            StreamRun.text(trial.squareMetres[counting] ?? 0), "", String(trial.siteCount),
                        ].joined(separator: ","))
                }
            }
        }
    }

    private func json() -> JSONValue {
        .object([
            "schema_version": .number(JSONNumber(1)), "command": .string("reconstruct"),
            "tool": ToolRecord.json(),
            "file": .string(command.file), "holder": .string(command.holder), "region": .text(command.region),
            "reach_m": .number(reach), "maps": .array(days.map(json)),
        ])
    }

    private func json(_ day: DatedReconstruction) -> JSONValue {
        func areas(_ values: (Counting) -> Double) -> JSONValue {
            .object(JSONObject(definitions.map { .init($0.label, .number(values($0))) }))
        }
        return .object([
            "date": .string(day.date.description), "area_m2": areas { area(day, $0) },
            "u_m2": areas { day.budget.u($0) },
            "parts": .array(
                day.budget.parts.map { part in
                    .object(["reason": .string(part.reason), "u_m2": areas { part.u[$0] ?? 0 }])
                }),
            "front_m": areas { day.result.fronts(around: $0).reduce(0) { $0 + $1.metres } },
            "region_m2": .number(day.result.regionSquareMetres),
            "no_evidence_m2": .number(day.result.noEvidenceSquareMetres),
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
