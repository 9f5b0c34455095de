// The unit table: names, factors, and where they come from.

import KGeoCore
import Testing

@Suite struct UnitTests {
    static func factor(_ name: String) throws -> Double {
        try #require(MeasureUnit.named(name), "\(name)").factor
    }

    /// Definitions that are exact in decimal, hence the nearest doubles.
    @Test func exactFactors() throws {
        #expect(MeasureUnit.mi2.factor == 2_589_988.110336)
        // 1 mi² = 2.589988110336 km²: the quotient of two factors is rounded once more.
        let squareMile = MeasureUnit.km2.value(si: MeasureUnit.mi2.si(1))
        #expect(abs(squareMile - 2.589988110336) <= 2.589988110336.ulp)
        #expect(try Self.factor("mi") == 1_609.344)
        #expect(try Self.factor("nmi") == 1_852)
        #expect(try Self.factor("yd") == 0.9144)
        #expect(try Self.factor("ft") == 0.3048)
        #expect(try Self.factor("ft2") == 0.09290304)
        #expect(try Self.factor("acre") == 4_046.8564224)
        #expect(try Self.factor("ha") == 10_000)
        #expect(try Self.factor("dunam") == 1_000)
        #expect(MeasureUnit.percent.factor == 0.01)
        #expect(MeasureUnit.km.factor == 1_000)
        #expect(try Self.factor("acre") * 640 == MeasureUnit.mi2.factor)
    }

    @Test func namesAreUniqueAndFound() {
        #expect(Set(MeasureUnit.table.map(\.name)).count == MeasureUnit.table.count)
        for unit in MeasureUnit.table {
            #expect(MeasureUnit.named(unit.name) == unit)
            #expect(unit.name == unit.name.lowercased())
            #expect(!unit.symbol.isEmpty && !unit.source.isEmpty)
            #expect(unit.factor > 0 && unit.factor.isFinite)
        }
        #expect(MeasureUnit.named("furlong") == nil)
        #expect(MeasureUnit.named("KM2") == nil)
        #expect(MeasureUnit.named("") == nil)
    }

    @Test func everyAreaAndLengthHasItsRates() throws {
        let year = 365.2425 * 86_400
        let seconds: [String: Double] = [
            "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800, "month": year / 12, "year": year,
        ]
        let plain = MeasureUnit.table.filter { $0.dimension == .area || $0.dimension == .length }
        #expect(plain.count == 14)
        for unit in plain {
            for (period, length) in seconds {
                let rate = try #require(MeasureUnit.named("\(unit.name)/\(period)"))
                #expect(rate.factor == unit.factor / length)
                #expect(rate.dimension == (unit.dimension == .area ? .areaRate : .lengthRate))
                #expect(rate.symbol == "\(unit.symbol)/\(period)")
                let isNominal = !unit.isExact || ["month", "year"].contains(period)
                #expect(rate.isExact == !isNominal)
            }
        }
        #expect(MeasureUnit.table.count == 14 + 2 + 14 * 6)
    }

    @Test func nominalUnitsSaySo() {
        #expect(
            MeasureUnit.table.filter { !$0.isExact && !$0.name.contains("/") }.map(\.name) == [
                "football_pitch"
            ])
        #expect(MeasureUnit.named("football_pitch")?.factor == 7_140, "105 m × 68 m")
    }

    /// A product and a quotient, each rounded once.
    static let twoRoundings = 2 * Double.ulpOfOne

    @Test(arguments: MeasureUnit.table) func conversionAndBack(unit: MeasureUnit) {
        for value in [0, 1, 100, 1_300, 0.1, 603_628] {
            #expect(abs(unit.value(si: unit.si(value)) - value) <= value * Self.twoRoundings)
        }
    }
}
