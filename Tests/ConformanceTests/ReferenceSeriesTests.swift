// The daily maps of three months, and the change between two overlays of a benchmark's size.

import GEOSKit
import KGeo
import KGeoControl
import KGeoCore
import KGeoJSON
import KGeoMeasure
import TestSupport
import Testing

@Suite(
    "Series of real maps", .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.reason)))
struct ReferenceSeriesTests {
    static func maps(_ from: String, _ to: String) throws -> [GroundMap] {
        var reader = GroundReader()
        let (first, last) = (try #require(CalendarDate(iso: from)), try #require(CalendarDate(iso: to)))
        var maps: [GroundMap] = []
        for path in SharedFolder.files(in: "maps/occupied") {
            maps += try reader.maps(ByteSource(path: path)).filter { map in
                map.date.map { (first...last).contains($0) } ?? true
            }
        }
        return maps
    }

    /// The maps of a day are in the mirror's file of the day after. Sums over the 91 steps as shapely (GEOS) and GeographicLib give them, in km².
    @Test("May to July 2025: 92 maps, 1,553.088 km² gained, 28.400 lost")
    func months() throws {
        let series = try MapSeries(Self.maps("2025-04-30", "2025-07-30"))
        #expect(series.rows.count == 92)
        let geodesic = series.totals(.geodesic)
        #expect(abs(geodesic.old / 1e6 - 112_716.364) <= 0.001)
        #expect(abs(geodesic.new / 1e6 - 114_241.053) <= 0.001)
        #expect(abs(geodesic.gained / 1e6 - 1_553.088) <= 0.001)
        #expect(abs(geodesic.lost / 1e6 - 28.400) <= 0.001)
        #expect(abs(geodesic.closure / 1e6) <= 0.002)
        let lonlat = series.totals(.lonlat)
        #expect(abs(lonlat.old / 1e6 - 112_716.8985) <= 0.0001)
        #expect(abs(lonlat.new / 1e6 - 114_241.5891) <= 0.0001)
        #expect(abs(lonlat.gained / 1e6 - 1_553.0908) <= 0.0001)
        #expect(abs(lonlat.lost / 1e6 - 28.4003) <= 0.0001)
        #expect(abs(lonlat.closure / 1e6) <= 1e-6)
        #expect(series.missingDays == 0)
        #expect(series.rows.contains { $0.flags.contains(.repeated) })
    }
}

/// Two maps of which every vertex differs.

@Suite("Overlays of many crossings")
struct LargeOverlayTests {
    @Test("Ground of both as GEOS and the same kernel give it, to 1e-9")
    func unchanged() throws {
        var seed: UInt64 = 42
        func random() -> Double {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(seed >> 11) / 9_007_199_254_740_992
        }
        let n = 3_000
        var (before, after): ([Coordinate], [Coordinate]) = ([], [])
        for i in 0..<n {
            let t = Double(i) / Double(n)
            // A ragged square walked at even pace, its corners cut.
            let (x, y) =
                switch Int(t * 4) {
                case 0: (t * 4, 0.0)
                case 1: (1.0, t * 4 - 1)
                case 2: (3 - t * 4, 1.0)
                default: (0.0, 4 - t * 4)
                }
            func place(_ off: Double) -> Coordinate {
                Coordinate(35 + (x - 0.5) * (1 + off), 48 + (y - 0.5) * (1 + off))
            }
            let ragged = 0.01 * random()
            before.append(place(ragged))
            after.append(place(ragged + 0.004 * (random() - 0.5)))
        }
        let (a, b) = (
            Polygon(shell: Ring(before + before.prefix(1))), Polygon(shell: Ring(after + after.prefix(1)))
        )
        let change = try #require(try GroundChange(from: [a], to: [b]))
        let context = try Context()
        let common = try Shape(polygon: a, in: context).intersection(try Shape(polygon: b, in: context))
            .shape.polygons()
        let area = Measuring.area(of: common)
        #expect(change.gained.count > 500)
        #expect(abs(change.unchangedGeodesic / area.geodesicSquareMetres - 1) < 1e-9)
        #expect(abs(change.unchangedLonlat / area.lonlatSquareMetres - 1) < 1e-9)
    }
}
