// A feature and its properties: role, status, dates, and what a plain map means by them.

internal import KGeoClaims
internal import KGeoCore
internal import KGeoJSON

extension ScenarioReader {
    mutating func feature(_ feature: Feature, isPlain: Bool) -> ScenarioFeature? {
        let record = feature.record
        var place = Problem.Place(feature: record.index, id: record.label)
        place.file = file
        let properties = FeatureProperties(
            own: record.properties ?? JSONObject(), defaults: defaults.properties, set: mapping.set,
            place: place)
        let read = PropertyMapping.settable + mapping.properties
        for name in properties.own.repeatedNames where read.contains(name) {
            problem("this property stands twice", place, name, hint: "keep the one that is right")
        }
        guard let role = role(of: feature, properties, isPlain) else { return nil }
        var result = ScenarioFeature(index: record.index, role: role)
        if let name = mapping.idProperty { result.id = text(name, in: properties) }
        result.id = result.id ?? record.label
        result.geometry = feature.geometry
        result.holder = text("holder", mapped: mapping.holderProperty, in: properties)
        result.regions = regions(text("region", mapped: mapping.regionProperty, in: properties))
        result.source = text("source", in: properties)
        result.sourceURL = text("source_url", in: properties)
        result.licence = text("licence", in: properties)
        result.note = text("note", in: properties)
        // Said of places, and only passed on: nothing is decided by it.
        result.name = properties.said("name")
        result.names = AreaName.names(of: record)
        result.evidenceClass = properties.said("class")
        result.reported = properties.said("reported")
        result.coordinateSource = properties.said("coord_source")
        if role == .place { result.statusText = properties.said("status") }
        if let url = result.sourceURL, !SafeLink.isSafe(url) { problem(SafeLink.rule, place, "source_url") }
        readDates(&result, properties, isPlain)
        result.boundaryError = metres("boundary_error_m", in: properties)
        result.coordinateError = metres("coord_error_m", in: properties)
        switch properties.value("lower_bound") {
        case nil: break
        case .bool(let isBound): result.isLowerBound = isBound
        case .some(let other):
            problem("this must be true or false, not \(other.kind)", place, "lower_bound")
        }
        if role == .control {
            let word = text("status", mapped: mapping.statusProperty, in: properties)
            guard status(word, &result, place, isPlain) else { return nil }
        }
        checkGeometry(result, place)
        return result
    }

    /// The role; nil when the feature is to be left out.
    private mutating func role(
        of feature: Feature, _ properties: FeatureProperties, _ isPlain: Bool
    ) -> Role? {
        let hint = "use one of: " + Role.allCases.map(\.rawValue).joined(separator: ", ")
        if let word = text("role", in: properties) {
            if let role = Role(rawValue: word) { return role }
            problem("the role \"\(word)\" is unknown", properties.place, "role", hint: .text(hint))
            return nil
        }
        guard isPlain else {
            problem("a feature of a scenario needs a role", properties.place, "role", hint: .text(hint))
            return nil
        }
        guard !(feature.geometry?.polygons.isEmpty ?? true) else {
            withoutSurface += 1
            return nil
        }
        return .control
    }

    /// A property that must be a text, or a number written as one.
    private mutating func text(
        _ name: String, mapped: String? = nil, in properties: FeatureProperties
    ) -> String? {
        switch properties.value(name, mapped: mapped) {
        case nil: return nil
        case .string(let text): return text
        case .number(let number): return number.text
        case .some(let other):
            problem("this must be a text, not \(other.kind)", properties.place, mapped ?? name)
            return nil
        }
    }

    /// A property that must be a length in metres.
    private mutating func metres(_ name: String, in properties: FeatureProperties) -> Double? {
        guard let error = properties.value(name) else { return nil }
        if let number = error.double ?? error.string.flatMap({ Double($0) }), number >= 0, number.isFinite {
            return number
        }
        problem("this must be a number of metres, 0 or more", properties.place, name)
        return nil
    }

    /// The first and last day.
    private mutating func readDates(
        _ result: inout ScenarioFeature, _ properties: FeatureProperties, _ isPlain: Bool
    ) {
        let place = properties.place
        result.date = date(
            properties.value("date", mapped: mapping.dateProperty), place, mapping.dateProperty ?? "date",
            isPlain)
        result.dateEnd = date(properties.value("date_end"), place, "date_end", isPlain)
        guard let end = result.dateEnd else { return }
        guard let date = result.date else {
            problem("date_end without date", place, "date_end", hint: "give the first day as date too")
            return
        }
        if end < date {
            problem(
                "date_end \(end) is before date \(date)", place, "date_end",
                hint: "date is the first day, date_end the last")
        }
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
                    hint: .text("use one of: " + Status.allCases.map(\.rawValue).joined(separator: ", ")))
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
                    hint: .text("use one of: " + Status.allCases.map(\.rawValue).joined(separator: ", ")))
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
            // Maps are often written by software that gives the day a time, or leaves the dashes out.
            if let date = StampedDay.day(text, in: mapping.timeZone) { return date }
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
                    hint: "add \(.timeZone) Europe/Kyiv (known: \(MapTimeZone.known))")
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

/// The properties that count for a feature: set by the user, its own, the scenario's defaults.
private struct FeatureProperties {
    var own: JSONObject
    var defaults: JSONObject
    var set: [PropertyMapping.FixedValue]
    /// Where the feature stands.
    var place: Problem.Place

    /// The value that counts: set on the command line, the feature's own, the scenario's default.
    func value(_ name: String, mapped: String? = nil) -> JSONValue? {
        if let set = set.last(where: { $0.name == name }) { return .string(set.value) }
        for candidate in [own[mapped ?? name], defaults[name]] {
            if let candidate, !candidate.isNull { return candidate }
        }
        return nil
    }

    /// What the feature itself says, as a text.
    func said(_ name: String) -> String? {
        switch own[name] {
        case .string(let text): text
        case .number(let number): number.text
        default: nil
        }
    }
}
