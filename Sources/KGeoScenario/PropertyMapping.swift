// How the properties of any map at hand become those of a scenario.

public import KGeoCore

/// Which properties of a map mean what; empty for a file that is a scenario already.
public struct PropertyMapping: Hashable, Sendable {
    /// The property that holds the status, and the values that mean controlled, contested, claimed, or
    /// nothing that counts.
    public var statusProperty: String?
    /// The values that mean controlled.
    public var controlled: [String] = []
    /// The values that mean contested.
    public var contested: [String] = []
    /// The values that mean claimed.
    public var claimed: [String] = []
    /// The values that do not count.
    public var ignored: [String] = []
    /// The properties that hold date, holder, region and id.
    public var dateProperty: String?
    /// The property that holds the holder.
    public var holderProperty: String?
    /// The property that holds the region.
    public var regionProperty: String?
    /// The property that holds the id.
    public var idProperty: String?
    /// The zone in which a unix time becomes a date.
    public var timeZone: MapTimeZone?
    /// The day of features that give none, before that in the file's name; it maps no property.
    public var day: CalendarDate?
    /// By how many days the file lags behind the day in its name, where its maker is known.
    public var lagDays: ClosedRange<Int>?
    /// What the statuses are called, where that is asked for; it maps no property.
    public var words: StatusWords?
    /// Values set on every feature, whatever it says.
    public var set: [FixedValue] = []

    /// A value set on every feature.
    public struct FixedValue: Hashable, Sendable {
        /// The property, one of `settable`.
        public var name: String
        /// Its value, as a text.
        public var value: String
        /// A value from the property and its text.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// No mapping.
    public init() {}

    /// Whether it says which ground is held, by words of a property or for all of it.
    public var saysStatus: Bool {
        statusProperty != nil || !controlled.isEmpty || !contested.isEmpty || !claimed.isEmpty
            || !ignored.isEmpty
            || set.contains { $0.name == "status" || $0.name == "role" }
    }

    /// The settings of the properties other than the status that it names.
    public var otherProperties: [Setting] {
        let named: [(Setting, String?)] = [
            (.dateProperty, dateProperty), (.holderProperty, holderProperty),
            (.regionProperty, regionProperty), (.idProperty, idProperty),
        ]
        return named.compactMap { setting, name in name == nil ? nil : setting }
    }

    /// Whether anything is mapped.
    public var isEmpty: Bool { self == PropertyMapping() }

    public static func == (a: PropertyMapping, b: PropertyMapping) -> Bool {
        a.statusProperty == b.statusProperty && a.controlled == b.controlled && a.contested == b.contested
            && a.claimed == b.claimed && a.ignored == b.ignored && a.dateProperty == b.dateProperty
            && a.holderProperty == b.holderProperty && a.regionProperty == b.regionProperty
            && a.idProperty == b.idProperty && a.timeZone == b.timeZone
            && a.set == b.set
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(statusProperty)
        hasher.combine(dateProperty)
        hasher.combine(controlled)
        hasher.combine(contested)
    }

    /// The file's properties that are read under a name of their own.
    var properties: [String] {
        [statusProperty, dateProperty, holderProperty, regionProperty, idProperty].compactMap(\.self)
    }

    /// The names that `--set` may set.
    public static let settable = [
        "role", "status", "holder", "region", "date", "date_end", "boundary_error_m", "source", "source_url",
        "licence",
    ]

    /// What a status word of the map counts as.
    enum StatusMeaning: Equatable {
        case counts(Status)
        case ignored, unknown
    }

    func meaning(of word: String) -> StatusMeaning {
        if controlled.contains(word) { return .counts(.controlled) }
        if contested.contains(word) { return .counts(.contested) }
        if claimed.contains(word) { return .counts(.claimed) }
        if ignored.contains(word) { return .ignored }
        return Status(rawValue: word).map { .counts($0) } ?? .unknown
    }
}
