// Validity with place and reason, and both kinds of repair.

import GEOSKit
import KGeoCore
import Testing

@Suite struct ValidityTests {
    let context: Context
    init() throws { context = try Context() }

    @Test func validShapes() throws {
        #expect(try Shape(polygon: Samples.box(0, 0), in: context).validity() == .valid)
        #expect(try Shape(polygons: [], in: context).validity().isValid)
        #expect(
            try Shape(line: Samples.line((0, 0), (1, 1), (1, 0), (0, 1)), in: context).validity() == .valid)
    }

    @Test func bowtieCrossesInTheMiddle() throws {
        let validity = try Shape(polygon: Samples.bowtie, in: context).validity()
        #expect(validity == .invalid(reason: "Self-intersection", place: Coordinate(0.5, 0.5)))
        #expect(!validity.isValid)
    }

    @Test func overlappingPartsAreInvalid() throws {
        let shape = try Shape(
            polygons: [Samples.box(0, 0, size: 2), Samples.box(1, 1, size: 2)], in: context)
        guard case .invalid(let reason, let place) = try shape.validity() else {
            Issue.record("two parts that overlap were found valid")
            return
        }
        #expect(reason == "Self-intersection")
        #expect(place != nil)
    }

    /// A ring that comes back to a point of its own and so cuts out a hole.
    @Test func ringsThatTouchThemselvesAreAMatterOfTaste() throws {
        let inverted = Polygon(
            shell: Ring([
                Coordinate(0, 0), Coordinate(4, 0), Coordinate(4, 4), Coordinate(2, 4), Coordinate(3, 2),
                Coordinate(1, 2), Coordinate(2, 4), Coordinate(0, 4), Coordinate(0, 0),
            ]))
        let shape = try Shape(polygon: inverted, in: context)
        guard case .invalid(let reason, let place) = try shape.validity() else {
            Issue.record("a ring that touches itself was found valid")
            return
        }
        #expect(reason == "Ring Self-intersection")
        #expect(place == Coordinate(2, 4))
        #expect(try shape.validity(allowSelfTouchingRings: true) == .valid)
        #expect(
            try !Shape(polygon: Samples.bowtie, in: context).validity(allowSelfTouchingRings: true).isValid)
    }

    @Test(arguments: RepairMethod.allCases)
    func bowtieBecomesTwoTriangles(method: RepairMethod) throws {
        let repaired = try Shape(polygon: Samples.bowtie, in: context).makeValid(method)
        #expect(try repaired.validity() == .valid)
        #expect(try repaired.polygons().count == 2)
        #expect(try repaired.planarArea() == 0.5)
    }

    /// The two methods differ: linework counts the part of the hole outside the shell as surface.
    @Test func holeOverTheEdge() throws {
        let shape = try Shape(polygon: Samples.holeOverTheEdge, in: context)
        #expect(try !shape.validity().isValid)
        let structure = try shape.makeValid(.structure)
        #expect(try structure.validity() == .valid)
        #expect(try structure.planarArea() == 92)
        let linework = try shape.makeValid(.linework)
        #expect(try linework.validity() == .valid)
        #expect(try linework.planarArea() == 100)
    }

    /// Two shells over each other: what both cover stays by structure and falls out by linework.
    @Test func overlappingShells() throws {
        let shape = try Shape(
            polygons: [Samples.box(0, 0, size: 2), Samples.box(1, 1, size: 2)], in: context)
        #expect(try shape.makeValid(.structure).planarArea() == 7)
        #expect(try shape.makeValid(.linework).planarArea() == 6)
    }

    @Test func collapsedRings() throws {
        let flat = Polygon(
            shell: Ring([Coordinate(0, 0), Coordinate(1, 0), Coordinate(2, 0), Coordinate(0, 0)]))
        let shape = try Shape(polygon: flat, in: context)
        #expect(try shape.makeValid(.structure).isEmpty())
        let kept = try shape.makeValid(.structure, keepCollapsed: true)
        #expect(try kept.lines().count == 1)
        #expect(try kept.planarArea() == 0)
    }

    @Test func validShapesStayAsTheyAre() throws {
        let shape = try Shape(polygon: Samples.box(3, 4), in: context)
        for method in RepairMethod.allCases {
            #expect(try Samples.areSame(shape.makeValid(method), shape))
        }
    }

    /// An old text must not explain a new failure, nor stay after a success.
    @Test func messagesAreForgotten() throws {
        #expect(context.lastMessage == nil)
        let surface = try Shape(polygon: Samples.box(0, 0), in: context)
        let line = try Shape(line: Samples.line((0, 0), (1, 0)), in: context)
        let mixed = try Samples.mixed(in: context)
        let failure = problem { () throws(Problem) in _ = try mixed.boundary() }
        #expect(failure?.code == .geos)
        #expect(failure?.message.contains("GeometryCollection") == true)
        #expect(context.lastMessage?.contains("GeometryCollection") == true)
        #expect(try surface.intersects(line))
        #expect(context.lastMessage == nil)
        // A failure about which GEOS says nothing says so.
        _ = problem { () throws(Problem) in _ = try mixed.boundary() }
        let silent = problem { () throws(Problem) in _ = try Shape(shell: line, holes: []) }
        #expect(silent?.message.contains("GeometryCollection") == false)
    }
}
