// What a reader of other people's maps hands on: understood features, and what was left out.

public import KGeoCore
public import KGeoScenario

/// A feature of a map, understood; not yet cut by regions.
public struct ImportedItem: Hashable, Sendable {
    /// `control`, `line` or `place`.
    public var role: Role
    /// Of a control area: its status.
    public var status: Status?
    /// Who holds it.
    public var holder: String?
    /// The regions that the map itself names.
    public var regions: [String] = []
    /// The day it shows, or its first day.
    public var date: CalendarDate
    /// The last day; nil for a single one.
    public var dateEnd: CalendarDate?
    /// The id in the scenario, before it is made unique.
    public var id: String
    /// Where it is, in degrees.
    public var geometry: Geometry
    /// Further properties for the scenario, flat and none of its own names.
    public var properties = JSONObject()
    /// The feature's number in its file, from 0.
    public var index: Int

    /// An item from what every item has.
    public init(role: Role, date: CalendarDate, id: String, geometry: Geometry, index: Int) {
        self.role = role
        self.date = date
        self.id = id
        self.geometry = geometry
        self.index = index
    }
}

/// What makes two control areas the same one.
struct ControlGround: Hashable {
    private let geometry: Geometry
    private let status: Status?
    private let holder: String?
    private let regions: [String]
    private let date: CalendarDate
    private let dateEnd: CalendarDate?

    init(_ item: ImportedItem) {
        geometry = item.geometry
        status = item.status
        holder = item.holder
        regions = item.regions
        date = item.date
        dateEnd = item.dateEnd
    }
}

/// Features of one kind that are not in the scenario.
public struct LeftOut: Hashable, Sendable {
    /// What they are: `territories far away`.
    public var what: String
    /// The setting that keeps them, where there is one.
    public var setting: Setting?
    /// How many, and their area in m²; 0 for lines and points.
    public var count = 0
    /// Their area, in m².
    public var squareMetres = 0.0
    /// Their names, where they have any, each once.
    public private(set) var names: [String] = []
    private var known: Set<String> = []

    /// A kind of which none is left out yet.
    public init(_ what: String, setting: Setting? = nil) {
        self.what = what
        self.setting = setting
    }

    mutating func add(name: String) {
        if known.insert(name).inserted { names.append(name) }
    }
}

/// A map as read from one file.
public struct ImportedMap: Hashable, Sendable {
    /// The file's path.
    public var file: String
    /// What the file is, in words: `service file of DeepStateMap`.
    public var kind: String
    /// How many features it has.
    public var featureCount = 0
    /// Who made the map, as the source and its address; nil when nobody is named.
    public var source: String?
    /// A link to it.
    public var sourceURL: String?
    /// Whether several files of one date may stand side by side, each with a part of the map.
    public var isPart = false
    /// The features that count.
    public var items: [ImportedItem] = []
    /// What does not count, by what it is.
    public private(set) var leftOut: [LeftOut] = []
    private var leftOutNumbers: [String: Int] = [:]
    /// Of each control area put in, the number of its feature.
    var grounds: [ControlGround: Int] = [:]
    /// Oddities that were accepted.
    public var notices: [Notice] = []
    /// The profile it was read through; nil for a map of nobody known.
    public var profile: MapProfile?
    /// Whether nothing says its day; the dates of its items then mean nothing.
    public var isUndated = false
    /// What it calls its statuses; nil where it has not been asked.
    public var statusWords: StatusWords?
    /// The day of its areas, where the file's name says it.
    public var dayOfFile: MapDay?
    /// Of a map with a profile: which grounds it shows, by the profile's words for them.
    public var words: Set<String> = []
    /// Words of the file that the profile does not know.
    public var unknownWords: Set<String> = []
    /// What it ought to show and does not: its area is not known, and is not 0.
    public var missing: Set<Status> = []
    /// Why, in words.
    public var reasonMissing = "this file is no map of its day"

    /// A map of which nothing is read yet.
    public init(file: String, kind: String) {
        self.file = file
        self.kind = kind
    }

    /// Whether some of its ground is firmly held.
    public var holdsGround: Bool { items.contains { $0.role == .control && $0.status == .controlled } }

    /// The days of its control areas, earliest first.
    public var dates: [CalendarDate] { Set(items.filter { $0.role == .control }.map(\.date)).sorted() }

    /// Adds to a note, a warning about this file.
    mutating func say(
        _ severity: Notice.Severity, _ message: String, feature: Int? = nil, hint: Remedy? = nil
    ) {
        var place = Problem.Place()
        place.file = file
        place.feature = feature
        notices.append(Notice(severity, Problem(.scenario, message, at: place, remedy: hint)))
    }

    /// Counts a feature as left out.
    mutating func leaveOut(
        _ what: String, _ polygons: [Polygon] = [], name: String? = nil, setting: Setting? = nil
    ) {
        let i: Int
        if let known = leftOutNumbers[what] {
            i = known
        } else {
            leftOutNumbers[what] = leftOut.count
            leftOut.append(LeftOut(what, setting: setting))
            i = leftOut.count - 1
        }
        leftOut[i].count += 1
        leftOut[i].squareMetres += ImportedMap.area(polygons)
        if let name { leftOut[i].add(name: name) }
    }

    /// Whether something of a kind is left out already.
    func leavesOut(_ what: String) -> Bool { leftOutNumbers[what] != nil }
}

/// What any reader of maps is told.
public struct ImportOptions: Hashable, Sendable {
    /// The day of features that give none themselves; overrides the file's name.
    public var date: CalendarDate?
    /// The zone in which a unix time in a file's name becomes a day.
    public var timeZone: MapTimeZone
    /// Keep points as places, and lines as lines.
    public var keepsPlaces = false
    /// Whether a map of a known maker may be of no known day, as one that comes through a pipe.
    public var allowsUndated = false
    /// Whether an area whose rings cross is refused here; false when whoever takes the map looks itself.
    public var checksTopology = true
    /// Whether lines are imported too, as fronts.
    public var keepsLines = false

    /// Options with a zone for unix times.
    public init(timeZone: MapTimeZone) { self.timeZone = timeZone }
}
