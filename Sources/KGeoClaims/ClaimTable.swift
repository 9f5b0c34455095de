// Claims from a table: one per row.

public import KGeoCore

extension ClaimReading {
    /// The objects of a claims table: one per row, in the form that `claim(_:index:problems:)` reads.
    ///
    /// Columns are the properties of a claim; `value` may be a range (`1200-1300`) or words; a subject stands in the
    /// columns `holder`, `region`, `role`, `subject`.
    public static func objects(_ table: CSVTable) -> [JSONObject] {
        var objects: [JSONObject] = []
        for row in table.rows {
            var object = JSONObject()
            var subject = JSONObject()
            var source = JSONObject()
            for (name, cell) in zip(table.header, row.cells) {
                let (name, cell) = (TextCell.trimmed(name), TextCell.trimmed(cell))
                if cell.isEmpty { continue }
                switch name {
                case "holder", "region", "role": subject[name] = .string(cell)
                case "subject": subject["id"] = .string(cell)
                case "value": object["value"] = number(cell) ?? .string(cell)
                case "resolution", "window_days":
                    object[name] = number(cell) ?? .string(cell)
                case "of":
                    object["of"] = .object(
                        JSONObject([
                            .init(OfficialAreas.areas(cell) == nil ? "region" : "official", .string(cell))
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

    /// A number that JSON would hold as it stands; what else a cell holds is read as words.
    private static func number(_ text: String) -> JSONValue? {
        // Three digits behind the point may be thousands: whoever reads words says so.
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.first?.isNumber ?? false, parts.count != 2 || parts[1].count != 3 || parts[0].count > 3
        else { return nil }
        return PrintedNumber(digits: text).map { .number(JSONNumber(text: text, value: $0.value)) }
    }
}
