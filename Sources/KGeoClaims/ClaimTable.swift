// Claims from a table: one per row.

public import KGeoCore

extension ClaimReading {
    /// The objects of a claims table: one per row, in the form that `claim(_:index:problems:)` reads.
    ///
    /// Columns are the properties of a claim; `value` may be a range (`1200-1300`); a subject stands in the
    /// columns `holder`, `region`, `role`, `subject`; `counting` and `period` part their items with `;`.
    public static func objects(_ table: CSVTable) throws(Problem) -> [JSONObject] {
        var objects: [JSONObject] = []
        for row in table.rows {
            var object = JSONObject()
            var subject = JSONObject()
            var source = JSONObject()
            for (name, cell) in zip(table.header, row.cells) {
                let (name, cell) = (trimmed(name), trimmed(cell))
                if cell.isEmpty { continue }
                switch name {
                case "holder", "region", "role": subject[name] = .string(cell)
                case "subject": subject["id"] = .string(cell)
                case "value": object["value"] = try value(cell, line: row.line)
                case "resolution", "window_days":
                    object[name] = number(cell) ?? .string(cell)
                case "counting", "period":
                    object[name] = .array(cell.split(separator: ";").map { .string(trimmed(String($0))) })
                case "of":
                    object["of"] = .object(
                        JSONObject([
                            .init(OfficialAreas.areas(cell) == nil ? "id" : "official", .string(cell))
                        ]))
                case _ where ClaimSource.knownNames.contains(name): source[name] = .string(cell)
                default: object[name] = .string(cell)
                }
            }
            if !subject.members.isEmpty { object["subject"] = .object(subject) }
            if !source.members.isEmpty { object["source"] = .object(source) }
            objects.append(object)
        }
        return objects
    }

    /// A number or range in a cell: `1300`, `1,300`, `1200-1300`, `1200;1300`.
    private static func value(_ cell: String, line: Int) throws(Problem) -> JSONValue {
        // A minus in front belongs to the number, which is refused later with the claim's name.
        let parts = cell.split { "-–;".contains($0) }.map { trimmed(String($0)) }
        let numbers = cell.hasPrefix("-") ? [cell].compactMap(number) : parts.compactMap(number)
        guard !numbers.isEmpty, cell.hasPrefix("-") || numbers.count == parts.count else {
            var place = Problem.Place()
            place.line = line
            place.column = 1
            place.property = "value"
            throw Problem(
                .claim, "\"\(cell)\" is no number or range", at: place, hint: "write 1300 or 1200-1300")
        }
        return numbers.count == 1 ? numbers[0] : .array(numbers)
    }

    /// A number with or without commas or spaces between its thousands.
    private static func number(_ text: String) -> JSONValue? {
        var rest = text
        var digits = text
        if let read = NumberReading.take(&rest), rest.isEmpty, read.exponent == 0 { digits = read.digits }
        return PrintedNumber(digits: digits).map { .number(JSONNumber(text: digits, value: $0.value)) }
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
