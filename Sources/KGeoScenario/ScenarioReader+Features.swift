// A feature and its properties: role, status, dates, and what a plain map means by them.

internal import KGeoClaims
internal import KGeoCore
internal import KGeoJSON

extension ScenarioReader {
    mutating func feature(_ feature: Feature, isPlain: Bool) -> ScenarioFeature? {
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
                problem("this must be a text, not \(other.kind)", place, mapped ?? name)
                return nil
            }
        }

        let read = PropertyMapping.settable + mapping.properties
        for name in properties.repeatedNames where read.contains(name) {
            problem("this property stands twice", place, name, hint: "keep the one that is right")
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
        // Said of places, and only passed on: nothing is decided by it.
        func said(_ name: String) -> String? {
            switch properties[name] {
            case .string(let text): text
            case .number(let number): number.text
            default: nil
            }
        }
        result.name = said("name")
        result.evidenceClass = said("class")
        result.reported = said("reported")
        result.coordinateSource = said("coord_source")
        if role == .place { result.statusText = said("status") }
        if let url = result.sourceURL, !SafeLink.isSafe(url) { problem(SafeLink.rule, place, "source_url") }
        result.date = date(
            value("date", mapped: mapping.dateProperty), place, mapping.dateProperty ?? "date", isPlain)
        result.dateEnd = date(value("date_end"), place, "date_end", isPlain)
        if let end = result.dateEnd {
            if let date = result.date {
                if end < date {
                    problem(
                        "date_end \(end) is before date \(date)", place, "date_end",
                        hint: "date is the first day, date_end the last")
                }
            } else {
                problem(
                    "date_end without date", place, "date_end",
                    hint: "give the first day as date too")
            }
        }
        func metres(_ name: String) -> Double? {
            guard let error = value(name) else { return nil }
            if let number = error.double ?? error.string.flatMap({ Double($0) }), number >= 0, number.isFinite
            {
                return number
            }
            problem("this must be a number of metres, 0 or more", place, name)
            return nil
        }
        result.boundaryError = metres("boundary_error_m")
        result.coordinateError = metres("coord_error_m")
        switch value("lower_bound") {
        case nil: break
        case .bool(let isBound): result.isLowerBound = isBound
        case .some(let other):
            problem("this must be true or false, not \(other.kind)", place, "lower_bound")
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
}
