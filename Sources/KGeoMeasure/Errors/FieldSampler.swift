// Draws of a Gaussian field in the plane at given places, the same on every run for one seed.

internal import SystemC

/// Normal numbers that are the same on every run for one seed.
struct SeededNumbers {
    private var bits: SplitMix
    private var spare: Double?

    init(seed: UInt64) { bits = SplitMix(state: seed) }

    /// Evenly between −1 and 1.
    private mutating func even() -> Double { 2 * bits.unit() - 1 }

    /// A standard normal number (Marsaglia and Bray, SIAM Review 6, 1964).
    mutating func normal() -> Double {
        if let spare {
            self.spare = nil
            return spare
        }
        while true {
            let (x, y) = (even(), even())
            let s = x * x + y * y
            guard s > 0, s < 1 else { continue }
            let factor = (-2 * log(s) / s).squareRoot()
            spare = y * factor
            return x * factor
        }
    }
}

/// A field of standard deviation 1 and correlation exp(−d/ℓ) at some places.
///
/// Each place is drawn from the nearest of those drawn before it (Vecchia, J. R. Stat. Soc. B 50, 1988), which come in
/// an order from coarse to fine (Guinness, Technometrics 60, 2018): work and memory grow with the number of places,
/// not with its cube.
struct FieldSampler: Sendable {
    /// How many of the places before each one is drawn from.
    static let neighbours = 16

    let count: Int
    private let order: [Int]
    /// Of each place in order: where its neighbours begin in the two lists below, and its own deviation.
    private var starts: [Int] = [0]
    private var deviations: [Double] = []
    private var nearest: [Int] = []
    private var factors: [Double] = []

    init(_ places: [EdgeIndex.Vector], correlationLength l: Double) {
        count = places.count
        order = Self.coarseToFine(places.count)
        for (k, i) in order.enumerated() {
            let near = Self.nearest(places, to: i, among: order[..<k])
            let (weights, explained) = Self.weights(at: places[i], of: near.map { places[$0] }, l)
            nearest += near
            factors += weights
            starts.append(nearest.count)
            deviations.append(max(0, 1 - explained).squareRoot())
        }
    }

    /// What the values at some places lead one to expect at another: their weights, and how much of the variance there
    /// they explain, from 0 to 1.
    static func weights(
        at place: EdgeIndex.Vector, of near: [EdgeIndex.Vector], _ l: Double
    ) -> (weights: [Double], explained: Double) {
        // Their correlations among themselves, solved for those with this place.
        let m = near.count
        var matrix = [Double](repeating: 0, count: m * m)
        for a in 0..<m {
            for b in 0...a {
                matrix[a * m + b] = a == b ? 1 + 1e-10 : exp(-near[a].chord(to: near[b]) / l)
            }
        }
        let wanted = near.map { exp(-place.chord(to: $0) / l) }
        let weights = solve(&matrix, wanted)
        return (weights, zip(weights, wanted).reduce(0) { $0 + $1.0 * $1.1 })
    }

    /// One field: a value at each place.
    func draw(_ numbers: inout SeededNumbers, into field: inout [Double]) {
        for (k, i) in order.enumerated() {
            var value = deviations[k] * numbers.normal()
            for n in starts[k]..<starts[k + 1] { value += factors[n] * field[nearest[n]] }
            field[i] = value
        }
    }

    /// 0..<n by their bits in reverse: each next one halves a gap.
    private static func coarseToFine(_ n: Int) -> [Int] {
        var bits = 0
        while 1 << bits < n { bits += 1 }
        var order: [Int] = []
        order.reserveCapacity(n)
        for i in 0..<1 << bits {
            var (reversed, rest) = (0, i)
            for _ in 0..<bits {
                reversed = reversed << 1 | rest & 1
                rest >>= 1
            }
            if reversed < n { order.append(reversed) }
        }
        return order
    }

    private static func nearest(
        _ places: [EdgeIndex.Vector], to i: Int, among others: ArraySlice<Int>
    ) -> [Int] {
        var best: [(distance: Double, place: Int)] = []
        for j in others {
            let d = places[i].chord(to: places[j])
            if best.count == neighbours, let last = best.last, d >= last.distance { continue }
            if best.count == neighbours { best.removeLast() }
            var at = best.count
            while at > 0, best[at - 1].distance > d { at -= 1 }
            best.insert((d, j), at: at)
        }
        return best.map(\.place)
    }

    /// Solves a symmetric system, of which the lower half is given, by Cholesky's factors.
    private static func solve(_ matrix: inout [Double], _ right: [Double]) -> [Double] {
        let m = right.count
        var x = right
        for a in 0..<m {
            for b in 0...a {
                var sum = matrix[a * m + b]
                for c in 0..<b { sum -= matrix[a * m + c] * matrix[b * m + c] }
                matrix[a * m + b] =
                    a == b ? max(sum, 1e-12).squareRoot() : sum / matrix[b * m + b]
            }
            for c in 0..<a { x[a] -= matrix[a * m + c] * x[c] }
            x[a] /= matrix[a * m + a]
        }
        for a in stride(from: m - 1, through: 0, by: -1) {
            for c in a + 1..<max(a + 1, m) { x[a] -= matrix[c * m + a] * x[c] }
            x[a] /= matrix[a * m + a]
        }
        return x
    }
}
