// Structured claims that break a rule: each problem names the claim and the property.

import KGeoClaims
import KGeoCore
import Testing

@Suite("A structured claim that breaks a rule")
struct ClaimProblemTests {
    struct Broken: CustomTestStringConvertible {
        var change: (name: String, value: JSONValue)
        var property, message: String
        var hint: String?
        var testDescription: String { "\(change.name): \(message)" }
        init(
            _ name: String, _ value: JSONValue, at property: String? = nil, _ message: String,
            hint: String? = nil
        ) {
            change = (name, value)
            self.property = property ?? name
            self.message = message
            self.hint = hint
        }
    }

    @Test(
        "One rule each",
        arguments: [
            // What every claim needs.
            Broken("id", .null, "a claim needs an id"), Broken("id", .string(""), "a claim needs an id"),
            Broken("id", .digits("7"), "a claim needs an id that is a text"),
            Broken("kind", .null, "needs this property", hint: "area, share, length"),
            Broken("kind", .string("volume"), "\"volume\" is unknown", hint: "area, share, length"),
            Broken("kind", .digits("1"), "must be a text, not a number"),
            Broken("value", .null, "a claim needs a value"),
            Broken("unit", .null, "a claim needs a unit", hint: "the table of units"),
            Broken("unit", .digits("1"), "must be a text, not a number"),
            // Numbers.
            Broken("value", .string("1,300"), "not a text", hint: "without quotes"),
            Broken("value", .digits("-5"), "none below 0"), Broken("value", .array([]), "one number, or two"),
            Broken("value", .array([.digits("1"), .string("2")]), "one number, or two"),
            Broken("value", .array([.digits("1"), .digits("2"), .digits("3")]), "one number, or two"),
            Broken("value", .array([.digits("400"), .digits("100")]), "the range runs backwards"),
            Broken("resolution", .digits("0"), "a number above 0"),
            Broken("resolution", .string("100"), "a number above 0"),
            Broken("window_days", .digits("-1"), "0 or more"),
            Broken("window_days", .digits("2.5"), "a whole number of days"),
            // Words.
            Broken("measure", .string("taken"), "\"taken\" is unknown", hint: "held, gained"),
            Broken("qualifier", .string("circa"), "\"circa\" is unknown", hint: "write about"),
            Broken("qualifier", .string("maybe not"), "\"maybe not\" is unknown", hint: "exact, about"),
            Broken("qualifier", .string("between"), at: "value", "\"between\" needs two numbers"),
            Broken("worded", .string("held"), "\"held\" is no status", hint: "controlled+contested"),
            Broken("worded", .string("controlled+grey"), "\"grey\" is no status", hint: "contested"),
            Broken("counting", .array([.string("grey")]), "\"grey\" is no status", hint: "contested"),
            Broken("counting", .array([]), "no status is named"),
            Broken("counting", .digits("1"), "a text or a list of statuses"),
            // Ends.
            Broken("from", .string("p"), "from has no meaning for a claim of kind area", hint: "depth"),
            Broken("inside", .object(["id": .string("p")]), "inside has no meaning", hint: "length"),
            // Units.
            Broken("unit", .string("sq km"), "\"sq km\" is unknown", hint: "write km2"),
            Broken("unit", .string("parsec"), "\"parsec\" is unknown", hint: "the table of units"),
            Broken("unit", .string("km"), "km is no unit of an area"),
            Broken("kind", .string("length"), at: "unit", "km2 is no unit of a length"),
            Broken("kind", .string("share"), at: "unit", "km2 is no unit of a share"),
            Broken("also", .digits("500"), "the same figure as printed in a second unit"),
            Broken("also", .object(["value": .digits("500")]), at: "also.unit", "needs a unit"),
            Broken(
                "also", .object(["value": .digits("500"), "unit": .string("mi")]), at: "also.unit",
                "mi does not measure the same as km2"),
            // Subjects and denominators.
            Broken("subject", .string("Ukraine"), "must be an object"),
            Broken("subject", .object(["role": .string("army")]), at: "subject.role", "\"army\" is unknown"),
            Broken("subject", .object(["holder": .digits("1")]), at: "subject.holder", "must be a text"),
            Broken("subject", .object(["oblast": .string("x")]), at: "subject.oblast", "is unknown"),
            Broken("inside", .digits("1"), "must be an object"),
            Broken("of", .string(" "), "must be {\"id\""), Broken("of", .object([:]), "must be {\"id\""),
            Broken("of", .object(["id": .string("a"), "official": .string("UA")]), "must be {\"id\""),
            Broken("of", .object(["official": .string("XX")]), "\"XX\"", hint: "UA, UA-59"),
            Broken("from", .digits("1"), "must be a text"), Broken("to", .array([]), "must be a text"),
            // Dates.
            Broken("as_of", .string("2024-02-30"), "no day of the calendar", hint: "2024-08-21"),
            Broken("as_of", .string("August 2024"), "no day of the calendar"),
            Broken("as_of", .digits("20240821"), "must be a text"),
            Broken("period", .string("2024"), "two days of the calendar in order"),
            Broken("period", .array([.string("2024-08-06")]), "two days of the calendar in order"),
            Broken(
                "period", .array([.string("2025-01-01"), .string("2024-01-01")]),
                "two days of the calendar in order"),
            Broken(
                "period", .array([.string("2024-01-01"), .string("2024-02-30")]),
                "two days of the calendar in order"),
            // For the reader.
            Broken("quote", .digits("1"), "must be a text"),
            Broken("source", .string("x"), "must be an object"),
            Broken("source", .object(["editor": .string("x")]), at: "source.editor", "unknown or no text"),
            Broken("source", .object(["title": .digits("1")]), at: "source.title", "unknown or no text"),
            Broken(
                "source", .object(["url": .string("javascript:alert(1)")]), at: "source.url",
                "http, https, mailto or doi"),
            Broken("source", .object(["archived": .string("file:///etc")]), at: "source.archived", "http"),
            Broken("source", .object(["url": .string(" https://x")]), at: "source.url", "http"),
            Broken("territory", .string("x"), "this property is unknown", hint: "the schema"),
        ])
    func rules(_ broken: Broken) throws {
        let (claim, problems) = read(object([broken.change.name: broken.change.value]), index: 4)
        #expect(claim == nil)
        let problem = try #require(problems.first { $0.place.property == broken.property })
        #expect(problem.message.contains(broken.message), "\(problem.message)")
        #expect(problem.place.claim == (broken.change.name == "id" ? nameless(broken) : "kursk"))
        #expect(problem.code == .claim)
        if let hint = broken.hint {
            #expect(problem.hint?.contains(hint) == true, "\(problem.hint ?? "no hint")")
        }
    }

    private func nameless(_ broken: Broken) -> String { broken.change.value.string ?? "#4" }

    @Test("A share needs a denominator")
    func share() {
        let (_, problems) = read(object(["kind": .string("share"), "unit": .string("percent")]))
        #expect(problems.map(\.place.property) == ["of"])
        #expect(problems.first?.hint?.contains("official") == true)
    }

    @Test("All problems of a claim are said, not the first alone")
    func all() {
        let (_, problems) = read(
            object([
                "id": .null, "kind": .string("volume"), "unit": .string("parsec"), "value": .string("x"),
                "as_of": .string("2024-02-30"), "worded": .string("x"), "extra": .digits("1"),
            ]))
        #expect(
            Set(problems.compactMap(\.place.property)) == [
                "id", "kind", "unit", "value", "as_of", "worded", "extra",
            ])
        #expect(problems.count == 7)
    }

    @Test("No sentence says true or false")
    func neutral() {
        let (_, problems) = read(object(["value": .string("x"), "of": .digits("1"), "extra": .null]))
        for problem in problems {
            for word in ["true", "false"] {
                #expect(!problem.message.contains(word) && !(problem.hint ?? "").contains(word))
            }
        }
    }
}
