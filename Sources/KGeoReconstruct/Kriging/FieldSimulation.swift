// How far the area of kriged ground may be off: fields drawn around the kriged one.

internal import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface
internal import SystemC

/// The area of ground under one definition, over many draws.
public struct SimulatedGround: Hashable, Sendable {
    /// What some draws say, in m².
    package init(_ draws: [Double]) {
        let n = Double(max(1, draws.count))
        let mean = draws.reduce(0, +) / n
        expected = mean
        u = (draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot()
        let sorted = draws.sorted()
        func quantile(_ share: Double) -> Double {
            guard let last = sorted.indices.last else { return 0 }
            let at = share * Double(last)
            let low = Int(at)
            return sorted[low] + (at - Double(low)) * (sorted[min(low + 1, last)] - sorted[low])
        }
        (low95, high95) = (quantile(0.025), quantile(0.975))
    }

    /// The mean of the draws, in m².
    public var expected: Double
    /// Their standard deviation, in m².
    public var u: Double
    /// Between these lie 95 % of the draws, in m².
    public var low95, high95: Double
}

/// Draws of the status: the kriged field, which every report has shaped, and around it a Gaussian field of the model's
/// spread and covariance, drawn from its spectrum (Mantoglou and Wilson, Water Resour. Res. 18, 1982): the sum of
/// cosines whose waves are as frequent as the covariance says. It is drawn at nodes up to a quarter of the range apart, and
/// taken as linear between them.
package struct FieldSimulation {
    /// How many fields are drawn.
    package static let draws = 200
    /// Cosines in each: enough that no single one shapes the field; every draw has its own.
    private static let waves = 64

    private let field: GridField
    private let areas: NodeAreas
    private let model: KrigingModel
    /// Nodes of the grid from one node of the drawn field to the next.
    private let coarse: Int
    /// Columns and rows of the drawn field.
    private let columns, rows: Int

    /// Draws around a kriged field.
    package init(field: GridField, areas: NodeAreas, model: KrigingModel) {
        self.field = field
        self.areas = areas
        self.model = model
        coarse = max(1, min(4, Int(model.range / 4 / field.step)))
        columns = (field.columns - 1) / coarse + 2
        rows = (field.rows - 1) / coarse + 2
    }

    /// A node that a draw may change.
    private struct Node {
        var value, squareMetres: Double
        /// The drawn field's node to the south-west, and how far this lies from it towards the next, from 0 to 1.
        var corner: Int
        var east, north: Double
    }

    /// The area of ground above each of some thresholds in each draw, in m².
    ///
    /// - Parameter seed: the same seed gives the same draws.
    package func areas(above thresholds: [Double], seed: UInt64) -> [[Double]] {
        let lowest = (thresholds.min() ?? 0) - 5 * model.spread
        let highest = (thresholds.max() ?? 0) + 5 * model.spread
        // What no draw can change is counted once.
        var always = 0.0
        var nodes: [Node] = []
        for (i, value) in field.values.enumerated() where areas.squareMetres[i] > 0 {
            if value >= highest { always += areas.squareMetres[i] }
            guard value > lowest, value < highest else { continue }
            let (row, column) = (i / field.columns, i % field.columns)
            nodes.append(
                Node(
                    value: value, squareMetres: areas.squareMetres[i],
                    corner: row / coarse * columns + column / coarse,
                    east: Double(column % coarse) / Double(coarse),
                    north: Double(row % coarse) / Double(coarse)))
        }
        var random = SplitMix(state: seed)
        var result = [[Double]](repeating: [], count: thresholds.count)
        for _ in 0..<Self.draws {
            let noise = draw(&random)
            var sums = [Double](repeating: always, count: thresholds.count)
            for node in nodes {
                let (south, north) = (node.corner, node.corner + columns)
                let low = noise[south] + node.east * (noise[south + 1] - noise[south])
                let high = noise[north] + node.east * (noise[north + 1] - noise[north])
                let value = node.value + low + node.north * (high - low)
                for (k, threshold) in thresholds.enumerated() where value > threshold {
                    sums[k] += node.squareMetres
                }
            }
            for (k, sum) in sums.enumerated() { result[k].append(sum) }
        }
        return result
    }

    /// One Gaussian field at the nodes of the drawn field.
    private func draw(_ random: inout SplitMix) -> [Double] {
        var noise = [Double](repeating: 0, count: columns * rows)
        let scale = model.spread * (2 / Double(Self.waves)).squareRoot()
        let gap = field.step * Double(coarse)
        for _ in 0..<Self.waves {
            let (kx, ky) = wave(&random)
            let phase = 2 * Double.pi * random.unit()
            // cos(a + b) by the cosines and sines of a along a row and of b along a column.
            let along = (0..<columns).map { (cos(kx * gap * Double($0)), sin(kx * gap * Double($0))) }
            for row in 0..<rows {
                let angle = phase + ky * gap * Double(row)
                let (cosine, sine) = (scale * cos(angle), scale * sin(angle))
                for column in 0..<columns {
                    noise[row * columns + column] += cosine * along[column].0 - sine * along[column].1
                }
            }
        }
        return noise
    }

    /// A wave of Matérn's covariance of smoothness 3/2 in the plane: Student's distribution of three degrees of freedom.
    private func wave(_ random: inout SplitMix) -> (kx: Double, ky: Double) {
        let (a, b) = random.normals()
        let (c, d) = random.normals()
        let (e, _) = random.normals()
        let width = ((c * c + d * d + e * e) / 3).squareRoot() * model.range
        return (a / width, b / width)
    }
}
