// Days in the names of files.

import KGeoCore
import KGeoScenario
import Testing

@Suite struct FileDateTests {
    static let kyiv = MapTimeZone("Europe/Kyiv")!

    @Test(arguments: [
        ("deepstatemap_data_20250501.geojson", "2025-05-01"),
        ("/a/20240101/map-2025-05-01.kml", "2025-05-01"),
        ("2025_05_01 front.kmz", "2025-05-01"), ("1724272310.geojson", "2024-08-21"),
        ("20250501-2025-05-01.kml", "2025-05-01"),
    ])
    func daysInNames(name: String, day: String) {
        #expect(FileDate(path: name, timeZone: Self.kyiv)?.date.description == day)
    }

    @Test(arguments: [
        "map.geojson", "20251301.geojson", "12345678.geojson", "20250501-20250502.geojson", "123456.geojson",
        "1-2025-05-011.kml", "17242723100.geojson",
    ])
    func namesWithoutADay(name: String) {
        #expect(FileDate(path: name, timeZone: Self.kyiv) == nil)
    }

    @Test func theMomentIsThatOfTheZone() {
        #expect(FileDate(path: "1745960528.geojson", timeZone: Self.kyiv)?.moment == "2025-04-30 00:02")
        #expect(FileDate(path: "20250430.geojson", timeZone: Self.kyiv)?.moment == nil)
    }
}
