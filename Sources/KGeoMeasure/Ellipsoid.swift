// The few numbers of WGS84 that measuring needs, and the zone area (METHODS: authalic latitude).

internal import SystemC

/// WGS84 and the area of its zones. The numbers are computed properties, which the compiler folds to constants.
enum Ellipsoid {
    /// Equatorial radius in metres.
    static var a: Double { 6_378_137 }
    /// Flattening.
    static var f: Double { 1 / 298.257223563 }
    /// Square of the first eccentricity.
    static var e2: Double { f * (2 - f) }
    /// Square of the second eccentricity.
    static var ep2: Double { e2 / (1 - e2) }
    /// Square of the polar radius in m².
    static var b2: Double { a * a * (1 - e2) }
    /// A radius smaller than every radius of curvature, for bounds, in metres.
    static var smallestRadius: Double { 6_335_000 }

    static var radiansPerDegree: Double { .pi / 180 }

    /// Area per radian of longitude between the equator and the latitude with that sine, in m².
    ///
    /// A(φ) = b² Σ (k+1)/(2k+1) · e^{2k} · sin^{2k+1} φ; Karney, *On auxiliary latitudes*, Survey Review 56
    /// (2024) 165. Eight terms reach the last bit, since e² is 0.0067.
    static func zone(sine s: Double) -> Double {
        let x = e2 * s * s
        var sum = 0.0
        for k in stride(from: 8.0, through: 0, by: -1) { sum = sum * x + (k + 1) / (2 * k + 1) }
        return b2 * s * sum
    }

    /// A(φ) − A(φ₀) without cancellation, from (φ − φ₀) and both sines: b² ∫ ds / (1 − e² s²)².
    ///
    /// Five-point Gauss–Legendre quadrature is exact for the integrand's first five terms; the sixth is below
    /// 1e−13 of the result.
    static func zone(fromSine s0: Double, toSine s: Double, sineDifference difference: Double) -> Double {
        let middle = (s + s0) / 2
        let half = difference / 2
        var sum = 0.0
        for (node, weight) in gauss5 {
            let t = middle + half * node
            let w = 1 - e2 * t * t
            sum += weight / (w * w)
        }
        return b2 * half * sum
    }

    /// Nodes and weights of Gauss–Legendre quadrature on −1…1 (Abramowitz & Stegun, table 25.4).
    static let gauss5: [(node: Double, weight: Double)] = [
        (-0.906179845938663992797626878299, 0.236926885056189087514264040720),
        (-0.538469310105683091036314420700, 0.478628670499366468041291514836),
        (0, 0.568888888888888888888888888889),
        (0.538469310105683091036314420700, 0.478628670499366468041291514836),
        (0.906179845938663992797626878299, 0.236926885056189087514264040720),
    ]

    static func sine(degrees: Double) -> Double { sin(degrees * radiansPerDegree) }
}
