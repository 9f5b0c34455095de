// What became of imported maps, for standard error: areas by holder, status and region, and what was left out.

package import KGeoCore
package import KGeoImport
internal import KGeoJSON
internal import KGeoSurface
internal import KGeoVerdict

package struct ImportReport: Report {
    private let maps: [ImportedMap]
    private let regions: Regions?
    private let result: ImportResult
    private let output: String?
    private let words: Vocabulary

    /// Maps that became a scenario.
    ///
    /// - Parameters:
    ///   - output: the file it was written to.
    ///   - words: the words of the program for what keeps what is left out.
    package init(
        maps: [ImportedMap], regions: Regions?, result: ImportResult, output: String?, words: Vocabulary
    ) {
        self.words = words
        self.maps = maps
        self.regions = regions
        self.result = result
        self.output = output
    }

    /// What was read and left out, and the areas.
    package func table(on page: inout Page) {
        var listed: Set<[String]> = []
        for map in maps { file(map, &listed, &page) }
        table(&page)
        if let regions { cuts(regions, &page) }
        end(&page)
    }

    /// A list of names that stood there for another file already is not said again.
    private func file(_ map: ImportedMap, _ listed: inout Set<[String]>, _ page: inout Page) {
        let areas = map.items.count { $0.role == .control }
        let others = map.items.count - areas
        let days = map.isUndated ? [] : map.dates
        let day =
            days.count > 1 ? "\(days[0]) to \(days[days.count - 1])" : days.first?.description ?? "no day"
        let name = map.file == "-" ? "standard input" : SafeText.escaped(map.file)
        page.line(
            "\(name): \(map.kind), \(day), \(counted(map.featureCount, "feature")), \(counted(areas, "control area"))"
                + (others > 0 ? ", \(counted(others, "place or line", "places and lines"))" : ""))
        for out in map.leftOut {
            let area = out.squareMetres > 0 ? ", \(Figures.area(out.squareMetres))" : ""
            let isNew = !out.names.isEmpty && listed.insert(out.names).inserted
            let names =
                out.names.isEmpty
                ? "" : !isNew ? ", as before" : ": " + SafeText.escaped(out.names.joined(separator: ", "))
            let option = out.setting.map { "; \(words.setting($0)) keeps them" } ?? ""
            page.wrapped(
                "left out: \(SafeText.escaped(out.what)) (\(out.count))\(area)\(option)\(names)", first: "  ",
                rest: "    ")
        }
    }

    private func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }

    private func table(_ page: inout Page) {
        let hasHolder = result.rows.contains { $0.holder != nil }
        var table = TextTable([
            ("date", .left), ("holder", .left), ("status", .left), ("where", .left), ("features", .right),
            ("km²", .decimal), ("± by the cut", .decimal),
        ])
        if !hasHolder { table.columns[1].name = "" }
        if !result.rows.contains(where: { $0.cut != nil }) { table.columns[6].name = "" }
        let own = Set(maps.compactMap(\.statusWords))
        let words = own.count == 1 ? own.first ?? StatusWords() : StatusWords()
        for row in result.rows {
            let isWhole = row.place == .everywhere
            table.rows.append([
                isWhole ? row.date?.description ?? "undated" : "",
                isWhole ? SafeText.escaped(row.holder ?? "") : "",
                isWhole ? SafeText.escaped(words.word(row.status)) : "",
                SafeText.escaped(Self.words(row.place)),
                String(row.featureCount), Figures.cell(row.squareMetres / 1e6, 3),
                row.cut.map { Figures.cell($0.u / 1e6, 3) } ?? "",
            ])
        }
        page.table(table)
    }

    private static func words(_ place: ImportRow.Place) -> String {
        switch place {
        case .everywhere: "all, as drawn"
        case .region(let name): "  in \(name)"
        case .outside: "  outside every region"
        }
    }

    private func cuts(_ regions: Regions, _ page: inout Page) {
        let cuts = result.rows.compactMap(\.cut)
        guard !cuts.isEmpty else {
            page.line("No region of \(SafeText.escaped(regions.file)) cuts an area of this map.")
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
        page.wrapped(
            "Cut by \(SafeText.escaped(regions.file)) along \(parts.joined(separator: ", and along ")) (one standard deviation); \"± by the cut\" is what that does to an area.",
            rest: "  ")
        if result.sliverCount > 0 {
            page.line(
                "Cutting left out \(counted(result.sliverCount, "sliver")) of less than 1 m² each, \(Figures.area(result.sliverSquareMetres)) together."
            )
        }
    }

    private func end(_ page: inout Page) {
        let count = counted(result.document.features.count, "feature")
        if let output, output != "-" { page.line("Written: \(SafeText.escaped(output)), \(count).") }
    }

    /// What a reader must know of the maps and of the whole.
    package var notices: [Notice] { maps.flatMap(\.notices) + own }

    /// Notes on the whole.
    private var own: [Notice] {
        var notices: [Notice] = []
        for row in result.rows
        where row.place == .everywhere
            && row.overlapSquareMetres > Dissolve.negligibleOverlap * row.squareMetres
        {
            notices.append(
                Notice(
                    .note,
                    Problem(
                        .scenario,
                        "\(row.date?.description ?? "undated"): areas \(row.status.rawValue)\(row.holder.map { " of \($0)" } ?? "") overlap by \(Figures.area(row.overlapSquareMetres)), which counts once"
                    )))
        }
        // Where nothing changes hands nobody holds anything.
        let isHeld = !maps.contains { $0.statusWords?.isOwn ?? false }
        if isHeld, result.rows.contains(where: { $0.holder == nil }) {
            notices.append(
                Notice(
                    .warning,
                    Problem(
                        .scenario, "some areas have no holder",
                        remedy:
                            "\(.holderProperty) names the property that holds it; \(.givenProperty) holder=NAME gives one"
                    )
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
                        remedy: "\(.source) and \(.sourceURL) say it")))
        }
        if !statesLicence {
            notices.append(
                Notice(
                    .note,
                    Problem(
                        .scenario, "the licence of the map is not stated in the scenario",
                        remedy: "ask its maker before you pass it on; \(.licence) says what was answered")))
        }
        return notices
    }

    private var statesLicence: Bool {
        result.document.features.filter { $0.record.properties?["role"]?.string != "reference" }.allSatisfy {
            guard let text = $0.record.properties?["licence"]?.string else { return false }
            return !text.hasSuffix("is not stated")
        }
    }

    /// What an answer says of the maps.
    package var members: JSONObject {
        [
            "output": .text(output), "maps": .array(maps.map(json)),
            "areas": Self.columns.array(result.rows),
            "slivers": .object([
                "count": .count(result.sliverCount), "m2": .number(result.sliverSquareMetres),
            ]),
            "licence": .text(result.licence),
        ]
    }

    private func json(_ map: ImportedMap) -> JSONValue {
        .object([
            "file": .string(map.file), "kind": .string(map.kind),
            "dates": .array((map.isUndated ? [] : map.dates).map { .string($0.description) }),
            "features": .number(JSONNumber(map.featureCount)),
            "control": .number(JSONNumber(map.items.count { $0.role == .control })),
            "other": .number(JSONNumber(map.items.count { $0.role != .control })),
            "left_out": .array(
                map.leftOut.map { out in
                    .object([
                        "what": .string(out.what), "option": .text(out.setting.map(words.setting)),
                        "count": .number(JSONNumber(out.count)),
                        "area_m2": .number(out.squareMetres),
                        "names": .array(out.names.map { .string($0) }),
                    ])
                }),
        ])
    }

    private static func place(_ place: ImportRow.Place) -> (kind: String, region: String?) {
        switch place {
        case .everywhere: ("everywhere", nil)
        case .region(let name): ("region", name)
        case .outside: ("outside", nil)
        }
    }

    private static let columns = Columns<ImportRow>([
        Column("date") { .text($0.date?.description) }, Column("holder") { .text($0.holder) },
        Column("status") { .string($0.status.rawValue) }, Column("where") { .string(place($0.place).kind) },
        Column("region") { .text(place($0.place).region) },
        Column("features") { .number(JSONNumber($0.featureCount)) },
        Column("area_m2") { .number($0.squareMetres) },
        Column("overlap_m2") { .number($0.overlapSquareMetres) },
        .member("cut") { row in
            row.cut.map { cut in
                .object([
                    "border_m": .number(cut.borderMetres), "border_sigma_m": .number(cut.borderSigma),
                    "other_m": .number(cut.otherMetres), "other_sigma_m": .number(cut.otherSigma),
                    "u_m2": .number(cut.u),
                ])
            } ?? .null
        },
    ])

    /// A row per date, status and place.
    package var rows: Rows { Rows(Self.columns, result.rows) }
}
