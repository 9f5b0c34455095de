// What comes out: a claim held against measurements, under each definition.

/// Whether a figure fits the drawn map. Never "true" or "false".
public enum Verdict: String, CaseIterable, Hashable, Sendable {
    case consistent, overstated, understated, inconclusive
    case notCheckable = "not-checkable"
    case dependsOnDefinition = "depends-on-definition"
    case dependsOnSource = "depends-on-source"

    /// As printed.
    public var words: String {
        switch self {
        case .consistent: "fits the map"
        case .overstated: "above the map"
        case .understated: "below the map"
        case .inconclusive: "the map cannot tell"
        case .notCheckable: "cannot be checked"
        case .dependsOnDefinition: "depends on the definition"
        case .dependsOnSource: "depends on the source"
        }
    }

    /// A sign beside the word, so that colour is never alone.
    public var sign: String {
        switch self {
        case .consistent: "="
        case .overstated: "▲"
        case .understated: "▼"
        case .inconclusive: "?"
        case .notCheckable: "–"
        case .dependsOnDefinition, .dependsOnSource: "≠"
        }
    }
}

/// How clearly a figure misses the map.
public enum Strength: String, Hashable, Sendable {
    /// Two to three standard errors away.
    case marginal
    /// More than three standard errors away.
    case clear
}

/// How well a one-sided figure that holds describes the map.
public enum Fit: String, Hashable, Sendable {
    /// The bound lies within 0.8 to 1.25 times the measured value.
    case tight
    /// The bound holds but says little.
    case loose
}

/// A measured quantity with its error, in SI.
public struct MeasuredValue: Hashable, Sendable {
    /// The value: m² for an area, a fraction of 1 for a share.
    public var value: Double
    /// Standard error (one standard deviation), of which `boundaryU` comes from the drawn line.
    public var u: Double
    /// Standard error from the uncertain boundary alone.
    public var boundaryU: Double
    /// Difference between the two edge models.
    public var edgeEffect: Double
    /// Standard error that the map states beside that of its outline; 0 when it states none.
    public private(set) var statedU = 0.0
    /// The day of the map; nil for an undated one.
    public var date: CalendarDate?
    /// The features that were measured, by their numbers in the file; empty for a mean over several maps.
    public var features: [Int] = []
    /// Lowest and highest value over the maps within the window (or the period).
    public var windowLow, windowHigh: Double
    /// Length of the uncertain outline at a ruler of half the correlation length, in m.
    public var outlineMetres: Double
    /// Length of the uncertain outline as drawn, in m.
    public var outlineDrawnMetres: Double
    /// Standard error of the boundary had the outline not been smoothed.
    public var boundaryUDrawn: Double
    /// The standard deviation of the drawn line where it is one number for the whole uncertain outline, in m.
    public var boundaryErrorMetres: Double?
    /// Whether that standard deviation is kgeo's own assumption.
    public var boundaryErrorAssumed: Bool
    /// How the error scales when σ of the uncertain line is t times `sigmaUnitMetres`.
    public var uncertainty: UncertaintyScale
    /// σ of the uncertain line at t = 1, in m: its length-weighted mean where it varies along the line.
    public var sigmaUnitMetres: Double
    /// The t that holds now: 1, or 0 for a line drawn without error.
    public var sigmaFactor: Double

    /// The 95 % interval, never below zero.
    public var interval95: Interval { Interval(max(0, value - 2 * u), max(0, value + 2 * u)) }

    /// A measured value; the window is the value itself until set.
    public init(value: Double, boundaryU: Double, edgeEffect: Double) {
        self.value = value
        self.boundaryU = boundaryU
        self.edgeEffect = edgeEffect
        u = (boundaryU * boundaryU + edgeEffect * edgeEffect / 3).squareRoot()
        windowLow = value
        windowHigh = value
        outlineMetres = 0
        outlineDrawnMetres = 0
        boundaryUDrawn = boundaryU
        boundaryErrorAssumed = false
        uncertainty = UncertaintyScale(a: boundaryU * boundaryU, b: 0, c: edgeEffect * edgeEffect / 3)
        sigmaUnitMetres = 0
        sigmaFactor = 1
    }

    /// Adds an error that the map states beside that of its outline, independent of it.
    public mutating func addStated(u stated: Double) {
        statedU = (statedU * statedU + stated * stated).squareRoot()
        u = (u * u + stated * stated).squareRoot()
        uncertainty.c += stated * stated
    }

    /// The same over a denominator, which has an error of its own: a share.
    public func divided(by whole: Double, u wholeU: Double) -> MeasuredValue {
        var share = self
        let own = value / whole * wholeU / whole
        for path in [
            \MeasuredValue.value, \.boundaryU, \.edgeEffect, \.windowLow, \.windowHigh, \.boundaryUDrawn,
            \.statedU,
        ] { share[keyPath: path] /= whole }
        share.uncertainty = UncertaintyScale(
            a: uncertainty.a / whole / whole, b: uncertainty.b / whole / whole,
            c: uncertainty.c / whole / whole + own * own)
        share.u = (u / whole * u / whole + own * own).squareRoot()
        return share
    }
}

/// The square of the error as a function of a factor t on σ of the uncertain line: u² = a·t² + b·t + c.
/// Border pieces keep their own σ and stand in `c`, their correlation with the rest in `b`.
public struct UncertaintyScale: Hashable, Sendable {
    /// The three coefficients, in the square of the value's unit; none is negative.
    public var a, b, c: Double
    /// A scale from its coefficients.
    public init(a: Double, b: Double, c: Double) {
        self.a = a
        self.b = b
        self.c = c
    }
    /// The error at a factor t ≥ 0.
    public func u(at t: Double) -> Double { max(0, a * t * t + b * t + c).squareRoot() }
    /// The factor at which the error reaches `target`; 0 when it does so without any σ of the uncertain
    /// line, nil when it never does.
    public func factor(reaching target: Double) -> Double? {
        guard target.isFinite else { return nil }
        if c >= target * target { return 0 }
        guard a > 0 else { return b > 0 ? (target * target - c) / b : nil }
        let q = b * b - 4 * a * (c - target * target)
        return (-b + q.squareRoot()) / (2 * a)
    }
}

/// The denominator of a share as used.
public struct DenominatorUsed: Hashable, Sendable {
    /// What it is, such as "Ukraine, official area".
    public var name: String
    /// Its area in m².
    public var squareMetres: Double
    /// Where the area comes from.
    public var source: String
    /// A denominator from its parts.
    public init(name: String, squareMetres: Double, source: String) {
        self.name = name
        self.squareMetres = squareMetres
        self.source = source
    }
}

/// A claim under one definition of what counts.
public struct DefinitionFinding: Hashable, Sendable {
    /// What is counted as held.
    public var counting: Counting
    /// Whether this is what the claim's own words count.
    public var asWorded: Bool
    /// For a share, the denominator.
    public var denominator: DenominatorUsed?
    /// What was measured; nil when it could not be.
    public var measured: MeasuredValue?
    /// Claim over measured; nil when nothing was measured or it is zero.
    public var ratio: Double?
    /// Distance from the measured value to the nearest end of the claim, over u: 0 inside the claim, nil
    /// when u is 0.
    public var zeta: Double?
    public var strength: Strength?
    public var fit: Fit?
    /// By how many metres the whole uncertain line would have to move outward for the figure to hold; 0
    /// when it holds, nil without a line.
    public var depthEquivalentMetres: Double?
    /// The smallest σ of the uncertain line at which the verdict changes, in m; nil when none does.
    public var sigmaFlipMetres: Double?
    /// The σ between which the verdict holds, in m; the high end may be infinite. Nil without a σ.
    public var sigmaHolds: Interval?
    public var verdict: Verdict
    /// Why it cannot be checked, or what else belongs to the verdict.
    public var because: String?

    /// A finding of which the numbers are still to come.
    public init(counting: Counting, asWorded: Bool, verdict: Verdict) {
        self.counting = counting
        self.asWorded = asWorded
        self.verdict = verdict
    }
}

/// A claim held against a map.
public struct Finding: Hashable, Sendable {
    /// The claim.
    public var claim: Claim
    /// The claim as an interval, in its own unit.
    public var said: Interval
    /// The same in SI.
    public var saidSI: Interval
    /// The rounding step used, in the claim's unit, and whether it was inferred from the digits.
    public var resolution: Double
    public var resolutionInferred: Bool
    /// One row per definition (and denominator), the row as worded first.
    public var definitions: [DefinitionFinding]
    /// The verdict of the row as worded; nil when the words do not say what they count.
    public var verdictAsWorded: Verdict?
    /// The verdict over all definitions.
    public var verdict: Verdict
    /// Whether every definition gives that verdict.
    public var isRobust: Bool
    /// Whether some definitions cannot tell and the others agree.
    public var isPartlyInconclusive: Bool
    /// One sentence that says which definition gives which verdict.
    public var because: String

    /// A finding from its parts.
    public init(
        claim: Claim, said: Interval, saidSI: Interval, resolution: Double, resolutionInferred: Bool,
        definitions: [DefinitionFinding], verdictAsWorded: Verdict?, verdict: Verdict, isRobust: Bool,
        isPartlyInconclusive: Bool, because: String
    ) {
        self.claim = claim
        self.said = said
        self.saidSI = saidSI
        self.resolution = resolution
        self.resolutionInferred = resolutionInferred
        self.definitions = definitions
        self.verdictAsWorded = verdictAsWorded
        self.verdict = verdict
        self.isRobust = isRobust
        self.isPartlyInconclusive = isPartlyInconclusive
        self.because = because
    }
}
