// A scenario: what a map file says, as roles, statuses, holders and dates, and the claims held against it.

public import KGeoCore

/// One feature of a scenario, its properties understood.
public struct ScenarioFeature: Hashable, Sendable {
    /// Its number in the file, from 0.
    public var index: Int
    /// Its id; unique in a scenario.
    public var id: String?
    /// What it is.
    public var role: Role
    /// The status as kgeo counts it; nil when the file's word is not mapped to one.
    public var status: Status?
    /// The status as the file words it.
    public var statusText: String?
    /// Who holds it.
    public var holder: String?
    /// Where it is.
    public var regions: [String] = []
    /// The day it shows, or its first day.
    public var date: CalendarDate?
    /// The last day; nil for a single one.
    public var dateEnd: CalendarDate?
    /// σ of its line in m.
    public var boundaryError: Double?
    /// Of a place the radius in m within which it lies.
    public var coordinateError: Double?
    /// Of a line whether it is drawn straight from place to place, so that the real one is longer.
    public var isLowerBound = false
    /// Where it comes from.
    public var source: String?
    /// A link to that: http, https, mailto or doi.
    public var sourceURL: String?
    /// The licence.
    public var licence: String?
    /// Anything else.
    public var note: String?
    /// What a place is called, the kind of evidence of its status, the day that speaks of it, and who gives
    /// the position.
    public var name, evidenceClass, reported: String?
    /// What its properties call it (`AreaName.names`), by which claims may mean it.
    public var names: [String] = []
    /// Of a place who gives its position.
    public var coordinateSource: String?
    /// Where it is, in degrees.
    public var geometry: Geometry?
    /// The area of each of its surfaces, where they are pieces that a region leaves of what was drawn.
    public var areas: [AreaMeasurement]?

    /// A feature of which only number and role are known.
    public init(index: Int, role: Role) {
        self.index = index
        self.role = role
    }

    /// σ in m of where it is drawn: as stated, else half the radius within which it lies (the standard deviation
    /// along any one direction of a place that may be anywhere in that circle); nil when nothing is stated.
    public var sigma: Double? { boundaryError ?? coordinateError.map { $0 / 2 } }

    /// Its place for a message.
    public var place: Problem.Place { Problem.Place(feature: index, id: id) }
}

/// A further part of the error of an area, which its outline cannot show: stated by the mapmaker.
public struct StatedErrorPart: Hashable, Sendable {
    /// What the area counts.
    public var counting: Counting
    /// Of whom, where and on which day; nil for all.
    public var holder, region: String?
    /// The day it shows, or its first day.
    public var date: CalendarDate?
    /// One standard deviation, in m².
    public var squareMetres: Double
    /// What is uncertain, in words.
    public var reason: String?

    /// A part with what every part has.
    public init(counting: Counting, squareMetres: Double) {
        self.counting = counting
        self.squareMetres = squareMetres
    }
}

/// What a scenario says once for all its features and claims (`kgeo.defaults`).
public struct ScenarioDefaults: Hashable, Sendable {
    /// σ of control lines in m.
    public var boundaryError: Double?
    /// Correlation length of a line's displacement in m, within `correlationLengths`.
    public var correlationLength: Double?
    /// The correlation lengths that mean anything on a map: below, a divider would walk every digit of the
    /// drawing; above, the line moves as a whole already.
    public static let correlationLengths = 100.0...10_000_000.0
    /// How far a map may lie from a claim's date, in days.
    public var windowDays: Int?
    /// By how many days maps may be earlier than their dates, as those of a mirror that lags.
    public var daysEarlier: Int?
    /// Property values for features that do not give their own: holder, region, status, date, source, …
    public var properties = JSONObject()

    /// No defaults.
    public init() {}
}

/// A map with the claims held against it.
public struct Scenario: Hashable, Sendable {
    /// The file's path.
    public var file: String
    /// One line.
    public var title: String?
    /// A few sentences.
    public var summary: String?
    /// The licence.
    public var licence: String?
    /// What is said once for all features and claims.
    public var defaults = ScenarioDefaults()
    /// By how many days its maps may be earlier than their dates; 0 where their days are certain.
    public var daysEarlier: Int { day?.daysEarlier ?? defaults.daysEarlier ?? 0 }
    /// The features, in the order of the file.
    public var features: [ScenarioFeature] = []
    /// The claims held against it.
    public var claims: [Claim] = []
    /// Parts of the error of its areas beside that of the outline; independent of each other.
    public var errorParts: [StatedErrorPart] = []
    /// What its maps ought to show and do not.
    public var gaps: [StatusGap] = []
    /// The region by which its ground was cut; nil where it is whole.
    public var cutTo: String?
    /// What its statuses are called.
    public var words = StatusWords()
    /// Whether the file is a plain map: no roles, read by property mapping.
    public var isPlainMap = false
    /// The day of the control areas that give none themselves, where something else says it.
    public var day: MapDay?
    /// What is said where the file's name says another day than the features.
    public var dayConflict: Notice?

    /// What is said of its day: where it comes from, and what contradicts it.
    public var dayNotices: [Notice] { [day?.notice(file), dayConflict].compactMap(\.self) }

    /// An empty scenario.
    public init(file: String) { self.file = file }

    /// The features that agree with every part of a subject that is given. A subject without a role speaks of
    /// control areas, unless it names an id.
    public func features(of subject: Subject) -> [ScenarioFeature] {
        features.filter { $0.agrees(with: subject) }
    }

    /// What a message about an id that is not there says of those that are, or of the names.
    public var idHint: String {
        func list(_ words: [String]) -> String {
            words.prefix(12).joined(separator: ", ") + (words.count > 12 ? ", …" : "")
        }
        let ids = features.compactMap(\.id)
        guard ids.isEmpty else { return "the features' ids: " + list(ids) }
        let names = features.compactMap(\.names.first)
        return names.isEmpty
            ? "no feature has an id" : "no feature has an id; their names: " + list(names)
    }

    /// The stated error of an area beside its outline's, in m²: the parts in quadrature.
    public func statedError(of counting: Counting, subject: Subject, on date: CalendarDate?) -> Double {
        errorParts.filter { part in
            part.counting == counting
                && (part.holder == nil || subject.holder == nil || part.holder == subject.holder)
                && (part.region == nil || subject.region == nil || part.region == subject.region)
                && (part.date == nil || part.date == date)
        }.reduce(0) { $0 + $1.squareMetres * $1.squareMetres }.squareRoot()
    }

    /// The makers of the map: the sources its control features name, each once, in order.
    public var mapmakers: [String] {
        var seen: [String] = []
        for feature in features where feature.role == .control {
            if let source = feature.source, !seen.contains(source) { seen.append(source) }
        }
        return seen
    }
}
