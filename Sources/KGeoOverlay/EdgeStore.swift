// The places and edges of an overlay: each once, whoever drew it.

internal import KGeoCore

/// An edge between two numbered places, from the lower number to the higher.
struct StoredEdge {
    var from, to: Int32
    /// What lies left of the way from `from` to `to` more than right of it, as a number of the cover table.
    var weight: Int64
}

/// Places of the grid by number, and the edges between them with their weights added up.
struct EdgeStore {
    /// Which edges matter.
    enum Purpose {
        /// All whose weights do not cancel.
        case cover
        /// Of two layers those that one has and the other has not.
        case difference
    }

    let purpose: Purpose
    let scale: GridScale
    var covers: CoverTable
    private(set) var points = ContiguousArray<GridPoint>()
    /// The places as they were first seen; empty as long as all lie on the grid.
    private var originals = ContiguousArray<Coordinate>()
    private(set) var edges = ContiguousArray<StoredEdge>()
    private var pointTable: KeyTable
    private var edgeTable: KeyTable
    /// Room for one walk.
    private var numbers = ContiguousArray<Int32>()
    private var hashes = ContiguousArray<UInt64>()

    init(layers: Int, vertices: Int, purpose: Purpose = .cover, scale: GridScale) {
        self.purpose = purpose
        self.scale = scale
        covers = CoverTable(layers: layers)
        points.reserveCapacity(vertices)
        edges.reserveCapacity(vertices)
        pointTable = KeyTable(capacity: vertices)
        edgeTable = KeyTable(capacity: vertices)
    }

    /// Whether an edge parts anything.
    @inline(__always)
    func isAlive(_ edge: Int) -> Bool { isAlive(weight: edges[edge].weight) }

    @inline(__always)
    func isAlive(weight: Int64) -> Bool {
        switch purpose {
        case .cover: return weight != 0
        case .difference:
            let (first, second) = CoverTable.halves(weight)
            return first != second
        }
    }

    @inline(__always)
    func segment(_ edge: Int) -> GridSegment {
        GridSegment(unordered: points[Int(edges[edge].from)], points[Int(edges[edge].to)])
    }

    /// Whether all places lie on the grid.
    var isOnGrid: Bool { originals.isEmpty }

    /// A place as it was first seen, to the bit.
    @inline(__always)
    func original(_ place: Int) -> Coordinate {
        originals.isEmpty ? scale.coordinate(points[place]) : originals[place]
    }

    /// The number of a place; a new one where it was not known.
    mutating func number(of point: GridPoint) -> Int32 {
        number(of: point, hash: Self.hash(point), as: scale.coordinate(point))
    }

    @inline(__always)
    private mutating func number(of point: GridPoint, hash: UInt64, as original: Coordinate) -> Int32 {
        let next = Int32(truncatingIfNeeded: points.count)
        let found = pointTable.find(hash, orInsert: next) { points[Int($0)] == point }
        if found == next { append(point, original) }
        return found
    }

    @inline(__always)
    private mutating func append(_ point: GridPoint, _ original: Coordinate) {
        let onGrid = scale.coordinate(point)
        let isExact =
            onGrid.longitude.bitPattern == original.longitude.bitPattern
            && onGrid.latitude.bitPattern == original.latitude.bitPattern
        if !isExact, originals.isEmpty { originals = ContiguousArray(points.map(scale.coordinate)) }
        points.append(point)
        if !isExact || !originals.isEmpty { originals.append(original) }
    }

    /// Adds a closed walk, each of its edges with a weight; the first place is the last.
    ///
    /// Tables are larger than caches, so that every look takes its time. Neighbours run along each other, mostly in
    /// opposite directions: where one place was known, the next one's number is guessed. The rest is looked for many at
    /// a time, so that the waits overlap.
    mutating func add(
        _ walk: ContiguousArray<GridPoint>, as originals: (Int) -> Coordinate, weight: Int64
    ) {
        numbers.removeAll(keepingCapacity: true)
        numbers.reserveCapacity(walk.count)
        var start = 0
        while start < walk.count {
            let end = min(start + Self.batch, walk.count)
            hashes.removeAll(keepingCapacity: true)
            for i in start..<end { hashes.append(Self.hash(walk[i])) }
            pointTable.touch(hashes)
            for i in start..<end {
                if let last = numbers.last, let guess = neighbour(of: Int(last), at: walk[i]) {
                    numbers.append(guess)
                } else {
                    numbers.append(number(of: walk[i], hash: hashes[i - start], as: originals(i)))
                }
            }
            start = end
        }
        start = 1
        while start < numbers.count {
            let end = min(start + Self.batch, numbers.count)
            hashes.removeAll(keepingCapacity: true)
            for i in start..<end { hashes.append(Self.hash(numbers[i - 1], numbers[i])) }
            edgeTable.touch(hashes)
            for i in start..<end { add(numbers[i - 1], numbers[i], weight, hash: hashes[i - start]) }
            start = end
        }
    }

    private static let batch = 64

    /// The place numbered before or after another, if it is the one that is sought.
    @inline(__always)
    private func neighbour(of number: Int, at point: GridPoint) -> Int32? {
        if number > 0, points[number - 1] == point { return Int32(truncatingIfNeeded: number - 1) }
        if number + 1 < points.count, points[number + 1] == point {
            return Int32(truncatingIfNeeded: number + 1)
        }
        return nil
    }

    /// Adds an edge; its number, and whether it mattered before.
    mutating func add(_ a: Int32, _ b: Int32, _ weight: Int64) -> (number: Int32, wasAlive: Bool) {
        add(a, b, weight, hash: Self.hash(a, b))
    }

    @inline(__always)
    @discardableResult
    private mutating func add(
        _ a: Int32, _ b: Int32, _ weight: Int64, hash: UInt64
    ) -> (number: Int32, wasAlive: Bool) {
        let (from, to, own) = a < b ? (a, b, weight) : (b, a, -weight)
        let next = Int32(truncatingIfNeeded: edges.count)
        let found = edgeTable.find(hash, orInsert: next) {
            edges[Int($0)].from == from && edges[Int($0)].to == to
        }
        if found == next {
            edges.append(StoredEdge(from: from, to: to, weight: own))
            return (found, false)
        }
        let before = edges[Int(found)].weight
        edges[Int(found)].weight = covers.sum(before, own)
        return (found, isAlive(weight: before))
    }

    /// Takes an edge out: it has been cut in pieces.
    @inline(__always)
    mutating func drop(_ edge: Int) { edges[edge].weight = 0 }

    @inline(__always)
    private static func hash(_ point: GridPoint) -> UInt64 {
        hash(UInt64(bitPattern: point.x), UInt64(bitPattern: point.y))
    }

    /// Of an edge, the same both ways.
    @inline(__always)
    private static func hash(_ a: Int32, _ b: Int32) -> UInt64 {
        hash(UInt64(UInt32(bitPattern: min(a, b))) << 32 | UInt64(UInt32(bitPattern: max(a, b))), 0)
    }

    /// Mixes two words (the finaliser of MurmurHash3).
    @inline(__always)
    private static func hash(_ a: UInt64, _ b: UInt64) -> UInt64 {
        var x = a &* 0xff51_afd7_ed55_8ccd ^ b
        x ^= x >> 32
        x = x &* 0xc4ce_b9fe_1a85_ec53
        return x ^ (x >> 29)
    }
}

/// An open-addressed table of small numbers that grows. Each slot holds the upper half of the hash beside the number:
/// it says where the entry belongs, and what is compared in full is nearly always the same.
struct KeyTable {
    private var slots: ContiguousArray<UInt64>
    private var mask: Int
    private var count = 0
    /// Keeps looks that only fetch from being left out.
    private var touched: UInt64 = 0

    init(capacity: Int) {
        var size = 16
        while size < capacity + capacity / 2 { size *= 2 }
        slots = ContiguousArray(repeating: .max, count: size)
        mask = size - 1
    }

    /// The number of a hash that is accepted, or `next`, which is then entered.
    @inline(__always)
    mutating func find(_ hash: UInt64, orInsert next: Int32, where isSame: (Int32) -> Bool) -> Int32 {
        let tag = hash & 0xffff_ffff_0000_0000
        var slot = Int(truncatingIfNeeded: hash >> 32) & mask
        while true {
            let entry = slots[slot]
            if entry == .max { break }
            if entry & 0xffff_ffff_0000_0000 == tag {
                let number = Int32(truncatingIfNeeded: entry)
                if isSame(number) { return number }
            }
            slot = (slot &+ 1) & mask
        }
        slots[slot] = tag | UInt64(UInt32(bitPattern: next))
        count += 1
        if count &* 4 > slots.count &* 3 { grow() }
        return next
    }

    /// Brings the slots of some hashes near.
    @inline(__always)
    mutating func touch(_ hashes: ContiguousArray<UInt64>) {
        var all: UInt64 = 0
        for hash in hashes { all |= slots[Int(truncatingIfNeeded: hash >> 32) & mask] }
        touched = all
    }

    @inline(never)
    private mutating func grow() {
        let old = slots
        slots = ContiguousArray(repeating: .max, count: old.count * 2)
        mask = slots.count - 1
        for entry in old where entry != .max {
            var slot = Int(truncatingIfNeeded: entry >> 32) & mask
            while slots[slot] != .max { slot = (slot &+ 1) & mask }
            slots[slot] = entry
        }
    }
}
