// The running sums over the edges of a ring or line, whose places arrive in blocks; nothing of it is kept.

internal import KGeoCore
internal import PROJKit

/// Adds up length and the area under each edge of a path. Short edges go through the closed forms of
/// `ShortEdge`, two at a time; long ones, and those near a pole, one by one through PROJ (geodesic) and a
/// quadrature (lonlat).
///
/// Zone areas are taken relative to the path's own first latitude, so that a ring of a centimetre keeps its
/// digits. What is paired is decided by the places' numbers in the path, so the blocks they arrive in change no
/// bit of the result.
struct EdgeRun: ~Copyable {
    /// Places that wait to be paired: an even number of edges. The last one stays as the first of the next batch.
    private static var capacity: Int { 129 }
    /// Room for as many, and for one more that fills up an odd pair.
    private static var stride: Int { capacity + 1 }

    private let measuresArea: Bool
    // Of the places that wait: longitude, latitude, and what the series give.
    private let longitudes, latitudes, sines, cosines, zones: UnsafeMutablePointer<Double>
    private var waiting = 0

    private var zone = ReferenceZone(degrees: 0)
    private var node = LatitudeNode(degrees: 0, zone: 0)

    private var trapeziums = CompensatedPair()
    private var lengths = CompensatedPair()
    // Beside the trapeziums these are so small that their own rounding does not count.
    private var geodesicBulges = Pair()
    private var lonlatBulges = Pair()
    private var longLonlat = CompensatedSum()
    private var longLength = CompensatedSum()
    private var longGeodesic = CompensatedSum()
    /// Σ Δλ of the edges in `longGeodesic`, in degrees: their areas reach down to the equator.
    private var longTurn = CompensatedSum()
    /// Whole turns, in degrees, that the steps of longitude differ from the differences drawn.
    private var wraps = (lonlat: 0.0, geodesic: 0.0)

    /// Places so far.
    private(set) var count = 0
    private(set) var first = Coordinate(0, 0)
    private(set) var last = Coordinate(0, 0)
    private(set) var notes: [RingNote] = []
    /// The longest edge that PROJ has measured.
    private(set) var longest: LongEdge?
    /// Where the first edge of exactly 360° begins that is a whole turn.
    private(set) var fullTurnVertex: Int?
    /// Edges of exactly 360°, each a whole turn or nothing.
    private var fullTurns: [FullTurn] = []
    /// The longitudes of the first two places, and those of the last two places but those that wait.
    private var (second, beforeFirst): (Double?, Double?) = (nil, nil)

    /// An edge of exactly 360°, and what the edges before and after it say: it is a whole turn where both run along the
    /// meridian (`Longitude.isDrawnTurn`).
    private struct FullTurn {
        var vertex: Int
        var from, to: Double
        /// The longitudes before and after; nil as long as they are not known.
        var before, after: Double?
        /// Zone area below the edge, in m².
        var area: Double

        var isDrawn: Bool { before == from && after == to }
    }

    /// A path without places; of a line only the length is wanted.
    init(measuresArea: Bool) {
        self.measuresArea = measuresArea
        longitudes = .allocate(capacity: 5 * Self.stride)
        longitudes.initialize(repeating: 0, count: 5 * Self.stride)
        latitudes = longitudes + Self.stride
        sines = latitudes + Self.stride
        cosines = sines + Self.stride
        zones = cosines + Self.stride
    }

    deinit { longitudes.deallocate() }

    /// Forgets everything, ready for another path.
    mutating func reset() {
        waiting = 0
        trapeziums = CompensatedPair()
        lengths = CompensatedPair()
        geodesicBulges = SIMD2()
        lonlatBulges = SIMD2()
        longLonlat = CompensatedSum()
        longLength = CompensatedSum()
        longGeodesic = CompensatedSum()
        longTurn = CompensatedSum()
        wraps = (0, 0)
        count = 0
        first = Coordinate(0, 0)
        last = first
        if !notes.isEmpty { notes = [] }
        fullTurnVertex = nil
        longest = nil
        if !fullTurns.isEmpty { fullTurns = [] }
        (second, beforeFirst) = (nil, nil)
    }

    /// Takes in the next places.
    mutating func add(_ block: Span<Coordinate>) {
        guard !block.isEmpty else { return }
        if count == 0 {
            first = block[0]
            zone = ReferenceZone(degrees: first.latitude)
            node = LatitudeNode(degrees: first.latitude, zone: 0)
        }
        last = block[block.count - 1]
        var taken = 0
        while taken < block.count {
            let size = min(block.count - taken, Self.capacity - waiting)
            take(block.extracting(taken..<taken + size))
            taken += size
            if waiting == Self.capacity { measure() }
        }
    }

    /// Measures what still waits. To be called once, after the last place.
    mutating func finish() {
        measure()
        guard !fullTurns.isEmpty else { return }
        // Before the first edge of a ring comes the last, and the other way round.
        let isClosed = first == last && count > 3
        for i in fullTurns.indices {
            if isClosed, fullTurns[i].vertex == 0 { fullTurns[i].before = beforeFirst }
            if isClosed, fullTurns[i].after == nil { fullTurns[i].after = second }
            let turn = fullTurns[i]
            guard turn.isDrawn else { continue }
            longLonlat.add(turn.area)
            wraps.lonlat += turn.to - turn.from
            fullTurnVertex = fullTurnVertex ?? turn.vertex
        }
    }

    // MARK: Places

    /// Puts places among those that wait.
    private mutating func take(_ block: Span<Coordinate>) {
        var node = node
        let size = block.count
        var i = 0
        while i < size {
            let (here, next) = (block[i], block[min(i + 1, size - 1)])
            let at = waiting + i
            longitudes[at] = here.longitude
            latitudes[at] = here.latitude
            let offsets = SIMD2(here.latitude, next.latitude) - node.degrees
            let near = offsets.isWithin(LatitudeNode.reach)
            if all(near), i + 1 < size {
                longitudes[at + 1] = next.longitude
                latitudes[at + 1] = next.latitude
                let values = node.values(offsets)
                sines.store(values.sine, at: at)
                cosines.store(values.cosine, at: at)
                zones.store(values.zone, at: at)
                i += 2
                continue
            }
            if !near[0], abs(here.latitude) <= ShortEdge.highestLatitude {
                node = LatitudeNode(
                    degrees: here.latitude, zone: zone.zone(offset: here.latitude - zone.degrees))
            }
            // Of a place too near a pole the values are not used.
            let values = node.values(SIMD2(repeating: here.latitude - node.degrees))
            sines[at] = values.sine[0]
            cosines[at] = values.cosine[0]
            zones[at] = values.zone[0]
            i += 1
        }
        self.node = node
        waiting += size
        count += size
    }

    // MARK: Edges

    /// Measures the edges between the places that wait.
    private mutating func measure() {
        guard waiting > 1 else { return }
        let edges = waiting - 1
        let before = count - waiting
        if before == 0 || !fullTurns.isEmpty { begin(at: before) }
        // An edge that is missing in the last pair is one from the last place to itself.
        if edges % 2 == 1 { copy(from: waiting - 1, to: waiting) }
        // The sums stand in registers while the loop runs.
        var (trapeziums, lengths) = (trapeziums, lengths)
        var (geodesicBulges, lonlatBulges) = (geodesicBulges, lonlatBulges)
        var i = 0
        while i < edges {
            let (here, next) = (latitudes.pair(at: i), latitudes.pair(at: i + 1))
            let latitudeStep = next - here
            let longitudeStep = longitudes.pair(at: i + 1) - longitudes.pair(at: i)
            let edge = ShortEdge(
                latitudeStep: latitudeStep, longitudeStep: longitudeStep,
                sines: sines.pair(at: i) + sines.pair(at: i + 1),
                cosines: cosines.pair(at: i) + cosines.pair(at: i + 1),
                zones: zones.pair(at: i) + zones.pair(at: i + 1))
            let isSmall =
                latitudeStep.isWithin(ShortEdge.widest.latitude)
                .& longitudeStep.isWithin(ShortEdge.widest.longitude)
                .& (edge.length .<= ShortEdge.reach(here, next))
            let hasGoodLength =
                here.isWithin(ShortEdge.highestLatitudeForLength)
                .& next.isWithin(ShortEdge.highestLatitudeForLength)
            if all(isSmall .& hasGoodLength) {
                lengths.add(edge.length)
                trapeziums.add(edge.trapezium)
                geodesicBulges += edge.geodesicBulge
                lonlatBulges += edge.lonlatBulge
                i += 2
                continue
            }
            let isShort =
                isSmall .& here.isWithin(ShortEdge.highestLatitude)
                .& next.isWithin(ShortEdge.highestLatitude)
            lengths.add(edge.length.replacing(with: 0, where: .!(isShort .& hasGoodLength)))
            trapeziums.add(edge.trapezium.replacing(with: 0, where: .!isShort))
            geodesicBulges += edge.geodesicBulge.replacing(with: 0, where: .!isShort)
            lonlatBulges += edge.lonlatBulge.replacing(with: 0, where: .!isShort)
            for lane in 0..<min(2, edges - i) {
                if !isShort[lane] {
                    addLong(at: i + lane, vertex: before + i + lane)
                } else if !hasGoodLength[lane] {
                    longLength.add(
                        Geodesic.wgs84.distance(from: place(i + lane), to: place(i + lane + 1)))
                }
            }
            i += 2
        }
        self.trapeziums = trapeziums
        self.lengths = lengths
        self.geodesicBulges = geodesicBulges
        self.lonlatBulges = lonlatBulges
        beforeFirst = longitudes[waiting - 2]
        copy(from: waiting - 1, to: 0)
        waiting = 1
    }

    /// Keeps what edges of exactly 360° have to know of the edge that begins a batch.
    private mutating func begin(at place: Int) {
        if place == 0 { second = longitudes[1] }
        if let last = fullTurns.indices.last, fullTurns[last].vertex + 1 == place {
            fullTurns[last].after = longitudes[1]
        }
    }

    /// A place that waits.
    private func place(_ at: Int) -> Coordinate { Coordinate(longitudes[at], latitudes[at]) }

    /// An edge of any length between places that wait.
    private mutating func addLong(at: Int, vertex: Int) {
        let (from, to) = (place(at), place(at + 1))
        addLong(from, to, vertex: vertex)
        let step = to.longitude - from.longitude
        guard abs(step) == 360, measuresArea else { return }
        // Nothing, until the edges beside it say that it is a whole turn.
        fullTurns.append(
            FullTurn(
                vertex: vertex, from: from.longitude, to: to.longitude,
                before: at > 0 ? longitudes[at - 1] : beforeFirst,
                after: at + 2 < waiting ? longitudes[at + 2] : nil,
                area: step * Ellipsoid.radiansPerDegree * zone.mean(from.latitude, to.latitude)))
    }

    private func copy(from source: Int, to target: Int) {
        longitudes[target] = longitudes[source]
        latitudes[target] = latitudes[source]
        sines[target] = sines[source]
        cosines[target] = cosines[source]
        zones[target] = zones[source]
    }

    /// One edge of any length, anywhere.
    private mutating func addLong(_ from: Coordinate, _ to: Coordinate, vertex: Int) {
        guard measuresArea else {
            longLength.add(Geodesic.wgs84.distance(from: from, to: to))
            noteLong(to.longitude - from.longitude, vertex: vertex)
            return
        }
        let edge = Geodesic.wgs84.edge(from: from, to: to)
        longLength.add(edge.distance)
        if edge.distance > longest?.metres ?? 0 {
            longest = LongEdge(vertex: vertex, place: from, metres: edge.distance)
        }
        addGeodesic(from, to, area: edge.areaToEquator)
        let raw = to.longitude - from.longitude
        var step = Longitude.step(from.longitude, to.longitude)
        if step != raw {
            notes.append(.longEdge(vertex: vertex))
        } else if abs(step) == 360 {
            step = 0
        } else if abs(step) == 180 {
            notes.append(.halfTurnEdge(vertex: vertex))
        }
        wraps.lonlat += step - raw
        if step != 0 {
            longLonlat.add(
                step * Ellipsoid.radiansPerDegree * zone.mean(from.latitude, to.latitude))
        }
    }

    /// Notes an edge of a line that may not have been meant the way it is taken.
    private mutating func noteLong(_ raw: Double, vertex: Int) {
        if abs(raw) == 360 {
            notes.append(.fullTurnEdge(vertex: vertex))
        } else if abs(raw) > 180 {
            notes.append(.longEdge(vertex: vertex))
        } else if abs(raw) == 180 {
            notes.append(.halfTurnEdge(vertex: vertex))
        }
    }

    /// The area between a geodesic and the equator. A whole turn of longitude is no edge for a geodesic; half a
    /// turn is taken the way it is drawn, as PROJ takes it.
    private mutating func addGeodesic(_ from: Coordinate, _ to: Coordinate, area: Double) {
        let raw = to.longitude - from.longitude
        var step = Longitude.step(from.longitude, to.longitude)
        if abs(step) == 360 { step = 0 }
        if abs(step) == 180 { step = raw < 0 ? -180 : 180 }
        longGeodesic.add(area)
        longTurn.add(step)
        wraps.geodesic += step - raw
    }

    // MARK: Results

    /// Length in m.
    var metres: Double { lengths.added(to: longLength) }

    /// Σ Δλ in degrees, edges taken as drawn: 0, or ±360 when a ring encircles a pole.
    var turn: Double { last.longitude - first.longitude + wraps.lonlat }

    /// Area in m² between the edges and the parallel of the first place, edges straight in longitude and
    /// latitude.
    private var lonlatSum: Double { trapeziums.added(to: longLonlat) + (lonlatBulges[0] + lonlatBulges[1]) }

    /// The lonlat area in m², never negative. Around a pole it is that of the cap, taken as the zone between the
    /// reference and that pole less what the ring keeps off it, so that a small cap keeps its digits.
    var lonlatSquareMetres: Double {
        guard abs(turn) > 180 else { return abs(lonlatSum) }
        return abs(zone.cap(besides: turn < 0 ? -lonlatSum : lonlatSum, turns: abs(turn) / 360))
    }

    /// Whether it runs anticlockwise with edges straight in longitude and latitude; around a pole, eastward.
    var isDrawnAnticlockwise: Bool { abs(turn) > 180 ? turn > 0 : lonlatSum <= 0 }

    /// The geodesic area in m², positive for a ring that runs anticlockwise, and no more in size than half the
    /// ellipsoid: what is larger is counted as its complement, with the other sign, as PROJ does. The ring is
    /// closed here if it is not.
    mutating func signedGeodesicSquareMetres() -> Double {
        if last != first, count > 1 {
            let edge = Geodesic.wgs84.edge(from: last, to: first)
            longLength.add(edge.distance)
            addGeodesic(last, first, area: edge.areaToEquator)
            last = first
        }
        var sum = longGeodesic
        sum.add(-longTurn.value * Ellipsoid.radiansPerDegree * zone.value)
        let drawn = trapeziums.added(to: sum) + (geodesicBulges[0] + geodesicBulges[1])
        let turns = ((last.longitude - first.longitude + wraps.geodesic) / 360).rounded()
        let half = 2 * .pi * Ellipsoid.zone(sine: 1)
        var area = drawn
        if turns.remainder(dividingBy: 2) != 0 {
            let cap = zone.cap(besides: turns < 0 ? -drawn : drawn, turns: 1)
            area = turns < 0 ? -cap : cap
            area += (turns < 0 ? turns + 1 : turns - 1) * 2 * .pi * zone.value
        } else {
            area += turns * 2 * .pi * zone.value
        }
        area = area.remainder(dividingBy: 2 * half)
        return area == half ? area : -area
    }
}

extension UnsafeMutablePointer<Double> {
    /// Two neighbours.
    @inline(__always)
    fileprivate func pair(at i: Int) -> Pair { SIMD2(self[i], self[i + 1]) }

    @inline(__always)
    fileprivate func store(_ pair: Pair, at i: Int) {
        self[i] = pair[0]
        self[i + 1] = pair[1]
    }
}

extension Pair {
    /// Which of them are at most `limit` in size; none that is no number.
    @inline(__always)
    func isWithin(_ limit: Double) -> SIMDMask<SIMD2<Int64>> { self * self .<= limit * limit }
}
