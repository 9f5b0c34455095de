// Structured claims, as a scenario's `kgeo` member or a claims file holds them, into Claim values.

public import KGeoCore

/// Reads structured claims and says of each what is wrong with it.
public enum ClaimReading {
    /// The properties a claim may have.
    package static let known: Set<String> = [
        "id", "kind", "measure", "value", "unit", "qualifier", "resolution", "subject", "worded", "counting",
        "of", "from", "to", "inside", "as_of", "window_days", "period", "quote", "source", "also", "note",
    ]

    /// The claim of an object; nil, with problems appended, when it breaks a rule.
    ///
    /// A scenario is a file format: value, unit and qualifier are codes there. What people type into a claims file may
    /// be written in words, as in a text: `"value":"twelve thousand"`, `"qualifier":"close to"`, `"unit":"sq mi"`; a
    /// value may then hold its qualifier and its unit too (`"about 1,300 km2"`).
    ///
    /// - Parameters:
    ///   - index: the claim's number, from 0, for messages about a claim without an id.
    ///   - words: the language in which the file is written; it also serves hints.
    ///   - takesWords: whether words may stand for codes.
    public static func claim(
        _ object: JSONObject, index: Int, words: (any FigureWords)? = nil, takesWords: Bool = false,
        problems: inout [Problem]
    ) -> Claim? {
        var reader = ClaimReader(object, index: index, words: words, takesWords: takesWords)
        let claim = reader.claim()
        problems += reader.problems
        return reader.problems.isEmpty ? claim : nil
    }

    /// The object of a claim with codes for the words that it was read from, as a scenario holds it.
    public static func coded(_ object: JSONObject, as claim: Claim) -> JSONObject {
        var object = object
        if object["value"]?.string != nil {
            let numbers = claim.numbers.map { JSONNumber($0.value) }
            object["value"] = numbers.count == 1 ? .number(numbers[0]) : .array(numbers.map { .number($0) })
            let shown = numbers.map { PrintedNumber(digits: $0.text)?.step }
            // Digits of a third show no rounding: what it was read with is written beside it.
            if claim.resolution == nil, shown != claim.numbers.map(\.step), let last = claim.numbers.last {
                object["resolution"] = .number(JSONNumber(min(last.step, last.value / 5)))
            }
        }
        object["unit"] = .string(claim.unit.name)
        object["qualifier"] = .string(claim.qualifier.rawValue)
        return object
    }
}

/// Reads one claim and collects every rule it breaks.
struct ClaimReader {
    let object: JSONObject
    let words: (any FigureWords)?
    let takesWords: Bool
    private(set) var place = Problem.Place()
    private(set) var problems: [Problem] = []

    init(_ object: JSONObject, index: Int, words: (any FigureWords)?, takesWords: Bool) {
        self.object = object
        self.words = words
        self.takesWords = takesWords
        place.claim = object["id"]?.string ?? "#\(index)"
    }

    mutating func fail(_ property: String, _ message: String, hint: Remedy? = nil) {
        var place = place
        place.property = property
        problems.append(Problem(.claim, message, at: place, remedy: hint))
    }

    /// The claim; nil when a part without which there is none is missing. All that is wrong is collected.
    mutating func claim() -> Claim? {
        for name in object.repeatedNames {
            fail(name, "this property stands twice", hint: "keep the one that is right")
        }
        for member in object.members where !ClaimReading.known.contains(member.name) {
            fail(member.name, "this property is unknown", hint: "\(.schema) lists the properties of a claim")
        }
        let id = object["id"]?.string
        if id?.isEmpty ?? true {
            fail("id", "a claim needs an id that is a text", hint: "results are named by it")
        }
        let kind: ClaimKind? = word("kind", required: true)
        let measure: ClaimMeasure? = word("measure", required: false)
        let figure = writtenFigure()
        let isWritten = takesWords && object["value"]?.string != nil
        let numbers = isWritten ? figure?.numbers : values()
        let unit = isWritten ? figure?.unit : unit("unit", object["unit"])
        let qualifier = qualifier(beside: figure)
        if let kind, let unit { check(kind, unit) }
        if qualifier == .between, let numbers, numbers.count < 2 {
            fail("value", "\"between\" needs two numbers, such as [100, 400]")
        }
        var claim = Claim(
            id: id ?? "", kind: kind ?? .area, measure: measure ?? (kind == .rate ? .gained : .held),
            numbers: numbers ?? [],
            unit: unit ?? .km2, qualifier: Self.qualifier(qualifier, ofRange: numbers?.count == 2))
        claim.resolution = number("resolution", positive: true)
        claim.equivalent = equivalent(unit) ?? figure?.equivalent
        claim.subject = subject("subject") ?? Subject()
        claim.worded = counting("worded")
        claim.counting = counting("counting")
        claim.of = denominator()
        if kind == .share, object["of"]?.isNull ?? true {
            fail(
                "of", "a share needs a denominator",
                hint: "write {\"official\":\"UA\"} or {\"id\":\"…\"}; in CSV a column of with UA or an id")
        }
        claim.from = text("from")
        claim.to = text("to")
        claim.inside = subject("inside")
        if let kind, let fault = kind.fault(ends: givenEnds) {
            fail(fault.end.rawValue, fault.message, hint: .text(fault.hint))
        }
        claim.asOf = date("as_of")
        claim.windowDays = windowDays()
        claim.period = period()
        claim.quote = text("quote")
        claim.source = source()
        return id == nil || kind == nil || numbers == nil || unit == nil ? nil : claim
    }

    private static func qualifier(_ given: Qualifier?, ofRange isRange: Bool) -> Qualifier {
        isRange ? (given ?? .exact).ofRange : given ?? .exact
    }

    mutating func text(_ name: String) -> String? {
        guard let value = object[name], !value.isNull else { return nil }
        guard let text = value.string else {
            fail(name, "this must be a text, not \(value.kind)")
            return nil
        }
        return text
    }

    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, required: Bool
    ) -> Word? where Word.RawValue == String {
        guard let text = text(name) else {
            if required, object[name]?.isNull ?? true {
                fail(name, "a claim needs this property", hint: choices(Word.self))
            }
            return nil
        }
        guard let word = Word(rawValue: text) else {
            fail(name, "\"\(text)\" is unknown", hint: choices(Word.self))
            return nil
        }
        return word
    }

    func choices<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> Remedy
    where Word.RawValue == String {
        .text("use one of: " + Word.allCases.map(\.rawValue).joined(separator: ", "))
    }

    mutating func number(_ name: String, positive: Bool) -> Double? {
        guard let value = object[name], !value.isNull else { return nil }
        guard let number = value.double, positive ? number > 0 : number >= 0 else {
            fail(name, positive ? "this must be a number above 0" : "this must be a number, 0 or more")
            return nil
        }
        return number
    }

    mutating func values() -> [PrintedNumber]? {
        let list: [JSONValue]
        switch object["value"] {
        case .number(let number): list = [.number(number)]
        case .array(let elements): list = elements
        case nil, .null:
            fail("value", "a claim needs a value", hint: "write the figure as printed, 1300 or [1200, 1300]")
            return nil
        case .some(let other):
            fail(
                "value", "this must be a number or two numbers, not \(other.kind)",
                hint: "write 1300 or [1200, 1300], without quotes or thousands separators")
            return nil
        }
        let numbers = list.compactMap { element -> PrintedNumber? in
            guard case .number(let number) = element, number.value >= 0 else { return nil }
            // Programs write 1300 as 1300.0; nobody prints a figure so. A lone .0 shows no rounding.
            let text = number.text
            return PrintedNumber(digits: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
        }
        guard numbers.count == list.count, (1...2).contains(list.count) else {
            fail(
                "value", "this must be one number, or two for a range, none below 0",
                hint: "write 1300 or [1200, 1300]")
            return nil
        }
        if numbers.count == 2, numbers[0].value > numbers[1].value {
            fail("value", "the range runs backwards: the lower number comes first")
            return nil
        }
        return numbers
    }

    mutating func unit(_ name: String, _ value: JSONValue?) -> MeasureUnit? {
        guard let text = value?.string else {
            let wrong = value.flatMap { $0.isNull ? nil : "this must be a text, not \($0.kind)" }
            fail(name, wrong ?? "a claim needs a unit", hint: "\(.listUnits) lists the units")
            return nil
        }
        if let unit = MeasureUnit.named(text) { return unit }
        let meant = words?.unit(text)
        if takesWords, let meant { return meant }
        fail(
            name, "the unit \"\(text)\" is unknown",
            hint: meant.map { "write \($0.name)" } ?? "\(.listUnits) lists the units")
        return nil
    }

    /// The ends that the object gives, well or badly written.
    private var givenEnds: Set<ClaimEnd> {
        Set(ClaimEnd.allCases.filter { !(object[$0.rawValue]?.isNull ?? true) })
    }

    mutating func check(_ kind: ClaimKind, _ unit: MeasureUnit) {
        if !kind.rule.dimensions.contains(unit.dimension) {
            fail("unit", "\(unit.name) is no unit of \(kind == .area ? "an" : "a") \(kind.rawValue)")
        }
    }
}
