// A map file opened: a scenario as it is, a known maker's through its profile, any other by its mapping.

public import KGeoCore
public import KGeoImport
public import KGeoJSON
public import KGeoScenario

/// What stands in a map file, ready to be understood as a scenario.
///
/// Which rule reads it, in this order: a mapping of statuses that was asked for; the scenario's own words; the mapping
/// saved beside the file (`SavedMapping`); the profile that it fits (`MapProfile`); else the plain words `status`,
/// `holder` and `date`.
public struct OpenedMap: Sendable {
    /// The path.
    public var file: String
    /// The features, those of a known maker with what they mean.
    public var document: GeoJSONDocument
    /// What is still to be mapped.
    public var mapping: PropertyMapping
    /// The maps behind the document that were read through a profile; empty for others.
    public var maps: [ImportedMap] = []
    /// What they ought to show and do not.
    public var gaps: [StatusGap] = []
    /// Oddities that were accepted.
    public var notices: [Notice] = []

    /// The profile; nil for a scenario or a plain map.
    public var profile: MapProfile? { maps.first?.profile }
    /// What a known maker's map is: who made it, who holds ground on it, and of which countries, by their codes, it shows
    /// all ground that is held from outside; nil for others.
    public var known: Known? {
        profile.map { Known(maker: $0.maker, holders: $0.holders, countries: $0.countries) }
    }

    /// A known maker's map.
    public struct Known: Hashable, Sendable {
        /// The maker.
        public var maker: String
        /// Who holds ground on its maps, and the codes of the countries that they cover.
        public var holders, countries: [String]
    }

    /// The day, where the file's name says it.
    public var day: MapDay? { maps.lazy.compactMap(\.dayOfFile).first }

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - mapping: what was asked for.
    ///   - reader: how positions become WGS84 longitude and latitude; properties are kept.
    ///   - takesSaved: whether the mapping saved beside the file is meant for it; not for an outline.
    /// - Throws: a problem when the file cannot be read, or a mapping was asked for that would count all ground of a
    ///   known maker's file as held.
    public init(
        reading source: ByteSource, mapping: PropertyMapping = PropertyMapping(),
        reader: ReaderOptions = ReaderOptions(keepsProperties: true), takesSaved: Bool = true
    ) throws(Problem) {
        file = source.name
        let content = try WrappedMap.content(of: source)
        document = try GeoJSONDocument(reading: content.source, options: reader, notices: &notices)
        if let id = content.id, document.collection.foreign["name"] == nil {
            // A service numbers its maps by their moment.
            document.collection.foreign["name"] = .string(id)
        }
        self.mapping = mapping
        guard !isScenario else {
            try settleNames()
            return
        }
        let known = MapProfile.recognised(document, file: file)
        if !mapping.saysStatus, takesSaved, let saved = try SavedMapping(beside: file) {
            self.mapping = saved.mapping(with: mapping)
        }
        guard !self.mapping.saysStatus else {
            // Whoever says what counts says nothing of the day.
            self.mapping.lagDays = known?.dateMeaning.certainLag
            try settleNames()
            return
        }
        guard let profile = known else {
            if let near = MapProfile.resembled(document) { throw Self.unlike(near).inFile(file) }
            // An outline's own properties say nothing of who holds what.
            guard takesSaved else { return }
            if let words = GroundWords.found(in: document) { throw Self.unmapped(words).inFile(file) }
            try settleNames()
            return
        }
        if let other = mapping.otherProperties.first {
            guard !profile.isHeldThroughout else { return }
            throw Problem(
                .scenario,
                saying:
                    "this is a map of \(profile.words): with \(other) alone, all of it would count as held",
                remedy:
                    "leave \(other) out, or say with \(.statusProperty) and \(.controlled) which areas are held"
            ).inFile(file)
        }
        var options = ImportOptions(timeZone: mapping.timeZone ?? .utc)
        let set = self.mapping.set.last { $0.name == "date" }
        options.date = set.flatMap { CalendarDate(iso: $0.value) } ?? self.mapping.day
        options.allowsUndated = true
        options.checksTopology = false
        let map = try ProfileReader.map(document, file: file, profile: profile, options: options)
        take([map])
    }

    /// Reads properties whose names differ by case only from those that count.
    private mutating func settleNames() throws(Problem) {
        if let note = try PropertySpelling.settle(&document, mapping, file: file) { notices.append(note) }
    }

    /// The words of a maker in a file that is not written as its files are.
    private static func unlike(_ profile: MapProfile) -> Problem {
        Problem(
            .scenario,
            "this has the words of a map of the \(profile.words), and is not written as those are: which of its ground is held is not known",
            remedy:
                "take the file as its maker gives it; or say with \(.statusProperty) and \(.controlled) which areas are held (\(.importGeoJSON) makes a scenario of it)"
        )
    }

    /// Kinds of ground in a property that nothing maps.
    private static func unmapped(_ words: GroundWords) -> Problem {
        let shown = words.words.prefix(6).map { "\"\($0)\"" }.joined(separator: ", ")
        let more = words.words.count > 6 ? " and \(words.words.count - 6) more" : ""
        return Problem(
            .scenario,
            "its areas differ in \"\(words.property)\" (\(shown)\(more)), and which of them are held is not known",
            remedy:
                "say it with \(.statusProperty) and \(.controlled), \(.contested) or \(.ignored) (\(.importGeoJSON) makes a scenario of it)"
        )
    }

    /// Several files that each carry a part of one map. It is called by the file that carries what is firmly held.
    ///
    /// - Parameter parts: opened files of one profile and one day, at least one.
    public init(joining parts: [OpenedMap]) {
        let first = parts.firstIndex { part in part.maps.contains { $0.holdsGround } } ?? 0
        self = parts[first]
        guard parts.count > 1 else { return }
        take([self] + parts[..<first] + parts[(first + 1)...])
    }

    private mutating func take(_ parts: [OpenedMap]) { take(parts.flatMap(\.maps)) }

    /// The features with what the mapping of statuses says of them in a scenario's own words; others as they are.
    ///
    /// - Throws: the first rule that the file breaks under the mapping.
    public func mapped() throws(Problem) -> GeoJSONDocument {
        guard mapping.saysStatus else { return document }
        var reader = ScenarioReader(mapping: mapping)
        let scenario = reader.scenario(document, file: file)
        if let problem = reader.problems.first { throw problem }
        let read = Dictionary(
            scenario.features.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
        var result = document
        result.features = document.features.compactMap { feature in
            guard let own = read[feature.record.index], own.role == .control else { return nil }
            var feature = feature
            var properties = feature.record.properties ?? JSONObject()
            properties["role"] = .string(own.role.rawValue)
            properties["status"] = (own.status?.rawValue ?? own.statusText).map { .string($0) }
            properties["holder"] = own.holder.map { .string($0) }
            properties["date"] = own.date.map { .string($0.description) }
            feature.record.properties = properties
            return feature
        }
        return result
    }

    /// Whether the file says itself what its features are.
    private var isScenario: Bool {
        document.collection.foreign["kgeo"] != nil
            || document.features.contains { $0.record.properties?["role"] != nil }
    }

    private mutating func take(_ maps: [ImportedMap]) {
        let read = ProfiledScenario(maps)
        self.maps = maps
        document = read.document
        gaps = read.gaps
        notices = notices.filter { ![.scenario, .gap].contains($0.problem.code) } + read.notices
    }
}
