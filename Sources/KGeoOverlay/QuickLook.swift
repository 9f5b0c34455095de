// A quick look that finds most surfaces valid, or sees at once that parts overlap.

internal import KGeoCore

/// Whether edges of surfaces meet, told by runs of edges that go on in one direction: they cannot meet themselves, so that
/// a ring is held against itself only where it turns.
struct QuickLook {
    enum Outcome {
        /// No two edges meet but where one follows the other, and each ring lies where its role says.
        case clean
        /// Edges of two polygons cross there, and each polygon is right on its own.
        case overlap(Coordinate)
        /// An edge of a polygon crosses another edge of it there: the first that was seen.
        case crossing(Coordinate, part: Int, rings: (Int, Int))
        /// Edges touch, or a ring lies where it should not: a closer look says more.
        case unclear
    }

    private let runs: RunLeaves
    private let corners: UnsafeBufferPointer<Coordinate>
    private let tree: EdgeBoxes
    /// The runs of rings that are not small; of holes that lie apart from all small ones these alone matter.
    private let largeTree: EdgeBoxes
    /// Of each ring whether it is a hole of one run.
    private let isSmall: ContiguousArray<Bool>
    /// Of small rings whether their boxes meet those of other small ones.
    private var isCrowded: ContiguousArray<Bool>
    private var place: Coordinate?
    private var isUnclear = false
    private var work = 0

    /// A side with the sign of the exact one.
    @inline(__always)
    static func side(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Double {
        let left = (a.longitude - c.longitude) * (b.latitude - c.latitude)
        let right = (a.latitude - c.latitude) * (b.longitude - c.longitude)
        let value = left - right
        // Shewchuk's bound: (3 + 16ε)ε. Products below 1e-290 may have lost digits.
        let size = abs(left) + abs(right)
        if abs(value) > 3.3306690738754716e-16 * size, size > 1e-290 { return value }
        // Along a meridian or a parallel, where differences are 0 exactly.
        if a.longitude == c.longitude || b.latitude == c.latitude,
            a.latitude == c.latitude || b.longitude == c.longitude
        {
            return 0
        }
        return Orientation.of(a, b, c)
    }

    static func look(_ polygons: [Polygon]) -> Outcome {
        guard let runs = RunLeaves(polygons) else { return .unclear }
        return runs.corners.withUnsafeBufferPointer { corners in
            var look = QuickLook(runs, corners)
            return look.outcome()
        }
    }

    private init(_ runs: RunLeaves, _ corners: UnsafeBufferPointer<Coordinate>) {
        self.runs = runs
        self.corners = corners
        // Any map of longitudes to whole numbers that keeps their order will do.
        func whole(_ x: Double) -> Int64 { Int64(x * 1_099_511_627_776) }
        var bounds = ContiguousArray<GridPoint>()
        bounds.reserveCapacity(2 * runs.leaves.count)
        for leaf in runs.leaves {
            bounds.append(GridPoint(whole(leaf.west), whole(leaf.south)))
            bounds.append(GridPoint(whole(leaf.east), whole(leaf.north)))
        }
        let coarse = CoarseGrid(bounds)
        func tree(_ order: ContiguousArray<Int32>) -> EdgeBoxes {
            EdgeBoxes(
                order, coarse, segment: { GridSegment(bounds[2 * Int($0)], bounds[2 * Int($0) + 1]) },
                hangTogether: { _, _ in true }, keepsSegments: false)
        }
        let isSmall = ContiguousArray(
            runs.rings.indices.map { ring in
                let end = ring + 1 < runs.firstLeaf.count ? runs.firstLeaf[ring + 1] : runs.leaves.count
                return !runs.parts[ring].isShell && end - runs.firstLeaf[ring] == 1
            })
        let order = Self.order(runs, bounds, coarse)
        self.tree = tree(order)
        largeTree =
            isSmall.contains(true)
            ? tree(order.filter { !isSmall[Int(runs.leaves[Int($0)].ring)] }) : self.tree
        isCrowded = ContiguousArray(repeating: false, count: isSmall.count)
        self.isSmall = isSmall
    }

    /// The numbers of the runs, those of a ring in its order and small rings beside their neighbours.
    private static func order(
        _ runs: RunLeaves, _ bounds: ContiguousArray<GridPoint>, _ coarse: CoarseGrid
    ) -> ContiguousArray<Int32> {
        guard runs.rings.count > 1 else { return ContiguousArray(0..<Int32(runs.leaves.count)) }
        var groups = ContiguousArray<EdgeBoxes.Run>()
        groups.reserveCapacity(runs.rings.count)
        for ring in runs.rings.indices {
            let end = ring + 1 < runs.firstLeaf.count ? runs.firstLeaf[ring + 1] : runs.leaves.count
            for first in stride(from: runs.firstLeaf[ring], to: end, by: 8) {
                let key = EdgeBoxes.key(of: bounds[2 * first], coarse)
                groups.append(EdgeBoxes.Run(key: key, first: Int32(first), count: Int32(min(8, end - first))))
            }
        }
        var order = ContiguousArray<Int32>()
        order.reserveCapacity(runs.leaves.count)
        for group in EdgeBoxes.sorted(groups) {
            order.append(contentsOf: group.first..<(group.first + group.count))
        }
        return order
    }

    private mutating func outcome() -> Outcome {
        let (runs, tree) = (self.runs, self.tree)
        for leaf in runs.leaves where leaf.chain < 0 && !isUnclear { meetItself(leaf) }
        guard !isUnclear else { return .unclear }
        // Long slanting edges lie in each other's boxes without meeting: a sweep is quicker then. Until that shows, about
        // as much time goes by as the sweep takes.
        let limit = 10 * runs.edgeCount + 50_000
        func take(_ slotA: Int, _ slotB: Int) {
            work += 1
            let (a, b) = (runs.leaves[Int(tree.numbers[slotA])], runs.leaves[Int(tree.numbers[slotB])])
            if a.chain == b.chain && a.chain >= 0 { return }
            meet(a, b)
        }
        tree.forEachPair(while: { !isUnclear && work < limit }, take)
        guard !isUnclear else { return .unclear }
        if work >= limit, place == nil { return EdgeSweep.outcome(runs, corners) }
        guard work < limit else { return .unclear }
        guard runs.rings.count > 1 else { return .clean }
        guard isNested(withinParts: place != nil) else { return .unclear }
        return place.map(Outcome.overlap) ?? .clean
    }

    // MARK: Meeting

    /// Holds the edges of a run that turns against each other.
    private mutating func meetItself(_ leaf: RunLeaves.Leaf) {
        let (first, end) = (Int(leaf.first), Int(leaf.first + leaf.count))
        for i in first..<end {
            for j in (i + 1)..<max(i + 1, end) where boxesMeet(i, j) {
                meet(leaf.ring, i, leaf.ring, j)
                if isUnclear { return }
            }
        }
    }

    @inline(__always)
    private func boxesMeet(_ i: Int, _ j: Int) -> Bool {
        let (a, b, c, d) = (corners[i], corners[i + 1], corners[j], corners[j + 1])
        return min(a.longitude, b.longitude) <= max(c.longitude, d.longitude)
            && min(c.longitude, d.longitude) <= max(a.longitude, b.longitude)
            && min(a.latitude, b.latitude) <= max(c.latitude, d.latitude)
            && min(c.latitude, d.latitude) <= max(a.latitude, b.latitude)
    }

    private mutating func meet(_ a: RunLeaves.Leaf, _ b: RunLeaves.Leaf) {
        guard a.west <= b.east, b.west <= a.east, a.south <= b.north, b.south <= a.north else { return }
        let isOfParts = runs.parts[Int(a.ring)].part != runs.parts[Int(b.ring)].part
        if isOfParts, place != nil { return }
        if isSmall[Int(a.ring)], isSmall[Int(b.ring)], a.ring != b.ring {
            isCrowded[Int(a.ring)] = true
            isCrowded[Int(b.ring)] = true
        }
        // Only edges in both boxes can meet.
        let (west, east) = (max(a.west, b.west), min(a.east, b.east))
        let (south, north) = (max(a.south, b.south), min(a.north, b.north))
        @inline(__always)
        func isInBoth(_ i: Int) -> Bool {
            let (a, b) = (corners[i], corners[i + 1])
            return min(a.longitude, b.longitude) <= east && max(a.longitude, b.longitude) >= west
                && min(a.latitude, b.latitude) <= north && max(a.latitude, b.latitude) >= south
        }
        var chosen: UInt32 = 0
        for j in 0..<Int(b.count) where isInBoth(Int(b.first) + j) { chosen |= 1 << UInt32(j) }
        guard chosen != 0 else { return }
        for i in Int(a.first)..<Int(a.first + a.count) where isInBoth(i) {
            var left = chosen
            while left != 0 {
                let j = Int(b.first) + left.trailingZeroBitCount
                left &= left &- 1
                work += 1
                guard boxesMeet(i, j) else { continue }
                meet(a.ring, i, b.ring, j)
                if isUnclear || (isOfParts && place != nil) { return }
            }
        }
    }

    /// Two edges whose boxes meet.
    private mutating func meet(_ ringA: Int32, _ i: Int, _ ringB: Int32, _ j: Int) {
        switch EdgeTouch.of(corners, i, j, ring: ringA == ringB ? runs.rings[Int(ringA)] : nil) {
        case .apart: break
        case .touching: isUnclear = true
        case .crossing:
            guard runs.parts[Int(ringA)].part != runs.parts[Int(ringB)].part else {
                isUnclear = true
                return
            }
            place = EdgeTouch.crossing(corners, i, j)
        }
    }

    // MARK: Nesting

    /// Whether each hole lies in its own shell and in no other ring between, and no shell in the ground of a polygon.
    ///
    /// - Parameter withinParts: whether only the rings of its own polygon count for a ring.
    private func isNested(withinParts: Bool) -> Bool {
        // For each ring the edge next west of its westernmost corner tells in which ring it lies, or beside which.
        var around = ContiguousArray<Int32>(repeating: Nesting.unknown, count: runs.rings.count)
        var beside = around
        let turns = runs.rings.indices.map { ring in
            let (at, ends) = (runs.extremes[ring], runs.rings[ring])
            let before = at == ends.first ? ends.last - 1 : at - 1
            return Self.side(corners[before], corners[at], corners[at + 1]) > 0
        }
        for ring in runs.rings.indices {
            if withinParts, isAlone(ring) {
                around[ring] = Nesting.nothing
                continue
            }
            guard let (other, edge) = neighbour(west: ring, withinParts: withinParts) else {
                around[ring] = Nesting.nothing
                continue
            }
            let isSouthward = corners[edge].latitude > corners[edge + 1].latitude
            // Left of the way south lies the east, and left of an anticlockwise ring its inside.
            if isSouthward == turns[other] {
                around[ring] = Int32(other)
            } else {
                beside[ring] = Int32(other)
            }
        }
        var nesting = Nesting(around, beside)
        // What lies apart from all small rings was held against the others alone.
        for ring in runs.rings.indices where isSmall[ring] && !isCrowded[ring] {
            nesting.leave(isSmall, from: ring)
        }
        return nesting.isRight(runs.parts)
    }

    private func isAlone(_ ring: Int) -> Bool {
        let part = runs.parts[ring].part
        return (ring == 0 || runs.parts[ring - 1].part != part)
            && (ring + 1 == runs.parts.count || runs.parts[ring + 1].part != part)
    }

    /// The edge next west of the westernmost corner of a ring; the ray runs a hair's breadth north of it, so that it meets
    /// no end of an edge.
    private func neighbour(west ring: Int, withinParts: Bool) -> (ring: Int, edge: Int)? {
        let place = corners[runs.extremes[ring]]
        let tree = isSmall[ring] && !isCrowded[ring] ? largeTree : self.tree
        let part = runs.parts[ring].part
        let height = place.latitude
        var best: (ring: Int, edge: Int)?
        var (bestLow, bestHigh) = (place, place)
        var bound = Int32.min
        func take(_ slot: Int) {
            let leaf = runs.leaves[Int(tree.numbers[slot])]
            guard leaf.south <= height, leaf.north > height, leaf.west <= place.longitude,
                !withinParts || runs.parts[Int(leaf.ring)].part == part
            else { return }
            for edge in Int(leaf.first)..<Int(leaf.first + leaf.count) {
                let (a, b) = (corners[edge], corners[edge + 1])
                let (low, high) = a.latitude < b.latitude ? (a, b) : (b, a)
                guard low.latitude <= height, height < high.latitude,
                    min(a.longitude, b.longitude) <= place.longitude, Self.side(low, high, place) < 0
                else { continue }
                if best != nil, !isEast(low, high, bestLow, bestHigh) { continue }
                best = (Int(leaf.ring), edge)
                (bestLow, bestHigh) = (low, high)
                let along = (height - low.latitude) / (high.latitude - low.latitude)
                let x = low.longitude + along * (high.longitude - low.longitude)
                bound = tree.coarse.x(about: x * 1_099_511_627_776)
            }
        }
        let origin = GridPoint(
            Int64(place.longitude * 1_099_511_627_776), Int64(place.latitude * 1_099_511_627_776))
        tree.forEach(westOf: origin, bound: { bound }, body: take)
        return best
    }

    /// Whether an edge lies farther east than another; one ray meets both, and they do not cross.
    private func isEast(
        _ low: Coordinate, _ high: Coordinate, _ otherLow: Coordinate, _ otherHigh: Coordinate
    ) -> Bool {
        if low == otherLow { return Self.side(low, otherHigh, high) < 0 }
        if low.latitude >= otherLow.latitude { return Self.side(otherLow, otherHigh, low) < 0 }
        return Self.side(low, high, otherLow) > 0
    }
}

/// Which ring lies in which, and whether that suits their roles.
struct Nesting {
    static let unknown: Int32 = -2
    static let nothing: Int32 = -1
    private var around: ContiguousArray<Int32>

    /// - Parameters:
    ///   - around: of each ring the smallest around it, `nothing`, or `unknown` where it lies in what its neighbour lies in.
    ///   - beside: of those the neighbour; neighbours lead to one that is known.
    init(_ around: ContiguousArray<Int32>, _ beside: ContiguousArray<Int32>) {
        self.around = around
        var way: [Int] = []
        for ring in around.indices where self.around[ring] == Self.unknown {
            var at = ring
            while self.around[at] == Self.unknown {
                way.append(at)
                at = Int(beside[at])
            }
            for passed in way { self.around[passed] = self.around[at] }
            way.removeAll(keepingCapacity: true)
        }
    }

    /// Takes as the ring around one the next that is not among some.
    mutating func leave(_ some: ContiguousArray<Bool>, from ring: Int) {
        while around[ring] >= 0, some[Int(around[ring])] { around[ring] = around[Int(around[ring])] }
    }

    /// Whether each hole lies in its own shell, and no shell in a shell.
    func isRight(_ parts: [(part: Int32, isShell: Bool)]) -> Bool {
        zip(around, parts).allSatisfy { outer, own in
            if outer < 0 { return own.isShell }
            let other = parts[Int(outer)]
            return own.isShell ? !other.isShell : other.isShell && other.part == own.part
        }
    }
}

/// How two edges of rings meet.
enum EdgeTouch {
    case apart, touching, crossing

    /// Two edges, told by the corners where they begin; of edges that follow each other only a way back touches.
    ///
    /// - Parameter ring: the first and the closing corner of the ring that both belong to.
    @inline(__always)
    static func of(
        _ corners: UnsafeBufferPointer<Coordinate>, _ i: Int, _ j: Int, ring: (first: Int, last: Int)?
    ) -> EdgeTouch {
        let (a, b, c, d) = (corners[i], corners[i + 1], corners[j], corners[j + 1])
        if let ring {
            if j == i + 1 || (i + 1 == ring.last && j == ring.first) {
                return isFold(a, b, d) ? .touching : .apart
            }
            if i == j + 1 || (j + 1 == ring.last && i == ring.first) {
                return isFold(c, d, b) ? .touching : .apart
            }
        }
        let (x, y) = (QuickLook.side(a, b, c), QuickLook.side(a, b, d))
        if (x > 0 && y > 0) || (x < 0 && y < 0) { return .apart }
        let (z, w) = (QuickLook.side(c, d, a), QuickLook.side(c, d, b))
        if (z > 0 && w > 0) || (z < 0 && w < 0) { return .apart }
        return x != 0 && y != 0 && z != 0 && w != 0 ? .crossing : .touching
    }

    private static func isFold(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Bool {
        guard QuickLook.side(a, b, c) == 0 else { return false }
        // On one line: signs of differences of doubles are exact.
        return (b.longitude > a.longitude) == (c.longitude < b.longitude) && b.longitude != a.longitude
            && c.longitude != b.longitude
            || (b.latitude > a.latitude) == (c.latitude < b.latitude) && b.latitude != a.latitude
                && c.latitude != b.latitude
    }

    /// Where two edges cross.
    static func crossing(_ corners: UnsafeBufferPointer<Coordinate>, _ i: Int, _ j: Int) -> Coordinate {
        let (a, b, c, d) = (corners[i], corners[i + 1], corners[j], corners[j + 1])
        let (p, q) = (Orientation.of(c, d, a), Orientation.of(c, d, b))
        let t = p / (p - q)
        return Coordinate(
            a.longitude + t * (b.longitude - a.longitude), a.latitude + t * (b.latitude - a.latitude))
    }
}
