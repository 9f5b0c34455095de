// Distances between random shapes of every kind, anywhere on the globe, against dense samples of both.

import KGeoCore
import KGeoMeasure
import PROJKit
import Testing

@Suite struct DistancePropertyTests {
    /// Computed places are good to a micrometre; foot points are searched for as finely.
    static let found = 1e-5

    /// Around which place, and how large the shapes are: near the antimeridian, the poles, with edges of a few
    /// hundred metres and of a thousand kilometres.
    static let settings: [(centre: Coordinate, metres: Double)] = [
        (Coordinate(36, 51), 400), (Coordinate(36, 51), 60_000), (Coordinate(179.95, -17), 30_000),
        (Coordinate(-180, 65), 900_000), (Coordinate(20, 89.9), 40_000), (Coordinate(-70, -89.99), 300_000),
        (Coordinate(0, 0), 1_500_000), (Coordinate(100, 70), 3_000_000),
    ]

    static func away(_ centre: Coordinate, _ dice: inout Dice, _ reach: Double) -> Coordinate {
        Geodesic.wgs84.direct(
            from: centre, azimuth: dice.number(0...360), distance: dice.number(0...reach)
        ).coordinate
    }

    /// A shape of some kind within a reach of a place: a star around it where it is a surface.
    static func shape(_ kind: Int, _ dice: inout Dice, _ centre: Coordinate, _ reach: Double) -> Geometry {
        let some = (0..<4).map { _ in away(centre, &dice, reach) }
        func surface(_ at: Coordinate, _ reach: Double) -> Polygon {
            var ring = (0..<5).map { i in
                Geodesic.wgs84.direct(
                    from: at, azimuth: -72 * Double(i), distance: reach * dice.number(0.4...1)
                ).coordinate
            }
            ring.append(ring[0])
            return Polygon(shell: Ring(ring))
        }
        return switch kind {
        case 0: .point(Positions([some[0]]))
        case 1: .multiPoint(Positions(some))
        case 2: .lineString(LineString(some))
        case 3: .multiLineString([LineString(Array(some[0...1])), LineString(Array(some[2...3]))])
        case 4: .polygon(surface(centre, reach))
        case 5:
            .multiPolygon(MultiPolygon([surface(some[0], reach / 4), surface(some[1], reach / 4)]))
        default:
            .collection([
                .point(Positions([some[0]])), .lineString(LineString(some)),
                .polygon(surface(some[2], reach / 3)),
            ])
        }
    }

    /// Places along all edges, the ends among them.
    static func samples(_ geometry: Geometry, _ count: Int) -> [Coordinate] {
        EdgeIndex.edges(of: geometry, owner: 0).flatMap { edge -> [Coordinate] in
            let line = Geodesic.wgs84.line(from: edge.start, to: edge.end)
            guard line.length > 0 else { return [edge.start] }
            return (0...count).map {
                line.position(atDistance: line.length * Double($0) / Double(count)).coordinate
            }
        }
    }

    /// No two samples are nearer than the distance, which is the same from either side and that of its two ends;
    /// and samples come near to it.
    @Test(arguments: settings.indices) func noSampleIsNearer(number: Int) throws {
        let (centre, reach) = Self.settings[number]
        var dice = Dice(UInt64(100 + number))
        var apart = 0
        for round in 0..<28 {
            let (kind, other) = (round % 7, (round / 7 * 2 + round) % 7)
            let a = Self.shape(kind, &dice, Self.away(centre, &dice, reach), reach)
            let b = Self.shape(other, &dice, Self.away(centre, &dice, 2 * reach), reach)
            let there = try #require(Measuring.distance(a, b))
            let back = try #require(Measuring.distance(b, a))
            #expect(abs(there.metres - back.metres) < Self.found)
            #expect(there.touches == back.touches)
            let (from, to) = (Self.samples(a, 24), Self.samples(b, 24))
            var sampled = Double.infinity
            for p in from { for q in to { sampled = min(sampled, Measuring.distance(p, q)) } }
            #expect(there.metres <= sampled + Self.found)
            guard !there.touches else {
                #expect(there.metres == 0 && there.azimuth == nil)
                continue
            }
            apart += 1
            #expect(abs(Measuring.distance(there.from, there.to) - there.metres) < Self.found)
            // The foot points lie on the shapes: nothing is nearer to them than a sample's spacing allows.
            for (foot, shape) in [(there.from, a), (there.to, b)] {
                let own = try #require(EdgeIndex(EdgeIndex.edges(of: shape, owner: 0)).nearest(to: foot))
                #expect(own.distance < 1e-4)
            }
            #expect(sampled - there.metres < reach / 3)
        }
        #expect(apart > 4)
    }

    /// Two edges drawn across one place cross there, however long and wherever they are.
    @Test func edgesThatCrossAreAtNoDistance() throws {
        var dice = Dice(7)
        for (centre, reach) in Self.settings {
            for _ in 0..<20 {
                let at = Self.away(centre, &dice, reach)
                let turn = dice.number(0...360)
                let angle = dice.number(3...177)
                func line(_ azimuth: Double) -> Geometry {
                    let (a, b) = (dice.number(0.01...0.4) * reach, dice.number(0.01...0.4) * reach)
                    return .lineString(
                        LineString([
                            Geodesic.wgs84.direct(from: at, azimuth: azimuth, distance: -a).coordinate,
                            Geodesic.wgs84.direct(from: at, azimuth: azimuth, distance: b).coordinate,
                        ]))
                }
                let measured = try #require(Measuring.distance(line(turn), line(turn + angle)))
                #expect(measured.metres == 0 && measured.touches)
                #expect(Measuring.distance(measured.from, at) < 1e-4)
                #expect(measured.fromEdge?.edge == 0 && measured.toEdge?.edge == 0)
            }
        }
    }

    /// What lies in a surface with geodesic edges is at distance 0, though with edges straight in longitude and
    /// latitude it would lie outside: the great circle from 0 to 90 E at 60 N runs 860 km north of the parallel.
    @Test func insideIsToldWithGeodesicEdges() throws {
        let cap = Geometry.polygon(
            Polygon(shell: ring([(0, 60), (90, 60), (45, 40)])))
        let place = { (y: Double) in Geometry.point(Positions([Coordinate(45, y)])) }
        #expect(Measuring.distance(cap, place(67))?.touches == true)
        #expect(Measuring.distance(cap, place(68))?.touches == false)
        // A short line across the geodesic meets it; one across the parallel lies inside.
        let across = Geometry.lineString(LineString(places([(45, 67), (45, 68.5)])))
        let measured = try #require(
            Measuring.distance(.lineString(LineString(places([(0, 60), (90, 60)]))), across))
        #expect(measured.metres == 0 && measured.from.latitude > 67.7 && measured.from.latitude < 67.9)
    }

    /// A ring around a pole holds it; what is beyond it is outside.
    @Test func aroundThePoles() throws {
        for sign in [1.0, -1] {
            let cap = Geometry.polygon(
                Polygon(shell: Ring((0...12).map { Coordinate(Double($0 % 12) * 30 - 180, 80 * sign) })))
            for inner in [Coordinate(0, 90 * sign), Coordinate(77, 85 * sign), Coordinate(180, 81 * sign)] {
                #expect(Measuring.distance(cap, .point(Positions([inner])))?.touches == true)
            }
            let outer = try #require(Measuring.distance(cap, .point(Positions([Coordinate(15, 70 * sign)]))))
            #expect(!outer.touches && outer.metres > 1_100_000)
            let far = try #require(Measuring.distance(cap, .point(Positions([Coordinate(15, -90 * sign)]))))
            #expect(!far.touches && far.metres > 18_000_000)
        }
    }

    /// The edge on which each end lies is named.
    @Test func theEdgesAreNamed() throws {
        let shapes: [Geometry] = [
            .point(Positions([Coordinate(30, 40)])),
            .polygon(Polygon(shell: box(35, 51, 36, 52), holes: [box(35.2, 51.2, 35.8, 51.8)])),
        ]
        let measured = try #require(
            Measuring.distance(
                shapes, [.lineString(LineString(places([(40, 51.5), (37, 51.5), (40, 51.4)])))]))
        #expect(measured.fromShape == 1 && measured.toShape == 0)
        #expect(measured.fromEdge == ShapeEdge(shape: 1, part: 0, ring: 0, edge: 1))
        #expect(measured.toEdge?.ring == nil && [0, 1].contains(measured.toEdge?.edge))
        let inHole = try #require(Measuring.distance(shapes[1], .point(Positions([Coordinate(35.75, 51.5)]))))
        #expect(inHole.fromEdge == ShapeEdge(shape: 0, part: 0, ring: 1, edge: 1))
        #expect(inHole.toEdge == ShapeEdge(shape: 0, part: 0))
    }
}
