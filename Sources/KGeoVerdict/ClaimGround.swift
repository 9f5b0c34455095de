// The features a claim speaks of, with their maps: made once for all claims of a subject.

internal import KGeoCore
internal import KGeoScenario

/// Some features and the maps they make.
final class ClaimGround {
    let features: [ScenarioFeature]
    /// Whether there are control areas among them, so that statuses count.
    let hasControl: Bool
    /// The first status among the control areas that nobody has mapped.
    let unmappedStatus: String?
    private let calendar: MapCalendar
    /// The last days of features that end.
    private let ends: [CalendarDate]
    private lazy var withEnds = calendar.maps(including: ends)
    private lazy var withTurns = calendar.maps(
        including: ends + ends.map { CalendarDate(dayNumber: $0.dayNumber + 1) })
    private var statuses: [CalendarDate?: Set<Status>] = [:]
    private var known: [AreaKey: MeasuredValue] = [:]

    private struct AreaKey: Hashable {
        var day: CalendarDate?
        var counting: Counting
        var subject: Subject
    }

    init(_ features: [ScenarioFeature]) {
        self.features = features
        hasControl = features.contains { $0.role == .control }
        unmappedStatus = features.first { $0.role == .control && $0.status == nil }?.statusText
        calendar = MapCalendar(features)
        ends = features.compactMap(\.dateEnd)
    }

    /// The features without a date, which dated maps leave out.
    var undated: DatedMap? { calendar.undated }
    /// Whether there are maps with a date.
    var isDated: Bool { !calendar.maps.isEmpty }

    /// The dated maps, earliest first, with the last days of features that end.
    ///
    /// - Parameter day: a further day that is a map when an end date reaches it; nil for the days of the features alone.
    func maps(around day: CalendarDate?) -> MapList {
        guard let day else { return MapList(calendar.maps, adding: []) }
        return MapList(withEnds, adding: [calendar.map(on: day)].compactMap(\.self))
    }

    /// The dated maps between which what holds may change: when a feature begins, on its last day and the day after, and
    /// on some further days.
    func maps(turningOn days: [CalendarDate]) -> MapList {
        MapList(withTurns, adding: days.compactMap { calendar.map(on: $0) })
    }

    /// The sources of the first map that draws from several, of maps with control areas alone or of all.
    private(set) lazy var mixedSources = firstMixed { map in map.features.contains { $0.role == .control } }
    private(set) lazy var anyMixedSources = firstMixed { _ in true }

    private func firstMixed(_ counts: (DatedMap) -> Bool) -> [String]? {
        // A day on which nothing begins has no source that the map before it has not.
        let maps = isDated ? calendar.maps : [undated].compactMap(\.self)
        for map in maps where counts(map) {
            var seen: Set<String> = []
            let sources = map.features.compactMap(\.source).filter { seen.insert($0).inserted }
            if sources.count > 1 { return sources }
        }
        return nil
    }

    /// The statuses of the features of a map.
    func statuses(on map: DatedMap) -> Set<Status> {
        if let found = statuses[map.date] { return found }
        let found = Set(map.features.compactMap(\.status))
        statuses[map.date] = found
        return found
    }

    /// A value of a map under a definition, measured once.
    func value(
        on map: DatedMap, _ counting: Counting, of subject: Subject,
        measure: () throws(ClaimChecker.Stop) -> MeasuredValue
    ) throws(ClaimChecker.Stop) -> MeasuredValue {
        let key = AreaKey(day: map.date, counting: counting, subject: subject)
        if let found = known[key] { return found }
        let value = try measure()
        known[key] = value
        return value
    }
}

/// Maps in the order of their dates, with a few more among them: not copied for each claim.
struct MapList {
    private let maps: [DatedMap]
    private let more: [DatedMap]

    /// - Parameter more: further maps, of which those whose dates are there already count for nothing.
    init(_ maps: [DatedMap], adding more: [DatedMap]) {
        self.maps = maps
        var days: Set<CalendarDate> = []
        self.more = more.filter { map in
            guard let date = map.date, days.insert(date).inserted else { return false }
            let i = maps.partitioningIndex { ($0.date ?? date) >= date }
            return i == maps.count || maps[i].date != date
        }
    }

    var isEmpty: Bool { maps.isEmpty && more.isEmpty }

    /// The earliest.
    var first: DatedMap? {
        ([maps.first].compactMap(\.self) + more).min {
            ($0.date?.dayNumber ?? .max) < ($1.date?.dayNumber ?? .max)
        }
    }

    /// All of them, earliest first.
    var all: [DatedMap] {
        more.isEmpty
            ? maps : (maps + more).sorted { ($0.date?.dayNumber ?? .max) < ($1.date?.dayNumber ?? .max) }
    }

    /// Those of some days, earliest first.
    func within(_ days: ClosedRange<CalendarDate>) -> [DatedMap] {
        let first = maps.partitioningIndex { ($0.date ?? days.lowerBound) >= days.lowerBound }
        let end = maps.partitioningIndex { ($0.date ?? days.upperBound) > days.upperBound }
        let few = more.filter { $0.date.map(days.contains) ?? false }
        guard first < end else {
            return few.sorted { ($0.date?.dayNumber ?? .max) < ($1.date?.dayNumber ?? .max) }
        }
        return MapList(Array(maps[first..<end]), adding: few).all
    }

    /// The maps that bracket a day: the last on or before it and the first on or after it, which are one where the day has
    /// a map of its own.
    ///
    /// - Parameter daysEarlier: by how many days a map may be earlier than its date. The first that is surely of the day or
    ///   later is then dated as many days after it; where there is none, the last that may be.
    func bracketing(
        _ day: CalendarDate, daysEarlier: Int = 0
    ) -> (before: DatedMap?, after: DatedMap?) {
        let sure = CalendarDate(dayNumber: day.dayNumber + daysEarlier)
        let next = maps.partitioningIndex { ($0.date ?? day) >= day }
        let surelyNext = daysEarlier == 0 ? next : maps.partitioningIndex { ($0.date ?? sure) >= sure }
        var near = more
        for i in [next - 1, next, surelyNext - 1, surelyNext] where maps.indices.contains(i) {
            near.append(maps[i])
        }
        let dated = near.compactMap { map in map.date.map { (map: map, date: $0) } }
        let later = dated.filter { $0.date >= sure }.min { $0.date < $1.date }
        return (
            dated.filter { $0.date <= day }.max { $0.date < $1.date }?.map,
            (later ?? dated.filter { $0.date >= day }.max { $0.date < $1.date })?.map
        )
    }
}
