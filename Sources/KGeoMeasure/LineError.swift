// How far off the length of a drawn line may be because the line is drawn.

public import KGeoCore
internal import PROJKit
internal import SystemC

/// The error of the length of lines whose drawing is displaced along its normal by a stationary field in the plane with
/// standard deviation σ and correlation length ℓ.
///
/// A vertex displaced by n along the bisector of its angle, at a turn of θ, changes the length by 2n·sin(θ/2); the
/// displacements of two vertices a distance d apart have the covariance σσ′·e^(−d/ℓ), whichever lines they are on. A loose
/// end moves along the line by σ of its own. To second order the displacements lengthen every drawn piece of length r
/// by σ²(1 − e^(−r/ℓ))/r; the roughness of a real drawing is unknown, so that is no correction but the full width of a
/// further part of the error. The mapmaker's part adds the same with its own σ and ℓ.
public struct LineError: Hashable, Sendable {
    /// A chain of places, each with its σ in m.
    public struct Chain: Hashable, Sendable {
        /// The places in order; the same twice at both ends for a closed one.
        public var places: [Coordinate]
        /// σ of the line at each of them, and of the mapmaker's part; in m.
        public var sigmas, makerSigmas: [Double]
        /// A chain from its parts, as many σ as places; without any the mapmaker's part is 0.
        public init(places: [Coordinate], sigmas: [Double], makerSigmas: [Double] = []) {
            self.places = places
            self.sigmas = sigmas
            self.makerSigmas = makerSigmas.isEmpty ? sigmas.map { _ in 0 } : makerSigmas
        }
    }

    /// Standard error of the length from turns and loose ends, in m: line and mapmaker together.
    public private(set) var displacementMetres = 0.0
    /// The mapmaker's part of it, in m.
    public private(set) var makerMetres = 0.0
    /// By how much the displacements lengthen the line on average, in m.
    public private(set) var lengtheningMetres = 0.0
    /// Standard error of the length, both together: the second over √3, as of an even distribution of that width.
    public var u: Double {
        (displacementMetres * displacementMetres + lengtheningMetres * lengtheningMetres / 3).squareRoot()
    }
    /// Whether the displacements move the length more than they lengthen it, so that `u` describes it.
    public var isFirstOrder: Bool { 2 * lengtheningMetres <= displacementMetres }

    /// No error, for no line.
    public init() {}

    /// The error of a chain of places.
    public init(_ places: [Coordinate], sigmas: [Double], correlationLength: Double) {
        guard sigmas.count == places.count else {
            self.init()
            return
        }
        self.init([Chain(places: places, sigmas: sigmas)], correlationLength: correlationLength)
    }

    /// The error of several chains together.
    ///
    /// A chain should have no detail much finer than ℓ/2 (take the stops of a divider walk), else every wiggle
    /// counts as if it moved on its own.
    /// - Parameters:
    ///   - correlationLength: ℓ in m, positive.
    ///   - makerCorrelationLength: ℓ of the mapmaker's part, in m, positive.
    public init(
        _ chains: [Chain], correlationLength l: Double,
        makerCorrelationLength: Double = OutlineError.makerCorrelationLength
    ) {
        var places: [EdgeIndex.Vector] = []
        var (own, maker) = ([Double](), [Double]())
        var ends = (line: 0.0, maker: 0.0)
        for chain in chains {
            let ways = zip(chain.places, chain.places.dropFirst()).map {
                Geodesic.wgs84.inverse(from: $0, to: $1)
            }
            guard !ways.isEmpty else { continue }
            let (sigmas, makers) = (chain.sigmas, chain.makerSigmas)
            let isClosed = chain.places.first == chain.places.last && ways.count > 2
            for (i, weight) in Self.weights(ways, isClosed: isClosed).enumerated() where weight != 0 {
                places.append(EdgeIndex.Vector(chain.places[i]))
                own.append(weight * sigmas[i])
                maker.append(weight * makers[i])
            }
            if !isClosed, let first = sigmas.first, let last = sigmas.last, let a = makers.first,
                let b = makers.last
            {
                ends.line += first * first + last * last
                ends.maker += a * a + b * b
            }
            for (i, way) in ways.enumerated() where way.distance > 0 {
                for (sigmas, l) in [(sigmas, l), (makers, makerCorrelationLength)] {
                    let sigma = (sigmas[i] + sigmas[i + 1]) / 2
                    lengtheningMetres += sigma * sigma * -expm1(-way.distance / l) / way.distance
                }
            }
        }
        let line = PlaneVariance.sum(places, own, correlationLength: l) + ends.line
        let shared =
            maker.contains { $0 != 0 } || ends.maker > 0
            ? PlaneVariance.sum(places, maker, correlationLength: makerCorrelationLength) + ends.maker : 0
        makerMetres = shared.squareRoot()
        displacementMetres = (line + shared).squareRoot()
    }

    /// By how much the length changes per metre of displacement of each place.
    private static func weights(_ ways: [Geodesic.Inverse], isClosed: Bool) -> [Double] {
        var weights = [Double](repeating: 0, count: ways.count + 1)
        for i in 1..<max(1, ways.count) {
            weights[i] = weight(ofTurn: ways[i].azimuth1 - ways[i - 1].azimuth2)
        }
        if isClosed, let last = ways.last { weights[0] = weight(ofTurn: ways[0].azimuth1 - last.azimuth2) }
        return weights
    }

    /// By how much the length changes per metre of displacement at a turn in degrees, taken the short way.
    private static func weight(ofTurn turn: Double) -> Double {
        2 * sin((turn - 360 * (turn / 360).rounded()) * .pi / 360)
    }

    /// The error of a line of another length along the same drawing.
    public func scaled(by factor: Double) -> LineError {
        var result = self
        result.displacementMetres *= factor
        result.makerMetres *= factor
        result.lengtheningMetres *= factor
        return result
    }
}
