// Tables that find what is the same: edges by their ends, places by their coordinates.

internal import KGeoCore

/// An open-addressed table of small numbers, keyed by whatever its owner compares.
struct NumberTable {
    private var slots: [Int32]
    private let mask: Int

    /// A table with room for some entries.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    /// The entry of a hash that is accepted, or `next`, which is then entered.
    @inline(__always)
    mutating func find(_ hash: UInt64, orInsert next: Int32, where isSame: (Int32) -> Bool) -> Int32 {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let entry = slots[slot]
            if entry < 0 {
                slots[slot] = next
                return next
            }
            if isSame(entry) { return entry }
            slot = (slot + 1) & mask
        }
    }
}

enum Hash {
    /// Mixes one word into another (the finaliser of MurmurHash3).
    @inline(__always)
    static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        var x = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
        x ^= x >> 32
        x = x &* 0xc4ce_b9fe_1a85_ec53
        return x ^ (x >> 29)
    }

    @inline(__always)
    static func of(_ place: Coordinate) -> UInt64 {
        mix(mix(0, place.longitude.bitPattern), place.latitude.bitPattern)
    }
}

/// Edges of several surfaces, of which the same edge twice is one with the sum of both weights.
struct EdgeTable {
    private(set) var edges: [PlanarEdge] = []
    private var table: NumberTable

    init(capacity: Int) {
        edges.reserveCapacity(capacity)
        table = NumberTable(capacity: capacity)
    }

    /// The outline of a surface, its inside on the left, each edge with a weight.
    ///
    /// - Parameter isEarlier: whether it is the surface whose cut edges are told apart.
    mutating func add(_ polygons: [Polygon], weight: Int32, isEarlier: Bool = false) {
        for polygon in polygons {
            for (i, ring) in polygon.rings.enumerated() {
                let places = ring.coordinates
                guard let first = places.first else { continue }
                let isAnticlockwise = PlanarArea.of(places) > 0
                let own = isAnticlockwise == (i == 0) ? weight : -weight
                var previous = Self.key(first)
                for place in places.dropFirst() {
                    let next = Self.key(place)
                    if next != previous { add(previous, next, own, isEarlier) }
                    previous = next
                }
            }
        }
    }

    /// 0 and −0 are one place.
    @inline(__always)
    private static func key(_ place: Coordinate) -> Coordinate {
        Coordinate(place.longitude + 0, place.latitude + 0)
    }

    @inline(__always)
    private mutating func add(_ from: Coordinate, _ to: Coordinate, _ weight: Int32, _ isEarlier: Bool) {
        let isOrdered = (from.longitude, from.latitude) < (to.longitude, to.latitude)
        let (a, b) = isOrdered ? (from, to) : (to, from)
        let own = isOrdered ? weight : -weight
        let next = Int32(truncatingIfNeeded: edges.count)
        let found = table.find(Hash.mix(Hash.of(a), Hash.of(b)), orInsert: next) {
            let edge = edges[Int($0)]
            return edge.a == a && edge.b == b
        }
        if found == next {
            edges.append(PlanarEdge(a, b, weight: own, earlier: isEarlier ? own : 0))
        } else {
            edges[Int(found)].weight += own
            if isEarlier { edges[Int(found)].earlier += own }
        }
    }

    /// The edges whose weights do not cancel.
    var remaining: [PlanarEdge] { edges.filter { $0.weight != 0 } }
}

enum PlanarArea {
    /// Twice the signed area of a closed chain in degrees², positive when it runs anticlockwise.
    static func of(_ places: some RandomAccessCollection<Coordinate>) -> Double {
        guard let first = places.first else { return 0 }
        var sum = 0.0
        var (px, py) = (0.0, 0.0)
        for place in places {
            let (x, y) = (place.longitude - first.longitude, place.latitude - first.latitude)
            sum += px * y - x * py
            (px, py) = (x, y)
        }
        return sum
    }
}
