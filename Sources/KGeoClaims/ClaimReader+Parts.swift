// The parts of a claim that are more than a word or a number.

internal import KGeoCore

extension ClaimReader {
    mutating func subject(_ name: String) -> Subject? {
        guard let value = object[name], !value.isNull else { return nil }
        guard let members = value.object else {
            fail(
                name,
                "this must be an object such as {\"holder\":\"…\",\"region\":\"…\"} or {\"id\":\"…\"}")
            return nil
        }
        var subject = Subject()
        for member in members.members {
            guard let text = member.value.string else {
                fail("\(name).\(member.name)", "this must be a text")
                continue
            }
            switch member.name {
            case "id": subject.id = text
            case "holder": subject.holder = text
            case "region": subject.region = text
            case "role":
                subject.role = Role(rawValue: text)
                if subject.role == nil {
                    fail("\(name).role", "\"\(text)\" is unknown", hint: choices(Role.self))
                }
            default:
                fail(
                    "\(name).\(member.name)",
                    "this property is unknown; a subject has id, role, holder, region")
            }
        }
        return subject
    }

    mutating func counting(_ name: String) -> Counting? {
        read(name) { value throws(Problem) in try CountingReading.counting(value) }
    }

    /// A property that has a reader of its own, with what that says as this property's problem.
    private mutating func read<Value>(
        _ name: String, _ reading: (JSONValue) throws(Problem) -> Value
    ) -> Value? {
        guard let value = object[name], !value.isNull else { return nil }
        do throws(Problem) {
            return try reading(value)
        } catch {
            fail(name, error.message, hint: error.remedy)
            return nil
        }
    }

    mutating func denominator() -> Denominator? {
        guard let value = object["of"], !value.isNull else { return nil }
        if let name = value.string, !name.allSatisfy(\.isWhitespace) {
            return OfficialAreas.areas(name) == nil ? .region(name: name) : .official(code: name)
        }
        let members = value.object?.members.count == 1 ? value.object : nil
        if let name = members?["region"]?.string { return .region(name: name) }
        if let id = members?["id"]?.string { return .feature(id: id) }
        if let code = members?["official"]?.string {
            guard OfficialAreas.areas(code) != nil else {
                fail(
                    "of", "no official area is known by the code \"\(code)\"",
                    hint:
                        "known: \(OfficialAreas.codes.joined(separator: ", ")); or name a reference feature with {\"id\":\"…\"}"
                )
                return nil
            }
            return .official(code: code)
        }
        fail("of", "this must be {\"id\":\"…\"}, {\"official\":\"UA\"} or {\"region\":\"Sindh\"}")
        return nil
    }

    mutating func date(_ name: String) -> CalendarDate? {
        guard let text = text(name) else { return nil }
        guard let date = CalendarDate(iso: text) else {
            fail(name, "\"\(text)\" is no day of the calendar", hint: "write it in full, like 2024-08-21")
            return nil
        }
        return date
    }

    mutating func windowDays() -> Int? {
        guard let days = number("window_days", positive: false) else { return nil }
        guard days == days.rounded(), days <= Double(Claim.longestWindow) else {
            fail("window_days", "this must be a whole number of days, at most \(Claim.longestWindow)")
            return nil
        }
        return Int(days)
    }

    mutating func period() -> ClosedRange<CalendarDate>? {
        read("period") { value throws(Problem) in try PeriodReading.period(value) }
    }

    mutating func source() -> ClaimSource? {
        guard let value = object["source"], !value.isNull else { return nil }
        guard let members = value.object else {
            fail(
                "source",
                "this must be an object with outlet, title, author, url, archived, published, speaker")
            return nil
        }
        var result: [ClaimSource.Member] = []
        for member in members.members where !member.value.isNull {
            guard ClaimSource.knownNames.contains(member.name), let text = member.value.string else {
                fail(
                    "source.\(member.name)", "this property is unknown or no text",
                    hint: .text("use " + ClaimSource.knownNames.joined(separator: ", ")))
                continue
            }
            if member.name == "url" || member.name == "archived" {
                guard SafeLink.isSafe(text) else {
                    fail("source.\(member.name)", SafeLink.rule)
                    continue
                }
            }
            result.append(ClaimSource.Member(name: member.name, value: text))
        }
        return ClaimSource(result)
    }

    mutating func equivalent(_ own: MeasureUnit?) -> Claim.Equivalent? {
        guard let value = object["also"], !value.isNull else { return nil }
        guard case .number(let number)? = value.object?["value"],
            number.value > 0, let printed = PrintedNumber(digits: number.text)
        else {
            fail(
                "also",
                "this must be {\"value\":…,\"unit\":\"…\"}, the same figure as printed in a second unit")
            return nil
        }
        guard let unit = unit("also.unit", value.object?["unit"]) else { return nil }
        if let own, own.dimension != unit.dimension {
            fail("also.unit", "\(unit.name) does not measure the same as \(own.name)")
            return nil
        }
        return Claim.Equivalent(number: printed, unit: unit)
    }
}
