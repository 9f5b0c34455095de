// Rings cut into short runs of edges, with the bounds of each, and which of them cannot meet themselves.

internal import KGeoCore

/// Rings of polygons as runs of up to sixteen edges.
struct RunLeaves {
    /// A run of edges of one ring.
    struct Leaf {
        var west, south, east, north: Double
        var ring: Int32
        /// Its first edge, by the corner where it begins among all corners, and how many it has.
        var first: Int32
        var count: Int32
        /// Runs that follow each other and go on in one direction have one number, and none of their edges meet but
        /// where one follows the other; below 0 for a run that may meet itself.
        var chain: Int32
    }

    /// The corners of all rings one after the other, of each the first once more at the end, none twice in a row. An edge
    /// has the number of the corner where it begins.
    private(set) var corners: [Coordinate] = []
    /// Where the corners of each ring are: the first, and the one that closes it.
    private(set) var rings: [(first: Int, last: Int)] = []
    /// The polygon of each ring, and whether it is the shell.
    private(set) var parts: [(part: Int32, isShell: Bool)] = []
    private(set) var leaves = ContiguousArray<Leaf>()
    /// Where the leaves of each ring begin.
    private(set) var firstLeaf: [Int] = []
    var edgeCount: Int { corners.count - rings.count }
    private var chain: Int32 = 0
    /// The number of the westernmost corner of each ring, of several the southernmost.
    private(set) var extremes: [Int] = []

    static let length = 16
    private static let limit = Grid.limit

    /// Nil for rings that are no plain matter: too few corners, open, numbers out of range.
    init?(_ polygons: [Polygon]) {
        var (count, ringCount) = (0, 0)
        for polygon in polygons {
            ringCount += polygon.rings.count
            for ring in polygon.rings { count += ring.positions.count }
        }
        guard count < Int(Int32.max) else { return nil }
        leaves.reserveCapacity(count / Self.length + ringCount)
        rings.reserveCapacity(ringCount)
        parts.reserveCapacity(ringCount)
        firstLeaf.reserveCapacity(ringCount)
        extremes.reserveCapacity(ringCount)
        // One ring is not copied.
        if ringCount > 1 { corners.reserveCapacity(count) }
        for (part, polygon) in polygons.enumerated() {
            for (number, ring) in polygon.rings.enumerated() {
                parts.append((Int32(part), number == 0))
                let begin = corners.count
                if ringCount > 1 { corners += ring.coordinates } else { corners = ring.coordinates }
                if add(from: begin) { continue }
                // Once more without corners that stand twice in a row.
                leaves.removeSubrange((firstLeaf.popLast() ?? 0)...)
                corners.removeSubrange(begin...)
                for place in ring.coordinates where corners.count == begin || place != corners.last {
                    corners.append(place)
                }
                guard add(from: begin) else { return nil }
            }
        }
    }

    /// Adds the ring whose corners come last; false for one that is no plain matter.
    private mutating func add(from first: Int) -> Bool {
        let (ring, begin, last) = (Int32(rings.count), leaves.count, corners.count - 1)
        firstLeaf.append(begin)
        guard last - first > 2, corners[first] == corners[last] else { return false }
        var at = first
        var common: UInt8 = 0
        while at < last {
            let count = min(Self.length, last - at)
            let cut = corners.withUnsafeBufferPointer { Self.leaf($0, at, count) }
            guard var (leaf, directions) = cut else { return false }
            leaf.ring = ring
            if directions == 0 {
                leaf.chain = -1
            } else if common & directions == 0 {
                chain += 1
                leaf.chain = chain
            } else {
                directions &= common
                leaf.chain = chain
            }
            common = directions
            leaves.append(leaf)
            at += count
        }
        rings.append((first, last))
        extremes.append(extreme(of: leaves[begin...]))
        return true
    }

    /// The westernmost corner of some runs, of several the southernmost.
    private func extreme(of some: ArraySlice<Leaf>) -> Int {
        var west = Double.infinity
        for leaf in some { west = min(west, leaf.west) }
        var extreme = -1
        for leaf in some where leaf.west == west {
            for corner in Int(leaf.first)..<Int(leaf.first + leaf.count)
            where corners[corner].longitude == west
                && (extreme < 0 || corners[corner].latitude < corners[extreme].latitude)
            { extreme = corner }
        }
        // The corner that a run ends with begins the next one, and the closing one is the first.
        return extreme
    }

    /// A run, and the directions (of eight) in which all of its edges go; nil where an edge has no length or a corner is
    /// out of range.
    @inline(__always)
    private static func leaf(
        _ places: UnsafeBufferPointer<Coordinate>, _ first: Int, _ count: Int
    ) -> (leaf: Leaf, directions: UInt8)? {
        // A comparison and a choice are one instruction; the minimum of the library minds numbers that are none.
        @inline(__always)
        func less(_ a: Double, _ b: Double) -> Double { a < b ? a : b }
        @inline(__always)
        func more(_ a: Double, _ b: Double) -> Double { a > b ? a : b }
        var p = places[first]
        var (west, south, east, north) = (p.longitude, p.latitude, p.longitude, p.latitude)
        var (least, most) = (SIMD4<Double>(repeating: .infinity), SIMD4<Double>(repeating: -.infinity))
        var shortest = Double.infinity
        // What is no number stays in a sum.
        var (sumX, sumY) = (0.0, 0.0)
        for i in (first + 1)...(first + count) {
            let q = places[i]
            let (x, y) = (q.longitude - p.longitude, q.latitude - p.latitude)
            (sumX, sumY) = (sumX + x, sumY + y)
            shortest = less(abs(x) + abs(y), shortest)
            (west, east) = (less(q.longitude, west), more(q.longitude, east))
            (south, north) = (less(q.latitude, south), more(q.latitude, north))
            let (z, w) = (x + y, x - y)
            least = SIMD4(less(x, least.x), less(y, least.y), less(z, least.z), less(w, least.w))
            most = SIMD4(more(x, most.x), more(y, most.y), more(z, most.z), more(w, most.w))
            p = q
        }
        guard shortest > 0, sumX.isFinite, sumY.isFinite, west >= -limit, south >= -limit, east <= limit,
            north <= limit
        else { return nil }
        // Signs of differences are exact; those of their sums and differences where they are large enough.
        let largest = max(max(-least.x, most.x), max(-least.y, most.y))
        let room = 1e-14 * largest
        var directions: UInt8 = 0
        if least.x > 0 { directions |= 1 }
        if most.x < 0 { directions |= 2 }
        if least.y > 0 { directions |= 4 }
        if most.y < 0 { directions |= 8 }
        if least.z > room { directions |= 16 }
        if most.z < -room { directions |= 32 }
        if least.w > room { directions |= 64 }
        if most.w < -room { directions |= 128 }
        return (
            Leaf(
                west: west, south: south, east: east, north: north, ring: 0, first: Int32(first),
                count: Int32(count), chain: 0), directions
        )
    }
}
