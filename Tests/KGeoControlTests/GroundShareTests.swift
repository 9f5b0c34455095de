// Shares of one ground in another: halves, all, nothing, what lies outside; area is conserved.

import KGeoControl
import KGeoCore
import KGeoMeasure
import TestShapes
import Testing

@Suite struct GroundShareTests {
    private func part(_ polygons: [Polygon], _ sigma: Double? = 0) -> [ControlPart] {
        [ControlPart(polygons: polygons, boundaryError: sigma)]
    }

    @Test func half() throws {
        let result = try ControlAreaMeasurer().share(
            of: part([square(35, 51, 36, 52)], 100), in: part([square(34, 51, 36, 52)], 30))
        let share = try #require(result.share)
        #expect(offBy(share.value, from: 0.5) < 1e-3)
        #expect(result.outside.area.lonlatSquareMetres < 1)
        #expect(share.u > 0 && share.u < 0.01)
        #expect(
            offBy(result.covered.area.lonlatSquareMetres, from: result.part.area.lonlatSquareMetres) < 1e-12)
    }

    @Test func partlyOutside() throws {
        let (a, b) = (square(35, 51, 37, 52), square(34, 50, 36, 53))
        let result = try ControlAreaMeasurer().share(of: part([a]), in: part([b]))
        let (inside, outside) = (
            result.covered.area.lonlatSquareMetres, result.outside.area.lonlatSquareMetres
        )
        #expect(offBy(inside, from: lonlatArea([square(35, 51, 36, 52)])) < 1e-12)
        #expect(offBy(inside + outside, from: lonlatArea([a])) < 1e-12)
    }

    /// Ground too thin for an outline has edges all the same: what rounding leaves along them is no ground that got lost.
    @Test func oneUlpApart() throws {
        let a = square(20, 87.5, 20.0000005, 87.5000005)
        let b = Polygon(
            shell: Ring(
                a.rings[0].coordinates.map {
                    Coordinate($0.longitude, $0.latitude == 87.5 ? $0.latitude.nextUp.nextUp : $0.latitude)
                }))
        for (part, whole) in [(a, b), (b, a)] {
            let result = try ControlAreaMeasurer().share(of: self.part([part]), in: self.part([whole]))
            #expect(offBy(try #require(result.share).value, from: 1) < 1e-6)
        }
    }

    @Test func allAndNothing() throws {
        let a = [square(35, 51, 36, 52)]
        let same = try ControlAreaMeasurer().share(of: part(a), in: part(a))
        #expect(offBy(try #require(same.share).value, from: 1) < 1e-12)
        let apart = try ControlAreaMeasurer().share(of: part(a), in: part([square(0, 0, 1, 1)]))
        #expect(apart.share?.value == 0)
        #expect(offBy(apart.outside.area.lonlatSquareMetres, from: lonlatArea(a)) < 1e-12)
        let none = try ControlAreaMeasurer().share(of: part([]), in: part(a))
        #expect(none.share?.value == 0)
        #expect(try ControlAreaMeasurer().share(of: part(a), in: part([])).share == nil)
    }

    /// Parts that overlap count once, on both sides.
    @Test func overlapsCountOnce() throws {
        let twice = [square(35, 51, 36, 52), square(35.5, 51, 36, 52)]
        let result = try ControlAreaMeasurer().share(of: part(twice), in: part([square(35, 51, 37, 52)]))
        #expect(offBy(try #require(result.share).value, from: 0.5) < 1e-3)
        #expect(result.part.overlapSquareMetres > 0)
    }

    @Test func acrossTheAntimeridian() throws {
        let result = try ControlAreaMeasurer().share(
            of: part([square(179, 10, 181, 11)]),
            in: part([square(178, 10, 180, 11), square(-180, 10, -178, 11)]))
        #expect(offBy(try #require(result.share).value, from: 0.5) < 1e-3)
    }

    @Test func aroundAPoleItIsRefused() throws {
        let cap = surface([(0, 80), (90, 80), (180, 80), (270, 80)])
        #expect(throws: Problem.self) {
            try ControlAreaMeasurer().share(of: part([cap]), in: part([square(0, 70, 20, 85)]))
        }
    }
}
