// The Cholesky factor of a dense symmetric matrix, and what is solved with it.

/// The lower triangle L of a symmetric positive definite matrix A = L·Lᵀ, row by row (Golub and Van Loan, Matrix
/// Computations, 4th ed., §4.2). n³/3 multiplications and n²/2 numbers: a thousand rows take a fraction of a second and
/// 4 MB, five thousand some seconds and 100 MB.
package struct Cholesky: Sendable {
    /// How many rows and columns there are.
    package let count: Int
    /// Row i begins at i·(i+1)/2 and holds i+1 numbers.
    private var rows: [Double]

    /// Factors a matrix.
    ///
    /// - Parameters:
    ///   - count: its rows.
    ///   - entry: the number in row i and column j, asked for j ≤ i alone.
    /// - Returns: nil when the matrix is not positive definite.
    package init?(_ count: Int, entry: (Int, Int) -> Double) {
        self.count = count
        rows = []
        rows.reserveCapacity(count * (count + 1) / 2)
        for i in 0..<count { for j in 0...i { rows.append(entry(i, j)) } }
        guard factor() else { return nil }
    }

    private static func start(_ row: Int) -> Int { row * (row + 1) / 2 }

    private mutating func factor() -> Bool {
        let count = count
        return rows.withUnsafeMutableBufferPointer { rows in
            for i in 0..<count {
                let own = Self.start(i)
                for j in 0..<i {
                    let other = Self.start(j)
                    let sum = Self.dot(rows, own, other, j)
                    rows[own + j] = (rows[own + j] - sum) / rows[other + j]
                }
                let rest = rows[own + i] - Self.dot(rows, own, own, i)
                guard rest > 0, rest.isFinite else { return false }
                rows[own + i] = rest.squareRoot()
            }
            return true
        }
    }

    /// The sum of products of `length` numbers from two places on, in eight lanes.
    private static func dot(
        _ rows: UnsafeMutableBufferPointer<Double>, _ a: Int, _ b: Int, _ length: Int
    ) -> Double {
        var lanes = SIMD8<Double>()
        var k = 0
        while k + 8 <= length {
            var (x, y) = (SIMD8<Double>(), SIMD8<Double>())
            for lane in 0..<8 {
                x[lane] = rows[a + k + lane]
                y[lane] = rows[b + k + lane]
            }
            lanes.addProduct(x, y)
            k += 8
        }
        var sum = lanes.sum()
        while k < length {
            sum += rows[a + k] * rows[b + k]
            k += 1
        }
        return sum
    }

    /// x of L·x = b: forward substitution, b given and x left in one list.
    package func solveLower(_ right: inout [Double]) {
        for i in 0..<count {
            let start = Self.start(i)
            var sum = right[i]
            for j in 0..<i { sum -= rows[start + j] * right[j] }
            right[i] = sum / rows[start + i]
        }
    }

    /// x of A·x = b, b given and x left in one list.
    package func solve(_ right: inout [Double]) {
        solveLower(&right)
        for i in stride(from: count - 1, through: 0, by: -1) {
            let start = Self.start(i)
            right[i] /= rows[start + i]
            let value = right[i]
            for j in 0..<i { right[j] -= rows[start + j] * value }
        }
    }
}
