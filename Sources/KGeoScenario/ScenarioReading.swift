// From features and their properties to a scenario; every broken rule is said with feature and property.

public import KGeoClaims
public import KGeoCore
public import KGeoJSON

/// Reads scenarios and plain maps.
public struct ScenarioReader {
    /// How a plain map's properties are to be read.
    public var mapping: PropertyMapping
    /// The language whose words serve hints, where a claim is written in words instead of codes.
    public var words: (any FigureWords)?
    /// Rules that were broken.
    public internal(set) var problems: [Problem] = []
    /// Oddities that were accepted.
    public internal(set) var notices: [Notice] = []

    var file = ""
    var defaults = ScenarioDefaults()
    var unmapped: [String: Int] = [:]
    var withoutStatus = 0
    /// What the header calls the statuses.
    var headerWords: StatusWords?
    var withoutSurface = 0

    /// A reader with a mapping; an empty one for scenarios.
    public init(mapping: PropertyMapping = PropertyMapping(), words: (any FigureWords)? = nil) {
        self.mapping = mapping
        self.words = words
    }

    /// A property that no feature has, or a value that never occurs, is a slip of the pen: nothing is read from
    /// it, and everything would count as something else.
    private mutating func checkMapping(_ document: GeoJSONDocument) {
        guard !document.features.isEmpty else { return }
        var seen: [String] = []
        for feature in document.features {
            for member in feature.record.properties?.members ?? []
            where !seen.contains(member.name) && seen.count < 40 {
                seen.append(member.name)
            }
        }
        let named: [(Setting, String?)] = [
            (.statusProperty, mapping.statusProperty), (.dateProperty, mapping.dateProperty),
            (.holderProperty, mapping.holderProperty), (.regionProperty, mapping.regionProperty),
            (.idProperty, mapping.idProperty),
        ]
        var missing: Set<Setting> = []
        for case (let setting, let name?) in named
        where !document.features.contains(where: { $0.record.properties?[name] != nil }) {
            missing.insert(setting)
            problems.append(
                Problem(
                    .scenario, saying: "no feature has the property \"\(name)\" of \(setting)",
                    remedy: seen.isEmpty
                        ? "the features have no properties" : "they have: \(seen.joined(separator: ", "))"
                ).inFile(file))
        }
        guard !missing.contains(.statusProperty) else { return }
        let property = mapping.statusProperty ?? "status"
        let values = Set(document.features.compactMap { $0.record.properties?[property]?.string })
        for value in mapping.controlled + mapping.contested + mapping.claimed + mapping.ignored
        where !values.contains(value) && !mapping.set.contains(where: { $0.name == "status" }) {
            notices.append(
                Notice(
                    .warning,
                    Problem(
                        .scenario, "no feature has the status \"\(value)\"",
                        hint: values.isEmpty
                            ? nil : "they have: " + values.sorted().prefix(20).joined(separator: ", ")
                    ).inFile(file)))
        }
    }

    /// The scenario of a document. `problems` is empty when it keeps all rules.
    public mutating func scenario(_ document: GeoJSONDocument, file: String) -> Scenario {
        self.file = file
        var scenario = Scenario(file: file)
        let member = document.collection.foreign["kgeo"]
        let hasRoles = document.features.contains { $0.record.properties?["role"] != nil }
        scenario.isPlainMap = !mapping.isEmpty || (member == nil && !hasRoles)
        if let member { header(member, into: &scenario) }
        defaults = scenario.defaults
        for feature in document.features {
            if let read = self.feature(feature, isPlain: scenario.isPlainMap) {
                scenario.features.append(read)
            }
        }
        takeOneWord(of: &scenario)
        scenario.words = words(of: scenario, header: headerWords)
        lendDay(to: &scenario, isScenario: member != nil)
        checkMapping(document)
        findGaps(&scenario)
        scenario.licence = scenario.licence ?? scenario.features.lazy.compactMap(\.licence).first
        checkIDs(scenario)
        scenario.settleReferences()
        checkReferences(scenario)
        summarise(scenario)
        return scenario
    }

    /// A day on which all that is drawn has words without a meaning is no day without ground: its layer may have been
    /// renamed.
    private func findGaps(_ scenario: inout Scenario) {
        guard scenario.isPlainMap, !unmapped.isEmpty else { return }
        let control = scenario.features.filter { $0.role == .control }
        var words: [CalendarDate?: Set<String>] = [:]
        for feature in control where feature.status == nil {
            words[feature.date, default: []].insert(feature.statusText ?? "")
        }
        for (date, strange) in words.sorted(by: { ($0.key?.dayNumber ?? 0) < ($1.key?.dayNumber ?? 0) }) {
            let named = strange.sorted().prefix(4).map { "\"\($0)\"" }.joined(separator: ", ")
            let drawn = Set(control.filter { $0.date == date }.compactMap(\.status))
            for status in Status.allCases where !drawn.contains(status) {
                scenario.gaps.append(
                    StatusGap(
                        date: date, status: status, isWhole: false,
                        reason:
                            "no area has a status that is mapped to \(status.rawValue); there are \(named)"))
            }
        }
    }

    private mutating func checkIDs(_ scenario: Scenario) {
        var claims: Set<String> = []
        for claim in scenario.claims where !claims.insert(claim.id).inserted {
            var place = Problem.Place()
            place.claim = claim.id
            place.property = "id"
            problems.append(
                Problem(
                    .claim, "another claim has the same id", at: place,
                    hint: "give each claim an id of its own"
                ).inFile(file))
        }
        // Other people's maps may repeat ids; in a scenario a claim could then mean either feature.
        guard !scenario.isPlainMap else { return }
        var seen: [String: Int] = [:]
        for feature in scenario.features {
            guard let id = feature.id else { continue }
            if let first = seen[id] {
                problem(
                    "the id stands twice: feature \(first) has it too", feature.place, "id",
                    hint: "ids are unique in a scenario")
            } else {
                seen[id] = feature.index
            }
        }
    }

    private mutating func checkReferences(_ scenario: Scenario) {
        let ids = Set(scenario.features.compactMap(\.id))
        for claim in scenario.claims {
            var named: [(String, String?)] = [
                // The line of a length may lie in a file of its own.
                ("subject", claim.kind == .length ? nil : claim.subject.id), ("from", claim.from),
                ("to", claim.to), ("inside", claim.inside?.id),
            ]
            if case .feature(let id)? = claim.of { named.append(("of", id)) }
            for (property, id) in named {
                guard let id, !ids.contains(id) else { continue }
                var place = Problem.Place()
                place.claim = claim.id
                place.property = property
                problems.append(
                    Problem(
                        .claim, "no feature has the id \"\(id)\"", at: place, hint: scenario.idHint
                    ).inFile(file))
            }
        }
    }

    /// What is said of areas without a status; nil when all have one.
    ///
    /// - Parameter words: what the map calls its statuses.
    package func withoutStatusNotice(_ words: StatusWords) -> Notice? {
        // Where no area has a status there is nothing to mistake.
        guard words != .drawn else {
            return .counting(
                withoutStatus, .note, file: file, one: "1 area has no status: what is drawn counts",
                several: "areas have no status: all that is drawn counts")
        }
        let word = words.word(.controlled)
        return .counting(
            withoutStatus, words.isOwn ? .note : .warning, file: file,
            one: "1 feature has no status; it is counted as \(word)",
            several: "features have no status; they are counted as \(word)")
    }

    private mutating func summarise(_ scenario: Scenario) {
        func note(_ severity: Notice.Severity, _ message: String, hint: Remedy? = nil) {
            notices.append(Notice(severity, Problem(.scenario, message, remedy: hint).inFile(file)))
        }
        let bare: Notice? = .counting(
            withoutSurface, .note, file: file, one: "1 feature without a surface is left out",
            several: "features without a surface are left out")
        notices += [withoutStatusNotice(scenario.words), bare].compactMap(\.self)
        if !unmapped.isEmpty {
            let words = unmapped.keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
            note(
                .warning, "the statuses \(words) are not kgeo's; they are listed but not counted",
                hint: "say what they mean with \(.controlled), \(.contested) or \(.ignored)")
        }
    }

    mutating func fail(_ message: String, hint: Remedy? = nil) {
        problems.append(Problem(.scenario, message, remedy: hint).inFile(file))
    }

    mutating func problem(
        _ message: String, _ place: Problem.Place, _ property: String, hint: Remedy? = nil
    ) {
        var place = place
        place.file = file
        place.property = property
        problems.append(Problem(.scenario, message, at: place, remedy: hint))
    }
}
