// Figures from one unit into another, rounded as honestly as they were printed; and whether two printed
// figures in two units can be one and the same.

public import KGeoCore

/// A printed figure in another unit.
public struct ConvertedNumber: Hashable, Sendable {
    /// The value to the last bit of the double.
    public let exact: Double
    /// The value rounded to the digits that the printed figure supports.
    public let rounded: PrintedNumber
    /// The values that the printed figure stands for, in the new unit: half its rounding step either way, and
    /// at most a tenth.
    public let interval: Interval

    /// Converts a number. The new rounding step is the largest power of ten within the printed uncertainty:
    /// 100 square miles (90 to 110) are 260 km² and not 258.999.
    public init(_ number: PrintedNumber, from unit: MeasureUnit, to other: MeasureUnit) {
        let half = min(number.step / 2, abs(number.value) / 10)
        func converted(_ value: Double) -> Double { other.value(si: unit.si(value)) }
        exact = converted(number.value)
        interval = Interval(converted(number.value - half), converted(number.value + half))
        let step = Self.powerOfTen(within: converted(half) * 2)
        rounded =
            unit == other || step <= 0
            ? PrintedNumber(value: exact, step: number.step)
            : PrintedNumber(value: (exact / step).rounded() * step, step: step)
    }

    /// The largest power of ten that is not above a width; 0 for a width of nothing.
    private static func powerOfTen(within width: Double) -> Double {
        guard width > 0, width.isFinite else { return 0 }
        var exponent = 0
        func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }
        while power(exponent + 1) <= width * (1 + 1e-12), exponent < 300 { exponent += 1 }
        while power(exponent) > width * (1 + 1e-12), exponent > -300 { exponent -= 1 }
        return power(exponent)
    }
}

/// Two figures printed for one quantity in two units.
public struct PrintedPair: Hashable, Sendable {
    /// Which of the two can be a rounding of the other.
    public enum Relation: String, CaseIterable, Hashable, Sendable {
        /// Either can be the other, rounded.
        case both
        /// The second is the first, rounded.
        case secondIsRounded = "second-is-rounded"
        /// The first is the second, rounded.
        case firstIsRounded = "first-is-rounded"
        /// Neither.
        case neither
    }

    /// The printed numbers and their units.
    public let first, second: PrintedNumber
    /// The unit of the first number, and that of the second; of one dimension.
    public let unit, other: MeasureUnit

    /// A pair. The units must be of one dimension.
    public init(_ first: PrintedNumber, _ unit: MeasureUnit, _ second: PrintedNumber, _ other: MeasureUnit) {
        self.first = first
        self.second = second
        self.unit = unit
        self.other = other
    }

    /// The first figure in the second unit, and the second in the first, to the last bit.
    public var firstInOther: Double { other.value(si: unit.si(first.value)) }
    /// The second figure in the first unit.
    public var secondInUnit: Double { unit.value(si: other.si(second.value)) }

    /// Which of the two can be a rounding of the other.
    public var relation: Relation {
        let second = Self.isRounding(second, of: firstInOther)
        let first = Self.isRounding(first, of: secondInUnit)
        return second ? (first ? .both : .secondIsRounded) : first ? .firstIsRounded : .neither
    }

    /// How far the second is from the first, as a share of the first.
    public var deviation: Double { first.value == 0 ? 0 : secondInUnit / first.value - 1 }

    /// What went wrong when neither is a rounding of the other, where the numbers show it.
    public enum Slip: String, CaseIterable, Hashable, Sendable {
        /// Multiplied where it should have been divided.
        case inverted
        /// A power of ten too many or too few.
        case powerOfTen = "power-of-ten"
    }

    /// The likely slip; nil when none explains the numbers, or none is needed.
    public var slip: Slip? {
        guard relation == .neither, first.value > 0, second.value > 0 else { return nil }
        let factor = firstInOther / first.value
        func fits(_ value: Double) -> Bool {
            Self.isRounding(second, of: value) || abs(second.value / value - 1) < 0.01
        }
        if fits(first.value / factor) { return .inverted }
        for power in [0.001, 0.01, 0.1, 10, 100, 1_000] where fits(firstInOther * power) {
            return .powerOfTen
        }
        return nil
    }

    /// How far a second figure may be off, as a share of it, before it counts as a mismatch.
    public static let tolerance = 0.03

    /// Whether the two disagree: by more than 3 %, and the second is not the first rounded as the second is.
    public var isMismatch: Bool {
        abs(deviation) / max(1, 1 + deviation) > Self.tolerance && !Self.isRounding(second, of: firstInOther)
    }

    /// Whether a printed number is a value rounded to the number's own last digit.
    public static func isRounding(_ printed: PrintedNumber, of value: Double) -> Bool {
        // Half a step either way, at most a tenth, and a little for the double's own rounding.
        abs(value - printed.value) <= min(printed.step / 2, abs(printed.value) / 10) * (1 + 1e-9)
    }
}
