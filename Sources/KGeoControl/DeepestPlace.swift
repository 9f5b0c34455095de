// The place of a piece of ground that lies farthest from a line: on its outline, or inside.

internal import KGeoCore
internal import KGeoMeasure

/// Where a piece of ground lies farthest from a line.
struct DeepestPlace {
    /// How far, in m.
    let metres: Double
    /// From the line to the place.
    let foot: MeasuredValue.Foot

    /// A rectangle in longitude and latitude that may hold the place.
    private struct Cell {
        var middle: Coordinate
        var halfWidth, halfHeight: Double
        /// No place of it is farther from the line, in m.
        var bound: Double
    }

    /// The farthest places closer to each other than this share of the distance, or this many m, are one.
    private static let precision = (share: 0.005, metres: 20.0)
    /// The same for the middle of a piece, which only says where it lies.
    private static let precisionOfMiddle = (share: 0.05, metres: 50.0)
    /// So many rectangles are looked at, and no more.
    private static let most = 5_000

    /// The farthest place inside a polygon, by rectangles that are quartered where they may hold a farther one: a distance
    /// changes no faster than the way. Nil when no place is farther than a distance that is known already.
    ///
    /// - Parameters:
    ///   - line: the edges of the line.
    ///   - known: what is of no interest, in m.
    init?(in polygon: Polygon, from line: EdgeIndex, beyond known: Double) {
        self.init(in: polygon, from: line, beyond: known, isOutline: false)
    }

    /// The middle of a polygon: the place inside that lies farthest from its outline, to a twentieth.
    init?(middleOf polygon: Polygon) {
        self.init(
            in: polygon, from: EdgeIndex(EdgeIndex.edges(of: .polygon(polygon), owner: 0)), beyond: 0,
            isOutline: true)
    }

    /// The distance of two places, in m; of places nearer than 1,000 km straight through the Earth, a thousandth less.
    private static func metres(_ a: Coordinate, _ b: Coordinate) -> Double {
        let chord = EdgeIndex.Vector(a).chord(to: EdgeIndex.Vector(b))
        return chord < 1e6 ? chord : Measuring.distance(a, b)
    }

    /// Up to this distance, in m, bounds tell of most edges that they are not the nearest.
    private static let nearby = 1e6
    /// Beyond it a place is farther than the farthest so far only by more than this share.
    private static let noticeable = 0.001

    /// How far a place lies from a line; where that is far, and many edges are nearly as far, of a place that lies no farther than
    /// what is known only that it does not.
    private static func reach(
        of place: Coordinate, from line: EdgeIndex, _ near: ClosedRange<Double>, beyond known: Double
    ) -> EdgeIndex.Reach? {
        near.upperBound < nearby
            ? line.nearest(to: place).map { .at($0) }
            : line.reach(of: place, beyond: (1 + noticeable) * known)
    }

    /// - Parameter isOutline: whether the line is the polygon's own outline.
    private init?(in polygon: Polygon, from line: EdgeIndex, beyond known: Double, isOutline: Bool) {
        let precision = isOutline ? Self.precisionOfMiddle : Self.precision
        guard let shell = polygon.shell?.coordinates, !line.edges.isEmpty else { return nil }
        let box = BoundingBox(shell)
        guard !box.isEmpty else { return nil }
        let ground = SurfaceIndex([(polygon: polygon, owner: 0)])
        var (best, found) = (known, MeasuredValue.Foot?.none)
        func look(_ middle: Coordinate, _ halfWidth: Double, _ halfHeight: Double) -> Cell? {
            // Geodesics are asked of places alone that may be farther than the farthest so far.
            guard let near = line.nearness(to: middle) else { return nil }
            var distance = near.upperBound
            let isInside = (isOutline || distance > best) && !ground.owners(around: middle).isEmpty
            if isInside, distance > best, let reach = Self.reach(of: middle, from: line, near, beyond: best) {
                switch reach {
                case .atMost(let metres): distance = min(distance, metres)
                case .at(let hit):
                    distance = hit.distance
                    if distance > best {
                        best = distance
                        found = MeasuredValue.Foot(from: hit.foot, to: middle)
                    }
                }
            }
            // The corner on the side of the equator is the farthest; one per cent for what is not flat.
            let latitude = middle.latitude + (middle.latitude > 0 ? -halfHeight : halfHeight)
            let corner = Coordinate(middle.longitude + halfWidth, max(-90, min(90, latitude)))
            // From outside the way leads over the outline first.
            return Cell(
                middle: middle, halfWidth: halfWidth, halfHeight: halfHeight,
                bound: (isOutline && !isInside ? -near.lowerBound : distance)
                    + 1.01 * Self.metres(middle, corner))
        }
        var cells = [
            look(
                Coordinate((box.west + box.east) / 2, (box.south + box.north) / 2),
                (box.east - box.west) / 2, (box.north - box.south) / 2)
        ].compactMap(\.self)
        var looks = 1
        while looks < Self.most, let next = cells.indices.max(by: { cells[$0].bound < cells[$1].bound }) {
            let cell = cells.remove(at: next)
            guard cell.bound > best + max(precision.metres, precision.share * best) else { break }
            for (x, y) in [(-0.5, -0.5), (-0.5, 0.5), (0.5, -0.5), (0.5, 0.5)] {
                let quarter = look(
                    Coordinate(
                        cell.middle.longitude + x * cell.halfWidth,
                        cell.middle.latitude + y * cell.halfHeight), cell.halfWidth / 2, cell.halfHeight / 2)
                if let quarter, quarter.bound > best { cells.append(quarter) }
                looks += 1
            }
        }
        guard let found else { return nil }
        (metres, foot) = (best, found)
    }

    /// Edges of an outline are looked at in pieces of this length, in m, or as close as farthest places are one.
    private static let step = 100.0

    /// The farthest place of a polygon's outline. Nil when no place is farther than a distance that is known already.
    ///
    /// - Parameters:
    ///   - line: the edges of the line.
    ///   - known: what is of no interest, in m; 0 or more.
    init?(onOutlineOf polygon: Polygon, from line: EdgeIndex, beyond known: Double) {
        var (best, found) = (known, MeasuredValue.Foot?.none)
        /// What a place is no farther from the line than, in m.
        func look(_ place: Coordinate) -> Double? {
            switch line.reach(of: place, beyond: best) {
            case nil: return nil
            case .atMost(let metres): return metres
            case .at(let hit):
                if hit.distance > best {
                    best = hit.distance
                    found = MeasuredValue.Foot(from: hit.foot, to: place)
                }
                return hit.distance
            }
        }
        typealias End = (place: Coordinate, metres: Double)
        var edges: [(a: End, b: End)] = []
        for ring in polygon.rings {
            let ends = ring.coordinates.compactMap { place in look(place).map { (place, $0) } }
            edges += zip(ends, ends.dropFirst()).map { ($0, $1) }
        }
        // A distance grows by no more than the way along the edge: most edges need no closer look.
        while let (a, b) = edges.popLast() {
            let length = Measuring.distance(a.place, b.place)
            guard length > max(Self.step, Self.precision.share * best),
                (a.metres + b.metres + length) / 2 > best
            else { continue }
            let middle = Coordinate(
                a.place.longitude + Longitude.step(a.place.longitude, b.place.longitude) / 2,
                (a.place.latitude + b.place.latitude) / 2)
            guard let metres = look(middle) else { continue }
            edges += [(a, (middle, metres)), ((middle, metres), b)]
        }
        guard let found else { return nil }
        (metres, foot) = (best, found)
    }
}
