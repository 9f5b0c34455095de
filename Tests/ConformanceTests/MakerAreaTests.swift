// Maps of four makers on the same days: every area is that of another program, whatever the spelling of the file.

import KGeo
import KGeoAtlas
import KGeoCore
import KGeoImport
import KGeoJSON
import KGeoMeasure
import KGeoScenario
import KGeoSurface
import KGeoVerdict
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason))) struct MakerAreaTests {
    /// The areas are printed to a hundredth of a square kilometre.
    static let printed = 0.005_1
    /// The agreement that is asked for of large areas.
    static let relative = 1e-6
    /// And of layers laid together: they draw common lines twice, some with a corner between the ends of a long edge and some
    /// without; it hangs on cracks of a hair's breadth which of the two geodesic edges is the outline of both.
    static let relativeOfLayers = 2e-6

    struct Row {
        var maker, date, file, status: String
        var squareKilometres: Double
    }

    static let rows: [Row] = {
        guard let path = SharedFolder.path("maps/makers/areas.csv"), let text = SharedFolder.text(of: path)
        else { return [] }
        return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
            let cells = line.split(separator: ",", maxSplits: 5, omittingEmptySubsequences: false)
            guard cells.count >= 5, let area = Double(cells[4]) else { return nil }
            return Row(
                maker: String(cells[0]), date: String(cells[1]), file: String(cells[2]),
                status: String(cells[3]), squareKilometres: area)
        }
    }()

    /// The files of a row: `isw/2022-10-15-control + -advance` are two.
    static func files(of row: Row) throws -> [String] {
        let folder = try #require(SharedFolder.path("maps/makers/\(row.maker)"))
        guard row.file.contains(" + ") else {
            return [try #require(SharedFolder.path("maps/makers/\(row.file)"))]
        }
        return SharedFolder.files(in: "maps/makers/\(row.maker)").filter {
            $0.hasPrefix(folder + "/" + row.date)
        }
    }

    static func opened(_ files: [String]) throws -> OpenedMap {
        let parts = try files.map { try OpenedMap(reading: ByteSource(path: $0)) }
        return try #require(MapSet.join(parts).first)
    }

    /// What of a map a status of the table means.
    static func means(_ status: String, _ item: ImportedItem) -> Bool {
        let word = item.properties["map_status"]?.string
        let fill = item.properties["map_fill"]?.string
        switch status {
        case _ where status.hasPrefix("held wide"):
            return item.holder == "Russia" && item.status != .claimed
        case _ where status.hasPrefix("held ("):
            return item.holder == "Russia" && item.status == .controlled
        case _ where status.contains("held by Ukraine"):
            return item.holder == "Ukraine" && item.status == .controlled
        case _ where status.contains("#"):
            return fill.map { status.hasSuffix($0) } ?? false
        case "control", "VIEW_RussiaCoTinUkraine_V3": return word == "control"
        case "advance", "MDS_AssessedRussianAdvanceInUkraine_view", "ロシア軍侵攻エリア": return word == "advance"
        case "claimed", "VIEW_ClaimedRussianTerritoryinUkraine_V2": return word == "claimed"
        case "counteroffensive", "VIEW_ClaimedUkrainianCounteroffensives_V2":
            return word == "counteroffensive"
        default: return word == status
        }
    }

    @Test func theTableIsThere() { #expect(Self.rows.count > 140) }

    @Test(arguments: Set(rows.map(\.file)).sorted())
    func areasAreThoseOfTheTable(file: String) throws {
        let rows = Self.rows.filter { $0.file == file }
        let map = try Self.opened(Self.files(of: try #require(rows.first)))
        let items = map.maps.flatMap(\.items).filter { $0.role == .control }
        for row in rows where row.status != "losses" {
            let own = items.filter { Self.means(row.status, $0) }
            let ground = try Dissolve.union(own.flatMap(\.geometry.polygons))
            let area = Measuring.area(of: ground.polygons).geodesicSquareMetres / 1e6
            let relative = file.contains(" + ") ? Self.relativeOfLayers : Self.relative
            #expect(
                abs(area - row.squareKilometres) <= max(Self.printed, relative * row.squareKilometres),
                "\(row.status): \(area), not \(row.squareKilometres)")
        }
        for row in rows where row.status == "losses" {
            let lost = map.maps.flatMap(\.leftOut).filter { $0.what == "areas lost by Russia" }
                .reduce(0) { $0 + $1.squareMetres }
            let kursk = items.filter { $0.holder == "Ukraine" }
                .reduce(0) { $0 + Measuring.area(of: $1.geometry.polygons).geodesicSquareMetres }
            // Not dissolved.
            #expect(abs((lost + kursk) / 1e6 - row.squareKilometres) <= 0.05, "\(lost / 1e6) \(kursk / 1e6)")
        }
    }

    @Test func theServiceAndAnImportGiveTheSame() throws {
        let path = try #require(SharedFolder.path("maps/raw/1749672671.geojson"))
        let loaded = try ScenarioLoader.load(ByteSource(path: path))
        #expect(loaded.problems.isEmpty)
        let rows = try Checker(loaded.scenario).areas()
        var imported = ImportedScenario([
            try DeepStateMap.read(
                ByteSource(path: path), options: ImportOptions(timeZone: try #require(MapTimeZone("UTC"))))
        ])
        imported.title = "x"
        let account = try imported.make().rows
        for row in account {
            let own = try #require(
                rows.first { $0.holder == row.holder && $0.status == row.status.rawValue })
            #expect(abs(own.area.geodesicSquareMetres - row.squareMetres) < 1)
        }
        let held = try #require(rows.first { $0.holder == "Russia" && $0.status == "controlled" })
        #expect(abs(held.area.geodesicSquareMetres / 603_628e6 - 0.188) < 0.000_5)
    }

    @Test func theDefectiveDayIsNoMap() throws {
        let path = try #require(SharedFolder.path("maps/makers/liveuamap/2023-12-09.json"))
        let map = try OpenedMap(reading: ByteSource(path: path))
        #expect(map.gaps.map(\.status) == [.controlled])
    }
}
