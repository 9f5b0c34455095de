// Dated maps one after the other: what each gained and lost, and what about the maps themselves is odd.

public import KGeoCore

/// What is odd about a map among its neighbours. Nothing is patched: the map counts as it is.
public enum MapFlag: String, CaseIterable, Hashable, Sendable {
    /// Days are missing before it: it is further from the map before it than maps usually are.
    case gap
    /// It is the map before it once more, to the last digit.
    case repeated = "repeat"
    /// The first map that differs after one that came twice: it may hold the movement of several days, as from a
    /// mirror that lags.
    case catchUp = "catch_up"
    /// It is of the same day as the map before it: another mapmaker's, or the same file twice.
    case sameDay = "same_day"
    /// It gained or lost more than ten times as much a day as is usual.
    case jump

    /// For the reader.
    public var words: String {
        switch self {
        case .gap: "days without a map before it"
        case .repeated: "the same map as before"
        case .catchUp: "first change after a repeated map"
        case .sameDay: "a second map of one day"
        case .jump: "more than ten times the usual change a day"
        }
    }
}

/// One map of a series, and the step from the map before it.
public struct SeriesRow: Sendable {
    /// The map.
    public var map: GroundMap
    /// What changed since the map before it; nil for the first.
    public var step: GroundChange?
    /// Days since the map before it; nil for the first.
    public var days: Int?
    /// Days of which neither it nor the map before it is.
    public var missingDays = 0
    /// What is odd about it.
    public var flags: [MapFlag] = []
}

/// Dated maps of one side's ground, earliest first.
public struct MapSeries: Sendable {
    /// A row per map, earliest first.
    public private(set) var rows: [SeriesRow]

    /// A jump is more than this many times the median of what the maps that moved gained or lost a day.
    public static let jumpFactor = 10.0

    /// A series from maps in any order.
    ///
    /// Maps of one day stay in the order given.
    ///
    /// - Throws: `scenario` for a map without a date; `input` for no map at all; `geos` when an overlay
    ///   fails or loses ground.
    public init(_ maps: [GroundMap]) throws(Problem) {
        if let undated = maps.first(where: { $0.date == nil }) {
            throw Problem.undatedMap(
                in: undated.file,
                give: "\(.dateProperty) NAME or \(.givenProperty) date=2025-05-01")
        }
        let maps = maps.enumerated().sorted {
            ($0.element.date?.dayNumber ?? 0, $0.offset) < ($1.element.date?.dayNumber ?? 0, $1.offset)
        }.map(\.element)
        guard let first = maps.first else {
            throw Problem(.input, "there is no map", hint: "name GeoJSON files, or a folder of them")
        }
        rows = [SeriesRow(map: first)]
        for (old, new) in zip(maps, maps.dropFirst()) {
            guard let from = old.date, let to = new.date else { continue }
            rows.append(
                SeriesRow(
                    map: new, step: try MapChange.change(from: old, to: new), days: from.days(to: to),
                    missingDays: max(0, max(from, old.lastDay ?? from).days(to: to) - 1)))
        }
        flag()
    }

    // MARK: Flags

    private mutating func flag() {
        let usual = Self.median(rows.compactMap(\.days).filter { $0 > 0 }.map(Double.init)) ?? 1
        func perDay(_ row: SeriesRow) -> [Double] {
            guard let step = row.step, let days = row.days, days > 0 else { return [] }
            return [step.gainedArea, step.lostArea].map { $0.geodesicSquareMetres / Double(days) }
        }
        let moved = rows.flatMap(perDay).filter { $0 > 0 }
        let limit = (Self.median(moved) ?? .infinity) * Self.jumpFactor
        for i in rows.indices.dropFirst() {
            let isRepeated = Self.isSame(rows[i - 1].map, rows[i].map)
            if Double(rows[i].missingDays + 1) > usual { rows[i].flags.append(.gap) }
            if rows[i].days == 0 { rows[i].flags.append(.sameDay) }
            if isRepeated {
                rows[i].flags.append(.repeated)
            } else if rows[i - 1].flags.contains(.repeated) {
                rows[i].flags.append(.catchUp)
            }
            // With fewer there is no usual.
            if moved.count >= 5, perDay(rows[i]).contains(where: { $0 > limit }) {
                rows[i].flags.append(.jump)
            }
        }
    }

    private static func isSame(_ a: GroundMap, _ b: GroundMap) -> Bool {
        a.ground.parts.map(\.polygons) == b.ground.parts.map(\.polygons)
    }

    private static func median(_ values: [Double]) -> Double? {
        let sorted = values.sorted()
        return sorted.isEmpty ? nil : sorted[sorted.count / 2]
    }

    // MARK: Sums

    /// Sums over all steps, in m².
    public struct Totals: Hashable, Sendable {
        /// The first and the last area, and all that was gained and lost between, in m²; 0 or more.
        public var old, new, gained, lost: Double
        /// By how much new − old differs from gained − lost: rounding with edges straight in longitude and latitude; with
        /// geodesic ones also what crossings move them.
        public var closure: Double { new - old - (gained - lost) }
    }

    /// Sums over all steps, with geodesic edges or straight ones.
    public func totals(_ edges: EdgeModel) -> Totals {
        func area(_ map: GroundMap?) -> Double { map?.ground.area.squareMetres(edges) ?? 0 }
        var totals = Totals(old: area(rows.first?.map), new: area(rows.last?.map), gained: 0, lost: 0)
        for step in rows.compactMap(\.step) {
            totals.gained += step.gainedArea.squareMetres(edges)
            totals.lost += step.lostArea.squareMetres(edges)
        }
        return totals
    }

    /// Days between the first and the last map for which there is none.
    public var missingDays: Int { rows.reduce(0) { $0 + $1.missingDays } }
}
