// Random numbers that are the same on every run for one seed.

internal import SystemC

/// A small generator of random numbers with a state of its own (SplitMix64, Steele, Lea and Flood 2014).
package struct SplitMix {
    @usableFromInline var state: UInt64
    /// A generator that begins at a state of its own.
    @inlinable package init(state: UInt64) { self.state = state }
    /// The next 64 random bits.
    @inlinable package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
    /// A number in [0, 1).
    @inlinable package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}

extension SplitMix {
    /// Two independent standard normal numbers (Box and Muller, Ann. Math. Stat. 29, 1958).
    package mutating func normals() -> (Double, Double) {
        let r = (-2 * log(1 - unit())).squareRoot()
        let angle = 2 * Double.pi * unit()
        return (r * cos(angle), r * sin(angle))
    }
}
