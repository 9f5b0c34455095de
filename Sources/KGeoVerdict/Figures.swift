// How numbers are written in sentences: rounded to what the error supports, with thousands separators.

internal import KGeoClaims
public import KGeoCore

/// Numbers for people. Machine output prints the doubles in full instead.
public enum Figures {
    /// A number with a fixed count of decimals and commas between thousands; "−" for minus.
    public static func fixed(_ value: Double, _ decimals: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "–" : value > 0 ? "∞" : "−∞" }
        guard abs(value) < 1e15 else { return (value < 0 ? "−" : "") + "\(abs(value))" }
        let scale = (0..<max(0, decimals)).reduce(1.0) { product, _ in product * 10 }
        let units = (abs(value) * scale).rounded()
        var whole = String(UInt64((units / scale).rounded(.down)))
        var at = whole.endIndex
        while let next = whole.index(at, offsetBy: -3, limitedBy: whole.startIndex), next != whole.startIndex
        {
            whole.insert(",", at: next)
            at = next
        }
        let sign = value < 0 && units != 0 ? "−" : ""
        guard decimals > 0 else { return sign + whole }
        let fraction = String(UInt64(units.truncatingRemainder(dividingBy: scale)))
        return sign + whole + "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }

    /// A number with some decimals; one that they would show as 0, and is not, with two significant digits.
    public static func cell(_ value: Double, _ decimals: Int) -> String {
        let half = 0.5 / (0..<max(0, decimals)).reduce(1.0) { product, _ in product * 10 }
        return value != 0 && abs(value) < half ? short(value) : fixed(value, decimals)
    }

    /// A number with as many decimals as it needs to show three significant digits, at most three; below a hundredth
    /// with two significant digits, so that no number that is not 0 looks like another.
    public static func short(_ value: Double) -> String {
        // A number that rounds up to the next power of ten has a digit more before the point.
        let size = abs(value)
        guard size < 0.01, size > 0 else {
            return fixed(
                value, size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : size == 0 ? 0 : 3)
        }
        return small(value, digits: 2, least: 3)
    }

    /// A number without trailing zeros, as it would be typed, with commas between thousands; what needs more than six
    /// decimals with seven significant digits.
    public static func plain(_ value: Double) -> String {
        guard value.isFinite else { return fixed(value, 0) }
        for decimals in 0...6 where abs(value) < 1e15 {
            let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
            if ((value * scale).rounded() / scale - value).magnitude <= 1e-9 * value.magnitude {
                return fixed(value, decimals)
            }
        }
        return abs(value) < 1 ? small(value, digits: 7, least: 0) : fixed(value, 6)
    }

    /// A number between −1 and 1 with some significant digits, no zeros behind them, but at least so many decimals; as
    /// a power of ten below a millionth.
    private static func small(_ value: Double, digits: Int, least: Int) -> String {
        var (mantissa, exponent) = (abs(value), 0)
        while mantissa < 1, exponent > -400 {
            mantissa *= 10
            exponent -= 1
        }
        if exponent < -6 {
            let text = trimmed(fixed(mantissa, digits - 1), least: 0)
            let power = String(-exponent).map { String(superscripts[$0.wholeNumberValue ?? 0]) }.joined()
            return (value < 0 ? "−" : "") + text + " × 10⁻" + power
        }
        return trimmed(fixed(value, digits - 1 - exponent), least: least)
    }

    private static let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

    /// A number without zeros at its end, but with at least so many decimals.
    private static func trimmed(_ text: String, least: Int) -> String {
        guard let point = text.firstIndex(of: ".") else { return text }
        var text = text
        let shortest = text.distance(from: text.startIndex, to: point) + 1 + least
        while text.count > shortest, text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    /// The two ends of an interval, with so many decimals that neither is off by more than a twentieth of its width.
    package static func ends(_ low: Double, _ high: Double) -> (low: String, high: String) {
        let width = high - low
        guard width > 0, width.isFinite, width < 1e9, width >= 1e-6 else { return (short(low), short(high)) }
        var (decimals, step) = (0, 1.0)
        while step > width / 10 {
            decimals += 1
            step /= 10
        }
        func text(_ value: Double) -> String {
            let short = short(value)
            return Self.decimals(short) >= decimals ? short : trimmed(fixed(value, decimals), least: 0)
        }
        return (text(low), text(high))
    }

    private static func decimals(_ text: String) -> Int {
        text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    }

    /// How many times a map's value a figure is; beyond a thousand times, or below a thousandth, no number means more
    /// than that.
    public static func ratio(_ ratio: Double) -> String {
        ratio > 1_000 ? "> 1,000" : ratio > 0 && ratio < 0.001 ? "< 0.001" : fixed(ratio, 2)
    }

    /// An area given in m², as km² (or m² below 0.001 km²).
    public static func area(_ squareMetres: Double) -> String {
        abs(squareMetres) < 1_000 && squareMetres != 0
            ? short(squareMetres) + " m²" : short(squareMetres / 1e6) + " km²"
    }

    /// A length given in m, as km (or m below 100 m).
    public static func length(_ metres: Double) -> String {
        abs(metres) < 100 ? short(metres) + " m" : short(metres / 1e3) + " km"
    }

    /// A place, to the nearest 100 m or so: "51.190° N, 35.270° E".
    public static func place(_ place: Coordinate) -> String {
        let east = place.longitude - 360 * (place.longitude / 360).rounded()
        return fixed(abs(place.latitude), 3) + (place.latitude < 0 ? "° S, " : "° N, ")
            + fixed(abs(east), 3) + (east < 0 ? "° W" : "° E")
    }

    /// A claim's figure as it was said: "about 1,300 km²".
    public static func said(_ claim: Claim) -> String {
        // A third has no last digit.
        let isFraction = claim.unit.name == "fraction"
        let numbers = claim.numbers.map { isFraction ? short($0.value) : plain($0.value) }
            .joined(separator: "–")
        let words = claim.qualifier.words
        return (words.isEmpty ? "" : words + " ") + numbers + " " + claim.unit.symbol
    }

    /// A value in SI, in the claim's unit, with its symbol.
    public static func value(si: Double, in unit: MeasureUnit) -> String {
        short(unit.value(si: si)) + " " + unit.symbol
    }
}
