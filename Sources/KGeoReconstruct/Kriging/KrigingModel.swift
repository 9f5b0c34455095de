// What simple kriging of the status assumes: how alike two places are, what is held before any report, how far each
// class of report is believed.

internal import KGeoCore
internal import SystemC

/// The model of a reconstruction by kriging.
///
/// The status is a field in the plane: 1 where the side holds firmly, `contestedValue` where ground is contested, −1
/// where others hold it. Its covariance is Matérn's of smoothness 3/2 with the `range` (Stein, Interpolation of Spatial
/// Data, 1999, §2.7), a report adds a nugget of its class to it, and before any report the mean falls with the distance
/// from the border of departure. Ground counts as held where the kriged field exceeds `heldThreshold`, as held or
/// contested where it exceeds `contestedThreshold`; one field and two thresholds, so that held ground is always part
/// of both.
///
/// The values are those that overlap best with maps drawn by others of the same ground; chosen on one half of their
/// days and tested on the other. `Docs/Evidence.md` has both, made by a command.
public struct KrigingModel: Hashable, Sendable {
    /// The range ρ of the covariance (1 + √3·d/ρ)·exp(−√3·d/ρ), in m.
    public var range: Double = 6_450
    /// The mean of the field far from the border.
    public var farMean: Double = -1.52
    /// What the mean gains at the border of departure.
    public var borderGain: Double = 0.42
    /// The distance within which the gain falls to 1/e, in m.
    public var borderReach: Double = 3_910
    /// The field above which ground counts as held.
    public var heldThreshold: Double = 0.24
    /// The field above which ground counts as held or contested.
    public var contestedThreshold: Double = -0.25
    /// The value of a contested settlement, well between the thresholds: many of them side by side are contested ground
    /// still.
    public var contestedValue: Double {
        contestedThreshold + 2.0 / 3 * (heldThreshold - contestedThreshold)
    }
    /// The nugget of each class of evidence, as a part of the field's variance.
    public var nuggets: [String: Double] = [
        "reported": 0.38, "implied": 0.41, "inferred": 1.6, "claimed": 0.85,
    ]
    /// The nugget of a class that is not in the list.
    public var otherNugget: Double = 0.5
    /// What an error of a place adds to its nugget, per (error/ρ)².
    public var placeWeight: Double = 2.61
    /// The standard deviation of what the field says of ground that no report decides: the scale of the probability.
    public var spread: Double = 0.35

    /// The model as it was chosen.
    public init() {}

    /// How alike the field is at two places so far apart, in m: 1 at one place, 0 far away.
    func correlation(_ distance: Double) -> Double {
        let d = 3.0.squareRoot() * distance / range
        return (1 + d) * exp(-d)
    }

    /// ℓ of the exponential correlation with which long lines in the field have the same error: where both fall off
    /// as far along a line, in m.
    public var lineCorrelationLength: Double { 2 / 3.0.squareRoot() * range }

    /// The mean before any report at a distance from the border of departure, in m; without end where there is none.
    func mean(_ distance: Double) -> Double { farMean + borderGain * exp(-distance / borderReach) }

    /// What a settlement adds to the variance of its own value.
    func nugget(of site: Site) -> Double {
        let classes = site.reports.map { nuggets[$0.evidenceClass] ?? otherNugget }
        let error = site.coordinateError / range
        // Several reports that say the same are believed as much as the best of them.
        return (classes.min() ?? otherNugget) + placeWeight * error * error
    }

    /// The value of a settlement.
    func value(of site: Site) -> Double {
        switch site.state {
        case .held: 1
        case .contested: contestedValue
        case .other: -1
        }
    }

    /// The field above which ground counts under a definition; nil for a definition that is no threshold.
    func threshold(_ counting: Counting) -> Double? {
        switch counting.statuses {
        case [.controlled]: heldThreshold
        case [.controlled, .contested]: contestedThreshold
        default: nil
        }
    }

    /// Whether ground of a value counts under a definition.
    func counts(_ value: Double, in counting: Counting) -> Bool {
        let state: GroundState =
            value > heldThreshold ? .held : value > contestedThreshold ? .contested : .other
        return Reconstruction.counts(state, in: counting)
    }

    /// The probability that ground of a kriged value counts as more than a threshold says.
    func probability(_ value: Double, above threshold: Double) -> Double {
        0.5 * erfc((threshold - value) / (spread * 2.0.squareRoot()))
    }

    /// The standard normal value below which a share of all lies, 0 < share < 1: halved until it is exact.
    static func normalQuantile(_ share: Double) -> Double {
        var (low, high) = (-9.0, 9.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if 0.5 * erfc(-middle / 2.0.squareRoot()) < share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
