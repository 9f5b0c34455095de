// The one table of units: name, factor to SI, where the factor comes from, exact or nominal.

/// What a unit measures.
public enum UnitDimension: String, Hashable, Sendable {
    /// Square metres.
    case area
    /// Metres.
    case length
    /// A pure number; 1 is the whole.
    case ratio
    /// Square metres per second.
    case areaRate = "area-rate"
    /// Metres per second.
    case lengthRate = "length-rate"

    /// The SI unit's sign.
    public var siSymbol: String {
        switch self {
        case .area: "m²"
        case .length: "m"
        case .ratio: "1"
        case .areaRate: "m²/s"
        case .lengthRate: "m/s"
        }
    }
}

/// A unit of area, length, share or rate. Units are looked up by name in one table (`MeasureUnit.table`).
public struct MeasureUnit: Hashable, Sendable {
    /// The name used in scenario files and options, such as `km2`.
    public let name: String
    /// How it is printed, such as `km²`.
    public let symbol: String
    /// What it measures.
    public let dimension: UnitDimension
    /// One unit in SI: m², m, 1, m²/s or m/s.
    public let factor: Double
    /// Where the factor comes from.
    public let source: String
    /// False for a unit whose size is a convention (a football pitch), true for a defined one.
    public let isExact: Bool

    /// Value in SI of a figure in this unit.
    public func si(_ value: Double) -> Double { value * factor }
    /// Value in this unit of a figure in SI.
    public func value(si: Double) -> Double { si / factor }

    private static let areas: [MeasureUnit] = [
        MeasureUnit("km2", "km²", .area, 1e6, "SI"),
        MeasureUnit("m2", "m²", .area, 1, "SI"),
        MeasureUnit("ha", "ha", .area, 1e4, "SI Brochure, table 8"),
        MeasureUnit("mi2", "mi²", .area, 2_589_988.110336, "international mile, 1959"),
        MeasureUnit("acre", "acres", .area, 4_046.8564224, "international acre: 1/640 mi²"),
        MeasureUnit("dunam", "dunams", .area, 1_000, "metric dunam"),
        MeasureUnit("ft2", "ft²", .area, 0.09290304, "international foot, 1959"),
        MeasureUnit(
            "football_pitch", "football pitches", .area, 7_140,
            "105 m × 68 m, the size recommended by FIFA", exact: false),
    ]
    private static let lengths: [MeasureUnit] = [
        MeasureUnit("km", "km", .length, 1_000, "SI"),
        MeasureUnit("m", "m", .length, 1, "SI"),
        MeasureUnit("mi", "mi", .length, 1_609.344, "international mile, 1959"),
        MeasureUnit("nmi", "nmi", .length, 1_852, "international nautical mile, 1929"),
        MeasureUnit("yd", "yd", .length, 0.9144, "international yard, 1959"),
        MeasureUnit("ft", "ft", .length, 0.3048, "international foot, 1959"),
    ]
    private static let shares: [MeasureUnit] = [
        MeasureUnit("percent", "%", .ratio, 0.01, "one hundredth"),
        MeasureUnit("fraction", "of the whole", .ratio, 1, "the whole is 1"),
    ]
    private static let periods: [(name: String, seconds: Double, source: String)] = [
        ("minute", 60, "SI Brochure, table 8"),
        ("hour", 3_600, "SI Brochure, table 8"),
        ("day", 86_400, "SI Brochure, table 8"),
        ("week", 604_800, "7 days"),
        ("month", 2_629_746, "a twelfth of a Gregorian year of 365.2425 days"),
        ("year", 31_556_952, "a Gregorian year of 365.2425 days"),
    ]

    /// Every unit kgeo knows: areas, lengths, shares, then areas and lengths per period (`km2/day`).
    public static let table: [MeasureUnit] =
        areas + lengths + shares
        + (areas + lengths).flatMap { unit in
            periods.map { period in
                MeasureUnit(
                    "\(unit.name)/\(period.name)", "\(unit.symbol)/\(period.name)",
                    unit.dimension == .area ? .areaRate : .lengthRate,
                    unit.factor / period.seconds, "\(unit.source); \(period.source)",
                    exact: unit.isExact && period.name != "month" && period.name != "year")
            }
        }

    private static let byName = Dictionary(uniqueKeysWithValues: table.map { ($0.name, $0) })

    /// The unit of that name, or nil. Names are those of the table, in lower case.
    public static func named(_ name: String) -> MeasureUnit? { byName[name] }

    /// Square kilometres.
    public static let km2 = areas[0]
    /// Square miles.
    public static let mi2 = areas[3]
    /// Kilometres.
    public static let km = lengths[0]
    /// Hundredths.
    public static let percent = shares[0]

    private init(
        _ name: String, _ symbol: String, _ dimension: UnitDimension, _ factor: Double, _ source: String,
        exact: Bool = true
    ) {
        self.name = name
        self.symbol = symbol
        self.dimension = dimension
        self.factor = factor
        self.source = source
        self.isExact = exact
    }
}
