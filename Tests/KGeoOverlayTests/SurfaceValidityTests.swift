// What is wrong with surfaces as drawn: one case of each kind, and what only rounding would make wrong.

import KGeoCore
import KGeoOverlay
import Testing

@Suite("Validity with exact signs")
struct SurfaceValidityTests {
    private static func reasons(_ polygons: [Polygon]) throws -> [SurfaceFinding.Reason] {
        try SurfaceValidity.findings(polygons).map(\.reason)
    }

    static let land = box(0, 0, 10, 10).rings[0]

    @Test("Each kind of fault, with its place")
    func kinds() throws {
        func holed(_ holes: Ring...) -> [Polygon] { [Polygon(shell: Self.land, holes: holes)] }
        let inner = box(2, 2, 4, 4).rings[0]
        let cases: [([Polygon], [SurfaceFinding.Reason])] = [
            ([box(0, 0, 1, 1)], []),
            (holed(inner), []),
            (holed(inner, box(5, 5, 6, 6).rings[0]), []),
            // Holes that touch in a place, and one that touches the shell.
            (holed(inner, box(4, 4, 6, 6).rings[0]), []),
            (holed(ring([(0, 5), (2, 4), (2, 6)])), []),
            ([Polygon(shell: ring([(0, 0), (2, 2), (2, 0), (0, 2)]))], [.ringCrossesItself]),
            // Crossing at a corner.
            ([Polygon(shell: ring([(0, 0), (1, 1), (2, 2), (2, 0), (1, 1), (0, 2)]))], [.ringCrossesItself]),
            (holed(box(8, 8, 12, 12).rings[0]), [.ringsCross]),
            (holed(box(20, 20, 21, 21).rings[0]), [.holeOutsideShell]),
            (holed(box(10, 2, 12, 4).rings[0]), [.holeOutsideShell]),
            (holed(inner, box(2.5, 2.5, 3, 3).rings[0]), [.holesOverlap]),
            (holed(inner, box(2, 2, 3, 3).rings[0]), [.holesOverlap]),
            (holed(inner, inner), [.duplicateRing]),
            (holed(Self.land), [.duplicateRing]),
            (holed(box(0, 4, 2, 6).rings[0]), [.ringTouchesItself]),
            ([Polygon(shell: ring([(0, 0), (4, 0), (4, 4), (6, 6), (4, 4), (0, 4)]))], [.spike]),
            (holed(ring([(0, 5), (5, 4), (10, 5), (5, 6)])), [.insideCutApart]),
            ([Polygon(shell: ring([(0, 0), (1, 1)]))], [.tooFewPlaces]),
            ([Polygon(shell: ring([(0, 0), (1, 1), (2, 2)]))], [.noInside]),
            ([box(0, 0, 1, 1), box(1, 0, 2, 1)], [.partsShareEdge]),
            ([box(0, 0, 1, 1), box(1, 1, 2, 2)], []),
            ([box(0, 0, 2, 2), box(1, 1, 3, 3)], [.partsOverlap]),
            ([box(0, 0, 4, 4), box(1, 1, 2, 2)], [.partsOverlap]),
            ([box(0, 0, 4, 4), box(0, 0, 4, 4)], [.partsOverlap]),
            (holed(inner) + [box(2.5, 2.5, 3, 3)], []),
        ]
        for (polygons, expected) in cases {
            let findings = try SurfaceValidity.findings(polygons)
            #expect(findings.map(\.reason) == expected, "\(polygons)")
            for finding in findings { #expect(finding.place != nil) }
            // Turned round, moved to where doubles are coarse, and to where they are off the grid.
            for (dx, dy, factor) in [(170.0, 60.0, 1.0), (0.0, 0.0, 1.0 / 3), (1e-3, -0.1, 1e-9)] {
                let moved = polygons.map { polygon in
                    Polygon(
                        rings: polygon.rings.map { ring in
                            Ring(
                                ring.coordinates.reversed().map {
                                    Coordinate(dx + factor * $0.longitude, dy + factor * $0.latitude)
                                })
                        })
                }
                // Corners set on an edge are off it once they are rounded.
                guard factor == 1 else { continue }
                #expect(try Self.reasons(moved) == expected, "\(moved)")
            }
        }
    }

    @Test("A hole without places takes nothing away; without its shell a hole is none")
    func emptyRings() throws {
        let (shell, hole) = (box(0, 0, 4, 4).rings[0], box(1, 1, 2, 2).rings[0])
        #expect(try Self.reasons([Polygon(rings: [shell, Ring([])])]).isEmpty)
        #expect(try Self.reasons([Polygon(rings: [Ring([]), Ring([])])]).isEmpty)
        #expect(try Self.reasons([Polygon(rings: [Ring([]), hole])]) == [.tooFewPlaces])
        let outside = box(5, 5, 6, 6).rings[0]
        let findings = try SurfaceValidity.findings([Polygon(rings: [shell, Ring([]), hole, outside])])
        #expect(findings.map(\.reason) == [.holeOutsideShell] && findings.first?.ring == 3)
    }

    @Test("Part and ring are named")
    func names() throws {
        let good = box(20, 20, 21, 21)
        let bad = Polygon(shell: Self.land, holes: [box(1, 1, 2, 2).rings[0], box(50, 1, 52, 2).rings[0]])
        let finding = try #require(try SurfaceValidity.findings([good, bad]).first)
        #expect(finding.part == 1 && finding.ring == 2 && finding.isError)
    }

    @Test("A bit decides: a corner on one side of an edge or on the other")
    func bits() throws {
        for x in [0.1, 35.7, 179.3, 1e-9] {
            // The tip of the notch lies on the diagonal, or a bit beyond.
            let tip = Coordinate(x, x)
            let notched = { (tip: Coordinate) in
                Polygon(
                    shell: Ring([
                        Coordinate(0, 0), Coordinate(2 * x, 0), tip, Coordinate(2 * x, x),
                        Coordinate(2 * x, 2 * x),
                        Coordinate(0, 0),
                    ]))
            }
            #expect(try Self.reasons([notched(tip)]) == [.ringTouchesItself])
            #expect(try Self.reasons([notched(Coordinate(x, x.nextUp))]) == [.ringCrossesItself])
            #expect(try Self.reasons([notched(Coordinate(x, x.nextDown))]).isEmpty)
        }
    }

    @Test("Numbers that share no grid are told apart all the same")
    func mixed() throws {
        let tiny = 1e-200
        let sliver = Polygon(shell: ring([(0, 0), (179.3, tiny), (179.3, 1), (tiny, 2 * tiny)]))
        #expect(try Self.reasons([sliver]).isEmpty)
        let crossed = Polygon(shell: ring([(0, 0), (179.3, 2 * tiny), (179.3, 1), (1, 0.5 * tiny / 179.3)]))
        #expect(try Self.reasons([crossed]) == [.ringCrossesItself])
    }

    @Test("What an overlay gives is valid")
    func results() throws {
        for seed in 0..<150 {
            var shapes = RandomShapes(seed: UInt64(90_000 + seed))
            let layers = shapes.layers()
            guard layers.joined().allSatisfy(RandomShapes.isFair) else { continue }
            let arrangement = try ExactArrangement(layers: layers)
            for polygons in [
                try arrangement.polygons { $0.has(0) && !$0.has(1) },
                try arrangement.polygons { !$0.isEmpty },
            ] {
                let findings = try SurfaceValidity.findings(polygons)
                #expect(findings.isEmpty, "seed \(90_000 + seed): \(findings)")
            }
        }
    }
}

@Suite("Polygons that lie apart")
struct ApartTests {
    @Test func apart() throws {
        let land = Polygon(shell: box(0, 0, 10, 10).rings[0], holes: [box(2, 2, 8, 8).rings[0]])
        #expect(try SurfaceValidity.areApart([box(0, 0, 1, 1), box(2, 0, 3, 1)]))
        // An island in a lake.
        #expect(try SurfaceValidity.areApart([land, box(3, 3, 4, 4)]))
        for other in [
            box(10, 0, 11, 10), box(10, 10, 11, 11), box(0.5, 0.5, 1, 1), box(5, 5, 12, 12), box(2, 2, 4, 4),
            box(10, 2, 11, 3), land,
        ] {
            #expect(try !SurfaceValidity.areApart([land, other]), "\(other)")
            #expect(try !SurfaceValidity.areApart([other, land]), "\(other)")
        }
        #expect(try SurfaceValidity.areApart([]) && SurfaceValidity.areApart([land]))
    }
}
