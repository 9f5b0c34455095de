// The quick look: what it calls clean is valid for GEOS too, and what is simple is called clean.

import GEOSKit
import KGeoCore
import KGeoOverlay
import Testing

@Suite("Clean surfaces")
struct CleanSurfaceTests {
    static let land = ring([(35, 50), (36, 50), (36, 51), (35, 51)])
    static let lake = ring([(35.2, 50.2), (35.8, 50.2), (35.8, 50.8), (35.2, 50.8)])

    @Test("Simple surfaces are clean, whichever way their rings run")
    func clean() {
        let holed = Polygon(shell: Self.land, holes: [Self.lake])
        #expect(CleanSurface.isClean([holed]))
        #expect(CleanSurface.isClean([holed, box(35.4, 50.4, 35.6, 50.6)]))
        #expect(CleanSurface.isClean([holed, box(37, 50, 38, 51)]))
        let turned = Polygon(rings: holed.rings.map { Ring($0.coordinates.reversed()) })
        #expect(CleanSurface.isClean([turned, box(35.4, 50.4, 35.6, 50.6)]))
        // A place said twice in a row, and a corner in the middle of a straight edge.
        #expect(
            CleanSurface.isClean([Polygon(shell: ring([(35, 50), (35, 50), (35.5, 50), (36, 50), (36, 51)]))])
        )
    }

    @Test("What touches, crosses or lies in the wrong place is not called clean")
    func unclean() {
        for polygons in [
            [Polygon(shell: ring([(35, 50), (36, 51), (36, 50), (35, 51)]))],
            [Polygon(shell: ring([(35, 50), (36, 50), (35.5, 50), (35.5, 51)]))],
            [Polygon(shell: ring([(35, 50), (36, 50), (36, 51), (35.5, 50), (35, 51)]))],
            [box(35, 50, 36, 51), box(36, 50, 37, 51)], [box(35, 50, 36, 51), box(36, 51, 37, 52)],
            [box(35, 50, 36, 51), box(35.2, 50.2, 35.8, 50.8)], [box(35, 50, 36, 51), box(35, 50, 36, 51)],
            [Polygon(shell: Self.lake, holes: [Self.land])],
            [Polygon(shell: Self.land, holes: [box(37, 50, 38, 51).rings[0]])],
            [Polygon(shell: Self.land, holes: [Self.lake, box(35.4, 50.4, 35.6, 50.6).rings[0]])],
            [box(35, 50, 36, 51), Polygon(shell: box(37, 50, 38, 51).rings[0], holes: [Self.lake])],
            [Polygon(shell: ring([(35, 50), (36, 50)]))],
        ] { #expect(!CleanSurface.isClean(polygons), "\(polygons)") }
    }

    @Test("Random stars: clean only when GEOS finds them valid", arguments: [1e-9, 1e-2, 0.1])
    func random(step: Double) throws {
        var random = Seeded(state: 99)
        let context = try Context()
        var found = (clean: 0, valid: 0)
        for round in 0..<300 {
            let polygons = (0..<Int.random(in: 1...3, using: &random)).map { i in
                SurfaceChangeTests.star(
                    35 + Double(i) * 0.9, 50, 1, Int.random(in: 3...12, using: &random), step, &random)
            }
            let isValid = try Shape(polygons: polygons, in: context).validity().isValid
            let isClean = CleanSurface.isClean(polygons)
            #expect(!isClean || isValid, "round \(round)")
            if isValid { found.valid += 1 }
            if isClean { found.clean += 1 }
        }
        #expect(found.clean > found.valid * 4 / 5)
    }
}
