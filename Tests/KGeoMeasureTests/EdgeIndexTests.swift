// The nearest edge among many, worldwide, against looking at every one; the nearest point of an edge against
// looking at many points of it.

import KGeoCore
import KGeoMeasure
import PROJKit
import SystemC
import Testing

@Suite struct EdgeIndexTests {
    /// What the nearest distance may be off, in m.
    static let millimetre = 1e-3

    static func place(_ dice: inout Dice) -> Coordinate {
        Coordinate(dice.number(-180...180), asin(dice.number(-1...1)) * 180 / .pi)
    }

    /// An edge of at most some length, from anywhere in any direction; ends beyond the antimeridian are
    /// written in either notation.
    static func edge(_ dice: inout Dice, longest: Double, owner: Int) -> EdgeIndex.Edge {
        let start = place(&dice)
        let end = Geodesic.wgs84.direct(
            from: start, azimuth: dice.number(-180...180), distance: dice.number(0...longest)
        ).coordinate
        let turn = Bool.random(using: &dice) ? 0.0 : end.longitude < start.longitude ? 360 : -360
        return EdgeIndex.Edge(
            start: start, end: Coordinate(end.longitude + turn, end.latitude), owner: owner)
    }

    @Test(arguments: [1_000.0, 100_000, 3_000_000])
    func sameAsLookingAtEach(longest: Double) throws {
        var dice = Dice(UInt64(longest))
        var edges = (0..<300).map { Self.edge(&dice, longest: longest, owner: $0) }
        // Single places, edges over the poles and along the antimeridian among them.
        edges += (0..<20).map {
            let place = Self.place(&dice)
            return EdgeIndex.Edge(start: place, end: place, owner: 300 + $0)
        }
        let special: [((Double, Double), (Double, Double))] = [
            ((0, 89.5), (180, 89.5)), ((10, -89), (-170, -89.9)), ((180, 10), (-180, 12)),
            ((179.9, 0), (-179.9, 0.1)), ((-180.5, -40), (-179.5, -40)),
        ]
        for (a, b) in special {
            edges.append(
                EdgeIndex.Edge(start: Coordinate(a.0, a.1), end: Coordinate(b.0, b.1), owner: edges.count))
        }
        let index = EdgeIndex(edges)
        let single = edges.map { EdgeIndex([$0]) }
        var looked = (0..<60).map { _ in Self.place(&dice) }
        looked += places([
            (0, 90), (0, -90), (180, 0), (-180, 0), (180, 11), (540, 11), (-179.99, 0.05), (77, 89.7),
        ])
        for place in looked {
            let each = single.compactMap { $0.nearest(to: place)?.distance }
            let wanted = try #require(each.min())
            let hit = try #require(index.nearest(to: place))
            #expect(abs(hit.distance - wanted) < 1e-6)
            #expect(abs(each[hit.edge] - wanted) < 1e-6)
            #expect(abs(Measuring.distance(place, hit.foot) - hit.distance) < 1e-6)
            // What is known of a place that is no farther than some metres is true; of a farther one it is all.
            for known in [0, 0.5 * wanted, 0.999 * wanted, 1.001 * wanted, 2 * wanted] {
                switch try #require(index.reach(of: place, beyond: known)) {
                case .at(let found): #expect(found == hit || (wanted <= known && found.distance <= known))
                case .atMost(let metres): #expect(wanted <= metres + 1e-6 && metres <= known)
                }
            }
            #expect(index.comes(within: 1.001 * wanted + 1e-6, of: place))
            #expect(wanted < 1e-3 || !index.comes(within: 0.999 * wanted, of: place))
            // Nothing is nearer than the nearest, and a limit beyond it changes nothing.
            #expect(index.nearest(to: place, within: wanted - 0.01) == nil)
            #expect(index.nearest(to: place, within: wanted + 0.01) == hit)
            // Without that edge, the next one.
            let second = try #require(each.enumerated().filter { $0.offset != hit.edge }.map(\.element).min())
            let next = index.nearest(to: place, where: { $0 != hit.edge })
            #expect(abs(try #require(next).distance - second) < 1e-6)
        }
    }

    /// Against a thousand points of the edge, and a search between the best of them.
    /// What is known of distances holds at any distance, and long edges leave it no looser than short ones.
    @Test(arguments: [0.0, 1_000, 3_000_000, 15_000_000])
    func boundsHold(longest: Double) throws {
        var dice = Dice(UInt64(longest) + 3)
        for _ in 0..<400 {
            let edges = (0..<3).map { Self.edge(&dice, longest: longest, owner: $0) }
            let index = EdgeIndex(edges)
            let place = Self.place(&dice)
            let hit = try #require(index.nearest(to: place))
            let alone = edges.compactMap { EdgeIndex([$0]).nearest(to: place)?.distance }.min()
            #expect(abs(hit.distance - (try #require(alone))) < Self.millimetre)
            let near = try #require(index.nearness(to: place))
            #expect(near.lowerBound <= hit.distance && hit.distance <= near.upperBound)
            #expect(near.upperBound - near.lowerBound < 0.4 * hit.distance + 100)
            switch try #require(index.reach(of: place, beyond: 0.9 * hit.distance)) {
            case .at(let found): #expect(found == hit)
            case .atMost: Issue.record("\(place) lies farther than nine tenths of \(hit)")
            }
            switch try #require(index.reach(of: place, beyond: 1.1 * hit.distance)) {
            case .at(let found): #expect(found.distance <= 1.1 * hit.distance)
            case .atMost(let metres): #expect(hit.distance <= metres && metres <= 1.1 * hit.distance)
            }
        }
    }

    @Test(arguments: [(1e3, 1e4), (1e5, 1e5), (3e6, 1e6), (1.2e7, 2e7)])
    func nearestPointOfAnEdge(longest: Double, far: Double) throws {
        var dice = Dice(7)
        for _ in 0..<60 {
            let edge = Self.edge(&dice, longest: longest, owner: 0)
            let line = Geodesic.wgs84.line(from: edge.start, to: edge.end)
            let near = line.position(atDistance: dice.number(0...1) * line.length).coordinate
            let place = Geodesic.wgs84.direct(
                from: near, azimuth: dice.number(-180...180), distance: dice.number(0...far)
            ).coordinate
            let hit = try #require(EdgeIndex([edge]).nearest(to: place))
            func distance(_ s: Double) -> Double {
                Measuring.distance(place, line.position(atDistance: s).coordinate)
            }
            let samples = (0...1_000).map { distance(line.length * Double($0) / 1_000) }
            let best = try #require(samples.indices.min { samples[$0] < samples[$1] })
            var low = line.length * Double(max(0, best - 1)) / 1_000
            var high = line.length * Double(min(1_000, best + 1)) / 1_000
            for _ in 0..<80 {
                let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
                if distance(a) < distance(b) { high = b } else { low = a }
            }
            #expect(abs(hit.distance - min(samples[best], distance(low))) < Self.millimetre)
        }
    }

    @Test func emptyAndSmall() {
        let nowhere = EdgeIndex([])
        #expect(nowhere.nearest(to: Coordinate(0, 0)) == nil)
        #expect(
            nowhere.candidates(near: .init(start: Coordinate(0, 0), end: Coordinate(1, 1), owner: 0)).isEmpty)
        let here = Coordinate(35, 51)
        let one = EdgeIndex([.init(start: here, end: here, owner: 5)])
        #expect(one.nearest(to: here)?.distance == 0)
        #expect(one.nearest(to: here, within: 0)?.edge == 0)
    }

    @Test func edgesOfEveryKind() {
        let polygon = Polygon(shell: box(0, 0, 4, 4), holes: [box(1, 1, 2, 2)])
        let all = Geometry.collection([
            .polygon(polygon), .multiPolygon(MultiPolygon([polygon])), .point(Positions(places([(9, 9)]))),
            .collection([.lineString(LineString(places([(0, 0), (1, 1), (2, 0)])))]),
            .multiLineString([LineString(places([(0, 0), (1, 1)]))]),
            .multiPoint(Positions(places([(7, 7), (8, 8)]))), .point(Positions([])),
        ])
        let edges = EdgeIndex.edges(of: all, owner: 3)
        #expect(edges.count == 16 + 2 + 1 + 3)
        #expect(edges.allSatisfy { $0.owner == 3 })
    }

    /// Every edge that comes within the margin is a candidate.
    @Test func candidatesLeaveNothingOut() throws {
        var dice = Dice(11)
        let edges = (0..<300).map { Self.edge(&dice, longest: 400_000, owner: $0) }
        let index = EdgeIndex(edges)
        for _ in 0..<15 {
            let wanted = Self.edge(&dice, longest: 2_000_000, owner: 0)
            let line = Geodesic.wgs84.line(from: wanted.start, to: wanted.end)
            let found = Set(index.candidates(near: wanted, margin: 50_000))
            for step in 0...20 {
                let place = line.position(atDistance: line.length * Double(step) / 20).coordinate
                for i in edges.indices where !found.contains(i) {
                    // Straight through the earth 50 km are 0.13 m shorter.
                    #expect(try #require(EdgeIndex([edges[i]]).nearest(to: place)).distance > 49_999)
                }
            }
        }
    }

    /// What bounds decide is what geodesics say, also where owners have the same edge.
    @Test(arguments: [300.0, 20_000, 2_000_000])
    func nearestOwnerIsThatOfTheNearestEdge(longest: Double) throws {
        var dice = Dice(UInt64(longest) + 5)
        var edges = (0..<400).map { Self.edge(&dice, longest: longest, owner: $0 % 3) }
        edges += edges.prefix(60).map { EdgeIndex.Edge(start: $0.end, end: $0.start, owner: 2) }
        let index = EdgeIndex(edges)
        let single = edges.map { EdgeIndex([$0]) }
        let reaches = [longest, longest / 3, 2 * longest]
        for i in 0..<200 {
            // Near an edge, where it matters, on it, and anywhere.
            let edge = edges[i % edges.count]
            let near = Geodesic.wgs84.direct(
                from: edge.start, azimuth: dice.number(-180...180), distance: dice.number(0...3 * longest)
            ).coordinate
            for place in [near, edge.start] {
                var wanted: (owner: Int, metres: Double)?
                for (edge, alone) in zip(edges, single) {
                    let metres = try #require(alone.nearest(to: place)).distance
                    guard metres <= reaches[edge.owner], metres < wanted?.metres ?? .infinity else {
                        continue
                    }
                    wanted = (edge.owner, metres)
                }
                let found = index.nearestOwner(to: place, within: reaches)
                #expect((found == nil) == (wanted == nil))
                if let found, let wanted, found != wanted.owner {
                    // Two that are equally near but for rounding.
                    let other = zip(edges, single).filter { $0.0.owner == found }.compactMap {
                        $0.1.nearest(to: place)?.distance
                    }.min()
                    #expect(abs(try #require(other) - wanted.metres) < 1e-6)
                }
                #expect(
                    index.comes(within: longest, of: place)
                        == (index.nearest(to: place, within: longest) != nil))
            }
        }
    }

    @Test func ownersNearAPlace() {
        var dice = Dice(77)
        let edges = (0..<400).map { Self.edge(&dice, longest: 2_000_000, owner: $0 % 60) }
        let index = EdgeIndex(edges)
        for _ in 0..<200 {
            let (place, limit) = (Self.place(&dice), dice.number(0...3_000_000))
            let near = (0..<60).filter { owner in
                index.nearest(to: place, within: limit) { edges[$0].owner == owner } != nil
            }
            #expect(index.owners(within: limit, of: place) == near)
        }
        #expect(EdgeIndex([]).owners(within: 1e7, of: Coordinate(0, 0)).isEmpty)
    }
}
