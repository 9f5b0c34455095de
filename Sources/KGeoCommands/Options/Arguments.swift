// Values written on the command line: lengths, days, numbers, and what does not go together.

internal import ArgumentParser
internal import KGeo
internal import KGeoClaims
internal import KGeoCore
internal import KGeoExtract
internal import KGeoScenario

enum Arguments {
    /// Standard input can be read once.
    static func readOnce(_ paths: [String]) throws {
        guard paths.count(where: { $0 == "-" }) > 1 else { return }
        throw Problem(
            .usage, "- is given more than once, and standard input can be read only once",
            hint: "name a file for the others")
    }

    /// What is written and the report must not go to one place.
    static func apart(write: String?, _ output: String?, _ what: String) throws {
        guard let write, write == output ?? "-" else { return }
        throw Problem(
            .usage, "--write and the report would both go to \(write == "-" ? "standard output" : write)",
            hint: "send one of them elsewhere: --write FILE for \(what), --output FILE for the report")
    }

    /// A length with its unit as written on the command line, in m.
    ///
    /// - Throws: a problem (64) for a length without unit, or in a unit that is none of length.
    static func length(_ text: String, _ option: String) throws -> Double {
        let sign: Double = text.first == "-" || text.first == "\u{2212}" ? -1 : 1
        let rest = String(sign < 0 ? text.dropFirst() : text[...])
        if let value = Double(rest), value.isFinite {
            throw Problem(
                .usage, "\(option) \(text) has no unit",
                hint: "write it with one: \"\(text) m\" or \"\(text) km\"")
        }
        // The point of an option's number is always before decimals, as in any option.
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let plain = Double(digits).flatMap { value in
            FigureReader.english.unit(String(rest[digits.endIndex...])).map {
                PrintedFigure(numbers: [PrintedNumber(value: value, step: 1)], unit: $0, qualifier: .exact)
            }
        }
        guard let figure = plain ?? (try? FigureReader.english.figure(rest)), figure.numbers.count == 1,
            figure.qualifier == .exact, figure.equivalent == nil
        else {
            throw Problem(
                .usage, "\(option) \"\(text)\" is no length",
                hint: "write digits and a unit, like \"20 km\" or 300m")
        }
        guard figure.unit.dimension == .length else {
            throw Problem(
                .usage, "\(option) \"\(text)\": \(figure.unit.name) is no unit of length",
                hint: "units of length are "
                    + MeasureUnit.table.filter { $0.dimension == .length }.map(\.name).joined(separator: ", ")
            )
        }
        return sign * figure.unit.si(figure.numbers[0].value)
    }

    /// A correlation length that means something on a map.
    static func check(correlationLength: Double?) throws {
        guard let correlationLength, !ScenarioDefaults.correlationLengths.contains(correlationLength) else {
            return
        }
        throw Problem(.usage, "--correlation-length must be between 100 and 10000000 metres")
    }

    /// Two claims of one id cannot be told apart in the results.
    static func rejectTwins(_ claims: [Claim], hint: String) throws {
        var seen: Set<String> = []
        for claim in claims where !seen.insert(claim.id).inserted {
            var place = Problem.Place()
            place.claim = claim.id
            place.property = "id"
            throw Problem(.claim, "another claim has the same id", at: place, hint: hint)
        }
    }

    /// A day written on the command line.
    static func date(_ text: String?, _ option: String) throws -> CalendarDate? {
        guard let text else { return nil }
        guard let date = CalendarDate(iso: text) else {
            throw Problem(
                .usage, "\(option) \(text) is no day of the calendar",
                hint: "write it in full, like 2024-08-21")
        }
        return date
    }

    /// A number that must not be negative (or must be positive).
    static func number(_ value: Double?, _ option: String, positive: Bool = false) throws -> Double? {
        guard let value else { return nil }
        guard value.isFinite, positive ? value > 0 : value >= 0 else {
            throw Problem(
                .usage, "\(option) must be a number of metres, \(positive ? "above 0" : "0 or more")")
        }
        return value
    }
}
