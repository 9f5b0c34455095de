// Real files of DeepStateMap as scenarios: the published areas, what cutting changes, nothing lost.

import KGeo
import KGeoCore
import KGeoImport
import KGeoJSON
import KGeoMeasure
import KGeoScenario
import KGeoVerdict
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct ImportedMapTests {
    /// Figures printed to a thousandth of a km².
    static let printed = 0.001
    /// The same ground put together again after a cut: the cut adds vertices to geodesic edges.
    static let rejoined = 0.002

    static func read(_ relative: String, zone: String = "Europe/Kyiv") throws -> ImportedMap {
        let path = try #require(SharedFolder.path("maps/" + relative))
        return try DeepStateMap.read(
            ByteSource(path: path), options: ImportOptions(timeZone: try #require(MapTimeZone(zone))))
    }

    static func make(_ maps: [ImportedMap]) throws -> ImportResult {
        var scenario = ImportedScenario(maps)
        var regions = try Regions(reading: ByteSource(path: GeoDataFolder.path + "oblasts.geojson"))
        try regions.add(border: ByteSource(path: GeoDataFolder.path + "border-ukraine-russia.geojson"))
        scenario.regions = regions
        return try scenario.make()
    }

    static func area(
        _ result: ImportResult, _ holder: String, _ status: Status, _ place: ImportRow.Place = .everywhere
    ) throws -> Double {
        try #require(
            result.rows.first { $0.holder == holder && $0.status == status && $0.place == place }
        ).squareMetres / 1e6
    }

    @Test(arguments: [
        ("raw/1724272310.geojson", "2024-08-21", 828.083, 425.209),
        ("raw/1725654859.geojson", "2024-09-06", 908.925, 338.108),
    ])
    func kursk(file: String, day: String, held: Double, grey: Double) throws {
        let map = try Self.read(file)
        #expect(map.dates.map(\.description) == [day])
        let result = try Self.make([map])
        for (status, published) in [(Status.controlled, held), (.contested, grey)] {
            let drawn = try Self.area(result, "Ukraine", status)
            #expect(abs(drawn - published) <= Self.printed)
            // Cut by the oblasts: a little of it is drawn across the border, in Sumy Oblast.
            let parts =
                try Self.area(result, "Ukraine", status, .region("Kursk Oblast"))
                + Self.area(result, "Ukraine", status, .region("Sumy Oblast"))
            #expect(abs(parts - drawn) <= Self.rejoined)
            #expect(parts - (try Self.area(result, "Ukraine", status, .region("Kursk Oblast"))) < 1.5)
        }
    }

    @Test func sumyInApril() throws {
        // Two minutes after midnight in Kyiv, still the 29th in UTC.
        let result = try Self.make([try Self.read("raw/1745960528.geojson", zone: "UTC")])
        #expect(result.rows.allSatisfy { $0.date?.description == "2025-04-29" })
        let sumy = ImportRow.Place.region("Sumy Oblast")
        #expect(abs(try Self.area(result, "Russia", .controlled, sumy) - 0.67) <= 0.005)
        #expect(abs(try Self.area(result, "Russia", .contested, sumy) - 83.5) <= 0.05)
    }

    @Test func theScenarioMeasuresTheSame() throws {
        let result = try Self.make([try Self.read("raw/1724272310.geojson")])
        let text = GeoJSONWriter(options: WriterOptions(precision: nil)).text(result.document)
        let loaded = try ScenarioLoader.load(ByteSource(text: text, name: "out.geojson"))
        #expect(loaded.problems.isEmpty)
        let rows = try Checker(loaded.scenario).areas()
        let held = try #require(rows.first { $0.holder == "Ukraine" && $0.status == "controlled" })
        #expect(abs(held.area.geodesicSquareMetres / 1e6 - 828.083) <= Self.rejoined)
        // Far-away territories, 139,646 km² of them, are not in it.
        #expect(rows.allSatisfy { $0.area.geodesicSquareMetres < 112_000e6 })
    }

    @Test func everyFeatureIsTakenOrCounted() throws {
        let files = SharedFolder.files(in: "maps/raw")
        #expect(files.count >= 4)
        for path in files {
            let map = try DeepStateMap.read(
                ByteSource(path: path), options: ImportOptions(timeZone: try #require(MapTimeZone("UTC"))))
            #expect(map.items.count + map.leftOut.reduce(0) { $0 + $1.count } == map.featureCount)
            #expect(!map.notices.contains { $0.severity != .note }, "\(path)")
            let far = try #require(map.leftOut.first { $0.what == "territories far away" })
            #expect(far.count == 12 && abs(far.squareMetres / 1e6 - 139_646) < 1)
        }
    }

    @Test func theDailyMapsAreKept() throws {
        let maps = try ["20250501", "20250731"].map {
            try Self.read("occupied/deepstatemap_data_\($0).geojson")
        }
        let result = try Self.make(maps)
        let whole = result.rows.filter { $0.place == .everywhere }.map { $0.squareMetres / 1e6 }
        #expect(abs(whole[0] - 112_716.364) <= Self.printed && abs(whole[1] - 114_241.053) <= Self.printed)
        for date in Set(result.rows.map(\.date)) {
            let day = result.rows.filter { $0.date == date }
            let parts = day.filter { $0.place != .everywhere }.reduce(0) { $0 + $1.squareMetres }
            #expect(abs(parts - day[0].squareMetres) / 1e6 <= Self.rejoined)
        }
    }
}
