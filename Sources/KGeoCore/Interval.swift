// A closed range of numbers, open-ended on either side.

/// A closed interval of real numbers; either end may be infinite.
public struct Interval: Hashable, Sendable {
    /// Its ends; `low` may be −∞ and `high` may be ∞.
    public let low, high: Double

    /// An interval from its ends in either order. NaN is not allowed.
    public init(_ a: Double, _ b: Double) {
        precondition(!a.isNaN && !b.isNaN, "an interval has no NaN end")
        low = min(a, b)
        high = max(a, b)
    }

    /// Whether the two share at least a point.
    public func overlaps(_ other: Interval) -> Bool { low <= other.high && other.low <= high }

    /// Whether the number lies in it, the ends included.
    public func contains(_ value: Double) -> Bool { low <= value && value <= high }

    /// The number of the interval nearest to `value`: itself when it lies inside.
    public func nearest(to value: Double) -> Double { min(max(value, low), high) }

    /// Below what share of the smaller bound a gap between two intervals is none to rely on.
    public static let hair = 0.01

    /// Whether the two share nothing, but for a gap below a hundredth of the smaller of the two bounds beside it.
    public func missesByAHair(_ other: Interval) -> Bool {
        guard !overlaps(other) else { return false }
        let (below, above) = high < other.low ? (high, other.low) : (other.high, low)
        return above - below < Self.hair * min(abs(below), abs(above))
    }

    /// From the lower to the higher end of both.
    public func hull(with other: Interval) -> Interval {
        Interval(min(low, other.low), max(high, other.high))
    }

    /// Both ends times a positive factor.
    public func scaled(by factor: Double) -> Interval { Interval(low * factor, high * factor) }
}
