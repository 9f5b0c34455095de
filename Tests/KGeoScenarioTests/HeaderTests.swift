// The `kgeo` member: defaults and claims.

import KGeoCore
import KGeoScenario
import Testing

@Suite("The kgeo member")
struct HeaderTests {
    static let claim = #"{"id":"c","kind":"area","value":1300,"unit":"km2"}"#

    @Test("Title, summary, licence, claims")
    func all() throws {
        let read = try read(
            collection(
                control,
                kgeo:
                    "{\"schema\":1,\"title\":\"T\",\"summary\":\"S\",\"licence\":\"L\",\"note\":\"N\",\"claims\":[\(Self.claim)]}"
            ))
        #expect(read.problems.isEmpty)
        #expect(read.scenario.title == "T" && read.scenario.summary == "S" && read.scenario.licence == "L")
        #expect(read.scenario.claims.map(\.id) == ["c"])
        #expect(read.scenario.claims.first?.numbers == [PrintedNumber(value: 1_300, step: 100)])
    }

    @Test("Defaults stand in where a feature says nothing, and only there")
    func defaults() throws {
        let read = try read(
            collection(
                feature(""), feature(#""status":"contested","holder":"B","date":null"#),
                kgeo:
                    #"{"defaults":{"role":"control","status":"controlled","holder":"A","region":"R; S","date":"2024-08-21","source":"M","source_url":"https://example.org","licence":"L","boundary_error_m":300,"correlation_length_m":4000,"window_days":5}}"#
            ))
        #expect(read.problems.isEmpty)
        #expect(read.scenario.features.map(\.status) == [.controlled, .contested])
        #expect(read.scenario.features.map(\.holder) == ["A", "B"])
        #expect(read.scenario.features.map(\.date) == [day("2024-08-21"), day("2024-08-21")])
        #expect(read.scenario.features.allSatisfy { $0.regions == ["R", "S"] && $0.source == "M" })
        #expect(read.scenario.licence == "L")
        let defaults = read.scenario.defaults
        #expect(defaults.boundaryError == 300 && defaults.correlationLength == 4_000)
        #expect(defaults.windowDays == 5)
        // σ stays with the scenario, so that an option of the command line can stand before it.
        #expect(read.scenario.features.allSatisfy { $0.boundaryError == nil })
    }

    @Test(
        "What it may not be",
        arguments: [
            (#""text""#, "must be an object, not a text"),
            (#"{"schema":2}"#, "\"schema\" is 2; this kgeo reads schema 1"),
            (#"{"schema":"1"}"#, "\"schema\" is a text; this kgeo reads schema 1"),
            (#"{"titel":"x"}"#, "unknown property \"titel\""),
            (#"{"title":7}"#, "\"title\" must be a text, not a number"),
            (#"{"summary":["x"]}"#, "\"summary\" must be a text, not an array"),
            (#"{"claims":{}}"#, "\"claims\" must be an array"),
            (#"{"claims":[7]}"#, "claim #0 must be an object"),
            (#"{"defaults":[]}"#, "\"defaults\" must be an object"),
            (#"{"defaults":{"colour":"red"}}"#, "unknown property \"colour\""),
            (#"{"defaults":{"boundary_error_m":-1}}"#, "\"boundary_error_m\" must be a number, 0 or more"),
            (#"{"defaults":{"boundary_error_m":"wide"}}"#, "must be a number"),
            (#"{"defaults":{"correlation_length_m":0}}"#, "must be between 100 and 10000000"),
            (#"{"defaults":{"window_days":2.5}}"#, "a whole number of days"),
            (#"{"defaults":{"window_days":1e9}}"#, "a whole number of days"),
            (#"{"defaults":{"time_zone":"Mars/Olympus"}}"#, "\"time_zone\" is unknown"),
        ])
    func problems(_ member: String, _ message: String) throws {
        let read = try read(collection(control, kgeo: member))
        #expect(read.problems.count == 1)
        #expect(read.says(message), "\(read.problems.map(\.message))")
        #expect(read.problems.first?.place.file == "map.geojson")
    }

    @Test("Null is as good as nothing")
    func nulls() throws {
        let read = try read(
            collection(control, kgeo: #"{"schema":1,"title":null,"claims":null,"defaults":null}"#))
        #expect(read.problems.isEmpty)
    }

    @Test("A bad claim is said with its id and property, and the others are kept")
    func badClaim() throws {
        let bad = #"{"id":"bad","kind":"area","value":1300,"unit":"parsec"}"#
        let read = try read(collection(control, kgeo: "{\"claims\":[\(bad),\(Self.claim)]}"))
        #expect(read.problems.map(\.place.claim) == ["bad"])
        #expect(read.problems.map(\.place.property) == ["unit"])
        #expect(read.problems.first?.place.file == "map.geojson")
        #expect(read.scenario.claims.map(\.id) == ["c"])
    }

    @Test("Two claims of one id, in a scenario and beside a mapping")
    func duplicateClaims() throws {
        let text = collection(control, kgeo: "{\"claims\":[\(Self.claim),\(Self.claim)]}")
        var mapping = PropertyMapping()
        mapping.statusProperty = "status"
        for mapping in [PropertyMapping(), mapping] {
            let read = try read(text, mapping: mapping)
            #expect(read.problems.map(\.place.claim) == ["c"])
            #expect(read.says("another claim has the same id"))
        }
    }

    @Test(
        "Claims that name what the map has not",
        arguments: [
            ("area", #""subject":{"id":"x"}"#, "subject"), ("area", #""of":{"id":"x"}"#, "of"),
            ("distance", #""from":"x""#, "from"), ("distance", #""to":"x""#, "to"),
            ("length", #""inside":{"id":"x"}"#, "inside"),
        ])
    func references(_ kind: String, _ member: String, _ property: String) throws {
        let unit = kind == "area" ? "km2" : "km"
        let claim =
            "{\"id\":\"c\",\"kind\":\"\(kind)\",\"value\":1,\"unit\":\"\(unit)\",\(member)}"
        let missing = try read(collection(control, kgeo: "{\"claims\":[\(claim)]}"))
        #expect(missing.problems.map(\.place.property) == [property])
        #expect(missing.problems.map(\.place.claim) == ["c"])
        #expect(missing.says("no feature has the id \"x\""))
        let there = try read(
            collection(feature(#""role":"reference","id":"x""#), kgeo: "{\"claims\":[\(claim)]}"))
        #expect(there.problems.isEmpty)
    }
}
