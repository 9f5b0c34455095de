// How far two drawings of one line part: σ and ℓ from the areas between them over stretches of several lengths.

internal import KGeoMeasure
internal import SystemC

/// A line displaced along its normal by a stationary process with correlation exp(−d/ℓ).
public struct ErrorLaw: Hashable, Sendable {
    /// Standard deviation of the displacement, in m.
    public var sigma: Double
    /// Correlation length, in m.
    public var correlationLength: Double

    /// A law from its parts.
    public init(sigma: Double, correlationLength: Double) {
        self.sigma = sigma
        self.correlationLength = correlationLength
    }

    /// The same of each of two maps that are equally far off, independently: σ/√2.
    public var perMap: ErrorLaw {
        ErrorLaw(sigma: sigma / 2.0.squareRoot(), correlationLength: correlationLength)
    }

    /// Standard deviation of the area between the line and its drawing over a stretch, in m²:
    /// √(2σ²ℓ(L − ℓ(1 − e^(−L/ℓ)))).
    ///
    /// - Parameter metres: L.
    public func areaDeviation(over metres: Double) -> Double {
        let l = correlationLength
        let variance = 2 * sigma * sigma * l * (metres + l * expm1(-metres / l))
        return max(0, variance).squareRoot()
    }

    /// The correlation lengths that a fit may give, in m: beyond the longest one it only says that a shift varies more
    /// slowly than the stretches are long.
    public static let correlationLengths = 50.0...1e6

    /// The law whose deviations come nearest to some, by least squares of logarithms; nil for fewer than two lengths.
    ///
    /// - Parameter deviations: for stretches of some lengths in m the standard deviation of the area, in m².
    package init?(fitting deviations: [(metres: Double, squareMetres: Double)]) {
        let known = deviations.filter { $0.metres > 0 && $0.squareMetres > 0 }
        guard known.count >= 2 else { return nil }
        /// For a correlation length the best logarithm of σ and what is left.
        func best(_ logLength: Double) -> (logSigma: Double, rest: Double) {
            let unit = ErrorLaw(sigma: 1, correlationLength: exp(logLength))
            let off = known.map { log($0.squareMetres) - log(unit.areaDeviation(over: $0.metres)) }
            let mean = off.reduce(0, +) / Double(off.count)
            return (mean, off.reduce(0) { $0 + ($1 - mean) * ($1 - mean) })
        }
        let (low, high) = (log(Self.correlationLengths.lowerBound), log(Self.correlationLengths.upperBound))
        let logLength = Self.lowest(low, high) { best($0).rest }
        self.init(sigma: exp(best(logLength).logSigma), correlationLength: exp(logLength))
    }

    /// Whether the fit ended at the longest correlation length.
    public var isUnbounded: Bool { correlationLength > 0.99 * Self.correlationLengths.upperBound }

    /// Where a function of one number is lowest between two: the best of even steps, then ever closer around it.
    static func lowest(_ low: Double, _ high: Double, _ value: (Double) -> Double) -> Double {
        var (from, to) = (low, high)
        var best = low
        for _ in 0..<8 {
            let step = (to - from) / 20
            best = (0...20).map { from + Double($0) * step }.min { value($0) < value($1) } ?? best
            (from, to) = (max(low, best - 2 * step), min(high, best + 2 * step))
        }
        return best
    }
}

/// The two parts of the error of a drawn line: its own, and that by which mapmakers differ over long stretches.
public struct TwoPartLaw: Hashable, Sendable {
    /// The line's own part.
    public var line: ErrorLaw
    /// The mapmaker's part.
    public var maker: ErrorLaw

    /// A law from its parts.
    public init(line: ErrorLaw, maker: ErrorLaw) {
        self.line = line
        self.maker = maker
    }

    /// Each map where the front moves by kilometres in days: the class of moving fronts.
    public static var movingFront: TwoPartLaw? {
        ErrorClasses.builtIn.named(ErrorClasses.mobile).map { mobile in
            TwoPartLaw(
                line: ErrorLaw(sigma: mobile.sigma, correlationLength: mobile.correlationLength),
                maker: ErrorLaw(
                    sigma: mobile.makerSigma, correlationLength: mobile.makerCorrelationLength))
        }
    }

    /// The correlation length of the mapmaker's part, in m.
    public static let makerCorrelationLength = 50_000.0
    /// The lengths of the stretches that it is fitted to, in m.
    public static let lengths = [10_000.0, 50_000, 100_000]
    /// The correlation lengths of the line's own part, in m: it varies more slowly than its vertices, and what varies
    /// more slowly than over 11 km is the mapmaker's part.
    public static let lineCorrelationLengths = 2_000.0...11_000.0
    /// The mapmaker's part over the line's, by their σ.
    private static let ratios = 0.01...10.0

    /// Standard deviation of the area between the line and its drawing over a stretch, in m².
    public func areaDeviation(over metres: Double) -> Double {
        let (a, b) = (line.areaDeviation(over: metres), maker.areaDeviation(over: metres))
        return (a * a + b * b).squareRoot()
    }

    /// The law of one map of two whose differences have some deviations: each map carries 1/√2 of a difference, and both
    /// parts are fitted together, by least squares of logarithms, so that nothing is counted twice. Nil without a
    /// deviation over at least three lengths.
    ///
    /// - Parameter differences: for stretches of some lengths in m the root mean square of the area between the two lines,
    ///   in m².
    package init?(fittingDifferences differences: [(metres: Double, squareMetres: Double)]) {
        let known = differences.filter { $0.metres > 0 && $0.squareMetres > 0 }
        guard known.count >= 3 else { return nil }
        func best(_ logLength: Double, _ logRatio: Double) -> (logSigma: Double, rest: Double) {
            let unit = TwoPartLaw(
                line: ErrorLaw(sigma: 1, correlationLength: exp(logLength)),
                maker: ErrorLaw(sigma: exp(logRatio), correlationLength: Self.makerCorrelationLength))
            let off = known.map {
                log($0.squareMetres / 2.0.squareRoot()) - log(unit.areaDeviation(over: $0.metres))
            }
            let mean = off.reduce(0, +) / Double(off.count)
            return (mean, off.reduce(0) { $0 + ($1 - mean) * ($1 - mean) })
        }
        func span(_ range: ClosedRange<Double>) -> (Double, Double) {
            (log(range.lowerBound), log(range.upperBound))
        }
        let ((shortest, longest), (least, most)) = (span(Self.lineCorrelationLengths), span(Self.ratios))
        func ratio(_ length: Double) -> Double {
            ErrorLaw.lowest(least, most) { best(length, $0).rest }
        }
        let length = ErrorLaw.lowest(shortest, longest) { best($0, ratio($0)).rest }
        let logRatio = ratio(length)
        let sigma = exp(best(length, logRatio).logSigma)
        self.init(
            line: ErrorLaw(sigma: sigma, correlationLength: exp(length)),
            maker: ErrorLaw(
                sigma: sigma * exp(logRatio), correlationLength: Self.makerCorrelationLength))
    }

    /// The law of a difference of two maps that each have this one.
    public var ofDifference: TwoPartLaw {
        func both(_ law: ErrorLaw) -> ErrorLaw {
            ErrorLaw(sigma: law.sigma * 2.0.squareRoot(), correlationLength: law.correlationLength)
        }
        return TwoPartLaw(line: both(line), maker: both(maker))
    }
}
