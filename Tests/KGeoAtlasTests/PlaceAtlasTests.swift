// Places by their names, of today and before.

import KGeoAtlas
import KGeoCore
import KGeoMeasure
import TestSupport
import Testing

struct PlaceAtlasTests {
    @Test(arguments: [
        ("Bakhmut", "Bakhmut", "UA-14"), ("Бахмут", "Bakhmut", "UA-14"), ("Bachmut", "Bakhmut", "UA-14"),
        ("Samar", "Samar", "UA-12"), ("Самар", "Samar", "UA-12"), ("Avdiivka", "Avdiivka", "UA-14"),
        ("Авдеевка", "Avdiivka", "UA-14"), ("Awdijiwka", "Avdiivka", "UA-14"), ("Sudzha", "Sudzha", "RU-KRS"),
        ("Суджа", "Sudzha", "RU-KRS"), ("Soudja", "Sudzha", "RU-KRS"), ("Kharkiv", "Kharkiv", "UA-63"),
        ("Харьков", "Kharkiv", "UA-63"), ("Charkiw", "Kharkiv", "UA-63"), ("Kyiv", "Kyiv", "UA-30"),
        ("Toretsk", "Toretsk", "UA-14"), ("Dzerzhinsk", "Toretsk", "UA-14"),
        ("Красноармійськ", "Pokrovsk", "UA-14"), ("Dnipropetrovsk", "Dnipro", "UA-12"),
        ("Sievierodonetsk", "Siverskodonetsk", "UA-09"), ("Червоноград", "Sheptytskyi", "UA-46"),
    ])
    func placesAreKnownByAllTheirNames(_ text: String, _ name: String, _ region: String) throws {
        let found = try AtlasFixture.places().places(named: text)
        #expect(found.contains { $0.name == name && $0.region == region }, "\(found.map(\.name))")
    }

    @Test func renamedTownsHaveBothNamesAndADay() throws {
        let atlas = try AtlasFixture.places()
        let bakhmut = try #require(try atlas.places(named: "Artemivsk", in: "UA-14").first)
        #expect(bakhmut.name == "Bakhmut")
        #expect(bakhmut.ukrainianName == "Бахмут")
        #expect(bakhmut.formerNames.contains("Артемівськ"))
        #expect(bakhmut.renamed == "2016-02-04")
        let samar = try #require(try atlas.places(named: "Novomoskovsk", in: "UA").first)
        #expect(samar.name == "Samar")
        #expect(samar.renamed == "2024-09-19")
        // The other town of that old name lies in Luhansk Oblast, and one in Russia never was another.
        #expect(
            try atlas.places(named: "Artemivsk", in: "UA").map(\.name).sorted() == ["Bakhmut", "Kypuche"])
        #expect(try atlas.places(named: "Novomoskovsk").map(\.country).sorted() == ["RU", "UA"])
    }

    @Test func placesOfOneNameAreAllGivenTheLargestFirst() throws {
        let atlas = try AtlasFixture.places()
        let found = try atlas.places(named: "Pokrovsk")
        #expect(found.count > 1 && found.contains { $0.region == "UA-14" })
        let ordered = found.map { $0.population ?? 0 }
        #expect(ordered == ordered.sorted(by: >))
        #expect(try atlas.places(named: "Avdiivka", in: "UA-14").count == 1)
        // Engels on the Volga was once called so; what is called so today goes before.
        let regions = try AtlasFixture.regions()
        #expect(
            try atlas.places(meantBy: "Pokrovsk, Donetsk Oblast", regions: regions).map(\.region) == ["UA-14"]
        )
        #expect(try !atlas.places(meantBy: "Pokrovsk", regions: regions).contains { $0.name == "Engels" })
        #expect(try atlas.places(meantBy: "Bakhmut", regions: regions).map(\.name) == ["Bakhmut"])
        #expect(try atlas.places(meantBy: "Artemivsk", regions: regions).count == 2)
        #expect(try atlas.places(named: "").isEmpty)
        #expect(try atlas.places(named: "Nowhere at all").isEmpty)
    }

    @Test func placesLieWhereTheirRegionIs() throws {
        let (regions, places) = (try AtlasFixture.regions(), try AtlasFixture.places())
        let ukraine = try regions.region("UA")
        let parts = Dictionary(
            uniqueKeysWithValues: (try regions.parts(of: ukraine) + regions.regions(AtlasFixture.russian)).map
            {
                ($0.code, $0)
            })
        var (inside, outside) = (0, 0)
        for place in try places.places(in: "UA") {
            let region = try #require(place.region.flatMap { parts[$0] }, "\(place.name)")
            if AtlasFixture.contains(region, place.coordinate) { inside += 1 } else { outside += 1 }
        }
        #expect(inside + outside > 5_000)
        // Inner lines are known to two kilometres, and a place to one.
        #expect(Double(outside) < 0.05 * Double(inside), "\(outside) of \(inside + outside)")
    }

    @Test func placesKnowWhereTheyAre() throws {
        let atlas = try AtlasFixture.places()
        let sudzha = try #require(try atlas.places(named: "Sudzha").first)
        #expect(Measuring.distance(sudzha.coordinate, Coordinate(35.272, 51.19)) < 3_000)
        #expect(sudzha.key.hasPrefix("RU"))
        #expect(try atlas.places(in: "RU-KRS").count > 30)
        #expect(try atlas.places(named: "Paris").first?.country == "FR")
    }

    @Test func aDamagedIndexSaysWhatToDo() throws {
        let folder = try TemporaryFolder()
        let missing = #expect(throws: Problem.self) { try PlaceAtlas(geodata: folder.path) }
        #expect(missing?.place.file == "GeoData/places/names.tsv.index")
    }
}
