// Numbers of settlements in what check-article prints, and what was measured for a figure or a number.

internal import KGeo
internal import KGeoArticle
internal import KGeoCore

extension CheckArticleReport {
    /// A number of settlements: which of those that are known lie in the ground.
    func block(_ found: CountFinding, _ out: inout Page) {
        let (count, reading) = (found.read.count, found.read.reading)
        let place = [reading.holder, reading.region].compactMap(\.self).joined(separator: " in ")
        let measure = reading.measure.map { " \($0.rawValue)" } ?? ""
        out.line()
        wrapped(
            "“\(PlainQuote.text(count.quote))”: settlements\(measure)" + (place.isEmpty ? "" : ", \(place)"),
            &out, rest: "   ")
        for answer in found.answers {
            wrapped(
                Self.sentence(found, answer) ?? "\(answer.maker): \(answer.finding.because)", &out,
                first: "   ", rest: "     ")
        }
        if let reason = found.unmapped {
            wrapped("– not measured: \(reason)", &out, first: "   ", rest: "     ")
        }
    }

    private static func sentence(_ found: CountFinding, _ answer: PlanAnswer) -> String? {
        found.plan.flatMap {
            PlanSentence($0, answer, quote: PlainQuote.text(found.read.count.quote)).settlements
        }
    }

    /// A number of settlements with its reading, which is of the kind `count`.
    static func count(_ found: CountFinding) -> JSONValue {
        let read = found.read
        var reading = ReadingObject.object(read.reading)
        reading["kind"] = .string("count")
        return .object([
            "quote": .string(read.count.quote), "start": .count(read.count.start),
            "end": .count(read.count.end), "said": .object(ExtractedText.said(read.count)),
            "reading": .object(reading), "plan": plan(found.plan, found.answers),
            "findings": .array(found.answers.map { finding(found, $0) }),
            "unlinked": .text(read.reading.whyNot), "no_map": .text(found.unmapped),
        ])
    }

    /// Which settlements lie in the ground on the maps of one maker.
    private static func finding(_ found: CountFinding, _ answer: PlanAnswer) -> JSONValue {
        let places = answer.settlements
        func names(_ names: [String]?) -> JSONValue { .array((names ?? []).map { .string($0) }) }
        return .object([
            "maker": .string(answer.maker), "maps": .string(answer.path),
            "days": .array(answer.days.map { .string($0.description) }),
            "least": places.map { .count($0.least) } ?? .null, "inside": names(places?.inside),
            "at_edge": names(places?.atEdge), "verdict": .text(places?.verdict?.rawValue),
            "because": .text(places == nil ? answer.finding.because : nil),
            "sentence": .text(sentence(found, answer)),
        ])
    }

    /// What is measured, on which maps, and what measures it again.
    static func plan(_ plan: Plan?, _ answers: [PlanAnswer]) -> JSONValue {
        guard let plan else { return .null }
        return .object([
            "maps": .array(
                answers.map { answer in
                    .object([
                        "maker": .string(answer.maker), "path": .string(answer.path),
                        "region": .text((answer.instead ?? plan).region?.text),
                        "days": .array(answer.days.map { .string($0.description) }),
                        "command": .text(answer.command),
                    ])
                }),
            "region": .text(plan.region?.text), "operation": .string(plan.operation),
            "command": .text(answers.lazy.compactMap(\.command).first),
        ])
    }
}
