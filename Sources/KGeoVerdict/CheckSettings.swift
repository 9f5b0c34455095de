// What a check depends on beside the scenario: options, over the scenario's defaults.

public import KGeoControl
public import KGeoCore
public import KGeoScenario

/// How claims are checked.
public struct CheckSettings: Hashable, Sendable {
    /// How far a map may lie from a claim's date when neither claim nor scenario says, in days.
    public static let defaultWindowDays = 3

    /// σ of control lines that give none of their own, in m; nil: the scenario's, else 250 m as assumed.
    public var boundaryError: Double?
    /// Correlation length in m; nil: the scenario's, else 5 km.
    public var correlationLength: Double?
    /// Which edge model gives the value.
    public var edges: EdgeModel
    /// A date for claims that give none.
    public var asOf: CalendarDate?
    /// The window in days; nil: the claim's, the scenario's, else 3.
    public var windowDays: Int?

    /// Settings that leave everything to the scenario.
    public init(
        boundaryError: Double? = nil, correlationLength: Double? = nil, edges: EdgeModel = .geodesic,
        asOf: CalendarDate? = nil, windowDays: Int? = nil
    ) {
        self.boundaryError = boundaryError
        self.correlationLength = correlationLength
        self.edges = edges
        self.asOf = asOf
        self.windowDays = windowDays
    }

    /// The error settings that hold for a scenario.
    public func errorSettings(_ scenario: Scenario) -> ErrorSettings {
        ErrorSettings(
            boundaryError: boundaryError ?? scenario.defaults.boundaryError,
            correlationLength: correlationLength ?? scenario.defaults.correlationLength
                ?? ErrorSettings.defaultCorrelationLength,
            edges: edges)
    }
}
