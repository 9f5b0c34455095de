// Letters of the Latin, Greek and Cyrillic scripts in two bytes of UTF-8: which are letters, capitals, and their small forms.

/// A table of the characters from U+00C0 to U+052F.
struct Letters: Sendable {
    /// What a character is, and the two bytes of its small letter.
    struct Letter: Sendable {
        var first: UInt8, second: UInt8
        var isLetter = false, isUpper = false
    }
    private let cells: [Letter]

    /// Whether a byte begins a character of the table.
    static func holds(_ byte: UInt8) -> Bool { byte >= 0xC3 && byte <= 0xD4 }

    /// The character of two bytes, of which the first is one that the table holds.
    subscript(_ first: UInt8, _ second: UInt8) -> Letter {
        cells[Int(first - 0xC3) << 6 | Int(second & 0x3F)]
    }

    static let table = Letters()

    private init() {
        cells = (0xC0...0x53F).map { (code: UInt32) in
            var letter = Letter(first: UInt8(0xC0 | code >> 6), second: UInt8(0x80 | code & 0x3F))
            guard let scalar = Unicode.Scalar(code), case .letter = Tokenizer.sort(scalar) else {
                return letter
            }
            letter.isLetter = true
            letter.isUpper = scalar.properties.isUppercase
            let small = scalar.properties.lowercaseMapping.unicodeScalars
            if letter.isUpper, small.count == 1, let first = small.first, first.value < 0x800,
                first.value >= 0x80
            {
                letter.first = UInt8(0xC0 | first.value >> 6)
                letter.second = UInt8(0x80 | first.value & 0x3F)
            }
            return letter
        }
    }
}
