// Files of DeepStateMap: what colours mean, names in three parts, what is left out, of which day.

import KGeoCore
import KGeoImport
import KGeoJSON
import KGeoScenario
import Testing

@Suite struct DeepStateTests {
    /// 2024-08-21 23:31 in Kyiv.
    static let name = "/maps/1724272310.geojson"

    @Test func coloursBecomeStatusesAndHolders() throws {
        let map = try Samples.deepState(Samples.service, Self.name)
        let found = map.items.map { "\($0.status?.rawValue ?? "-") \($0.holder ?? "-") \($0.index)" }
        #expect(
            found == [
                "controlled Russia 0", "controlled Russia 1", "contested Russia 2", "contested Ukraine 3",
                "controlled Ukraine 4",
            ])
        #expect(map.dates.map(\.description) == ["2024-08-21"])
        #expect(map.items.allSatisfy { $0.role == .control })
        #expect(map.notices.allSatisfy { $0.severity == .note })
        let first = map.items[0].properties
        #expect(first["name"] == .string("Occupied") && first["name_uk"] == .string("Окуповано"))
        #expect(
            first["map_status"] == .string("occupied") && first["date_text"] == .string("2024-08-21 23:31"))
        // Heights are gone.
        #expect(
            map.items.allSatisfy { item in
                item.geometry.polygons.allSatisfy {
                    $0.rings.allSatisfy(\.positions.furtherOrdinates.isEmpty)
                }
            })
    }

    @Test func whatIsNotTakenIsCounted() throws {
        let map = try Samples.deepState(Samples.service, Self.name)
        let found = map.leftOut.map {
            "\($0.what) \($0.count) \($0.setting.map { "\($0)" } ?? "-") \($0.names)"
        }
        #expect(
            found == [
                "liberated areas 2 keepsLiberated []", #"territories far away 1 - ["Far away"]"#,
                "units 1 keepsPlaces []", "airfields 1 keepsPlaces []", "arrows of attack 1 - []",
                "other signs 1 - []",
            ])
        #expect(map.leftOut[0].squareMetres > 1e9 && map.leftOut[2].squareMetres == 0)
        // Nothing is lost: every feature is taken or counted.
        #expect(map.items.count + map.leftOut.reduce(0) { $0 + $1.count } == map.featureCount)
    }

    @Test func placesAndLiberatedGroundOnRequest() throws {
        let map = try Samples.deepState(Samples.service, Self.name, places: true, liberated: true)
        #expect(map.items.count { $0.role == .place } == 2)
        #expect(map.items.count { $0.properties["map_status"] == .string("liberated") } == 2)
        #expect(map.items.first { $0.role == .place }?.properties["kind"] == .string("unit"))
        #expect(map.leftOut.map(\.what) == ["territories far away", "arrows of attack", "other signs"])
    }

    @Test func theMirrorIsOneOccupiedArea() throws {
        let map = try Samples.deepState(Samples.mirror, "deepstatemap_data_20250501.geojson")
        #expect(map.kind == "daily mirror" && map.items.count == 1)
        #expect(map.items[0].status == .controlled && map.items[0].holder == "Russia")
        #expect(map.items[0].geometry.polygons.count == 2)
        // It shows the map of the day before, or of the one before that.
        #expect(map.dates.map(\.description) == ["2025-04-30"] && map.dayOfFile?.daysEarlier == 1)
    }

    @Test func theDayIsKnownOrAskedFor() throws {
        let given = try Samples.deepState(Samples.mirror, "x.geojson", date: "2025-05-02")
        #expect(given.dates.map(\.description) == ["2025-05-02"])
        let problem = #expect(throws: Problem.self) { try Samples.deepState(Samples.mirror, "x.geojson") }
        #expect(problem?.message.contains("of which day") == true)
        // Two minutes after midnight: said, since the map may show the day before.
        let night = try Samples.deepState(Samples.service, "1745960528.geojson")
        #expect(night.dates.map(\.description) == ["2025-04-30"])
        #expect(night.notices.contains { $0.problem.message.contains("2025-04-30 00:02") })
    }

    @Test func oddColoursAndNamesAreSaid() throws {
        let text = Samples.collection([
            Samples.area(
                "#a52714", "Статус /// Unknown status /// geoJSON.status.unknown", Samples.box(30, 48, 31, 49)
            ),
            Samples.area("#123456", "x", Samples.box(31, 48, 32, 49)),
        ])
        let map = try Samples.deepState(text, Self.name)
        #expect(map.items.count == 1 && map.items[0].status == .controlled)
        let warnings = map.notices.filter { $0.severity == .warning }.map(\.problem.message)
        #expect(warnings.contains { $0.contains("its name \"Unknown status\"; the colour counts") })
        #expect(warnings.contains { $0.contains("the unknown colour #123456") })
        #expect(map.leftOut.map(\.what) == ["surfaces of the unknown colour #123456"])
    }

    @Test func greyGroundOfAnotherSeaIsLeftOut() throws {
        let near = Samples.box(36, 48, 37, 49)
        let far = Samples.box(64, 14, 65, 15)
        let grey =
            ##"{"type":"Feature","properties":{"name":"x","fill":"#bcaaa4"},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":\##(near)},{"type":"Polygon","coordinates":\##(far)}]}}"##
        let map = try Samples.deepState(Samples.collection([grey]), Self.name)
        #expect(map.items.count == 1 && map.items[0].geometry.polygons.count == 1)
        #expect(map.leftOut.map(\.what) == ["ground far away"] && map.leftOut[0].squareMetres > 1e9)
    }

    @Test func ringsAreClosedAndTwinsDropped() throws {
        let open = "[[[30,48],[31,48],[31,49],[30,49]]]"
        let text = Samples.collection([
            Samples.area("#a52714", "", open), Samples.area("#a52714", "", Samples.box(30, 48, 31, 49)),
        ])
        let map = try Samples.deepState(text, Self.name)
        #expect(map.items.count == 1)
        #expect(map.items[0].geometry.polygons[0].rings[0].coordinates.count == 5)
        #expect(map.notices.contains { $0.problem.message.contains("not closed") })
        #expect(map.notices.contains { $0.problem.message.contains("stands twice") })
    }

    @Test(arguments: [
        (#"{"type":"FeatureCollection","features":[]}"#, "no feature"),
        (Samples.collection([Samples.area("#0f9d58", "", Samples.box(30, 48, 31, 49))]), "held or contested"),
        (
            #"{"type":"Feature","properties":{"status":"x"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}"#,
            "no file of DeepStateMap"
        ),
        (
            Samples.collection([Samples.area("#a52714", "", "[[[30,48],[31,49],[31,48],[30,49],[30,48]]]")]),
            "crosses itself"
        ),
        (Samples.collection([Samples.area("#a52714", "", "[[[0,0],[1,1],[0,0]]]")]), "at least 4 positions"),
    ])
    func whatCannotBeReadIsRefused(text: String, words: String) {
        let problem = #expect(throws: Problem.self) { try Samples.deepState(text, Self.name) }
        #expect(problem?.message.contains(words) == true)
        #expect(problem?.place.file == Self.name)
    }
}
