// How often stated intervals hold on a real outline: a small version of Scripts/coverage.sh.

import KGeoControl
import KGeoCore
import KGeoJSON
import KGeoScenario
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct CoverageTests {
    private static func ground(_ day: String) throws -> [ControlPart] {
        let map = try ReferenceFiles.map("maps/kursk/kursk_control_2024-08_2025-07.geojson")
        let polygons = map.features.filter { feature in
            let properties = feature.record.properties
            return properties?["date"]?.string == day
                && properties?["status"]?.string == "ukrainian_controlled"
        }.flatMap { $0.geometry?.polygons ?? [] }
        return [ControlPart(polygons: polygons, boundaryError: nil)]
    }

    /// What 800 fields leave, in three standard deviations: 95 ± 2.3 of 100.
    static let holds = 0.927...0.973

    @Test(arguments: [(250.0, 2_000.0), (250, 50_000), (600, 5_000)])
    func theIntervalHolds(sigma: Double, length: Double) throws {
        let oblast = try #require(try GeoDataFolder.features("oblasts.geojson")["kursk-oblast"]?.geometry)
        let coverage = try Coverage(
            of: Self.ground("2024-08-21"), older: Self.ground("2024-08-14"),
            whole: [ControlPart(polygons: oblast.polygons, boundaryError: 0)], ruler: 20_000)
        let rows = try coverage.rows(sigma: sigma, correlationLength: length, fields: 800)
        #expect(rows.map(\.quantity) == [.area, .change, .share, .length])
        for row in rows where row.isFirstOrder {
            #expect(Self.holds.contains(row.covered), "\(row.quantity)")
            #expect(abs(row.u / row.deviation - 1) < 0.1, "\(row.quantity)")
        }
        #expect(rows.contains { $0.isFirstOrder })
    }

    /// Where displacements fold the ground, the formula is not said to hold.
    @Test func notSaidToHold() throws {
        let coverage = try Coverage(of: Self.ground("2024-08-21"), ruler: 20_000)
        let rows = try coverage.rows(sigma: 1_300, correlationLength: 2_000, fields: 10)
        #expect(rows.first?.isFirstOrder == false)
    }
}
