// What digits with commas, points, apostrophes and spaces between them say: the one place where that is decided.

internal import KGeoCore

/// Groups of digits and the marks between them.
struct NumeralForm {
    enum Mark: UInt8 { case comma, point, apostrophe, space, dot }

    /// How the language of the text writes numbers.
    let customs: Customs

    init(_ customs: Customs) { self.customs = customs }

    /// All digits, without marks.
    private(set) var digits = ""
    /// How many digits each group has; the first has none when the number begins with a point.
    private(set) var sizes: [Int] = []
    /// The marks, one between two groups.
    var marks: [Mark] = []

    /// Beyond that many digits nothing is a figure.
    private static let longest = 40

    mutating func add(_ group: Slice<UnsafeBufferPointer<UInt8>>) {
        sizes.append(group.count)
        guard digits.utf8.count + group.count <= Self.longest else {
            isTooLong = true
            return
        }
        for byte in group { digits.unicodeScalars.append(Unicode.Scalar(byte)) }
    }

    private var isTooLong = false

    /// A number as digits with at most one point.
    struct Reading {
        var digits: String
        /// What the number is if its mark means the other thing; nil where only one reading is left.
        var other: Double?
        /// Whether the comma stands where English has a point.
        var isUnusual = false
    }

    /// What the form says; nil when no custom gives it a meaning.
    ///
    /// | form | reading |
    /// |---|---|
    /// | `1,234` `1 234` `1'234`, and more groups of three, also behind points when there are two or more | whole |
    /// | `12,34,567` | whole, in lakhs |
    /// | groups of three behind one mark, then another, comma or point | decimals |
    /// | `12.5` `1234.567` `0.345` | decimals |
    /// | `12·5` | decimals |
    /// | `12,5` `0,345` `1234,567` | decimals behind a comma |
    /// | `1,234` `1.234` | what the customs of the language say |
    var reading: Reading? {
        guard !isTooLong, let last = marks.last else { return isTooLong ? nil : Reading(digits: digits) }
        let first = marks[0]
        if marks.allSatisfy({ $0 == first }) {
            switch first {
            case .space, .apostrophe: return isGrouped(sizes) ? Reading(digits: digits) : nil
            // A point at half height.
            case .dot: return marks.count == 1 ? Reading(digits: withPoint) : nil
            case .comma:
                if marks.count > 1, isGrouped(sizes) || isInLakhs(sizes) { return Reading(digits: digits) }
                guard marks.count == 1 else { return nil }
                return isGrouped(sizes) ? threeDigits(customs.comma) : decimalComma
            case .point:
                if marks.count == 1 {
                    return isGrouped(sizes) ? threeDigits(customs.point) : Reading(digits: withPoint)
                }
                return isGrouped(sizes) ? Reading(digits: digits) : nil
            }
        }
        // One kind of mark between groups, and another before decimals.
        let whole = Array(sizes.dropLast())
        guard last == .comma || last == .point, marks.dropLast().allSatisfy({ $0 == first && $0 != last }),
            isGrouped(whole) || (first == .comma && isInLakhs(whole))
        else { return nil }
        return Reading(digits: withPoint)
    }

    /// The digits with a point before the last group.
    var withPoint: String {
        let decimals = sizes.last ?? 0
        return (digits.utf8.count == decimals ? "0" : String(digits.dropLast(decimals))) + "."
            + String(digits.suffix(decimals))
    }

    private var decimalComma: Reading? {
        // "12,3456" is a list or a slip; "1234,567" has no group of thousands before it.
        guard startsWithZero ? sizes[0] == 1 : sizes[1] <= 3 else { return nil }
        return Reading(digits: withPoint, isUnusual: customs.decimalCommaIsUnusual)
    }

    /// A mark before exactly three digits, which means thousands in one language and decimals in another.
    private func threeDigits(_ custom: Customs.ThreeDigits) -> Reading {
        switch custom {
        case .thousands: return Reading(digits: digits)
        case .decimals: return Reading(digits: withPoint)
        case .thousandsFlagged: return Reading(digits: digits, other: Double(withPoint))
        case .either:
            // 2.400: thousands in many languages. Zeros at the end speak for thousands.
            return digits.hasSuffix("0")
                ? Reading(digits: digits, other: Double(withPoint))
                : Reading(digits: withPoint, other: Double(digits))
        }
    }

    private var startsWithZero: Bool { digits.hasPrefix("0") }

    /// One to three digits, then threes.
    private func isGrouped(_ sizes: [Int]) -> Bool {
        (1...3).contains(sizes[0]) && sizes.dropFirst().allSatisfy { $0 == 3 }
            && !(startsWithZero && sizes.count > 1)
    }

    /// One or two digits, twos, and three at the end, as in India.
    private func isInLakhs(_ sizes: [Int]) -> Bool {
        sizes.count > 2 && (1...2).contains(sizes[0]) && sizes.last == 3
            && sizes.dropFirst().dropLast().allSatisfy { $0 == 2 } && !startsWithZero
    }
}
