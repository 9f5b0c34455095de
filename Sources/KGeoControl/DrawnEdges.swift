// The edges of a drawn map, to tell whether one of them lies between two places.

internal import KGeoCore

/// Edges of rings, found by their two ends whichever way they run: an open-addressed table that holds of each edge only
/// where it begins, since the edges of two maps are as many as their places.
struct DrawnEdges {
    /// The places of all rings one after the other; an edge has the number of the place where it begins.
    private let places: [Coordinate]
    /// The upper half of an edge's hash beside its number; all ones where there is none.
    private var slots: [UInt64]
    private let mask: Int
    private static let upperHalf: UInt64 = 0xffff_ffff_0000_0000

    init(of rings: [[Ring]]) {
        let count = rings.joined().reduce(0) { $0 + $1.coordinates.count }
        var size = 16
        while size < 2 * count { size *= 2 }
        slots = [UInt64](repeating: .max, count: size)
        mask = size - 1
        var places: [Coordinate] = []
        places.reserveCapacity(count)
        for ring in rings.joined() {
            var before: UInt64?
            for place in ring.coordinates {
                let own = Self.hash(place)
                if let before { Self.enter(Self.hash(before, own), places.count - 1, &slots, mask) }
                before = own
                places.append(place)
            }
        }
        self.places = places
    }

    private static func enter(_ hash: UInt64, _ number: Int, _ slots: inout [UInt64], _ mask: Int) {
        var slot = Int(truncatingIfNeeded: hash >> 32) & mask
        while slots[slot] != .max { slot = (slot &+ 1) & mask }
        slots[slot] = hash & upperHalf | UInt64(UInt32(truncatingIfNeeded: number))
    }

    /// Whether an edge runs from one place to the other or back.
    func hold(_ a: Coordinate, _ b: Coordinate) -> Bool {
        let hash = Self.hash(Self.hash(a), Self.hash(b))
        var slot = Int(truncatingIfNeeded: hash >> 32) & mask
        while true {
            let entry = slots[slot]
            if entry == .max { return false }
            if entry & Self.upperHalf == hash & Self.upperHalf {
                let number = Int(truncatingIfNeeded: entry & ~Self.upperHalf)
                let (from, to) = (places[number], places[number + 1])
                if (from == a && to == b) || (from == b && to == a) { return true }
            }
            slot = (slot &+ 1) & mask
        }
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
