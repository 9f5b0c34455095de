// A measured quantity with its error, and how that error scales with σ of the drawn line.

/// A measured quantity with its error, in SI.
public struct MeasuredValue: Hashable, Sendable {
    /// The value: m² for an area, a fraction of 1 for a share, m for a length, m²/s for a rate. Below 0 only
    /// for a net change.
    public var value: Double
    /// Standard error (one standard deviation), of which `boundaryU` comes from the drawn line.
    public var u: Double
    /// Standard error from the uncertain boundary alone: line and mapmaker together.
    public var boundaryU: Double
    /// The part of `boundaryU` by which mapmakers differ over long stretches; 0 where the line's error was given.
    public var makerU = 0.0
    /// The rest of `boundaryU`: that of the line itself.
    public var lineU: Double { max(0, boundaryU * boundaryU - makerU * makerU).squareRoot() }
    /// The maps that bracket the day for which it stands; nil where no day was meant.
    public var hull: Hull?
    /// How far the values of the maps that bracket the day differ, as a standard error of an even spread between the lowest
    /// and the highest; not part of `u`, which is of one map.
    public var dayU: Double {
        hull.map { ($0.values.high - $0.values.low) / 12.0.squareRoot() } ?? 0
    }
    /// The class of the map by which the line's error was taken, where nobody gave it.
    public var errorClass: String?
    /// Whether the displacement stays below half the width of the ground, so that `u` describes it.
    public var isFirstOrder = true
    /// What many fields drawn at random make of it; nil where none were drawn.
    public var simulation: Simulation?
    /// Of an area of which the map draws nothing: up to how much there may be that it does not resolve.
    public var unresolved: Double?
    /// Difference between the two edge models.
    public var edgeEffect: Double
    /// Standard error that the map states beside that of its outline; 0 when it states none.
    public private(set) var statedU = 0.0
    /// Of a change the standard error from its lines' having been drawn twice; 0 for what one map shows.
    public private(set) var redrawU = 0.0
    /// The day of the map, of a change that of the later one; nil for an undated one.
    public var date: CalendarDate?
    /// Of a change the days of the two maps.
    public var fromDate, toDate: CalendarDate?
    /// Whether the value may be far smaller than the real one.
    public var bound: Bound?
    /// Whether the value may be below 0: a net change.
    public var isSigned = false
    /// Of a distance, depth, width, radius or extent the two places between which it runs.
    public var foot: Foot?
    /// The features that were measured, by their numbers in the file; empty for a mean over several maps.
    public var features: [Int] = []
    /// Of a change those of the earlier map.
    public var fromFeatures: [Int] = []
    /// Lowest and highest value over the maps within the window (or the period).
    public var windowLow, windowHigh: Double
    /// Length of the uncertain outline at the ruler of its error, in m.
    public var outlineMetres: Double
    /// Length of the uncertain outline as drawn, in m.
    public var outlineDrawnMetres: Double
    /// Standard error of the boundary had the outline not been smoothed.
    public var boundaryUDrawn: Double
    /// The standard deviation of the drawn line where it is one number for the whole uncertain outline, in m.
    public var boundaryErrorMetres: Double?
    /// The least and the greatest standard deviation along the uncertain outline, in m; nil where none of it is
    /// uncertain.
    public var boundaryErrorRange: ClosedRange<Double>?
    /// Whether that standard deviation is kgeo's own assumption.
    public var boundaryErrorAssumed: Bool
    /// What the rounding of the drawn coordinates alone may feign of an area, in m² (of a share in fractions of the
    /// whole); 0 where it is far below the value.
    public var resolution = 0.0
    /// Whether there is so little that the rounding of its coordinates may have made it.
    public var isBelowResolution: Bool { value != 0 && abs(value) < resolution }
    /// By how much the value grows when the whole uncertain line moves outward by a metre; 0 where that has no
    /// meaning, as for a length.
    public var perMetre = 0.0
    /// How the error scales when σ of the uncertain line is t times `sigmaUnitMetres`.
    public var uncertainty: UncertaintyScale
    /// σ of the uncertain line at t = 1, in m: its length-weighted mean where it varies along the line.
    public var sigmaUnitMetres: Double
    /// The t that holds now: 1, or 0 for a line drawn without error.
    public var sigmaFactor: Double

    /// The 95 % interval: never below zero unless the value is signed, without end above a lower bound.
    ///
    /// Where the formula does not hold it is that of the simulation; where nothing is drawn it ends at what the map
    /// does not resolve.
    public var interval95: Interval {
        let floor = isSigned ? -Double.infinity : 0
        if let unresolved { return Interval(0, unresolved) }
        if !isFirstOrder, let simulation {
            // What else is stated beside the line stays what it is.
            let rest = max(0, u * u - boundaryU * boundaryU)
            func away(_ part: Double) -> Double { (part * part + 4 * rest).squareRoot() }
            return Interval(
                max(floor, value - away(min(0, simulation.changes.low))),
                max(floor, value + away(max(0, simulation.changes.high))))
        }
        return Interval(
            max(floor, value - 2 * u), bound == .lower ? .infinity : max(floor, value + 2 * u))
    }

    /// Half the width of the interval, which decides whether a map can tell: 2u, or what a simulation gives.
    public var halfWidth95: Double {
        if unresolved != nil || (!isFirstOrder && simulation != nil) {
            return (interval95.high - interval95.low) / 2
        }
        return 2 * u
    }

    /// The interval that decides a verdict: from the lowest to the highest end of the maps that bracket the day.
    public var judged95: Interval { hull?.interval95 ?? interval95 }

    /// What the maps that bracket a day say together.
    public struct Hull: Hashable, Sendable {
        /// From the lowest to the highest end of their 95 % intervals.
        public var interval95: Interval
        /// The lowest and the highest of their values.
        public var values: Interval
        /// Their days, the earlier first; of a change every pair of maps, each from its earlier to its later day.
        public var days: [Days]

        /// The day of a map, or of the two maps of a change.
        public struct Days: Hashable, Sendable, Codable {
            /// Of a change the earlier day.
            public var from: CalendarDate?
            /// The day.
            public var to: CalendarDate
            /// Days from their parts.
            public init(from: CalendarDate? = nil, to: CalendarDate) {
                self.from = from
                self.to = to
            }
        }

        /// The days as text: `2024-08-14`, of a change `2024-08-14/2024-08-21`.
        public var dates: [String] {
            days.map { day in day.from.map { "\($0)/\(day.to)" } ?? day.to.description }
        }

        /// A hull of values; nil for none, and for values without a date.
        public init?(_ values: [MeasuredValue]) {
            let days = values.compactMap { value in
                value.date.map { Days(from: value.fromDate, to: $0) }
            }
            guard let first = values.first, days.count == values.count else { return nil }
            self.days = days.sorted { a, b in
                (a.from?.dayNumber ?? 0, a.to.dayNumber) < (b.from?.dayNumber ?? 0, b.to.dayNumber)
            }
            interval95 = values.reduce(first.interval95) { $0.hull(with: $1.interval95) }
            self.values = Interval(
                values.map(\.value).min() ?? first.value, values.map(\.value).max() ?? first.value)
        }
    }

    /// The changes of a value in many fields drawn at random.
    public struct Simulation: Hashable, Sendable {
        /// Between which the middle 95 % of the changes lie.
        public var changes: Interval
        /// Their standard deviation.
        public var deviation: Double
        /// How many fields were drawn.
        public var fields: Int
        /// The same of a value times a positive factor.
        public func scaled(by factor: Double) -> Simulation {
            Simulation(changes: changes.scaled(by: factor), deviation: deviation * factor, fields: fields)
        }

        /// A simulation from its parts.
        public init(changes: Interval, deviation: Double, fields: Int) {
            self.changes = changes
            self.deviation = deviation
            self.fields = fields
        }
    }

    /// What a value says when it is none of its own.
    public enum Bound: String, Hashable, Sendable {
        /// The real value is at least this: a line drawn straight from place to place.
        case lower
    }

    /// The two places between which a distance runs.
    public struct Foot: Hashable, Sendable {
        /// The two places, in degrees.
        public var from, to: Coordinate
        /// What they lie on, such as the id of a border.
        public var fromName, toName: String?
        /// The line between two places.
        public init(from: Coordinate, to: Coordinate) {
            self.from = from
            self.to = to
        }
    }

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

    /// A length that ends at uncertain places, each independent of the others.
    public init(metres: Double, ends: [UncertainEnd], isAssumed: Bool) {
        let moving = ends.filter { !$0.isFixed }
        let weight = moving.reduce(0) { $0 + $1.weight }
        // Where no line moves at all: what would a metre do? The answer scales, and the factor is 0.
        let isExact = !moving.contains { $0.sigma > 0 }
        let fixed = ends.filter(\.isFixed).reduce(0) { $0 + $1.weight * $1.weight * $1.sigma * $1.sigma }
        let scaled = moving.reduce(0) { sum, end in
            let sigma = isExact ? 1 : end.sigma
            return sum + end.weight * end.weight * sigma * sigma
        }
        self.init(value: metres, boundaryU: isExact ? 0 : scaled.squareRoot(), edgeEffect: 0)
        uncertainty = UncertaintyScale(a: scaled, b: 0, c: fixed)
        sigmaFactor = isExact ? 0 : 1
        u = uncertainty.u(at: sigmaFactor)
        if weight > 0 {
            sigmaUnitMetres = isExact ? 1 : moving.reduce(0) { $0 + $1.weight * $1.sigma } / weight
        }
        let sigmas = Set(moving.map(\.sigma))
        boundaryErrorMetres = sigmas.count == 1 ? sigmas.first : nil
        if let low = sigmas.min(), let high = sigmas.max() { boundaryErrorRange = low...high }
        boundaryErrorAssumed = isAssumed && !moving.isEmpty
    }

    /// Adds an error that the map states beside that of its outline, independent of it.
    public mutating func addStated(u stated: Double) { add(stated, to: \.statedU) }

    /// Adds the error of lines that were drawn twice, independent of how far both may be off.
    public mutating func addRedrawn(u redrawn: Double) { add(redrawn, to: \.redrawU) }

    private mutating func add(_ part: Double, to sum: WritableKeyPath<MeasuredValue, Double>) {
        self[keyPath: sum] = (self[keyPath: sum] * self[keyPath: sum] + part * part).squareRoot()
        u = (u * u + part * part).squareRoot()
        uncertainty.c += part * part
    }

    /// The same over a denominator, which has an error of its own: a share.
    public func divided(by whole: Double, u wholeU: Double) -> MeasuredValue {
        var share = self
        let own = value / whole * wholeU / whole
        for path in [
            \MeasuredValue.value, \.boundaryU, \.edgeEffect, \.windowLow, \.windowHigh, \.boundaryUDrawn,
            \.statedU, \.redrawU, \.perMetre, \.resolution, \.makerU,
        ] { share[keyPath: path] /= whole }
        share.hull = nil
        share.unresolved = unresolved.map { $0 / whole }
        share.simulation = simulation?.scaled(by: 1 / whole)
        share.uncertainty = UncertaintyScale(
            a: uncertainty.a / whole / whole, b: uncertainty.b / whole / whole,
            c: uncertainty.c / whole / whole + own * own)
        share.u = (u / whole * u / whole + own * own).squareRoot()
        return share
    }
}

/// An end of a length whose place is known to within some metres.
public struct UncertainEnd: Hashable, Sendable {
    /// One standard deviation of the end, in m.
    public var sigma: Double
    /// By how much the length changes when the end moves by a metre: 1 for an end met squarely.
    public var weight: Double
    /// Whether σ is the end's own (a place, a border) and does not scale with that of the drawn line.
    public var isFixed: Bool
    /// An end from its parts.
    public init(sigma: Double, weight: Double = 1, isFixed: Bool) {
        self.sigma = sigma
        self.weight = weight
        self.isFixed = isFixed
    }
}

/// The square of the error as a function of a factor t on σ of the uncertain line: u² = a·t² + b·t + c.
/// Border pieces keep their own σ and stand in `c`, their correlation with the rest in `b`.
public struct UncertaintyScale: Hashable, Sendable {
    /// The three coefficients, in the square of the value's unit; `a` and `c` are not negative.
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

extension MeasuredValue.Bound: Codable {}
extension UncertainEnd: Codable {}
extension UncertaintyScale: Codable {}

extension MeasuredValue.Simulation: Codable {}

extension MeasuredValue.Hull: Codable {
    enum CodingKeys: String, CodingKey {
        case interval95 = "interval_95"
        case values, days
    }
}

extension MeasuredValue.Foot: Codable {
    enum CodingKeys: String, CodingKey {
        case from, to
        case fromName = "from_name"
        case toName = "to_name"
    }
}

extension MeasuredValue: Codable {
    enum CodingKeys: String, CodingKey {
        case value, u
        case boundaryU = "boundary_u"
        case makerU = "mapmaker_u"
        case errorClass = "error_class"
        case isFirstOrder = "first_order"
        case simulation, unresolved, hull
        case edgeEffect = "edge_effect"
        case statedU = "stated_u"
        case redrawU = "redraw_u"
        case date
        case fromDate = "from_date"
        case toDate = "to_date"
        case bound
        case isSigned = "signed"
        case foot, features
        case fromFeatures = "from_features"
        case windowLow = "window_low"
        case windowHigh = "window_high"
        case outlineMetres = "outline_m"
        case outlineDrawnMetres = "outline_drawn_m"
        case boundaryUDrawn = "boundary_u_drawn"
        case boundaryErrorMetres = "boundary_error_m"
        case boundaryErrorRange = "boundary_error_range_m"
        case boundaryErrorAssumed = "boundary_error_assumed"
        case resolution
        case perMetre = "per_metre"
        case uncertainty
        case sigmaUnitMetres = "sigma_unit_m"
        case sigmaFactor = "sigma_factor"
    }
}
