// Structured claims that keep the rules.

import KGeoClaims
import KGeoCore
import Testing

@Suite("A structured claim")
struct ClaimReadingTests {
    @Test("The least a claim needs, and what is taken for granted")
    func least() throws {
        let (claim, problems) = read(object())
        #expect(problems.isEmpty)
        let read = try #require(claim)
        #expect(read.id == "kursk" && read.kind == .area && read.unit == .km2)
        #expect(read.measure == .held && read.qualifier == .exact && read.resolution == nil)
        #expect(read.numbers == [PrintedNumber(value: 1_300, step: 100)])
        #expect(read.subject == Subject() && read.worded == nil && read.counting == nil)
    }

    @Test("All properties")
    func all() throws {
        let (claim, problems) = read(
            object([
                "value": .array([.digits("1200"), .digits("1300")]), "measure": .string("peak"),
                "qualifier": .string("about"), "resolution": .digits("50"),
                "subject": .object([
                    "role": .string("control"), "holder": .string("A"), "region": .string("R"),
                ]),
                "worded": .string("controlled+contested"), "counting": .array([.string("controlled")]),
                "of": .object(["official": .string("UA")]), "as_of": .string("2024-08-27"),
                "window_days": .digits("5"),
                "period": .array([.string("2024-08-06"), .string("2025-04-26")]),
                "quote": .string("…"), "note": .string("…"),
                "also": .object(["value": .digits("500"), "unit": .string("mi2")]),
                "source": .object([
                    "outlet": .string("O"), "title": .string("T"), "author": .string("A"),
                    "url": .string("https://example.org/a"), "archived": .string("http://example.org/b"),
                    "published": .string("2024-08-27"), "speaker": .string("S"),
                ]),
            ]))
        #expect(problems.isEmpty)
        let read = try #require(claim)
        #expect(read.numbers.map(\.value) == [1_200, 1_300])
        #expect(read.measure == .peak && read.qualifier == .between && read.resolution == 50)
        #expect(read.subject == Subject(role: .control, holder: "A", region: "R"))
        #expect(read.worded == .controlledAndContested && read.counting == .controlled)
        #expect(read.of == .official(code: "UA"))
        #expect(read.asOf?.description == "2024-08-27" && read.windowDays == 5)
        #expect(read.period?.upperBound.description == "2025-04-26")
        #expect(read.equivalent == Claim.Equivalent(number: printed("500"), unit: .mi2))
        #expect(read.source?["url"] == "https://example.org/a")
        #expect(read.source?.label == "S, O, 2024-08-27")
    }

    @Test("A range without a qualifier is between, and null is as good as nothing")
    func range() throws {
        let (claim, problems) = read(
            object([
                "value": .array([.digits("100"), .digits("400")]), "qualifier": .null, "as_of": .null,
                "of": .null, "source": .null, "resolution": .null, "subject": .null,
            ]))
        #expect(problems.isEmpty)
        #expect(claim?.qualifier == .between)
    }

    @Test(
        "Each kind with a unit of its own",
        arguments: [
            ("area", "ha"), ("length", "km"), ("distance", "mi"), ("depth", "nmi"), ("width", "m"),
            ("radius", "ft"), ("rate", "km2/day"), ("rate", "m/day"),
        ])
    func kinds(_ kind: String, _ unit: String) {
        var members = object(["kind": .string(kind), "unit": .string(unit)])
        if kind == "distance" { members["from"] = .string("p") }
        let (claim, problems) = read(members)
        #expect(problems.isEmpty)
        #expect(claim?.kind.rawValue == kind && claim?.unit.name == unit)
    }

    @Test("The ends of each kind: every combination, and the reader says what the table says")
    func ends() {
        let values: [ClaimEnd: JSONValue] = [
            .from: .string("p"), .to: .string("q"), .inside: .object(["id": .string("oblast")]),
        ]
        for kind in ClaimKind.allCases where kind != .share {
            let unit = MeasureUnit.table.first { $0.dimension == kind.rule.dimensions[0] }?.name ?? ""
            for mask in 0..<8 {
                let given = ClaimEnd.allCases.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(
                    \.element)
                var members = object(["kind": .string(kind.rawValue), "unit": .string(unit)])
                for end in given { members[end.rawValue] = values[end] }
                let (claim, problems) = read(members)
                let fault = kind.fault(ends: Set(given))
                #expect(problems.first?.message == fault?.message && problems.count == (fault == nil ? 0 : 1))
                #expect(problems.first?.place.property == fault?.end.rawValue)
                if fault == nil { #expect(claim?.ends == Set(given)) }
            }
        }
        #expect(ClaimKind.kinds(with: .inside) == [.length])
        #expect(ClaimKind.kinds(of: .length) == [.length, .distance, .depth, .width, .radius, .extent])
    }

    @Test("A share with a feature or an official area as denominator")
    func share() {
        for (of, expected) in [
            (JSONValue.object(["id": .string("ukraine")]), Denominator.feature(id: "ukraine")),
            (.object(["official": .string("UA-59")]), .official(code: "UA-59")),
        ] {
            let (claim, problems) = read(
                object(["kind": .string("share"), "unit": .string("percent"), "of": of]))
            #expect(problems.isEmpty)
            #expect(claim?.of == expected)
        }
    }
}
