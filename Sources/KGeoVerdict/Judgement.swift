// A measured value with its error against a claim's interval: the verdict, and how near it is to another.

public import KGeoClaims
public import KGeoCore

/// The verdict of one figure under one definition. The same thresholds for every claim and every side.
public struct Judgement: Hashable, Sendable {
    /// A figure counts as a tight fit when it lies within these multiples of the measured value.
    public static let tightFit = 0.8...1.25

    /// Beyond so many standard errors a figure misses clearly.
    private static let clear = 3.0

    /// What comes of it.
    public var verdict: Verdict
    /// Claim over measured; nil when that is zero.
    public var ratio: Double?
    /// Distance from the measured value to the nearest end of the claim, over u: 0 inside the claim, nil when u is 0.
    public var zeta: Double?
    /// How clearly the figure misses the map; nil when it does not.
    public var strength: Strength?
    /// How well a one-sided figure that holds describes the map; nil for others.
    public var fit: Fit?
    /// By how many metres the whole uncertain line would have to move outward for the figure to hold; 0 when it
    /// holds, nil without a line.
    public var depthEquivalentMetres: Double?
    /// The smallest σ of the uncertain line at which the verdict changes, in m; nil when none does.
    public var sigmaFlipMetres: Double?
    /// The σ between which the verdict holds, in m; the high end may be infinite. Nil without a σ.
    public var sigmaHolds: Interval?
    /// Whether a figure that fits does so only at an edge: the two intervals share less than a tenth of the shorter, or
    /// nothing but the outer tenth of a rounding that was read off the digits.
    public private(set) var isEdge = false
    /// Whether the verdict hangs on a gap below a hundredth of the smaller of the two bounds beside it.
    public private(set) var isBorderline = false

    /// Holds a claim's interval against a measured value.
    ///
    /// With M the measured 95 % interval and C the claim's: consistent when they overlap (inconclusive when
    /// 2u also exceeds half the measured value, since a figure half as large again would fit as well),
    /// overstated when C lies wholly above M, understated when wholly below. Above a value that is only a
    /// lower bound M has no end: what lies wholly above it, and what says "at most", cannot be told.
    ///
    /// - Parameters:
    ///   - claim: the claim as an interval in SI.
    ///   - printed: the printed number in SI (of a range its middle, of a bound the bound), for the ratio.
    ///   - isOneSided: whether the figure is a bound.
    public init(_ measured: MeasuredValue, claim: Interval, printed: Double, isOneSided: Bool) {
        let m = measured.value
        let gap = claim.contains(m) ? 0 : abs(claim.nearest(to: m) - m)
        verdict = Self.verdict(measured, claim)
        // Over nothing, or what rounding may have made, there is no ratio.
        ratio = m > 0 && !measured.isBelowResolution ? printed / m : nil
        if gap == 0 {
            zeta = 0
        } else if measured.u > 0 {
            zeta = gap / measured.u
        }
        if verdict == .overstated || verdict == .understated {
            strength = zeta.map { $0 > Self.clear ? .clear : .marginal } ?? .clear
        }
        if isOneSided, verdict == .consistent {
            fit =
                m > 0 && !measured.isBelowResolution && Self.tightFit.contains(printed / m) ? .tight : .loose
        }
        if measured.perMetre > 0 {
            depthEquivalentMetres = gap == 0 ? 0 : (claim.nearest(to: m) - m) / measured.perMetre
        }
        flips(measured, gap: gap, claim)
    }

    /// Holds a claim against the maps that bracket a day, the nearest first: where they give different verdicts it depends
    /// on the day.
    ///
    /// The verdict holds for the σ for which it does on every map; how clearly a figure misses is what the map says that it
    /// misses least. Everything else is of the nearest map.
    ///
    /// - Parameter days: what the maps show, one at least.
    public init(
        _ days: [MeasuredValue], claim: ClaimInterval, printed: Double, isOneSided: Bool
    ) {
        let all = days.map { Judgement($0, claim: claim.si, printed: printed, isOneSided: isOneSided) }
        self =
            all.first
            ?? Judgement(
                MeasuredValue(value: 0, boundaryU: 0, edgeEffect: 0), claim: claim.si, printed: printed,
                isOneSided: isOneSided)
        guard let nearest = days.first else { return }
        if all.contains(where: { $0.verdict != verdict }) {
            verdict = .dependsOnDay
            (strength, fit, sigmaFlipMetres, sigmaHolds) = (nil, nil, nil, nil)
            return
        }
        if strength != nil {
            strength = all.contains { $0.strength == .marginal } ? .marginal : .clear
        }
        if fit != nil { fit = all.contains { $0.fit == .loose } ? .loose : .tight }
        if all.count > 1 { holdOnAll(all) }
        let map = days.reduce(nearest.interval95) { $0.hull(with: $1.interval95) }
        isEdge = verdict == .consistent && Self.isEdge(map, claim)
        isBorderline = map.missesByAHair(claim.si)
    }

    /// The σ for which a verdict that all give holds on all.
    private mutating func holdOnAll(_ all: [Judgement]) {
        let ranges = all.map(\.sigmaHolds)
        (sigmaHolds, sigmaFlipMetres) = (nil, nil)
        guard !ranges.contains(nil) else { return }
        let low = ranges.compactMap { $0?.low }.max() ?? 0
        let high = ranges.compactMap { $0?.high }.min() ?? .infinity
        guard low <= high else { return }
        sigmaHolds = Interval(low, high)
        let flip = low > 0 ? low : high
        sigmaFlipMetres = flip.isFinite ? flip : nil
    }

    /// Whether intervals that meet do so only at an edge.
    static func isEdge(_ map: Interval, _ claim: ClaimInterval) -> Bool {
        let shared = min(map.high, claim.si.high) - max(map.low, claim.si.low)
        let shorter = min(map.high - map.low, claim.si.high - claim.si.low)
        return (shorter > 0 && shared < ClaimInterval.edge * shorter) || !claim.core.overlaps(map)
    }

    private static func verdict(_ measured: MeasuredValue, _ claim: Interval) -> Verdict {
        let (m, u) = (measured.value, measured.u)
        let interval = measured.interval95
        if claim.low > interval.high { return .overstated }
        // That there is nothing is wrong only of ground that stands clear of its own error.
        if claim.low == 0, claim.high == 0, m > 0, m <= clear * u { return .inconclusive }
        if claim.high < interval.low { return .understated }
        if measured.bound == .lower, staysOpen(claim, above: m + 2 * u) { return .inconclusive }
        // Where nothing is drawn, only a figure that nothing fits is one.
        if measured.unresolved != nil { return claim.low <= 0 ? .consistent : .inconclusive }
        return measured.halfWidth95 > abs(m) / 2 ? .inconclusive : .consistent
    }

    /// Whether a value that is only a lower bound leaves a claim open: one that lies wholly above it, and one
    /// that says "at most", for the real value may be any larger one.
    private static func staysOpen(_ claim: Interval, above high: Double) -> Bool {
        claim.low > high || (claim.low <= 0 && claim.high.isFinite)
    }

    /// Between which σ of the uncertain line the verdict holds. As σ grows a figure first misses the map
    /// (until 2u reaches the gap), then fits, then cannot be told (once 2u exceeds half the value). Above a
    /// lower bound it cannot be told until it fits; "at most" cannot be told of one at all.
    private mutating func flips(_ measured: MeasuredValue, gap: Double, _ claim: Interval) {
        let unit = measured.sigmaUnitMetres
        guard unit > 0 else { return }
        let scale = measured.uncertainty
        let isNothing = claim.low == 0 && claim.high == 0 && measured.value > 0
        let wide = isNothing ? measured.value / Self.clear : gap / 2
        let meets = gap == 0 ? 0 : scale.factor(reaching: wide) ?? .infinity
        let blurs = max(scale.factor(reaching: abs(measured.value) / 4) ?? .infinity, meets)
        let isBound = measured.bound == .lower
        let range: (low: Double, high: Double) =
            switch verdict {
            case .overstated, .understated: (0, meets)
            case .consistent: (meets, blurs)
            case _ where isBound && claim.low <= 0 && claim.high.isFinite: (meets, .infinity)
            case _ where isBound && claim.low > measured.value + 2 * measured.u: (0, meets)
            default: (blurs, .infinity)
            }
        guard range.low <= range.high, range.low.isFinite else { return }
        // Where a simulation decided, the formula may say otherwise of this very σ; then it says nothing of others.
        guard measured.isFirstOrder || (range.low...range.high).contains(measured.sigmaFactor) else { return }
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
        isEdge = judgement.isEdge
        isBorderline = judgement.isBorderline
    }
}
