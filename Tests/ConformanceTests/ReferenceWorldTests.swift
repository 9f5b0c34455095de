// Twenty-three world-scale shapes: over the antimeridian, round the poles, half the globe wide, a centimetre
// small. Whose answer is ours, and where other programs give another one.

import KGeoCore
import KGeoJSON
import KGeoMeasure
import KGeoSurface
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct ReferenceWorldTests {
    /// Below half a unit of the last digit printed, two algorithms may still differ by a few roundings.
    static let rounding = 2e-14
    /// GeographicLib's distances are good to nanometres; on short edges the closed forms are nearer.
    static let nanometres = 3e-9
    /// The area under an edge from pole to equator is 1e13 m², of which a double keeps a hundredth of a square
    /// metre: GeographicLib prints 162062224.9375 for the ring 11 km around the pole, and mpmath says this.
    static let poleTouch = (squareMetres: 162_062_225.00688469, tolerance: 0.1)
    /// Rounding, and the quadrature over latitudes; 1.2e-13 from pole to pole.
    static let lonlat = 2e-13

    /// Areas with edges straight in longitude and latitude, in m²: the zone area in its closed form, integrated
    /// along each edge with mpmath at 40 digits, longitudes taken the short way, caps as what their zone leaves
    /// of the hemisphere.
    static let lonlatAreas: [(name: String, squareMetres: Double)] = [
        ("octant", 40_529_108_660_228.856), ("octant_4corner", 63_758_202_715_511.064),
        ("am_box_0_360", 4_899_329_175_911.0902), ("am_box_wrapped", 4_899_329_175_911.0902),
        ("am_box_cut", 4_899_329_175_911.0902), ("arctic_ring_80", 3_908_572_761_836.5722),
        ("arctic_ring_80_cut", 3_908_572_761_836.5722), ("antarctic_ring_-60", 34_415_850_514_903.88),
        ("antarctic_ring_-60_cut", 34_415_850_514_903.88), ("plate_carree_world", 510_065_621_724_088.51),
        ("world_two_halves", 510_065_621_724_088.51), ("long_parallel_60", 28_512_043_992_330.572),
        ("equator_179", 47_133_906_958_596.498), ("equator_179.9", 47_370_893_082_969.331),
        ("colorado_like", 269_216_890_279.41031), ("us_canada_49", 230_096_498_131.3864),
        ("fiji_wrapped", 176_284_148_069.01395), ("sliver_1mm", 8.2976178222604349),
        ("cm_square", 8.2976173224952322e-5), ("pole_touch", 391_930_699.86966686),
        ("cw_outer", 12_308_463_893.975352), ("hole_same_winding", 184_484_669_763.40241), ("bowtie", 0),
    ]

    /// Where a program's answer is another than ours (by more than 1e-5), and why ours stands.
    static let otherAnswers: [String: [String: String]] = [
        "pyproj": [
            "hole_same_winding":
                "takes a hole by its winding: one that winds like the shell is added (RFC 7946 §3.1.6 makes it a hole by its place)"
        ],
        "postgis": [
            "plate_carree_world": "stops: opposite ends of an edge",
            "world_two_halves": "stops: opposite ends of an edge",
        ],
        "qgis322": [:], "duckdb": [:], "gdal312": [:],
        "spatialite": [
            "am_box_0_360": "areas on a sphere of its own", "am_box_wrapped": "areas on a sphere of its own",
            "am_box_cut": "areas on a sphere of its own", "arctic_ring_80": "areas on a sphere of its own",
            "arctic_ring_80_cut": "areas on a sphere of its own",
            "antarctic_ring_-60": "areas on a sphere of its own",
            "antarctic_ring_-60_cut": "areas on a sphere of its own",
            "world_two_halves": "edges between opposite places come to nothing",
            "equator_179.9": "takes the far side of a shortest line that leaves the equator",
            "pole_touch": "areas on a sphere of its own", "cw_outer": "areas on a sphere of its own",
            "hole_same_winding": "areas on a sphere of its own",
        ],
    ]

    private func shapes() throws -> [(name: String, polygons: [Polygon])] {
        try ReferenceFiles.map("reference/world.geojson").features.map { feature in
            let name = try #require(feature.record.properties?["name"]?.string)
            return (name, feature.geometry?.polygons ?? [])
        }
    }

    /// Half a unit of the last digit of a printed number.
    private func halfUnit(_ text: String) -> Double {
        let parts = text.lowercased().split(separator: "e", maxSplits: 1)
        let decimals =
            parts[0].split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        var unit = 0.5
        for _ in 0..<decimals { unit /= 10 }
        var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        while exponent < 0 {
            unit /= 10
            exponent += 1
        }
        while exponent > 0 {
            unit *= 10
            exponent -= 1
        }
        return unit
    }

    /// Our areas and perimeters are GeographicLib's, for all 23.
    @Test func geodesicIsGeographicLibs() throws {
        let table = try ReferenceFiles.table("reference/reference_world.csv")
        let shapes = try shapes()
        #expect(table.count == 23)
        #expect(shapes.map(\.name) == table.compactMap { $0["name"] })
        for (row, shape) in zip(table, shapes) {
            let measured = Measuring.area(of: shape.polygons)
            for (column, ours) in [
                ("planimeter_s", measured.geodesicSquareMetres),
                ("planimeter_perim", measured.perimeterMetres),
            ] {
                var wanted = try row.number(column)
                var tolerance = max(halfUnit(row[column] ?? ""), Self.rounding * abs(wanted))
                if column == "planimeter_perim" { tolerance = max(tolerance, Self.nanometres) }
                if shape.name == "pole_touch", column == "planimeter_s" {
                    (wanted, tolerance) = Self.poleTouch
                }
                #expect(abs(ours - wanted) <= tolerance, "\(shape.name), \(column): \(ours), not \(wanted)")
            }
        }
    }

    @Test func lonlatIsTheZoneFormula() throws {
        for (shape, wanted) in zip(try shapes(), Self.lonlatAreas) {
            #expect(shape.name == wanted.name)
            let ours = Measuring.area(of: shape.polygons).lonlatSquareMetres
            #expect(
                abs(ours - wanted.squareMetres) <= Self.lonlat * wanted.squareMetres, "\(shape.name): \(ours)"
            )
        }
    }

    /// Along parallels and meridians a line of constant course is a lonlat edge, and GeographicLib's figure for
    /// rhumb lines is our lonlat area; across 360° it is not, since a rhumb line takes the short way.
    @Test func rhumbLinesAlongParallels() throws {
        let table = try ReferenceFiles.table("reference/reference_world.csv")
        let along: Set<String> = [
            "octant_4corner", "am_box_0_360", "am_box_wrapped", "am_box_cut", "arctic_ring_80",
            "arctic_ring_80_cut",
            "antarctic_ring_-60", "antarctic_ring_-60_cut", "world_two_halves", "colorado_like",
            "us_canada_49",
            "fiji_wrapped", "cw_outer", "hole_same_winding", "pole_touch",
        ]
        for row in table where along.contains(row["name"] ?? "") {
            let ours = try #require(Self.lonlatAreas.first { $0.name == row["name"] }).squareMetres
            #expect(
                ReferenceFiles.offBy(ours, from: try row.number("planimeter_rhumb")) < 1e-9,
                "\(row["name"] ?? "")")
        }
        let world = try #require(table.first { $0["name"] == "plate_carree_world" })
        #expect(try world.number("planimeter_rhumb") == 0)
        // The triangle round the pole is a cap with lonlat edges and a triangle with geodesics: 2.4 times less.
        let touch = try #require(table.first { $0["name"] == "pole_touch" })
        #expect(try touch.number("planimeter_s") < 0.42 * touch.number("planimeter_rhumb"))
    }

    /// Where others give another answer they are the ones of the list, each with its reason.
    @Test(arguments: ["pyproj", "postgis", "qgis322", "duckdb", "gdal312", "spatialite"])
    func otherPrograms(program: String) throws {
        let table = try ReferenceFiles.table("reference/reference_world.csv")
        var different: Set<String> = []
        for (row, shape) in zip(table, try shapes()) {
            let ours = Measuring.area(of: shape.polygons).geodesicSquareMetres
            guard let theirs = row[program].flatMap({ Double($0) }), abs(theirs - ours) <= 1e-5 * ours else {
                different.insert(shape.name)
                continue
            }
        }
        #expect(different == Set(try #require(Self.otherAnswers[program]).keys))
    }

    /// Notes: an edge of more than 180° the short way, one of exactly 180°, a pole inside, a ring that cancels.
    @Test func notes() throws {
        for shape in try shapes() {
            let sink = shape.polygons.flatMap { $0.rings.flatMap { Measuring.ring($0).notes } }
            let wanted: [RingNote]
            switch shape.name {
            case "am_box_wrapped": wanted = [.longEdge(vertex: 0), .longEdge(vertex: 2)]
            case "fiji_wrapped": wanted = [.longEdge(vertex: 0), .longEdge(vertex: 2)]
            case "arctic_ring_80": wanted = [.longEdge(vertex: 35), .encirclesPole]
            case "antarctic_ring_-60": wanted = [.longEdge(vertex: 71), .encirclesPole]
            case "pole_touch": wanted = [.longEdge(vertex: 1), .encirclesPole]
            case "world_two_halves":
                wanted = [
                    .halfTurnEdge(vertex: 0), .halfTurnEdge(vertex: 2), .halfTurnEdge(vertex: 0),
                    .halfTurnEdge(vertex: 2),
                ]
            case "plate_carree_world": wanted = [.fullTurnEdge(vertex: 0)]
            case "bowtie": wanted = [.cancels]
            // An eighth of the globe is as geodesic half as much again as it is in longitude and latitude.
            case "octant", "equator_179.9": wanted = [.turnsOver(vertex: 0)]
            default: wanted = []
            }
            #expect(sink == wanted, "\(shape.name)")
        }
    }

    /// Planar validity alone is the wrong gate: what passes here and what does not.
    @Test func topology() throws {
        for shape in try shapes() {
            let findings = try Topology.check(shape.polygons)
            switch shape.name {
            case "bowtie":
                #expect(findings.map(\.isError) == [true])
                #expect(findings.first?.place == Coordinate(0.5, 0.5))
            case "am_box_cut", "world_two_halves":
                #expect(findings.map(\.isError) == [false], "\(shape.name): \(findings)")
            default: #expect(findings.isEmpty, "\(shape.name): \(findings)")
            }
        }
    }
}
