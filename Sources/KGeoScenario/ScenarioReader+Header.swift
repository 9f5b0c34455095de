// The `kgeo` member of a collection: title, defaults, claims.

internal import KGeoClaims
internal import KGeoCore

extension ScenarioReader {
    /// What the member `kgeo` may have.
    package static let headerNames = [
        "schema", "title", "summary", "licence", "defaults", "words", "claims", "error_parts", "note",
    ]
    /// What a part of the error may have.
    package static let errorPartNames = ["counting", "holder", "region", "date", "u_km2", "reason"]
    /// What defaults may have.
    package static let defaultNames =
        ["boundary_error_m", "correlation_length_m", "window_days", "days_earlier", "time_zone"]
        + PropertyMapping.settable.filter { $0 != "boundary_error_m" }

    mutating func header(_ member: JSONValue, into scenario: inout Scenario) {
        guard let object = member.object else {
            fail("the member \"kgeo\" must be an object, not \(member.kind)")
            return
        }
        for name in object.repeatedNames {
            fail("the member \"kgeo\" has \"\(name)\" twice", hint: "keep the one that is right")
        }
        for member in object.members where !Self.headerNames.contains(member.name) {
            fail(
                "the member \"kgeo\" has an unknown property \"\(member.name)\"",
                hint: .text("it may have " + Self.headerNames.joined(separator: ", ")))
        }
        if let version = object["schema"], version.double != 1 {
            let found = version.double.map { JSONNumber($0).text } ?? version.kind
            fail(
                "\"kgeo\".\"schema\" is \(found); this kgeo reads schema 1",
                hint: version.double.map { $0 > 1 } ?? false
                    ? "the file was written for a newer kgeo; get that" : "write \"schema\": 1")
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
        if let value = object["words"], !value.isNull { headerWords = statusWords(value) }
        if let value = object["error_parts"], !value.isNull { errorParts(value, into: &scenario) }
        switch object["claims"] {
        case nil, .null: break
        case .array(let claims):
            for (i, value) in claims.enumerated() {
                guard let object = value.object else {
                    fail(
                        "claim #\(i) must be an object, not \(value.kind)",
                        hint: "\(.schema) shows the form of a claim")
                    continue
                }
                var found: [Problem] = []
                if let claim = ClaimReading.claim(
                    object, index: i, words: words, problems: &found)
                {
                    scenario.claims.append(claim)
                }
                problems += found.map { $0.inFile(file) }
            }
        case .some(let other):
            fail("\"kgeo\".\"claims\" must be an array, not \(other.kind)", hint: "write [ {…}, {…} ]")
        }
    }

    private mutating func errorParts(_ value: JSONValue, into scenario: inout Scenario) {
        guard let list = value.array else {
            fail("\"kgeo\".\"error_parts\" must be an array, not \(value.kind)")
            return
        }
        for (i, value) in list.enumerated() {
            let name = "error part #\(i)"
            guard let object = value.object else {
                fail("\(name) must be an object, not \(value.kind)")
                continue
            }
            if let unknown = object.members.first(where: { !Self.errorPartNames.contains($0.name) }) {
                fail(
                    "\(name) has an unknown property \"\(unknown.name)\"",
                    hint: .text("it may have " + Self.errorPartNames.joined(separator: ", ")))
                continue
            }
            guard let held = object["counting"], !held.isNull else {
                fail("\(name) needs \"counting\"", hint: .text(CountingReading.hint))
                continue
            }
            let counting: Counting
            do throws(Problem) { counting = try CountingReading.counting(held) } catch {
                fail("\(name), \"counting\": \(error.message)", hint: error.remedy)
                continue
            }
            guard let u = object["u_km2"]?.double, u >= 0 else {
                fail("\(name): \"u_km2\" must be a number of km², 0 or more")
                continue
            }
            var part = StatedErrorPart(counting: counting, squareMetres: u * 1e6)
            part.holder = object["holder"]?.string
            part.region = object["region"]?.string
            part.reason = object["reason"]?.string
            if let date = object["date"], !date.isNull {
                guard let day = date.string.flatMap({ CalendarDate(iso: $0) }) else {
                    fail(
                        "\(name): \"date\" is no day of the calendar",
                        hint: "write it in full, like 2024-08-24")
                    continue
                }
                part.date = day
            }
            scenario.errorParts.append(part)
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
            case "boundary_error_m", "correlation_length_m", "window_days", "days_earlier":
                guard let number = member.value.double, number >= 0 else {
                    fail("\"defaults\".\"\(member.name)\" must be a number, 0 or more")
                    continue
                }
                if member.name == "correlation_length_m",
                    !ScenarioDefaults.correlationLengths.contains(number)
                {
                    fail("\"defaults\".\"correlation_length_m\" must be between 100 and 10000000")
                    continue
                }
                if ["window_days", "days_earlier"].contains(member.name),
                    number != number.rounded() || number > Double(Claim.longestWindow)
                {
                    fail(
                        "\"defaults\".\"\(member.name)\" must be a whole number of days, at most \(Claim.longestWindow)"
                    )
                    continue
                }
                switch member.name {
                case "boundary_error_m": defaults.boundaryError = number
                case "correlation_length_m": defaults.correlationLength = number
                case "days_earlier": defaults.daysEarlier = Int(number)
                default: defaults.windowDays = Int(number)
                }
            case "time_zone":
                guard let name = member.value.string, let zone = MapTimeZone(name) else {
                    fail("\"defaults\".\"time_zone\" is unknown", hint: .text("known: " + MapTimeZone.known))
                    continue
                }
                if mapping.timeZone == nil { mapping.timeZone = zone }
            case _ where Self.defaultNames.contains(member.name):
                defaults.properties[member.name] = member.value
            default:
                fail(
                    "\"defaults\" has an unknown property \"\(member.name)\"",
                    hint: "\(.schema) lists the properties of defaults")
            }
        }
        return defaults
    }
}
