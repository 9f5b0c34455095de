// The quick look and the sweep say what the close look says.

import KGeoCore
import KGeoOverlay
import Testing

@Suite("Validity at speed")
struct QuickLookTests {
    private static func reasons(_ polygons: [Polygon]) throws -> [SurfaceFinding.Reason] {
        try SurfaceValidity.findings(polygons).map(\.reason)
    }

    /// Two more parts that touch in a place, far away: no fault, but enough for a close look at all of them.
    private static let touching = [box(1_300, 0, 1_301, 1), box(1_301, 1, 1_302, 2)]

    @Test("Random shapes, with and without a close look")
    func random() throws {
        var seen: [SurfaceFinding.Reason: Int] = [:]
        var thin = 0
        for seed in 0..<400 {
            var shapes = RandomShapes(seed: UInt64(7_000 + seed))
            let polygons = shapes.layers().flatMap(\.self)
            for some in polygons.map({ [$0] }) + [polygons] {
                let quick = try Self.reasons(some)
                let close = try Self.reasons(some + Self.touching)
                // Among parts far apart the grid is coarser, and an overlap as thin as rounding is none.
                let isThin = quick == [.partsOverlap] && close.isEmpty
                if isThin { thin += 1 }
                #expect(quick == close || isThin, "seed \(7_000 + seed): \(some)")
                for reason in quick { seen[reason, default: 0] += 1 }
            }
        }
        #expect(seen[.partsOverlap] ?? 0 > 10)
        #expect(thin < 10)
    }

    @Test("Rings in rings, each where it belongs and where it does not")
    func nesting() throws {
        func square(_ i: Int, _ size: Double = 0.5) -> Ring {
            let (x, y) = (Double(i % 30), Double(i / 30))
            return box(x, y, x + size, y + size).rings[0]
        }
        let shell = box(-1, -1, 31, 31).rings[0]
        let holes = (0..<900).map { square($0) }
        #expect(try Self.reasons([Polygon(shell: shell, holes: holes)]).isEmpty)
        // An island in a hole, as a part of its own; and a hole too many.
        let island = box(5.1, 5.1, 5.4, 5.4)
        #expect(try Self.reasons([Polygon(shell: shell, holes: holes), island]).isEmpty)
        #expect(try Self.reasons([Polygon(shell: shell, holes: holes + island.rings)]) == [.holesOverlap])
        #expect(
            try Self.reasons([
                Polygon(shell: shell, holes: Array(holes.dropLast())), box(29.1, 29.1, 29.2, 29.2),
            ]) == [.partsOverlap])
        #expect(
            try Self.reasons([Polygon(shell: shell, holes: holes + [box(40, 0, 41, 1).rings[0]])]) == [
                .holeOutsideShell
            ])
    }

    @Test("A hole beside a hole with an island in it")
    func islands() throws {
        let land = { (more: [Ring]) in
            Polygon(
                shell: box(0, 0, 20, 20).rings[0],
                holes: [box(2, 2, 8, 8).rings[0], box(10, 4, 11, 5).rings[0]] + more)
        }
        let island = Polygon(
            shell: box(3, 3, 7, 7).rings[0],
            holes: [box(4, 4, 5, 5).rings[0], box(6, 4, 6.5, 4.5).rings[0]])
        #expect(try Self.reasons([land([]), island]).isEmpty)
        #expect(try Self.reasons([island, land([])]).isEmpty)
        #expect(try Self.reasons([land([box(7.2, 4, 7.8, 4.5).rings[0]]), island]) == [.holesOverlap])
        #expect(try Self.reasons([land([]), island, box(6.1, 4.1, 6.2, 4.2)]).isEmpty)
        #expect(try Self.reasons([land([]), island, box(5.2, 4.1, 5.8, 4.2)]) == [.partsOverlap])
    }

    /// Teeth from one line to a far one: the boxes of all of them overlap.
    private static func comb(_ teeth: Int, bent: Int? = nil) -> [(Double, Double)] {
        var places = [(0.0, 0.0)]
        for i in 0..<teeth {
            let x = 8 * (Double(i) + 0.5) / Double(teeth)
            places.append((x + (i == bent ? 9 : 8), 8))
            places.append((8 * Double(i + 1) / Double(teeth), 0))
        }
        return places + [(4, -2)]
    }

    @Test("Long slanting teeth are swept")
    func teeth() throws {
        for turned in [false, true] {
            func surface(_ places: [(Double, Double)], holes: [Ring] = []) -> [Polygon] {
                [Polygon(shell: ring(turned ? places.map { ($0.1, $0.0) } : places), holes: holes)]
            }
            #expect(try Self.reasons(surface(Self.comb(3_000))).isEmpty)
            #expect(try Self.reasons(surface(Self.comb(3_000, bent: 1_500))) == [.ringCrossesItself])
            let inside = box(3.9, -1.1, 4.1, -0.9).rings[0]
            let outside = box(20, -1.1, 20.1, -0.9).rings[0]
            func hole(_ ring: Ring) -> [Ring] {
                [turned ? Ring(ring.coordinates.map { Coordinate($0.latitude, $0.longitude) }) : ring]
            }
            #expect(try Self.reasons(surface(Self.comb(3_000), holes: hole(inside))).isEmpty)
            #expect(try Self.reasons(surface(Self.comb(3_000), holes: hole(outside))) == [.holeOutsideShell])
        }
    }

    @Test("A place that stands twice in a row is one place")
    func twice() throws {
        let doubled = Polygon(
            shell: ring([(0, 0), (4, 0), (4, 0), (4, 4), (0, 4), (0, 4)]), holes: [box(1, 1, 2, 2).rings[0]])
        #expect(try Self.reasons([doubled]).isEmpty)
    }

    @Test("What is no number is refused, wherever it stands")
    func noNumbers() throws {
        for i in 0..<40 {
            var places =
                (0..<40).map { i -> (Double, Double) in
                    (Double(i), i % 2 == 0 ? 0 : 1)
                } + [(20.0, 30.0)]
            for bad in [Double.nan, .infinity, 1_500] {
                places[i].1 = bad
                #expect(throws: Problem.self) { try SurfaceValidity.findings([Polygon(shell: ring(places))]) }
                places[i] = (bad, 0)
                #expect(throws: Problem.self) { try SurfaceValidity.findings([Polygon(shell: ring(places))]) }
            }
        }
    }
}
