// Numbers that stand beside a figure without a verdict, as JSON.

internal import KGeo
internal import KGeoControl
internal import KGeoCore
internal import KGeoVerdict

/// Prints what was measured beside a figure.
enum BesideObject {
    /// A number beside a finding: what was measured, where, and the value under each counting.
    static func value(_ other: PlanAnswer.Beside) -> JSONValue { .object(object(other.plan, other.finding)) }

    /// What lies near a town on the maps of each maker that show it.
    static func values(_ near: ArticleFinding.Orientation) -> [JSONValue] {
        near.answers.compactMap { answer in
            guard let sentence = PlanSentence(near.plan, answer, quote: "").orientation else { return nil }
            var result = object(near.plan, answer.finding)
            result["near"] = .text(near.plan.region?.around?.text)
            if case .approach(let place) = near.plan.question, let approach = answer.approach {
                result["near"] = .string(place.text)
                result["values"] = .array([])
                result["approach"] = object(approach)
                result["command"] = .text(answer.command)
            }
            result["maker"] = .string(answer.maker)
            result["maps"] = .string(answer.path)
            result["sentence"] = .string(sentence)
            return .object(result)
        }
    }

    /// How far a front came towards a town, in m.
    private static func object(_ approach: FrontApproach) -> JSONValue {
        func length(_ value: MeasuredValue) -> JSONValue {
            let ends = value.interval95
            return .object([
                "value_si": .number(value.value),
                "interval95_si": .array([.number(ends.low), .number(ends.high)]),
            ])
        }
        return .object([
            "before_m": .number(approach.before), "after_m": .number(approach.after),
            "nearer": length(approach.nearer), "reach_m": .number(FrontApproach.reach),
            "forward": approach.forward.map(length) ?? .null,
        ])
    }

    private static func object(_ plan: Plan, _ finding: Finding) -> JSONObject {
        [
            "operation": .string(plan.operation), "holder": .text(plan.claim.subject.holder),
            "region": .text(plan.region?.text),
            "values": .array(
                finding.definitions.compactMap { row in
                    row.measured.map { .object(value($0, row, plan.claim.unit)) }
                }),
        ]
    }

    private static func value(
        _ measured: MeasuredValue, _ row: DefinitionFinding, _ unit: MeasureUnit
    ) -> JSONObject {
        let ends = measured.interval95
        return [
            "counting": .string(row.counting.label), "of": .text(row.denominator?.name),
            "value": .number(unit.value(si: measured.value)), "unit": .string(unit.symbol),
            "value_si": .number(measured.value),
            "interval95_si": .array([.number(ends.low), .number(ends.high)]),
            "from_date": .text(measured.fromDate?.description),
            "date": .text((measured.toDate ?? measured.date)?.description),
        ]
    }
}
