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
        let starts = Set(features.compactMap(\.date)).sorted()
        func map(_ day: CalendarDate) -> [ScenarioFeature] { features.filter { $0.spans(day) } }
        var dates = Set(starts)
        for day in days where !dates.contains(day) {
            guard let before = starts.last(where: { $0 < day }),
                map(before).allSatisfy({ $0.dateEnd != nil }), !map(day).isEmpty
            else { continue }
            dates.insert(day)
        }
        var maps = dates.sorted().map { DatedMap(date: $0, features: map($0)) }
        let undated = features.filter { $0.date == nil }
        if !undated.isEmpty { maps.append(DatedMap(date: nil, features: undated)) }
        return maps
    }
}
