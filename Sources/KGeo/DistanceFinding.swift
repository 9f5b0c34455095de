// The distance between two ends, with the errors of both.

package import KGeoCore
package import KGeoMeasure

/// A distance with its ends and its error.
package struct DistanceFinding: Sendable {
    package let from, to: DistanceEnd
    package let measured: DistanceMeasurement
    /// The distance with the errors of both ends, each along the shortest line, independent of each other.
    package let value: MeasuredValue
    /// Whether the error of an end is kgeo's own assumption.
    package let isAssumed: Bool

    /// The distance between two ends; nil when one of them has no geometry.
    package init?(from: DistanceEnd, to: DistanceEnd) {
        guard let measured = Measuring.distance(from.shapes, to.shapes) else { return nil }
        var (from, to) = (from, to)
        from.settle(measured.fromShape, at: measured.from)
        to.settle(measured.toShape, at: measured.to)
        self.from = from
        self.to = to
        self.measured = measured
        let (a, b) = (from.sigma(measured.fromShape), to.sigma(measured.toShape))
        isAssumed = a.isAssumed || b.isAssumed
        value = MeasuredValue(
            metres: measured.metres,
            ends: [
                UncertainEnd(sigma: a.metres, isFixed: true), UncertainEnd(sigma: b.metres, isFixed: true),
            ],
            isAssumed: isAssumed)
    }
}
