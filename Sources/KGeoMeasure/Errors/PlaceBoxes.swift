// Places in boxes of space, those of a box side by side: who may be within reach of whom.

internal import SystemC

/// Weighted places, box by box.
struct PlaceBoxes {
    /// A box of space that holds places.
    struct Box {
        /// Its places.
        var range: Range<Int>
        /// The corners of what they take up.
        var low, high: EdgeIndex.Vector
    }

    private(set) var x: [Double] = []
    private(set) var y: [Double] = []
    private(set) var z: [Double] = []
    /// Columns of weights, in the order of the places.
    private(set) var columns: [[Double]]
    /// How long a stretch each place is the middle of, in m; empty where none is.
    private(set) var stretches: [Double]
    private(set) var boxes: [Box] = []
    private let limit: Double
    private var numbers: [SpaceBox: Int] = [:]
    private var keys: [SpaceBox] = []

    /// Below so many places all pairs are looked at.
    private static let few = 256
    /// A reach beyond this, in m, goes around the globe.
    private static let farthest = 1e7
    /// How many boxes wide the reach is.
    private static let boxesToReach = 2

    /// - Parameter reach: how far apart, in m, places are looked at together.
    init(
        _ places: [EdgeIndex.Vector], _ columns: [[Double]], stretches: [Double], reach limit: Double
    ) {
        self.limit = limit
        let width =
            places.count > Self.few && limit < Self.farthest
            ? limit / Double(Self.boxesToReach) : .infinity
        var members: [SpaceBox: [Int]] = [:]
        for i in places.indices { members[SpaceBox(of: places[i], width: width), default: []].append(i) }
        keys = members.keys.sorted()
        var order: [Int] = []
        order.reserveCapacity(places.count)
        for (number, key) in keys.enumerated() {
            numbers[key] = number
            let own = members[key] ?? []
            let infinity = Double.infinity
            var low = EdgeIndex.Vector(x: infinity, y: infinity, z: infinity)
            var high = EdgeIndex.Vector(x: -infinity, y: -infinity, z: -infinity)
            for i in own {
                let p = places[i]
                (low.x, low.y, low.z) = (min(low.x, p.x), min(low.y, p.y), min(low.z, p.z))
                (high.x, high.y, high.z) = (max(high.x, p.x), max(high.y, p.y), max(high.z, p.z))
            }
            boxes.append(Box(range: order.count..<order.count + own.count, low: low, high: high))
            order += own
        }
        x = order.map { places[$0].x }
        y = order.map { places[$0].y }
        z = order.map { places[$0].z }
        self.columns = columns.map { column in order.map { column[$0] } }
        self.stretches = stretches.isEmpty ? [] : order.map { stretches[$0] }
    }

    /// The most places that a box has.
    var largest: Int { boxes.map(\.range.count).max() ?? 0 }

    /// The box itself and those before it that may be within reach.
    func neighbours(of box: Int) -> [Int] {
        let (own, reach) = (keys[box], Self.boxesToReach)
        guard boxes.count > 1 else { return [box] }
        var near: [Int] = []
        for x in own.x - reach...own.x {
            for y in own.y - reach...own.y + reach {
                for z in own.z - reach...own.z + reach {
                    if let number = numbers[SpaceBox(x: x, y: y, z: z)], number <= box { near.append(number) }
                }
            }
        }
        return near
    }

    /// Whether a place may be within reach of one in a box.
    func mayReach(_ i: Int, _ box: Int) -> Bool {
        let (low, high) = (boxes[box].low, boxes[box].high)
        let dx = max(low.x - x[i], x[i] - high.x, 0)
        let dy = max(low.y - y[i], y[i] - high.y, 0)
        let dz = max(low.z - z[i], z[i] - high.z, 0)
        return dx * dx + dy * dy + dz * dz <= limit * limit
    }
}
