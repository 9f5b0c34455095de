// What an area is called, and which area a name means: one rule for every command that names, cuts by or takes areas.

public import KGeoCore
public import KGeoJSON

/// The name of a feature: of an oblast, a district, a country; of a place or a line as well.
public enum AreaName {
    /// The properties that may hold a name, in the order in which they are looked for; upper and lower case are the
    /// same. A file of districts names the region and the country of each too, so what is smaller comes first.
    public static let properties = [
        "name", "name_en", "name:en", "shapeName", "NAME_3", "ADM3_EN", "NAME_2", "ADM2_EN", "district",
        "NAME_1", "ADM1_EN", "oblast", "region", "NAME_0", "ADM0_EN", "admin", "country", "title", "label",
    ]

    /// What a feature is called: the property asked for, else the first of `properties` that holds a text or a number,
    /// else its id, else `feature N`, N being its number in the file, from 0.
    public static func name(of feature: Feature, property: String? = nil) -> String {
        names(of: feature, property: property).first
            ?? feature.record.label ?? number(of: feature)
    }

    /// What a feature's properties call it, first `name(of:property:)`, then its name in other words (`name_en`), each
    /// once; empty for a feature without a name.
    public static func names(of feature: Feature, property: String? = nil) -> [String] {
        names(of: feature.record, property: property)
    }

    /// The same of a feature whose geometry is elsewhere.
    public static func names(of record: FeatureRecord, property: String? = nil) -> [String] {
        guard let own = record.properties else { return [] }
        let keys = [property].compactMap(\.self) + properties
        guard let first = keys.lazy.compactMap({ value(of: $0, in: own) }).first else { return [] }
        return variants.compactMap { value(of: $0, in: own) }.reduce(into: [first]) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }

    /// The properties that say the same name in other words; `region` and the like may be of what is around it.
    private static let variants = ["name", "name_en", "name:en"]

    /// `feature 3`, which always means one.
    public static func number(of feature: Feature) -> String { "feature \(feature.record.index)" }

    /// The text of a property, spelt as asked for, else in upper or lower case.
    private static func value(of key: String, in properties: JSONObject) -> String? {
        if let text = properties[key].flatMap(text) { return text }
        let folded = key.lowercased()
        return properties.members.lazy.filter { $0.name.lowercased() == folded }.compactMap {
            text($0.value)
        }.first
    }

    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): text.allSatisfy(\.isWhitespace) ? nil : text
        case .number(let number): number.text
        default: nil
        }
    }

    /// That some feature has the property that is to name them.
    ///
    /// - Throws: a problem that lists the properties there are.
    public static func check(_ property: String?, of features: [Feature], file: String) throws(Problem) {
        guard let property, !features.isEmpty else { return }
        let folded = property.lowercased()
        var seen: [String] = []
        for feature in features {
            for member in feature.record.properties?.members ?? [] {
                if member.name.lowercased() == folded { return }
                if seen.count < 40, !seen.contains(member.name) { seen.append(member.name) }
            }
        }
        throw missing(property, among: seen).inFile(file)
    }

    /// That no feature has the property that is to name them.
    ///
    /// - Parameter seen: the properties there are.
    public static func missing(_ property: String, among seen: [String]) -> Problem {
        Problem(
            .scenario, saying: "no feature has the property \"\(property)\" of \(.nameProperty)",
            remedy: seen.isEmpty
                ? "the features have no properties" : "they have: \(seen.joined(separator: ", "))"
        )
    }

    /// Names of which several are alike told apart by numbers: `Sumy (1)`, `Sumy (2)`.
    static func numbered(_ names: [String]) -> [String] {
        let counts = names.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        var taken = Set(names)
        var next: [String: Int] = [:]
        return names.map { name in
            var own = name
            while (counts[name] ?? 0) > 1, taken.contains(own) {
                next[name, default: 0] += 1
                own = "\(name) (\(next[name] ?? 0))"
            }
            taken.insert(own)
            return own
        }
    }

    /// Where several areas have one name, the numbered one that means the first.
    private static func numberedHint(_ text: String, _ called: [Feature]) -> String {
        called.allSatisfy { !($0.geometry?.polygons.isEmpty ?? true) }
            ? "; or by its number: \(text) (1)" : ""
    }

    /// The areas among some features that a numbered name means, as `NamedAreas` gives it.
    private static func numbered(_ text: String, among features: [Feature], property: String?) -> [Feature] {
        guard text.hasSuffix(")") else { return [] }
        let surfaces = features.filter { !($0.geometry?.polygons.isEmpty ?? true) }
        let names = numbered(surfaces.map { name(of: $0, property: property) })
        return zip(surfaces, names).filter { $0.1 == text }.map(\.0)
    }

    /// The features that `FILE#TEXT` means: those whose id it is, else the one that is called so, else the one of
    /// that number (`feature 3` or `3`), else the area of that numbered name (`Sumy (1)`).
    ///
    /// - Throws: a problem when there is none, or when several are called so.
    public static func features(
        _ text: String, among features: [Feature], property: String? = nil, file: String
    ) throws(Problem) -> [Feature] {
        let byID = features.filter { $0.record.label == text }
        guard byID.isEmpty else { return byID }
        try check(property, of: features, file: file)
        var called = features.filter { name(of: $0, property: property) == text }
        if called.isEmpty { called = features.filter { names(of: $0, property: property).contains(text) } }
        if called.isEmpty {
            called = features.filter { number(of: $0) == text || String($0.record.index) == text }
        }
        if called.isEmpty { called = numbered(text, among: features, property: property) }
        guard called.count != 1 else { return called }
        func list(_ words: [String]) -> String {
            words.prefix(12).joined(separator: ", ") + (words.count > 12 ? ", …" : "")
        }
        guard called.isEmpty else {
            throw Problem(
                .input, "\(called.count) features are called \"\(text)\"",
                hint: "take one by its id: " + list(called.map { $0.record.label ?? number(of: $0) })
                    + numberedHint(text, called)
            ).inFile(file)
        }
        let ids = features.compactMap(\.record.label)
        let known = features.flatMap { names(of: $0, property: property).prefix(1) }
        let hints = [
            ids.isEmpty ? nil : "the features' ids: " + list(ids),
            known.isEmpty ? nil : "their names: " + list(known),
        ].compactMap(\.self)
        throw Problem(
            .input, "no feature has the id or the name \"\(text)\"",
            hint: hints.isEmpty ? "no feature has an id or a name" : hints.joined(separator: "; ")
        ).inFile(file)
    }
}

/// The areas of a file with a name each, no two alike.
public struct NamedAreas: Sendable {
    /// An area: its name, its surfaces, and the feature it is.
    public struct Area: Sendable {
        /// Its name, unlike that of any other.
        public var name: String
        /// Its surfaces, in degrees.
        public var polygons: [Polygon]
        /// The feature as read.
        public var feature: Feature
    }
    /// The areas in the order of the file.
    public private(set) var areas: [Area] = []
    /// What was said of them: names that several had.
    public var notices: [Notice] = []

    /// The surfaces among some features. Areas of one name stay apart: they are numbered, `Sumy (1)`, `Sumy (2)`, with a
    /// warning.
    ///
    /// Whether any feature of the file has the property is asked of the whole file before (`AreaName.check`).
    ///
    /// - Throws: a problem when there is no surface.
    public init(_ features: [Feature], property: String? = nil, file: String) throws(Problem) {
        let surfaces = features.filter { !($0.geometry?.polygons.isEmpty ?? true) }
        guard !surfaces.isEmpty else {
            throw Problem(
                .geojson, "there is no area in this file",
                hint: "areas are Polygons and MultiPolygons, such as oblasts or districts"
            ).inFile(file)
        }
        let plain = surfaces.map { AreaName.name(of: $0, property: property) }
        let counts = plain.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        areas = zip(surfaces, AreaName.numbered(plain)).map { feature, name in
            Area(name: name, polygons: feature.geometry?.polygons ?? [], feature: feature)
        }
        let twice = counts.filter { $0.value > 1 }.keys.sorted()
        guard !twice.isEmpty else { return }
        let words = twice.prefix(6).map { "\($0) (\(counts[$0] ?? 0))" }.joined(separator: ", ")
        notices = [
            Notice(
                .warning,
                Problem(
                    .scenario,
                    "several areas have one name and are numbered: \(words)\(twice.count > 6 ? ", …" : "")",
                    remedy: "\(.nameProperty) names the property that tells them apart"
                ).inFile(file))
        ]
    }
}
