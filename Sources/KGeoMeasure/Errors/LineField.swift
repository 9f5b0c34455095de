// How far the area beside drawn lines may be off, each line with a σ of its own, in one field.

package import KGeoCore

/// Lines displaced by a field in the plane.
package enum LineField {
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

    /// Standard error of the area beside the lines, in m²: u² = ∬ σ(s) σ(t) exp(−|x(s) − x(t)| / ℓ) ds dt.
    ///
    /// - Parameter correlationLength: ℓ in m, positive; the sum is over pieces of about an eighth of it.
    package static func u(_ lines: [Line], correlationLength: Double) -> Double {
        var places: [EdgeIndex.Vector] = []
        var weights: [Double] = []
        for line in lines {
            let spots = line.places.map { EdgeIndex.Vector($0) }
            var from = 0
            var metres = 0.0
            for i in spots.indices.dropFirst() {
                metres += spots[i - 1].chord(to: spots[i])
                guard metres > correlationLength / 8 || i == spots.count - 1 else { continue }
                places.append(spots[from].towards(spots[i], share: 0.5))
                weights.append(line.sigma * metres)
                (from, metres) = (i, 0)
            }
        }
        return PlaneVariance.sum(places, weights, correlationLength: correlationLength).squareRoot()
    }
}
