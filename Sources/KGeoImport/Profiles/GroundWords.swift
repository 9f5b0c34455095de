// Words by which maps of anybody tell kinds of ground apart, whatever the property is called.

internal import KGeoCore
public import KGeoJSON

/// A property of nobody's known profile whose words say which ground is held and which is not. Measured as a plain map,
/// all of its ground would count as held.
public struct GroundWords: Hashable, Sendable {
    /// The property.
    public var property: String
    /// What it says of the areas, in the order in which it is met first; areas that it says nothing of are left out.
    public var words: [String]

    /// The first such property of a file: its areas differ in it, and one of its words is of the table below.
    ///
    /// - Returns: nil where an area has a `status` of its own, which is the word that counts.
    public static func found(in document: GeoJSONDocument) -> GroundWords? {
        let areas = document.features.filter { !($0.geometry?.polygons.isEmpty ?? true) }
        var order: [String] = []
        var said: [String: [String]] = [:]
        for area in areas {
            for member in area.record.properties?.members ?? [] {
                guard let word = member.value.string, !word.isEmpty, word.utf8.count <= 96 else { continue }
                if member.name.lowercased() == "status" { return nil }
                if said[member.name] == nil { order.append(member.name) }
                said[member.name, default: []].append(word)
            }
        }
        for property in order {
            guard let all = said[property], all.contains(where: isOfGround) else { continue }
            var words: [String] = []
            for word in all where !words.contains(word) {
                words.append(word)
                // A table of names is no table of kinds.
                if words.count > mostKinds { break }
            }
            let differ = words.count > 1 || all.count < areas.count
            if differ, words.count <= mostKinds { return GroundWords(property: property, words: words) }
        }
        return nil
    }

    /// The most kinds of ground that a map tells apart.
    private static let mostKinds = 24

    /// Whether a word says who has the ground, or that nobody firmly has it.
    static func isOfGround(_ word: String) -> Bool {
        let word = word.lowercased()
        if stems.contains(where: word.contains) { return true }
        return control.contains(where: word.contains) && sides.contains(where: word.contains)
    }

    /// Of ground in a war, in the languages of its maps: occupied, liberated, contested, grey zone.
    private static let stems = [
        "occupied", "occupation", "liberated", "contested", "disputed", "grey zone", "gray zone",
        "no man's land",
        "counteroffensive", "counter-offensive", "recaptured", "frontline zone",
        "окупован", "звільнен", "деокупован", "сіра зона", "спірн", "оспорюван", "контрнаступ",
        "оккупирован", "освобожд", "серая зона", "спорн", "оспарива", "контрнаступлен",
        "besetzt", "befreit", "umkämpft", "graue zone", "grauzone",
        "occupé", "libéré", "contesté", "disputé", "zone grise",
        "ocupad", "liberad", "disputad", "zona gris",
    ]

    /// Words that are of ground beside a side alone: fires are under control as well.
    private static let control = [
        "control", "held", "advance", "claim", "gain", "captured", "контрол", "наступ", "просув", "продвиж",
        "захопл",
        "захвач", "kontroll", "gehalten", "contrôl", "tenu", "avancée",
    ]

    /// Sides, by the stems of their names.
    private static let sides = [
        "russia", "ukrain", "enemy", "rebel", "government", "regime", "opposition", "israel", "росі", "рф",
        "зсу", "всу",
        "україн", "украин", "росс", "ворог", "противник", "враг", "russ", "feind", "rusia", "rusa", "ruso",
        "ucran", "enemig",
        "ennemi",
    ]
}
