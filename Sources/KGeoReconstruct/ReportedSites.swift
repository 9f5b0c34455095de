// What the reports on settlements come to on one day, for one side.

public import KGeoCore
internal import KGeoMeasure

/// What a settlement's ground counts as.
public enum GroundState: String, CaseIterable, Hashable, Sendable {
    /// Held by the side that is drawn.
    case held
    /// Reported as contested, or reported differently on one day.
    case contested
    /// Held by others.
    case other
}

/// A settlement on the day of a reconstruction.
public struct Site: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// Where it is, in degrees.
    public var place: Coordinate
    /// The place may be off by this much, in m.
    public var coordinateError: Double
    /// Who holds the ground around it.
    public var state: GroundState
    /// The reports that count: the latest not after the day.
    public var reports: [SettlementReport]
    /// Whether the reports of that day contradict each other.
    public var isConflicting: Bool
}

/// How old the reports are on which a map of a day rests, in days.
public struct ReportAges: Hashable, Sendable {
    /// Reports older than this are counted.
    public static let old = 30
    /// A map that rests on reports older than this at the median is worth a warning.
    public static let stale = 90

    /// The age that half the settlements' reports do not exceed, and the greatest.
    public var median, oldest: Int
    /// Settlements whose report is older than 30 days.
    public var oldCount: Int

    /// The ages of what is known of some settlements on a day; nil without settlements.
    public init?(_ sites: [Site], on day: CalendarDate) {
        let ages = sites.compactMap { $0.reports.first?.date.days(to: day) }.sorted()
        guard let oldest = ages.last else { return nil }
        median = ages[(ages.count - 1) / 2]
        self.oldest = oldest
        oldCount = ages.count { $0 > Self.old }
    }

    /// As a clause: "12 days old at the median, the oldest 40".
    public var words: String {
        func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
        guard oldest > 0 else { return "of the day itself" }
        return "\(days(median)) old at the median, the oldest \(days(oldest))"
    }
}

/// Settlements on a day.
public enum ReportedSites {
    /// Two settlements nearer to each other than a village is wide, in m, are one, or one is misplaced.
    public static let nearest = 50.0

    /// The settlements of which something is reported up to a day, in the order of the table.
    ///
    /// For each the latest reports not after the day count; several of one date that name different holders or
    /// statuses make it contested.
    /// - Parameters:
    ///   - holder: the side that is drawn.
    ///   - leavingOut: classes of evidence to do without; older reports of other classes count then.
    public static func sites(
        _ reports: [SettlementReport], on day: CalendarDate, holder: String, leavingOut: Set<String> = []
    ) -> [Site] {
        var order: [String] = []
        var latest: [String: [SettlementReport]] = [:]
        for report in reports where report.date <= day && !leavingOut.contains(report.evidenceClass) {
            guard let known = latest[report.key], let date = known.first?.date else {
                order.append(report.key)
                latest[report.key] = [report]
                continue
            }
            if report.date > date { latest[report.key] = [report] }
            if report.date == date { latest[report.key, default: []].append(report) }
        }
        return order.compactMap { key in
            guard let reports = latest[key], let first = reports.first else { return nil }
            let states = Set(reports.map { state($0, holder: holder) })
            return Site(
                name: first.name, place: first.place, coordinateError: first.coordinateError,
                state: states.count == 1 ? states.first ?? .contested : .contested, reports: reports,
                isConflicting: states.count > 1)
        }
    }

    private static func state(_ report: SettlementReport, holder: String) -> GroundState {
        if report.status != .controlled { return .contested }
        return report.holder == holder ? .held : .other
    }

    /// Where settlements lie, each once, in the order of the table.
    public static func places(_ reports: [SettlementReport]) -> [Coordinate] {
        var seen: Set<String> = []
        return reports.filter { seen.insert($0.key).inserted }.map(\.place)
    }

    /// Settlements that stand at one place: between them runs no border.
    public static func samePlaces(_ reports: [SettlementReport]) -> [Problem] {
        var seen: [String: SettlementReport] = [:]
        var firsts: [SettlementReport] = []
        var problems: [Problem] = []
        for report in reports where seen[report.key] == nil {
            seen[report.key] = report
            let other = firsts.first {
                abs($0.place.latitude - report.place.latitude) < 0.001
                    && Measuring.distance($0.place, report.place) < nearest
            }
            firsts.append(report)
            guard let other else { continue }
            var place = Problem.Place()
            place.line = report.line
            place.column = 1
            let same = "\(report.name) stands at the same place as \(other.name) on line \(other.line)"
            problems.append(
                Problem(
                    .scenario, same, at: place,
                    hint: other.name == report.name
                        ? "rows of one settlement give exactly the same coordinates"
                        : "settlements must lie at least \(Int(nearest)) m apart: correct the coordinates or leave one out"
                ))
        }
        return problems
    }
}
