// Which words mean which unit. English first; another language is another table.

public import KGeoCore

/// Reads the names of units as people write them.
public enum UnitReading {
    /// The unit that a text names, such as `km²`, `sq. mi`, `square kilometres`, `per cent`, or a name of the
    /// unit table such as `km2/day`; nil when it names none.
    public static func unit(_ text: String) -> Unit? {
        let key = normalised(text)
        if let unit = Unit.named(key) ?? names[key].flatMap(Unit.named) { return unit }
        // "… a day", "… per week", "…/month"
        for (word, period) in periods {
            for separator in ["/", " per ", " a ", " each "] where key.hasSuffix(separator + word) {
                let rest = String(key.dropLast(separator.count + word.count))
                if let unit = Unit.named(rest) ?? names[rest].flatMap(Unit.named) {
                    return Unit.named("\(unit.name)/\(period)")
                }
            }
        }
        return nil
    }

    private static func normalised(_ text: String) -> String {
        var key = text.lowercased()
        for (from, to) in [
            ("²", "2"), ("^2", "2"), (".", ""), ("-", " "), ("\u{A0}", " "),
            ("\u{202F}", " "), ("\u{2009}", " "), (" / ", "/"),
        ] {
            key = key.split(separator: from, omittingEmptySubsequences: false).joined(separator: to)
        }
        return key.split(separator: " ").joined(separator: " ")
    }

    private static let periods = [
        ("minute", "minute"), ("hour", "hour"), ("day", "day"), ("week", "week"), ("month", "month"),
        ("year", "year"),
    ]

    private static let names: [String: String] = {
        var names: [String: String] = [:]
        let table: [(String, [String])] = [
            (
                "km2",
                [
                    "km 2", "sq km", "sqkm", "sq kms", "square km", "square kms", "square kilometre",
                    "square kilometres", "square kilometer", "square kilometers", "sq kilometres",
                    "sq kilometers",
                    "км2", "кв км",
                ]
            ),
            ("m2", ["sq m", "sqm", "square metre", "square metres", "square meter", "square meters"]),
            ("ha", ["hectare", "hectares"]),
            (
                "mi2",
                [
                    "mi 2", "sq mi", "sqmi", "sq mile", "sq miles", "square mile", "square miles",
                    "square mi",
                    "miles2", "mile2",
                ]
            ),
            ("acre", ["acres", "ac"]),
            ("dunam", ["dunams", "dunum", "dunums"]),
            ("ft2", ["sq ft", "sqft", "square foot", "square feet"]),
            (
                "football_pitch",
                ["football pitch", "football pitches", "football field", "football fields", "soccer pitches"]
            ),
            ("km", ["kilometre", "kilometres", "kilometer", "kilometers", "kms", "км"]),
            ("m", ["metre", "metres", "meter", "meters"]),
            ("mi", ["mile", "miles"]),
            ("nmi", ["nautical mile", "nautical miles", "nm"]),
            ("yd", ["yard", "yards", "yds"]),
            ("ft", ["foot", "feet"]),
            ("percent", ["%", "per cent", "pct", "percentage", "percents"]),
            ("fraction", ["of the whole"]),
        ]
        for (unit, words) in table { for word in words { names[word] = unit } }
        return names
    }()
}
