// What became of imported maps, for standard error: areas by holder, status and region, and what was left out.

internal import KGeo
internal import KGeoImport

struct ImportReport {
    let maps: [ImportedMap]
    let regions: Regions?
    let result: ImportResult
    let output: String?
    let inputs: [InputRecord]
    let record: JSONObject
    /// The subcommand: `import deepstate`.
    let command: String
    let database: String?

    func say(_ format: ImportFormat) {
        switch format {
        case .json: Messages.line(JSONWriter.compact(answer.json))
        case .table:
            var listed: Set<[String]> = []
            for map in maps { file(map, &listed) }
            table()
            if let regions { cuts(regions) }
            end()
            Messages.notices(maps.flatMap(\.notices) + own, quiet: false)
        }
    }

    /// A list of names that stood there for another file already is not said again.
    private func file(_ map: ImportedMap, _ listed: inout Set<[String]>) {
        let areas = map.items.count { $0.role == .control }
        let others = map.items.count - areas
        let days = map.dates
        let day =
            days.count > 1 ? "\(days[0]) to \(days[days.count - 1])" : days.first?.description ?? "no day"
        let name = map.file == "-" ? "standard input" : SafeText.escaped(map.file)
        Messages.line(
            "\(name): \(map.kind), \(day), \(counted(map.featureCount, "feature")), \(counted(areas, "control area"))"
                + (others > 0 ? ", \(counted(others, "place or line", "places and lines"))" : ""))
        for out in map.leftOut {
            let area = out.squareMetres > 0 ? ", \(Figures.area(out.squareMetres))" : ""
            let isNew = !out.names.isEmpty && listed.insert(out.names).inserted
            let names =
                out.names.isEmpty
                ? "" : !isNew ? ", as before" : ": " + SafeText.escaped(out.names.joined(separator: ", "))
            let option = out.setting.map { "; \($0.option) keeps them" } ?? ""
            for line in TextTable.wrapped(
                "left out: \(SafeText.escaped(out.what)) (\(out.count))\(area)\(option)\(names)", first: "  ",
                rest: "    ")
            { Messages.line(line) }
        }
    }

    private func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }

    private func table() {
        let hasHolder = result.rows.contains { $0.holder != nil }
        var table = TextTable([
            ("date", .left), ("holder", .left), ("status", .left), ("where", .left), ("features", .right),
            ("km²", .decimal), ("± by the cut", .decimal),
        ])
        if !hasHolder { table.columns[1].name = "" }
        if !result.rows.contains(where: { $0.cut != nil }) { table.columns[6].name = "" }
        for row in result.rows {
            let isWhole = row.place == .everywhere
            table.rows.append([
                isWhole ? row.date.description : "", isWhole ? SafeText.escaped(row.holder ?? "") : "",
                isWhole ? row.status.rawValue : "", SafeText.escaped(Self.words(row.place)),
                String(row.featureCount), Figures.fixed(row.squareMetres / 1e6, 3),
                row.cut.map { Figures.fixed($0.u / 1e6, 3) } ?? "",
            ])
        }
        for line in table.lines() { Messages.line(line) }
    }

    private static func words(_ place: ImportRow.Place) -> String {
        switch place {
        case .everywhere: "all, as drawn"
        case .region(let name): "  in \(name)"
        case .outside: "  outside every region"
        }
    }

    private func cuts(_ regions: Regions) {
        let cuts = result.rows.compactMap(\.cut)
        guard !cuts.isEmpty else {
            Messages.line("No region of \(SafeText.escaped(regions.file)) cuts an area of this map.")
            return
        }
        func known(_ sigma: Double?) -> String {
            sigma.map { "known to \(Figures.length($0))" } ?? "whose accuracy nobody states"
        }
        var parts: [String] = []
        if cuts.contains(where: { $0.borderMetres > 0 }) {
            parts.append("the border, \(known(cuts.first?.borderSigma))")
        }
        if cuts.contains(where: { $0.otherMetres > 0 }) {
            let sigma = cuts.filter { $0.otherMetres > 0 }.compactMap(\.otherSigma).max()
            parts.append("\(parts.isEmpty ? "" : "other ")outlines \(known(sigma))")
        }
        for line in TextTable.wrapped(
            "Cut by \(SafeText.escaped(regions.file)) along \(parts.joined(separator: ", and along ")) (one standard deviation); \"± by the cut\" is what that does to an area.",
            rest: "  ")
        { Messages.line(line) }
        if result.sliverCount > 0 {
            Messages.line(
                "Cutting left out \(counted(result.sliverCount, "sliver")) of less than 1 m² each, \(Figures.area(result.sliverSquareMetres)) together."
            )
        }
    }

    private func end() {
        let count = counted(result.document.features.count, "feature")
        if let output, output != "-" { Messages.line("Written: \(SafeText.escaped(output)), \(count).") }
    }

    /// Notes on the whole.
    private var own: [Notice] {
        var notices: [Notice] = []
        for row in result.rows
        where row.place == .everywhere && row.overlapSquareMetres > 1e-6 * row.squareMetres {
            notices.append(
                Notice(
                    .note,
                    Problem(
                        .scenario,
                        "\(row.date): areas \(row.status.rawValue)\(row.holder.map { " of \($0)" } ?? "") overlap by \(Figures.area(row.overlapSquareMetres)), which counts once"
                    )))
        }
        if result.rows.contains(where: { $0.holder == nil }) {
            notices.append(
                Notice(
                    .warning,
                    Problem(
                        .scenario, "some areas have no holder",
                        hint:
                            "--holder-property names the property that holds it; --set holder=NAME gives one")
                ))
        }
        if result.document.features.contains(where: {
            $0.record.properties?["role"]?.string == "control" && $0.record.properties?["source"] == nil
        }) {
            notices.append(
                Notice(
                    .note,
                    Problem(
                        .scenario, "who made the map is not stated in the scenario",
                        hint: "--source and --source-url say it")))
        }
        if !statesLicence {
            notices.append(
                Notice(
                    .note,
                    Problem(
                        .scenario, "the licence of the map is not stated in the scenario",
                        hint: "ask its maker before you pass it on; --licence says what was answered")))
        }
        return notices
    }

    private var statesLicence: Bool {
        result.document.features.filter { $0.record.properties?["role"]?.string != "reference" }.allSatisfy {
            guard let text = $0.record.properties?["licence"]?.string else { return false }
            return !text.hasSuffix("is not stated")
        }
    }

    private var answer: Envelope {
        let members: JSONObject = [
            "output": .text(output), "maps": .array(maps.map(Self.json)),
            "areas": .array(result.rows.map(Self.json)),
            "slivers": .object([
                "count": .count(result.sliverCount), "m2": .number(result.sliverSquareMetres),
            ]),
            "licence": .text(result.licence),
        ]
        return Envelope(
            command: command, tool: .current(database: database), inputs: inputs, settings: record,
            members: members, notices: maps.flatMap(\.notices) + own)
    }

    private static func json(_ map: ImportedMap) -> JSONValue {
        .object([
            "file": .string(map.file), "kind": .string(map.kind),
            "dates": .array(map.dates.map { .string($0.description) }),
            "features": .number(JSONNumber(map.featureCount)),
            "control": .number(JSONNumber(map.items.count { $0.role == .control })),
            "other": .number(JSONNumber(map.items.count { $0.role != .control })),
            "left_out": .array(
                map.leftOut.map { out in
                    .object([
                        "what": .string(out.what), "option": .text(out.setting?.option),
                        "count": .number(JSONNumber(out.count)),
                        "area_m2": .number(out.squareMetres),
                        "names": .array(out.names.map { .string($0) }),
                    ])
                }),
        ])
    }

    private static func json(_ row: ImportRow) -> JSONValue {
        let (place, region): (String, String?) =
            switch row.place {
            case .everywhere: ("everywhere", nil)
            case .region(let name): ("region", name)
            case .outside: ("outside", nil)
            }
        return .object([
            "date": .string(row.date.description), "holder": .text(row.holder),
            "status": .string(row.status.rawValue), "where": .string(place), "region": .text(region),
            "features": .number(JSONNumber(row.featureCount)), "area_m2": .number(row.squareMetres),
            "overlap_m2": .number(row.overlapSquareMetres),
            "cut": row.cut.map { cut in
                .object([
                    "border_m": .number(cut.borderMetres), "border_sigma_m": .number(cut.borderSigma),
                    "other_m": .number(cut.otherMetres), "other_sigma_m": .number(cut.otherSigma),
                    "u_m2": .number(cut.u),
                ])
            } ?? .null,
        ])
    }
}
