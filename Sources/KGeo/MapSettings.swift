// How a map is read and measured, where the map itself does not say.

public import KGeoCore
internal import KGeoScenario
internal import KGeoVerdict

/// Which properties of a map at hand mean what; for a scenario file nothing of it is needed.
///
/// ```swift
/// let text = #"""
///     {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"zone":"red","day":"2025-05-01"},
///     "geometry":{"type":"Polygon","coordinates":[[[30,45],[31,45],[31,46],[30,46],[30,45]]]}}]}
///     """#
/// let meaning = MapProperties(status: "zone", controlled: ["red"], date: "day", holder: "Southland")
/// let map = try ControlMap(.text(text), properties: meaning)
/// print(map.dates, map.holders)  // [2025-05-01] ["Southland"]
/// ```
public struct MapProperties: Hashable, Sendable, Codable {
    /// The property that holds the status; nil: `status`.
    public var status: String?
    /// The values of the status that mean firmly held, contested, claimed only, and nothing that counts.
    public var controlled, contested, claimed, ignored: [String]
    /// The property that holds the date (`YYYY-MM-DD` or a unix time).
    public var date: String?
    /// The properties that hold region and id.
    public var region, id: String?
    /// Whose ground all of it is.
    public var holder: String?
    /// The day of features that give none.
    public var day: CalendarDate?

    /// Properties of a map; what is left out is not mapped.
    public init(
        status: String? = nil, controlled: [String] = [], contested: [String] = [], claimed: [String] = [],
        ignored: [String] = [], date: String? = nil, region: String? = nil, id: String? = nil,
        holder: String? = nil, day: CalendarDate? = nil
    ) {
        self.status = status
        self.controlled = controlled
        self.contested = contested
        self.claimed = claimed
        self.ignored = ignored
        self.date = date
        self.region = region
        self.id = id
        self.holder = holder
        self.day = day
    }

    var mapping: PropertyMapping {
        var mapping = PropertyMapping()
        mapping.statusProperty = status
        mapping.controlled = controlled
        mapping.contested = contested
        mapping.claimed = claimed
        mapping.ignored = ignored
        mapping.dateProperty = date
        mapping.regionProperty = region
        mapping.idProperty = id
        mapping.day = day
        if let holder { mapping.set.append(PropertyMapping.FixedValue(name: "holder", value: holder)) }
        return mapping
    }
}

/// How ground is measured; what is nil is taken from the map.
///
/// ```swift
/// let square = #"{"type":"Polygon","coordinates":[[[30,45],[31,45],[31,46],[30,46],[30,45]]]}"#
/// let assumed = try ControlMap(.text(square))
/// let rough = try ControlMap(.text(square), settings: MapSettings(boundaryErrorMetres: 1_000))
/// print((2 * (try assumed.areas()[0].value.u) / 1e6).rounded())  // 152.0
/// print((2 * (try rough.areas()[0].value.u) / 1e6).rounded())  // 125.0
/// ```
public struct MapSettings: Hashable, Sendable, Codable {
    /// σ of drawn lines that give none of their own, in m, 0 or more; nil: what the map says, else that of its class, assumed.
    public var boundaryErrorMetres: Double?
    /// Over how many metres along a line its displacement holds together, 100 to 10,000,000; nil: what the map says,
    /// else that of its class where the error is, and 5 km where the error is given.
    public var correlationLengthMetres: Double?
    /// Which edge model gives the value; both are measured.
    public var edges: EdgeModel
    /// How far a map may lie from a claim's day, in days, 0 to 3,660; nil: what claim or map say, else 3.
    public var windowDays: Int?

    /// Settings that leave everything to the map, unless said otherwise.
    public init(
        boundaryErrorMetres: Double? = nil, correlationLengthMetres: Double? = nil,
        edges: EdgeModel = .geodesic, windowDays: Int? = nil
    ) {
        self.boundaryErrorMetres = boundaryErrorMetres
        self.correlationLengthMetres = correlationLengthMetres
        self.edges = edges
        self.windowDays = windowDays
    }

    enum CodingKeys: String, CodingKey {
        case boundaryErrorMetres = "boundary_error_m"
        case correlationLengthMetres = "correlation_length_m"
        case edges
        case windowDays = "window_days"
    }

    /// - Throws: a problem with code `usage` for a value out of its range.
    func checked() throws(Problem) -> CheckSettings {
        if let sigma = boundaryErrorMetres, !(sigma >= 0 && sigma.isFinite) {
            throw Problem(.usage, "boundaryErrorMetres must be a number of metres, 0 or more")
        }
        if let length = correlationLengthMetres, !ScenarioDefaults.correlationLengths.contains(length) {
            throw Problem(.usage, "correlationLengthMetres must lie in 100 to 10,000,000 m")
        }
        if let windowDays, !(0...Claim.longestWindow).contains(windowDays) {
            throw Problem(.usage, "windowDays must lie in 0 to \(Claim.longestWindow) days")
        }
        return CheckSettings(
            boundaryError: boundaryErrorMetres, correlationLength: correlationLengthMetres, edges: edges,
            windowDays: windowDays)
    }
}
