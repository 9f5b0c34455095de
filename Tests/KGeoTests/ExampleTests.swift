// The examples of the comments, of the README and of Docs/Library.md, line by line as they stand there, run.
// Lines are as the comments have them.
// swift-format-ignore-file

import KGeo
import TestSupport
import Testing

struct ExampleTests {
    let root = SharedFolder.projectRoot ?? ""
    let printed = Printed()

    /// What the examples print by.
    func print(_ items: Any...) { printed.lines.append(items.map { "\($0)" }.joined(separator: " ")) }

    /// Holds what was printed against what the example says that it prints.
    func compare(_ name: String = #function) throws {
        let example = try #require(try Example.tested()[String(name.prefix { $0 != "(" })])
        #expect(printed.lines == example.expected)
    }

    final class Printed {
        var lines: [String] = []
    }

    @Test("Every example of the comments and pages is run as it stands, and no other")
    func theExamplesAreThoseOfTheComments() throws {
        let documented = try Example.documented()
        let tested = Set(try Example.tested().values)
        #expect(documented.count >= 15)
        for (example, file) in documented {
            #expect(!example.expected.isEmpty, "an example of \(file) does not say what it prints: \(example.code)")
            #expect(tested.contains(example), "no test runs this example of \(file): \(example.code)")
        }
        for example in tested.subtracting(documented.keys) {
            Issue.record("this example stands in no comment and no page: \(example.code)")
        }
    }

    @Test func aMapIsLoadedAndAFigureChecked() throws {
        let map = try ControlMap(.file(root + "/Scenarios/example.geojson"))
        print(map.dates)  // [2024-01-10, 2024-02-10]
        let ground = Subject(holder: "Southland")
        let finding = try map.check("about 700 km2", of: ground, on: map.dates.last, worded: .controlled)
        print(finding.verdict.words)  // depends on the definition
        try compare()
    }

    @Test func aMapSaysWhatIsInIt() throws {
        let map = try ControlMap(.file(root + "/Scenarios/example.geojson"))
        print(map.claims.count > 5, map.holders)  // true ["Eastland", "Southland"]
        try compare()
    }

    @Test func areasOfADay() throws {
        let map = try ControlMap(.file(root + "/Scenarios/example.geojson"))
        let held = try map.areas(on: map.dates[0])[0]
        print((held.value.value / 1e6).rounded(), "km²")  // 103.0 km²
        print((held.area.lonlatSquareMetres / 1e6).rounded())  // 103.0
        try compare()
    }

    @Test func aMapsOwnClaims() throws {
        let map = try ControlMap(.file(root + "/Scenarios/example.geojson"))
        let findings = try map.check(map.claims)
        print(findings[0].claim.id, findings[0].verdict.rawValue)  // depends depends-on-definition
        try compare()
    }

    @Test func aFigureUnderEachDefinition() throws {
        let map = try ControlMap(.file(root + "/Scenarios/example.geojson"))
        let ground = Subject(holder: "Southland")
        let finding = try map.check("more than 1,000 km2", of: ground, on: map.dates.last, worded: .controlled)
        print(finding.verdict.rawValue, finding.said.low, finding.said.high)  // overstated 1000.0 inf
        for row in finding.definitions {
            guard let measured = row.measured else { continue }
            print(row.counting.label, (measured.value / 1e6).rounded(), row.verdict.rawValue)
        }
        // controlled 438.0 overstated
        // controlled+contested 699.0 overstated
        try compare()
    }

    @Test func aClaimFromWords() throws {
        let claim = try Claim(figure: "up to a fifth")
        print(claim.kind, claim.numbers[0].value, claim.unit.symbol, claim.qualifier)  // share 0.2 of the whole upTo
        try compare()
    }

    @Test func twoDaysOfAMap() throws {
        let map = try ControlMap(.file(root + "/Scenarios/example.geojson"))
        let change = try map.change(of: Subject(holder: "Southland"))
        print((change.gained.value / 1e6).rounded(), (change.lost.value / 1e6).rounded())  // 334.0 0.0
        print((2 * change.net.u / 1e6).rounded())  // 21.0
        try compare()
    }

    @Test func twoMaps() throws {
        func map(_ east: Int, _ day: String) throws -> ControlMap {
            let square = #"{"type":"Polygon","coordinates":[[[30,45],[\#(east),45],[\#(east),46],[30,46],[30,45]]]}"#
            let day = MapProperties(day: CalendarDate(iso: day))
            return try ControlMap(.text(square), properties: day)
        }
        let change = try map(31, "2025-05-01").change(to: try map(32, "2025-06-01"))
        print((change.net.value / 1e6).rounded(), change.lost.value)  // 8686.0 0.0
        try compare()
    }

    @Test func propertiesOfAMap() throws {
        let text = #"""
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"zone":"red","day":"2025-05-01"},
            "geometry":{"type":"Polygon","coordinates":[[[30,45],[31,45],[31,46],[30,46],[30,45]]]}}]}
            """#
        let meaning = MapProperties(status: "zone", controlled: ["red"], date: "day", holder: "Southland")
        let map = try ControlMap(.text(text), properties: meaning)
        print(map.dates, map.holders)  // [2025-05-01] ["Southland"]
        try compare()
    }

    @Test func errorsOfAMap() throws {
        let square = #"{"type":"Polygon","coordinates":[[[30,45],[31,45],[31,46],[30,46],[30,45]]]}"#
        let assumed = try ControlMap(.text(square))
        let rough = try ControlMap(.text(square), settings: MapSettings(boundaryErrorMetres: 1_000))
        print((2 * (try assumed.areas()[0].value.u) / 1e6).rounded())  // 152.0
        print((2 * (try rough.areas()[0].value.u) / 1e6).rounded())  // 125.0
        try compare()
    }

    @Test func whereAMapComesFrom() throws {
        let source = MapSource.bytes([UInt8](#"{"type":"Point","coordinates":[30,45]}"#.utf8), name: "a point")
        print(source.name)  // a point
        try compare()
    }

    @Test func areasOfFeatures() throws {
        let degree = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}"#
        let measured = try measureGeoJSON(.text(degree))
        print(measured[0].area.geodesicSquareMetres.rounded())  // 12308778361.0
        print(measured[0].area.lonlatSquareMetres.rounded())  // 12308463894.0
        try compare()
    }

    @Test func lengthsOfFeatures() throws {
        let line = #"{"type":"LineString","coordinates":[[0,0],[1,0]]}"#
        print(try measureGeoJSON(.text(line))[0].lengthMetres.rounded())  // 111319.0
        try compare()
    }

    @Test func figuresOfAText() throws {
        let text = "On 10 February Southland held about 1,300 square kilometres (500 square miles) of Southmark."
        let figure = figures(in: text)[0]
        print(figure.kind, figure.qualifier, figure.quote)
        // area about 1,300 square kilometres (500 square miles)
        print(figure.siLow / 1e6, figure.unit.symbol, figure.date ?? "undated")  // 1300.0 km² 10 February
        try compare()
    }

    @Test func aFigureOfATextIsChecked() throws {
        let text = "Southland holds more than 1,000 km2 of Southmark."
        var claim = Claim(figures(in: text)[0])
        claim.subject = Subject(holder: "Southland")
        let map = try ControlMap(.file(root + "/Scenarios/example.geojson"))
        claim.asOf = map.dates.last
        print(try map.check([claim])[0].verdict.words)  // above the map
        try compare()
    }

    @Test func theReadme() throws {
        let map = try ControlMap(.file(root + "/Scenarios/example.geojson"))
        let ground = Subject(holder: "Southland")
        let finding = try map.check("more than 1,000 km2", of: ground, on: map.dates.last)
        print(finding.verdict.words)  // above the map
        let change = try map.change(of: ground)
        print((change.gained.value / 1e6).rounded(), (2 * change.gained.u / 1e6).rounded())  // 334.0 21.0
        print(try measureGeoJSON(.file(root + "/Scenarios/road.geojson")).count > 1)  // true
        print(figures(in: "They took some 20 sq km, officials said.")[0].siLow)  // 20000000.0
        try compare()
    }

    @Test func thePageOfALocalMap() throws {
        let drawn = #"""
            {"type":"Feature","properties":{"zone":"held","day":"2025-05-01"},"geometry":
            {"type":"Polygon","coordinates":[[[30,45],[30.5,45],[30.5,45.5],[30,45.5],[30,45]]]}}
            """#
        let meaning = MapProperties(status: "zone", controlled: ["held"], date: "day", holder: "Southland")
        let settings = MapSettings(boundaryErrorMetres: 500)
        let map = try ControlMap(.text(drawn, name: "may.geojson"), properties: meaning, settings: settings)
        let finding = try map.check("about 3,000 km2", on: map.dates[0])
        print(finding.verdict.words)  // above the map
        print(finding.because)  // above the map at 2,181 km² controlled
        try compare()
    }

    @Test func thePageOfErrors() throws {
        do {
            _ = try measureGeoJSON(.text(#"{"type":"Point","coordinates":[30,95]}"#, name: "place.geojson"))
        } catch {
            print(error.code.rawValue, error.place.line ?? 0)  // coordinate 1
            print(error.message)  // latitude 95 is outside −90…90
        }
        try compare()
    }
}
