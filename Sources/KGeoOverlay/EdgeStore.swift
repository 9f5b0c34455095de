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
    var covers: CoverTable
    private(set) var points = ContiguousArray<GridPoint>()
    /// The place as it was first seen.
    private(set) var originals = ContiguousArray<Coordinate>()
    private(set) var edges = ContiguousArray<StoredEdge>()
    private var pointTable: KeyTable
    private var edgeTable: KeyTable

    init(layers: Int, vertices: Int, purpose: Purpose = .cover) {
        self.purpose = purpose
        covers = CoverTable(layers: layers)
        points.reserveCapacity(vertices)
        originals.reserveCapacity(vertices)
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

    /// The number of a place; a new one where it was not known.
    @inline(__always)
    mutating func number(of point: GridPoint, as original: Coordinate) -> Int32 {
        let hash = Self.hash(UInt64(bitPattern: point.x), UInt64(bitPattern: point.y))
        let next = Int32(truncatingIfNeeded: points.count)
        let found = pointTable.find(hash, orInsert: next) { points[Int($0)] == point }
        if found == next {
            points.append(point)
            originals.append(original)
        }
        return found
    }

    /// Adds an edge; its number, and whether it mattered before.
    @inline(__always)
    @discardableResult
    mutating func add(_ a: Int32, _ b: Int32, _ weight: Int64) -> (number: Int32, wasAlive: Bool) {
        let (from, to, own) = a < b ? (a, b, weight) : (b, a, -weight)
        let key = UInt64(UInt32(bitPattern: from)) << 32 | UInt64(UInt32(bitPattern: to))
        let next = Int32(truncatingIfNeeded: edges.count)
        let found = edgeTable.find(Self.hash(key, 0), orInsert: next) {
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
