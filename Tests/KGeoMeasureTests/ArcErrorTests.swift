// The error of the area beside a single line: limits that can be worked out by hand.

import KGeoMeasure
import Testing

@Suite struct ArcErrorTests {
    @Test func aShortLineMovesAsAWhole() {
        // L ≪ ℓ: σL.
        let u = OutlineError.arcError([(10, 30)], correlationLength: 5_000)
        #expect(abs(u - 300) < 0.2)
    }

    @Test func aLongLineMovesInPieces() {
        // L ≫ ℓ: σ √(2 L ℓ).
        let u = OutlineError.arcError([(1e9, 30)], correlationLength: 5_000)
        #expect(abs(u / (30 * (2.0 * 1e9 * 5_000).squareRoot()) - 1) < 1e-5)
    }

    @Test func stretchesOfOneLineAreOneLine() {
        let whole = OutlineError.arcError([(9_000, 40)], correlationLength: 5_000)
        let parts = OutlineError.arcError([(2_000, 40), (7_000, 40)], correlationLength: 5_000)
        #expect(abs(whole - parts) < 1e-6 * whole)
        #expect(OutlineError.arcError([], correlationLength: 5_000) == 0)
    }
}
