// Two mapmakers over several days: what their differences come to, and whether a stated error holds on days that it was
// not fitted to.

public import KGeoCore

/// The differences between two mapmakers' lines over several days.
public struct PairStudy: Sendable {
    /// One day.
    public struct Day: Sendable {
        /// The day; nil where the maps have none.
        public var date: CalendarDate?
        /// Whether the front moved fast, by the first maker's own maps.
        public var isMobile: Bool
        /// The displacements along each stretch of front, in m.
        public var runs: [[Double]]
        /// A day from its parts.
        public init(date: CalendarDate?, isMobile: Bool, runs: [[Double]]) {
            self.date = date
            self.isMobile = isMobile
            self.runs = runs
        }
    }

    /// How often a stated error held over stretches of one length.
    public struct Coverage: Hashable, Sendable {
        /// The length of the stretches, in m.
        public let metres: Double
        /// How many stretches of all days there are.
        public let count: Int
        /// The share of them whose difference lies within twice the stated standard deviation.
        public let share: Double
        /// The stated standard deviation of a difference: root mean square over the stretches, in m². That it was fitted to so
        /// much front and no more is part of it.
        public let statedDeviation: Double
        /// The root mean square of the differences themselves, in m².
        public let rms: Double
    }

    /// The makers' names.
    public let first, second: String
    /// The days.
    public let days: [Day]
    /// What the differences of each day come to.
    public let ofDays: [DisplacementStatistics]
    /// The same of all days together.
    public let pooled: DisplacementStatistics
    /// For each length whether the error stated without the day itself held; empty where no day can be stated.
    public let coverage: [Coverage]

    /// The law of each of the two maps, from all days; nil where there is too little front.
    public var law: TwoPartLaw? { Self.law(of: pooled) }

    /// The differences of two makers.
    ///
    /// - Parameters:
    ///   - mobileLaw: the law of each map on a day of a moving front where no other such day is there.
    public init(
        _ first: String, _ second: String, days: [Day], mobileLaw: TwoPartLaw? = nil
    ) {
        self.first = first
        self.second = second
        self.days = days
        let spacing = DisplacementSettings.spacing
        ofDays = days.map { DisplacementStatistics($0.runs, spacing: spacing) }
        pooled = DisplacementStatistics(days.flatMap(\.runs), spacing: spacing)
        /// Whether a day is one of a moving front.
        func isMobile(_ day: Day) -> Bool { day.isMobile }
        var stated: [(law: TwoPartLaw, from: [[Double]], day: Int)] = []
        for number in days.indices {
            let others = days.indices.filter {
                $0 != number && isMobile(days[$0]) == isMobile(days[number])
            }
            let runs = others.flatMap { days[$0].runs }
            let found = DisplacementStatistics(runs, spacing: spacing)
            if !others.isEmpty {
                if let law = Self.law(of: found) {
                    stated.append((law.ofDifference, runs, number))
                }
            } else if isMobile(days[number]), let mobileLaw {
                stated.append((mobileLaw.ofDifference, [], number))
            }
        }
        coverage = TwoPartLaw.lengths.compactMap { metres -> Coverage? in
            var (count, held, squares, variance) = (0, 0, 0.0, 0.0)
            for (law, from, number) in stated {
                // A day with few stretches counts for those that it has.
                let areas = DisplacementStatistics.areas(
                    days[number].runs, metres: metres, spacing: spacing)
                let deviation =
                    law.areaDeviation(over: metres) * Self.widening(from, metres, spacing)
                count += areas.count
                held += areas.count { abs($0) < 2 * deviation }
                squares += areas.reduce(0) { $0 + $1 * $1 }
                variance += Double(areas.count) * deviation * deviation
            }
            guard count > 0 else { return nil }
            return Coverage(
                metres: metres, count: count, share: Double(held) / Double(count),
                statedDeviation: (variance / Double(count)).squareRoot(),
                rms: (squares / Double(count)).squareRoot())
        }
    }

    /// By how much a standard deviation that was estimated from some stretches is wider for one more: the deviation of
    /// Student's distribution, √(ν/(ν − 2)), ν the stretches that lie side by side in them, four at least. A deviation is
    /// known less well where few stretches make most of it: as from 2/(κ − 1) times as many of a normal distribution, κ the
    /// kurtosis. 1 for no stretches.
    private static func widening(_ runs: [[Double]], _ metres: Double, _ spacing: Double) -> Double {
        let areas = DisplacementStatistics.areas(runs, metres: metres, spacing: spacing)
        let squares = areas.map { $0 * $0 }
        let square = squares.reduce(0, +) / Double(max(1, areas.count))
        guard square > 0 else { return 1 }
        let fourth = squares.reduce(0.0) { $0 + $1 * $1 } / Double(areas.count)
        let kurtosis = fourth / (square * square)
        let stretches = Double(runs.reduce(0) { $0 + $1.count }) * spacing / metres
        let count = max(4, stretches * 2 / max(2, kurtosis - 1))
        return (count / (count - 2)).squareRoot()
    }

    private static func law(of statistics: DisplacementStatistics) -> TwoPartLaw? {
        TwoPartLaw(
            fittingDifferences: TwoPartLaw.lengths.compactMap { metres in
                statistics.window(metres).map { (metres, $0.rms) }
            })
    }
}
