// Maps and scenarios as text, and what reading them gives.

import KGeoCore
import KGeoJSON
import KGeoScenario
import Testing

/// What came of reading.
struct Read {
    var scenario: Scenario
    var problems: [Problem]
    var notices: [Notice]

    /// The problems at a property of a feature or claim.
    func problems(at property: String) -> [Problem] { problems.filter { $0.place.property == property } }
    /// Whether a problem says this.
    func says(_ text: String) -> Bool { problems.contains { $0.message.contains(text) } }
}

/// Reads a whole text.
func read(_ text: String, mapping: PropertyMapping = PropertyMapping()) throws -> Read {
    let document = try GeoJSONDocument(reading: ByteSource(text: text))
    var reader = ScenarioReader(mapping: mapping)
    let scenario = reader.scenario(document, file: "map.geojson")
    return Read(scenario: scenario, problems: reader.problems, notices: reader.notices)
}

/// A collection of features, with a `kgeo` member unless it is left out.
func collection(_ features: String..., kgeo: String? = #"{"schema":1}"#) -> String {
    let member = kgeo.map { "\"kgeo\":\($0)," } ?? ""
    return "{\"type\":\"FeatureCollection\",\(member)\"features\":[\(features.joined(separator: ","))]}"
}

/// A feature with some properties: `feature(#""role":"control","status":"controlled""#)`.
func feature(_ properties: String, _ geometry: String = square, id: String? = nil) -> String {
    let id = id.map { "\"id\":\($0)," } ?? ""
    return "{\"type\":\"Feature\",\(id)\"properties\":{\(properties)},\"geometry\":\(geometry)}"
}

let square = #"{"type":"Polygon","coordinates":[[[35,51],[36,51],[36,52],[35,52],[35,51]]]}"#
let line = #"{"type":"LineString","coordinates":[[35,51],[36,51]]}"#
let point = #"{"type":"Point","coordinates":[35,51]}"#
let empty = #"{"type":"MultiPolygon","coordinates":[]}"#

/// A control area that keeps all rules.
let control = feature(#""role":"control","status":"controlled""#)

/// A day; a test with a day that is none fails on the missing value.
func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? CalendarDate(dayNumber: .min / 2) }
