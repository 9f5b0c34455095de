// The legend of DeepStateMap: what its colours and its three-part names mean.

internal import KGeoCore

/// What a colour of DeepStateMap says of a piece of ground.
struct DeepStateMeaning {
    /// How it counts; nil for ground that is left out.
    var status: Status?
    /// Who holds it or, for the grey zone, who is fighting for it on the other's ground.
    var holder: String?
    /// What it is called in ids and in the property `map_status`.
    var word: String
    /// How ground of it that is left out is called.
    var leftOut = ""
    /// The setting that keeps it.
    var setting: Setting?
    /// The key of its names, `geoJSON.status.occupied`, as far as all names of the colour begin with it.
    var key: String
}

enum DeepStateLegend {
    static let source = "DeepStateMap"
    static let address = "https://deepstatemap.live"

    static let russia = "Russia"
    static let ukraine = "Ukraine"

    /// What a colour means; nil for one that is unknown.
    static func meaning(ofColour colour: String) -> DeepStateMeaning? {
        switch colour.lowercased() {
        case "#a52714":
            DeepStateMeaning(
                status: .controlled, holder: russia, word: "occupied", key: "geoJSON.status.occupied")
        case "#880e4f":
            // Crimea, and the parts of Donetsk and Luhansk Oblast held since before 24 February 2022.
            DeepStateMeaning(
                status: .controlled, holder: russia, word: "held-before-2022", key: "geoJSON.territories.")
        case "#bcaaa4":
            DeepStateMeaning(
                status: .contested, holder: russia, word: "unknown", key: "geoJSON.status.unknown")
        case "#bdbdbd":
            DeepStateMeaning(
                status: .contested, holder: ukraine, word: "unknown-in-russia", key: "geoJSON.status.unknown")
        case "#01579b":
            DeepStateMeaning(
                status: .controlled, holder: ukraine, word: "held-in-russia", key: "geoJSON.status.dismissed")
        case "#0f9d58", "#0288d1":
            DeepStateMeaning(
                status: nil, holder: ukraine, word: "liberated",
                leftOut: "liberated areas", setting: .keepsLiberated,
                key: "geoJSON.")
        case "#ff5252":
            DeepStateMeaning(
                status: nil, holder: nil, word: "elsewhere", leftOut: "territories far away",
                key: "geoJSON.territories.")
        default: nil
        }
    }

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

extension Substring {
    /// Where a text first occurs.
    fileprivate func firstRange(of text: String) -> Range<Index>? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(text) { return at..<index(at, offsetBy: text.count) }
            at = index(after: at)
        }
        return nil
    }
}
