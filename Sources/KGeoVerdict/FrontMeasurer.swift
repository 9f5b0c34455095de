// The front of a map: which two sides, on which day, and the line between them.

public import KGeoControl
public import KGeoCore
public import KGeoScenario

/// A front as measured on one map.
public struct MeasuredFront: Sendable {
    /// The day of the map; nil when it carries none.
    public var date: CalendarDate?
    /// The side whose outline the line is, and the other; nil when only one side is drawn.
    public var side: FrontSide
    /// The side beyond the line; nil when only one side is drawn.
    public var other: FrontSide?
    /// The line.
    public var line: ContactLine
}

/// One side of a front.
public struct FrontSide: Hashable, Sendable {
    /// The holder, status or id by which it was named; nil for all ground of a map that names no holder.
    public var name: String?
    /// What is counted; nil for a side named by a status or an id, which is counted as drawn.
    public var counting: Counting?
    /// The features that are its ground.
    public var features: [ScenarioFeature]

    /// What the statuses are called.
    public var words = StatusWords()

    /// In words: "Russia", "controlled ground".
    public var label: String { name ?? "\(counting.map(words.label) ?? "the") ground" }
}

/// Finds fronts on the maps of a scenario. Belongs to one task.
public struct FrontMeasurer {
    private let scenario: Scenario
    private let measurer: MapMeasurer
    private let windowDays: Int
    /// Ground that is nobody's: on no side, unless its id names it.
    private let nobodys: Set<ScenarioFeature>

    /// A measurer for a scenario.
    public init(_ scenario: Scenario, settings: CheckSettings = CheckSettings()) {
        self.scenario = scenario
        measurer = MapMeasurer(scenario, settings: settings)
        nobodys = Set(scenario.nobodysGround)
        windowDays =
            settings.windowDays ?? scenario.defaults.windowDays ?? CheckSettings.defaultWindowDays
    }

    /// Warnings about the map that came up so far.
    public var warnings: [Notice] {
        measurer.warnings
            + [scenario.nobodysGroundNotice, scenario.undatedGroundNotice].compactMap(\.self)
    }

    /// The front of a map.
    ///
    /// - Parameters:
    ///   - asOf: the day; the map nearest to it within the window is taken. Nil: the map must have one day.
    ///   - between: one or two holders, statuses (kgeo's or the file's) or ids. Empty: the two holders that are in
    ///     contact, or the ground of the only one.
    ///   - counting: which statuses of a holder count.
    ///   - references: borders and coasts that are no front.
    /// - Throws: a problem when there is no such side, no map of that day, no or several pairs of holders in
    ///   contact, or GEOS fails on the map.
    public func front(
        asOf: CalendarDate? = nil, between names: [String] = [], counting: Counting = .controlled,
        less references: [FrontReference] = [], settings: ContactSettings = ContactSettings()
    ) throws(Problem) -> MeasuredFront {
        let map = try self.map(asOf)
        let sides = try names.map { name throws(Problem) in try side(name, counting, map) }
        if let first = sides.first {
            return try front(map, first, sides.dropFirst().first, references, settings)
        }
        let counted = try counted(ofSides(map), counting)
        var holders: [String] = []
        for holder in counted.compactMap(\.holder) where !holders.contains(holder) { holders.append(holder) }
        guard holders.count > 1 else {
            let side = FrontSide(
                name: holders.first, counting: counting, features: counted, words: scenario.words)
            return try front(map, side, nil, references, settings)
        }
        var found: [MeasuredFront] = []
        for (i, a) in holders.enumerated() {
            for b in holders[(i + 1)...] {
                let (first, second) = (try side(a, counting, map), try side(b, counting, map))
                let front = try front(map, first, second, references, settings)
                if front.line.metres > 0 { found.append(front) }
            }
        }
        guard let front = found.first, found.count == 1 else {
            let all = holders.joined(separator: ", ")
            throw Problem(
                .scenario,
                found.isEmpty
                    ? "no two of the holders \(all) are in contact within \(Figures.plain(settings.tolerance)) m"
                    : "several pairs of holders are in contact: "
                        + found.map {
                            "\($0.side.label),\($0.other?.label ?? "") (\(Figures.length($0.line.metres)))"
                        }
                        .joined(separator: ", "),
                remedy: found.isEmpty
                    ? "\(.tolerance) widens it; \(.between) with one holder takes the outline of that holder's ground alone"
                    : "say which with \(.between)"
            ).inFile(scenario.file)
        }
        return front
    }

    private func front(
        _ map: DatedMap, _ side: FrontSide, _ other: FrontSide?, _ references: [FrontReference],
        _ settings: ContactSettings
    ) throws(Problem) -> MeasuredFront {
        let ground = try measurer.measure(side.features, on: map.date)
        let beyond = try other.map { other throws(Problem) in
            try measurer.measure(other.features, on: map.date).polygons
        }
        return MeasuredFront(
            date: map.date, side: side, other: other,
            line: ContactLine(of: ground, with: beyond, less: references, settings: settings))
    }

    /// The map of a day.
    private func map(_ asOf: CalendarDate?) throws(Problem) -> DatedMap {
        let control = scenario.features.filter { $0.role == .control }
        guard !control.isEmpty else {
            throw Problem(
                .scenario, "the map has no control area, so it has no front",
                hint: "a control area is a polygon with the role control, or any polygon of a plain map"
            ).inFile(scenario.file)
        }
        let undated = Set(scenario.undatedGround)
        let maps = Scenario.maps(
            control.filter { !undated.contains($0) }, including: asOf.map { [$0] } ?? [])
        let dated = maps.compactMap(\.date)
        guard let asOf else {
            guard maps.count == 1 else {
                throw Problem(
                    .scenario,
                    dated.isEmpty
                        ? "the map has no day"
                        : "the map has \(dated.count) \(dated.count == 1 ? "date" : "dates") (\(dated[0]) to \(dated[dated.count - 1]))",
                    remedy: "say which day with \(.asOf)"
                ).inFile(scenario.file)
            }
            return maps[0]
        }
        func distance(_ map: DatedMap) -> Int { map.date.map { abs($0.days(to: asOf)) } ?? .max }
        let nearest = maps.filter { $0.date != nil }.min { distance($0) < distance($1) }
        guard let nearest, distance(nearest) <= windowDays else {
            throw Problem(
                .scenario,
                nearest?.date.map { "no map within \(windowDays) days of \(asOf); the nearest is of \($0)" }
                    ?? "the map carries no date",
                remedy: nearest == nil
                    ? "\(.dateProperty) names the property that holds it; \(.givenProperty) date=\(asOf) gives one"
                    : "\(.windowDays) widens the window"
            ).inFile(scenario.file)
        }
        return nearest
    }

    /// The features whose status counts.
    private func counted(
        _ features: [ScenarioFeature], _ counting: Counting
    ) throws(Problem) -> [ScenarioFeature] {
        if let word = features.first(where: { $0.status == nil })?.statusText {
            throw Problem(
                .scenario,
                "the status \"\(word)\" is not mapped, so it cannot be said whether it counts as held",
                remedy:
                    "say what it means with \(.controlled), \(.contested) or \(.ignored), or name it in \(.between)"
            ).inFile(scenario.file)
        }
        let counted = features.filter { $0.status.map(counting.statuses.contains) ?? true }
        guard !counted.isEmpty else {
            throw Problem(.scenario, "the map has no \(scenario.words.label(counting)) ground").inFile(
                scenario.file)
        }
        return counted
    }

    /// The features of a map that are somebody's ground.
    private func ofSides(_ map: DatedMap) -> [ScenarioFeature] {
        map.features.filter { !nobodys.contains($0) }
    }

    /// A side by its name: a holder, else a status, else an id.
    private func side(_ name: String, _ counting: Counting, _ map: DatedMap) throws(Problem) -> FrontSide {
        let held = map.features.filter { $0.holder == name }
        if !held.isEmpty {
            return FrontSide(
                name: name, counting: counting, features: try counted(held, counting),
                words: scenario.words)
        }
        let byStatus = ofSides(map).filter { $0.status?.rawValue == name || $0.statusText == name }
        let named = byStatus.isEmpty ? map.features.filter { $0.id == name } : byStatus
        guard !named.isEmpty else {
            func known(_ what: String, _ values: [String?]) -> String? {
                var seen: [String] = []
                for value in values.compactMap(\.self) where !seen.contains(value) { seen.append(value) }
                return seen.isEmpty ? nil : "\(what): \(seen.prefix(12).joined(separator: ", "))"
            }
            let lists = [
                known("holders", map.features.map(\.holder)),
                known("statuses", map.features.map { $0.statusText ?? $0.status?.rawValue }),
                known("ids", map.features.map(\.id)),
            ].compactMap(\.self)
            throw Problem(
                .scenario, "no control area of the map has the holder, status or id \"\(name)\"",
                hint: lists.isEmpty ? "the control areas have none" : lists.joined(separator: "; ")
            ).inFile(scenario.file)
        }
        return FrontSide(name: name, counting: nil, features: named)
    }
}
