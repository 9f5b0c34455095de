// `kgeo schema` against the reader: what the one has the other accepts, and what is broken both refuse.

import KGeoClaims
import KGeoCore
import KGeoJSON
import KGeoScenario
import TestSupport
import Testing

struct SchemaTests {
    /// What a feature may have beside what may be set for all.
    static let ofOneFeature = ["id", "coord_error_m", "lower_bound", "note"]

    /// An example of each property of a claim, for a share of ground inside a period.
    static let examples: [String: String] = [
        "id": "\"full\"", "kind": "\"share\"", "measure": "\"gained\"", "value": "[10, 20]",
        "unit": "\"percent\"", "qualifier": "\"between\"", "resolution": "1",
        "also": #"{"value": 0.2, "unit": "fraction"}"#,
        "subject": #"{"id": "h", "role": "control", "holder": "North", "region": "Mark"}"#,
        "worded": "\"controlled+contested\"", "counting": #"["controlled", "claimed"]"#,
        "of": #"{"official": "UA"}"#, "as_of": "\"2024-08-21\"", "window_days": "3",
        "period": "\"2024-08-06..2024-08-21\"", "quote": "\"a fifth\"",
        "source":
            #"{"outlet": "a", "title": "b", "author": "c", "url": "https://a.example", "archived": "https://b.example", "published": "2024-08-21", "speaker": "d"}"#,
        "note": "\"n\"",
        // Of other kinds than a share.
        "from": "\"p\"", "to": "\"q\"", "inside": #"{"region": "Mark"}"#,
    ]

    static func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    /// A claim with what it must have, other members over that.
    static func claim(_ members: [String: String] = [:], without name: String? = nil) -> String {
        var all = ["id": "\"c\"", "kind": "\"area\"", "value": "3", "unit": "\"km2\""]
        all.merge(members) { $1 }
        if let name { all[name] = nil }
        return object(all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// A scenario with what it must have, beside what is given.
    static func scenario(
        _ header: [(String, String)] = [], claims: [String] = [], feature: [(String, String)]? = nil
    ) -> String {
        let places = ["p", "q"].enumerated().map { i, id in
            #"{"type":"Feature","id":"\#(id)","geometry":{"type":"Point","coordinates":[35.1,51.\#(i)]},"properties":{"role":"place"}}"#
        }
        let own = feature ?? [("role", "\"control\""), ("status", "\"controlled\""), ("holder", "\"North\"")]
        let ground =
            #"{"type":"Feature","id":"h","geometry":{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]},"properties":"#
            + object(own) + "}"
        let kgeo = header + (claims.isEmpty ? [] : [("claims", "[" + claims.joined(separator: ", ") + "]")])
        return #"{"type":"FeatureCollection","kgeo":"# + object(kgeo) + #","features":["#
            + ([ground] + places).joined(separator: ",") + "]}"
    }

    static let defaults = object([
        ("boundary_error_m", "500"), ("correlation_length_m", "5000"), ("window_days", "3"),
        ("days_earlier", "1"),
        ("time_zone", "\"Europe/Kyiv\""), ("status", "\"controlled\""), ("holder", "\"North\""),
        ("region", "\"Mark\""), ("date", "\"2024-08-20\""), ("date_end", "\"2024-08-21\""),
        ("source", "\"a map\""), ("source_url", "\"https://a.example\""), ("licence", "\"CC0\""),
        ("role", "\"control\""),
    ])
    static let errorPart = object([
        ("counting", "\"controlled\""), ("holder", "\"North\""), ("region", "\"Mark\""),
        ("date", "\"2024-08-21\""), ("u_km2", "2"), ("reason", "\"a reason\""),
    ])

    /// A claim of every kind and every unit that it may have, of every measure, qualifier and role of a subject.
    static var variants: [String] {
        var claims: [[String: String]] = []
        for kind in ClaimKind.allCases {
            for unit in MeasureUnit.table where kind.rule.dimensions.contains(unit.dimension) {
                claims.append(["kind": "\"\(kind.rawValue)\"", "unit": "\"\(unit.name)\""])
            }
            for end in ClaimEnd.allCases
            where kind.rule.ends.contains(end) && !(kind.rule.isStretch && end != .inside) {
                let unit = MeasureUnit.table.first { kind.rule.dimensions.contains($0.dimension) }
                claims.append([
                    "kind": "\"\(kind.rawValue)\"", "unit": "\"\(unit?.name ?? "")\"",
                    end.rawValue: examples[end.rawValue] ?? "",
                ])
            }
        }
        claims += [#"{"region": "Sindh"}"#, "\"Sindh\""].map { whole in
            ["kind": "\"share\"", "unit": "\"percent\"", "of": whole]
        }
        claims += MeasureUnit.table.map { unit in
            let kind = ClaimKind.kinds(of: unit.dimension).first { $0 != .share } ?? .share
            return [
                "kind": "\"\(kind.rawValue)\"", "unit": "\"\(unit.name)\"",
                "also": #"{"value": 2, "unit": "\#(unit.name)"}"#,
            ]
        }
        claims += ClaimMeasure.allCases.map { measure in
            ["measure": "\"\(measure.rawValue)\""].merging(
                measure == .held ? [:] : ["period": examples["period"] ?? ""]
            ) { $1 }
        }
        claims += Qualifier.allCases.map { ["qualifier": "\"\($0.rawValue)\"", "value": "[3, 4]"] }
        claims += Role.allCases.map { ["subject": #"{"role": "\#($0.rawValue)"}"#] }
        claims += Role.allCases.map {
            ["kind": "\"length\"", "unit": "\"km\"", "inside": #"{"role": "\#($0.rawValue)"}"#]
        }
        claims += Status.allCases.map {
            ["worded": #"["\#($0.rawValue)"]"#, "counting": #"["\#($0.rawValue)"]"#]
        }
        claims.append([
            "inside": #"{"id": "h", "holder": "North", "region": "Mark"}"#, "kind": "\"length\"",
            "unit": "\"km\"",
        ])
        claims.append(["kind": "\"share\"", "unit": "\"percent\"", "of": #"{"id": "h"}"#])
        claims.append(["measure": "\"gained\"", "period": #"["2024-08-06", "2024-08-21"]"#])
        return claims.enumerated().map { i, members in
            var members = members
            members["id"] = "\"v\(i)\""
            if members["kind"] == "\"share\"", members["of"] == nil { members["of"] = examples["of"] }
            if members["kind"] == "\"distance\"", members["from"] == nil, members["to"] == nil {
                members["from"] = examples["from"]
            }
            return claim(members)
        }
    }

    /// Documents that between them have every property and every word of the schema.
    static var good: [String] {
        let ends = ["from", "to", "inside"]
        var documents = [
            scenario(
                [
                    ("schema", "1"), ("title", "\"t\""), ("summary", "\"s\""), ("licence", "\"l\""),
                    ("note", "\"n\""), ("defaults", defaults), ("error_parts", "[\(errorPart)]"),
                    (
                        "words",
                        object(Status.allCases.map { ($0.rawValue, "\"burned\"") })
                    ),
                ], claims: [claim(examples.filter { !ends.contains($0.key) })] + variants),
            scenario(feature: [
                ("id", "\"h\""), ("role", "\"control\""), ("status", "\"controlled\""),
                ("holder", "\"North\""),
                ("region", "\"Mark; Other\""), ("date", "\"2024-08-20\""), ("date_end", "\"2024-08-21\""),
                ("boundary_error_m", "500"), ("coord_error_m", "0"), ("lower_bound", "true"),
                ("source", "\"a map\""), ("source_url", "\"https://a.example\""), ("licence", "\"CC0\""),
                ("note", "\"n\""),
            ]),
        ]
        for role in Role.allCases where role != .place && role != .line && role != .front {
            documents.append(
                scenario(feature: [("role", "\"\(role.rawValue)\""), ("status", "\"controlled\"")]))
        }
        for status in Status.allCases {
            documents.append(
                scenario(
                    [
                        ("defaults", object([("status", "\"\(status.rawValue)\"")])),
                        (
                            "error_parts",
                            "[" + object([("counting", #"["\#(status.rawValue)"]"#), ("u_km2", "0")]) + "]"
                        ),
                    ],
                    feature: [("role", "\"control\""), ("status", "\"\(status.rawValue)\"")]))
        }
        for role in Role.allCases {
            documents.append(scenario([("defaults", object([("role", "\"\(role.rawValue)\"")]))]))
        }
        return documents
    }

    private func schema() throws -> JSONValue {
        try JSONText.value(reading: ByteSource(text: try Program.run(["schema"]).out))
    }

    private func reads(_ document: String) throws -> ProgramRun {
        try Program.run(["validate", "-", "--structure-only", "--format", "csv"], input: document)
    }

    @Test func whatTheSchemaHasTheReaderAccepts() throws {
        let schema = try schema()
        var checker = SchemaChecker()
        for document in Self.good {
            let faults = checker.faults(try JSONText.value(reading: ByteSource(text: document)), schema)
            #expect(faults.isEmpty, "\(document)")
            let run = try reads(document)
            #expect(run.code == 0, "\(run.out) \(run.err) \(document)")
        }
        // Each property and each word of the schema has been tried. A line as a feature needs a line's shape.
        let all = SchemaChecker.parts(of: schema)
        let lines = Set(["line", "front", "place"].map { "features[].properties.role=\($0)" })
        #expect(all.subtracting(checker.met).subtracting(lines) == [])
        #expect(all.count > 100)
    }

    @Test func whatTheReaderKnowsTheSchemaHas() throws {
        let header = try #require(
            try schema().object?["properties"]?.object?["kgeo"]?.object?["properties"]?.object)
        func names(_ value: JSONValue?) -> Set<String> {
            Set(value?.object?["properties"]?.object?.members.map(\.name) ?? [])
        }
        #expect(Set(header.members.map(\.name)) == Set(ScenarioReader.headerNames))
        #expect(names(header["defaults"]) == Set(ScenarioReader.defaultNames))
        #expect(names(header["error_parts"]?.object?["items"]) == Set(ScenarioReader.errorPartNames))
        #expect(names(header["claims"]?.object?["items"]) == ClaimReading.known)
        #expect(Set(Self.examples.keys) == ClaimReading.known)
        let feature = try schema().object?["properties"]?.object?["features"]?.object?["items"]?.object?[
            "properties"]?
            .object?["properties"]
        #expect(names(feature) == Set(PropertyMapping.settable + Self.ofOneFeature))
    }

    static let broken: [String] = {
        var documents = [
            scenario([("other", "1")]), scenario([("schema", "2")]), scenario([("title", "1")]),
            scenario([("defaults", "1")]), scenario([("claims", "{}")]), scenario([("error_parts", "{}")]),
            scenario(claims: ["1"]), scenario(feature: [("holder", "\"North\"")]),
        ]
        for (name, value) in [
            ("other", "1"), ("window_days", "2.5"), ("window_days", "3661"), ("boundary_error_m", "-1"),
            ("correlation_length_m", "0"), ("time_zone", "1"),
        ] { documents.append(scenario([("defaults", object([(name, value)]))])) }
        for part in [
            object([("u_km2", "1")]), object([("counting", "\"controlled\"")]),
            object([("counting", "\"held\""), ("u_km2", "1")]),
            object([("counting", "\"controlled\""), ("u_km2", "-1")]),
            object([("counting", "\"controlled\""), ("u_km2", "1"), ("other", "1")]),
            object([("counting", "\"controlled\""), ("u_km2", "1"), ("date", "\"2024-02-30\"")]),
        ] { documents.append(scenario([("error_parts", "[\(part)]")])) }
        for name in ["id", "kind", "value", "unit"] {
            documents.append(scenario(claims: [claim(without: name)]))
        }
        for members in [
            ["other": "1"], ["id": "1"], ["kind": "\"size\""], ["measure": "\"kept\""], ["value": "-1"],
            ["value": "[]"],
            ["value": "[1, 2, 3]"], ["value": "\"3\""], ["unit": "\"furlong\""], ["qualifier": "\"roughly\""],
            ["resolution": "0"], ["kind": "\"share\"", "unit": "\"percent\""],
            ["kind": "\"distance\"", "unit": "\"km\""], ["from": "\"p\""], ["inside": #"{"region": "Mark"}"#],
            ["also": #"{"value": 3}"#], ["also": #"{"value": 0, "unit": "km2"}"#],
            ["also": #"{"value": 3, "unit": "furlong"}"#],
            ["kind": "\"share\"", "unit": "\"percent\"", "of": "{}"],
            ["kind": "\"share\"", "unit": "\"percent\"", "of": #"{"id": "h", "official": "UA"}"#],
            ["subject": #"{"other": "x"}"#], ["subject": #"{"role": "x"}"#], ["subject": "\"North\""],
            ["worded": "\"held\""], ["counting": "[]"], ["as_of": "\"21 August\""], ["as_of": "20240821"],
            ["window_days": "1.5"], ["window_days": "-1"], ["quote": "1"], ["source": #"{"other": "x"}"#],
            ["measure": "\"gained\"", "period": "\"2024-08-06\""],
            ["measure": "\"gained\"", "period": #"["2024-08-06"]"#],
        ] { documents.append(scenario(claims: [claim(members)])) }
        for (name, value) in [
            ("role", "\"area\""), ("status", "\"held\""), ("holder", "{}"), ("date", "\"2024-02-30\""),
            ("boundary_error_m", "-1"), ("coord_error_m", "-1"), ("lower_bound", "\"yes\""),
            ("licence", "[]"),
        ] {
            let feature = [("role", "\"control\""), ("status", "\"controlled\"")].filter { $0.0 != name }
            documents.append(scenario(feature: feature + [(name, value)]))
        }
        return documents
    }()

    @Test(arguments: broken) func whatIsBrokenBothRefuse(_ document: String) throws {
        var checker = SchemaChecker()
        let value = try JSONText.value(reading: ByteSource(text: document))
        #expect(!checker.faults(value, try schema()).isEmpty)
        #expect(try reads(document).code == 65)
    }
}

/// Holds documents against a JSON Schema, as far as its keywords occur in that of scenarios.
struct SchemaChecker {
    /// The properties and words of the schema that documents had: "claims[].kind", "claims[].kind=area".
    private(set) var met: Set<String> = []

    /// What is wrong with a document; empty when it keeps the schema.
    mutating func faults(_ value: JSONValue, _ schema: JSONValue, at path: String = "") -> [String] {
        guard let rules = schema.object else { return ["\(path): the schema is no object"] }
        var faults: [String] = []
        func fault(_ what: String) { faults.append("\(path): \(what)") }
        for rule in rules.members {
            switch (rule.name, rule.value) {
            case ("$schema", _), ("title", _), ("description", _), ("then", _): break
            case ("type", .string(let type)):
                if !Self.isOf(type, value) { fault("no \(type)") }
            case ("const", let only):
                if value != only { fault("not \(only)") }
            case ("enum", .array(let words)):
                if words.contains(value) {
                    met.insert(Self.name(path, value))
                } else {
                    fault("not among the words")
                }
            case ("minimum", .number(let limit)):
                if let number = value.double, number < limit.value { fault("below \(limit.text)") }
            case ("exclusiveMinimum", .number(let limit)):
                if let number = value.double, number <= limit.value { fault("not above \(limit.text)") }
            case ("maximum", .number(let limit)):
                if let number = value.double, number > limit.value { fault("above \(limit.text)") }
            case ("minItems", .number(let limit)):
                if let items = value.array, Double(items.count) < limit.value { fault("too few") }
            case ("maxItems", .number(let limit)):
                if let items = value.array, Double(items.count) > limit.value { fault("too many") }
            case ("format", .string("date")):
                if let text = value.string, CalendarDate(iso: text) == nil { fault("no date") }
            case ("pattern", .string(let pattern)):
                guard let regex = try? Regex(pattern) else {
                    fault("an unreadable pattern")
                    break
                }
                if let text = value.string, text.firstMatch(of: regex) == nil { fault("another form") }
            case ("items", let schema):
                for item in value.array ?? [] { faults += self.faults(item, schema, at: path + "[]") }
            case ("required", .array(let names)):
                guard let object = value.object else { break }
                for name in names.compactMap(\.string) where object[name] == nil { fault("no \(name)") }
            case ("properties", .object(let properties)):
                for property in properties.members {
                    guard let own = value.object?[property.name] else { continue }
                    let path = path.isEmpty ? property.name : path + "." + property.name
                    met.insert(path)
                    faults += self.faults(own, property.value, at: path)
                }
            case ("additionalProperties", .bool(false)):
                let known = rules["properties"]?.object
                for member in value.object?.members ?? [] where known?[member.name] == nil {
                    fault("an unknown \(member.name)")
                }
            case ("allOf", .array(let schemas)):
                for schema in schemas { faults += self.faults(value, schema, at: path) }
            case ("anyOf", .array(let schemas)):
                if !schemas.contains(where: { self.faults(value, $0, at: path).isEmpty }) {
                    fault("none of several")
                }
            case ("oneOf", .array(let schemas)):
                let kept = schemas.count { self.faults(value, $0, at: path).isEmpty }
                if kept != 1 { fault("\(kept) of several") }
            case ("if", let condition):
                if self.faults(value, condition, at: path).isEmpty, let then = rules["then"] {
                    faults += self.faults(value, then, at: path)
                }
            default: fault("the keyword \(rule.name) is not known to this test")
            }
        }
        return faults
    }

    private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
        switch (type, value) {
        case ("object", .object), ("array", .array), ("string", .string), ("number", .number),
            ("boolean", .bool):
            true
        case ("integer", .number(let number)): number.value == number.value.rounded()
        default: false
        }
    }

    private static func name(_ path: String, _ value: JSONValue) -> String {
        "\(path)=\(value.string ?? "?")"
    }

    /// All properties and words of a schema, as `met` names them.
    static func parts(of schema: JSONValue, at path: String = "") -> Set<String> {
        guard let rules = schema.object else { return [] }
        var parts: Set<String> = []
        for word in rules["enum"]?.array ?? [] { parts.insert(name(path, word)) }
        for property in rules["properties"]?.object?.members ?? [] {
            let path = path.isEmpty ? property.name : path + "." + property.name
            parts.insert(path)
            parts.formUnion(Self.parts(of: property.value, at: path))
        }
        if let items = rules["items"] { parts.formUnion(Self.parts(of: items, at: path + "[]")) }
        for keyword in ["oneOf", "anyOf", "allOf"] {
            for schema in rules[keyword]?.array ?? [] { parts.formUnion(Self.parts(of: schema, at: path)) }
        }
        return parts
    }
}
