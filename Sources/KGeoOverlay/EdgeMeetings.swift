// Where edges of polygons cross and touch, with exact signs.

internal import KGeoCore

/// What is found by holding edges against each other.
struct EdgeMeetings {
    let scale: GridScale
    /// Of each polygon the first error, in the order of its corners.
    private(set) var errors: [SurfaceFinding?]
    /// Of each polygon the first note.
    private(set) var notes: [SurfaceFinding?]
    /// Of each polygon whether edges of it touch that do not follow each other.
    private(set) var touches: [Bool]
    private(set) var touchPlaces: [Coordinate?]
    /// Of each polygon whether edges of one ring follow each other's lines, and not only touch in places.
    private(set) var followsLines: [Bool]
    /// Where edges of two polygons cross, or lie on each other.
    private(set) var crossingOfParts, edgeOfParts: Coordinate?
    /// Whether edges of two polygons meet at all.
    private(set) var partsMeet = false

    /// Corners of all rings one after the other, the closing one too, none twice in a row.
    private var corners = ContiguousArray<GridPoint>()
    /// As they were drawn; empty when the grid holds them all.
    private var originals = ContiguousArray<Coordinate>()
    private var rings = ContiguousArray<Ring>()
    /// For each corner the number of its ring.
    private var ringOf = ContiguousArray<Int32>()
    private var tree: EdgeBoxes
    /// The rings of each polygon.
    private var ringsOf: [Range<Int>] = []

    private struct Ring {
        var part, ring: Int32
        /// The first corner and the closing one.
        var first, last: Int32
    }

    /// - Parameter untilSomeMeet: whether to stop soon after edges of two polygons meet, or two of one touch.
    /// - Throws: `coordinate` for a place that is no number or too far away.
    init(_ polygons: [Polygon], untilSomeMeet: Bool = false) throws(Problem) {
        scale = GridScale(fitting: polygons)
        errors = Array(repeating: nil, count: polygons.count)
        tree = EdgeBoxes(
            [], CoarseGrid([]), segment: { _ in GridSegment(GridPoint(0, 0), GridPoint(0, 0)) },
            hangTogether: { _, _ in false }, keepsSegments: false)
        notes = errors
        touches = Array(repeating: false, count: polygons.count)
        touchPlaces = Array(repeating: nil, count: polygons.count)
        followsLines = touches
        var count = 0
        for polygon in polygons { count += polygon.rings.reduce(0) { $0 + $1.positions.count + 1 } }
        corners.reserveCapacity(count)
        ringOf.reserveCapacity(count)
        if !scale.isExact { originals.reserveCapacity(count) }
        for (part, polygon) in polygons.enumerated() {
            let first = rings.count
            for (number, ring) in polygon.rings.enumerated() { try add(ring.coordinates, part, number) }
            ringsOf.append(first..<rings.count)
        }
        var edges = ContiguousArray<Int32>()
        edges.reserveCapacity(corners.count)
        for ring in rings { edges.append(contentsOf: ring.first..<ring.last) }
        let corners = corners
        tree = EdgeBoxes(
            edges, CoarseGrid(corners),
            segment: { GridSegment(unordered: corners[Int($0)], corners[Int($0) + 1]) },
            hangTogether: { $1 == $0 + 1 }, keepsSegments: false)
        meet(tree, untilSomeMeet)
    }

    private mutating func add(_ places: [Coordinate], _ part: Int, _ number: Int) throws(Problem) {
        let first = corners.count
        let own = Int32(rings.count)
        var previous: Coordinate?
        for (vertex, place) in places.enumerated() where place != previous {
            guard let point = scale.point(place) else {
                var spot = Problem.Place()
                (spot.part, spot.ring, spot.vertex) = (part, number, vertex)
                throw Problem(
                    .coordinate, "a coordinate that is no number or more than 1,440 degrees from 0", at: spot)
            }
            previous = place
            corners.append(point)
            if !scale.isExact { originals.append(place) }
            ringOf.append(own)
        }
        if let start = places.first, let end = previous, start != end, let point = scale.point(start) {
            corners.append(point)
            if !scale.isExact { originals.append(start) }
            ringOf.append(own)
        }
        if corners.count - first < 4, errors[part] == nil {
            errors[part] = SurfaceFinding(
                reason: .tooFewPlaces, place: places.first, part: part, ring: number)
        }
        rings.append(
            Ring(
                part: Int32(part), ring: Int32(number), first: Int32(first),
                last: Int32(max(first, corners.count - 1))))
    }

    private func place(_ corner: Int) -> Coordinate {
        scale.isExact ? scale.coordinate(corners[corner]) : originals[corner]
    }

    // MARK: Meeting

    private mutating func meet(_ tree: EdgeBoxes, _ isEnough: Bool) {
        var doMeet = false
        // The first error of each polygon, by the corner where the first of its edges begins.
        var firsts = [Int32](repeating: .max, count: errors.count)
        var noteFirsts = firsts
        var found = errors
        var noted = notes
        func take(_ slotE: Int, _ slotF: Int) {
            let (i, j) = (tree.numbers[slotE], tree.numbers[slotF])
            let (low, high) = (Int(min(i, j)), Int(max(i, j)))
            let meeting = meeting(low, high)
            if meeting == .apart { return }
            doMeet = true
            let (ringE, ringF) = (rings[Int(ringOf[low])], rings[Int(ringOf[high])])
            let part = Int(ringE.part)
            if ringE.part != ringF.part {
                partsMeet = true
                switch meeting {
                case .crossing:
                    if crossingOfParts == nil { crossingOfParts = crossing(low, high) }
                case .along: if edgeOfParts == nil { edgeOfParts = commonPlace(low, high) }
                default: break
                }
                return
            }
            if meeting == .crossing {
                guard low < firsts[part] else { return }
                firsts[part] = Int32(low)
                found[part] = SurfaceFinding(
                    reason: ringE.ring == ringF.ring ? .ringCrossesItself : .ringsCross,
                    place: crossing(low, high), part: part, ring: Int(ringE.ring))
                return
            }
            touches[part] = true
            if meeting != .touch { followsLines[part] = true }
            if touchPlaces[part] == nil { touchPlaces[part] = commonPlace(low, high) }
            // Rings may touch in a place. A line out and back says more than that its ends touch.
            guard meeting != .touch || ringE.ring == ringF.ring else { return }
            let rank = meeting == .fold ? low - (1 << 30) : low
            guard rank < noteFirsts[part] else { return }
            noteFirsts[part] = Int32(rank)
            noted[part] = SurfaceFinding(
                reason: meeting == .fold ? .spike : .ringTouchesItself, place: commonPlace(low, high),
                part: part, ring: Int(ringE.ring))
        }
        tree.forEachPair(while: { !(isEnough && doMeet) }, take)
        for part in errors.indices where errors[part] == nil { errors[part] = found[part] }
        notes = noted
    }

    private enum Meeting {
        case apart
        /// Inside both.
        case crossing
        /// In one place.
        case touch
        /// Along a line.
        case along
        /// The next edge goes back along the one before.
        case fold
    }

    @inline(__always)
    private func side(_ a: Int, _ b: Int, _ c: Int) -> Int {
        guard scale.isExact else {
            return sign(Orientation.of(originals[a], originals[b], originals[c]))
        }
        let side = Grid.side(corners[a], corners[b], corners[c])
        return side > 0 ? 1 : side < 0 ? -1 : 0
    }

    private func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }

    /// How two edges meet, told by the corners where they begin, the lower first.
    @inline(__always)
    private func meeting(_ i: Int, _ j: Int) -> Meeting {
        if ringOf[i] == ringOf[j] {
            let ring = rings[Int(ringOf[i])]
            if j == i + 1 { return side(i, i + 1, j + 1) == 0 && isBack(i, i + 1, j + 1) ? .fold : .apart }
            if i == Int(ring.first), j + 1 == Int(ring.last) {
                return side(j, i, i + 1) == 0 && isBack(j, i, i + 1) ? .fold : .apart
            }
        }
        if scale.isExact {
            let e = GridSegment(unordered: corners[i], corners[i + 1])
            guard e.boxMeets(GridSegment(unordered: corners[j], corners[j + 1])) else { return .apart }
        }
        let (a, b) = (side(i, i + 1, j), side(i, i + 1, j + 1))
        if a * b > 0 { return .apart }
        let (c, d) = (side(j, j + 1, i), side(j, j + 1, i + 1))
        if c * d > 0 { return .apart }
        if a * b * c * d != 0 { return .crossing }
        if a == 0, b == 0 {
            // On one line: how much of it they share.
            let (low, high) = overlap(i, j)
            return low < high ? .along : low == high ? .touch : .apart
        }
        let meets =
            (a == 0 && isWithin(j, i)) || (b == 0 && isWithin(j + 1, i)) || (c == 0 && isWithin(i, j))
            || (d == 0 && isWithin(i + 1, j))
        return meets ? .touch : .apart
    }

    private func isBack(_ a: Int, _ b: Int, _ c: Int) -> Bool {
        let (p, q, r) = (place(a), place(b), place(c))
        // On one line: signs of differences of doubles are exact.
        return sign(q.longitude - p.longitude) * sign(r.longitude - q.longitude) < 0
            || sign(q.latitude - p.latitude) * sign(r.latitude - q.latitude) < 0
    }

    /// Whether a corner on the line of an edge lies in its box.
    private func isWithin(_ corner: Int, _ edge: Int) -> Bool {
        let (p, a, b) = (place(corner), place(edge), place(edge + 1))
        return p.longitude >= min(a.longitude, b.longitude) && p.longitude <= max(a.longitude, b.longitude)
            && p.latitude >= min(a.latitude, b.latitude) && p.latitude <= max(a.latitude, b.latitude)
    }

    /// Of two edges on one line where the common stretch begins and ends, in longitude or in latitude.
    private func overlap(_ i: Int, _ j: Int) -> (Double, Double) {
        let (a, b, c, d) = (place(i), place(i + 1), place(j), place(j + 1))
        if a.longitude != b.longitude {
            return (
                max(min(a.longitude, b.longitude), min(c.longitude, d.longitude)),
                min(max(a.longitude, b.longitude), max(c.longitude, d.longitude))
            )
        }
        return (
            max(min(a.latitude, b.latitude), min(c.latitude, d.latitude)),
            min(max(a.latitude, b.latitude), max(c.latitude, d.latitude))
        )
    }

    /// A corner of one of two edges that touch which lies on the other.
    private func commonPlace(_ i: Int, _ j: Int) -> Coordinate {
        for (corner, edge) in [(j, i), (j + 1, i), (i, j), (i + 1, j)]
        where side(edge, edge + 1, corner) == 0 && isWithin(corner, edge) { return place(corner) }
        return place(i)
    }

    private func crossing(_ i: Int, _ j: Int) -> Coordinate {
        let (a, b, c, d) = (place(i), place(i + 1), place(j), place(j + 1))
        let (p, q) = (Orientation.of(c, d, a), Orientation.of(c, d, b))
        let t = p / (p - q)
        return Coordinate(
            a.longitude + t * (b.longitude - a.longitude), a.latitude + t * (b.latitude - a.latitude))
    }

    // MARK: Nesting

    /// The first ring of a polygon that lies where its role forbids, when no edges of the polygon meet.
    func misplaced(_ part: Int) -> SurfaceFinding? {
        let own = Array(ringsOf[part])
        guard own.count > 1 else { return nil }
        let around = surroundings(of: own, part: Int32(part))
        for (ring, outer) in zip(own, around) where rings[ring].ring > 0 {
            guard let outer, rings[outer].ring == 0 else {
                return SurfaceFinding(
                    reason: outer == nil ? .holeOutsideShell : .holesOverlap,
                    place: place(Int(rings[ring].first)),
                    part: part, ring: Int(rings[ring].ring))
            }
        }
        return nil
    }

    /// A place of a shell that lies inside another polygon, when no edges of two polygons meet and each is right.
    func nestedPart() -> Coordinate? {
        let around = surroundings(of: Array(rings.indices), part: nil)
        for (ring, outer) in zip(rings, around) where ring.ring == 0 {
            if let outer, rings[outer].ring == 0 { return place(Int(ring.first)) }
        }
        return nil
    }

    /// For each of some rings, numbered one after the other, none of which meet, the smallest around it.
    ///
    /// - Parameter part: the polygon whose rings alone count; nil for all.
    private func surroundings(of own: [Int], part: Int32?) -> [Int?] {
        var result = [Int?](repeating: nil, count: own.count)
        let extremes = own.map { extreme(of: $0) }
        let turns = zip(own, extremes).map { isAnticlockwise($0, at: $1) }
        // West to east: what lies around a ring begins farther west.
        let order = own.indices.sorted { isBefore(extremes[$0], extremes[$1]) }
        let start = own.first ?? 0
        for i in order {
            guard let edge = neighbour(west: extremes[i], part) else { continue }
            let other = Int(ringOf[edge])
            let isSouthward = place(edge).latitude > place(edge + 1).latitude
            // Left of the way south lies the east, and left of an anticlockwise ring its inside.
            result[i] = isSouthward == turns[other - start] ? other : result[other - start]
        }
        return result
    }

    private func isBefore(_ a: Int, _ b: Int) -> Bool {
        let (p, q) = (place(a), place(b))
        return (p.longitude, p.latitude) < (q.longitude, q.latitude)
    }

    /// The westernmost corner of a ring, of several the southernmost.
    private func extreme(of ring: Int) -> Int {
        var best = Int(rings[ring].first)
        for corner in Int(rings[ring].first)..<Int(rings[ring].last) where isBefore(corner, best) {
            best = corner
        }
        return best
    }

    /// Told by the turn at the westernmost corner of a ring that does not touch itself.
    private func isAnticlockwise(_ ring: Int, at extreme: Int) -> Bool {
        let before = extreme == Int(rings[ring].first) ? Int(rings[ring].last) - 1 : extreme - 1
        return side(before, extreme, extreme + 1) > 0
    }

    /// The edge next west of a corner; the ray runs a hair's breadth north of it, so that it meets no end of an edge.
    private func neighbour(west corner: Int, _ part: Int32?) -> Int? {
        let height = place(corner).latitude
        var best: Int?
        var bound = Int32.min
        func take(_ slot: Int) {
            let edge = Int(tree.numbers[slot])
            if let part, rings[Int(ringOf[edge])].part != part { return }
            let isUp = place(edge).latitude < place(edge + 1).latitude
            let (low, high) = isUp ? (edge, edge + 1) : (edge + 1, edge)
            guard place(low).latitude <= height, height < place(high).latitude, side(low, high, corner) < 0
            else { return }
            if let best, !isEast(low, high, of: best) { return }
            best = edge
            let (p, q) = (corners[low], corners[high])
            let along = Double(corners[corner].y &- p.y) / Double(max(1, q.y &- p.y))
            bound = tree.coarse.x(about: Double(p.x) + along * Double(q.x &- p.x))
        }
        tree.forEach(westOf: corners[corner], bound: { bound }, body: take)
        return best
    }

    /// Whether an edge lies farther east than another; one ray meets both, and they do not cross.
    private func isEast(_ low: Int, _ high: Int, of edge: Int) -> Bool {
        let isUp = place(edge).latitude < place(edge + 1).latitude
        let (otherLow, otherHigh) = isUp ? (edge, edge + 1) : (edge + 1, edge)
        if place(low) == place(otherLow) { return side(low, otherHigh, high) < 0 }
        if place(low).latitude >= place(otherLow).latitude { return side(otherLow, otherHigh, low) < 0 }
        return side(low, high, otherLow) > 0
    }
}
