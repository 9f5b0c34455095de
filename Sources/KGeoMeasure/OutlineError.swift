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
        /// σ of the mapmaker's part along it, in m; 0 where the edge's own σ is known, and along borders.
        public var makerSigma: Double
        /// +1 where the counted ground grows as the line moves outward, −1 where it shrinks: the side of a change
        /// that the earlier map has drawn.
        public var sign: Double
        /// Whether its σ is that of the map's class, since nobody gave one.
        public var isAssumed: Bool
        /// An edge from its parts.
        public init(
            end: Coordinate, sigma: Double, isBorder: Bool, makerSigma: Double = 0, sign: Double = 1,
            isAssumed: Bool = false
        ) {
            self.end = end
            self.sigma = sigma
            self.isBorder = isBorder
            self.makerSigma = makerSigma
            self.sign = sign
            self.isAssumed = isAssumed
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

    /// u² as a function of the factor on σ of the uncertain line, in m⁴: of the line alone, without the mapmaker's part.
    public internal(set) var scale = UncertaintyScale(a: 0, b: 0, c: 0)
    /// The same with the outline as drawn, detail and all.
    public internal(set) var drawnScale = UncertaintyScale(a: 0, b: 0, c: 0)
    /// Standard error from the part by which mapmakers differ over long stretches, in m².
    public internal(set) var makerU = 0.0
    /// σ of that part, in m: its length-weighted mean over the uncertain outline.
    public internal(set) var makerSigma = 0.0
    /// Length of the outline that is no border, walked with the ruler, in m.
    public internal(set) var uncertainMetres = 0.0
    /// The same as drawn, in m.
    public internal(set) var uncertainDrawnMetres = 0.0
    /// Length of the outline that runs along a border, as drawn, in m.
    public internal(set) var borderDrawnMetres = 0.0
    /// σ of the uncertain outline where it is one number, in m.
    public internal(set) var commonSigma: Double?
    /// The least and the greatest σ of the uncertain outline, in m; nil where none of it is uncertain.
    public internal(set) var sigmaRange: ClosedRange<Double>?
    /// σ that the factor t = 1 of the scales stands for, in m: the length-weighted mean, or 1 m when the line
    /// is drawn without error.
    public internal(set) var unitSigma = 0.0
    /// The factor that holds: 1, or 0 when the line is drawn without error.
    public internal(set) var factor = 1.0

    /// The longest ruler with which an outline is walked, in m. Detail finer than that is less than what mapmakers
    /// draw (a vertex every 0.5 to 1.2 km), and would be counted as if it moved on its own.
    public static let longestRuler = 500.0
    /// The most nodes, a quarter of a correlation length apart, that are taken on one outline: half a minute's work.
    public static let mostNodes = 5_000_000.0
    /// The correlation length of the mapmaker's part, in m.
    public static let makerCorrelationLength = 50_000.0

    /// The ruler for lines displaced with a correlation length, in m: half of it, 500 m at most.
    public static func ruler(correlationLength: Double) -> Double {
        min(correlationLength / 2, longestRuler)
    }

    /// The error of the area inside the rings, for lines displaced outward by a stationary field in the plane with
    /// standard deviation σ and correlation length ℓ:
    ///
    ///     u² = ∬ σ(s) σ(t) exp(−|x(s) − x(t)| / ℓ) ds dt
    ///
    /// as a double sum over nodes ℓ/4 apart. What lies near errs together: across a salient, and between two rings.
    /// The mapmaker's part is the same with its own σ and ℓ, independent of the first.
    ///
    /// - Parameters:
    ///   - correlationLength: ℓ in m, positive.
    ///   - makerCorrelationLength: ℓ of the mapmaker's part, in m, positive.
    public init(
        rings: [OutlineRing], correlationLength: Double,
        makerCorrelationLength: Double = OutlineError.makerCorrelationLength
    ) {
        self = OutlineSums(
            rings, correlationLength: correlationLength, makerCorrelationLength: makerCorrelationLength
        ).error(of: [.first: 1])
    }

    /// No outline yet.
    init() {}

    /// Standard error of the area from the line, in m², without the mapmaker's part.
    public var lineU: Double { scale.u(at: factor) }
    /// Standard error of the area from the outline, in m²: line and mapmaker together.
    public var u: Double { (lineU * lineU + makerU * makerU).squareRoot() }
    /// The same with the outline as drawn, detail and all.
    public var uDrawn: Double {
        let line = drawnScale.u(at: factor)
        return (line * line + makerU * makerU).squareRoot()
    }

    /// A stretch with one σ.
    private struct Piece {
        var length, sigma: Double
    }

    /// Standard error in m² of the area beside a line that is displaced on its own: an arc of stretches, each with
    /// its length and σ in m (the formula of an arc, as for outlines).
    package static func arcError(
        _ stretches: [(metres: Double, sigma: Double)], correlationLength: Double
    ) -> Double {
        let pieces = stretches.filter { $0.metres > 0 }.map {
            Piece(length: $0.metres, sigma: $0.sigma)
        }
        return arcVariance(pieces, correlationLength).squareRoot()
    }

    /// The double integral over an arc of pieces in one pass; `c` carries the correlation into the next.
    private static func arcVariance(_ pieces: [Piece], _ l: Double) -> Double {
        var (v, c) = (0.0, 0.0)
        for piece in pieces {
            let s = piece.sigma
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
