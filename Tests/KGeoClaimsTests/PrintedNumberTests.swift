// What the digits of a number say of its rounding.

import KGeoClaims
import KGeoCore
import Testing

@Suite("Digits and their rounding step")
struct PrintedNumberTests {
    @Test(arguments: [
        ("1300", 1_300, 100), ("1300.0", 1_300, 100), ("13.0", 13, 0.1), ("1.50", 1.5, 0.01),
        ("1.5", 1.5, 0.1),
        ("1.3e3", 1_300, 100), ("1.30e3", 1_300, 10), ("13E2", 1_300, 100), ("130e1", 1_300, 100),
        ("0", 0, 1), ("0.0", 0, 0.1), ("0.05", 0.05, 0.01), ("1000000", 1e6, 1e6), ("1000001", 1_000_001, 1),
        ("90", 90, 10), ("15", 15, 1), ("1294", 1_294, 1), ("2e-3", 0.002, 0.001), ("1e+2", 100, 100),
        ("007", 7, 1), ("603628", 603_628, 1), ("124.68", 124.68, 0.01),
    ])
    func step(_ digits: String, _ value: Double, _ step: Double) {
        #expect(PrintedNumber(digits: digits) == PrintedNumber(value: value, step: step))
    }

    @Test(arguments: [
        "", "x", "1,300", "1 300", "nan", "inf", "infinity", "0x10", "1e999", "1e", "--1", "½", "１",
    ])
    func noNumber(_ digits: String) {
        #expect(PrintedNumber(digits: digits) == nil)
    }
}
