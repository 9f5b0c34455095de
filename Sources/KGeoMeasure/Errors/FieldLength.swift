// With which correlation length lines have an error that is known from elsewhere.

package import KGeoCore

/// The correlation length of lines whose error is known as a whole.
package enum FieldLength {
    /// A line and one standard deviation of its place along its normal, in m.
    package struct Line: Sendable {
        package var places: [Coordinate]
        package var sigma: Double
        /// A line from its parts.
        package init(places: [Coordinate], sigma: Double) {
            self.places = places
            self.sigma = sigma
        }
    }

    /// The length ℓ in m for which ∬ σ(s) σ(t) exp(−|x(s) − x(t)| / ℓ) ds dt over the lines is u²; the nearest of `range`
    /// where none is, nil without lines.
    ///
    /// - Parameters:
    ///   - u: standard error of the area beside the lines, in m².
    ///   - range: lengths to look among, in m, positive.
    package static func correlationLength(
        _ lines: [Line], u: Double, in range: ClosedRange<Double>
    ) -> Double? {
        var places: [EdgeIndex.Vector] = []
        var weights: [Double] = []
        for line in lines {
            let spots = line.places.map { EdgeIndex.Vector($0) }
            // Pieces about as long as the shortest length, each at its middle.
            var from = 0
            var metres = 0.0
            for i in spots.indices.dropFirst() {
                metres += spots[i - 1].chord(to: spots[i])
                guard metres > range.lowerBound || i == spots.count - 1 else { continue }
                places.append(spots[from].towards(spots[i], share: 0.5))
                weights.append(line.sigma * metres)
                (from, metres) = (i, 0)
            }
        }
        guard weights.contains(where: { $0 > 0 }) else { return nil }
        // The sum grows with ℓ.
        var (low, high) = (range.lowerBound, range.upperBound)
        for _ in 0..<24 {
            let middle = (low * high).squareRoot()
            let sum = PlaneVariance.sum(places, weights, correlationLength: middle)
            if sum < u * u { low = middle } else { high = middle }
        }
        return (low * high).squareRoot()
    }
}
