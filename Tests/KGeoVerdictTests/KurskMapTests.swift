// The real map of Kursk Oblast of 21 August 2024, and three figures that were printed about it.

import KGeo
import KGeoCore
import KGeoJSON
import KGeoScenario
import KGeoVerdict
import TestSupport
import Testing

@Suite(
    "Three figures about Kursk on a real map",
    .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct KurskMapTests {
    /// The areas were published rounded to 1 km².
    static let published = 0.5

    private func finding(_ figure: String, worded: Counting? = nil) throws -> Finding {
        let path = try #require(SharedFolder.path("maps/kursk/kursk_control_2024-08_2025-07.geojson"))
        var mapping = PropertyMapping()
        mapping.statusProperty = "status"
        mapping.controlled = ["ukrainian_controlled"]
        mapping.contested = ["unknown_grey"]
        mapping.dateProperty = "date"
        let loaded = try ScenarioLoader.load(ByteSource(path: path), mapping: mapping)
        #expect(loaded.problems.isEmpty)
        let checker = Checker(
            loaded.scenario, settings: CheckSettings(boundaryError: 500, asOf: day("2024-08-21")))
        return try checker.check(claim(figure, worded: worded))
    }

    @Test(
        "All three depend on what counts as held",
        arguments: [
            ("about 1,300 km²", [.overstated, .consistent]), ("about 1,200 km²", [.overstated, .consistent]),
            ("100–400 square miles", [.consistent, .understated]),
        ] as [(String, [Verdict])])
    func figures(_ figure: String, _ verdicts: [Verdict]) throws {
        let finding = try finding(figure)
        #expect(finding.verdict == .dependsOnDefinition && !finding.isRobust)
        #expect(finding.definitions.map(\.counting) == [.controlled, .controlledAndContested])
        #expect(finding.verdicts == verdicts)
        for (row, km2) in zip(finding.definitions, [828.0, 1_253]) {
            let measured = try #require(row.measured)
            #expect(abs(measured.value / 1e6 - km2) <= Self.published)
            #expect(measured.date == day("2024-08-21"))
            #expect(measured.boundaryErrorMetres == 500 && !measured.boundaryErrorAssumed)
        }
    }

    @Test("The sentence of the scenario format")
    func sentence() throws {
        let finding = try finding("about 1,300 km²", worded: .controlled)
        #expect(
            finding.because
                == "above the map as worded (controlled 828 km²); fits 1,253 km² with the grey zone")
        #expect(finding.verdictAsWorded == .overstated)
    }

    @Test("Inner lines do not count: the union's outline is 231 km, half of the parts' together")
    func outline() throws {
        let rows = try finding("about 1,300 km²").definitions
        let union = try #require(rows[1].measured)
        #expect((union.outlineDrawnMetres / 1e3).rounded() == 231)
    }
}
