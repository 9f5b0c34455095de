// A tree of boxes over edges in the order given: which edges may meet, and which a ray meets.

internal import KGeoCore

/// An edge that may be walked either way.
struct PlanarEdge {
    var a, b: Coordinate
    /// Label left of the way from `a` to `b`, less the label right of it.
    var weight: Int32
    /// What of the weight the earlier surface gives it.
    var earlier: Int32

    init(_ a: Coordinate, _ b: Coordinate, weight: Int32 = 0, earlier: Int32 = 0) {
        self.a = a
        self.b = b
        self.weight = weight
        self.earlier = earlier
    }

    /// The edge from south to north, and whether it was drawn so, if it crosses the ray from a place westwards, a hair's
    /// breadth north of it so that no end of an edge counts twice.
    func passage(westOf place: Coordinate) -> (low: Coordinate, high: Coordinate, isUp: Bool)? {
        let isUp = a.latitude < b.latitude
        let (low, high) = isUp ? (a, b) : (b, a)
        guard low.latitude <= place.latitude, place.latitude < high.latitude,
            Orientation.of(low, high, place) < 0
        else { return nil }
        return (low, high, isUp)
    }
}

/// Boxes over edges, eight at a time. Edges that follow each other along a line make a tight tree.
struct BoxTree {
    private struct Box {
        var west, south, east, north: Double

        @inline(__always)
        func meets(_ other: Box) -> Bool {
            west <= other.east && other.west <= east && south <= other.north && other.south <= north
        }
    }

    private var boxes: [Box] = []
    /// Where each level begins in `boxes`, leaves first.
    private var levels: [Range<Int>] = []
    private static let fanOut = 8

    init(_ edges: [PlanarEdge]) {
        boxes.reserveCapacity(edges.count + edges.count / 7 + 8)
        for edge in edges {
            boxes.append(
                Box(
                    west: min(edge.a.longitude, edge.b.longitude),
                    south: min(edge.a.latitude, edge.b.latitude),
                    east: max(edge.a.longitude, edge.b.longitude),
                    north: max(edge.a.latitude, edge.b.latitude)))
        }
        levels = [0..<boxes.count]
        while let last = levels.last, last.count > 1 {
            let begin = boxes.count
            for i in stride(from: last.lowerBound, to: last.upperBound, by: Self.fanOut) {
                var box = boxes[i]
                for j in i + 1..<max(i + 1, min(i + Self.fanOut, last.upperBound)) {
                    let next = boxes[j]
                    box.west = min(box.west, next.west)
                    box.south = min(box.south, next.south)
                    box.east = max(box.east, next.east)
                    box.north = max(box.north, next.north)
                }
                boxes.append(box)
            }
            levels.append(begin..<boxes.count)
        }
    }

    /// Hands over every pair of edges whose boxes meet, the lower number first; stops when the answer is false.
    func forEachPair(_ body: (Int, Int) -> Bool) {
        guard boxes.count > 1 else { return }
        boxes.withUnsafeBufferPointer { boxes in
            var stack: [(level: Int, a: Int, b: Int)] = [
                (levels.count - 1, levels[levels.count - 1].lowerBound, levels[levels.count - 1].lowerBound)
            ]
            while let (level, a, b) = stack.popLast() {
                let below = levels[level - 1]
                let (firstA, firstB) = (
                    below.lowerBound + (a - levels[level].lowerBound) * Self.fanOut,
                    below.lowerBound + (b - levels[level].lowerBound) * Self.fanOut
                )
                let endA = min(firstA + Self.fanOut, below.upperBound)
                let endB = min(firstB + Self.fanOut, below.upperBound)
                for i in firstA..<endA {
                    let box = boxes[i]
                    // A node with itself: each pair once, and below leaves each child with itself too.
                    let start = a == b ? (level == 1 ? i + 1 : i) : firstB
                    guard start < endB else { continue }
                    for j in start..<endB where box.meets(boxes[j]) {
                        if level == 1 {
                            if !body(i, j) { return }
                        } else {
                            stack.append((level - 1, i, j))
                        }
                    }
                }
            }
        }
    }

    /// Hands over every edge whose box meets the ray from a place westwards.
    func forEach(westOf place: Coordinate, _ body: (Int) -> Void) {
        guard let top = levels.last, !top.isEmpty else { return }
        var stack = [(level: levels.count - 1, node: top.lowerBound)]
        while let (level, node) = stack.popLast() {
            let box = boxes[node]
            guard box.south <= place.latitude, box.north >= place.latitude, box.west <= place.longitude
            else { continue }
            if level == 0 {
                body(node)
                continue
            }
            let below = levels[level - 1]
            let first = below.lowerBound + (node - levels[level].lowerBound) * Self.fanOut
            for child in first..<min(first + Self.fanOut, below.upperBound) {
                stack.append((level - 1, child))
            }
        }
    }
}

/// How two edges meet.
enum Meeting {
    /// They do not.
    case apart
    /// Inside both, at a place.
    case crossing(Coordinate)
    /// An end of one lies on the other: which ends lie inside the other edge.
    case touching(aOnOther: Bool, bOnOther: Bool, otherAOnOwn: Bool, otherBOnOwn: Bool)

    @inline(__always)
    static func of(_ e: PlanarEdge, _ f: PlanarEdge) -> Meeting {
        let (o1, o2) = (Orientation.of(e.a, e.b, f.a), Orientation.of(e.a, e.b, f.b))
        if (o1 > 0 && o2 > 0) || (o1 < 0 && o2 < 0) { return .apart }
        let (o3, o4) = (Orientation.of(f.a, f.b, e.a), Orientation.of(f.a, f.b, e.b))
        if (o3 > 0 && o4 > 0) || (o3 < 0 && o4 < 0) { return .apart }
        if o1 != 0, o2 != 0, o3 != 0, o4 != 0 {
            // o3 and o4 have opposite signs, so nothing is lost in their difference.
            let t = o3 / (o3 - o4)
            return .crossing(
                Coordinate(
                    clamp(e.a.longitude + t * (e.b.longitude - e.a.longitude), e.a.longitude, e.b.longitude),
                    clamp(e.a.latitude + t * (e.b.latitude - e.a.latitude), e.a.latitude, e.b.latitude)))
        }
        return .touching(
            aOnOther: o3 == 0 && isInside(e.a, f), bOnOther: o4 == 0 && isInside(e.b, f),
            otherAOnOwn: o1 == 0 && isInside(f.a, e), otherBOnOwn: o2 == 0 && isInside(f.b, e))
    }

    private static func clamp(_ x: Double, _ a: Double, _ b: Double) -> Double {
        min(max(x, min(a, b)), max(a, b))
    }

    /// Whether a place on the line through an edge lies on the edge and is none of its ends.
    private static func isInside(_ place: Coordinate, _ edge: PlanarEdge) -> Bool {
        place != edge.a && place != edge.b
            && place.longitude >= min(edge.a.longitude, edge.b.longitude)
            && place.longitude <= max(edge.a.longitude, edge.b.longitude)
            && place.latitude >= min(edge.a.latitude, edge.b.latitude)
            && place.latitude <= max(edge.a.latitude, edge.b.latitude)
    }
}
