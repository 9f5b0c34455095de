// What the properties of a scenario's features mean.

import KGeoCore
import KGeoScenario
import Testing

@Suite("Features of a scenario")
struct FeatureReadingTests {
    @Test("All properties of a feature")
    func all() throws {
        let read = try read(
            collection(
                feature(
                    #""id":"k","role":"control","status":"contested","holder":"A","region":"Kursk Oblast; Sumy Oblast","date":"2024-08-21","date_end":"2024-08-25","boundary_error_m":250.5,"source":"S","source_url":"https://example.org","licence":"L","note":"N","date_text":"late August""#
                )))
        #expect(read.problems.isEmpty && read.notices.isEmpty)
        let feature = try #require(read.scenario.features.first)
        #expect(feature.id == "k" && feature.role == .control && feature.status == .contested)
        #expect(feature.holder == "A" && feature.regions == ["Kursk Oblast", "Sumy Oblast"])
        #expect(feature.date == day("2024-08-21") && feature.dateEnd == day("2024-08-25"))
        #expect(feature.boundaryError == 250.5 && feature.source == "S" && feature.licence == "L")
        #expect(feature.sourceURL == "https://example.org" && feature.note == "N")
        #expect(!read.scenario.isPlainMap)
    }

    @Test(
        "Every role with a shape of its own",
        arguments: [
            ("control", square), ("reference", square), ("reference", line), ("line", line), ("place", point),
            ("front", line), ("control", empty),
        ])
    func roles(_ role: String, _ geometry: String) throws {
        let read = try read(collection(feature("\"role\":\"\(role)\",\"status\":\"controlled\"", geometry)))
        #expect(read.problems.isEmpty)
        #expect(read.scenario.features.map(\.role.rawValue) == [role])
    }

    @Test("Every status, which only control areas have", arguments: Status.allCases)
    func statuses(_ status: Status) throws {
        let read = try read(
            collection(
                feature("\"role\":\"control\",\"status\":\"\(status.rawValue)\""),
                feature(#""role":"reference""#)))
        #expect(read.problems.isEmpty)
        #expect(read.scenario.features.map(\.status) == [status, nil])
    }

    @Test(
        "Regions are parted by a semicolon, with or without space",
        arguments: [
            ("A", ["A"]), ("A; B", ["A", "B"]), ("A;B ;  C", ["A", "B", "C"]), ("; A;", ["A"]), ("", []),
        ])
    func regions(_ text: String, _ regions: [String]) throws {
        let read = try read(collection(feature("\"role\":\"reference\",\"region\":\"\(text)\"")))
        #expect(read.scenario.features.first?.regions == regions)
    }

    @Test("An id is the feature's own or that of its properties; numbers serve too")
    func ids() throws {
        let read = try read(
            collection(
                feature(#""role":"reference""#, id: "\"a\""), feature(#""role":"reference","id":"b""#),
                feature(#""role":"reference""#, id: "7"), feature(#""role":"reference""#)))
        #expect(read.problems.isEmpty)
        #expect(read.scenario.features.map(\.id) == ["a", "b", "7", nil])
    }

    @Test("Makers of the map, each once, from control areas alone")
    func mapmakers() throws {
        let read = try read(
            collection(
                feature(#""role":"control","status":"controlled","source":"B""#),
                feature(#""role":"control","status":"contested","source":"A""#),
                feature(#""role":"control","status":"contested","source":"B""#),
                feature(#""role":"reference","source":"C""#)))
        #expect(read.scenario.mapmakers == ["B", "A"])
    }
}
