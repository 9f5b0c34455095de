// Whether the faces of an overlay are right: their areas by another route, and places by exact containment.

internal import KGeoCore

/// What a result is held against. Nothing here uses the edges of the overlay: areas are those of the rings as they came,
/// and places are sought in the surfaces as they came, with exact signs on their doubles.
enum ArrangementCheck {
    /// How far rounding may move an edge, in degrees: to a place that doubles hold by up to 2⁻⁴⁶, several times if it has
    /// to.
    static let moved = 0x1p-43
    /// What summing in doubles may add, relative to the area.
    static let relative = 1e-12
    /// A micrometre on the ground, in degrees.
    static let micrometre = 9e-12
    /// How near to an edge, in degrees, a place may have either label.
    static let hair = micrometre
    /// How many places are tried.
    static let places = 256

    /// The sum over faces of count and area must be what the rings enclose, for each layer.
    ///
    /// - Throws: `topology` when it is not.
    static func areas(_ graph: FaceGraph, _ input: InputSurfaces) throws(Problem) {
        var byCover: [Int64: CompensatedSum] = [:]
        var (known, sum) = (Int64(0), CompensatedSum())
        for face in graph.faces.dropFirst() {
            if face.cover != known {
                byCover[known] = sum
                known = face.cover
                sum = byCover[known] ?? CompensatedSum()
            }
            sum.add(graph.scale.squareDegrees(twice: face.twice))
        }
        byCover[known] = sum
        var covered = input.areas.map { _ in CompensatedSum() }
        for (cover, area) in byCover {
            for (layer, count) in graph.covers.counts(of: cover) {
                covered[Int(layer)].add(Double(count) * area.value)
            }
        }
        if input.store.purpose == .difference {
            let net = input.areas[1].value - input.areas[0].value
            try compare(
                covered[0].value, net, input.areas[0].value + input.areas[1].value,
                input.spans[0] + input.spans[1], layer: nil)
            return
        }
        for layer in covered.indices {
            let own = input.areas[layer].value
            try compare(covered[layer].value, own, abs(own), input.spans[layer], layer: layer)
        }
    }

    private static func compare(
        _ faces: Double, _ rings: Double, _ size: Double, _ span: Double, layer: Int?
    ) throws(Problem) {
        let slack = relative * size + moved * span
        guard abs(faces - rings) <= slack else {
            var place = Problem.Place()
            place.feature = layer
            throw Problem(
                .topology,
                "ground got lost in an overlay: its faces have \(faces) square degrees, the rings \(rings)",
                at: place, hint: "this is a fault of kgeo: please report it with the file")
        }
    }

    /// What a result may be off by, in square degrees: a billionth of the larger area and a micrometre along all rings.
    static func tolerance(_ input: InputSurfaces) -> Double {
        let degrees = input.spans.reduce(0, +)
        return 1e-9 * (input.areas.map { abs($0.value) }.max() ?? 0) + micrometre * degrees
    }

    /// Faces that are covered less than not at all count for nothing: together they may be no larger than a result may be
    /// off. Rings that rounding has folded leave some.
    ///
    /// - Throws: `topology` with a place of the largest when they are larger.
    static func signs(_ graph: FaceGraph, _ input: InputSurfaces) throws(Problem) {
        var known: [Int64: Bool] = [0: false]
        var sum = CompensatedSum()
        var largest: (face: Int, twice: Int128) = (0, 0)
        var (last, isNegative) = (Int64(0), false)
        for (number, face) in graph.faces.enumerated() {
            if face.cover != last {
                last = face.cover
                isNegative = known[last] ?? graph.covers.counts(of: last).contains { $0.count < 0 }
                known[last] = isNegative
            }
            guard isNegative else { continue }
            sum.add(graph.scale.squareDegrees(twice: face.twice))
            if face.twice > largest.twice { largest = (number, face.twice) }
        }
        guard sum.value > tolerance(input) else { return }
        var place = Problem.Place()
        if let half = graph.faceOf.firstIndex(of: Int32(largest.face)) {
            place.coordinate = graph.original(graph.origin[half])
        }
        throw Problem(
            .topology, "a ring crosses itself or another, or a hole lies outside its shell", at: place,
            remedy: "\(.validate) says where; \(.repair) makes it valid and says what that changes")
    }

    /// Places beside edges must be covered as often as the surfaces say that came in.
    ///
    /// - Throws: `topology` with the place where that is not so.
    static func containment(
        _ graph: FaceGraph, _ input: InputSurfaces, _ trees: [EdgeBoxes], _ edge: (Int32) -> Int32
    ) throws(Problem) {
        let samples = Samples(graph, input)
        guard !samples.places.isEmpty else { return }
        let found = samples.covers(in: input)
        for (i, place) in samples.places.enumerated() {
            guard let point = graph.scale.point(place) else { continue }
            let half = graph.neighbour(west: point, trees, edge)
            let cover = half.map { graph.faces[Int(graph.faceOf[Int($0)])].cover } ?? 0
            var counts = found[i]
            if input.store.purpose == .difference {
                let net = (counts[1] ?? 0) - (counts[0] ?? 0)
                counts = net == 0 ? [:] : [0: net]
            }
            let own = Dictionary(
                uniqueKeysWithValues: graph.covers.counts(of: cover).map { ($0.layer, $0.count) })
            guard own != counts, !samples.isNearAnEdge(place, of: input) else { continue }
            var spot = Problem.Place()
            spot.coordinate = place
            throw Problem(
                .topology, "a place is not covered in an overlay as the surfaces cover it", at: spot,
                remedy: "check the surfaces with \(.validate); repaired ones may be laid over each other")
        }
    }
}

/// Places beside edges of an overlay, chosen at random, the same for the same input.
private struct Samples {
    /// South to north.
    private(set) var places: [Coordinate] = []

    init(_ graph: FaceGraph, _ input: InputSurfaces) {
        guard graph.edgeCount > 0 else { return }
        var state = UInt64(graph.edgeCount)
        func random() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
        // Where every edge is as long as the whole, fewer places, so that the work stays in line with the edges.
        var (south, north) = (Int64.max, Int64.min)
        for ring in input.rings {
            south = min(south, ring.south)
            north = max(north, ring.north)
        }
        let height = Double(max(1, north &- south))
        let passes = input.spans.reduce(0, +) * input.store.scale.y / height
        let affordable = 24 * Double(input.store.edges.count + 64) / max(1, passes)
        let count = min(
            ArrangementCheck.places, 16 + graph.edgeCount / 4, max(16, Int(min(affordable, 1e6))))
        for _ in 0..<count {
            let half = Int(random() % UInt64(graph.next.count))
            let a = graph.scale.coordinate(graph.points[Int(graph.origin[half])])
            let b = graph.scale.coordinate(graph.points[Int(graph.origin[half ^ 1])])
            let along = 0.1 + 0.8 * Double(random() >> 11) * 0x1p-53
            // A thousandth of the edge to all of it aside.
            let aside =
                [0.001, 0.01, 0.1, 1][Int(random() % 4)] * (0.1 + 0.9 * Double(random() >> 11) * 0x1p-53)
            let (dx, dy) = (b.longitude - a.longitude, b.latitude - a.latitude)
            let place = Coordinate(
                a.longitude + along * dx - aside * dy, a.latitude + along * dy + aside * dx)
            // A place on the grid is one place for both routes.
            if let point = graph.scale.point(place) {
                places.append(graph.scale.coordinate(Grid.representable(point)))
            }
        }
        places.sort { $0.latitude < $1.latitude }
    }

    /// How often each layer covers each place: how often each ring winds round it, by the role of the ring.
    func covers(in input: InputSurfaces) -> [[Int32: Int32]] {
        var result = [[Int32: Int32]](repeating: [:], count: places.count)
        var turns = [Int32](repeating: 0, count: places.count)
        let scale = input.store.scale
        let (y, x) = (
            places.map { GridScale.rounded($0.latitude * scale.y) },
            places.map { GridScale.rounded($0.longitude * scale.x) }
        )
        for entry in input.rings {
            var low = 0
            var high = y.count
            while low < high {
                let middle = (low + high) / 2
                if y[middle] < entry.south { low = middle + 1 } else { high = middle }
            }
            var end = low
            var isAny = false
            while end < y.count, y[end] <= entry.north {
                if x[end] >= entry.west, x[end] <= entry.east { isAny = true }
                end += 1
            }
            guard isAny else { continue }
            let ring = input.layers[Int(entry.layer)][Int(entry.polygon)].rings[Int(entry.ring)]
            let corners = ring.positions.coordinates
            pass(corners, low, end, &turns)
            let role: Int32 = (entry.ring == 0) == (PlanarArea.of(corners) > 0) ? 1 : -1
            for place in low..<end where turns[place] != 0 {
                let count = (result[place][entry.layer] ?? 0) + role * turns[place]
                turns[place] = 0
                result[place][entry.layer] = count == 0 ? nil : count
            }
        }
        return result
    }

    /// Counts for the places in a range the edges west of them, southward ones less northward ones.
    private func pass(_ ring: [Coordinate], _ first: Int, _ end: Int, _ turns: inout [Int32]) {
        // How many places lie south of where the walk stands.
        var below = first
        while below < end, places[below].latitude < ring[0].latitude { below += 1 }
        func step(_ a: Coordinate, _ b: Coordinate) {
            while below < end, places[below].latitude < b.latitude {
                if isWest(a, b, of: places[below]) { turns[below] -= 1 }
                below += 1
            }
            while below > first, places[below - 1].latitude >= b.latitude {
                below -= 1
                if isWest(b, a, of: places[below]) { turns[below] += 1 }
            }
        }
        for i in 1..<ring.count { step(ring[i - 1], ring[i]) }
        if let last = ring.last, last != ring[0] { step(last, ring[0]) }
    }

    /// Whether an edge from south to north lies west of a place at its height.
    @inline(__always)
    private func isWest(_ low: Coordinate, _ high: Coordinate, of place: Coordinate) -> Bool {
        if max(low.longitude, high.longitude) < place.longitude { return true }
        if min(low.longitude, high.longitude) > place.longitude { return false }
        return Orientation.of(low, high, place) < 0
    }

    /// Whether any edge that came in passes within a hair of a place.
    func isNearAnEdge(_ place: Coordinate, of input: InputSurfaces) -> Bool {
        let hair = ArrangementCheck.hair
        for layer in input.layers {
            for polygon in layer {
                for ring in polygon.rings {
                    let places = ring.coordinates
                    for (a, b) in zip(places, places.dropFirst()) {
                        let (dx, dy) = (b.longitude - a.longitude, b.latitude - a.latitude)
                        let (px, py) = (place.longitude - a.longitude, place.latitude - a.latitude)
                        let length = dx * dx + dy * dy
                        let t = length > 0 ? min(1, max(0, (px * dx + py * dy) / length)) : 0
                        let (ex, ey) = (px - t * dx, py - t * dy)
                        if ex * ex + ey * ey <= hair * hair { return true }
                    }
                }
            }
        }
        return false
    }
}
