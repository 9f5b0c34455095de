// The JSON Schema (draft 2020-12) of scenario files, made from the same words that the reader knows.

internal import KGeoClaims
public import KGeoCore

/// The schema of scenario files.
public enum ScenarioSchema {
    private static func words<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> JSONValue
    where Word.RawValue == String {
        .array(Word.allCases.map { .string($0.rawValue) })
    }
    private static func text(_ description: String) -> JSONValue {
        .object(["type": .string("string"), "description": .string(description)])
    }
    private static func choice<Word: RawRepresentable & CaseIterable>(
        _ word: Word.Type, _ description: String
    ) -> JSONValue
    where Word.RawValue == String { .object(["enum": words(word), "description": .string(description)]) }
    private static func number(_ description: String, above: Bool = false) -> JSONValue {
        .object([
            "type": .string("number"), above ? "exclusiveMinimum" : "minimum": .number(JSONNumber(0)),
            "description": .string(description),
        ])
    }
    private static func days(_ description: String) -> JSONValue {
        .object([
            "type": .string("integer"), "minimum": .number(JSONNumber(0)),
            "maximum": .number(JSONNumber(Claim.longestWindow)),
            "description": .string(description),
        ])
    }
    private static func date(_ description: String) -> JSONValue {
        .object(["type": .string("string"), "format": .string("date"), "description": .string(description)])
    }
    private static let subject: JSONValue = .object([
        "type": .string("object"),
        "properties": .object([
            "id": text("the feature's id"), "role": choice(Role.self, "its role"),
            "holder": text("who holds it"),
            "region": text("where it is"),
        ]),
        "additionalProperties": .bool(false),
        "description": .string("which features the claim speaks of: all that agree with every part given"),
    ])

    /// The schema of a whole scenario file.
    public static let value: JSONValue = .object([
        "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
        "title": .string("kgeo scenario, schema 1"),
        "type": .string("object"),
        "required": .array([.string("type"), .string("features")]),
        "properties": .object([
            "type": .object(["const": .string("FeatureCollection")]),
            "kgeo": .object([
                "type": .string("object"),
                "properties": .object([
                    "schema": .object(["const": .number(JSONNumber(1))]), "title": text("one line"),
                    "summary": text("a few sentences"), "licence": text("of the map"),
                    "note": text("anything else"),
                    "defaults": defaults,
                    "words": .object([
                        "type": .string("object"),
                        "properties": .object(
                            JSONObject(
                                Status.allCases.map { .init($0.rawValue, text("what such ground is called")) }
                            )),
                        "additionalProperties": .bool(false),
                        "description": .string(
                            "what statuses are called in sentences and tables, such as burned"),
                    ]),
                    "error_parts": .object(["type": .string("array"), "items": errorPart]),
                    "claims": .object(["type": .string("array"), "items": claim]),
                ]),
                "additionalProperties": .bool(false),
            ]),
            "features": .object([
                "type": .string("array"),
                "items": .object([
                    "type": .string("object"),
                    "properties": .object(["properties": feature]),
                    "required": .array([.string("type"), .string("geometry"), .string("properties")]),
                ]),
            ]),
        ]),
    ])

    private static let errorPart: JSONValue = .object([
        "type": .string("object"),
        "required": .array([.string("counting"), .string("u_km2")]),
        "properties": .object([
            "counting": counting("what the area counts"),
            "holder": text("of whom; left out: of anybody"), "region": text("where"),
            "date": date("on which day; left out: on any"),
            "u_km2": number("a further part of the area's error, one standard deviation in km²"),
            "reason": text("what is uncertain"),
        ]),
        "additionalProperties": .bool(false),
        "description": .string("an error that the outline does not show, independent of the others"),
    ])

    private static let defaults: JSONValue = .object([
        "type": .string("object"),
        "properties": .object([
            "boundary_error_m": number(
                "standard deviation of control lines that give none of their own, in m"),
            "correlation_length_m": number(
                "correlation length of a line's displacement, in m; 5000 when left out", above: true),
            "window_days": days("how far a map may lie from a claim's date, in days; 3 when left out"),
            "days_earlier": days(
                "by how many days maps may be earlier than their dates, as a mirror's that lags"),
            "time_zone": text("the zone in which a unix time becomes a date"),
            "status": choice(Status.self, "for features that give none"),
            "holder": text("for features that give none"),
            "region": text("for features that give none"), "date": date("for features that give none"),
            "date_end": date("for features that give none"), "source": text("for features that give none"),
            "source_url": text("for features that give none"), "licence": text("for features that give none"),
            "role": choice(Role.self, "for features that give none"),
        ]),
        "additionalProperties": .bool(false),
    ])

    private static let feature: JSONValue = .object([
        "type": .string("object"),
        "required": .array([.string("role")]),
        "properties": .object([
            "id": text("unique in a scenario; the feature's own id member serves too"),
            "role": choice(Role.self, "what the feature is"),
            "status": choice(Status.self, "for control areas; contested is the grey zone"),
            "holder": text("who holds it"),
            "region": text("where it is; several joined with \"; \""),
            "date": date("since when, or on which day, it is so"),
            "date_end": date("until when it is so"),
            "boundary_error_m": number(
                "how far the drawn line may be from the real one: one standard deviation, in m"),
            "coord_error_m": number("of a place the radius within which it lies, in m"),
            "lower_bound": .object([
                "type": .string("boolean"),
                "description": .string(
                    "of a line: drawn straight from place to place, so that the real one is longer"),
            ]),
            "source": text("where it comes from"), "source_url": text("a link"), "licence": text("a licence"),
            "note": text("anything else"),
        ]),
    ])

    private static func kind(_ name: String) -> JSONValue {
        .object(["properties": .object(["kind": .object(["const": .string(name)])])])
    }

    /// Statuses that count: a text such as controlled+contested, or a list.
    private static func counting(_ description: String) -> JSONValue {
        let word = "(" + Status.allCases.map(\.rawValue).joined(separator: "|") + ")"
        return .object([
            "oneOf": .array([
                .object([
                    "type": .string("string"), "pattern": .string("^ *\(word) *([+;,] *\(word) *)*$"),
                ]),
                .object([
                    "type": .string("array"), "items": choice(Status.self, "a status"),
                    "minItems": .number(JSONNumber(1)),
                ]),
            ]),
            "description": .string(description),
        ])
    }

    /// For each end, the kinds that may have it, from the one table.
    private static let ends: [JSONValue] = ClaimEnd.allCases.map { end in
        .object([
            "if": .object(["required": .array([.string(end.rawValue)])]),
            "then": .object([
                "properties": .object([
                    "kind": .object([
                        "enum": .array(ClaimKind.kinds(with: end).map { .string($0.rawValue) })
                    ])
                ])
            ]),
        ])
    }

    private static let claim: JSONValue = .object([
        "type": .string("object"),
        "required": .array(["id", "kind", "value", "unit"].map { .string($0) }),
        "allOf": .array(
            [
                .object([
                    "if": kind("share"), "then": .object(["required": .array([.string("of")])]),
                ]),
                .object([
                    "if": kind("distance"),
                    "then": .object([
                        "anyOf": .array(["from", "to"].map { .object(["required": .array([.string($0)])]) })
                    ]),
                ]),
            ] + ends),
        "additionalProperties": .bool(false),
        "properties": .object([
            "id": text("unique"), "kind": choice(ClaimKind.self, "what kind of quantity"),
            "measure": choice(ClaimMeasure.self, "what of it; left out: held, of a rate gained"),
            "value": .object([
                "oneOf": .array([
                    number("as printed"),
                    .object([
                        "type": .string("array"), "items": number("as printed"),
                        "minItems": .number(JSONNumber(1)),
                        "maxItems": .number(JSONNumber(2)),
                    ]),
                ]),
                "description": .string("one number, or two for a range, as printed"),
            ]),
            "unit": .object([
                "enum": .array(MeasureUnit.table.map { .string($0.name) }),
                "description": .string("the table of units explains them"),
            ]),
            "qualifier": choice(Qualifier.self, "as printed"),
            "resolution": number(
                "rounding step in the unit; inferred from the digits when left out", above: true),
            "also": .object([
                "type": .string("object"), "required": .array([.string("value"), .string("unit")]),
                "properties": .object([
                    "value": number("as printed", above: true),
                    "unit": .object(["enum": .array(MeasureUnit.table.map { .string($0.name) })]),
                ]),
                "additionalProperties": .bool(false),
                "description": .string("the same figure as printed in a second unit"),
            ]),
            "subject": subject,
            "worded": counting("what the claim's own words count"),
            "counting": counting("a definition forced by the author"),
            "of": .object([
                "oneOf": .array([
                    .object([
                        "type": .string("object"), "required": .array([.string("id")]),
                        "properties": .object(["id": .object(["type": .string("string")])]),
                        "additionalProperties": .bool(false),
                    ]),
                    .object([
                        "type": .string("object"), "required": .array([.string("region")]),
                        "properties": .object(["region": .object(["type": .string("string")])]),
                        "additionalProperties": .bool(false),
                    ]),
                    .object(["type": .string("string")]),
                    .object([
                        "type": .string("object"), "required": .array([.string("official")]),
                        "properties": .object(["official": .object(["type": .string("string")])]),
                        "additionalProperties": .bool(false),
                    ]),
                ]),
                "description": .string(
                    "denominator of a share: a feature's id, or an official area ("
                        + OfficialAreas.codes.joined(separator: ", ") + ")"),
            ]),
            "from": text(
                "id of a feature: an end of a distance or of a stretch of line, the border of a depth, the middle of a radius"
            ),
            "to": text(
                "id of a feature: the other end of a distance (left out, the subject's ground) or of a stretch"
            ),
            "inside": subject,
            "as_of": date("the day the figure speaks of"),
            "window_days": days("how far a map may lag, in days"),
            "period": .object([
                "oneOf": .array([
                    .object([
                        "type": .string("string"),
                        "pattern": .string(
                            #"^ *\d{4}-\d{2}-\d{2} *(\.\.|…|,|;|/| to ) *\d{4}-\d{2}-\d{2} *$"#),
                    ]),
                    .object([
                        "type": .string("array"), "items": date("a day"),
                        "minItems": .number(JSONNumber(2)), "maxItems": .number(JSONNumber(2)),
                    ]),
                ]),
                "description": .string(
                    "first and last day, like 2024-08-06..2025-04-26, for every measure but held; a change is that from the end of the day before the first"
                ),
            ]),
            "quote": text("the words of the claim"),
            "source": .object([
                "type": .string("object"),
                "properties": .object(
                    JSONObject(ClaimSource.knownNames.map { .init($0, text("for the reader")) })),
                "additionalProperties": .bool(false),
            ]),
            "note": text("anything else"),
        ]),
    ])
}
