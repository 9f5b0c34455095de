// What a map holds without any claim.

import KGeo
import KGeoCore
import KGeoScenario
import KGeoVerdict
import Testing

@Suite("Areas of a map without claims")
struct StatusTableTests {
    @Test("A row per date, holder and status, and one for held and contested together")
    func rows() throws {
        var map = scenario(
            ground([(.contested, 425), (.controlled, 828)], date: "2024-08-21", holder: "A"),
            ground([(.controlled, 300)], date: "2024-08-21", holder: "B", south: 53),
            ground([(.controlled, 500)], date: "2024-08-10", holder: "A"),
            ground([(.controlled, 7)], date: nil, holder: "A"))
        map.features[4].status = nil
        map.features[4].statusText = "liberated"
        let rows = try ClaimChecker(map).statusTable()
        let shown = rows.map {
            "\($0.date?.description ?? "undated") \($0.holder ?? "–") \($0.status) \(Figures.short($0.area.geodesicSquareMetres / 1e6))"
        }
        #expect(
            shown == [
                "2024-08-10 A controlled 500", "2024-08-21 A controlled 828", "2024-08-21 A contested 425",
                "2024-08-21 A controlled+contested 1,253", "2024-08-21 B controlled 300",
                "undated A liberated 7.00",
            ])
        #expect(rows[3].featureCount == 2)
        #expect(rows.allSatisfy { $0.value.date == $0.date })
        let day = try ClaimChecker(map).statusTable(asOf: day("2024-08-10"))
        #expect(day.map(\.status) == ["controlled"])
    }

    @Test("Nothing to list")
    func empty() throws { #expect(try ClaimChecker(scenario()).statusTable().isEmpty) }
}
