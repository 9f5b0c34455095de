// The reference data in GeoData: the manifest is true, the shapes are valid and as large as they should be, the
// tables agree with the program.

import Foundation
import KGeo
import KGeoClaims
import KGeoCore
import KGeoJSON
import KGeoMeasure
import KGeoScenario
import KGeoSurface
import TestSupport
import Testing

struct GeoDataTests {
    static let geojson = ["border-ukraine-russia.geojson", "oblasts.geojson", "ukraine.geojson"]
    /// 1 m: the oblasts have the border's own vertices, so what is left is arithmetic.
    static let sameLine = 1.0

    static func polygons(_ name: String, _ id: String) throws -> [Polygon] {
        try #require(try GeoDataFolder.features(name)[id]?.geometry).polygons
    }

    static func border() throws -> [Coordinate] {
        let feature = try GeoDataFolder.features(geojson[0])["border-ukraine-russia"]
        return try #require(feature?.geometry?.lines.first).coordinates
    }

    static func index(_ polygons: [Polygon]) -> EdgeIndex {
        EdgeIndex(EdgeIndex.edges(of: .multiPolygon(MultiPolygon(polygons)), owner: 0))
    }

    /// Whether a place is inside the outer rings, with edges straight in longitude and latitude.
    static func contains(_ polygons: [Polygon], _ place: Coordinate) -> Bool {
        polygons.contains { polygon in
            guard let ring = polygon.shell?.coordinates else { return false }
            var inside = false
            for (a, b) in zip(ring, ring.dropFirst())
            where (a.latitude > place.latitude) != (b.latitude > place.latitude) {
                let t = (place.latitude - a.latitude) / (b.latitude - a.latitude)
                if place.longitude < a.longitude + t * (b.longitude - a.longitude) { inside.toggle() }
            }
            return inside
        }
    }

    @Test func theManifestNamesEveryFile() throws {
        let described = Set(GeoDataFolder.resources.flatMap { [$0.path, $0.index?.path].compactMap(\.self) })
        let documents: Set = ["datapackage.json", "LICENSES.md", "README.md"]
        #expect(Set(try GeoDataFolder.files(in: GeoDataFolder.path)) == described.union(documents))
    }

    @Test(arguments: GeoDataFolder.resources)
    func theManifestIsTrue(resource: GeoDataFolder.Resource) {
        let bytes = GeoDataFolder.bytes(resource.path)
        var digest = SHA256()
        digest.update(bytes)
        #expect(bytes.count == resource.bytes)
        #expect("sha256:" + digest.hexDigest() == resource.hash)
        if let index = resource.index {
            let bytes = GeoDataFolder.bytes(index.path)
            var digest = SHA256()
            digest.update(bytes)
            #expect(bytes.count == index.bytes && "sha256:" + digest.hexDigest() == index.hash)
        }
        #expect(!resource.title.isEmpty && !resource.description.isEmpty && !resource.accuracy.isEmpty)
        #expect(!resource.sources.isEmpty)
        #expect(
            resource.licences.count == 1 && resource.licences.allSatisfy { $0.path.hasPrefix("https://") })
        #expect((resource.schema != nil) == resource.path.hasSuffix(".csv"))
        for document in ["README.md", "LICENSES.md"] {
            #expect(GeoDataFolder.text(document).contains(resource.path), "\(document) leaves it out")
        }
    }

    @Test func whatMustBePrintedIsSaid() {
        let licences = GeoDataFolder.text("LICENSES.md")
        for words in ["© OpenStreetMap contributors", "GeoNames", "CC BY 4.0", "ODbL", "Natural Earth"] {
            #expect(licences.contains(words))
        }
    }

    @Test(arguments: geojson) func theShapesAreScenarios(name: String) throws {
        let loaded = try ScenarioLoader.load(ByteSource(GeoDataFolder.bytes(name)))
        #expect(loaded.problems.isEmpty && loaded.notices.isEmpty, "\(loaded.problems) \(loaded.notices)")
        #expect(!loaded.scenario.isPlainMap && loaded.scenario.licence == "ODbL-1.0")
        let stated = GeoDataFolder.resources.first { $0.path == name }?.accuracyMetres
        for feature in loaded.scenario.features {
            #expect(feature.role == .reference && feature.id != nil && !feature.regions.isEmpty)
            #expect(feature.licence == "ODbL-1.0" && feature.note != nil && feature.sourceURL != nil)
            #expect(feature.source?.contains("© OpenStreetMap contributors") == true)
            #expect(feature.boundaryError == stated && stated != nil)
            #expect(feature.date == nil, "a dated border would count only for maps of its day")
            for polygon in feature.geometry?.polygons ?? [] {
                #expect(try Topology.check([polygon]).isEmpty)
                let ring = polygon.shell?.coordinates ?? []
                let doubled = zip(ring, ring.dropFirst()).reduce(0) {
                    $0 + $1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude
                }
                #expect(doubled > 0, "outer rings run anticlockwise")
            }
        }
    }

    /// Limits: generalised oblast sides 1.5 %, generalised coast 1 %.
    @Test(arguments: [
        ("oblasts.geojson", "sumy-oblast", "UA-59", 0.015),
        ("oblasts.geojson", "kursk-oblast", "RU-KRS", 0.015),
        ("ukraine.geojson", "ukraine", "UA", 0.01),
    ])
    func theAreasAreNearTheOfficialOnes(name: String, id: String, code: String, limit: Double) throws {
        let measured = Measuring.area(of: try Self.polygons(name, id)).geodesicSquareMetres
        let official = try #require(OfficialAreas.areas(code)?.first).squareMetres
        #expect(abs(measured / official - 1) < limit, "\(measured / 1e6) km²")
    }

    @Test func theBorderIsDrawnFinelyFromEndToEnd() throws {
        let border = try Self.border()
        let first = try #require(border.first)
        let last = try #require(border.last)
        // The next vertex east of the stated meridian.
        #expect(first.longitude >= 33 && first.longitude < 33.01 && abs(first.latitude - 52.289) < 0.001)
        #expect(last.longitude >= 36 && last.longitude < 36.01 && abs(last.latitude - 50.444) < 0.001)
        #expect(
            abs(Measuring.length(of: border) / 1000 - 675.9) < 0.1, "km, by another formula in the script")
        #expect(border.count == 15_903 && Set(border).count == border.count)
        let steps = zip(border, border.dropFirst()).map { Measuring.distance($0, $1) }.sorted()
        #expect(steps[0] > 0.1, "m: twice the resolution of the source")
        #expect(steps[steps.count / 2] < 15)
        #expect(steps[steps.count * 99 / 100] < 700)
        #expect(steps[steps.count - 1] < 5_500, "the longest straight leg of the border, near 34.3 E 51.25 N")
    }

    @Test(arguments: [("sumy-oblast", 450.0), ("kursk-oblast", 280.0)])
    func theOblastsLieOnTheBorder(id: String, kilometres: Double) throws {
        let oblast = try Self.polygons("oblasts.geojson", id)
        let border = try Self.border()
        let vertices = Set(oblast.flatMap(\.rings).flatMap(\.coordinates))
        let first = try #require(border.firstIndex(where: vertices.contains))
        let last = try #require(border.lastIndex(where: vertices.contains))
        let stretch = Array(border[first...last])
        #expect(Measuring.length(of: stretch) > kilometres * 1000)
        #expect(first > 100 && last < border.count - 100, "the border goes on beyond the oblast")
        let outline = Self.index(oblast)
        for place in stretch {
            let hit = outline.nearest(to: place, within: Self.sameLine)
            #expect(hit != nil, "\(place) is off the outline")
            if hit == nil { break }
        }
    }

    @Test func theOblastsShareTheBorderAndNothingElse() throws {
        let sumy = try Self.polygons("oblasts.geojson", "sumy-oblast")
        let kursk = try Self.polygons("oblasts.geojson", "kursk-oblast")
        #expect(
            try Topology.check(sumy + kursk).map(\.message) == ["parts of one feature touch along an edge"])
    }

    @Test func ukraineFollowsTheBorderAndHasCrimea() throws {
        let ukraine = try Self.polygons("ukraine.geojson", "ukraine")
        let outline = Self.index(ukraine)
        // Simplified by up to 30 m; a metre for the plane it was simplified on.
        #expect(try Self.border().allSatisfy { outline.nearest(to: $0, within: 31) != nil })
        let inside: [(String, Double, Double)] = [
            ("Simferopol", 34.10, 44.95), ("Sevastopol", 33.55, 44.58), ("Kerch", 36.45, 45.35),
            ("Kyiv", 30.52, 50.45),
            ("Uzhhorod", 22.29, 48.62), ("Luhansk", 39.31, 48.57), ("Odesa", 30.72, 46.48),
            ("Sumy", 34.80, 50.92),
        ]
        for (name, longitude, latitude) in inside {
            #expect(Self.contains(ukraine, Coordinate(longitude, latitude)), "\(name)")
        }
        let outside: [(String, Double, Double)] = [
            ("Sudzha", 35.27, 51.19), ("Krasnodar", 38.98, 45.04), ("Tiraspol", 29.64, 46.84),
            ("Brest", 23.70, 52.10),
            ("the sea off Odesa", 31.2, 46.2), ("the sea off Yalta", 34.2, 44.35),
            ("the Sea of Azov", 36.5, 46.2),
        ]
        for (name, longitude, latitude) in outside {
            #expect(!Self.contains(ukraine, Coordinate(longitude, latitude)), "\(name)")
        }
    }

    @Test func theOfficialAreasAreThoseOfTheProgram() throws {
        let table = try CSVTable(GeoDataFolder.text("official-areas.csv"))
        #expect(table.header == ["code", "name", "area_km2", "source"])
        let rows = table.rows.map(\.cells)
        let program = OfficialAreas.codes.flatMap { code in
            (OfficialAreas.areas(code) ?? []).map {
                [code, $0.name, String(Int($0.squareMetres / 1e6)), $0.source]
            }
        }
        #expect(rows == program)
    }

    @Test func theClassesOfLinesAreThoseOfTheProgram() throws {
        let table = try CSVTable(GeoDataFolder.text("calibration.csv"))
        let rows = [table.header] + table.rows.map(\.cells)
        #expect(try ErrorClasses(rows: rows, file: "calibration.csv") == .builtIn)
        #expect(throws: Problem.self) { try ErrorClasses(rows: [table.header], file: "calibration.csv") }
        for wrong in ["", "-1", "far", "inf"] {
            var broken = rows
            broken[1][1] = wrong
            #expect(throws: Problem.self) { try ErrorClasses(rows: broken, file: "calibration.csv") }
        }
    }

    @Test func theSettlementsAreUsable() throws {
        let table = try CSVTable(GeoDataFolder.text("settlements.csv"))
        let fields = GeoDataFolder.resources.first { $0.path == "settlements.csv" }?.schema?.fields
        #expect(table.header == fields?.map(\.name))
        let rows = table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0.cells)) }
        #expect(rows.count > 300 && Set(rows.compactMap { $0["geonameid"] }).count == rows.count)

        let oblasts = ["Sumy Oblast": "sumy-oblast", "Kursk Oblast": "kursk-oblast"]
        let shapes = try oblasts.mapValues { try Self.polygons("oblasts.geojson", $0) }
        let outlines = shapes.mapValues(Self.index)
        for row in rows {
            let longitude = try #require(row["longitude"].flatMap(Double.init))
            let latitude = try #require(row["latitude"].flatMap(Double.init))
            #expect((33...37.5).contains(longitude) && (50...52.6).contains(latitude))
            #expect(["UA", "RU"].contains(row["country"]))
            #expect(row["licence"] == "CC-BY-4.0" && row["coordinate_error_m"] == "1000")
            let population = try #require(row["population"])
            #expect(population.isEmpty || (Int(population) ?? 0) > 0)
            // Each lies in its own oblast, or no farther out than three times the error of the inner sides.
            let place = Coordinate(longitude, latitude)
            for (region, shape) in shapes {
                let inside = Self.contains(shape, place)
                guard inside != (row["region"] == region) else { continue }
                let far = outlines[region]?.nearest(to: place)?.distance ?? .infinity
                #expect(far < 5_700, "\(row["name"] ?? "") is \(far) m on the wrong side of \(region)")
            }
        }
        func named(_ name: String) -> [[String: String]] { rows.filter { $0["name"] == name } }
        let sudzha = try #require(named("Sudzha").first)
        #expect(sudzha["names_russian"] == "Суджа" && sudzha["region"] == "Kursk Oblast")
        let yunakivka = try #require(named("Yunakivka").first)
        #expect(yunakivka["names_russian"] == "Юнаковка")
        #expect(yunakivka["names_ukrainian"] == "Юнаковка; Юнаківка", "the alphabets share most letters")
        #expect(named("L\u{2019}gov").count == 1 && named("Popivka").count > 1)
    }
}

struct GeoDataBuildTests {
    @Test(.enabled(if: GeoDataFolder.missing == nil, Comment(rawValue: GeoDataFolder.missing ?? "")))
    func theScriptWritesTheSameBytes() throws {
        let root = try #require(SharedFolder.projectRoot)
        let folder = try TemporaryFolder()
        let run = try GeoDataFolder.python([root + "/Scripts/geodata.py", folder.path])
        #expect(run.code == 0)
        let names = try GeoDataFolder.files(in: GeoDataFolder.path)
        #expect(try GeoDataFolder.files(in: folder.path) == names)
        for name in names {
            let written = SharedFolder.bytes(of: folder.path + "/" + name)
            #expect(
                written == GeoDataFolder.bytes(name),
                "\(name) differs: run make geodata and look at the change")
        }
    }
}
