// A series by weeks or months: what was gained and lost in each, with the error of what is left.

public import KGeoCore

/// How a series is divided.
public enum SeriesDivision: String, CaseIterable, Hashable, Sendable {
    /// By weeks of ISO 8601, which begin on Monday, and by calendar months.
    case week, month

    /// What the week or month of a day is called: `2025-W27`, `2025-07`.
    public func name(of day: CalendarDate) -> String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        switch self {
        case .month: return "\(day.year)-\(padded(day.month))"
        case .week:
            // The year of a week is that of its Thursday.
            let thursday = CalendarDate(dayNumber: day.dayNumber - day.weekday + 3)
            let first = CalendarDate(year: thursday.year, month: 1, day: 1) ?? thursday
            return "\(thursday.year)-W\(padded((thursday.dayNumber - first.dayNumber) / 7 + 1))"
        }
    }
}

/// The maps of one week or month of a series.
public struct SeriesPeriod: Sendable {
    /// Its name: `2025-W27`, `2025-07`.
    public var name: String
    /// The map that stands before it, and the last one in it. The first period of a series begins with its first map.
    public var old, new: GroundMap
    /// The steps in it, each to a map of it.
    public var rows: [SeriesRow]
    /// All that was gained and lost from map to map, in both edge models.
    public var gained, lost: AreaMeasurement
    /// Standard deviation of the net change, in m²; nil until it is measured.
    public var uNet: Double?
}

extension MapSeries {
    /// The series by weeks or months that have a map, in order. A step belongs to the period of its later map, so that the
    /// periods add up to the series.
    public func periods(_ division: SeriesDivision) -> [SeriesPeriod] {
        var periods: [SeriesPeriod] = []
        for (before, row) in zip(rows, rows.dropFirst()) {
            guard let step = row.step, let day = row.map.date else { continue }
            let name = division.name(of: day)
            if periods.last?.name != name {
                periods.append(
                    SeriesPeriod(
                        name: name, old: before.map, new: row.map, rows: [], gained: AreaMeasurement(),
                        lost: AreaMeasurement()))
            }
            let last = periods.count - 1
            periods[last].new = row.map
            periods[last].rows.append(row)
            periods[last].gained += step.gainedArea
            periods[last].lost += step.lostArea
        }
        return periods
    }
}

/// A series by weeks or months, as a whole and in regions.
public struct DividedSeries: Sendable {
    /// A region and its periods.
    public struct Part: Sendable {
        /// What the region is called.
        public var name: String
        /// Its weeks or months that have a map.
        public var periods: [SeriesPeriod]
    }

    /// How it is divided.
    public let division: SeriesDivision
    /// The weeks or months that have a map.
    public private(set) var periods: [SeriesPeriod]
    /// The same in each region that ever has ground.
    public private(set) var parts: [Part]

    /// A series by weeks or months, the net change of each with its error.
    ///
    /// - Parameters:
    ///   - regions: the series in regions, which `areas` cut.
    /// - Throws: as `MapChange`, and as its change by regions.
    public init(
        _ series: MapSeries, by division: SeriesDivision, regions: RegionSeries?, areas: GroundRegions?,
        settings: ChangeSettings
    ) throws(Problem) {
        self.division = division
        periods = series.periods(division)
        parts = (regions?.parts ?? []).map { Part(name: $0.name, periods: $0.series.periods(division)) }
        for i in periods.indices {
            let change = try MapChange(from: periods[i].old, to: periods[i].new, settings: settings)
            periods[i].uNet = change.net.u
            guard let areas else { continue }
            let changes = try change.by(areas, settings: settings)
            for k in parts.indices {
                // A region where nothing was held and nothing changed has no error.
                parts[k].periods[i].uNet = changes.first { $0.name == parts[k].name }?.net.u ?? 0
            }
        }
    }
}
