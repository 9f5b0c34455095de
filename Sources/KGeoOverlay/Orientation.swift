// On which side of a line a place lies, decided exactly.

internal import KGeoCore

/// Twice the signed area of a triangle in degrees², with an exact sign.
enum Orientation {
    /// Positive when `c` lies left of the line from `a` to `b`, negative when right, 0 when exactly on it.
    ///
    /// The value itself is good to 1e-6 of its size: where rounding could have touched more than that, the
    /// determinant is summed without error (Shewchuk, *Adaptive precision floating-point arithmetic and fast robust
    /// geometric predicates*, 1997).
    @inline(__always)
    static func of(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Double {
        let left = (a.longitude - c.longitude) * (b.latitude - c.latitude)
        let right = (a.latitude - c.latitude) * (b.longitude - c.longitude)
        let value = left - right
        // 3.33e-16 bounds the relative error of the two products and their difference; a million times that leaves six
        // good digits.
        if abs(value) > 3.4e-10 * (abs(left) + abs(right)) { return value }
        return exact(a, b, c)
    }

    /// ax·by − ax·cy − cx·by − ay·bx + ay·cx + cy·bx, each product as two doubles, summed without error.
    @inline(never)
    private static func exact(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Double {
        // Six products of two doubles: a sum of twelve. `InlineArray` would ask for macOS 26.
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 12) { parts in
            var sum = Expansion(parts: parts)
            sum.add(a.longitude, b.latitude)
            sum.add(-a.longitude, c.latitude)
            sum.add(-c.longitude, b.latitude)
            sum.add(-a.latitude, b.longitude)
            sum.add(a.latitude, c.longitude)
            sum.add(c.latitude, b.longitude)
            return sum.value
        }
    }

    /// A sum kept as doubles that do not overlap, smallest first.
    private struct Expansion {
        /// Room for as many doubles as are added.
        let parts: UnsafeMutableBufferPointer<Double>
        private var count = 0

        init(parts: UnsafeMutableBufferPointer<Double>) { self.parts = parts }

        mutating func add(_ x: Double, _ y: Double) {
            let product = x * y
            grow((-product).addingProduct(x, y))
            grow(product)
        }

        /// Adds one double; the error of each partial sum takes the place of the part it came from.
        private mutating func grow(_ term: Double) {
            var carry = term
            var kept = 0
            for i in 0..<count {
                let part = parts[i]
                let sum = carry + part
                let other = sum - carry
                let error = (carry - (sum - other)) + (part - other)
                carry = sum
                if error != 0 {
                    parts[kept] = error
                    kept += 1
                }
            }
            if carry != 0 {
                parts[kept] = carry
                kept += 1
            }
            count = kept
        }

        /// The largest part carries the sign; the others are below its last digit.
        var value: Double {
            var sum = 0.0
            for i in 0..<count { sum += parts[i] }
            return sum
        }
    }
}
