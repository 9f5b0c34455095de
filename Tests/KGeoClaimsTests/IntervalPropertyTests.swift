// What holds of the interval of any figure.

import KGeoClaims
import KGeoCore
import Testing

@Suite("Properties of the interval")
struct IntervalPropertyTests {
    static let digits = [
        "1", "3", "9", "10", "15", "90", "95", "100", "999", "1000", "1294", "1300", "0.67", "1.50", "2e5",
    ]
    static let resolutions: [Double?] = [nil, 0.1, 7, 100, 1_000]

    @Test("The interval contains the printed value", arguments: digits)
    func containsValue(_ text: String) {
        for qualifier in Qualifier.allCases {
            for resolution in Self.resolutions {
                let interval = ClaimInterval(claim(text, as: qualifier, resolution: resolution)).said
                #expect(interval.contains(printed(text).value), "\(qualifier) \(text)")
                #expect(interval.low >= 0)
            }
        }
    }

    @Test("About is never narrower than exact, and nearly never goes above the value", arguments: digits)
    func aboutIsWider(_ text: String) {
        for resolution in Self.resolutions {
            let exact = ClaimInterval(claim(text, resolution: resolution)).said
            let about = ClaimInterval(claim(text, as: .about, resolution: resolution)).said
            let nearly = ClaimInterval(claim(text, as: .nearly, resolution: resolution)).said
            #expect(about.low <= exact.low && exact.high <= about.high)
            #expect(nearly.high == printed(text).value)
            #expect(nearly.low >= 0.9 * nearly.high * (1 - rounding))
        }
    }

    @Test("The unit only scales: conversion comes after the interval", arguments: digits)
    func unitsScale(_ text: String) {
        let unit = ClaimInterval(claim(text, unit: .km2, as: .about))
        for other in MeasureUnit.table where other.dimension == .area {
            let interval = ClaimInterval(claim(text, unit: other, as: .about))
            #expect(interval.said == unit.said)
            #expect(same(interval.si, unit.said.scaled(by: other.factor)))
        }
    }

    @Test(
        "A range begins where its lower number does and ends where its higher one does",
        arguments: zip(digits, digits.dropFirst()))
    func rangeEnds(_ a: String, _ b: String) {
        let range = ClaimInterval(claim(a, b, as: .between)).said
        let (low, high) = printed(a).value <= printed(b).value ? (a, b) : (b, a)
        #expect(range.low == ClaimInterval(claim(low)).said.low)
        #expect(range.high == ClaimInterval(claim(high)).said.high)
        #expect(ClaimInterval(claim(b, a, as: .between)).said == range)
    }
}
