// Values into shapes and back, and what is refused on the way.

import GEOSKit
import KGeoCore
import Testing

@Suite struct BuildingTests {
    let context: Context
    init() throws { context = try Context() }

    @Test func versionIsThatOfTheLibrary() {
        let numbers = GEOS.version.split(separator: ".")
        #expect(numbers.count == 3)
        #expect(numbers.first.flatMap { Int($0) } == 3)
    }

    /// What is handed to GEOS in bulk is the memory of `Coordinate` itself.
    @Test func coordinateIsTwoDoubles() {
        #expect(MemoryLayout<Coordinate>.size == 16)
        #expect(MemoryLayout<Coordinate>.stride == 16)
        #expect(MemoryLayout<Coordinate>.offset(of: \.longitude) == 0)
        #expect(MemoryLayout<Coordinate>.offset(of: \.latitude) == 8)
    }

    @Test func polygonsComeBackAsTheyWent() throws {
        let polygon = Polygon(
            shell: Samples.square(0, 0, size: 10),
            holes: [Samples.square(1, 1), Samples.square(5, 5, size: 2)])
        let shape = try Shape(polygon: polygon, in: context)
        #expect(try shape.polygons() == [polygon])
        #expect(try shape.lines().isEmpty)
        #expect(try shape.points().isEmpty)
        #expect(shape.vertexCount == 15)
        #expect(try shape.planarArea() == 95)
        #expect(try shape.planarLength() == 52)
        #expect(try shape.boundingBox() == BoundingBox(polygon.rings[0].coordinates))
        let several = [polygon, Samples.box(20, 20), Samples.box(-5.25, 30.125)]
        let multi = try Shape(polygons: several, in: context)
        #expect(try multi.polygons() == several)
    }

    @Test func linesAndPointsComeBackAsTheyWent() throws {
        let line = Samples.line((0, 0), (1, 2), (3, 4))
        #expect(try Shape(line: line, in: context).lines() == [line])
        let other = Samples.line((5, 5), (6, 6))
        let multi = try Shape(lines: [line, other], in: context)
        #expect(try multi.lines() == [line, other])
        let places = [Coordinate(1, 2), Coordinate(-3, 4.5)]
        #expect(try Shape(point: places[0], in: context).points() == [places[0]])
        #expect(try Shape(points: places, in: context).points() == places)
        let ring = Samples.square(2, 3)
        let closed = try Shape(ring: ring, in: context)
        #expect(try closed.lines() == [LineString(ring.positions)])
    }

    @Test func emptyShapes() throws {
        let shapes = [
            try Shape(polygon: Polygon(rings: []), in: context), try Shape(polygons: [], in: context),
            try Shape(polygons: [Polygon(rings: [])], in: context), try Shape(lines: [], in: context),
            try Shape(points: [], in: context), try Shape(box: BoundingBox(), in: context),
        ]
        for shape in shapes {
            #expect(try shape.isEmpty())
            #expect(try shape.planarArea() == 0)
            #expect(try shape.polygons().isEmpty)
            #expect(try shape.lines().isEmpty)
            #expect(try shape.points().isEmpty)
            #expect(try shape.boundingBox().isEmpty)
        }
    }

    @Test func boxes() throws {
        var box = BoundingBox([Coordinate(1, 2), Coordinate(4, 6)])
        #expect(try Shape(box: box, in: context).planarArea() == 12)
        box.east = 1
        #expect(try Shape(box: box, in: context).planarArea() == 0)
        #expect(try Shape(box: BoundingBox([Coordinate(1, 2)]), in: context).points() == [Coordinate(1, 2)])
        box.north = .infinity
        #expect(problem { () throws(Problem) in _ = try Shape(box: box, in: context) }?.code == .coordinate)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func ordinatesMustBeNumbers(value: Double) throws {
        var hole = Samples.square(1, 1)
        hole.positions.coordinates[2].latitude = value
        let polygon = Polygon(shell: Samples.square(0, 0, size: 5), holes: [Samples.square(3, 3), hole])
        let one = problem { () throws(Problem) in _ = try Shape(polygon: polygon, in: context) }
        #expect(one?.code == .coordinate)
        #expect(one?.place.ring == 2)
        #expect(one?.place.vertex == 2)
        #expect(one?.place.part == nil)
        let many = problem { () throws(Problem) in
            _ = try Shape(polygons: [Samples.box(9, 9), polygon], in: context)
        }
        #expect(many?.place.part == 1)
        let bad = Coordinate(value, 0)
        let line = LineString([Coordinate(0, 0), bad])
        #expect(
            problem { () throws(Problem) in _ = try Shape(line: line, in: context) }?.place.vertex == 1)
        #expect(
            problem { () throws(Problem) in _ = try Shape(points: [bad], in: context) }?.place.vertex == 0)
        #expect(problem { () throws(Problem) in _ = try Shape(point: bad, in: context) }?.code == .coordinate)
    }

    @Test func ringsMustBeClosedAndLongEnough() throws {
        let open = Ring(Array(Samples.square(0, 0, size: 2).coordinates.dropLast()))
        let first = problem { () throws(Problem) in _ = try Shape(polygon: Polygon(shell: open), in: context)
        }
        #expect(first?.code == .topology)
        #expect(first?.place.ring == 0)
        #expect(first?.place.vertex == 3)
        #expect(first?.hint != nil)
        let short = Ring([Coordinate(0, 0), Coordinate(1, 1), Coordinate(0, 0)])
        let second = problem { () throws(Problem) in _ = try Shape(ring: short, in: context) }
        #expect(second?.code == .topology)
        #expect(second?.message.contains("4 positions or more, and this one has 3") == true)
        let none = problem { () throws(Problem) in _ = try Shape(ring: Ring([Coordinate]()), in: context) }
        #expect(none?.code == .topology)
        let line = problem { () throws(Problem) in
            _ = try Shape(lines: [Samples.line((0, 0), (1, 1)), Samples.line((0, 0))], in: context)
        }
        #expect(line?.code == .topology)
        #expect(line?.place.part == 1)
    }

    /// GEOS takes its parts over even when it refuses them; nothing is freed twice, and nothing lost (the
    /// address sanitizer watches).
    @Test func partsBelongToGEOSEvenWhenItFails() throws {
        let shell = try Shape(ring: Samples.square(0, 0, size: 9), in: context)
        let hole = try Shape(ring: Samples.square(1, 1), in: context)
        let noRing = try Shape(line: Samples.line((0, 0), (1, 1), (2, 0)), in: context)
        for _ in 0..<100 {
            let failure = problem { () throws(Problem) in _ = try Shape(shell: shell, holes: [hole, noRing]) }
            #expect(failure?.code == .geos)
            let other = problem { () throws(Problem) in _ = try Shape(shell: noRing, holes: [hole]) }
            #expect(other?.code == .geos)
        }
        #expect(try Shape(shell: shell, holes: [hole]).planarArea() == 80)
        #expect(try noRing.lines().count == 1)
    }

    @Test func tenThousandShapesComeAndGo() throws {
        let polygon = Polygon(shell: Samples.square(0, 0, size: 5), holes: [Samples.square(1, 1)])
        var area = 0.0
        for _ in 0..<10_000 {
            let shape = try Shape(polygons: [polygon], in: context)
            area += try shape.planarArea()
        }
        #expect(area == 240_000)
    }

    @Test func aShapeKeepsItsContextAlive() throws {
        func make() throws -> Shape { try Shape(polygon: Samples.box(0, 0), in: Context()) }
        let shape = try make()
        #expect(try shape.planarArea() == 1)
        #expect(try shape.buffered(width: 1).planarArea() > 7)
    }
}
