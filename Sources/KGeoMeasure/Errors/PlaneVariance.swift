// The variance of a sum over a field in the plane: what lies near errs together, whatever line it belongs to.

internal import SystemC

/// Double sums Σ wᵢ vⱼ exp(−dᵢⱼ/ℓ) over places, d straight through space.
struct PlaneVariance {
    /// Pairs farther apart than this many correlation lengths are left out: together they have a correlation of
    /// 6e-6 at most.
    static let reach = 12.0
    /// The same where there are very many places; the correlation left out is 2e-3 at most.
    static let nearReach = 6.0

    /// The sums of every column of weights with every other.
    private var sums: [[Double]]

    /// The sum of two columns.
    subscript(_ a: Int, _ b: Int) -> Double { sums[a][b] }

    /// All sums of some columns of weights, in one walk over the pairs of places.
    ///
    /// - Parameters:
    ///   - columns: each as many weights as there are places.
    ///   - stretches: how long a stretch each place is the middle of, in m; 0, or none of them, where the middle stands for
    ///     all of it.
    ///   - reach: how many correlation lengths apart pairs count.
    init(
        _ places: [EdgeIndex.Vector], _ columns: [[Double]], stretches: [Double] = [],
        correlationLength l: Double, reach: Double
    ) {
        sums = columns.map { _ in [Double](repeating: 0, count: columns.count) }
        let live = columns.indices.filter { columns[$0].contains { $0 != 0 } }
        guard !live.isEmpty else { return }
        let boxes = PlaceBoxes(places, live.map { columns[$0] }, stretches: stretches, reach: reach * l)
        var factors = [Double](repeating: 0, count: boxes.largest)
        /// Σ over the places before one, column by column.
        var row = [Double](repeating: 0, count: live.count)
        for (number, box) in boxes.boxes.enumerated() {
            let near = boxes.neighbours(of: number)
            for i in box.range {
                for k in live.indices { row[k] = 0 }
                for other in near {
                    let range = boxes.boxes[other].range
                    let others = other == number ? range.lowerBound..<i : range
                    guard !others.isEmpty, other == number || boxes.mayReach(i, other) else { continue }
                    Correlation.fill(&factors, boxes, i, others, l, reach * l)
                    for (k, weights) in boxes.columns.enumerated() {
                        row[k] += Self.dot(factors, weights, from: others)
                    }
                }
                let own = boxes.stretches.isEmpty ? 1 : exp(-boxes.stretches[i] / 3 / l)
                for a in row.indices {
                    let weight = boxes.columns[a][i]
                    guard weight != 0 else { continue }
                    for b in row.indices {
                        // Each pair counts both ways.
                        let both = weight * (row[b] + own * boxes.columns[b][i] / 2)
                        sums[live[a]][live[b]] += both
                        sums[live[b]][live[a]] += both
                    }
                }
            }
        }
    }

    /// The double sum of one column.
    static func sum(_ places: [EdgeIndex.Vector], _ weights: [Double], correlationLength l: Double) -> Double
    {
        guard weights.contains(where: { $0 != 0 }) else { return 0 }
        let reach = places.count > FieldNodes.most ? nearReach : reach
        return max(0, PlaneVariance(places, [weights], correlationLength: l, reach: reach)[0, 0])
    }

    private static func dot(_ factors: [Double], _ weights: [Double], from range: Range<Int>) -> Double {
        factors.withUnsafeBufferPointer { factors in
            weights.withUnsafeBufferPointer { weights in
                // Four sums at once, since each waits for itself alone.
                var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
                let (start, count) = (range.lowerBound, range.count)
                var i = 0
                while i + 4 <= count {
                    a += factors[i] * weights[start + i]
                    b += factors[i + 1] * weights[start + i + 1]
                    c += factors[i + 2] * weights[start + i + 2]
                    d += factors[i + 3] * weights[start + i + 3]
                    i += 4
                }
                while i < count {
                    a += factors[i] * weights[start + i]
                    i += 1
                }
                return (a + b) + (c + d)
            }
        }
    }
}

/// How much of a displacement two places have in common.
private enum Correlation {
    private static let log2e = 1.442_695_040_888_963_4
    /// ln 2 in two parts, the first with zeros at its end.
    private static let ln2High = 6.931_471_803_691_238e-1
    private static let ln2Low = 1.908_214_929_270_587_7e-10
    /// Added to a number below 2⁵¹ it leaves the nearest whole one in the last places.
    private static let whole = 6_755_399_441_055_744.0

    /// exp(−d/ℓ) of a place with each of a range, 0 beyond a limit; of stretches near each other with their mean distance.
    static func fill(
        _ factors: inout [Double], _ places: PlaceBoxes, _ i: Int, _ others: Range<Int>, _ l: Double,
        _ limit: Double
    ) {
        fillPlaces(&factors, places, i, others, l, limit)
        if !places.stretches.isEmpty { mend(&factors, places, i, others, l) }
    }

    /// Of two stretches of length h on one line whose middles are d < h apart the mean distance is h/3 + d²/h − d³/(3h²);
    /// beyond that it is d. So two lines that nearly coincide have nearly the same displacement, wherever their nodes lie.
    private static func mend(
        _ factors: inout [Double], _ places: PlaceBoxes, _ i: Int, _ others: Range<Int>, _ l: Double
    ) {
        let (x, y, z, own) = (places.x[i], places.y[i], places.z[i], places.stretches[i])
        for (k, j) in others.enumerated() {
            let (dx, dy, dz) = (x - places.x[j], y - places.y[j], z - places.z[j])
            let (square, h) = (dx * dx + dy * dy + dz * dz, (own + places.stretches[j]) / 2)
            guard square < h * h else { continue }
            let t = square.squareRoot() / h
            factors[k] = exp(-h * (1.0 / 3 + t * t * (1 - t / 3)) / l)
        }
    }

    /// exp(−d/ℓ) of places alone.
    ///
    /// e^x = 2ⁿ·e^r with n whole and |r| ≤ ln 2/2, by its series to r¹²: off by 1e-16. Nothing here but plain arithmetic, so that
    /// several pairs are done at once.
    private static func fillPlaces(
        _ factors: inout [Double], _ places: PlaceBoxes, _ i: Int, _ others: Range<Int>, _ l: Double,
        _ limit: Double
    ) {
        let (x, y, z) = (places.x[i], places.y[i], places.z[i])
        let (scale, square, start) = (-1 / l, limit * limit, others.lowerBound)
        factors.withUnsafeMutableBufferPointer { factors in
            places.x.withUnsafeBufferPointer { xs in
                places.y.withUnsafeBufferPointer { ys in
                    places.z.withUnsafeBufferPointer { zs in
                        for k in 0..<others.count {
                            let (dx, dy, dz) = (x - xs[start &+ k], y - ys[start &+ k], z - zs[start &+ k])
                            let d = dx * dx + dy * dy + dz * dz
                            let t = d.squareRoot() * scale
                            let shifted = t * log2e + whole
                            let n = shifted - whole
                            let r = (t - n * ln2High) - n * ln2Low
                            let e = series(r)
                            let power = Double(bitPattern: e.bitPattern &+ (shifted.bitPattern &<< 52))
                            factors[k] = d <= square ? power : 0
                        }
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func series(_ r: Double) -> Double {
        let s = r * r
        let low = 1 + r + s * (0.5 + r * (1.0 / 6) + s * (1.0 / 24 + r * (1.0 / 120)))
        let high =
            1.0 / 720 + r * (1.0 / 5_040) + s * (1.0 / 40_320 + r * (1.0 / 362_880))
            + s * s * (1.0 / 3_628_800 + r * (1.0 / 39_916_800) + s * (1.0 / 479_001_600))
        return low + s * s * s * high
    }
}
