// From features and their properties to a scenario; every broken rule is said with feature and property.

public import KGeoCore
public import KGeoJSON

/// Reads scenarios and plain maps.
public struct ScenarioReader {
    /// How a plain map's properties are to be read.
    public var mapping: PropertyMapping
    /// Rules that were broken.
    public internal(set) var problems: [Problem] = []
    /// Oddities that were accepted.
    public private(set) var notices: [Notice] = []

    var file = ""
    var defaults = ScenarioDefaults()
    var unmapped: [String: Int] = [:]
    var withoutStatus = 0
    var withoutSurface = 0

    /// A reader with a mapping; an empty one for scenarios.
    public init(mapping: PropertyMapping = PropertyMapping()) { self.mapping = mapping }

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
        scenario.licence = scenario.licence ?? scenario.features.lazy.compactMap(\.licence).first
        checkIDs(scenario)
        checkReferences(scenario)
        summarise(scenario)
        return scenario
    }

    private mutating func checkIDs(_ scenario: Scenario) {
        var claims: Set<String> = []
        for claim in scenario.claims where !claims.insert(claim.id).inserted {
            var place = Problem.Place()
            place.claim = claim.id
            place.property = "id"
            problems.append(Problem(.claim, "another claim has the same id", at: place).inFile(file))
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
                ("subject", claim.subject.id), ("from", claim.from), ("to", claim.to),
                ("inside", claim.inside?.id),
            ]
            if case .feature(let id)? = claim.of { named.append(("of", id)) }
            for (property, id) in named {
                guard let id, !ids.contains(id) else { continue }
                var place = Problem.Place()
                place.claim = claim.id
                place.property = property
                problems.append(Problem(.claim, "no feature has the id \"\(id)\"", at: place).inFile(file))
            }
        }
    }

    private mutating func summarise(_ scenario: Scenario) {
        func note(_ severity: Notice.Severity, _ message: String, hint: String? = nil) {
            notices.append(Notice(severity, Problem(.scenario, message, hint: hint).inFile(file)))
        }
        if withoutStatus > 0 {
            note(
                .note,
                withoutStatus == 1
                    ? "1 feature has no status; it is counted as controlled"
                    : "\(withoutStatus) features have no status; they are counted as controlled")
        }
        if withoutSurface > 0 {
            note(
                .note,
                withoutSurface == 1
                    ? "1 feature without a surface is left out"
                    : "\(withoutSurface) features without a surface are left out")
        }
        if !unmapped.isEmpty {
            let words = unmapped.keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
            note(
                .warning, "the statuses \(words) are not kgeo's; they are listed but not counted",
                hint: "say what they mean with --controlled, --contested or --ignored")
        }
    }

    mutating func fail(_ message: String, hint: String? = nil) {
        problems.append(Problem(.scenario, message, hint: hint).inFile(file))
    }

    mutating func problem(
        _ message: String, _ place: Problem.Place, _ property: String, hint: String? = nil
    ) {
        var place = place
        place.file = file
        place.property = property
        problems.append(Problem(.scenario, message, at: place, hint: hint))
    }
}
