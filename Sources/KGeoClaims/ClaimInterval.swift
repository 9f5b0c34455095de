// From a printed figure to an interval: the rounding that the digits show, and the words around them.

public import KGeoCore

/// A claim's figure as an interval.
public struct ClaimInterval: Hashable, Sendable {
    /// In the claim's own unit.
    public let said: Interval
    /// In SI: the interval is built first and converted then.
    public let si: Interval
    /// The same without the outer tenth of a rounding that was read off the digits; what fits only there fits only at the
    /// edge of the rounding. As `si` where the rounding was given, and for a bound.
    public let core: Interval
    /// The rounding step used, in the claim's unit.
    public let resolution: Double
    /// What share of a rounding is its edge.
    public static let edge = 0.1
    /// Whether the step was read off the digits instead of given.
    public let isInferred: Bool

    /// The interval of a claim.
    ///
    /// r is the rounding step: given, or one unit of the last significant digit. h = r/2 when r is given,
    /// min(r/2, v/10) when it is inferred, so that a bare "1,000" means 900 to 1,100.
    ///
    /// | qualifier | interval |
    /// |---|---|
    /// | exact | [v − h, v + h] |
    /// | about | [v − w, v + w], w = max(h, v/20) |
    /// | between a and b | [a − h(a), b + h(b)] |
    /// | at least, more than | [v, ∞) |
    /// | at most, less than, up to | [0, v], of a net change (−∞, v] |
    /// | nearly | [v − d, v], d = min(max(r, v/20), v/10) |
    ///
    /// With two numbers, the lower gives the lower end and the higher the higher one. A figure printed in a
    /// second unit moves the bound of a one-sided figure outward by half that unit's rounding step: either
    /// of the two may be the one that was measured.
    ///
    /// - Parameter qualifier: replaces the claim's own; "up to" said of a peak is checked as "about".
    public init(_ claim: Claim, as qualifier: Qualifier? = nil) {
        let numbers = claim.numbers.sorted { $0.value < $1.value }
        let a = numbers.first ?? PrintedNumber(value: 0, step: 1)
        let b = numbers.last ?? a
        func step(_ number: PrintedNumber) -> Double { claim.resolution ?? number.step }
        func half(_ number: PrintedNumber) -> Double {
            claim.resolution.map { $0 / 2 } ?? min(number.step / 2, number.value / 10)
        }
        let shift =
            claim.equivalent.map { other in
                min(other.number.step / 2, other.number.value / 10) * other.unit.factor / claim.unit.factor
            } ?? 0
        /// The interval with a share of the rounding.
        func whole(_ share: Double) -> Interval {
            func wide(_ number: PrintedNumber) -> Double { share * max(half(number), number.value / 20) }
            switch qualifier ?? claim.qualifier {
            case .exact, .between:
                return Interval(max(0, a.value - share * half(a)), b.value + share * half(b))
            case .about: return Interval(max(0, a.value - wide(a)), b.value + wide(b))
            case .atLeast, .moreThan: return Interval(max(0, a.value - shift), .infinity)
            case .atMost, .lessThan, .upTo:
                // A net change may go the other way: then even more so it is at most that.
                return Interval(claim.measure == .net ? -.infinity : 0, b.value + shift)
            case .nearly:
                let below = min(max(step(a), a.value / 20), a.value / 10)
                return Interval(max(0, a.value - share * below), b.value)
            }
        }
        let interval = whole(1)
        said = interval
        si = interval.scaled(by: claim.unit.factor)
        resolution = step(b)
        isInferred = claim.resolution == nil
        core = isInferred ? whole(1 - Self.edge).scaled(by: claim.unit.factor) : si
    }
}

extension Qualifier {
    /// Whether the figure is a bound on one side.
    public var isOneSided: Bool {
        switch self {
        case .atLeast, .moreThan, .atMost, .lessThan, .upTo: true
        case .exact, .about, .between, .nearly: false
        }
    }

    /// What it says of a range: a bound stays one, "at least 1,000–1,200" is at least 1,000 and "up to 1,000–1,200" at
    /// most 1,200; anything else leaves it a range, "about 1,000–1,200" is `between`.
    package var ofRange: Qualifier {
        switch self {
        case .exact, .about, .between: .between
        case .atLeast, .moreThan, .atMost, .lessThan, .upTo, .nearly: self
        }
    }

    /// The word before the number.
    public var words: String {
        switch self {
        case .exact: ""
        case .about: "about"
        case .between: ""
        case .nearly: "nearly"
        case .atLeast: "at least"
        case .moreThan: "more than"
        case .atMost: "at most"
        case .lessThan: "less than"
        case .upTo: "up to"
        }
    }
}

extension PrintedNumber {
    /// A number from the digits it was written in, such as `1300`, `1.50` or `1.3e3`; nil when it is none
    /// (`nan`, `inf` and hexadecimal digits are none) or beyond the range of a double.
    public init?(digits text: String) {
        guard text.utf8.allSatisfy("0123456789.eE+-".utf8.contains), let value = Double(text), value.isFinite
        else { return nil }
        // Nobody prints 1300.0: a program has written it, and its .0 shows no rounding.
        let text = text.hasSuffix("0.0") && text.count > 3 ? String(text.dropLast(2)) : text
        var mantissa = Substring(text)
        var exponent = 0
        if let e = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            mantissa = text[..<e]
            exponent = Int(text[text.index(after: e)...]) ?? 0
        }
        var decimals = 0
        if let point = mantissa.firstIndex(of: ".") {
            decimals = mantissa.distance(from: point, to: mantissa.endIndex) - 1
        } else {
            // Trailing zeros of a whole number are rounding, unless there is nothing else.
            let significant = mantissa.reversed().drop { $0 == "0" }
            if significant.contains(where: { $0 != "0" && $0.isNumber }) {
                decimals = -(mantissa.count - significant.count)
            }
        }
        self.init(value: value, step: Self.powerOfTen(exponent - decimals))
    }

    private static func powerOfTen(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }
}
