// Which day a map shows when its features do not say, and what is said of it: one rule for every command.

public import KGeoCore

/// The day of the features of a map that give none themselves.
///
/// The order is: what the features say (through a property mapping or `--set` too), else the day that was asked for,
/// else the day in the file's name, else none. The name of a scenario, a file with a `kgeo` member, gives no day.
public struct MapDay: Hashable, Sendable {
    /// The day.
    public let date: CalendarDate
    /// What the file's name says, where the day is from it; nil for a day that was asked for.
    public let name: FileDate?
    /// How many days before the day in its name the file shows, at least and at most, where its maker is known.
    public let lagDays: ClosedRange<Int>?
    /// The zone in which the name's unix time became a day.
    private let zone: String

    /// The day of features that give none; nil when nothing says it.
    ///
    /// - Parameters:
    ///   - file: the path of the map.
    ///   - given: the day that was asked for.
    ///   - isScenario: whether the file is a scenario, which says its days itself.
    ///   - timeZone: the zone in which a unix time becomes a day; UTC when nil.
    ///   - lagDays: by how many days the file's maker, or its mirror, lags: the day is that in the name less the fewest
    ///     of them.
    public init?(
        ofUndatedIn file: String, given: CalendarDate? = nil, isScenario: Bool = false,
        timeZone: MapTimeZone? = nil, lagDays: ClosedRange<Int>? = nil
    ) {
        if let given {
            (date, name, zone, self.lagDays) = (given, nil, "", nil)
            return
        }
        guard !isScenario, let zone = timeZone ?? MapTimeZone("UTC"),
            let name = FileDate(path: file, timeZone: zone)
        else { return nil }
        (self.name, self.zone, self.lagDays) = (name, zone.name, lagDays)
        date = CalendarDate(dayNumber: name.date.dayNumber - (lagDays?.lowerBound ?? 0))
    }

    /// How many days earlier than `date` the map may be; 0 where its day is certain.
    public var daysEarlier: Int { lagDays.map { $0.upperBound - $0.lowerBound } ?? 0 }

    /// Where the day comes from, in words: `2025-05-01 from the file's name`; nil for a day that was asked for.
    public var words: String? {
        guard let name else { return nil }
        if let lag = lagDays?.lowerBound, lag > 0 {
            let before = lag == 1 ? "the day" : "\(lag) days"
            return "\(date), \(before) before that in the file's name (\(name.date))"
        }
        guard let moment = name.moment else { return "\(date) from the file's name" }
        return "\(date) from the file's name (\(moment) in \(zone))"
    }

    /// The same as a note on the file.
    public func notice(_ file: String) -> Notice? {
        words.map { words in
            Notice(
                .note,
                Problem(
                    .scenario, "the day is \(words)",
                    remedy: name?.moment != nil && zone == "UTC"
                        ? "\(.timeZone) gives another zone" : nil
                ).inFile(file))
        }
    }

    /// What is said when the features are of other days than the file's name says: theirs count.
    ///
    /// - Parameter dates: the days of the features, in order.
    public static func conflict(_ name: FileDate, with dates: [CalendarDate], file: String) -> Notice? {
        guard let first = dates.first, let last = dates.last else { return nil }
        return Notice(
            .note,
            Problem(
                .scenario,
                "the file's name says \(name.date), its features say \(first)\(first == last ? "" : " to \(last)"); the features count"
            ).inFile(file))
    }
}

extension ScenarioReader {
    /// Gives the control areas of a map the day that they do not say themselves.
    mutating func lendDay(to scenario: inout Scenario, isScenario: Bool) {
        let control = scenario.features.indices.filter { scenario.features[$0].role == .control }
        let undated = control.filter { scenario.features[$0].date == nil }
        let dated = control.compactMap { scenario.features[$0].date }
        let zone = mapping.timeZone ?? MapTimeZone("UTC")
        if !undated.isEmpty,
            let day = MapDay(
                ofUndatedIn: file, given: mapping.day, isScenario: isScenario, timeZone: zone,
                lagDays: mapping.lagDays)
        {
            for i in undated { scenario.features[i].date = day.date }
            scenario.day = day
            if let notice = day.notice(file) { notices.append(notice) }
        }
        guard !isScenario, mapping.day == nil, !mapping.set.contains(where: { $0.name == "date" }),
            let name = zone.flatMap({ FileDate(path: file, timeZone: $0) }), !dated.isEmpty,
            !control.contains(where: { !undated.contains($0) && scenario.features[$0].spans(name.date) })
        else { return }
        scenario.dayConflict = MapDay.conflict(name, with: Set(dated).sorted(), file: file)
        if let notice = scenario.dayConflict { notices.append(notice) }
    }
}
