// Union, intersection and difference, and the second attempt on a grid.

import GEOSKit
import KGeoCore
import Testing

@Suite struct OverlayTests {
    let context: Context
    init() throws { context = try Context() }

    @Test func overlappingSquares() throws {
        let a = try Shape(polygon: Samples.box(0, 0, size: 2), in: context)
        let b = try Shape(polygon: Samples.box(1, 1, size: 2), in: context)
        let union = try a.union(b)
        #expect(union.gridSize == nil)
        #expect(try union.shape.planarArea() == 7)
        #expect(try a.intersection(b).shape.planarArea() == 1)
        #expect(
            try Samples.areSame(
                a.intersection(b).shape, Shape(polygon: Samples.box(1, 1), in: context)))
        #expect(try a.difference(b).shape.planarArea() == 3)
    }

    @Test func partsBecomeOne() throws {
        let parts = (0..<20).map { Samples.box(Double($0) * 0.5, 0) }
        let united = try Shape(polygons: parts, in: context).unaryUnion()
        #expect(try united.shape.polygons().count == 1)
        #expect(try united.shape.planarArea() == 10.5)
        #expect(united.gridSize == nil)
    }

    @Test func squaresThatTouchShareNoSurface() throws {
        let a = try Shape(polygon: Samples.box(0, 0), in: context)
        let b = try Shape(polygon: Samples.box(1, 0), in: context)
        let edge = try a.intersection(b).shape
        #expect(try edge.polygons().isEmpty)
        #expect(try edge.lines().count == 1)
        let surfaces = try edge.surfaces()
        #expect(try surfaces.isEmpty())
    }

    @Test func collectionsAreReadThrough() throws {
        let both = try Samples.mixed(in: context)
        #expect(try both.polygons().count == 1)
        #expect(
            try both.lines() == [Samples.line((4, 1), (6, 1))]
                || both.lines() == [Samples.line((6, 1), (4, 1))])
        #expect(try both.points() == [Coordinate(1, 1)])
        #expect(try both.surfaces().planarArea() == 1)
    }

    @Test func aGridRoundsAndIsRecorded() throws {
        let a = try Shape(polygon: Samples.box(0.04, 0, size: 2), in: context)
        let b = try Shape(polygon: Samples.box(1, 0, size: 2), in: context)
        for overlay in [
            try a.union(b, gridSize: 0.1), try a.intersection(b, gridSize: 0.1),
            try a.difference(b, gridSize: 0.1), try a.unaryUnion(gridSize: 0.1),
        ] {
            #expect(overlay.gridSize == 0.1)
            #expect(try !overlay.shape.isEmpty())
        }
        #expect(abs(try a.intersection(b, gridSize: 0.1).shape.planarArea() - 2) < 1e-12)
        for grid in [0, -1, Double.nan, .infinity] {
            #expect(problem { () throws(Problem) in _ = try a.union(b, gridSize: grid) }?.code == .geos)
        }
    }

    @Test func aFailureIsMetByGrids() throws {
        let failure = Problem(.topology, "first")
        var tried: [Double?] = []
        let second = try OverlayRetry.run { (grid) throws(Problem) in
            tried.append(grid)
            guard let grid else { throw failure }
            guard grid > 1e-10 else { throw Problem(.topology, "second") }
            return "done"
        }
        #expect(second.result == "done")
        #expect(second.gridSize == 1e-9)
        #expect(tried == [nil, 1e-11, 1e-9])
        let last = problem { () throws(Problem) in
            _ = try OverlayRetry.run { (grid) throws(Problem) -> Int in
                throw Problem(.topology, grid == nil ? "first" : "later")
            }
        }
        #expect(last == failure)
        let smooth = try OverlayRetry.run { (_) throws(Problem) in 1 }
        #expect(smooth.gridSize == nil)
    }

    /// No grid helps a shape that crosses itself: GEOS says where, and so does the problem.
    @Test func shapesThatCrossThemselvesAreRefused() throws {
        let bowtie = try Shape(polygon: Samples.bowtie, in: context)
        let square = try Shape(polygon: Samples.box(0.25, 0.25), in: context)
        let failure = problem { () throws(Problem) in _ = try bowtie.intersection(square) }
        #expect(failure?.code == .topology)
        #expect(failure?.message.contains("Self-intersection") == true)
        #expect(failure?.place.coordinate == Coordinate(0.5, 0.5))
        #expect(failure?.hint != nil)
    }

    @Test func shapesOfTwoContextsDoNotMix() throws {
        let a = try Shape(polygon: Samples.box(0, 0), in: context)
        let b = try Shape(polygon: Samples.box(0, 0), in: Context())
        #expect(problem { () throws(Problem) in _ = try a.union(b) }?.code == .internal)
        #expect(problem { () throws(Problem) in _ = try a.intersects(b) }?.code == .internal)
        let prepared = try PreparedShape(a)
        #expect(problem { () throws(Problem) in _ = try prepared.covers(b) }?.code == .internal)
    }
}
