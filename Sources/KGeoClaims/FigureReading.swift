// A figure in a few words, as typed after --claim: "about 1,300 km2", "100-400 square miles".

public import KGeoCore

/// A figure as written: its numbers, its unit and its qualifier.
public struct PrintedFigure: Hashable, Sendable {
    public var numbers: [PrintedNumber]
    public var unit: Unit
    public var qualifier: Qualifier
    /// The same figure in a second unit, in parentheses behind: "1,294 km² (500 sq mi)".
    public var equivalent: Claim.Equivalent?
}

/// Reads a figure that stands alone.
public enum FigureReading {
    /// The figure of a short text such as `about 1,300 km2`, `between 100 and 400 square miles`, `≈ 20 %`.
    ///
    /// - Throws: a problem with code `claim` that says which part could not be read.
    public static func figure(_ text: String) throws(Problem) -> PrintedFigure {
        var rest = simplified(text)
        while rest.last == " " { rest.removeLast() }
        if rest.last == ")", let open = rest.firstIndex(of: "(") {
            let inside = String(rest[rest.index(after: open)...].dropLast())
            var figure = try figure(String(rest[..<open]))
            let second = try self.figure(inside)
            guard second.numbers.count == 1, second.unit.dimension == figure.unit.dimension else {
                throw failure(text, "the figure in parentheses is no second unit of the first")
            }
            figure.equivalent = Claim.Equivalent(number: second.numbers[0], unit: second.unit)
            return figure
        }
        var qualifier: Qualifier?
        for (words, meaning) in qualifiers where rest.hasPrefix(words) {
            let after = rest.dropFirst(words.count)
            guard after.first.map({ !$0.isLetter }) ?? true else { continue }
            qualifier = meaning
            rest = String(after.drop { $0 == " " })
            break
        }
        guard var first = NumberReading.take(&rest) else { throw failure(text, "no number was found") }
        if first.isAmbiguous {
            throw failure(
                text,
                "\(first.digits) may mean a thousand times as much; write it without the point, or with other decimals"
            )
        }
        var second = joined(&rest)
        if let other = second, first.exponent == 0, other.exponent > 0 {
            // "1.2 to 1.3 million" means millions both times, "500 to 1 thousand" does not.
            let shared = NumberReading(digits: first.digits, exponent: other.exponent)
            if let low = shared.number, let high = other.number, low.value <= high.value { first = shared }
        } else if second == nil {
            second = joinedAfterUnit(&rest)
        }
        let numbers = [first.number, second?.number].compactMap(\.self)
        guard numbers.count == (second == nil ? 1 : 2) else { throw failure(text, "the number is too large") }
        if qualifier == .between, numbers.count < 2 { throw failure(text, "\"between\" needs two numbers") }
        if numbers.count == 2, numbers[0].value > numbers[1].value {
            throw failure(text, "the range runs backwards: the lower number comes first")
        }
        let unitText = rest.split(separator: " ").joined(separator: " ")
        guard !unitText.isEmpty else { throw failure(text, "the unit is missing") }
        guard let unit = UnitReading.unit(unitText) else {
            if unitText.hasPrefix(",") {
                throw failure(text, "a comma parts thousands; write a point before decimals")
            }
            throw failure(text, "\"\(unitText)\" is no unit that kgeo knows")
        }
        return PrintedFigure(
            numbers: numbers, unit: unit, qualifier: qualifier ?? (numbers.count == 2 ? .between : .exact))
    }

    private static let joiners = ["-", "to ", "and "]

    /// Takes a dash or word and the number after it off the front; nil, with nothing taken, without them.
    private static func joined(_ rest: inout String) -> NumberReading? {
        for joiner in joiners where rest.hasPrefix(joiner) {
            var after = String(rest.dropFirst(joiner.count).drop { $0 == " " })
            guard let number = NumberReading.take(&after) else { return nil }
            rest = after
            return number
        }
        return nil
    }

    /// The second number of a range that has the unit twice, as in "20 % to 25 %"; the unit stays.
    private static func joinedAfterUnit(_ rest: inout String) -> NumberReading? {
        for place in rest.indices where joiners.contains(where: { rest[place...].hasPrefix($0) }) {
            guard let unit = UnitReading.unit(String(rest[..<place])) else { continue }
            var after = String(rest[place...])
            guard let number = joined(&after), UnitReading.unit(after) == unit else { continue }
            rest = after
            return number
        }
        return nil
    }

    private static func failure(_ text: String, _ reason: String) -> Problem {
        Problem(
            .claim, "the figure \"\(text)\" cannot be read: \(reason)",
            hint:
                "write it like \"about 1,300 km2\", \"100-400 sq mi\" or \"up to 20 %\"; kgeo schema --units lists the units"
        )
    }

    /// Dashes and spaces of every kind made plain, in lower case.
    private static func simplified(_ text: String) -> String {
        var result = ""
        for character in text.lowercased() {
            switch character {
            case "–", "—", "‑", "−", "‒": result.append("-")
            case "\u{A0}", "\u{202F}", "\u{2009}", "\t": result.append(" ")
            default: result.append(character)
            }
        }
        return String(result.drop { $0 == " " })
    }

    /// Longer phrases first, so that "no more than" is not read as "more than".
    private static let qualifiers: [(String, Qualifier)] = [
        ("no more than", .atMost), ("not more than", .atMost), ("no less than", .atLeast),
        ("not less than", .atLeast), ("no fewer than", .atLeast), ("at least", .atLeast),
        ("at most", .atMost),
        ("more than", .moreThan), ("less than", .lessThan), ("fewer than", .lessThan),
        ("upwards of", .moreThan),
        ("up to", .upTo), ("as much as", .upTo), ("approximately", .about), ("approx.", .about),
        ("approx", .about), ("about", .about), ("around", .about), ("roughly", .about), ("some", .about),
        ("circa", .about), ("ca.", .about), ("c.", .about), ("close to", .about), ("≈", .about),
        ("~", .about),
        ("almost", .nearly), ("nearly", .nearly), ("between", .between), ("exactly", .exact),
        ("over", .moreThan),
        ("above", .moreThan), ("under", .lessThan), ("below", .lessThan), ("≥", .atLeast), (">=", .atLeast),
        ("<=", .atMost), (">", .moreThan),
        ("≤", .atMost), ("<", .lessThan),
    ]
}
