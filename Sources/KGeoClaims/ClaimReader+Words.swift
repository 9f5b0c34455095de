// Value and qualifier of a claim that are written in words.

internal import KGeoCore

extension ClaimReader {
    /// The figure of a value that is a text; nil for codes, and with a problem when the text is no figure.
    mutating func writtenFigure() -> PrintedFigure? {
        guard takesWords, let words, let text = object["value"]?.string else { return nil }
        let given = object["unit"]?.string
        guard let given else {
            do throws(Problem) { return try words.figure(text) } catch {
                fail("value", error.message, hint: error.remedy)
                return nil
            }
        }
        // A semicolon parts the numbers of a range in a table.
        let range = text.split(separator: ";").joined(separator: "-")
        let wrong: Problem
        do throws(Problem) { return try words.figure(range + " " + given) } catch { wrong = error }
        guard let figure = try? words.figure(text), let unit = words.unit(given) else {
            fail("value", wrong.message, hint: wrong.remedy)
            return nil
        }
        // The unit said twice; and a third, which needs no unit, beside "fraction" or "percent".
        guard unit == figure.unit || (unit.dimension == .ratio && figure.unit.name == "fraction") else {
            fail("value", "\"\(text)\" is in \(figure.unit.name), the unit beside it is \(unit.name)")
            return nil
        }
        return figure
    }

    /// The qualifier of the claim, which a value in words may hold itself.
    mutating func qualifier(beside figure: PrintedFigure?) -> Qualifier? {
        let own = figure?.qualifier == .exact ? nil : figure?.qualifier
        guard let text = text("qualifier") else { return own }
        let meant = Qualifier(rawValue: text)
        let spoken = meant == nil ? words?.qualifier(text) : nil
        guard let said = meant ?? (takesWords ? spoken : nil) else {
            fail(
                "qualifier", "\"\(text)\" is unknown",
                hint: spoken.map { "write \($0.rawValue)" } ?? choices(Qualifier.self))
            return nil
        }
        if let own, own != said, own != .between {
            fail("qualifier", "the value says \(own.rawValue), the qualifier \(said.rawValue)")
        }
        return said
    }
}
