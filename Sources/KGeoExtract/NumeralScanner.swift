// A number in digits, with the marks that people and typesetters put into it: read whole, or not at all.

internal import KGeoClaims
internal import KGeoCore

/// Reads one number in digits off UTF-8 text.
///
/// Digits that touch each other through commas, points or apostrophes, and groups of three behind spaces, are one
/// numeral. What it says is told by `NumeralForm`; a run that no custom of writing gives a meaning (`12,3456`,
/// `1.2.3`, `24.08.2024`) is taken as a whole and marked, so that nothing is read from its tail.
struct NumeralScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// What stands before it.
    enum Before { case other, month, letters }
    private let before: Before
    private let customs: Customs
    /// Behind the number.
    private(set) var position: Int
    /// How many characters it takes.
    private(set) var characters = 0

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, behind before: Before, customs: Customs
    ) {
        self.customs = customs
        self.bytes = bytes
        self.position = position
        self.before = before
    }

    private func byte(_ at: Int) -> UInt8 { at < bytes.count ? bytes[at] : 0 }
    private func isDigit(_ at: Int) -> Bool { byte(at) &- 0x30 < 10 }
    private func digitsAhead(_ at: Int) -> Int {
        var end = at
        while isDigit(end) { end += 1 }
        return end - at
    }

    /// A mark that may stand between digits, and how many bytes it takes.
    private func mark(_ at: Int) -> (mark: NumeralForm.Mark, size: Int)? {
        switch byte(at) {
        case UInt8(ascii: ","): return (.comma, 1)
        case UInt8(ascii: "."): return (.point, 1)
        case UInt8(ascii: "'"): return (.apostrophe, 1)
        case 0x20: return (.space, 1)
        case 0xC2: return byte(at + 1) == 0xA0 ? (.space, 2) : byte(at + 1) == 0xB7 ? (.dot, 2) : nil
        case 0xE2:
            guard byte(at + 1) == 0x80 else { return nil }
            switch byte(at + 2) {
            case 0x99: return (.apostrophe, 3)
            case 0x89, 0xAF, 0x87, 0x88, 0x8A: return (.space, 3)
            default: return nil
            }
        default: return nil
        }
    }

    /// Takes the number. It begins with a digit, or with a point and a digit.
    mutating func scan() -> Numeral {
        let begin = position
        var form = NumeralForm(customs)
        take(into: &form)
        while let (mark, size) = mark(position), isDigit(position + size), joins(mark, size, form) {
            form.marks.append(mark)
            position += size
            take(into: &form)
        }
        let isPlain = form.marks.isEmpty
        var reading = form.reading
        if let found = reading, let exponent = exponent(isTen: isPlain && form.digits == "10") {
            // A mantissa has decimals, not thousands.
            reading = NumeralForm.Reading(
                digits: (found.other == nil ? found.digits : form.withPoint) + "e\(exponent)")
        }
        characters = bytes[begin..<position].count { $0 & 0xC0 != 0x80 }
        guard let reading, let printed = PrintedNumber(digits: reading.digits) else { return .unreadable }
        let count = form.digits.utf8.count
        return Numeral(
            value: printed.value, step: printed.step,
            mayBeYear: isPlain && count == 4 && printed.value >= 1000 && printed.value <= 2100,
            mayBeDay: isPlain && count <= 2 && printed.value >= 1 && printed.value <= 31,
            isAmbiguous: reading.isUnusual || reading.other != nil, other: reading.other)
    }

    private mutating func take(into form: inout NumeralForm) {
        let from = position
        while isDigit(position) { position += 1 }
        form.add(bytes[from..<position])
    }

    /// Whether a mark and the digits behind it belong to the number.
    private func joins(_ mark: NumeralForm.Mark, _ size: Int, _ form: NumeralForm) -> Bool {
        let ahead = digitsAhead(position + size)
        switch mark {
        case .space:
            // A space parts two numbers unless it parts thousands: up to three digits, then threes. The 6 of "June 6
            // 500 men" is a day, the 2 of "km2 500 men" is none of it.
            return ahead == 3 && before == .other && form.marks.allSatisfy { $0 == .space }
                && (1...3).contains(form.sizes[0]) && !form.digits.hasPrefix("0")
        // "August 6,2024"
        case .comma: return !(before == .month && form.sizes == [1] && ahead == 4)
        case .point, .apostrophe: return true
        // "3·10³" is a product.
        case .dot: return !(ahead == 2 && byte(position + size) == 0x31 && isRaised(position + size + 2))
        }
    }

    /// The power of ten behind a number: 3 in "e3", "x 10^3", "× 10³", and in "10^3" itself.
    private mutating func exponent(isTen: Bool) -> Int? {
        var at = position
        if byte(at) | 0x20 == UInt8(ascii: "e") {
            at += 1
            let isNegative = byte(at) == UInt8(ascii: "-")
            if isNegative || byte(at) == UInt8(ascii: "+") { at += 1 }
            return plainExponent(at, isNegative: isNegative)
        }
        if isTen, let power = raised(at) { return power - 1 }
        while let (mark, size) = mark(at), mark == .space { at += size }
        guard let times = timesSign(at) else { return nil }
        at += times
        while let (mark, size) = mark(at), mark == .space { at += size }
        guard byte(at) == 0x31, byte(at + 1) == 0x30 else { return nil }
        return raised(at + 2)
    }

    private func timesSign(_ at: Int) -> Int? {
        switch byte(at) {
        case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "*"): 1
        case 0xC3: byte(at + 1) == 0x97 ? 2 : nil  // ×
        case 0xC2: byte(at + 1) == 0xB7 ? 2 : nil  // ·
        case 0xE2: byte(at + 1) == 0x8B && byte(at + 2) == 0x85 ? 3 : nil  // ⋅
        default: nil
        }
    }

    /// "^3", or digits set high, behind a 10.
    private mutating func raised(_ start: Int) -> Int? {
        var at = start
        if byte(at) == UInt8(ascii: "^") {
            at += 1
            let isNegative = byte(at) == UInt8(ascii: "-")
            return plainExponent(isNegative ? at + 1 : at, isNegative: isNegative)
        }
        var isNegative = false
        if byte(at) == 0xE2, byte(at + 1) == 0x81, byte(at + 2) == 0xBB {
            isNegative = true
            at += 3
        }
        var value: Int?
        while let (digit, size) = superscript(at), value ?? 0 < 10 {
            value = (value ?? 0) * 10 + digit
            at += size
        }
        guard let value else { return nil }
        position = at
        return isNegative ? -value : value
    }

    private func isRaised(_ at: Int) -> Bool {
        byte(at) == UInt8(ascii: "^") || superscript(at) != nil || (byte(at) == 0xE2 && byte(at + 1) == 0x81)
    }

    private func superscript(_ at: Int) -> (digit: Int, size: Int)? {
        switch (byte(at), byte(at + 1)) {
        case (0xC2, 0xB9): return (1, 2)
        case (0xC2, 0xB2): return (2, 2)
        case (0xC2, 0xB3): return (3, 2)
        case (0xE2, 0x81):
            let last = byte(at + 2)
            return last == 0xB0 ? (0, 3) : (0xB4...0xB9).contains(last) ? (Int(last) - 0xB0, 3) : nil
        default: return nil
        }
    }

    /// One or two digits with neither digit nor letter behind.
    private mutating func plainExponent(_ at: Int, isNegative: Bool) -> Int? {
        let count = digitsAhead(at)
        guard (1...2).contains(count), !(0x61...0x7A).contains(byte(at + count) | 0x20) else { return nil }
        var value = 0
        for k in at..<at + count { value = value * 10 + Int(byte(k) - 0x30) }
        position = at + count
        return isNegative ? -value : value
    }
}
