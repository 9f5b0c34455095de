// Which rule reads a map: what was asked for, the file's own words, the folder's, the maker's.

import KGeoAtlas
import KGeoCore
import KGeoImport
import KGeoJSON
import KGeoScenario
import Testing

@Suite struct OpenedMapTests {
    private static func mapping(_ change: (inout PropertyMapping) -> Void) -> PropertyMapping {
        var mapping = PropertyMapping()
        change(&mapping)
        return mapping
    }

    private static func open(_ text: String, _ name: String, _ mapping: PropertyMapping) throws(Problem)
        -> OpenedMap
    {
        try OpenedMap(reading: ByteSource(text: text, name: name), mapping: mapping)
    }

    @Test func aMappingOfStatusesBeatsAProfile() throws {
        let asked = Self.mapping {
            $0.statusProperty = "fill"
            $0.controlled = ["#a52714"]
        }
        let map = try Self.open(MapSamples.service, "1749672671.geojson", asked)
        #expect(map.profile == nil && map.mapping == asked && map.document.features.count == 7)
    }

    @Test func aGivenHolderDoesNotMakeAllGroundHeld() throws {
        let asked = Self.mapping { $0.set = [.init(name: "holder", value: "X")] }
        let map = try Self.open(MapSamples.service, "1749672671.geojson", asked)
        #expect(map.profile?.id == "deepstate-service" && map.mapping == asked)
    }

    @Test func aPropertyWithoutAStatusIsRefused() {
        let asked = Self.mapping { $0.holderProperty = "name" }
        let problem = #expect(throws: Problem.self) {
            try Self.open(MapSamples.service, "1749672671.geojson", asked)
        }
        #expect(problem?.message.contains("all of it would count as held") == true)
    }

    @Test(arguments: [
        ("статус", ["окуповано", "звільнено", "сіра зона"]),
        ("name", ["Подконтрольно ВС РФ", "Освобождено"]),
        ("Kontrolle", ["russisch besetzt", "umkämpft"]),
        ("Layer", ["Assessed Russian Control", "Assessed Advance"]),
        ("zone", ["occupé", ""]), ("tipo", ["ocupado", "liberado"]), ("kind", ["Contested", "Russian-held"]),
    ])
    func wordsThatNothingMapsAreNotAllHeld(_ property: String, _ words: [String]) {
        let areas = words.enumerated().map {
            MapSamples.feature("\"\(property)\":\"\($1)\"", 37 + Double($0), 48)
        }
        let problem = #expect(throws: Problem.self) {
            try Self.open(MapSamples.collection(areas), "m.geojson", PropertyMapping())
        }
        #expect(problem?.message.hasPrefix("its areas differ in \"\(property)\"") == true)
    }

    @Test(arguments: [
        // One word for all; fires; names; a status of their own, which has a rule of its own.
        ("layer", ["occupied", "occupied"]),
        ("FIRE_STATUS", ["Under Control", "Out of Control", "Being Held"]),
        ("NAME", ["Russian River", "Controlled Burn 7"]), ("status", ["occupied", "liberated"]),
        ("owner", ["Government of Alberta", "private"]),
    ])
    func otherWordsRefuseNothing(_ property: String, _ words: [String]) throws {
        let areas = words.enumerated().map {
            MapSamples.feature("\"\(property)\":\"\($1)\"", 37 + Double($0), 48)
        }
        let map = try Self.open(MapSamples.collection(areas), "m.geojson", PropertyMapping())
        #expect(map.document.features.count == words.count)
    }

    @Test func aTimeZoneIsNoMapping() throws {
        let asked = Self.mapping { $0.timeZone = MapTimeZone("Europe/Kyiv") }
        let map = try Self.open(MapSamples.service, "1745960528.geojson", asked)
        #expect(map.ground.first == "controlled Russia 2025-04-30 0")
    }

    @Test(arguments: [
        #"{"type":"FeatureCollection","kgeo":{"schema":1},"features":[]}"#,
        MapSamples.collection([
            MapSamples.feature(
                ##""role":"control","status":"controlled","fill":"#a52714","start":"230115""##, 37, 48)
        ]),
        MapSamples.collection([
            MapSamples.feature(#""status":"controlled","holder":"X","date":"2024-08-21""#, 37, 48)
        ]),
    ])
    func aScenarioAndAPlainMapStayAsTheyAre(text: String) throws {
        let map = try MapSamples.open(text, "2024-08-21.geojson")
        #expect(map.profile == nil && map.gaps.isEmpty && map.notices.isEmpty)
    }

    @Test func aMapOfNobodyKnownSaysWhatItHas() {
        let text = MapSamples.collection([
            MapSamples.feature(#""kind":"held","day":"2024-08-21""#, 37, 48),
            MapSamples.feature(#""kind":"grey","day":"2024-08-21""#, 37, 48),
        ])
        let problem = #expect(throws: Problem.self) {
            try MapIdentity(MapSamples.open(text, "map.geojson"))
        }
        #expect(problem?.message.contains(#"kind ("held", "grey"); day ("2024-08-21")"#) == true)
        #expect(problem?.hint?.contains("the property of the status") == true)
        #expect(problem?.hint?.contains("saving the mapping") == true)
    }

    @Test func aMapThatIsMappedIsKnown() throws {
        let text = MapSamples.collection([MapSamples.feature(#""kind":"held","day":"2024-08-21""#, 37, 48)])
        let asked = Self.mapping {
            $0.statusProperty = "kind"
            $0.controlled = ["held"]
            $0.set = [.init(name: "holder", value: "Russia"), .init(name: "source", value: "Me")]
        }
        let identity = try MapIdentity(Self.open(text, "map.geojson", asked))
        #expect(identity.kind == "mapped" && identity.maker == "Me" && identity.holders == ["Russia"])
        #expect(identity.statuses == [.controlled])
    }

    @Test func aSavedMappingIsReadAndWritten() throws {
        let asked = Self.mapping {
            $0.statusProperty = "kind"
            $0.controlled = ["held", "taken"]
            $0.timeZone = MapTimeZone("Europe/Kyiv")
            $0.set = [.init(name: "holder", value: "Russia")]
        }
        #expect(
            SavedMapping(asked).text
                == #"{"kgeo_maps":1,"status_property":"kind","controlled":["held","taken"],"time_zone":"Europe/Kyiv","set":{"holder":"Russia"}}"#
                + "\n")
        #expect(SavedMapping.path(beside: "a/b.geojson") == "a/kgeo-maps.json")
        #expect(SavedMapping.path(beside: "b.geojson") == "kgeo-maps.json")
    }

    @Test func aSetKnowsItsFilesByTheirNames() {
        let set = MapSet(
            "maps",
            files: [
                "maps/2023-06-01-others.geojson", "maps/2022-10-15-control.geojson", "maps/readme.json",
                "maps/2023-06-01-control.geojson", "maps/1749672671.geojson",
            ])
        #expect(set.dates.map(\.description) == ["2022-10-15", "2023-06-01", "2025-06-11"])
        #expect(set.days.map(\.count) == [1, 2, 1, 1])
        #expect(set.files.last?.path == "maps/readme.json")
    }

    @Test func aSetTellsWhatItsFirstFileIs() throws {
        let set = MapSet("m", files: ["m/1749672671.geojson"])
        let identity = try set.identity { name throws(Problem) in
            ByteSource(text: MapSamples.service, name: name)
        }
        #expect(identity.maker == "DeepStateMap" && identity.licence == nil)
        #expect(identity.holders == ["Russia", "Ukraine"] && identity.statuses == [.controlled, .contested])
        #expect(identity.dateMeaning == .published(lagDays: 0...1))
    }

    /// Listing opens nothing, so that a folder of every day of two years costs next to nothing (below 10 ms in a release).
    @Test func eightHundredMapsAreListedByName() {
        let files = (0..<800).map { i in
            "maps/deepstatemap_data_\(String(CalendarDate(dayNumber: 19_900 + i).description.filter { $0 != "-" })).geojson"
        }
        let set = MapSet("maps", files: files)
        let time = ContinuousClock().measure { #expect(MapSet("maps", files: files).dates.count == 800) }
        #expect(set.dates.first == CalendarDate(dayNumber: 19_900) && set.days.count == 800)
        #expect(time < .seconds(1))
    }
}
