// Where the formula of a ground's error holds, and where it must be simulated.

/// Whether displacements are small against the ground whose area they change.
enum FirstOrder {
    /// How many standard deviations nearly all displacements stay below.
    static let deviations = 3.0
    /// What does not average out along an outline, over what does: folds and narrow parts add about σ² for each correlation
    /// length and n of them n·σ², while the error grows as σℓ√n. All of occupied Ukraine at σ 600 m and ℓ 2 km has 14, and its
    /// displaced areas are off on average by 0.6 of the error.
    static let unaveraged = 3.5

    /// Nearly all displacements stay below half the width of the ground, its area over its outline; and one of the line's own
    /// is no larger than half the correlation length, beyond which a displaced line folds; far less along an outline of many
    /// correlation lengths.
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
        let slope = line / correlationLength
        return deviations * sigma <= area / outline && slope <= 0.5
            && slope * (outline / correlationLength).squareRoot() <= unaveraged
    }
}
