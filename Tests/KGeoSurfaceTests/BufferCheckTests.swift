// The check of a buffer finds what is wrong with one: each test breaks a good buffer in a way of its own.

import GEOSKit
import KGeoCore
import KGeoMeasure
import KGeoSurface
import TestShapes
import Testing

struct BufferCheckTests {
    static let metres = 2_000.0
    static let tolerance = 1.0
    static let centre = Coordinate(35, 51)

    /// A line of three sides of a square, 10 km each.
    static let hook = {
        let plane = LocalPlane(centre: centre)
        let corners = [(-5.0, -5.0), (5, -5), (5, 5), (-5, 5)]
        return Geometry.lineString(
            LineString(corners.map { plane.globe(PlanePoint(x: $0 * 1e3, y: $1 * 1e3)) }))
    }()
    static let frame = Polygon(
        rings: [6_000.0, 3_000].flatMap { BufferTests.square(centre, half: $0).rings })

    static func worst(_ polygons: [Polygon], of shape: Geometry, metres: Double = metres) throws -> Double {
        let ground = try BufferGround(shape, metres: metres, error: tolerance)
        return try BufferCheck(of: polygons, ground: ground, tolerance: tolerance, samples: 4_000).worstMetres
    }

    static func made(_ shape: Geometry, metres: Double = metres) throws -> [Polygon] {
        try Buffering.buffer(shape, metres: metres, tolerance: tolerance).polygons
    }

    @Test func aGoodOnePasses() throws {
        for shape in [Self.hook, .polygon(Self.frame), .point(Positions([Self.centre]))] {
            #expect(try abs(Self.worst(Self.made(shape), of: shape)) <= Self.tolerance)
        }
        let shrunk = try Self.made(.polygon(Self.frame), metres: -500)
        #expect(try abs(Self.worst(shrunk, of: .polygon(Self.frame), metres: -500)) <= Self.tolerance)
    }

    @Test func aWidthOffByThreeMetresIsFound() throws {
        #expect(try abs(Self.worst(Self.made(Self.hook, metres: 2_003), of: Self.hook) - 3) < Self.tolerance)
        #expect(try abs(Self.worst(Self.made(Self.hook, metres: 1_997), of: Self.hook) + 3) < Self.tolerance)
    }

    @Test func halfTheShapeIsFound() throws {
        let half = Geometry.lineString(LineString(Array(Self.hook.allCoordinates[0...1])))
        #expect(try Self.worst(Self.made(half), of: Self.hook) < -100)
    }

    @Test func aMissingPartIsFound() throws {
        // The outline of what is there is right to the last bit.
        let apart = Geometry.point(Positions([Coordinate(36, 51)]))
        #expect(try Self.worst(Self.made(Self.hook), of: .collection([Self.hook, apart])) == -Self.metres)
    }

    @Test func aFilledHoleIsFound() throws {
        let good = try Self.made(.polygon(Self.frame))
        #expect(good[0].holes.count == 1)
        let filled = [Polygon(rings: [good[0].rings[0]])]
        #expect(try Self.worst(filled, of: .polygon(Self.frame)) > Self.tolerance)
    }

    @Test func aLostInteriorIsFound() throws {
        // The buffer of the outline alone: every place of it is at the distance.
        let solid = BufferTests.square(Self.centre, half: 6_000)
        let outline = Geometry.lineString(LineString(solid.rings[0].coordinates))
        #expect(try Self.worst(Self.made(outline), of: .polygon(solid)) < -Self.metres)
    }

    @Test func anErosionThatIsNoneIsFound() throws {
        let solid = Geometry.polygon(BufferTests.square(Self.centre, half: 6_000))
        for wrong in [try Self.made(solid), solid.polygons, []] {
            #expect(try abs(Self.worst(wrong, of: solid, metres: -Self.metres)) > Self.tolerance)
        }
    }

    @Test func aBufferInDegreesIsFound() throws {
        let context = try Context()
        let places = Self.hook.lines
        let planar = try Shape(lines: places, in: context).buffered(
            width: Self.metres / 111_195, quadrantSegments: 64
        ).polygons()
        #expect(try Self.worst(planar, of: Self.hook) < -500, "east and west too near by cos 51°")
    }

    @Test func whatStaysOffIsRefusedAndWhatIsOffOnceIsMadeAgain() throws {
        let wide = try Self.made(Self.hook, metres: 2_003)
        let problem = #expect(throws: Problem.self) {
            try Buffering.buffer(Self.hook, metres: 2_000, tolerance: 1, samples: 1_000) {
                (_) throws(Problem) in wide
            }
        }
        #expect(problem?.code == .geos && problem?.place.coordinate != nil)
        #expect(problem?.message.contains("more than the tolerance of 1 m") == true)
        var errors: [Double] = []
        let made = try Buffering.buffer(Self.hook, metres: 2_000, tolerance: 1, samples: 1_000) {
            (ground) throws(Problem) in
            errors.append(ground.error)
            return errors.count == 1 ? wide : try BufferPieces(ground).buffer()
        }
        #expect(errors == [1, 0.4] && abs(made.check.worstMetres) < 0.5)
    }

    @Test func oneSpikeIsFound() throws {
        var ring = try Self.made(Self.hook)[0].rings[0].coordinates
        ring[ring.count / 2].latitude += 0.001
        #expect(try abs(Self.worst([Polygon(shell: Ring(ring))], of: Self.hook)) > 20)
    }
}
