// How well an outline is known at a place: σ of the edge nearest to it.

public import KGeoCore
internal import KGeoMeasure

/// Finds the edge of a measured outline that is nearest to a place.
public struct OutlineIndex: Sendable {
    private let index: EdgeIndex
    private let edges: [OutlineError.Edge]

    /// An index over the outline of a ground.
    public init(_ ground: ControlAreaMeasurement) {
        var places: [EdgeIndex.Edge] = []
        var edges: [OutlineError.Edge] = []
        for ring in ground.outlineRings {
            var start = ring.start
            for edge in ring.edges {
                places.append(EdgeIndex.Edge(start: start, end: edge.end, owner: 0))
                edges.append(edge)
                start = edge.end
            }
        }
        index = EdgeIndex(places)
        self.edges = edges
    }

    /// An edge of an outline.
    public struct Near: Hashable, Sendable {
        /// Its ends.
        public var start, end: Coordinate
        /// How well it is known, in m.
        public var sigma: Double
        /// σ of the mapmaker's part, in m.
        public var makerSigma: Double
        /// Both together, in m.
        public var totalSigma: Double { (sigma * sigma + makerSigma * makerSigma).squareRoot() }
        /// Whether it runs along a border, whose σ is its own.
        public var isBorder: Bool
    }

    /// The edge nearest to a place; nil without an outline.
    public func nearest(to place: Coordinate) -> Near? {
        guard let hit = index.nearest(to: place) else { return nil }
        let edge = index.edges[hit.edge]
        return Near(
            start: edge.start, end: edge.end, sigma: edges[hit.edge].sigma,
            makerSigma: edges[hit.edge].makerSigma, isBorder: edges[hit.edge].isBorder)
    }
}
