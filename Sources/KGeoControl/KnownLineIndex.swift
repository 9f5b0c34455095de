// Lines whose σ is known, found by place: borders, coasts, stretches of front.

internal import KGeoCore
internal import KGeoMeasure
internal import KGeoSurface

/// Lines by the ground near them. Those that have one σ count as one line, and so it is made once for all maps that have
/// the same lines.
package struct KnownLineIndex: Sendable {
    /// The edges, each owned by the number of its σ.
    private let index: EdgeIndex
    /// Each σ once, in m.
    private let sigmas: [Double]
    /// How far a line of each σ reaches, in m.
    private let reaches: [Double]
    /// The edges themselves, with the number of their σ: ground that was cut along a line has them.
    private let own: [UndirectedEdge: Int]
    /// Whether ground was cut along the lines.
    let findsOwn: Bool

    /// An index of some lines.
    ///
    /// - Parameters:
    ///   - sigma: that of lines that give none; nil: those are left out.
    ///   - reach: how far a line with some σ reaches, in m.
    ///   - findsOwn: whether ground is cut along the lines, so that many of its edges are theirs.
    package init(
        _ lines: [KnownLine], without sigma: Double? = nil, findsOwn: Bool = false,
        reach: (Double) -> Double
    ) {
        var sigmas: [Double] = []
        var edges: [EdgeIndex.Edge] = []
        for line in lines {
            guard let sigma = line.boundaryError ?? sigma else { continue }
            let number = sigmas.firstIndex(of: sigma) ?? sigmas.count
            if number == sigmas.count { sigmas.append(sigma) }
            edges += EdgeIndex.edges(of: line.geometry, owner: number)
        }
        index = EdgeIndex(edges)
        self.sigmas = sigmas
        reaches = sigmas.map(reach)
        var own: [UndirectedEdge: Int] = [:]
        if findsOwn {
            own.reserveCapacity(edges.count)
            for edge in edges {
                let known = UndirectedEdge(edge.start, edge.end)
                if own[known] == nil { own[known] = edge.owner }
            }
        }
        self.own = own
        self.findsOwn = findsOwn
    }

    var isEmpty: Bool { index.edges.isEmpty }
    /// How far the line that reaches farthest does, in m; 0 without lines.
    var reach: Double { reaches.max() ?? 0 }

    /// σ of the line of which this is an edge, in m.
    func sigma(ofOwn a: Coordinate, _ b: Coordinate) -> Double? {
        own.isEmpty ? nil : own[UndirectedEdge(a, b)].map { sigmas[$0] }
    }

    /// σ of the nearest line within whose reach a place lies, in m.
    func sigma(near place: Coordinate) -> Double? {
        index.nearestOwner(to: place, within: reaches).map { sigmas[$0] }
    }

    /// Whether a line is within some metres of a place.
    func isAny(within metres: Double, of place: Coordinate) -> Bool {
        index.comes(within: metres, of: place)
    }
}
