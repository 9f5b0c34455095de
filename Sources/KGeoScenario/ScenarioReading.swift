// From features and their properties to a scenario; every broken rule is said with feature and property.

internal import KGeoClaims
public import KGeoCore
public import KGeoJSON

/// Reads scenarios and plain maps.
public struct ScenarioReader {
    /// How a plain map's properties are to be read.
    public var mapping: PropertyMapping
    /// Rules that were broken.
    public private(set) var problems: [Problem] = []
    /// Oddities that were accepted.
    public private(set) var notices: [Notice] = []

    private var file = ""
    private var defaults = ScenarioDefaults()
    private var unmapped: [String: Int] = [:]
    private var withoutStatus = 0
    private var withoutSurface = 0

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

    // MARK: The kgeo member

    private mutating func header(_ member: JSONValue, into scenario: inout Scenario) {
        guard let object = member.object else {
            fail("the member \"kgeo\" must be an object, not \(member.kind)")
            return
        }
        let known = ["schema", "title", "summary", "licence", "defaults", "claims", "note"]
        for member in object.members where !known.contains(member.name) {
            fail(
                "the member \"kgeo\" has an unknown property \"\(member.name)\"",
                hint: "it may have " + known.joined(separator: ", "))
        }
        if let version = object["schema"], version.double != 1 {
            fail("\"kgeo\".\"schema\" must be 1", hint: "this kgeo reads schema 1")
        }
        for name in ["title", "summary", "licence"] {
            if let value = object[name], value.string == nil, !value.isNull {
                fail("\"kgeo\".\"\(name)\" must be a text, not \(value.kind)")
            }
        }
        scenario.title = object["title"]?.string
        scenario.summary = object["summary"]?.string
        scenario.licence = object["licence"]?.string
        if let value = object["defaults"], !value.isNull { scenario.defaults = defaults(value) }
        switch object["claims"] {
        case nil, .null: break
        case .array(let claims):
            for (i, value) in claims.enumerated() {
                guard let object = value.object else {
                    fail("claim #\(i) must be an object, not \(value.kind)")
                    continue
                }
                var found: [Problem] = []
                if let claim = ClaimReading.claim(object, index: i, problems: &found) {
                    scenario.claims.append(claim)
                }
                problems += found.map { $0.inFile(file) }
            }
        default: fail("\"kgeo\".\"claims\" must be an array")
        }
    }

    private mutating func defaults(_ value: JSONValue) -> ScenarioDefaults {
        var defaults = ScenarioDefaults()
        guard let object = value.object else {
            fail("\"kgeo\".\"defaults\" must be an object, not \(value.kind)")
            return defaults
        }
        for member in object.members {
            switch member.name {
            case "boundary_error_m", "correlation_length_m", "window_days":
                guard let number = member.value.double, number >= 0 else {
                    fail("\"defaults\".\"\(member.name)\" must be a number, 0 or more")
                    continue
                }
                if member.name == "correlation_length_m", number == 0 {
                    fail("\"defaults\".\"correlation_length_m\" must be above 0")
                    continue
                }
                if member.name == "window_days", number != number.rounded() || number > 3_660 {
                    fail("\"defaults\".\"window_days\" must be a whole number of days, at most 3660")
                    continue
                }
                switch member.name {
                case "boundary_error_m": defaults.boundaryError = number
                case "correlation_length_m": defaults.correlationLength = number
                default: defaults.windowDays = Int(number)
                }
            case "time_zone":
                guard let name = member.value.string, let zone = MapTimeZone(name) else {
                    fail("\"defaults\".\"time_zone\" is unknown", hint: "known: " + MapTimeZone.known)
                    continue
                }
                if mapping.timeZone == nil { mapping.timeZone = zone }
            case _ where PropertyMapping.settable.contains(member.name):
                defaults.properties[member.name] = member.value
            default:
                fail("\"defaults\" has an unknown property \"\(member.name)\"")
            }
        }
        return defaults
    }

    // MARK: Features

    private mutating func feature(_ feature: Feature, isPlain: Bool) -> ScenarioFeature? {
        let record = feature.record
        let properties = record.properties ?? JSONObject()
        var place = Problem.Place(feature: record.index, id: record.label)
        place.file = file

        /// The value that counts: set on the command line, the feature's own, the scenario's default.
        func value(_ name: String, mapped: String? = nil) -> JSONValue? {
            if let set = mapping.set.last(where: { $0.name == name }) { return .string(set.value) }
            for candidate in [properties[mapped ?? name], defaults.properties[name]] {
                if let candidate, !candidate.isNull { return candidate }
            }
            return nil
        }
        func text(_ name: String, mapped: String? = nil) -> String? {
            switch value(name, mapped: mapped) {
            case nil: return nil
            case .string(let text): return text
            case .number(let number): return number.text
            case .some(let other):
                problem("this must be a text, not \(other.kind)", place, name)
                return nil
            }
        }

        let role: Role
        if let word = text("role") {
            guard let known = Role(rawValue: word) else {
                problem(
                    "the role \"\(word)\" is unknown", place, "role",
                    hint: "use one of: " + Role.allCases.map(\.rawValue).joined(separator: ", "))
                return nil
            }
            role = known
        } else if isPlain {
            guard !(feature.geometry?.polygons.isEmpty ?? true) else {
                withoutSurface += 1
                return nil
            }
            role = .control
        } else {
            problem(
                "a feature of a scenario needs a role", place, "role",
                hint: "use one of: " + Role.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
        var result = ScenarioFeature(index: record.index, role: role)
        result.id = mapping.idProperty.flatMap { text($0) } ?? record.label
        result.geometry = feature.geometry
        result.holder = text("holder", mapped: mapping.holderProperty)
        result.regions = regions(text("region", mapped: mapping.regionProperty))
        result.source = text("source")
        result.sourceURL = text("source_url")
        result.licence = text("licence")
        result.note = text("note")
        if let url = result.sourceURL, !SafeLink.isSafe(url) { problem(SafeLink.rule, place, "source_url") }
        result.date = date(
            value("date", mapped: mapping.dateProperty), place, mapping.dateProperty ?? "date", isPlain)
        result.dateEnd = date(value("date_end"), place, "date_end", isPlain)
        if let end = result.dateEnd {
            if let date = result.date {
                if end < date { problem("date_end \(end) is before date \(date)", place, "date_end") }
            } else {
                problem("date_end without date", place, "date_end")
            }
        }
        if let error = value("boundary_error_m") {
            let number = error.double ?? error.string.flatMap { Double($0) }
            if let number, number >= 0, number.isFinite {
                result.boundaryError = number
            } else {
                problem("this must be a number of metres, 0 or more", place, "boundary_error_m")
            }
        }
        if role == .control, !status(text("status", mapped: mapping.statusProperty), &result, place, isPlain)
        {
            return nil
        }
        checkGeometry(result, place)
        return result
    }

    /// Reads the status; false when the feature is to be left out.
    private mutating func status(
        _ word: String?, _ result: inout ScenarioFeature, _ place: Problem.Place, _ isPlain: Bool
    ) -> Bool {
        result.statusText = word
        guard let word else {
            if isPlain {
                withoutStatus += 1
                result.status = .controlled
            } else {
                problem(
                    "a control area needs a status", place, "status",
                    hint: "use one of: " + Status.allCases.map(\.rawValue).joined(separator: ", "))
            }
            return true
        }
        switch mapping.meaning(of: word) {
        case .counts(let status): result.status = status
        case .ignored: return false
        case .unknown:
            if isPlain {
                unmapped[word, default: 0] += 1
            } else {
                problem(
                    "the status \"\(word)\" is unknown", place, "status",
                    hint: "use one of: " + Status.allCases.map(\.rawValue).joined(separator: ", "))
            }
        }
        return true
    }

    private func regions(_ text: String?) -> [String] {
        guard let text else { return [] }
        return text.split(separator: ";").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }

    private mutating func date(
        _ value: JSONValue?, _ place: Problem.Place, _ name: String, _ isPlain: Bool
    ) -> CalendarDate? {
        switch value {
        case nil: return nil
        case .string(let text):
            if let date = CalendarDate(iso: text) { return date }
            // Other people's maps write the day with a time, or without dashes.
            if isPlain {
                let characters = Array(text)
                if characters.count > 10, characters[10] == "T" || characters[10] == " ",
                    let date = CalendarDate(iso: String(characters[..<10]))
                {
                    return date
                }
                if characters.count == 8,
                    let date = CalendarDate(
                        iso: String(characters[0...3]) + "-" + String(characters[4...5]) + "-"
                            + String(characters[6...7]))
                {
                    return date
                }
            }
            problem(
                "\"\(text)\" is no day of the calendar", place, name,
                hint: "write it in full, like 2024-08-21; a vague date belongs in date_text")
            return nil
        case .number(let number) where isPlain && Self.isCompactDay(number.value):
            // 20240821, a day that some tool has read as a number.
            return self.date(.string(number.text), place, name, isPlain)
        case .number(let number) where isPlain && number.value > 1e8:
            guard let zone = mapping.timeZone else {
                problem(
                    "a unix time becomes a date only in a stated time zone", place, name,
                    hint: "add --time-zone Europe/Kyiv (known: \(MapTimeZone.known))")
                return nil
            }
            if let date = zone.date(unixTime: number.value > 1e11 ? number.value / 1_000 : number.value) {
                return date
            }
            problem("\(number.text) is no unix time", place, name, hint: "write seconds or milliseconds")
            return nil
        case .some(let other):
            problem("a date must be a text like 2024-08-21, not \(other.kind)", place, name)
            return nil
        }
    }

    private static func isCompactDay(_ value: Double) -> Bool {
        value == value.rounded() && (10_000_101...99_991_231).contains(value)
    }

    private mutating func checkGeometry(_ feature: ScenarioFeature, _ place: Problem.Place) {
        guard let geometry = feature.geometry else { return }
        switch feature.role {
        case .control where geometry.polygons.isEmpty && !geometry.allCoordinates.isEmpty:
            problem(
                "a control area must be a Polygon or MultiPolygon, not a \(geometry.type.rawValue)", place,
                "role")
        case .place where geometry.points.isEmpty && !geometry.allCoordinates.isEmpty:
            problem("a place must be a Point, not a \(geometry.type.rawValue)", place, "role")
        case .line where geometry.lines.isEmpty && !geometry.allCoordinates.isEmpty,
            .front where geometry.lines.isEmpty && !geometry.allCoordinates.isEmpty:
            problem(
                "a \(feature.role.rawValue) must be a LineString or MultiLineString, not a \(geometry.type.rawValue)",
                place, "role")
        default: break
        }
    }

    // MARK: The whole

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

    private mutating func fail(_ message: String, hint: String? = nil) {
        problems.append(Problem(.scenario, message, hint: hint).inFile(file))
    }

    private mutating func problem(
        _ message: String, _ place: Problem.Place, _ property: String, hint: String? = nil
    ) {
        var place = place
        place.file = file
        place.property = property
        problems.append(Problem(.scenario, message, at: place, hint: hint))
    }
}
