// Claims and JSON for the tests of this room.

import KGeoClaims
import KGeoCore
import KGeoExtract

/// A printed number from its digits; a test with digits that are none fails on the missing value.
func printed(_ digits: String) -> PrintedNumber {
    PrintedNumber(digits: digits) ?? PrintedNumber(value: .nan, step: .nan)
}

/// A claim of an area (or whatever the unit measures) as printed.
func claim(
    _ digits: String..., unit: MeasureUnit = .km2, as qualifier: Qualifier = .exact,
    resolution: Double? = nil,
    also: (digits: String, unit: MeasureUnit)? = nil
) -> Claim {
    var claim = Claim(
        id: "c", kind: .area, numbers: digits.map(printed), unit: unit, qualifier: qualifier)
    claim.resolution = resolution
    claim.equivalent = also.map { Claim.Equivalent(number: printed($0.digits), unit: $0.unit) }
    return claim
}

/// A JSON object whose numbers keep their digits: `json(["value": .digits("1300")])`.
func json(_ members: KeyValuePairs<String, JSONValue>) -> JSONObject {
    JSONObject(members.map { JSONObject.Member($0.key, $0.value) })
}

extension JSONValue {
    static func digits(_ text: String) -> JSONValue {
        .number(JSONNumber(text: text, value: Double(text) ?? .nan))
    }
}

/// A claim that keeps all rules, with some members replaced (null removes one) or added.
func object(_ changes: KeyValuePairs<String, JSONValue> = [:]) -> JSONObject {
    var object = json([
        "id": .string("kursk"), "kind": .string("area"), "value": .digits("1300"), "unit": .string("km2"),
    ])
    for (name, value) in changes { object[name] = value }
    return object
}

/// What reading an object gives: of a scenario, where codes stand, or of a claims file, where words may stand for them.
func read(_ object: JSONObject, index: Int = 0, inWords: Bool = false) -> (claim: Claim?, problems: [Problem])
{
    var problems: [Problem] = []
    let claim = ClaimReading.claim(
        object, index: index, words: FigureReader.english, takesWords: inWords, problems: &problems)
    return (claim, problems)
}

/// Rounding of a few operations in double precision, relative.
let rounding = 1e-12

/// Whether two numbers are the same but for rounding; infinities must be the same.
func same(_ a: Double, _ b: Double) -> Bool {
    a == b || abs(a - b) <= rounding * max(abs(a), abs(b))
}

/// Whether two intervals are the same but for rounding.
func same(_ a: Interval, _ b: Interval) -> Bool { same(a.low, b.low) && same(a.high, b.high) }
