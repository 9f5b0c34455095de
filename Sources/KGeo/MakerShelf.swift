// Maps of several mapmakers by maker and day, and what is compared of them.

package import KGeoControl
package import KGeoCore
internal import KGeoScenario
package import KGeoVerdict

/// The maps of one side's ground that are at hand, by who drew them.
package struct MakerShelf {
    /// The maps of one maker.
    package struct Maker {
        /// What it is called.
        package var name: String
        /// Which statuses of its maps count.
        package var counting: Counting
        /// Its maps, earliest first.
        package fileprivate(set) var maps: [GroundMap] = []
        /// The scenarios that they come from.
        fileprivate var scenarios: [Scenario] = []
    }

    /// The makers, in the order in which they came.
    package private(set) var makers: [Maker] = []
    /// Reads the grounds.
    package private(set) var reader: GroundReader
    /// What counts as held on every map, and on those of single makers by their names.
    private let counting: Counting
    private let ofMakers: [String: Counting]

    /// No map yet.
    ///
    /// - Parameters:
    ///   - reader: whose ground is followed.
    ///   - counting: what counts as held on every map.
    ///   - ofMakers: what counts instead on the maps of single makers, by their names.
    package init(_ reader: GroundReader, counting: Counting = .controlled, ofMakers: [String: Counting] = [:])
    {
        self.reader = reader
        self.counting = counting
        self.ofMakers = ofMakers
    }

    /// Puts a map on the shelf.
    ///
    /// - Parameter name: what its maker is called; nil: as the map says.
    /// - Throws: the first thing that is wrong with the map.
    package mutating func add(_ loaded: LoadedScenario, named name: String?) throws(Problem) {
        let name = name ?? Self.maker(of: loaded.scenario)
        var number = makers.firstIndex { $0.name == name }
        if number == nil {
            makers.append(Maker(name: name, counting: ofMakers[name] ?? counting))
            number = makers.count - 1
        }
        guard let number else { return }
        reader.choice.counting = makers[number].counting
        makers[number].maps += try reader.maps(of: loaded)
        makers[number].maps.sort { ($0.date?.dayNumber ?? .max) < ($1.date?.dayNumber ?? .max) }
        makers[number].scenarios.append(loaded.scenario)
    }

    /// Who drew a map: as it says, else the folder that it lies in, else the file.
    private static func maker(of scenario: Scenario) -> String {
        if let maker = scenario.mapmakers.first { return maker }
        let parts = scenario.file.split(separator: "/")
        return String(parts.count > 1 ? parts[parts.count - 2] : parts.last ?? "map")
    }

    /// The days that can be compared: those of the first maker on which another has a map within some days.
    package func days(window: Int) -> [CalendarDate?] {
        guard let first = makers.first else { return [] }
        var days: [CalendarDate?] = []
        for map in first.maps where !days.contains(map.date) && maps(on: map.date, window: window).count > 1 {
            days.append(map.date)
        }
        return days
    }

    /// Of each maker that has one the map nearest to a day, the earlier of two; of no day, its only map.
    package func maps(on day: CalendarDate?, window: Int) -> [MakerMap] {
        makers.compactMap { maker in
            nearest(maker.maps, day, window).map {
                MakerMap(maker: maker.name, counting: maker.counting, map: $0)
            }
        }
    }

    private func nearest(_ maps: [GroundMap], _ day: CalendarDate?, _ window: Int) -> GroundMap? {
        guard let day else { return maps.count == 1 ? maps[0] : maps.first { $0.date == nil } }
        let near = maps.filter { map in map.date.map { abs($0.days(to: day)) <= window } ?? false }
        return near.min { a, b in
            (abs(a.date?.days(to: day) ?? 0), a.date?.dayNumber ?? 0)
                < (abs(b.date?.days(to: day) ?? 0), b.date?.dayNumber ?? 0)
        }
    }

    /// What a map says of a figure, counting what counts on it.
    ///
    /// - Throws: a problem when the map cannot be measured.
    package func finding(
        of claim: Claim, on map: MakerMap, settings: CheckSettings
    ) throws(Problem) -> Finding? {
        guard let maker = makers.first(where: { $0.name == map.maker }),
            let scenario = maker.scenarios.first(where: { $0.file == map.map.file })
        else { return nil }
        var claim = claim
        claim.worded = map.counting
        claim.asOf = map.map.date
        if let holder = reader.choice.holder { claim.subject.holder = holder }
        // Nobody's ground is in no figure; that was said when the map was read.
        var loaded = LoadedScenario(scenario: scenario, findingsOnly: "")
        guard let settled = loaded.settled([claim]).first else { return nil }
        return try Checker(scenario, settings: settings).check(settled)
    }

    /// How fast the front of the first maker moved around a day: what it gained and lost near the front to or
    /// from its map of the nearest other day; nil where there is none within some days.
    ///
    /// - Throws: a problem when two maps cannot be laid over each other.
    package func speed(
        around map: MakerMap, within limit: Int, in region: [Polygon]
    ) throws(Problem) -> FrontSpeed? {
        guard let date = map.map.date, let maker = makers.first(where: { $0.name == map.maker }) else {
            return nil
        }
        let others = maker.maps.filter { other in
            other.date.map { $0 != date && abs($0.days(to: date)) <= limit } ?? false
        }
        let other = others.min {
            abs($0.date?.days(to: date) ?? 0) < abs($1.date?.days(to: date) ?? 0)
        }
        guard let other, let otherDate = other.date else { return nil }
        let changes = try MakerNetChange.changes(
            [(old: map, new: MakerMap(maker: map.maker, counting: map.counting, map: other))],
            near: map.map.ground.polygons, in: region)
        guard let change = changes.first, change.frontMetres > 0 else { return nil }
        let days = abs(otherDate.days(to: date))
        return FrontSpeed(
            metresPerDay: (change.gained + change.lost) / change.frontMetres / Double(days), days: days)
    }
}
