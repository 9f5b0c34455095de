// The nodes of many outlines: as they are while they are few, else those of a small box as one.

internal import SystemC

/// Places of outlines with their weights, for a sum over a field of one correlation length.
struct FieldNodes: Sendable {
    /// Beyond so many nodes, those within a box of an eighth of the correlation length count as one, at their middle: what
    /// is as near errs together, and a million small rings need no more room and time than the ground they lie on.
    static let most = 20_000
    private static let boxes = 8.0
    /// Beyond so many boxes only pairs nearer to each other count.
    private static let many = 2_000

    let correlationLength: Double
    private var nodes: [FieldNode] = []
    /// Nodes put together, each with the size of all weights in it, and their numbers by box.
    private var heaps: [Heap] = []
    private var numbers: [SpaceBox: Int] = [:]
    /// The last box that was looked up, and its number: the next node mostly lies in it too.
    private var last: (box: SpaceBox, number: Int)?

    /// The nodes of a box.
    private struct Heap {
        var box: SpaceBox
        var node: FieldNode
        var size: Double
    }

    init(correlationLength: Double) { self.correlationLength = correlationLength }

    /// The least spacing of nodes round a change, in m: the longest ruler.
    private static let finest = OutlineError.longestRuler

    /// Adds the nodes of a walk along the outline of a ground, a quarter of the correlation length apart.
    ///
    /// - Parameter width: of a walk round ground between two lines, how wide that is. Such a ground is known the better the
    ///   narrower it is, as its two sides err together: its nodes are no farther apart than it is wide.
    mutating func add(_ walk: UncertainWalk, of ground: Ground, width: Double? = nil) {
        var spacing = correlationLength / 4
        if let width { spacing = min(spacing, max(Self.finest, width)) }
        let own = walk.nodes(spacing: spacing, of: ground, isOfChange: width != nil)
        if heaps.isEmpty, nodes.count + own.count <= Self.most {
            nodes += own
        } else {
            heapUp()
            for node in own { heap(node) }
        }
    }

    /// Puts together what is there.
    private mutating func heapUp() {
        for node in nodes { heap(node) }
        nodes = []
    }

    private mutating func heap(_ node: FieldNode) {
        let box = SpaceBox(of: node.place, width: correlationLength / Self.boxes)
        heap(Heap(box: box, node: node, size: max(1e-9, node.weights.size)))
    }

    private mutating func heap(_ more: Heap) {
        let known = last?.box == more.box ? last?.number : numbers[more.box]
        guard let known else {
            numbers[more.box] = heaps.count
            last = (more.box, heaps.count)
            heaps.append(more)
            return
        }
        last = (more.box, known)
        let all = heaps[known].size + more.size
        heaps[known].node.place = heaps[known].node.place.towards(more.node.place, share: more.size / all)
        heaps[known].node.weights += more.node.weights
        heaps[known].node.metres = 0
        heaps[known].size = all
    }

    // MARK: Sums

    /// The nodes in the same order on every run.
    private var all: [FieldNode] { nodes + heaps.sorted { $0.box < $1.box }.map(\.node) }

    /// The sums of the weights of every kind and ground with every other, column by column:
    /// the kinds of the first ground, then those of the second.
    func sums(_ kinds: [FieldWeight.Kind]) -> PlaneVariance {
        let all = all
        let columns = [Ground.first, .second].flatMap { ground in
            kinds.map { kind in all.map { $0.weights[ground][kind] } }
        }
        return PlaneVariance(
            all.map(\.place), columns, stretches: all.contains { $0.metres > 0 } ? all.map(\.metres) : [],
            correlationLength: correlationLength,
            reach: heaps.count > Self.many ? PlaneVariance.nearReach : PlaneVariance.reach)
    }
}
