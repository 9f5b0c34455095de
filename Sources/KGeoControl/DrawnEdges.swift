// The edges of two maps, to tell which of them has drawn the edge between two places.

internal import KGeoCore

/// Edges of the rings of two maps, found by their two ends whichever way they run: an open-addressed table that holds of each
/// edge only where it begins, since the edges of a map are as many as its places. It is larger than caches: edges are looked
/// for many at a time, so that the waits overlap.
struct DrawnEdges {
    /// Who has drawn an edge; what both have is the later map's.
    enum Map { case later, earlier }

    /// The places of all rings one after the other, those of the later map first. An edge has the number of the
    /// place where it begins.
    private var places: [Coordinate] = []
    /// Of an edge of the later map whether the earlier one has it too, which is not in the table then.
    private var isShared: [Bool] = []
    /// Where the places of the earlier map begin.
    private var laterEnd = 0
    /// The upper half of an edge's hash beside its number; all ones where there is none.
    private var slots: [UInt64]
    private let mask: Int
    private static let batch = 64
    private static let upperHalf: UInt64 = 0xffff_ffff_0000_0000

    init(later: [[Ring]], earlier: [[Ring]]) {
        let rings = [later, earlier].map { $0.joined() }
        let count = rings.joined().reduce(0) { $0 + $1.coordinates.count }
        var size = 16
        while size < count + count / 2 { size *= 2 }
        slots = [UInt64](repeating: .max, count: size)
        mask = size - 1
        places.reserveCapacity(count)
        for ring in rings[0] { add(ring) { $0.enter($1, $2) } }
        laterEnd = places.count
        isShared = [Bool](repeating: false, count: laterEnd)
        for ring in rings[1] {
            add(ring) { edges, hash, number in
                let known = edges.number(hash, edges.places[number], edges.places[number + 1])
                guard let known, known < edges.laterEnd else { return edges.enter(hash, number) }
                edges.isShared[known] = true
            }
        }
    }

    @inline(__always)
    private mutating func add(_ ring: Ring, _ body: (inout Self, UInt64, Int) -> Void) {
        let first = places.count
        places += ring.coordinates
        var before: UInt64 = 0
        for i in first..<places.count {
            let own = Self.hash(places[i])
            if i > first { body(&self, Self.hash(before, own), i - 1) }
            before = own
        }
    }

    @inline(__always)
    private mutating func enter(_ hash: UInt64, _ number: Int) {
        var slot = Int(truncatingIfNeeded: hash >> 32) & mask
        while slots[slot] != .max { slot = (slot &+ 1) & mask }
        slots[slot] = hash & Self.upperHalf | UInt64(UInt32(truncatingIfNeeded: number))
    }

    @inline(__always)
    private func isEdge(_ number: Int, _ a: Coordinate, _ b: Coordinate) -> Bool {
        let (from, to) = (places[number], places[number + 1])
        return (from == a && to == b) || (from == b && to == a)
    }

    /// The number of an edge; the first of several that are the same.
    @inline(__always)
    private func number(_ hash: UInt64, _ a: Coordinate, _ b: Coordinate) -> Int? {
        var slot = Int(truncatingIfNeeded: hash >> 32) & mask
        while true {
            let entry = slots[slot]
            if entry == .max { return nil }
            if entry & Self.upperHalf == hash & Self.upperHalf {
                let number = Int(truncatingIfNeeded: entry & ~Self.upperHalf)
                if isEdge(number, a, b) { return number }
            }
            slot = (slot &+ 1) & mask
        }
    }

    /// An edge that is looked for.
    private struct Sought {
        var hash: UInt64
        var a, b: Coordinate
        /// What stands where it belongs first.
        var entry: UInt64 = .max
    }

    /// Who has drawn the edges of some rings, ring by ring; nil where nobody has.
    func maps(along rings: some Sequence<Ring>) -> [Map?] {
        var maps: [Map?] = []
        var sought: [Sought] = []
        sought.reserveCapacity(Self.batch)
        for ring in rings {
            let places = ring.coordinates
            guard var before = places.first else { continue }
            var hash = Self.hash(before)
            for place in places.dropFirst() {
                let own = Self.hash(place)
                sought.append(Sought(hash: Self.hash(hash, own), a: before, b: place))
                (before, hash) = (place, own)
                if sought.count == Self.batch { find(&sought, &maps) }
            }
        }
        find(&sought, &maps)
        return maps
    }

    private func find(_ sought: inout [Sought], _ maps: inout [Map?]) {
        for k in sought.indices {
            sought[k].entry = slots[Int(truncatingIfNeeded: sought[k].hash >> 32) & mask]
        }
        for edge in sought {
            let found = edge.entry == .max ? nil : number(edge.hash, edge.a, edge.b)
            maps.append(found.map { $0 < laterEnd ? .later : .earlier })
        }
        sought.removeAll(keepingCapacity: true)
    }

    /// Whether both maps have drawn an edge.
    func isInBoth(_ a: Coordinate, _ b: Coordinate) -> Bool {
        number(Self.hash(Self.hash(a), Self.hash(b)), a, b).map { $0 < laterEnd && isShared[$0] } ?? false
    }

    /// Of a place; −0 is 0.
    @inline(__always)
    private static func hash(_ place: Coordinate) -> UInt64 {
        let x = (place.longitude + 0).bitPattern &* 0xff51_afd7_ed55_8ccd
        return (x ^ (x >> 32) ^ (place.latitude + 0).bitPattern) &* 0xc4ce_b9fe_1a85_ec53
    }

    /// Of an edge, the same both ways.
    @inline(__always)
    private static func hash(_ a: UInt64, _ b: UInt64) -> UInt64 {
        var x = (a ^ (a >> 29)) &+ (b ^ (b >> 29))
        x ^= x >> 32
        x = x &* 0x9e37_79b9_7f4a_7c15
        return x ^ (x >> 29)
    }
}
