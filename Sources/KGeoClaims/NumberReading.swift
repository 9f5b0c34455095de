// A number as people write it: thousands parted by a comma, space or apostrophe, "thousand", "million".

internal import KGeoCore

/// The digits of a number taken from a text, and the power of ten that a word after them adds.
struct NumberReading: Hashable {
    /// Digits with at most one point, without separators.
    var digits: String
    /// 3 after "thousand", 6 after "million", else 0.
    var exponent = 0

    /// Whether the point may part thousands, as it does in many languages: 1.300, but not 0.300 or 13.25.
    var isAmbiguous: Bool {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1].count == 3 && (1...3).contains(parts[0].count)
            && parts[0].first != "0"
    }

    /// The number with the rounding step its digits show; nil when it is beyond the range of a double.
    var number: PrintedNumber? { PrintedNumber(digits: exponent == 0 ? digits : digits + "e\(exponent)") }

    /// Takes a number off the front of a text, and the spaces after it; nil, with nothing taken, when the
    /// text begins with none.
    static func take(_ rest: inout String) -> NumberReading? {
        let characters = Array(rest)
        var i = 0
        var result = NumberReading(digits: "")
        func digit(_ index: Int) -> Bool {
            index < characters.count && characters[index].isASCII && characters[index].isNumber
        }
        while digit(i) {
            result.digits.append(characters[i])
            i += 1
            // A separator before exactly three digits parts thousands.
            if i < characters.count, Self.separators.contains(characters[i]), digit(i + 1), digit(i + 2),
                digit(i + 3), !digit(i + 4)
            {
                i += 1
            }
        }
        guard !result.digits.isEmpty else { return nil }
        if i < characters.count, characters[i] == ".", digit(i + 1) {
            result.digits.append(".")
            i += 1
            while digit(i) {
                result.digits.append(characters[i])
                i += 1
            }
        }
        rest = String(String(characters[i...]).drop { $0 == " " })
        for (word, exponent) in [("thousand", 3), ("million", 6)] where rest.hasPrefix(word) {
            let after = rest.dropFirst(word.count)
            guard after.first.map({ !$0.isLetter }) ?? true else { continue }
            result.exponent = exponent
            rest = String(after.drop { $0 == " " })
        }
        return result
    }

    /// Comma, apostrophes, and the spaces that typesetters put between thousands.
    private static let separators: [Character] = [
        ",", "'", "\u{2019}", " ", "\u{A0}", "\u{2009}", "\u{202F}",
    ]
}
