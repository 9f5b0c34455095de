// How the length of a line falls with the ruler: Richardson's law, fitted.

internal import SystemC

/// L(r) = M·r^(1−D), fitted to lengths at several rulers (Richardson 1961; Mandelbrot, Science 156 (1967) 636).
///
/// D is the divider dimension: 1 for a straight line, and the more above 1 the more a finer ruler finds.
public struct RichardsonFit: Hashable, Sendable {
    /// The divider dimension D.
    public let dimension: Double
    /// The standard error of D from the scatter about the line; nil for two rulers, which leave none.
    public let dimensionError: Double?
    /// ln M: the length at a ruler of 1 m would be M metres.
    public let logM: Double
    /// M in m^D.
    public var m: Double { exp(logM) }
    /// The rulers that the fit covers, in m; beyond them it is extrapolated.
    public let rulers: ClosedRange<Double>

    /// The least-squares line through the logarithms of lengths and rulers; nil with fewer than two rulers that
    /// differ, or a length or ruler that is not positive.
    ///
    /// - Parameter lengths: ruler and length, both in m.
    package init?(_ lengths: [(ruler: Double, length: Double)]) {
        guard lengths.allSatisfy({ $0.ruler > 0 && $0.length > 0 && $0.length.isFinite }),
            let low = lengths.map(\.ruler).min(), let high = lengths.map(\.ruler).max(), low < high
        else { return nil }
        let points = lengths.map { (x: log($0.ruler), y: log($0.length)) }
        let n = Double(points.count)
        let (x, y) = (points.reduce(0) { $0 + $1.x } / n, points.reduce(0) { $0 + $1.y } / n)
        let sxx = points.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
        let sxy = points.reduce(0) { $0 + ($1.x - x) * ($1.y - y) }
        let slope = sxy / sxx
        dimension = 1 - slope
        logM = y - slope * x
        let rest = points.reduce(0) { sum, point in
            let off = point.y - y - slope * (point.x - x)
            return sum + off * off
        }
        dimensionError = points.count > 2 ? (rest / (n - 2) / sxx).squareRoot() : nil
        rulers = low...high
    }

    /// The length at a ruler by the fitted law, in m.
    public func length(at ruler: Double) -> Double { exp(logM + (1 - dimension) * log(ruler)) }

    /// The ruler in m that gives a length: r* = (M/L)^(1/(D−1)).
    ///
    /// Nil for a length that is not positive, for a line whose length does not fall with the ruler (D is not above
    /// 1 by more than its standard error, or by a thousandth), and for a ruler outside 1 µm to 100,000 km, where
    /// nothing is said of any line on the ground.
    public func ruler(for length: Double) -> Double? {
        guard length > 0, length.isFinite, dimension - 1 > max(1e-3, dimensionError ?? 0) else { return nil }
        let ruler = exp((logM - log(length)) / (dimension - 1))
        return (1e-6...1e8).contains(ruler) ? ruler : nil
    }
}
