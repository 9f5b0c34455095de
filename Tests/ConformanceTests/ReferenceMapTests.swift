// Twelve daily maps of occupied Ukraine, whose areas and perimeters were computed in quadruple precision, and
// by eight other programs.

import KGeoCore
import KGeoMeasure
import KGeoSurface
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct ReferenceMapTests {
    /// What METHODS, section 3, promises for the rings of these maps.
    static let quad = 1e-11
    /// What programs that compute the same agree to.
    static let programs = 1e-9
    /// The lonlat column was integrated numerically, to no stated number of digits.
    static let quadrature = 1e-9

    static let days = [
        "20240708", "20240918", "20241127", "20250205", "20250418", "20250627", "20250905", "20251114",
        "20260124", "20260403", "20260612", "20260822",
    ]

    private func row(_ day: String) throws -> [String: String] {
        try #require(try ReferenceFiles.table("reference/reference_areas.csv").first { $0["date"] == day })
    }

    @Test func theTableHasTheseDays() throws {
        let table = try ReferenceFiles.table("reference/reference_areas.csv")
        #expect(table.compactMap { $0["date"] } == Self.days)
    }

    @Test(arguments: days)
    func quadPrecision(day: String) throws {
        let row = try row(day)
        let area = try ReferenceFiles.streamedArea(ReferenceFiles.occupied(day))
        #expect(
            ReferenceFiles.offBy(area.geodesicSquareMetres, from: try row.number("quad_area")) < Self.quad)
        #expect(ReferenceFiles.offBy(area.perimeterMetres, from: try row.number("quad_perim")) < Self.quad)
        let lonlat = try row.number("lonlat_edges_quadrature")
        #expect(ReferenceFiles.offBy(area.lonlatSquareMetres, from: lonlat) < Self.quadrature)
        // 5e-6 between the edge models on maps like these (METHODS, section 1).
        let effect = area.edgeEffectSquareMetres / area.geodesicSquareMetres
        #expect((3e-6...8e-6).contains(effect))
    }

    /// What other programs print for the same map: the geodesic ones agree to a billionth.
    @Test(
        arguments: days,
        [
            "pyproj_geometry_area", "planimeter_geodesic", "geographiclib_py", "postgis_geography",
            "gdal312_geodesic", "qgis322", "duckdb_spheroid",
        ])
    func geodesicPrograms(day: String, column: String) throws {
        let area = try ReferenceFiles.streamedArea(ReferenceFiles.occupied(day)).geodesicSquareMetres
        #expect(ReferenceFiles.offBy(area, from: try row(day).number(column)) < Self.programs)
    }

    /// In memory and streamed it is the same number, to the last bit, and the parts and holes are those of
    /// the table.
    @Test(arguments: days)
    func inMemoryAndStreamed(day: String) throws {
        let (row, polygons) = (try row(day), try ReferenceFiles.polygons(ReferenceFiles.occupied(day)))
        let area = Measuring.area(of: polygons)
        let streamed = try ReferenceFiles.streamedArea(ReferenceFiles.occupied(day))
        #expect(area == streamed)
        let (parts, holes) = (try row.number("parts"), try row.number("holes"))
        #expect(Double(polygons.count) == parts)
        #expect(Double(polygons.reduce(0) { $0 + $1.holes.count }) == holes)
        let positions = MultiPolygon(polygons).vertexCount
        let rings = polygons.reduce(0) { $0 + $1.rings.count }
        #expect(area.vertexCount == positions - rings)
        #expect([positions, positions - rings].contains(Int(try row.number("vertices"))))
    }

    /// The table calls all twelve valid, and so does kgeo.
    @Test(arguments: days)
    func topology(day: String) throws {
        #expect(try row(day)["valid"] == "True")
        let findings = try Topology.check(try ReferenceFiles.polygons(ReferenceFiles.occupied(day)))
        #expect(findings.filter(\.isError).isEmpty)
    }

    /// Planar areas in three projections, as PostGIS computes them through the same PROJ. The zone of UTM is
    /// that of the table, 37.
    @Test(arguments: ["20240708", "20250627", "20260822"])
    func otherMethods(day: String) throws {
        let (row, polygons) = (try row(day), try ReferenceFiles.polygons(ReferenceFiles.occupied(day)))
        let methods = OtherMethods()
        for (method, column) in [
            (OtherMethod.equalAreaCylindrical, "postgis_epsg6933"),
            (.equalAreaEurope, "postgis_epsg3035_laea"),
            (.utm, "postgis_utm37n"), (.webMercator, "postgis_webmercator"),
        ] {
            let area = try #require(
                try methods.area(of: polygons, by: method, middle: Coordinate(37, 48)))
            #expect(ReferenceFiles.offBy(area, from: try row.number(column)) < Self.programs, "\(method)")
        }
        // On the sphere PostGIS has great circles and a mean radius of its own; web libraries (turf) have edges
        // straight in longitude and latitude, 5e-6 more on maps like these.
        let mean = try #require(try methods.area(of: polygons, by: .sphereMean, middle: Coordinate(37, 48)))
        #expect(ReferenceFiles.offBy(mean, from: try row.number("postgis_sphere")) < 1e-6)
        #expect(ReferenceFiles.offBy(mean, from: try row.number("turf_area_formula")) < 1e-5)
    }

    /// The ranges of METHODS, section 9, for shapes between 44 and 52° N.
    @Test(arguments: ["20240708", "20250627", "20260822"])
    func rangesOfTheMethods(day: String) throws {
        let polygons = try ReferenceFiles.polygons(ReferenceFiles.occupied(day))
        let area = Measuring.area(of: polygons)
        let methods = OtherMethods()
        func ratio(_ method: OtherMethod) throws -> Double {
            let other = try #require(try methods.area(of: polygons, by: method, middle: Coordinate(37, 48)))
            return other / area.geodesicSquareMetres - 1
        }
        #expect((0...1e-5).contains(area.lonlatSquareMetres / area.geodesicSquareMetres - 1))
        #expect((-1e-5...1e-5).contains(try ratio(.equalAreaCylindrical)))
        #expect((-1e-5...1e-5).contains(try ratio(.equalAreaEurope)))
        #expect((-0.0008...0.0013).contains(try ratio(.utm)))
        #expect((-0.004 ... -0.002).contains(try ratio(.sphereMean)))
        #expect((-0.0017...0).contains(try ratio(.sphereEquatorial)))
        #expect((0.96...1.68).contains(try ratio(.webMercator)))
    }
}
