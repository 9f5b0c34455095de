// A series in words, for machines, and as a map with a time axis.

package import KGeo
package import KGeoControl
package import KGeoCore
internal import KGeoJSON
internal import KGeoVerdict

package struct SeriesReport: Report {
    private let series: MapSeries
    private let regions: RegionSeries?
    private let settings: ChangeSettings
    private let choice: GroundChoice
    /// From the first map to the last in one step.
    private let whole: MapChange?
    /// Figures held against the series.
    private let check: CheckReport?
    /// The same by weeks or months, where that is asked for.
    private let divided: DividedSeries?
    /// The largest pieces of the change from the first map to the last, and all of them where a map or rows of them are
    /// asked for, cut by the regions.
    private let listed, pieces: [NamedPiece]

    /// A series, and the parts of it in each region where they are asked for.
    package init(
        series: MapSeries, regions: RegionSeries?, settings: ChangeSettings, choice: GroundChoice,
        whole: MapChange?, check: CheckReport?, divided: DividedSeries?,
        listed: [NamedPiece], pieces: [NamedPiece]
    ) {
        self.series = series
        self.regions = regions
        self.settings = settings
        self.choice = choice
        self.whole = whole
        self.check = check
        self.divided = divided
        self.pieces = pieces
        self.listed = listed
    }

    /// What Markdown publishes is the page.
    package var isPageInMarkdown: Bool { true }

    private var edges: EdgeModel { settings.errors.edges }

    private func days(_ count: Int) -> String { "\(count) \(count == 1 ? "day" : "days")" }

    // MARK: Words

    private func km2(_ squareMetres: Double?) -> String {
        squareMetres.map { Figures.cell($0 / 1e6, 3) } ?? "–"
    }

    /// A row per map, and the sums.
    package func table(on out: inout Page) {
        guard let first = series.rows.first?.map, let last = series.rows.last?.map else { return }
        let error = divided == nil ? "" : ", ± is 95 %"
        out.heading(
            "\(series.rows.count) maps, \(first.name) to \(last.name), counting \(SafeText.escaped(choice.label)); km²\(error)",
            isTitle: true)
        out.line()
        if let divided {
            PeriodRow.table(divided.periods, divided.division, edges, on: &out)
        } else {
            rows(series, &out)
        }
        totals(&out)
        out.line()
        PieceRow.table(listed, from: first, to: last, on: &out)
        for (number, part) in (regions?.parts ?? []).enumerated() {
            out.heading(SafeText.escaped(part.name))
            if let divided {
                PeriodRow.table(divided.parts[number].periods, divided.division, edges, on: &out)
            } else {
                rows(part.series, &out)
            }
            out.line()
        }
        if let check {
            check.table(on: &out)
        } else {
            out.line(
                "\(edges == .geodesic ? "Geodesic" : "Lonlat") edges on WGS84. Measured on drawn maps, not on the ground."
            )
        }
    }

    private func rows(_ series: MapSeries, _ out: inout Page) {
        var table = TextTable([
            ("date", .left), ("area", .decimal), ("gained", .decimal), ("lost", .decimal),
            ("net", .decimal), ("days", .right), ("flag", .left),
        ])
        for row in series.rows {
            let gained = row.step?.gainedArea.squareMetres(edges)
            let lost = row.step?.lostArea.squareMetres(edges)
            table.rows.append([
                row.map.name, km2(row.map.ground.area.squareMetres(edges)), km2(gained), km2(lost),
                km2(gained.flatMap { gained in lost.map { gained - $0 } }), row.days.map(String.init) ?? "–",
                row.flags.map(\.rawValue).joined(separator: " "),
            ])
        }
        out.table(table)
        let used = MapFlag.allCases.filter { flag in series.rows.contains { $0.flags.contains(flag) } }
        if !used.isEmpty {
            let words = used.map { "\($0.rawValue): \($0.words)" }.joined(separator: "; ")
            out.wrapped(words)
        }
    }

    private func totals(_ out: inout Page) {
        guard series.rows.count > 1, let from = series.rows.first?.map.date,
            let to = series.rows.last?.map.date
        else { return }
        let totals = series.totals(edges)
        let lonlat = series.totals(.lonlat)
        let span = Double(from.days(to: to))
        out.line()
        out.line(
            "from map to map  gained \(km2(totals.gained)), lost \(km2(totals.lost)), net \(km2(totals.gained - totals.lost)) in \(days(from.days(to: to))); \(Figures.short(totals.gained / span / 1e6)) gained a day"
        )
        if let whole {
            func pm(_ value: MeasuredValue) -> String { "\(km2(value.value)) ± \(km2(2 * value.u))" }
            out.line(
                "first to last    gained \(pm(whole.gained)), lost \(pm(whole.lost)), net \(pm(whole.net))")
            func noise(_ isGain: Bool) -> String { km2(whole.noise(gained: isGain).squareMetres(edges)) }
            out.line(
                "                 of it pieces that may be noise: gained \(noise(true)), lost \(noise(false))"
            )
        }
        out.line(
            "closure          new − old less what was gained and lost: \(Figures.fixed(totals.closure, 3)) m², in lonlat \(Figures.fixed(lonlat.closure, 3)) m²"
        )
        if series.missingDays > 0 {
            out.line("no map            on \(days(series.missingDays)) in between")
        }
    }

    // MARK: Machines

    /// A map of the series, or of one region of it.
    private struct Row {
        var row: SeriesRow
        var region: String?
        var edges: EdgeModel

        func gained(_ model: EdgeModel) -> Double? { row.step?.gainedArea.squareMetres(model) }
        func lost(_ model: EdgeModel) -> Double? { row.step?.lostArea.squareMetres(model) }
        func net(_ model: EdgeModel) -> Double? {
            gained(model).flatMap { gained in lost(model).map { gained - $0 } }
        }
    }

    /// In CSV areas are of the edge model asked for, in JSON always of both.
    private static let columns = Columns<Row>([
        Column("file") { .string($0.row.map.file) }, Column("date") { .text($0.row.map.date?.description) },
        .cell("area_m2") { .number($0.row.map.ground.area.squareMetres($0.edges)) },
        .cell("gained_m2") { .number($0.gained($0.edges)) },
        .cell("lost_m2") { .number($0.lost($0.edges)) }, .cell("net_m2") { .number($0.net($0.edges)) },
        Column("days") { .count($0.row.days) },
        Column(cell: "flag", member: ["flags"], separator: " ") {
            .array($0.row.flags.map { .string($0.rawValue) })
        },
        .member("area_m2") { .number($0.row.map.ground.area.geodesicSquareMetres) },
        .member("gained_m2") { .number($0.gained(.geodesic)) },
        .member("lost_m2") { .number($0.lost(.geodesic)) },
        .member("net_m2") { .number($0.net(.geodesic)) },
        Column("area_lonlat_m2") { .number($0.row.map.ground.area.lonlatSquareMetres) },
        Column("gained_lonlat_m2") { .number($0.gained(.lonlat)) },
        Column("lost_lonlat_m2") { .number($0.lost(.lonlat)) },
        .member("net_lonlat_m2") { .number($0.net(.lonlat)) },
    ])

    private func rows(_ series: MapSeries, _ region: String? = nil) -> [Row] {
        series.rows.map { Row(row: $0, region: region, edges: edges) }
    }

    private func periods(_ periods: [SeriesPeriod], _ region: String? = nil) -> [PeriodRow] {
        periods.map { PeriodRow(period: $0, region: region, edges: edges) }
    }

    /// The pieces of the change from the first map to the last, in rows of their own.
    package var pieceRows: Rows { Rows(PieceRow.columns, pieces) }

    /// The same as a map.
    package var pieceMap: String { GeoJSONWriter().text(PieceRow.features(pieces)) }

    /// A row per map, or per week or month, then those of each region.
    package var rows: Rows {
        let region = Column<PeriodRow>.cell("region") { .text($0.region) }
        if let divided {
            return Rows(
                Columns(PeriodRow.columns.list + (regions == nil ? [] : [region])),
                periods(divided.periods) + divided.parts.flatMap { periods($0.periods, $0.name) })
        }
        let all = rows(series) + (regions?.parts ?? []).flatMap { rows($0.series, $0.name) }
        let name = Column<Row>.cell("region") { .text($0.region) }
        return Rows(Columns(Self.columns.list + (regions == nil ? [] : [name])), all)
    }

    /// The maps as GeoJSON.
    package var geojson: String { GeoJSONWriter().text(features) }

    /// What an answer says of the series.
    package var members: JSONObject {
        var object: JSONObject = [
            "counting": .string(choice.code), "edges": .string(edges.rawValue),
            "rows": Self.columns.array(rows(series)), "totals": totals,
            "missing_days": .count(series.missingDays),
        ]
        if let whole {
            object["first_to_last"] = .object([
                "gained_m2": .number(whole.gained.value), "u_gained_m2": .number(whole.gained.u),
                "lost_m2": .number(whole.lost.value), "u_lost_m2": .number(whole.lost.u),
                "net_m2": .number(whole.net.value), "u_net_m2": .number(whole.net.u),
                "noise_gained_m2": .number(whole.noise(gained: true).squareMetres(edges)),
                "noise_lost_m2": .number(whole.noise(gained: false).squareMetres(edges)),
            ])
        }
        if let divided {
            object["division"] = .string(divided.division.rawValue)
            object["periods"] = PeriodRow.columns.array(periods(divided.periods))
        }
        if whole != nil { object["advances"] = PieceRow.columns.array(listed) }
        if let regions {
            object["regions"] = .array(
                regions.parts.enumerated().map { number, part in
                    var object: JSONObject = [
                        "region": .string(part.name), "rows": Self.columns.array(rows(part.series)),
                    ]
                    if let divided {
                        object["periods"] = PeriodRow.columns.array(periods(divided.parts[number].periods))
                    }
                    return .object(object)
                })
        }
        if let check {
            object["results"] = .array(
                check.files.flatMap(\.findings).map {
                    .object(FindingColumns.object(FindingRow(file: "series", finding: $0)))
                })
        }
        return object
    }

    private var totals: JSONValue {
        var object = JSONObject([])
        for (suffix, model) in [("_m2", EdgeModel.geodesic), ("_lonlat_m2", .lonlat)] {
            let totals = series.totals(model)
            object["old" + suffix] = .number(totals.old)
            object["new" + suffix] = .number(totals.new)
            object["gained" + suffix] = .number(totals.gained)
            object["lost" + suffix] = .number(totals.lost)
            object["net" + suffix] = .number(totals.gained - totals.lost)
            object["closure" + suffix] = .number(totals.closure)
        }
        return .object(object)
    }

    // MARK: Map

    /// What a feature shows: ground, and what changed to it since the one before.
    private struct Shown {
        var map: GroundMap
        var gained, lost: Double?
        var flags: [MapFlag] = []
        var period: String?
        var region: String?
    }

    /// Maps in order, of the whole ground or of a region.
    private func shown(_ series: MapSeries, _ periods: [SeriesPeriod]?, _ region: String?) -> [Shown] {
        if let periods {
            return periods.map {
                Shown(
                    map: $0.new, gained: $0.gained.squareMetres(edges), lost: $0.lost.squareMetres(edges),
                    period: $0.name, region: region)
            }
        }
        return series.rows.map {
            Shown(
                map: $0.map, gained: $0.step?.gainedArea.squareMetres(edges),
                lost: $0.step?.lostArea.squareMetres(edges), flags: $0.flags, region: region)
        }
    }

    /// The maps, or the last of each week or month, each with the days for which it stands: up to the day before the next
    /// one. With regions each is cut into them.
    private var features: GeoJSONDocument {
        guard let regions else {
            return GeoJSONDocument(features: features(shown(series, divided?.periods, choice.region)))
        }
        return GeoJSONDocument(
            features: regions.parts.enumerated().flatMap { number, part in
                features(shown(part.series, divided?.parts[number].periods, part.name))
            })
    }

    private func features(_ maps: [Shown]) -> [Feature] {
        maps.indices.map { i -> Feature in
            let (row, map) = (maps[i], maps[i].map)
            let next = i + 1 < maps.count ? maps[i + 1].map.date : nil
            // Of two maps of one day the first stands for no day more than that.
            let end =
                next.map { CalendarDate(dayNumber: $0.dayNumber - 1) }
                .flatMap { end in map.date.map { max($0, end) } } ?? map.date
            var properties = JSONObject([
                .init("role", .string("control")), .init("status", .string(status)),
                .init("date", map.date.map { .string($0.description) } ?? .null),
                .init("date_start", map.date.map { .string($0.description) } ?? .null),
                .init("date_end", end.map { .string($0.description) } ?? .null),
                .init("area_km2", .number(map.ground.area.squareMetres(edges) / 1e6)),
                .init("gained_km2", .number(row.gained.map { $0 / 1e6 })),
                .init("lost_km2", .number(row.lost.map { $0 / 1e6 })),
                .init("flag", .string(row.flags.map(\.rawValue).joined(separator: " "))),
                .init("source", .string(map.file)),
            ])
            if let period = row.period { properties["period"] = .string(period) }
            if let holder = choice.holder { properties["holder"] = .string(holder) }
            if let region = row.region { properties["region"] = .string(region) }
            let name = row.period ?? map.name
            return Feature(
                id: regions == nil ? name : "\(name) \(row.region ?? "")",
                geometry: .multiPolygon(MultiPolygon(map.ground.polygons)), properties: properties)
        }
    }

    private var status: String {
        choice.counting.statuses.count == 1 ? choice.counting.statuses[0].rawValue : choice.counting.label
    }
}
