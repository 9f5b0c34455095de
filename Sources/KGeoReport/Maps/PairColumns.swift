// The columns of two mapmakers held against each other: on one day, or pooled over several.

internal import KGeoControl
internal import KGeoCore

/// Two makers on one day, or over several; lengths in m, areas in m².
struct PairRow {
    var first, second: String
    /// The day asked for; of several days all of them.
    var dates: [String]
    var isPooled: Bool
    var statistics: DisplacementStatistics
    /// The area that both count, that the first counts alone, and the second; nil over several days.
    var both, onlyFirst, onlySecond, overlap: Double?
    /// Over several days the law of each map, and whether it held on days that it was not fitted to.
    var law: TwoPartLaw?
    var coverage: [PairStudy.Coverage] = []
    /// How fast the front moved, in m a day.
    var speed: FrontSpeed?

    /// A pair on a day.
    ///
    /// - Parameter speed: how fast the front moved, in m a day, where that is known.
    init(_ pair: MakerPair, of comparison: MakerComparison, speed: FrontSpeed? = nil) {
        self.speed = speed
        (first, second) = (comparison.maps[pair.first].maker, comparison.maps[pair.second].maker)
        dates = [comparison.day?.description].compactMap(\.self)
        isPooled = false
        statistics = pair.statistics
        both = comparison.agreement.both(pair.first, pair.second).geodesicSquareMetres
        onlyFirst = comparison.agreement.area(of: pair.first, without: pair.second).geodesicSquareMetres
        onlySecond = comparison.agreement.area(of: pair.second, without: pair.first).geodesicSquareMetres
        overlap = comparison.overlap(pair)
    }

    /// A pair over several days.
    init(_ study: PairStudy) {
        (first, second) = (study.first, study.second)
        dates = study.days.compactMap { $0.date?.description }
        isPooled = true
        statistics = study.pooled
        law = study.law
        coverage = study.coverage
    }

    private static func window(
        _ metres: Double, _ name: String,
        _ value: @escaping @Sendable (DisplacementStatistics.Window) -> Double
    ) -> Column<PairRow> {
        .cell("\(name)_\(Int(metres / 1e3))km") { .number($0.statistics.window(metres).map(value)) }
    }

    static let columns = Columns<PairRow>(
        whatColumns + lineColumns + DisplacementStatistics.lengths.flatMap(windowColumns)
            + TwoPartLaw.lengths.flatMap(heldColumns))

    /// Who, when, and how much ground.
    private static let whatColumns: [Column<PairRow>] = [
        Column("first") { .string($0.first) }, Column("second") { .string($0.second) },
        Column("scope") { .string($0.isPooled ? "pooled" : "day") },
        Column("dates") { row in .array(row.dates.map { .string($0) }) },
        Column("both_m2") { .number($0.both) }, Column("only_first_m2") { .number($0.onlyFirst) },
        Column("only_second_m2") { .number($0.onlySecond) }, Column("overlap") { .number($0.overlap) },
    ]

    /// How far the lines lie apart.
    private static let lineColumns: [Column<PairRow>] = [
        Column("front_m") { .number($0.statistics.frontMetres) },
        Column("front_difference_m2") { .number($0.statistics.squareMetres) },
        Column("mean_m") { .number($0.statistics.mean) },
        Column("median_m") { .number($0.statistics.median) },
        Column("robust_sigma_m") { .number($0.statistics.robustSigma) },
        Column("rms_m") { .number($0.statistics.rms) },
        Column("sigma_difference_m") { .number($0.statistics.law?.sigma) },
        Column("sigma_map_m") { .number($0.statistics.law?.perMap.sigma) },
        Column("l_m") { .number($0.statistics.law?.correlationLength) },
        Column("sigma_difference_middle_m") { .number($0.statistics.middleLaw?.sigma) },
        Column("sigma_map_middle_m") { .number($0.statistics.middleLaw?.perMap.sigma) },
        Column("l_middle_m") { .number($0.statistics.middleLaw?.correlationLength) },
        Column("sigma_variogram_m") { .number($0.statistics.variogram?.sigma) },
        Column("l_variogram_m") { .number($0.statistics.variogram?.correlationLength) },
        Column("definitions_differ") { .bool($0.statistics.definitionsDiffer) },
        Column("class_sigma_m") { .number($0.law?.line.sigma) },
        Column("class_l_m") { .number($0.law?.line.correlationLength) },
        Column("class_sigma_b_m") { .number($0.law?.maker.sigma) },
        Column("speed_m_per_day") { .number($0.speed?.metresPerDay) },
        .member("windows") { windows.array($0.statistics.windows) },
        .member("coverage") { held.array($0.coverage) },
    ]

    /// The areas between the lines over stretches of a length.
    private static func windowColumns(_ metres: Double) -> [Column<PairRow>] {
        [
            window(metres, "n") { Double($0.count) }, window(metres, "rms_m2") { $0.rms },
            window(metres, "sd_m2") { $0.deviation },
            window(metres, "middle_sd_m2") { $0.middleDeviation }, window(metres, "mean_m2") { $0.mean },
        ]
    }

    /// Whether a stated error held over stretches of a length.
    private static func heldColumns(_ metres: Double) -> [Column<PairRow>] {
        func held(
            _ name: String, _ value: @escaping @Sendable (PairStudy.Coverage) -> Double
        ) -> Column<PairRow> {
            .cell("\(name)_\(Int(metres / 1e3))km") { row in
                .number(row.coverage.first { $0.metres == metres }.map(value))
            }
        }
        return [
            held("stated_n") { Double($0.count) }, held("stated_sd_m2") { $0.statedDeviation },
            held("held") { $0.share },
        ]
    }

    private static let windows = Columns<DisplacementStatistics.Window>([
        .member("length_m") { .number($0.metres) }, .member("count") { .count($0.count) },
        .member("rms_m2") { .number($0.rms) }, .member("sd_m2") { .number($0.deviation) },
        .member("middle_sd_m2") { .number($0.middleDeviation) }, .member("mean_m2") { .number($0.mean) },
    ])

    private static let held = Columns<PairStudy.Coverage>([
        .member("length_m") { .number($0.metres) }, .member("count") { .count($0.count) },
        .member("stated_sd_m2") { .number($0.statedDeviation) }, .member("rms_m2") { .number($0.rms) },
        .member("held") { .number($0.share) },
    ])
}
