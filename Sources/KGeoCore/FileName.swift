// Names of files as text and back: a name is bytes, which on most systems need not be UTF-8.

/// Turns names of files into text that names the same file when it is turned back.
///
/// A byte that belongs to no UTF-8 stands in the text as one character of the last private plane (U+10FE80 to
/// U+10FEFF), and so does each byte of a name that has such a character itself. Whatever opens, looks for or makes a
/// file asks `bytes`; whatever prints a name asks `shown`.
public enum FileName {
    private static let base: UInt32 = 0x10FE00

    /// Whether a character stands for a byte.
    static func isByte(_ scalar: Unicode.Scalar) -> Bool { (0x10FE80...0x10FEFF).contains(scalar.value) }

    /// The byte that a character stands for.
    static func byte(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: scalar.value) }

    /// A name as the system gives it, up to its zero byte, as text.
    public static func text(_ name: UnsafePointer<CChar>) -> String {
        if let text = String(validatingCString: name), !text.unicodeScalars.contains(where: isByte) {
            return text
        }
        var bytes: [UInt8] = []
        var next = name
        while next.pointee != 0 {
            bytes.append(UInt8(bitPattern: next.pointee))
            next += 1
        }
        var text = String.UnicodeScalarView()
        var i = 0
        while i < bytes.count {
            let lengths = 1...min(4, bytes.count - i)
            let scalar = lengths.lazy.compactMap { length -> Unicode.Scalar? in
                guard let piece = String(validating: bytes[i..<i + length], as: UTF8.self) else { return nil }
                return piece.unicodeScalars.first
            }.first
            if let scalar, !isByte(scalar) {
                text.append(scalar)
                i += String(scalar).utf8.count
            } else {
                if let escape = Unicode.Scalar(base + UInt32(bytes[i])) { text.append(escape) }
                i += 1
            }
        }
        return String(text)
    }

    /// The name as the system takes it, with a zero byte at its end.
    public static func bytes(_ text: String) -> [CChar] {
        guard text.unicodeScalars.contains(where: isByte) else { return Array(text.utf8CString) }
        var bytes: [CChar] = []
        for scalar in text.unicodeScalars {
            if isByte(scalar) {
                bytes.append(CChar(bitPattern: byte(scalar)))
            } else {
                bytes += String(scalar).utf8.map { CChar(bitPattern: $0) }
            }
        }
        return bytes + [0]
    }

    /// The name for a person: bytes that are no UTF-8 as `\xFF`.
    public static func shown(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isByte) else { return text }
        return text.unicodeScalars.reduce(into: "") { result, scalar in
            if isByte(scalar) {
                result += "\\x" + String(byte(scalar), radix: 16, uppercase: true)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }
}
