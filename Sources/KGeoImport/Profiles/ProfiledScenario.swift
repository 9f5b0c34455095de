// The maps of one day read through a profile, as a scenario; and what they ought to show and do not.

public import KGeoCore
public import KGeoJSON
public import KGeoScenario

/// A scenario of maps of known makers, as drawn: not cut, nothing added.
public struct ProfiledScenario: Sendable {
    /// The scenario's document.
    public var document: GeoJSONDocument
    /// What the maps ought to show and do not.
    public var gaps: [StatusGap]
    /// What was found and left out, in words.
    public var notices: [Notice]

    /// The scenario of the maps of one profile: of one file, or of the files that share a day.
    public init(_ maps: [ImportedMap]) {
        document = ImportedScenario(maps).asDrawn()
        gaps =
            maps.first?.profile.map { profile in
                profile.isPart ? Self.missingParts(of: profile, in: maps) : Self.missing(in: maps)
            } ?? []
        notices = maps.flatMap(\.notices) + maps.prefix(1).compactMap(Self.account)
    }

    /// What a file was read as, and what of it does not count.
    private static func account(of map: ImportedMap) -> Notice? {
        guard let profile = map.profile else { return nil }
        let kinds = map.leftOut.map(\.what)
        let out = kinds.isEmpty ? "" : "; left out: \(kinds.joined(separator: ", "))"
        var remedy: Remedy?
        if !profile.remarks.isEmpty { remedy = Remedy(profile.remarks.joined(separator: "; ")) }
        return Notice(
            .note,
            Problem(.scenario, "read as \(profile.words)\(out)", remedy: remedy).inFile(map.file))
    }

    private static func missing(in maps: [ImportedMap]) -> [StatusGap] {
        maps.flatMap { map in
            let dates: [CalendarDate?] = map.dates.isEmpty || map.isUndated ? [nil] : map.dates
            return dates.flatMap { date in
                map.missing.sorted().map { status in
                    StatusGap(date: date, status: status, reason: map.reasonMissing)
                }
            }
        }
    }

    /// Of a map in parts: the statuses of which no part carries a layer.
    private static func missingParts(of profile: MapProfile, in maps: [ImportedMap]) -> [StatusGap] {
        let words = maps.reduce(into: Set<String>()) { $0.formUnion($1.words) }
        let strange = maps.reduce(into: Set<String>()) { $0.formUnion($1.unknownWords) }.sorted()
        let date = maps.lazy.filter { !$0.isUndated }.compactMap { $0.dayOfFile?.date ?? $0.dates.first }
            .first
        let own = profile.grounds.filter { $0.holder == profile.holders.first }
        return profile.statuses.compactMap { status in
            let grounds = own.filter { $0.status == status }
            guard !grounds.isEmpty, !grounds.contains(where: { words.contains($0.word) }) else { return nil }
            let layers = grounds.map { "\"\($0.word)\"" }.joined(separator: ", ")
            let unknown =
                strange.isEmpty
                ? ""
                : " (unknown here: " + strange.prefix(4).map { "\"\($0)\"" }.joined(separator: ", ") + ")"
            return StatusGap(
                date: date, status: status,
                reason: "no file carries the layer \(layers) of the \(profile.maker)\(unknown)")
        }
    }
}

extension ImportedScenario {
    /// The maps as a scenario, as drawn and without an account: features keep the numbers of their files.
    func asDrawn() -> GeoJSONDocument {
        var ids = UniqueIDs()
        var features: [Feature] = []
        for (number, map) in maps.enumerated() {
            for item in map.items {
                var drawn = feature(
                    ids.unique(item.id), item.geometry,
                    properties(item, number, region: nil, isCut: false))
                drawn.record.index = item.index
                if map.isUndated { drawn.record.properties?["date"] = nil }
                features.append(drawn)
            }
        }
        let dates = Set(maps.filter { !$0.isUndated }.flatMap(\.dates)).sorted().map(\.description)
        let maker = maps.first?.profile?.words ?? maps.first?.source ?? "Map"
        let span = dates.count > 1 ? "\(dates[0]) to \(dates[dates.count - 1])" : dates.first
        var header = JSONObject([.init("schema", .number(JSONNumber(1)))])
        header["title"] = .string([maker, span].compactMap(\.self).joined(separator: ", "))
        var collection = CollectionRecord()
        collection.foreign["kgeo"] = .object(header)
        return GeoJSONDocument(collection: collection, features: features)
    }
}
