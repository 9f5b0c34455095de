// Which profile a file fits: by what stands in it and by its name, never by a guess.

internal import KGeoCore
public import KGeoJSON
internal import KGeoScenario

extension MapProfile {
    /// The profile that a file fits; nil for a scenario, and for a map of nobody known.
    ///
    /// - Parameters:
    ///   - document: what stands in the file, with its properties.
    ///   - file: its path, of which the last two parts are looked at.
    public static func recognised(_ document: GeoJSONDocument, file: String) -> MapProfile? {
        guard document.collection.foreign["kgeo"] == nil else { return nil }
        let areas = document.features.filter { !($0.geometry?.polygons.isEmpty ?? true) }
        guard !document.features.isEmpty else { return nil }
        return table.first { $0.fits(document, areas, file) }
    }

    /// The profile whose words stand in a file that is not written as its maker's files are: a property has another name,
    /// a colour another form. Measured as a plain map, all its ground would count as held.
    ///
    /// - Returns: a profile of several kinds of ground of which the file has two words or more, whatever the property.
    public static func resembled(_ document: GeoJSONDocument) -> MapProfile? {
        var words: Set<String> = []
        for feature in document.features {
            guard let polygons = feature.geometry?.polygons, !polygons.isEmpty else { continue }
            for member in feature.record.properties?.members ?? [] {
                if let text = member.value.string, text.utf8.count <= 64 { words.insert(folded(text)) }
            }
        }
        guard words.count > 1 else { return nil }
        return table.first { profile in
            guard !profile.isHeldThroughout else { return false }
            let known = profile.grounds.filter { $0.values.contains { words.contains(folded($0)) } }
            return known.count > 1
                && document.features.contains { feature in
                    feature.geometry?.polygons.contains { profile.isInside($0) } ?? false
                }
        }
    }

    /// A word without what differs between spellings: case, a number sign, the opacity of a colour, the form `rgb(…)`.
    private static func folded(_ text: String) -> String {
        var word = text.lowercased().filter { !$0.isWhitespace }
        if word.hasPrefix("rgb"), let open = word.firstIndex(of: "(") {
            let parts = word[word.index(after: open)...].split { !$0.isNumber && $0 != "." }.prefix(3)
            let numbers = parts.compactMap { UInt8($0) }
            guard numbers.count == 3 else { return word }
            return numbers.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
        if word.hasPrefix("#") { word.removeFirst() }
        if word.utf8.count == 8, word.allSatisfy(\.isHexDigit) { word.removeLast(2) }
        return word
    }

    private func fits(_ document: GeoJSONDocument, _ areas: [Feature], _ file: String) -> Bool {
        switch sign {
        case .words(let having, let mark):
            guard !areas.isEmpty, case .property(let property) = key else { return false }
            let members = areas.map { $0.record.properties ?? JSONObject() }
            guard
                members.contains(where: { own in
                    having.allSatisfy { own[$0] != nil }
                        && own[property]?.string.flatMap { ground(of: $0) } != nil
                })
            else { return false }
            // A file that says more in its own words than the maker's is somebody else's.
            guard mark != nil || members.allSatisfy({ $0[property]?.string != nil }) else {
                return false
            }
            return mark.map { mark in
                document.features.contains { $0.record.properties?["name"]?.string?.contains(mark) ?? false }
            } ?? true
        case .name(let prefix):
            guard !areas.isEmpty, areas.allSatisfy({ $0.record.properties?.members.isEmpty ?? true }) else {
                return false
            }
            let names = [LayerName.stem(file), document.collection.foreign["name"]?.string].compactMap(\.self)
            guard names.contains(where: { $0.hasPrefix(prefix) && Self.isDay($0.dropFirst(prefix.count)) })
            else { return false }
            return areas.allSatisfy { area in
                area.geometry?.polygons.allSatisfy { isInside($0) } ?? true
            }
        case .layers:
            return LayerName.isOfThisKind(document, areas, file, self)
        }
    }

    /// Eight digits.
    private static func isDay(_ text: Substring) -> Bool {
        text.utf8.count == 8 && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// Whether some of an area lies in the profile's box.
    func isInside(_ polygon: Polygon) -> Bool {
        guard let box, let shell = polygon.shell else { return true }
        return box.intersects(BoundingBox(shell.coordinates))
    }
}

/// The layer of an area: a property, the name of its file or of its folder.
enum LayerName {
    /// The last part of a path without what follows its first dot.
    static func stem(_ file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return name.firstIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    /// The layer that the name of a file or of its folder says; nil for none. Beside it may stand a day:
    /// `2022-10-15-control`, `RussianAssessedCoTinUkraine_20221015`.
    static func ofFile(_ file: String, _ profile: MapProfile) -> MapProfile.Ground? {
        let parts = file.split(separator: "/").suffix(2).map(String.init)
        for name in [stem(file)] + parts.dropLast() {
            if let ground = profile.ground(of: name) { return ground }
            let words = name.split { $0 == "-" || $0 == "_" || $0 == " " }
            let rest = words.filter { word in !word.utf8.allSatisfy { (48...57).contains($0) } }
            // Names of layers may have the joints themselves.
            for joint in ["_", "-"] {
                if let ground = profile.ground(of: rest.joined(separator: joint)) { return ground }
            }
        }
        return nil
    }

    /// Whether a word is a layer of this maker in a spelling that is new.
    static func looksLikeALayer(_ word: String) -> Bool {
        let folded = word.lowercased()
        return ["cotinukraine", "russianadvance", "russianterritory", "counteroffensive"]
            .contains(where: folded.contains)
            || word.hasPrefix("ロシア軍") || word.hasPrefix("ウクライナ軍")
    }

    /// The short names of layers, in names of files, are words that anybody may use for a layer.
    private static let longestShortName = "counteroffensive".utf8.count

    /// Properties that software adds to every feature, which say nothing of the map.
    private static let numbers: Set<String> = [
        "FID", "OBJECTID", "Shape__Area", "Shape__Length", "Shape_Area", "Shape_Leng", "GlobalID",
    ]

    static func isOfThisKind(
        _ document: GeoJSONDocument, _ areas: [Feature], _ file: String, _ profile: MapProfile
    ) -> Bool {
        let layers = document.features.map { $0.record.properties?["layer"]?.string }
        let named = layers.compactMap(\.self)
        if !named.isEmpty {
            // Beside layers of this maker may stand others, of countries; those alone in a new spelling must be all.
            return named.contains { $0.utf8.count > longestShortName && profile.ground(of: $0) != nil }
                || named.allSatisfy(looksLikeALayer)
        }
        guard let ground = ofFile(file, profile), !areas.isEmpty else { return false }
        let members = areas.flatMap { $0.record.properties?.members ?? [] }
        guard members.allSatisfy({ numbers.contains($0.name) }) else { return false }
        // The long names are the maker's alone; the short ones need the numbers that its software gives.
        let isShort = ground.word == stem(file).split(separator: "-").last.map(String.init)
        return (!isShort || areas.allSatisfy { $0.record.properties?["FID"] != nil })
            && areas.allSatisfy { area in area.geometry?.polygons.allSatisfy(profile.isInside) ?? true }
    }
}
