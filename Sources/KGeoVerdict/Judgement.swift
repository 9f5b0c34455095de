// A measured value with its error against a claim's interval: the verdict, and how near it is to another.

internal import KGeoClaims
public import KGeoCore

/// The verdict of one figure under one definition. The same thresholds for every claim and every side.
public struct Judgement: Hashable, Sendable {
    /// A figure counts as a tight fit when it lies within these multiples of the measured value.
    public static let tightFit = 0.8...1.25

    public var verdict: Verdict
    public var ratio: Double?
    public var zeta: Double?
    public var strength: Strength?
    public var fit: Fit?
    public var depthEquivalentMetres: Double?
    public var sigmaFlipMetres: Double?
    public var sigmaHolds: Interval?

    /// Holds a claim's interval against a measured value.
    ///
    /// With M the measured 95 % interval and C the claim's: consistent when they overlap (inconclusive when
    /// 2u also exceeds half the measured value, since a figure half as large again would fit as well),
    /// overstated when C lies wholly above M, understated when wholly below.
    ///
    /// - Parameters:
    ///   - claim: the claim as an interval in SI.
    ///   - printed: the printed number in SI (of a range its middle, of a bound the bound), for the ratio.
    ///   - isOneSided: whether the figure is a bound.
    public init(_ measured: MeasuredValue, claim: Interval, printed: Double, isOneSided: Bool) {
        let m = measured.value
        let gap = claim.contains(m) ? 0 : abs(claim.nearest(to: m) - m)
        verdict = Self.verdict(m, u: measured.u, claim)
        ratio = m > 0 ? printed / m : nil
        if gap == 0 {
            zeta = 0
        } else if measured.u > 0 {
            zeta = gap / measured.u
        }
        if verdict == .overstated || verdict == .understated {
            strength = zeta.map { $0 > 3 ? .clear : .marginal } ?? .clear
        }
        if isOneSided, verdict == .consistent {
            fit = m > 0 && Self.tightFit.contains(printed / m) ? .tight : .loose
        }
        if gap == 0 {
            depthEquivalentMetres = measured.outlineMetres > 0 ? 0 : nil
        } else if measured.outlineMetres > 0 {
            depthEquivalentMetres = (claim.nearest(to: m) - m) / measured.outlineMetres
        }
        flips(measured, gap: gap)
    }

    private static func verdict(_ m: Double, u: Double, _ claim: Interval) -> Verdict {
        let interval = Interval(max(0, m - 2 * u), m + 2 * u)
        if claim.low > interval.high { return .overstated }
        if claim.high < interval.low { return .understated }
        return 2 * u > m / 2 ? .inconclusive : .consistent
    }

    /// Between which σ of the uncertain line the verdict holds. As σ grows a figure first misses the map
    /// (until 2u reaches the gap), then fits, then cannot be told (once 2u exceeds half the value).
    private mutating func flips(_ measured: MeasuredValue, gap: Double) {
        let unit = measured.sigmaUnitMetres
        guard unit > 0 else { return }
        let scale = measured.uncertainty
        let meets = gap == 0 ? 0 : scale.factor(reaching: gap / 2) ?? .infinity
        let blurs = max(scale.factor(reaching: measured.value / 4) ?? .infinity, meets)
        let range: (low: Double, high: Double) =
            switch verdict {
            case .overstated, .understated: (0, meets)
            case .consistent: (meets, blurs)
            default: (blurs, .infinity)
            }
        guard range.low <= range.high, range.low.isFinite else { return }
        sigmaHolds = Interval(range.low * unit, range.high.isFinite ? range.high * unit : .infinity)
        let flip = range.low > 0 ? range.low : range.high
        sigmaFlipMetres = flip.isFinite ? flip * unit : nil
    }
}

extension DefinitionFinding {
    mutating func take(_ judgement: Judgement) {
        verdict = judgement.verdict
        ratio = judgement.ratio
        zeta = judgement.zeta
        strength = judgement.strength
        fit = judgement.fit
        depthEquivalentMetres = judgement.depthEquivalentMetres
        sigmaFlipMetres = judgement.sigmaFlipMetres
        sigmaHolds = judgement.sigmaHolds
    }
}
