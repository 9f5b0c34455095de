// Converted figures keep the digits that were printed; pairs of figures say which can be the other.

import KGeoClaims
import KGeoCore
import Testing

struct ConversionTests {
    static func number(_ digits: String) throws -> PrintedNumber {
        try #require(PrintedNumber(digits: digits))
    }
    static func unit(_ name: String) throws -> MeasureUnit { try #require(MeasureUnit.named(name)) }

    @Test(arguments: [
        ("100", "mi2", "km2", 260.0, 10.0), ("400", "mi2", "km2", 1_000, 100),
        ("1300", "km2", "mi2", 500, 10),
        ("1294", "km2", "mi2", 499.6, 0.1), ("15", "km", "mi", 9.3, 0.1),
        ("20", "percent", "fraction", 0.2, 0.01),
    ])
    func digitsStayHonest(_ digits: String, _ from: String, _ to: String, _ rounded: Double, _ step: Double)
        throws
    {
        let made = ConvertedNumber(try Self.number(digits), from: try Self.unit(from), to: try Self.unit(to))
        #expect(abs(made.rounded.value - rounded) < 1e-9 * rounded)
        #expect(abs(made.rounded.step - step) < 1e-9)
        #expect(made.interval.low < made.exact && made.exact < made.interval.high)
    }

    @Test func aNumberIsNotRoundedIntoItsOwnUnit() throws {
        let made = ConvertedNumber(try Self.number("1234.5"), from: .km, to: .km)
        #expect(made.rounded.value == 1234.5)
    }

    @Test(arguments: [
        ("1250", "km", "800", "mi", PrintedPair.Relation.secondIsRounded, false),
        ("30", "km", "18", "mi", .firstIsRounded, true), ("5", "km", "3", "mi", .both, false),
        ("1000", "km2", "386", "mi2", .both, false), ("1000", "km2", "500", "mi2", .neither, true),
        ("500", "acre", "1235", "ha", .neither, true), ("1294", "km2", "500", "mi2", .secondIsRounded, false),
        ("100", "km2", "100", "km2", .both, false), ("10", "mi", "16.1", "km", .both, false),
    ])
    func aPairIsTested(
        _ a: String, _ unit: String, _ b: String, _ other: String, _ relation: PrintedPair.Relation,
        _ mismatch: Bool
    ) throws {
        let pair = PrintedPair(
            try Self.number(a), try Self.unit(unit), try Self.number(b), try Self.unit(other))
        #expect(pair.relation == relation)
        #expect(pair.isMismatch == mismatch)
    }

    @Test func slipsAreNamed() throws {
        func slip(_ a: String, _ unit: String, _ b: String, _ other: String) throws -> PrintedPair.Slip? {
            PrintedPair(try Self.number(a), try Self.unit(unit), try Self.number(b), try Self.unit(other))
                .slip
        }
        #expect(try slip("500", "acre", "1235", "ha") == .inverted)
        #expect(try slip("1000", "ha", "100", "km2") == .powerOfTen)
        #expect(try slip("1000", "km2", "386", "mi2") == nil)
        #expect(try slip("1000", "km2", "720", "mi2") == nil)
    }

    /// Any figure converted and rounded to a step is a rounding of itself, and the way back agrees.
    @Test func everyRoundedConversionAgrees() throws {
        let units = ["km2", "mi2", "ha", "acre", "dunam"].compactMap(MeasureUnit.named)
        for digits in ["1", "7", "15", "90", "386", "1,300", "2.5", "77000"].map({ $0.filter { $0 != "," } })
        {
            for unit in units {
                for other in units where other != unit {
                    let first = try Self.number(digits)
                    let second = ConvertedNumber(first, from: unit, to: other).rounded
                    guard second.value > 0 else { continue }
                    let pair = PrintedPair(first, unit, second, other)
                    #expect(pair.relation != .neither, "\(digits) \(unit.name) \(second) \(other.name)")
                    #expect(pair.slip == nil)
                }
            }
        }
    }
}
