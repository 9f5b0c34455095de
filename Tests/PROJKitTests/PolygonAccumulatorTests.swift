// Rings and lines: known areas, blocks of any size, closing positions, poles and the antimeridian.

import KGeoCore
import PROJKit
import Testing

@Suite struct PolygonAccumulatorTests {
    /// An eighth of the ellipsoid of WGS84, in square metres.
    static let octant = 63_758_202_715_511.055
    /// An area of that size is computed to about a tenth of a square metre.
    static let areaTolerance = 0.1

    @Test func octantIsAnEighthOfTheEllipsoid() {
        let ring = [Coordinate(0, 0), Coordinate(90, 0), Coordinate(0, 90), Coordinate(0, 0)]
        let measured = Geodesic.wgs84.polygon(ring)
        #expect(abs(measured.signedArea - Self.octant) < Self.areaTolerance)
        #expect(abs(measured.signedArea - Geodesic.wgs84.surfaceArea / 8) < Self.areaTolerance)
        let backwards = Geodesic.wgs84.polygon(Array(ring.reversed()))
        #expect(abs(backwards.signedArea + Self.octant) < Self.areaTolerance)
        #expect(abs(backwards.perimeter - measured.perimeter) < 1e-6)
    }

    /// From the documentation of geodesic.h: the outline of Antarctica, with the pole inside.
    @Test func antarctica() {
        let latitudes = [
            -72.9, -71.9, -74.9, -74.3, -77.5, -77.4, -71.7, -65.9, -65.7, -66.6, -66.9, -69.8, -70.0, -71.0,
            -77.3, -77.9, -74.7,
        ]
        let longitudes: [Double] = [
            -74, -102, -102, -131, -163, 163, 172, 140, 113, 88, 59, 25, -4, -14, -33, -46, -61,
        ]
        let ring = zip(longitudes, latitudes).map { Coordinate($0, $1) }
        // The figures printed by GeographicLib's Planimeter for this ring.
        let measured = Geodesic.wgs84.polygon(ring)
        #expect(abs(abs(measured.signedArea) - 13_376_856_682_207.4) < 0.5)
        #expect(abs(measured.perimeter - 14_710_425.406974) < 1e-5)
    }

    /// A ring of many vertices, so that blocks end everywhere in it.
    static let manySided: [Coordinate] = {
        var ring: [Coordinate] = []
        var seed: UInt64 = 42
        for step in 0..<1_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let ripple = Double(seed >> 40) / Double(1 << 24)
            let angle = Double(step) / 1_000
            // A rhombus with ripples: no trigonometry needed.
            let x = abs(angle * 4 - 2) - 1
            let y = (angle < 0.5 ? 1.0 : -1.0) * (1 - abs(x))
            ring.append(Coordinate(36 + x * (3 + ripple), 48 + y * (2 + ripple / 2)))
        }
        ring.append(ring[0])
        return ring
    }()

    @Test(arguments: [1, 2, 3, 7, 64, 999, 1_000, 1_001, 5_000])
    func blocksOfAnySizeGiveTheSameBits(size: Int) {
        let ring = Self.manySided
        let whole = Geodesic.wgs84.polygon(ring)
        var accumulator = PolygonAccumulator()
        var line = PolylineAccumulator()
        var start = 0
        while start < ring.count {
            let end = min(start + size, ring.count)
            accumulator.add(ring[start..<end].span)
            line.add(ring[start..<end].span)
            start = end
        }
        #expect(accumulator.count == ring.count)
        #expect(accumulator.polygon() == whole)
        #expect(line.length == Geodesic.wgs84.length(ring))
        #expect(abs(line.length - whole.perimeter) < 1e-6)
        accumulator.reset()
        #expect(accumulator.polygon() == GeodesicPolygon.nothing)
        accumulator.add(ring)
        #expect(accumulator.polygon() == whole)
    }

    @Test func aClosingPositionChangesNothing() {
        let open = Array(Self.manySided.dropLast())
        #expect(Geodesic.wgs84.polygon(open) == Geodesic.wgs84.polygon(Self.manySided))
        // Asking early does not disturb what comes later.
        var accumulator = PolygonAccumulator()
        accumulator.add([open[0]])
        _ = accumulator.polygon()
        accumulator.add(Array(open[1...499]))
        _ = accumulator.polygon()
        accumulator.add(Array(open[500...]))
        #expect(accumulator.polygon() == Geodesic.wgs84.polygon(open))
    }

    @Test func degenerateRings() {
        let place = Coordinate(30, 50)
        #expect(Geodesic.wgs84.polygon([]) == .nothing)
        #expect(Geodesic.wgs84.polygon([place]) == .nothing)
        #expect(Geodesic.wgs84.polygon([place, place]) == .nothing)
        let there = Geodesic.wgs84.polygon([place, Coordinate(31, 50), place])
        #expect(there.signedArea == 0)
        #expect(
            abs(there.perimeter - 2 * Geodesic.wgs84.distance(from: place, to: Coordinate(31, 50))) < 1e-6)
        #expect(Geodesic.wgs84.length([]) == 0)
        #expect(Geodesic.wgs84.length([place]) == 0)
    }

    @Test(arguments: [-360.0, -180, -100, 143.5, 180, 360])
    func turningTheGlobeChangesNothing(shift: Double) {
        let ring = Self.manySided
        let whole = Geodesic.wgs84.polygon(ring)
        let turned = Geodesic.wgs84.polygon(ring.map { Coordinate($0.longitude + shift, $0.latitude) })
        // A shifted longitude is rounded to 3e-14°, which is 3 nanometres, over a thousand kilometres.
        #expect(abs(turned.signedArea - whole.signedArea) < 0.1)
        #expect(abs(turned.perimeter - whole.perimeter) < 1e-6)
    }

    @Test func lineAlongTheEquator() {
        let line = [Coordinate(170, 0), Coordinate(180, 0), Coordinate(-170, 0)]
        let expected = 6_378_137 * Double.pi / 9
        #expect(abs(Geodesic.wgs84.length(line) - expected) < 1e-6)
        // A line that comes back is not closed for free.
        #expect(abs(Geodesic.wgs84.length(line + [line[0]]) - 2 * expected) < 1e-6)
    }

    @Test func nonsenseGivesNaN() {
        let ring = [Coordinate(0, 0), Coordinate(1, 0), Coordinate(1, 91), Coordinate(0, 0)]
        #expect(Geodesic.wgs84.polygon(ring).signedArea.isNaN)
        #expect(Geodesic.wgs84.polygon(ring).perimeter.isNaN)
        #expect(Geodesic.wgs84.length([Coordinate(0, 0), Coordinate(.nan, 0)]).isNaN)
    }
}

extension GeodesicPolygon {
    static let nothing = Geodesic.wgs84.polygon([])
}
