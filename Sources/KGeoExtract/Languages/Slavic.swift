// What the tables of Ukrainian and Russian share: words that hold a number and its unit.

internal import KGeoCore

extension LexiconBuilder {
    /// Adds words such as "двухкилометровый" and "стометровий": every number, every unit, every ending of the adjective.
    ///
    /// - Parameters:
    ///   - numbers: the forms that numbers have in such words, as lines of "двух двух = 2".
    ///   - units: the stem of the adjective and the name of the unit.
    ///   - paradigm: the paradigm of adjectives.
    mutating func addUnitCompounds(_ numbers: String, units: [(stem: String, unit: String)], paradigm: String)
    {
        let (ones, tens, round) = Self.compoundParts(numbers)
        var parts = ones + tens + round
        for ten in tens where ten.value < 100 {
            parts += ones.filter { $0.value < 10 }.map { (ten.text + $0.text, ten.value + $0.value) }
        }
        for (stem, name) in units {
            let unit = MeasureUnit.named(name)
            set(stem + "/" + paradigm) { $0.unit = unit }
            for (text, value) in parts {
                set(text + stem + "/" + paradigm) { ($0.unit, $0.ownNumber) = (unit, value) }
            }
        }
    }

    private typealias Part = (text: String, value: Double)

    /// The parts of a table by size: below 20 or with a fraction, tens, and what is joined to no other number.
    private static func compoundParts(_ numbers: String) -> (ones: [Part], tens: [Part], round: [Part]) {
        var found: (ones: [Part], tens: [Part], round: [Part]) = ([], [], [])
        for line in numbers.split(separator: "\n") {
            let sides = line.split(separator: "=")
            guard sides.count == 2, let value = Double(sides[1].filter { $0 != " " }) else { continue }
            for text in sides[0].split(separator: " ").map(String.init) {
                if value < 20 {
                    found.ones.append((text, value))
                } else if value < 100 {
                    found.tens.append((text, value))
                } else {
                    found.round.append((text, value))
                }
            }
        }
        return found
    }

    /// Gives words of each line a dimension: "depth: глибин/f углиб". None of the kinds: "–: висот/f".
    mutating func dimensions(_ lines: String, isAdjective: Bool = false) {
        for line in lines.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let kind = ClaimKind(rawValue: String(line[..<colon].filter { $0 != " " }))
            set(String(line[line.index(after: colon)...])) {
                $0.dimension = Entry.Dimension(kind: kind, isAdjective: isAdjective, leads: true)
            }
        }
    }

    /// Gives words of each line a unit: "km: км кілометр/m".
    mutating func units(_ lines: String) {
        for line in lines.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let unit = MeasureUnit.named(String(line[..<colon].filter { $0 != " " }))
            set(String(line[line.index(after: colon)...])) { $0.unit = unit }
        }
    }
}
