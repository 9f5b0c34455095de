// Where the formula of a ground's error holds, and where it must be simulated.

/// Whether displacements are small against the ground whose area they change.
enum FirstOrder {
    /// How many standard deviations nearly all displacements stay below.
    static let deviations = 3.0

    /// Nearly all displacements stay below half the width of the ground, its area over its outline; and one of the line's own
    /// is no larger than half the correlation length, beyond which a displaced line folds.
    ///
    /// - Parameters:
    ///   - line: σ of the line, in m.
    ///   - maker: σ of the mapmaker's part, in m.
    ///   - area: of the ground, in m².
    ///   - outline: its length, walked with a ruler or as drawn, in m.
    static func holds(
        line: Double, maker: Double, correlationLength: Double, area: Double, outline: Double
    ) -> Bool {
        guard area > 0, outline > 0 else { return true }
        let sigma = (line * line + maker * maker).squareRoot()
        return deviations * sigma <= area / outline && line <= correlationLength / 2
    }
}
