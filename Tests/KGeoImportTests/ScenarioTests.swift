// Imported maps as a scenario: cut by regions, with the border, ids, sources and licences.

import KGeoCore
import KGeoImport
import KGeoJSON
import KGeoMeasure
import KGeoScenario
import Testing

/// Two regions that share a border at 51° N, known to 30 m; their other sides are known to 2 km.
private let regions = """
    {"type":"FeatureCollection","kgeo":{"schema":1,"licence":"ODbL-1.0"},"features":[
    {"type":"Feature","properties":{"role":"reference","region":"South Oblast","boundary_error_m":2000},
    "geometry":{"type":"Polygon","coordinates":[[[34,50],[38,50],[38,51],[36,51],[34,51],[34,50]]]}},
    {"type":"Feature","properties":{"role":"reference","region":"North Oblast","boundary_error_m":2000},
    "geometry":{"type":"Polygon","coordinates":[[[34,51],[36,51],[38,51],[38,52],[34,52],[34,51]]]}}]}
    """
private let border = """
    {"type":"Feature","properties":{"id":"border","role":"reference","boundary_error_m":30,"licence":"ODbL-1.0"},
    "geometry":{"type":"LineString","coordinates":[[34,51],[36,51],[38,51]]}}
    """

private func scenario(_ maps: [ImportedMap], cut: Bool = true) throws(Problem) -> ImportedScenario {
    var result = ImportedScenario(maps)
    guard cut else { return result }
    var some = try Regions(reading: ByteSource(text: regions, name: "r.geojson"))
    try some.add(border: ByteSource(text: border, name: "b.geojson"))
    result.regions = some
    return result
}

/// The scenario as it is read again.
private func read(_ result: ImportResult) throws -> Scenario {
    let text = GeoJSONWriter(options: WriterOptions(precision: nil)).text(result.document)
    var reader = ScenarioReader()
    let scenario = reader.scenario(
        try GeoJSONDocument(reading: ByteSource(text: text)), file: "out.geojson")
    #expect(reader.problems.isEmpty && !scenario.isPlainMap)
    return scenario
}

@Suite struct ImportedScenarioTests {
    /// Ukraine holds 0.2° on either side of the border.
    private func map(_ name: String = "1724272310.geojson") throws(Problem) -> ImportedMap {
        try Samples.deepState(
            Samples.collection([
                Samples.area("#01579b", "", Samples.box(35, 50.8, 35.5, 51.2)),
                Samples.area("#a52714", "", Samples.box(40, 50, 41, 51)),
            ]), name)
    }

    @Test func cutsAtTheBorder() throws {
        let result = try scenario([map()]).make()
        let held = result.rows.filter { $0.holder == "Ukraine" }
        #expect(
            held.map(\.place) == [.everywhere, .region("South Oblast"), .region("North Oblast")])
        #expect(
            abs(held[1].squareMetres + held[2].squareMetres - held[0].squareMetres) < 1e-5
                * held[0].squareMetres)
        let cut = try #require(held[1].cut)
        // Half a degree along 51° N, all of it border.
        #expect(abs(cut.borderMetres - 35_095) < 20 && cut.otherMetres < 1e-6)
        #expect(cut.borderSigma == 30)
        #expect(
            abs(cut.u - OutlineError.arcError([(cut.borderMetres, 30)], correlationLength: 5_000)) < 1)
        #expect(result.rows.filter { $0.holder == "Russia" }.map(\.place) == [.everywhere, .outside])
        let scenario = try read(result)
        #expect(scenario.features.count { $0.role == .reference && $0.boundaryError == 30 } == 1)
        #expect(Set(scenario.features.compactMap(\.id)).count == scenario.features.count)
        #expect(scenario.errorParts.isEmpty)
        let south = scenario.features(of: Subject(holder: "Ukraine", region: "South Oblast"))
        #expect(south.count == 1 && south[0].licence?.hasPrefix("ODbL-1.0 for the outlines") == true)
        #expect(south[0].source == "DeepStateMap")
        // What was not cut bears no licence of the outlines.
        #expect(scenario.features(of: Subject(holder: "Russia")).allSatisfy { $0.licence == nil })
    }

    @Test func cutsAlongWorseSidesAreStatedErrors() throws {
        let map = try Samples.deepState(
            Samples.collection([Samples.area("#a52714", "", Samples.box(37.5, 50.2, 38.5, 50.4))]),
            "20240821.geojson")
        let result = try scenario([map]).make()
        let cut = try #require(result.rows.compactMap(\.cut).first)
        #expect(cut.borderMetres == 0 && abs(cut.otherMetres - 22_247) < 20 && cut.otherSigma == 2_000)
        let part = try #require(try read(result).errorParts.first { $0.counting == .controlled })
        #expect(part.region == "South Oblast" && abs(part.squareMetres - cut.u) < 1_000)
    }

    @Test func withoutRegionsNothingIsCut() throws {
        let result = try scenario([map()], cut: false).make()
        #expect(result.rows.allSatisfy { $0.place == .everywhere && $0.cut == nil })
        let scenario = try read(result)
        #expect(scenario.features.count == 2 && scenario.features.allSatisfy(\.regions.isEmpty))
        #expect(result.licence == nil)
    }

    @Test func aDayHasOneMap() throws {
        let (one, other) = (try map(), try map("20240821.geojson"))
        let problem = #expect(throws: Problem.self) { try scenario([one, other]).make() }
        #expect(problem?.message == "1724272310.geojson shows 2024-08-21 too")
    }

    @Test func whatIsWantedAlone() throws {
        var some = try scenario([map()])
        some.onlyHolders = ["Ukraine"]
        some.onlyRegions = ["North Oblast"]
        let features = try read(some.make()).features
        #expect(features.filter { $0.role == .control }.map(\.regions) == [["North Oblast"]])
        some.onlyHolders = ["Nobody"]
        let problem = #expect(throws: Problem.self) { try some.make() }
        #expect(problem?.hint == "there are: Russia, Ukraine")
    }

    @Test func theUserStatesTheLicence() throws {
        var some = try scenario([map()])
        some.licence = "CC-BY-4.0"
        some.source = "Somebody"
        let scenario = try read(some.make())
        #expect(scenario.mapmakers == ["Somebody"])
        #expect(scenario.licence == "CC-BY-4.0; ODbL-1.0 for the outlines that cut it")
        #expect(scenario.features(of: Subject(holder: "Russia"))[0].licence == "CC-BY-4.0")
    }

    @Test func regionsNeedSurfaces() throws {
        let problem = #expect(throws: Problem.self) {
            try Regions(reading: ByteSource(text: border, name: "r.geojson"))
        }
        #expect(problem?.message.contains("no area in this file") == true)
        #expect(problem?.place.file == "r.geojson")
        let nameless = #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#
        let regions = try Regions(reading: ByteSource(text: nameless, name: "r.geojson"))
        #expect(regions.regions.map(\.name) == ["feature 0"])
    }
}
