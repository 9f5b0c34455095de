// A pipeline inside real control areas, and the change between two real maps of a whole country.

import KGeo
import KGeoCore
import KGeoJSON
import KGeoScenario
import KGeoVerdict
import TestSupport
import Testing

@Suite(
    "Lengths and changes on real maps",
    .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct ReferenceChangeTests {
    private func load(_ path: String, _ mapping: PropertyMapping) throws -> Scenario {
        let loaded = try ScenarioLoader.load(
            ByteSource(path: try #require(SharedFolder.path(path))), mapping: mapping)
        #expect(loaded.problems.isEmpty)
        return loaded.scenario
    }

    @Test(
        "18.4 km of the pipeline in controlled ground, 24.1 km with the grey zone, as published beside the map"
    )
    func pipeline() throws {
        var mapping = PropertyMapping()
        mapping.statusProperty = "status"
        mapping.controlled = ["ukrainian_controlled"]
        mapping.contested = ["unknown_grey"]
        mapping.dateProperty = "date"
        var map = try load("maps/kursk/kursk_control_2024-08_2025-07.geojson", mapping)
        var claim = Claim(
            id: "c", kind: .length, numbers: [PrintedNumber(value: 18, step: 1)], unit: .km, qualifier: .about
        )
        claim.inside = Subject(role: .control)
        claim.asOf = CalendarDate(iso: "2024-08-24")
        map.claims = [claim]
        try map.add([
            ScenarioLoader.lines(
                ByteSource(
                    path: try #require(
                        SharedFolder.path("maps/pipeline_urengoy_pomary_uzhgorod_near_sudzha.geojson"))))
        ])
        let rows = try Checker(map, settings: CheckSettings(boundaryError: 500)).check(claim).definitions
        #expect(rows.count == 2)
        for (row, published) in zip(rows, [18.4, 24.1]) {
            // Published to 0.1 km.
            #expect(abs(try #require(row.measured).value / 1e3 - published) <= 0.05)
        }
    }

    /// Geodesic km² of the differences of the two maps: shapely 2.2 (GEOS) for the overlay, GeographicLib's polygon
    /// areas through pyproj 3.7, each printed to 1e-10 km².
    static let gained = 445.3079053
    static let lost = 4.9713146
    /// The overlay's crossings are rounded differently by another version of GEOS.
    static let tolerance = 1e-4

    @Test("May 2025 over all occupied ground: what was gained and lost")
    func month() throws {
        var map = Scenario(file: "two maps")
        for (day, date) in [("20250501", "2025-05-01"), ("20250601", "2025-06-01")] {
            var mapping = PropertyMapping()
            mapping.set = [("date", date), ("status", "controlled")].map {
                PropertyMapping.FixedValue(name: $0.0, value: $0.1)
            }
            map.features += try load("maps/occupied/deepstatemap_data_\(day).geojson", mapping).features
        }
        for i in map.features.indices { map.features[i].index = i }
        let checker = Checker(map, settings: CheckSettings(boundaryError: 250))
        for (measure, km2) in [
            (ClaimMeasure.gained, Self.gained), (.lost, Self.lost), (.net, Self.gained - Self.lost),
        ] {
            var claim = Claim(
                id: "c", kind: .area, measure: measure, numbers: [PrintedNumber(value: km2, step: 1)],
                unit: .km2, qualifier: .about)
            claim.period =
                try #require(
                    CalendarDate(iso: "2025-05-01"))...(try #require(CalendarDate(iso: "2025-06-01")))
            let finding = try checker.check(claim)
            let value = try #require(finding.definitions[0].measured)
            #expect(abs(value.value / 1e6 - km2) < Self.tolerance, "\(measure): \(value.value / 1e6)")
            // Far less than the error of the whole outline would be.
            #expect(value.u / 1e6 < 60 && finding.verdict != .overstated)
        }
    }
}
