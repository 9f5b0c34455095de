// What the displacement between two drawings of one front is: its middle, spread, bias, and its σ and ℓ.

internal import SystemC

/// The signed displacement between two lines along stretches of front, and what it comes to.
public struct DisplacementStatistics: Hashable, Sendable {
    /// The areas between the lines over stretches of one length.
    public struct Window: Hashable, Sendable {
        /// The length of the stretches, in m; each begins half a length after the one before it.
        public var metres: Double
        /// The areas of the stretches, in m².
        public var areas: [Double]
        /// How many stretches there are.
        public var count: Int { areas.count }
        /// Root mean square about 0, in m².
        public var rms: Double
        /// Standard deviation about the mean, in m².
        public var deviation: Double
        /// The same from the middle half, which a few large differences do not move: (P75 − P25)/1.349, in m².
        public var middleDeviation: Double
        /// The mean, in m².
        public var mean: Double

        /// The share of stretches whose area is less than a half width, in m².
        public func share(within halfWidth: Double) -> Double {
            areas.isEmpty ? 0 : Double(areas.count { abs($0) < halfWidth }) / Double(areas.count)
        }
    }

    /// Length of the front that was compared, in m.
    public let frontMetres: Double
    /// The area by which the second line lies outside the first less that by which it lies inside, in m².
    public let squareMetres: Double
    /// The middle of the displacements, in m; positive where the second line lies outside the first.
    public let median: Double
    /// Their spread about it, which a few large ones do not move: 1.4826 times the middle of the absolute deviations.
    public let robustSigma: Double
    /// Their root mean square, in m.
    public let rms: Double
    /// The areas over stretches of each length that has at least six.
    public let windows: [Window]
    /// σ and ℓ of the difference, from the standard deviations of the windows and from their middle halves; nil with
    /// fewer than two lengths.
    public let law, middleLaw: ErrorLaw?
    /// σ and ℓ of the displacement from its variogram; nil where there is too little of it. What comes out of a redraw with
    /// σ 300 m and ℓ 5 km is off by 4 % and 9 % on 4,700 km of front, by 9 % and 22 % on 700 km (standard deviations).
    public let variogram: ErrorLaw?

    /// Mean displacement, in m.
    public var mean: Double { frontMetres > 0 ? squareMetres / frontMetres : 0 }

    /// The lengths of windows, in m.
    public static let lengths = [2_000.0, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000]
    /// A length with fewer windows says nothing.
    public static let fewestWindows = 6

    /// The window of a length.
    public func window(_ metres: Double) -> Window? { windows.first { $0.metres == metres } }

    /// The longest stretches by which bias and definitions are judged, in m.
    private static let longestJudged = 100_000.0

    /// Whether one line lies on one side of the other by more than it varies: the two count different ground, and what
    /// lies between them is no error of drawing. Judged over the longest stretches up to 100 km.
    public var definitionsDiffer: Bool {
        guard let longest = windows.last(where: { $0.metres <= Self.longestJudged }) else { return false }
        return abs(longest.mean) > longest.deviation
    }

    /// From the displacements of stretches of front.
    ///
    /// - Parameters:
    ///   - runs: for each stretch the displacements at even places, in m.
    ///   - spacing: the distance between the places, in m.
    public init(_ runs: [[Double]], spacing: Double) {
        let all = runs.flatMap(\.self)
        frontMetres = Double(all.count) * spacing
        squareMetres = all.reduce(0, +) * spacing
        let sorted = all.sorted()
        let median = Self.quantile(sorted, 0.5)
        self.median = median
        robustSigma = 1.4826 * Self.quantile(all.map { abs($0 - median) }.sorted(), 0.5)
        rms = all.isEmpty ? 0 : (all.reduce(0.0) { $0 + $1 * $1 } / Double(all.count)).squareRoot()
        windows = Self.lengths.compactMap { Self.window(runs, metres: $0, spacing: spacing) }
        law = ErrorLaw(fitting: windows.map { ($0.metres, $0.deviation) })
        middleLaw = ErrorLaw(fitting: windows.map { ($0.metres, $0.middleDeviation) })
        variogram = Self.variogram(runs, spacing: spacing)
    }

    /// The areas over stretches of one length, each half a length after the one before it, in m².
    static func areas(_ runs: [[Double]], metres: Double, spacing: Double) -> [Double] {
        let count = Int((metres / spacing).rounded())
        guard count > 0 else { return [] }
        var areas: [Double] = []
        for run in runs where run.count >= count {
            for start in stride(from: 0, through: run.count - count, by: max(1, count / 2)) {
                areas.append(run[start..<start + count].reduce(0, +) * spacing)
            }
        }
        return areas
    }

    private static func window(_ runs: [[Double]], metres: Double, spacing: Double) -> Window? {
        let areas = areas(runs, metres: metres, spacing: spacing)
        guard areas.count >= fewestWindows else { return nil }
        let n = Double(areas.count)
        let mean = areas.reduce(0, +) / n
        let sorted = areas.sorted()
        return Window(
            metres: metres, areas: areas, rms: (areas.reduce(0.0) { $0 + $1 * $1 } / n).squareRoot(),
            deviation: (areas.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot(),
            middleDeviation: (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.349, mean: mean)
    }

    /// A quantile of sorted numbers, between neighbours in proportion; 0 of none.
    static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        guard let last = sorted.last else { return 0 }
        let at = share * Double(sorted.count - 1)
        let low = Int(at)
        guard low + 1 < sorted.count else { return last }
        return sorted[low] + (at - Double(low)) * (sorted[low + 1] - sorted[low])
    }

    /// The law of the exponential variogram n² + σ²(1 − e^(−h/ℓ)) nearest to half the mean square of differences between
    /// places h apart, h to 15 km, weighted by 1/h: near places have more pairs that are independent. n is noise.
    private static func variogram(_ runs: [[Double]], spacing: Double) -> ErrorLaw? {
        let steps = Int(15_000 / spacing)
        guard steps > 3 else { return nil }
        var points: [(h: Double, half: Double)] = []
        for step in 1...steps {
            var (sum, count) = (0.0, 0)
            for run in runs where run.count > step {
                for i in 0..<run.count - step {
                    let off = run[i + step] - run[i]
                    sum += off * off
                }
                count += run.count - step
            }
            guard count > steps else { continue }
            points.append((Double(step) * spacing, sum / Double(count) / 2))
        }
        guard points.count > 3, points.contains(where: { $0.half > 0 }) else { return nil }
        /// The best sill for a length, and what it leaves. What places beside each other differ by is noise of sharing the
        /// ground out among them, most of all where a line doubles back, and no part of the law.
        func best(_ logLength: Double) -> (sill: Double, rest: Double) {
            let shape = points.map { 1 - exp(-$0.h / exp(logLength)) }
            var (ff, f1, one, fy, y1) = (0.0, 0.0, 0.0, 0.0, 0.0)
            for (f, point) in zip(shape, points) {
                let weight = 1 / point.h
                ff += weight * f * f
                f1 += weight * f
                one += weight
                fy += weight * f * point.half
                y1 += weight * point.half
            }
            let determinant = ff * one - f1 * f1
            var noise = determinant > 0 ? (ff * y1 - f1 * fy) / determinant : 0
            var sill = determinant > 0 ? (one * fy - f1 * y1) / determinant : 0
            if noise <= 0 || sill <= 0 { (noise, sill) = (0, fy / ff) }
            var rest = 0.0
            for (f, point) in zip(shape, points) {
                let off = point.half - sill * f - noise
                rest += off * off / point.h
            }
            return (sill, rest)
        }
        let range = ErrorLaw.correlationLengths
        let length = ErrorLaw.lowest(log(range.lowerBound), log(range.upperBound)) { best($0).rest }
        return ErrorLaw(sigma: max(0, best(length).sill).squareRoot(), correlationLength: exp(length))
    }
}
