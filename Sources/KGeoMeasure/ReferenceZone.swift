// Zone areas relative to a latitude, for edges of any length straight in longitude and latitude.

/// The latitude that the zone areas of a path are taken relative to.
struct ReferenceZone: Sendable {
    /// The latitude in degrees, and its sine.
    let degrees, sine: Double

    init(degrees: Double) {
        self.degrees = degrees
        sine = Ellipsoid.sine(degrees: degrees)
    }

    /// The zone area A at the reference, in m² per radian of longitude.
    var value: Double { Ellipsoid.zone(sine: sine) }

    /// A(φ) − A(reference), in m² per radian of longitude, from φ − reference in degrees: a latitude near the
    /// reference has digits in that difference which it has not in itself.
    func zone(offset: Double) -> Double {
        let half = offset / 2
        // The cosine of the middle latitude, from the distance to the pole, which is small near one.
        let cosine = Ellipsoid.sine(degrees: degrees < 0 ? 90 + degrees + half : 90 - degrees - half)
        let difference = 2 * cosine * Ellipsoid.sine(degrees: half)
        return Ellipsoid.zone(fromSine: sine, toSine: sine + difference, sineDifference: difference)
    }

    /// The mean of A − A(reference) over an edge: Gauss–Legendre over latitude, in pieces of at most 10°. NaN for
    /// latitudes that are no numbers.
    func mean(_ from: Double, _ to: Double) -> Double {
        let (begin, end) = (from - degrees, to - degrees)
        let span = end - begin
        guard span.isFinite else { return .nan }
        if span == 0 { return zone(offset: end) }
        // Two points err by 5e−14 of the edge's own zone at 0.02°, five by less up to 10°.
        if abs(span) < 0.02 {
            let (middle, half) = ((begin + end) / 2, span / 2 * 0.577350269189625764509148780502)
            return (zone(offset: middle - half) + zone(offset: middle + half)) / 2
        }
        let pieces = (abs(span) / 10).rounded(.up)
        let half = span / pieces / 2
        var total = 0.0
        for piece in 0..<Int(pieces) {
            let middle = begin + span * (Double(piece) + 0.5) / pieces
            for (node, weight) in Ellipsoid.gauss5 {
                total += weight / 2 * zone(offset: middle + half * node)
            }
        }
        return total / pieces
    }

    /// What a ring around a pole leaves of the zone between the reference and that pole; negative around the
    /// northern one.
    ///
    /// - Parameters:
    ///   - area: between the ring, taken eastwards, and the parallel of the reference, in m².
    ///   - turns: how often it goes round; 1, up to rounding.
    func cap(besides area: Double, turns: Double) -> Double {
        let isNorthern = area + value * 2 * .pi * turns >= 0
        return area - zone(offset: isNorthern ? 90 - degrees : -90 - degrees) * 2 * .pi * turns
    }
}
