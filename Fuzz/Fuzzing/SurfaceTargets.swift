// Bytes as surfaces on a small lattice: overlay, shares, unions and validity against exact whole-number arithmetic.
//
// Corners are whole numbers below 64, moved to a place of the globe where doubles are fine, coarse or change their
// size. What is inside is asked at places of a lattice 64 times as fine, in whole numbers, by counting crossings;
// validity is asked by comparing every edge with every other.

import KGeoCore
import KGeoOverlay

let surfaceTargets = [
    FuzzTarget(
        name: "overlay", oracle: "parts common and apart hold just the places that they should, and add up",
        run: overlay),
    FuzzTarget(name: "share", oracle: "each region's piece holds just the places in both", run: share),
    FuzzTarget(name: "dissolve", oracle: "a union holds just the places of its parts", run: dissolve),
    FuzzTarget(name: "validity", oracle: "every pair of edges, in whole numbers", run: validity),
]

/// A corner of the lattice.
private struct Corner: Hashable, CustomStringConvertible {
    var x, y: Int
    var description: String { "\(x) \(y)" }
}

/// What bytes are read as.
private struct Lattice {
    var rest: ArraySlice<UInt8>
    let origin: (Double, Double)
    let step: Double

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
        let places = [
            (0.0, 0.0), (35.2, 51.3), (179.5, -17), (-0.1, 51.4), (5, 2), (20, 87), (-179.9, 66), (-32, -32),
        ]
        origin = places[Int(rest.popFirst() ?? 0) % places.count]
        // Powers of two keep corners exact near all of these places.
        step = [1, 1.0 / 1_024, 1.0 / 64, 1.0 / 1_048_576][Int(rest.popFirst() ?? 0) % 4]
    }

    mutating func ring() -> [Corner]? {
        guard let count = rest.popFirst().map({ 3 + Int($0) % 10 }), rest.count >= 2 * count else {
            return nil
        }
        return (0..<count).map { _ in Corner(x: Int(rest.removeFirst()) % 64, y: Int(rest.removeFirst()) % 64)
        }
    }

    func place(_ corner: Corner) -> Coordinate {
        let limit = step == 1 ? 1.0 / 64 : step
        return Coordinate(
            (origin.0 * 1_024).rounded() / 1_024 + Double(corner.x) * limit,
            (origin.1 * 1_024).rounded() / 1_024 + Double(corner.y) * limit)
    }
    func polygon(_ ring: [Corner]) -> Polygon { Polygon(shell: Ring((ring + [ring[0]]).map { place($0) })) }

    /// Probes: odd places of a lattice 64 times as fine, so that none lies on a corner's line of the lattice.
    func probes(_ rings: [[Corner]]) -> [Corner] {
        var probes: [Corner] = []
        for i in 0..<12 {
            for j in 0..<12 { probes.append(Corner(x: i * 341 + 17, y: j * 341 + 29)) }
        }
        // Near the corners and the middles of edges too.
        for ring in rings {
            for (i, a) in ring.enumerated() {
                let b = ring[(i + 1) % ring.count]
                probes.append(Corner(x: 32 * (a.x + b.x) + 1, y: 32 * (a.y + b.y) + 1))
                probes.append(Corner(x: 32 * (a.x + b.x) - 1, y: 32 * (a.y + b.y) - 1))
                probes.append(Corner(x: 64 * a.x + 1, y: 64 * a.y - 1))
            }
        }
        return probes
    }
    func fine(_ probe: Corner) -> Coordinate {
        let limit = (step == 1 ? 1.0 / 64 : step) / 64
        return Coordinate(
            (origin.0 * 1_024).rounded() / 1_024 + Double(probe.x) * limit,
            (origin.1 * 1_024).rounded() / 1_024 + Double(probe.y) * limit)
    }
}

// MARK: Whole numbers

private func turn(_ a: Corner, _ b: Corner, _ c: Corner) -> Int {
    ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).signum()
}

/// Whether a probe is inside; nil within a sixteenth of the fine lattice of an edge, where doubles need not tell.
private func holds(_ ring: [Corner], _ probe: Corner) -> Bool? {
    var inside = false
    for (i, first) in ring.enumerated() {
        let (p, q) = (first, ring[(i + 1) % ring.count])
        let (a, b) = (Corner(x: p.x * 64, y: p.y * 64), Corner(x: q.x * 64, y: q.y * 64))
        let cross = (b.x - a.x) * (probe.y - a.y) - (b.y - a.y) * (probe.x - a.x)
        let square = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)
        let along = (b.x - a.x) * (probe.x - a.x) + (b.y - a.y) * (probe.y - a.y)
        if cross * cross * 256 < square && along >= -128 * 64 && along <= square + 128 * 64 { return nil }
        if (a.y > probe.y) != (b.y > probe.y), (cross > 0) == (b.y > a.y) { inside.toggle() }
    }
    return inside
}

/// Whether a ring is simple, by comparing all edges.
private func isSimple(_ given: [Corner]) -> Bool {
    // A corner repeated at once is one corner.
    let ring = given.indices.filter { given[$0] != given[($0 + 1) % given.count] }.map { given[$0] }
    let n = ring.count
    guard Set(ring).count == n else { return false }
    var doubled = 0
    for i in 0..<n { doubled += ring[i].x * ring[(i + 1) % n].y - ring[(i + 1) % n].x * ring[i].y }
    guard doubled != 0 else { return false }
    for i in 0..<n {
        let (a, b) = (ring[i], ring[(i + 1) % n])
        for j in (i + 1)..<n {
            let (c, d) = (ring[j], ring[(j + 1) % n])
            let next = j == i + 1
            let last = i == 0 && j == n - 1
            if next || last {
                // Neighbours share a corner, and nothing else.
                let (from, corner, to) = next ? (a, b, d) : (c, a, b)
                if turn(from, corner, to) == 0,
                    (from.x - corner.x) * (to.x - corner.x) + (from.y - corner.y) * (to.y - corner.y) > 0
                {
                    return false
                }
                continue
            }
            if meets(a, b, c, d) { return false }
        }
    }
    return true
}

private func meets(_ a: Corner, _ b: Corner, _ c: Corner, _ d: Corner) -> Bool {
    let (s, t, u, v) = (turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b))
    if s != t && u != v && s * t <= 0 && u * v <= 0 { return true }
    func lies(_ p: Corner, _ a: Corner, _ b: Corner) -> Bool {
        min(a.x, b.x) <= p.x && p.x <= max(a.x, b.x) && min(a.y, b.y) <= p.y && p.y <= max(a.y, b.y)
    }
    return (s == 0 && lies(c, a, b)) || (t == 0 && lies(d, a, b)) || (u == 0 && lies(a, c, d))
        || (v == 0 && lies(b, c, d))
}

/// How often a place lies in polygons given in doubles; crossings are counted, holes by themselves.
private func covers(_ polygons: [Polygon], _ place: Coordinate) -> Int {
    polygons.count { polygon in
        var inside = false
        for ring in polygon.rings {
            let c = ring.coordinates
            for i in c.indices.dropLast() {
                let (a, b) = (c[i], c[i + 1])
                guard (a.latitude > place.latitude) != (b.latitude > place.latitude) else { continue }
                let x =
                    a.longitude + (place.latitude - a.latitude) / (b.latitude - a.latitude)
                    * (b.longitude - a.longitude)
                if place.longitude < x { inside.toggle() }
            }
        }
        return inside
    }
}

private func squareDegrees(_ polygons: [Polygon]) -> Double {
    polygons.reduce(0) { sum, polygon in
        sum
            + polygon.rings.enumerated().reduce(0) { own, ring in
                let c = ring.element.coordinates
                guard let o = c.first else { return own }
                var doubled = 0.0
                for i in c.indices.dropLast() {
                    doubled +=
                        (c[i].longitude - o.longitude) * (c[i + 1].latitude - o.latitude)
                        - (c[i + 1].longitude - o.longitude) * (c[i].latitude - o.latitude)
                }
                return own + (ring.offset == 0 ? 1 : -1) * abs(doubled) / 2
            }
    }
}

// MARK: Targets

private func validity(_ bytes: [UInt8]) {
    var lattice = Lattice(bytes)
    guard let ring = lattice.ring() else { return }
    guard let findings = try? SurfaceValidity.findings([lattice.polygon(ring)]) else { failed("not told") }
    // What touches itself in a point may be a hole written into the shell; what crosses itself may not pass.
    let isRight = findings.isEmpty ? !crosses(ring) : !isSimple(ring)
    if !isRight {
        failed("\(findings.map { "\($0.reason) at \(String(describing: $0.place))" }) for \(ring)")
    }
}

/// Whether two edges cross within both.
private func crosses(_ ring: [Corner]) -> Bool {
    let n = ring.count
    for i in 0..<n {
        for j in i + 1..<max(i + 1, n) {
            let (a, b, c, d) = (ring[i], ring[(i + 1) % n], ring[j], ring[(j + 1) % n])
            if turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0 { return true }
        }
    }
    return false
}

/// Simple rings that bytes hold.
private func rings(_ lattice: inout Lattice, atMost most: Int) -> [[Corner]] {
    var rings: [[Corner]] = []
    while rings.count < most, let ring = lattice.ring() {
        if isSimple(ring) { rings.append(ring) }
    }
    return rings
}

private func overlay(_ bytes: [UInt8]) {
    var lattice = Lattice(bytes)
    let rings = rings(&lattice, atMost: 2)
    guard rings.count == 2 else { return }
    let polygons = rings.map { lattice.polygon($0) }
    let result: ExactOverlay.Comparison
    do throws(Problem) { result = try ExactOverlay.comparison(of: [polygons[0]], and: [polygons[1]]) } catch {
        failed("refused: \(error)")
    }
    for probe in lattice.probes(rings) {
        guard let a = holds(rings[0], probe), let b = holds(rings[1], probe) else { continue }
        let place = lattice.fine(probe)
        let found = (covers(result.both, place), covers(result.first, place), covers(result.second, place))
        if found != (a && b ? 1 : 0, a && !b ? 1 : 0, b && !a ? 1 : 0) { failed("\(found) at \(place)") }
    }
    let (both, first, second) = (
        squareDegrees(result.both), squareDegrees(result.first), squareDegrees(result.second)
    )
    let whole = (squareDegrees([polygons[0]]), squareDegrees([polygons[1]]))
    // A millionth of a metre along the outlines beside a part of the whole: what rounding of crossings comes to.
    let allowed = 1e-9 * max(whole.0, whole.1) + 1e-11 * polygons.reduce(0) { $0 + degrees($1) }
    if abs(both + first - whole.0) > allowed || abs(both + second - whole.1) > allowed {
        failed("parts do not add up: \(both), \(first), \(second) of \(whole)")
    }
}

/// The length of a shell, in degrees.
private func degrees(_ polygon: Polygon) -> Double {
    let c = polygon.shell?.coordinates ?? []
    return zip(c, c.dropFirst()).reduce(0) {
        $0 + abs($1.0.longitude - $1.1.longitude) + abs($1.0.latitude - $1.1.latitude)
    }
}

private func dissolve(_ bytes: [UInt8]) {
    var lattice = Lattice(bytes)
    let rings = rings(&lattice, atMost: 6)
    guard !rings.isEmpty else { return }
    let polygons = rings.map { lattice.polygon($0) }
    do throws(Problem) {
        let union = try ExactOverlay.union(polygons).polygons
        check(union, rings, lattice) { $0.contains(true) }
        if try SurfaceValidity.findings(union).contains(where: \.isError) {
            failed("a union that is not valid")
        }
    } catch { failed("refused: \(error)") }
}

private func share(_ bytes: [UInt8]) {
    var lattice = Lattice(bytes)
    let rings = rings(&lattice, atMost: 3)
    guard rings.count >= 2 else { return }
    let polygons = rings.map { lattice.polygon($0) }
    do throws(Problem) {
        let pieces = try ExactOverlay.pieces(of: [polygons[0]], in: polygons.dropFirst().map { [$0] })
        // Where regions lie over each other the first has the ground.
        for (i, piece) in pieces.regions.enumerated() {
            check(piece, [rings[0]] + rings[1...i + 1], lattice) { inside in
                inside[0] && inside[i + 1] && !inside[1..<i + 1].contains(true)
            }
        }
        check(pieces.outside, rings, lattice) { $0[0] && !$0.dropFirst().contains(true) }
    } catch { failed("refused: \(error)") }
}

private func check(_ result: [Polygon], _ rings: [[Corner]], _ lattice: Lattice, _ isIn: ([Bool]) -> Bool) {
    for probe in lattice.probes(rings) {
        let inside = rings.map { holds($0, probe) }
        guard !inside.contains(nil) else { continue }
        let place = lattice.fine(probe)
        if covers(result, place) != (isIn(inside.compactMap(\.self)) ? 1 : 0) { failed("wrong at \(place)") }
    }
}
