// Digits with the separators that people and typesetters put into them.

internal import KGeoClaims
internal import KGeoCore

/// Reads one number in digits off UTF-8 text.
struct NumeralScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let joinsSpaces: Bool
    /// Behind the number.
    private(set) var position: Int
    /// How many characters it takes.
    private(set) var characters = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int, joinsSpaces: Bool) {
        self.bytes = bytes
        self.position = position
        self.joinsSpaces = joinsSpaces
    }

    private func isDigit(_ at: Int) -> Bool { at < bytes.count && bytes[at] >= 0x30 && bytes[at] <= 0x39 }

    /// A mark that may stand between digits, and how many bytes it takes.
    private enum Mark { case comma, point, apostrophe, space, typesetSpace }
    private func mark(_ at: Int) -> (mark: Mark, size: Int)? {
        guard at < bytes.count else { return nil }
        switch bytes[at] {
        case UInt8(ascii: ","): return (.comma, 1)
        case UInt8(ascii: "."): return (.point, 1)
        case UInt8(ascii: "'"): return (.apostrophe, 1)
        case 0x20: return (.space, 1)
        case 0xC2: return at + 1 < bytes.count && bytes[at + 1] == 0xA0 ? (.typesetSpace, 2) : nil
        case 0xE2:
            guard at + 2 < bytes.count, bytes[at + 1] == 0x80 else { return nil }
            switch bytes[at + 2] {
            case 0x99: return (.apostrophe, 3)
            case 0x89, 0xAF, 0x87, 0x8A: return (.typesetSpace, 3)
            default: return nil
            }
        default: return nil
        }
    }

    /// Takes the number. It begins with a digit.
    mutating func scan() -> Numeral {
        let begin = position
        var digits = ""
        func take(_ scanner: inout NumeralScanner) -> Int {
            let from = scanner.position
            while scanner.isDigit(scanner.position) {
                // Beyond 40 digits nothing is a figure; the rest is passed over.
                if digits.utf8.count < 40 {
                    digits.unicodeScalars.append(.init(scanner.bytes[scanner.position]))
                }
                scanner.position += 1
            }
            scanner.characters += scanner.position - from
            return scanner.position - from
        }
        var groups = [take(&self)]
        var separator: Mark?
        // Groups of three behind the same mark.
        while groups[0] <= 3, groups.count < 6, let (mark, size) = mark(position),
            separator == nil || separator == mark, mark != .point || separator == .point || pointsAhead(),
            mark != .space || joinsSpaces, isDigit(position + size), isDigit(position + size + 1),
            isDigit(position + size + 2), !isDigit(position + size + 3),
            !(mark == .space || mark == .typesetSpace) || bytes[begin] != 0x30
        {
            separator = mark
            position += size
            characters += 1
            groups.append(take(&self))
        }
        let hasSeparator = separator != nil
        var isAmbiguous = false
        var other: Double?
        if !hasSeparator || separator != .point, let (mark, size) = mark(position), isDigit(position + size),
            mark == .point || mark == .comma, mark != separator
        {
            let whole = digits
            let before = position
            position += size
            characters += 1
            digits += "."
            let decimals = take(&self)
            if mark == .comma, decimals > 2 || hasSeparator || isDigitGroupAhead(decimals) {
                // A list, not decimals: "12,1500".
                digits = whole
                characters -= position - before
                position = before
            } else if mark == .comma {
                isAmbiguous = true
                other = Double(whole + String(digits.dropFirst(whole.utf8.count + 1)))
            } else if decimals == 3, !hasSeparator, groups[0] <= 3, whole.first != "0" {
                // 2.400: thousands in many languages. Zeros at the end speak for thousands.
                isAmbiguous = true
                let decimal = Double(digits)
                let thousands = whole + digits.suffix(3)
                if digits.hasSuffix("0") {
                    digits = thousands
                    other = decimal
                } else {
                    other = Double(thousands)
                }
            }
        }
        let printed = PrintedNumber(digits: digits) ?? PrintedNumber(value: 0, step: 1)
        let isPlain = position - begin == groups[0]
        return Numeral(
            value: printed.value, step: printed.step,
            mayBeYear: isPlain && groups[0] == 4 && printed.value >= 1000 && printed.value <= 2100,
            mayBeDay: isPlain && groups[0] <= 2 && printed.value >= 1 && printed.value <= 31,
            isAmbiguous: isAmbiguous, other: other)
    }

    /// Whether at least two groups behind points follow: 1.234.567.
    private func pointsAhead() -> Bool {
        let p = position
        return isDigit(p + 1) && isDigit(p + 2) && isDigit(p + 3) && p + 4 < bytes.count
            && bytes[p + 4] == UInt8(ascii: ".") && isDigit(p + 5) && isDigit(p + 6) && isDigit(p + 7)
    }

    private func isDigitGroupAhead(_ decimals: Int) -> Bool {
        // "1,3,5" is a list.
        position < bytes.count && bytes[position] == UInt8(ascii: ",") && isDigit(position + 1)
    }
}
