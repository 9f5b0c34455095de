// What one side gained and lost between two days or two maps.

internal import KGeoControl
public import KGeoCore
internal import KGeoScenario
internal import KGeoVerdict

/// The change of one side's ground from one map to another.
public struct MapComparison: Hashable, Sendable, Codable {
    /// The days of the two maps; nil for an undated one.
    public var from, to: CalendarDate?
    /// The ground on both, in both edge models, in m².
    public var old, new: AreaMeasurement
    /// Ground gained, lost, and the one less the other, in m², with the error of the outline that changed.
    public var gained, lost, net: MeasuredValue
    /// The same without pieces so thin that they may be the same line drawn anew.
    public var gainedBeyondNoise, lostBeyondNoise, netBeyondNoise: MeasuredValue
    /// Oddities that were accepted.
    public var notices: [Notice]

    enum CodingKeys: String, CodingKey {
        case from, to, old, new, gained, lost, net
        case gainedBeyondNoise = "gained_beyond_noise"
        case lostBeyondNoise = "lost_beyond_noise"
        case netBeyondNoise = "net_beyond_noise"
        case notices
    }
}

extension ControlMap {
    /// What was gained and lost from one day of this map to another.
    ///
    /// Edges that both days share are dropped, the rest is laid over each other, and that new less old is gained less lost
    /// is checked.
    ///
    /// ```swift
    /// let map = try ControlMap(.file("Scenarios/example.geojson"))
    /// let change = try map.change(of: Subject(holder: "Southland"))
    /// print((change.gained.value / 1e6).rounded(), (change.lost.value / 1e6).rounded())  // 334.0 0.0
    /// print((2 * change.net.u / 1e6).rounded())  // 21.0
    /// ```
    ///
    /// - Parameters:
    ///   - subject: whose ground and where (`holder`, `region`); nothing else of it counts here.
    ///   - counting: which statuses count as held.
    ///   - from, to: days of the map; nil: its first and its last.
    /// - Throws: a problem with code `scenario` when there is no map of a day or only one map, or several holders and none
    ///   is named; `geos` or `topology` when the overlay fails.
    public func change(
        of subject: Subject = Subject(), counting: Counting = .controlled, from: CalendarDate? = nil,
        to: CalendarDate? = nil
    ) throws(Problem) -> MapComparison {
        var reader = GroundReader(
            GroundChoice(counting: counting, holder: subject.holder, region: subject.region))
        let maps = try reader.maps(of: loaded)
        guard maps.count > 1 else {
            throw Problem(
                .scenario, "there is one map in this file, and a change needs two",
                hint: "compare it with another by change(to:)"
            ).inFile(loaded.scenario.file)
        }
        return try comparison(
            try Self.pick(maps, from, last: false), try Self.pick(maps, to, last: true), reader)
    }

    /// What was gained and lost from this map to a later one.
    ///
    /// ```swift
    /// func map(_ east: Int, _ day: String) throws -> ControlMap {
    ///     let square = #"{"type":"Polygon","coordinates":[[[30,45],[\#(east),45],[\#(east),46],[30,46],[30,45]]]}"#
    ///     let day = MapProperties(day: CalendarDate(iso: day))
    ///     return try ControlMap(.text(square), properties: day)
    /// }
    /// let change = try map(31, "2025-05-01").change(to: try map(32, "2025-06-01"))
    /// print((change.net.value / 1e6).rounded(), change.lost.value)  // 8686.0 0.0
    /// ```
    ///
    /// - Parameters:
    ///   - later: the later map, with one day like this one; of several the last counts, and of this map the first.
    ///   - subject: whose ground and where (`holder`, `region`); nothing else of it counts here.
    ///   - counting: which statuses count as held.
    /// - Throws: as `change(of:counting:from:to:)`.
    public func change(
        to later: ControlMap, of subject: Subject = Subject(), counting: Counting = .controlled
    ) throws(Problem) -> MapComparison {
        var reader = GroundReader(
            GroundChoice(counting: counting, holder: subject.holder, region: subject.region))
        let old = try reader.maps(of: loaded)
        let new = try reader.maps(of: later.loaded)
        return try comparison(
            try Self.pick(old, nil, last: false), try Self.pick(new, nil, last: true), reader)
    }

    private static func pick(
        _ maps: [GroundMap], _ day: CalendarDate?, last: Bool
    ) throws(Problem) -> GroundMap {
        let found = day.map { day in maps.first { $0.date == day } } ?? (last ? maps.last : maps.first)
        guard let found else {
            let known = maps.compactMap { $0.date?.description }
            throw Problem(
                .scenario, day.map { "there is no map of \($0)" } ?? "this file has no map",
                hint: known.isEmpty ? "the map carries no date" : "dates: " + known.joined(separator: ", "))
        }
        return found
    }

    private func comparison(
        _ old: GroundMap, _ new: GroundMap, _ reader: GroundReader
    ) throws(Problem) -> MapComparison {
        let errors = ErrorSettings(
            boundaryError: settings.boundaryError ?? reader.defaults?.boundaryError,
            correlationLength: settings.correlationLength ?? reader.defaults?.correlationLength,
            edges: settings.edges)
        let change = try MapChange(
            from: old, to: new,
            settings: ChangeSettings(errors: errors, borders: reader.borders, fronts: reader.fronts))
        return MapComparison(
            from: old.date, to: new.date, old: old.ground.area, new: new.ground.area, gained: change.gained,
            lost: change.lost, net: change.net, gainedBeyondNoise: change.realGained,
            lostBeyondNoise: change.realLost, netBeyondNoise: change.realNet,
            notices: reader.allNotices.map { $0.worded(in: .neutral) })
    }
}
