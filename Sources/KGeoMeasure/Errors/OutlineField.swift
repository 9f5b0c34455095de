// A field in the plane on the outlines of several grounds: drawn at nodes, and one value at one place, whoever drew it.

internal import SystemC

/// Displacements of the samples of some outlines, all of one field.
///
/// The field is drawn at nodes; a sample has what the nearest of them lead one to expect there. So it depends on the place
/// alone: where two maps have one line, both are displaced alike, and their change is not.
struct OutlineField {
    /// Nodes are no farther apart than this where grounds are compared: what was gained may be a narrow strip, and the
    /// field must be able to differ between its two sides. In m.
    static let finest = 500.0
    /// As many nodes are drawn, at most: finer ones take as long as they are many.
    static let mostNodes = 20_000.0
    /// From how many nodes a sample takes its value.
    private static let near = 4

    private let sampler: FieldSampler
    private let sigmas: [[Double]]
    /// Of each sample of each outline: nodes and their weights, as many as `near`.
    private var nodes: [[Int32]] = []
    private var weights: [[Double]] = []

    /// Nil where no sample has a σ.
    ///
    /// - Parameters:
    ///   - outlines: the samples of each outline, in order along it.
    ///   - sigmas: the standard deviation at each, in m.
    ///   - correlationLength: ℓ in m, positive.
    init?(_ outlines: [[EdgeIndex.Vector]], sigmas: [[Double]], correlationLength l: Double) {
        self.sigmas = sigmas
        guard sigmas.joined().contains(where: { $0 > 0 }) else { return nil }
        let length = outlines.reduce(0) { sum, samples in
            sum + zip(samples, samples.dropFirst()).reduce(0) { $0 + min(l, $1.0.chord(to: $1.1)) }
        }
        let even = l / 8
        let spacing =
            outlines.count > 1 ? min(even, max(Self.finest, length / Self.mostNodes)) : even
        var grid = NodeGrid(spacing: spacing)
        for samples in outlines {
            for sample in samples { grid.add(sample) }
        }
        for samples in outlines {
            var (own, shares) = ([Int32](), [Double]())
            own.reserveCapacity(samples.count * Self.near)
            shares.reserveCapacity(samples.count * Self.near)
            for sample in samples {
                let near = grid.nearest(Self.near, to: sample)
                let expected = FieldSampler.weights(at: sample, of: near.map { grid.nodes[$0] }, l).weights
                for k in 0..<Self.near {
                    own.append(Int32(k < near.count ? near[k] : near[0]))
                    shares.append(k < near.count ? expected[k] : 0)
                }
            }
            nodes.append(own)
            weights.append(shares)
        }
        sampler = FieldSampler(grid.nodes, correlationLength: l)
    }

    /// Adds the displacements of one field to those of each sample of each outline, in m.
    func displace(_ displacements: inout [[Double]], _ numbers: inout SeededNumbers) {
        var field = [Double](repeating: 0, count: sampler.count)
        sampler.draw(&numbers, into: &field)
        for i in sigmas.indices {
            for (k, sigma) in sigmas[i].enumerated() where sigma > 0 {
                var value = 0.0
                for n in k * Self.near..<(k + 1) * Self.near {
                    value += weights[i][n] * field[Int(nodes[i][n])]
                }
                displacements[i][k] += sigma * value
            }
        }
    }
}

/// Places no nearer to each other than a spacing, in boxes.
private struct NodeGrid {
    let spacing: Double
    private(set) var nodes: [EdgeIndex.Vector] = []
    private var boxes: [SpaceBox: [Int]] = [:]

    init(spacing: Double) { self.spacing = spacing }

    /// The nodes in the box of a place and in those beside it.
    private func around(_ place: EdgeIndex.Vector) -> [Int] {
        let own = SpaceBox(of: place, width: spacing)
        var found: [Int] = []
        for x in own.x - 1...own.x + 1 {
            for y in own.y - 1...own.y + 1 {
                for z in own.z - 1...own.z + 1 {
                    if let inside = boxes[SpaceBox(x: x, y: y, z: z)] { found += inside }
                }
            }
        }
        return found
    }

    /// Makes a place a node where none is as near as the spacing.
    mutating func add(_ place: EdgeIndex.Vector) {
        guard !around(place).contains(where: { nodes[$0].chord(to: place) < spacing }) else { return }
        boxes[SpaceBox(of: place, width: spacing), default: []].append(nodes.count)
        nodes.append(place)
    }

    /// The nearest nodes, nearest first; at least one, where the place is one of those that were added.
    func nearest(_ count: Int, to place: EdgeIndex.Vector) -> [Int] {
        let near = around(place).map { (chord: nodes[$0].chord(to: place), node: $0) }
        return near.sorted { ($0.chord, $0.node) < ($1.chord, $1.node) }.prefix(count).map(\.node)
    }
}
