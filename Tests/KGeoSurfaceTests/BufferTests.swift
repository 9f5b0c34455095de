// Buffers against what differential geometry says of them, and where they must be refused.

import KGeoCore
import KGeoMeasure
import KGeoSurface
import PROJKit
import SystemC
import TestShapes
import Testing

struct BufferTests {
    /// The outline may be off by a millionth of the distance, so an area by two; twice that for the area of
    /// arcs that all fall short.
    static let finest = 4e-6

    static func point(_ longitude: Double, _ latitude: Double) -> Geometry {
        .point(Positions([Coordinate(longitude, latitude)]))
    }

    static func line(_ places: [Coordinate]) -> Geometry { .lineString(LineString(places)) }

    /// A square of geodesic edges with its centre at a place.
    static func square(_ centre: Coordinate, half: Double) -> Polygon {
        let plane = LocalPlane(centre: centre)
        let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1), (-1, -1)]
        return Polygon(shell: Ring(corners.map { plane.globe(PlanePoint(x: $0 * half, y: $1 * half)) }))
    }

    /// The Gaussian curvature of WGS84 at a latitude, 1/MN.
    static func curvature(latitude: Double) -> Double {
        let s = sin(latitude * .pi / 180)
        let e2 = Geodesic.wgs84.flattening * (2 - Geodesic.wgs84.flattening)
        let w = 1 - e2 * s * s
        let a = Geodesic.wgs84.equatorialRadius
        return w * w / (a * a * (1 - e2))
    }

    /// Bertrand, Diguet and Puiseux: a geodesic disc has the area πd²(1 − Kd²/12 + …).
    @Test(arguments: [
        (34.8, 50.9, 20_000.0), (-70, 0, 20_000), (10, -33, 300), (20, 84, 20_000), (179.95, -17, 50_000),
        (20, 89.5, 50_000),
    ])
    func aDiscHasItsArea(longitude: Double, latitude: Double, metres: Double) throws {
        let made = try Buffering.buffer(
            Self.point(longitude, latitude), metres: metres, tolerance: max(0.01, 1e-6 * metres))
        let k = Self.curvature(latitude: latitude)
        let expected = .pi * metres * metres * (1 - k * metres * metres / 12)
        let limit = max(Self.finest, 4 * 0.01 / metres)
        #expect(abs(made.area.geodesicSquareMetres / expected - 1) < limit)
        #expect(made.area.geodesicSquareMetres < expected, "its corners are on the circle")
        #expect(made.check.outlineSamples > 100 && made.check.groundSamples > 100)
    }

    /// A strip along a geodesic of length L: 2Ld(1 − Kd²/6), and a disc for its ends.
    @Test func aLineHasItsArea() throws {
        let (a, b) = (Coordinate(34, 51), Coordinate(36, 51.5))
        let d = 10_000.0
        let made = try Buffering.buffer(Self.line([a, b]), metres: d, tolerance: 0.01)
        let k = Self.curvature(latitude: 51.25)
        let expected =
            2 * Measuring.distance(a, b) * d * (1 - k * d * d / 6) + .pi * d * d * (1 - k * d * d / 12)
        #expect(abs(made.area.geodesicSquareMetres / expected - 1) < Self.finest)
        #expect(made.polygons.count == 1 && made.polygons[0].rings.count == 1)
    }

    /// Steiner: A + Pd + πd² around a convex area, (s − 2d)² inside a square. 1e-5 for the curvature of the Earth
    /// over 5 km.
    @Test func areasGrowAndShrink() throws {
        let square = Self.square(Coordinate(35, 51), half: 2_000)
        let d = 500.0
        let drawn = Measuring.area(of: square)
        let grown = try Buffering.buffer(.polygon(square), metres: d, tolerance: 0.01)
        let steiner = drawn.geodesicSquareMetres + drawn.perimeterMetres * d + .pi * d * d
        #expect(abs(grown.area.geodesicSquareMetres / steiner - 1) < 1e-5)
        let shrunk = try Buffering.buffer(.polygon(square), metres: -d, tolerance: 0.01)
        #expect(abs(shrunk.area.geodesicSquareMetres / 9e6 - 1) < 1e-5)
        let nothing = try Buffering.buffer(.polygon(square), metres: -2_100)
        #expect(nothing.polygons.isEmpty && nothing.check.groundSamples > 0)
    }

    @Test func holesAndPartsAreKept() throws {
        let outer = Self.square(Coordinate(35, 51), half: 5_000)
        let hole = Self.square(Coordinate(35, 51), half: 2_000)
        let frame = Polygon(rings: outer.rings + hole.rings)
        let grown = try Buffering.buffer(.polygon(frame), metres: 500)
        #expect(grown.polygons.count == 1 && grown.polygons[0].holes.count == 1)
        let filled = try Buffering.buffer(.polygon(frame), metres: 2_100)
        #expect(filled.polygons[0].holes.isEmpty)
        let shrunk = try Buffering.buffer(.polygon(frame), metres: -500)
        #expect(shrunk.polygons.count == 1 && shrunk.polygons[0].holes.count == 1)
        // Halves that share an edge are one area: what they share is no outline.
        let (west, east) = (Coordinate(34.9, 51), Coordinate(35, 51))
        let (north, top) = (Coordinate(35, 51.1), Coordinate(34.9, 51.1))
        let far = [Coordinate(35.1, 51), Coordinate(35.1, 51.1)]
        let halves = [
            Polygon(shell: Ring([west, east, north, top, west])),
            Polygon(shell: Ring([east, far[0], far[1], north, east])),
        ]
        let eroded = try Buffering.buffer(.multiPolygon(MultiPolygon(halves)), metres: -500)
        #expect(eroded.polygons.count == 1)
    }

    @Test func aCollectionIsOneBuffer() throws {
        let made = try Buffering.buffer(
            .collection([
                Self.point(35, 51), Self.line([Coordinate(35.01, 51), Coordinate(35.2, 51)]),
                .polygon(Self.square(Coordinate(35.4, 51), half: 3_000)), Self.point(-100, 20),
            ]), metres: 2_000)
        #expect(made.polygons.count == 3, "point and line meet, the others are apart")
    }

    @Test func theAntimeridianCutsItInTwo() throws {
        let places = [Coordinate(179.5, -17), Coordinate(-179.5, -17.2)]
        let made = try Buffering.buffer(Self.line(places), metres: 5_000)
        let moved = try Buffering.buffer(
            Self.line([Coordinate(9.5, -17), Coordinate(10.5, -17.2)]), metres: 5_000)
        #expect(made.polygons.count == 2)
        #expect(made.polygons.allSatisfy { $0.rings[0].coordinates.allSatisfy { abs($0.longitude) <= 180 } })
        let ratio = made.area.geodesicSquareMetres / moved.area.geodesicSquareMetres
        // Tiles begin elsewhere: both are within the default tolerance.
        #expect(abs(ratio - 1) < 1e-4)
        let continued = try Buffering.buffer(
            Self.line([Coordinate(179.5, -17), Coordinate(180.5, -17.2)]), metres: 5_000)
        #expect(continued.polygons.count == 2)
        let area = Polygon(
            shell: Ring([
                Coordinate(179.5, 10), Coordinate(-179.5, 10), Coordinate(-179.5, 11), Coordinate(179.5, 11),
                Coordinate(179.5, 10),
            ]))
        #expect(try Buffering.buffer(.polygon(area), metres: -5_000).polygons.count == 2)
    }

    /// The plane is PROJ's: a micrometre over 300 km.
    @Test func thePlaneIsAzimuthalEquidistant() throws {
        let plane = LocalPlane(centre: Coordinate(34, 51))
        let proj = try Transformation(
            from: .crs84, to: CRS(projString: "+proj=aeqd +lat_0=51 +lon_0=34 +datum=WGS84 +units=m"))
        for place in [Coordinate(34, 51), Coordinate(36, 52.5), Coordinate(33.1, 50), Coordinate(30, 51)] {
            let (a, b) = (plane.plane(place), try proj.transform(place))
            #expect(abs(a.x - b.longitude) < 1e-6 && abs(a.y - b.latitude) < 1e-6)
            #expect(Measuring.distance(plane.globe(a), place) < 1e-6)
        }
    }

    @Test(arguments: [
        (0.0, nil), (0.5, nil), (1_000_001, nil), (.infinity, nil), (.nan, nil), (-20, nil), (20_000, 0.001),
        (20_000, 5_000), (20_000, Double.nan),
    ])
    func whatCannotBeAskedForIsUsage(metres: Double, tolerance: Double?) {
        let problem = #expect(throws: Problem.self) {
            try Buffering.buffer(Self.point(35, 51), metres: metres, tolerance: tolerance)
        }
        #expect(problem?.code == .usage && problem?.hint != nil)
    }

    @Test func whatHasNoBufferIsRefused() {
        let ring = stride(from: 0.0, through: 360, by: 10).map { Coordinate($0 == 360 ? 0 : $0, 70) }
        let bowtie = [
            Coordinate(0, 0), Coordinate(1, 1), Coordinate(1, 0), Coordinate(0, 1), Coordinate(0, 0),
        ]
        let cases: [(Geometry, Problem.Code)] = [
            (Self.point(20, 89.9), .topology), (Self.point(20, -89.9), .topology),
            (.polygon(Polygon(shell: Ring(ring))), .topology), (Self.line(ring), .topology),
            (.polygon(Polygon(shell: Ring(bowtie))), .topology),
            (.multiPoint(Positions([])), .geojson),
        ]
        for (shape, code) in cases {
            let problem = #expect(throws: Problem.self) { try Buffering.buffer(shape, metres: 20_000) }
            #expect(problem?.code == code)
        }
    }

    @Test func aPartLiesInTheSurface() throws {
        let frame = [Self.square(Coordinate(35, 51), half: 10_000)]
        let line = Self.line([Coordinate(34, 51), Coordinate(36, 51)])
        let part = try #require(try Clipping.part(of: line, in: frame))
        #expect(abs(Measuring.length(of: part.lines[0]) - 20_000) < 10)
        #expect(try Clipping.part(of: Self.point(36, 51), in: frame) == nil)
        #expect(try Clipping.part(of: Self.point(35, 51), in: frame) == Self.point(35, 51))
        // Along the outline, with its positions.
        let side = Self.line(Array(frame[0].rings[0].coordinates[0...1]))
        #expect(try Clipping.part(of: side, in: frame)?.lines == side.lines)
        // The frame is drawn across the antimeridian, the place beyond it.
        let pacific = [Self.square(Coordinate(180, 0), half: 10_000)]
        #expect(try Clipping.part(of: Self.point(-179.99, 0), in: pacific) != nil)
        #expect(try Clipping.part(of: Self.point(179.99, 0), in: pacific) != nil)
    }

    /// Shapes too far from each other to grow together are what each is on its own, in one tile and in several.
    @Test func manyApart() throws {
        let centres = (0..<60).map { Coordinate(30 + Double($0 % 10) * 0.3, 50 + Double($0 / 10) * 0.3) }
        let squares = centres.map { Self.square($0, half: 3_000) }
        for metres in [500.0, -500] {
            let whole = try Buffering.buffer(.multiPolygon(MultiPolygon(squares)), metres: metres)
            let each = try squares.map { try Buffering.buffer(.polygon($0), metres: metres) }
            #expect(whole.polygons.count == 60)
            #expect(whole.polygons.allSatisfy { $0.holes.isEmpty })
            let sum = each.reduce(0) { $0 + $1.area.geodesicSquareMetres }
            #expect(abs(whole.area.geodesicSquareMetres / sum - 1) < 1e-4)
        }
        // Wide enough, they are one.
        let grown = try Buffering.buffer(.multiPolygon(MultiPolygon(squares)), metres: 16_000)
        #expect(grown.polygons.count == 1)
    }

    /// What would take too many positions is refused before they are made, with a tolerance that fits.
    @Test func tooFine() throws {
        let belt = Self.line(
            stride(from: -170.0, through: 170, by: 1).flatMap { [Coordinate($0, -60), Coordinate($0, 60)] })
        do {
            _ = try Buffering.buffer(belt, metres: 100_000, tolerance: 0.1)
            Issue.record("that was too much work")
        } catch {
            #expect(error.code == .geos)
            #expect(error.hint?.contains("fits") ?? false, "\(error)")
        }
    }
}
