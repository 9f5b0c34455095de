// Outlines of regions: valid, adding up to their countries, as large as states say, on the exact border.

import KGeoAtlas
import KGeoCore
import KGeoJSON
import KGeoMeasure
import KGeoOverlay
import Testing

struct RegionShapeTests {
    /// How far an outline may be from its official area without a warning.
    static let quietTolerance = 0.02
    /// From here on no share of the outline is judged.
    static let verdictTolerance = 0.10

    @Test func ukraineHasItsRegions() throws {
        let atlas = try AtlasFixture.regions()
        let parts = try atlas.parts(of: atlas.region("UA"))
        #expect(parts.count == 27)
        #expect(Set(parts.map(\.code)).isSuperset(of: ["UA-40", "UA-43", "UA-14", "UA-09", "UA-30"]))
        #expect(parts.allSatisfy { $0.country == "UA" && $0.licence == "ODbL-1.0" })
    }

    @Test func regionsAddUpToTheirCountryToTheLastStep() throws {
        let atlas = try AtlasFixture.regions()
        for code in atlas.countryCodes {
            let country = try #require(try atlas.regions([code]).first)
            let parts = try atlas.parts(of: country)
            let sum = parts.reduce(Int128(0)) { $0 + AtlasFixture.doubledArea($1) }
            #expect(sum == AtlasFixture.doubledArea(country), "\(code)")
            #expect(sum > 0)
        }
    }

    /// As they are measured: the sum of rounded numbers is off by their last digits alone.
    @Test func regionsOfUkraineAddUpAsMeasured() throws {
        let atlas = try AtlasFixture.regions()
        for name in ["Ukraine", "Donbas", "Crimea", "Ukraine without Crimea"] {
            let whole = try atlas.region(name)
            let area = Measuring.area(of: whole.polygons).lonlatSquareMetres
            let sum = try atlas.parts(of: whole).map { Measuring.area(of: $0.polygons).lonlatSquareMetres }
            #expect(abs(sum.reduce(0, +) - area) < 1e-3, "\(name): \(sum.reduce(0, +)) and \(area)")
        }
    }

    @Test func regionsOfUkraineAndBesideItAreValid() throws {
        let atlas = try AtlasFixture.regions()
        let ukraine = try atlas.region("UA")
        let beside = try atlas.regions(AtlasFixture.russian)
        for region in try atlas.parts(of: ukraine) + beside + [ukraine] {
            #expect(try SurfaceValidity.findings(region.polygons).isEmpty, "\(region.label)")
        }
    }

    @Test func regionsOfTheWorldAreValid() throws {
        let atlas = try AtlasFixture.regions()
        for code in atlas.countryCodes where code != "UA" {
            let country = try #require(try atlas.regions([code]).first)
            for region in try atlas.parts(of: country) + [country] {
                #expect(try SurfaceValidity.findings(region.polygons).isEmpty, "\(region.label)")
            }
        }
    }

    @Test func areasAreTheOfficialOnesOrCarryAWarning() throws {
        let atlas = try AtlasFixture.regions()
        let ukraine = try atlas.region("UA")
        var quiet = 0
        for region in try atlas.parts(of: ukraine) + atlas.regions(AtlasFixture.russian) + [ukraine] {
            let official = try #require(region.officialAreas.first?.squareKilometres)
            let measured = Measuring.area(of: region.polygons).geodesicSquareMetres / 1e6
            let off = abs(measured / official - 1)
            if region.warning == nil { quiet += 1 }
            // A hair of the tolerance: the data were compared along straight edges.
            #expect((region.warning == nil) == (off < Self.quietTolerance), "\(region.label): \(off)")
            #expect(region.bearsVerdict == (off < Self.verdictTolerance), "\(region.label): \(off)")
        }
        #expect(quiet >= 31)
        #expect(try !atlas.region("Kyiv").bearsVerdict)
        #expect(try !atlas.region("Sevastopol").bearsVerdict)
    }

    @Test func theBorderIsThatOfGeoData() throws {
        let path = try AtlasFixture.geodata() + "/border-ukraine-russia.geojson"
        let border = try GeoJSONDocument(reading: ByteSource(path: path)).features
            .flatMap { $0.geometry?.lines ?? [] }.flatMap(\.coordinates)
        let atlas = try AtlasFixture.regions()
        for codes in [["UA-74", "UA-59", "UA-63"], ["RU-BRY", "RU-KRS", "RU-BEL"]] {
            let regions = try atlas.regions(codes)
            let own = Set(regions.flatMap { $0.polygons.flatMap(\.rings).flatMap(\.coordinates) })
            let missing = border.filter { !own.contains($0) }
            #expect(missing.isEmpty, "\(codes): \(missing.count) of \(border.count) vertices")
        }
    }

    @Test func everyLineSaysHowWellItIsKnown() throws {
        let atlas = try AtlasFixture.regions()
        let sumy = try atlas.region("Sumy Oblast")
        #expect(Set(sumy.lines.map(\.kind)) == ["border", "inner"])
        #expect(sumy.lines.filter { $0.kind == "border" }.allSatisfy { $0.error == 30 })
        #expect(sumy.lines.filter { $0.kind == "inner" }.allSatisfy { $0.error == 1_900 })
        let kherson = try atlas.region("Kherson Oblast")
        #expect(Set(kherson.lines.map(\.kind)) == ["border", "inner", "coast"])
        #expect(kherson.worstError == 1_900)
        let france = try atlas.region("France")
        #expect(france.licence == "public domain")
        #expect(france.lines.allSatisfy { $0.error == 1_700 })
    }

    /// Neighbours lie on the two sides of one line: nothing is in both, nothing between.
    @Test func neighboursAcrossTheBorderDoNotOverlap() throws {
        let atlas = try AtlasFixture.regions()
        let (sumy, kursk) = (try atlas.region("UA-59"), try atlas.region("RU-KRS"))
        let laid = try ExactOverlay.comparison(of: sumy.polygons, and: kursk.polygons)
        #expect(laid.both.isEmpty)
    }
}
