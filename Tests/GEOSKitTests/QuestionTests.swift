// Questions: plain, prepared, and through the search tree.

import GEOSKit
import KGeoCore
import Testing

@Suite struct QuestionTests {
    let context: Context
    init() throws { context = try Context() }

    @Test func plainQuestions() throws {
        let big = try Shape(polygon: Samples.box(0, 0, size: 4), in: context)
        let inner = try Shape(polygon: Samples.box(1, 1), in: context)
        let corner = try Shape(polygon: Samples.box(0, 0), in: context)
        let neighbour = try Shape(polygon: Samples.box(4, 0), in: context)
        let far = try Shape(polygon: Samples.box(9, 9), in: context)
        let edge = try Shape(line: Samples.line((0, 0), (4, 0)), in: context)
        #expect(try big.intersects(neighbour))
        #expect(try !big.intersects(far))
        #expect(try big.contains(inner))
        #expect(try big.contains(corner))
        #expect(try !inner.contains(big))
        #expect(try !big.contains(edge))
        #expect(try big.covers(edge))
    }

    @Test func preparedQuestions() throws {
        let polygon = Polygon(shell: Samples.square(0, 0, size: 4), holes: [Samples.square(1, 1)])
        let prepared = try PreparedShape(Shape(polygon: polygon, in: context))
        let inside = try Shape(polygon: Samples.box(2.5, 2.5), in: context)
        let corner = try Shape(polygon: Samples.box(3, 3), in: context)
        let hole = try Shape(polygon: Samples.box(1.25, 1.25, size: 0.5), in: context)
        let edge = try Shape(line: Samples.line((0, 0), (4, 0)), in: context)
        #expect(try prepared.contains(inside))
        #expect(try prepared.contains(corner))
        #expect(try !prepared.intersects(hole))
        #expect(try !prepared.contains(edge))
        #expect(try prepared.covers(edge))
        #expect(try prepared.contains(Coordinate(3, 1)))
        #expect(try !prepared.contains(Coordinate(1.5, 1.5)))
        #expect(try !prepared.contains(Coordinate(0, 2)))
        #expect(try prepared.covers(Coordinate(0, 2)))
        #expect(
            problem { () throws(Problem) in _ = try prepared.contains(Coordinate(.nan, 1)) }?.code
                == .coordinate)
        for step in 0..<5_000 {
            let place = Coordinate(Double(step) * 0.001, 0.5)
            #expect(try prepared.contains(place) == (step > 0 && step < 4_000))
        }
    }

    @Test func treeFindsWhatOverlaps() throws {
        var items: [(box: BoundingBox, payload: String)] = []
        for x in 0..<30 {
            for y in 0..<30 {
                let low = Coordinate(Double(x), Double(y))
                items.append(
                    (BoundingBox([low, Coordinate(low.longitude + 0.5, low.latitude + 0.5)]), "\(x) \(y)"))
            }
        }
        items.append((BoundingBox(), "nowhere"))
        items.append((BoundingBox([Coordinate(5.25, 5.25)]), "a point"))
        let tree = try SpatialTree(in: context, items: items)
        let window = BoundingBox([Coordinate(4.5, 5.1), Coordinate(5.3, 6)])
        let found = try tree.query(window)
        #expect(found == items.filter { !$0.box.isEmpty && $0.box.intersects(window) }.map(\.payload))
        #expect(found == ["4 5", "4 6", "5 5", "5 6", "a point"])
        #expect(try tree.query(BoundingBox()).isEmpty)
        #expect(try tree.query(BoundingBox([Coordinate(99, 99)])).isEmpty)
        #expect(try tree.query(BoundingBox([Coordinate(-1, -1), Coordinate(99, 99)])).count == 901)
        var endless = window
        endless.east = .infinity
        #expect(problem { () throws(Problem) in _ = try tree.query(endless) }?.code == .coordinate)
    }

    @Test func emptyAndBrokenTrees() throws {
        let window = BoundingBox([Coordinate(0, 0), Coordinate(1, 1)])
        let nothing = try SpatialTree<Int>(in: context, items: [])
        #expect(try nothing.query(window).isEmpty)
        let nowhere = try SpatialTree(in: context, items: [(box: BoundingBox(), payload: 1)])
        #expect(try nowhere.query(window).isEmpty)
        var broken = window
        broken.west = .nan
        let failure = problem { () throws(Problem) in
            _ = try SpatialTree(in: context, items: [(box: window, payload: 1), (box: broken, payload: 2)])
        }
        #expect(failure?.code == .coordinate)
    }

    /// Values cross tasks, contexts do not.
    @Test func manyTasksEachWithTheirOwnContext() async throws {
        let polygons = (0..<40).map { Samples.box(Double($0) * 0.75, Double($0 % 3)) }
        let areas = try await withThrowingTaskGroup(of: Double.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let context = try Context()
                    let shape = try Shape(polygons: polygons, in: context)
                    let bow = try Shape(polygon: Samples.bowtie, in: context)
                    #expect(
                        try bow.validity()
                            == .invalid(reason: "Self-intersection", place: Coordinate(0.5, 0.5)))
                    let united = try shape.unaryUnion().shape
                    let tree = try SpatialTree(
                        in: context, items: polygons.map { (BoundingBox($0.rings[0].coordinates), $0) })
                    #expect(try tree.query(united.boundingBox()).count == polygons.count)
                    let failure = problem { () throws(Problem) in
                        _ = try Samples.mixed(in: context).boundary()
                    }
                    #expect(failure?.code == .geos)
                    return try united.planarArea()
                }
            }
            return try await group.reduce(into: [Double]()) { $0.append($1) }
        }
        #expect(areas.count == 8)
        #expect(Set(areas).count == 1)
    }
}
