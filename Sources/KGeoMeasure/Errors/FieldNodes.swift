// The nodes of many outlines: as they are while they are few, else those of a small box as one.

/// Places of outlines with their weights, for a sum over a field of one correlation length.
struct FieldNodes {
    /// Beyond so many nodes, those within a box of an eighth of the correlation length count as one, at their middle: what
    /// is as near errs together, and a million small rings need no more room and time than the ground they lie on.
    static let most = 20_000
    private static let boxes = 8.0

    let correlationLength: Double
    private var nodes: [FieldNode] = []
    /// Nodes put together, each with the size of all weights in it.
    private var boxed: [Box: (node: FieldNode, size: Double)] = [:]

    private struct Box: Hashable { var x, y, z: Int }

    init(correlationLength: Double) { self.correlationLength = correlationLength }

    /// Whether nodes have been put together.
    var isBoxed: Bool { !boxed.isEmpty }

    /// All nodes, in the same order on every run.
    var all: [FieldNode] {
        nodes
            + boxed.sorted { a, b in
                (a.key.x, a.key.y, a.key.z) < (b.key.x, b.key.y, b.key.z)
            }.map(\.value.node)
    }

    /// Adds the nodes of a walk, a quarter of the correlation length apart.
    mutating func add(_ walk: UncertainWalk) {
        nodes += walk.nodes(spacing: correlationLength / 4)
        guard nodes.count > Self.most else { return }
        let width = correlationLength / Self.boxes
        for node in nodes {
            let p = node.place
            let box = Box(
                x: Int((p.x / width).rounded(.down)), y: Int((p.y / width).rounded(.down)),
                z: Int((p.z / width).rounded(.down)))
            let size = max(1e-9, abs(node.weight.line) + abs(node.weight.border) + abs(node.weight.maker))
            guard let found = boxed.index(forKey: box) else {
                boxed[box] = (node, size)
                continue
            }
            let all = boxed.values[found].size + size
            let place = boxed.values[found].node.place
            boxed.values[found].node.place = place.towards(p, share: size / all)
            boxed.values[found].node.weight += node.weight
            boxed.values[found].size = all
        }
        nodes = []
    }
}
