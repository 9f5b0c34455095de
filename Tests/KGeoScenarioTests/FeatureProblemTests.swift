// Broken rules of features: each problem names the feature and the property.

import KGeoCore
import KGeoScenario
import Testing

@Suite("Features that break a rule")
struct FeatureProblemTests {
    @Test(
        "One rule each",
        arguments: [
            (
                #""status":"controlled""#, square, "role", "a feature of a scenario needs a role",
                "control, reference"
            ),
            (#""role":"army""#, square, "role", "the role \"army\" is unknown", "control, reference"),
            (
                #""role":"control""#, square, "status", "a control area needs a status",
                "controlled, contested"
            ),
            (
                #""role":"control","status":"held""#, square, "status", "\"held\" is unknown",
                "controlled, contested"
            ),
            (
                #""role":"reference","date":"2024-02-30""#, square, "date", "no day of the calendar",
                "date_text"
            ),
            (
                #""role":"reference","date":"August 2024""#, square, "date", "no day of the calendar",
                "date_text"
            ),
            (#""role":"reference","date":1724272310"#, square, "date", "must be a text like 2024-08-21", ""),
            (
                #""role":"reference","date":"2024-08-21","date_end":"2024-08-20""#, square, "date_end",
                "is before", ""
            ),
            (#""role":"reference","date_end":"2024-08-20""#, square, "date_end", "date_end without date", ""),
            (#""role":"reference","boundary_error_m":-1"#, square, "boundary_error_m", "0 or more", ""),
            (
                #""role":"reference","boundary_error_m":"wide""#, square, "boundary_error_m",
                "a number of metres", ""
            ),
            (#""role":"reference","holder":["A"]"#, square, "holder", "must be a text", ""),
            (
                #""role":"reference","source_url":"javascript:x""#, square, "source_url",
                "must begin with http", ""
            ),
            (
                #""role":"control","status":"controlled""#, line, "role", "must be a Polygon or MultiPolygon",
                ""
            ),
            (#""role":"control","status":"controlled""#, point, "role", "not a Point", ""),
            (#""role":"place""#, square, "role", "a place must be a Point", ""),
            (#""role":"line""#, point, "role", "a line must be a LineString", ""),
            (#""role":"front""#, square, "role", "a front must be a LineString", ""),
        ])
    func rules(
        _ properties: String, _ geometry: String, _ property: String, _ message: String, _ hint: String
    ) throws {
        let read = try read(collection(control, feature(properties + ",\"id\":\"x\"", geometry)))
        let problem = try #require(read.problems.first)
        #expect(read.problems.count == 1)
        #expect(problem.code == .scenario)
        #expect(problem.place.feature == 1 && problem.place.id == "x" && problem.place.file == "map.geojson")
        #expect(problem.place.property == property)
        #expect(problem.message.contains(message), "\(problem.message)")
        #expect((problem.hint ?? "").contains(hint))
    }

    @Test("The same id twice")
    func duplicates() throws {
        let read = try read(
            collection(
                feature(#""role":"reference""#, id: "\"a\""), control,
                feature(#""role":"reference","id":"a""#)))
        #expect(read.problems.map(\.place.feature) == [2])
        #expect(read.says("feature 0 has it too"))
    }

    @Test("All features are looked at, not the first bad one alone")
    func all() throws {
        let read = try read(
            collection(
                feature(#""role":"x""#), feature(#""role":"control""#),
                feature(#""role":"reference","date":"x","boundary_error_m":-1"#)))
        #expect(read.problems.map(\.place.feature) == [0, 1, 2, 2])
    }
}
