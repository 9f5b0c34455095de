// What the error of a drawn line depends on: what was given, else the class of the map.

public import KGeoCore
public import KGeoMeasure

/// What the error of a control area depends on.
public struct ErrorSettings: Hashable, Sendable {
    /// ℓ of lines whose σ is given without one, in m.
    public static let defaultCorrelationLength = 5_000.0
    /// σ with which one mapmaker draws an unmoved line anew, in m: what differs by less from one day to the next may
    /// be nothing but that.
    public static let redrawSigma = 250.0

    /// σ for outlines without one of their own, in m; nil: that of the class, marked as assumed.
    public var boundaryError: Double?
    /// Correlation length of the line's displacement, in m; nil: that of the class where σ is the class's, else 5 km.
    public var correlationLength: Double?
    /// The class that was asked for; its mapmaker's part then holds for all lines. Nil: the class is chosen from how
    /// the map was made, and its mapmaker's part holds for lines whose σ is the class's.
    public var errorClass: ErrorClass?
    /// The classes to choose from.
    public var classes: ErrorClasses
    /// The edge model of the area.
    public var edges: EdgeModel

    /// Settings; the defaults are those of the scenario format.
    public init(
        boundaryError: Double? = nil, correlationLength: Double? = nil, errorClass: ErrorClass? = nil,
        classes: ErrorClasses = .builtIn, edges: EdgeModel = .geodesic
    ) {
        self.boundaryError = boundaryError
        self.correlationLength = correlationLength
        self.errorClass = errorClass
        self.classes = classes
        self.edges = edges
    }

    /// The class of a map of which nothing else is known.
    public var assumedClass: ErrorClass { errorClass ?? classes.chosen(speed: nil, namesMaker: false) }

    /// ℓ of a line, in m.
    ///
    /// - Parameter isAssumed: whether any of its σ is the class's.
    public func correlationLength(isAssumed: Bool, of errorClass: ErrorClass) -> Double {
        correlationLength
            ?? (isAssumed || self.errorClass != nil
                ? errorClass.correlationLength : Self.defaultCorrelationLength)
    }
}
