// What characters beyond ASCII are to the tokenizer: letters, spaces, ends of lines, and signs made plain.

extension Tokenizer {
    enum Sort {
        case letter, space, lineEnd
        case sign(UInt32)
    }

    /// What a character beyond ASCII is; signs are made plain.
    static func sort(_ scalar: Unicode.Scalar) -> Sort {
        switch scalar.value {
        case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: .space
        case 0x85, 0x2028, 0x2029: .lineEnd
        case 0x2010...0x2013, 0x2212, 0xFE58, 0xFE63, 0xFF0D: .sign(UInt32(UInt8(ascii: "-")))
        case 0x2014, 0x2015: .sign(UInt32(UInt8(ascii: "-")))
        case 0x2018, 0x2019, 0x201A, 0x201B, 0x2BC: .sign(0x27)
        case 0x201C...0x201F, 0xAB, 0xBB, 0x2039, 0x203A: .sign(0x22)
        case 0x2248, 0x223C, 0x2243, 0x2245: .sign(UInt32(UInt8(ascii: "~")))
        case 0x338F: .sign(0x33A2)
        case 0xAD, 0x200C...0x200F, 0x2060: .letter
        case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2BB, 0x2BD...0x2BF, 0x300...0x1FFF,
            0x2C00...0x2DFF,
            0x3040...0x318F, 0x3400...0xD7FF, 0xF900...0xFAFF, 0x10000...0x1EFFF, 0x20000...0x3FFFF:
            .letter
        default: .sign(scalar.value)
        }
    }

    /// The character at a byte. A byte that begins none stands for itself.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: Unicode.Scalar, size: Int)
    {
        let c = UInt32(bytes[at])
        let size = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1
        guard size > 1, at + size <= bytes.count else {
            return (Unicode.Scalar(UInt8(truncatingIfNeeded: c)), 1)
        }
        var value = c & (0xFF >> UInt32(size + 1))
        for k in 1..<size { value = value << 6 | UInt32(bytes[at + k] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", size)
    }
}
