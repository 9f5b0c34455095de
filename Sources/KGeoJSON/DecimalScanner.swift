// From decimal digits to the nearest double, for every input.

/// Reads decimal numbers, correctly rounded (ties to even).
///
/// Method: up to 15 digits with a small power of ten by one exact operation (Clinger 1990); otherwise the
/// 128-bit product of Eisel and Lemire (Lemire, *Number parsing at a gigabyte per second*, Software:
/// Practice and Experience 51, 2021), which is exact for mantissas of up to 19 digits (Mushtak & Lemire,
/// *Fast number parsing without fallback*, 2023). Longer mantissas are bracketed by their first 19 digits
/// and the next higher number; when the two round differently the standard library decides.
public enum DecimalScanner {
    /// The digits of a number: ± mantissa · 10^exponent, the mantissa truncated to 19 digits.
    struct Digits {
        var isNegative = false
        var mantissa: UInt64 = 0
        var exponent = 0
        /// Whether digits other than zero were left out of the mantissa.
        var isTruncated = false
    }

    /// The double nearest to a decimal number that fills the whole of `bytes`; nil when they are no
    /// number.
    ///
    /// The grammar is wider than JSON's: a leading `+`, leading zeros, `.5` and `5.` are read. A number too
    /// large gives infinity, one too small gives zero, each with its sign.
    public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var digits = Digits()
        var i = 0
        let n = bytes.count
        if i < n, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") {
            digits.isNegative = bytes[i] == UInt8(ascii: "-")
            i += 1
        }
        var kept = 0
        var any = false
        func take(_ byte: UInt8, afterPoint: Bool) {
            any = true
            if kept < 19 {
                digits.mantissa = digits.mantissa &* 10 &+ UInt64(byte & 15)
                if digits.mantissa != 0 { kept += 1 }
                if afterPoint { digits.exponent -= 1 }
            } else {
                if byte != UInt8(ascii: "0") { digits.isTruncated = true }
                if !afterPoint { digits.exponent += 1 }
            }
        }
        while i < n, isDigit(bytes[i]) {
            take(bytes[i], afterPoint: false)
            i += 1
        }
        if i < n, bytes[i] == UInt8(ascii: ".") {
            i += 1
            while i < n, isDigit(bytes[i]) {
                take(bytes[i], afterPoint: true)
                i += 1
            }
        }
        guard any else { return nil }
        if i < n, bytes[i] | 0x20 == UInt8(ascii: "e") {
            i += 1
            var negative = false
            if i < n, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") {
                negative = bytes[i] == UInt8(ascii: "-")
                i += 1
            }
            guard i < n, isDigit(bytes[i]) else { return nil }
            var exponent = 0
            while i < n, isDigit(bytes[i]) {
                // Beyond a million the result is zero or infinity, whatever follows.
                if exponent < 1_000_000 { exponent = exponent * 10 + Int(bytes[i] & 15) }
                i += 1
            }
            digits.exponent += negative ? -exponent : exponent
        }
        guard i == n else { return nil }
        return value(digits) { bytes }
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    /// The powers of ten that a double holds exactly.
    @usableFromInline static let exactPowers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    /// The powers of ten up to 10⁸, as whole numbers.
    static let wholePowers: [UInt64] = [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
    ]

    /// The nearest double; `text` gives the digits again when the first 19 do not decide.
    @inline(__always)
    static func value(_ digits: Digits, text: () -> UnsafeBufferPointer<UInt8>) -> Double {
        if digits.mantissa < 1 << 53, !digits.isTruncated, digits.exponent >= -22, digits.exponent <= 22 {
            let m = Double(digits.mantissa)
            let v =
                digits.exponent < 0
                ? m / exactPowers[-digits.exponent] : m * exactPowers[digits.exponent]
            return digits.isNegative ? -v : v
        }
        return roundedValue(digits, text: text())
    }

    @inline(never)
    static func roundedValue(_ digits: Digits, text: UnsafeBufferPointer<UInt8>) -> Double {
        var bits = eiselLemire(digits.mantissa, digits.exponent)
        if digits.isTruncated, bits != eiselLemire(digits.mantissa &+ 1, digits.exponent) {
            let magnitude = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? 1 : 0
            if let exact = Double(String(decoding: text[magnitude...], as: UTF8.self)) {
                bits = exact.bitPattern
            }
        }
        let v = Double(bitPattern: bits)
        return digits.isNegative ? -v : v
    }

    /// The bits of the double nearest to w · 10^q, for any w and q.
    private static func eiselLemire(_ w: UInt64, _ q: Int) -> UInt64 {
        let infinity: UInt64 = 0x7FF0_0000_0000_0000
        if w == 0 || q < -342 { return 0 }
        if q > 308 { return infinity }
        let leadingZeros = w.leadingZeroBitCount
        let normalised = w << UInt64(leadingZeros)
        let index = 2 * (q - PowersOfFive.smallestExponent)
        var product = normalised.multipliedFullWidth(by: PowersOfFive.words[index])
        if product.high & 0x1FF == 0x1FF {
            let second = normalised.multipliedFullWidth(by: PowersOfFive.words[index + 1])
            let (low, carry) = product.low.addingReportingOverflow(second.high)
            product.low = low
            if carry { product.high &+= 1 }
        }
        let upperBit = Int(product.high >> 63)
        let shift = UInt64(upperBit + 64 - 52 - 3)
        var mantissa = product.high >> shift
        var power2 = ((217_706 * q) >> 16) + 63 + upperBit - leadingZeros + 1023
        if power2 <= 0 {  // below the smallest normal number
            if -power2 + 1 >= 64 { return 0 }
            mantissa >>= UInt64(-power2 + 1)
            mantissa += mantissa & 1
            mantissa >>= 1
            return mantissa  // a carry into bit 52 is the exponent of the smallest normal number
        }
        // Half way between two doubles: only here can the product be exact, and ties go to even.
        if product.low <= 1, q >= -4, q <= 23, mantissa & 3 == 1, mantissa << shift == product.high {
            mantissa &= ~1
        }
        mantissa += mantissa & 1
        mantissa >>= 1
        if mantissa >= 2 << 52 {
            mantissa = 1 << 52
            power2 += 1
        }
        if power2 >= 0x7FF { return infinity }
        return UInt64(power2) << 52 | (mantissa & ~(1 << 52))
    }
}
