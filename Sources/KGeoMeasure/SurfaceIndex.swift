// Many surfaces made ready to be asked which of them hold a place.

package import KGeoCore

/// Tells of many polygons which hold a place, as `PlanarGeometry.contains` does of one. A question looks at the polygons
/// whose boxes hold the place, and of these at the edges that pass its latitude.
package struct SurfaceIndex: Sendable {
    private var polygons: [(owner: Int, rings: [RingIndex])] = []
    private var boxes = BoxIndex([])

    /// An index over polygons, each with what it belongs to: a number of the caller's.
    package init(_ surfaces: [(polygon: Polygon, owner: Int)]) {
        polygons = surfaces.filter { $0.polygon.shell != nil }.map { surface in
            (surface.owner, surface.polygon.rings.map { RingIndex($0.coordinates) })
        }
        boxes = BoxIndex(polygons.map { $0.rings[0].box })
    }

    /// What the polygons belong to that hold a place inside or on their outline, each once, lowest first.
    package func owners(around place: Coordinate) -> [Int] {
        var found: Set<Int> = []
        // Boxes begin in −180…180 and may reach beyond.
        let west = place.longitude - 360 * (place.longitude / 360).rounded()
        for turn in [-360.0, 0, 360] {
            let spot = Coordinate(west + turn, place.latitude)
            boxes.forEach(meeting: BoundingBox([spot])) { number in
                let (owner, rings) = polygons[number]
                guard !found.contains(owner), rings[0].side(of: place) != .outside,
                    !rings.dropFirst().contains(where: { $0.side(of: place) == .inside })
                else { return }
                found.insert(owner)
            }
        }
        return found.sorted()
    }
}

/// A ring, and over its edges a tree of the latitudes they pass.
private struct RingIndex: Sendable {
    enum Side { case inside, outside, on }

    private let corners: [Coordinate]
    /// By how many degrees, in whole turns, each corner lies beyond where it is drawn when the ring is continuous.
    private var turns: [Double] = []
    /// The latitudes of edges, then of eight of them at a time, the top last.
    private var spans: [ClosedRange<Double>] = []
    private var levels: [Range<Int>] = []
    /// Of a ring around a pole that pole's latitude.
    private var pole: Double?
    /// Bounds of the ring, beginning in −180…180, with room for rounding; the globe for a ring around a pole.
    private(set) var box = BoundingBox()
    private static let fanOut = 8

    init(_ corners: [Coordinate]) {
        self.corners = corners
        guard let first = corners.first else { return }
        turns.reserveCapacity(corners.count)
        var (west, east) = (first.longitude, first.longitude)
        var (previous, turn, sum) = (first, 0.0, 0.0)
        for place in corners {
            let wanted = previous.longitude + Longitude.step(previous.longitude, place.longitude)
            turn += 360 * ((wanted - place.longitude) / 360).rounded()
            turns.append(turn)
            west = min(west, place.longitude + turn)
            east = max(east, place.longitude + turn)
            sum += place.latitude
            previous = place
        }
        spans = zip(corners, corners.dropFirst()).map { a, b in
            min(a.latitude, b.latitude)...max(a.latitude, b.latitude)
        }
        levels = [0..<spans.count]
        while let last = levels.last, last.count > 1 {
            let begin = spans.count
            for i in stride(from: last.lowerBound, to: last.upperBound, by: Self.fanOut) {
                // Without a slice at hand, which would have every append copy all of the spans.
                var span = spans[i]
                for j in i + 1..<max(i + 1, min(i + Self.fanOut, last.upperBound)) {
                    span =
                        min(span.lowerBound, spans[j].lowerBound)...max(span.upperBound, spans[j].upperBound)
                }
                spans.append(span)
            }
            levels.append(begin..<spans.count)
        }
        let latitudes = spans.last ?? first.latitude...first.latitude
        if abs(previous.longitude + turn - first.longitude) > 180 {
            pole = sum / Double(corners.count) < 0 ? -90 : 90
            box = BoundingBox([Coordinate(-540, -90), Coordinate(540, 90)])
        } else {
            let room = 1e-9
            let shift = 360 * (west / 360).rounded()
            box = BoundingBox([
                Coordinate(west - shift - room, latitudes.lowerBound - room),
                Coordinate(east - shift + room, latitudes.upperBound + room),
            ])
        }
    }

    /// On which side of the ring a place lies.
    func side(of place: Coordinate) -> Side {
        guard let first = corners.first, !spans.isEmpty else { return .outside }
        let drawn = first.longitude - place.longitude
        let begin =
            360 * ((Longitude.step(place.longitude, first.longitude) - drawn) / 360).rounded()
        func corner(_ i: Int) -> Coordinate {
            Coordinate(
                corners[i].longitude - place.longitude + (begin + turns[i]),
                corners[i].latitude - place.latitude)
        }
        var ray = EastwardRay()
        var stack = [(level: levels.count - 1, node: spans.count - 1)]
        while let (level, node) = stack.popLast() {
            guard spans[node].contains(place.latitude) else { continue }
            if level == 0 {
                let (a, b) = (corner(node), corner(node + 1))
                if ray.isOn(a, b) { return .on }
                ray.cross(a, b)
                continue
            }
            let below = levels[level - 1]
            let start = below.lowerBound + (node - levels[level].lowerBound) * Self.fanOut
            for child in start..<min(start + Self.fanOut, below.upperBound) {
                stack.append((level - 1, child))
            }
        }
        if let pole {
            let (a, b) = (corner(corners.count - 1), corner(0))
            let height = pole - place.latitude
            if height == 0 { return .inside }
            ray.cross(a, Coordinate(a.longitude, height))
            ray.cross(Coordinate(b.longitude, height), b)
        }
        return ray.isInside ? .inside : .outside
    }
}
