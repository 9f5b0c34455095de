// What comes out: a claim held against measurements, under each definition.

/// Whether a figure fits the drawn map. Never "true" or "false".
public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// The claim's interval and the map's 95 % interval overlap.
    case consistent
    /// The claim lies wholly above the map.
    case overstated
    /// The claim lies wholly below the map.
    case understated
    /// They overlap, but a figure half as large again would fit as well.
    case inconclusive
    /// The claim lies wholly above the map under the narrower definition and wholly below it under the wider one.
    case betweenDefinitions = "between-definitions"
    /// The maps that bracket the day give different verdicts.
    case dependsOnDay = "depends-on-day"
    /// There is no geometry, date or denominator; the reason says which.
    case notCheckable = "not-checkable"
    /// Definitions of what counts as held give different verdicts.
    case dependsOnDefinition = "depends-on-definition"
    /// Maps of several sources give different verdicts.
    case dependsOnSource = "depends-on-source"

    /// As printed.
    public var words: String {
        switch self {
        case .consistent: "fits the map"
        case .overstated: "above the map"
        case .understated: "below the map"
        case .inconclusive: "the map cannot tell"
        case .betweenDefinitions: "between held and held + grey"
        case .dependsOnDay: "depends on the day"
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
        case .betweenDefinitions, .dependsOnDay, .dependsOnDefinition, .dependsOnSource: "≠"
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

/// What one of the maps that bracket a day says of a figure.
public struct DayVerdict: Hashable, Sendable {
    /// The day of the map, of a change that of the later one; nil for a map without a date.
    public var date: CalendarDate?
    /// Of a change the day of the earlier map.
    public var fromDate: CalendarDate?
    /// What it shows, in SI.
    public var value: Double
    /// Its 95 % interval, in SI.
    public var interval95: Interval
    /// What comes of it alone.
    public var verdict: Verdict
    /// What a map says from its parts.
    public init(
        date: CalendarDate?, fromDate: CalendarDate?, value: Double, interval95: Interval, verdict: Verdict
    ) {
        self.date = date
        self.fromDate = fromDate
        self.value = value
        self.interval95 = interval95
        self.verdict = verdict
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
    /// How clearly the figure misses the map; nil when it does not.
    public var strength: Strength?
    /// How well a one-sided figure that holds describes the map; nil for others.
    public var fit: Fit?
    /// By how many metres the whole uncertain line would have to move outward for the figure to hold; 0
    /// when it holds, nil without a line.
    public var depthEquivalentMetres: Double?
    /// The smallest σ of the uncertain line at which the verdict changes, in m; nil when none does.
    public var sigmaFlipMetres: Double?
    /// The σ between which the verdict holds, in m; the high end may be infinite. Nil without a σ.
    public var sigmaHolds: Interval?
    /// The same in words, beside the σ by which mapmakers differ.
    public var sigmaWords: String?
    /// What each of the maps that bracket the day says, the nearest first; empty where nothing was measured.
    public var days: [DayVerdict] = []
    /// Whether a figure that fits does so only at the edge of its rounding, or of the map's interval.
    public var isEdge = false
    /// Whether the verdict hangs on a gap below a hundredth of the smaller of the two bounds beside it.
    public var isBorderline = false
    /// What comes of it.
    public var verdict: Verdict
    /// Why it cannot be checked and what to do about it, or what else belongs to the verdict.
    public var reason: Wording?

    /// The reason in neutral words.
    public var because: String? { reason?.plain }

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
    /// Whether the rounding step was inferred from the digits.
    public var resolutionInferred: Bool
    /// One row per definition (and denominator), the row as worded first.
    public var definitions: [DefinitionFinding]
    /// The verdict of the row as worded; nil when the words do not say what they count.
    public var verdictAsWorded: Verdict?
    /// The verdict over all definitions.
    public var verdict: Verdict
    /// Of how many combinations of map, definition and day something was measured.
    public var combinations: Int { definitions.reduce(0) { $0 + $1.days.count } }
    /// In how many of them the figure fits.
    public var fitting: Int {
        definitions.reduce(0) { $0 + $1.days.count { $0.verdict == .consistent } }
    }
    /// Whether the verdict rests on a row that fits only at an edge: then it is not definite.
    public var isEdge: Bool {
        verdict == .consistent && definitions.contains { $0.isEdge && $0.verdict == .consistent }
    }
    /// Whether the verdict hangs on a hair: then it is not definite.
    public var isBorderline: Bool {
        definitions.contains { row in
            row.isBorderline && (row.verdict == verdict || verdict == .betweenDefinitions)
        }
    }
    /// Whether every definition gives that verdict.
    public var isRobust: Bool
    /// Whether some definitions cannot tell and the others agree.
    public var isPartlyInconclusive: Bool
    /// One sentence that says which definition gives which verdict.
    public var reason: Wording
    /// Whether what is measured has no status that could be counted or not: a line, a place, a reference area.
    public var isDrawnAsItIs = false
    /// What the statuses of the map are called.
    public var words = StatusWords()
    /// Between which σ, in m, the lines of mapmakers differ: what `sigmaFlipMetres` is to be held against.
    public var benchmark: Interval?

    /// A finding from its parts.
    public init(
        claim: Claim, said: Interval, saidSI: Interval, resolution: Double, resolutionInferred: Bool,
        definitions: [DefinitionFinding], verdictAsWorded: Verdict?, verdict: Verdict, isRobust: Bool,
        isPartlyInconclusive: Bool, reason: Wording
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
        self.reason = reason
    }

    /// The sentence in neutral words.
    public var because: String { reason.plain }

    /// The same finding in the words of a program.
    public func worded(in words: Vocabulary) -> Finding {
        var finding = self
        finding.reason = reason.worded(in: words)
        for i in definitions.indices {
            finding.definitions[i].reason = definitions[i].reason?.worded(in: words)
        }
        return finding
    }
}

extension Verdict: Codable {}
extension Strength: Codable {}
extension Fit: Codable {}

extension DayVerdict: Codable {
    enum CodingKeys: String, CodingKey {
        case date
        case fromDate = "from_date"
        case value
        case interval95 = "interval_95"
        case verdict
    }
}

extension DenominatorUsed: Codable {
    enum CodingKeys: String, CodingKey {
        case name
        case squareMetres = "square_metres"
        case source
    }
}

extension DefinitionFinding: Codable {
    enum CodingKeys: String, CodingKey {
        case counting
        case asWorded = "as_worded"
        case denominator, measured, ratio, zeta, strength, fit
        case depthEquivalentMetres = "depth_equivalent_m"
        case sigmaFlipMetres = "sigma_flip_m"
        case sigmaHolds = "sigma_holds_m"
        case sigmaWords = "sigma_words"
        case days
        case isEdge = "edge"
        case isBorderline = "borderline"
        case verdict
        case reason = "because"
    }
}

extension Finding: Codable {
    enum CodingKeys: String, CodingKey {
        case claim, said
        case saidSI = "said_si"
        case resolution
        case resolutionInferred = "resolution_inferred"
        case definitions
        case verdictAsWorded = "verdict_as_worded"
        case verdict
        case isRobust = "robust"
        case isPartlyInconclusive = "partly_inconclusive"
        case reason = "because"
        case isDrawnAsItIs = "drawn_as_it_is"
        case words
        case benchmark = "benchmark_m"
    }
}
