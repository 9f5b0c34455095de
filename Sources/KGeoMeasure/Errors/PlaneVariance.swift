// The variance of a sum over a field in the plane: what lies near errs together, whatever line it belongs to.

internal import SystemC

/// Double sums Σ wᵢ wⱼ exp(−dᵢⱼ/ℓ) over places, d straight through space.
enum PlaneVariance {
    /// Pairs farther apart than this many correlation lengths are left out: together they have a correlation of
    /// 6e-6 at most.
    static let reach = 12.0
    /// The same where there are very many places; the correlation left out is 2e-3 at most.
    private static let nearReach = 6.0

    /// The sums of an outline's own error: over its line, over line and border together less each alone, and over
    /// borders, in m⁴.
    static func line(_ field: FieldNodes) -> UncertaintyParts {
        let (nodes, l) = (field.all, field.correlationLength)
        let reach = field.isBoxed ? nearReach : Self.reach
        var sum = UncertaintyParts()
        let hasBorder = nodes.contains { $0.weight.border != 0 }
        if hasBorder {
            pairs(nodes.map(\.place), l, reach) { i, j, r in
                let (a, b) = (nodes[i].weight, nodes[j].weight)
                sum.line += r * a.line * b.line
                sum.between += r * (a.line * b.border + a.border * b.line)
                sum.border += r * a.border * b.border
            }
        } else {
            let weights = nodes.map(\.weight.line)
            pairs(nodes.map(\.place), l, reach) { i, j, r in sum.line += r * weights[i] * weights[j] }
        }
        return sum
    }

    /// The double sum over single weights.
    static func sum(_ places: [EdgeIndex.Vector], _ weights: [Double], correlationLength l: Double) -> Double
    {
        var sum = 0.0
        pairs(places, l, places.count > FieldNodes.most ? nearReach : reach) { i, j, r in
            sum += r * weights[i] * weights[j]
        }
        return max(0, sum)
    }

    struct UncertaintyParts {
        var line = 0.0
        var between = 0.0
        var border = 0.0
    }

    /// Below so many places all pairs are looked at.
    private static let few = 256

    /// Hands over every place with itself and every pair within reach once, its factor doubled.
    private static func pairs(
        _ places: [EdgeIndex.Vector], _ l: Double, _ reach: Double, _ body: (Int, Int, Double) -> Void
    ) {
        let limit = reach * l
        func pair(_ i: Int, _ j: Int) {
            let d = places[i].chord(to: places[j])
            if d <= limit { body(i, j, 2 * exp(-d / l)) }
        }
        for i in places.indices { body(i, i, 1) }
        guard places.count > few, limit < 1e7 else {
            for i in places.indices { for j in 0..<i { pair(i, j) } }
            return
        }
        // Boxes as wide as the reach: only neighbours need a look.
        struct Cell: Hashable { var x, y, z: Int }
        func cell(_ p: EdgeIndex.Vector) -> Cell {
            Cell(
                x: Int((p.x / limit).rounded(.down)), y: Int((p.y / limit).rounded(.down)),
                z: Int((p.z / limit).rounded(.down)))
        }
        var cells: [Cell: [Int]] = [:]
        for i in places.indices {
            let own = cell(places[i])
            for x in own.x - 1...own.x + 1 {
                for y in own.y - 1...own.y + 1 {
                    for z in own.z - 1...own.z + 1 {
                        for j in cells[Cell(x: x, y: y, z: z)] ?? [] { pair(i, j) }
                    }
                }
            }
            cells[own, default: []].append(i)
        }
    }
}
