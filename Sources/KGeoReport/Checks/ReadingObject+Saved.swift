// Saved readings from JSON: the file that --save-plan wrote and a person may have changed.

package import KGeo
package import KGeoCore

extension ReadingObject {
    /// The readings of a file of them, a list for each text.
    ///
    /// - Throws: a problem that names the member that cannot be meant.
    package static func saved(_ value: JSONValue) throws(Problem) -> [SavedReadings] {
        guard let texts = value.object?["texts"]?.array else {
            throw wrong("texts", "this file holds no saved readings")
        }
        var result: [SavedReadings] = []
        for (i, text) in texts.enumerated() {
            let place = "texts[\(i)]"
            guard let object = text.object, let id = object["id"]?.string,
                let list = object["figures"]?.array
            else { throw wrong(place, "a text has an id and figures") }
            var figures: [SavedReadings.Figure] = []
            for (k, figure) in list.enumerated() {
                figures.append(try self.figure(figure, "\(place).figures[\(k)]"))
            }
            let published = object["published"]?.object
            let day = try published.flatMap { day throws(Problem) in
                try date(day["date"], "\(place).published.date")
            }
            result.append(
                SavedReadings(
                    id: id,
                    published: day.map { PublishedDay($0, from: published?["from"]?.string ?? "plan") },
                    figures: figures))
        }
        return result
    }

    private static func wrong(_ place: String, _ message: String) -> Problem {
        Problem(
            .json, "\(place): \(message)", hint: "check-article writes such a file where readings are saved")
    }

    private static func figure(
        _ value: JSONValue, _ place: String
    ) throws(Problem) -> SavedReadings.Figure {
        guard let object = value.object, let quote = object["quote"]?.string,
            let start = object["start"]?.double.flatMap({ Int(exactly: $0) }),
            let end = object["end"]?.double.flatMap({ Int(exactly: $0) })
        else { throw wrong(place, "a figure has a quote, a start and an end") }
        let reading = try object["reading"]?.object.map { own throws(Problem) in
            try self.reading(own, place + ".reading")
        }
        return SavedReadings.Figure(start: start, end: end, quote: quote, reading: reading)
    }

    private static func reading(_ object: JSONObject, _ place: String) throws(Problem) -> Reading {
        func text(_ name: String) throws(Problem) -> String? {
            guard let value = object[name], !value.isNull else { return nil }
            guard let text = value.string else { throw wrong("\(place).\(name)", "this is a text or null") }
            return text
        }
        guard let kind = try text("kind").flatMap(ClaimKind.init) else {
            throw wrong(
                "\(place).kind", "one of " + ClaimKind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        var reading = Reading(kind: kind)
        if let word = try text("measure") {
            guard let measure = ClaimMeasure(rawValue: word) else {
                throw wrong(
                    "\(place).measure",
                    "one of " + ClaimMeasure.allCases.map(\.rawValue).joined(separator: ", "))
            }
            reading.measure = measure
        }
        reading.holder = try text("holder")
        reading.regions = Self.regions(try text("region"))
        reading.near = object["near"]?.array?.compactMap(\.string) ?? []
        reading.of = try whole(object["of"], place + ".of")
        reading.asOf = try date(object["as_of"], place + ".as_of")
        if let value = object["period"], !value.isNull {
            let days = value.array ?? []
            guard days.count == 2, let first = try date(days[0], place + ".period"),
                let last = try date(days[1], place + ".period"), first <= last
            else { throw wrong("\(place).period", "two days, the earlier first") }
            reading.period = first...last
        }
        reading.isFromNear = object["look"]?.string == "near"
        (reading.from, reading.to, reading.worded) = (
            try text("from"), try text("to"), try text("worded")
        )
        guard object["checkable"] == .bool(false) else { return reading }
        return reading.refused(try text("why_not") ?? "left out by hand", .open)
    }

    private static func regions(_ text: String?) -> [String] {
        guard let text else { return [] }
        return text.split(separator: "+").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.sorted()
    }

    private static func date(_ value: JSONValue?, _ place: String) throws(Problem) -> CalendarDate? {
        guard let value, !value.isNull else { return nil }
        guard let date = value.string.flatMap({ CalendarDate(iso: $0) }) else {
            throw wrong(place, "this is a day such as 2025-06-11, or null")
        }
        return date
    }

    /// `{"region": "A + B"}`, or `{"ground": "held by Ukraine in Kursk Oblast at its peak"}`.
    private static func whole(_ value: JSONValue?, _ place: String) throws(Problem) -> Reading.Whole? {
        guard let value, !value.isNull else { return nil }
        if let names = value.object?["region"]?.string { return .region(regions(names)) }
        guard let words = value.object?["ground"]?.string else {
            throw wrong(place, "a region or a ground")
        }
        var (rest, moment) = (words, Reading.Moment.unsaid)
        if rest.hasSuffix(Reading.Moment.peak.words) {
            (rest, moment) = (String(rest.dropLast(Reading.Moment.peak.words.count)), .peak)
        } else {
            let parts = rest.split(separator: " ").map(String.init)
            let last = parts.last.flatMap { CalendarDate(iso: $0) }
            if let last, parts.count > 4, parts[parts.count - 2] == "to",
                let first = CalendarDate(iso: parts[parts.count - 3]), first <= last
            {
                (rest, moment) = (parts.dropLast(4).joined(separator: " "), .span(first...last))
            } else if let last, parts.count > 2, parts[parts.count - 2] == "on" {
                (rest, moment) = (parts.dropLast(2).joined(separator: " "), .day(last))
            }
        }
        let parts = rest.split(separator: " ").map(String.init)
        guard let measure = parts.first.flatMap(ClaimMeasure.init) else {
            throw wrong(place + ".ground", "write it as “held by Ukraine in Kursk Oblast at its peak”")
        }
        let inside = parts.firstIndex(of: "in") ?? parts.count
        let by = parts.firstIndex(of: "by")
        let holder = by.flatMap { $0 + 1 < inside ? parts[($0 + 1)..<inside].joined(separator: " ") : nil }
        return .ground(
            measure: measure, holder: holder,
            region: regions(parts.dropFirst(inside + 1).joined(separator: " ")),
            moment: moment)
    }
}
