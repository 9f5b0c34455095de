// A series in words, for machines, and as a map with a time axis.

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

    /// A series, and the parts of it in each region where they are asked for.
    package init(
        series: MapSeries, regions: RegionSeries?, settings: ChangeSettings, choice: GroundChoice,
        whole: MapChange?, check: CheckReport?
    ) {
        self.series = series
        self.regions = regions
        self.settings = settings
        self.choice = choice
        self.whole = whole
        self.check = check
    }

    private var edges: EdgeModel { settings.errors.edges }

    private func days(_ count: Int) -> String { "\(count) \(count == 1 ? "day" : "days")" }

    // MARK: Words

    private func km2(_ squareMetres: Double?) -> String {
        squareMetres.map { Figures.cell($0 / 1e6, 3) } ?? "–"
    }

    /// A row per map, and the sums.
    package func table(on out: inout Page) {
        guard let first = series.rows.first?.map, let last = series.rows.last?.map else { return }
        out.line(
            "\(series.rows.count) maps, \(first.name) to \(last.name), counting \(SafeText.escaped(choice.label)); km²"
        )
        out.line()
        rows(series, &out)
        totals(&out)
        for part in regions?.parts ?? [] {
            out.line()
            out.line(SafeText.escaped(part.name))
            rows(part.series, &out)
        }
        if let check {
            out.line()
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

    /// A row per map, then those of each region.
    package var rows: Rows {
        let all = rows(series) + (regions?.parts ?? []).flatMap { rows($0.series, $0.name) }
        let region = Column<Row>.cell("region") { .text($0.region) }
        return Rows(Columns(Self.columns.list + (regions == nil ? [] : [region])), all)
    }

    /// The maps as GeoJSON.
    package var geojson: String { GeoJSONWriter().text(features) }

    /// What an answer says of the series.
    package var members: JSONObject {
        var object: JSONObject = [
            "counting": .string(choice.label), "edges": .string(edges.rawValue),
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
        if let regions {
            object["regions"] = .array(
                regions.parts.map {
                    .object(["region": .string($0.name), "rows": Self.columns.array(rows($0.series))])
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

    /// The maps, each with the days for which it stands: up to the day before the next one.
    private var features: GeoJSONDocument {
        let features = series.rows.indices.map { i -> Feature in
            let row = series.rows[i]
            let next = i + 1 < series.rows.count ? series.rows[i + 1].map.date : nil
            // Of two maps of one day the first stands for no day more than that.
            let end =
                next.map { CalendarDate(dayNumber: $0.dayNumber - 1) }
                .flatMap { end in row.map.date.map { max($0, end) } } ?? row.map.date
            var properties = JSONObject([
                .init("role", .string("control")), .init("status", .string(status)),
                .init("date", row.map.date.map { .string($0.description) } ?? .null),
                .init("date_start", row.map.date.map { .string($0.description) } ?? .null),
                .init("date_end", end.map { .string($0.description) } ?? .null),
                .init("area_km2", .number(row.map.ground.area.squareMetres(edges) / 1e6)),
                .init("gained_km2", .number(row.step.map { $0.gainedArea.squareMetres(edges) / 1e6 })),
                .init("lost_km2", .number(row.step.map { $0.lostArea.squareMetres(edges) / 1e6 })),
                .init("flag", .string(row.flags.map(\.rawValue).joined(separator: " "))),
                .init("source", .string(row.map.file)),
            ])
            if let holder = choice.holder { properties["holder"] = .string(holder) }
            if let region = choice.region { properties["region"] = .string(region) }
            return Feature(
                id: row.map.name, geometry: .multiPolygon(MultiPolygon(row.map.ground.polygons)),
                properties: properties)
        }
        return GeoJSONDocument(features: features)
    }

    private var status: String {
        choice.counting.statuses.count == 1 ? choice.counting.statuses[0].rawValue : choice.counting.label
    }
}
