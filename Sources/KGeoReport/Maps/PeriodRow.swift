// The columns of a series by weeks or months: of the whole ground, and of each region.

internal import KGeoControl
internal import KGeoCore
internal import KGeoVerdict

/// A week or month of a series, or of one region of it.
struct PeriodRow {
    var period: SeriesPeriod
    var region: String?
    /// The edge model of areas in CSV; JSON has both.
    var edges: EdgeModel

    private func net(_ model: EdgeModel) -> Double {
        period.gained.squareMetres(model) - period.lost.squareMetres(model)
    }

    static let columns = Columns<PeriodRow>([
        Column("period") { .string($0.period.name) },
        Column("from") { .text($0.period.old.date?.description) },
        Column("to") { .text($0.period.new.date?.description) },
        Column("maps") { .count($0.period.rows.count) },
        .cell("area_m2") { .number($0.period.new.ground.area.squareMetres($0.edges)) },
        .cell("gained_m2") { .number($0.period.gained.squareMetres($0.edges)) },
        .cell("lost_m2") { .number($0.period.lost.squareMetres($0.edges)) },
        .cell("net_m2") { .number($0.net($0.edges)) },
        .member("area_m2") { .number($0.period.new.ground.area.geodesicSquareMetres) },
        .member("gained_m2") { .number($0.period.gained.geodesicSquareMetres) },
        .member("lost_m2") { .number($0.period.lost.geodesicSquareMetres) },
        .member("net_m2") { .number($0.net(.geodesic)) },
        Column("u_net_m2") { .number($0.period.uNet) },
        Column("area_lonlat_m2") { .number($0.period.new.ground.area.lonlatSquareMetres) },
        Column("gained_lonlat_m2") { .number($0.period.gained.lonlatSquareMetres) },
        Column("lost_lonlat_m2") { .number($0.period.lost.lonlatSquareMetres) },
        .member("net_lonlat_m2") { .number($0.net(.lonlat)) },
    ])

    /// For people: a row for each, and their sum.
    static func table(
        _ periods: [SeriesPeriod], _ division: SeriesDivision, _ edges: EdgeModel, on out: inout Page
    ) {
        func km2(_ squareMetres: Double) -> String { Figures.cell(squareMetres / 1e6, 3) }
        var table = TextTable([
            (division.rawValue, .left), ("from", .left), ("to", .left), ("area", .decimal),
            ("gained", .decimal),
            ("lost", .decimal), ("net", .decimal), ("", .decimal), ("maps", .right),
        ])
        var (gained, lost) = (0.0, 0.0)
        for period in periods {
            let row = PeriodRow(period: period, region: nil, edges: edges)
            gained += period.gained.squareMetres(edges)
            lost += period.lost.squareMetres(edges)
            table.rows.append([
                period.name, period.old.name, period.new.name,
                km2(period.new.ground.area.squareMetres(edges)),
                km2(period.gained.squareMetres(edges)), km2(period.lost.squareMetres(edges)),
                km2(row.net(edges)),
                period.uNet.map { "± \(km2(2 * $0))" } ?? "", "\(period.rows.count)",
            ])
        }
        if let first = periods.first, let last = periods.last, periods.count > 1 {
            table.rows.append([
                "all", first.old.name, last.new.name, km2(last.new.ground.area.squareMetres(edges)),
                km2(gained),
                km2(lost), km2(gained - lost), "", "\(periods.reduce(0) { $0 + $1.rows.count })",
            ])
        }
        out.table(table)
    }
}
