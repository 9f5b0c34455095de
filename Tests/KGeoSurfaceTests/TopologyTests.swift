// What is refused, what is noted and what passes, each with its place.

import KGeoCore
import KGeoSurface
import TestShapes
import Testing

@Suite struct TopologyTests {
    /// A place found by intersecting two edges, in degrees.
    static let placeTolerance = 1e-9

    private func expectError(
        _ polygons: [Polygon], _ word: String, at place: (Double, Double)? = nil, part: Int? = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let findings = try Topology.check(polygons)
        #expect(findings.count == 1, sourceLocation: sourceLocation)
        let first = try #require(findings.first, sourceLocation: sourceLocation)
        #expect(first.isError, sourceLocation: sourceLocation)
        #expect(first.message.contains(word), "\(first.message)", sourceLocation: sourceLocation)
        #expect(first.part == part, sourceLocation: sourceLocation)
        if let place {
            let found = try #require(first.place, sourceLocation: sourceLocation)
            #expect(
                abs(found.longitude - place.0) < Self.placeTolerance
                    && abs(found.latitude - place.1) < Self.placeTolerance,
                "found at \(found)", sourceLocation: sourceLocation)
        }
    }

    private func expectNote(
        _ polygons: [Polygon], _ word: String, part: Int?, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let findings = try Topology.check(polygons)
        #expect(findings.map(\.isError) == [false], "\(findings)", sourceLocation: sourceLocation)
        #expect(findings.first?.message.contains(word) == true, "\(findings)", sourceLocation: sourceLocation)
        #expect(findings.first?.part == part, sourceLocation: sourceLocation)
        #expect(findings.first?.place != nil, sourceLocation: sourceLocation)
    }

    @Test func whatIsValid() throws {
        let island = Polygon(shell: box(0, 0, 9, 9), holes: [box(1, 1, 2, 2), box(3, 3, 4, 4)])
        #expect(try Topology.check([island]).isEmpty)
        #expect(try Topology.check([island, square(1.25, 1.25, 1.75, 1.75), square(20, 0, 21, 1)]).isEmpty)
        #expect(try Topology.check([square(0, 0, 1, 1), square(1, 1, 2, 2)]).isEmpty)
        #expect(try Topology.check([]).isEmpty)
        #expect(try Topology.check([Polygon(rings: [])]).isEmpty)
        // Clockwise shells and holes that wind like their shell.
        let clockwise = Polygon(
            rings: [Ring(box(0, 0, 9, 9).positions.reversed()), Ring(box(1, 1, 2, 2).positions.reversed())])
        #expect(try Topology.check([clockwise]).isEmpty)
    }

    // MARK: Refused

    @Test func bowtie() throws {
        try expectError([surface([(0, 0), (1, 1), (1, 0), (0, 1)])], "crosses itself", at: (0.5, 0.5))
        // As the second part of several.
        try expectError(
            [square(5, 5, 6, 6), surface([(0, 0), (1, 1), (1, 0), (0, 1)])], "crosses itself", at: (0.5, 0.5),
            part: 1)
    }

    @Test func bowtieWithAVertexAtTheCrossing() throws {
        try expectError(
            [surface([(0, 0), (0.5, 0.5), (1, 1), (1, 0), (0.5, 0.5), (0, 1)])], "crosses itself",
            at: (0.5, 0.5))
        // Halves of unlike size: what is left over would look like an area.
        try expectError(
            [surface([(0, 0), (1, 1), (3, 3), (3, 1), (1, 1), (0, 2)])], "crosses itself", at: (1, 1))
    }

    @Test func ringRunningTwiceAround() throws {
        try expectError([surface([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0), (1, 0), (1, 1), (0, 1)])], "")
    }

    @Test func holeOutside() throws {
        try expectError([Polygon(shell: box(0, 0, 1, 1), holes: [box(2, 2, 3, 3)])], "outside its shell")
        try expectError([Polygon(shell: box(0, 0, 1, 1), holes: [box(0.5, 0.5, 1.5, 0.75)])], "")
    }

    @Test func nestedHoles() throws {
        try expectError(
            [Polygon(shell: box(0, 0, 9, 9), holes: [box(1, 1, 8, 8), box(2, 2, 3, 3)])], "inside another")
        try expectError([Polygon(shell: box(0, 0, 9, 9), holes: [box(1, 1, 2, 2), box(1, 1, 2, 2)])], "")
    }

    // MARK: Noted

    /// Two lobes that wind alike and touch in a point keep their area.
    @Test func ringTouchingItself() throws {
        try expectNote(
            [surface([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2), (1, 1)])], "touches itself", part: 0)
    }

    /// A loop inside that touches the shell in a point: a hole by another way of writing, and accepted as it is.
    @Test func holeWrittenIntoTheShell() throws {
        #expect(
            try Topology.check([surface([(0, 0), (4, 0), (4, 4), (2, 4), (3, 2), (1, 2), (2, 4), (0, 4)])])
                .isEmpty)
    }

    @Test func spike() throws {
        try expectNote(
            [surface([(0, 0), (4, 0), (4, 4), (2, 4), (2, 6), (2, 4), (0, 4)])], "touches itself", part: 0)
    }

    @Test func partsSharingAnEdge() throws {
        try expectNote([square(0, 0, 1, 1), square(1, 0, 2, 1)], "touch along an edge", part: nil)
    }

    @Test func partsThatOverlap() throws {
        try expectNote([square(0, 0, 2, 2), square(1, 1, 3, 3)], "overlap", part: nil)
        try expectNote([square(0, 0, 4, 4), square(1, 1, 2, 2)], "overlap", part: nil)
        try expectNote([square(0, 0, 1, 1), square(0, 0, 1, 1)], "overlap", part: nil)
    }

    /// A part that touches itself is noted once, not again as if parts touched each other.
    @Test func noteOfOnePartAmongSeveral() throws {
        let touching = surface([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2), (1, 1)])
        try expectNote([square(5, 5, 6, 6), touching], "touches itself", part: 1)
    }

    // MARK: Antimeridian and poles

    @Test func antimeridianInEveryNotation() throws {
        for (west, east) in [(170.0, 190.0), (170, -170), (-190, -170)] {
            let polygon = Polygon(
                shell: box(west, -10, east, 10), holes: [box(178, -2, -178, 2), box(-176, 1, -175, 2)])
            #expect(try Topology.check([polygon]).isEmpty)
        }
        // Cut as RFC 7946 has it: two parts along the antimeridian.
        try expectNote(
            [square(170, -10, 180, 10), square(-180, -10, -170, 10)], "touch along an edge", part: nil)
        try expectError(
            [surface([(179, 0), (-179, 2), (-179, 0), (179, 2)])], "crosses itself", at: (180, 1))
    }

    /// A hole farther from the shell's first corner than half the globe is still in it.
    @Test func worldWithHoles() throws {
        let world = Polygon(
            shell: box(-180, -90, 180, 90),
            holes: [box(20, 40, 40, 50), box(100, -20, 150, -10), box(-170, 60, -20, 80)])
        #expect(try Topology.check([world]).isEmpty)
        #expect(try Topology.check([square(-180, -90, 0, 90)]).isEmpty)
    }

    private static func cap(_ latitude: Double, step: Int = 10) -> [(Double, Double)] {
        stride(from: -180, to: 180, by: step).map { (Double($0), latitude) }
    }

    @Test(arguments: [80.0, 10, -60])
    func polarRings(latitude: Double) throws {
        #expect(try Topology.check([surface(Self.cap(latitude))]).isEmpty)
        let pole = latitude > 0 ? 90.0 : -90
        let cut = [(-180, pole)] + Self.cap(latitude) + [(180, latitude), (180, pole)]
        #expect(try Topology.check([surface(cut)]).isEmpty)
        #expect(try Topology.check([surface([(0, pole), (120, latitude), (-120, latitude)])]).isEmpty)
        let belt = Polygon(
            shell: ring(Self.cap(latitude)), holes: [ring(Self.cap(latitude + (pole - latitude) / 2))])
        #expect(try Topology.check([belt]).isEmpty)
    }

    /// A ring of few corners runs along its parallel, also in the polar plane: a hole between the chord and
    /// the parallel is inside.
    @Test func polarRingOfFewCorners() throws {
        let cap = Polygon(shell: ring(Self.cap(60, step: 90)), holes: [box(-140, 62, -130, 63)])
        #expect(try Topology.check([cap]).isEmpty)
        try expectError(
            [Polygon(shell: ring(Self.cap(60, step: 90)), holes: [box(-140, 52, -130, 53)])],
            "outside its shell")
    }

    /// A ring round the pole with a loop in it, by which it crosses itself at 90° E, 80° N.
    @Test func figureEightAroundAPole() throws {
        let eight = [
            (0.0, 80.0), (60, 80), (120, 80), (100, 75), (80, 85), (180, 80), (-120, 80), (-60, 80),
        ]
        try expectError([surface(eight)], "crosses itself", at: (90, 80))
        try expectError([surface(eight.map { ($0.0, -$0.1) })], "crosses itself", at: (90, -80))
    }
}
