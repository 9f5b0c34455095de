// Sine, cosine and zone area of latitudes near one another, without a call to a mathematics library for each.

internal import SystemC

/// A latitude φ₀ around which others are worked out by series, to the last bit or two.
///
/// With φ = φ₀ + d, the difference of the sines x = sin φ − sin φ₀ is cos φ₀ · sin d − sin φ₀ · (1 − cos d),
/// which loses nothing however small d is, and the zone between them follows from
///
///     A(φ) − A(φ₀) = b² ∫ ds / (1 − e²s²)²
///                  = b²/u² · (x + αx² + (2β + 3α²)/3 x³ + (6αβ + 4α³)/4 x⁴ + (3β² + 12α²β + 5α⁴)/5 x⁵ + …)
///
/// with s = sin φ₀, u = 1 − e²s², α = 2e²s/u, β = e²/u. Within `reach` the next term is below 1e−17 of it.
struct LatitudeNode: Sendable {
    /// How far, in degrees, the series reach.
    static let reach = 0.25

    /// φ₀ in degrees, its sine and cosine.
    let degrees, sine, cosine: Double
    /// A(φ₀) less the zone that all are relative to, in m² per radian of longitude.
    let zone: Double
    /// b²/u², and the factors of x², x³, x⁴, x⁵ against that of x.
    let scale, k2, k3, k4, k5: Double

    /// The node at a latitude.
    ///
    /// - Parameter zone: A(φ₀), relative to whatever the caller takes all zones relative to.
    init(degrees: Double, zone: Double) {
        self.degrees = degrees
        self.zone = zone
        sine = sin(degrees * Ellipsoid.radiansPerDegree)
        cosine = cos(degrees * Ellipsoid.radiansPerDegree)
        let u = 1 - Ellipsoid.e2 * sine * sine
        let alpha = 2 * Ellipsoid.e2 * sine / u
        let beta = Ellipsoid.e2 / u
        let square = alpha * alpha
        scale = Ellipsoid.b2 / (u * u)
        k2 = alpha
        k3 = (2 * beta + 3 * square) / 3
        k4 = alpha * (6 * beta + 4 * square) / 4
        k5 = (3 * beta * beta + square * (12 * beta + 5 * square)) / 5
    }

    /// Sine, cosine and relative zone area of two latitudes from their differences to φ₀ in degrees.
    @inline(__always)
    func values(_ offsets: Pair) -> (sine: Pair, cosine: Pair, zone: Pair) {
        let d: Pair = offsets * Ellipsoid.radiansPerDegree
        let square: Pair = d * d
        // sin d and 1 − cos d.
        let sixth: Pair = 1 - square * (1.0 / 20)
        let odd: Pair = d - d * square * (1.0 / 6) * sixth
        let twelfth: Pair = 1 - square * (1.0 / 30)
        let even: Pair = square * 0.5 * (1 - square * (1.0 / 12) * twelfth)
        let x: Pair = odd * cosine - even * sine
        let high: Pair = ((x * k5 + k4) * x + k3) * x
        let series: Pair = x + (high + k2) * x * x
        return (x + sine, cosine - odd * sine - even * cosine, series * scale + zone)
    }
}
