// The status of ground between settlements, kriged.

package import KGeoCore
package import KGeoSurface

/// The kriged status: a value for every place of a plane.
package struct StatusField: Sendable {
    /// Beyond so many ranges a settlement says nothing: the covariance is below 4·10⁻⁴ there.
    static let farRanges = 6.0

    private let model: KrigingModel
    private let places: [PlanePoint]
    private let weights: [Double]

    /// The field of some settlements.
    ///
    /// - Parameters:
    ///   - places: where the settlements lie, in m of the plane.
    ///   - means: what is expected at each before any report.
    /// - Throws: `internal` when the matrix of their covariances cannot be solved.
    package init(
        _ sites: [Site], at places: [PlanePoint], means: [Double], _ model: KrigingModel
    ) throws(Problem) {
        self.model = model
        self.places = places
        let nuggets = sites.map(model.nugget)
        guard
            let factor = Cholesky(
                sites.count,
                entry: { i, j in
                    i == j ? 1 + nuggets[i] : model.correlation(places[i].distance(to: places[j]))
                })
        else { throw Problem(.internal, "the covariances of the settlements have no solution") }
        var residuals = zip(sites, means).map { model.value(of: $0) - $1 }
        factor.solve(&residuals)
        weights = residuals
    }

    /// The values at the nodes of a grid, of which the means before any report are given.
    ///
    /// Each settlement adds to the nodes around it, so that the work is that of the settlements times the nodes that
    /// they reach.
    package func add(to grid: inout GridField) {
        let far = Self.farRanges * model.range
        for (place, weight) in zip(places, weights) {
            let x = place.x - grid.origin.x
            let y = place.y - grid.origin.y
            for row in grid.nodes(from: y - far, to: y + far, of: grid.rows) {
                let dy = Double(row) * grid.step - y
                let half = max(0, far * far - dy * dy).squareRoot()
                for column in grid.nodes(from: x - half, to: x + half, of: grid.columns) {
                    let dx = Double(column) * grid.step - x
                    grid.values[row * grid.columns + column] +=
                        weight * model.correlation((dx * dx + dy * dy).squareRoot())
                }
            }
        }
    }
}
