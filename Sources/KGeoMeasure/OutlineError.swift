// How far the area of a drawn shape may be off because its outline is drawn: the error budget's main part.

public import KGeoCore
internal import PROJKit
internal import SystemC

/// The uncertain outline of a shape, ring by ring, each edge with its own σ.
public struct OutlineError: Hashable, Sendable {
    /// An edge of the outline and how well it is known.
    public struct Edge: Hashable, Sendable {
        /// Where it ends; it begins where the edge before it ends.
        public var end: Coordinate
        /// One standard deviation of the drawn line along its normal, in m; ≥ 0.
        public var sigma: Double
        /// Whether it runs along a reference border, whose σ is known and does not scale.
        public var isBorder: Bool
        /// An edge from its parts.
        public init(end: Coordinate, sigma: Double, isBorder: Bool) {
            self.end = end
            self.sigma = sigma
            self.isBorder = isBorder
        }
    }

    /// A closed ring of the outline.
    public struct OutlineRing: Hashable, Sendable {
        /// Where the first edge begins and the last one ends.
        public var start: Coordinate
        /// Its edges in order, at least three.
        public var edges: [Edge]
        /// A ring from its parts.
        public init(start: Coordinate, edges: [Edge]) {
            self.start = start
            self.edges = edges
        }
    }

    /// u² as a function of the factor on σ of the uncertain line, in m⁴.
    public private(set) var scale = UncertaintyScale(a: 0, b: 0, c: 0)
    /// The same with the outline as drawn, detail and all.
    public private(set) var drawnScale = UncertaintyScale(a: 0, b: 0, c: 0)
    /// Length of the outline that is no border, at a ruler of half the correlation length, in m.
    public private(set) var uncertainMetres = 0.0
    /// The same as drawn, in m.
    public private(set) var uncertainDrawnMetres = 0.0
    /// Length of the outline that runs along a border, as drawn, in m.
    public private(set) var borderDrawnMetres = 0.0
    /// σ of the uncertain outline where it is one number, in m.
    public private(set) var commonSigma: Double?
    /// The least and the greatest σ of the uncertain outline, in m; nil where none of it is uncertain.
    public private(set) var sigmaRange: ClosedRange<Double>?
    /// σ that the factor t = 1 of the scales stands for, in m: the length-weighted mean, or 1 m when the line
    /// is drawn without error.
    public private(set) var unitSigma = 0.0
    /// The factor that holds: 1, or 0 when the line is drawn without error.
    public private(set) var factor = 1.0

    /// The error of the area inside the rings, for a line displaced along its normal by a stationary process
    /// with standard deviation σ and correlation length ℓ:
    ///
    ///     u² = ∬ σ(s) σ(t) exp(−|s − t| / ℓ) ds dt
    ///
    /// Rings are independent of each other. A ring of one σ is closed; one of several σ is taken as an arc
    /// that begins on its longest border piece, in the one-pass form of the double integral.
    ///
    /// - Parameter correlationLength: ℓ in m, positive.
    public init(rings: [OutlineRing], correlationLength: Double) {
        var sigmas: Set<Double> = []
        var weighted = 0.0
        let isExact = !rings.contains { $0.edges.contains { !$0.isBorder && $0.sigma > 0 } }
        if isExact { factor = 0 }
        for var ring in rings where !ring.edges.isEmpty {
            if isExact {
                // What would a metre do? The answer scales, and the factor that holds is 0.
                for i in ring.edges.indices where !ring.edges[i].isBorder { ring.edges[i].sigma = 1 }
            }
            var places = [ring.start] + ring.edges.map(\.end)
            var lengths = zip(places, places.dropFirst()).map { Measuring.distance($0, $1) }
            let start = Self.bestStart(ring.edges, lengths)
            let edges = Array(ring.edges[start...] + ring.edges[..<start])
            places = [places[start]] + edges.map(\.end)
            lengths = Array(lengths[start...] + lengths[..<start])
            for (edge, length) in zip(edges, lengths) where length > 0 {
                if edge.isBorder {
                    borderDrawnMetres += length
                } else {
                    uncertainDrawnMetres += length
                    weighted += length * edge.sigma
                    sigmas.insert(edge.sigma)
                }
            }
            let drawn = zip(edges, lengths).map { Piece(length: $1, edge: $0) }
            drawnScale += Self.ringScale(Self.merged(drawn), correlationLength)
            let smooth = Self.smoothed(places, edges, lengths, ruler: correlationLength / 2)
            for piece in smooth where !piece.isBorder { uncertainMetres += piece.length }
            scale += Self.ringScale(smooth, correlationLength)
        }
        commonSigma = isExact && !sigmas.isEmpty ? 0 : sigmas.count == 1 ? sigmas.first : nil
        if let low = sigmas.min(), let high = sigmas.max() { sigmaRange = isExact ? 0...0 : low...high }
        unitSigma = uncertainDrawnMetres > 0 ? weighted / uncertainDrawnMetres : 0
    }

    /// Standard error of the area from the outline, in m².
    public var u: Double { scale.u(at: factor) }
    /// The same with the outline as drawn, detail and all.
    public var uDrawn: Double { drawnScale.u(at: factor) }

    /// A stretch with one σ.
    private struct Piece {
        var length, sigma: Double
        var isBorder: Bool
        init(length: Double, edge: Edge) {
            self.length = length
            sigma = edge.sigma
            isBorder = edge.isBorder
        }
    }

    /// Standard error in m² of the area beside a line that is displaced on its own: an arc of stretches, each with
    /// its length and σ in m (the formula of an arc, as for outlines).
    package static func arcError(
        _ stretches: [(metres: Double, sigma: Double)], correlationLength: Double
    ) -> Double {
        let pieces = stretches.filter { $0.metres > 0 }.map {
            Piece(length: $0.metres, edge: Edge(end: Coordinate(0, 0), sigma: $0.sigma, isBorder: false))
        }
        return arcVariance(pieces, correlationLength) { $0.sigma }.squareRoot()
    }

    /// The outline at a ruler of half the correlation length, since detail finer than that would be counted
    /// as if it moved on its own. A chord is shared among the edges it spans by their lengths.
    private static func smoothed(
        _ places: [Coordinate], _ edges: [Edge], _ lengths: [Double], ruler: Double
    ) -> [Piece] {
        var pieces: [Piece] = []
        var count = 0
        DividerWalk.forEachStep(places, ruler: ruler) { step in
            count += 1
            let total = step.passed.reduce(0) { $0 + $1.metres }
            guard total > 0 else { return }
            for part in step.passed where part.metres > 0 {
                add(Piece(length: step.chord * part.metres / total, edge: edges[part.edge]), to: &pieces)
            }
        }
        // A ring that the divider cannot step along twice keeps its drawn length.
        return count > 2 ? pieces : merged(zip(edges, lengths).map { Piece(length: $1, edge: $0) })
    }

    private static func merged(_ pieces: [Piece]) -> [Piece] {
        var result: [Piece] = []
        for piece in pieces { add(piece, to: &result) }
        return result
    }

    /// Puts a piece to the last one, where both are known equally well.
    private static func add(_ piece: Piece, to pieces: inout [Piece]) {
        guard piece.length > 0 else { return }
        if let last = pieces.last, last.sigma == piece.sigma, last.isBorder == piece.isBorder {
            pieces[pieces.count - 1].length += piece.length
        } else {
            pieces.append(piece)
        }
    }

    /// The edge at which an arc loses least by being cut: the beginning of the longest run of border; without
    /// border, a change of σ.
    private static func bestStart(_ edges: [Edge], _ lengths: [Double]) -> Int {
        let n = edges.count
        guard let cut = edges.indices.first(where: { edges[$0].isBorder != edges[($0 + n - 1) % n].isBorder })
        else { return edges.indices.first { edges[$0].sigma != edges[($0 + n - 1) % n].sigma } ?? 0 }
        var best = (start: cut, metres: 0.0)
        var run = best
        for i in (cut..<cut + n).map({ $0 % n }) {
            if !edges[i].isBorder {
                run.metres = 0
                continue
            }
            if run.metres == 0 { run.start = i }
            run.metres += lengths[i]
            if run.metres > best.metres { best = run }
        }
        return best.start
    }

    private static func ringScale(_ pieces: [Piece], _ l: Double) -> UncertaintyScale {
        guard let first = pieces.first else { return UncertaintyScale(a: 0, b: 0, c: 0) }
        if pieces.count == 1 {
            let p = first.length
            let v = first.sigma * first.sigma * 2 * p * l * -expm1(-p / (2 * l))
            return first.isBorder ? UncertaintyScale(a: 0, b: 0, c: v) : UncertaintyScale(a: v, b: 0, c: 0)
        }
        let line = arcVariance(pieces, l) { $0.isBorder ? 0 : $0.sigma }
        let border = arcVariance(pieces, l) { $0.isBorder ? $0.sigma : 0 }
        let all = arcVariance(pieces, l) { $0.sigma }
        return UncertaintyScale(a: line, b: max(0, all - line - border), c: border)
    }

    /// The double integral over an arc of pieces in one pass; `c` carries the correlation into the next.
    private static func arcVariance(_ pieces: [Piece], _ l: Double, sigma: (Piece) -> Double) -> Double {
        var (v, c) = (0.0, 0.0)
        for piece in pieces {
            let s = sigma(piece)
            let x = piece.length / l
            let rest = -expm1(-x)  // 1 − e
            // x − (1 − e), which cancels when ℓ is long.
            let excess = x < 1e-3 ? x * x * (0.5 - x / 6 * (1 - x / 4 * (1 - x / 5))) : x - rest
            v += 2 * s * s * l * l * excess + 2 * s * l * rest * c
            c = (1 - rest) * c + s * l * rest
        }
        return v
    }
}

extension UncertaintyScale {
    fileprivate static func += (x: inout UncertaintyScale, y: UncertaintyScale) {
        x.a += y.a
        x.b += y.b
        x.c += y.c
    }
}
