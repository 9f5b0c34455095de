// The closed forms for edges of at most 10 km, or 16 km below 60° of latitude: length, and the area under an edge in both models.

/// A number for each of two edges.
typealias Pair = SIMD2<Double>

/// Two edges at a time, each short, from the sines, cosines and zone areas of their ends.
///
/// With φ the middle latitude, b = Δφ, l = Δλ, W² = 1 − e² sin²φ, N = a/W, M = N(1 − e²)/W², r = N cos φ, and
/// Ā the mean of the zone area A at both ends.
///
/// Length, Gauss's mid-latitude formulas (Gauss, *Untersuchungen über Gegenstände der höheren Geodäsie*, 1846;
/// Jordan, *Handbuch der Vermessungskunde* III), with η² = e′² cos²φ and V² = 1 + η² = W²/(1 − e²):
///
///     Y = r·l·(1 − l² sin²φ/24 + b²(1 + η² − 9e′² sin²φ)/24V⁴)
///     X = M·b·(1 − l²(2cos²φ + 3sin²φ + 2η² cos²φ)/24 + b²(η² − e′²sin²φ + η⁴ + 4η²e′²sin²φ)/8V⁴)
///     s = √(X² + Y²)
///
/// Area under the geodesic: that of the trapezium, Δλ·Ā, and what the edge bends beyond it. On the authalic
/// sphere the spherical excess gives 2 atan(tan(Δλ/2)·(t₁ + t₂)/(1 + t₁t₂)), t = tan(ξ/2), for the whole, which
/// is (A₁ + A₂)/2·(1 + tan²(Δξ/2)) and a series in Δλ²; taken apart so that nothing of Ā is lost, and with the
/// radii of the ellipsoid in the leading term,
///
///     S − Δλ·Ā = Δλ sin φ ((r²l² + 3M²b²)/12
///         + N²(b⁴(1 + e²(16cos²φ − 6)) + b²l²(3cos²φ − 2)(1 + e² cos²φ))/96
///         + N²l⁴ cos²φ(3cos²φ − 1 + 2e² cos⁴φ)/240)
///
/// where what e² adds to the last two rows was fitted to integrations at 34 digits.
///
/// Area under the edge straight in longitude and latitude: Δλ times the mean of A between the ends, which is
/// Ā − b²A″/12 − b⁴A⁗/480.
///
/// Bounds, for edges of 10 and 16 km against 34 digits: `ShortEdgeTests`.
struct ShortEdge {
    /// No longer edge is taken, in m. The error of the closed forms grows with the latitude and with the fourth power
    /// of the length.
    static let longest = 10_000.0
    /// No longer edge is taken where both ends lie within `moderateLatitude` (in degrees), in m.
    static let longestAtModerateLatitude = 16_000.0
    static let moderateLatitude = 60.0
    /// Differences that no such edge exceeds within `highestLatitude`, in degrees.
    static let widest = (latitude: 0.1448, longitude: 1.04)
    /// The highest latitude of an end, in degrees; and the highest for which lengths are good.
    static let highestLatitude = 85.0
    static let highestLatitudeForLength = 75.0

    /// Steps east and north at the middle latitude, as the formulas have them to the first order (`y`, `x`) and
    /// to the third (`east`, `north`), in m; squares of the steps in radians, of sine and cosine; N² and 1/W².
    struct Plane {
        let l, y, x, east, north, b2, l2, s2, c2, n2, w2: Pair

        /// From differences in degrees, and sine and cosine of the middle latitude.
        @inline(__always)
        init(
            latitudeStep: Pair, longitudeStep: Pair,
            middle: (_ square: Pair) -> (sine: Pair, cosine: Pair)
        ) {
            let b = latitudeStep * Ellipsoid.radiansPerDegree
            l = longitudeStep * Ellipsoid.radiansPerDegree
            b2 = b * b
            l2 = l * l
            let (sine, cosine) = middle(b2)
            s2 = sine * sine
            c2 = cosine * cosine
            w2 = 1 / (1 - s2 * Ellipsoid.e2)
            n2 = w2 * (Ellipsoid.a * Ellipsoid.a)
            let n = n2.squareRoots()
            let inverseV2: Pair = w2 * (1 - Ellipsoid.e2)
            let eta2: Pair = c2 * Ellipsoid.ep2
            let tau2: Pair = s2 * Ellipsoid.ep2
            y = n * cosine * l
            x = n * inverseV2 * b
            let bV4: Pair = b2 * inverseV2 * inverseV2
            let eastB: Pair = eta2 - tau2 * 9 + 1
            let eastThird: Pair = bV4 * eastB - l2 * s2
            east = y + y * eastThird * (1.0 / 24)
            let northB: Pair = eta2 - tau2 + eta2 * (eta2 + tau2 * 4)
            let northL: Pair = c2 * 2 + s2 * 3 + eta2 * c2 * 2
            let northThird: Pair = bV4 * northB * 3 - l2 * northL
            north = x + x * northThird * (1.0 / 24)
        }

        /// Lengths in m.
        @inline(__always)
        var length: Pair { (east * east + north * north).squareRoots() }
    }

    /// The area under the trapezium, Δλ·Ā, in m².
    let trapezium: Pair
    /// What to add to it for the area under the edge: as a geodesic, and as drawn.
    let geodesicBulge, lonlatBulge: Pair
    /// Length in m.
    let length: Pair

    /// Two edges from differences in degrees and the values at both ends added up.
    ///
    /// - Parameter zones: A(φ₁) + A(φ₂), relative to any zone.
    @inline(__always)
    init(
        latitudeStep: Pair, longitudeStep: Pair,
        sines: Pair, cosines: Pair, zones: Pair
    ) {
        var sine = sines
        let plane = Plane(latitudeStep: latitudeStep, longitudeStep: longitudeStep) { b2 in
            // Half the sum of two sines is the sine of the middle times cos(b/2).
            let toMiddle: Pair = b2 * (b2 * (5.0 / 768) + 0.0625) + 0.5
            sine = sines * toMiddle
            return (sine, cosines * toMiddle)
        }
        length = plane.length
        let (b2, l2, s2, c2, w2) = (plane.b2, plane.l2, plane.s2, plane.c2, plane.w2)
        let e2 = Ellipsoid.e2
        let c3: Pair = c2 * 3
        let fourthB: Pair = b2 + b2 * (c2 * (16 * e2) - 6 * e2) + (c3 - 2) * (c2 * e2 + 1) * l2
        let fourthL: Pair = c2 * (c3 - 1 + c2 * c2 * (2 * e2)) * l2
        let fourth: Pair = fourthB * b2 * (1.0 / 96) + fourthL * l2 * (1.0 / 240)
        let leading: Pair = plane.y * plane.y + plane.x * plane.x * 3
        let underSine: Pair = plane.l * sine
        trapezium = plane.l * zones * 0.5
        geodesicBulge = underSine * (leading * (1.0 / 12) + plane.n2 * fourth)
        // A″ = −b² sin φ (W² − 4e² cos²φ)/W⁶; A⁗ to the first power of e².
        let second: Pair = 1 - (s2 + c2 * 4) * Ellipsoid.e2
        let quartic: Pair = s2 * (54 * Ellipsoid.e2) + (1 - 40 * Ellipsoid.e2)
        let bend: Pair = second * w2 * w2 * w2 * (1.0 / 12) - b2 * quartic * (1.0 / 480)
        lonlatBulge = underSine * b2 * Ellipsoid.b2 * bend
    }
}

extension ShortEdge {
    /// The longest edges taken between latitudes, in m.
    @inline(__always)
    static func reach(_ from: Pair, _ to: Pair) -> Pair {
        Pair(repeating: longest).replacing(
            with: longestAtModerateLatitude,
            where: from.isWithin(moderateLatitude) .& to.isWithin(moderateLatitude))
    }
}

extension Pair {
    /// Both square roots, as two instructions: the standard library's takes a branch for each lane.
    @inline(__always)
    fileprivate func squareRoots() -> Pair { Pair(self[0].squareRoot(), self[1].squareRoot()) }
}
