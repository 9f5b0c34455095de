// What a check depends on beside the scenario: options, over the scenario's defaults.

public import KGeoControl
public import KGeoCore
public import KGeoMeasure
public import KGeoScenario

/// How claims are checked.
public struct CheckSettings: Hashable, Sendable {
    /// How far a map may lie from a claim's date when neither claim nor scenario says, in days.
    public static let defaultWindowDays = 3

    /// σ of control lines that give none of their own, in m; nil: the scenario's, else that of the map's class.
    public var boundaryError: Double?
    /// Correlation length in m; nil: the scenario's, else that of the class where σ is the class's, else 5 km.
    public var correlationLength: Double?
    /// The class of the maps; nil: chosen from how each was made.
    public var errorClass: ErrorClass?
    /// The classes to choose from.
    public var classes: ErrorClasses
    /// How many fields are drawn for every value, as a check; nil: only where the formula of the error does not hold.
    public var simulatedFields: Int?
    /// Which edge model gives the value.
    public var edges: EdgeModel
    /// A date for claims that give none.
    public var asOf: CalendarDate?
    /// The window in days; nil: the claim's, the scenario's, else 3.
    public var windowDays: Int?
    /// Whether all maps within the window of a figure's day are measured, for the lowest and highest value among them;
    /// else those alone that bracket it.
    public var measuresWindow = true

    /// Settings that leave everything to the scenario.
    public init(
        boundaryError: Double? = nil, correlationLength: Double? = nil, errorClass: ErrorClass? = nil,
        classes: ErrorClasses = .builtIn, simulatedFields: Int? = nil, edges: EdgeModel = .geodesic,
        asOf: CalendarDate? = nil, windowDays: Int? = nil
    ) {
        self.errorClass = errorClass
        self.classes = classes
        self.simulatedFields = simulatedFields
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
            correlationLength: correlationLength ?? scenario.defaults.correlationLength,
            errorClass: errorClass, classes: classes, edges: edges)
    }
}
