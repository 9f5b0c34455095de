// What counts as held, as it is written after an option, in a claim and in a table: one reader.

public import KGeoCore

/// Reads which statuses count as held.
public enum CountingReading {
    /// What to write, for a message.
    public static let hint =
        "use one or more of "
        + Status.allCases.map(\.rawValue).joined(separator: ", ")
        + ", joined with +: controlled+contested"

    /// The statuses of a text: `controlled`, `claimed`, `controlled+contested`, in any order; `;` and `,` join as well
    /// as `+`, and blanks around a word mean nothing.
    ///
    /// - Throws: a problem with code `claim` when a word is no status, or there is none.
    public static func counting(_ text: String) throws(Problem) -> Counting {
        var statuses: [Status] = []
        for word in text.split(whereSeparator: { "+;,".contains($0) }).map(TextCell.trimmed) {
            guard let status = Status(rawValue: word) else {
                throw Problem(.claim, "\"\(word)\" is no status that counts as held", hint: hint)
            }
            statuses.append(status)
        }
        guard !statuses.isEmpty else {
            throw Problem(.claim, "no status is named that counts as held", hint: hint)
        }
        return Counting(statuses)
    }

    /// The statuses of a JSON value: such a text, or a list of statuses.
    ///
    /// - Throws: as for a text.
    public static func counting(_ value: JSONValue) throws(Problem) -> Counting {
        if let text = value.string { return try counting(text) }
        let words = value.array?.map(\.string) ?? [nil]
        guard !words.contains(nil) else {
            throw Problem(
                .claim, "this must be a text or a list of statuses such as [\"controlled\"]", hint: hint)
        }
        return try counting(words.compactMap(\.self).joined(separator: "+"))
    }
}
