// New shapes from old: vertices, margins, outlines, shared stretches, cells.

import GEOSKit
import KGeoCore
import Testing

@Suite struct OperationTests {
    let context: Context
    init() throws { context = try Context() }

    @Test func densifying() throws {
        let shape = try Shape(polygon: Samples.box(0, 0, size: 4), in: context)
        let dense = try shape.densified(tolerance: 1)
        #expect(dense.vertexCount == 17)
        #expect(try dense.planarArea() == 16)
        #expect(try Samples.areSame(dense, shape))
        for tolerance in [0, -1, Double.nan, .infinity, 1e-300] {
            let failure = problem { () throws(Problem) in _ = try shape.densified(tolerance: tolerance) }
            #expect(failure?.code == .geos)
        }
    }

    @Test func buffering() throws {
        let point = try Shape(point: Coordinate(1, 1), in: context)
        // A polygon of 4n sides in a circle of radius 2: its area falls short of the circle's.
        let coarse = try point.buffered(width: 2, quadrantSegments: 1)
        #expect(abs(try coarse.planarArea() - 8) < 1e-9)
        let fine = try point.buffered(width: 2, quadrantSegments: 64)
        #expect(abs(try fine.planarArea() - 4 * .pi) < 0.01)
        #expect(try point.buffered(width: -1).isEmpty())
        let square = try Shape(polygon: Samples.box(0, 0, size: 4), in: context)
        #expect(try square.buffered(width: -1).planarArea() == 4)
        for (width, segments) in [(Double.nan, 8), (.infinity, 8), (1, 0), (1, -3), (1, 1_001)] {
            let failure = problem { () throws(Problem) in
                _ = try point.buffered(width: width, quadrantSegments: segments)
            }
            #expect(failure?.code == .geos)
        }
    }

    @Test func linesAreJoined() throws {
        let pieces = [
            Samples.line((0, 0), (1, 0)), Samples.line((2, 0), (1, 0)), Samples.line((2, 0), (3, 1)),
        ]
        let merged = try Shape(lines: pieces, in: context).lineMerged().lines()
        #expect(merged.count == 1)
        #expect(merged.first?.positions.count == 4)
    }

    @Test func outlines() throws {
        let polygon = Polygon(shell: Samples.square(0, 0, size: 9), holes: [Samples.square(1, 1)])
        let outline = try Shape(polygon: polygon, in: context).boundary()
        #expect(try outline.lines().count == 2)
        #expect(try outline.planarLength() == 40)
    }

    @Test func voronoiCells() throws {
        let sites = [
            Coordinate(0, 0), Coordinate(4, 0), Coordinate(0, 4), Coordinate(4, 4), Coordinate(2, 2),
        ]
        let frame = try Shape(box: BoundingBox([Coordinate(-10, -10), Coordinate(14, 14)]), in: context)
        let cells = try context.voronoiCells(of: sites, envelope: frame)
        #expect(cells.count == 5)
        for site in sites {
            let place = try Shape(point: site, in: context)
            let owners = try cells.filter { try Shape(polygon: $0, in: context).contains(place) }
            #expect(owners.count == 1)
        }
        // The cells fill the frame and overlap nowhere.
        let whole = try Shape(polygons: cells, in: context)
        #expect(abs(try whole.planarArea() - 24 * 24) < 1e-9)
        #expect(abs(try whole.unaryUnion().shape.planarArea() - 24 * 24) < 1e-9)
        let middle = try cells.first {
            try Shape(polygon: $0, in: context).contains(Shape(point: sites[4], in: context))
        }
        let area = try middle.map { try Shape(polygon: $0, in: context).planarArea() }
        #expect(area == 8)
    }

    @Test func voronoiOfTooLittle() throws {
        #expect(try context.voronoiCells(of: []).isEmpty)
        #expect(try context.voronoiCells(of: [Coordinate(1, 1)]).isEmpty)
        #expect(try context.voronoiCells(of: [Coordinate(1, 1), Coordinate(1, 1)]).isEmpty)
        let two = try context.voronoiCells(of: [Coordinate(0, 0), Coordinate(2, 0), Coordinate(0, 0)])
        #expect(two.count == 2)
        let failure = problem { () throws(Problem) in
            _ = try context.voronoiCells(of: [Coordinate(0, 0), Coordinate(.nan, 0)])
        }
        #expect(failure?.code == .coordinate)
        #expect(failure?.place.vertex == 1)
        #expect(
            problem { () throws(Problem) in _ = try context.voronoiCells(of: [], tolerance: -1) }?.code
                == .geos)
    }
}
