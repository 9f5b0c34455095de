// Files of each mapmaker are known by what stands in them, and mean what their makers mean.

import KGeoAtlas
import KGeoCore
import KGeoImport
import KGeoJSON
import KGeoScenario
import Testing

@Suite struct ProfileTests {
    @Test func aServiceFileIsReadByItsColours() throws {
        let map = try MapSamples.open(MapSamples.service, "maps/1749672671.geojson")
        #expect(map.profile?.id == "deepstate-service")
        #expect(
            map.ground == [
                "controlled Russia 2025-06-11 0", "controlled Russia 2025-06-11 1",
                "contested Russia 2025-06-11 2", "controlled Ukraine 2025-06-11 3",
            ])
        #expect(
            map.leftOut == [
                "ground far away 1", "liberated areas 1", "territories far away 1", "units 1",
            ])
        // The part in the Arabian Sea is no grey zone.
        #expect(map.maps[0].items[2].geometry.polygons.count == 1)
        #expect(map.gaps.isEmpty)
    }

    @Test func theServiceWrapsItsMap() throws {
        let plain = try MapSamples.open(MapSamples.service, "1749672671.geojson")
        for text in [
            #"{"id":1749672671,"map":\#(MapSamples.service)}"#,
            "\n { \"datetime\" : \"x{\\\"\" , \"map\" : \(MapSamples.service) ,\n \"id\" : 1749672671 }",
        ] {
            let wrapped = try MapSamples.open(text, "last.json")
            #expect(wrapped.ground == plain.ground)
            #expect(wrapped.maps[0].items.map(\.geometry) == plain.maps[0].items.map(\.geometry))
        }
    }

    @Test func aFaultInAWrappedMapHasItsPlaceInTheFile() {
        let text =
            "{\"id\":1,\n\"map\":{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,99]}}]}}"
        let problem = #expect(throws: Problem.self) { try MapSamples.open(text, "1749672671.json") }
        #expect(problem?.place.line == 3)
    }

    @Test(arguments: ["deepstatemap_data_20250611.geojson", "copy-2025-06-11.geojson", "copy.geojson"])
    func theMirrorIsKnownByAName(file: String) throws {
        let map = try MapSamples.open(MapSamples.mirror, file)
        #expect(map.profile?.id == "deepstate-mirror")
        #expect(map.ground == ["controlled Russia 2025-06-10 0"])
        guard case .published(let lag)? = map.profile?.dateMeaning else {
            Issue.record("a mirror lags")
            return
        }
        #expect(lag.contains(1))
    }

    @Test func anAreaWithoutPropertiesAloneMayBeAFire() throws {
        let text = MapSamples.collection([MapSamples.feature("", 37, 48)])
        #expect(try MapSamples.open(text, "fire_20250611.geojson").profile == nil)
        // Nor is it the mirror's where its ground is elsewhere.
        let far = MapSamples.collection([MapSamples.feature("", 64, 14)])
        #expect(try MapSamples.open(far, "deepstatemap_data_20250611.geojson").profile == nil)
    }

    @Test func theKurskHistoryHasItsOwnDays() throws {
        let map = try MapSamples.open(MapSamples.kursk, "kursk_control_every_day.geojson")
        #expect(map.profile?.id == "deepstate-kursk")
        #expect(
            map.ground == [
                "controlled Ukraine 2024-08-21 0", "contested Ukraine 2024-08-21 1",
                "controlled Ukraine 2024-08-22 2",
            ])
    }

    @Test(arguments: [
        ["VIEW_RussiaCoTinUkraine_V3", "MDS_AssessedRussianAdvanceInUkraine_view"],
        ["ロシア軍支配エリア", "ロシア軍侵攻エリア"],
    ])
    func layersOfTheInstituteAreKnownInEachSpelling(layers: [String]) throws {
        let map = try MapSamples.open(MapSamples.isw(layers), "2023-06-01.geojson")
        #expect(map.profile?.id == "isw")
        #expect(map.ground == ["controlled Russia 2023-06-01 0", "contested Russia 2023-06-01 1"])
        #expect(map.gaps.map(\.status) == [.claimed])
    }

    @Test(arguments: [
        ("maps/2022-10-15-control.geojson", "controlled"), ("maps/2022-10-15-advance.geojson", "contested"),
        ("RussianAssessedCoTinUkraine_2022-10-15.geojson", "controlled"),
        ("RussianAssessedAdvanceinUkraine/2022-10-15.geojson", "contested"),
        ("20221015_RussianClaimedCoTinUkraine.geojson", "claimed"),
    ])
    func aLayerMayStandInTheName(file: String, status: String) throws {
        let map = try MapSamples.open(MapSamples.iswLayer, file)
        #expect(map.profile?.id == "isw" && map.ground == ["\(status) Russia 2022-10-15 0"])
    }

    @Test func theShortNamesOfLayersNeedTheNumbersOfTheirSoftware() throws {
        let text = MapSamples.collection([MapSamples.feature("", 37, 48)])
        #expect(try MapSamples.open(text, "2022-10-15-control.geojson").profile == nil)
        let other = MapSamples.collection([MapSamples.feature(#""FID":1,"country":"Ukraine""#, 37, 48)])
        #expect(try MapSamples.open(other, "2022-10-15-control.geojson").profile == nil)
    }

    @Test func aRenamedLayerIsAGapAndNotZero() throws {
        let map = try MapSamples.open(
            MapSamples.isw(["VIEW_RussiaCoTinUkraine_V4", "MDS_AssessedRussianAdvanceInUkraine_view"]),
            "2023-09-01.geojson")
        #expect(map.ground == ["contested Russia 2023-09-01 1"])
        let gap = try #require(map.gaps.first { $0.status == .controlled })
        #expect(gap.date?.description == "2023-09-01" && gap.isWhole)
        #expect(gap.reason.contains("\"VIEW_RussiaCoTinUkraine_V4\""))
        #expect(
            map.notices.contains { $0.severity == .warning && $0.problem.message.contains("unknown layer") })
        #expect(map.leftOut.contains("surfaces of the unknown layer \"VIEW_RussiaCoTinUkraine_V4\" 1"))
    }

    @Test func layersOfOthersBesideAreLeftOut() throws {
        let map = try MapSamples.open(MapSamples.isw(["ロシア軍支配エリア", "Belarus"]), "static_2023-06-01.geojson")
        #expect(map.ground == ["controlled Russia 2023-06-01 0"])
        #expect(map.leftOut == ["surfaces of the unknown layer \"Belarus\" 1"])
        // Words that anybody may use make no layer of the institute, and all of them together no ground that is held.
        #expect(
            try MapSamples.open(MapSamples.isw(["control"]), "2023-06-01.geojson").profile == nil)
        let near = #expect(throws: Problem.self) {
            try MapSamples.open(MapSamples.isw(["control", "advance"]), "2023-06-01.geojson")
        }
        #expect(near?.message.contains("Institute for the Study of War") == true)
    }

    @Test func aLayerOfNullGeometriesIsThere() throws {
        let text = MapSamples.collection([
            MapSamples.feature(#""layer":"VIEW_RussiaCoTinUkraine_V3""#, 37, 48),
            MapSamples.null(#""layer":"MDS_AssessedRussianAdvanceInUkraine_view""#),
        ])
        let map = try MapSamples.open(text, "2023-06-01.geojson")
        #expect(!map.gaps.contains { $0.status == .contested })
    }

    @Test func partsOfADayAreOneMap() throws {
        let files = ["2022-10-15-control.geojson", "2022-10-15-advance.geojson"]
        let parts = try files.map { try MapSamples.open(MapSamples.iswLayer, $0) }
        #expect(parts[1].gaps.contains { $0.status == .controlled })
        let joined = MapSet.join(parts)
        #expect(joined.count == 1)
        #expect(
            joined[0].ground == ["controlled Russia 2022-10-15 0", "contested Russia 2022-10-15 0"])
        #expect(joined[0].gaps.map(\.status) == [.claimed])
    }

    @Test func liveuamapHoldsWhatDidNotChangeAndGains() throws {
        let text = MapSamples.liveuamap(
            "2024-08-23",
            [("nochange", 37, 48), ("gains", 37.1, 48), ("losses", 38, 49), ("losses", 35, 51.1)])
        let map = try MapSamples.open(text, "2024-08-24.json")
        #expect(map.profile?.id == "liveuamap-nzz")
        // What it calls lost in Kursk Oblast is ground that Ukraine holds.
        #expect(
            map.ground == [
                "controlled Russia 2024-08-23 0", "controlled Russia 2024-08-23 1",
                "controlled Ukraine 2024-08-23 3",
            ])
        #expect(map.leftOut == ["areas lost by Russia 1"])
        #expect(map.profile?.remarks.contains { $0.contains("Crimea") } == true)
        let before = try MapSamples.open(
            MapSamples.liveuamap("2024-07-23", [("nochange", 37, 48), ("losses", 35, 51.1)]),
            "2024-07-24.json")
        #expect(before.ground == ["controlled Russia 2024-07-23 0"])
    }

    @Test func moreLostThanHeldIsNoMap() throws {
        let text = MapSamples.liveuamap(
            "2023-12-08", [("nochange", 37, 48), ("losses", 37.2, 48), ("losses", 37.4, 48)])
        let map = try MapSamples.open(text, "2023-12-09.json")
        #expect(map.gaps.map(\.status) == [.controlled])
        #expect(map.notices.contains { $0.problem.message.contains("defective") })
    }

    @Test func projectOwlHoldsAllItDraws() throws {
        let map = try MapSamples.open(MapSamples.owl, "any.geojson")
        #expect(map.profile?.id == "project-owl")
        #expect(map.ground == ["controlled Russia 2023-01-15 0", "controlled Russia 2023-01-15 1"])
        #expect(map.maps[0].items[0].properties["name"] == .string("Luhansk Axis [Z]"))
    }

    @Test func ringsThatCrossAreMendedWithANote() throws {
        let text =
            #"{"value":{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"type":"nochange","view":"daily","_dateto":"2024-08-23"},"geometry":{"type":"Polygon","coordinates":[[[37,48],[38,49],[38,48],[37,49],[37,48]]]}}]}}"#
        let map = try MapSamples.open(text, "x.json")
        #expect(map.maps[0].items[0].geometry.polygons.count == 2)
        #expect(map.notices.contains { $0.problem.message.contains("mended") })
    }

    @Test func everyProfileIsWhole() {
        #expect(Set(MapProfile.table.map(\.id)).count == MapProfile.table.count)
        for profile in MapProfile.table {
            #expect(!profile.holders.isEmpty && profile.statuses.first == .controlled)
            for ground in profile.grounds { #expect((ground.status == nil) == !ground.leftOut.isEmpty) }
        }
    }
}
