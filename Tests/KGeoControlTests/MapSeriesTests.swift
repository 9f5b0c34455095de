// Changes and series on drawn ground: what must hold whatever the ground, and what is flagged.

import KGeo
import KGeoControl
import KGeoCore
import KGeoMeasure
import Testing

func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

func polygon(_ places: [(Double, Double)]) -> Polygon {
    let corners = places.map { Coordinate($0.0, $0.1) }
    return Polygon(shell: Ring(corners + corners.prefix(1)))
}

func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Polygon {
    polygon([(west, south), (east, south), (east, north), (west, north)])
}

func map(_ date: String?, _ polygons: [Polygon], sigma: Double? = nil, file: String = "m") throws -> GroundMap
{
    let parts = polygons.isEmpty ? [] : [ControlPart(polygons: polygons, boundaryError: sigma)]
    return GroundMap(file: file, date: try date.map(day), ground: try DissolvedGround(parts))
}

/// A generator with a seed, so that a failure comes again.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

@Suite("Change between two maps")
struct MapChangeTests {
    @Test("What was gained less what was lost is the net, in both models; a day's share of it")
    func sums() throws {
        let old = try map("2025-05-01", [box(35, 50, 36, 51)], sigma: 300)
        let new = try map("2025-05-11", [box(35.1, 50, 36.1, 51)], sigma: 300)
        let change = try MapChange(from: old, to: new, settings: ChangeSettings())
        #expect(change.days == 10)
        #expect(change.patches.count == 2 && change.patches.contains(where: \.isNoise) == false)
        let ground = change.ground
        let net = ground.newArea.lonlatSquareMetres - ground.oldArea.lonlatSquareMetres
        #expect(
            abs(ground.gainedArea.lonlatSquareMetres - ground.lostArea.lonlatSquareMetres - net)
                < 1e-9 * ground.newArea.lonlatSquareMetres)
        let strip = Measuring.area(of: box(36, 50, 36.1, 51)).geodesicSquareMetres
        #expect(abs(change.gained.value - strip) < 1e-3 * strip)
        #expect(change.net.isSigned && abs(change.net.value) < 1e3)
        let rate = try #require(change.perDay(change.gained))
        #expect(rate.squareMetres == change.gained.value / 10)
        // Of ten days ± 0.7 the time is known to 7 %.
        #expect(rate.u > 0.0707 * rate.squareMetres && rate.u < 0.08 * rate.squareMetres)
    }

    @Test("The error is that of the outline that changed alone")
    func error() throws {
        let old = try map("2025-05-01", [box(30, 45, 40, 51)], sigma: 300)
        let same = try MapChange(
            from: old, to: try map("2025-05-02", [box(30, 45, 40, 51)], sigma: 300),
            settings: ChangeSettings())
        #expect(same.patches.isEmpty && same.net.value == 0 && same.net.u == 0)
        let new = try map("2025-05-02", [box(30, 45, 40, 51), box(41, 50, 41.1, 50.1)], sigma: 300)
        let small = try MapChange(from: old, to: new, settings: ChangeSettings())
        let alone = try MapChange(
            from: try map("2025-05-01", []), to: try map("2025-05-02", [box(41, 50, 41.1, 50.1)], sigma: 300),
            settings: ChangeSettings())
        #expect(abs(small.net.u - alone.net.u) < 1e-3 * alone.net.u)
        #expect(alone.advance == nil)
    }

    @Test("A line redrawn with 100 m of jitter is noise, its net within its error of zero")
    func jitter() throws {
        var random = Seeded(state: 5)
        // A front of 200 vertices about 1 km apart along the eastern side of the ground.
        func front(_ metres: Double) -> [(Double, Double)] {
            (0...200).map { i in
                let off = Double.random(in: -1...1, using: &random) * metres * 3.0.squareRoot()
                return (37 + off / 71_500, 49 + Double(i) * 0.009)
            }
        }
        let west = [(35.0, 50.8), (35.0, 49.0)]
        let old = try map("2025-05-01", [polygon(front(100) + west)])
        let new = try map("2025-05-02", [polygon(front(100) + west)])
        let change = try MapChange(from: old, to: new, settings: ChangeSettings())
        #expect(change.patches.count > 50)
        #expect(!change.patches.contains { !$0.isNoise })
        #expect(abs(change.net.value) <= 2 * change.net.u)
        #expect(change.realGained.value == 0 && change.realLost.value == 0 && change.advance == nil)
        // Nothing is deleted: raw and noise are both there.
        let noise = change.noise(gained: true).geodesicSquareMetres
        #expect(noise > 0 && abs(noise - change.gained.value) < 1)
        // The same with a real bulge of 5 km: that alone is left.
        var pushed = front(100)
        for i in 80...120 { pushed[i].0 += 5_000 / 71_500.0 }
        let moved = try MapChange(
            from: old, to: try map("2025-05-03", [polygon(pushed + west)]), settings: ChangeSettings())
        #expect(moved.patches.count { !$0.isNoise } == 1)
        // 40 km by 5 km.
        #expect(abs(moved.realGained.value / 1e6 - 200) < 15)
        let advance = try #require(moved.advance)
        #expect(abs(advance.greatestMetres - 5_000) < 500 && ["E", "ENE", "ESE"].contains(advance.wind))
        #expect(abs(advance.meanMetres - 4_700) < 600)
        // With k = 0 nothing is noise.
        var settings = ChangeSettings()
        settings.noiseFactor = 0
        #expect(
            try MapChange(from: old, to: new, settings: settings).patches.contains(where: \.isNoise) == false)
    }

    @Test("A retreat is measured from the line as it was, as an advance is")
    func retreat() throws {
        // A front of 80 km along 36 E, and a salient of 4 km by 20 km east of it, all of which is lost.
        let whole = box(35, 50, 36, 50.72)
        let salient = box(36, 50.3, 36.28, 50.336)
        let old = try map("2025-05-01", [whole, salient], sigma: 100)
        let new = try map("2025-05-02", [whole], sigma: 100)
        let lost = try MapChange(from: old, to: new, settings: ChangeSettings())
        let retreat = try #require(lost.retreat)
        #expect(lost.advance == nil && lost.patches.count == 1)
        // Its ground lies within 2 km of the line as it was, which runs along three of its sides: 44 km.
        #expect(abs(retreat.frontMetres - 43_900) < 500, "\(retreat.frontMetres)")
        #expect(abs(retreat.meanMetres - 79.6e6 / 43_900) < 100, "\(retreat.meanMetres)")
        // The ground of an old line that is now the new one's lies farther from it.
        #expect(abs(retreat.greatestMetres - 2_000) < 50, "\(retreat.greatestMetres)")
        // A pocket that is lost as a whole was as deep as its middle, though all of its outline is the line as it was.
        let pocket = box(38, 50, 38.28, 50.18)
        let gone = try MapChange(
            from: try map(nil, [whole, pocket]), to: try map(nil, [whole]), settings: ChangeSettings())
        let middle = try #require(gone.retreat)
        #expect(abs(middle.greatestMetres - 9_950) < 150, "\(middle.greatestMetres)")
        #expect(middle.meanMetres < middle.greatestMetres)
        // Both ways: what moves forward by 5 km, and what moves back by 5 km, is 5 km.
        func front(_ east: Double) -> Polygon { box(35, 50, east, 50.72) }
        let east = 5_000 / Measuring.distance(Coordinate(36, 50.36), Coordinate(37, 50.36))
        let forward = try MapChange(
            from: try map(nil, [front(36)]), to: try map(nil, [front(36 + east)]), settings: ChangeSettings())
        let back = try MapChange(
            from: try map(nil, [front(36)]), to: try map(nil, [front(36 - east)]), settings: ChangeSettings())
        let (a, b) = (try #require(forward.advance), try #require(back.retreat))
        #expect(abs(a.greatestMetres - 5_000) < 50 && abs(a.meanMetres - 5_000) < 50)
        #expect(forward.retreat == nil && back.advance == nil)
        #expect(abs(b.greatestMetres - 5_000) < 50, "\(b.greatestMetres)")
    }

    @Test("A piece is noise by its thickest place, not by its area")
    func thickness() throws {
        let old = try map("2025-05-01", [box(35, 50, 36, 51)], sigma: 250)
        // 60 km by 500 m is thinner than 707 m, 1 km by 1 km is not.
        let thin = try MapChange(
            from: old,
            to: try map("2025-05-02", [box(35, 50, 36, 51), box(37, 50, 37.0070, 50.55)], sigma: 250),
            settings: ChangeSettings())
        #expect(thin.patches.map(\.isNoise) == [true])
        #expect(abs(thin.patches[0].thresholdMetres - 2 * 250 * 2.0.squareRoot()) < 1e-6)
        let thick = try MapChange(
            from: old,
            to: try map("2025-05-02", [box(35, 50, 36, 51), box(37, 50, 37.014, 50.009)], sigma: 250),
            settings: ChangeSettings())
        #expect(thick.patches.map(\.isNoise) == [false])
    }

    @Test("Cut by regions, the rows add up to the whole, and what lies outside all is a row")
    func regions() throws {
        let old = try map("2025-05-01", [box(35, 50, 36, 51)], sigma: 300)
        let new = try map("2025-05-02", [box(35, 50, 36.4, 51.2)], sigma: 300)
        var settings = ChangeSettings()
        settings.errors.edges = .lonlat
        let change = try MapChange(from: old, to: new, settings: settings)
        let rows = try change.by(
            try GroundRegions([("west", [box(34, 49, 35.5, 52)]), ("east", [box(35.5, 49, 36.2, 52)])]),
            settings: settings)
        #expect(rows.map(\.name) == ["west", "east", "outside"])
        let gained = rows.reduce(0) { $0 + $1.gained.value }
        #expect(abs(gained - change.gained.value) < 1e-9 * change.gained.value)
        let old2 = rows.reduce(0) { $0 + $1.old }
        #expect(abs(old2 - change.ground.oldArea.lonlatSquareMetres) < 1e-9 * old2)
        #expect(rows[2].old == 0 && rows[2].gained.value > 0)
    }
}

@Suite("Series of maps")
struct MapSeriesTests {
    @Test("In order of dates, whatever order they come in; sums close exactly in lonlat")
    func sums() throws {
        let maps = try [
            map("2025-05-03", [box(35, 50, 36.3, 51)]), map("2025-05-01", [box(35, 50, 36, 51)]),
            map("2025-05-02", [box(35.05, 50, 36.2, 51.1)]),
        ]
        let series = try MapSeries(maps)
        #expect(series.rows.map(\.map.name) == ["2025-05-01", "2025-05-02", "2025-05-03"])
        let totals = series.totals(.lonlat)
        #expect(abs(totals.closure) < 1e-6 * 1e6)
        // Cut at a corner, a geodesic edge of a degree is another line.
        #expect(abs(series.totals(.geodesic).closure) < 1e-3 * totals.new)
        #expect(series.missingDays == 0)
        #expect(!series.rows.contains { !$0.flags.isEmpty })
    }

    @Test(
        "Missing days, a repeated map, the first change after it, and a jump are flagged; nothing is patched")
    func flags() throws {
        var maps: [GroundMap] = []
        var east = 36.0
        for i in 1...20 where i != 9 {
            if i != 13 { east += i == 17 ? 0.5 : 0.01 }
            maps.append(try map("2025-05-\(i < 10 ? "0" : "")\(i)", [box(35, 50, east, 51)]))
        }
        let series = try MapSeries(maps)
        func flags(_ date: String) -> [MapFlag] { series.rows.first { $0.map.name == date }?.flags ?? [] }
        #expect(flags("2025-05-10") == [.gap])
        #expect(flags("2025-05-13") == [.repeated])
        #expect(flags("2025-05-14") == [.catchUp])
        #expect(flags("2025-05-17") == [.jump])
        #expect(series.rows.count { !$0.flags.isEmpty } == 4 && series.missingDays == 1)
    }

    @Test("Maps without a date or none at all are errors; a second map of one day is flagged")
    func refused() throws {
        let a = try map("2025-05-01", [box(35, 50, 36, 51)], file: "a.geojson")
        let undated = try map(nil, [], file: "b.geojson")
        #expect(throws: Problem.self) { try MapSeries([a, undated]) }
        do { _ = try MapSeries([a, undated]) } catch { #expect(error.place.file == "b.geojson") }
        let twice = try MapSeries([a, a])
        #expect(twice.rows[1].flags == [.sameDay, .repeated] && twice.rows[1].days == 0)
        #expect(throws: Problem.self) { try MapSeries([]) }
        #expect(try MapSeries([a]).rows.count == 1)
    }

    @Test("Empty ground gains everything and loses everything")
    func empty() throws {
        let series = try MapSeries([
            map("2025-05-01", []), map("2025-05-02", [box(35, 50, 36, 51)]), map("2025-05-03", []),
        ])
        let steps = series.rows.compactMap(\.step)
        #expect(steps[0].gainedArea == steps[1].lostArea)
        #expect(steps[0].lostArea.geodesicSquareMetres == 0 && steps[1].gainedArea.geodesicSquareMetres == 0)
    }

    @Test("Random control maps: conservation holds at every step")
    func random() throws {
        var random = Seeded(state: 17)
        var maps: [GroundMap] = []
        for i in 1...28 {
            let boxes = (0..<6).map { _ in
                let (x, y) = (
                    (Double.random(in: 35...37, using: &random) * 50).rounded() / 50,
                    (Double.random(in: 48...50, using: &random) * 50).rounded() / 50
                )
                return box(x, y, x + 0.3, y + 0.2)
            }
            maps.append(try map("2025-02-\(i < 10 ? "0" : "")\(i)", boxes))
        }
        let totals = try MapSeries(maps).totals(.lonlat)
        #expect(abs(totals.closure) < 1e-9 * totals.gained)
    }
}
