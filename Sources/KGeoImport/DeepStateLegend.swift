// The signs and three-part names of DeepStateMap; what its colours mean stands in the table of profiles.

enum DeepStateLegend {
    /// What a point is: a unit or an airfield, or what it is called when it is left out.
    static func point(key: String, description: String) -> (kind: String, isPlace: Bool) {
        let word = key.hasPrefix("geoJSON.") ? key.dropFirst("geoJSON.".count) : key[...]
        if word.hasPrefix("units") { return ("unit", true) }
        if word.hasPrefix("air") { return ("airfield", true) }
        if word.hasPrefix("status.attack_direction") { return ("arrows of attack", false) }
        // Some units have no key.
        if description.contains("{icon=enemy}") || description.contains("{icon=headquarter}") {
            return ("unit", true)
        }
        return ("other signs", false)
    }

    /// A name in three parts, `uk /// en /// key`, with line breaks and odd spaces anywhere.
    struct Name {
        var ukrainian: String?
        var english: String?
        var key = ""

        init(_ text: String) {
            var parts: [String] = []
            var rest = Substring(text)
            while let cut = rest.firstRange(of: "///") {
                parts.append(Name.tidy(rest[..<cut.lowerBound]))
                rest = rest[cut.upperBound...]
            }
            parts.append(Name.tidy(rest))
            parts.removeAll { $0.isEmpty }
            if let i = parts.firstIndex(where: { $0.hasPrefix("geoJSON.") }) {
                // What follows a space is no part of the key: `dismissed_at {{at:19.09}}`.
                key = String(parts[i].prefix { $0 != " " })
                parts.removeAll { $0.hasPrefix("geoJSON.") }
            }
            ukrainian = parts.first
            english = parts.count > 1 ? parts[1] : nil
        }

        /// Runs of white space as one space, none at the ends, no full stop at the end.
        private static func tidy(_ text: Substring) -> String {
            var words = text.split { $0.isWhitespace }.joined(separator: " ")
            while words.last == "." { words.removeLast() }
            return words
        }
    }
}

extension StringProtocol {
    /// Where a text first occurs.
    func firstRange(of text: String) -> Range<Index>? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
            at = index(after: at)
        }
        return nil
    }
}
