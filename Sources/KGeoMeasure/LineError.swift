// How far the length of a drawn line may be off because the line is drawn.

public import KGeoCore
internal import PROJKit
internal import SystemC

/// The error of the length of a line whose drawing is displaced along its normal by a stationary process with
/// standard deviation σ and correlation length ℓ.
///
/// A vertex displaced by n along the bisector of its angle, at a turn of θ, changes the length by 2n·sin(θ/2); the
/// displacements of two vertices s apart have the covariance σσ′·e^(−s/ℓ), so the variance is one pass along the
/// line. A loose end moves along the line by σ of its own. To second order the displacements lengthen every drawn
/// piece of length r by σ²(1 − e^(−r/ℓ))/r; the roughness of a real drawing is unknown, so that is no correction
/// but the full width of a further part of the error.
public struct LineError: Hashable, Sendable {
    /// Standard error of the length from turns and loose ends, in m.
    public private(set) var displacementMetres = 0.0
    /// By how much the displacements lengthen the line on average, in m.
    public private(set) var lengtheningMetres = 0.0
    /// Standard error of the length, both together: the second over √3, as of an even distribution of that width.
    public var u: Double {
        (displacementMetres * displacementMetres + lengtheningMetres * lengtheningMetres / 3).squareRoot()
    }

    /// No error, for no line.
    public init() {}

    /// The error of a chain of places.
    ///
    /// The chain should have no detail much finer than ℓ/2 (take the stops of a divider walk), else every wiggle
    /// counts as if it moved on its own.
    /// - Parameters:
    ///   - sigmas: σ of each vertex in m, as many as places.
    ///   - correlationLength: ℓ in m, positive.
    public init(_ places: [Coordinate], sigmas: [Double], correlationLength l: Double) {
        let ways = zip(places, places.dropFirst()).map { Geodesic.wgs84.inverse(from: $0, to: $1) }
        guard !ways.isEmpty, sigmas.count == places.count else { return }
        let isClosed = places.first == places.last && ways.count > 2
        var weights = [Double](repeating: 0, count: places.count)
        for i in 1..<max(1, ways.count) {
            weights[i] = Self.weight(ofTurn: ways[i].azimuth1 - ways[i - 1].azimuth2)
        }
        if isClosed, let last = ways.last {
            weights[0] = Self.weight(ofTurn: ways[0].azimuth1 - last.azimuth2)
        }
        var (variance, carried) = (0.0, 0.0)
        for (i, weight) in weights.enumerated() {
            if i > 0 { carried *= exp(-ways[i - 1].distance / l) }
            let own = weight * sigmas[i]
            variance += own * own + 2 * own * carried
            carried += own
        }
        if !isClosed, let first = sigmas.first, let last = sigmas.last {
            variance += first * first + last * last
        }
        displacementMetres = max(0, variance).squareRoot()
        for (i, way) in ways.enumerated() where way.distance > 0 {
            let sigma = (sigmas[i] + sigmas[i + 1]) / 2
            lengtheningMetres += sigma * sigma * -expm1(-way.distance / l) / way.distance
        }
    }

    /// By how much the length changes per metre of displacement at a turn in degrees, taken the short way.
    private static func weight(ofTurn turn: Double) -> Double {
        2 * sin((turn - 360 * (turn / 360).rounded()) * .pi / 360)
    }

    /// The error of several lines together: independent of each other where the displacements go, leaning the
    /// same way where they lengthen.
    public static func += (a: inout LineError, b: LineError) {
        a.displacementMetres =
            (a.displacementMetres * a.displacementMetres + b.displacementMetres * b.displacementMetres)
            .squareRoot()
        a.lengtheningMetres += b.lengtheningMetres
    }

    /// The error of a line of another length along the same drawing.
    public func scaled(by factor: Double) -> LineError {
        var result = self
        result.displacementMetres *= factor
        result.lengtheningMetres *= factor
        return result
    }
}
