// Methods that others use: their zones, their closed forms where there is one, and where they do not reach.

import KGeoCore
import KGeoMeasure
import Testing

@Suite struct OtherMethodsTests {
    private func area(_ rings: [Ring], _ method: OtherMethod, at middle: Coordinate = Coordinate(36, 51))
        throws
        -> Double?
    { try OtherMethods().area(of: rings.map { Polygon(shell: $0) }, by: method, middle: middle) }

    @Test(arguments: [
        (35.3, 51.2, 32_636), (36.0, 51, 32_637), (35.999, 51, 32_636), (-180, 10, 32_601), (180, 10, 32_601),
        (179.999, 10, 32_660), (0, 0, 32_631), (-0.001, 0, 32_630), (33, -10, 32_736), (186, 10, 32_602),
        (-181, -10, 32_760), (396.5, 51, 32_637),
    ])
    func zones(longitude: Double, latitude: Double, code: Int) {
        #expect(OtherMethods.utmCode(for: Coordinate(longitude, latitude)) == code)
    }

    /// An octant of a sphere is πR²/2, in whatever order and with the pole written once or twice.
    @Test func octantOfASphere() throws {
        for (method, radius) in [(OtherMethod.sphereMean, 6_371_008.8), (.sphereEquatorial, 6_378_137)] {
            for corners in [
                [(0.0, 0.0), (90, 0), (0, 90)], [(0, 0), (90, 0), (90, 90), (0, 90)],
                [(0, -90), (90, 0), (0, 0)],
                [(100, 0), (190, 0), (150, 90)],
            ] {
                let measured = try #require(try area([ring(corners)], method))
                #expect(offBy(measured, from: .pi / 2 * radius * radius) < 1e-14)
            }
        }
    }

    /// A cap of small triangles comes to 2πR²(1 − sin φ); a ring round a pole is no zone down to the equator.
    @Test(arguments: [80.0, -60])
    func capOfASphere(latitude: Double) throws {
        let around = ring((0..<3_600).map { (Double($0) / 10 - 180, latitude) })
        let measured = try #require(try area([around], .sphereMean))
        let radius = 6_371_008.8
        let zone = abs(latitude) == 80 ? 0.984807753012208 : 0.866025403784439
        #expect(offBy(measured, from: 2 * .pi * radius * radius * (1 - zone)) < 1e-5)
    }

    /// Edges along a meridian from pole to pole, as in a map of the whole world, enclose nothing with the
    /// equator and are no reason to give up.
    @Test func poleToPole() throws {
        let lune = try #require(
            try area([ring([(0, -90), (0, 0), (0, 90), (90, 90), (90, 0), (90, -90)])], .sphereMean))
        #expect(lune.isFinite)
        let world = try #require(try area([box(-180, -90, 180, 90)], .sphereMean))
        #expect(world.isFinite)
    }

    @Test func holesAreSubtracted() throws {
        let (shell, hole) = (box(35, 51, 36, 52), box(35.25, 51.25, 35.5, 51.5))
        for method in OtherMethod.allCases {
            let whole = try #require(try area([shell], method))
            let cut = try #require(try area([hole], method))
            let measured = try #require(
                try OtherMethods().area(
                    of: [Polygon(shell: shell, holes: [hole])], by: method, middle: Coordinate(36, 51)))
            #expect(offBy(measured, from: whole - cut) < 1e-12)
        }
        #expect(
            try OtherMethods().area(
                of: [Polygon(rings: [Ring([Coordinate]())])], by: .utm, middle: Coordinate(0, 0)) == 0)
    }

    /// The planar methods near 51° N, against the geodesic area: the scale of their projections.
    @Test func scaleOfTheProjections() throws {
        let field = box(35, 51, 35.25, 51.125)
        let geodesic = Measuring.ring(field).geodesicSquareMetres
        let middle = Coordinate(35.125, 51.0625)
        func ratio(_ method: OtherMethod) throws -> Double {
            try #require(try area([field], method, at: middle)) / geodesic - 1
        }
        #expect(abs(try ratio(.equalAreaCylindrical)) < 1e-5)
        #expect(abs(try ratio(.equalAreaEurope)) < 1e-5)
        #expect((-0.001...0.001).contains(try ratio(.utm)))
        #expect((1.4...1.6).contains(try ratio(.webMercator)))
        #expect((-0.004 ... -0.002).contains(try ratio(.sphereMean)))
        #expect((-0.0017...0).contains(try ratio(.sphereEquatorial)))
    }

    @Test func outOfReach() throws {
        #expect(try area([box(0, 80, 10, 86)], .webMercator) == nil)
        #expect(try area([box(0, 80, 10, 85)], .webMercator) != nil)
        // The antipode of the projection's centre is no single place.
        #expect(try area([ring([(-170, -52), (-169, -52), (-169, -51)])], .equalAreaEurope) == nil)
    }
}
