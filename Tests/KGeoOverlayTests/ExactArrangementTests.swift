// Surfaces laid over each other exactly: known cases, and random ones held against slabs.

import KGeoCore
import KGeoOverlay
import Testing

@Suite("Exact overlay")
struct ExactArrangementTests {
    @Test("Two boxes")
    func boxes() throws {
        let (a, b) = (box(35, 50, 37, 52), box(36, 51, 38, 53))
        let arrangement = try ExactArrangement(layers: [[a], [b]])
        #expect(ringArea(try arrangement.polygons { $0.has(0) || $0.has(1) }) == 7)
        let both = try arrangement.polygons { $0.has(0) && $0.has(1) }
        #expect(both.count == 1 && both[0].rings.count == 1)
        #expect(Set(both[0].rings[0].coordinates) == Set(box(36, 51, 37, 52).rings[0].coordinates))
        let comparison = try ExactOverlay.comparison(of: [a], and: [b])
        #expect(ringArea(comparison.first) == 3 && ringArea(comparison.second) == 3)
    }

    @Test("Which way a ring is drawn does not matter, nor where it begins")
    func winding() throws {
        let turned = Polygon(rings: box(35, 50, 37, 52).rings.map { Ring($0.coordinates.reversed()) })
        #expect(ringArea(try ExactOverlay.union([turned, box(36, 51, 38, 53)]).polygons) == 7)
        let holed = Polygon(shell: box(0, 0, 4, 4).rings[0], holes: [box(1, 1, 2, 2).rings[0]])
        #expect(ringArea(try ExactOverlay.union([holed]).polygons) == 15)
    }

    @Test("Corners come back to the bit, on the grid and off it")
    func corners() throws {
        let places = [(0.1, 1e-17), (1.0 / 3, 0.2), (7.7, 2.0 / 3), (0.3, 5e-300)]
        let result = try ExactOverlay.union([Polygon(shell: ring(places))]).polygons
        #expect(Set(result[0].rings[0].coordinates) == Set(places.map { Coordinate($0.0, $0.1) }))
    }

    @Test("What is covered twice is said")
    func overlap() throws {
        let union = try ExactOverlay.union([box(0, 0, 2, 2), box(1, 1, 3, 3), box(1, 1, 2, 2)])
        #expect(union.overlapSquareDegrees == 2)
        #expect(ringArea(union.polygons) == 7)
    }

    @Test("Rings of the result touch in places only, and holes lie in their shells")
    func pinches() throws {
        // Eight boxes around a gap, of which two leave only a corner in common.
        var boxes: [Polygon] = []
        for i in 0..<3 {
            for j in 0..<3 where (i, j) != (1, 1) && (i, j) != (0, 0) {
                boxes.append(box(Double(i), Double(j), Double(i + 1), Double(j + 1)))
            }
        }
        let union = try ExactOverlay.union(boxes).polygons
        // The gap touches the shell there.
        #expect(union.count == 1 && union[0].rings.count == 2)
        #expect(try SurfaceValidity.findings(union).isEmpty)
        // Two boxes that touch at a corner are two polygons.
        let two = try ExactOverlay.union([box(0, 0, 1, 1), box(1, 1, 2, 2)]).polygons
        #expect(two.count == 2)
        // A ring of boxes closed by a corner alone: the gap is a hole that touches the shell.
        let ringed = try ExactOverlay.union([
            box(0, 0, 3, 1), box(0, 0, 1, 3), box(0, 2, 2, 3), box(2, 0, 3, 2),
        ]).polygons
        #expect(ringed.count == 1 && ringed[0].rings.count == 2)
        #expect(ringArea(ringed) == 7)
    }

    @Test("The first region has what several claim")
    func regions() throws {
        let pieces = try ExactOverlay.pieces(
            of: [box(0, 0, 10, 10)], in: [[box(-1, -1, 5, 5)], [box(4, 4, 8, 8)], [box(20, 20, 21, 21)]])
        #expect(pieces.regions.map(ringArea) == [25, 15, 0])
        #expect(ringArea(pieces.outside) == 60)
        // The outline of the first region inside the surface, and the second's that the first leaves.
        #expect(pieces.cuts[0].count == 1 && pieces.cuts[2].isEmpty)
    }

    @Test("Many layers")
    func manyLayers() throws {
        let layers = (0..<40).map { [box(Double($0), 0, Double($0) + 1.5, 1)] }
        let arrangement = try ExactArrangement(layers: layers)
        for (cover, area) in arrangement.areas {
            let isEnd = cover.counts.count == 1 && [0, 39].contains(cover.counts[0].layer)
            #expect(cover.counts.count <= 2 && area == (isEnd ? 1 : 0.5))
        }
        #expect(arrangement.areas.count == 79)
        #expect(ringArea(try arrangement.polygons { $0.has(7) }) == 1.5)
    }

    @Test("A change is what the overlay says it is")
    func change() throws {
        let old = [box(0, 0, 2, 2), box(2, 0, 4, 2)]
        let new = [box(0, 0, 2, 2), box(2, 0, 4, 1), box(3, 1, 5, 3)]
        let change = try ExactChange(from: old, to: new)
        #expect(ringArea(change.gained) == 3 && ringArea(change.lost) == 1)
        #expect(try ExactChange(from: old, to: old).gained.isEmpty)
    }

    @Test("A ring that crosses itself is refused with a place, and so is what is no place")
    func refusals() throws {
        let eight = Polygon(shell: ring([(0, 0), (2, 2), (2, 0), (0, 1)]))
        let problem = #expect(throws: Problem.self) { try ExactArrangement(layers: [[eight]]) }
        #expect(problem?.code == .topology && problem?.place.coordinate != nil)
        for bad in [Double.nan, .infinity, 1441] {
            let shape = Polygon(shell: ring([(0, 0), (1, bad), (1, 1)]))
            let problem = #expect(throws: Problem.self) { try ExactArrangement(layers: [[], [shape]]) }
            #expect(problem?.code == .coordinate && problem?.place.feature == 1)
        }
    }

    @Test("Nothing, points and lines are no ground")
    func degenerate() throws {
        for polygons in [
            [], [Polygon(rings: [])], [Polygon(shell: Ring([]))], [Polygon(shell: ring([(1, 1)]))],
            [Polygon(shell: ring([(1, 1), (2, 2)]))], [Polygon(shell: ring([(1, 1), (2, 2), (3, 3)]))],
        ] { #expect(try ExactOverlay.union(polygons).polygons.isEmpty) }
    }

    @Test("Whole of the world")
    func world() throws {
        let world = box(-180, -90, 180, 90)
        let comparison = try ExactOverlay.comparison(of: [box(-90, -45, 90, 45)], and: [world])
        #expect(comparison.first.isEmpty && ringArea(comparison.both) == 180 * 90)
        #expect(ringArea(comparison.second) == 360 * 180 - 180 * 90)
        // A slit from the outline to the pole and back.
        let slit = Polygon(
            shell: ring([
                (-180, -90), (0, -90), (0, 0), (0, -90), (180, -90), (180, 90), (-180, 90),
            ]))
        #expect(ringArea(try ExactOverlay.union([slit]).polygons) == 360 * 180)
    }

    // MARK: Random

    @Test("Random surfaces agree with slabs", arguments: 0..<8)
    func random(_ seed: Int) throws {
        for i in 0..<60 {
            var shapes = RandomShapes(seed: UInt64(1000 * seed + i))
            let layers = shapes.layers()
            guard layers.joined().allSatisfy(RandomShapes.isFair) else { continue }
            try compare(layers, "seed \(1000 * seed + i)")
        }
    }

    @Test("Results can be fed back, rounded to any number of digits", arguments: [7, 12, 15, 17])
    func feedback(_ digits: Int) throws {
        for i in 0..<60 {
            var shapes = RandomShapes(seed: UInt64(50_000 + i))
            let layers = shapes.layers()
            guard layers.joined().allSatisfy(RandomShapes.isFair) else { continue }
            let arrangement = try ExactArrangement(layers: layers)
            let results = [
                try arrangement.polygons { $0.has(0) && !$0.has(1) },
                try arrangement.polygons { $0.has(0) && $0.has(1) },
            ].map { $0.map { RandomShapes.rounded($0, digits) } }
            guard results.joined().allSatisfy(RandomShapes.isFair) else { continue }
            try compare(results, "seed \(50_000 + i), \(digits) digits")
            try compare([results[0], layers[1]], "seed \(50_000 + i), \(digits) digits, with the second")
        }
    }

    @Test("Corners a few steps of the grid apart")
    func tiny() throws {
        let step = 0x1p-48
        for seed in 0..<400 {
            var random = Seeded(state: UInt64(seed))
            let polygons = (0..<3).map { _ in
                Polygon(
                    shell: ring(
                        (0..<4).map { _ in
                            (
                                20 + Double(Int.random(in: -9...9, using: &random)) * step,
                                30 + Double(Int.random(in: -9...9, using: &random)) * step
                            )
                        }))
            }
            // Whatever comes of shapes as thin as rounding, they are drawn in a plane.
            let arrangement = try ExactArrangement(layers: polygons.map { [$0] })
            let all = try arrangement.polygons { !$0.isEmpty }
            let sum = arrangement.areas.reduce(0) { $0 + $1.squareDegrees }
            #expect(abs(ringArea(all) - sum) < 1e-30)
        }
    }

    private func compare(_ layers: [[Polygon]], _ name: String) throws {
        let expected = slabAreas(layers)
        let slack = tolerance(layers, expected)
        let arrangement = try ExactArrangement(layers: layers)
        var found: [[Int]: Double] = [:]
        for (cover, area) in arrangement.areas {
            found[layers.indices.map { cover[$0] }, default: 0] += area
        }
        for counts in Set(expected.keys).union(found.keys) where counts.contains(where: { $0 > 0 }) {
            #expect(abs((expected[counts] ?? 0) - (found[counts] ?? 0)) <= slack, "\(name) \(counts)")
        }
        for isWanted in [
            { $0.has(0) }, { $0.has(0) && $0.has(1) }, { $0.has(0) && !$0.has(1) }, { !$0.isEmpty },
        ] as [(Cover) -> Bool] {
            let polygons = try arrangement.polygons(where: isWanted)
            let area = arrangement.areas.reduce(0) { isWanted($1.cover) ? $0 + $1.squareDegrees : $0 }
            #expect(abs(ringArea(polygons) - area) <= slack, "\(name)")
        }
        guard layers.count == 2, expected.keys.allSatisfy({ $0.allSatisfy { (0...1).contains($0) } }) else {
            return
        }
        let change = try ExactChange(from: layers[0], to: layers[1])
        #expect(abs(ringArea(change.gained) - (expected[[0, 1]] ?? 0)) <= slack, "\(name) gained")
        #expect(abs(ringArea(change.lost) - (expected[[1, 0]] ?? 0)) <= slack, "\(name) lost")
    }
}
