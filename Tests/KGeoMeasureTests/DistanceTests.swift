// Distances between geometries of any kind: inside, across, touching, apart; and on both sides alike.

import KGeoCore
import KGeoMeasure
import PROJKit
import Testing

@Suite struct DistanceTests {
    /// Foot points are found to a micrometre.
    static let micrometre = 1e-5

    static func point(_ x: Double, _ y: Double) -> Geometry { .point(Positions([Coordinate(x, y)])) }
    static func line(_ pairs: [(Double, Double)]) -> Geometry { .lineString(LineString(places(pairs))) }
    static func surface(_ shell: Ring, _ holes: [Ring] = []) -> Geometry {
        .polygon(Polygon(shell: shell, holes: holes))
    }

    @Test func pointToPoint() throws {
        let (a, b) = (Coordinate(36.19, 51.73), Coordinate(35.27, 51.19))
        let measured = try #require(
            Measuring.distance(.point(Positions([a])), .point(Positions([b]))))
        let wanted = Geodesic.wgs84.inverse(from: a, to: b)
        #expect(measured.metres == wanted.distance)
        #expect(measured.azimuth == wanted.azimuth1)
        #expect(measured.from == a && measured.to == b)
        #expect(!measured.touches)
    }

    /// On the equator the foot of a place is due south of it.
    @Test func pointToLine() throws {
        let measured = try #require(Measuring.distance(Self.point(12, 3), Self.line([(10, 0), (20, 0)])))
        #expect(abs(measured.to.longitude - 12) < 1e-9)
        #expect(abs(measured.to.latitude) < 1e-9)
        #expect(
            abs(measured.metres - Measuring.distance(Coordinate(12, 3), Coordinate(12, 0))) < Self.micrometre)
        #expect(abs(abs(try #require(measured.azimuth)) - 180) < 1e-6)
        // Beyond its end the end is nearest.
        let beyond = try #require(Measuring.distance(Self.line([(10, 0), (20, 0)]), Self.point(25, 1)))
        #expect(beyond.from == Coordinate(20, 0))
        #expect(beyond.to == Coordinate(25, 1))
    }

    @Test func insideASurface() throws {
        let square = box(35, 51, 36, 52)
        for inner in [
            Self.point(35.5, 51.5), Self.line([(35.2, 51.2), (35.3, 51.9)]),
            Self.surface(box(35.2, 51.2, 35.4, 51.3)),
        ] {
            for measured in [
                Measuring.distance(Self.surface(square), inner),
                Measuring.distance(inner, Self.surface(square)),
            ] {
                let measured = try #require(measured)
                #expect(measured.metres == 0)
                #expect(measured.touches)
                #expect(measured.azimuth == nil)
                #expect(measured.from == measured.to)
            }
        }
    }

    /// In a hole it is outside, and the hole's rim is nearest.
    @Test func inAHole() throws {
        let ring = Self.surface(box(35, 51, 37, 53), [box(35.5, 51.5, 36.5, 52.5)])
        let measured = try #require(Measuring.distance(Self.point(36, 51.6), ring))
        #expect(!measured.touches)
        let rim = Geodesic.wgs84.line(from: Coordinate(35.5, 51.5), to: Coordinate(36.5, 51.5))
        let wanted = Measuring.distance(
            Coordinate(36, 51.6), rim.position(atDistance: rim.length / 2).coordinate)
        #expect(abs(measured.metres - wanted) < Self.micrometre)
        let island = try #require(Measuring.distance(Self.surface(box(35.8, 51.8, 36.2, 52.2)), ring))
        #expect(island.metres > 10_000)
    }

    @Test func crossing() throws {
        for (a, b) in [
            (Self.line([(0, 0), (2, 2)]), Self.line([(0, 2), (2, 0)])),
            (Self.line([(-1, 0.5), (3, 0.5)]), Self.surface(box(0, 0, 2, 1))),
            (Self.surface(box(0, 0, 2, 2)), Self.surface(box(1, 1, 3, 3))),
            (Self.surface(box(0, 1, 3, 2)), Self.surface(box(1, 0, 2, 3))),
            (Self.line([(179, 0), (-179, 1)]), Self.line([(180, -1), (180, 2)])),
            (Self.line([(179, 0), (181, 1)]), Self.line([(-180, -1), (-180, 2)])),
        ] {
            for measured in [Measuring.distance(a, b), Measuring.distance(b, a)] {
                #expect(measured?.metres == 0)
                #expect(measured?.touches == true)
            }
        }
        let cross = try #require(
            Measuring.distance(Self.line([(0, 0), (2, 2)]), Self.line([(0, 2), (2, 0)])))
        // Where the geodesics cross, 51 m north of where straight lines in longitude and latitude do.
        #expect(abs(cross.from.longitude - 1) < 1e-12 && abs(cross.from.latitude - 1.0004591) < 1e-7)
    }

    @Test func touching() {
        for (a, b) in [
            (Self.surface(box(0, 0, 1, 1)), Self.surface(box(1, 0, 2, 1))),
            (Self.surface(box(0, 0, 1, 1)), Self.surface(box(1, 1, 2, 2))),
            (Self.surface(box(0, 0, 1, 1)), Self.point(1, 0.5)),
            (Self.line([(0, 0), (1, 0)]), Self.line([(1, 0), (2, 0)])),
            (Self.line([(0, 0), (2, 0)]), Self.line([(1, 0), (1, 5)])),
            (Self.line([(0, 0), (2, 0)]), Self.line([(1, 0), (3, 0)])),
            (Self.surface(box(170, 0, 180, 1)), Self.surface(box(-180, 0, -170, 1))),
            (Self.point(180, 3), Self.point(-180, 3)),
        ] {
            for measured in [Measuring.distance(a, b), Measuring.distance(b, a)] {
                #expect(measured?.metres == 0)
                #expect(measured?.touches == true)
            }
        }
    }

    @Test func nothingToMeasure() {
        let empty = Geometry.collection([.point(Positions([])), .multiPolygon(MultiPolygon([]))])
        #expect(Measuring.distance(empty, Self.point(0, 0)) == nil)
        #expect(Measuring.distance(Self.point(0, 0), empty) == nil)
    }

    /// Random shapes apart from each other: the same from either side, and no sample of one lies nearer to a
    /// sample of the other.
    @Test func symmetricAndSmallest() throws {
        var dice = Dice(3)
        for _ in 0..<40 {
            let (a, b) = (Self.triangle(&dice, around: 35), Self.triangle(&dice, around: 36.5))
            let there = try #require(Measuring.distance(a, b))
            let back = try #require(Measuring.distance(b, a))
            #expect(abs(there.metres - back.metres) < Self.micrometre)
            #expect(abs(Measuring.distance(there.from, there.to) - there.metres) < Self.micrometre)
            let (from, to) = (Self.samples(a), Self.samples(b))
            let sampled = try #require(from.lazy.flatMap { p in to.map { Measuring.distance(p, $0) } }.min())
            #expect(there.metres <= sampled + Self.micrometre)
            #expect(sampled - there.metres < 3_000)
        }
    }

    /// Of equally near pairs the first is given, on every run the same.
    @Test func equallyNearPairs() throws {
        let around = Geometry.multiPoint(Positions(places([(0, 1), (0, -1), (0, 3)])))
        #expect(try #require(Measuring.distance(around, Self.point(0, 0))).from == Coordinate(0, 1))
        #expect(try #require(Measuring.distance(Self.point(0, 0), around)).to == Coordinate(0, 1))
    }

    /// A corner that is the foot is given as it stands.
    @Test func cornersAreGivenAsTheyStand() throws {
        let (west, east) = (Self.surface(box(0.1, -1, 1.1, 1)), Self.surface(box(2.3, -1, 3.7, 1)))
        let measured = try #require(Measuring.distance(west, east))
        #expect(measured.from.longitude == 1.1 && measured.to.longitude == 2.3)
        #expect(abs(measured.from.latitude) == 1 && measured.from.latitude == measured.to.latitude)
    }

    private static func triangle(_ dice: inout Dice, around x: Double) -> Geometry {
        let corners = (0..<3).map { _ in (x + dice.number(-0.6...0.6), 51 + dice.number(-0.6...0.6)) }
        return surface(ring(corners))
    }

    private static func samples(_ geometry: Geometry) -> [Coordinate] {
        EdgeIndex.edges(of: geometry, owner: 0).flatMap { edge in
            let line = Geodesic.wgs84.line(from: edge.start, to: edge.end)
            return (0..<50).map { line.position(atDistance: line.length * Double($0) / 50).coordinate }
        }
    }
}
