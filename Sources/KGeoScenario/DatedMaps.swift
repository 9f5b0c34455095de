// The maps of a scenario: which features stand for which day.

public import KGeoCore

/// The features of one date.
public struct DatedMap: Hashable, Sendable {
    /// The day; nil when none of the features carries one.
    public var date: CalendarDate?
    /// The features, in the order of the file.
    public var features: [ScenarioFeature]
    /// A map from its date and features.
    public init(date: CalendarDate?, features: [ScenarioFeature]) {
        self.date = date
        self.features = features
    }
}

extension ScenarioFeature {
    /// Whether it shows a day: its date, or any day up to its end date.
    public func spans(_ day: CalendarDate) -> Bool {
        guard let date else { return false }
        return date == day || (date <= day && dateEnd.map { day <= $0 } ?? false)
    }
}

extension Scenario {
    /// The maps of a subject, one per date, earliest first. A feature with an end date belongs to every map
    /// between its dates. Undated features make a map of their own, without a date.
    ///
    /// - Parameter days: further days that are maps too when end dates reach them. A day on which nothing is
    ///   known of a feature of the map before it, since that feature has no end date, is none.
    public static func maps(
        _ features: [ScenarioFeature], including days: [CalendarDate] = []
    ) -> [DatedMap] {
        let calendar = MapCalendar(features)
        return calendar.maps(including: days) + [calendar.undated].compactMap(\.self)
    }
}

/// The maps of some features by the days on which they begin, ready to be asked for further days.
public struct MapCalendar: Sendable {
    /// A map for each date of a feature, earliest first.
    public let maps: [DatedMap]
    /// The features without a date.
    public let undated: DatedMap?

    /// Sorts features into maps.
    public init(_ features: [ScenarioFeature]) {
        let isUndated = features.filter { $0.date == nil }
        undated = isUndated.isEmpty ? nil : DatedMap(date: nil, features: isUndated)
        let starting = Dictionary(grouping: features.indices.filter { features[$0].date != nil }) {
            features[$0].date
        }
        var maps: [DatedMap] = []
        // What began earlier and has not ended, in the order of the file.
        var open: [Int] = []
        for day in starting.keys.compactMap(\.self).sorted() {
            open.removeAll { !features[$0].spans(day) }
            let here = open.isEmpty ? starting[day] ?? [] : (open + (starting[day] ?? [])).sorted()
            maps.append(DatedMap(date: day, features: here.map { features[$0] }))
            open = here.filter { features[$0].dateEnd.map { $0 > day } ?? false }
        }
        self.maps = maps
    }

    /// The dated maps, with further days that are maps too when end dates reach them, earliest first.
    public func maps(including days: [CalendarDate]) -> [DatedMap] {
        let more = Set(days).compactMap { map(on: $0) }
        guard !more.isEmpty else { return maps }
        return (maps + more).sorted { ($0.date?.dayNumber ?? .max) < ($1.date?.dayNumber ?? .max) }
    }

    /// The map of a day on which no feature begins: when something reaches it, and of all features of the map before it
    /// is known when they end. Nil on any other day.
    public func map(on day: CalendarDate) -> DatedMap? {
        let next = maps.partitioningIndex { ($0.date ?? day) >= day }
        guard next > 0, next == maps.count || maps[next].date != day else { return nil }
        let before = maps[next - 1].features
        guard before.allSatisfy({ $0.dateEnd != nil }) else { return nil }
        let reaching = before.filter { $0.spans(day) }
        return reaching.isEmpty ? nil : DatedMap(date: day, features: reaching)
    }
}

extension Array {
    /// The first index of elements in order from which on a condition holds.
    package func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
