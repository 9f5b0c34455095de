// Values come back from JSON as they went, under names that stay.

import Foundation
import KGeo
import TestSupport
import Testing

struct CodableTests {
    static func map() throws -> ControlMap {
        let root = try #require(SharedFolder.projectRoot)
        return try ControlMap(.file(root + "/Scenarios/example.geojson"))
    }

    @discardableResult
    private func roundTrip<Value: Codable & Equatable>(_ value: Value) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let bytes = try encoder.encode(value)
        #expect(try JSONDecoder().decode(Value.self, from: bytes) == value)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("Every finding, claim, area and change of a scenario comes back")
    func findings() throws {
        let map = try Self.map()
        for finding in try map.check(map.claims) { try roundTrip(finding) }
        try roundTrip(map.claims)
        try roundTrip(map.notices)
        try roundTrip(try map.areas())
        try roundTrip(try map.change(of: Subject(holder: "Southland")))
        try roundTrip(
            figures(
                in: "Up to 20 km² (7.7 sq mi) fell between 3 May 2024 and June 2024; 12% of Kursk is held."))
    }

    @Test("Open ends are null, not infinity")
    func intervals() throws {
        #expect(try roundTrip(Interval(1, .infinity)) == #"{"high":null,"low":1}"#)
        #expect(try roundTrip(Interval(-.infinity, .infinity)) == #"{"high":null,"low":null}"#)
        #expect(try roundTrip(Interval(0, 2)) == #"{"high":2,"low":0}"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(Interval.self, from: Data(#"{"low":2,"high":1}"#.utf8))
        }
        try roundTrip(BoundingBox())
        #expect(try roundTrip(BoundingBox([Coordinate(1, 2), Coordinate(3, 4)])) == "[1,2,3,4]")
    }

    @Test("Dates, units and definitions are one text each")
    func texts() throws {
        #expect(try roundTrip([try #require(CalendarDate(iso: "2024-02-29"))]) == #"["2024-02-29"]"#)
        #expect(try roundTrip([MeasureUnit.km2]) == #"["km2"]"#)
        #expect(try roundTrip([Counting.controlledAndContested]) == #"["controlled+contested"]"#)
        for wrong in [#"["2024-02-30"]"#, #"["2024"]"#, "[1]"] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode([CalendarDate].self, from: Data(wrong.utf8))
            }
        }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([MeasureUnit].self, from: Data(#"["furlong"]"#.utf8))
        }
    }

    @Test("A claim has the members of the scenario format")
    func claimNames() throws {
        var claim = try Claim(figure: "about 1,300 km2")
        claim.asOf = CalendarDate(iso: "2024-08-21")
        claim.worded = .controlled
        claim.source = ClaimSource([ClaimSource.Member(name: "outlet", value: "A paper")])
        #expect(
            try roundTrip(claim)
                == #"{"as_of":"2024-08-21","id":"claim-1","kind":"area","measure":"held","numbers":[{"step":100,"value":1300}],"#
                + #""qualifier":"about","quote":"about 1,300 km2","source":{"members":[{"name":"outlet","value":"A paper"}]},"#
                + #""subject":{},"unit":"km2","worded":"controlled"}"#)
    }

    @Test(
        "Shapes are GeoJSON geometries",
        arguments: [
            #"{"coordinates":[1,2],"type":"Point"}"#, #"{"coordinates":[1,2,3.5],"type":"Point"}"#,
            #"{"coordinates":[],"type":"Point"}"#, #"{"coordinates":[[1,2],[3,4]],"type":"MultiPoint"}"#,
            #"{"coordinates":[[1,2],[3,4,5]],"type":"LineString"}"#,
            #"{"coordinates":[[[1,2],[3,4]]],"type":"MultiLineString"}"#,
            #"{"coordinates":[[[0,0],[1,0],[1,1],[0,0]]],"type":"Polygon"}"#,
            #"{"coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]],"type":"MultiPolygon"}"#,
            #"{"geometries":[{"coordinates":[1,2],"type":"Point"}],"type":"GeometryCollection"}"#,
        ])
    func geometries(_ text: String) throws {
        let geometry = try JSONDecoder().decode(Geometry.self, from: Data(text.utf8))
        #expect(try roundTrip(geometry) == text)
    }

    @Test("A problem keeps code, place and hint")
    func problems() throws {
        do {
            _ = try measureGeoJSON(.text("{", name: "broken.geojson"))
            Issue.record("a text that is no JSON was measured")
        } catch {
            #expect(error.code == .json && error.place.file == "broken.geojson")
            try roundTrip(error)
        }
        var problem = Problem(.topology, "crosses", at: Problem.Place(feature: 2, id: "x"), hint: "mend it")
        problem.place.coordinate = Coordinate(1, 2)
        try roundTrip(Notice(.warning, problem))
    }

    @Test("Notes on rings and denominators have names of the file format")
    func choices() throws {
        #expect(try roundTrip(RingNote.longEdge(vertex: 3)) == #"{"note":"long_edge","vertex":3}"#)
        for note in [
            RingNote.halfTurnEdge(vertex: 0), .fullTurnEdge(vertex: 1), .turnsOver(vertex: 2), .encirclesPole,
            .holesExceedShell,
            .holeBeyondShell(ring: 2), .runsTwice(ring: 0), .standsTwice(ring: 1),
            .cancels,
        ] { try roundTrip(note) }
        #expect(try roundTrip(Denominator.official(code: "UA")) == #"{"official":"UA"}"#)
        #expect(try roundTrip(Denominator.feature(id: "x")) == #"{"id":"x"}"#)
        try roundTrip(Denominator.areas([DenominatorUsed(name: "n", squareMetres: 1e6, source: "s")]))
        for wrong in ["{}", #"{"note":"long_edge"}"#, #"{"note":"none"}"#] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(RingNote.self, from: Data(wrong.utf8))
            }
        }
    }

    @Test("What a map is read by comes back too")
    func settings() throws {
        try roundTrip(
            MapProperties(status: "zone", controlled: ["red"], day: CalendarDate(iso: "2025-05-01")))
        #expect(
            try roundTrip(MapSettings(boundaryErrorMetres: 500, windowDays: 7))
                == #"{"boundary_error_m":500,"edges":"geodesic","window_days":7}"#)
    }
}
